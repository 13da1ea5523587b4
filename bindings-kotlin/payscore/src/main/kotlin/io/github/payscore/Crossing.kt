package io.github.payscore

import io.github.payscore.ffi.Failure
import io.github.payscore.ffi.Value
import io.github.payscore.ffi.Values
import io.github.payscore.model.Members
import io.github.payscore.model.Model

/** An operation, with how to read its reply. */
internal class Operation<R : Model>(
    val name: String,
    val type: Class<R>,
    val reply: (Members) -> R,
)

/** Calls core; its error becomes our exception. */
internal inline fun <T> crossing(work: () -> T): T =
    try {
        work()
    } catch (refused: Failure.Refused) {
        throw exception(refused.error)
    } catch (argument: Failure.Argument) {
        throw IllegalArgumentException(argument.detail)
    }

internal fun exception(error: Value): PayscoreException = PayscoreException.of(Members(Values.members(error)))

internal fun read(value: Value): Members = Members(Values.members(value))
