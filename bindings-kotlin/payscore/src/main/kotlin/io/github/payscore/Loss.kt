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
 * What an exception says of a request's fate. The table is in `docs/http-clients.md`, and `LossTest.kt` executes it. Every throwable
 * is survived: one without a message, one whose methods throw, one that is its own cause.
 */
internal object Loss {
    /** How far causes and suppressed exceptions are looked at. */
    private const val FAR = 64

    /** Wrappers that say nothing of their own. A library's wrapper may stand for several attempts, of which it shows the last. */
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
     * Whether an exception says for certain that no connection was made, in the only attempt or in each of several. In doubt it does
     * not. [watched]: whether it is known besides that the request did not begin, so that a failure of TLS was one of the handshake.
     */
    fun neverConnected(
        reason: Throwable,
        watched: Boolean,
    ): Boolean = survived { isUnmade(unwrapped(reason), watched) && isWhole(reason, watched) } ?: false

    /** Whether this side saw the TLS handshake fail. */
    fun handshakeFailed(reason: Throwable): Boolean =
        survived { isOwnRefusal(unwrapped(reason)) && isWhole(reason, watched = false) } ?: false

    /** What to write of a reason. */
    fun text(reason: Any?): String =
        when (reason) {
            null -> "no reason was given"
            is Throwable -> listOfNotNull(name(reason), survived { reason.message }).joinToString(": ")
            else -> survived { reason.toString() } ?: name(reason)
        }

    private fun isUnmade(
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
     * This side ended the TLS handshake, or saw it cut: the server's certificate, its name or its protocol would not do. An alert that was received
     * may be about a request that was sent: under TLS 1.3 a client's certificate is looked at meanwhile.
     */
    private fun isOwnRefusal(reason: Throwable): Boolean =
        reason is SSLHandshakeException && reason.message?.contains("alert", ignoreCase = true) != true

    private fun unwrapped(reason: Throwable): Throwable {
        var inner = reason
        repeat(FAR) {
            if (inner.javaClass !in WRAPPERS) return inner
            inner = inner.cause ?: return inner
        }
        return inner
    }

    /** Whether nothing beside it tells of another attempt that may have sent something. */
    private fun isWhole(
        reason: Throwable,
        watched: Boolean,
    ): Boolean {
        val seen = Collections.newSetFromMap(IdentityHashMap<Throwable, Boolean>())
        val open = ArrayDeque<Throwable>(listOf(reason))
        while (open.isNotEmpty()) {
            val next = open.removeFirst()
            if (!seen.add(next)) continue
            if (seen.size > FAR || isRepeating(next)) return false
            if (!next.suppressed.all { isUnmade(unwrapped(it), watched) }) return false
            open += next.suppressed
            next.cause?.let(open::add)
        }
        return true
    }

    /** HttpURLConnection sends a POST a second time by itself when a kept connection was cut, and shows the second failure only. */
    private fun isRepeating(reason: Throwable): Boolean =
        System.getProperty("sun.net.http.retryPost") != "false" &&
            reason.stackTrace.any { it.className.startsWith("sun.net.www.protocol.http.") }

    private fun name(thing: Any): String = thing.javaClass.name.substringAfterLast('.')

    private inline fun <T> survived(work: () -> T): T? =
        try {
            work()
        } catch (_: Exception) {
            null
        } catch (_: StackOverflowError) {
            null
        }
}
