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
 * One attempt to send a call. It knows whether its request has begun to go out. It begins once only, and never after it
 * was given up. Therefore `not_sent` is a promise: it is made only after the attempt was given up, and it holds
 * whatever a client's threads do later.
 */
internal class SendingAttempt(
    /**
     * Whether the attempt begins only after the TLS handshake. java.net.http begins even if the handshake was cut
     * short.
     */
    private val afterHandshake: Boolean,
) {
    private enum class Stage { FRESH, BEGUN, GIVEN_UP }

    private val stage = AtomicReference(Stage.FRESH)

    /** Called before the first byte is sent; refuses a second time. */
    fun begin() {
        if (!stage.compareAndSet(Stage.FRESH, Stage.BEGUN)) {
            throw IOException("a signed request is sent once only: this one was begun before, or given up")
        }
    }

    /** Called where bytes may leave although [begin] was not called. */
    fun noteBegun() {
        stage.compareAndSet(Stage.FRESH, Stage.BEGUN)
    }

    /** Whether nothing was sent. From now on nothing can be. */
    fun neverSent(reason: Throwable): Boolean = giveUp() || (!afterHandshake && Loss.handshakeFailed(reason))

    /** Whether the attempt had not begun. From now on it cannot. */
    private fun giveUp(): Boolean = stage.compareAndSet(Stage.FRESH, Stage.GIVEN_UP) || stage.get() == Stage.GIVEN_UP
}

/** Every attempt to send one call. */
internal class Attempts {
    private val all = CopyOnWriteArrayList<SendingAttempt>()

    /** Whether there is an attempt, which would know if it had begun. */
    val watched: Boolean
        get() = all.isNotEmpty()

    fun next(afterHandshake: Boolean): SendingAttempt = SendingAttempt(afterHandshake).also(all::add)

    /** Whether no attempt sent anything. From now on none can. */
    fun neverSent(reason: Throwable): Boolean = all.map { it.neverSent(reason) }.all { it }
}

/**
 * A body that java.net.http sends once. By itself, java.net.http sends a GET again when the connection is cut before
 * the answer begins; with `jdk.httpclient.enableAllMethodRetry`, it repeats every method. It asks for the length when
 * it begins to write a request: once for each attempt, after the connection is made and before the request is on the
 * wire. The second question is refused.
 */
internal class OnceBody(
    body: ByteArray?,
    private val attempt: SendingAttempt,
) : BodyPublisher {
    private val inner = if (body == null) BodyPublishers.noBody() else BodyPublishers.ofByteArray(body)

    override fun contentLength(): Long {
        try {
            attempt.begin()
        } catch (refused: IOException) {
            throw UncheckedIOException(refused)
        }
        return inner.contentLength()
    }

    override fun subscribe(subscriber: Flow.Subscriber<in ByteBuffer>) {
        attempt.noteBegun()
        inner.subscribe(subscriber)
    }
}
