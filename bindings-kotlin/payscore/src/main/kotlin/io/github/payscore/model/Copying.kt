package io.github.payscore.model

import io.github.payscore.Validation
import io.github.payscore.ffi.Values
import java.math.BigInteger
import java.time.OffsetDateTime
import java.time.ZonedDateTime
import java.time.temporal.TemporalAccessor
import java.util.Base64
import java.util.Collections
import java.util.IdentityHashMap

/**
 * Copies a value that a user passed into what JSON has: texts, whole numbers, fractions, flags, lists and maps. Any
 * other value is marked, so that core refuses it by name; nothing is guessed from a `toString`. The work is bounded: a
 * value within itself and a value that is too large are marked as well.
 */
internal class Copying private constructor() {
    private val enclosing: MutableSet<Any> = Collections.newSetFromMap(IdentityHashMap())
    private var remaining = MOST_VALUES

    private fun copyOf(value: Any?): Any? {
        if (remaining-- <= 0) throw TooLarge()
        return when (value) {
            null, is String, is Boolean, is Long, is Double -> value

            is Int, is Short, is Byte -> (value as Number).toLong()

            // The fraction as it is written: 0.1f is 0.1.
            is Float -> value.toString().toDouble()

            is BigInteger -> if (value.bitLength() < Long.SIZE_BITS) value.toLong() else unsayable("big")

            is Model -> value.members.map

            is OpenEnum -> value.value

            is WordEnum -> value.word

            is Validation -> value.setting

            is TimeText -> value.text

            is OffsetDateTime, is ZonedDateTime -> ServiceTime.fromTemporal(value as TemporalAccessor).text

            is TemporalAccessor, is CharSequence -> value.toString()

            is ByteArray -> mapOf(BYTES to Base64.getEncoder().encodeToString(value))

            is Map<*, *> -> within(value) { copyOfMembers(value) }

            is kotlin.collections.Collection<*> -> within(value) { value.map(::copyOf) }

            is Array<*> -> within(value) { value.map(::copyOf) }

            // Anything else that can be iterated, such as a JSON library's nodes, would lose its names.
            else -> unsayable(typeName(value))
        }
    }

    private fun copyOfMembers(map: Map<*, *>): Map<String, Any?> {
        val out = LinkedHashMap<String, Any?>()
        for ((name, value) in map) {
            if (name is CharSequence && Values.isWellFormed(name.toString())) {
                out[escape(name.toString())] = copyOf(value)
            } else {
                out["\ufffd"] = unsayable("name")
            }
        }
        return out
    }

    private inline fun within(
        value: Any,
        copy: () -> Any?,
    ): Any? {
        if (enclosing.size >= DEEPEST || !enclosing.add(value)) return unsayable("deep")
        return copy().also { enclosing.remove(value) }
    }

    private class TooLarge : RuntimeException(null, null, false, false)

    companion object {
        /** WeChat Pay takes no JSON that is nested deeper. */
        private const val DEEPEST = 32

        /** WeChat Pay takes no member that contains more values. */
        private const val MOST_VALUES = 200_000

        fun copy(value: Any): Any? =
            try {
                Copying().copyOf(value)
            } catch (_: TooLarge) {
                unsayable("large")
            }

        /** Puts one more `$` before a name that looks like one of the boundary's marks. Core removes it again. */
        fun escape(name: String): String = if (MARK.matches(name)) "\$$name" else name

        private val MARK = Regex("\\$+(payscore|bytes)")

        fun typeName(value: Any): String =
            value.javaClass.simpleName.ifEmpty { value.javaClass.name.substringAfterLast('.') }
    }
}
