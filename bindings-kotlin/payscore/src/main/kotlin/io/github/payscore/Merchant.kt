package io.github.payscore

import com.fasterxml.jackson.annotation.JsonValue
import io.github.payscore.ffi.Ask
import io.github.payscore.ffi.Header
import io.github.payscore.ffi.Received
import io.github.payscore.ffi.Stored
import io.github.payscore.ffi.Value
import io.github.payscore.ffi.Values
import io.github.payscore.model.Copying
import io.github.payscore.model.Event
import io.github.payscore.model.Members
import io.github.payscore.model.Model
import io.github.payscore.model.OrderRef
import io.github.payscore.model.Settlement
import io.github.payscore.model.membersOf
import java.net.http.HttpHeaders
import java.util.UUID
import java.util.function.Consumer
import java.util.function.LongSupplier
import java.util.function.Supplier
import io.github.payscore.ffi.Merchant as Native
import io.github.payscore.ffi.callbackNotBytes as nativeCallbackNotBytes

/**
 * Who calls WeChat Pay: the institution (从业机构). Made once, checked once, immutable, shared between threads. It opens no
 * connection, starts no thread and keeps nothing global.
 *
 * @param clock the time in Unix seconds.
 * @param nonce 1 to 32 random letters and digits, fresh for every call.
 * @throws ConfigException which names everything that is wrong at once.
 */
