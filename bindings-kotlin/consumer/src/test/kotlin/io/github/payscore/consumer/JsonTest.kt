package io.github.payscore.consumer

import com.fasterxml.jackson.annotation.JsonAutoDetect
import com.fasterxml.jackson.annotation.PropertyAccessor
import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.SerializationFeature
import com.google.gson.Gson
import com.google.gson.GsonBuilder
import com.squareup.moshi.Moshi
import com.squareup.moshi.kotlin.reflect.KotlinJsonAdapterFactory
import io.github.payscore.Apiv3
import io.github.payscore.ConfigException
import io.github.payscore.Merchant
import io.github.payscore.PayscoreException
import io.github.payscore.http.Client
import io.github.payscore.model.Ack
import io.github.payscore.model.CancelOrder
import io.github.payscore.model.Event
import io.github.payscore.testing.Simulator
import kotlinx.serialization.serializer
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.assertThrows
import java.io.PrintWriter
import java.io.StringWriter
import kotlinx.serialization.json.Json as KotlinJson
import tools.jackson.databind.json.JsonMapper as Jackson3

/**
 * JSON libraries, in their usual and in their most curious settings, make neither an acknowledgement nor a secret of
 * our objects.
 */
class JsonTest {
    private val writers =
        mapOf<String, (Any) -> String>(
            "Jackson 2" to { ObjectMapper().writeValueAsString(it) },
            "Jackson 2, curious" to { curious().writeValueAsString(it) },
            "Jackson 3" to { Jackson3.builder().build().writeValueAsString(it) },
            "Jackson 3, indifferent" to {
                Jackson3
                    .builder()
                    .disable(
                        tools.jackson.databind.SerializationFeature.FAIL_ON_EMPTY_BEANS,
                    ).build()
                    .writeValueAsString(it)
            },
            "Gson" to { Gson().toJson(it) },
            "Gson, exposed only" to { GsonBuilder().excludeFieldsWithoutExposeAnnotation().create().toJson(it) },
            "Gson, nulls" to { GsonBuilder().serializeNulls().create().toJson(it) },
            "Moshi" to {
                Moshi
                    .Builder()
                    .build()
                    .adapter<Any>(it.javaClass)
                    .toJson(it)
            },
            "Moshi, Kotlin" to
                {
                    Moshi
                        .Builder()
                        .addLast(KotlinJsonAdapterFactory())
                        .build()
                        .adapter<Any>(it.javaClass)
                        .toJson(it)
                },
            "kotlinx.serialization" to
                { KotlinJson.encodeToString(KotlinJson.serializersModule.serializer(it.javaClass), it) },
            "getters" to ::byGetters,
        )

    @TestFactory
    fun `what is no answer cannot become one`() =
        answers().let { answers -> writers.map { it to answers } }.flatMap { (writer, answers) ->
            val (library, write) = writer
            answers.map { (name, thing) ->
                dynamicTest("$library, $name") { assertThrows<Throwable> { println("$library made " + write(thing)) } }
            }
        }

    @TestFactory
    fun `no secret is in what they make`() =
        writers.flatMap { (library, write) ->
            holders().map { (name, thing) ->
                dynamicTest(
                    "$library, $name",
                ) { runCatching { write(thing) }.fold(::assertHarmless) { assertHarmless(trace(it)) } }
            }
        }

    /** A model that was read may be shown. */
    @Test
    fun `an order is written`() {
        val order = simulator.perform(merchant.createOrder(creation("J1")))
        for (mapper in listOf<(Any) -> String>(ObjectMapper()::writeValueAsString, curious()::writeValueAsString)) {
            assertTrue("\"outOrderNo\":\"J1\"" in mapper(order), mapper(order))
        }
        assertFalse("members" in ObjectMapper().writeValueAsString(order))
    }

