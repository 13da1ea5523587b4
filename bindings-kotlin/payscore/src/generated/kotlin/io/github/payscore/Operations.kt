// Generated from core's declarations by `cargo xtask types`. Do not edit.
@file:Suppress("unused")

package io.github.payscore

import io.github.payscore.model.*
import java.util.concurrent.CompletableFuture

/** Every operation there is, with how to read its reply. */
internal object Registry {
    val CREATE_ORDER = Operation("create_order", Order::class.java, ::Order)
    val QUERY_ORDER = Operation("query_order", Order::class.java, ::Order)
    val CANCEL_ORDER = Operation("cancel_order", OrderCancelled::class.java, ::OrderCancelled)
    val COMPLETE_ORDER = Operation("complete_order", OrderCompleted::class.java, ::OrderCompleted)
    val REGISTER_DEDUCT_INFO = Operation("register_deduct_info", DeductionRegistered::class.java, ::DeductionRegistered)
    val QUERY_DEDUCTION = Operation("query_deduction", DeductionInfo::class.java, ::DeductionInfo)

    private val ALL = listOf(CREATE_ORDER, QUERY_ORDER, CANCEL_ORDER, COMPLETE_ORDER, REGISTER_DEDUCT_INFO, QUERY_DEDUCTION).associateBy { it.name }

    fun find(name: String): Operation<*>? = ALL[name]
}

/** What a merchant can do: calls to send, drafts to sign elsewhere or store first, and what needs no call. */
abstract class Operations internal constructor() {
    /**
     * Creates an order (创建订单). With confirmation it begins as `CREATED` and its reply holds the `package` for the jump into
     * WeChat, valid for one hour; repeating the identical call gives a fresh one. After a lost answer, repeat it or query: never
     * create anew under another number.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
     */
    @JvmOverloads
    fun createOrder(
        params: CreateOrder,
        extra: Map<String, Any?>? = null,
    ): Call<Order> = call(Registry.CREATE_ORDER, null, params, extra)

    /**
     * Creates an order (创建订单). With confirmation it begins as `CREATED` and its reply holds the `package` for the jump into
     * WeChat, valid for one hour; repeating the identical call gives a fresh one. After a lost answer, repeat it or query: never
     * create anew under another number.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
     */
    @JvmOverloads
    fun draftCreateOrder(
        params: CreateOrder,
        extra: Map<String, Any?>? = null,
    ): Draft<Order> = draft(Registry.CREATE_ORDER, null, params, extra)

    /**
     * Asks how an order stands (查询订单), by `out_order_no` or by the `query_id` that a client brought back from WeChat:
     * exactly one of them.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
     */
    @JvmOverloads
    fun queryOrder(
        params: QueryOrder,
        extra: Map<String, Any?>? = null,
    ): Call<Order> = call(Registry.QUERY_ORDER, null, params, extra)

    /**
     * Asks how an order stands (查询订单), by `out_order_no` or by the `query_id` that a client brought back from WeChat:
     * exactly one of them.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
     */
    @JvmOverloads
    fun queryOrder(
        order: OrderRef,
        params: QueryOrder,
        extra: Map<String, Any?>? = null,
    ): Call<Order> = call(Registry.QUERY_ORDER, order, params, extra)

    /**
     * Asks how an order stands (查询订单), by `out_order_no` or by the `query_id` that a client brought back from WeChat:
     * exactly one of them.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
     */
    @JvmOverloads
    fun queryOrder(
        order: OrderRef,
        extra: Map<String, Any?>? = null,
    ): Call<Order> = call(Registry.QUERY_ORDER, order, null, extra)

    /**
     * Asks how an order stands (查询订单), by `out_order_no` or by the `query_id` that a client brought back from WeChat:
     * exactly one of them.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
     */
    @JvmOverloads
    fun draftQueryOrder(
        params: QueryOrder,
        extra: Map<String, Any?>? = null,
    ): Draft<Order> = draft(Registry.QUERY_ORDER, null, params, extra)

