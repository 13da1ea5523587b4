package io.github.payscore.consumer

import io.github.payscore.Call
import io.github.payscore.HeaderLookup
import io.github.payscore.InvalidException
import io.github.payscore.Merchant
import io.github.payscore.PayscoreException
import io.github.payscore.VerificationException
import io.github.payscore.model.CancelOrder
import io.github.payscore.model.Outcome
import io.github.payscore.model.UserConfirmed
import io.github.payscore.testing.Delivery
import io.github.payscore.testing.Simulator
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Assertions.assertTimeoutPreemptively
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.springframework.util.LinkedMultiValueMap
import java.io.IOException
import java.math.BigDecimal
import java.math.BigInteger
import java.net.ConnectException
import java.nio.file.Path
import java.time.Duration
import java.util.Collections
import java.util.Date
import java.util.concurrent.CompletionException
import java.util.concurrent.ExecutionException
import java.util.concurrent.atomic.AtomicInteger
import java.net.http.HttpHeaders as NetHeaders
import org.springframework.http.HttpHeaders as SpringHeaders

/** Values of a JVM's libraries and users are read as what they are, or refused by name. */
class CrossingTest {
    private val simulator = Simulator(NOW)
    private val merchant = simulator.merchant()

    @Test
    @Suppress("UNCHECKED_CAST")
    fun `headers of every library are read`() {
        val delivery = delivery()
        val single = delivery.headers.mapValues { it.value.single() }
        val map = { headers: Map<String, *>? -> merchant.readNotification(headers, delivery.body) }
        val lookup = { headers: HeaderLookup -> merchant.readNotification(headers, delivery.body) }
        val spring = SpringHeaders().apply { delivery.headers.forEach(::addAll) }
        val read =
            listOf(
                map(delivery.headers),
                map(single),
                map(single.mapKeys { it.key.uppercase() }),
                map(delivery.headers.mapValues { it.value.toTypedArray() }),
                map(delivery.headers.mapValues { Collections.enumeration(it.value) }),
                map(delivery.headers + mapOf("X-Null" to null, "X-Nulls" to listOf(null))),
                map(mapOf<String?, Any?>(null to listOf("HTTP/1.1 200 OK")).plus(single) as Map<String, *>),
                map(LinkedMultiValueMap(delivery.headers)),
                merchant.readNotification(single.toList(), delivery.body),
                merchant.readNotification(NetHeaders.of(delivery.headers) { _, _ -> true }, delivery.body),
                lookup { name -> spring[name] },
                lookup { name -> single[name] },
                lookup { name -> Collections.enumeration(delivery.headers[name].orEmpty()) },
            )
        read.forEach { assertInstanceOf(UserConfirmed::class.java, it) }
        assertEquals("Request-ID", delivery.headers.keys.single { it.equals("Request-ID", ignoreCase = true) })
        assertEquals(setOf(single["Request-ID"]), read.map { it.requestId }.toSet())
    }

    @Test
    fun `headers that are missing or doubled are named, with the answer to give`() {
        val delivery = delivery()
        val doubled = delivery.headers.mapValues { it.value + "other" }
        for (headers in listOf(null, emptyMap(), doubled)) {
            val error = assertThrows<VerificationException> { merchant.readNotification(headers, delivery.body) }
            assertTrue(error.code.startsWith("verification.header"), error.code)
            assertTrue(error.ack!!.status() >= 400)
        }
        assertThrows<VerificationException> { merchant.readNotification(HeaderLookup { null }, delivery.body) }
        assertThrows<VerificationException> { merchant.readNotification(null as Iterable<Pair<String, String>>?, null) }
    }

    /** In Kotlin a text does not compile. From Java or by reflection, it is refused with the remedy. */
    @Test
    fun `a text in the place of a body`() {
        val read = Merchant::class.java.getMethod("readNotification", Any::class.java, String::class.java)
        val error = reflected { read.invoke(merchant, emptyMap<String, String>(), "{}") }
        assertEquals("verification.body", error.code)
        assertTrue("@RequestBody byte[]" in error.detail, error.detail)
        assertTrue(error.ack!!.status() >= 400)
        val call = merchant.cancelOrder(ref(), CancelOrder(reason = "x"))
        val answer = Call::class.java.getMethod("read", Int::class.java, Any::class.java, String::class.java)
        val lost = reflected { answer.invoke(call, 200, null, "{}") }
        assertEquals("verification.body" to Outcome.UNKNOWN, lost.code to lost.outcome)
        assertArrayEquals(call.draft.toBytes(), lost.draft)
    }

    @Test
    fun `whatever comes as an answer, the outcome of a change is unknown`() {
        val call = merchant.cancelOrder(ref(), CancelOrder(reason = "x"))
        for (status in listOf(0, -1, 99, 100, 199, 204, 302, 600, 999, 65_536 + 200, Int.MAX_VALUE, Int.MIN_VALUE)) {
            val error = assertThrows<PayscoreException> { call.read(status, null as Map<String, *>?, null) }
            assertEquals(Outcome.UNKNOWN, error.outcome, "$status: $error")
            if (status !in 200..599) assertTrue("$status" in error.detail && "200 to 599" in error.detail, error.detail)
            assertArrayEquals(call.draft.toBytes(), error.draft)
        }
        val broken =
            object : AbstractMap<String, Any?>() {
                override val entries: Set<Map.Entry<String, Any?>> get() = throw IllegalStateException("closed")
            }
        val error = assertThrows<PayscoreException> { call.read(200, broken, ByteArray(0)) }
        assertEquals(Outcome.UNKNOWN, error.outcome)
        val stopped = Merchant(merchant.config, { throw IllegalStateException("no clock") })
        val other = stopped.takeOver(call)
        assertEquals(
            Outcome.UNKNOWN,
            assertThrows<PayscoreException> {
                other.read(200, emptyMap<String, Any>(), null)
            }.outcome,
        )
    }