class Merchant
    @JvmOverloads
    constructor(
        /** What it was made of. */
        @Transient val config: MerchantConfig,
        @Transient private val clock: LongSupplier = LongSupplier { System.currentTimeMillis() / 1000 },
        @Transient private val nonce: Supplier<String> = Supplier { UUID.randomUUID().toString().replace("-", "") },
    ) : Operations() {
        @Transient
        @get:JvmName("itsNative")
        internal val native: Native = crossing { Native(Values.into(config.members.map)) }

        /** The institution's merchant number. */
        val mchid: String
            get() = config.members.needed("mchid") { it as String }

        /** Another merchant with some settings changed. */
        fun with(changes: Consumer<MerchantConfig.Builder>): Merchant =
            Merchant(config.toBuilder().apply(changes::accept).build(), clock, nonce)

        /**
         * The door for parameters as JSON text: an operation by its name, such as `create_order`. [order] fills the identity that is
         * not given; [extra]: members that Payscore does not know.
         */
        @JvmOverloads
        fun draft(
            operation: String,
            json: String,
            order: OrderRef? = null,
            extra: Map<String, Any?>? = null,
        ): Draft<*> = drafted(known(operation), ask(operation, Draft.NOTHING, Values.sayable(json), order, extra))

        /** Takes up a stored draft, in any process: the same body, to be signed afresh. */
        fun resume(stored: ByteArray): Draft<*> = resumed(stored, null)

        /** The same, when it is known what the reply will be, such as `Order.class`. */
        @Suppress("UNCHECKED_CAST")
        fun <R : Model> resume(
            stored: ByteArray,
            reply: Class<R>,
        ): Draft<R> = resumed(stored, reply) as Draft<R>

        /** Signs a draft with the merchant's own key. */
        fun <R : Model> sign(draft: Draft<R>): Call<R> {
            val own = draft.of(this)
            return Call(own, crossing { native.sign(own.stored) })
        }

        /**
         * The identical request once more, for WeChat Pay's other address: a draft, to be signed. Calls after whose loss one queries
         * first need what [Draft.settle] then said.
         *
         * @throws StateException where that does not say to repeat.
         */
        @JvmOverloads
        fun <R : Model> again(
            lost: Draft<R>,
            settled: Settlement? = null,
        ): Draft<R> {
            val (now, fresh) = now() to Values.sayable(nonce.get())
            val parts = crossing { native.again(lost.merchant.native, lost.stored, given(settled), now, fresh) }
            return Draft(this, lost.kind, parts, Stored(parts.stored, now, fresh))
        }

        /** The same call, to be read with what this merchant trusts: for an answer that was kept because its key was not known yet. */
        fun <R : Model> takeOver(call: Call<R>): Call<R> {
            crossing { native.takeOver(call.draft.merchant.native, call.draft.stored) }
            return call.of(this)
        }

        /** Seals a text for WeChat Pay, to the key that this merchant's requests name in `Wechatpay-Serial`. */
        fun sealSensitive(text: String): String = crossing { native.sealSensitive(Values.sayable(text)) }

        /** Opens a text that WeChat Pay sealed to the merchant's certificate. */
        fun openSensitive(sealed: String): String = crossing { native.openSensitive(Values.sayable(sealed)) }

        /**
         * Verifies, opens and types a callback. [body]: the bytes as received, before anything parsed them; [headers]: names to one
         * text or to several. Store the event durably, then answer with [Event.ack]; what was refused is answered with
         * [PayscoreException.ack]. Where there is none, answer 500: the callback comes again.
         */
        fun readNotification(
            headers: Map<String, *>?,
            body: ByteArray?,
        ): Event = notified(headersOf(headers), body)

        /** The same, with headers as pairs, such as OkHttp's or Ktor's. */
        fun readNotification(
            headers: Iterable<Pair<String, String>>?,
            body: ByteArray?,
        ): Event = notified(headersOf(headers), body)

        /** The same, with headers of java.net.http. */
        fun readNotification(
            headers: HttpHeaders,
            body: ByteArray?,
        ): Event = notified(headersOf(headers.map()), body)

        /**
         * The same, with headers looked up by name: `request::getHeaders` of a servlet, `headers::get` of Spring's `HttpHeaders` (a map
         * in version 6, none in version 7).
         */
        fun readNotification(
            headers: HeaderLookup,
            body: ByteArray?,
        ): Event = notified(headersOf(headers), body)

        /** A text is not what was signed: always throws, with the remedy. */
        @Deprecated("the signature covers the bytes as received: take the body as ByteArray", level = DeprecationLevel.ERROR)
        fun readNotification(
            headers: Any?,
            body: String,
        ): Event = throw exception(nativeCallbackNotBytes("text"))

        private fun notified(
            headers: List<Header>,
            body: ByteArray?,
        ): Event = Event.of(read(crossing { native.readNotification(Received(0, headers, body ?: ByteArray(0), now())) }))

        /** Its text, also where a library writes JSON: no secret is in it. */
        @JsonValue
        override fun toString(): String = "Merchant(mchid=$mchid)"

        internal fun now(): Long = clock.asLong

        override fun <R : Model> call(
            operation: Operation<R>,
            order: OrderRef?,
            params: Model?,
            extra: Map<String, Any?>?,
        ): Call<R> {
            val ask = ask(operation.name, given(params), null, order, extra)
            return Call(this, operation, crossing { native.call(ask) }, ask.now, ask.nonce)
        }

        override fun <R : Model> draft(
            operation: Operation<R>,
            order: OrderRef?,
            params: Model?,
            extra: Map<String, Any?>?,
        ): Draft<R> = drafted(operation, ask(operation.name, given(params), null, order, extra))

        override fun compute(
            function: String,
            params: Members,
        ): Members = read(crossing { native.compute(function, Values.into(params.map), now(), Values.sayable(nonce.get())) })

        private fun ask(
            operation: String,
            params: Value,
            json: String?,
            order: OrderRef?,
            extra: Map<String, Any?>?,
        ): Ask {
            val more = extra?.let { Values.into(membersOf(it.mapKeys { (name) -> Copying.escaped(name) }).map) } ?: Value.Null
            return Ask(operation, params, json, more, given(order), now(), Values.sayable(nonce.get()))
        }

        private fun given(model: Model?): Value = model?.let { Values.into(it.members.map) } ?: Value.Null

        private fun <R : Model> drafted(
            operation: Operation<R>,
            ask: Ask,
        ): Draft<R> {
            val parts = crossing { native.draft(ask) }
            return Draft(this, operation, parts, Stored(parts.stored, ask.now, ask.nonce))
        }

        private fun resumed(
            stored: ByteArray,
            reply: Class<*>?,
        ): Draft<*> {
            val taken = Stored(stored.clone(), now(), Values.sayable(nonce.get()))
            val parts = crossing { native.resume(taken) }
            val operation = known(parts.operation)
            require(reply == null || reply == operation.type) {
                "${operation.name} is answered with ${operation.type.simpleName}, not with ${reply?.simpleName}"
            }
            return Draft(this, operation, parts, taken)
        }

        /** One that core does not know either is named by core. */
        private fun known(operation: String): Operation<*> {
            val sayable = Values.sayable(operation)
            return Registry.find(sayable) ?: Operation(sayable, Nothing::class.java) { Nothing(it) }
        }

        private class Nothing(
            members: Members,
        ) : Model(members)
    }
