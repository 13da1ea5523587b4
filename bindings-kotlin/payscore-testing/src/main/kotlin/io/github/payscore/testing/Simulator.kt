package io.github.payscore.testing

import io.github.payscore.Call
import io.github.payscore.Merchant
import io.github.payscore.MerchantConfig
import io.github.payscore.ffi.Values
import io.github.payscore.ffi.parseJson
import io.github.payscore.ffi.writeJson
import io.github.payscore.model.Model
import io.github.payscore.testing.ffi.Header
import io.github.payscore.testing.ffi.SimulatorRequest
import io.github.payscore.testing.ffi.SimulatorResponse
import java.io.IOException
import java.util.function.Consumer
import java.util.function.LongSupplier
import io.github.payscore.testing.ffi.Simulator as NativeSimulator

/**
 * WeChat Pay's side and the clearing house's, in-process: no port, no process. For tests. With [control] a test plays
 * the user, the clearing house, the clock and bad luck; `control("GET", "/_simulator/help")` lists everything that it
 * can do.
 * The simulator's clock stands still until [advance] moves it.
 *
 * @param now the clock at first, in Unix seconds.
 * @param seed the same seed gives the same numbers and nonces again.
 */
class Simulator
    @JvmOverloads
    constructor(
        now: Long = System.currentTimeMillis() / 1000,
        seed: Long = 7,
    ) {
        private val native = NativeSimulator(seed, now, "http://localhost")

        /** The simulator's clock, in Unix seconds. */
        val now: Long
            get() = native.now()

        /** A merchant that the simulator knows, with the simulator's clock; [changes] to its settings. */
        @JvmOverloads
        fun merchant(changes: Consumer<MerchantConfig.Builder> = Consumer {}): Merchant {
            val settings = (control("GET", "/_simulator") as Map<*, *>)["merchant"] as Map<*, *>
            val config = MerchantConfig.fromSettings(settings.mapKeys { (name) -> name as String })
            return Merchant(config.toBuilder().apply(changes::accept).build(), LongSupplier { now })
        }

        /**
         * Makes a request under `/_simulator/…` and returns its answer. [body] and answer consist of texts, numbers,
         * flags, lists and maps.
         *
         * @throws ConnectionDropped when a fault drops the answer.
         * @throws IllegalArgumentException when the simulator refuses the request.
         */
        @JvmOverloads
        fun control(
            method: String,
            path: String,
            body: Any? = null,
        ): Any? {
            val bytes = body?.let { writeJson(Values.toValue(it)).toByteArray() }
            val response = handle(SimulatorRequest(method, path, emptyList(), bytes))
            val text = String(response.body)
            if (response.status != 200) throw IllegalArgumentException(text)
            return if (path.endsWith("/help")) text else Values.fromValue(parseJson(text))
        }

        /** Sends a call and returns its reply, or throws its loss. */
        fun <R : Model> perform(call: Call<R>): R {
            val answer =
                try {
                    send(call)
                } catch (dropped: ConnectionDropped) {
                    throw call.lost(dropped)
                }
            return call.read(answer.status, answer.headers, answer.body)
        }

        /**
         * Sends a call and returns the answer as it is.
         *
         * @throws ConnectionDropped when a fault drops the answer.
         */
        fun send(call: Call<*>): Answer {
            val headers = call.headers.map { (name, value) -> Header(name, value) }
            return Answer(handle(SimulatorRequest(call.method, call.url, headers, call.body)))
        }

        /** Moves the clock forward. */
        fun advance(seconds: Long) {
            control("POST", "/_simulator/clock", mapOf("advance" to seconds))
        }

        /** The callbacks that are due now. */
        fun due(): List<Delivery> = native.due().map { Delivery(it.id, it.url, headerMap(it.headers), it.body) }

        /**
         * Answers a callback. After any status but 200 and 204 it comes again.
         *
         * @param status null if there was no answer.
         * @param body matters for `MCH_PREPAY` only.
         */
        @JvmOverloads
        fun delivered(
            delivery: Delivery,
            status: Int?,
            body: String = "",
        ) {
            control("POST", "/_simulator/deliveries/${delivery.id}", mapOf("status" to status, "body" to body))
        }

        private fun handle(request: SimulatorRequest): SimulatorResponse =
            native.handle(request) ?: throw ConnectionDropped()
    }

/** The simulator closed the connection without an answer. */
class ConnectionDropped : IOException("the simulator closed the connection without an answer")

/** The simulator's answer to a call. */
class Answer internal constructor(
    private val response: SimulatorResponse,
) {
    val status: Int
        get() = response.status

    val headers: Map<String, List<String>>
        get() = headerMap(response.headers)

    val body: ByteArray
        get() = response.body.clone()
}

/** A callback on its way. Pass [headers] and [body] to your handler, and its status to [Simulator.delivered]. */
class Delivery internal constructor(
    val id: String,
    val url: String,
    val headers: Map<String, List<String>>,
    private val bytes: ByteArray,
) {
    val body: ByteArray
        get() = bytes.clone()
}

private fun headerMap(headers: List<Header>): Map<String, List<String>> = headers.groupBy({ it.name }, { it.value })
