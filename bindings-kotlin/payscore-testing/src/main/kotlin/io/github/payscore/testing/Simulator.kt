package io.github.payscore.testing

import io.github.payscore.Call
import io.github.payscore.Merchant
import io.github.payscore.MerchantConfig
import io.github.payscore.ffi.Values
import io.github.payscore.ffi.parseJson
import io.github.payscore.ffi.writeJson
import io.github.payscore.model.Model
import io.github.payscore.testing.ffi.Asked
import io.github.payscore.testing.ffi.Header
import io.github.payscore.testing.ffi.Reply
import java.io.IOException
import java.util.function.Consumer
import java.util.function.LongSupplier
import io.github.payscore.testing.ffi.Simulator as Native

/**
 * WeChat Pay's side and a clearing house's, in-process: no port, no process. For tests. [door] reaches everything that a user, the
 * clearing house, the clock or bad luck can do; `door("GET", "/_simulator/help")` lists it. Its clock stands still until it is moved.
 */
class Simulator
    @JvmOverloads
    constructor(
        now: Long = System.currentTimeMillis() / 1000,
        seed: Long = 7,
    ) {
        private val native = Native(seed, now, "http://localhost")

        /** Its clock, in Unix seconds. */
        val now: Long
            get() = native.now()

        /** A merchant that the simulator knows, with the simulator's clock; [changes] to its settings. */
        @JvmOverloads
        fun merchant(changes: Consumer<MerchantConfig.Builder> = Consumer {}): Merchant {
            val settings = (door("GET", "/_simulator") as Map<*, *>)["merchant"] as Map<*, *>
            val config = MerchantConfig.of(settings.entries.associate { (name, value) -> name as String to value })
            return Merchant(config.toBuilder().apply(changes::accept).build(), LongSupplier { now })
        }

        /**
         * A request under `/_simulator/…`, with a body of texts, numbers, flags, lists and maps; what it answers, in the same. Throws
         * [ConnectionDropped] when its answer is lost on request.
         */
        @JvmOverloads
        fun door(
            method: String,
            path: String,
            body: Any? = null,
        ): Any? {
            val bytes = body?.let { writeJson(Values.into(it)).toByteArray() }
            val reply = native.handle(Asked(method, path, emptyList(), bytes)) ?: throw ConnectionDropped()
            val text = String(reply.body)
            if (reply.status != 200) throw IllegalArgumentException(text)
            return if (path.endsWith("/help")) text else Values.from(parseJson(text))
        }

        /** Sends a call and has it read its answer, or the loss of it. */
        fun <R : Model> perform(call: Call<R>): R {
            val answer =
                try {
                    send(call)
                } catch (dropped: ConnectionDropped) {
                    throw call.lost(dropped)
                }
            return call.read(answer.status, answer.headers, answer.body)
        }

        /** Sends a call. Throws [ConnectionDropped]. */
        fun send(call: Call<*>): Answer {
            val headers = call.headers.map { (name, value) -> Header(name, value) }
            return Answer(native.handle(Asked(call.method, call.url, headers, call.body)) ?: throw ConnectionDropped())
        }

        /** Moves the clock. */
        fun advance(seconds: Long) {
            door("POST", "/_simulator/clock", mapOf("advance" to seconds))
        }

        /** Callbacks that are due now. */
        fun due(): List<Delivery> = native.due().map { Delivery(it.id, it.url, map(it.headers), it.body) }

        /** How a callback was answered (null: not at all); anything but 200 and 204 makes it come again. [body] matters to MCH_PREPAY. */
        @JvmOverloads
        fun delivered(
            delivery: Delivery,
            status: Int?,
            body: String = "",
        ) {
            door("POST", "/_simulator/deliveries/${delivery.id}", mapOf("status" to status, "body" to body))
        }
    }

/** The simulator closed the connection without an answer. */
class ConnectionDropped : IOException("the simulator closed the connection without an answer")

/** What the simulator answered. */
class Answer internal constructor(
    private val reply: Reply,
) {
    val status: Int
        get() = reply.status

    val headers: Map<String, List<String>>
        get() = map(reply.headers)

    val body: ByteArray
        get() = reply.body.clone()
}

/** A callback on its way: give [headers] and [body] to your handler, and its status to [Simulator.delivered]. */
class Delivery internal constructor(
    val id: String,
    val url: String,
    val headers: Map<String, List<String>>,
    private val bytes: ByteArray,
) {
    val body: ByteArray
        get() = bytes.clone()
}

private fun map(headers: List<Header>): Map<String, List<String>> = headers.groupBy({ it.name }, { it.value })
