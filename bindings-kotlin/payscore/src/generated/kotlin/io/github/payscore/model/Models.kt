// Generated from core's declarations by `cargo xtask types`. Do not edit.
package io.github.payscore.model


/** Goods that a coupon was for. */
class GoodsDetail internal constructor(members: Members) : Model(members) {
    constructor(
        goodsId: String,
        quantity: Long? = null,
        unitPrice: Long? = null,
        discountAmount: Long? = null,
        goodsRemark: String? = null,
    ) : this(
        membersOf(
            "goods_id" to goodsId,
            "quantity" to quantity,
            "unit_price" to unitPrice,
            "discount_amount" to discountAmount,
            "goods_remark" to goodsRemark,
        ),
    )

    /** The goods' number. */
    val goodsId: String
        get() = members.needed("goods_id") { it as String }

    /** How many. */
    val quantity: Long?
        get() = members.given("quantity") { it as Long }

    /** Price of one, in fen. */
    val unitPrice: Long?
        get() = members.given("unit_price") { it as Long }

    /** Discount, in fen. */
    val discountAmount: Long?
        get() = members.given("discount_amount") { it as Long }

    /** Remark. */
    val goodsRemark: String?
        get() = members.given("goods_remark") { it as String }

    /** The same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a [GoodsDetail], member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The goods' number. */
        fun goodsId(goodsId: String?): Builder = apply { members["goods_id"] = goodsId }

        /** How many. */
        fun quantity(quantity: Long?): Builder = apply { members["quantity"] = quantity }

        /** Price of one, in fen. */
        fun unitPrice(unitPrice: Long?): Builder = apply { members["unit_price"] = unitPrice }

        /** Discount, in fen. */
        fun discountAmount(discountAmount: Long?): Builder = apply { members["discount_amount"] = discountAmount }

        /** Remark. */
        fun goodsRemark(goodsRemark: String?): Builder = apply { members["goods_remark"] = goodsRemark }

        /** What is missing is named when it is used, everything at once. */
        fun build(): GoodsDetail = GoodsDetail(membersOf(members))
    }

    companion object {
        /** For Java: everything by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: with what is needed; the rest by its name. */
        @JvmStatic
        fun builder(
            goodsId: String?,
        ): Builder = Builder(null).goodsId(goodsId)
    }
}

/** A coupon that took part in a payment. */
class PromotionDetail internal constructor(members: Members) : Model(members) {
    constructor(
        couponId: String,
        amount: Long? = null,
        name: String? = null,
        scope: String? = null,
        type: String? = null,
        stockId: String? = null,
        wechatpayContribute: Long? = null,
        merchantContribute: Long? = null,
        otherContribute: Long? = null,
        currency: String? = null,
        goodsDetail: List<GoodsDetail>? = null,
    ) : this(
        membersOf(
            "coupon_id" to couponId,
            "amount" to amount,
            "name" to name,
            "scope" to scope,
            "type" to type,
            "stock_id" to stockId,
            "wechatpay_contribute" to wechatpayContribute,
            "merchant_contribute" to merchantContribute,
            "other_contribute" to otherContribute,
            "currency" to currency,
            "goods_detail" to goodsDetail,
        ),
    )

    /** The coupon's number. */
    val couponId: String
        get() = members.needed("coupon_id") { it as String }

    /** Its face value in fen. */
    val amount: Long?
        get() = members.given("amount") { it as Long }

    /** Its name. */
    val name: String?
        get() = members.given("name") { it as String }

    /** `GLOBAL` (全场代金券) or `SINGLE` (单品优惠). */
    val scope: String?
        get() = members.given("scope") { it as String }

    /** `CASH` (充值) or `NOCASH` (免充值). */
    val type: String?
        get() = members.given("type") { it as String }

    /** The batch. */
    val stockId: String?
        get() = members.given("stock_id") { it as String }

    /** WeChat Pay's share in fen. */
    val wechatpayContribute: Long?
        get() = members.given("wechatpay_contribute") { it as Long }

    /** The merchant's share in fen. */
    val merchantContribute: Long?
        get() = members.given("merchant_contribute") { it as Long }

    /** Others' share in fen. */
    val otherContribute: Long?
        get() = members.given("other_contribute") { it as Long }

    /** `CNY`. */
    val currency: String?
        get() = members.given("currency") { it as String }

    /** The goods it was for. */
    val goodsDetail: List<GoodsDetail>?
        get() = members.given("goods_detail") { Members.items(it) { GoodsDetail(Members.within(it)) } }

    /** The same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a [PromotionDetail], member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The coupon's number. */
        fun couponId(couponId: String?): Builder = apply { members["coupon_id"] = couponId }

        /** Its face value in fen. */
        fun amount(amount: Long?): Builder = apply { members["amount"] = amount }

        /** Its name. */
        fun name(name: String?): Builder = apply { members["name"] = name }

        /** `GLOBAL` (全场代金券) or `SINGLE` (单品优惠). */
        fun scope(scope: String?): Builder = apply { members["scope"] = scope }

        /** `CASH` (充值) or `NOCASH` (免充值). */
        fun type(type: String?): Builder = apply { members["type"] = type }

        /** The batch. */
        fun stockId(stockId: String?): Builder = apply { members["stock_id"] = stockId }

        /** WeChat Pay's share in fen. */
        fun wechatpayContribute(wechatpayContribute: Long?): Builder = apply { members["wechatpay_contribute"] = wechatpayContribute }

        /** The merchant's share in fen. */
        fun merchantContribute(merchantContribute: Long?): Builder = apply { members["merchant_contribute"] = merchantContribute }

        /** Others' share in fen. */
        fun otherContribute(otherContribute: Long?): Builder = apply { members["other_contribute"] = otherContribute }

        /** `CNY`. */
        fun currency(currency: String?): Builder = apply { members["currency"] = currency }

        /** The goods it was for. */
        fun goodsDetail(goodsDetail: List<GoodsDetail>?): Builder = apply { members["goods_detail"] = goodsDetail }

        /** What is missing is named when it is used, everything at once. */
        fun build(): PromotionDetail = PromotionDetail(membersOf(members))
    }

    companion object {
        /** For Java: everything by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: with what is needed; the rest by its name. */
        @JvmStatic
        fun builder(
            couponId: String?,
        ): Builder = Builder(null).couponId(couponId)
    }
}

/** One collection of money. */
class CollectionDetail internal constructor(members: Members) : Model(members) {
    constructor(
        seq: Long? = null,
        amount: Long? = null,
        paidType: PaidType? = null,
        paidTime: String? = null,
        transactionId: String? = null,
        promotionDetail: List<PromotionDetail>? = null,
    ) : this(
        membersOf(
            "seq" to seq,
            "amount" to amount,
            "paid_type" to paidType,
            "paid_time" to paidTime,
            "transaction_id" to transactionId,
            "promotion_detail" to promotionDetail,
        ),
    )

    /** From 1 upward. */
    val seq: Long?
        get() = members.given("seq") { it as Long }

    /** In fen. */
    val amount: Long?
        get() = members.given("amount") { it as Long }

    /** Through which channel. */
    val paidType: PaidType?
        get() = members.given("paid_type") { PaidType.of(it as String) }

    /** When, `yyyyMMddHHmmss` in Beijing time. */
    val paidTime: String?
        get() = members.given("paid_time") { it as String }

    /** WeChat Pay's transaction number, once paid through WeChat Pay Score. */
    val transactionId: String?
        get() = members.given("transaction_id") { it as String }

    /** Coupons that took part. */
    val promotionDetail: List<PromotionDetail>?
        get() = members.given("promotion_detail") { Members.items(it) { PromotionDetail(Members.within(it)) } }

    /** The same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a [CollectionDetail], member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** From 1 upward. */
        fun seq(seq: Long?): Builder = apply { members["seq"] = seq }

        /** In fen. */
        fun amount(amount: Long?): Builder = apply { members["amount"] = amount }

        /** Through which channel. */
        fun paidType(paidType: PaidType?): Builder = apply { members["paid_type"] = paidType }

        /** When, `yyyyMMddHHmmss` in Beijing time. */
        fun paidTime(paidTime: String?): Builder = apply { members["paid_time"] = paidTime }

        /** WeChat Pay's transaction number, once paid through WeChat Pay Score. */
        fun transactionId(transactionId: String?): Builder = apply { members["transaction_id"] = transactionId }

        /** Coupons that took part. */
        fun promotionDetail(promotionDetail: List<PromotionDetail>?): Builder = apply { members["promotion_detail"] = promotionDetail }

