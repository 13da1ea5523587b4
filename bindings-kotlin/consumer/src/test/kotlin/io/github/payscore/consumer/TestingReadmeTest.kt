package io.github.payscore.consumer

import io.github.payscore.TransportException
import io.github.payscore.model.ApplyPermissions
import io.github.payscore.model.CompleteOrder
import io.github.payscore.model.CreateOrder
import io.github.payscore.model.Outcome
import io.github.payscore.model.Payment
import io.github.payscore.model.Phase
import io.github.payscore.model.RegisterDeductInfo
import io.github.payscore.model.RiskFund
import io.github.payscore.model.RiskFundName
import io.github.payscore.model.ServiceTime
import io.github.payscore.model.TimeRange
import io.github.payscore.model.UserConfirmed
import io.github.payscore.testing.Simulator
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import java.time.Instant

/** The snippets of the README of `payscore-testing` in Kotlin, executed. */
class TestingReadmeTest {
    // The snippet begins.
    @Test
    fun `a power bank is rented and paid for`() {
        val simulator = Simulator(now = 1748739600)
        val merchant = simulator.merchant()
        val params =
            CreateOrder(
                subMchid = "1900000109",
                outOrderNo = "A1",
                serviceIntroduction = "XX充电宝",
                riskFund = RiskFund(RiskFundName.ESTIMATE_ORDER_COST, amount = 10000),
                timeRange = TimeRange(startTime = ServiceTime.ON_ACCEPT),
                notifyUrl = "https://shop.example/notify",
                needUserConfirm = true,
            )
        val order = simulator.perform(merchant.createOrder(params))
        simulator.control("POST", "/_simulator/orders/A1/confirm", mapOf("package" to order.packageVal))

        val delivery = simulator.due().single()
        val event = merchant.readNotification(delivery.headers, delivery.body)
        assertInstanceOf(UserConfirmed::class.java, event)
        simulator.delivered(delivery, event.ack!!.status())

        simulator.advance(3600)
        val bill =
            CompleteOrder(
                postPayments = listOf(Payment(name = "租借费用", amount = 700)),
                totalAmount = 700,
                timeRange = TimeRange(endTime = ServiceTime.fromTime(Instant.ofEpochSecond(simulator.now))),
            )
        simulator.perform(merchant.completeOrder(order.orderRef, bill))
        simulator.perform(merchant.registerDeductInfo(order.orderRef, RegisterDeductInfo(outTradeNo = "D1")))
        simulator.control("POST", "/_simulator/clearing/withhold", mapOf("out_trade_no" to "D1", "amount" to 700))
        assertEquals(Phase.PAID, simulator.perform(merchant.queryOrder(order.orderRef)).phase)
    }
    // The snippet ends.

    // The snippet begins.
    @Test
    fun `a lost answer is not a failure`() {
        val simulator = Simulator()
        val merchant = simulator.merchant()
        val fault = mapOf("fault" to "drop_answer", "operation" to "apply_permissions")
        simulator.control("POST", "/_simulator/faults", fault)
        val params = ApplyPermissions(subMchid = "1900000109", authorizationCode = "C1")
        val error = assertThrows<TransportException> { simulator.perform(merchant.applyPermissions(params)) }
        assertEquals(Outcome.UNKNOWN, error.outcome)
    }
    // The snippet ends.
}
