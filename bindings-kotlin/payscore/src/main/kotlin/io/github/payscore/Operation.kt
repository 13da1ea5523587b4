package io.github.payscore

import io.github.payscore.model.Members
import io.github.payscore.model.Model

/** An operation of WeChat Pay's: its name, the class of its parameters, and its reply. */
internal class Operation<R : Model>(
    /** The same in every language, such as `create_order`. */
    val name: String,
    val parametersClass: Class<out Model>,
    val replyClass: Class<R>,
    val readReply: (Members) -> R,
)
