package io.github.payscore.http

import io.github.payscore.Call
import io.github.payscore.PayscoreException
import io.github.payscore.SendingAttempt
import io.github.payscore.model.Model
import java.io.InterruptedIOException
import java.net.http.HttpResponse
import java.util.concurrent.CancellationException
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CompletionException

/** A reply to come. If it never comes, the exception says what is known of the request, and carries its draft. */
internal class PendingReply<R : Model>(
    private val call: Call<R>,
    private val attempt: SendingAttempt,
) : CompletableFuture<R>() {
    @Volatile
    private var exchange: CompletableFuture<*>? = null

    fun sentBy(send: () -> CompletableFuture<HttpResponse<ByteArray>>): CompletableFuture<R> {
        try {
            val sent = send()
            exchange = sent
            sent.whenComplete { answer, error -> if (error == null) read(answer) else fail(unwrap(error)) }
            if (isDone) sent.cancel(true)
        } catch (error: Throwable) {
            fail(error)
            if (error is Error) throw error
        }
        return this
    }

    private fun read(answer: HttpResponse<ByteArray>) {
        try {
            complete(call.read(answer))
        } catch (error: Throwable) {
            super.completeExceptionally(error)
        }
    }

    private fun fail(error: Throwable) {
        if (!isDone) super.completeExceptionally(call.lostDuring(attempt, error))
    }

    private fun unwrap(error: Throwable): Throwable = if (error is CompletionException) error.cause ?: error else error

    /** `orTimeout` calls this as well. */
    override fun completeExceptionally(error: Throwable): Boolean {
        if (isDone) return false
        val ended =
            super.completeExceptionally(if (error is PayscoreException) error else call.lostDuring(attempt, error))
        exchange?.cancel(true)
        return ended
    }

    override fun cancel(mayInterruptIfRunning: Boolean): Boolean {
        if (!isDone) {
            val cancelled =
                CancellationException("the reply was cancelled; the cause says what is known of the request")
            val lost = call.lostDuring(attempt, InterruptedIOException("cancelled while the answer was awaited"))
            super.completeExceptionally(cancelled.apply { initCause(lost) })
            exchange?.cancel(true)
        }
        return isCancelled
    }
}
