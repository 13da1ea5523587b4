package io.github.payscore

{{imports}}

{{documentation}}
open class PayscoreException internal constructor(
    source: Members,
) : BaseException(source) {
{{members}}

    companion object {
        /**
         * The first PayscoreException among an exception, its causes and what it suppressed. A cancellation and an
         * `Error` carry one.
         */
        @JvmStatic
        fun findIn(error: Throwable?): PayscoreException? = findAmongCauses(error)

        internal fun fromMembers(members: Members): PayscoreException =
            when (members.map["kind"]) {
{{cases}}
                else -> PayscoreException(members)
            }
    }
}

{{classes}}
