package io.github.payscore

import io.github.payscore.model.ErrorAnswer
import io.github.payscore.model.Members

/** What every exception of Payscore can do. */
abstract class BaseException internal constructor(
    internal val members: Members,
) : RuntimeException("${members.map["code"]}: ${members.map["detail"]}") {
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
}
