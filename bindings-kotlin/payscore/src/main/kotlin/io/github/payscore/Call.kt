package io.github.payscore

import com.fasterxml.jackson.annotation.JsonValue
import io.github.payscore.ffi.CallParts
import io.github.payscore.ffi.Header
import io.github.payscore.ffi.ReceivedMessage
import io.github.payscore.ffi.StoredDraft
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
 * A signed request. Send [method], [url], [headers] and [body] exactly as they are, without following redirects. Pass
 * the answer to [read]. If no answer arrives, throw what [lost] returns.
 */
class Call<R : Model> private constructor(
    draft: Draft<R>,
    @Transient private val parts: CallParts,
    @Transient private val attempts: Attempts,
) {
    internal constructor(draft: Draft<R>, parts: CallParts) : this(draft, parts, Attempts())

    internal constructor(
        merchant: BaseMerchant<*, *>,
        kind: Operation<R>,
        parts: CallParts,
        timestamp: Long,
        nonce: String,
    ) : this(Draft(merchant, kind, parts.draft, StoredDraft(parts.draft.bytes, timestamp, nonce)), parts)

    /** The draft that was signed, to store or to settle. */
    @Transient
    val draft: Draft<R> = draft

    /** `GET` or `POST`. */
    val method: String
        get() = parts.method

    /** The whole URL, already percent-encoded. */
    val url: String
        get() = parts.url

    /** The headers. `Authorization` is among them: do not log it. */
    @Transient
    val headers: Map<String, String> =
        Collections.unmodifiableMap(parts.headers.associateTo(LinkedHashMap()) { it.name to it.value })

    /** The body's bytes; null if there is no body. */
    val body: ByteArray?
        get() = parts.body?.clone()

    /**
     * The request for an [HttpClient], which must not follow redirects: `followRedirects(Redirect.NEVER)`, its default.
     * It is sent once only; to send the same body again, sign the draft again.
     *
     * @param timeout how long to wait for the answer to begin.
     */
    @JvmOverloads
    fun toHttpRequest(timeout: Duration = TIMEOUT): HttpRequest = request(newAttempt(afterHandshake = false), timeout)

    /** The verified reply. */
    fun read(answer: HttpResponse<ByteArray>): R = read(answer.statusCode(), answer.headers().map(), answer.body())

    /** The verified reply. [headers]: names to one text or to several; [body]: the bytes as received. */
    fun read(
        status: Int,
        headers: Map<String, *>?,
        body: ByteArray?,
    ): R = reading { read(status, headersFrom(headers), body) }

    /** The verified reply. [headers]: pairs, such as OkHttp's `Headers`; [body]: the bytes as received. */
    fun read(
        status: Int,
        headers: Iterable<Pair<String, String>>?,
        body: ByteArray?,
    ): R = reading { read(status, headersFrom(headers), body) }

    /**
     * The verified reply. [headers]: a look-up by name, such as `headers::get` of Spring's `HttpHeaders`; [body]: the
     * bytes as received.
     */
    fun read(
        status: Int,
        headers: HeaderLookup,
        body: ByteArray?,
    ): R = reading { read(status, headersFrom(headers), body) }

    /**
     * Always throws: a text is not what was signed. The exception says that the request was sent, and gives the remedy.
     */
    @Deprecated(TEXT_BODY, level = DeprecationLevel.ERROR)
    fun read(
        status: Int,
        headers: Any?,
        body: String,
    ): R =
        reading {
            throw exceptionFrom(callCore { draft.merchant.native.answerNotBytes(draft.stored, "text") })
        }

    private fun read(
        status: Int,
        headers: List<Header>,
        body: ByteArray?,
    ): R {
        val merchant = draft.merchant
        val answer = ReceivedMessage(status, headers, body ?: ByteArray(0), merchant.now())
        return draft.kind.readReply(readFromCore { merchant.native.read(draft.stored, answer) })
    }

    /**
     * The exception to throw if no answer arrived. The outcome is unknown, unless it is certain that the connection was
     * never made. Do not use a client that repeats by itself: only the failure of the only attempt proves anything.
     *
     * @param reason the exception of the HTTP client, or a text.
     */
    fun lost(reason: Any?): PayscoreException {
        val error = reason as? Throwable
        val isUnsent = error != null && Loss.neverConnected(error, attempts.watched) && attempts.neverSent(error)
        return lost(!isUnsent, reason)
    }

    /** The exception to throw if an attempt failed that one of Payscore's own clients made and watched. */
    internal fun lostDuring(
        attempt: SendingAttempt,
        error: Throwable,
    ): Throwable {
        if (error is InterruptedException) Thread.currentThread().interrupt()
        val isUnsent = attempt.neverSent(error) && attempts.neverSent(error)
        return when (error) {
            // These keep their type and carry the exception; PayscoreException.findIn finds it.
            is CancellationException, is Error -> error.apply { addSuppressed(lost(!isUnsent, Loss.describe(error))) }

            else -> lost(!isUnsent, error)
        }
    }

    private fun lost(
        sent: Boolean,
        reason: Any?,
    ): PayscoreException {
        val text = Values.wellFormed(Loss.describe(reason))
        val lost = exceptionFrom(callCore { draft.merchant.native.lost(draft.stored, sent, text) }).withDraft(draft)
        if (reason is Throwable) lost.initCause(reason)
        return lost
    }

    /** An answer arrived, so the request was sent. Every exception from here on says so and carries the draft. */
    private inline fun reading(work: () -> R): R =
        try {
            work()
        } catch (error: PayscoreException) {
            throw error.withDraft(draft)
        } catch (error: RuntimeException) {
            throw lost(true, error)
        }

    internal fun newAttempt(afterHandshake: Boolean): SendingAttempt = attempts.next(afterHandshake)

    internal fun request(
        attempt: SendingAttempt,
        timeout: Duration,
    ): HttpRequest {
        // HTTP/1.1: over plain http, the client would otherwise add its own headers to ask for HTTP/2.
        val request =
            HttpRequest.newBuilder(URI.create(url)).version(HttpClient.Version.HTTP_1_1).timeout(timeout)
        headers.forEach { (name, value) -> request.header(name, value) }
        return request.method(method, OnceBody(parts.body, attempt)).build()
    }

    internal fun withMerchant(other: BaseMerchant<*, *>): Call<R> = Call(draft.withMerchant(other), parts, attempts)

    /** Its method and URL, without the `Authorization`. A JSON library writes this text. */
    @JsonValue
    override fun toString(): String = "Call($method $url)"

    internal companion object {
        val TIMEOUT: Duration = Duration.ofSeconds(30)
    }
}

/** Sends the call. What goes wrong becomes the call's loss, with its draft. */
internal inline fun <T> Call<*>.sendWith(
    attempt: SendingAttempt,
    work: () -> T,
): T =
    try {
        work()
    } catch (error: Throwable) {
        throw lostDuring(attempt, error)
    }
