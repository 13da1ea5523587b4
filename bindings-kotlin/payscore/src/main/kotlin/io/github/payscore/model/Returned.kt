package io.github.payscore.model

import com.fasterxml.jackson.annotation.JsonValue
import com.google.gson.annotations.Expose

/**
 * A callback's event, or the answer to it. A web framework's handler must not return either as it is: a JSON library
 * would make a body of it, and the framework would send that body with 200, which acknowledges the callback. Therefore
 * no JSON library can write it. Jackson, and whatever reads getters, meets [asJson]; Gson fails at a field of a type
 * that it refuses.
 */
abstract class Returned internal constructor(
    members: Members,
) : Model(members) {
    @Expose
    private val noJson: Class<*> = javaClass

    /** Always throws: an event or acknowledgement that is returned by mistake must not become a successful answer. */
    val asJson: String
        @JsonValue get() =
            refuseJson(
                javaClass.simpleName,
                "send the parts of its `ack`, or 500 if it has none; store an event's `raw`",
            )
}

internal fun refuseJson(
    subject: String,
    remedy: String,
): Nothing = throw IllegalStateException("$subject is no answer and is never written as JSON: $remedy")
