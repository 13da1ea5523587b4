package io.github.payscore.consumer

import io.github.payscore.Merchant
import io.github.payscore.MerchantConfig
import io.github.payscore.PayscoreException
import io.github.payscore.model.CreateOrder
import io.github.payscore.model.Outcome
import io.github.payscore.testing.Simulator
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.TestFactory
import java.math.BigInteger
import java.util.concurrent.atomic.AtomicInteger

/** The table of bad input, from Kotlin. Described in `tests/bad_input.md`. */
class BadInputTest {
    private val table = Json.read(ROOT.resolve("tests/bad_input.json")).members()
    private val simulator = Simulator(NOW)

    @TestFactory
    fun cases(): List<DynamicTest> =
        table["cases"].items().map { it.members() }.map { case ->
            DynamicTest.dynamicTest(case["name"] as String) {
                val error = assertThrows(PayscoreException::class.java) { refuse(case) }
                val issues = error.issues.filter { !it.advice }.map { mapOf("pointer" to it.pointer, "code" to it.code, "detail" to it.detail) }
                assertEquals(Triple(case["code"], case["detail"], case["issues"]), Triple(error.code, error.detail, issues))
                assertEquals(if ("config" in case) Outcome.NONE else Outcome.NOT_SENT, error.outcome)
                RAN.incrementAndGet()
            }
        }

    private fun refuse(case: Map<String, Any?>) {
        val settings = simulator.door("GET", "/_simulator").members()["merchant"].members()
        val merchant = Merchant(MerchantConfig.of(settings + case["config"]?.members().orEmpty()))
        val untyped = "kotlin" in case["untyped"]?.items().orEmpty()
        val params = copied(table["base"]).members().toMutableMap()
        case["set"]?.members()?.forEach { (pointer, value) -> place(params, pointer) { it[last(pointer)] = said(value, untyped) } }
        case["remove"]?.items()?.forEach { pointer -> place(params, pointer as String) { it.remove(last(pointer)) } }
        val extra = case["extra"]?.let { said(it, false).members() }
        val operation = table["operation"] as String
        if (untyped) {
            merchant.draft(operation, Json.write(params), null, extra)
        } else {
            assertEquals("create_order", operation)
            merchant.createOrder(built(CreateOrder::class.java, params) as CreateOrder, extra)
        }
    }

    /** A value that JSON cannot say; at the door the word for it stands in its place. */
    private fun said(
        value: Any?,
        atTheDoor: Boolean,
    ): Any? {
        if (value is List<*>) return value.map { said(it, atTheDoor) }
        if (value !is Map<*, *>) return value
        val unsayable = { word: String, own: () -> Any -> if (atTheDoor) mapOf("\$payscore" to word) else own() }
        return when (val what = value["$"]) {
            null -> value.mapValues { said(it.value, atTheDoor) }
            "nan" -> unsayable("nan") { Double.NaN }
            "infinity" -> unsayable("nan") { Double.POSITIVE_INFINITY }
            "bigint" -> unsayable("big") { BigInteger(value["value"] as String) }
            "surrogate" -> unsayable("surrogate") { "\ud800" }
            "cycle" -> if (atTheDoor) mapOf("self" to mapOf("\$payscore" to "deep")) else mutableMapOf<String, Any>().also { it["self"] = it }
            "repeat" -> (value["text"] as String).repeat(value["times"] as Int)
            else -> error("an unknown value: $what")
        }
    }

    private fun copied(value: Any?): Any? =
        when (value) {
            is Map<*, *> -> value.mapValuesTo(LinkedHashMap()) { copied(it.value) }
            is List<*> -> value.mapTo(ArrayList()) { copied(it) }
            else -> value
        }

    @Suppress("UNCHECKED_CAST")
    private fun place(
        params: MutableMap<String, Any?>,
        pointer: String,
        change: (MutableMap<String, Any?>) -> Unit,
    ) {
        val path = pointer.split('/').drop(1).dropLast(1)
        val holder = path.fold(params as Any?) { inner, part -> if (inner is List<*>) inner[part.toInt()] else inner.members()[part] }
        change(holder as MutableMap<String, Any?>)
    }

    private fun last(pointer: String) = pointer.substringAfterLast('/').replace("~1", "/").replace("~0", "~")

    companion object {
        private val RAN = AtomicInteger()

        @JvmStatic
        @AfterAll
        fun note() = note("bad_input", RAN.get())
    }
}
