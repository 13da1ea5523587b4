// Generated from core's declarations by `cargo xtask generate`. Do not edit.
package io.github.payscore.model

/**
 * The order's state. It says little by itself. Use `phase`.
 *
 * Other values pass as they are.
 */
class OrderState private constructor(value: String) : OpenEnum(value) {
    companion object {
        /** 商户已创建服务订单: waiting for the user to confirm. */
        @JvmField
        val CREATED: OrderState = OrderState("CREATED")

        /** 服务订单进行中: being used, or completed and not yet paid. */
        @JvmField
        val DOING: OrderState = OrderState("DOING")

        /** 服务订单完成: final. */
        @JvmField
        val DONE: OrderState = OrderState("DONE")

        /** 商户取消服务订单: final. */
        @JvmField
        val REVOKED: OrderState = OrderState("REVOKED")

        /** 服务订单已失效: not confirmed within 30 days; final. */
        @JvmField
        val EXPIRED: OrderState = OrderState("EXPIRED")

        private val KNOWN =
            listOf(
                CREATED,
                DOING,
                DONE,
                REVOKED,
                EXPIRED,
            ).associateBy { it.value }

        /** The value that is this text on the wire, known or not. */
        @JvmStatic
        fun fromValue(value: String): OrderState = KNOWN[value] ?: OrderState(value)
    }
}

/**
 * More about the state. Meaningful only while the state is `DOING`.
 *
 * Other values pass as they are.
 */
class StateDescription private constructor(value: String) : OpenEnum(value) {
    companion object {
        /** 用户确认: the user has confirmed, and the service is being used. */
        @JvmField
        val USER_CONFIRM: StateDescription = StateDescription("USER_CONFIRM")

        /** 商户完结: the order is completed, and the money is still to be collected. */
        @JvmField
        val MCH_COMPLETE: StateDescription = StateDescription("MCH_COMPLETE")

        private val KNOWN =
            listOf(
                USER_CONFIRM,
                MCH_COMPLETE,
            ).associateBy { it.value }

        /** The value that is this text on the wire, known or not. */
        @JvmStatic
        fun fromValue(value: String): StateDescription = KNOWN[value] ?: StateDescription(value)
    }
}

/**
 * The state of the collection.
 *
 * Other values pass as they are.
 */
class CollectionState private constructor(value: String) : OpenEnum(value) {
    companion object {
        /** 待支付: to be paid. */
        @JvmField
        val USER_PAYING: CollectionState = CollectionState("USER_PAYING")

        /** 已支付: paid. */
        @JvmField
        val USER_PAID: CollectionState = CollectionState("USER_PAID")

        private val KNOWN =
            listOf(
                USER_PAYING,
                USER_PAID,
            ).associateBy { it.value }

        /** The value that is this text on the wire, known or not. */
        @JvmStatic
        fun fromValue(value: String): CollectionState = KNOWN[value] ?: CollectionState(value)
    }
}

/**
 * The channel through which the user paid.
 *
 * Other values pass as they are.
 */
class PaidType private constructor(value: String) : OpenEnum(value) {
    companion object {
        /** WeChat Pay Score. */
        @JvmField
        val NEWTON: PaidType = PaidType("NEWTON")

        /** The merchant's own channel, as `sync_order` reported it. */
        @JvmField
        val MCH: PaidType = PaidType("MCH")

        private val KNOWN =
            listOf(
                NEWTON,
                MCH,
            ).associateBy { it.value }

        /** The value that is this text on the wire, known or not. */
        @JvmStatic
        fun fromValue(value: String): PaidType = KNOWN[value] ?: PaidType(value)
    }
}

/**
 * The kind of risk fund. It must fit the mode of the service.
 *
 * Other values pass as they are.
 */
class RiskFundName private constructor(value: String) : OpenEnum(value) {
    companion object {
        /** 押金 (先免模式). */
        @JvmField
        val DEPOSIT: RiskFundName = RiskFundName("DEPOSIT")

        /** 预付款 (先免模式). */
        @JvmField
        val ADVANCE: RiskFundName = RiskFundName("ADVANCE")

        /** 保证金 (先免模式). */
        @JvmField
        val CASH_DEPOSIT: RiskFundName = RiskFundName("CASH_DEPOSIT")

        /** 预估订单费用 (先享模式, and orders without confirmation). */
        @JvmField
        val ESTIMATE_ORDER_COST: RiskFundName = RiskFundName("ESTIMATE_ORDER_COST")

        private val KNOWN =
            listOf(
                DEPOSIT,
                ADVANCE,
                CASH_DEPOSIT,
                ESTIMATE_ORDER_COST,
            ).associateBy { it.value }

        /** The value that is this text on the wire, known or not. */
        @JvmStatic
        fun fromValue(value: String): RiskFundName = KNOWN[value] ?: RiskFundName(value)
    }
}

