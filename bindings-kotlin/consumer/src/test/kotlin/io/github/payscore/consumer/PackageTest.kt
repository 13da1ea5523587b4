package io.github.payscore.consumer

import io.github.payscore.Apiv3
import io.github.payscore.ConfigException
import io.github.payscore.DecryptionException
import io.github.payscore.InvalidException
import io.github.payscore.Merchant
import io.github.payscore.PayscoreException
import io.github.payscore.StateException
import io.github.payscore.VerificationException
import io.github.payscore.lifecycle
import io.github.payscore.model.CancelOrder
import io.github.payscore.model.CompleteOrder
import io.github.payscore.model.Deduction
import io.github.payscore.model.DeductionStanding
import io.github.payscore.model.Kind
import io.github.payscore.model.NextAction
import io.github.payscore.model.Order
import io.github.payscore.model.OrderState
import io.github.payscore.model.Outcome
import io.github.payscore.model.Payment
import io.github.payscore.model.Phase
import io.github.payscore.model.RegisterDeductInfo
import io.github.payscore.model.Retry
import io.github.payscore.model.ServiceTime
import io.github.payscore.model.TimeRange
import io.github.payscore.model.UserConfirmed
import io.github.payscore.readOrder
import io.github.payscore.testing.ConnectionDropped
import io.github.payscore.testing.Simulator
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.CsvSource
import java.net.ConnectException
import java.net.http.HttpTimeoutException
import java.security.KeyFactory
import java.security.Signature
import java.security.spec.PKCS8EncodedKeySpec
import java.time.Instant
import java.time.ZoneOffset
import java.util.Base64

/** The package as its users see it, against the in-process simulator. */
class PackageTest {
    private val simulator = Simulator(NOW)
    private val merchant = simulator.merchant()

    @Test
    fun `the journey`() {
        val order = simulator.perform(merchant.createOrder(creation()))
        assertEquals(Phase.CREATED to OrderState.CREATED, order.phase to order.state)
        assertEquals("CREATED", Json.read(order.raw).members()["state"])
        simulator.control("POST", "/_simulator/orders/A%7C1*x/confirm", mapOf("package" to order.packageVal))
        val delivery = simulator.due().single()
        val event =
            assertInstanceOf(UserConfirmed::class.java, merchant.readNotification(delivery.headers, delivery.body))
        assertEquals(204, event.ack.status())
        assertEquals(
            "预估订单费用",
            event.order.riskFund
                ?.name
                ?.value,
            "an open enumeration keeps what it does not know",
        )
        simulator.delivered(delivery, null)
        simulator.advance(15)
        val again = simulator.due().single()
        assertEquals(event.deduplicationKey, merchant.readNotification(again.headers, again.body).deduplicationKey)
        assertFalse(again.body.contentEquals(delivery.body))
        simulator.advance(3600)
        val ref = order.orderRef
        val end = Instant.ofEpochSecond(NOW + 3600).atOffset(ZoneOffset.UTC)
        val bill =
            CompleteOrder(
                postPayments = listOf(Payment(name = "a", amount = 700)),
                totalAmount = 700,
                timeRange = TimeRange(endTime = ServiceTime.fromTime(end)),
            )
        val call = merchant.completeOrder(ref, bill)
        assertTrue("\"end_time\":\"20250601100000\"" in String(call.body!!))
        simulator.perform(call)
        simulator.perform(merchant.registerDeductInfo(ref, RegisterDeductInfo(outTradeNo = "D1")))
        simulator.control("POST", "/_simulator/clearing/withhold", mapOf("out_trade_no" to "D1", "amount" to 700))
        assertEquals(Phase.PAID, simulator.perform(merchant.queryOrder(ref)).phase)
    }

    @Test
    fun `signing elsewhere and another process`() {
        val draft = merchant.draft(creation())
        val keyless = simulator.merchant { it.privateKey(null) }
        assertEquals("config.private_key.missing", assertThrows<ConfigException> { keyless.sign(draft) }.code)
        val resumed = keyless.resume(draft.toBytes(), Order::class.java)
        val pem = simulator.control("GET", "/_simulator").members()["merchant"].members()["private_key"] as String
        val der = Base64.getMimeDecoder().decode(pem.lines().filter { !it.startsWith("-") }.joinToString(""))
        val key = KeyFactory.getInstance("RSA").generatePrivate(PKCS8EncodedKeySpec(der))
        val signature =
            Signature
                .getInstance(
                    "SHA256withRSA",
                ).apply { initSign(key) }
                .apply { update(resumed.message) }
                .sign()
        val call = resumed.finish(signature)
        assertArrayEquals(merchant.sign(draft).body, call.body)
        assertEquals(call.headers, resumed.finish(Base64.getEncoder().encodeToString(signature)).headers)
        assertEquals(Phase.CREATED, simulator.perform(call).phase)
        assertFalse(Regex("PRIVATE|signature").containsMatchIn(String(draft.toBytes())))
    }

    @ParameterizedTest
    @CsvSource(
        "wrong_signature, verification.signature",
        "unknown_serial, verification.serial.unknown",
        "probe, verification.probe",
        "stale_clock, verification.timestamp.expired",
        "unsigned, verification.header.missing",
    )
    fun `nothing unverified is read`(
        fault: String,
        code: String,
    ) {
        fault(fault)
        val error = assertThrows<VerificationException> { simulator.perform(merchant.createOrder(creation())) }
        assertEquals(Triple(code, Outcome.UNKNOWN, Retry.SAME_REQUEST), Triple(error.code, error.outcome, error.retry))
        assertNull(error.raw)
    }