    @Test
    fun `no error shows a malformed key`() {
        val pem = secret("private_key")
        val key = "A1b2C3d4".repeat(3) + "0123456789"
        val damaged =
            listOf(
                pem.replace("-----BEGIN", "----BEGIN"),
                pem.drop(40),
                pem.take(pem.length / 2),
                pem.replace("\n", ""),
                "-----BEGIN ${pem.lines()[1]}----------END ",
                pem + pem,
            )
        val errors =
            damaged.flatMap { text ->
                listOf(
                    runCatching { Apiv3.sign(text, ByteArray(1)) },
                    runCatching { Apiv3.openSensitive(text, "AAAA") },
                    runCatching { Apiv3.sealSensitive(text, "x") },
                    runCatching { Apiv3.readCertificate(text) },
                    runCatching {
                        Merchant(
                            merchant.config
                                .toBuilder()
                                .privateKey(text)
                                .build(),
                        )
                    },
                    runCatching {
                        Merchant(
                            merchant.config
                                .toBuilder()
                                .certificate(text)
                                .build(),
                        )
                    },
                )
            } +
                listOf(key, "$key\n", key.take(20)).flatMap { text ->
                    listOf(
                        runCatching { Apiv3.openResource(text, "123456789012", "certificate", "AAAA") },
                        runCatching {
                            Merchant(
                                merchant.config
                                    .toBuilder()
                                    .apiV3Keys(listOf(text))
                                    .build(),
                            )
                        },
                    )
                }
        val pieces =
            pem.lines().filter { it.length > 40 }.flatMap { listOf(it.take(24), it.takeLast(24)) } + key.take(16)
        for (error in errors.mapNotNull { it.exceptionOrNull() }) {
            val shown = trace(error) + (error as? ConfigException)?.issues
            pieces.forEach { assertFalse(it in shown, shown.take(400)) }
        }
        assertTrue(errors.count { it.isFailure } > 20)
    }

    private val simulator = Simulator(NOW)
    private val merchant = simulator.merchant()

    private fun answers(): Map<String, Any> {
        val order = simulator.perform(merchant.createOrder(creation("J2")))
        simulator.control("POST", "/_simulator/orders/J2/confirm", mapOf("package" to order.packageVal))
        val delivery = simulator.due().first()
        val event: Event = merchant.readNotification(delivery.headers, delivery.body)
        val refused =
            assertThrows<PayscoreException> { merchant.readNotification(delivery.headers, delivery.body + 10) }
        val made = Ack(500, emptyMap(), "")
        return mapOf(
            "event.ack" to event.ack!!,
            "error.ack" to refused.ack!!,
            "an Ack made by hand" to made,
            "event" to event,
            "error" to refused,
        )
    }

    private fun holders(): Map<String, Any> {
        val call = merchant.createOrder(creation("J3"))
        val invalid = assertThrows<PayscoreException> { merchant.cancelOrder(ref("#"), CancelOrder(reason = "")) }
        val config = assertThrows<ConfigException> { merchant.with { it.privateKey(secret("private_key").drop(40)) } }
        return mapOf(
            "config" to merchant.config,
            "builder" to merchant.config.toBuilder(),
            "merchant" to merchant,
            "call" to call,
            "draft" to call.draft,
            "client" to Client(merchant),
            "okhttp" to
                io.github.payscore.okhttp
                    .Client(merchant),
            "lost" to call.lost("gone"),
            "invalid" to invalid,
            "bad config" to config,
        )
    }

    private fun secret(name: String): String =
        simulator.control("GET", "/_simulator").members()["merchant"].members()[name].let {
            if (it is List<*>) it[0] as String else it as String
        }

    private fun assertHarmless(text: String) {
        val secrets = secret("private_key").lines().filter { it.length > 40 } + secret("api_v3_key")
        (
            secrets +
                listOf(
                    "signature=",
                    "WECHATPAY2",
                    "PRIVATE KEY",
                )
        ).forEach { assertFalse(it in text, text.take(500)) }
    }

    private fun trace(error: Throwable): String =
        StringWriter().also { error.printStackTrace(PrintWriter(it)) }.toString()

    private fun curious(): ObjectMapper =
        ObjectMapper()
            .setVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.ANY)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(SerializationFeature.FAIL_ON_SELF_REFERENCES)

    /** As JSON-B, fastjson and bean mappers do: every public getter, in the order of the names. */
    private fun byGetters(thing: Any): String {
        val getters =
            thing.javaClass.methods.filter {
                it.parameterCount == 0 && !it.isSynthetic &&
                    Regex("(get|is)[A-Z].*").matches(it.name)
            }
        val members =
            getters
                .filter {
                    it.name != "getClass" && it.name != "getHeaders"
                }.sortedBy { it.name }
                .map { "${it.name}: ${it.invoke(thing)}" }
        return if (members.isEmpty()) "{}" else members.joinToString()
    }

    @Test
    fun `the getters are looked for as bean mappers do`() {
        assertEquals(true, "getPhase" in byGetters(simulator.perform(merchant.createOrder(creation("J4")))))
    }
}
