package io.github.payscore.consumer

import io.github.payscore.Draft
import io.github.payscore.Merchant
import io.github.payscore.MerchantConfig
import io.github.payscore.PayscoreException
import io.github.payscore.model.OperationParameters
import io.github.payscore.model.Outcome
import io.github.payscore.testing.Simulator
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.assertThrows
import java.math.BigInteger
import java.util.Base64
import java.util.Collections
import java.util.concurrent.atomic.AtomicInteger
import java.util.function.LongSupplier
import java.util.function.Supplier

/** The table of bad input, from Kotlin. Described in `tests/bad_input.md`. */
class BadInputTest {
    private val table = Json.read(ROOT.resolve("tests/bad_input.json")).members()
    private val simulator = Simulator((table["now"] as Number).toLong())

    @TestFactory
    fun refused(): List<DynamicTest> =
        table["cases"].items().map { it.members() }.map { case ->
            DynamicTest.dynamicTest(case["name"] as String) {
                val error = assertThrows<PayscoreException> { attempt(case) }
                if ("kotlin" !in case["unsaid"]?.items().orEmpty()) compare(case, error)
                val unsent = "callback" in case || error.code.startsWith("config.")
                assertEquals(if (unsent) Outcome.NONE else Outcome.NOT_SENT, error.outcome)
                REFUSED.incrementAndGet()
            }
        }

    @TestFactory
    fun taken(): List<DynamicTest> =
        table["taken"].items().map { it.members() }.map { case ->
            DynamicTest.dynamicTest(case["name"] as String) {
                val made = attempt(case)
                when {
                    "body" in case -> assertEquals("${case["body"]}\n", made.substringAfter("\nnonce\n"))
                    "end" in case -> assertTrue(made.endsWith("${case["end"]}\n")) { made }
                    else -> assertEquals(case["event"] ?: attempt(emptyMap()), made)
                }
                TAKEN.incrementAndGet()
            }
        }

    private fun compare(
        case: Map<String, Any?>,
        error: PayscoreException,
    ) {
        val issues =
            error.issues.filter { !it.advice }.map {
                mapOf(
                    "pointer" to it.pointer,
                    "code" to it.code,
                    "detail" to it.detail,
                )
            }
        val found = mapOf("code" to error.code, "detail" to error.detail, "issues" to issues, "kept" to issues.size)
        assertEquals(case.filterKeys { it in found }, found.filterKeys { it in case })
    }

    /** The message of the call that a case makes, or the type of the event that it reads. */
    private fun attempt(case: Map<String, Any?>): String {
        val settings = simulator.control("GET", "/_simulator").members()["merchant"].members()
        val changes = decoded(case["config"] ?: emptyMap<String, Any?>()).members()
        val config = MerchantConfig.fromSettings(settings + changes)
        val merchant = Merchant(config, LongSupplier { simulator.now }, Supplier { "nonce" })
        val callback = case["callback"]?.members() ?: return String(draft(merchant, case).message)
        val (headers, body) = listOf("headers", "body").map { callback[it] ?: table["callback"].members()[it] }
        return merchant.readNotification(headers.members(), received(body)).eventType
    }

    private fun draft(
        merchant: Merchant,
        case: Map<String, Any?>,
    ): Draft<*> {
        val operation = (case["operation"] ?: table["operation"]) as String
        // Changes go into a copy of the base. A case's own parameters are not copied: a copy would not contain itself.
        val own = case["params"]?.let { decoded(it).members() }
        val params = (own ?: copied(decoded(table["base"])).members()).toMutableMap()
        case["set"]?.members()?.forEach { (pointer, value) ->
            place(params, pointer) { it[last(pointer)] = decoded(value) }
        }
        case["remove"]?.items()?.forEach { pointer -> place(params, pointer as String) { it.remove(last(pointer)) } }
        val extra = case["extra"]?.let { decoded(it).members() }
        if ("kotlin" in case["untyped"]?.items().orEmpty()) {
            return merchant.draft(
                operation,
                Json.write(written(params, 0)).replace("\"$NO_NUMBER\"", "NaN"),
                null,
                extra,
            )
        }
        val name = operation.split('_').joinToString("") { it.replaceFirstChar(Char::uppercase) }
        val type = Class.forName("io.github.payscore.model." + if (name == "Request") "RawRequest" else name)
        return merchant.draft(built(type, params) as OperationParameters<*>, extra)
    }

    private fun decoded(value: Any?): Any? {
        if (value is List<*>) return value.map(::decoded)
        if (value !is Map<*, *>) return value
        return when (val what = value["$"]) {
            null -> value.mapValues { decoded(it.value) }
            "nan" -> Double.NaN
            "infinity" -> Double.POSITIVE_INFINITY
            "bigint" -> BigInteger(value["value"] as String)
            "surrogate" -> "\ud800"
            "name" -> mapOf("\ud800" to 1)
            "bytes" -> Base64.getDecoder().decode(value["base64"] as String)
            "thing" -> Thing()
            "cycle" -> mutableMapOf<String, Any>().also { it["self"] = it }
            "twice" -> mutableMapOf<String, Any>().also { both -> listOf("a", "b").forEach { both[it] = both } }
            "shared" -> (1..value["levels"] as Int).fold(1 as Any) { inner, _ -> mapOf("a" to inner, "b" to inner) }
            "repeat" -> (value["text"] as String).repeat(value["times"] as Int)
            "list" -> Collections.nCopies(value["times"] as Int, decoded(value["of"]))
            else -> error("an unknown value: $what")
        }
    }

    /** As JSON text: a value within itself becomes a deep one, and NaN and the infinities a mark. */
    private fun written(
        value: Any?,
        depth: Int,
    ): Any? =
        when {
            depth > DEEP -> 1

            value is Double && !value.isFinite() -> NO_NUMBER

            // JSON text has no bytes; a number is no text either.
            value is ByteArray -> 1

            value is Map<*, *> -> value.mapValues { written(it.value, depth + 1) }

            value is List<*> -> value.map { written(it, depth + 1) }

            else -> value
        }

    private fun received(body: Any?): ByteArray =
        if (body is String) body.toByteArray() else Base64.getDecoder().decode(body.members()["base64"] as String)

    /** Copies two levels, so that a value within itself is not followed. */
    private fun copied(value: Any?): Any? =
        value.members().mapValuesTo(
            LinkedHashMap(),
        ) { (_, inner) -> if (inner is Map<*, *>) LinkedHashMap(inner) else inner }

    @Suppress("UNCHECKED_CAST")
    private fun place(
        params: MutableMap<String, Any?>,
        pointer: String,
        change: (MutableMap<String, Any?>) -> Unit,
    ) {
        val path = pointer.split('/').drop(1).dropLast(1)
        val holder =
            path.fold(
                params as Any?,
            ) { inner, part -> if (inner is List<*>) inner[part.toInt()] else inner.members()[part] }
        change(holder as MutableMap<String, Any?>)
    }

    private fun last(pointer: String) = pointer.substringAfterLast('/').replace("~1", "/").replace("~0", "~")

    /** A class that JSON does not know. */
    private class Thing

    companion object {
        private const val NO_NUMBER = "no number"
        private const val DEEP = 40
        private val REFUSED = AtomicInteger()
        private val TAKEN = AtomicInteger()

        @JvmStatic
        @AfterAll
        fun note() {
            note("bad_input", REFUSED.get())
            note("taken_input", TAKEN.get())
        }
    }
}
