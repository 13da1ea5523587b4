package io.github.payscore

import com.fasterxml.jackson.annotation.JsonValue
import io.github.payscore.ffi.DraftParts
import io.github.payscore.ffi.StoredDraft
import io.github.payscore.ffi.Value
import io.github.payscore.ffi.Values
import io.github.payscore.model.Deduction
import io.github.payscore.model.Found
import io.github.payscore.model.Issue
import io.github.payscore.model.Members
import io.github.payscore.model.Model
import io.github.payscore.model.Settlement

/**
 * An operation as exact bytes, not yet signed. Store [toBytes] before you send it. Sign it with [Merchant.sign], or
 * sign [message] anywhere else and call [finish].
 */
class Draft<R : Model> internal constructor(
    @Transient @get:JvmName("itsMerchant") internal val merchant: BaseMerchant<*, *>,
    @Transient @get:JvmName("itsKind") internal val kind: Operation<R>,
    @Transient private val parts: DraftParts,
    @Transient @get:JvmName("itsStored") internal val stored: StoredDraft,
) {
    /** The operation's name, such as `create_order`. */
    val operation: String
        get() = kind.name

    /** What must be signed: SHA256withRSA (PKCS#1 v1.5) with the key of the merchant's API certificate. */
    val message: ByteArray
        get() = parts.message.clone()

    /** What the checks advise. None of it stopped the call. */
    val advice: List<Issue>
        get() = (Values.fromValue(parts.advice) as List<*>).map { Issue(Members.fromObject(it!!)) }

    /** The draft to store before it is sent. It contains no secret. [Merchant.resume] reads it in any process. */
    fun toBytes(): ByteArray = parts.bytes.clone()

    /** The signed call, from the raw signature. */
    fun finish(signature: ByteArray): Call<R> = Call(this, callCore { merchant.native.finish(stored, signature) })

    /** The signed call, from the signature in Base64. */
    fun finish(signature: String): Call<R> = finish(Values.wellFormed(signature).toByteArray())

    /**
     * What became of this call, whose answer was lost.
     *
     * @param evidence what was freshly queried.
     * @param deduction what is known of the deduction number that `query_deduction` shows.
     */
    @JvmOverloads
    fun settle(
        evidence: Found,
        deduction: Deduction? = null,
    ): Settlement = settleFrom("found", (evidence as Model).members.map, deduction)

    /** What became of this call, whose answer was lost, from the error of a query or of a repeat. */
    fun settle(evidence: PayscoreException): Settlement =
        settleFrom("error", mapOf("wechat_code" to evidence.wechatCode, "verified" to evidence.verified), null)

    private fun settleFrom(
        evidenceKind: String,
        evidence: Map<String, Any?>,
        deduction: Deduction?,
    ): Settlement {
        val found = Values.toValue(mapOf(evidenceKind to evidence))
        val known = Values.toValue(deduction?.members?.map)
        val now = merchant.now()
        return Settlement(readFromCore { merchant.native.settle(stored, found, known, now) })
    }

    internal fun withMerchant(other: BaseMerchant<*, *>): Draft<R> =
        if (merchant === other) this else Draft(other, kind, parts, stored)

    /** The operation's name. A JSON library writes this text; store [toBytes] instead. */
    @JsonValue
    override fun toString(): String = "Draft($operation)"

    internal companion object {
        val NO_PARAMETERS: Value = Value.Members(emptyList())
    }
}
