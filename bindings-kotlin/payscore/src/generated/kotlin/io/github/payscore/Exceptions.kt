// Generated from core's declarations by `cargo xtask generate`. Do not edit.
package io.github.payscore

import io.github.payscore.model.Ack
import io.github.payscore.model.ErrorAnswer
import io.github.payscore.model.Issue
import io.github.payscore.model.Kind
import io.github.payscore.model.Members
import io.github.payscore.model.Outcome
import io.github.payscore.model.Retry

/** Something went wrong. Branch on `code`, do what `retry` says, and mind `outcome`. `detail` is for people. */
open class PayscoreException internal constructor(
    source: Members,
) : BaseException(source) {
    /** The kind of error. Each kind is an exception class. */
    val kind: Kind
        get() = members.required("kind") { Kind.fromWord(it as String) }

    /** The stable code, such as `verification.timestamp.expired`. It is never renamed and never reused. */
    val code: String
        get() = members.required("code") { it as String }

    /** What is wrong and what to do, for people. It may change between versions. */
    val detail: String
        get() = members.required("detail") { it as String }

    /** The page of the project's documentation that explains the code and its likely causes, with its anchor. */
    val page: String
        get() = members.required("page") { it as String }

    /** Whether and how to try again. */
    val retry: Retry
        get() = members.required("retry") { Retry.fromWord(it as String) }

    /** What is known of the effect. `unknown`: it may have happened; query, or repeat the identical request. */
    val outcome: Outcome
        get() = members.required("outcome") { Outcome.fromWord(it as String) }

    /** Everything that is wrong with parameters or configuration. Of more than a hundred issues, the first hundred. */
    val issues: List<Issue>
        get() = members.required("issues") { Members.readList(it) { Issue(Members.fromObject(it)) } }

    /** What WeChat Pay answered, for the kind `Api`. */
    val api: ErrorAnswer?
        get() = members.optional("api") { ErrorAnswer(Members.fromObject(it)) }

    /** The verified text that did not have the promised shape, for the kind `Malformed`. */
    val raw: String?
        get() = members.optional("raw") { it as String }

    /** How to answer the callback that was refused with this error. */
    val ack: Ack?
        get() = members.optional("ack") { Ack(Members.fromObject(it)) }

    companion object {
        /**
         * The first PayscoreException among an exception, its causes and what it suppressed. A cancellation and an
         * `Error` carry one.
         */
        @JvmStatic
        fun findIn(error: Throwable?): PayscoreException? = findAmongCauses(error)

        internal fun fromMembers(members: Members): PayscoreException =
            when (members.map["kind"]) {
                "Config" -> ConfigException(members)
                "Invalid" -> InvalidException(members)
                "State" -> StateException(members)
                "Transport" -> TransportException(members)
                "Api" -> ApiException(members)
                "Verification" -> VerificationException(members)
                "Decryption" -> DecryptionException(members)
                "Malformed" -> MalformedException(members)
                else -> PayscoreException(members)
            }
    }
}

/** The configuration of a merchant. */
class ConfigException internal constructor(
    source: Members,
) : PayscoreException(source)

/** The parameters of a call: everything that is wrong is in `issues`. */
class InvalidException internal constructor(
    source: Members,
) : PayscoreException(source)

/** The step does not fit where the order, the draft or the deduction stands. */
class StateException internal constructor(
    source: Members,
) : PayscoreException(source)

/** No answer arrived: made by `call.lost(…)`. */
class TransportException internal constructor(
    source: Members,
) : PayscoreException(source)

/** WeChat Pay (or something in front of it) answered with an error: what it said is in `api`. */
class ApiException internal constructor(
    source: Members,
) : PayscoreException(source)

/** A signature, its headers or its time did not hold. Nothing of the content was shown. */
class VerificationException internal constructor(
    source: Members,
) : PayscoreException(source)

/** A sealed resource or field could not be opened. */
class DecryptionException internal constructor(
    source: Members,
) : PayscoreException(source)

/** Verified, but not of the promised shape. */
class MalformedException internal constructor(
    source: Members,
) : PayscoreException(source)
