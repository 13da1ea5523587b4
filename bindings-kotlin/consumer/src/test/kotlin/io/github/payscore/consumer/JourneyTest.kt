package io.github.payscore.consumer

import io.github.payscore.TransportException
import io.github.payscore.examples.Shop
import io.github.payscore.model.DeductionStanding
import io.github.payscore.model.NextAction
import io.github.payscore.model.Order
import io.github.payscore.model.Outcome
import io.github.payscore.model.Phase
import io.github.payscore.model.ServiceTime
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import java.time.Instant
import io.github.payscore.lifecycle as standing

/** The example that users copy, over real HTTP. */
class JourneyTest {
    private val served = Served()
    private val merchant = served.merchant
    private val shop = Shop(merchant, ":memory:", "https://shop.example/notify")

    @Test
    fun `from creation to paid`() {
        served.use {
            val order = shop.create("J1", SUB)
            served.control("POST", "/_simulator/orders/J1/confirm", "{}")
            val (headers, body) = served.due()
            assertEquals(204, shop.callback(headers, body).status())
            assertEquals(0L, shop.confirmed.count)
            assertEquals(204, shop.callback(headers, body).status(), "a repeat is acknowledged as well")
            assertEquals(401, shop.callback(headers, body + 10).status(), "a changed one is not")
            served.control("POST", "/_simulator/clock", """{"advance": 60}""")
            shop.complete(order.orderRef, 700, ServiceTime.fromTime(Instant.ofEpochSecond(NOW + 60)))
            val (number, _) = shop.register(order.orderRef, NOW)
            val before = standing(shop.query(order.orderRef), shop.deduction("J1"), NOW)
            assertEquals(NextAction.WITHHOLD, before.next.action)
            served.control("POST", "/_simulator/clearing/withhold", """{"out_trade_no": "$number", "amount": 700}""")
            shop.remember(number, "J1", DeductionStanding.PAID, NOW)
            assertEquals(Phase.PAID, shop.query(order.orderRef).phase)
        }
    }

    @Test
    fun `a lost creation is repeated from what was stored`() {
        served.use {
            served.control("POST", "/_simulator/faults", """{"fault": "drop_answer", "operation": "create_order"}""")
            assertEquals(Outcome.UNKNOWN, assertThrows<TransportException> { shop.create("J2", SUB) }.outcome)
            val draft = merchant.resume(shop.stored("create/J2"), Order::class.java)
            assertNotNull(shop.send(merchant.sign(draft)).packageVal)
            val books = served.control("GET", "/_simulator/books", null).members()
            assertEquals(1, books["orders"])
        }
    }
}
