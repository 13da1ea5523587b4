package io.github.payscore

import io.github.payscore.ffi.ReceivedMessage
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
 * The single steps of APIv3, for endpoints that Payscore has no type for. Keys and certificates are PEM texts; a key
 * that cannot be used is a [ConfigException].
 */
object Apiv3 {
    /** The message of a request, to be signed. [target]: path and query; [timestamp]: Unix seconds. */
    @JvmStatic
    fun requestMessage(
        method: String,
        target: String,
        timestamp: Long,
        nonce: String,
        body: ByteArray,
    ): ByteArray = nativeRequestMessage(method, target, timestamp, nonce, body)

    /** The message of an answer or callback, to be verified. [timestamp]: as in the header `Wechatpay-Timestamp`. */
    @JvmStatic
    fun responseMessage(
        timestamp: String,
        nonce: String,
        body: ByteArray,
    ): ByteArray = nativeResponseMessage(timestamp, nonce, body)

    /** The signature of a message, SHA256withRSA (PKCS#1 v1.5), as Base64. */
    @JvmStatic
    fun sign(
        privateKey: String,
        message: ByteArray,
    ): String = callCore { nativeSign(privateKey, message) }

    /**
     * The value of the Authorization header. [timestamp]: Unix seconds. Each part must be visible ASCII without quotes,
     * commas or blanks; any other part is an [InvalidException].
     */
    @JvmStatic
    fun authorization(
        mchid: String,
        serialNo: String,
        timestamp: Long,
        nonce: String,
        signature: String,
    ): String = callCore { nativeAuthorization(mchid, serialNo, timestamp, nonce, signature) }

    /**
     * Verifies a signed answer or callback and returns the serial of the key that signed it.
     *
     * @param keys serials to public keys or certificates.
     * @param now when the message was received, in Unix seconds.
     * @throws VerificationException unless the signature is genuine and recent.
     */
    @JvmStatic
    fun verify(
        keys: Map<String, String>,
        headers: Map<String, *>?,
        body: ByteArray,
        now: Long,
    ): String = callCore { nativeVerify(Values.toValue(keys), ReceivedMessage(0, headersFrom(headers), body, now)) }

    /** Whether [signature] (Base64) is the signature of the message by the key in a public key or certificate. */
    @JvmStatic
    fun signatureHolds(
        key: String,
        message: ByteArray,
        signature: String,
    ): Boolean = callCore { nativeSignatureHolds(key, message, signature) }

    /** Decrypts a resource (AEAD_AES_256_GCM) with an APIv3 key. A [DecryptionException] if it is not genuine. */
    @JvmStatic
    fun openResource(
        apiV3Key: String,
        nonce: String,
        associatedData: String,
        ciphertext: String,
    ): ByteArray = callCore { nativeOpenResource(apiV3Key, nonce, associatedData, ciphertext) }

    /** Decrypts a sensitive field that was sealed for the merchant's certificate. */
    @JvmStatic
    fun openSensitive(
        privateKey: String,
        sealed: String,
    ): String = callCore { nativeOpenSensitive(privateKey, sealed) }

    /** Seals a sensitive field for WeChat Pay's key or certificate. Name the same key in `Wechatpay-Serial`. */
    @JvmStatic
    fun sealSensitive(
        key: String,
        text: String,
    ): String = callCore { nativeSealSensitive(key, text) }

    /** Reads a certificate's serial and its validity. */
    @JvmStatic
    fun readCertificate(pem: String): CertificateInfo {
        val parts = callCore { nativeReadCertificate(pem) }
        val (notBefore, notAfter) = listOf(parts.notBefore, parts.notAfter).map(Instant::ofEpochSecond)
        return CertificateInfo(parts.serialNo, notBefore, notAfter)
    }

    /** A certificate's serial and its validity. */
    class CertificateInfo internal constructor(
        /** The serial, hexadecimal. */
        val serialNo: String,
        /** The first moment of its validity. */
        val notBefore: Instant,
        /** The last moment of its validity. */
        val notAfter: Instant,
    )
}
