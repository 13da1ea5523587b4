package io.github.payscore

import com.fasterxml.jackson.annotation.JsonValue
import io.github.payscore.ffi.Header
import io.github.payscore.ffi.OperationRequest
import io.github.payscore.ffi.ReceivedMessage
import io.github.payscore.ffi.StoredDraft
import io.github.payscore.ffi.Value
import io.github.payscore.ffi.Values
import io.github.payscore.model.Copying
import io.github.payscore.model.Members
import io.github.payscore.model.Model
import io.github.payscore.model.OperationParameters
import io.github.payscore.model.OrderOperationParameters
import io.github.payscore.model.Settlement
import io.github.payscore.model.membersOf
import java.net.http.HttpHeaders
import java.util.function.LongSupplier
import java.util.function.Supplier
import io.github.payscore.ffi.Merchant as NativeMerchant
import io.github.payscore.ffi.callbackNotBytes as nativeCallbackNotBytes

/** What a merchant is made of: its settings, its clock and its source of nonces. */
internal class MerchantParts(
    val settings: Members,
    val clock: LongSupplier,
    val nonce: Supplier<String>,
)

/** What every merchant has, whatever its mode: [E] are the mode's events, [O] is what names an order in it. */
abstract class BaseMerchant<E, O : Model> internal constructor(
    namespace: String,
    @Transient private val parts: MerchantParts,
    @Transient private val registry: OperationRegistry,
    @Transient private val readEvent: (Members) -> E,
) {
    @Transient
    @get:JvmName("itsNative")
    internal val native: NativeMerchant =
        callCore { NativeMerchant(namespace, Values.toValue(parts.settings.map)) }

    /** The merchant number. */
    val mchid: String
        get() = parts.settings.required("mchid") { it as String }

    /**
     * A draft of an operation, to store first or to sign elsewhere. The class of [params] names the operation:
     * `draft(CreateOrder(…))`. [extra]: members that Payscore does not know.
     */
    @JvmOverloads
    fun <R : Model> draft(
        params: OperationParameters<R>,
        extra: Map<String, Any?>? = null,
    ): Draft<R> = makeDraft(registry.operationWith(params), null, params as Model, extra)

    /** The same about an order that exists: [order] fills the members of its identity that [params] leaves out. */
    @JvmOverloads
    fun <R : Model> draft(
        order: O,
        params: OrderOperationParameters<R>,
        extra: Map<String, Any?>? = null,
    ): Draft<R> = makeDraft(registry.operationWith(params), order, params as Model, extra)

    /**
     * A draft of an operation by its name, such as `create_order`, with its parameters as JSON text. [order] fills
     * the members of its identity that [json] leaves out; [extra]: members that Payscore does not know.
     */
    @JvmOverloads
    fun draft(
        operation: String,
        json: String,
        order: O? = null,
        extra: Map<String, Any?>? = null,
    ): Draft<*> {
        val request =
            request(Values.wellFormed(operation), Draft.NO_PARAMETERS, Values.wellFormed(json), order, extra)
        val parts = callCore { native.draft(request) }
        val stored = StoredDraft(parts.bytes, request.now, request.nonce)
        return Draft(this, registry.operationNamed(parts.operation), parts, stored)
    }

    /** Reads a stored draft, in any process. It keeps its body and is to be signed again. */
    fun resume(stored: ByteArray): Draft<*> {
        val draft = StoredDraft(stored.clone(), now(), newNonce())
        val parts = callCore { native.resume(draft) }
        return Draft(this, registry.operationNamed(parts.operation), parts, draft)
    }

    /** Reads a stored draft whose reply is known, such as `Order.class`. */
    @Suppress("UNCHECKED_CAST")
    fun <R : Model> resume(
        stored: ByteArray,
        reply: Class<R>,
    ): Draft<R> {
        val draft = resume(stored)
        val actual = draft.kind.replyClass
        require(reply == actual) {
            "the reply to ${draft.operation} is ${actual.simpleName}, not ${reply.simpleName}"
        }
        return draft as Draft<R>
    }

    /** Signs a draft with the merchant's own key. */
    fun <R : Model> sign(draft: Draft<R>): Call<R> {
        val own = draft.withMerchant(this)
        return Call(own, callCore { native.sign(own.stored) })
    }

    /**
     * The identical request once more, for WeChat Pay's other address: a draft, to be signed. For a call whose loss
     * requires a query first, pass what [Draft.settle] returned.
     *
     * @throws StateException unless the settlement advises to repeat the identical request.
     */
    @JvmOverloads
    fun <R : Model> again(
        lost: Draft<R>,
        settled: Settlement? = null,
    ): Draft<R> {
        val (now, fresh) = now() to newNonce()
        val parts = callCore { native.again(lost.merchant.native, lost.stored, valueOf(settled), now, fresh) }
        return Draft(this, lost.kind, parts, StoredDraft(parts.bytes, now, fresh))
    }

    /**
     * The same call, to be read with this merchant's keys: for an answer that was kept because its key was not
     * known yet.
     */
    fun <R : Model> takeOver(call: Call<R>): Call<R> {
        callCore { native.takeOver(call.draft.merchant.native, call.draft.stored) }
        return call.withMerchant(this)
    }

    /** Seals a text for WeChat Pay, with the key that this merchant's requests name in `Wechatpay-Serial`. */
    fun sealSensitive(text: String): String = callCore { native.sealSensitive(Values.wellFormed(text)) }

    /** Opens a text that WeChat Pay sealed for the merchant's certificate. */
    fun openSensitive(sealed: String): String = callCore { native.openSensitive(Values.wellFormed(sealed)) }

    /**
     * Verifies, opens and types a callback. Store the event durably, then answer with the event's `ack`. Answer a
     * refused callback with [PayscoreException.ack]. Where there is no acknowledgement, answer 500: the callback comes
     * again.
     *
     * @param headers names to one text or to several.
     * @param body the bytes as received, before anything parsed them.
     */
    fun readNotification(
        headers: Map<String, *>?,
        body: ByteArray?,
    ): E = readNotification(headersFrom(headers), body)

    /** The same, with headers as pairs, such as OkHttp's or Ktor's. */
    fun readNotification(
        headers: Iterable<Pair<String, String>>?,
        body: ByteArray?,
    ): E = readNotification(headersFrom(headers), body)

    /** The same, with headers of java.net.http. */
    fun readNotification(
        headers: HttpHeaders,
        body: ByteArray?,
    ): E = readNotification(headersFrom(headers.map()), body)

    /**
     * The same, with headers looked up by name: `request::getHeaders` of a servlet, `headers::get` of Spring's
     * `HttpHeaders` (a map in version 6, none in version 7).
     */
    fun readNotification(
        headers: HeaderLookup,
        body: ByteArray?,
    ): E = readNotification(headersFrom(headers), body)

    /** Always throws: a text is not what was signed. The exception gives the remedy. */
    @Deprecated(TEXT_BODY, level = DeprecationLevel.ERROR)
    fun readNotification(
        headers: Any?,
        body: String,
    ): E = throw exceptionFrom(nativeCallbackNotBytes("text"))

    private fun readNotification(
        headers: List<Header>,
        body: ByteArray?,
    ): E {
        val callback = ReceivedMessage(0, headers, body ?: ByteArray(0), now())
        return readEvent(readFromCore { native.readNotification(callback) })
    }

    /** The merchant number; no secret is in it. A JSON library writes this text. */
    @JsonValue
    override fun toString(): String = "Merchant(mchid=$mchid)"

    internal fun now(): Long = parts.clock.asLong

    internal fun <R : Model> makeCall(
        operation: Operation<R>,
        order: O?,
        params: Model?,
        extra: Map<String, Any?>?,
    ): Call<R> {
        val request = request(operation.name, valueOf(params), null, order, extra)
        return Call(this, operation, callCore { native.call(request) }, request.now, request.nonce)
    }

    internal fun compute(
        function: String,
        params: Model,
    ): Members = readFromCore { native.compute(function, valueOf(params), now(), newNonce()) }

    private fun <R : Model> makeDraft(
        operation: Operation<R>,
        order: O?,
        params: Model,
        extra: Map<String, Any?>?,
    ): Draft<R> {
        val request = request(operation.name, valueOf(params), null, order, extra)
        val parts = callCore { native.draft(request) }
        return Draft(this, operation, parts, StoredDraft(parts.bytes, request.now, request.nonce))
    }

    private fun request(
        operation: String,
        params: Value,
        json: String?,
        order: O?,
        extra: Map<String, Any?>?,
    ): OperationRequest {
        val more = extra?.let { membersOf(it.mapKeys { (name) -> Copying.escape(name) }) }
        val moreValue = more?.let { Values.toValue(it.map) } ?: Value.Null
        return OperationRequest(operation, params, json, moreValue, valueOf(order), now(), newNonce())
    }

    private fun valueOf(model: Model?): Value = model?.let { Values.toValue(it.members.map) } ?: Value.Null

    private fun newNonce(): String = Values.wellFormed(parts.nonce.get())
}
