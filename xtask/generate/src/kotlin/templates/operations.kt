@file:Suppress("unused")

package {{package}}

{{imports}}
import java.util.concurrent.CompletableFuture

/** Every operation. */
internal object Registry {
{{registry}}

    private val ALL: List<Operation<*>> =
        listOf(
{{names}}
        )
    private val BY_NAME = ALL.associateBy { it.name }
    private val BY_PARAMETERS = ALL.associateBy { it.parametersClass }

    fun operationNamed(name: String): Operation<*> = BY_NAME.getValue(name)

    @Suppress("UNCHECKED_CAST")
    fun <R : Model> operationWith(params: OperationParameters<R>): Operation<R> =
        BY_PARAMETERS.getValue((params as Model).javaClass) as Operation<R>
}

/** The operations of a merchant as calls, and its functions, which need no call. */
abstract class Operations internal constructor() {
{{calls}}

{{functions}}

    internal abstract fun <R : Model> makeCall(
        operation: Operation<R>,
        order: OrderRef?,
        params: Model?,
        extra: Map<String, Any?>?,
    ): Call<R>

    internal abstract fun compute(
        function: String,
        params: Model,
    ): Members
}

/** The operations over HTTP. Each returns its verified reply. */
abstract class ClientOperations internal constructor() {
{{performed}}

    internal abstract fun <R : Model> perform(
        operation: Operation<R>,
        order: OrderRef?,
        params: Model?,
        extra: Map<String, Any?>?,
    ): R
}

/** The operations over HTTP, without waiting. Each returns a future of its verified reply. */
abstract class AsyncClientOperations internal constructor() {
{{performed_async}}

    internal abstract fun <R : Model> perform(
        operation: Operation<R>,
        order: OrderRef?,
        params: Model?,
        extra: Map<String, Any?>?,
    ): CompletableFuture<R>
}
