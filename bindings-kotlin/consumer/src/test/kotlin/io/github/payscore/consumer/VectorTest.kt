package io.github.payscore.consumer

import io.github.payscore.Apiv3
import io.github.payscore.DecryptionException
import io.github.payscore.InvalidException
import io.github.payscore.VerificationException
import io.github.payscore.testing.ffi.hmacSha256Hex
import io.github.payscore.testing.ffi.sha1Hex
import io.github.payscore.testing.ffi.sha256Hex
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import java.util.HexFormat

private typealias Vector = Map<String, Any?>

/** The known answers, from Kotlin, through the public API. An unknown file is a failure. */
class VectorTest {
    private val files = files("PAYSCORE_VECTORS", "tests/vectors")
    private val keys =
        Json.read(files.find { it.name == "keys.json" } ?: ROOT.resolve("tests/vectors/keys.json")).members()
    private val ran = sortedMapOf<String, Int>()
    private val leftOut = mutableListOf<Pair<String, String>>()

    @Test
    fun `known answers`() {
        files.forEach { file(it.nameWithoutExtension, Json.read(it).members()) }
        println("Kotlin: ${ran.values.sum()} checks $ran, ${leftOut.size} left out")
        note("vectors", ran.values.sum())
        note("vectors_left_out", leftOut.size)
        if (System.getenv("PAYSCORE_VECTORS").isNullOrEmpty()) {
            assertEquals(77 to 10, ran.values.sum() to leftOut.size, "the counts are pinned: 87 in all")
        }
    }

    private fun file(
        name: String,
        data: Map<String, Any?>,
    ) {
        val groups: Map<String, (Vector) -> Int> =
            when (name) {
                "keys" -> {
                    emptyMap()
                }

                "sm" -> {
                    listOf(
                        "sm2_signatures",
                        "sm2_decrypt",
                        "sm3",
                        "sm4_gcm",
                    ).associateWith { { v -> without(v, "国密 is not supported") } }
                }

                "derived" -> {
                    mapOf(
                        "requests" to ::requestSigning,
                        "responses" to ::notification,
                        "notifications" to ::notification,
                        "rejections" to ::rejection,
                        "aead_rejections" to ::aeadRejection,
                        "oaep" to ::rsaEncryption,
                        "hmac" to ::hmac,
                        "multipart" to ::multipart,
                    )
                }

                else -> {
                    mapOf("vectors" to (KINDS[name] ?: error("$name.json is not known to this runner"))(this))
                }
            }
        groups.forEach { (group, check) ->
            val count = data[group]?.items().orEmpty().sumOf { check(it.members()) }
            if (count > 0) ran.merge(name, count, Int::plus)
        }
    }

    private fun without(
        v: Vector,
        why: String,
    ): Int {
        leftOut += v.text("name") to why
        return 0
    }

    private fun public(v: Vector): String =
        keys[v.text("key")].members().let {
            it["public_key_spki_pem"]
                ?: it["certificate_pem"]
        } as String

    private fun private(v: Vector): String = keys[v.text("key")].members().text("private_key_pkcs8_pem")

    private fun messageOf(v: Vector): ByteArray =
        Apiv3.requestMessage(v.text("method"), v.text("url"), v.long("timestamp"), v.text("nonce_str"), v.bytes("body"))

    private fun requestSigning(v: Vector): Int {
        val message = messageOf(v)
        assertEquals(v["canonical_message_hex"], HexFormat.of().formatHex(message))
        assertTrue(Apiv3.signatureHolds(public(v), message, v.text("signature_base64")))
        if (v["verify_only"] != true) {
            assertEquals(v["signature_base64"], Apiv3.sign(private(v), message))
            val (mchid, serial, nonce) = listOf("mchid", "serial_no", "nonce_str").map { v.text(it) }
            val ours = Apiv3.authorization(mchid, serial, v.long("timestamp"), nonce, v.text("signature_base64"))
            val parts = { text: String -> text.substringAfter("WECHATPAY2-SHA256-RSA2048 ").split(',').sorted() }
            assertEquals(parts(v.text("authorization_example")), parts(ours))
        }
        return 1
    }

    private fun canonical(v: Vector): Int {
        val response = v["kind"] == "response"
        val message =
            if (response) {
                Apiv3.responseMessage(
                    v.text("timestamp"),
                    v.text("nonce_str"),
                    v.bytes("body"),
                )
            } else {
                messageOf(v)
            }
        assertEquals(v["canonical_message"] to v["utf8_length"], String(message) to message.size)
        return 1
    }

    private fun rawSignature(v: Vector): Int {
        val message = ((v["message"] ?: v["canonical_message"]) as String).toByteArray()
        assertEquals(v["signature_base64"], Apiv3.sign(private(v), message))
        assertTrue(Apiv3.signatureHolds(public(v), message, v.text("signature_base64")))
        return 1
    }

    private fun verify(
        v: Vector,
        serial: String,
    ): String =
        Apiv3.verify(mapOf(serial to public(v)), v["headers"].members(), v.bytes("body"), v.long("clock_for_test"))

    private fun notification(v: Vector): Int {
        val serial = v["headers"].members().text("Wechatpay-Serial")
        assertEquals(serial, verify(v, serial))
        if ("resource_plaintext" !in v) return 1
        val r = Json.read(v.text("body")).members()["resource"].members()
        assertEquals(v["resource_plaintext"], open(v.text("api_v3_key"), r, "nonce", "associated_data", "ciphertext"))
        return 2
    }