        /** What is missing is named when it is used, everything at once. */
        fun build(): CollectionDetail = CollectionDetail(membersOf(members))
    }

    companion object {
        /** For Java: everything by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)
    }
}

/**
 * The collection of the money (收款信息).
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
 */
class Collection internal constructor(members: Members) : Model(members) {
    constructor(
        state: CollectionState,
        totalAmount: Long? = null,
        payingAmount: Long? = null,
        paidAmount: Long? = null,
        details: List<CollectionDetail>? = null,
    ) : this(
        membersOf(
            "state" to state,
            "total_amount" to totalAmount,
            "paying_amount" to payingAmount,
            "paid_amount" to paidAmount,
            "details" to details,
        ),
    )

    /** How it stands. */
    val state: CollectionState
        get() = members.needed("state") { CollectionState.of(it as String) }

    /** Σ payments − Σ discounts, in fen. */
    val totalAmount: Long?
        get() = members.given("total_amount") { it as Long }

    /** Still to be paid, in fen. */
    val payingAmount: Long?
        get() = members.given("paying_amount") { it as Long }

    /** Already paid, in fen. */
    val paidAmount: Long?
        get() = members.given("paid_amount") { it as Long }

    /** The single collections. */
    val details: List<CollectionDetail>?
        get() = members.given("details") { Members.items(it) { CollectionDetail(Members.within(it)) } }

    /** The same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a [Collection], member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** How it stands. */
        fun state(state: CollectionState?): Builder = apply { members["state"] = state }

        /** Σ payments − Σ discounts, in fen. */
        fun totalAmount(totalAmount: Long?): Builder = apply { members["total_amount"] = totalAmount }

        /** Still to be paid, in fen. */
        fun payingAmount(payingAmount: Long?): Builder = apply { members["paying_amount"] = payingAmount }

        /** Already paid, in fen. */
        fun paidAmount(paidAmount: Long?): Builder = apply { members["paid_amount"] = paidAmount }

        /** The single collections. */
        fun details(details: List<CollectionDetail>?): Builder = apply { members["details"] = details }

        /** What is missing is named when it is used, everything at once. */
        fun build(): Collection = Collection(membersOf(members))
    }

    companion object {
        /** For Java: everything by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: with what is needed; the rest by its name. */
        @JvmStatic
        fun builder(
            state: CollectionState?,
        ): Builder = Builder(null).state(state)
    }
}

/**
 * One item of the bill (后付费项目). Items given at completion replace those given at creation.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
 */
class Payment internal constructor(members: Members) : Model(members) {
    constructor(
        name: String,
        amount: Long? = null,
        description: String? = null,
        count: Long? = null,
    ) : this(
        membersOf(
            "name" to name,
            "amount" to amount,
            "description" to description,
            "count" to count,
        ),
    )

    /** Name (付费名称), at most 20 characters, by the conventions of the industry. */
    val name: String
        get() = members.needed("name") { it as String }

    /** What this item costs as a whole (付费金额), in fen, 0 or more. `count` does not multiply it. */
    val amount: Long?
        get() = members.given("amount") { it as Long }

    /** How it is charged (付费说明), at most 30 characters, such as `每小时2元`. */
    val description: String?
        get() = members.given("description") { it as String }

    /** Quantity (付费数量), 1 to 100; 1 when absent. */
    val count: Long?
        get() = members.given("count") { it as Long }

    /** The same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a [Payment], member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** Name (付费名称), at most 20 characters, by the conventions of the industry. */
        fun name(name: String?): Builder = apply { members["name"] = name }

        /** What this item costs as a whole (付费金额), in fen, 0 or more. `count` does not multiply it. */
        fun amount(amount: Long?): Builder = apply { members["amount"] = amount }

        /** How it is charged (付费说明), at most 30 characters, such as `每小时2元`. */
        fun description(description: String?): Builder = apply { members["description"] = description }

        /** Quantity (付费数量), 1 to 100; 1 when absent. */
        fun count(count: Long?): Builder = apply { members["count"] = count }

        /** What is missing is named when it is used, everything at once. */
        fun build(): Payment = Payment(membersOf(members))
    }

    companion object {
        /** For Java: everything by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: with what is needed; the rest by its name. */
        @JvmStatic
        fun builder(
            name: String?,
        ): Builder = Builder(null).name(name)
    }
}

/**
 * A discount of the merchant's (商户优惠). Discounts given at completion replace those given at creation.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
 */
class ServiceOrderCoupon internal constructor(members: Members) : Model(members) {
    constructor(
        name: String,
        description: String? = null,
        amount: Long? = null,
        count: Long? = null,
    ) : this(
        membersOf(
            "name" to name,
            "description" to description,
            "amount" to amount,
            "count" to count,
        ),
    )

    /** Name (优惠名称), at most 20 characters, not twice in one order. */
    val name: String
        get() = members.needed("name") { it as String }

    /** Terms (优惠说明), at most 30 characters. */
    val description: String?
        get() = members.given("description") { it as String }

    /** The discount (优惠金额) in fen. Optional at creation, needed at completion. */
    val amount: Long?
        get() = members.given("amount") { it as Long }

    /** Quantity (优惠数量), 1 to 100; 1 when absent. */
    val count: Long?
        get() = members.given("count") { it as Long }

    /** The same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a [ServiceOrderCoupon], member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** Name (优惠名称), at most 20 characters, not twice in one order. */
        fun name(name: String?): Builder = apply { members["name"] = name }

        /** Terms (优惠说明), at most 30 characters. */
        fun description(description: String?): Builder = apply { members["description"] = description }

        /** The discount (优惠金额) in fen. Optional at creation, needed at completion. */
        fun amount(amount: Long?): Builder = apply { members["amount"] = amount }

        /** Quantity (优惠数量), 1 to 100; 1 when absent. */
        fun count(count: Long?): Builder = apply { members["count"] = count }

        /** What is missing is named when it is used, everything at once. */
        fun build(): ServiceOrderCoupon = ServiceOrderCoupon(membersOf(members))
    }

    companion object {
        /** For Java: everything by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: with what is needed; the rest by its name. */
        @JvmStatic
        fun builder(
            name: String?,
        ): Builder = Builder(null).name(name)
    }
}

/**
 * The risk fund of the service (服务风险金).
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
 */
class RiskFund internal constructor(members: Members) : Model(members) {
    constructor(
        name: RiskFundName,
        amount: Long,
        description: String? = null,
    ) : this(
        membersOf(
            "name" to name,
            "amount" to amount,
            "description" to description,
        ),
    )

    /** Which kind. In callbacks it may come as Chinese text. */
    val name: RiskFundName
        get() = members.needed("name") { RiskFundName.of(it as String) }

    /** In fen, more than 0, at most the ceiling of the service. */
    val amount: Long
        get() = members.needed("amount") { it as Long }

    /** Explanation, at most 30 characters. */
    val description: String?
        get() = members.given("description") { it as String }

    /** The same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a [RiskFund], member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** Which kind. In callbacks it may come as Chinese text. */
        fun name(name: RiskFundName?): Builder = apply { members["name"] = name }

        /** In fen, more than 0, at most the ceiling of the service. */
        fun amount(amount: Long?): Builder = apply { members["amount"] = amount }

        /** Explanation, at most 30 characters. */
        fun description(description: String?): Builder = apply { members["description"] = description }

        /** What is missing is named when it is used, everything at once. */
        fun build(): RiskFund = RiskFund(membersOf(members))
    }

    companion object {
        /** For Java: everything by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: with what is needed; the rest by its name. */
        @JvmStatic
        fun builder(
            name: RiskFundName?,
            amount: Long?,
        ): Builder = Builder(null).name(name).amount(amount)
    }
}

/**
 * When the service is used (服务时间段), in Beijing time.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
 */
class TimeRange internal constructor(members: Members) : Model(members) {
    constructor(
        startTime: ServiceTime? = null,
        startTimeRemark: String? = null,
        endTime: ServiceTime? = null,
        endTimeRemark: String? = null,
    ) : this(
        membersOf(
            "start_time" to startTime,
            "start_time_remark" to startTimeRemark,
            "end_time" to endTime,
            "end_time_remark" to endTimeRemark,
        ),
    )

    /** `yyyyMMddHHmmss`, `yyyyMMdd`, or `OnAccept`: the moment the user confirms. Needed at creation. */
    val startTime: ServiceTime?
        get() = members.given("start_time") { ServiceTime.text(it as String) }

    /** A remark to it, at most 20 characters. */
    val startTimeRemark: String?
        get() = members.given("start_time_remark") { it as String }

    /** `yyyyMMddHHmmss` or `yyyyMMdd`. Needed at completion when it was not given at creation. */
    val endTime: ServiceTime?
        get() = members.given("end_time") { ServiceTime.text(it as String) }

    /** A remark to it, at most 20 characters. */
    val endTimeRemark: String?
        get() = members.given("end_time_remark") { it as String }

    /** The same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a [TimeRange], member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** `yyyyMMddHHmmss`, `yyyyMMdd`, or `OnAccept`: the moment the user confirms. Needed at creation. */
        fun startTime(startTime: ServiceTime?): Builder = apply { members["start_time"] = startTime }

        /** A remark to it, at most 20 characters. */
        fun startTimeRemark(startTimeRemark: String?): Builder = apply { members["start_time_remark"] = startTimeRemark }

        /** `yyyyMMddHHmmss` or `yyyyMMdd`. Needed at completion when it was not given at creation. */
        fun endTime(endTime: ServiceTime?): Builder = apply { members["end_time"] = endTime }

        /** A remark to it, at most 20 characters. */
        fun endTimeRemark(endTimeRemark: String?): Builder = apply { members["end_time_remark"] = endTimeRemark }

