package io.github.payscore.ffi

import io.github.payscore.model.Copying
import io.github.payscore.model.unsayable

/** Between Kotlin's values and what crosses. Not an API: public only so that `payscore-testing` reaches it. */
object Values {
    /** A text, number, flag, list or map of such as it crosses. */
    fun into(value: Any?): Value =
        when (value) {
            null -> Value.Null
            is String -> if (isWhole(value)) Value.Text(value) else into(unsayable("surrogate"))
            is Boolean -> Value.Flag(value)
            is Long -> Value.Int(value)
            is Int -> Value.Int(value.toLong())
            is Double -> Value.Real(value)
            is List<*> -> Value.Items(value.map(::into))
            is Map<*, *> -> Value.Members(value.map { (name, inner) -> Member(sayable(name.toString()), into(inner)) })
            else -> into(unsayable(Copying.name(value)))
        }

    /** What came across. */
    fun from(value: Value): Any? =
        when (value) {
            is Value.Null -> null
            is Value.Flag -> value.flag
            is Value.Int -> value.int
            is Value.Real -> value.real
            is Value.Text -> value.text
            is Value.Items -> value.items.map(::from)
            is Value.Members -> members(value)
        }

    /** The members of an object that came across, those without a value left out. */
    fun members(value: Value): Map<String, Any?> {
        val members = (value as Value.Members).members
        val out = LinkedHashMap<String, Any?>(members.size * 2)
        members.forEach { if (it.value !is Value.Null) out[it.name] = from(it.value) }
        return out
    }

    /** A text that UTF-8 can say: lone surrogates become question marks. */
    fun sayable(text: String): String = if (isWhole(text)) text else String(text.toByteArray(), Charsets.UTF_8)

    /** Whether no half of a surrogate pair stands alone. */
    internal fun isWhole(text: String): Boolean {
        var index = 0
        while (index < text.length) {
            val char = text[index++]
            if (char.isSurrogate() && (char.isLowSurrogate() || index == text.length || !text[index++].isLowSurrogate())) return false
        }
        return true
    }
}
