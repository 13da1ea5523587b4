package io.github.payscore.consumer

import io.github.payscore.Call
import io.github.payscore.Draft
import io.github.payscore.InvalidException
import io.github.payscore.Merchant
import io.github.payscore.MerchantConfig
import io.github.payscore.PayscoreException
import io.github.payscore.model.CancelOrder
import io.github.payscore.model.CompleteOrder
import io.github.payscore.model.CreateOrder
import io.github.payscore.model.Order
import io.github.payscore.model.OrderCancelled
import io.github.payscore.model.Outcome
import io.github.payscore.model.Payment
import io.github.payscore.model.RiskFund
import io.github.payscore.testing.Simulator
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import java.io.NotSerializableException
import java.io.ObjectInputStream
import java.io.ObjectOutputStream
import java.io.Serializable
import java.math.BigInteger
import java.util.jar.JarFile

/** What a user may do wrong: never a lost order, never a wrong bill, never a secret shown. */
class MisuseTest {
    private val simulator = Simulator(NOW)
    private val merchant = simulator.merchant()

    @Test
    fun `no secret is shown or serialised`() {
        val call = merchant.createOrder(creation())
        val key = merchant.config.toBuilder()
        val shown = listOf(merchant, merchant.config, key, call, call.draft).joinToString { "$it" }
        assertFalse(Regex("PRIVATE|signature=|Simulator|WECHATPAY2").containsMatchIn(shown), shown)
        assertTrue("1230000100" in merchant.toString())
        for (holder in listOf(merchant, merchant.config, key, call, call.draft)) {
            assertFalse(holder is Serializable)
            assertThrows<NotSerializableException> { ObjectOutputStream(ByteArrayOutputStream()).writeObject(holder) }
        }
    }

    /**
     * A data class shows everything in its text, and cannot grow compatibly. The jar has none, in the plumbing either.
     */
    @Test
    fun `nothing is a data class`() {
        val jar =
            java.io.File(
                Merchant::class.java.protectionDomain.codeSource.location
                    .toURI(),
            )
        val classes = JarFile(jar).use { it.entries().toList() }.map { it.name }.filter { it.endsWith(".class") }
        val ours = classes.map { it.removeSuffix(".class").replace('/', '.') }.filter { "okhttp" !in it }
        assertTrue(ours.size > 100)
        val copying =
            ours.filter { name ->
                Class.forName(name, false, javaClass.classLoader).declaredMethods.any {
                    it.name ==
                        "component1"
                }
            }
        assertEquals(emptyList<String>(), copying)
    }

    @Test
    fun `errors survive Java's serialisation`() {
        val error = assertThrows<InvalidException> { merchant.cancelOrder(ref("#"), CancelOrder(reason = "")) }
        val bytes = ByteArrayOutputStream().also { ObjectOutputStream(it).writeObject(error) }.toByteArray()
        val again = ObjectInputStream(ByteArrayInputStream(bytes)).readObject() as PayscoreException
        assertEquals(Triple(error.code, error.issues, error.message), Triple(again.code, again.issues, again.message))
        assertEquals(2, error.issues.size)
    }

    @Test
    fun `what is missing is named by core, everything at once`() {
        val error =
            assertThrows<InvalidException> {
                merchant.createOrder(CreateOrder.builder().riskFund(RiskFund.builder().build()).build())
            }
        val missing = error.issues.filter { it.code == "invalid.missing" }.map { it.pointer }
        assertTrue(
            missing.containsAll(
                listOf("/sub_mchid", "/out_order_no", "/risk_fund/name", "/risk_fund/amount", "/notify_url"),
            ),
            "$missing",
        )
        assertEquals(Outcome.NOT_SENT, error.outcome)
    }

    @Test
    fun `a clock that fails while the answer is read leaves the outcome unknown`() {
        val moments = ArrayDeque(listOf(NOW, -1L))
        val call = Merchant(merchant.config, { moments.removeFirst() }).createOrder(creation())
        val error = assertThrows<InvalidException> { simulator.perform(call) }
        assertEquals("invalid.clock" to Outcome.UNKNOWN, error.code to error.outcome)
        assertArrayEquals(call.draft.toBytes(), error.draft)
    }