    @Test
    fun `any reason makes a loss`() {
        val call = merchant.cancelOrder(ref(), CancelOrder(reason = "x"))
        val mute =
            object : RuntimeException() {
                override val message: String get() = throw IllegalStateException("no message")

                override fun toString(): String = throw IllegalStateException("no text")
            }
        val own =
            object : IOException() {
                override val cause: Throwable get() = this
            }
        val one = IOException("one")
        val two = IOException("two", one).also(one::initCause)
        val thrower =
            object : IOException() {
                override val cause: Throwable get() = throw IllegalStateException("no cause")
            }
        val text =
            object {
                override fun toString(): String = throw IllegalStateException("no text")
            }
        val deep = (1..100_000).fold<Int, Throwable>(ConnectException()) { inner, _ -> RuntimeException(null, inner) }
        val lines = IOException("a\r\nb\u0000c\ud800" + "x".repeat(1_000_000))
        val reasons =
            listOf(
                null,
                5,
                "gone",
                "",
                IOException::class.java,
                mute,
                own,
                one,
                two,
                thrower,
                text,
                deep,
                lines,
                OutOfMemoryError(),
                emptyList<Int>(),
            )
        for (reason in reasons) {
            val error = call.lost(reason)
            assertEquals(Outcome.UNKNOWN, error.outcome)
            assertTrue(error.message!!.length < 2_000 && '\n' !in error.message!!, error.message!!.take(200))
            if (reason is Throwable) assertSame(reason, error.cause)
        }
        assertSame(null, PayscoreException.findIn(two))
        assertSame(null, PayscoreException.findIn(null))
    }

    @Test
    fun `only the failure of the only attempt to connect says not sent`() {
        val refused = ConnectException("Connection refused")
        val cut = IOException("unexpected end of stream")

        class Exhausted(
            cause: Throwable,
        ) : RuntimeException("3 of 3", cause)

        fun both(
            one: Throwable,
            other: Throwable,
        ) = one.apply { addSuppressed(other) }
        val reasons =
            mapOf<Throwable, Outcome>(
                ExecutionException(CompletionException(refused)) to Outcome.NOT_SENT,
                both(ConnectException("::1"), ConnectException("127.0.0.1")) to Outcome.NOT_SENT,
                both(ConnectException("second"), cut) to Outcome.UNKNOWN,
                both(ConnectException("third"), both(ConnectException("second"), cut)) to Outcome.UNKNOWN,
                Exhausted(refused) to Outcome.UNKNOWN,
                IOException("second", Exhausted(refused)) to Outcome.UNKNOWN,
                cut to Outcome.UNKNOWN,
            )
        for ((reason, outcome) in reasons) {
            assertEquals(
                outcome,
                merchant.cancelOrder(ref(), CancelOrder(reason = "x")).lost(reason).outcome,
                "$reason",
            )
        }
    }

    @Test
    fun `what is no JSON is refused by name, in bounded time`() {
        val circle = mutableListOf<Any>().also { it.add(listOf(it, it)) }
        val doubled = (1..60).fold<Int, Any>("x") { inner, _ -> listOf(inner, inner) }
        val wide = (1..24).fold<Int, Any>("x") { inner, _ -> listOf(inner, inner) }
        val endless = Iterable { generateSequence(0) { it + 1 }.iterator() }
        val node =
            com.fasterxml.jackson.databind
                .ObjectMapper()
                .readTree("""{"a": 1}""")
        val values =
            listOf(
                circle,
                doubled,
                wide,
                endless,
                node,
                node["a"],
                Path.of("a"),
                Date(),
                AtomicInteger(1),
                BigDecimal("0.1"),
                BigInteger.TWO.pow(70),
                Double.NaN,
                Float.POSITIVE_INFINITY,
                1u,
                'x',
                Any(),
                object {},
                intArrayOf(1),
                ByteArray(1),
                mapOf(1 to 2),
                mapOf(null to 2),
                "\ud800",
                java.util.Optional.of(1),
                Thread.State.NEW,
                { 1 },
            )
        for (value in values) {
            assertTimeoutPreemptively(Duration.ofSeconds(5)) {
                val error =
                    assertThrows<InvalidException> {
                        merchant.createOrder(
                            creation(),
                            mapOf("novel" to listOf(value)),
                        )
                    }
                assertTrue(error.issues.any { !it.advice && it.pointer.startsWith("/extra/novel") }, "$error")
                assertTrue(error.message!!.length < 2_000)
            }
        }
    }

    @Test
    fun `a user's member that is named as a mark is sent as it is`() {
        val call = merchant.createOrder(creation(), mapOf("novel" to mapOf("\$payscore" to "nan")))
        assertTrue("{\"\$payscore\":\"nan\"}" in String(call.body!!), String(call.body!!))
    }

    @Test
    fun `a fraction is sent as it is written`() {
        val call = merchant.createOrder(creation(), mapOf("novel" to listOf(0.1f, 91.69333971906971, 1.0E-7, 3.4e38f)))
        assertTrue("[0.1,91.69333971906971,1e-7,3.4e+38]" in String(call.body!!).lowercase(), String(call.body!!))
    }

    private fun delivery(): Delivery {
        val order = simulator.perform(merchant.createOrder(creation("C1")))
        simulator.control("POST", "/_simulator/orders/C1/confirm", mapOf("package" to order.packageVal))
        return simulator.due().single()
    }

    private fun reflected(work: () -> Any?): PayscoreException =
        assertThrows<java.lang.reflect.InvocationTargetException> { work() }.targetException as PayscoreException
}