        /** What is missing is named when it is used, everything at once. */
        fun build(): TimeRange = TimeRange(membersOf(members))
    }

    companion object {
        /** For Java: everything by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)
    }
}

/** Where the service is used (服务位置). */
class Location internal constructor(members: Members) : Model(members) {
    constructor(
        startLocation: String? = null,
        endLocation: String? = null,
    ) : this(
        membersOf(
            "start_location" to startLocation,
            "end_location" to endLocation,
        ),
    )

    /** Where it begins, at most 50 characters. */
    val startLocation: String?
        get() = members.given("start_location") { it as String }

    /** Where it ends, at most 50 characters. */
    val endLocation: String?
        get() = members.given("end_location") { it as String }

    /** The same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a [Location], member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** Where it begins, at most 50 characters. */
        fun startLocation(startLocation: String?): Builder = apply { members["start_location"] = startLocation }

        /** Where it ends, at most 50 characters. */
        fun endLocation(endLocation: String?): Builder = apply { members["end_location"] = endLocation }

        /** What is missing is named when it is used, everything at once. */
        fun build(): Location = Location(membersOf(members))
    }

    companion object {
        /** For Java: everything by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)
    }
}

/** The identity of an order: store it, and give it to every later call instead of its single members. */
class OrderRef internal constructor(members: Members) : Model(members) {
    constructor(
        outOrderNo: String,
        serviceId: String? = null,
        appid: String? = null,
        subMchid: String? = null,
        subAppid: String? = null,
        channelId: String? = null,
    ) : this(
        membersOf(
            "out_order_no" to outOrderNo,
            "service_id" to serviceId,
            "appid" to appid,
            "sub_mchid" to subMchid,
            "sub_appid" to subAppid,
            "channel_id" to channelId,
        ),
    )

    /** The merchant's number of the order. */
    val outOrderNo: String
        get() = members.needed("out_order_no") { it as String }

    /** The service. */
    val serviceId: String?
        get() = members.given("service_id") { it as String }

    /** The institution's AppID. */
    val appid: String?
        get() = members.given("appid") { it as String }

    /** The sub-merchant's number. */
    val subMchid: String?
        get() = members.given("sub_mchid") { it as String }

    /** The sub-merchant's AppID. */
    val subAppid: String?
        get() = members.given("sub_appid") { it as String }

    /** The channel partner's number. */
    val channelId: String?
        get() = members.given("channel_id") { it as String }

    /** The same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a [OrderRef], member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The merchant's number of the order. */
        fun outOrderNo(outOrderNo: String?): Builder = apply { members["out_order_no"] = outOrderNo }

        /** The service. */
        fun serviceId(serviceId: String?): Builder = apply { members["service_id"] = serviceId }

        /** The institution's AppID. */
        fun appid(appid: String?): Builder = apply { members["appid"] = appid }

        /** The sub-merchant's number. */
        fun subMchid(subMchid: String?): Builder = apply { members["sub_mchid"] = subMchid }

        /** The sub-merchant's AppID. */
        fun subAppid(subAppid: String?): Builder = apply { members["sub_appid"] = subAppid }

        /** The channel partner's number. */
        fun channelId(channelId: String?): Builder = apply { members["channel_id"] = channelId }

        /** What is missing is named when it is used, everything at once. */
        fun build(): OrderRef = OrderRef(membersOf(members))
    }

    companion object {
        /** For Java: everything by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: with what is needed; the rest by its name. */
        @JvmStatic
        fun builder(
            outOrderNo: String?,
        ): Builder = Builder(null).outOrderNo(outOrderNo)
    }
}

/**
 * A service order (支付分服务订单). Verified before it can be seen.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
 */
class Order internal constructor(members: Members) : Model(members) {
    /** The merchant's number of the order. */
    val outOrderNo: String
        get() = members.needed("out_order_no") { it as String }

    /** The service. */
    val serviceId: String
        get() = members.needed("service_id") { it as String }

    /** The institution's merchant number. */
    val mchid: String
        get() = members.needed("mchid") { it as String }

    /** The state; look at `phase` first. */
    val state: OrderState
        get() = members.needed("state") { OrderState.of(it as String) }

    /** More about the state, only while `DOING`. */
    val stateDescription: StateDescription?
        get() = members.given("state_description") { StateDescription.of(it as String) }

    /** The institution's AppID. */
    val appid: String?
        get() = members.given("appid") { it as String }

    /** The sub-merchant's number. */
    val subMchid: String?
        get() = members.given("sub_mchid") { it as String }

    /** The sub-merchant's AppID. */
    val subAppid: String?
        get() = members.given("sub_appid") { it as String }

    /** The channel partner's number. */
    val channelId: String?
        get() = members.given("channel_id") { it as String }

    /** WeChat Pay's number of the order. */
    val orderId: String?
        get() = members.given("order_id") { it as String }

    /** What the user sees as the service. */
    val serviceIntroduction: String?
        get() = members.given("service_introduction") { it as String }

    /** What is to be paid, in fen; after completion. */
    val totalAmount: Long?
        get() = members.given("total_amount") { it as Long }

    /** Whether there is something to collect. */
    val needCollection: Boolean?
        get() = members.given("need_collection") { it as Boolean }

    /** The collection of the money. */
    val collection: Collection?
        get() = members.given("collection") { Collection(Members.within(it)) }

    /** The items of the bill. */
    val postPayments: List<Payment>?
        get() = members.given("post_payments") { Members.items(it) { Payment(Members.within(it)) } }

    /** The discounts. */
    val postDiscounts: List<ServiceOrderCoupon>?
        get() = members.given("post_discounts") { Members.items(it) { ServiceOrderCoupon(Members.within(it)) } }

    /** The risk fund. */
    val riskFund: RiskFund?
        get() = members.given("risk_fund") { RiskFund(Members.within(it)) }

    /** When the service is used. */
    val timeRange: TimeRange?
        get() = members.given("time_range") { TimeRange(Members.within(it)) }

    /** Where the service is used. */
    val location: Location?
        get() = members.given("location") { Location(Members.within(it)) }

    /** The user under the institution's AppID. */
    val openid: String?
        get() = members.given("openid") { it as String }

    /** The user under the sub-merchant's AppID. */
    val subOpenid: String?
        get() = members.given("sub_openid") { it as String }

    /** The merchant's own data, as given at creation. */
    val attach: String?
        get() = members.given("attach") { it as String }

    /** Where callbacks go. */
    val notifyUrl: String?
        get() = members.given("notify_url") { it as String }

    /**
     * For the jump that lets the user confirm; only in the answer to `create_order`, valid for one hour. Create
     * again with identical parameters to get a fresh one.
     */
    val packageVal: String?
        get() = members.given("package") { it as String }

    /** Where the order stands. */
    val phase: Phase
        get() = members.needed("phase") { Phase.of(it as String) }

    /** The identity of this order: store it, and give it to every later call. */
    val orderRef: OrderRef
        get() = members.needed("order_ref") { OrderRef(Members.within(it)) }

    /** The verified text as received. */
    val raw: String
        get() = members.needed("raw") { it as String }

    /** `Request-ID` of the answer or callback. */
    val requestId: String?
        get() = members.given("request_id") { it as String }
}

/** The order is cancelled. */
class OrderCancelled internal constructor(members: Members) : Model(members) {
    /** The verified text as received; usually empty. */
    val raw: String
        get() = members.needed("raw") { it as String }

    /** `Request-ID` of the answer. */
    val requestId: String?
        get() = members.given("request_id") { it as String }
}

/** The order is completed. Nothing was charged yet. */
class OrderCompleted internal constructor(members: Members) : Model(members) {
    /** The verified text as received; usually empty. */
    val raw: String
        get() = members.needed("raw") { it as String }

    /** `Request-ID` of the answer. */
    val requestId: String?
        get() = members.given("request_id") { it as String }
}

/** The number is registered, for 24 hours and one withholding. */
class DeductionRegistered internal constructor(members: Members) : Model(members) {
    /** What is sold, for the clearing house's call (商品描述). */
    val description: String?
        get() = members.given("description") { it as String }

    /** The verified text as received. */
    val raw: String
        get() = members.needed("raw") { it as String }

    /** `Request-ID` of the answer. */
    val requestId: String?
        get() = members.given("request_id") { it as String }
}

/** The registered deduction number, the latest when there were several. */
class DeductionInfo internal constructor(members: Members) : Model(members) {
    /** The deduction number. */
    val outTradeNo: String
        get() = members.needed("out_trade_no") { it as String }

    /** What is sold. */
    val description: String?
        get() = members.given("description") { it as String }

    /** The verified text as received. */
    val raw: String
        get() = members.needed("raw") { it as String }

    /** `Request-ID` of the answer. */
    val requestId: String?
        get() = members.given("request_id") { it as String }
}

/** How to answer a callback. Send it once the event is stored durably, within 5 seconds. */
class Ack internal constructor(members: Members) : Model(members) {
    constructor(
        status: Long,
        headers: Map<String, String>,
        body: String,
    ) : this(
        membersOf(
            "status" to status,
            "headers" to headers,
            "body" to body,
        ),
    )

    /** The HTTP status: 200 or 204 says that it need not come again. */
    val status: Long
        get() = members.needed("status") { it as Long }

    /** The headers to send. */
    val headers: Map<String, String>
        get() = members.needed("headers") { Members.entries(it) { it as String } }

    /** The body; empty with 204. */
    val body: String
        get() = members.needed("body") { it as String }

    /** The same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a [Ack], member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The HTTP status: 200 or 204 says that it need not come again. */
        fun status(status: Long?): Builder = apply { members["status"] = status }

        /** The headers to send. */
        fun headers(headers: Map<String, String>?): Builder = apply { members["headers"] = headers }

        /** The body; empty with 204. */
        fun body(body: String?): Builder = apply { members["body"] = body }

        /** What is missing is named when it is used, everything at once. */
        fun build(): Ack = Ack(membersOf(members))
    }

    companion object {
        /** For Java: everything by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: with what is needed; the rest by its name. */
        @JvmStatic
        fun builder(
            status: Long?,
            headers: Map<String, String>?,
            body: String?,
        ): Builder = Builder(null).status(status).headers(headers).body(body)
    }
}

