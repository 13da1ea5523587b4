package io.github.payscore.consumer

import io.github.payscore.Merchant
import io.github.payscore.MerchantConfig
import io.github.payscore.PayscoreException
import io.github.payscore.laterReading
import io.github.payscore.lifecycle
import io.github.payscore.model.Ack
import io.github.payscore.model.Deduction
import io.github.payscore.model.DeductionInfo
import io.github.payscore.model.Event
import io.github.payscore.model.Order
import io.github.payscore.model.Permissions
import io.github.payscore.model.PrepayAcknowledgement
import io.github.payscore.model.Progress
import io.github.payscore.model.Settlement
import io.github.payscore.model.UserConfirmed
import io.github.payscore.model.UserPaid
import io.github.payscore.testing.Delivery
import io.github.payscore.testing.Simulator
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.fail
import java.util.concurrent.atomic.AtomicInteger

/**
 * The scenario files, from Kotlin. The steps are described in `tests/scenarios.md`; an unknown step or key is a
 * failure.
 */
class ScenarioTest {
    @TestFactory
    fun scenarios(): List<DynamicTest> {
        val files = files("PAYSCORE_SCENARIOS", "tests/scenarios")
        assertTrue(files.isNotEmpty())
        return files.map { file ->
            DynamicTest.dynamicTest(file.nameWithoutExtension) {
                val scenario = Json.read(file).members()
                val runner = Runner(scenario)
                scenario["steps"].items().forEach {
                    runner.run(it.members())
                    STEPS.incrementAndGet()
                }
                FILES.incrementAndGet()
            }
        }
    }

    companion object {
        private val FILES = AtomicInteger()
        private val STEPS = AtomicInteger()

        @JvmStatic
        @AfterAll
        fun note() {
            note("scenarios", FILES.get())
            note("scenario_steps", STEPS.get())
        }
    }
}

private val KNOWN =
    mapOf(
        "call" to setOf("call", "params", "order", "save", "fault", "expect", "expect_error"),
        "repeat" to setOf("repeat", "save", "expect", "expect_error"),
        "simulator" to setOf("simulator", "save", "expect"),
        "advance" to setOf("advance"),
        "callback" to setOf("callback"),
        "lifecycle" to setOf("lifecycle", "deduction", "progress", "expect"),
        "settle" to setOf("settle", "evidence", "deduction", "save", "expect", "expect_error"),
        "later" to setOf("later", "expect", "expect_error"),
        "again" to setOf("again", "settlement", "save", "expect", "expect_error"),
        "answer" to setOf("answer"),
        "compute" to setOf("compute", "params", "save", "expect", "expect_error"),
    )

