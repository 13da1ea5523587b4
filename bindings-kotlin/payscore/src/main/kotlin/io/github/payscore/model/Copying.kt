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
 * Copies a value that a user passed into what JSON has: texts, whole numbers, fractions, flags, lists and maps. What is none of these
 * is marked, so that core refuses it by name; nothing is guessed from a `toString`. The work is bounded: a value within itself and
 * one that is too large are marked, too.
 */
internal class Copying private constructor() {
    private val around: MutableSet<Any> = Collections.newSetFromMap(IdentityHashMap())
    private var left = MOST

    private fun copied(value: Any?): Any? {
        if (left-- <= 0) throw TooLarge()
        return when (value) {
            null, is String, is Boolean, is Long, is Double -> value

            is Int, is Short, is Byte -> (value as Number).toLong()

            is Float -> value.toString().toDouble()

            // the fraction as it is written: 0.1f is 0.1
            is BigInteger -> if (value.bitLength() < Long.SIZE_BITS) value.toLong() else unsayable("big")

            is Model -> value.members.map

            is OpenEnum -> value.value

            is Worded -> value.word

            is Validation -> value.setting

            is Timed -> value.text

            is OffsetDateTime, is ZonedDateTime -> ServiceTime.of(value as TemporalAccessor).text

            is TemporalAccessor, is CharSequence -> value.toString()

            is ByteArray -> mapOf(BYTES to Base64.getEncoder().encodeToString(value))

            is Map<*, *> -> within(value) { members(value) }

            is kotlin.collections.Collection<*> -> within(value) { value.map(::copied) }

            is Array<*> -> within(value) { value.map(::copied) }

            // Also what merely can be iterated, such as a JSON library's nodes: they would lose their names.
            else -> unsayable(name(value))
        }
    }

    private fun members(map: Map<*, *>): Map<String, Any?> {
        val out = LinkedHashMap<String, Any?>()
        for ((name, value) in map) {
            if (name is CharSequence && Values.isWhole(name.toString())) {
                out[escaped(name.toString())] = copied(value)
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
        if (around.size >= DEPTH || !around.add(value)) return unsayable("deep")
        return copy().also { around.remove(value) }
    }

    private class TooLarge : RuntimeException(null, null, false, false)

    companion object {
        /** Nesting beyond this is not JSON that WeChat Pay could take. */
        private const val DEPTH = 32

        /** Nor are more values than these in one member. */
        private const val MOST = 200_000

        fun copy(value: Any): Any? =
            try {
                Copying().copied(value)
            } catch (_: TooLarge) {
                unsayable("large")
            }

        /** A member that is named like a mark of the boundary has one more `$` before its name, which core takes off again. */
        fun escaped(name: String): String = if (RESERVED.matches(name)) "\$$name" else name

        private val RESERVED = Regex("\\$+(payscore|bytes)")

        fun name(value: Any): String = value.javaClass.simpleName.ifEmpty { value.javaClass.name.substringAfterLast('.') }
    }
}
