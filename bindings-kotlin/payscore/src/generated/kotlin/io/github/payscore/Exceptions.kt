// Generated from core's declarations by `cargo xtask generate`. Do not edit.
package io.github.payscore

import io.github.payscore.model.*

/** Something went wrong. Branch on `code`; read `detail`; do what `retry` says; mind `outcome`. */
open class PayscoreException internal constructor(
    given: Members,
) : BaseException(given) {
    /** In which of the eight kinds it falls. */
    val kind: Kind
        get() = members.needed("kind") { Kind.of(it as String) }

    /** The stable code, such as `verification.timestamp.expired`. Never renamed, never reused. */
    val code: String
        get() = members.needed("code") { it as String }

    /** For a person: what is wrong, and the remedy. May change between versions. */
    val detail: String
        get() = members.needed("detail") { it as String }

    /** Where the code is explained, with likely causes: a page of the project's documentation and its anchor. */
    val page: String
        get() = members.needed("page") { it as String }

    /** Whether and how to try again. */
    val retry: Retry
        get() = members.needed("retry") { Retry.of(it as String) }

    /** What is known of the effect. `unknown`: it may have happened; query, or repeat the identical request. */
    val outcome: Outcome
        get() = members.needed("outcome") { Outcome.of(it as String) }

    /** Everything that is wrong with parameters or configuration; of more than a hundred the first hundred. */
    val issues: List<Issue>
        get() = members.needed("issues") { Members.items(it) { Issue(Members.within(it)) } }

    /** What WeChat Pay said, for the kind `Api`. */
    val api: ErrorAnswer?
        get() = members.given("api") { ErrorAnswer(Members.within(it)) }

    /** The verified text that did not have the promised shape, for the kind `Malformed`. */
    val raw: String?
        get() = members.given("raw") { it as String }

    /** How to answer the callback that was refused with this error. */
    val ack: Ack?
        get() = members.given("ack") { Ack(Members.within(it)) }

    companion object {
        /** The first of ours among an exception, its causes and what it suppressed: a cancellation and an `Error` take one along. */
        @JvmStatic
        fun within(error: Throwable?): PayscoreException? = find(error)

        internal fun of(members: Members): PayscoreException =
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
    given: Members,
) : PayscoreException(given)

/** The parameters of a call: everything that is wrong is in `issues`. */
class InvalidException internal constructor(
    given: Members,
) : PayscoreException(given)

/** The step does not fit where the order, the draft or the deduction stands. */
class StateException internal constructor(
    given: Members,
) : PayscoreException(given)

/** No answer arrived: made by `call.lost(…)`. */
class TransportException internal constructor(
    given: Members,
) : PayscoreException(given)

/** WeChat Pay (or something in front of it) answered with an error: what it said is in `api`. */
class ApiException internal constructor(
    given: Members,
) : PayscoreException(given)

/** A signature, its headers or its time did not hold. Nothing of the content was shown. */
class VerificationException internal constructor(
    given: Members,
) : PayscoreException(given)

/** A sealed resource or field could not be opened. */
class DecryptionException internal constructor(
    given: Members,
) : PayscoreException(given)

/** Verified, but not of the promised shape. */
class MalformedException internal constructor(
    given: Members,
) : PayscoreException(given)
