package io.github.payscore.model

import java.io.Serializable
import java.util.Base64

/**
 * The members of an object as JSON has them: texts, whole numbers, fractions, flags, lists and maps, all of them copies. A model
 * is a view of these, so that a member that is missing can be named by core instead of failing here.
 */
internal class Members(
    val map: Map<String, Any?>,
) : Serializable {
    inline fun <T> needed(
        name: String,
        read: (Any) -> T,
    ): T = given(name, read) ?: throw IllegalStateException("$name was not given")

    inline fun <T> given(
        name: String,
        read: (Any) -> T,
    ): T? = map[name]?.let(read)

    companion object {
        private const val serialVersionUID: Long = 1

        /** Of an object within another. */
        fun within(value: Any): Members = Members((value as Map<*, *>).entries.associate { (name, inner) -> name as String to inner })

        /** Bytes that are no text: Base64 as they are read, marked as such when they are passed. */
        fun bytes(value: Any): ByteArray = Base64.getDecoder().decode((value as? Map<*, *>)?.get(BYTES) as? String ?: value as String)

        inline fun <T> items(
            value: Any,
            read: (Any) -> T,
        ): List<T> = (value as List<*>).map { read(it!!) }

        inline fun <T> entries(
            value: Any,
            read: (Any) -> T,
        ): Map<String, T> = (value as Map<*, *>).entries.associate { (name, inner) -> name as String to read(inner!!) }
    }
}

internal fun membersOf(vararg members: Pair<String, Any?>): Members = membersOf(members.toMap())

/** Copies what was given; absent members are left out. */
internal fun membersOf(members: Map<String, Any?>): Members {
    val out = LinkedHashMap<String, Any?>()
    members.forEach { (name, value) -> if (value != null) out[name] = Copying.copy(value) }
    return Members(out)
}

/** The one member of an object that stands for bytes. */
internal const val BYTES = "\$bytes"

/** What JSON cannot say is marked, so that core refuses it by name. */
internal fun unsayable(what: String): Map<String, Any?> = mapOf("\$payscore" to what)
