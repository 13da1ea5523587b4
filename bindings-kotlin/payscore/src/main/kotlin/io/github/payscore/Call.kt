package io.github.payscore

import com.fasterxml.jackson.annotation.JsonValue
import io.github.payscore.ffi.CallParts
import io.github.payscore.ffi.Header
import io.github.payscore.ffi.Received
import io.github.payscore.ffi.Stored
import io.github.payscore.ffi.Values
import io.github.payscore.model.Model
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.time.Duration
import java.util.Collections
import java.util.concurrent.CancellationException

/**
 * A signed request: send [method], [url], [headers] and [body] exactly as they are, without following redirects, and give the
 * answer to [read], or its loss to [lost].
 */
class Call<R : Model> private constructor(
    draft: Draft<R>,
    @Transient private val parts: CallParts,
    @Transient private val attempts: Attempts,
) {
    internal constructor(draft: Draft<R>, parts: CallParts) : this(draft, parts, Attempts())

    internal constructor(merchant: Merchant, kind: Operation<R>, parts: CallParts, timestamp: Long, nonce: String) :
        this(Draft(merchant, kind, parts.draft, Stored(parts.draft.stored, timestamp, nonce)), parts)

    /** The draft it was made of, to store or to settle. */
    @Transient
    val draft: Draft<R> = draft

    /** `GET` or `POST`. */
    val method: String
        get() = parts.method

    /** The whole URL, percent-encoded once and for all. */
    val url: String
        get() = parts.url

    /** The headers. `Authorization` is among them: do not log it. */
    @Transient
    val headers: Map<String, String> = Collections.unmodifiableMap(parts.headers.associateTo(LinkedHashMap()) { it.name to it.value })

    /** The body's bytes; null when there is none. */
    val body: ByteArray?
        get() = parts.body?.clone()

    /**
     * For [HttpClient], which must not follow redirects: `followRedirects(Redirect.NEVER)`, its default. It goes out once: to send
     * the same again, sign the draft again. [timeout]: for the answer to begin.
     */
    @JvmOverloads
    fun toHttpRequest(timeout: Duration = TIMEOUT): HttpRequest = request(sending(afterHandshake = false), timeout)

    /** The verified reply. */
    fun read(answer: HttpResponse<ByteArray>): R = read(answer.statusCode(), answer.headers().map(), answer.body())

    /** The verified reply. [headers]: names to one text or to several; [body]: the bytes as received. */
    fun read(
        status: Int,
        headers: Map<String, *>?,
        body: ByteArray?,
    ): R = reading { read(status, headersOf(headers), body) }

    /** The verified reply. [headers]: pairs, such as OkHttp's `Headers`; [body]: the bytes as received. */
    fun read(
        status: Int,
        headers: Iterable<Pair<String, String>>?,
        body: ByteArray?,
    ): R = reading { read(status, headersOf(headers), body) }

    /** The verified reply. [headers]: a look-up by name, such as `headers::get` of Spring's `HttpHeaders`; [body]: the bytes as received. */
    fun read(
        status: Int,
        headers: HeaderLookup,
        body: ByteArray?,
    ): R = reading { read(status, headersOf(headers), body) }

    /** A text is not what was signed: always throws, with the remedy. The request was sent. */
    @Deprecated("the signature covers the bytes as received: take the body as ByteArray", level = DeprecationLevel.ERROR)
    fun read(
        status: Int,
        headers: Any?,
        body: String,
    ): R = reading { throw exception(crossing { draft.merchant.native.answerNotBytes(draft.stored, "text") }) }

    private fun read(
        status: Int,
        headers: List<Header>,
        body: ByteArray?,
    ): R {
        val merchant = draft.merchant
        val answer = Received(status, headers, body ?: ByteArray(0), merchant.now())
        return draft.kind.reply(read(crossing { merchant.native.read(draft.stored, answer) }))
    }

    /**
     * The exception to throw when no answer arrived. [reason]: what the client threw, or what is known in words. The outcome is
     * unknown, unless it is certain that the connection was never made. Only the failure of the only attempt counts: a client that
     * repeats by itself must not be used.
     */
    fun lost(reason: Any?): PayscoreException {
        val error = reason as? Throwable
        val never = error != null && Loss.neverConnected(error, attempts.watched) && attempts.neverSent(error)
        return lost(!never, reason)
    }

    /** The same for the one attempt that a client of ours made and watched. */
    internal fun lostWhile(
        sending: Sending,
        error: Throwable,
    ): Throwable {
        if (error is InterruptedException) Thread.currentThread().interrupt()
        val never = sending.neverSent(error) && attempts.neverSent(error)
        return when (error) {
            // What must stay what it is takes the exception along: PayscoreException.within finds it.
            is CancellationException, is Error -> error.apply { addSuppressed(lost(!never, Loss.text(error))) }

            else -> lost(!never, error)
        }
    }

    private fun lost(
        sent: Boolean,
        reason: Any?,
    ): PayscoreException {
        val text = Values.sayable(Loss.text(reason))
        val lost = exception(crossing { draft.merchant.native.lost(draft.stored, sent, text) }).about(draft)
        if (reason is Throwable) lost.initCause(reason)
        return lost
    }

    /** An answer arrived, so that the request was sent: whatever goes wrong now says so, and carries the draft. */
    private inline fun reading(work: () -> R): R =
        try {
            work()
        } catch (error: PayscoreException) {
            throw error.about(draft)
        } catch (error: RuntimeException) {
            throw lost(true, error)
        }

    internal fun sending(afterHandshake: Boolean): Sending = attempts.next(afterHandshake)

    internal fun request(
        sending: Sending,
        timeout: Duration,
    ): HttpRequest {
        // HTTP/1.1: over plain http the client would else add headers of its own that ask for HTTP/2.
        val request = HttpRequest.newBuilder(URI.create(url)).version(HttpClient.Version.HTTP_1_1).timeout(timeout)
        headers.forEach { (name, value) -> request.header(name, value) }
        return request.method(method, Once(parts.body, sending)).build()
    }

    internal fun of(other: Merchant): Call<R> = Call(draft.of(other), parts, attempts)

    /** Its text, also where a library writes JSON: `Authorization` is never in it. */
    @JsonValue
    override fun toString(): String = "Call($method $url)"

    internal companion object {
        val TIMEOUT: Duration = Duration.ofSeconds(30)
    }
}

/** Does the sending. What goes wrong becomes the call's loss, with its draft. */
internal inline fun <T> Call<*>.performing(
    sending: Sending,
    work: () -> T,
): T =
    try {
        work()
    } catch (error: Throwable) {
        throw lostWhile(sending, error)
    }
