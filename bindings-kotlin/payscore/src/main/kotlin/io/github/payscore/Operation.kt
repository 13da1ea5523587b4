package io.github.payscore

import io.github.payscore.model.Members
import io.github.payscore.model.Model
import io.github.payscore.model.OperationParameters

/** An operation of WeChat Pay's: its name, the class of its parameters, and its reply. */
internal class Operation<R : Model>(
    /** The same in every language, such as `create_order`. */
    val name: String,
    val parametersClass: Class<out Model>,
    val replyClass: Class<R>,
    val readReply: (Members) -> R,
)

/** Every operation of a mode. */
internal class OperationRegistry(
    all: List<Operation<*>>,
) {
    private val byName = all.associateBy { it.name }
    private val byParameters = all.associateBy { it.parametersClass }

    fun operationNamed(name: String): Operation<*> = byName.getValue(name)

    @Suppress("UNCHECKED_CAST")
    fun <R : Model> operationWith(params: OperationParameters<R>): Operation<R> =
        byParameters.getValue((params as Model).javaClass) as Operation<R>
}
