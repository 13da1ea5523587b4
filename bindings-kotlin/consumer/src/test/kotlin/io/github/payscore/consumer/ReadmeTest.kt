package io.github.payscore.consumer

import io.github.payscore.Apiv3
import io.github.payscore.Call
import io.github.payscore.ConfigException
import io.github.payscore.Merchant
import io.github.payscore.MerchantConfig
import io.github.payscore.http.Client
import io.github.payscore.model.CancelOrder
import io.github.payscore.model.CompleteOrder
import io.github.payscore.model.CreateOrder
import io.github.payscore.model.Launch
import io.github.payscore.model.Order
import io.github.payscore.model.OrderCancelled
import io.github.payscore.model.Payment
import io.github.payscore.model.Phase
import io.github.payscore.model.RegisterDeductInfo
import io.github.payscore.model.RiskFund
import io.github.payscore.model.RiskFundName
import io.github.payscore.model.ServiceTime
import io.github.payscore.model.Settlement
import io.github.payscore.model.TimeRange
import io.github.payscore.model.Verdict
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import java.io.IOException
import java.net.http.HttpClient
import java.net.http.HttpResponse.BodyHandlers
import java.time.Instant

/** The snippets of the READMEs are executed, word for word. `SpringTest` executes the one for Spring. */
class ReadmeTest {
    private val kept = mutableListOf<ByteArray>()

    @Test
    fun `the snippets are the ones that are executed`() {
        val here = "src/test/kotlin/io/github/payscore/consumer"
        val java = "src/test/java/io/github/payscore/consumer"
        assertSnippets("README.md", "kotlin", "$here/ReadmeTest.kt")
        assertSnippets("README.md", "java", "$java/ReadmeShop.java", "$java/SpringShop.java")
        assertSnippets("payscore-testing/README.md", "kotlin", "$here/TestingReadmeTest.kt")
        assertSnippets("payscore-testing/README.md", "java", "$java/TestingReadmeJavaTest.java")
    }

    @Test
    fun `the settings are named as the merchant names them`() {
        val facts = Served().use { it.control("GET", "/_simulator", null).members()["merchant"].members() }
        val keys = listOf("certificate", "private_key").map { facts[it] as String }
        val apiV3Key = facts["api_v3_key"].let { if (it is List<*>) it.first() else it } as String
        for (settings in listOf(::settings, ReadmeShop::settings)) {
            val error = assertThrows<ConfigException> { settings(keys[0], keys[1], apiV3Key, "no key yet") }
            // The id of the public key is a placeholder, and the simulator's keys are for this machine only.
            assertEquals(listOf("/public_keys", "/base_url"), error.issues.map { it.pointer })
        }
    }

    @Test
    fun `the journey`() {
        Served().use { served ->
            val merchant = served.merchant
            val order = firstCall(merchant, HttpClient.newHttpClient())
            assertEquals(Phase.CREATED, ReadmeShop.createOrder(merchant).phase, "the same from Java")
            assertTrue(order.packageVal!! in launch(merchant, order).toString())
            served.control("POST", "/_simulator/orders/A1/confirm", "{}")
            served.control("POST", "/_simulator/clock", """{"advance": 60}""")
            assertEquals(Phase.AWAITING_PAYMENT, journey(merchant, order, Instant.ofEpochSecond(NOW + 60)))
            assertEquals(2, kept.size)
            assertEquals(Verdict.HAPPENED, settle(merchant, Client(merchant), kept[0], order).verdict)
            val facts = served.control("GET", "/_simulator", null).members()["merchant"]
            val key = facts.members()["private_key"] as String
            val call = cancellation(merchant, order) { Apiv3.sign(key, it) }
            assertEquals(merchant.sign(call.draft).body?.toList(), call.body?.toList())
        }
    }

