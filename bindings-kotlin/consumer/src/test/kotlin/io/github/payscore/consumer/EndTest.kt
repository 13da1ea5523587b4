package io.github.payscore.consumer

import io.github.payscore.Call
import io.github.payscore.Draft
import io.github.payscore.Merchant
import io.github.payscore.PayscoreException
import io.github.payscore.TransportException
import io.github.payscore.model.CancelOrder
import io.github.payscore.model.OrderCancelled
import io.github.payscore.model.Outcome
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.TimeoutCancellationException
import kotlinx.coroutines.future.await
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.runInterruptible
import kotlinx.coroutines.withTimeout
import okhttp3.Interceptor
import okhttp3.OkHttpClient
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout
import org.junit.jupiter.api.assertThrows
import java.io.IOException
import java.net.ConnectException
import java.net.HttpURLConnection
import java.net.InetAddress
import java.net.ServerSocket
import java.net.URI
import java.net.http.HttpClient
import java.time.Duration
import java.util.concurrent.CancellationException
import java.util.concurrent.CompletionException
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import java.util.concurrent.TimeoutException
import java.util.function.Consumer
import kotlin.concurrent.thread
import io.github.payscore.http.Client as HttpHelper
import io.github.payscore.okhttp.Client as OkHttpHelper

/**
 * However a call ends, the exception says what is known of it and carries its draft: the second table of
 * `docs/http-clients.md`.
 */
@Timeout(60)
class EndTest {
    private val arrived = CountDownLatch(1)
    private val silent: Stage by lazy {
        answering {
            arrived.countDown()
            Thread.sleep(20_000)
        }
    }

    @Test
    fun `the table is about what is executed`() {
        val names = table("What else ends a call, executed by `EndTest.kt`:").keys
        val cases =
            javaClass.declaredMethods
                .filter {
                    it.isAnnotationPresent(Case::class.java)
                }.map { it.getAnnotation(Case::class.java).row }
        assertEquals(names, cases.toSet())
    }

    @Test
    @Case("`beforeSend` throws")
    fun `a hook that fails sends nothing`() {
        for (send in hooked(silent) { throw IllegalStateException("the database is down") }) {
            val (call, error) = caught(silent, send)
            assertEnd(call, error, Outcome.NOT_SENT)
            assertEquals("the database is down", error.cause!!.message)
        }
        assertEquals(emptyList<String>(), silent.received)
    }

    @Test
    fun `a hook receives every change before its request`() {
        val answering = answering(OK)
        val stored = CopyOnWriteArrayList<Pair<ByteArray, Int>>()
        for (send in hooked(answering) { stored += it.toBytes() to answering.received.size }) {
            val (call, _) = caught(answering, send)
            assertArrayEquals(call.draft.toBytes(), stored.last().first)
        }
        assertEquals(listOf(0, 1, 2), stored.map { it.second })
        val merchant = merchantAt(answering.url)
        assertThrows<PayscoreException> {
            HttpHelper(merchant, null) { stored += it.toBytes() to -1 }.queryDeduction(ref("E1"))
        }
        assertEquals(3, stored.size, "what changes nothing need not be stored")
    }

    @Test
    @Case("the thread is interrupted while it waits")
    fun interrupted() {
        for (send in listOf<Send>({ m, call -> HttpHelper(m).send(call) }, { m, call -> OkHttpHelper(m).send(call) })) {
            val waiting = CountDownLatch(1)
            answering { waiting.countDown().also { Thread.sleep(20_000) } }.use { stage ->
                var stays = false
                lateinit var end: Pair<Call<*>, Throwable>
                val worker = thread { end = caught(stage, send).also { stays = Thread.currentThread().isInterrupted } }
                waiting.await()
                worker.interrupt()
                worker.join()
                assertEnd(end.first, end.second, Outcome.UNKNOWN)
                assertTrue(stays)
            }
        }
    }

    @Test
    @Case("`CompletableFuture.cancel` while the answer is awaited")
    fun cancelled() {
        val merchant = merchantAt(silent.url)
        val call = cancellation(merchant)
        val future = HttpHelper(merchant).async.send(call)
        arrived.await()
        assertTrue(future.cancel(true) && future.isCancelled)
        val error = assertThrows<CancellationException> { future.join() }
        assertEnd(call, error, Outcome.UNKNOWN)
    }