    /**
     * Asks how an order stands (查询订单), by `out_order_no` or by the `query_id` that a client brought back from WeChat:
     * exactly one of them.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
     */
    @JvmOverloads
    fun draftQueryOrder(
        order: OrderRef,
        params: QueryOrder,
        extra: Map<String, Any?>? = null,
    ): Draft<Order> = draft(Registry.QUERY_ORDER, order, params, extra)

    /**
     * Asks how an order stands (查询订单), by `out_order_no` or by the `query_id` that a client brought back from WeChat:
     * exactly one of them.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
     */
    @JvmOverloads
    fun draftQueryOrder(
        order: OrderRef,
        extra: Map<String, Any?>? = null,
    ): Draft<Order> = draft(Registry.QUERY_ORDER, order, null, extra)

    /**
     * Cancels an order (取消订单): before or after the user confirmed, and even after completion while the money is still to be
     * paid and no registered deduction number is in force. Then the money is forfeited.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194058>
     */
    @JvmOverloads
    fun cancelOrder(
        params: CancelOrder,
        extra: Map<String, Any?>? = null,
    ): Call<OrderCancelled> = call(Registry.CANCEL_ORDER, null, params, extra)

    /**
     * Cancels an order (取消订单): before or after the user confirmed, and even after completion while the money is still to be
     * paid and no registered deduction number is in force. Then the money is forfeited.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194058>
     */
    @JvmOverloads
    fun cancelOrder(
        order: OrderRef,
        params: CancelOrder,
        extra: Map<String, Any?>? = null,
    ): Call<OrderCancelled> = call(Registry.CANCEL_ORDER, order, params, extra)

    /**
     * Cancels an order (取消订单): before or after the user confirmed, and even after completion while the money is still to be
     * paid and no registered deduction number is in force. Then the money is forfeited.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194058>
     */
    @JvmOverloads
    fun draftCancelOrder(
        params: CancelOrder,
        extra: Map<String, Any?>? = null,
    ): Draft<OrderCancelled> = draft(Registry.CANCEL_ORDER, null, params, extra)

    /**
     * Cancels an order (取消订单): before or after the user confirmed, and even after completion while the money is still to be
     * paid and no registered deduction number is in force. Then the money is forfeited.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194058>
     */
    @JvmOverloads
    fun draftCancelOrder(
        order: OrderRef,
        params: CancelOrder,
        extra: Map<String, Any?>? = null,
    ): Draft<OrderCancelled> = draft(Registry.CANCEL_ORDER, order, params, extra)

    /**
     * Completes an order (完结订单): the service has ended, this is the bill. In this mode completing does **not** charge the
     * user: register a deduction and withhold at the clearing house. After a lost answer, query.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
     */
    @JvmOverloads
    fun completeOrder(
        params: CompleteOrder,
        extra: Map<String, Any?>? = null,
    ): Call<OrderCompleted> = call(Registry.COMPLETE_ORDER, null, params, extra)

    /**
     * Completes an order (完结订单): the service has ended, this is the bill. In this mode completing does **not** charge the
     * user: register a deduction and withhold at the clearing house. After a lost answer, query.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
     */
    @JvmOverloads
    fun completeOrder(
        order: OrderRef,
        params: CompleteOrder,
        extra: Map<String, Any?>? = null,
    ): Call<OrderCompleted> = call(Registry.COMPLETE_ORDER, order, params, extra)

    /**
     * Completes an order (完结订单): the service has ended, this is the bill. In this mode completing does **not** charge the
     * user: register a deduction and withhold at the clearing house. After a lost answer, query.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
     */
    @JvmOverloads
    fun draftCompleteOrder(
        params: CompleteOrder,
        extra: Map<String, Any?>? = null,
    ): Draft<OrderCompleted> = draft(Registry.COMPLETE_ORDER, null, params, extra)

