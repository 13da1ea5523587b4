package io.github.payscore.model

import java.io.Serializable
import java.util.Base64

/**
 * The members of an object as JSON has them: texts, whole numbers, fractions, flags, lists and maps, all of them
 * copies. A model is a view of these. Therefore a missing member does not fail here: core names it.
 */
internal class Members(
    val map: Map<String, Any?>,
) : Serializable {
    inline fun <T> required(
        name: String,
        read: (Any) -> T,
    ): T = optional(name, read) ?: throw IllegalStateException("$name is missing")

    inline fun <T> optional(
        name: String,
        read: (Any) -> T,
    ): T? = map[name]?.let(read)

    companion object {
        private const val serialVersionUID: Long = 1

        /** The members of an object within another. */
        fun fromObject(value: Any): Members = Members(readMap(value) { it })

        /** Bytes that are no text: Base64 when they are read, marked as such when they are passed. */
        fun readBytes(value: Any): ByteArray {
            val marked = (value as? Map<*, *>)?.get(BYTES)
            return Base64.getDecoder().decode((marked ?: value) as String)
        }

        inline fun <T> readList(
            value: Any,
            read: (Any) -> T,
        ): List<T> = (value as List<*>).map { read(it!!) }

        inline fun <T> readMap(
            value: Any,
            read: (Any) -> T,
        ): Map<String, T> = (value as Map<*, *>).entries.associate { (name, inner) -> name as String to read(inner!!) }
    }
}

internal fun membersOf(vararg members: Pair<String, Any?>): Members = membersOf(members.toMap())

/** Copies the values of the members. Members without a value are left out. */
internal fun membersOf(members: Map<String, Any?>): Members {
    val out = LinkedHashMap<String, Any?>()
    members.forEach { (name, value) -> if (value != null) out[name] = Copying.copy(value) }
    return Members(out)
}

/** The one member of an object that stands for bytes. */
internal const val BYTES = "\$bytes"

/** Marks what JSON cannot express, so that core refuses it by name. */
internal fun unsayable(kind: String): Map<String, Any?> = mapOf("\$payscore" to kind)