    @Test
    @Case("`CompletableFuture.orTimeout`")
    fun outOfTime() {
        val merchant = merchantAt(silent.url)
        val call = cancellation(merchant)
        val future = HttpHelper(merchant).async.send(call)
        arrived.await()
        val error = assertThrows<CompletionException> { future.orTimeout(50, TimeUnit.MILLISECONDS).join() }
        assertInstanceOf(
            TimeoutException::class.java,
            assertInstanceOf(TransportException::class.java, error.cause).cause,
        )
        assertEnd(call, error, Outcome.UNKNOWN)
    }

    @Test
    @Case("a coroutine is cancelled around `send` in `runInterruptible`")
    fun coroutine() {
        val merchant = merchantAt(silent.url)
        val call = cancellation(merchant)
        val client = HttpHelper(merchant)
        val error =
            assertThrows<TransportException> {
                runBlocking { withTimeout(500) { runInterruptible(Dispatchers.IO) { client.send(call) } } }
            }
        assertEnd(call, error, Outcome.UNKNOWN)
    }

    @Test
    @Case("a coroutine is cancelled around `await` of a future")
    fun awaiting() {
        val merchant = merchantAt(silent.url)
        val call = cancellation(merchant)
        val stored = CopyOnWriteArrayList<ByteArray>()
        val future = HttpHelper(merchant, null) { stored += it.toBytes() }.async.send(call)
        assertThrows<TimeoutCancellationException> { runBlocking { withTimeout(300) { future.await() } } }
        assertEnd(call, assertThrows<CancellationException> { future.join() }, Outcome.UNKNOWN)
        assertArrayEquals(call.draft.toBytes(), stored.single())
    }

    @Test
    @Case("the client's executor was shut down")
    fun rejected() {
        val executor = Executors.newSingleThreadExecutor().apply { shutdown() }
        val http = HttpClient.newBuilder().executor(executor).build()
        val (call, error) = caught(silent) { m, call -> HttpHelper(m, http).send(call) }
        assertEnd(call, error, Outcome.NOT_SENT)
        assertEquals(emptyList<String>(), silent.received)
    }

    @Test
    @Case("OkHttp: `Call.cancel`, `Dispatcher.cancelAll`")
    fun cancelledOkHttp() {
        val http = OkHttpClient()
        thread {
            arrived.await()
            http.dispatcher.cancelAll()
        }
        val (call, error) = caught(silent) { m, call -> OkHttpHelper(m, http).send(call) }
        assertEnd(call, error, Outcome.UNKNOWN)
    }

    @Test
    @Case("OkHttp: the call's time-out")
    fun callTimeout() {
        val http = OkHttpClient.Builder().callTimeout(Duration.ofMillis(300)).build()
        val (call, error) = caught(silent) { m, call -> OkHttpHelper(m, http).send(call) }
        assertEnd(call, error, Outcome.UNKNOWN)
    }

    @Test
    @Case("OkHttp: an interceptor throws before it passed the request on")
    fun interceptorBefore() {
        val (call, error) = intercepted(answering(OK)) { throw IllegalStateException("no") }
        assertEnd(call, error, Outcome.NOT_SENT)
    }

    @Test
    @Case("OkHttp: an interceptor throws when the answer came")
    fun interceptorAfter() {
        val (call, error) =
            intercepted(answering(OK)) { chain ->
                chain.proceed(chain.request()).use {
                    throw IllegalStateException("no")
                }
            }
        assertEnd(call, error, Outcome.UNKNOWN)
        assertInstanceOf(IllegalStateException::class.java, error.cause)
    }

    @Test
    @Case("OkHttp: an interceptor sends again, or changes what was signed")
    fun interceptorAgain() {
        val stage = answering("")
        val (call, error) =
            intercepted(stage) { chain ->
                runCatching {
                    chain.proceed(chain.request())
                }.getOrElse { chain.proceed(chain.request()) }
            }
        assertEnd(call, error, Outcome.UNKNOWN)
        assertEquals(1, stage.received.size)
        val other = answering(OK)
        val (changed, refused) =
            intercepted(other) {
                it.proceed(
                    it
                        .request()
                        .newBuilder()
                        .header("Content-Type", "text/plain")
                        .build(),
                )
            }
        assertEnd(changed, refused, Outcome.NOT_SENT)
        assertEquals(0, other.received.size)
        val (_, traced) =
            intercepted(other) {
                it.proceed(
                    it
                        .request()
                        .newBuilder()
                        .header("X-Trace", "1")
                        .build(),
                )
            }
        assertEquals(1, other.received.size, "$traced")
    }

