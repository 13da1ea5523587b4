package io.github.payscore

import java.io.IOException
import java.io.UncheckedIOException
import java.net.http.HttpRequest.BodyPublisher
import java.net.http.HttpRequest.BodyPublishers
import java.nio.ByteBuffer
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.Flow
import java.util.concurrent.atomic.AtomicReference

/**
 * One attempt to send a call: whether its request has begun to go out. It begins once only, and never after it was given up. So
 * `not_sent` is a promise: it is given after the attempt was given up, and holds whatever a client's threads do later.
 */
internal class Sending(
    /** Whether it begins with the TLS handshake surely done. java.net.http begins, too, when the handshake was cut short. */
    private val afterHandshake: Boolean,
) {
    private enum class Stage { FRESH, BEGUN, GIVEN_UP }

    private val stage = AtomicReference(Stage.FRESH)

    /** Called before the first byte. */
    fun begin() {
        if (!stage.compareAndSet(Stage.FRESH, Stage.BEGUN)) {
            throw IOException("a signed request is sent once only: this one was begun before, or given up")
        }
    }

    /** Called where bytes may leave without [begin] having been asked. */
    fun begun() {
        stage.compareAndSet(Stage.FRESH, Stage.BEGUN)
    }

    /** Whether it had not begun; from now on it cannot. */
    private fun giveUp(): Boolean = stage.compareAndSet(Stage.FRESH, Stage.GIVEN_UP) || stage.get() == Stage.GIVEN_UP

    /** Whether nothing was sent; from now on nothing can be. */
    fun neverSent(reason: Throwable): Boolean = giveUp() || (!afterHandshake && Loss.handshakeFailed(reason))
}

/** What is known of every attempt to send a call. */
internal class Attempts {
    private val all = CopyOnWriteArrayList<Sending>()

    /** Whether there is an attempt that would tell if it had begun. */
    val watched: Boolean
        get() = all.isNotEmpty()

    fun next(afterHandshake: Boolean): Sending = Sending(afterHandshake).also(all::add)

    /** Whether no attempt sent anything; from now on none can. */
    fun neverSent(reason: Throwable): Boolean = all.map { it.neverSent(reason) }.all { it }
}

/**
 * A body that java.net.http sends once. By itself it sends a GET again when the connection is cut before the answer begins (and every
 * method, under `jdk.httpclient.enableAllMethodRetry`). It asks for the length when it begins to write a request, once for each
 * attempt, with the connection made and before the request is on the wire: a second question is refused.
 */
internal class Once(
    body: ByteArray?,
    private val sending: Sending,
) : BodyPublisher {
    private val inner = if (body == null) BodyPublishers.noBody() else BodyPublishers.ofByteArray(body)

    override fun contentLength(): Long {
        try {
            sending.begin()
        } catch (refused: IOException) {
            throw UncheckedIOException(refused)
        }
        return inner.contentLength()
    }

    override fun subscribe(subscriber: Flow.Subscriber<in ByteBuffer>) {
        sending.begun()
        inner.subscribe(subscriber)
    }
}
