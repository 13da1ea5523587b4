package io.github.payscore

import io.github.payscore.ffi.Received
import io.github.payscore.ffi.Values
import java.time.Instant
import io.github.payscore.ffi.authorization as nativeAuthorization
import io.github.payscore.ffi.openResource as nativeOpenResource
import io.github.payscore.ffi.openSensitive as nativeOpenSensitive
import io.github.payscore.ffi.readCertificate as nativeReadCertificate
import io.github.payscore.ffi.requestMessage as nativeRequestMessage
import io.github.payscore.ffi.responseMessage as nativeResponseMessage
import io.github.payscore.ffi.sealSensitive as nativeSealSensitive
import io.github.payscore.ffi.signMessage as nativeSign
import io.github.payscore.ffi.signatureHolds as nativeSignatureHolds
import io.github.payscore.ffi.verifyMessage as nativeVerify

/**
 * The protocol's single steps: for APIv3 endpoints that Payscore has no type for, and for sensitive fields. Keys are PEM; what is
 * wrong with one is a [ConfigException].
 */
object Apiv3 {
    /** The message of a request, to be signed. [target]: path and query. */
    @JvmStatic
    fun requestMessage(
        method: String,
        target: String,
        timestamp: Long,
        nonce: String,
        body: ByteArray,
    ): ByteArray = nativeRequestMessage(method, target, timestamp, nonce, body)

    /** The message of an answer or callback, to be verified. */
    @JvmStatic
    fun responseMessage(
        timestamp: String,
        nonce: String,
        body: ByteArray,
    ): ByteArray = nativeResponseMessage(timestamp, nonce, body)

    /** SHA256withRSA (PKCS#1 v1.5) as Base64. */
    @JvmStatic
    fun sign(
        privateKey: String,
        message: ByteArray,
    ): String = crossing { nativeSign(privateKey, message) }

    /** The value of the Authorization header. Each part must be visible ASCII without quotes. */
    @JvmStatic
    fun authorization(
        mchid: String,
        serialNo: String,
        timestamp: Long,
        nonce: String,
        signature: String,
    ): String = crossing { nativeAuthorization(mchid, serialNo, timestamp, nonce, signature) }

    /**
     * Checks a signed answer or callback, received at [now] (Unix seconds), against public keys or certificates by serial; the serial
     * that held.
     */
    @JvmStatic
    fun verify(
        keys: Map<String, String>,
        headers: Map<String, *>?,
        body: ByteArray,
        now: Long,
    ): String = crossing { nativeVerify(Values.into(keys), Received(0, headersOf(headers), body, now)) }

    /** Whether this is the signature (Base64) of the message under a public key or certificate. */
    @JvmStatic
    fun signatureHolds(
        key: String,
        message: ByteArray,
        signature: String,
    ): Boolean = crossing { nativeSignatureHolds(key, message, signature) }

    /** Opens a resource, AEAD_AES_256_GCM, under an APIv3 key. */
    @JvmStatic
    fun openResource(
        apiV3Key: String,
        nonce: String,
        associatedData: String,
        ciphertext: String,
    ): ByteArray = crossing { nativeOpenResource(apiV3Key, nonce, associatedData, ciphertext) }

    /** Opens a sensitive field that was sealed to the merchant's certificate. */
    @JvmStatic
    fun openSensitive(
        privateKey: String,
        sealed: String,
    ): String = crossing { nativeOpenSensitive(privateKey, sealed) }

    /** Seals a sensitive field to WeChat Pay's key. Name the same key in `Wechatpay-Serial`. */
    @JvmStatic
    fun sealSensitive(
        key: String,
        text: String,
    ): String = crossing { nativeSealSensitive(key, text) }

    /** A certificate's serial, and when it begins and ceases to be valid. */
    @JvmStatic
    fun readCertificate(pem: String): CertificateInfo {
        val parts = crossing { nativeReadCertificate(pem) }
        return CertificateInfo(parts.serialNo, Instant.ofEpochSecond(parts.notBefore), Instant.ofEpochSecond(parts.notAfter))
    }

    /** What a certificate says of itself. */
    class CertificateInfo internal constructor(
        /** Its serial, hexadecimal. */
        val serialNo: String,
        /** The first moment of its validity. */
        val notBefore: Instant,
        /** The last. */
        val notAfter: Instant,
    )
}