    /**
     * Completes an order (完结订单): the service has ended, this is the bill. In this mode completing does **not** charge the
     * user: register a deduction and withhold at the clearing house. After a lost answer, query.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
     */
    @JvmOverloads
    fun draftCompleteOrder(
        order: OrderRef,
        params: CompleteOrder,
        extra: Map<String, Any?>? = null,
    ): Draft<OrderCompleted> = draft(Registry.COMPLETE_ORDER, order, params, extra)

    /**
     * Registers a deduction number (登记扣款信息) for one entrusted withholding at the clearing house within 24 hours. Store the
     * number before calling. It moves no money. After a lost answer, ask with `query_deduction`; never register a second number
     * meanwhile.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194100>
     */
    @JvmOverloads
    fun registerDeductInfo(
        params: RegisterDeductInfo,
        extra: Map<String, Any?>? = null,
    ): Call<DeductionRegistered> = call(Registry.REGISTER_DEDUCT_INFO, null, params, extra)

    /**
     * Registers a deduction number (登记扣款信息) for one entrusted withholding at the clearing house within 24 hours. Store the
     * number before calling. It moves no money. After a lost answer, ask with `query_deduction`; never register a second number
     * meanwhile.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194100>
     */
    @JvmOverloads
    fun registerDeductInfo(
        order: OrderRef,
        params: RegisterDeductInfo,
        extra: Map<String, Any?>? = null,
    ): Call<DeductionRegistered> = call(Registry.REGISTER_DEDUCT_INFO, order, params, extra)

    /**
     * Registers a deduction number (登记扣款信息) for one entrusted withholding at the clearing house within 24 hours. Store the
     * number before calling. It moves no money. After a lost answer, ask with `query_deduction`; never register a second number
     * meanwhile.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194100>
     */
    @JvmOverloads
    fun draftRegisterDeductInfo(
        params: RegisterDeductInfo,
        extra: Map<String, Any?>? = null,
    ): Draft<DeductionRegistered> = draft(Registry.REGISTER_DEDUCT_INFO, null, params, extra)

    /**
     * Registers a deduction number (登记扣款信息) for one entrusted withholding at the clearing house within 24 hours. Store the
     * number before calling. It moves no money. After a lost answer, ask with `query_deduction`; never register a second number
     * meanwhile.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194100>
     */
    @JvmOverloads
    fun draftRegisterDeductInfo(
        order: OrderRef,
        params: RegisterDeductInfo,
        extra: Map<String, Any?>? = null,
    ): Draft<DeductionRegistered> = draft(Registry.REGISTER_DEDUCT_INFO, order, params, extra)

    /**
     * Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query the
     * order for that.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
     */
    @JvmOverloads
    fun queryDeduction(
        params: QueryDeduction,
        extra: Map<String, Any?>? = null,
    ): Call<DeductionInfo> = call(Registry.QUERY_DEDUCTION, null, params, extra)

    /**
     * Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query the
     * order for that.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
     */
    @JvmOverloads
    fun queryDeduction(
        order: OrderRef,
        params: QueryDeduction,
        extra: Map<String, Any?>? = null,
    ): Call<DeductionInfo> = call(Registry.QUERY_DEDUCTION, order, params, extra)

    /**
     * Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query the
     * order for that.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
     */
    @JvmOverloads
    fun queryDeduction(
        order: OrderRef,
        extra: Map<String, Any?>? = null,
    ): Call<DeductionInfo> = call(Registry.QUERY_DEDUCTION, order, null, extra)

    /**
     * Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query the
     * order for that.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
     */
    @JvmOverloads
    fun draftQueryDeduction(
        params: QueryDeduction,
        extra: Map<String, Any?>? = null,
    ): Draft<DeductionInfo> = draft(Registry.QUERY_DEDUCTION, null, params, extra)

    /**
     * Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query the
     * order for that.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
     */
    @JvmOverloads
    fun draftQueryDeduction(
        order: OrderRef,
        params: QueryDeduction,
        extra: Map<String, Any?>? = null,
    ): Draft<DeductionInfo> = draft(Registry.QUERY_DEDUCTION, order, params, extra)