    @Test
    @Case("OkHttp: an interceptor throws a `CancellationException` or an `Error`")
    fun interceptorForeign() {
        for (foreign in listOf(CancellationException("stop"), AssertionError("x"), StackOverflowError())) {
            val (call, error) =
                intercepted(
                    answering(OK),
                ) { chain -> chain.proceed(chain.request()).use { throw foreign } }
            assertSame(foreign, error)
            assertEnd(call, error, Outcome.UNKNOWN)
        }
    }

    /** With a server that takes one connection, and cuts it when the second request has arrived. */
    @Test
    @Case("`HttpURLConnection` repeats by itself, and is refused then")
    fun repeatedByItself() {
        val listener = ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))
        val arrived = CopyOnWriteArrayList<Int>()
        thread(isDaemon = true) {
            listener.accept().use { socket ->
                listener.close()
                repeat(2) { index ->
                    if (index >
                        0
                    ) {
                        socket.getOutputStream().write(
                            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".toByteArray(),
                        )
                    }
                    val input = socket.getInputStream()
                    while (input.read() != '}'.code) continue
                    arrived += index
                }
            }
        }
        val call = cancellation(merchantAt("http://127.0.0.1:${listener.localPort}"))
        urlConnection(call)
        val error = assertThrows<IOException> { urlConnection(call) }
        assertEquals(listOf(0, 1), arrived, "$error: it arrived")
        assertInstanceOf(ConnectException::class.java, error)
        assertEnd(call, call.lost(error), Outcome.UNKNOWN)
    }

    /** The same call again: what the first attempt did counts, whatever becomes of the second. */
    @Test
    fun `a call that was sent never counts as not sent`() {
        val stage = answering("")
        val merchant = merchantAt(stage.url)
        for (client in listOf<
            (
                Call<OrderCancelled>,
            ) -> Any?,
        >({ HttpHelper(merchant).send(it) }, { OkHttpHelper(merchant).send(it) })) {
            val call = cancellation(merchant)
            assertEnd(call, assertThrows<TransportException> { client(call) }, Outcome.UNKNOWN)
            assertEnd(call, call.lost(ConnectException("refused")), Outcome.UNKNOWN)
        }
        stage.close()
        val call = cancellation(merchant)
        assertEnd(call, assertThrows<TransportException> { HttpHelper(merchant).send(call) }, Outcome.NOT_SENT)
    }

    private fun intercepted(
        stage: Stage,
        interceptor: Interceptor,
    ): Pair<Call<*>, Throwable> {
        val http = OkHttpClient.Builder().addInterceptor(interceptor).build()
        return caught(stage) { m, call -> OkHttpHelper(m, http).send(call) }
    }

    private fun hooked(
        stage: Stage,
        hook: Consumer<Draft<*>>,
    ): List<Send> =
        listOf(
            { m, call -> HttpHelper(m, stage.javaNet(), hook).send(call) },
            { m, call -> unwrapped { HttpHelper(m, stage.javaNet(), hook).async.send(call).join() } },
            { m, call -> OkHttpHelper(m, stage.okHttp(), hook).send(call) },
        )

    private fun assertEnd(
        call: Call<*>,
        error: Throwable,
        outcome: Outcome,
    ) {
        val ours = PayscoreException.findIn(error) ?: throw AssertionError("none of ours", error)
        assertEquals(outcome, ours.outcome, "$error")
        assertArrayEquals(call.draft.toBytes(), ours.draft)
    }
}

/** A row of the table. */
@Retention(AnnotationRetention.RUNTIME)
annotation class Case(
    val row: String,
)

private typealias Send = (Merchant, Call<OrderCancelled>) -> Any?

private fun cancellation(merchant: Merchant): Call<OrderCancelled> =
    merchant.cancelOrder(ref("E1"), CancelOrder(reason = "x"))

private fun caught(
    stage: Stage,
    send: Send,
): Pair<Call<*>, Throwable> {
    val merchant = merchantAt(stage.url)
    val call = cancellation(merchant)
    return call to
        (runCatching { send(merchant, call) }.exceptionOrNull() ?: throw AssertionError("nothing was thrown"))
}

private fun unwrapped(work: () -> Any?): Any? =
    try {
        work()
    } catch (error: CompletionException) {
        throw error.cause!!
    }

private fun urlConnection(call: Call<*>) {
    val connection = URI.create(call.url).toURL().openConnection() as HttpURLConnection
    connection.requestMethod = call.method
    call.headers.forEach(connection::setRequestProperty)
    connection.doOutput = true
    connection.outputStream.use { it.write(call.body) }
    connection.inputStream.use { it.readAllBytes() }
}
