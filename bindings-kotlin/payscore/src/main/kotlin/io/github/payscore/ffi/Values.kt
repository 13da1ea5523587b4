package io.github.payscore.ffi

import io.github.payscore.model.Copying
import io.github.payscore.model.unsayable

/**
 * Converts between Kotlin's values and the [Value] that crosses to core. Not part of the API: it is public only because
 * `payscore-testing` uses it.
 */
object Values {
    /** A text, number, flag, list or map as it crosses to core. */
    fun toValue(value: Any?): Value =
        when (value) {
            null -> Value.Null
            is String -> if (isWellFormed(value)) Value.Text(value) else toValue(unsayable("surrogate"))
            is Boolean -> Value.Flag(value)
            is Long -> Value.Int(value)
            is Int -> Value.Int(value.toLong())
            is Double -> Value.Real(value)
            is List<*> -> Value.Items(value.map(::toValue))
            is Map<*, *> -> Value.Members(value.map { (name, inner) -> Member(wellFormed("$name"), toValue(inner)) })
            else -> toValue(unsayable(Copying.typeName(value)))
        }

    /** A value from core as a text, number, flag, list or map. */
    fun fromValue(value: Value): Any? =
        when (value) {
            is Value.Null -> null
            is Value.Flag -> value.flag
            is Value.Int -> value.int
            is Value.Real -> value.real
            is Value.Text -> value.text
            is Value.Items -> value.items.map(::fromValue)
            is Value.Members -> membersFrom(value)
        }

    /** The members of an object from core. Members without a value are left out. */
    fun membersFrom(value: Value): Map<String, Any?> {
        val members = (value as Value.Members).members
        val out = LinkedHashMap<String, Any?>(members.size * 2)
        members.forEach { if (it.value !is Value.Null) out[it.name] = fromValue(it.value) }
        return out
    }

    /** A text that UTF-8 can express: each lone surrogate becomes a question mark. */
    fun wellFormed(text: String): String = if (isWellFormed(text)) text else String(text.toByteArray(), Charsets.UTF_8)

    /** Whether no half of a surrogate pair stands alone. */
    internal fun isWellFormed(text: String): Boolean {
        var index = 0
        while (index < text.length) {
            val char = text[index++]
            if (!char.isSurrogate()) continue
            val isPair = char.isHighSurrogate() && index < text.length && text[index++].isLowSurrogate()
            if (!isPair) return false
        }
        return true
    }
}
