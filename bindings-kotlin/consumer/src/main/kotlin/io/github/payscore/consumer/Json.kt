package io.github.payscore.consumer

import com.fasterxml.jackson.databind.ObjectMapper
import java.io.File

/** JSON for the runners and the demo: Payscore itself needs no library for it. */
object Json {
    private val mapper = ObjectMapper()

    fun read(file: File): Any? = mapper.readValue(file, Any::class.java)

    fun read(text: String): Any? = mapper.readValue(text, Any::class.java)

    fun write(value: Any?): String = mapper.writeValueAsString(value)

    fun pretty(value: Any?): String = mapper.writerWithDefaultPrettyPrinter().writeValueAsString(value)
}

@Suppress("UNCHECKED_CAST")
fun Any?.members(): Map<String, Any?> = this as Map<String, Any?>

@Suppress("UNCHECKED_CAST")
fun Any?.items(): List<Any?> = this as List<Any?>
