package io.github.payscore.consumer

import io.github.payscore.Merchant
import io.github.payscore.MerchantConfig
import io.github.payscore.model.CreateOrder
import io.github.payscore.model.Launch
import io.github.payscore.model.RiskFund
import io.github.payscore.model.RiskFundName
import io.github.payscore.model.ServiceTime
import io.github.payscore.model.TimeRange
import io.github.payscore.model.UserConfirmed
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import java.net.http.HttpClient
import java.net.http.HttpResponse.BodyHandlers

/** The README's snippet is compiled here, word for word. */
class ReadmeTest {
    @Test
    fun `the snippet is the one that is compiled`() {
        val readme =
            ROOT
                .resolve(
                    "bindings-kotlin/README.md",
                ).readText()
                .substringAfter("```kotlin\n")
                .substringBefore("```")
        val here =
            ROOT
                .resolve(
                    "bindings-kotlin/consumer/src/test/kotlin/io/github/payscore/consumer/ReadmeTest.kt",
                ).readText()
        val compiled = here.substringAfter("// The snippet begins.\n").substringBefore("    // The snippet ends.")
        assertEquals(words(readme), words(compiled.trimIndent()))
    }

    /** Without blanks and the commas before a closing bracket, of which the formatter has its own opinion. */
    private fun words(text: String) =
        text.replace(Regex("\\s//[^\n]*"), "").replace(Regex("\\s+"), "").replace(",)", ")")

    @Suppress("unused", "LongParameterList")
    private fun snippet(
        certPem: String,
        keyPem: String,
        apiV3Key: String,
        wechatpayPem: String,
        client: HttpClient,
        headers: Map<String, String>,
        body: ByteArray,
    ): Launch {
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
                call.read(client.send(call.toHttpRequest(), BodyHandlers.ofByteArray()))
            } catch (e: Exception) {
                throw call.lost(e)
            }
        val launch = merchant.launchConfirm(order.packageVal!!)

        when (val event = merchant.readNotification(headers, body)) {
            is UserConfirmed -> {}
            else -> {}
        }
        // The snippet ends.
        return launch
    }
}
