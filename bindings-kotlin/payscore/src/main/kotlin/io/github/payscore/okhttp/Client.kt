package io.github.payscore.okhttp

import io.github.payscore.Call
import io.github.payscore.ClientOperations
import io.github.payscore.Draft
import io.github.payscore.Merchant
import io.github.payscore.Operation
import io.github.payscore.SendingAttempt
import io.github.payscore.model.Model
import io.github.payscore.model.OrderRef
import io.github.payscore.sendWith
import okhttp3.Authenticator
import okhttp3.Headers.Companion.toHeaders
import okhttp3.Interceptor
import okhttp3.MediaType
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.RequestBody
import okhttp3.Response
import okio.BufferedSink
import java.io.IOException
import java.util.function.Consumer

/**
 * Performs operations with OkHttp 5, a dependency that your project adds: one request on the wire for one call. Every
 * failure to send is a [io.github.payscore.PayscoreException] with outcome and draft; a cancellation or an `Error`
 * carries one, which [io.github.payscore.PayscoreException.findIn] finds.
 *
 * @param http the client to derive from. Its connections, time-outs, interceptors, proxy and TLS are kept; its
 * redirects, repetitions and authenticators are switched off. An interceptor that sends again, or changes what was
 * signed, is refused.
 * @param beforeSend receives the draft of each call that changes something, before its request goes out, to store
 * [Draft.toBytes]. If it throws, nothing is sent.
 */
class Client
    @JvmOverloads
    constructor(
        @Transient private val merchant: Merchant,
        http: OkHttpClient = OkHttpClient(),
        @Transient private val beforeSend: Consumer<Draft<*>>? = null,
    ) : ClientOperations() {
        @Transient
        private val http = sendingOnce(http)

        /** Sends a call and reads its answer. */
        fun <R : Model> send(call: Call<R>): R {
            val attempt = call.newAttempt(afterHandshake = true)
            val (status, headers, body) =
                call.sendWith(attempt) {
                    if (call.method != "GET") beforeSend?.accept(call.draft)
                    http.newCall(request(call, attempt)).execute().use { Triple(it.code, it.headers, it.body.bytes()) }
                }
            return call.read(status, headers, body)
        }

        override fun <R : Model> perform(
            operation: Operation<R>,
            order: OrderRef?,
            params: Model?,
            extra: Map<String, Any?>?,
        ): R = send(merchant.makeCall(operation, order, params, extra))

        companion object {
            /** A client like [http] that sends each request at most once. */
            @JvmStatic
            fun sendingOnce(http: OkHttpClient): OkHttpClient =
                http
                    .newBuilder()
                    .retryOnConnectionFailure(false)
                    .followRedirects(false)
                    .followSslRedirects(false)
                    .authenticator(Authenticator.NONE)
                    .addNetworkInterceptor(OnceInterceptor)
                    .build()

            /** A call as OkHttp's request, byte for byte. Send it with a client from [sendingOnce]. */
            @JvmStatic
            fun request(call: Call<*>): Request = request(call, call.newAttempt(afterHandshake = true))

            private fun request(
                call: Call<*>,
                attempt: SendingAttempt,
            ): Request =
                Request
                    .Builder()
                    .url(call.url)
                    .headers(call.headers.toHeaders())
                    .method(call.method, call.body?.let(::OnceBody))
                    .tag(SendingAttempt::class.java, attempt)
                    .build()
        }
    }

/** A body that OkHttp must not send twice, whatever the answer. Its content type is among the call's headers. */
private class OnceBody(
    private val bytes: ByteArray,
) : RequestBody() {
    override fun contentType(): MediaType? = null

    override fun contentLength(): Long = bytes.size.toLong()

    override fun isOneShot(): Boolean = true

    override fun writeTo(sink: BufferedSink) {
        sink.write(bytes)
    }
}

/**
 * Lets a request pass to its connection only as it was signed, and only once. OkHttp would send again a request that is
 * answered with 503 and `Retry-After: 0`: therefore that header is removed.
 */
private object OnceInterceptor : Interceptor {
    override fun intercept(chain: Interceptor.Chain): Response {
        val signed = chain.call().request()
        signed.tag(SendingAttempt::class.java)?.let { attempt ->
            if (!isSame(signed, chain.request())) {
                throw IOException("an interceptor changed what was signed: nothing was sent")
            }
            attempt.begin()
        }
        val answer = chain.proceed(chain.request())
        return answer.newBuilder().removeHeader("Retry-After").build()
    }

    private fun isSame(
        signed: Request,
        sent: Request,
    ): Boolean =
        signed.method == sent.method &&
            signed.url == sent.url &&
            signed.body === sent.body &&
            signed.headers.all { (name, value) -> sent.headers.values(name) == listOf(value) }
}