/**
 * The kind of place to which the order's page links.
 *
 * Other values pass as they are.
 */
class JumpLinkType private constructor(value: String) : OpenEnum(value) {
    companion object {
        /** A page of a mini program. */
        @JvmField
        val JUMP_LINK_MINI_PROGRAM: JumpLinkType = JumpLinkType("JUMP_LINK_MINI_PROGRAM")

        private val KNOWN =
            listOf(
                JUMP_LINK_MINI_PROGRAM,
            ).associateBy { it.value }

        /** The value that is this text on the wire, known or not. */
        @JvmStatic
        fun fromValue(value: String): JumpLinkType = KNOWN[value] ?: JumpLinkType(value)
    }
}

/**
 * Where an order stands, judged from `state`, `state_description` and `collection.state` together.
 *
 * Other values pass as they are.
 */
class Phase private constructor(value: String) : OpenEnum(value) {
    companion object {
        /** Waiting for the user to confirm. */
        @JvmField
        val CREATED: Phase = Phase("created")

        /** Confirmed: the service may be rendered. */
        @JvmField
        val IN_SERVICE: Phase = Phase("in_service")

        /** Completed. The money is still to be collected, which WeChat Pay does not do by itself. */
        @JvmField
        val AWAITING_PAYMENT: Phase = Phase("awaiting_payment")

        /** Paid through WeChat Pay Score. Final. */
        @JvmField
        val PAID: Phase = Phase("paid")

        /** Paid through another channel, as `sync_order` reported it. Final. */
        @JvmField
        val PAID_ELSEWHERE: Phase = Phase("paid_elsewhere")

        /** Completed, and there was nothing to pay. */
        @JvmField
        val NOTHING_TO_PAY: Phase = Phase("nothing_to_pay")

        /**
         * `DONE`, but WeChat Pay does not show whether or how it was paid. Final: do not wait for more, and compare
         * with the clearing house's records.
         */
        @JvmField
        val PAYMENT_NOT_SHOWN: Phase = Phase("payment_not_shown")

        /** Cancelled by the merchant. Final. */
        @JvmField
        val REVOKED: Phase = Phase("revoked")

        /** Not confirmed within 30 days. Final. */
        @JvmField
        val EXPIRED: Phase = Phase("expired")

        /** A value that is new, or a combination that is impossible. Query again, and do not act on it. */
        @JvmField
        val UNRECOGNISED: Phase = Phase("unrecognised")

        private val KNOWN =
            listOf(
                CREATED,
                IN_SERVICE,
                AWAITING_PAYMENT,
                PAID,
                PAID_ELSEWHERE,
                NOTHING_TO_PAY,
                PAYMENT_NOT_SHOWN,
                REVOKED,
                EXPIRED,
                UNRECOGNISED,
            ).associateBy { it.value }

        /** The value that is this text on the wire, known or not. */
        @JvmStatic
        fun fromValue(value: String): Phase = KNOWN[value] ?: Phase(value)
    }
}

/**
 * The state of an authorisation.
 *
 * Other values pass as they are.
 */
class AuthorizationState private constructor(value: String) : OpenEnum(value) {
    companion object {
        /** 用户未授权服务: the user has not authorised the service, or has withdrawn it. */
        @JvmField
        val UNAVAILABLE: AuthorizationState = AuthorizationState("UNAVAILABLE")

        /** 用户已授权服务: the user has authorised the service. Orders may be created. */
        @JvmField
        val AVAILABLE: AuthorizationState = AuthorizationState("AVAILABLE")

        /** 未绑定用户: no user has used the token yet. */
        @JvmField
        val UNBINDUSER: AuthorizationState = AuthorizationState("UNBINDUSER")

        private val KNOWN =
            listOf(
                UNAVAILABLE,
                AVAILABLE,
                UNBINDUSER,
            ).associateBy { it.value }

        /** The value that is this text on the wire, known or not. */
        @JvmStatic
        fun fromValue(value: String): AuthorizationState = KNOWN[value] ?: AuthorizationState(value)
    }
}

/**
 * How a deduction number stands, and the withholding under it at the clearing house, as far as the merchant knows.
 *
 * Other values pass as they are.
 */