    private fun assertSnippets(
        readme: String,
        language: String,
        vararg sources: String,
    ) {
        val folder = ROOT.resolve("bindings-kotlin")
        val blocks = Regex("```$language\n(.*?)```", RegexOption.DOT_MATCHES_ALL)
        val shown = blocks.findAll(folder.resolve(readme).readText())
        val marks = Regex("// The snippet begins\\.\n(.*?)// The snippet ends\\.", RegexOption.DOT_MATCHES_ALL)
        val executed = sources.flatMap { marks.findAll(folder.resolve("consumer/$it").readText()) }
        assertTrue(executed.isNotEmpty(), readme)
        assertEquals(executed.map { words(it.groupValues[1]) }, shown.map { words(it.groupValues[1]) }.toList(), readme)
    }

    /** Without comments, blanks and trailing commas, of which the formatter has its own opinion. */
    private fun words(text: String) =
        text.replace(Regex("//[ A-Z][^\n]*"), "").replace(Regex("\\s+"), "").replace(",)", ")")

    private fun settings(
        certPem: String,
        keyPem: String,
        apiV3Key: String,
        wechatpayPem: String,
    ): Merchant {
        // The snippet begins.
        val merchant =
            Merchant(
                MerchantConfig(
                    mchid = "1230000100",
                    certificate = certPem,
                    privateKey = keyPem,
                    apiV3Keys = listOf(apiV3Key),
                    publicKeys = mapOf("PUB_KEY_ID_..." to wechatpayPem),
                    serviceId = "2002...",
                    appid = "wx...",
                    channelId = "1230000109",
                ),
            )
        // The snippet ends.
        return merchant
    }

    private fun firstCall(
        merchant: Merchant,
        http: HttpClient,
    ): Order {
        // The snippet begins.
        val call =
            merchant.createOrder(
                CreateOrder(
                    subMchid = "1900000109",
                    outOrderNo = "A1",
                    serviceIntroduction = "XX充电宝",
                    riskFund = RiskFund(RiskFundName.ESTIMATE_ORDER_COST, amount = 10000),
                    timeRange = TimeRange(startTime = ServiceTime.ON_ACCEPT),
                    notifyUrl = "https://shop.example/notify",
                    needUserConfirm = true,
                ),
            )
        val order =
            try {
                call.read(http.send(call.toHttpRequest(), BodyHandlers.ofByteArray()))
            } catch (e: IOException) {
                throw call.lost(e)
            }
        // The snippet ends.
        return order
    }

    private fun launch(
        merchant: Merchant,
        order: Order,
    ): Launch {
        // The snippet begins.
        val launch = merchant.launchConfirm(order.packageVal!!)
        // The snippet ends.
        return launch
    }

    private fun journey(
        merchant: Merchant,
        order: Order,
        returnedAt: Instant,
    ): Phase {
        // The snippet begins.
        val wechat = Client(merchant, beforeSend = { draft -> keep(draft.toBytes()) })
        val bill =
            CompleteOrder(
                postPayments = listOf(Payment(name = "租借费用", amount = 700)),
                totalAmount = 700,
                timeRange = TimeRange(endTime = ServiceTime.fromTime(returnedAt)),
            )
        wechat.completeOrder(order.orderRef, bill)
        wechat.registerDeductInfo(order.orderRef, RegisterDeductInfo(outTradeNo = "D1"))
        // Now submit the withholding at the clearing house, under D1.
        val phase = wechat.queryOrder(order.orderRef).phase
        // The snippet ends.
        return phase
    }

    private fun settle(
        merchant: Merchant,
        wechat: Client,
        stored: ByteArray,
        order: Order,
    ): Settlement {
        // The snippet begins.
        val lost = merchant.resume(stored)
        val settlement = lost.settle(wechat.queryOrder(order.orderRef))
        // The snippet ends.
        return settlement
    }

    private fun cancellation(
        merchant: Merchant,
        order: Order,
        sign: (ByteArray) -> String,
    ): Call<OrderCancelled> {
        // The snippet begins.
        val draft = merchant.draft(order.orderRef, CancelOrder(reason = "用户取消"))
        keep(draft.toBytes())
        val signed = draft.finish(sign(draft.message))
        // The snippet ends.
        return signed
    }

    private fun keep(draft: ByteArray) {
        kept += draft
    }
}
