package io.github.payscore.model

/** An open enumeration: WeChat Pay adds values without notice, so every text is a value. */
abstract class OpenEnum internal constructor(
    /** As on the wire. */
    val value: String,
) {
    final override fun equals(other: Any?): Boolean =
        other is OpenEnum && other.javaClass == javaClass && other.value == value

    final override fun hashCode(): Int = value.hashCode()

    final override fun toString(): String = value
}

/** A closed enumeration: a set of Payscore's own words. */
internal interface WordEnum {
    val word: String
}
