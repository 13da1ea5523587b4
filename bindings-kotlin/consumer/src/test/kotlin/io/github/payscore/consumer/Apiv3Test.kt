package io.github.payscore.consumer

import io.github.payscore.Apiv3
import io.github.payscore.ConfigException
import io.github.payscore.PayscoreException
import io.github.payscore.testing.Simulator
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.assertThrows

/** What is wrong with an argument of the single steps is core's error, as everywhere else. */
class Apiv3Test {
    private val certificate = settings()["certificate"] as String
    private val bytes = ByteArray(1)

    @TestFactory
    fun `a bad key is a ConfigException`(): List<DynamicTest> =
        mapOf<String, (String) -> Any>(
            "sign" to { Apiv3.sign(it, bytes) },
            "openSensitive" to { Apiv3.openSensitive(it, "AAAA") },
            "sealSensitive" to { Apiv3.sealSensitive(it, "x") },
            "signatureHolds" to { Apiv3.signatureHolds(it, bytes, "AAAA") },
            "readCertificate" to { Apiv3.readCertificate(it) },
            "openResource" to { Apiv3.openResource(it, "123456789012", "certificate", "AAAA") },
            "verify" to { Apiv3.verify(mapOf("PUB_KEY_ID_1" to it), emptyMap<String, String>(), bytes, NOW) },
        ).flatMap { (name, step) ->
            listOf("", "no key", certificate.take(200), certificate.replace('M', 'Ä')).map { key ->
                dynamicTest("$name with ${key.length} characters") {
                    val error = assertThrows<ConfigException> { step(key) }
                    assertEquals("config.", error.code.take(7))
                    assertEquals("${error.code}: ${error.detail}", error.message)
                }
            }
        }

    @Test
    fun `a certificate in the place of a private key is named as such`() {
        val error = assertThrows<ConfigException> { Apiv3.sign(certificate, bytes) }
        assertEquals("config.private_key.is_certificate", error.code)
    }

    @Test
    fun `a moment that is none is named as in every language`() {
        for (moment in listOf(-1, Long.MIN_VALUE, Long.MAX_VALUE)) {
            val error = assertThrows<PayscoreException> { Apiv3.authorization("1", "A1", moment, "n", "s") }
            assertEquals("invalid.clock", error.code)
        }
    }

    @Test
    fun `a part that does not fit into the header is named`() {
        val error = assertThrows<PayscoreException> { Apiv3.authorization("1", "A\"1", NOW, "n n", "s") }
        assertEquals(listOf("/serial_no", "/nonce"), error.issues.map { it.pointer })
    }

    private fun settings(): Map<String, Any?> =
        Simulator(NOW).control("GET", "/_simulator").members()["merchant"].members()
}