/**
 * The user confirmed the order in WeChat (确认订单回调): the service may be rendered.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090709>
 */
class UserConfirmed internal constructor(members: Members) : Model(members), Event {
    /** Unique per notification. */
    override val id: String
        get() = members.needed("id") { it as String }

    /** What happened, in WeChat Pay's word. */
    override val eventType: String
        get() = members.needed("event_type") { it as String }

    /** The order. */
    val order: Order
        get() = members.needed("order") { Order(Members.within(it)) }

    /**
     * The key under which to remember that this event was dealt with: insert it in the same database
     * transaction as the change.
     */
    override val deduplicationKey: String
        get() = members.needed("deduplication_key") { it as String }

    /** The opened text as received. */
    override val raw: String
        get() = members.needed("raw") { it as String }

    /** How to answer once the event is stored durably. Absent where there is no ready answer. */
    override val ack: Ack?
        get() = members.given("ack") { Ack(Members.within(it)) }

    /** When the notification was made, RFC 3339. */
    override val createTime: String?
        get() = members.given("create_time") { it as String }

    /** A text for people. */
    override val summary: String?
        get() = members.given("summary") { it as String }

    /** `Request-ID` of the callback. */
    override val requestId: String?
        get() = members.given("request_id") { it as String }
}

/**
 * The order was paid (支付成功回调). Documented for payments that the user started; always query after a withholding.
 *
 * Source: <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-order/paysuccess-callback.html>
 */
class UserPaid internal constructor(members: Members) : Model(members), Event {
    /** Unique per notification. */
    override val id: String
        get() = members.needed("id") { it as String }

    /** What happened, in WeChat Pay's word. */
    override val eventType: String
        get() = members.needed("event_type") { it as String }

    /** The order. */
    val order: Order
        get() = members.needed("order") { Order(Members.within(it)) }

    /** The number under which it was paid; empty when WeChat Pay did not say. */
    val outTradeNo: String
        get() = members.needed("out_trade_no") { it as String }

    /**
     * The key under which to remember that this event was dealt with: insert it in the same database
     * transaction as the change.
     */
    override val deduplicationKey: String
        get() = members.needed("deduplication_key") { it as String }

    /** The opened text as received. */
    override val raw: String
        get() = members.needed("raw") { it as String }

    /** How to answer once the event is stored durably. Absent where there is no ready answer. */
    override val ack: Ack?
        get() = members.given("ack") { Ack(Members.within(it)) }

    /** When the notification was made, RFC 3339. */
    override val createTime: String?
        get() = members.given("create_time") { it as String }

    /** A text for people. */
    override val summary: String?
        get() = members.given("summary") { it as String }

    /** `Request-ID` of the callback. */
    override val requestId: String?
        get() = members.given("request_id") { it as String }
}

/** An event that this version does not know; everything is in `raw`. It has no ready acknowledgement. */
class Unknown internal constructor(members: Members) : Model(members), Event {
    /** Unique per notification. */
    override val id: String
        get() = members.needed("id") { it as String }

    /** What happened, in WeChat Pay's word. */
    override val eventType: String
        get() = members.needed("event_type") { it as String }

    /**
     * The key under which to remember that this event was dealt with: insert it in the same database
     * transaction as the change.
     */
    override val deduplicationKey: String
        get() = members.needed("deduplication_key") { it as String }

    /** The opened text as received. */
    override val raw: String
        get() = members.needed("raw") { it as String }

    /** How to answer once the event is stored durably. Absent where there is no ready answer. */
    override val ack: Ack?
        get() = members.given("ack") { Ack(Members.within(it)) }

    /** When the notification was made, RFC 3339. */
    override val createTime: String?
        get() = members.given("create_time") { it as String }

    /** A text for people. */
    override val summary: String?
        get() = members.given("summary") { it as String }

    /** `Request-ID` of the callback. */
    override val requestId: String?
        get() = members.given("request_id") { it as String }
}

/**
 * The parameters of a jump, one object per kind of client. What comes back to the client proves nothing: query the order.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090600>
 */
class Launch internal constructor(members: Members) : Model(members) {
    constructor(
        miniProgram: Any,
        navigateToMiniProgram: Any,
        jsapi: Any,
        app: Any,
    ) : this(
        membersOf(
            "mini_program" to miniProgram,
            "navigate_to_mini_program" to navigateToMiniProgram,
            "jsapi" to jsapi,
            "app" to app,
        ),
    )

    /** For `wx.openBusinessView` in a mini program (base library 2.6.0 or later). */
    val miniProgram: Any
        get() = members.needed("mini_program") { it }

    /** For `wx.navigateToMiniProgram` in a mini program. */
    val navigateToMiniProgram: Any
        get() = members.needed("navigate_to_mini_program") { it }

    /** For `wx.invoke("openBusinessView", …)` in a page inside WeChat (JSAPI). */
    val jsapi: Any
        get() = members.needed("jsapi") { it }

    /** For the OpenSDK's `WXOpenBusinessView` in an app. */
    val app: Any
        get() = members.needed("app") { it }

    /** The same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a [Launch], member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** For `wx.openBusinessView` in a mini program (base library 2.6.0 or later). */
        fun miniProgram(miniProgram: Any?): Builder = apply { members["mini_program"] = miniProgram }

        /** For `wx.navigateToMiniProgram` in a mini program. */
        fun navigateToMiniProgram(navigateToMiniProgram: Any?): Builder = apply { members["navigate_to_mini_program"] = navigateToMiniProgram }

        /** For `wx.invoke("openBusinessView", …)` in a page inside WeChat (JSAPI). */
        fun jsapi(jsapi: Any?): Builder = apply { members["jsapi"] = jsapi }

        /** For the OpenSDK's `WXOpenBusinessView` in an app. */
        fun app(app: Any?): Builder = apply { members["app"] = app }

        /** What is missing is named when it is used, everything at once. */
        fun build(): Launch = Launch(membersOf(members))
    }

    companion object {
        /** For Java: everything by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: with what is needed; the rest by its name. */
        @JvmStatic
        fun builder(
            miniProgram: Any?,
            navigateToMiniProgram: Any?,
            jsapi: Any?,
            app: Any?,
        ): Builder = Builder(null).miniProgram(miniProgram).navigateToMiniProgram(navigateToMiniProgram).jsapi(jsapi).app(app)
    }
}

/** What the merchant knows of a deduction number. Store it before the number is registered. */
class Deduction internal constructor(members: Members) : Model(members) {
    constructor(
        outTradeNo: String,
        standing: DeductionStanding,
        registeredAt: Long? = null,
    ) : this(
        membersOf(
            "out_trade_no" to outTradeNo,
            "standing" to standing,
            "registered_at" to registeredAt,
        ),
    )

    /** The number. */
    val outTradeNo: String
        get() = members.needed("out_trade_no") { it as String }

    /** How its withholding stands. */
    val standing: DeductionStanding
        get() = members.needed("standing") { DeductionStanding.of(it as String) }

    /** When it was registered, in Unix seconds; absent while that is not known. */
    val registeredAt: Long?
        get() = members.given("registered_at") { it as Long }

    /** The same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a [Deduction], member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The number. */
        fun outTradeNo(outTradeNo: String?): Builder = apply { members["out_trade_no"] = outTradeNo }

        /** How its withholding stands. */
        fun standing(standing: DeductionStanding?): Builder = apply { members["standing"] = standing }

        /** When it was registered, in Unix seconds; absent while that is not known. */
        fun registeredAt(registeredAt: Long?): Builder = apply { members["registered_at"] = registeredAt }

        /** What is missing is named when it is used, everything at once. */
        fun build(): Deduction = Deduction(membersOf(members))
    }

    companion object {
        /** For Java: everything by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: with what is needed; the rest by its name. */
        @JvmStatic
        fun builder(
            outTradeNo: String?,
            standing: DeductionStanding?,
        ): Builder = Builder(null).outTradeNo(outTradeNo).standing(standing)
    }
}

/**
 * What the merchant remembers of an order beside its deduction: WeChat Pay does not tell it. Everything in Unix seconds; what is
 * not given is not counted with.
 */
class Progress internal constructor(members: Members) : Model(members) {
    constructor(
        createdAt: Long? = null,
        packageAt: Long? = null,
        queriedAt: Long? = null,
        queries: Long? = null,
    ) : this(
        membersOf(
            "created_at" to createdAt,
            "package_at" to packageAt,
            "queried_at" to queriedAt,
            "queries" to queries,
        ),
    )

    /** When the order was created. */
    val createdAt: Long?
        get() = members.given("created_at") { it as Long }

    /** When its `package` was last given out. */
    val packageAt: Long?
        get() = members.given("package_at") { it as Long }

    /** When it was last asked for. */
    val queriedAt: Long?
        get() = members.given("queried_at") { it as Long }

    /** How often it was asked for since it last changed. */
    val queries: Long?
        get() = members.given("queries") { it as Long }

    /** The same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a [Progress], member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** When the order was created. */
        fun createdAt(createdAt: Long?): Builder = apply { members["created_at"] = createdAt }

        /** When its `package` was last given out. */
        fun packageAt(packageAt: Long?): Builder = apply { members["package_at"] = packageAt }

        /** When it was last asked for. */
        fun queriedAt(queriedAt: Long?): Builder = apply { members["queried_at"] = queriedAt }

        /** How often it was asked for since it last changed. */
        fun queries(queries: Long?): Builder = apply { members["queries"] = queries }

