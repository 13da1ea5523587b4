package io.github.payscore

/** How strictly parameters are checked before signing. */
enum class Validation(
    internal val setting: Any,
) {
    /** What an official page refuses is refused. The rest is advice, which stops nothing. */
    ON(true),

    /** Advice refuses as well. */
    STRICT("strict"),

    /** Only what is needed to build the request is checked. */
    OFF(false),
}