class DeductionStanding private constructor(value: String) : OpenEnum(value) {
    companion object {
        /**
         * Stored, and perhaps registered: the registration is about to be sent, or its answer is not known. Store a
         * number with this standing before it is registered.
         */
        @JvmField
        val REGISTERING: DeductionStanding = DeductionStanding("registering")

        /**
         * Registered at `registered_at`; nothing was submitted under this number. Without `registered_at` it counts as
         * `registering`.
         */
        @JvmField
        val NOT_SENT: DeductionStanding = DeductionStanding("not_sent")

        /** Submitted, and no final result is known: the money may have moved. */
        @JvmField
        val UNKNOWN: DeductionStanding = DeductionStanding("unknown")

        /** The clearing house reported that it failed. */
        @JvmField
        val FAILED: DeductionStanding = DeductionStanding("failed")

        /** Closed at the clearing house. */
        @JvmField
        val CLOSED: DeductionStanding = DeductionStanding("closed")

        /** The clearing house reported that it was paid. */
        @JvmField
        val PAID: DeductionStanding = DeductionStanding("paid")

        private val KNOWN =
            listOf(
                REGISTERING,
                NOT_SENT,
                UNKNOWN,
                FAILED,
                CLOSED,
                PAID,
            ).associateBy { it.value }

        /** The value that is this text on the wire, known or not. */
        @JvmStatic
        fun fromValue(value: String): DeductionStanding = KNOWN[value] ?: DeductionStanding(value)
    }
}

/**
 * What to do next.
 *
 * Other values pass as they are.
 */
class NextAction private constructor(value: String) : OpenEnum(value) {
    companion object {
        /** Repeat the identical creation for a fresh package. */
        @JvmField
        val CREATE_ORDER: NextAction = NextAction("create_order")

        /** Let the user confirm in WeChat (the jump), wait for the callback, query. */
        @JvmField
        val CONFIRM_IN_WECHAT: NextAction = NextAction("confirm_in_wechat")

        /** Render the service, then complete the order. */
        @JvmField
        val COMPLETE_ORDER: NextAction = NextAction("complete_order")

        /** Store a new deduction number, then register it. */
        @JvmField
        val REGISTER_DEDUCT_INFO: NextAction = NextAction("register_deduct_info")

        /**
         * Find out whether the stored number is registered: query the deduction, or send the stored, identical
         * registration again.
         */
        @JvmField
        val QUERY_DEDUCTION: NextAction = NextAction("query_deduction")

        /** Withhold at the clearing house under the registered number. */
        @JvmField
        val WITHHOLD: NextAction = NextAction("withhold")

        /** Ask the clearing house how the withholding stands, then query the order. */
        @JvmField
        val ASK_CLEARING_HOUSE: NextAction = NextAction("ask_clearing_house")

        /** Query the order. */
        @JvmField
        val QUERY_ORDER: NextAction = NextAction("query_order")

        /** Nothing. */
        @JvmField
        val NOTHING: NextAction = NextAction("nothing")

        private val KNOWN =
            listOf(
                CREATE_ORDER,
                CONFIRM_IN_WECHAT,
                COMPLETE_ORDER,
                REGISTER_DEDUCT_INFO,
                QUERY_DEDUCTION,
                WITHHOLD,
                ASK_CLEARING_HOUSE,
                QUERY_ORDER,
                NOTHING,
            ).associateBy { it.value }

        /** The value that is this text on the wire, known or not. */
        @JvmStatic
        fun fromValue(value: String): NextAction = KNOWN[value] ?: NextAction(value)
    }
}

/**
 * Which of two readings of an order is the later one.
 *
 * Other values pass as they are.
 */
class Later private constructor(value: String) : OpenEnum(value) {
    companion object {
        /** The first one: go on with it, and drop the second. */
        @JvmField
        val FIRST: Later = Later("first")

        /** The second one: go on with it. */
        @JvmField
        val SECOND: Later = Later("second")

        /** They show the same: either serves. */
        @JvmField
        val SAME: Later = Later("same")

        /** It cannot be known: query the order, and go on with the answer. */
        @JvmField
        val QUERY: Later = Later("query")

        private val KNOWN =
            listOf(
                FIRST,
                SECOND,
                SAME,
                QUERY,
            ).associateBy { it.value }

        /** The value that is this text on the wire, known or not. */
        @JvmStatic
        fun fromValue(value: String): Later = KNOWN[value] ?: Later(value)
    }
}

/**
 * Whether a call whose answer was lost took effect.
 *
 * Other values pass as they are.
 */
class Verdict private constructor(value: String) : OpenEnum(value) {
    companion object {
        /** It took effect. */
        @JvmField
        val HAPPENED: Verdict = Verdict("happened")

        /** It did not take effect. */
        @JvmField
        val DID_NOT_HAPPEN: Verdict = Verdict("did_not_happen")

        /** It is not known yet. */
        @JvmField
        val ASK_AGAIN_LATER: Verdict = Verdict("ask_again_later")

        private val KNOWN =
            listOf(
                HAPPENED,
                DID_NOT_HAPPEN,
                ASK_AGAIN_LATER,
            ).associateBy { it.value }

        /** The value that is this text on the wire, known or not. */
        @JvmStatic
        fun fromValue(value: String): Verdict = KNOWN[value] ?: Verdict(value)
    }
}

/**
 * The source of a rule. It decides whether a breach refuses the call or is advice.
 *
 * Other values pass as they are.
 */