    /**
     * Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query the
     * order for that.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
     */
    @JvmOverloads
    fun draftQueryDeduction(
        order: OrderRef,
        extra: Map<String, Any?>? = null,
    ): Draft<DeductionInfo> = draft(Registry.QUERY_DEDUCTION, order, null, extra)

    /**
     * The jump that lets the user confirm an order (调起支付分-确认订单).
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090600>
     *
     * @param packageVal From the reply to `create_order`, valid for one hour.
     */
    fun launchConfirm(
        packageVal: String,
    ): Launch = Launch(compute("launch_confirm", membersOf("package" to packageVal)))

    internal abstract fun <R : Model> call(
        operation: Operation<R>,
        order: OrderRef?,
        params: Model?,
        extra: Map<String, Any?>?,
    ): Call<R>

    internal abstract fun <R : Model> draft(
        operation: Operation<R>,
        order: OrderRef?,
        params: Model?,
        extra: Map<String, Any?>?,
    ): Draft<R>

    internal abstract fun compute(
        function: String,
        params: Members,
    ): Members
}

/** What became of a call whose answer was lost, from what was found out since. */
abstract class Settled internal constructor() {
    /** From what was freshly queried. */
    fun settle(evidence: Order): Settlement = found(evidence)

    /** From what was freshly queried. */
    fun settle(evidence: DeductionInfo): Settlement = found(evidence)

    internal abstract fun found(evidence: Model): Settlement
}

/** Performs operations over HTTP and returns the verified replies. */
abstract class Performed internal constructor() {
    /**
     * Creates an order (创建订单). With confirmation it begins as `CREATED` and its reply holds the `package` for the jump into
     * WeChat, valid for one hour; repeating the identical call gives a fresh one. After a lost answer, repeat it or query: never
     * create anew under another number.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
     */
    @JvmOverloads
    fun createOrder(
        params: CreateOrder,
        extra: Map<String, Any?>? = null,
    ): Order = perform(Registry.CREATE_ORDER, null, params, extra)

    /**
     * Asks how an order stands (查询订单), by `out_order_no` or by the `query_id` that a client brought back from WeChat:
     * exactly one of them.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
     */
    @JvmOverloads
    fun queryOrder(
        params: QueryOrder,
        extra: Map<String, Any?>? = null,
    ): Order = perform(Registry.QUERY_ORDER, null, params, extra)

    /**
     * Asks how an order stands (查询订单), by `out_order_no` or by the `query_id` that a client brought back from WeChat:
     * exactly one of them.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
     */
    @JvmOverloads
    fun queryOrder(
        order: OrderRef,
        params: QueryOrder,
        extra: Map<String, Any?>? = null,
    ): Order = perform(Registry.QUERY_ORDER, order, params, extra)

    /**
     * Asks how an order stands (查询订单), by `out_order_no` or by the `query_id` that a client brought back from WeChat:
     * exactly one of them.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
     */
    @JvmOverloads
    fun queryOrder(
        order: OrderRef,
        extra: Map<String, Any?>? = null,
    ): Order = perform(Registry.QUERY_ORDER, order, null, extra)

    /**
     * Cancels an order (取消订单): before or after the user confirmed, and even after completion while the money is still to be
     * paid and no registered deduction number is in force. Then the money is forfeited.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194058>
     */
    @JvmOverloads
    fun cancelOrder(
        params: CancelOrder,
        extra: Map<String, Any?>? = null,
    ): OrderCancelled = perform(Registry.CANCEL_ORDER, null, params, extra)

    /**
     * Cancels an order (取消订单): before or after the user confirmed, and even after completion while the money is still to be
     * paid and no registered deduction number is in force. Then the money is forfeited.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194058>
     */
    @JvmOverloads
    fun cancelOrder(
        order: OrderRef,
        params: CancelOrder,
        extra: Map<String, Any?>? = null,
    ): OrderCancelled = perform(Registry.CANCEL_ORDER, order, params, extra)

