package io.github.payscore

import io.github.payscore.ffi.Header
import io.github.payscore.ffi.Values

/** Headers from whatever an HTTP library has: names to a text or to several, or pairs. */
@Suppress("USELESS_CAST")
internal fun headersOf(headers: Map<String, *>): List<Header> = headers.flatMap { (name, value) -> header(name as String?, value) }

internal fun headersOf(headers: Iterable<Pair<String, String>>): List<Header> = headers.flatMap { (name, value) -> header(name, value) }

/** java.net has the status line under no name. */
private fun header(
    name: String?,
    value: Any?,
): List<Header> =
    when {
        name == null || value == null -> emptyList()
        value is Iterable<*> -> value.flatMap { header(name, it) }
        value is Array<*> -> value.flatMap { header(name, it) }
        else -> listOf(Header(Values.sayable(name), Values.sayable(value.toString())))
    }
