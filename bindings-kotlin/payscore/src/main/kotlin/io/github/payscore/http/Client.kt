package io.github.payscore.http

import io.github.payscore.AsyncClientOperations
import io.github.payscore.Call
import io.github.payscore.ClientOperations
import io.github.payscore.Draft
import io.github.payscore.Merchant
import io.github.payscore.Operation
import io.github.payscore.model.Model
import io.github.payscore.model.OrderRef
import io.github.payscore.sendWith
import java.net.http.HttpClient
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration
import java.util.concurrent.CompletableFuture
import java.util.concurrent.ExecutorService
import java.util.concurrent.RejectedExecutionException
import java.util.function.Consumer

/**
 * Performs operations with java.net.http: with time-outs, without redirects, without an authenticator. The JVM's proxy
 * (`https.proxyHost`, the default `ProxySelector`) and trust store (`javax.net.ssl.trustStore`) apply. Every failure to
 * send is a [io.github.payscore.PayscoreException] with outcome and draft; a cancellation or an `Error` carries one,
 * which [io.github.payscore.PayscoreException.findIn] finds.
 *
 * @param http the client to send with; by default one of its own. It must not follow redirects and must have no
 * authenticator: either would send again what was signed for one address.
 * @param beforeSend receives the draft of each call that changes something, before its request goes out, to store
 * [Draft.toBytes]. If it throws, nothing is sent.
 */
class Client
    @JvmOverloads
    constructor(
        @Transient private val merchant: Merchant,
        http: HttpClient? = null,
        @Transient private val beforeSend: Consumer<Draft<*>>? = null,
    ) : ClientOperations() {
        @Transient
        private val http = http?.also(::refuseResending) ?: ownClient()

        /** The same operations without waiting: each returns a future. */
        val async: AsyncClient = AsyncClient(merchant, this.http, beforeSend)

        /** Sends a call and reads its answer. [timeout]: how long to wait for the answer to begin. */
        @JvmOverloads
        fun <R : Model> send(
            call: Call<R>,
            timeout: Duration = Call.TIMEOUT,
        ): R {
            val attempt = call.newAttempt(afterHandshake = false)
            val answer =
                call.sendWith(attempt) {
                    if (call.method != "GET") beforeSend?.accept(call.draft)
                    http.unlessShutDown().send(call.request(attempt, timeout), BodyHandlers.ofByteArray())
                }
            return call.read(answer)
        }

        override fun <R : Model> perform(
            operation: Operation<R>,
            order: OrderRef?,
            params: Model?,
            extra: Map<String, Any?>?,
        ): R = send(merchant.makeCall(operation, order, params, extra))
    }

/**
 * Performs operations with java.net.http, without waiting. A future fails with the same exceptions, wrapped as futures
 * wrap them. If it is cancelled, or if `orTimeout` ends it, the cause is a [io.github.payscore.PayscoreException].
 */
class AsyncClient internal constructor(
    @Transient private val merchant: Merchant,
    @Transient private val http: HttpClient,
    @Transient private val beforeSend: Consumer<Draft<*>>?,
) : AsyncClientOperations() {
    /** Sends a call; its answer is read when it comes. [timeout]: how long to wait for the answer to begin. */
    @JvmOverloads
    fun <R : Model> send(
        call: Call<R>,
        timeout: Duration = Call.TIMEOUT,
    ): CompletableFuture<R> {
        val attempt = call.newAttempt(afterHandshake = false)
        return PendingReply(call, attempt).sentBy {
            if (call.method != "GET") beforeSend?.accept(call.draft)
            http.unlessShutDown().sendAsync(call.request(attempt, timeout), BodyHandlers.ofByteArray())
        }
    }

    override fun <R : Model> perform(
        operation: Operation<R>,
        order: OrderRef?,
        params: Model?,
        extra: Map<String, Any?>?,
    ): CompletableFuture<R> = send(merchant.makeCall(operation, order, params, extra))
}

private fun ownClient(): HttpClient =
    HttpClient
        .newBuilder()
        .connectTimeout(Duration.ofSeconds(5))
        .followRedirects(HttpClient.Redirect.NEVER)
        .build()

/** Refuses an executor that was shut down: java.net.http would wait forever. */
private fun HttpClient.unlessShutDown(): HttpClient =
    apply {
        val executor = executor().orElse(null) as? ExecutorService
        if (executor?.isShutdown == true) {
            throw RejectedExecutionException("the HttpClient's executor was shut down: nothing was sent")
        }
    }

private fun refuseResending(http: HttpClient) {
    require(http.followRedirects() == HttpClient.Redirect.NEVER) {
        "the HttpClient follows redirects: build it with Redirect.NEVER"
    }
    require(http.authenticator().isEmpty) {
        "the HttpClient has an authenticator, which sends a request again: build it without one"
    }
}