private class Runner(
    scenario: Map<String, Any?>,
) {
    private val simulator = Simulator((scenario["now"] as Number).toLong(), (scenario["seed"] as Number).toLong())
    private val merchant: Merchant
    private val saved = mutableMapOf<String, Any?>()
    private val drafts = mutableMapOf<String, ByteArray>()
    private val deliveries = ArrayDeque<Delivery>()
    private var held: Delivery? = null

    init {
        known(scenario, setOf("name", "about", "seed", "now", "merchant", "simulator", "steps"))
        scenario["simulator"]?.let { control("POST", "/_simulator/switches", it.members()["switches"]) }
        val settings =
            control("GET", "/_simulator").members()["merchant"].members() + scenario["merchant"]?.members().orEmpty()
        merchant = Merchant(MerchantConfig.fromSettings(settings), { simulator.now })
    }

    fun run(raw: Map<String, Any?>) {
        val kind = KNOWN.keys.first { it in raw }
        known(raw, KNOWN.getValue(kind))
        val step = filled(raw).members()
        when (kind) {
            "call" -> {
                call(step)
            }

            "repeat" -> {
                attempt(step) { simulator.perform(merchant.sign(resumed(step["repeat"]))) }
            }

            "simulator" -> {
                simulator(step)
            }

            "advance" -> {
                simulator.advance((step["advance"] as Number).toLong())
            }

            "callback" -> {
                callback(step["callback"].members())
            }

            "lifecycle" -> {
                lifecycle(step)
            }

            "settle" -> {
                attempt(step) { settle(step) }
            }

            "later" -> {
                attempt(step) {
                    step["later"].items().map(::reading).let { (first, second) ->
                        laterReading(first, second)
                    }
                }
            }

            "again" -> {
                attempt(step) { again(step) }
            }

            "answer" -> {
                answer(step["answer"])
            }

            "compute" -> {
                attempt(step) { compute(step["compute"] as String, step["params"]?.members().orEmpty()) }
            }
        }
    }

    private fun call(step: Map<String, Any?>) {
        val order = step["order"]?.let { reading(it).orderRef }
        attempt(step) {
            val draft =
                merchant.draft(
                    step["call"] as String,
                    Json.write(step["params"] ?: emptyMap<String, Any>()),
                    order,
                )
            drafts[step["save"] as? String ?: ""] = draft.toBytes()
            step["fault"]?.let { fault ->
                control("POST", "/_simulator/faults", mapOf("fault" to fault, "operation" to step["call"]))
            }
            simulator.perform(merchant.sign(draft))
        }
    }

    // From what was stored, as another process would after a crash.
    private fun resumed(name: Any?) = merchant.resume(drafts.getValue(name as String))

    /** An order that was saved, by itself or within an event. */
    private fun reading(name: Any?): Order =
        when (val found = saved[name]) {
            is UserConfirmed -> found.order
            is UserPaid -> found.order
            else -> found as Order
        }

    private fun settle(step: Map<String, Any?>): Settlement {
        val draft = resumed(step["settle"])
        val known = step["deduction"]?.let { built(Deduction::class.java, it.members()) as Deduction }
        return when (val evidence = saved[step["evidence"]]) {
            is Order -> draft.settle(evidence, known)
            is DeductionInfo -> draft.settle(evidence, known)
            is Permissions -> draft.settle(evidence, known)
            is PayscoreException -> draft.settle(evidence)
            else -> fail("no evidence: $evidence")
        }
    }

    private fun again(step: Map<String, Any?>): Any? {
        val settled = step["settlement"]?.let { saved[it] as Settlement }
        return simulator.perform(merchant.sign(merchant.again(resumed(step["again"]), settled)))
    }

    private fun lifecycle(step: Map<String, Any?>) {
        val deduction = step["deduction"]?.let { built(Deduction::class.java, it.members()) as Deduction }
        val progress = step["progress"]?.let { built(Progress::class.java, it.members()) as Progress }
        expect(step, lifecycle(reading(step["lifecycle"]), deduction, simulator.now, progress))
    }

    private fun simulator(step: Map<String, Any?>) {
        val action = step["simulator"].members()
        val result = control(action["method"] as String, action["path"] as String, action["body"])
        saved[step["save"] as? String ?: ""] = result
        expect(step, result)
    }

    private fun callback(step: Map<String, Any?>) {
        known(step, setOf("expect", "expect_error", "save", "none", "hold"))
        deliveries += simulator.due()
        if (step["none"] == true) return assertTrue(deliveries.isEmpty())
        val delivery = deliveries.removeFirst()
        var status = 500
        attempt(step) {
            try {
                merchant.readNotification(delivery.headers, delivery.body).also { status = status(it) }
            } catch (error: PayscoreException) {
                status = error.ack?.status() ?: 500
                throw error
            }
        }
        if (step["hold"] == true) held = delivery else simulator.delivered(delivery, status)
    }

    /** Answers the callback that was held back: with a saved acknowledgement, or a status. */
    private fun answer(source: Any?) {
        val delivery = held ?: fail("no callback is held back")
        when (val answer = if (source is String) saved[source] else source) {
            is PrepayAcknowledgement -> {
                simulator.delivered(delivery, answer.ack.status(), answer.ack.body())
            }

            is Ack -> {
                simulator.delivered(delivery, answer.status(), answer.body())
            }

            is PayscoreException -> {
                answer.ack?.let { simulator.delivered(delivery, it.status(), it.body()) }
                    ?: fail("no ack", answer)
            }

            else -> {
                simulator.delivered(delivery, (answer as Number).toInt())
            }
        }
    }

    private fun compute(
        function: String,
        params: Map<String, Any?>,
    ): Any =
        when (function) {
            "acknowledge_prepay" -> {
                merchant.acknowledgePrepay(
                    params["out_trade_no"] as String,
                    (params["prepay_resp_http_code"] as Number).toLong(),
                    prepayRespBody = params["prepay_resp_body"] as String?,
                    deduction = params["deduction"]?.let { built(Deduction::class.java, it.members()) as Deduction },
                    nothingRegistered = params["nothing_registered"] as Boolean?,
                )
            }

            else -> {
                fail("not known to this runner: $function")
            }
        }

    private fun status(event: Event): Int = event.ack?.status() ?: 500

    private fun attempt(
        step: Map<String, Any?>,
        work: () -> Any?,
    ) {
        val expected = step["expect_error"]?.members()
        val result =
            try {
                work()
            } catch (error: PayscoreException) {
                check(error, expected ?: fail("$step: $error", error))
                saved[step["save"] as? String ?: ""] = error
                return
            }
        assertTrue(expected == null) { "$step: an error was expected, got $result" }
        saved[step["save"] as? String ?: ""] = result
        expect(step, result)
    }

    private fun check(
        error: PayscoreException,
        expected: Map<String, Any?>,
    ) {
        val found =
            mapOf(
                "kind" to { error.kind.word },
                "code" to { error.code },
                "outcome" to { error.outcome.word },
                "retry" to { error.retry.word },
                "wechat_code" to { error.wechatCode },
                "ack" to { error.ack?.status()?.toLong() },
                "pointers" to {
                    error.issues
                        .filter { !it.advice }
                        .map { it.pointer }
                        .toSet()
                },
            )
        known(expected, found.keys)
        expected.forEach { (name, value) ->
            assertEquals(
                if (name ==
                    "pointers"
                ) {
                    value.items().toSet()
                } else {
                    jsonOf(value)
                },
                found.getValue(name)(),
                "$name of $error",
            )
        }
    }

    private fun expect(
        step: Map<String, Any?>,
        result: Any?,
    ) {
        step["expect"]?.members()?.forEach { (pointer, value) ->
            assertEquals(jsonOf(value), valueAt(result, pointer), pointer)
        }
    }

    private fun filled(value: Any?): Any? =
        when (value) {
            is Map<*, *> -> value.mapValues { filled(it.value) }
            is List<*> -> value.map(::filled)
            is String -> SAVED.matchEntire(value)?.let { valueAt(saved[it.groupValues[1]], it.groupValues[2]) } ?: value
            else -> value
        }

    private fun known(
        members: Map<String, Any?>,
        names: Set<String>,
    ) = assertEquals(emptySet<String>(), members.keys - names, "unknown keys")

    private fun control(
        method: String,
        path: String,
        body: Any? = null,
    ): Any? = simulator.control(method, path, body)
}

private val SAVED = Regex("""\$\{(\w+)\.(.*)}""")
