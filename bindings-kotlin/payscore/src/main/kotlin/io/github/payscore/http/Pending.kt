package io.github.payscore.http

import io.github.payscore.Call
import io.github.payscore.PayscoreException
import io.github.payscore.Sending
import io.github.payscore.model.Model
import java.io.InterruptedIOException
import java.net.http.HttpResponse
import java.util.concurrent.CancellationException
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CompletionException

/** A reply that is waited for. However the waiting ends, the end says what is known of the request, and has its draft. */
internal class Pending<R : Model>(
    private val call: Call<R>,
    private val sending: Sending,
) : CompletableFuture<R>() {
    @Volatile
    private var exchange: CompletableFuture<*>? = null

    fun sentBy(send: () -> CompletableFuture<HttpResponse<ByteArray>>): CompletableFuture<R> {
        try {
            val sent = send()
            exchange = sent
            sent.whenComplete { answer, error -> if (error == null) read(answer) else fail(cause(error)) }
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
        if (!isDone) super.completeExceptionally(call.lostWhile(sending, error))
    }

    private fun cause(error: Throwable): Throwable = if (error is CompletionException) error.cause ?: error else error

    /** Also what `orTimeout` does. */
    override fun completeExceptionally(error: Throwable): Boolean {
        if (isDone) return false
        val ended = super.completeExceptionally(if (error is PayscoreException) error else call.lostWhile(sending, error))
        exchange?.cancel(true)
        return ended
    }

    override fun cancel(mayInterruptIfRunning: Boolean): Boolean {
        if (!isDone) {
            val cancelled = CancellationException("the reply is no longer waited for; what is known of the request is in the cause")
            val lost = call.lostWhile(sending, InterruptedIOException("cancelled while the answer was awaited"))
            super.completeExceptionally(cancelled.apply { initCause(lost) })
            exchange?.cancel(true)
        }
        return isCancelled
    }
}
