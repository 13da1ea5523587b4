package io.github.payscore.model

import com.fasterxml.jackson.annotation.JsonValue
import com.google.gson.annotations.Expose

/**
 * A callback's event, or the answer to it. Neither is something to return from a web framework's handler as it is: a JSON library
 * would make a body of it, and the framework would send that with 200, which acknowledges. So no JSON library can write it: Jackson
 * is referred to [asJson], as is what reads getters; Gson fails at the field, which holds what it refuses.
 */
abstract class Returned internal constructor(
    members: Members,
) : Model(members) {
    @Expose
    private val noJson: Class<*> = javaClass

    /** Always throws: what is returned by mistake must not become a successful answer. */
    val asJson: String
        @JsonValue get() =
            noAnswer(javaClass.simpleName, "send the parts of its `ack`, or 500 where it has none; store an event's `raw`")
}

internal fun noAnswer(
    what: String,
    remedy: String,
): Nothing = throw IllegalStateException("$what is no answer, and is never written as JSON: $remedy")
