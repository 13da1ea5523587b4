package io.github.payscore.consumer

import io.github.payscore.Call
import io.github.payscore.Merchant
import io.github.payscore.MerchantConfig
import io.github.payscore.TransportException
import io.github.payscore.examples.Shop
import io.github.payscore.lifecycle
import io.github.payscore.model.DeductionStanding
import io.github.payscore.model.Model
import io.github.payscore.model.NextAction
import io.github.payscore.model.Order
import io.github.payscore.model.OrderRef
import io.github.payscore.model.Outcome
import io.github.payscore.model.Phase
import io.github.payscore.model.Retry
import io.github.payscore.model.ServiceTime
import io.github.payscore.model.Verdict
import java.io.File
import java.io.IOException
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.nio.file.Files
import java.security.MessageDigest
import java.time.Instant
import java.util.HexFormat
import java.util.concurrent.TimeUnit
import kotlin.system.exitProcess

/**
 * Plays the journey of `examples/Journey.kt` against a simulator and prints it, as a timeline or as JSON. Fails if what
 * was sent differs from what the simulator received. Run by `cargo xtask demo kotlin`.
 */
fun main(arguments: Array<String>) {
    val facts = Json.read(File(arguments[0])).members()
    if ("--die" in arguments) die(facts, arguments.last())
    exitProcess(if (Demo(arguments[0], facts, "--json" in arguments).play()) 0 else 1)
}

private const val NOTIFY = "https://shop.example"

