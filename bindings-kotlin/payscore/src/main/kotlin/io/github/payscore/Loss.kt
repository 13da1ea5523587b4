package io.github.payscore

import java.io.IOException
import java.io.UncheckedIOException
import java.lang.reflect.InvocationTargetException
import java.lang.reflect.UndeclaredThrowableException
import java.net.ConnectException
import java.net.NoRouteToHostException
import java.net.UnknownHostException
import java.net.http.HttpConnectTimeoutException
import java.nio.channels.UnresolvedAddressException
import java.util.Collections
import java.util.IdentityHashMap
import java.util.concurrent.CompletionException
import java.util.concurrent.ExecutionException
import javax.net.ssl.SSLException
import javax.net.ssl.SSLHandshakeException

/**
 * What an exception proves about a request. The table is in `docs/http-clients.md`, and `LossTest.kt` executes it. Any
 * throwable may be passed: one without a message, one whose methods throw, one that is its own cause.
 */
internal object Loss {
    /** At most this many causes and suppressed exceptions are looked at. */
    private const val SEARCH_LIMIT = 64

    /**
     * Wrappers that add nothing to their cause. A library's own wrapper is not among them: it may stand for several
     * attempts and show only the last.
     */
    private val WRAPPERS: Set<Class<*>> =
        setOf(
            RuntimeException::class.java,
            Exception::class.java,
            IOException::class.java,
            UncheckedIOException::class.java,
            ExecutionException::class.java,
            CompletionException::class.java,
            InvocationTargetException::class.java,
            UndeclaredThrowableException::class.java,
        )

    /**
     * Whether an exception proves that no connection was made, in the only attempt or in each of several. In doubt it
     * does not. [watched]: whether it is also known that the request did not begin, so that any failure of TLS was one
     * of the handshake.
     */
    fun neverConnected(
        reason: Throwable,
        watched: Boolean,
    ): Boolean =
        nullIfItThrows { isConnectionFailure(unwrap(reason), watched) && isOnlyAttempt(reason, watched) } ?: false

    /** Whether this side saw the TLS handshake fail. */
    fun handshakeFailed(reason: Throwable): Boolean =
        nullIfItThrows { isOwnRefusal(unwrap(reason)) && isOnlyAttempt(reason, watched = false) } ?: false

    /** A reason as a text. */
    fun describe(reason: Any?): String =
        when (reason) {
            null -> "no reason is known"
            is Throwable -> listOfNotNull(className(reason), nullIfItThrows { reason.message }).joinToString(": ")
            else -> nullIfItThrows { reason.toString() } ?: className(reason)
        }

    private fun isConnectionFailure(
        reason: Throwable,
        watched: Boolean,
    ): Boolean =
        reason is ConnectException ||
            reason is NoRouteToHostException ||
            reason is UnknownHostException ||
            reason is UnresolvedAddressException ||
            reason is HttpConnectTimeoutException ||
            (if (watched) reason is SSLException else isOwnRefusal(reason))

    /**
     * This side ended the TLS handshake, or saw it cut: the server's certificate, its name or its protocol was not
     * acceptable. A received alert proves nothing: under TLS 1.3, the server may check the client's certificate after
     * the request was sent.
     */
    private fun isOwnRefusal(reason: Throwable): Boolean =
        reason is SSLHandshakeException && reason.message?.contains("alert", ignoreCase = true) != true

    private fun unwrap(reason: Throwable): Throwable {
        var inner = reason
        repeat(SEARCH_LIMIT) {
            if (inner.javaClass !in WRAPPERS) return inner
            inner = inner.cause ?: return inner
        }
        return inner
    }

    /** Whether no other attempt may have sent something, as its causes and suppressed exceptions show. */
    private fun isOnlyAttempt(
        reason: Throwable,
        watched: Boolean,
    ): Boolean {
        val seen = Collections.newSetFromMap(IdentityHashMap<Throwable, Boolean>())
        val open = ArrayDeque<Throwable>(listOf(reason))
        while (open.isNotEmpty()) {
            val next = open.removeFirst()
            if (!seen.add(next)) continue
            if (seen.size > SEARCH_LIMIT || isRepeating(next)) return false
            if (!next.suppressed.all { isConnectionFailure(unwrap(it), watched) }) return false
            open += next.suppressed
            next.cause?.let(open::add)
        }
        return true
    }

    /**
     * HttpURLConnection sends a POST a second time by itself when a kept connection was cut, and shows the second
     * failure only.
     */
    private fun isRepeating(reason: Throwable): Boolean =
        System.getProperty("sun.net.http.retryPost") != "false" &&
            reason.stackTrace.any { it.className.startsWith("sun.net.www.protocol.http.") }

    private fun className(thing: Any): String = thing.javaClass.name.substringAfterLast('.')

    private inline fun <T> nullIfItThrows(work: () -> T): T? =
        try {
            work()
        } catch (_: Exception) {
            null
        } catch (_: StackOverflowError) {
            null
        }
}
