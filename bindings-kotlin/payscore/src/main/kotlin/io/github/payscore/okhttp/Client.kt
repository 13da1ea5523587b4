package io.github.payscore.okhttp

import io.github.payscore.Call
import io.github.payscore.Draft
import io.github.payscore.Merchant
import io.github.payscore.Operation
import io.github.payscore.Performed
import io.github.payscore.Sending
import io.github.payscore.model.Model
import io.github.payscore.model.OrderRef
import io.github.payscore.performing
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
 * Performs operations with OkHttp (5, which your project brings): one request on the wire for one call. Whatever goes wrong while
 * sending is a [io.github.payscore.PayscoreException] with outcome and draft; a cancellation or an `Error` takes one along.
 *
 * @param http what to derive from: its connections, time-outs, interceptors, proxy and TLS are kept, its redirects, repetitions and
 * authenticators switched off. An interceptor that sends again, or changes what was signed, is refused.
 * @param beforeSend is given the draft of each call that changes something, before its request goes out, to store [Draft.toBytes].
 * When it throws, nothing is sent.
 */
class Client
    @JvmOverloads
    constructor(
        @Transient private val merchant: Merchant,
        http: OkHttpClient = OkHttpClient(),
        @Transient private val beforeSend: Consumer<Draft<*>>? = null,
    ) : Performed() {
        @Transient
        private val http = once(http)

        /** Sends a call and reads its answer. */
        fun <R : Model> send(call: Call<R>): R {
            val sending = call.sending(afterHandshake = true)
            val (status, headers, body) =
                call.performing(sending) {
                    if (call.method != "GET") beforeSend?.accept(call.draft)
                    http.newCall(request(call, sending)).execute().use { Triple(it.code, it.headers, it.body.bytes()) }
                }
            return call.read(status, headers, body)
        }

        override fun <R : Model> perform(
            operation: Operation<R>,
            order: OrderRef?,
            params: Model?,
            extra: Map<String, Any?>?,
        ): R = send(merchant.call(operation, order, params, extra))

        companion object {
            /** A client like this one that sends each request at most once. */
            @JvmStatic
            fun once(http: OkHttpClient): OkHttpClient =
                http
                    .newBuilder()
                    .retryOnConnectionFailure(false)
                    .followRedirects(false)
                    .followSslRedirects(false)
                    .authenticator(Authenticator.NONE)
                    .addNetworkInterceptor(Gate)
                    .build()

            /** A call as OkHttp's request, byte for byte. Send it with a client that [once] made. */
            @JvmStatic
            fun request(call: Call<*>): Request = request(call, call.sending(afterHandshake = true))

            private fun request(
                call: Call<*>,
                sending: Sending,
            ): Request =
                Request
                    .Builder()
                    .url(call.url)
                    .headers(call.headers.toHeaders())
                    .method(call.method, call.body?.let(::OneShot))
                    .tag(Sending::class.java, sending)
                    .build()
        }
    }

/** A body that OkHttp must not send twice, whatever an answer says. It takes its type from the headers that were signed for. */
private class OneShot(
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
 * Stands between OkHttp and the connection that was made for a request: what passes is what was signed, and passes once. OkHttp also
 * sends again by itself what is answered with 503 and `Retry-After: 0`: that invitation is not passed on.
 */
private object Gate : Interceptor {
    override fun intercept(chain: Interceptor.Chain): Response {
        val signed = chain.call().request()
        signed.tag(Sending::class.java)?.let { sending ->
            if (!isSame(signed, chain.request())) throw IOException("an interceptor changed what was signed: nothing was sent")
            sending.begin()
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
