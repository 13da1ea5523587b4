package io.github.payscore

import io.github.payscore.ffi.Failure
import io.github.payscore.ffi.Value
import io.github.payscore.ffi.Values
import io.github.payscore.model.Members

/** Why a body as text is refused. */
internal const val TEXT_BODY = "the signature covers the bytes as received: take the body as ByteArray"

/** Calls core; its error becomes a [PayscoreException]. */
internal inline fun <T> callCore(work: () -> T): T =
    try {
        work()
    } catch (refused: Failure.Refused) {
        throw exceptionFrom(refused.error)
    }

/** Calls core for an object and returns its members. */
internal inline fun readFromCore(work: () -> Value): Members = Members(Values.membersFrom(callCore(work)))

/** Core's error as the exception of its kind. */
internal fun exceptionFrom(error: Value): PayscoreException =
    PayscoreException.fromMembers(Members(Values.membersFrom(error)))
