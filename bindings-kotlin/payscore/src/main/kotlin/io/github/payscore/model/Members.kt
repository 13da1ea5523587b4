package io.github.payscore.model

import io.github.payscore.Validation
import java.io.Serializable
import java.math.BigInteger
import java.time.OffsetDateTime
import java.time.ZonedDateTime
import java.time.temporal.TemporalAccessor
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
    members.forEach { (name, value) -> if (value != null) out[name] = plain(value, 0) }
    return Members(out)
}

/** Nesting beyond this is not JSON that WeChat Pay could take. */
private const val DEPTH = 32

/** The one member of an object that stands for bytes. */
private const val BYTES = "\$bytes"

/** What JSON cannot say is marked, so that core refuses it by name. */
internal fun unsayable(what: String): Map<String, Any?> = mapOf("\$payscore" to what)

internal fun plain(
    value: Any?,
    depth: Int,
): Any? =
    when {
        depth > DEPTH -> unsayable("deep")
        value == null || value is String || value is Boolean || value is Long || value is Double -> value
        value is Int || value is Short || value is Byte -> (value as Number).toLong()
        value is Float -> value.toDouble()
        value is BigInteger -> if (value.bitLength() < Long.SIZE_BITS) value.toLong() else unsayable("big")
        value is Model -> value.members.map
        value is OpenEnum -> value.value
        value is Worded -> value.word
        value is Validation -> value.setting
        value is Timed -> value.text
        value is OffsetDateTime || value is ZonedDateTime -> ServiceTime.of(value as TemporalAccessor).text
        value is TemporalAccessor || value is CharSequence -> value.toString()
        value is ByteArray -> mapOf(BYTES to Base64.getEncoder().encodeToString(value))
        value is Map<*, *> -> entries(value, depth)
        value is Iterable<*> -> value.map { plain(it, depth + 1) }
        value is Array<*> -> value.map { plain(it, depth + 1) }
        else -> unsayable(value.javaClass.simpleName)
    }

private fun entries(
    map: Map<*, *>,
    depth: Int,
): Map<String, Any?> {
    val out = LinkedHashMap<String, Any?>()
    map.forEach { (name, value) -> out[name.toString()] = plain(value, depth + 1) }
    return out
}
