package io.github.payscore.okhttp

import io.github.payscore.Call
import io.github.payscore.Merchant
import io.github.payscore.Operation
import io.github.payscore.Performed
import io.github.payscore.model.Model
import io.github.payscore.model.OrderRef
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

/**
 * Performs operations with OkHttp (5, which your project brings): one request on the wire for one call.
 *
 * @param http what to derive from: its connections, time-outs, proxy and TLS are kept, its redirects, repetitions and
 * authenticators switched off.
 */
class Client
    @JvmOverloads
    constructor(
        private val merchant: Merchant,
        http: OkHttpClient = OkHttpClient(),
    ) : Performed() {
        private val http = once(http)

        /** Sends a call and reads its answer. */
        fun <R : Model> send(call: Call<R>): R {
            val (status, headers, body) =
                try {
                    http.newCall(request(call)).execute().use { Triple(it.code, it.headers, it.body.bytes()) }
                } catch (error: IOException) {
                    throw call.lost(error)
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
                    .addNetworkInterceptor(NoInvitation)
                    .build()

            /** A call as OkHttp's request, byte for byte. Send it with a client that [once] made. */
            @JvmStatic
            fun request(call: Call<*>): Request =
                Request
                    .Builder()
                    .url(call.url)
                    .headers(call.headers.toHeaders())
                    .method(call.method, call.body?.let(::OneShot))
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

/** OkHttp sends again by itself what is answered with 503 and `Retry-After: 0`: the invitation is not passed on. */
private object NoInvitation : Interceptor {
    override fun intercept(chain: Interceptor.Chain): Response {
        val answer = chain.proceed(chain.request())
        return answer.newBuilder().removeHeader("Retry-After").build()
    }
}
