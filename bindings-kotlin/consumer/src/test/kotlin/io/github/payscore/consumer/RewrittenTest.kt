package io.github.payscore.consumer

import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.SerializationFeature
import io.github.payscore.VerificationException
import io.github.payscore.model.Outcome
import io.github.payscore.model.Phase
import io.github.payscore.model.UserConfirmed
import io.github.payscore.testing.Simulator
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import java.util.TreeMap

/** A body that was parsed and written again, such as Spring's `Map`, never verifies; the bytes as received do. */
class RewrittenTest {
    private val simulator = Simulator(NOW)
    private val merchant = simulator.merchant()

    private fun rewritten(body: ByteArray): List<ByteArray> {
        val mapper = ObjectMapper()
        val map = mapper.readValue(body, Map::class.java)
        val sorted = ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        return listOf(
            mapper.writeValueAsBytes(map),
            mapper.writeValueAsBytes(mapper.readTree(body)),
            mapper.writeValueAsBytes(HashMap(map)),
            mapper.writeValueAsBytes(TreeMap(map.mapKeys { it.key.toString() })),
            sorted.writeValueAsBytes(map),
            mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(map),
        )
    }

    @Test
    fun `an answer holds only as it came`() {
        val call = merchant.createOrder(creation())
        val answer = simulator.send(call)
        for (body in rewritten(answer.body)) {
            val error =
                assertThrows<VerificationException> { call.read(answer.status, answer.headers, body) }
            assertEquals("verification.signature" to Outcome.UNKNOWN, error.code to error.outcome)
        }
        assertEquals(Phase.CREATED, call.read(answer.status, answer.headers, answer.body).phase)
    }

    @Test
    fun `a callback holds only as it came`() {
        val order = simulator.perform(merchant.createOrder(creation()))
        simulator.control("POST", "/_simulator/orders/A%7C1*x/confirm", mapOf("package" to order.packageVal))
        val delivery = simulator.due().single()
        for (body in rewritten(delivery.body)) {
            val error = assertThrows<VerificationException> { merchant.readNotification(delivery.headers, body) }
            assertEquals("verification.signature", error.code)
        }
        assertInstanceOf(UserConfirmed::class.java, merchant.readNotification(delivery.headers, delivery.body))
    }
}
