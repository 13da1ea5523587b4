package io.github.payscore.model

/** What you pass or read. Immutable; equal to another of the same class with equal members. */
abstract class Model internal constructor(
    @get:JvmName("itsMembers") internal val members: Members,
) {
    final override fun equals(other: Any?): Boolean =
        other is Model && other.javaClass == javaClass && other.members.map == members.map

    final override fun hashCode(): Int = members.map.hashCode()

    /** Its members by WeChat Pay's names, without the text that it was read from. */
    final override fun toString(): String = "${javaClass.simpleName}${members.map.filterKeys { it != "raw" }}"
}
