package io.github.payscore.consumer

import io.github.payscore.model.CreateOrder
import io.github.payscore.model.OrderRef
import io.github.payscore.model.RiskFund
import io.github.payscore.model.RiskFundName
import io.github.payscore.model.ServiceTime
import io.github.payscore.model.TimeRange
import io.github.payscore.testing.Simulator
import io.github.payscore.testing.ffi.emptyCrossing

/** Kotlin's figures, as JSON rows of name and microseconds. Run by `cargo xtask bench`. */
fun main() {
    val simulator = Simulator(1748739600)
    val merchant = simulator.merchant()
    val signature = ByteArray(256) { it.toByte() }

    fun params(number: String) =
        CreateOrder(
            subMchid = "1900000109",
            outOrderNo = number,
            serviceIntroduction = "XX充电宝",
            riskFund = RiskFund(RiskFundName.ESTIMATE_ORDER_COST, 10000),
            timeRange = TimeRange(startTime = ServiceTime.ON_ACCEPT),
            notifyUrl = "https://shop.example/notify",
            needUserConfirm = true,
        )
    simulator.perform(merchant.createOrder(params("B1")))
    simulator.control("POST", "/_simulator/orders/B1/confirm", emptyMap<String, Any>())
    val callback = simulator.due().single()
    val headers = callback.headers
    val body = callback.body
    val query = merchant.queryOrder(OrderRef(outOrderNo = "B1", subMchid = "1900000109"))
    val answer = simulator.send(query)
    val answerHeaders = answer.headers
    val answerBody = answer.body
    val work =
        listOf<Pair<String, () -> Any?>>(
            "kotlin_create_call" to { merchant.createOrder(params("B1")) },
            "kotlin_callback" to { merchant.readNotification(headers, body) },
            "kotlin_read_order" to { query.read(answer.status, answerHeaders, answerBody) },
            "kotlin_draft_and_finish_without_rsa" to { merchant.draft(params("B1")).finish(signature) },
            "kotlin_empty_crossing" to { emptyCrossing() },
        )
    val rows = work.map { (name, thing) -> mapOf("name" to name, "micros" to Math.round(micros(thing) * 100) / 100.0) }
    println(Json.write(rows))
}

/** The median of five rounds, after a warm-up. */
private fun micros(thing: () -> Any?): Double {
    round(thing, 1_500)
    return List(5) { round(thing, 400) }.sorted()[2]
}

private fun round(
    thing: () -> Any?,
    millis: Long,
): Double {
    val start = System.nanoTime()
    val end = start + millis * 1_000_000
    var count = 0
    while (System.nanoTime() < end) {
        thing()
        count++
    }
    return (System.nanoTime() - start) / 1000.0 / count
}