        /** What is missing is named when it is used, everything at once. */
        fun build(): Progress = Progress(membersOf(members))
    }

    companion object {
        /** For Java: everything by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)
    }
}

/** Whether an operation is allowed now. */
class Permission internal constructor(members: Members) : Model(members) {
    constructor(
        allowed: Boolean,
        why: String,
        forfeits: String? = null,
    ) : this(
        membersOf(
            "allowed" to allowed,
            "why" to why,
            "forfeits" to forfeits,
        ),
    )

    /** Whether it is. */
    val allowed: Boolean
        get() = members.needed("allowed") { it as Boolean }

    /** Why, or why not. */
    val why: String
        get() = members.needed("why") { it as String }

    /** What is given up by it. */
    val forfeits: String?
        get() = members.given("forfeits") { it as String }

    /** The same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a [Permission], member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** Whether it is. */
        fun allowed(allowed: Boolean?): Builder = apply { members["allowed"] = allowed }

        /** Why, or why not. */
        fun why(why: String?): Builder = apply { members["why"] = why }

        /** What is given up by it. */
        fun forfeits(forfeits: String?): Builder = apply { members["forfeits"] = forfeits }

        /** What is missing is named when it is used, everything at once. */
        fun build(): Permission = Permission(membersOf(members))
    }

    companion object {
        /** For Java: everything by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: with what is needed; the rest by its name. */
        @JvmStatic
        fun builder(
            allowed: Boolean?,
            why: String?,
        ): Builder = Builder(null).allowed(allowed).why(why)
    }
}

/** The next step of an order. */
class NextStep internal constructor(members: Members) : Model(members) {
    constructor(
        action: NextAction,
        why: String,
        notBefore: Long? = null,
        deadline: Long? = null,
    ) : this(
        membersOf(
            "action" to action,
            "why" to why,
            "not_before" to notBefore,
            "deadline" to deadline,
        ),
    )

    /** What to do. */
    val action: NextAction
        get() = members.needed("action") { NextAction.of(it as String) }

    /** Why. */
    val why: String
        get() = members.needed("why") { it as String }

    /** Not before this moment, in Unix seconds: the pauses between queries grow from 5 seconds to 10 minutes. */
    val notBefore: Long?
        get() = members.given("not_before") { it as Long }

    /**
     * Not after this moment, in Unix seconds: a package serves for an hour, a deduction number for 24 hours, an order waits 30
     * days for its user.
     */
    val deadline: Long?
        get() = members.given("deadline") { it as Long }

    /** The same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a [NextStep], member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** What to do. */
        fun action(action: NextAction?): Builder = apply { members["action"] = action }

        /** Why. */
        fun why(why: String?): Builder = apply { members["why"] = why }

        /** Not before this moment, in Unix seconds: the pauses between queries grow from 5 seconds to 10 minutes. */
        fun notBefore(notBefore: Long?): Builder = apply { members["not_before"] = notBefore }

        /**
         * Not after this moment, in Unix seconds: a package serves for an hour, a deduction number for 24 hours, an order waits 30
         * days for its user.
         */
        fun deadline(deadline: Long?): Builder = apply { members["deadline"] = deadline }

        /** What is missing is named when it is used, everything at once. */
        fun build(): NextStep = NextStep(membersOf(members))
    }

    companion object {
        /** For Java: everything by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: with what is needed; the rest by its name. */
        @JvmStatic
        fun builder(
            action: NextAction?,
            why: String?,
        ): Builder = Builder(null).action(action).why(why)
    }
}

/** Where an order stands, what is allowed, and what to do next. */
class Lifecycle internal constructor(members: Members) : Model(members) {
    constructor(
        phase: Phase,
        operations: Map<String, Permission>,
        next: NextStep,
    ) : this(
        membersOf(
            "phase" to phase,
            "operations" to operations,
            "next" to next,
        ),
    )

    /** Where it stands. */
    val phase: Phase
        get() = members.needed("phase") { Phase.of(it as String) }

    /** For each operation by name, whether it is allowed. */
    val operations: Map<String, Permission>
        get() = members.needed("operations") { Members.entries(it) { Permission(Members.within(it)) } }

    /** What to do next. */
    val next: NextStep
        get() = members.needed("next") { NextStep(Members.within(it)) }

    /** The same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a [Lifecycle], member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** Where it stands. */
        fun phase(phase: Phase?): Builder = apply { members["phase"] = phase }

        /** For each operation by name, whether it is allowed. */
        fun operations(operations: Map<String, Permission>?): Builder = apply { members["operations"] = operations }

        /** What to do next. */
        fun next(next: NextStep?): Builder = apply { members["next"] = next }

        /** What is missing is named when it is used, everything at once. */
        fun build(): Lifecycle = Lifecycle(membersOf(members))
    }

    companion object {
        /** For Java: everything by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: with what is needed; the rest by its name. */
        @JvmStatic
        fun builder(
            phase: Phase?,
            operations: Map<String, Permission>?,
            next: NextStep?,
        ): Builder = Builder(null).phase(phase).operations(operations).next(next)
    }
}

/** What became of a call whose answer was lost. */
class Settlement internal constructor(members: Members) : Model(members) {
    constructor(
        verdict: Verdict,
        retry: Retry,
        why: String,
    ) : this(
        membersOf(
            "verdict" to verdict,
            "retry" to retry,
            "why" to why,
        ),
    )

    /** Whether it took effect. */
    val verdict: Verdict
        get() = members.needed("verdict") { Verdict.of(it as String) }

    /** What to do: `never` (nothing to repeat), `same_request`, `query_first` or `after_delay`. */
    val retry: Retry
        get() = members.needed("retry") { Retry.of(it as String) }

    /** Why. */
    val why: String
        get() = members.needed("why") { it as String }

    /** The same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a [Settlement], member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** Whether it took effect. */
        fun verdict(verdict: Verdict?): Builder = apply { members["verdict"] = verdict }

        /** What to do: `never` (nothing to repeat), `same_request`, `query_first` or `after_delay`. */
        fun retry(retry: Retry?): Builder = apply { members["retry"] = retry }

        /** Why. */
        fun why(why: String?): Builder = apply { members["why"] = why }

        /** What is missing is named when it is used, everything at once. */
        fun build(): Settlement = Settlement(membersOf(members))
    }

    companion object {
        /** For Java: everything by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: with what is needed; the rest by its name. */
        @JvmStatic
        fun builder(
            verdict: Verdict?,
            retry: Retry?,
            why: String?,
        ): Builder = Builder(null).verdict(verdict).retry(retry).why(why)
    }
}

/** One thing that is wrong with a parameter or a setting, or (`advice`) that probably is. */
class Issue internal constructor(members: Members) : Model(members) {
    constructor(
        pointer: String,
        code: String,
        detail: String,
        advice: Boolean,
        evidence: Evidence,
    ) : this(
        membersOf(
            "pointer" to pointer,
            "code" to code,
            "detail" to detail,
            "advice" to advice,
            "evidence" to evidence,
        ),
    )

    /** Where: an RFC 6901 JSON pointer into the parameters, such as `/post_payments/0/amount`. */
    val pointer: String
        get() = members.needed("pointer") { it as String }

    /** The stable code, such as `invalid.length`. */
    val code: String
        get() = members.needed("code") { it as String }

    /** One sentence: what is wrong, and the remedy. */
    val detail: String
        get() = members.needed("detail") { it as String }

    /** Whether this is advice only, which stops nothing unless `validate` is `strict`. */
    val advice: Boolean
        get() = members.needed("advice") { it as Boolean }

    /** Where the rule comes from. */
    val evidence: Evidence
        get() = members.needed("evidence") { Evidence.of(it as String) }

    /** The same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a [Issue], member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** Where: an RFC 6901 JSON pointer into the parameters, such as `/post_payments/0/amount`. */
        fun pointer(pointer: String?): Builder = apply { members["pointer"] = pointer }

        /** The stable code, such as `invalid.length`. */
        fun code(code: String?): Builder = apply { members["code"] = code }

        /** One sentence: what is wrong, and the remedy. */
        fun detail(detail: String?): Builder = apply { members["detail"] = detail }

        /** Whether this is advice only, which stops nothing unless `validate` is `strict`. */
        fun advice(advice: Boolean?): Builder = apply { members["advice"] = advice }

        /** Where the rule comes from. */
        fun evidence(evidence: Evidence?): Builder = apply { members["evidence"] = evidence }

        /** What is missing is named when it is used, everything at once. */
        fun build(): Issue = Issue(membersOf(members))
    }

    companion object {
        /** For Java: everything by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: with what is needed; the rest by its name. */
        @JvmStatic
        fun builder(
            pointer: String?,
            code: String?,
            detail: String?,
            advice: Boolean?,
            evidence: Evidence?,
        ): Builder = Builder(null).pointer(pointer).code(code).detail(detail).advice(advice).evidence(evidence)
    }
}

/**
 * An answer that is an error: APIv3's JSON, other JSON, or not JSON at all (a gateway's page); nothing of it is lost.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012081726>
 */
class ErrorAnswer internal constructor(members: Members) : Model(members) {
    constructor(
        status: Long,
        verified: Boolean,
        body: String,
        wechatCode: String? = null,
        message: String? = null,
        requestId: String? = null,
        requestIdNumber: Long? = null,
        field: String? = null,
        issue: String? = null,
        location: String? = null,
        apiDetail: Any? = null,
    ) : this(
        membersOf(
            "status" to status,
            "verified" to verified,
            "body" to body,
            "wechat_code" to wechatCode,
            "message" to message,
            "request_id" to requestId,
            "request_id_number" to requestIdNumber,
            "field" to field,
            "issue" to issue,
            "location" to location,
            "api_detail" to apiDetail,
        ),
    )