    private fun rejection(v: Vector): Int {
        val other = "440024045C4A427599D09BB4E3DE0279F2E813FD"
        val serial =
            if (v["expected_error"] ==
                "unknown serial"
            ) {
                other
            } else {
                v["headers"].members().text("Wechatpay-Serial")
            }
        if (v["valid"] == true) {
            verify(v, serial)
        } else {
            val expected = if (v["name"] == "signtest_probe") "verification.probe" else CODES[v["expected_error"]]
            assertEquals(expected, assertThrows<VerificationException> { verify(v, serial) }.code, v.text("name"))
        }
        return 1
    }

    private fun open(
        key: String,
        v: Vector,
        vararg names: String,
    ): String =
        names.map { v.text(it) }.let { (nonce, data, sealed) ->
            String(Apiv3.openResource(key, nonce, data, sealed))
        }

    private fun openPrimitive(v: Vector) =
        open(v.text("key_utf8"), v, "nonce_utf8", "associated_data_utf8", "ciphertext_base64")

    private fun aead(v: Vector): Int {
        if (v["key_bytes"] != 32 ||
            v.text("nonce_utf8").length != 12
        ) {
            return without(v, "AES-128-GCM, or a nonce of 16 bytes")
        }
        assertEquals(v["plaintext_utf8"], openPrimitive(v))
        return 1
    }

    private fun aeadRejection(v: Vector): Int {
        assertThrows<DecryptionException> { openPrimitive(v) }
        return 1
    }

    private fun platformCertificate(v: Vector): Int {
        if (v.text("api_v3_key").length != 32) return without(v, "AES-128-GCM")
        val sealed = v["item"].members()["encrypt_certificate"].members()
        val pem = open(v.text("api_v3_key"), sealed, "nonce", "associated_data", "ciphertext")
        assertEquals(v["certificate_pem"] to v["certificate_serial_hex"], pem to Apiv3.readCertificate(pem).serialNo)
        return 1
    }

    private fun certificateSerial(v: Vector): Int {
        assertEquals(v["serial_upper_hex"], Apiv3.readCertificate(v.text("certificate_pem")).serialNo)
        return 1
    }

    private fun rsaEncryption(v: Vector): Int {
        when {
            v["padding"] == "PKCS1v15" -> {
                return without(v, "PKCS#1 v1.5 decryption is not offered")
            }

            "plaintext_length" in v -> {
                assertThrows<InvalidException> {
                    Apiv3.sealSensitive(
                        public(mapOf("key" to "java_wechatpay")),
                        "x".repeat(v["plaintext_length"] as Int),
                    )
                }
            }

            v["valid"] == false -> {
                assertThrows<DecryptionException> { Apiv3.openSensitive(private(v), v.text("ciphertext_base64")) }
            }

            else -> {
                assertEquals(v["plaintext_utf8"], Apiv3.openSensitive(private(v), v.text("ciphertext_base64")))
                val again = Apiv3.sealSensitive(public(v), v.text("plaintext_utf8"))
                assertEquals(v["plaintext_utf8"], Apiv3.openSensitive(private(v), again))
            }
        }
        return 1
    }

    // The public API does not reach these; the glue of payscore-testing does.

    private fun hash(v: Vector): Int {
        val message = v.bytes("message_utf8")
        assertEquals(v["digest_hex"], if (v["algorithm"] == "SHA1") sha1Hex(message) else sha256Hex(message))
        return 1
    }

    private fun hmac(v: Vector): Int {
        val expected = v["hmac_sha256_upper_hex"] ?: v["sign"] ?: return without(v, "MD5: not used by the product")
        val params = v["params"].members().filterValues { it != null && it != "" }.toSortedMap()
        val joined = params.map { (name, value) -> "$name=$value&" }.joinToString("") + "key=${v["api_v2_key"]}"
        assertEquals(v["string_sign_temp"], joined)
        assertEquals(expected, hmacSha256Hex(v.bytes("api_v2_key"), joined.toByteArray()).uppercase())
        return 1
    }

    private fun multipart(v: Vector): Int {
        requestSigning(v["request"].members())
        val sha256 = sha256Hex(HexFormat.of().parseHex(v.text("file_hex")))
        assertEquals(Json.read(v.text("meta")).members()["sha256"], sha256)
        // The request and the hash, as the other runners count them.
        return 2
    }

    private companion object {
        val KINDS: Map<String, (VectorTest) -> (Vector) -> Int> =
            mapOf(
                "request_signing" to { it::requestSigning },
                "canonical_strings" to { it::canonical },
                "raw_sha256_rsa" to { it::rawSignature },
                "client_invocation" to { it::rawSignature },
                "notification" to { it::notification },
                "response_verification" to { it::notification },
                "aead_aes_gcm" to { it::aead },
                "platform_certificates" to { it::platformCertificate },
                "certificate_serials" to { it::certificateSerial },
                "rsa_encryption" to { it::rsaEncryption },
                "hashes" to { it::hash },
                "hmac_md5_v2" to { it::hmac },
            )
        val CODES =
            mapOf(
                "signature" to "verification.signature",
                "unknown serial" to "verification.serial.unknown",
                "missing header" to "verification.header.missing",
                "malformed header" to "verification.header.malformed",
                "timestamp expired" to "verification.timestamp.expired",
            )

        fun Vector.text(name: String): String = this[name] as String

        fun Vector.bytes(name: String): ByteArray = text(name).toByteArray()

        /** Vectors have some numbers as text. */
        fun Vector.long(name: String): Long = this[name].toString().toLong()
    }
}