    @Test
    fun `what was passed cannot be changed afterwards`() {
        val payments = mutableListOf(Payment(name = "a", amount = 1))
        val bill = CompleteOrder(postPayments = payments, totalAmount = 1)
        payments += Payment(name = "b", amount = 2)
        assertEquals(1, bill.postPayments.size)
        val call = merchant.createOrder(creation())
        call.body!![0] = 0
        call.draft.toBytes()[0] = 0
        call.draft.message[0] = 0
        assertThrows<UnsupportedOperationException> { (call.headers as MutableMap)["Authorization"] = "x" }
        simulator.perform(call)
        val changed = creation().toBuilder().outOrderNo("other").build()
        assertNotEquals(creation(), changed)
        assertEquals(creation("other"), changed)
    }

    @Test
    fun `a whole order lends only its identity`() {
        val order = simulator.perform(merchant.createOrder(creation()))
        val bill = CompleteOrder.builder().postPayments(listOf(Payment(name = "a", amount = 700))).build()
        val error = assertThrows<InvalidException> { merchant.completeOrder(order.orderRef, bill) }
        assertEquals(listOf("/total_amount"), error.issues.filter { !it.advice }.map { it.pointer })
    }

    @Test
    fun `what JSON cannot say is refused in extra`() {
        val circle = mutableMapOf<String, Any>().also { it["self"] = it }
        for (value in listOf(
            Double.NaN,
            mapOf("deep" to listOf(BigInteger.TWO.pow(70))),
            "\ud800",
            circle,
            Thread.currentThread(),
            1.toBigDecimal(),
        )) {
            val error = assertThrows<InvalidException> { merchant.createOrder(creation(), mapOf("novel" to value)) }
            assertTrue(
                error.issues.filter { !it.advice }.all { it.pointer.startsWith("/extra/novel") },
            ) { error.toString() }
        }
        val call =
            merchant.createOrder(
                creation(),
                mapOf("novel" to listOf(1, 1.5f, true, mapOf("a" to 'x'.toString()))),
            )
        assertTrue("\"novel\":[1,1.5,true,{\"a\":\"x\"}]" in String(call.body!!))
    }

    @Test
    fun `a draft is taken up as what it is`() {
        val stored = merchant.draft(creation()).toBytes()
        assertThrows<IllegalArgumentException> { merchant.resume(stored, OrderCancelled::class.java) }
        val draft: Draft<*> = merchant.resume(stored)
        val call: Call<*> = merchant.sign(draft)
        assertEquals("CREATED", (simulator.perform(call) as Order).state.value)
        assertEquals("invalid.draft", assertThrows<InvalidException> { merchant.resume("{}".toByteArray()) }.code)
        assertEquals("invalid.signature", assertThrows<InvalidException> { draft.finish("no signature") }.code)
    }

    @Test
    fun `a setting that does not exist`() {
        val settings = simulator.control("GET", "/_simulator").members()["merchant"].members()
        val error =
            assertThrows<PayscoreException> { Merchant(MerchantConfig.fromSettings(settings + ("mch_id" to "1"))) }
        assertEquals(listOf("/mch_id"), error.issues.map { it.pointer })
    }

    @Test
    fun `headers in any form`() {
        val call = merchant.createOrder(creation())
        val answer = simulator.send(call)
        val single = answer.headers.mapValues { it.value.single() }
        val lower = answer.headers.mapKeys { it.key.lowercase() }
        val arrays = answer.headers.mapValues { it.value.toTypedArray() }
        for (headers in listOf<Map<String, Any>>(answer.headers, single, lower, arrays)) {
            assertEquals("CREATED", call.read(answer.status, headers, answer.body).state.value)
        }
        assertEquals("CREATED", call.read(answer.status, single.toList(), answer.body).state.value)
    }
}