    /**
     * Completes an order (完结订单): the service has ended, this is the bill. In this mode completing does **not** charge the
     * user: register a deduction and withhold at the clearing house. After a lost answer, query.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
     */
    @JvmOverloads
    fun completeOrder(
        params: CompleteOrder,
        extra: Map<String, Any?>? = null,
    ): OrderCompleted = perform(Registry.COMPLETE_ORDER, null, params, extra)

    /**
     * Completes an order (完结订单): the service has ended, this is the bill. In this mode completing does **not** charge the
     * user: register a deduction and withhold at the clearing house. After a lost answer, query.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
     */
    @JvmOverloads
    fun completeOrder(
        order: OrderRef,
        params: CompleteOrder,
        extra: Map<String, Any?>? = null,
    ): OrderCompleted = perform(Registry.COMPLETE_ORDER, order, params, extra)

    /**
     * Registers a deduction number (登记扣款信息) for one entrusted withholding at the clearing house within 24 hours. Store the
     * number before calling. It moves no money. After a lost answer, ask with `query_deduction`; never register a second number
     * meanwhile.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194100>
     */
    @JvmOverloads
    fun registerDeductInfo(
        params: RegisterDeductInfo,
        extra: Map<String, Any?>? = null,
    ): DeductionRegistered = perform(Registry.REGISTER_DEDUCT_INFO, null, params, extra)

    /**
     * Registers a deduction number (登记扣款信息) for one entrusted withholding at the clearing house within 24 hours. Store the
     * number before calling. It moves no money. After a lost answer, ask with `query_deduction`; never register a second number
     * meanwhile.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194100>
     */
    @JvmOverloads
    fun registerDeductInfo(
        order: OrderRef,
        params: RegisterDeductInfo,
        extra: Map<String, Any?>? = null,
    ): DeductionRegistered = perform(Registry.REGISTER_DEDUCT_INFO, order, params, extra)

    /**
     * Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query the
     * order for that.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
     */
    @JvmOverloads
    fun queryDeduction(
        params: QueryDeduction,
        extra: Map<String, Any?>? = null,
    ): DeductionInfo = perform(Registry.QUERY_DEDUCTION, null, params, extra)

    /**
     * Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query the
     * order for that.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
     */
    @JvmOverloads
    fun queryDeduction(
        order: OrderRef,
        params: QueryDeduction,
        extra: Map<String, Any?>? = null,
    ): DeductionInfo = perform(Registry.QUERY_DEDUCTION, order, params, extra)

    /**
     * Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query the
     * order for that.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
     */
    @JvmOverloads
    fun queryDeduction(
        order: OrderRef,
        extra: Map<String, Any?>? = null,
    ): DeductionInfo = perform(Registry.QUERY_DEDUCTION, order, null, extra)

    internal abstract fun <R : Model> perform(
        operation: Operation<R>,
        order: OrderRef?,
        params: Model?,
        extra: Map<String, Any?>?,
    ): R
}

