package io.github.payscore.consumer

import io.github.payscore.ConfigException
import io.github.payscore.InvalidException
import io.github.payscore.Merchant
import io.github.payscore.TransportException
import io.github.payscore.VerificationException
import io.github.payscore.lifecycle
import io.github.payscore.model.CancelOrder
import io.github.payscore.model.CompleteOrder
import io.github.payscore.model.Deduction
import io.github.payscore.model.DeductionStanding
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
import io.github.payscore.model.Verdict
import io.github.payscore.readOrder
import io.github.payscore.testing.ConnectionDropped
import io.github.payscore.testing.Simulator
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.CsvSource
import java.net.ConnectException
import java.net.UnknownHostException
import java.net.http.HttpTimeoutException
import java.security.KeyFactory
import java.security.Signature
import java.security.spec.PKCS8EncodedKeySpec
import java.time.Instant
import java.time.ZoneOffset
import java.util.Base64

/** What a user of the package meets, against the in-process simulator. */
class PackageTest {
    private val simulator = Simulator(NOW)
    private val merchant = simulator.merchant()

    private fun fault(
        name: String,
        operation: String = "create_order",
    ) {
        simulator.door("POST", "/_simulator/faults", mapOf("fault" to name, "operation" to operation))
    }

    @Test
    fun `the journey`() {
        val order = simulator.perform(merchant.createOrder(creation()))
        assertEquals(Phase.CREATED to OrderState.CREATED, order.phase to order.state)
        simulator.door("POST", "/_simulator/orders/A%7C1*x/confirm", mapOf("package" to order.packageVal))
        val delivery = simulator.due().single()
        val event = assertInstanceOf(UserConfirmed::class.java, merchant.readNotification(delivery.headers, delivery.body))
        assertEquals(204L, event.ack?.status)
        assertEquals("预估订单费用", event.order.riskFund?.name?.value, "an open enumeration keeps what it does not know")
        simulator.delivered(delivery, null)
        simulator.advance(15)
        val again = merchant.readNotification(simulator.due().single().run { headers }, delivery.body.copyOf()).let { it }
        assertEquals(event.deduplicationKey, again.deduplicationKey)
    }
}