    /** The HTTP status. */
    val status: Long
        get() = members.needed("status") { it as Long }

    /** Whether WeChat Pay's signature held. An unverified error may come from anything between you and WeChat Pay. */
    val verified: Boolean
        get() = members.needed("verified") { it as Boolean }

    /** The body as it arrived, undecodable bytes replaced. Escape it before showing it to anyone. */
    val body: String
        get() = members.needed("body") { it as String }

    /** WeChat Pay's error code, such as `ORDER_NOT_EXIST`; absent when the body is not its JSON. */
    val wechatCode: String?
        get() = members.given("wechat_code") { it as String }

    /** WeChat Pay's text for people; it changes, never branch on it. */
    val message: String?
        get() = members.given("message") { it as String }

    /** `Request-ID` of the answer: quote it to WeChat Pay's support. */
    val requestId: String?
        get() = members.given("request_id") { it as String }

    /** The internal number at the end of `Request-ID`; for diagnosis only, never branch on it. */
    val requestIdNumber: Long?
        get() = members.given("request_id_number") { it as Long }

    /** Which parameter is meant: a JSON pointer for a body, a name for path and query. */
    val field: String?
        get() = members.given("field") { it as String }

    /** What is wrong with it. */
    val issue: String?
        get() = members.given("issue") { it as String }

    /** Where it stands: `body`, `url`, `query` or `authorization`. */
    val location: String?
        get() = members.given("location") { it as String }

    /** The whole `detail` member of the body, as JSON. */
    val apiDetail: Any?
        get() = members.given("api_detail") { it }

    /** The same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a [ErrorAnswer], member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The HTTP status. */
        fun status(status: Long?): Builder = apply { members["status"] = status }

        /** Whether WeChat Pay's signature held. An unverified error may come from anything between you and WeChat Pay. */
        fun verified(verified: Boolean?): Builder = apply { members["verified"] = verified }

        /** The body as it arrived, undecodable bytes replaced. Escape it before showing it to anyone. */
        fun body(body: String?): Builder = apply { members["body"] = body }

        /** WeChat Pay's error code, such as `ORDER_NOT_EXIST`; absent when the body is not its JSON. */
        fun wechatCode(wechatCode: String?): Builder = apply { members["wechat_code"] = wechatCode }

        /** WeChat Pay's text for people; it changes, never branch on it. */
        fun message(message: String?): Builder = apply { members["message"] = message }

        /** `Request-ID` of the answer: quote it to WeChat Pay's support. */
        fun requestId(requestId: String?): Builder = apply { members["request_id"] = requestId }

        /** The internal number at the end of `Request-ID`; for diagnosis only, never branch on it. */
        fun requestIdNumber(requestIdNumber: Long?): Builder = apply { members["request_id_number"] = requestIdNumber }

        /** Which parameter is meant: a JSON pointer for a body, a name for path and query. */
        fun field(field: String?): Builder = apply { members["field"] = field }

        /** What is wrong with it. */
        fun issue(issue: String?): Builder = apply { members["issue"] = issue }

        /** Where it stands: `body`, `url`, `query` or `authorization`. */
        fun location(location: String?): Builder = apply { members["location"] = location }

        /** The whole `detail` member of the body, as JSON. */
        fun apiDetail(apiDetail: Any?): Builder = apply { members["api_detail"] = apiDetail }

        /** What is missing is named when it is used, everything at once. */
        fun build(): ErrorAnswer = ErrorAnswer(membersOf(members))
    }

    companion object {
        /** For Java: everything by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: with what is needed; the rest by its name. */
        @JvmStatic
        fun builder(
            status: Long?,
            verified: Boolean?,
            body: String?,
        ): Builder = Builder(null).status(status).verified(verified).body(body)
    }
}

/**
 * Creates an order (创建订单). With confirmation it begins as `CREATED` and its reply holds the `package` for the jump into
 * WeChat, valid for one hour; repeating the identical call gives a fresh one. After a lost answer, repeat it or query: never
 * create anew under another number.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
 */
class CreateOrder internal constructor(members: Members) : Model(members) {
    constructor(
        subMchid: String,
        outOrderNo: String,
        serviceIntroduction: String,
        riskFund: RiskFund,
        timeRange: TimeRange,
        notifyUrl: String,
        serviceId: String? = null,
        appid: String? = null,
        channelId: String? = null,
        subAppid: String? = null,
        postPayments: List<Payment>? = null,
        postDiscounts: List<ServiceOrderCoupon>? = null,
        location: Location? = null,
        openid: String? = null,
        subOpenid: String? = null,
        needUserConfirm: Boolean? = null,
        attach: String? = null,
    ) : this(
        membersOf(
            "sub_mchid" to subMchid,
            "out_order_no" to outOrderNo,
            "service_introduction" to serviceIntroduction,
            "risk_fund" to riskFund,
            "time_range" to timeRange,
            "notify_url" to notifyUrl,
            "service_id" to serviceId,
            "appid" to appid,
            "channel_id" to channelId,
            "sub_appid" to subAppid,
            "post_payments" to postPayments,
            "post_discounts" to postDiscounts,
            "location" to location,
            "openid" to openid,
            "sub_openid" to subOpenid,
            "need_user_confirm" to needUserConfirm,
            "attach" to attach,
        ),
    )

    /** The sub-merchant's number (子商户号). */
    val subMchid: String
        get() = members.needed("sub_mchid") { it as String }

    /** The merchant's number of the order (商户服务订单号): 1 to 32 of digits, letters, `_`, `-`, `|`, `*`; unique. */
    val outOrderNo: String
        get() = members.needed("out_order_no") { it as String }

    /** What the user sees as the service (服务信息), at most 20 characters. */
    val serviceIntroduction: String
        get() = members.needed("service_introduction") { it as String }

    /** The risk fund (服务风险金). */
    val riskFund: RiskFund
        get() = members.needed("risk_fund") { RiskFund(Members.within(it)) }

    /** When the service is used (服务时间段); `start_time` is needed. */
    val timeRange: TimeRange
        get() = members.needed("time_range") { TimeRange(Members.within(it)) }

    /** Where callbacks about this order go (商户回调地址): complete https address without a query, at most 255 characters. */
    val notifyUrl: String
        get() = members.needed("notify_url") { it as String }

    /** The service (服务ID); default from the merchant. */
    val serviceId: String?
        get() = members.given("service_id") { it as String }

    /** The institution's AppID; default from the merchant. */
    val appid: String?
        get() = members.given("appid") { it as String }

    /** The channel partner's number (渠道商商户号); default from the merchant. */
    val channelId: String?
        get() = members.given("channel_id") { it as String }

    /** The sub-merchant's AppID; needed with `sub_openid`. */
    val subAppid: String?
        get() = members.given("sub_appid") { it as String }

    /** Items of the bill (后付费项目), at most 100. */
    val postPayments: List<Payment>?
        get() = members.given("post_payments") { Members.items(it) { Payment(Members.within(it)) } }

    /** Discounts (商户优惠), at most 30. */
    val postDiscounts: List<ServiceOrderCoupon>?
        get() = members.given("post_discounts") { Members.items(it) { ServiceOrderCoupon(Members.within(it)) } }

    /** Where the service is used (服务位置). */
    val location: Location?
        get() = members.given("location") { Location(Members.within(it)) }

    /** The user under `appid`. Without confirmation, exactly one of `openid` and `sub_openid` is needed. */
    val openid: String?
        get() = members.given("openid") { it as String }

    /** The user under `sub_appid`. */
    val subOpenid: String?
        get() = members.given("sub_openid") { it as String }

    /** Whether the user confirms each order (需确认: true, 免确认: false). It belongs to the service; say it explicitly. */
    val needUserConfirm: Boolean?
        get() = members.given("need_user_confirm") { it as Boolean }

    /** The merchant's own data (商户数据包): URL-encode it first, at most 256 characters then. Sent as given. */
    val attach: String?
        get() = members.given("attach") { it as String }

    /** The same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a [CreateOrder], member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The sub-merchant's number (子商户号). */
        fun subMchid(subMchid: String?): Builder = apply { members["sub_mchid"] = subMchid }

        /** The merchant's number of the order (商户服务订单号): 1 to 32 of digits, letters, `_`, `-`, `|`, `*`; unique. */
        fun outOrderNo(outOrderNo: String?): Builder = apply { members["out_order_no"] = outOrderNo }

        /** What the user sees as the service (服务信息), at most 20 characters. */
        fun serviceIntroduction(serviceIntroduction: String?): Builder = apply { members["service_introduction"] = serviceIntroduction }

        /** The risk fund (服务风险金). */
        fun riskFund(riskFund: RiskFund?): Builder = apply { members["risk_fund"] = riskFund }

        /** When the service is used (服务时间段); `start_time` is needed. */
        fun timeRange(timeRange: TimeRange?): Builder = apply { members["time_range"] = timeRange }

        /** Where callbacks about this order go (商户回调地址): complete https address without a query, at most 255 characters. */
        fun notifyUrl(notifyUrl: String?): Builder = apply { members["notify_url"] = notifyUrl }

        /** The service (服务ID); default from the merchant. */
        fun serviceId(serviceId: String?): Builder = apply { members["service_id"] = serviceId }

