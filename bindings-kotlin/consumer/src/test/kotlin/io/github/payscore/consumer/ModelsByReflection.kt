package io.github.payscore.consumer

import io.github.payscore.model.Ack
import io.github.payscore.model.Model
import io.github.payscore.model.OpenEnum
import io.github.payscore.model.ServiceTime
import io.github.payscore.model.ZonedTime
import java.lang.reflect.ParameterizedType
import java.lang.reflect.Type
import java.util.IdentityHashMap

/** The name of a property: `outOrderNo` for `out_order_no`. */
fun camel(name: String): String {
    val camel =
        name.split('_').reduceIndexed { index, all, word ->
            if (index ==
                0
            ) {
                word
            } else {
                all + word.replaceFirstChar(Char::uppercase)
            }
        }
    return if (camel == "package") "packageVal" else camel
}

/** A model from JSON, through its builder and its typed setters only. */
fun built(
    type: Class<*>,
    params: Map<String, Any?>,
): Any {
    val builder = type.getMethod("builder").invoke(null)
    params.forEach { (name, value) ->
        val setter = builder.javaClass.methods.single { it.name == camel(name) && it.parameterCount == 1 }
        setter.invoke(builder, typed(setter.genericParameterTypes[0], value))
    }
    return builder.javaClass.getMethod("build").invoke(builder)
}

private fun typed(
    type: Type,
    value: Any?,
): Any? {
    if (value == null) return null
    if (type is ParameterizedType) {
        if (type.rawType == Map::class.java) return value
        // An element that is there a hundred thousand times is made into a model once.
        val models = IdentityHashMap<Any?, Any?>()
        return value.items().map { models.getOrPut(it) { typed(type.actualTypeArguments[0], it) } }
    }
    val raw = type as Class<*>
    return when {
        raw == Any::class.java || raw == ByteArray::class.java -> value
        raw == String::class.java -> value as String
        raw == Long::class.javaObjectType -> (value as Number).toLong()
        raw == Boolean::class.javaObjectType -> value as Boolean
        raw == ServiceTime::class.java -> ServiceTime.fromText(value as String)
        raw == ZonedTime::class.java -> ZonedTime.fromText(value as String)
        OpenEnum::class.java.isAssignableFrom(raw) -> raw.getMethod("fromValue", String::class.java).invoke(null, value)
        else -> built(raw, value.members())
    }
}

/** The value at a JSON pointer, through the typed getters only. */
fun valueAt(
    value: Any?,
    pointer: String,
): Any? =
    pointer
        .split('/')
        .drop(1)
        .map { it.replace("~1", "/").replace("~0", "~") }
        .fold(value) { inner, part ->
            when (inner) {
                is List<*> -> inner[part.toInt()]
                is Map<*, *> -> inner[part]
                is Ack -> jsonOf(inner).members()[part]
                else -> inner!!.javaClass.getMethod("get" + camel(part).replaceFirstChar(Char::uppercase)).invoke(inner)
            }
        }.let(::jsonOf)

/** As JSON would have it. */
fun jsonOf(value: Any?): Any? =
    when (value) {
        is Number -> if (value is Double || value is Float) value.toDouble() else value.toLong()
        is OpenEnum, is Enum<*>, is ServiceTime -> value.toString()
        is Ack -> mapOf("status" to value.status().toLong(), "headers" to value.headers(), "body" to value.body())
        is Model -> membersByGetters(value)
        is List<*> -> value.map(::jsonOf)
        is Map<*, *> -> value.mapValues { jsonOf(it.value) }
        else -> value
    }

/** The members that a model shows by its getters, under WeChat Pay's names. */
private fun membersByGetters(model: Model): Map<String, Any?> =
    model.javaClass.methods
        .filter { it.declaringClass == model.javaClass && it.parameterCount == 0 && it.name.startsWith("get") }
        .associate { getter ->
            val name = getter.name.removePrefix("get").replace(Regex("[A-Z]")) { "_" + it.value.lowercase() }
            name.removePrefix("_") to jsonOf(getter.invoke(model))
        }.filterValues { it != null }
