package io.github.payscore

import io.github.payscore.ffi.CallParts
import io.github.payscore.ffi.Header
import io.github.payscore.ffi.Received
import io.github.payscore.ffi.Stored
import io.github.payscore.ffi.Values
import io.github.payscore.model.Model
import java.net.ConnectException
import java.net.NoRouteToHostException
import java.net.URI
import java.net.UnknownHostException
import java.net.http.HttpClient
import java.net.http.HttpConnectTimeoutException
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.channels.UnresolvedAddressException
import java.time.Duration
import java.util.Collections

/**
 * A signed request: send [method], [url], [headers] and [body] exactly as they are, without following redirects, and give the
 * answer to [read], or its loss to [lost].
 */
class Call<R : Model> internal constructor(
    /** The draft it was made of, to store or to settle. */
    val draft: Draft<R>,
    private val parts: CallParts,
) {
    internal constructor(merchant: Merchant, kind: Operation<R>, parts: CallParts, timestamp: Long, nonce: String) :
        this(Draft(merchant, kind, parts.draft, Stored(parts.draft.stored, timestamp, nonce)), parts)

    /** `GET` or `POST`. */
    val method: String
        get() = parts.method

    /** The whole URL, percent-encoded once and for all. */
    val url: String
        get() = parts.url

    /** The headers. `Authorization` is among them: do not log it. */
    val headers: Map<String, String> = Collections.unmodifiableMap(parts.headers.associateTo(LinkedHashMap()) { it.name to it.value })

    /** The body's bytes; null when there is none. */
    val body: ByteArray?
        get() = parts.body?.clone()

    /**
     * For [HttpClient], which must not follow redirects: `followRedirects(Redirect.NEVER)`, its default. It goes out once: to send
     * the same again, sign the draft again.
     */
    fun toHttpRequest(): HttpRequest {
        // HTTP/1.1: over plain http the client would else add headers of its own that ask for HTTP/2.
        val request = HttpRequest.newBuilder(URI.create(url)).version(HttpClient.Version.HTTP_1_1).timeout(TIMEOUT)
        headers.forEach { (name, value) -> request.header(name, value) }
        return request.method(method, Once(parts.body)).build()
    }

    /** The verified reply. */
    fun read(answer: HttpResponse<ByteArray>): R = read(answer.statusCode(), answer.headers().map(), answer.body())

    /** The verified reply. [headers]: names to one text or to several; [body]: the bytes as received. */
    fun read(
        status: Int,
        headers: Map<String, *>,
        body: ByteArray?,
    ): R = read(status, headersOf(headers), body)

    /** The verified reply. [headers]: pairs, such as OkHttp's `Headers`; [body]: the bytes as received. */
    fun read(
        status: Int,
        headers: Iterable<Pair<String, String>>,
        body: ByteArray?,
    ): R = read(status, headersOf(headers), body)

    private fun read(
        status: Int,
        headers: List<Header>,
        body: ByteArray?,
    ): R {
        val merchant = draft.merchant
        val answer = Received(status, headers, body ?: ByteArray(0), merchant.now())
        return draft.kind.reply(read(crossing { merchant.native.read(draft.stored, answer) }))
    }

    /** The exception to throw when no answer arrived. The outcome is unknown, unless the connection was never made. */
    fun lost(reason: Throwable): PayscoreException {
        val text = "${reason.javaClass.simpleName}: ${reason.message}"
        return lost(!neverConnected(reason), text).apply { initCause(reason) }
    }

    /** The same, when all that is known is a text: the request may have been sent. */
    fun lost(reason: String): PayscoreException = lost(true, reason)

    private fun lost(
        sent: Boolean,
        reason: String,
    ): PayscoreException = exception(crossing { draft.merchant.native.lost(draft.stored, sent, Values.sayable(reason)) })

    internal fun of(other: Merchant): Call<R> = Call(draft.of(other), parts)

    override fun toString(): String = "Call($method $url)"

    private companion object {
        val TIMEOUT: Duration = Duration.ofSeconds(30)

        /** Whether an exception says for certain that no connection was made. In doubt it does not. */
        fun neverConnected(reason: Throwable): Boolean =
            generateSequence(reason) { it.cause }.take(20).any {
                it is ConnectException ||
                    it is NoRouteToHostException ||
                    it is UnknownHostException ||
                    it is UnresolvedAddressException ||
                    it is HttpConnectTimeoutException
            }
    }
}