        /** The institution's AppID; default from the merchant. */
        fun appid(appid: String?): Builder = apply { members["appid"] = appid }

        /** The channel partner's number (渠道商商户号); default from the merchant. */
        fun channelId(channelId: String?): Builder = apply { members["channel_id"] = channelId }

        /** The sub-merchant's AppID; needed with `sub_openid`. */
        fun subAppid(subAppid: String?): Builder = apply { members["sub_appid"] = subAppid }

        /** Items of the bill (后付费项目), at most 100. */
        fun postPayments(postPayments: List<Payment>?): Builder = apply { members["post_payments"] = postPayments }

        /** Discounts (商户优惠), at most 30. */
        fun postDiscounts(postDiscounts: List<ServiceOrderCoupon>?): Builder = apply { members["post_discounts"] = postDiscounts }

        /** Where the service is used (服务位置). */
        fun location(location: Location?): Builder = apply { members["location"] = location }

        /** The user under `appid`. Without confirmation, exactly one of `openid` and `sub_openid` is needed. */
        fun openid(openid: String?): Builder = apply { members["openid"] = openid }

        /** The user under `sub_appid`. */
        fun subOpenid(subOpenid: String?): Builder = apply { members["sub_openid"] = subOpenid }

        /** Whether the user confirms each order (需确认: true, 免确认: false). It belongs to the service; say it explicitly. */
        fun needUserConfirm(needUserConfirm: Boolean?): Builder = apply { members["need_user_confirm"] = needUserConfirm }

        /** The merchant's own data (商户数据包): URL-encode it first, at most 256 characters then. Sent as given. */
        fun attach(attach: String?): Builder = apply { members["attach"] = attach }

        /** What is missing is named when it is used, everything at once. */
        fun build(): CreateOrder = CreateOrder(membersOf(members))
    }

    companion object {
        /** For Java: everything by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: with what is needed; the rest by its name. */
        @JvmStatic
        fun builder(
            subMchid: String?,
            outOrderNo: String?,
            serviceIntroduction: String?,
            riskFund: RiskFund?,
            timeRange: TimeRange?,
            notifyUrl: String?,
        ): Builder = Builder(null).subMchid(subMchid).outOrderNo(outOrderNo).serviceIntroduction(serviceIntroduction).riskFund(riskFund).timeRange(timeRange).notifyUrl(notifyUrl)
    }
}

/**
 * Asks how an order stands (查询订单), by `out_order_no` or by the `query_id` that a client brought back from WeChat:
 * exactly one of them.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
 */
class QueryOrder internal constructor(members: Members) : Model(members) {
    constructor(
        serviceId: String? = null,
        subMchid: String? = null,
        channelId: String? = null,
        outOrderNo: String? = null,
        queryId: String? = null,
    ) : this(
        membersOf(
            "service_id" to serviceId,
            "sub_mchid" to subMchid,
            "channel_id" to channelId,
            "out_order_no" to outOrderNo,
            "query_id" to queryId,
        ),
    )

    /** The service; default from the merchant. */
    val serviceId: String?
        get() = members.given("service_id") { it as String }

    /** The sub-merchant's number. */
    val subMchid: String?
        get() = members.given("sub_mchid") { it as String }

    /** The channel partner's number; default from the merchant. */
    val channelId: String?
        get() = members.given("channel_id") { it as String }

    /** The merchant's number of the order. */
    val outOrderNo: String?
        get() = members.given("out_order_no") { it as String }

    /** What a client brought back from the confirm page, at most 512 characters. */
    val queryId: String?
        get() = members.given("query_id") { it as String }

    /** The same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a [QueryOrder], member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The service; default from the merchant. */
        fun serviceId(serviceId: String?): Builder = apply { members["service_id"] = serviceId }

        /** The sub-merchant's number. */
        fun subMchid(subMchid: String?): Builder = apply { members["sub_mchid"] = subMchid }

        /** The channel partner's number; default from the merchant. */
        fun channelId(channelId: String?): Builder = apply { members["channel_id"] = channelId }

        /** The merchant's number of the order. */
        fun outOrderNo(outOrderNo: String?): Builder = apply { members["out_order_no"] = outOrderNo }

        /** What a client brought back from the confirm page, at most 512 characters. */
        fun queryId(queryId: String?): Builder = apply { members["query_id"] = queryId }

        /** What is missing is named when it is used, everything at once. */
        fun build(): QueryOrder = QueryOrder(membersOf(members))
    }

    companion object {
        /** For Java: everything by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)
    }
}

/**
 * Cancels an order (取消订单): before or after the user confirmed, and even after completion while the money is still to be
 * paid and no registered deduction number is in force. Then the money is forfeited.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194058>
 */
class CancelOrder internal constructor(members: Members) : Model(members) {
    constructor(
        reason: String,
        outOrderNo: String? = null,
        serviceId: String? = null,
        subMchid: String? = null,
        channelId: String? = null,
    ) : this(
        membersOf(
            "reason" to reason,
            "out_order_no" to outOrderNo,
            "service_id" to serviceId,
            "sub_mchid" to subMchid,
            "channel_id" to channelId,
        ),
    )

    /** Why (取消原因); the user sees it. At most 50 characters. */
    val reason: String
        get() = members.needed("reason") { it as String }

    /** The merchant's number of the order. */
    val outOrderNo: String?
        get() = members.given("out_order_no") { it as String }

    /** The service; default from the merchant. */
    val serviceId: String?
        get() = members.given("service_id") { it as String }

    /** The sub-merchant's number. */
    val subMchid: String?
        get() = members.given("sub_mchid") { it as String }

    /** The channel partner's number; default from the merchant. */
    val channelId: String?
        get() = members.given("channel_id") { it as String }

    /** The same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a [CancelOrder], member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** Why (取消原因); the user sees it. At most 50 characters. */
        fun reason(reason: String?): Builder = apply { members["reason"] = reason }

        /** The merchant's number of the order. */
        fun outOrderNo(outOrderNo: String?): Builder = apply { members["out_order_no"] = outOrderNo }

        /** The service; default from the merchant. */
        fun serviceId(serviceId: String?): Builder = apply { members["service_id"] = serviceId }

        /** The sub-merchant's number. */
        fun subMchid(subMchid: String?): Builder = apply { members["sub_mchid"] = subMchid }

        /** The channel partner's number; default from the merchant. */
        fun channelId(channelId: String?): Builder = apply { members["channel_id"] = channelId }

        /** What is missing is named when it is used, everything at once. */
        fun build(): CancelOrder = CancelOrder(membersOf(members))
    }

    companion object {
        /** For Java: everything by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: with what is needed; the rest by its name. */
        @JvmStatic
        fun builder(
            reason: String?,
        ): Builder = Builder(null).reason(reason)
    }
}

/**
 * Completes an order (完结订单): the service has ended, this is the bill. In this mode completing does **not** charge the
 * user: register a deduction and withhold at the clearing house. After a lost answer, query.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
 */
class CompleteOrder internal constructor(members: Members) : Model(members) {
    constructor(
        postPayments: List<Payment>,
        totalAmount: Long,
        outOrderNo: String? = null,
        serviceId: String? = null,
        subMchid: String? = null,
        channelId: String? = null,
        postDiscounts: List<ServiceOrderCoupon>? = null,
        timeRange: TimeRange? = null,
        location: Location? = null,
        completeTime: ZonedTime? = null,
    ) : this(
        membersOf(
            "post_payments" to postPayments,
            "total_amount" to totalAmount,
            "out_order_no" to outOrderNo,
            "service_id" to serviceId,
            "sub_mchid" to subMchid,
            "channel_id" to channelId,
            "post_discounts" to postDiscounts,
            "time_range" to timeRange,
            "location" to location,
            "complete_time" to completeTime,
        ),
    )

    /** The items of the bill (后付费项目), 1 to 100; they replace those given at creation. */
    val postPayments: List<Payment>
        get() = members.needed("post_payments") { Members.items(it) { Payment(Members.within(it)) } }

    /** Σ `post_payments` − Σ `post_discounts` in fen, 0 or more (总金额). */
    val totalAmount: Long
        get() = members.needed("total_amount") { it as Long }

    /** The merchant's number of the order. */
    val outOrderNo: String?
        get() = members.given("out_order_no") { it as String }

    /** The service; default from the merchant. */
    val serviceId: String?
        get() = members.given("service_id") { it as String }

    /** The sub-merchant's number. */
    val subMchid: String?
        get() = members.given("sub_mchid") { it as String }

    /** The channel partner's number; default from the merchant. */
    val channelId: String?
        get() = members.given("channel_id") { it as String }

    /** Discounts (商户优惠), at most 30, each with its amount; they replace those given at creation. */
    val postDiscounts: List<ServiceOrderCoupon>?
        get() = members.given("post_discounts") { Members.items(it) { ServiceOrderCoupon(Members.within(it)) } }

    /** When the service was used; `end_time` is needed if creation did not give it. */
    val timeRange: TimeRange?
        get() = members.given("time_range") { TimeRange(Members.within(it)) }

    /** Where the service was used. */
    val location: Location?
        get() = members.given("location") { Location(Members.within(it)) }

    /** When it was completed, RFC 3339 with a zone (完结时间). */
    val completeTime: ZonedTime?
        get() = members.given("complete_time") { ZonedTime.text(it as String) }

    /** The same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a [CompleteOrder], member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The items of the bill (后付费项目), 1 to 100; they replace those given at creation. */
        fun postPayments(postPayments: List<Payment>?): Builder = apply { members["post_payments"] = postPayments }

