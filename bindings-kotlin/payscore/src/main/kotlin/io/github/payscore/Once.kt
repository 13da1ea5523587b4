package io.github.payscore

import java.io.IOException
import java.io.UncheckedIOException
import java.net.http.HttpRequest.BodyPublisher
import java.net.http.HttpRequest.BodyPublishers
import java.nio.ByteBuffer
import java.util.concurrent.Flow
import java.util.concurrent.atomic.AtomicBoolean

/**
 * A body that java.net.http sends once. By itself it sends a GET again when the connection is cut before the answer begins (and every
 * method, under `jdk.httpclient.enableAllMethodRetry`). It asks for the length when it begins to write a request, once for each
 * attempt, and before anything is on the wire: a second question is refused.
 */
internal class Once(
    body: ByteArray?,
) : BodyPublisher {
    private val inner = if (body == null) BodyPublishers.noBody() else BodyPublishers.ofByteArray(body)
    private val begun = AtomicBoolean()

    override fun contentLength(): Long {
        if (begun.getAndSet(true)) throw UncheckedIOException(IOException("the connection broke, and a request is sent once only"))
        return inner.contentLength()
    }

    override fun subscribe(subscriber: Flow.Subscriber<in ByteBuffer>) = inner.subscribe(subscriber)
}
