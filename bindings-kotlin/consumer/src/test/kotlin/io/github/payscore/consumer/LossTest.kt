package io.github.payscore.consumer

import io.github.payscore.Call
import io.github.payscore.Merchant
import io.github.payscore.MerchantConfig
import io.github.payscore.PayscoreException
import io.github.payscore.model.CancelOrder
import io.github.payscore.model.OrderCancelled
import io.github.payscore.testing.Simulator
import okhttp3.OkHttpClient
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory
import java.io.IOException
import java.net.http.HttpClient
import java.net.http.HttpResponse.BodyHandlers
import java.security.KeyPairGenerator
import java.time.Duration
import java.util.Base64
import io.github.payscore.http.Client as HttpHelper
import io.github.payscore.okhttp.Client as OkHttpHelper

/**
 * The table of `docs/http-clients.md`, executed on sockets: each client with each way to lose an answer. Where it says
 * `not_sent`, nothing was received. Every exception carries the draft.
 */
class LossTest {
    enum class Through(
        val column: String,
        val send: (Merchant, Call<OrderCancelled>, Stage) -> Any?,
    ) {
        JAVA_NET("`http.Client`", { merchant, call, stage -> HttpHelper(merchant, stage.javaNet()).send(call, WAIT) }),
        JAVA_NET_ASYNC("`http.Client`", {
            merchant,
            call,
            stage,
            ->
            HttpHelper(merchant, stage.javaNet()).async.send(call, WAIT).join()
        }),
        OKHTTP("`okhttp.Client`", { merchant, call, stage -> OkHttpHelper(merchant, stage.okHttp()).send(call) }),
        OWN_CODE("your own code and `call.lost`", { _, call, stage -> own(call, stage) }),
    }

    private val table = table("# How an answer is lost, in Kotlin and Java")

    private val stages =
        mapOf<String, () -> Stage>(
            "nobody listens" to { Stage("http://127.0.0.1:${java.net.ServerSocket(0).use { it.localPort }}") },
            "the name is not known" to { Stage("https://nowhere.invalid") },
            "connecting takes too long" to ::full,
            "the certificate is not trusted" to { secured(Trusted.LOCALHOST.listener(), null) },
            "the certificate is for another name" to { secured(Trusted.ELSEWHERE.listener(), Trusted.ELSEWHERE) },
            "the server speaks no TLS" to {
                Peer { socket ->
                    socket.getInputStream().read().also { socket.getOutputStream().write(OK.toByteArray()) }
                }.let { Stage("https://localhost:${it.port}", peer = it) }
            },
            "the connection is closed during the TLS handshake" to {
                Peer { it.getInputStream().read() }.let { Stage("https://localhost:${it.port}", peer = it) }
            },
            "the server ends the TLS 1.2 handshake with an alert" to {
                secured(Trusted.LOCALHOST.listener("TLSv1.2", needsClient = true), Trusted.LOCALHOST)
            },
            "the server wants a client's certificate, TLS 1.3" to {
                secured(Trusted.LOCALHOST.listener("TLSv1.3", needsClient = true), Trusted.LOCALHOST)
            },
            "the proxy cannot connect (502)" to
                { refusingProxy("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n") },
            "the proxy wants a password (407)" to {
                refusingProxy(
                    "HTTP/1.1 407 Password\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n",
                )
            },
            "no answer in time" to { answering { Thread.sleep(5_000) } },
            "the connection is cut before the answer" to { answering("") },
            "the connection is reset before the answer" to { answering { it.setSoLinger(true, 0) } },
            "it is cut in the headers" to { answering("HTTP/1.1 200 OK\r\nContent-") },
            "it is cut in the body" to { answering("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{") },
            "it is cut in a chunked body" to
                { answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{") },
            "the answer is damaged gzip" to {
                answering(
                    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\nConnection: close\r\n" +
                        "\r\n\u001f\u008b!!",
                )
            },
            "the answer is not HTTP" to { answering("what?\r\n\r\n") },
            "a redirect" to {
                answering(
                    "HTTP/1.1 307 Elsewhere\r\nLocation: /elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                )
            },
            "an invitation to repeat (503 and Retry-After: 0)" to {
                answering("HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            },
        )

    @Test
    fun `the table is about what is executed`() {
        assertEquals(stages.keys.toList(), table.keys.toList())
    }

    @TestFactory
    fun `each way to lose an answer has its outcome`(): List<DynamicTest> =
        stages.flatMap { (name, stage) ->
            Through.entries.map { dynamicTest("$name, ${it.name}") { check(name, stage, it) } }
        }

    private fun check(
        name: String,
        made: () -> Stage,
        through: Through,
    ) {
        made().use { stage ->
            val merchant = merchantAt(stage.url)
            val call = merchant.cancelOrder(ref("L1"), CancelOrder(reason = "x"))
            val thrown = runCatching { through.send(merchant, call, stage) }.exceptionOrNull()
            val error = PayscoreException.findIn(thrown)
            assertNotNull(error, "$thrown")
            val expected = table.getValue(name).getValue(through.column)
            assertEquals(expected, error!!.outcome.word, "$error, ${error.cause}")
            assertArrayEquals(call.draft.toBytes(), error.draft)
            val received = stage.received.size
            assertEquals(if (expected == "not_sent") 0 else received.coerceAtMost(1), received, "requests that arrived")
        }
    }
}

/** As in the README. */
private fun own(
    call: Call<OrderCancelled>,
    stage: Stage,
): Any =
    try {
        call.read(stage.javaNet().send(call.toHttpRequest(WAIT), BodyHandlers.ofByteArray()))
    } catch (error: IOException) {
        throw call.lost(error)
    }

val WAIT: Duration = Duration.ofMillis(700)

/** The simulator's merchant, or, beyond this machine, one with keys of its own. */
fun merchantAt(url: String): Merchant =
    if ("invalid" !in url) {
        Simulator(NOW).merchant { it.baseUrl(url) }
    } else {
        val keys = KeyPairGenerator.getInstance("RSA").apply { initialize(2048) }.generateKeyPair()
        Merchant(
            MerchantConfig(
                mchid = "1230000100",
                serialNo = "3775B6A45ACD588826D15E583A95F5DD00000000",
                privateKey = pem("PRIVATE KEY", keys.private.encoded),
                publicKeys = mapOf("PUB_KEY_ID_0100" to pem("PUBLIC KEY", keys.public.encoded)),
                serviceId = "2002000000000558128851361561536",
                appid = "wxd678efh567hg6787",
                channelId = "1230000109",
                baseUrl = url,
            ),
        )
    }

private fun pem(
    label: String,
    der: ByteArray,
) = "-----BEGIN $label-----\n${Base64.getMimeEncoder().encodeToString(der)}\n-----END $label-----\n"

fun Stage.javaNet(): HttpClient =
    HttpClient
        .newBuilder()
        .connectTimeout(Duration.ofMillis(400))
        .apply {
            proxy?.let(::proxy)
            trusted?.let { sslContext(it.context) }
        }.build()

fun Stage.okHttp(): OkHttpClient =
    OkHttpClient
        .Builder()
        .connectTimeout(Duration.ofMillis(400))
        .readTimeout(WAIT)
        .apply {
            proxy?.let(::proxySelector)
            trusted?.let { sslSocketFactory(it.context.socketFactory, it.manager) }
        }.build()
