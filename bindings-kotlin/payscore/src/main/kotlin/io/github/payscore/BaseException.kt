package io.github.payscore

import com.fasterxml.jackson.annotation.JsonValue
import com.google.gson.annotations.Expose
import io.github.payscore.model.ErrorAnswer
import io.github.payscore.model.Members
import io.github.payscore.model.refuseJson
import java.util.Collections
import java.util.IdentityHashMap

/** The members that every exception of Payscore has. Its `message` is `code: detail`. */
abstract class BaseException internal constructor(
    @get:JvmName("itsMembers") internal val members: Members,
) : RuntimeException("${members.map["code"]}: ${members.map["detail"]}") {
    private var draftBytes: ByteArray? = null

    @Expose
    private val noJson: Class<*> = javaClass

    private val answer: ErrorAnswer?
        get() = members.optional("api") { ErrorAnswer(Members.fromObject(it)) }

    /** The HTTP status, if WeChat Pay answered with an error. */
    val status: Long?
        get() = answer?.status

    /** WeChat Pay's own code, such as `ORDER_NOT_EXIST`. */
    val wechatCode: String?
        get() = answer?.wechatCode

    /** WeChat Pay's own text, for people. */
    val wechatMessage: String?
        get() = answer?.wechatMessage

    /** `Request-ID`: quote it to WeChat Pay's support. */
    val requestId: String?
        get() = answer?.requestId

    /** Whether the error answer was signed by WeChat Pay. */
    val verified: Boolean
        get() = answer?.verified ?: false

    /**
     * The draft of the call that failed, as [Draft.toBytes] returns it. [Merchant.resume] reads it, to settle the call
     * or to repeat it. Null if no call was made.
     */
    val draft: ByteArray?
        get() = draftBytes?.clone()

    /**
     * Always throws: an exception that is returned by mistake must not become a successful answer. Answer with its
     * `ack`.
     */
    val asJson: String
        @JsonValue get() = refuseJson("an exception", "answer a callback with its `ack`, and log its text")

    internal fun attachDraft(draft: Draft<*>) {
        if (draftBytes == null) draftBytes = draft.toBytes()
    }

    internal companion object {
        private const val SEARCH_LIMIT = 64

        /** The first [PayscoreException] among an exception, its causes and what it suppressed. */
        fun findAmongCauses(error: Throwable?): PayscoreException? {
            val seen = Collections.newSetFromMap(IdentityHashMap<Throwable, Boolean>())
            val open = ArrayDeque(listOfNotNull(error))
            while (open.isNotEmpty() && seen.size < SEARCH_LIMIT) {
                val next = open.removeFirst()
                if (next is PayscoreException) return next
                if (!seen.add(next)) continue
                runCatching { next.cause }.getOrNull()?.let(open::add)
                open += next.suppressed
            }
            return null
        }
    }
}

internal fun PayscoreException.withDraft(draft: Draft<*>): PayscoreException = apply { attachDraft(draft) }