        /** Σ `post_payments` − Σ `post_discounts` in fen, 0 or more (总金额). */
        fun totalAmount(totalAmount: Long?): Builder = apply { members["total_amount"] = totalAmount }

        /** The merchant's number of the order. */
        fun outOrderNo(outOrderNo: String?): Builder = apply { members["out_order_no"] = outOrderNo }

        /** The service; default from the merchant. */
        fun serviceId(serviceId: String?): Builder = apply { members["service_id"] = serviceId }

        /** The sub-merchant's number. */
        fun subMchid(subMchid: String?): Builder = apply { members["sub_mchid"] = subMchid }

        /** The channel partner's number; default from the merchant. */
        fun channelId(channelId: String?): Builder = apply { members["channel_id"] = channelId }

        /** Discounts (商户优惠), at most 30, each with its amount; they replace those given at creation. */
        fun postDiscounts(postDiscounts: List<ServiceOrderCoupon>?): Builder = apply { members["post_discounts"] = postDiscounts }

        /** When the service was used; `end_time` is needed if creation did not give it. */
        fun timeRange(timeRange: TimeRange?): Builder = apply { members["time_range"] = timeRange }

        /** Where the service was used. */
        fun location(location: Location?): Builder = apply { members["location"] = location }

        /** When it was completed, RFC 3339 with a zone (完结时间). */
        fun completeTime(completeTime: ZonedTime?): Builder = apply { members["complete_time"] = completeTime }

        /** What is missing is named when it is used, everything at once. */
        fun build(): CompleteOrder = CompleteOrder(membersOf(members))
    }

    companion object {
        /** For Java: everything by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: with what is needed; the rest by its name. */
        @JvmStatic
        fun builder(
            postPayments: List<Payment>?,
            totalAmount: Long?,
        ): Builder = Builder(null).postPayments(postPayments).totalAmount(totalAmount)
    }
}

/**
 * Registers a deduction number (登记扣款信息) for one entrusted withholding at the clearing house within 24 hours. Store the
 * number before calling. It moves no money. After a lost answer, ask with `query_deduction`; never register a second number
 * meanwhile.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194100>
 */
class RegisterDeductInfo internal constructor(members: Members) : Model(members) {
    constructor(
        outTradeNo: String,
        outOrderNo: String? = null,
        serviceId: String? = null,
        appid: String? = null,
        subMchid: String? = null,
        subAppid: String? = null,
        channelId: String? = null,
    ) : this(
        membersOf(
            "out_trade_no" to outTradeNo,
            "out_order_no" to outOrderNo,
            "service_id" to serviceId,
            "appid" to appid,
            "sub_mchid" to subMchid,
            "sub_appid" to subAppid,
            "channel_id" to channelId,
        ),
    )

    /**
     * The deduction number (扣款单号), made by the merchant: 1 to 32 of digits, letters, `_`, `-`, `|`, `*`. The withholding
     * at the clearing house must carry the same.
     */
    val outTradeNo: String
        get() = members.needed("out_trade_no") { it as String }

    /** The merchant's number of the order. */
    val outOrderNo: String?
        get() = members.given("out_order_no") { it as String }

    /** The service; default from the merchant. */
    val serviceId: String?
        get() = members.given("service_id") { it as String }

    /** The institution's AppID, as at creation; default from the merchant. */
    val appid: String?
        get() = members.given("appid") { it as String }

    /** The sub-merchant's number. */
    val subMchid: String?
        get() = members.given("sub_mchid") { it as String }

    /** The sub-merchant's AppID. */
    val subAppid: String?
        get() = members.given("sub_appid") { it as String }

    /** The channel partner's number; default from the merchant. */
    val channelId: String?
        get() = members.given("channel_id") { it as String }

    /** The same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a [RegisterDeductInfo], member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /**
         * The deduction number (扣款单号), made by the merchant: 1 to 32 of digits, letters, `_`, `-`, `|`, `*`. The withholding
         * at the clearing house must carry the same.
         */
        fun outTradeNo(outTradeNo: String?): Builder = apply { members["out_trade_no"] = outTradeNo }

        /** The merchant's number of the order. */
        fun outOrderNo(outOrderNo: String?): Builder = apply { members["out_order_no"] = outOrderNo }

        /** The service; default from the merchant. */
        fun serviceId(serviceId: String?): Builder = apply { members["service_id"] = serviceId }

        /** The institution's AppID, as at creation; default from the merchant. */
        fun appid(appid: String?): Builder = apply { members["appid"] = appid }

        /** The sub-merchant's number. */
        fun subMchid(subMchid: String?): Builder = apply { members["sub_mchid"] = subMchid }

        /** The sub-merchant's AppID. */
        fun subAppid(subAppid: String?): Builder = apply { members["sub_appid"] = subAppid }

        /** The channel partner's number; default from the merchant. */
        fun channelId(channelId: String?): Builder = apply { members["channel_id"] = channelId }

        /** What is missing is named when it is used, everything at once. */
        fun build(): RegisterDeductInfo = RegisterDeductInfo(membersOf(members))
    }

    companion object {
        /** For Java: everything by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: with what is needed; the rest by its name. */
        @JvmStatic
        fun builder(
            outTradeNo: String?,
        ): Builder = Builder(null).outTradeNo(outTradeNo)
    }
}

/**
 * Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query the
 * order for that.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
 */
class QueryDeduction internal constructor(members: Members) : Model(members) {
    constructor(
        serviceId: String? = null,
        appid: String? = null,
        subMchid: String? = null,
        subAppid: String? = null,
        channelId: String? = null,
        outOrderNo: String? = null,
    ) : this(
        membersOf(
            "service_id" to serviceId,
            "appid" to appid,
            "sub_mchid" to subMchid,
            "sub_appid" to subAppid,
            "channel_id" to channelId,
            "out_order_no" to outOrderNo,
        ),
    )

    /** The service; default from the merchant. */
    val serviceId: String?
        get() = members.given("service_id") { it as String }

    /** The institution's AppID; default from the merchant. */
    val appid: String?
        get() = members.given("appid") { it as String }

    /** The sub-merchant's number. */
    val subMchid: String?
        get() = members.given("sub_mchid") { it as String }

    /** The sub-merchant's AppID. */
    val subAppid: String?
        get() = members.given("sub_appid") { it as String }

    /** The channel partner's number; default from the merchant. */
    val channelId: String?
        get() = members.given("channel_id") { it as String }

    /** The merchant's number of the order. */
    val outOrderNo: String?
        get() = members.given("out_order_no") { it as String }

    /** The same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a [QueryDeduction], member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The service; default from the merchant. */
        fun serviceId(serviceId: String?): Builder = apply { members["service_id"] = serviceId }

        /** The institution's AppID; default from the merchant. */
        fun appid(appid: String?): Builder = apply { members["appid"] = appid }

        /** The sub-merchant's number. */
        fun subMchid(subMchid: String?): Builder = apply { members["sub_mchid"] = subMchid }

        /** The sub-merchant's AppID. */
        fun subAppid(subAppid: String?): Builder = apply { members["sub_appid"] = subAppid }

        /** The channel partner's number; default from the merchant. */
        fun channelId(channelId: String?): Builder = apply { members["channel_id"] = channelId }

        /** The merchant's number of the order. */
        fun outOrderNo(outOrderNo: String?): Builder = apply { members["out_order_no"] = outOrderNo }

        /** What is missing is named when it is used, everything at once. */
        fun build(): QueryDeduction = QueryDeduction(membersOf(members))
    }

    companion object {
        /** For Java: everything by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)
    }
}

/**
 * The jump that lets the user confirm an order (调起支付分-确认订单).
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090600>
 */
class LaunchConfirm internal constructor(members: Members) : Model(members) {
    constructor(
        packageVal: String,
    ) : this(
        membersOf(
            "package" to packageVal,
        ),
    )

    /** From the reply to `create_order`, valid for one hour. */
    val packageVal: String
        get() = members.needed("package") { it as String }

    /** The same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a [LaunchConfirm], member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** From the reply to `create_order`, valid for one hour. */
        fun packageVal(packageVal: String?): Builder = apply { members["package"] = packageVal }

        /** What is missing is named when it is used, everything at once. */
        fun build(): LaunchConfirm = LaunchConfirm(membersOf(members))
    }

    companion object {
        /** For Java: everything by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: with what is needed; the rest by its name. */
        @JvmStatic
        fun builder(
            packageVal: String?,
        ): Builder = Builder(null).packageVal(packageVal)
    }
}

/** A verified callback. */
sealed interface Event {
    /** Unique per notification. */
    val id: String

    /** What happened, in WeChat Pay's word. */
    val eventType: String

    /**
     * The key under which to remember that this event was dealt with: insert it in the same database
     * transaction as the change.
     */
    val deduplicationKey: String

    /** The opened text as received. */
    val raw: String

    /** How to answer once the event is stored durably. Absent where there is no ready answer. */
    val ack: Ack?

    /** When the notification was made, RFC 3339. */
    val createTime: String?

    /** A text for people. */
    val summary: String?

    /** `Request-ID` of the callback. */
    val requestId: String?

    companion object {
        internal fun of(members: Members): Event =
            when (members.map["event_type"]) {
                "PAYSCORE.USER_CONFIRM" -> UserConfirmed(members)
                "PAYSCORE.USER_PAID" -> UserPaid(members)
                else -> Unknown(members)
            }
    }
}
