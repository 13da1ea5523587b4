package io.github.payscore

/** How strictly parameters are checked before signing. */
enum class Validation(
    internal val setting: Any,
) {
    /** What an official page refuses is refused; the rest is advice that stops nothing. */
    ON(true),

    /** Advice refuses, too. */
    STRICT("strict"),

    /** Nothing is checked but what is needed to make the bytes. */
    OFF(false),
}