/** Performs operations over HTTP; the verified replies come later. */
abstract class AsyncPerformed internal constructor() {
    /**
     * Creates an order (创建订单). With confirmation it begins as `CREATED` and its reply holds the `package` for the jump into
     * WeChat, valid for one hour; repeating the identical call gives a fresh one. After a lost answer, repeat it or query: never
     * create anew under another number.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
     */
    @JvmOverloads
    fun createOrder(
        params: CreateOrder,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<Order> = perform(Registry.CREATE_ORDER, null, params, extra)

    /**
     * Asks how an order stands (查询订单), by `out_order_no` or by the `query_id` that a client brought back from WeChat:
     * exactly one of them.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
     */
    @JvmOverloads
    fun queryOrder(
        params: QueryOrder,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<Order> = perform(Registry.QUERY_ORDER, null, params, extra)

    /**
     * Asks how an order stands (查询订单), by `out_order_no` or by the `query_id` that a client brought back from WeChat:
     * exactly one of them.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
     */
    @JvmOverloads
    fun queryOrder(
        order: OrderRef,
        params: QueryOrder,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<Order> = perform(Registry.QUERY_ORDER, order, params, extra)

    /**
     * Asks how an order stands (查询订单), by `out_order_no` or by the `query_id` that a client brought back from WeChat:
     * exactly one of them.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
     */
    @JvmOverloads
    fun queryOrder(
        order: OrderRef,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<Order> = perform(Registry.QUERY_ORDER, order, null, extra)

    /**
     * Cancels an order (取消订单): before or after the user confirmed, and even after completion while the money is still to be
     * paid and no registered deduction number is in force. Then the money is forfeited.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194058>
     */
    @JvmOverloads
    fun cancelOrder(
        params: CancelOrder,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<OrderCancelled> = perform(Registry.CANCEL_ORDER, null, params, extra)

    /**
     * Cancels an order (取消订单): before or after the user confirmed, and even after completion while the money is still to be
     * paid and no registered deduction number is in force. Then the money is forfeited.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194058>
     */
    @JvmOverloads
    fun cancelOrder(
        order: OrderRef,
        params: CancelOrder,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<OrderCancelled> = perform(Registry.CANCEL_ORDER, order, params, extra)

    /**
     * Completes an order (完结订单): the service has ended, this is the bill. In this mode completing does **not** charge the
     * user: register a deduction and withhold at the clearing house. After a lost answer, query.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
     */
    @JvmOverloads
    fun completeOrder(
        params: CompleteOrder,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<OrderCompleted> = perform(Registry.COMPLETE_ORDER, null, params, extra)

    /**
     * Completes an order (完结订单): the service has ended, this is the bill. In this mode completing does **not** charge the
     * user: register a deduction and withhold at the clearing house. After a lost answer, query.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
     */
    @JvmOverloads
    fun completeOrder(
        order: OrderRef,
        params: CompleteOrder,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<OrderCompleted> = perform(Registry.COMPLETE_ORDER, order, params, extra)

    /**
     * Registers a deduction number (登记扣款信息) for one entrusted withholding at the clearing house within 24 hours. Store the
     * number before calling. It moves no money. After a lost answer, ask with `query_deduction`; never register a second number
     * meanwhile.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194100>
     */
    @JvmOverloads
    fun registerDeductInfo(
        params: RegisterDeductInfo,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<DeductionRegistered> = perform(Registry.REGISTER_DEDUCT_INFO, null, params, extra)

    /**
     * Registers a deduction number (登记扣款信息) for one entrusted withholding at the clearing house within 24 hours. Store the
     * number before calling. It moves no money. After a lost answer, ask with `query_deduction`; never register a second number
     * meanwhile.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194100>
     */
    @JvmOverloads
    fun registerDeductInfo(
        order: OrderRef,
        params: RegisterDeductInfo,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<DeductionRegistered> = perform(Registry.REGISTER_DEDUCT_INFO, order, params, extra)

    /**
     * Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query the
     * order for that.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
     */
    @JvmOverloads
    fun queryDeduction(
        params: QueryDeduction,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<DeductionInfo> = perform(Registry.QUERY_DEDUCTION, null, params, extra)

    /**
     * Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query the
     * order for that.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
     */
    @JvmOverloads
    fun queryDeduction(
        order: OrderRef,
        params: QueryDeduction,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<DeductionInfo> = perform(Registry.QUERY_DEDUCTION, order, params, extra)

    /**
     * Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query the
     * order for that.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
     */
    @JvmOverloads
    fun queryDeduction(
        order: OrderRef,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<DeductionInfo> = perform(Registry.QUERY_DEDUCTION, order, null, extra)

    internal abstract fun <R : Model> perform(
        operation: Operation<R>,
        order: OrderRef?,
        params: Model?,
        extra: Map<String, Any?>?,
    ): CompletableFuture<R>
}
