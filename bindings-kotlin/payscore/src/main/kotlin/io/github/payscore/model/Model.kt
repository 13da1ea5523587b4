package io.github.payscore.model

/** What is passed or read: immutable, equal when its members are. */
abstract class Model internal constructor(
    @get:JvmName("itsMembers") internal val members: Members,
) {
    final override fun equals(other: Any?): Boolean = other is Model && other.javaClass == javaClass && other.members.map == members.map

    final override fun hashCode(): Int = members.map.hashCode()

    /** Its members by WeChat Pay's names, without the text that it was read from. */
    final override fun toString(): String = "${javaClass.simpleName}${members.map.filterKeys { it != "raw" }}"
}

/** An open enumeration: WeChat Pay adds values without notice, so that every text is one. */
abstract class OpenEnum internal constructor(
    /** As on the wire. */
    val value: String,
) {
    final override fun equals(other: Any?): Boolean = other is OpenEnum && other.javaClass == javaClass && other.value == value

    final override fun hashCode(): Int = value.hashCode()

    final override fun toString(): String = value
}