    @Test
    fun `a lost answer is not a failure`() {
        fault("drop_answer")
        val call = merchant.createOrder(creation())
        val dropped = assertThrows<ConnectionDropped> { simulator.send(call) }
        val error = call.lost(dropped)
        assertEquals(
            Triple(Kind.TRANSPORT, Outcome.UNKNOWN, Retry.SAME_REQUEST),
            Triple(error.kind, error.outcome, error.retry),
        )
        assertEquals(dropped, error.cause)
        assertEquals(Outcome.NOT_SENT, call.lost(RuntimeException(ConnectException())).outcome)
        assertEquals(Outcome.UNKNOWN, call.lost(HttpTimeoutException("late")).outcome)
        assertEquals(Outcome.UNKNOWN, call.lost("gone").outcome)
        val again = merchant.sign(call.draft)
        assertArrayEquals(call.body, again.body)
        assertNotEquals(null, simulator.perform(again).packageVal)
        assertEquals(1L, simulator.control("GET", "/_simulator/books").members()["orders"])
    }

    @Test
    fun `no second number while a withholding is unknown`() {
        val order =
            readOrder(
                """{"out_order_no": "A1", "service_id": "1", "mchid": "1", "state": "DOING",
                    "state_description": "MCH_COMPLETE", "total_amount": 5, "collection": {"state": "USER_PAYING"}}""",
            )
        val unknown = Deduction(outTradeNo = "D1", standing = DeductionStanding.UNKNOWN, registeredAt = NOW)
        for (now in listOf(NOW, NOW + 3 * 24 * 3600)) {
            val standing = lifecycle(order, unknown, now)
            assertFalse(standing.operations.getValue("register_deduct_info").allowed)
            assertEquals(NextAction.ASK_CLEARING_HOUSE, standing.next.action)
        }
    }

    @Test
    fun `the other address, and only what may be repeated`() {
        val two = simulator.merchant { it.fallbackBaseUrl("http://127.0.0.1:2") }
        val call = two.createOrder(creation())
        val again = two.sign(two.again(call.draft))
        assertEquals(call.url.replace("http://localhost", "http://127.0.0.1:2"), again.url)
        assertArrayEquals(call.body, again.body)
        assertEquals(again.url, two.sign(two.resume(again.draft.toBytes())).url, "also from what was stored")
        val register = two.draft(ref(), RegisterDeductInfo(outTradeNo = "D1"))
        assertEquals("state.query_first", assertThrows<StateException> { two.again(register) }.code)
    }

    @Test
    fun `a call taken over is read with other keys`() {
        val call = merchant.createOrder(creation())
        val answer = simulator.send(call)
        val later = merchant.with { it.serviceId("other") }.takeOver(call)
        assertEquals(Phase.CREATED, later.read(answer.status, answer.headers, answer.body).phase)
        val stranger = merchant.with { it.mchid("1230000199") }
        assertEquals("state.other_merchant", assertThrows<StateException> { stranger.takeOver(call) }.code)
    }

    @Test
    fun `sensitive fields`() {
        val settings = simulator.control("GET", "/_simulator").members()["merchant"].members()
        val sealed = Apiv3.sealSensitive(settings["certificate"] as String, "张三")
        assertEquals("张三", merchant.openSensitive(sealed))
        assertNotEquals(merchant.sealSensitive("张三"), merchant.sealSensitive("张三"))
        assertThrows<DecryptionException> { merchant.openSensitive(merchant.sealSensitive("张三")) }
        assertThrows<ConfigException> { Apiv3.sealSensitive("no key", "张三") }
    }

    @Test
    fun `a jump into WeChat`() {
        val launch = merchant.launchConfirm("PKG")
        assertTrue("PKG" in launch.toString())
    }

    @Test
    fun `an operation that does not exist is named by core`() {
        val error = assertThrows<InvalidException> { merchant.draft("refund_order", "{}") }
        assertEquals("invalid.operation", error.code)
        assertEquals("invalid.type", assertThrows<InvalidException> { merchant.draft("create_order", "[]") }.code)
        assertEquals("invalid.type", assertThrows<InvalidException> { merchant.draft("create_order", "{") }.code)
    }

    @Test
    fun `what is wrong with settings is named at once, without the secret`() {
        val error =
            assertThrows<ConfigException> {
                merchant.with {
                    it
                        .mchid(
                            "wx1",
                        ).apiV3Keys(listOf("not-a-key-but-a-secret"))
                }
            }
        assertEquals(setOf("/mchid", "/api_v3_key"), error.issues.map { it.pointer }.toSet())
        assertFalse("not-a-key-but-a-secret" in "$error ${error.issues}")
    }

    @Test
    fun `clock and nonce are the merchant's`() {
        val fixed = Merchant(merchant.config, { NOW }, { "abc123" })
        val message = String(fixed.draft(ref(), CancelOrder(reason = "x")).message).lines()
        assertEquals(listOf("$NOW", "abc123"), message.subList(2, 4))
        val bad = Merchant(merchant.config, { NOW }, { "\ud800" })
        assertThrows<PayscoreException> {
            bad.queryOrder(
                ref(),
                io.github.payscore.model
                    .QueryOrder(),
            )
        }
    }

    private fun fault(name: String) {
        simulator.control("POST", "/_simulator/faults", mapOf("fault" to name, "operation" to "create_order"))
    }
}
