package io.github.payscore.http

import io.github.payscore.AsyncPerformed
import io.github.payscore.Call
import io.github.payscore.Draft
import io.github.payscore.Merchant
import io.github.payscore.Operation
import io.github.payscore.Performed
import io.github.payscore.model.Model
import io.github.payscore.model.OrderRef
import io.github.payscore.performing
import java.net.http.HttpClient
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration
import java.util.concurrent.CompletableFuture
import java.util.concurrent.ExecutorService
import java.util.concurrent.RejectedExecutionException
import java.util.function.Consumer

/**
 * Performs operations with java.net.http: time-outs, no redirects, no password of anyone's. The JVM's proxy (`https.proxyHost`, the
 * default `ProxySelector`) and trust store (`javax.net.ssl.trustStore`) are heeded. Whatever goes wrong while sending is a
 * [io.github.payscore.PayscoreException] with outcome and draft; a cancellation or an `Error` takes one along.
 *
 * @param http one of its own when left out. One that is given must not follow redirects and must have no authenticator: either
 * would send again what was signed for one address.
 * @param beforeSend is given the draft of each call that changes something, before its request goes out, to store [Draft.toBytes].
 * When it throws, nothing is sent.
 */
class Client
    @JvmOverloads
    constructor(
        @Transient private val merchant: Merchant,
        http: HttpClient? = null,
        @Transient private val beforeSend: Consumer<Draft<*>>? = null,
    ) : Performed() {
        @Transient
        private val http = http?.also(::refuseResending) ?: ownClient()

        /** The same operations, whose replies come later. */
        val async: AsyncClient = AsyncClient(merchant, this.http, beforeSend)

        /** Sends a call and reads its answer. [timeout]: for the answer to begin. */
        @JvmOverloads
        fun <R : Model> send(
            call: Call<R>,
            timeout: Duration = Call.TIMEOUT,
        ): R {
            val sending = call.sending(afterHandshake = false)
            val answer =
                call.performing(sending) {
                    if (call.method != "GET") beforeSend?.accept(call.draft)
                    http.awake().send(call.request(sending, timeout), BodyHandlers.ofByteArray())
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

/**
 * Performs operations with java.net.http, without waiting. A future fails with the same exceptions, wrapped as futures do. One that is
 * cancelled, or runs out of `orTimeout`, has ours as its cause.
 */
class AsyncClient internal constructor(
    @Transient private val merchant: Merchant,
    @Transient private val http: HttpClient,
    @Transient private val beforeSend: Consumer<Draft<*>>?,
) : AsyncPerformed() {
    /** Sends a call; its answer is read when it comes. [timeout]: for the answer to begin. */
    @JvmOverloads
    fun <R : Model> send(
        call: Call<R>,
        timeout: Duration = Call.TIMEOUT,
    ): CompletableFuture<R> {
        val sending = call.sending(afterHandshake = false)
        return Pending(call, sending).sentBy {
            if (call.method != "GET") beforeSend?.accept(call.draft)
            http.awake().sendAsync(call.request(sending, timeout), BodyHandlers.ofByteArray())
        }
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
        .build()

/** With an executor that was shut down, java.net.http would wait for ever. */
private fun HttpClient.awake(): HttpClient =
    apply {
        val executor = executor().orElse(null) as? ExecutorService
        if (executor?.isShutdown == true) throw RejectedExecutionException("the HttpClient's executor was shut down: nothing was sent")
    }

private fun refuseResending(http: HttpClient) {
    require(http.followRedirects() == HttpClient.Redirect.NEVER) { "the HttpClient follows redirects: build it with Redirect.NEVER" }
    require(http.authenticator().isEmpty) { "the HttpClient has an authenticator, which sends a request again: build it without" }
}
