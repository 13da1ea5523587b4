package io.github.payscore.http

import io.github.payscore.AsyncPerformed
import io.github.payscore.Call
import io.github.payscore.Merchant
import io.github.payscore.Operation
import io.github.payscore.Performed
import io.github.payscore.model.Model
import io.github.payscore.model.OrderRef
import java.io.IOException
import java.net.http.HttpClient
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CompletionException

/**
 * Performs operations with java.net.http: time-outs, no redirects, no proxy of the environment, no password of anyone's.
 *
 * @param http one of its own when left out. One that is given must not follow redirects and must have no authenticator: either
 * would send again what was signed for one address.
 */
class Client
    @JvmOverloads
    constructor(
        private val merchant: Merchant,
        http: HttpClient? = null,
    ) : Performed() {
        private val http = http?.also(::refuseResending) ?: ownClient()

        /** The same operations, whose replies come later. */
        val async: AsyncClient = AsyncClient(merchant, this.http)

        /** Sends a call and reads its answer. */
        fun <R : Model> send(call: Call<R>): R {
            val answer =
                try {
                    http.send(call.toHttpRequest(), BodyHandlers.ofByteArray())
                } catch (error: IOException) {
                    throw call.lost(error)
                } catch (error: InterruptedException) {
                    Thread.currentThread().interrupt()
                    throw call.lost(error)
                }
            return call.read(answer)
        }

        override fun <R : Model> perform(
            operation: Operation<R>,
            order: OrderRef?,
            params: Model?,
            extra: Map<String, Any?>?,
        ): R = send(merchant.call(operation, order, params, extra))
    }

/** Performs operations with java.net.http, without waiting. A future fails with the same exceptions, wrapped as futures do. */
class AsyncClient internal constructor(
    private val merchant: Merchant,
    private val http: HttpClient,
) : AsyncPerformed() {
    /** Sends a call; its answer is read when it comes. */
    fun <R : Model> send(call: Call<R>): CompletableFuture<R> =
        http.sendAsync(call.toHttpRequest(), BodyHandlers.ofByteArray()).handle { answer, error ->
            if (error != null) throw CompletionException(call.lost(error))
            call.read(answer)
        }

    override fun <R : Model> perform(
        operation: Operation<R>,
        order: OrderRef?,
        params: Model?,
        extra: Map<String, Any?>?,
    ): CompletableFuture<R> = send(merchant.call(operation, order, params, extra))
}

private fun ownClient(): HttpClient =
    HttpClient
        .newBuilder()
        .connectTimeout(Duration.ofSeconds(5))
        .followRedirects(HttpClient.Redirect.NEVER)
        .proxy(HttpClient.Builder.NO_PROXY)
        .build()

private fun refuseResending(http: HttpClient) {
    require(http.followRedirects() == HttpClient.Redirect.NEVER) { "the HttpClient follows redirects: build it with Redirect.NEVER" }
    require(http.authenticator().isEmpty) { "the HttpClient has an authenticator, which sends a request again: build it without" }
}
