package io.github.payscore

import io.github.payscore.ffi.Header
import io.github.payscore.ffi.Values
import java.util.Enumeration
import io.github.payscore.ffi.headerNames as nativeHeaderNames

/** Headers by their names: a text, several (a list, an array, a servlet's `Enumeration`), or null where there is none. */
fun interface HeaderLookup {
    /** What stands under a name, in whatever letter case. */
    fun values(name: String): Any?
}

/** Headers from whatever an HTTP library has: names to a text or to several, pairs, or a look-up. */
@Suppress("USELESS_CAST")
internal fun headersOf(headers: Map<String, *>?): List<Header> =
    headers.orEmpty().flatMap { (name, value) -> header(name as String?, value) }

@Suppress("USELESS_CAST")
internal fun headersOf(headers: Iterable<Pair<String, String>>?): List<Header> =
    headers?.flatMap { pair -> (pair as Pair<String, String>?)?.let { header(it.first, it.second) }.orEmpty() }.orEmpty()

/** Only the names that core reads are looked up. */
internal fun headersOf(headers: HeaderLookup): List<Header> = NAMES.flatMap { name -> header(name, headers.values(name)) }

private val NAMES: List<String> by lazy { nativeHeaderNames() }

/** java.net has the status line under no name. */
private fun header(
    name: String?,
    value: Any?,
): List<Header> =
    when {
        name == null || value == null -> emptyList()
        value is Iterable<*> -> value.flatMap { header(name, it) }
        value is Array<*> -> value.flatMap { header(name, it) }
        value is Enumeration<*> -> value.toList().flatMap { header(name, it) }
        else -> listOf(Header(Values.sayable(name), Values.sayable(value.toString())))
    }
