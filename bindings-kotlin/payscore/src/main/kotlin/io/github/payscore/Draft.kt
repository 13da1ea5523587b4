package io.github.payscore

import com.fasterxml.jackson.annotation.JsonValue
import io.github.payscore.ffi.DraftParts
import io.github.payscore.ffi.Stored
import io.github.payscore.ffi.Value
import io.github.payscore.ffi.Values
import io.github.payscore.model.Deduction
import io.github.payscore.model.Issue
import io.github.payscore.model.Members
import io.github.payscore.model.Model
import io.github.payscore.model.Settlement

/** An operation as exact bytes, not yet signed. Store [toBytes] before sending; sign [message] anywhere. */
class Draft<R : Model> internal constructor(
    @Transient @get:JvmName("itsMerchant") internal val merchant: Merchant,
    @Transient @get:JvmName("itsKind") internal val kind: Operation<R>,
    @Transient private val parts: DraftParts,
    @Transient @get:JvmName("itsStored") internal val stored: Stored,
) : Settled() {
    /** Its name, such as `create_order`. */
    val operation: String
        get() = kind.name

    /** What must be signed: SHA256withRSA (PKCS#1 v1.5) with the key of the merchant's API certificate. */
    val message: ByteArray
        get() = parts.message.clone()

    /** What the checks advise, though they stopped nothing. */
    val advice: List<Issue>
        get() = (Values.from(parts.advice) as List<*>).map { Issue(Members.within(it!!)) }

    /** To store before sending; no secret is in it. [Merchant.resume] takes it up again, in any process. */
    fun toBytes(): ByteArray = parts.stored.clone()

    /** The signed call, from the raw signature. */
    fun finish(signature: ByteArray): Call<R> = Call(this, crossing { merchant.native.finish(stored, signature) })

    /** The signed call, from the signature in Base64. */
    fun finish(signature: String): Call<R> = finish(Values.sayable(signature).toByteArray())

    /** What became of this call when its answer was lost, from the error of a query or of a repeat. */
    fun settle(evidence: PayscoreException): Settlement =
        settled("error", mapOf("wechat_code" to evidence.wechatCode, "verified" to evidence.verified), null)

    override fun found(
        evidence: Model,
        deduction: Deduction?,
    ): Settlement = settled("found", evidence.members.map, deduction)

    private fun settled(
        what: String,
        evidence: Map<String, Any?>,
        deduction: Deduction?,
    ): Settlement {
        val known = Values.into(deduction?.members?.map)
        val now = merchant.now()
        return Settlement(read(crossing { merchant.native.settle(stored, Values.into(mapOf(what to evidence)), known, now) }))
    }

    internal fun of(other: Merchant): Draft<R> = if (merchant === other) this else Draft(other, kind, parts, stored)

    /** Its text, also where a library writes JSON: store [toBytes]. */
    @JsonValue
    override fun toString(): String = "Draft($operation)"

    internal companion object {
        val NOTHING: Value = Value.Members(emptyList())
    }
}
