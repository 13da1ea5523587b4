package io.github.payscore.consumer

import io.github.payscore.ApiException
import io.github.payscore.Call
import io.github.payscore.Merchant
import io.github.payscore.PayscoreException
import io.github.payscore.TransportException
import io.github.payscore.examples.Shop
import io.github.payscore.model.CancelOrder
import io.github.payscore.model.Outcome
import io.github.payscore.model.QueryOrder
import io.github.payscore.testing.Simulator
import okhttp3.OkHttpClient
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.EnumSource
import java.io.Closeable
import java.io.InputStream
import java.net.Authenticator
import java.net.InetAddress
import java.net.ServerSocket
import java.net.SocketException
import java.net.http.HttpClient
import java.util.concurrent.CompletionException
import java.util.concurrent.CopyOnWriteArrayList
import kotlin.concurrent.thread
import io.github.payscore.http.Client as HttpHelper
import io.github.payscore.okhttp.Client as OkHttpHelper

private const val AWKWARD = "A|1*'~ 中文"
private const val NUMBER = "A|1*_-x"

/** Whatever the client and whatever happens, what was signed arrives on the socket once, byte for byte. */
class WireTest {
    enum class Through(
        val send: (Merchant, (Merchant) -> Call<*>) -> Any?,
    ) {
        JAVA_NET({ merchant, call -> HttpHelper(merchant).send(call(merchant)) }),
        JAVA_NET_ASYNC({ merchant, call -> unwrapped { HttpHelper(merchant).async.send(call(merchant)).join() } }),
        OKHTTP({ merchant, call -> OkHttpHelper(merchant).send(call(merchant)) }),
        OKHTTP_CARELESS({ merchant, call -> OkHttpHelper(merchant, careless()).send(call(merchant)) }),
        EXAMPLE({
            merchant,
            call,
            ->
            Shop(merchant, ":memory:", "https://shop.example/notify").use { it.send(call(merchant)) }
        }),
    }

    private val calls =
        listOf<(Merchant) -> Call<*>>(
            { it.queryOrder(QueryOrder(subMchid = SUB, queryId = AWKWARD.replace(" ", ""))) },
            { it.queryDeduction(ref(NUMBER)) },
            { it.cancelOrder(ref(NUMBER), CancelOrder(reason = AWKWARD)) },
            { it.createOrder(creation(NUMBER).toBuilder().serviceIntroduction(AWKWARD).build()) },
        )