private class Demo(
    private val factsFile: String,
    private val facts: Map<String, Any?>,
    private val asJson: Boolean,
) {
    private val base = facts["merchant"].members()["base_url"] as String
    private val subMchid = facts["sub_mchid"].items()[0] as String
    private val merchant = Merchant(MerchantConfig.fromSettings(facts["merchant"].members()))
    private val steps = mutableListOf<MutableMap<String, Any?>>()
    private val http: HttpClient = HttpClient.newHttpClient()
    private val now = (control("GET", "/_simulator/clock").members()["now"] as Number).toLong()
    private val folder = Files.createTempDirectory("payscore")
    private val database = folder.resolve("shop.sqlite").toString()

    fun play(): Boolean {
        NarratedShop().use { shop ->
            val server = shop.serve()
            control(
                "POST",
                "/_simulator/mappings",
                mapOf(
                    "from" to NOTIFY,
                    "to" to "http://127.0.0.1:${server.address.port}",
                ),
            )
            rented(shop)
            cancelled(shop)
            val again = lost(shop)
            killed(shop)
            unknownWithholding(shop, again)
            server.stop(0)
        }
        folder.toFile().deleteRecursively()
        return compare()
    }

    private fun rented(shop: Shop) {
        say("A power bank is rented and paid for")
        var order = shop.create("DEMO|0001*A", subMchid)
        val ref = order.orderRef
        val launch = merchant.launchConfirm(order.packageVal.orEmpty())
        say("      jump for the mini program: wx.openBusinessView(${Json.write(launch.miniProgram).take(70)}…)")
        control("POST", "/_simulator/orders/DEMO%7C0001%2AA/confirm", mapOf("package" to order.packageVal))
        say("      the user confirms in WeChat")
        check(shop.confirmed.await(10, TimeUnit.SECONDS)) { "the callback did not come" }
        say("      callback USER_CONFIRM: verified, stored with its deduplication key, then acknowledged")
        check(shop.query(ref).phase == Phase.IN_SERVICE)
        shop.complete(ref, 700, comesBack())
        say("      completed for ¥7.00. That charged nobody yet")
        order = shop.query(ref)
        check(lifecycle(order, now = now).next.action == NextAction.REGISTER_DEDUCT_INFO)
        val (number, _) = shop.register(ref, now)
        say("      deduction $number: stored, then registered")
        val result = withhold(number, mapOf("sub_mchid" to subMchid, "amount" to 700))
        shop.remember(number, ref.outOrderNo, DeductionStanding.fromValue(result), now)
        say("      withholding at the clearing house: $result")
        order = shop.query(ref)
        check(order.phase == Phase.PAID && order.collection?.paidAmount == 700L)
    }

    /** Half a minute later the power bank is returned, and the service ends. */
    private fun comesBack(): ServiceTime {
        val clock = control("POST", "/_simulator/clock", mapOf("advance" to 30)).members()
        return ServiceTime.fromTime(Instant.ofEpochSecond((clock["now"] as Number).toLong()))
    }

    private fun cancelled(shop: Shop) {
        say("\nAnother order is cancelled before anyone confirms it")
        val other = shop.create("DEMO-0002", subMchid).orderRef
        shop.cancel(other, "用户取消")
        check(shop.query(other).phase == Phase.REVOKED)
    }

    private fun lost(shop: Shop): Order {
        say("\nThe answer to a creation is lost")
        control("POST", "/_simulator/faults", mapOf("fault" to "drop_answer", "operation" to "create_order"))
        try {
            shop.create("DEMO-0003", subMchid)
            error("the answer was not lost")
        } catch (lost: TransportException) {
            check(lost.outcome == Outcome.UNKNOWN && lost.retry == Retry.SAME_REQUEST)
        }
        say("      the identical request again, under the same number, from what was stored:")
        val again = shop.send(merchant.sign(merchant.resume(shop.stored("create/DEMO-0003"), Order::class.java)))
        check(again.packageVal != null && again.phase == Phase.CREATED)
        say("      one order, and its package is got back")
        return again
    }

    private fun killed(shop: Shop) {
        say("\nThe shop's process is killed between sending a creation and reading its answer")
        val java = File(System.getProperty("java.home"), "bin/java").path
        val classes = System.getProperty("java.class.path")
        val command = listOf(java, "-cp", classes, "io.github.payscore.consumer.DemoKt", factsFile, "--die", database)
        val child = ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start()
        val output = String(child.inputStream.readAllBytes())
        check(child.waitFor() == 137) { "the child was not killed" }
        val step = step("POST", "", null)
        step.putAll(Json.read(output).members())
        step["status"] = 200
        say(
            "  ${"%2d".format(
                steps.size,
            )}. POST ${step["target"]}\n      killed. Another process finds the stored draft:",
        )
        val draft = merchant.resume(shop.stored("create/DEMO-0004"), Order::class.java)
        val found = shop.query(OrderRef(outOrderNo = "DEMO-0004", subMchid = subMchid))
        val verdict = draft.settle(found)
        say("      settled: ${verdict.verdict}; ${verdict.why}")
        check(verdict.verdict == Verdict.HAPPENED && shop.send(merchant.sign(draft)).packageVal != null)
    }

    private fun unknownWithholding(
        shop: Shop,
        order: Order,
    ) {
        say("\nThe answer to a withholding is lost")
        control("POST", "/_simulator/orders/DEMO-0003/confirm", mapOf("package" to order.packageVal))
        val ref = order.orderRef
        shop.complete(ref, 500, comesBack())
        val (number, _) = shop.register(ref, now)
        shop.remember(number, ref.outOrderNo, DeductionStanding.UNKNOWN, now)
        control("POST", "/_simulator/faults", mapOf("fault" to "drop_answer", "operation" to "withhold"))
        try {
            withhold(number, mapOf("amount" to 500, "result" to "pending", "after" to 30))
            error("the answer was not lost")
        } catch (_: IOException) {
            say("      no answer from the clearing house: the money may have moved")
        }
        val standing = lifecycle(shop.query(ref), shop.deduction(ref.outOrderNo), now)
        val allowed = standing.operations.getValue("register_deduct_info").allowed
        say("      lifecycle: a second number is ${if (allowed) "allowed" else "refused"}; order ${standing.phase}")
        check(!allowed)
        control("POST", "/_simulator/clock", mapOf("advance" to 31))
        val answer = control("GET", "/_simulator/clearing/$number").members()["result"] as String
        shop.remember(number, ref.outOrderNo, DeductionStanding.fromValue(answer), now)
        say("      the clearing house answers: $answer")
        check(shop.query(ref).phase == Phase.PAID)
    }

    /** What was sent must be what was received. */
    private fun compare(): Boolean {
        val log = control("GET", "/_simulator/log").items()
        val books = control("GET", "/_simulator/books").members()
        val facts = listOf("method", "target", "body_sha256")
        val sent = steps.map { step -> facts.map { step[it] } + step["status"] }
        val received =
            log.map { it.members() }.map { entry ->
                facts.map { entry[it] } +
                    entry["status"].takeIf { entry["dropped"] == false }
            }
        val clean = listOf("double_charges", "double_orders").all { books[it].items().isEmpty() }
        val agree = sent == received && clean && books["charged_total"] == 1200
        if (asJson) {
            println(
                Json.pretty(
                    mapOf(
                        "steps" to steps,
                        "simulator" to mapOf("log" to log, "books" to books),
                        "agree" to agree,
                    ),
                ),
            )
        }
        val verdict = if (sent == received) "the same, byte for byte" else "THEY DIFFER"
        say("\n${sent.size} requests sent, ${received.size} received: $verdict")
        say(
            "charged in all ${yuan(
                (books["charged_total"] as Number).toLong(),
            )} in ${books["charges"].items().size} withholdings, none twice",
        )
        return agree
    }

    private fun withhold(
        number: String,
        more: Map<String, Any>,
    ): String =
        control(
            "POST",
            "/_simulator/clearing/withhold",
            mapOf("out_trade_no" to number) + more,
        ).members()["result"] as String

    private fun control(
        method: String,
        path: String,
        body: Any? = null,
    ): Any? {
        val publisher =
            body?.let { HttpRequest.BodyPublishers.ofString(Json.write(it)) } ?: HttpRequest.BodyPublishers.noBody()
        val request =
            HttpRequest
                .newBuilder(
                    URI.create(base + path),
                ).version(HttpClient.Version.HTTP_1_1)
                .method(method, publisher)
        return Json.read(http.send(request.build(), BodyHandlers.ofString()).body())
    }

    private fun say(text: String) {
        if (!asJson) println(text)
    }

    private fun step(
        method: String,
        target: String,
        body: ByteArray?,
    ): MutableMap<String, Any?> {
        val step =
            linkedMapOf<String, Any?>(
                "step" to steps.size + 1,
                "method" to method,
                "target" to target,
                "body_sha256" to sha256(body),
            )
        listOf("status", "verified_by", "phase", "total_amount", "paid_amount").forEach { step[it] = null }
        steps += step
        return step
    }

    /** The same shop, which prints each step. */
    private inner class NarratedShop : Shop(merchant, database, "$NOTIFY/notify") {
        override fun <R : Model> send(call: Call<R>): R {
            val target = call.url.removePrefix(base)
            val step = step(call.method, target, call.body)
            say("  ${"%2d".format(steps.size)}. ${call.method} ${target.substringBefore('?')}")
            val answer =
                try {
                    http.send(call.toHttpRequest(), BodyHandlers.ofByteArray())
                } catch (error: IOException) {
                    throw call.lost(error).also { say("      no answer. outcome ${it.outcome}, advice: ${it.retry}") }
                }
            step["status"] = answer.statusCode()
            val reply = call.read(answer)
            val serial = answer.headers().firstValue("Wechatpay-Serial").orElseThrow()
            step["verified_by"] = serial
            var story = "      ${answer.statusCode()}, verified by ${serial.take(24)}…"
            if (reply is Order) {
                step["phase"] = reply.phase.value
                step["total_amount"] = reply.totalAmount
                step["paid_amount"] = reply.collection?.paidAmount
                story +=
                    "   phase ${reply.phase}, total ${yuan(
                        reply.totalAmount,
                    )}, paid ${yuan(reply.collection?.paidAmount)}"
            }
            say(story)
            return reply
        }
    }
}

/** Another process of the shop, killed between sending and reading the answer. */
private fun die(
    facts: Map<String, Any?>,
    database: String,
): Nothing {
    val settings = facts["merchant"].members()
    val base = settings["base_url"] as String
    val doomed =
        object : Shop(Merchant(MerchantConfig.fromSettings(settings)), database, "$NOTIFY/notify") {
            override fun <R : Model> send(call: Call<R>): R {
                http.send(call.toHttpRequest(), BodyHandlers.ofByteArray())
                println(Json.write(mapOf("target" to call.url.removePrefix(base), "body_sha256" to sha256(call.body))))
                System.out.flush()
                ProcessBuilder("kill", "-9", ProcessHandle.current().pid().toString()).start().waitFor()
                error("still alive")
            }
        }
    doomed.create("DEMO-0004", facts["sub_mchid"].items()[0] as String)
    error("still alive")
}

private fun sha256(body: ByteArray?): String =
    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body ?: ByteArray(0)))

private fun yuan(fen: Long?): String = if (fen == null) "-" else "¥%.2f".format(fen / 100.0)
