package io.github.payscore.consumer

import io.github.payscore.Draft
import io.github.payscore.InvalidException
import io.github.payscore.Merchant
import io.github.payscore.Validation
import io.github.payscore.model.CancelOrder
import io.github.payscore.model.CreateOrder
import io.github.payscore.model.OperationParameters
import io.github.payscore.model.Order
import io.github.payscore.model.OrderCancelled
import io.github.payscore.model.OrderOperationParameters
import io.github.payscore.model.QueryDeduction
import io.github.payscore.model.QueryOrder
import io.github.payscore.testing.Simulator
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** Every form of `draft`: the class of the parameters decides which operation it is, and which reply it has. */
class DraftTest {
    private val simulator = Simulator(NOW)
    private val merchant = Merchant(simulator.merchant().config, { NOW }, { "nonce" })

    @Test
    fun `the parameters name the operation and its reply`() {
        val created: Draft<Order> = merchant.draft(creation())
        val cancelled: Draft<OrderCancelled> = merchant.draft(ref(), CancelOrder(reason = "x"))
        val queried: Draft<Order> = merchant.draft(ref(), QueryOrder())
        val alone: Draft<Order> = merchant.draft(QueryOrder(outOrderNo = "A1", subMchid = SUB))
        val drafts = listOf(created, cancelled, queried, alone, merchant.draft(ref(), QueryDeduction()))
        assertEquals(
            listOf("create_order", "cancel_order", "query_order", "query_order", "query_deduction"),
            drafts.map { it.operation },
        )
        assertEquals("CREATED", simulator.perform(merchant.sign(created)).state.value)
    }

    @Test
    fun `a draft is what the call of the same name signs`() {
        assertSame(merchant.createOrder(creation()).draft, merchant.draft(creation()))
        val cancellation = CancelOrder(reason = "x")
        val extra = mapOf("novel" to 1)
        assertSame(merchant.cancelOrder(ref(), cancellation, extra).draft, merchant.draft(ref(), cancellation, extra))
        assertSame(merchant.queryOrder(ref()).draft, merchant.draft(ref(), QueryOrder()))
    }

    @Test
    fun `by its name with JSON it is the same`() {
        val json = """{"reason": "x"}"""
        assertSame(merchant.draft(ref(), CancelOrder(reason = "x")), merchant.draft("cancel_order", json, ref()))
        val extra = mapOf("novel" to listOf(1))
        assertSame(
            merchant.draft(ref(), CancelOrder(reason = "x"), extra),
            merchant.draft("cancel_order", json, ref(), extra),
        )
    }

    @Test
    fun `an order lends its identity only to parameters that name one`() {
        val error = assertThrows<InvalidException> { merchant.draft(CancelOrder(reason = "x")) }
        assertTrue("/out_order_no" in error.issues.map { it.pointer }, "$error")
        assertTrue(OrderOperationParameters::class.java.isAssignableFrom(CancelOrder::class.java))
        assertTrue(!OrderOperationParameters::class.java.isAssignableFrom(CreateOrder::class.java))
    }

    /** Each operation of the merchant takes an object of its own class, which `draft` takes as well. */
    @Test
    fun `every operation can be drafted`() {
        val lax = merchant.with { it.validate(Validation.OFF) }
        val classes =
            Merchant::class.java.methods
                .flatMap { it.parameterTypes.toList() }
                .filter { it != OperationParameters::class.java && it != OrderOperationParameters::class.java }
                .filter { OperationParameters::class.java.isAssignableFrom(it) }
                .toSet()
        val operations =
            classes.map { type ->
                try {
                    lax.draft(built(type, emptyMap()) as OperationParameters<*>).operation
                } catch (error: InvalidException) {
                    error.detail.substringBefore(':')
                }
            }
        assertTrue(classes.size >= 15, "$classes")
        assertEquals(classes.size, operations.toSet().size, "$operations")
    }

    private fun assertSame(
        expected: Draft<*>,
        actual: Draft<*>,
    ) {
        assertEquals(expected.operation, actual.operation)
        assertArrayEquals(expected.toBytes(), actual.toBytes())
        assertEquals(String(expected.message), String(actual.message))
    }
}
