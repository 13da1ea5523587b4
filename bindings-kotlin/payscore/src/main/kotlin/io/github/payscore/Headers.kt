package io.github.payscore

import io.github.payscore.ffi.Header
import io.github.payscore.ffi.Values
import java.util.Enumeration
import io.github.payscore.ffi.headerNames as nativeHeaderNames

/** Looks headers up by name, for libraries whose headers are not a map. */
fun interface HeaderLookup {
    /**
     * The value of a header: a text, several (a list, an array, a servlet's `Enumeration`), or null where there is
     * none. [name] may be in any letter case.
     */
    fun values(name: String): Any?
}

/** Headers as core reads them, from names to one text or to several. */
@Suppress("USELESS_CAST")
internal fun headersFrom(headers: Map<String, *>?): List<Header> =
    headers.orEmpty().flatMap { (name, value) -> header(name as String?, value) }

/** Headers as core reads them, from pairs. */
@Suppress("USELESS_CAST")
internal fun headersFrom(headers: Iterable<Pair<String, String>>?): List<Header> =
    headers?.toList().orEmpty().flatMap { pair ->
        (pair as Pair<String, String>?)?.let { header(it.first, it.second) }.orEmpty()
    }

/** Headers as core reads them. Only the names that core reads are looked up. */
internal fun headersFrom(headers: HeaderLookup): List<Header> =
    NAMES.flatMap { name -> header(name, headers.values(name)) }

private val NAMES: List<String> by lazy { nativeHeaderNames() }

/** [name] is null for the status line, which java.net lists among the headers. */
private fun header(
    name: String?,
    value: Any?,
): List<Header> =
    when {
        name == null || value == null -> emptyList()
        value is Iterable<*> -> value.flatMap { header(name, it) }
        value is Array<*> -> value.flatMap { header(name, it) }
        value is Enumeration<*> -> value.toList().flatMap { header(name, it) }
        else -> listOf(Header(Values.wellFormed(name), Values.wellFormed(value.toString())))
    }