class Evidence private constructor(value: String) : OpenEnum(value) {
    companion object {
        /** A page of WeChat Pay for this mode, or the general rules of APIv3. */
        @JvmField
        val OFFICIAL: Evidence = Evidence("official")

        /** A page of a sibling product. Very probably it holds here as well. */
        @JvmField
        val SIBLING: Evidence = Evidence("sibling")

        /** A conclusion from official facts. */
        @JvmField
        val INFERRED: Evidence = Evidence("inferred")

        /** A rule that depends on WeChat Pay's clock. */
        @JvmField
        val CLOCK: Evidence = Evidence("clock")

        private val KNOWN =
            listOf(
                OFFICIAL,
                SIBLING,
                INFERRED,
                CLOCK,
            ).associateBy { it.value }

        /** The value that is this text on the wire, known or not. */
        @JvmStatic
        fun fromValue(value: String): Evidence = KNOWN[value] ?: Evidence(value)
    }
}

/**
 * What `sync_order` reports about an order.
 *
 * Other values pass as they are.
 */
class SyncType private constructor(value: String) : OpenEnum(value) {
    companion object {
        /** 收款成功通知: the user paid through another channel. */
        @JvmField
        val ORDER_PAID: SyncType = SyncType("Order_Paid")

        private val KNOWN =
            listOf(
                ORDER_PAID,
            ).associateBy { it.value }

        /** The value that is this text on the wire, known or not. */
        @JvmStatic
        fun fromValue(value: String): SyncType = KNOWN[value] ?: SyncType(value)
    }
}

/** Whether and how to try again. */
enum class Retry(
    /** The word for it, the same in every language. */
    override val word: String,
) : WordEnum {
    /** Do not try again unless something changes. */
    NEVER("never"),

    /** Repeat the identical request under the same number, freshly signed. */
    SAME_REQUEST("same_request"),

    /** Query before anything else. */
    QUERY_FIRST("query_first"),

    /** Try again later, with growing pauses. */
    AFTER_DELAY("after_delay"),

    ;

    override fun toString(): String = word

    internal companion object {
        fun fromWord(word: String): Retry = entries.first { it.word == word }
    }
}

/** What is known of the effect of a call. */
enum class Outcome(
    /** The word for it, the same in every language. */
    override val word: String,
) : WordEnum {
    /** The request was never sent. Nothing happened. */
    NOT_SENT("not_sent"),

    /** WeChat Pay refused it. Nothing happened. */
    REFUSED("refused"),

    /** It may have happened. Query, or repeat the identical request; never start anew under a new number. */
    UNKNOWN("unknown"),

    /** The call changes nothing, or there was no call. */
    NONE("none"),

    ;

    override fun toString(): String = word

    internal companion object {
        fun fromWord(word: String): Outcome = entries.first { it.word == word }
    }
}

/** How a service works (服务模式): a property of the service, fixed with WeChat Pay when the permission is granted. */
enum class ServiceMode(
    /** The word for it, the same in every language. */
    override val word: String,
) : WordEnum {
    /** 先免模式: the risk fund is waived when the user passes; `DEPOSIT`, `ADVANCE` or `CASH_DEPOSIT`. */
    WAIVE_FIRST("waive_first"),

    /** 先享模式: serve first, pay after; `ESTIMATE_ORDER_COST`. */
    ENJOY_FIRST("enjoy_first"),

    /** 免确认订单模式: the user authorises once and confirms no single order; `ESTIMATE_ORDER_COST`. */
    NO_CONFIRMATION("no_confirmation"),

    ;

    override fun toString(): String = word

    internal companion object {
        fun fromWord(word: String): ServiceMode = entries.first { it.word == word }
    }
}

/** What went wrong, in eight kinds. Each kind is an exception class in the hosts. */
enum class Kind(
    /** The word for it, the same in every language. */
    override val word: String,
) : WordEnum {
    /** A setting of the merchant is wrong. */
    CONFIG("Config"),

    /** The parameters of a call are wrong. Everything that is wrong is in `issues`. */
    INVALID("Invalid"),

    /** The state of the order, the draft or the deduction does not allow the step. */
    STATE("State"),

    /** No answer arrived. `call.lost(…)` makes this error. */
    TRANSPORT("Transport"),

    /** WeChat Pay, or something in front of it, answered with an error. The answer is in `api`. */
    API("Api"),

    /** A signature, its headers or its time did not hold. Nothing of the content is shown. */
    VERIFICATION("Verification"),

    /** A sealed resource or field could not be opened. */
    DECRYPTION("Decryption"),

    /** The message is verified, but does not have the promised shape. */
    MALFORMED("Malformed"),

    ;

    override fun toString(): String = word

    internal companion object {
        fun fromWord(word: String): Kind = entries.first { it.word == word }
    }
}
