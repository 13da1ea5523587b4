package io.github.payscore

import com.fasterxml.jackson.annotation.JsonValue
import com.google.gson.annotations.Expose
import io.github.payscore.model.ErrorAnswer
import io.github.payscore.model.Members
import io.github.payscore.model.noAnswer
import java.util.Collections
import java.util.IdentityHashMap

/** What every exception of Payscore can do. */
abstract class BaseException internal constructor(
    @get:JvmName("itsMembers") internal val members: Members,
) : RuntimeException("${members.map["code"]}: ${members.map["detail"]}") {
    private var stored: ByteArray? = null

    @Expose
    private val noJson: Class<*> = javaClass

    private val answer: ErrorAnswer?
        get() = members.given("api") { ErrorAnswer(Members.within(it)) }

    /** The HTTP status, when WeChat Pay answered with an error. */
    val status: Long?
        get() = answer?.status

    /** WeChat Pay's own code, such as `ORDER_NOT_EXIST`. */
    val wechatCode: String?
        get() = answer?.wechatCode

    /** WeChat Pay's text for people. */
    val wechatMessage: String?
        get() = answer?.message

    /** `Request-ID`: quote it to WeChat Pay's support. */
    val requestId: String?
        get() = answer?.requestId

    /** Whether the error answer was signed by WeChat Pay. */
    val verified: Boolean
        get() = answer?.verified ?: false

    /**
     * The draft of the call that it is about, as [Draft.toBytes] has it: [Merchant.resume] takes it up, to settle or to repeat. Null
     * when no call was made.
     */
    val draft: ByteArray?
        get() = stored?.clone()

    /** Always throws: an exception that is returned by mistake must not become a successful answer. Answer with its `ack`. */
    val asJson: String
        @JsonValue get() = noAnswer("an exception", "answer a callback with its `ack`, and log its text")

    internal fun carry(draft: Draft<*>) {
        if (stored == null) stored = draft.toBytes()
    }

    internal companion object {
        private const val FAR = 64

        /** The first of ours among an exception, its causes and what it suppressed. */
        fun find(error: Throwable?): PayscoreException? {
            val seen = Collections.newSetFromMap(IdentityHashMap<Throwable, Boolean>())
            val open = ArrayDeque(listOfNotNull(error))
            while (open.isNotEmpty() && seen.size < FAR) {
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

internal fun PayscoreException.about(draft: Draft<*>): PayscoreException = apply { carry(draft) }