    @ParameterizedTest
    @EnumSource
    fun `what was signed is what arrives`(through: Through) {
        calls.forEach { make ->
            Socket(ERROR).use { server ->
                lateinit var call: Call<*>
                assertThrows<ApiException> {
                    through.send(merchantAt(server.url)) {
                        make(it).also { made ->
                            call = made
                        }
                    }
                }
                val received = server.received.single()
                val target = call.url.removePrefix(server.url)
                val lines = received.head.lines()
                assertEquals("${call.method} $target HTTP/1.1", lines.first())
                assertArrayEquals(call.body ?: ByteArray(0), received.body)
                val message = String(call.draft.message).split("\n", limit = 5)
                assertEquals(target to String(received.body) + "\n", message[1] to message[4])
                val headers =
                    lines
                        .drop(
                            1,
                        ).groupBy({ it.substringBefore(':').lowercase() }, { it.substringAfter(':').trim() })
                call.headers.forEach { (name, value) -> assertEquals(listOf(value), headers[name.lowercase()], name) }
                val own = setOf("host", "content-length", "connection", "accept-encoding")
                assertEquals(
                    emptySet<String>(),
                    headers.keys - own -
                        call.headers.keys
                            .map {
                                it.lowercase()
                            }.toSet(),
                    "what a client adds",
                )
                if (call.body == null) assertEquals(null, headers["content-type"])
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    fun `a redirect, an invitation to repeat and a cut connection lead to one request`(through: Through) {
        for ((answer, error) in listOf(
            REDIRECT to ApiException::class,
            REPEAT to ApiException::class,
            "" to TransportException::class,
        )) {
            for (make in listOf(calls[0], calls[2])) {
                Socket(answer).use { server ->
                    val caught = assertThrows(error.java) { through.send(merchantAt(server.url), make) }
                    val expected = if (server.received[0].head.startsWith("GET")) Outcome.NONE else Outcome.UNKNOWN
                    assertEquals(expected, caught.outcome)
                    assertEquals(1, server.received.size)
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    fun `nothing was sent when nobody listens`(through: Through) {
        val port = ServerSocket(0).use { it.localPort }
        val caught = assertThrows<TransportException> { through.send(merchantAt("http://127.0.0.1:$port"), calls[2]) }
        assertEquals("transport.not_sent" to Outcome.NOT_SENT, caught.code to caught.outcome)
    }

    /** A connection that was kept and then cut: a POST is never sent again. */
    @Test
    fun `a kept connection that breaks repeats no change`() {
        Socket(KEPT, keep = true).use { server ->
            val merchant = merchantAt(server.url)
            val client = HttpHelper(merchant)
            repeat(2) { assertThrows<PayscoreException> { client.send(calls[2](merchant)) } }
            assertEquals(2, server.received.size)
            assertEquals(
                2,
                server.connections.size + 1,
                "the first connection served the second request, and was cut then",
            )
        }
    }

    @Test
    fun `a client that would send again is refused`() {
        val redirecting = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()
        val answering = HttpClient.newBuilder().authenticator(object : Authenticator() {}).build()
        val merchant = merchantAt("http://127.0.0.1:1")
        for (client in listOf(redirecting, answering)) {
            assertThrows<IllegalArgumentException> { HttpHelper(merchant, client) }
        }
        val once = OkHttpHelper.sendingOnce(careless())
        assertTrue(!once.followRedirects && !once.followSslRedirects && !once.retryOnConnectionFailure)
    }
}

private fun careless(): OkHttpClient =
    OkHttpClient
        .Builder()
        .followRedirects(true)
        .retryOnConnectionFailure(true)
        .authenticator { _, response -> response.request }
        .build()

private fun unwrapped(work: () -> Any?): Any? =
    try {
        work()
    } catch (error: CompletionException) {
        throw error.cause!!
    }

private const val ERROR = "HTTP/1.1 400 Bad Request\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
private const val KEPT = "HTTP/1.1 400 Bad Request\r\nContent-Length: 2\r\n\r\n{}"
private const val REDIRECT =
    "HTTP/1.1 307 Temporary Redirect\r\nLocation: /elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
private const val REPEAT = "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"

private class Received(
    val head: String,
    val body: ByteArray,
)

/**
 * Keeps what arrives, and answers each request with the same text (none: it closes). With [keep] a connection stays for
 * a second request, and is cut when that has arrived.
 */
private class Socket(
    private val answer: String,
    private val keep: Boolean = false,
) : Closeable {
    val received = CopyOnWriteArrayList<Received>()
    val connections = CopyOnWriteArrayList<Int>()
    private val listener = ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))
    val url = "http://127.0.0.1:${listener.localPort}"

    init {
        thread(isDaemon = true) {
            try {
                while (true) serve(listener.accept())
            } catch (_: SocketException) {
                // Closed: the test is over.
            }
        }
    }

    private fun serve(socket: java.net.Socket) {
        socket.use {
            it.soTimeout = 5_000
            connections += it.port
            received += read(it.getInputStream()) ?: return
            it.getOutputStream().write(answer.toByteArray())
            if (keep) read(it.getInputStream())?.let { second -> received += second }
        }
    }

    private fun read(input: InputStream): Received? {
        val head = StringBuilder()
        while (!head.endsWith("\r\n\r\n")) head.append(input.read().takeIf { it >= 0 }?.toChar() ?: return null)
        val length =
            Regex("(?i)content-length: *(\\d+)")
                .find(head)
                ?.groupValues
                ?.get(1)
                ?.toInt() ?: 0
        return Received(head.trim().toString(), input.readNBytes(length))
    }

    override fun close() = listener.close()
}
