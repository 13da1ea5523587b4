package io.github.payscore.consumer

import io.github.payscore.Call
import io.github.payscore.Merchant
import io.github.payscore.PayscoreException
import io.github.payscore.TransportException
import io.github.payscore.model.CancelOrder
import io.github.payscore.model.OrderCancelled
import io.github.payscore.model.Outcome
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import java.net.ProxySelector
import javax.net.ssl.SSLContext
import io.github.payscore.http.Client as HttpHelper
import io.github.payscore.okhttp.Client as OkHttpHelper

/** The JVM's settings apply to the clients: its proxy, and its trust store. */
class JvmSettingsTest {
    @Test
    fun `the JVM's proxy is used`() {
        val before = ProxySelector.getDefault()
        val stage = refusingProxy("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")
        try {
            ProxySelector.setDefault(stage.proxy)
            for (client in listOf<
                (
                    Merchant,
                    Call<OrderCancelled>,
                ) -> Any?,
            >({ m, call -> HttpHelper(m).send(call) }, { m, call -> OkHttpHelper(m).send(call) })) {
                val merchant = merchantAt("https://nowhere.invalid")
                val call = merchant.cancelOrder(ref(), CancelOrder(reason = "x"))
                val error = assertThrows<TransportException> { client(merchant, call) }
                assertEquals(Outcome.NOT_SENT, error.outcome)
            }
            assertEquals(
                listOf("CONNECT nowhere.invalid:443 HTTP/1.1"),
                stage.proxyRequests().map { it.lines().first() }.distinct(),
            )
            assertEquals(2, stage.proxyRequests().size)
        } finally {
            ProxySelector.setDefault(before)
            stage.close()
        }
    }

    @Test
    fun `the JVM's trust store is used`() {
        val before = SSLContext.getDefault()
        try {
            SSLContext.setDefault(Trusted.LOCALHOST.context)
            secured(Trusted.LOCALHOST.listener(), null).use { stage ->
                val merchant = merchantAt(stage.url)
                val call = merchant.cancelOrder(ref(), CancelOrder(reason = "x"))
                val error = assertThrows<PayscoreException> { HttpHelper(merchant).send(call) }
                assertFalse(error is TransportException, "it was answered: $error")
                assertEquals(1, stage.received.size)
            }
        } finally {
            SSLContext.setDefault(before)
        }
    }
}
