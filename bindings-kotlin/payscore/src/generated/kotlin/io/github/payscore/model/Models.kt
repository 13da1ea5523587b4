// Generated from core's declarations by `cargo xtask generate`. Do not edit.
package io.github.payscore.model

/** The parameters of an operation whose reply is an [R], such as [CreateOrder]. `Merchant.draft` takes them. */
interface OperationParameters<R : Model>

/**
 * The parameters of an operation about an order that exists, such as [CancelOrder]. `Merchant.draft` takes the order's
 * [OrderRef] beside them.
 */
interface OrderOperationParameters<R : Model> : OperationParameters<R>

/** What may be found out about a call whose answer was lost: `Draft.settle` takes it. */
sealed interface Found

/** Goods that a coupon was for. */
class GoodsDetail internal constructor(members: Members) : Model(members) {
    constructor(
        goodsId: String? = null,
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
    val goodsId: String?
        get() = members.optional("goods_id") { it as String }

    /** The quantity. */
    val quantity: Long?
        get() = members.optional("quantity") { it as Long }

    /** The price of one, in fen. */
    val unitPrice: Long?
        get() = members.optional("unit_price") { it as Long }

    /** The discount, in fen. */
    val discountAmount: Long?
        get() = members.optional("discount_amount") { it as Long }

    /** A remark. */
    val goodsRemark: String?
        get() = members.optional("goods_remark") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a GoodsDetail, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The goods' number. */
        fun goodsId(goodsId: String?): Builder = apply { members["goods_id"] = goodsId }

        /** The quantity. */
        fun quantity(quantity: Long?): Builder = apply { members["quantity"] = quantity }

        /** The price of one, in fen. */
        fun unitPrice(unitPrice: Long?): Builder = apply { members["unit_price"] = unitPrice }

        /** The discount, in fen. */
        fun discountAmount(discountAmount: Long?): Builder = apply { members["discount_amount"] = discountAmount }

        /** A remark. */
        fun goodsRemark(goodsRemark: String?): Builder = apply { members["goods_remark"] = goodsRemark }

        /** What is missing is named when the GoodsDetail is used, all of it at once. */
        fun build(): GoodsDetail = GoodsDetail(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

    }
}

/** A coupon that took part in a payment. */
class PromotionDetail internal constructor(members: Members) : Model(members) {
    constructor(
        couponId: String? = null,
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
    val couponId: String?
        get() = members.optional("coupon_id") { it as String }

    /** Its face value in fen. */
    val amount: Long?
        get() = members.optional("amount") { it as Long }

    /** Its name. */
    val name: String?
        get() = members.optional("name") { it as String }

    /** `GLOBAL` (全场代金券) or `SINGLE` (单品优惠). */
    val scope: String?
        get() = members.optional("scope") { it as String }

    /** `CASH` (充值) or `NOCASH` (免充值). */
    val type: String?
        get() = members.optional("type") { it as String }

    /** The batch. */
    val stockId: String?
        get() = members.optional("stock_id") { it as String }

    /** WeChat Pay's share in fen. */
    val wechatpayContribute: Long?
        get() = members.optional("wechatpay_contribute") { it as Long }

    /** The merchant's share in fen. */
    val merchantContribute: Long?
        get() = members.optional("merchant_contribute") { it as Long }

    /** Others' share in fen. */
    val otherContribute: Long?
        get() = members.optional("other_contribute") { it as Long }

    /** `CNY`. */
    val currency: String?
        get() = members.optional("currency") { it as String }

    /** The goods that it was for. */
    val goodsDetail: List<GoodsDetail>?
        get() = members.optional("goods_detail") { Members.readList(it) { GoodsDetail(Members.fromObject(it)) } }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a PromotionDetail, member by member. */
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
        fun wechatpayContribute(wechatpayContribute: Long?): Builder =
            apply { members["wechatpay_contribute"] = wechatpayContribute }

        /** The merchant's share in fen. */
        fun merchantContribute(merchantContribute: Long?): Builder =
            apply { members["merchant_contribute"] = merchantContribute }

        /** Others' share in fen. */
        fun otherContribute(otherContribute: Long?): Builder = apply { members["other_contribute"] = otherContribute }

        /** `CNY`. */
        fun currency(currency: String?): Builder = apply { members["currency"] = currency }

        /** The goods that it was for. */
        fun goodsDetail(goodsDetail: List<GoodsDetail>?): Builder = apply { members["goods_detail"] = goodsDetail }

        /** What is missing is named when the PromotionDetail is used, all of it at once. */
        fun build(): PromotionDetail = PromotionDetail(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

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

    /** Its number in the list, from 1. */
    val seq: Long?
        get() = members.optional("seq") { it as Long }

    /** The amount, in fen. */
    val amount: Long?
        get() = members.optional("amount") { it as Long }

    /** The channel. */
    val paidType: PaidType?
        get() = members.optional("paid_type") { PaidType.fromValue(it as String) }

    /** When it was paid: `yyyyMMddHHmmss` in Beijing time. */
    val paidTime: String?
        get() = members.optional("paid_time") { it as String }

    /** WeChat Pay's transaction number, once it is paid through WeChat Pay Score. */
    val transactionId: String?
        get() = members.optional("transaction_id") { it as String }

    /** Coupons that took part. */
    val promotionDetail: List<PromotionDetail>?
        get() =
            members.optional("promotion_detail") { Members.readList(it) { PromotionDetail(Members.fromObject(it)) } }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a CollectionDetail, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** Its number in the list, from 1. */
        fun seq(seq: Long?): Builder = apply { members["seq"] = seq }

        /** The amount, in fen. */
        fun amount(amount: Long?): Builder = apply { members["amount"] = amount }

        /** The channel. */
        fun paidType(paidType: PaidType?): Builder = apply { members["paid_type"] = paidType }

        /** When it was paid: `yyyyMMddHHmmss` in Beijing time. */
        fun paidTime(paidTime: String?): Builder = apply { members["paid_time"] = paidTime }

        /** WeChat Pay's transaction number, once it is paid through WeChat Pay Score. */
        fun transactionId(transactionId: String?): Builder = apply { members["transaction_id"] = transactionId }

        /** Coupons that took part. */
        fun promotionDetail(promotionDetail: List<PromotionDetail>?): Builder =
            apply { members["promotion_detail"] = promotionDetail }

        /** What is missing is named when the CollectionDetail is used, all of it at once. */
        fun build(): CollectionDetail = CollectionDetail(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
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
        state: CollectionState? = null,
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

    /** The state of the collection. */
    val state: CollectionState?
        get() = members.optional("state") { CollectionState.fromValue(it as String) }

    /** The total, in fen: Σ payments − Σ discounts. */
    val totalAmount: Long?
        get() = members.optional("total_amount") { it as Long }

    /** The amount still to be paid, in fen. */
    val payingAmount: Long?
        get() = members.optional("paying_amount") { it as Long }

    /** The amount already paid, in fen. */
    val paidAmount: Long?
        get() = members.optional("paid_amount") { it as Long }

    /** The single collections. */
    val details: List<CollectionDetail>?
        get() = members.optional("details") { Members.readList(it) { CollectionDetail(Members.fromObject(it)) } }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a Collection, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The state of the collection. */
        fun state(state: CollectionState?): Builder = apply { members["state"] = state }

        /** The total, in fen: Σ payments − Σ discounts. */
        fun totalAmount(totalAmount: Long?): Builder = apply { members["total_amount"] = totalAmount }

        /** The amount still to be paid, in fen. */
        fun payingAmount(payingAmount: Long?): Builder = apply { members["paying_amount"] = payingAmount }

        /** The amount already paid, in fen. */
        fun paidAmount(paidAmount: Long?): Builder = apply { members["paid_amount"] = paidAmount }

        /** The single collections. */
        fun details(details: List<CollectionDetail>?): Builder = apply { members["details"] = details }

        /** What is missing is named when the Collection is used, all of it at once. */
        fun build(): Collection = Collection(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

    }
}

/**
 * One item of the bill (后付费项目). The items of the completion replace those of the creation.
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

    /** The name (付费名称), at most 20 characters. Follow the conventions of your industry. */
    val name: String?
        get() = members.optional("name") { it as String }

    /** The cost of the item as a whole (付费金额), in fen, 0 or more. `count` does not multiply it. */
    val amount: Long?
        get() = members.optional("amount") { it as Long }

    /** How it is calculated (付费说明), at most 30 characters, such as `每小时2元`. */
    val description: String?
        get() = members.optional("description") { it as String }

    /** The quantity (付费数量), 1 to 100. By default 1. */
    val count: Long?
        get() = members.optional("count") { it as Long }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a Payment, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The name (付费名称), at most 20 characters. Follow the conventions of your industry. */
        fun name(name: String?): Builder = apply { members["name"] = name }

        /** The cost of the item as a whole (付费金额), in fen, 0 or more. `count` does not multiply it. */
        fun amount(amount: Long?): Builder = apply { members["amount"] = amount }

        /** How it is calculated (付费说明), at most 30 characters, such as `每小时2元`. */
        fun description(description: String?): Builder = apply { members["description"] = description }

        /** The quantity (付费数量), 1 to 100. By default 1. */
        fun count(count: Long?): Builder = apply { members["count"] = count }

        /** What is missing is named when the Payment is used, all of it at once. */
        fun build(): Payment = Payment(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            name: String?,
        ): Builder =
            Builder(null)
                .name(name)
    }
}

/**
 * A discount of the merchant (商户优惠). The discounts of the completion replace those of the creation.
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

    /** The name (优惠名称), at most 20 characters. It may occur only once in an order. */
    val name: String?
        get() = members.optional("name") { it as String }

    /** The terms (优惠说明), at most 30 characters. */
    val description: String?
        get() = members.optional("description") { it as String }

    /** The discount (优惠金额) in fen. Optional at creation, required at completion. */
    val amount: Long?
        get() = members.optional("amount") { it as Long }

    /** The quantity (优惠数量), 1 to 100. By default 1. */
    val count: Long?
        get() = members.optional("count") { it as Long }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a ServiceOrderCoupon, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The name (优惠名称), at most 20 characters. It may occur only once in an order. */
        fun name(name: String?): Builder = apply { members["name"] = name }

        /** The terms (优惠说明), at most 30 characters. */
        fun description(description: String?): Builder = apply { members["description"] = description }

        /** The discount (优惠金额) in fen. Optional at creation, required at completion. */
        fun amount(amount: Long?): Builder = apply { members["amount"] = amount }

        /** The quantity (优惠数量), 1 to 100. By default 1. */
        fun count(count: Long?): Builder = apply { members["count"] = count }

        /** What is missing is named when the ServiceOrderCoupon is used, all of it at once. */
        fun build(): ServiceOrderCoupon = ServiceOrderCoupon(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            name: String?,
        ): Builder =
            Builder(null)
                .name(name)
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

    /** The kind of risk fund. In callbacks it may be Chinese text. */
    val name: RiskFundName?
        get() = members.optional("name") { RiskFundName.fromValue(it as String) }

    /** The amount in fen, from 1 to the ceiling of the service. */
    val amount: Long?
        get() = members.optional("amount") { it as Long }

    /** An explanation, at most 30 characters. */
    val description: String?
        get() = members.optional("description") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a RiskFund, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The kind of risk fund. In callbacks it may be Chinese text. */
        fun name(name: RiskFundName?): Builder = apply { members["name"] = name }

        /** The amount in fen, from 1 to the ceiling of the service. */
        fun amount(amount: Long?): Builder = apply { members["amount"] = amount }

        /** An explanation, at most 30 characters. */
        fun description(description: String?): Builder = apply { members["description"] = description }

        /** What is missing is named when the RiskFund is used, all of it at once. */
        fun build(): RiskFund = RiskFund(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            name: RiskFundName?,
            amount: Long?,
        ): Builder =
            Builder(null)
                .name(name)
                .amount(amount)
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

    /**
     * When it begins: `yyyyMMddHHmmss`, `yyyyMMdd`, or `OnAccept` for the moment when the user confirms. Required at
     * creation.
     */
    val startTime: ServiceTime?
        get() = members.optional("start_time") { ServiceTime.fromText(it as String) }

    /** A remark on the beginning, at most 20 characters. */
    val startTimeRemark: String?
        get() = members.optional("start_time_remark") { it as String }

    /** When it ends: `yyyyMMddHHmmss` or `yyyyMMdd`. Required at completion if the creation did not name it. */
    val endTime: ServiceTime?
        get() = members.optional("end_time") { ServiceTime.fromText(it as String) }

    /** A remark on the end, at most 20 characters. */
    val endTimeRemark: String?
        get() = members.optional("end_time_remark") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a TimeRange, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /**
         * When it begins: `yyyyMMddHHmmss`, `yyyyMMdd`, or `OnAccept` for the moment when the user confirms. Required
         * at creation.
         */
        fun startTime(startTime: ServiceTime?): Builder = apply { members["start_time"] = startTime }

        /** A remark on the beginning, at most 20 characters. */
        fun startTimeRemark(startTimeRemark: String?): Builder =
            apply { members["start_time_remark"] = startTimeRemark }

        /** When it ends: `yyyyMMddHHmmss` or `yyyyMMdd`. Required at completion if the creation did not name it. */
        fun endTime(endTime: ServiceTime?): Builder = apply { members["end_time"] = endTime }

        /** A remark on the end, at most 20 characters. */
        fun endTimeRemark(endTimeRemark: String?): Builder = apply { members["end_time_remark"] = endTimeRemark }

        /** What is missing is named when the TimeRange is used, all of it at once. */
        fun build(): TimeRange = TimeRange(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
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
        get() = members.optional("start_location") { it as String }

    /** Where it ends, at most 50 characters. */
    val endLocation: String?
        get() = members.optional("end_location") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a Location, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** Where it begins, at most 50 characters. */
        fun startLocation(startLocation: String?): Builder = apply { members["start_location"] = startLocation }

        /** Where it ends, at most 50 characters. */
        fun endLocation(endLocation: String?): Builder = apply { members["end_location"] = endLocation }

        /** What is missing is named when the Location is used, all of it at once. */
        fun build(): Location = Location(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

    }
}

/** The link on the order's page. WeChat Pay documents no lengths. */
class JumpLink internal constructor(members: Members) : Model(members) {
    constructor(
        jumpLinkType: JumpLinkType? = null,
        appid: String? = null,
        path: String? = null,
    ) : this(
        membersOf(
            "jump_link_type" to jumpLinkType,
            "appid" to appid,
            "path" to path,
        ),
    )

    /** The kind of place. */
    val jumpLinkType: JumpLinkType?
        get() = members.optional("jump_link_type") { JumpLinkType.fromValue(it as String) }

    /** The mini program's AppID. */
    val appid: String?
        get() = members.optional("appid") { it as String }

    /** The page of the mini program. */
    val path: String?
        get() = members.optional("path") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a JumpLink, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The kind of place. */
        fun jumpLinkType(jumpLinkType: JumpLinkType?): Builder = apply { members["jump_link_type"] = jumpLinkType }

        /** The mini program's AppID. */
        fun appid(appid: String?): Builder = apply { members["appid"] = appid }

        /** The page of the mini program. */
        fun path(path: String?): Builder = apply { members["path"] = path }

        /** What is missing is named when the JumpLink is used, all of it at once. */
        fun build(): JumpLink = JumpLink(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

    }
}

/** Goods that the user bought. WeChat Pay documents no lengths. */
class ShoppingGoods internal constructor(members: Members) : Model(members) {
    constructor(
        name: String,
        picture: String,
        amount: Long,
        count: Long,
        categoryId: List<String>? = null,
    ) : this(
        membersOf(
            "name" to name,
            "picture" to picture,
            "amount" to amount,
            "count" to count,
            "category_id" to categoryId,
        ),
    )

    /** The name. */
    val name: String?
        get() = members.optional("name") { it as String }

    /** The address of a picture. */
    val picture: String?
        get() = members.optional("picture") { it as String }

    /** The price, in fen. */
    val amount: Long?
        get() = members.optional("amount") { it as Long }

    /** The quantity. */
    val count: Long?
        get() = members.optional("count") { it as Long }

    /** The categories. */
    val categoryId: List<String>?
        get() = members.optional("category_id") { Members.readList(it) { it as String } }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a ShoppingGoods, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The name. */
        fun name(name: String?): Builder = apply { members["name"] = name }

        /** The address of a picture. */
        fun picture(picture: String?): Builder = apply { members["picture"] = picture }

        /** The price, in fen. */
        fun amount(amount: Long?): Builder = apply { members["amount"] = amount }

        /** The quantity. */
        fun count(count: Long?): Builder = apply { members["count"] = count }

        /** The categories. */
        fun categoryId(categoryId: List<String>?): Builder = apply { members["category_id"] = categoryId }

        /** What is missing is named when the ShoppingGoods is used, all of it at once. */
        fun build(): ShoppingGoods = ShoppingGoods(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            name: String?,
            picture: String?,
            amount: Long?,
            count: Long?,
        ): Builder =
            Builder(null)
                .name(name)
                .picture(picture)
                .amount(amount)
                .count(count)
    }
}

/** The goods and their seller. */
class ShoppingInfo internal constructor(members: Members) : Model(members) {
    constructor(
        realMerchantAppid: String? = null,
        jumpLink: JumpLink? = null,
        goods: List<ShoppingGoods>? = null,
    ) : this(
        membersOf(
            "real_merchant_appid" to realMerchantAppid,
            "jump_link" to jumpLink,
            "goods" to goods,
        ),
    )

    /** The AppID of the real seller. */
    val realMerchantAppid: String?
        get() = members.optional("real_merchant_appid") { it as String }

    /** The link on the order's page. */
    val jumpLink: JumpLink?
        get() = members.optional("jump_link") { JumpLink(Members.fromObject(it)) }

    /** The goods. */
    val goods: List<ShoppingGoods>?
        get() = members.optional("goods") { Members.readList(it) { ShoppingGoods(Members.fromObject(it)) } }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a ShoppingInfo, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The AppID of the real seller. */
        fun realMerchantAppid(realMerchantAppid: String?): Builder =
            apply { members["real_merchant_appid"] = realMerchantAppid }

        /** The link on the order's page. */
        fun jumpLink(jumpLink: JumpLink?): Builder = apply { members["jump_link"] = jumpLink }

        /** The goods. */
        fun goods(goods: List<ShoppingGoods>?): Builder = apply { members["goods"] = goods }

        /** What is missing is named when the ShoppingInfo is used, all of it at once. */
        fun build(): ShoppingInfo = ShoppingInfo(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

    }
}

/** The identity of an order. Store it, and pass it to every later call in place of the single members. */
class OrderRef internal constructor(members: Members) : Model(members) {
    constructor(
        outOrderNo: String,
        mchid: String? = null,
        serviceId: String? = null,
        appid: String? = null,
        subMchid: String? = null,
        subAppid: String? = null,
        channelId: String? = null,
    ) : this(
        membersOf(
            "out_order_no" to outOrderNo,
            "mchid" to mchid,
            "service_id" to serviceId,
            "appid" to appid,
            "sub_mchid" to subMchid,
            "sub_appid" to subAppid,
            "channel_id" to channelId,
        ),
    )

    /** The merchant's order number (商户服务订单号). */
    val outOrderNo: String
        get() = members.required("out_order_no") { it as String }

    /** The institution's merchant number. A call by another institution about this order is refused. */
    val mchid: String?
        get() = members.optional("mchid") { it as String }

    /** The service. */
    val serviceId: String?
        get() = members.optional("service_id") { it as String }

    /** The institution's AppID. */
    val appid: String?
        get() = members.optional("appid") { it as String }

    /** The sub-merchant's number. */
    val subMchid: String?
        get() = members.optional("sub_mchid") { it as String }

    /** The sub-merchant's AppID. */
    val subAppid: String?
        get() = members.optional("sub_appid") { it as String }

    /** The channel partner's number. */
    val channelId: String?
        get() = members.optional("channel_id") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a OrderRef, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The merchant's order number (商户服务订单号). */
        fun outOrderNo(outOrderNo: String?): Builder = apply { members["out_order_no"] = outOrderNo }

        /** The institution's merchant number. A call by another institution about this order is refused. */
        fun mchid(mchid: String?): Builder = apply { members["mchid"] = mchid }

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

        /** What is missing is named when the OrderRef is used, all of it at once. */
        fun build(): OrderRef = OrderRef(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            outOrderNo: String?,
        ): Builder =
            Builder(null)
                .outOrderNo(outOrderNo)
    }
}

/** A member that WeChat Pay sent and that could not be read as promised. It is absent here, and stands in `raw`. */
class Unread internal constructor(members: Members) : Model(members) {
    constructor(
        pointer: String,
        found: String,
    ) : this(
        membersOf(
            "pointer" to pointer,
            "found" to found,
        ),
    )

    /**
     * The place: an RFC 6901 JSON pointer into `raw`, such as `/collection/state`. If there are more than 32, the last
     * entry counts the rest, with an empty pointer.
     */
    val pointer: String
        get() = members.required("pointer") { it as String }

    /** What stands there: its type, and the beginning of a text or number. One line, for people. */
    val found: String
        get() = members.required("found") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a Unread, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /**
         * The place: an RFC 6901 JSON pointer into `raw`, such as `/collection/state`. If there are more than 32, the
         * last entry counts the rest, with an empty pointer.
         */
        fun pointer(pointer: String?): Builder = apply { members["pointer"] = pointer }

        /** What stands there: its type, and the beginning of a text or number. One line, for people. */
        fun found(found: String?): Builder = apply { members["found"] = found }

        /** What is missing is named when the Unread is used, all of it at once. */
        fun build(): Unread = Unread(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            pointer: String?,
            found: String?,
        ): Builder =
            Builder(null)
                .pointer(pointer)
                .found(found)
    }
}

/**
 * A service order (支付分服务订单). It was verified before it was read.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
 */
class Order internal constructor(members: Members) :
    Model(members),
    Found {
    /** The merchant's order number (商户服务订单号). */
    val outOrderNo: String
        get() = members.required("out_order_no") { it as String }

    /** The service. */
    val serviceId: String
        get() = members.required("service_id") { it as String }

    /** The institution's merchant number. */
    val mchid: String
        get() = members.required("mchid") { it as String }

    /** The state. Look at `phase` first. */
    val state: OrderState
        get() = members.required("state") { OrderState.fromValue(it as String) }

    /** More about the state. Meaningful only while the state is `DOING`. */
    val stateDescription: StateDescription?
        get() = members.optional("state_description") { StateDescription.fromValue(it as String) }

    /** The institution's AppID. */
    val appid: String?
        get() = members.optional("appid") { it as String }

    /** The sub-merchant's number. */
    val subMchid: String?
        get() = members.optional("sub_mchid") { it as String }

    /** The sub-merchant's AppID. */
    val subAppid: String?
        get() = members.optional("sub_appid") { it as String }

    /** The channel partner's number. */
    val channelId: String?
        get() = members.optional("channel_id") { it as String }

    /** WeChat Pay's number of the order. */
    val orderId: String?
        get() = members.optional("order_id") { it as String }

    /** The service as the user sees it (服务信息). */
    val serviceIntroduction: String?
        get() = members.optional("service_introduction") { it as String }

    /** The amount to be paid, in fen. Present after completion. */
    val totalAmount: Long?
        get() = members.optional("total_amount") { it as Long }

    /** Whether there is money to collect. */
    val needCollection: Boolean?
        get() = members.optional("need_collection") { it as Boolean }

    /** The collection of the money. */
    val collection: Collection?
        get() = members.optional("collection") { Collection(Members.fromObject(it)) }

    /** The items of the bill. */
    val postPayments: List<Payment>?
        get() = members.optional("post_payments") { Members.readList(it) { Payment(Members.fromObject(it)) } }

    /** The discounts. */
    val postDiscounts: List<ServiceOrderCoupon>?
        get() =
            members.optional("post_discounts") { Members.readList(it) { ServiceOrderCoupon(Members.fromObject(it)) } }

    /** The risk fund. */
    val riskFund: RiskFund?
        get() = members.optional("risk_fund") { RiskFund(Members.fromObject(it)) }

    /** When the service is used. */
    val timeRange: TimeRange?
        get() = members.optional("time_range") { TimeRange(Members.fromObject(it)) }

    /** Where the service is used. */
    val location: Location?
        get() = members.optional("location") { Location(Members.fromObject(it)) }

    /** The user's OpenID under the institution's AppID. */
    val openid: String?
        get() = members.optional("openid") { it as String }

    /** The user's OpenID under the sub-merchant's AppID. */
    val subOpenid: String?
        get() = members.optional("sub_openid") { it as String }

    /** The merchant's own data, as it was sent at creation. */
    val attach: String?
        get() = members.optional("attach") { it as String }

    /** Where callbacks go. */
    val notifyUrl: String?
        get() = members.optional("notify_url") { it as String }

    /**
     * The package for the jump in which the user confirms. Present only in the answer to `create_order`, and valid for
     * one hour. Repeat the identical creation to get a fresh one.
     */
    val packageVal: String?
        get() = members.optional("package") { it as String }

    /** The goods and their seller, for pay-on-delivery orders. */
    val shoppingInfo: ShoppingInfo?
        get() = members.optional("shopping_info") { ShoppingInfo(Members.fromObject(it)) }

    /** Where the order stands. */
    val phase: Phase
        get() = members.required("phase") { Phase.fromValue(it as String) }

    /** The identity of this order. Store it, and pass it to every later call. */
    val orderRef: OrderRef
        get() = members.required("order_ref") { OrderRef(Members.fromObject(it)) }

    /** Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. */
    val unread: List<Unread>
        get() = members.required("unread") { Members.readList(it) { Unread(Members.fromObject(it)) } }

    /** The verified text, as received. */
    val raw: String
        get() = members.required("raw") { it as String }

    /** `Request-ID` of the answer or callback. */
    val requestId: String?
        get() = members.optional("request_id") { it as String }
}

/** The order is cancelled. */
class OrderCancelled internal constructor(members: Members) : Model(members) {
    /** Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. */
    val unread: List<Unread>
        get() = members.required("unread") { Members.readList(it) { Unread(Members.fromObject(it)) } }

    /** The verified text as received; usually empty. */
    val raw: String
        get() = members.required("raw") { it as String }

    /** `Request-ID` of the answer. */
    val requestId: String?
        get() = members.optional("request_id") { it as String }
}

/** The order is completed. Nobody has been charged yet. */
class OrderCompleted internal constructor(members: Members) : Model(members) {
    /** Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. */
    val unread: List<Unread>
        get() = members.required("unread") { Members.readList(it) { Unread(Members.fromObject(it)) } }

    /** The verified text as received; usually empty. */
    val raw: String
        get() = members.required("raw") { it as String }

    /** `Request-ID` of the answer. */
    val requestId: String?
        get() = members.optional("request_id") { it as String }
}

/** The amount is lowered. */
class OrderModified internal constructor(members: Members) : Model(members) {
    /** Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. */
    val unread: List<Unread>
        get() = members.required("unread") { Members.readList(it) { Unread(Members.fromObject(it)) } }

    /** The verified text as received; usually empty. */
    val raw: String
        get() = members.required("raw") { it as String }

    /** `Request-ID` of the answer. */
    val requestId: String?
        get() = members.optional("request_id") { it as String }
}

/** WeChat Pay knows that the order was paid elsewhere. */
class OrderSynced internal constructor(members: Members) : Model(members) {
    /** Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. */
    val unread: List<Unread>
        get() = members.required("unread") { Members.readList(it) { Unread(Members.fromObject(it)) } }

    /** The verified text as received; usually empty. */
    val raw: String
        get() = members.required("raw") { it as String }

    /** `Request-ID` of the answer. */
    val requestId: String?
        get() = members.optional("request_id") { it as String }
}

/** The number is registered for 24 hours and one withholding. */
class DeductionRegistered internal constructor(members: Members) : Model(members) {
    /** The description of what is sold (商品描述). Pass it to the clearing house. */
    val description: String?
        get() = members.optional("description") { it as String }

    /** Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. */
    val unread: List<Unread>
        get() = members.required("unread") { Members.readList(it) { Unread(Members.fromObject(it)) } }

    /** The verified text, as received. */
    val raw: String
        get() = members.required("raw") { it as String }

    /** `Request-ID` of the answer. */
    val requestId: String?
        get() = members.optional("request_id") { it as String }
}

/** The registered deduction number. If there were several, it is the latest. */
class DeductionInfo internal constructor(members: Members) :
    Model(members),
    Found {
    /** The deduction number. */
    val outTradeNo: String
        get() = members.required("out_trade_no") { it as String }

    /** The description of what is sold (商品描述). */
    val description: String?
        get() = members.optional("description") { it as String }

    /** Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. */
    val unread: List<Unread>
        get() = members.required("unread") { Members.readList(it) { Unread(Members.fromObject(it)) } }

    /** The order of the call. WeChat Pay's answer does not name it. */
    val orderRef: OrderRef?
        get() = members.optional("order_ref") { OrderRef(Members.fromObject(it)) }

    /** The verified text, as received. */
    val raw: String
        get() = members.required("raw") { it as String }

    /** `Request-ID` of the answer. */
    val requestId: String?
        get() = members.optional("request_id") { it as String }
}

/** The authorisation is prepared. The user has not agreed yet. */
class PermissionsApplied internal constructor(members: Members) : Model(members) {
    /** For the jump into the authorisation view (预授权token), valid for one hour. */
    val applyPermissionsToken: String?
        get() = members.optional("apply_permissions_token") { it as String }

    /** Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. */
    val unread: List<Unread>
        get() = members.required("unread") { Members.readList(it) { Unread(Members.fromObject(it)) } }

    /** The verified text, as received. */
    val raw: String
        get() = members.required("raw") { it as String }

    /** `Request-ID` of the answer. */
    val requestId: String?
        get() = members.optional("request_id") { it as String }
}

/** A user's authorisation of a service (授权记录). */
class Permissions internal constructor(members: Members) :
    Model(members),
    Found {
    /** The service. */
    val serviceId: String
        get() = members.required("service_id") { it as String }

    /** The institution's merchant number. */
    val mchid: String
        get() = members.required("mchid") { it as String }

    /** The state of the authorisation. */
    val authorizationState: AuthorizationState
        get() = members.required("authorization_state") { AuthorizationState.fromValue(it as String) }

    /** The institution's AppID. */
    val appid: String?
        get() = members.optional("appid") { it as String }

    /** The sub-merchant's number. */
    val subMchid: String?
        get() = members.optional("sub_mchid") { it as String }

    /** The sub-merchant's AppID. */
    val subAppid: String?
        get() = members.optional("sub_appid") { it as String }

    /** The channel partner's number. */
    val channelId: String?
        get() = members.optional("channel_id") { it as String }

    /** The user under the institution's AppID. */
    val openid: String?
        get() = members.optional("openid") { it as String }

    /** The user under the sub-merchant's AppID. */
    val subOpenid: String?
        get() = members.optional("sub_openid") { it as String }

    /** The merchant's authorisation number (授权协议号). */
    val authorizationCode: String?
        get() = members.optional("authorization_code") { it as String }

    /** Where its callbacks go. */
    val notifyUrl: String?
        get() = members.optional("notify_url") { it as String }

    /** When the user withdrew it, in RFC 3339, with or without milliseconds. */
    val cancelAuthorizationTime: String?
        get() = members.optional("cancel_authorization_time") { it as String }

    /** When the user last authorised it, in RFC 3339, with or without milliseconds. */
    val authorizationSuccessTime: String?
        get() = members.optional("authorization_success_time") { it as String }

    /** A label of the user; not proven for this mode. */
    val userLabel: String?
        get() = members.optional("user_label") { it as String }

    /** Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. */
    val unread: List<Unread>
        get() = members.required("unread") { Members.readList(it) { Unread(Members.fromObject(it)) } }

    /** The verified text, as received. */
    val raw: String
        get() = members.required("raw") { it as String }

    /** `Request-ID` of the answer. */
    val requestId: String?
        get() = members.optional("request_id") { it as String }
}

/** The authorisation is ended. */
class PermissionsTerminated internal constructor(members: Members) : Model(members) {
    /** Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. */
    val unread: List<Unread>
        get() = members.required("unread") { Members.readList(it) { Unread(Members.fromObject(it)) } }

    /** The verified text as received; usually empty. */
    val raw: String
        get() = members.required("raw") { it as String }

    /** `Request-ID` of the answer. */
    val requestId: String?
        get() = members.optional("request_id") { it as String }
}

/**
 * A platform certificate, opened. It is trusted because it was sealed under the APIv3 key; its chain is not checked.
 * For additional assurance, compare `issuer`, or check the chain with `openssl verify` against WeChat Pay's
 * CertTrustChain.p7b.
 */
class PlatformCertificate internal constructor(members: Members) : Model(members) {
    constructor(
        serialNo: String,
        certificate: String,
        notBefore: Long,
        notAfter: Long,
        issuer: String,
    ) : this(
        membersOf(
            "serial_no" to serialNo,
            "certificate" to certificate,
            "not_before" to notBefore,
            "not_after" to notAfter,
            "issuer" to issuer,
        ),
    )

    /** Its serial, in upper-case hexadecimal. */
    val serialNo: String
        get() = members.required("serial_no") { it as String }

    /** The certificate in PEM, for `certificates` of a new merchant. */
    val certificate: String
        get() = members.required("certificate") { it as String }

    /** The beginning of its validity, in Unix seconds. */
    val notBefore: Long
        get() = members.required("not_before") { it as Long }

    /** The end of its validity, in Unix seconds. */
    val notAfter: Long
        get() = members.required("not_after") { it as Long }

    /** The issuer, in RFC 4514. */
    val issuer: String
        get() = members.required("issuer") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a PlatformCertificate, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** Its serial, in upper-case hexadecimal. */
        fun serialNo(serialNo: String?): Builder = apply { members["serial_no"] = serialNo }

        /** The certificate in PEM, for `certificates` of a new merchant. */
        fun certificate(certificate: String?): Builder = apply { members["certificate"] = certificate }

        /** The beginning of its validity, in Unix seconds. */
        fun notBefore(notBefore: Long?): Builder = apply { members["not_before"] = notBefore }

        /** The end of its validity, in Unix seconds. */
        fun notAfter(notAfter: Long?): Builder = apply { members["not_after"] = notAfter }

        /** The issuer, in RFC 4514. */
        fun issuer(issuer: String?): Builder = apply { members["issuer"] = issuer }

        /** What is missing is named when the PlatformCertificate is used, all of it at once. */
        fun build(): PlatformCertificate = PlatformCertificate(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            serialNo: String?,
            certificate: String?,
            notBefore: Long?,
            notAfter: Long?,
            issuer: String?,
        ): Builder =
            Builder(null)
                .serialNo(serialNo)
                .certificate(certificate)
                .notBefore(notBefore)
                .notAfter(notAfter)
                .issuer(issuer)
    }
}

/** A listed certificate that is not trusted. */
class CertificateLeftOut internal constructor(members: Members) : Model(members) {
    constructor(
        code: String,
        why: String,
        serialNo: String? = null,
    ) : this(
        membersOf(
            "code" to code,
            "why" to why,
            "serial_no" to serialNo,
        ),
    )

    /**
     * The stable code: `decryption.key`, `decryption.algorithm` (国密), `decryption.shape`, or
     * `verification.certificate`.
     */
    val code: String
        get() = members.required("code") { it as String }

    /** The reason, for people. */
    val why: String
        get() = members.required("why") { it as String }

    /** The serial that the list names. */
    val serialNo: String?
        get() = members.optional("serial_no") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a CertificateLeftOut, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /**
         * The stable code: `decryption.key`, `decryption.algorithm` (国密), `decryption.shape`, or
         * `verification.certificate`.
         */
        fun code(code: String?): Builder = apply { members["code"] = code }

        /** The reason, for people. */
        fun why(why: String?): Builder = apply { members["why"] = why }

        /** The serial that the list names. */
        fun serialNo(serialNo: String?): Builder = apply { members["serial_no"] = serialNo }

        /** What is missing is named when the CertificateLeftOut is used, all of it at once. */
        fun build(): CertificateLeftOut = CertificateLeftOut(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            code: String?,
            why: String?,
        ): Builder =
            Builder(null)
                .code(code)
                .why(why)
    }
}

/** WeChat Pay's platform certificates that are in use. Also keep those that you trusted before, until they expire. */
class PlatformCertificates internal constructor(members: Members) : Model(members) {
    /** The certificates. */
    val data: List<PlatformCertificate>
        get() = members.required("data") { Members.readList(it) { PlatformCertificate(Members.fromObject(it)) } }

    /**
     * The listed certificates that are not trusted, each with the reason. Absent if there are none. Raise an alarm if
     * an APIv3 key opens only some of them, or if one has expired.
     */
    val leftOut: List<CertificateLeftOut>?
        get() = members.optional("left_out") { Members.readList(it) { CertificateLeftOut(Members.fromObject(it)) } }

    /** Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. */
    val unread: List<Unread>
        get() = members.required("unread") { Members.readList(it) { Unread(Members.fromObject(it)) } }

    /** The verified text as received, with the certificates still sealed. */
    val raw: String
        get() = members.required("raw") { it as String }

    /** `Request-ID` of the answer. */
    val requestId: String?
        get() = members.optional("request_id") { it as String }
}

/** The text that came back. */
class SecurityEchoed internal constructor(members: Members) : Model(members) {
    /** The text. */
    val echoMessage: String?
        get() = members.optional("echo_message") { it as String }

    /**
     * The text that WeChat Pay opened, sealed to the merchant's certificate. `open_sensitive` opens it. This is not
     * proven.
     */
    val encryptedEchoMessage: String?
        get() = members.optional("encrypted_echo_message") { it as String }

    /** Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. */
    val unread: List<Unread>
        get() = members.required("unread") { Members.readList(it) { Unread(Members.fromObject(it)) } }

    /** The verified text, as received. */
    val raw: String
        get() = members.required("raw") { it as String }

    /** `Request-ID` of the answer. */
    val requestId: String?
        get() = members.optional("request_id") { it as String }
}

/** A verified answer for which Payscore has no type. */
class RawReply internal constructor(members: Members) : Model(members) {
    /** The HTTP status, 200 to 299. */
    val status: Long
        get() = members.required("status") { it as Long }

    /** Whether the request is still being processed (202). Then repeat the identical request later. */
    val pending: Boolean
        get() = members.required("pending") { it as Boolean }

    /** The body as JSON. Absent if there is none, or if it is not JSON. */
    val body: Any?
        get() = members.optional("body") { it }

    /** Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. */
    val unread: List<Unread>
        get() = members.required("unread") { Members.readList(it) { Unread(Members.fromObject(it)) } }

    /** The verified text, as received. */
    val raw: String
        get() = members.required("raw") { it as String }

    /** `Request-ID` of the answer. */
    val requestId: String?
        get() = members.optional("request_id") { it as String }
}

/** A file whose hash was checked. */
class Downloaded internal constructor(members: Members) : Model(members) {
    /** The file. */
    val content: ByteArray
        get() = members.required("content") { Members.readBytes(it) }

    /** Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. */
    val unread: List<Unread>
        get() = members.required("unread") { Members.readList(it) { Unread(Members.fromObject(it)) } }

    /** Always empty. The file is in `content`. */
    val raw: String
        get() = members.required("raw") { it as String }

    /** `Request-ID` of the answer. */
    val requestId: String?
        get() = members.optional("request_id") { it as String }
}

/**
 * How to answer a callback. Store the event durably first, then send this, within 5 seconds.
 *
 * Send its parts. A framework's handler must not return the acknowledgement itself. Spring:
 * `ResponseEntity.status(ack.status()).headers(it -> ack.headers().forEach(it::set)).body(ack.bytes())`.
 */
class Ack internal constructor(source: Members) : Returned(source) {
    constructor(
        status: Int,
        headers: Map<String, String>,
        body: String,
    ) : this(
        membersOf(
            "status" to status,
            "headers" to headers,
            "body" to body,
        ),
    )

    /** The HTTP status. With 200 or 204 the callback does not come again. */
    fun status(): Int = members.required("status") { (it as Long).toInt() }

    /** The headers. */
    fun headers(): Map<String, String> = members.required("headers") { Members.readMap(it) { it as String } }

    /** The body. Empty with 204. */
    fun body(): String = members.required("body") { it as String }

    /** The body's bytes, in UTF-8. */
    fun bytes(): ByteArray = body().toByteArray()
}

/**
 * The user confirmed the order in WeChat (确认订单回调): the service may be rendered. A callback may come late, after the
 * order has moved on: compare `order` with what you know by `later_reading` before you act on it.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090709>
 */
class UserConfirmed internal constructor(source: Members) :
    Returned(source),
    Event {
    /** Unique per notification. */
    override val id: String
        get() = members.required("id") { it as String }

    /** What happened: WeChat Pay's word for it, or `order_unclear`. */
    override val eventType: String
        get() = members.required("event_type") { it as String }

    /** The order. */
    val order: Order
        get() = members.required("order") { Order(Members.fromObject(it)) }

    /** How to answer, once the event is stored durably. */
    override val ack: Ack
        get() = members.required("ack") { Ack(Members.fromObject(it)) }

    /**
     * The key under which to remember that this event was dealt with: insert it in the same database transaction as the
     * change.
     */
    override val deduplicationKey: String
        get() = members.required("deduplication_key") { it as String }

    /** The opened text as received. */
    override val raw: String
        get() = members.required("raw") { it as String }

    /** When the notification was made, RFC 3339. */
    override val createTime: String?
        get() = members.optional("create_time") { it as String }

    /** A text for people. */
    override val summary: String?
        get() = members.optional("summary") { it as String }

    /** `Request-ID` of the callback. */
    override val requestId: String?
        get() = members.optional("request_id") { it as String }

    /**
     * Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. Beside the
     * sealed content, `create_time` and `summary` can be among them.
     */
    override val unread: List<Unread>
        get() = members.required("unread") { Members.readList(it) { Unread(Members.fromObject(it)) } }
}

/**
 * The order was paid (支付成功回调). Documented for payments that the user started; always query after a withholding. A
 * callback may come late: compare `order` with what you know by `later_reading` before you act on it.
 *
 * Source:
 * <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-order/paysuccess-callback.html>
 */
class UserPaid internal constructor(source: Members) :
    Returned(source),
    Event {
    /** Unique per notification. */
    override val id: String
        get() = members.required("id") { it as String }

    /** What happened: WeChat Pay's word for it, or `order_unclear`. */
    override val eventType: String
        get() = members.required("event_type") { it as String }

    /** The order. */
    val order: Order
        get() = members.required("order") { Order(Members.fromObject(it)) }

    /** The number under which it was paid; empty when WeChat Pay did not say. */
    val outTradeNo: String
        get() = members.required("out_trade_no") { it as String }

    /** How to answer, once the event is stored durably. */
    override val ack: Ack
        get() = members.required("ack") { Ack(Members.fromObject(it)) }

    /**
     * The key under which to remember that this event was dealt with: insert it in the same database transaction as the
     * change.
     */
    override val deduplicationKey: String
        get() = members.required("deduplication_key") { it as String }

    /** The opened text as received. */
    override val raw: String
        get() = members.required("raw") { it as String }

    /** When the notification was made, RFC 3339. */
    override val createTime: String?
        get() = members.optional("create_time") { it as String }

    /** A text for people. */
    override val summary: String?
        get() = members.optional("summary") { it as String }

    /** `Request-ID` of the callback. */
    override val requestId: String?
        get() = members.optional("request_id") { it as String }

    /**
     * Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. Beside the
     * sealed content, `create_time` and `summary` can be among them.
     */
    override val unread: List<Unread>
        get() = members.required("unread") { Members.readList(it) { Unread(Members.fromObject(it)) } }
}

/**
 * An event about an order that says neither what its name promises nor its contrary: WeChat Pay uses a value that this
 * version does not know, or a member that cannot be read. Store it, acknowledge it, and query the order; act on what
 * the query says, never on `reported_event_type`.
 */
class OrderUnclear internal constructor(source: Members) :
    Returned(source),
    Event {
    /** Unique per notification. */
    override val id: String
        get() = members.required("id") { it as String }

    /** What happened: WeChat Pay's word for it, or `order_unclear`. */
    override val eventType: String
        get() = members.required("event_type") { it as String }

    /** What WeChat Pay calls it: `PAYSCORE.USER_CONFIRM` or `PAYSCORE.USER_PAID`. */
    val reportedEventType: String
        get() = members.required("reported_event_type") { it as String }

    /** The order, as far as it could be read. */
    val order: Order
        get() = members.required("order") { Order(Members.fromObject(it)) }

    /** How to answer, once the event is stored durably. */
    override val ack: Ack
        get() = members.required("ack") { Ack(Members.fromObject(it)) }

    /**
     * The key under which to remember that this event was dealt with: insert it in the same database transaction as the
     * change.
     */
    override val deduplicationKey: String
        get() = members.required("deduplication_key") { it as String }

    /** The opened text as received. */
    override val raw: String
        get() = members.required("raw") { it as String }

    /** When the notification was made, RFC 3339. */
    override val createTime: String?
        get() = members.optional("create_time") { it as String }

    /** A text for people. */
    override val summary: String?
        get() = members.optional("summary") { it as String }

    /** `Request-ID` of the callback. */
    override val requestId: String?
        get() = members.optional("request_id") { it as String }

    /** The number under which it was paid, if it says so. */
    val outTradeNo: String?
        get() = members.optional("out_trade_no") { it as String }

    /**
     * Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. Beside the
     * sealed content, `create_time` and `summary` can be among them.
     */
    override val unread: List<Unread>
        get() = members.required("unread") { Members.readList(it) { Unread(Members.fromObject(it)) } }
}

/**
 * What a unified order at the clearing house must carry, as WeChat Pay asks.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012084127>
 */
class PrepayRequest internal constructor(members: Members) : Model(members) {
    constructor(
        deviceInfo: String? = null,
        nonceStr: String? = null,
        body: String? = null,
        attach: String? = null,
        feeType: String? = null,
        timeStart: String? = null,
        timeExpire: String? = null,
        goodsTag: String? = null,
        notifyUrl: String? = null,
        tradeType: String? = null,
        limitPay: String? = null,
        needReceipt: Boolean? = null,
    ) : this(
        membersOf(
            "device_info" to deviceInfo,
            "nonce_str" to nonceStr,
            "body" to body,
            "attach" to attach,
            "fee_type" to feeType,
            "time_start" to timeStart,
            "time_expire" to timeExpire,
            "goods_tag" to goodsTag,
            "notify_url" to notifyUrl,
            "trade_type" to tradeType,
            "limit_pay" to limitPay,
            "need_receipt" to needReceipt,
        ),
    )

    /** Device, such as `WEB`. */
    val deviceInfo: String?
        get() = members.optional("device_info") { it as String }

    /** Random text: copy it as it is. */
    val nonceStr: String?
        get() = members.optional("nonce_str") { it as String }

    /** What is sold. */
    val body: String?
        get() = members.optional("body") { it as String }

    /** The merchant's own data. */
    val attach: String?
        get() = members.optional("attach") { it as String }

    /** `CNY`. */
    val feeType: String?
        get() = members.optional("fee_type") { it as String }

    /** When the payment begins, `yyyyMMddHHmmss` in Beijing time. */
    val timeStart: String?
        get() = members.optional("time_start") { it as String }

    /** When it lapses, `yyyyMMddHHmmss` in Beijing time. */
    val timeExpire: String?
        get() = members.optional("time_expire") { it as String }

    /** A mark for discounts. */
    val goodsTag: String?
        get() = members.optional("goods_tag") { it as String }

    /** Where WeChat Pay's side takes the result: pass it through. */
    val notifyUrl: String?
        get() = members.optional("notify_url") { it as String }

    /** `JSAPI`, `NATIVE` or `App`. */
    val tradeType: String?
        get() = members.optional("trade_type") { it as String }

    /** `no_credit`. */
    val limitPay: String?
        get() = members.optional("limit_pay") { it as String }

    /** Whether an electronic receipt is offered. */
    val needReceipt: Boolean?
        get() = members.optional("need_receipt") { it as Boolean }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a PrepayRequest, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** Device, such as `WEB`. */
        fun deviceInfo(deviceInfo: String?): Builder = apply { members["device_info"] = deviceInfo }

        /** Random text: copy it as it is. */
        fun nonceStr(nonceStr: String?): Builder = apply { members["nonce_str"] = nonceStr }

        /** What is sold. */
        fun body(body: String?): Builder = apply { members["body"] = body }

        /** The merchant's own data. */
        fun attach(attach: String?): Builder = apply { members["attach"] = attach }

        /** `CNY`. */
        fun feeType(feeType: String?): Builder = apply { members["fee_type"] = feeType }

        /** When the payment begins, `yyyyMMddHHmmss` in Beijing time. */
        fun timeStart(timeStart: String?): Builder = apply { members["time_start"] = timeStart }

        /** When it lapses, `yyyyMMddHHmmss` in Beijing time. */
        fun timeExpire(timeExpire: String?): Builder = apply { members["time_expire"] = timeExpire }

        /** A mark for discounts. */
        fun goodsTag(goodsTag: String?): Builder = apply { members["goods_tag"] = goodsTag }

        /** Where WeChat Pay's side takes the result: pass it through. */
        fun notifyUrl(notifyUrl: String?): Builder = apply { members["notify_url"] = notifyUrl }

        /** `JSAPI`, `NATIVE` or `App`. */
        fun tradeType(tradeType: String?): Builder = apply { members["trade_type"] = tradeType }

        /** `no_credit`. */
        fun limitPay(limitPay: String?): Builder = apply { members["limit_pay"] = limitPay }

        /** Whether an electronic receipt is offered. */
        fun needReceipt(needReceipt: Boolean?): Builder = apply { members["need_receipt"] = needReceipt }

        /** What is missing is named when the PrepayRequest is used, all of it at once. */
        fun build(): PrepayRequest = PrepayRequest(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

    }
}

/**
 * In WeChat's list the user asks to pay a completed order at once (商户预下单回调). Place a unified order (统一下单) at the
 * clearing house with the values of `prepay_req_body`, and answer before `answer_before`. It has no ready
 * acknowledgement: build it from the clearing house's answer with `acknowledge_prepay`, store it, and give a repeated
 * notification the same stored one.
 *
 * Refuse it while a deduction number is in force or its withholding is unknown: both would charge the user.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012084127>
 */
class MchPrepay internal constructor(source: Members) :
    Returned(source),
    Event {
    /** Unique per notification. */
    override val id: String
        get() = members.required("id") { it as String }

    /** What happened: WeChat Pay's word for it, or `order_unclear`. */
    override val eventType: String
        get() = members.required("event_type") { it as String }

    /** The identity of the order. */
    val orderRef: OrderRef
        get() = members.required("order_ref") { OrderRef(Members.fromObject(it)) }

    /** What is to be paid, in fen. */
    val totalAmount: Long
        get() = members.required("total_amount") { it as Long }

    /**
     * What must be copied into the members of the same names of the unified order; the others are yours to fill. What
     * `unread` names of it is missing here: copy it from `raw`, or refuse.
     */
    val prepayReqBody: PrepayRequest
        get() = members.required("prepay_req_body") { PrepayRequest(Members.fromObject(it)) }

    /** The answer must be given before this moment, in Unix seconds: 5 seconds after the callback was received. */
    val answerBefore: Long
        get() = members.required("answer_before") { it as Long }

    /**
     * The key under which to remember that this event was dealt with: insert it in the same database transaction as the
     * change.
     */
    override val deduplicationKey: String
        get() = members.required("deduplication_key") { it as String }

    /** The opened text as received. */
    override val raw: String
        get() = members.required("raw") { it as String }

    /** When the notification was made, RFC 3339. */
    override val createTime: String?
        get() = members.optional("create_time") { it as String }

    /** A text for people. */
    override val summary: String?
        get() = members.optional("summary") { it as String }

    /** `Request-ID` of the callback. */
    override val requestId: String?
        get() = members.optional("request_id") { it as String }

    /**
     * Always absent: the answer is made with `acknowledge_prepay`. As long as you have none, and when you refuse,
     * answer with the status 500; WeChat Pay then sends it again.
     */
    override val ack: Ack?
        get() = members.optional("ack") { Ack(Members.fromObject(it)) }

    /** The user under the institution's AppID. */
    val openid: String?
        get() = members.optional("openid") { it as String }

    /** The user under the sub-merchant's AppID. */
    val subOpenid: String?
        get() = members.optional("sub_openid") { it as String }

    /**
     * Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. Beside the
     * sealed content, `create_time` and `summary` can be among them.
     */
    override val unread: List<Unread>
        get() = members.required("unread") { Members.readList(it) { Unread(Members.fromObject(it)) } }
}

/**
 * A user's authorisation of a service, as a callback tells it. `mch_id` and `sub_mch_id`, as one sample has them, are
 * read as `mchid` and `sub_mchid`.
 */
class ServiceAuthorization internal constructor(members: Members) : Model(members) {
    constructor(
        serviceId: String,
        authorizationCode: String,
        openorcloseTime: String? = null,
        appid: String? = null,
        mchid: String? = null,
        subMchid: String? = null,
        subAppid: String? = null,
        channelId: String? = null,
        openid: String? = null,
        subOpenid: String? = null,
        userServiceStatus: String? = null,
        outRequestNo: String? = null,
    ) : this(
        membersOf(
            "service_id" to serviceId,
            "authorization_code" to authorizationCode,
            "openorclose_time" to openorcloseTime,
            "appid" to appid,
            "mchid" to mchid,
            "sub_mchid" to subMchid,
            "sub_appid" to subAppid,
            "channel_id" to channelId,
            "openid" to openid,
            "sub_openid" to subOpenid,
            "user_service_status" to userServiceStatus,
            "out_request_no" to outRequestNo,
        ),
    )

    /** The service. */
    val serviceId: String
        get() = members.required("service_id") { it as String }

    /** The merchant's authorisation number (授权协议号). */
    val authorizationCode: String
        get() = members.required("authorization_code") { it as String }

    /** When it was opened or closed, `yyyyMMddHHmmss` in Beijing time. */
    val openorcloseTime: String?
        get() = members.optional("openorclose_time") { it as String }

    /** The institution's AppID. */
    val appid: String?
        get() = members.optional("appid") { it as String }

    /** The institution's merchant number. */
    val mchid: String?
        get() = members.optional("mchid") { it as String }

    /** The sub-merchant's number. */
    val subMchid: String?
        get() = members.optional("sub_mchid") { it as String }

    /** The sub-merchant's AppID. */
    val subAppid: String?
        get() = members.optional("sub_appid") { it as String }

    /** The channel partner's number. */
    val channelId: String?
        get() = members.optional("channel_id") { it as String }

    /** The user under the institution's AppID. */
    val openid: String?
        get() = members.optional("openid") { it as String }

    /** The user under the sub-merchant's AppID. */
    val subOpenid: String?
        get() = members.optional("sub_openid") { it as String }

    /** `USER_OPEN_SERVICE` or `USER_CLOSE_SERVICE`. */
    val userServiceStatus: String?
        get() = members.optional("user_service_status") { it as String }

    /** The number of the request; not for this kind of authorisation. */
    val outRequestNo: String?
        get() = members.optional("out_request_no") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a ServiceAuthorization, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The service. */
        fun serviceId(serviceId: String?): Builder = apply { members["service_id"] = serviceId }

        /** The merchant's authorisation number (授权协议号). */
        fun authorizationCode(authorizationCode: String?): Builder =
            apply { members["authorization_code"] = authorizationCode }

        /** When it was opened or closed, `yyyyMMddHHmmss` in Beijing time. */
        fun openorcloseTime(openorcloseTime: String?): Builder = apply { members["openorclose_time"] = openorcloseTime }

        /** The institution's AppID. */
        fun appid(appid: String?): Builder = apply { members["appid"] = appid }

        /** The institution's merchant number. */
        fun mchid(mchid: String?): Builder = apply { members["mchid"] = mchid }

        /** The sub-merchant's number. */
        fun subMchid(subMchid: String?): Builder = apply { members["sub_mchid"] = subMchid }

        /** The sub-merchant's AppID. */
        fun subAppid(subAppid: String?): Builder = apply { members["sub_appid"] = subAppid }

        /** The channel partner's number. */
        fun channelId(channelId: String?): Builder = apply { members["channel_id"] = channelId }

        /** The user under the institution's AppID. */
        fun openid(openid: String?): Builder = apply { members["openid"] = openid }

        /** The user under the sub-merchant's AppID. */
        fun subOpenid(subOpenid: String?): Builder = apply { members["sub_openid"] = subOpenid }

        /** `USER_OPEN_SERVICE` or `USER_CLOSE_SERVICE`. */
        fun userServiceStatus(userServiceStatus: String?): Builder =
            apply { members["user_service_status"] = userServiceStatus }

        /** The number of the request; not for this kind of authorisation. */
        fun outRequestNo(outRequestNo: String?): Builder = apply { members["out_request_no"] = outRequestNo }

        /** What is missing is named when the ServiceAuthorization is used, all of it at once. */
        fun build(): ServiceAuthorization = ServiceAuthorization(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            serviceId: String?,
            authorizationCode: String?,
        ): Builder =
            Builder(null)
                .serviceId(serviceId)
                .authorizationCode(authorizationCode)
    }
}

/**
 * The user authorised a service (开启授权服务回调, 免确认 only): orders may be created.
 *
 * Source:
 * <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-auth/auth-order-callback.html>
 */
class UserOpenedService internal constructor(source: Members) :
    Returned(source),
    Event {
    /** Unique per notification. */
    override val id: String
        get() = members.required("id") { it as String }

    /** What happened: WeChat Pay's word for it, or `order_unclear`. */
    override val eventType: String
        get() = members.required("event_type") { it as String }

    /** The authorisation. */
    val service: ServiceAuthorization
        get() = members.required("service") { ServiceAuthorization(Members.fromObject(it)) }

    /** How to answer, once the event is stored durably. */
    override val ack: Ack
        get() = members.required("ack") { Ack(Members.fromObject(it)) }

    /**
     * The key under which to remember that this event was dealt with: insert it in the same database transaction as the
     * change.
     */
    override val deduplicationKey: String
        get() = members.required("deduplication_key") { it as String }

    /** The opened text as received. */
    override val raw: String
        get() = members.required("raw") { it as String }

    /** When the notification was made, RFC 3339. */
    override val createTime: String?
        get() = members.optional("create_time") { it as String }

    /** A text for people. */
    override val summary: String?
        get() = members.optional("summary") { it as String }

    /** `Request-ID` of the callback. */
    override val requestId: String?
        get() = members.optional("request_id") { it as String }

    /**
     * Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. Beside the
     * sealed content, `create_time` and `summary` can be among them.
     */
    override val unread: List<Unread>
        get() = members.required("unread") { Members.readList(it) { Unread(Members.fromObject(it)) } }
}

/**
 * The user's authorisation of a service ended (解除授权服务回调, 免确认 only): no new orders, but money that is owed can still be
 * collected.
 *
 * Source:
 * <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-auth/auth-order-callback.html>
 */
class UserClosedService internal constructor(source: Members) :
    Returned(source),
    Event {
    /** Unique per notification. */
    override val id: String
        get() = members.required("id") { it as String }

    /** What happened: WeChat Pay's word for it, or `order_unclear`. */
    override val eventType: String
        get() = members.required("event_type") { it as String }

    /** The authorisation. */
    val service: ServiceAuthorization
        get() = members.required("service") { ServiceAuthorization(Members.fromObject(it)) }

    /** How to answer, once the event is stored durably. */
    override val ack: Ack
        get() = members.required("ack") { Ack(Members.fromObject(it)) }

    /**
     * The key under which to remember that this event was dealt with: insert it in the same database transaction as the
     * change.
     */
    override val deduplicationKey: String
        get() = members.required("deduplication_key") { it as String }

    /** The opened text as received. */
    override val raw: String
        get() = members.required("raw") { it as String }

    /** When the notification was made, RFC 3339. */
    override val createTime: String?
        get() = members.optional("create_time") { it as String }

    /** A text for people. */
    override val summary: String?
        get() = members.optional("summary") { it as String }

    /** `Request-ID` of the callback. */
    override val requestId: String?
        get() = members.optional("request_id") { it as String }

    /**
     * Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. Beside the
     * sealed content, `create_time` and `summary` can be among them.
     */
    override val unread: List<Unread>
        get() = members.required("unread") { Members.readList(it) { Unread(Members.fromObject(it)) } }
}

/** An event that this version does not know; everything is in `raw`. It has no ready acknowledgement. */
class Unknown internal constructor(source: Members) :
    Returned(source),
    Event {
    /** Unique per notification. */
    override val id: String
        get() = members.required("id") { it as String }

    /** What happened: WeChat Pay's word for it, or `order_unclear`. */
    override val eventType: String
        get() = members.required("event_type") { it as String }

    /**
     * The key under which to remember that this event was dealt with: insert it in the same database transaction as the
     * change.
     */
    override val deduplicationKey: String
        get() = members.required("deduplication_key") { it as String }

    /** The opened text as received. */
    override val raw: String
        get() = members.required("raw") { it as String }

    /** When the notification was made, RFC 3339. */
    override val createTime: String?
        get() = members.optional("create_time") { it as String }

    /** A text for people. */
    override val summary: String?
        get() = members.optional("summary") { it as String }

    /** `Request-ID` of the callback. */
    override val requestId: String?
        get() = members.optional("request_id") { it as String }

    /**
     * Always absent: what this event wants is not known. Answer with the status 500 until your own code stores and
     * understands it (it comes again, for about a day), then with 204.
     */
    override val ack: Ack?
        get() = members.optional("ack") { Ack(Members.fromObject(it)) }

    /**
     * Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. Beside the
     * sealed content, `create_time` and `summary` can be among them.
     */
    override val unread: List<Unread>
        get() = members.required("unread") { Members.readList(it) { Unread(Members.fromObject(it)) } }
}

/**
 * The parameters of a jump, one object for each kind of client. What comes back to the client proves nothing: query the
 * order.
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
        get() = members.required("mini_program") { it }

    /** For `wx.navigateToMiniProgram` in a mini program. */
    val navigateToMiniProgram: Any
        get() = members.required("navigate_to_mini_program") { it }

    /** For `wx.invoke("openBusinessView", …)` in a page inside WeChat (JSAPI). */
    val jsapi: Any
        get() = members.required("jsapi") { it }

    /** For the OpenSDK's `WXOpenBusinessView` in an app. */
    val app: Any
        get() = members.required("app") { it }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a Launch, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** For `wx.openBusinessView` in a mini program (base library 2.6.0 or later). */
        fun miniProgram(miniProgram: Any?): Builder = apply { members["mini_program"] = miniProgram }

        /** For `wx.navigateToMiniProgram` in a mini program. */
        fun navigateToMiniProgram(navigateToMiniProgram: Any?): Builder =
            apply { members["navigate_to_mini_program"] = navigateToMiniProgram }

        /** For `wx.invoke("openBusinessView", …)` in a page inside WeChat (JSAPI). */
        fun jsapi(jsapi: Any?): Builder = apply { members["jsapi"] = jsapi }

        /** For the OpenSDK's `WXOpenBusinessView` in an app. */
        fun app(app: Any?): Builder = apply { members["app"] = app }

        /** What is missing is named when the Launch is used, all of it at once. */
        fun build(): Launch = Launch(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            miniProgram: Any?,
            navigateToMiniProgram: Any?,
            jsapi: Any?,
            app: Any?,
        ): Builder =
            Builder(null)
                .miniProgram(miniProgram)
                .navigateToMiniProgram(navigateToMiniProgram)
                .jsapi(jsapi)
                .app(app)
    }
}

/**
 * What a client brought back. It appears only if the user taps the return button in WeChat Pay Score's page. It never
 * proves a confirmation: query the order.
 */
class LaunchReturn internal constructor(members: Members) : Model(members) {
    constructor(
        cameBack: Boolean,
        queryId: String? = null,
    ) : this(
        membersOf(
            "came_back" to cameBack,
            "query_id" to queryId,
        ),
    )

    /** Whether it comes from WeChat Pay Score and shows no error. */
    val cameBack: Boolean
        get() = members.required("came_back") { it as Boolean }

    /** The `query_id` from the confirm page, for `query_order`. A convenience: `out_order_no` serves as well. */
    val queryId: String?
        get() = members.optional("query_id") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a LaunchReturn, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** Whether it comes from WeChat Pay Score and shows no error. */
        fun cameBack(cameBack: Boolean?): Builder = apply { members["came_back"] = cameBack }

        /** The `query_id` from the confirm page, for `query_order`. A convenience: `out_order_no` serves as well. */
        fun queryId(queryId: String?): Builder = apply { members["query_id"] = queryId }

        /** What is missing is named when the LaunchReturn is used, all of it at once. */
        fun build(): LaunchReturn = LaunchReturn(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            cameBack: Boolean?,
        ): Builder =
            Builder(null)
                .cameBack(cameBack)
    }
}

/**
 * What the merchant knows of a deduction number. Store it as `registering` before the number is registered, and as
 * `not_sent` with `registered_at` once the registration is known.
 */
class Deduction internal constructor(members: Members) : Model(members) {
    constructor(
        outTradeNo: String,
        standing: DeductionStanding,
        registeredAt: Long? = null,
        storedAt: Long? = null,
    ) : this(
        membersOf(
            "out_trade_no" to outTradeNo,
            "standing" to standing,
            "registered_at" to registeredAt,
            "stored_at" to storedAt,
        ),
    )

    /** The number. */
    val outTradeNo: String
        get() = members.required("out_trade_no") { it as String }

    /** How its withholding stands. */
    val standing: DeductionStanding
        get() = members.required("standing") { DeductionStanding.fromValue(it as String) }

    /** When it was registered, in Unix seconds; absent while that is not known. */
    val registeredAt: Long?
        get() = members.optional("registered_at") { it as Long }

    /**
     * When it was stored, before its registration, in Unix seconds. Store it anew before each time the registration is
     * sent again: the 24 hours may begin with any of them. A number that was stored over 24 hours ago, and under which
     * nothing was submitted, is no longer in force.
     */
    val storedAt: Long?
        get() = members.optional("stored_at") { it as Long }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a Deduction, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The number. */
        fun outTradeNo(outTradeNo: String?): Builder = apply { members["out_trade_no"] = outTradeNo }

        /** How its withholding stands. */
        fun standing(standing: DeductionStanding?): Builder = apply { members["standing"] = standing }

        /** When it was registered, in Unix seconds; absent while that is not known. */
        fun registeredAt(registeredAt: Long?): Builder = apply { members["registered_at"] = registeredAt }

        /**
         * When it was stored, before its registration, in Unix seconds. Store it anew before each time the registration
         * is sent again: the 24 hours may begin with any of them. A number that was stored over 24 hours ago, and under
         * which nothing was submitted, is no longer in force.
         */
        fun storedAt(storedAt: Long?): Builder = apply { members["stored_at"] = storedAt }

        /** What is missing is named when the Deduction is used, all of it at once. */
        fun build(): Deduction = Deduction(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            outTradeNo: String?,
            standing: DeductionStanding?,
        ): Builder =
            Builder(null)
                .outTradeNo(outTradeNo)
                .standing(standing)
    }
}

/** What to store, and then what to answer, so that the user can pay a pre-order. */
class PrepayAcknowledgement internal constructor(source: Members) : Returned(source) {
    constructor(
        deduction: Deduction,
        ack: Ack,
    ) : this(
        membersOf(
            "deduction" to deduction,
            "ack" to ack,
        ),
    )

    /**
     * Store it as the order's deduction before you send `ack`: from then on the user may be paying. While its standing
     * is `unknown`, `lifecycle` refuses to register another number. Query the unified order at the clearing house, or
     * close it there.
     */
    val deduction: Deduction
        get() = members.required("deduction") { Deduction(Members.fromObject(it)) }

    /** The answer to the callback. Send the same answer if the notification is repeated. */
    val ack: Ack
        get() = members.required("ack") { Ack(Members.fromObject(it)) }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a PrepayAcknowledgement, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /**
         * Store it as the order's deduction before you send `ack`: from then on the user may be paying. While its
         * standing is `unknown`, `lifecycle` refuses to register another number. Query the unified order at the
         * clearing house, or close it there.
         */
        fun deduction(deduction: Deduction?): Builder = apply { members["deduction"] = deduction }

        /** The answer to the callback. Send the same answer if the notification is repeated. */
        fun ack(ack: Ack?): Builder = apply { members["ack"] = ack }

        /** What is missing is named when the PrepayAcknowledgement is used, all of it at once. */
        fun build(): PrepayAcknowledgement = PrepayAcknowledgement(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            deduction: Deduction?,
            ack: Ack?,
        ): Builder =
            Builder(null)
                .deduction(deduction)
                .ack(ack)
    }
}

/** The merchant's own data, encoded. */
class Attach internal constructor(members: Members) : Model(members) {
    constructor(
        attach: String,
    ) : this(
        membersOf(
            "attach" to attach,
        ),
    )

    /** The value for `attach`. */
    val attach: String
        get() = members.required("attach") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a Attach, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The value for `attach`. */
        fun attach(attach: String?): Builder = apply { members["attach"] = attach }

        /** What is missing is named when the Attach is used, all of it at once. */
        fun build(): Attach = Attach(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            attach: String?,
        ): Builder =
            Builder(null)
                .attach(attach)
    }
}

/** Whether to download certificates now. */
class CertificatesStep internal constructor(members: Members) : Model(members) {
    constructor(
        due: Boolean,
        why: String,
        notBefore: Long? = null,
    ) : this(
        membersOf(
            "due" to due,
            "why" to why,
            "not_before" to notBefore,
        ),
    )

    /** Whether it is due now. */
    val due: Boolean
        get() = members.required("due") { it as Boolean }

    /** Why, or why not yet. */
    val why: String
        get() = members.required("why") { it as String }

    /** If it is not due now: when it is, in Unix seconds. */
    val notBefore: Long?
        get() = members.optional("not_before") { it as Long }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a CertificatesStep, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** Whether it is due now. */
        fun due(due: Boolean?): Builder = apply { members["due"] = due }

        /** Why, or why not yet. */
        fun why(why: String?): Builder = apply { members["why"] = why }

        /** If it is not due now: when it is, in Unix seconds. */
        fun notBefore(notBefore: Long?): Builder = apply { members["not_before"] = notBefore }

        /** What is missing is named when the CertificatesStep is used, all of it at once. */
        fun build(): CertificatesStep = CertificatesStep(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            due: Boolean?,
            why: String?,
        ): Builder =
            Builder(null)
                .due(due)
                .why(why)
    }
}

/**
 * What you remember about an order that WeChat Pay does not report, beside its deduction. Moments are in Unix seconds.
 * Missing values are ignored.
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
        get() = members.optional("created_at") { it as Long }

    /** When you last received its `package`. */
    val packageAt: Long?
        get() = members.optional("package_at") { it as Long }

    /** When you last queried it. */
    val queriedAt: Long?
        get() = members.optional("queried_at") { it as Long }

    /** How often you queried it since it last changed. */
    val queries: Long?
        get() = members.optional("queries") { it as Long }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a Progress, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** When the order was created. */
        fun createdAt(createdAt: Long?): Builder = apply { members["created_at"] = createdAt }

        /** When you last received its `package`. */
        fun packageAt(packageAt: Long?): Builder = apply { members["package_at"] = packageAt }

        /** When you last queried it. */
        fun queriedAt(queriedAt: Long?): Builder = apply { members["queried_at"] = queriedAt }

        /** How often you queried it since it last changed. */
        fun queries(queries: Long?): Builder = apply { members["queries"] = queries }

        /** What is missing is named when the Progress is used, all of it at once. */
        fun build(): Progress = Progress(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
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
        outTradeNo: String? = null,
    ) : this(
        membersOf(
            "allowed" to allowed,
            "why" to why,
            "forfeits" to forfeits,
            "out_trade_no" to outTradeNo,
        ),
    )

    /** Whether it is. */
    val allowed: Boolean
        get() = members.required("allowed") { it as Boolean }

    /** Why, or why not. */
    val why: String
        get() = members.required("why") { it as String }

    /** What the operation gives up. */
    val forfeits: String?
        get() = members.optional("forfeits") { it as String }

    /**
     * Of `register_deduct_info`, while it is not known whether a number is registered: the only number that may be
     * registered, by the stored, identical request.
     */
    val outTradeNo: String?
        get() = members.optional("out_trade_no") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a Permission, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** Whether it is. */
        fun allowed(allowed: Boolean?): Builder = apply { members["allowed"] = allowed }

        /** Why, or why not. */
        fun why(why: String?): Builder = apply { members["why"] = why }

        /** What the operation gives up. */
        fun forfeits(forfeits: String?): Builder = apply { members["forfeits"] = forfeits }

        /**
         * Of `register_deduct_info`, while it is not known whether a number is registered: the only number that may be
         * registered, by the stored, identical request.
         */
        fun outTradeNo(outTradeNo: String?): Builder = apply { members["out_trade_no"] = outTradeNo }

        /** What is missing is named when the Permission is used, all of it at once. */
        fun build(): Permission = Permission(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            allowed: Boolean?,
            why: String?,
        ): Builder =
            Builder(null)
                .allowed(allowed)
                .why(why)
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
        get() = members.required("action") { NextAction.fromValue(it as String) }

    /** Why. */
    val why: String
        get() = members.required("why") { it as String }

    /**
     * Not before this moment, in Unix seconds: the pauses between queries grow from 5 seconds to 10 minutes, and a
     * number that is about to lapse must have lapsed.
     */
    val notBefore: Long?
        get() = members.optional("not_before") { it as Long }

    /**
     * Not after this moment, in Unix seconds: a package serves for an hour, a deduction number for 24 hours less 5
     * minutes for clocks that differ, and an order waits 30 days for its user.
     */
    val deadline: Long?
        get() = members.optional("deadline") { it as Long }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a NextStep, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** What to do. */
        fun action(action: NextAction?): Builder = apply { members["action"] = action }

        /** Why. */
        fun why(why: String?): Builder = apply { members["why"] = why }

        /**
         * Not before this moment, in Unix seconds: the pauses between queries grow from 5 seconds to 10 minutes, and a
         * number that is about to lapse must have lapsed.
         */
        fun notBefore(notBefore: Long?): Builder = apply { members["not_before"] = notBefore }

        /**
         * Not after this moment, in Unix seconds: a package serves for an hour, a deduction number for 24 hours less 5
         * minutes for clocks that differ, and an order waits 30 days for its user.
         */
        fun deadline(deadline: Long?): Builder = apply { members["deadline"] = deadline }

        /** What is missing is named when the NextStep is used, all of it at once. */
        fun build(): NextStep = NextStep(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            action: NextAction?,
            why: String?,
        ): Builder =
            Builder(null)
                .action(action)
                .why(why)
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
        get() = members.required("phase") { Phase.fromValue(it as String) }

    /** For each operation by name, whether it is allowed. */
    val operations: Map<String, Permission>
        get() = members.required("operations") { Members.readMap(it) { Permission(Members.fromObject(it)) } }

    /** What to do next. */
    val next: NextStep
        get() = members.required("next") { NextStep(Members.fromObject(it)) }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a Lifecycle, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** Where it stands. */
        fun phase(phase: Phase?): Builder = apply { members["phase"] = phase }

        /** For each operation by name, whether it is allowed. */
        fun operations(operations: Map<String, Permission>?): Builder = apply { members["operations"] = operations }

        /** What to do next. */
        fun next(next: NextStep?): Builder = apply { members["next"] = next }

        /** What is missing is named when the Lifecycle is used, all of it at once. */
        fun build(): Lifecycle = Lifecycle(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            phase: Phase?,
            operations: Map<String, Permission>?,
            next: NextStep?,
        ): Builder =
            Builder(null)
                .phase(phase)
                .operations(operations)
                .next(next)
    }
}

/** Which of two readings of an order is the later one. */
class LaterReading internal constructor(members: Members) : Model(members) {
    constructor(
        later: Later,
        why: String,
    ) : this(
        membersOf(
            "later" to later,
            "why" to why,
        ),
    )

    /** `first`, `second`, `same`, or `query` where it cannot be known. */
    val later: Later
        get() = members.required("later") { Later.fromValue(it as String) }

    /** Why. */
    val why: String
        get() = members.required("why") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a LaterReading, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** `first`, `second`, `same`, or `query` where it cannot be known. */
        fun later(later: Later?): Builder = apply { members["later"] = later }

        /** Why. */
        fun why(why: String?): Builder = apply { members["why"] = why }

        /** What is missing is named when the LaterReading is used, all of it at once. */
        fun build(): LaterReading = LaterReading(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            later: Later?,
            why: String?,
        ): Builder =
            Builder(null)
                .later(later)
                .why(why)
    }
}

/** What became of a call whose answer was lost. */
class Settlement internal constructor(members: Members) : Model(members) {
    constructor(
        verdict: Verdict,
        retry: Retry,
        why: String,
        draft: String,
        forfeits: String? = null,
    ) : this(
        membersOf(
            "verdict" to verdict,
            "retry" to retry,
            "why" to why,
            "draft" to draft,
            "forfeits" to forfeits,
        ),
    )

    /** Whether it took effect. */
    val verdict: Verdict
        get() = members.required("verdict") { Verdict.fromValue(it as String) }

    /** What to do: `never` (nothing to repeat), `same_request`, `query_first` or `after_delay`. */
    val retry: Retry
        get() = members.required("retry") { Retry.fromWord(it as String) }

    /** The reason. */
    val why: String
        get() = members.required("why") { it as String }

    /**
     * The draft that it is about: the SHA-256 of its content, in hexadecimal. `again` takes only a settlement of its
     * own draft.
     */
    val draft: String
        get() = members.required("draft") { it as String }

    /** What a repeat would give up now. Then `retry` is `never`: a repeat would be a new decision. */
    val forfeits: String?
        get() = members.optional("forfeits") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a Settlement, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** Whether it took effect. */
        fun verdict(verdict: Verdict?): Builder = apply { members["verdict"] = verdict }

        /** What to do: `never` (nothing to repeat), `same_request`, `query_first` or `after_delay`. */
        fun retry(retry: Retry?): Builder = apply { members["retry"] = retry }

        /** The reason. */
        fun why(why: String?): Builder = apply { members["why"] = why }

        /**
         * The draft that it is about: the SHA-256 of its content, in hexadecimal. `again` takes only a settlement of
         * its own draft.
         */
        fun draft(draft: String?): Builder = apply { members["draft"] = draft }

        /** What a repeat would give up now. Then `retry` is `never`: a repeat would be a new decision. */
        fun forfeits(forfeits: String?): Builder = apply { members["forfeits"] = forfeits }

        /** What is missing is named when the Settlement is used, all of it at once. */
        fun build(): Settlement = Settlement(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            verdict: Verdict?,
            retry: Retry?,
            why: String?,
            draft: String?,
        ): Builder =
            Builder(null)
                .verdict(verdict)
                .retry(retry)
                .why(why)
                .draft(draft)
    }
}

/** One thing that is wrong with a parameter or a setting, or that is probably wrong (`advice`). */
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

    /** The place: an RFC 6901 JSON pointer into the parameters, such as `/post_payments/0/amount`. */
    val pointer: String
        get() = members.required("pointer") { it as String }

    /** The stable code, such as `invalid.length`. */
    val code: String
        get() = members.required("code") { it as String }

    /** What is wrong, and the remedy. */
    val detail: String
        get() = members.required("detail") { it as String }

    /** Whether it is advice. Advice stops nothing unless `validate` is `"strict"`. */
    val advice: Boolean
        get() = members.required("advice") { it as Boolean }

    /** The source of the rule. */
    val evidence: Evidence
        get() = members.required("evidence") { Evidence.fromValue(it as String) }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a Issue, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The place: an RFC 6901 JSON pointer into the parameters, such as `/post_payments/0/amount`. */
        fun pointer(pointer: String?): Builder = apply { members["pointer"] = pointer }

        /** The stable code, such as `invalid.length`. */
        fun code(code: String?): Builder = apply { members["code"] = code }

        /** What is wrong, and the remedy. */
        fun detail(detail: String?): Builder = apply { members["detail"] = detail }

        /** Whether it is advice. Advice stops nothing unless `validate` is `"strict"`. */
        fun advice(advice: Boolean?): Builder = apply { members["advice"] = advice }

        /** The source of the rule. */
        fun evidence(evidence: Evidence?): Builder = apply { members["evidence"] = evidence }

        /** What is missing is named when the Issue is used, all of it at once. */
        fun build(): Issue = Issue(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            pointer: String?,
            code: String?,
            detail: String?,
            advice: Boolean?,
            evidence: Evidence?,
        ): Builder =
            Builder(null)
                .pointer(pointer)
                .code(code)
                .detail(detail)
                .advice(advice)
                .evidence(evidence)
    }
}

/**
 * An answer that is an error. Its body may be APIv3's JSON, other JSON, or not JSON at all, such as a gateway's page.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012081726>
 */
class ErrorAnswer internal constructor(members: Members) : Model(members) {
    constructor(
        status: Long,
        verified: Boolean,
        body: String,
        wechatCode: String? = null,
        wechatMessage: String? = null,
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
            "wechat_message" to wechatMessage,
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
        get() = members.required("status") { it as Long }

    /** Whether WeChat Pay's signature held. If not, the error may come from anything between you and WeChat Pay. */
    val verified: Boolean
        get() = members.required("verified") { it as Boolean }

    /**
     * The body as it arrived, with undecodable bytes replaced. If it is not verified, at most 64 KiB of it. Escape it
     * before you show it.
     */
    val body: String
        get() = members.required("body") { it as String }

    /** WeChat Pay's error code, such as `ORDER_NOT_EXIST`. Absent if the body is not its JSON. */
    val wechatCode: String?
        get() = members.optional("wechat_code") { it as String }

    /** WeChat Pay's text for people, as it came. It changes, so never branch on it. Escape it before you show it. */
    val wechatMessage: String?
        get() = members.optional("wechat_message") { it as String }

    /** `Request-ID` of the answer. Quote it to WeChat Pay's support. */
    val requestId: String?
        get() = members.optional("request_id") { it as String }

    /** The internal number at the end of `Request-ID`. For diagnosis only: never branch on it. */
    val requestIdNumber: Long?
        get() = members.optional("request_id_number") { it as Long }

    /** The parameter at fault: a JSON pointer for the body, a name for path and query. */
    val field: String?
        get() = members.optional("field") { it as String }

    /** What is wrong with the parameter. */
    val issue: String?
        get() = members.optional("issue") { it as String }

    /** Where the parameter stands: `body`, `url`, `query` or `authorization`. */
    val location: String?
        get() = members.optional("location") { it as String }

    /** The whole `detail` member of the body, as JSON. */
    val apiDetail: Any?
        get() = members.optional("api_detail") { it }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a ErrorAnswer, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The HTTP status. */
        fun status(status: Long?): Builder = apply { members["status"] = status }

        /** Whether WeChat Pay's signature held. If not, the error may come from anything between you and WeChat Pay. */
        fun verified(verified: Boolean?): Builder = apply { members["verified"] = verified }

        /**
         * The body as it arrived, with undecodable bytes replaced. If it is not verified, at most 64 KiB of it. Escape
         * it before you show it.
         */
        fun body(body: String?): Builder = apply { members["body"] = body }

        /** WeChat Pay's error code, such as `ORDER_NOT_EXIST`. Absent if the body is not its JSON. */
        fun wechatCode(wechatCode: String?): Builder = apply { members["wechat_code"] = wechatCode }

        /**
         * WeChat Pay's text for people, as it came. It changes, so never branch on it. Escape it before you show it.
         */
        fun wechatMessage(wechatMessage: String?): Builder = apply { members["wechat_message"] = wechatMessage }

        /** `Request-ID` of the answer. Quote it to WeChat Pay's support. */
        fun requestId(requestId: String?): Builder = apply { members["request_id"] = requestId }

        /** The internal number at the end of `Request-ID`. For diagnosis only: never branch on it. */
        fun requestIdNumber(requestIdNumber: Long?): Builder = apply { members["request_id_number"] = requestIdNumber }

        /** The parameter at fault: a JSON pointer for the body, a name for path and query. */
        fun field(field: String?): Builder = apply { members["field"] = field }

        /** What is wrong with the parameter. */
        fun issue(issue: String?): Builder = apply { members["issue"] = issue }

        /** Where the parameter stands: `body`, `url`, `query` or `authorization`. */
        fun location(location: String?): Builder = apply { members["location"] = location }

        /** The whole `detail` member of the body, as JSON. */
        fun apiDetail(apiDetail: Any?): Builder = apply { members["api_detail"] = apiDetail }

        /** What is missing is named when the ErrorAnswer is used, all of it at once. */
        fun build(): ErrorAnswer = ErrorAnswer(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            status: Long?,
            verified: Boolean?,
            body: String?,
        ): Builder =
            Builder(null)
                .status(status)
                .verified(verified)
                .body(body)
    }
}

/**
 * Creates an order (创建订单). An order that the user confirms begins as `CREATED`, and its reply holds the `package` for
 * the jump into WeChat. A package is valid for one hour; the identical call gives a fresh one. After a lost answer,
 * repeat the identical call or query. Never create again under another number.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
 */
class CreateOrder internal constructor(members: Members) :
    Model(members),
    OperationParameters<Order> {
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
        get() = members.required("sub_mchid") { it as String }

    /** The merchant's order number (商户服务订单号): 1 to 32 of digits, letters, `_`, `-`, `|`, `*`. It must be unique. */
    val outOrderNo: String
        get() = members.required("out_order_no") { it as String }

    /** What the user sees as the service (服务信息), at most 20 characters. */
    val serviceIntroduction: String
        get() = members.required("service_introduction") { it as String }

    /** The risk fund (服务风险金). */
    val riskFund: RiskFund
        get() = members.required("risk_fund") { RiskFund(Members.fromObject(it)) }

    /** When the service is used (服务时间段). `start_time` is required. */
    val timeRange: TimeRange
        get() = members.required("time_range") { TimeRange(Members.fromObject(it)) }

    /**
     * Where callbacks about this order go (商户回调地址): a complete https address without a query, at most 255 characters.
     */
    val notifyUrl: String
        get() = members.required("notify_url") { it as String }

    /** The service (服务ID). By default, the merchant's `service_id`. */
    val serviceId: String?
        get() = members.optional("service_id") { it as String }

    /** The institution's AppID. By default, the merchant's `appid`. */
    val appid: String?
        get() = members.optional("appid") { it as String }

    /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
    val channelId: String?
        get() = members.optional("channel_id") { it as String }

    /** The sub-merchant's AppID. Required with `sub_openid`. */
    val subAppid: String?
        get() = members.optional("sub_appid") { it as String }

    /** Items of the bill (后付费项目), at most 100. */
    val postPayments: List<Payment>?
        get() = members.optional("post_payments") { Members.readList(it) { Payment(Members.fromObject(it)) } }

    /** Discounts (商户优惠), at most 30. */
    val postDiscounts: List<ServiceOrderCoupon>?
        get() =
            members.optional("post_discounts") { Members.readList(it) { ServiceOrderCoupon(Members.fromObject(it)) } }

    /** Where the service is used (服务位置). */
    val location: Location?
        get() = members.optional("location") { Location(Members.fromObject(it)) }

    /** The user's OpenID under `appid`. Without confirmation, exactly one of `openid` and `sub_openid` is required. */
    val openid: String?
        get() = members.optional("openid") { it as String }

    /** The user's OpenID under `sub_appid`. */
    val subOpenid: String?
        get() = members.optional("sub_openid") { it as String }

    /** Whether the user confirms each order: true for 需确认, false for 免确认. The service decides it. Always pass it. */
    val needUserConfirm: Boolean?
        get() = members.optional("need_user_confirm") { it as Boolean }

    /**
     * The merchant's own data (商户数据包). URL-encode it first (`encode_attach`): it is sent unchanged, and may have at
     * most 256 characters.
     */
    val attach: String?
        get() = members.optional("attach") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a CreateOrder, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The sub-merchant's number (子商户号). */
        fun subMchid(subMchid: String?): Builder = apply { members["sub_mchid"] = subMchid }

        /** The merchant's order number (商户服务订单号): 1 to 32 of digits, letters, `_`, `-`, `|`, `*`. It must be unique. */
        fun outOrderNo(outOrderNo: String?): Builder = apply { members["out_order_no"] = outOrderNo }

        /** What the user sees as the service (服务信息), at most 20 characters. */
        fun serviceIntroduction(serviceIntroduction: String?): Builder =
            apply { members["service_introduction"] = serviceIntroduction }

        /** The risk fund (服务风险金). */
        fun riskFund(riskFund: RiskFund?): Builder = apply { members["risk_fund"] = riskFund }

        /** When the service is used (服务时间段). `start_time` is required. */
        fun timeRange(timeRange: TimeRange?): Builder = apply { members["time_range"] = timeRange }

        /**
         * Where callbacks about this order go (商户回调地址): a complete https address without a query, at most 255
         * characters.
         */
        fun notifyUrl(notifyUrl: String?): Builder = apply { members["notify_url"] = notifyUrl }

        /** The service (服务ID). By default, the merchant's `service_id`. */
        fun serviceId(serviceId: String?): Builder = apply { members["service_id"] = serviceId }

        /** The institution's AppID. By default, the merchant's `appid`. */
        fun appid(appid: String?): Builder = apply { members["appid"] = appid }

        /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
        fun channelId(channelId: String?): Builder = apply { members["channel_id"] = channelId }

        /** The sub-merchant's AppID. Required with `sub_openid`. */
        fun subAppid(subAppid: String?): Builder = apply { members["sub_appid"] = subAppid }

        /** Items of the bill (后付费项目), at most 100. */
        fun postPayments(postPayments: List<Payment>?): Builder = apply { members["post_payments"] = postPayments }

        /** Discounts (商户优惠), at most 30. */
        fun postDiscounts(postDiscounts: List<ServiceOrderCoupon>?): Builder =
            apply { members["post_discounts"] = postDiscounts }

        /** Where the service is used (服务位置). */
        fun location(location: Location?): Builder = apply { members["location"] = location }

        /**
         * The user's OpenID under `appid`. Without confirmation, exactly one of `openid` and `sub_openid` is required.
         */
        fun openid(openid: String?): Builder = apply { members["openid"] = openid }

        /** The user's OpenID under `sub_appid`. */
        fun subOpenid(subOpenid: String?): Builder = apply { members["sub_openid"] = subOpenid }

        /**
         * Whether the user confirms each order: true for 需确认, false for 免确认. The service decides it. Always pass it.
         */
        fun needUserConfirm(needUserConfirm: Boolean?): Builder =
            apply { members["need_user_confirm"] = needUserConfirm }

        /**
         * The merchant's own data (商户数据包). URL-encode it first (`encode_attach`): it is sent unchanged, and may have at
         * most 256 characters.
         */
        fun attach(attach: String?): Builder = apply { members["attach"] = attach }

        /** What is missing is named when the CreateOrder is used, all of it at once. */
        fun build(): CreateOrder = CreateOrder(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            subMchid: String?,
            outOrderNo: String?,
            serviceIntroduction: String?,
            riskFund: RiskFund?,
            timeRange: TimeRange?,
            notifyUrl: String?,
        ): Builder =
            Builder(null)
                .subMchid(subMchid)
                .outOrderNo(outOrderNo)
                .serviceIntroduction(serviceIntroduction)
                .riskFund(riskFund)
                .timeRange(timeRange)
                .notifyUrl(notifyUrl)
    }
}

/**
 * Queries an order (查询订单) by exactly one of `out_order_no` and `query_id`. A client brings the `query_id` back from
 * WeChat.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
 */
class QueryOrder internal constructor(members: Members) :
    Model(members),
    OrderOperationParameters<Order> {
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

    /** The service (服务ID). By default, the merchant's `service_id`. */
    val serviceId: String?
        get() = members.optional("service_id") { it as String }

    /** The sub-merchant's number. */
    val subMchid: String?
        get() = members.optional("sub_mchid") { it as String }

    /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
    val channelId: String?
        get() = members.optional("channel_id") { it as String }

    /** The merchant's order number (商户服务订单号). */
    val outOrderNo: String?
        get() = members.optional("out_order_no") { it as String }

    /** The `query_id` that a client brought back from the confirm page, at most 512 characters. */
    val queryId: String?
        get() = members.optional("query_id") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a QueryOrder, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The service (服务ID). By default, the merchant's `service_id`. */
        fun serviceId(serviceId: String?): Builder = apply { members["service_id"] = serviceId }

        /** The sub-merchant's number. */
        fun subMchid(subMchid: String?): Builder = apply { members["sub_mchid"] = subMchid }

        /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
        fun channelId(channelId: String?): Builder = apply { members["channel_id"] = channelId }

        /** The merchant's order number (商户服务订单号). */
        fun outOrderNo(outOrderNo: String?): Builder = apply { members["out_order_no"] = outOrderNo }

        /** The `query_id` that a client brought back from the confirm page, at most 512 characters. */
        fun queryId(queryId: String?): Builder = apply { members["query_id"] = queryId }

        /** What is missing is named when the QueryOrder is used, all of it at once. */
        fun build(): QueryOrder = QueryOrder(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

    }
}

/**
 * Cancels an order (取消订单), before or after the user confirmed. A completed order can be cancelled while it is unpaid
 * and no deduction number is in force; that gives up the money. After a lost answer, query: someone may have completed
 * the order meanwhile.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194058>
 */
class CancelOrder internal constructor(members: Members) :
    Model(members),
    OrderOperationParameters<OrderCancelled> {
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

    /** The reason (取消原因), which the user sees, at most 50 characters. */
    val reason: String
        get() = members.required("reason") { it as String }

    /** The merchant's order number (商户服务订单号). */
    val outOrderNo: String?
        get() = members.optional("out_order_no") { it as String }

    /** The service (服务ID). By default, the merchant's `service_id`. */
    val serviceId: String?
        get() = members.optional("service_id") { it as String }

    /** The sub-merchant's number. */
    val subMchid: String?
        get() = members.optional("sub_mchid") { it as String }

    /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
    val channelId: String?
        get() = members.optional("channel_id") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a CancelOrder, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The reason (取消原因), which the user sees, at most 50 characters. */
        fun reason(reason: String?): Builder = apply { members["reason"] = reason }

        /** The merchant's order number (商户服务订单号). */
        fun outOrderNo(outOrderNo: String?): Builder = apply { members["out_order_no"] = outOrderNo }

        /** The service (服务ID). By default, the merchant's `service_id`. */
        fun serviceId(serviceId: String?): Builder = apply { members["service_id"] = serviceId }

        /** The sub-merchant's number. */
        fun subMchid(subMchid: String?): Builder = apply { members["sub_mchid"] = subMchid }

        /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
        fun channelId(channelId: String?): Builder = apply { members["channel_id"] = channelId }

        /** What is missing is named when the CancelOrder is used, all of it at once. */
        fun build(): CancelOrder = CancelOrder(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            reason: String?,
        ): Builder =
            Builder(null)
                .reason(reason)
    }
}

/**
 * Completes an order (完结订单): the service has ended, and this is the bill. In this mode, completing does **not** charge
 * the user. Register a deduction number, then withhold at the clearing house. After a lost answer, query.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
 */
class CompleteOrder internal constructor(members: Members) :
    Model(members),
    OrderOperationParameters<OrderCompleted> {
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

    /** The items of the bill (后付费项目), 1 to 100. They replace the items of the creation. */
    val postPayments: List<Payment>
        get() = members.required("post_payments") { Members.readList(it) { Payment(Members.fromObject(it)) } }

    /** The total (总金额) in fen, 0 or more: Σ `post_payments` − Σ `post_discounts`. */
    val totalAmount: Long
        get() = members.required("total_amount") { it as Long }

    /** The merchant's order number (商户服务订单号). */
    val outOrderNo: String?
        get() = members.optional("out_order_no") { it as String }

    /** The service (服务ID). By default, the merchant's `service_id`. */
    val serviceId: String?
        get() = members.optional("service_id") { it as String }

    /** The sub-merchant's number. */
    val subMchid: String?
        get() = members.optional("sub_mchid") { it as String }

    /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
    val channelId: String?
        get() = members.optional("channel_id") { it as String }

    /** Discounts (商户优惠), at most 30, each with its amount. They replace the discounts of the creation. */
    val postDiscounts: List<ServiceOrderCoupon>?
        get() =
            members.optional("post_discounts") { Members.readList(it) { ServiceOrderCoupon(Members.fromObject(it)) } }

    /** When the service was used. `end_time` is required if the creation did not name it. */
    val timeRange: TimeRange?
        get() = members.optional("time_range") { TimeRange(Members.fromObject(it)) }

    /** Where the service was used. */
    val location: Location?
        get() = members.optional("location") { Location(Members.fromObject(it)) }

    /** When the order was completed (完结时间), in RFC 3339 with a zone. */
    val completeTime: ZonedTime?
        get() = members.optional("complete_time") { ZonedTime.fromText(it as String) }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a CompleteOrder, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The items of the bill (后付费项目), 1 to 100. They replace the items of the creation. */
        fun postPayments(postPayments: List<Payment>?): Builder = apply { members["post_payments"] = postPayments }

        /** The total (总金额) in fen, 0 or more: Σ `post_payments` − Σ `post_discounts`. */
        fun totalAmount(totalAmount: Long?): Builder = apply { members["total_amount"] = totalAmount }

        /** The merchant's order number (商户服务订单号). */
        fun outOrderNo(outOrderNo: String?): Builder = apply { members["out_order_no"] = outOrderNo }

        /** The service (服务ID). By default, the merchant's `service_id`. */
        fun serviceId(serviceId: String?): Builder = apply { members["service_id"] = serviceId }

        /** The sub-merchant's number. */
        fun subMchid(subMchid: String?): Builder = apply { members["sub_mchid"] = subMchid }

        /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
        fun channelId(channelId: String?): Builder = apply { members["channel_id"] = channelId }

        /** Discounts (商户优惠), at most 30, each with its amount. They replace the discounts of the creation. */
        fun postDiscounts(postDiscounts: List<ServiceOrderCoupon>?): Builder =
            apply { members["post_discounts"] = postDiscounts }

        /** When the service was used. `end_time` is required if the creation did not name it. */
        fun timeRange(timeRange: TimeRange?): Builder = apply { members["time_range"] = timeRange }

        /** Where the service was used. */
        fun location(location: Location?): Builder = apply { members["location"] = location }

        /** When the order was completed (完结时间), in RFC 3339 with a zone. */
        fun completeTime(completeTime: ZonedTime?): Builder = apply { members["complete_time"] = completeTime }

        /** What is missing is named when the CompleteOrder is used, all of it at once. */
        fun build(): CompleteOrder = CompleteOrder(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            postPayments: List<Payment>?,
            totalAmount: Long?,
        ): Builder =
            Builder(null)
                .postPayments(postPayments)
                .totalAmount(totalAmount)
    }
}

/**
 * Lowers the amount of a completed, unpaid order (修改订单金额). WeChat Pay refuses it while a deduction number is in force.
 * It is not proven for this mode that the amount can be lowered more than once. After payment, refund the difference at
 * the clearing house instead. After a lost answer, query.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194282>
 */
class ModifyOrder internal constructor(members: Members) :
    Model(members),
    OrderOperationParameters<OrderModified> {
    constructor(
        postPayments: List<Payment>,
        totalAmount: Long,
        reason: String,
        outOrderNo: String? = null,
        serviceId: String? = null,
        subMchid: String? = null,
        channelId: String? = null,
        postDiscounts: List<ServiceOrderCoupon>? = null,
    ) : this(
        membersOf(
            "post_payments" to postPayments,
            "total_amount" to totalAmount,
            "reason" to reason,
            "out_order_no" to outOrderNo,
            "service_id" to serviceId,
            "sub_mchid" to subMchid,
            "channel_id" to channelId,
            "post_discounts" to postDiscounts,
        ),
    )

    /** The items of the bill (后付费项目), 1 to 100. They replace the earlier items. */
    val postPayments: List<Payment>
        get() = members.required("post_payments") { Members.readList(it) { Payment(Members.fromObject(it)) } }

    /** The new total (总金额) in fen, from 0 to the present total: Σ `post_payments` − Σ `post_discounts`. */
    val totalAmount: Long
        get() = members.required("total_amount") { it as Long }

    /** The reason (修改原因), at most 50 characters. */
    val reason: String
        get() = members.required("reason") { it as String }

    /** The merchant's order number (商户服务订单号). */
    val outOrderNo: String?
        get() = members.optional("out_order_no") { it as String }

    /** The service (服务ID). By default, the merchant's `service_id`. */
    val serviceId: String?
        get() = members.optional("service_id") { it as String }

    /** The sub-merchant's number. */
    val subMchid: String?
        get() = members.optional("sub_mchid") { it as String }

    /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
    val channelId: String?
        get() = members.optional("channel_id") { it as String }

    /** Discounts (商户优惠), at most 30, each with its amount. They replace the earlier discounts. */
    val postDiscounts: List<ServiceOrderCoupon>?
        get() =
            members.optional("post_discounts") { Members.readList(it) { ServiceOrderCoupon(Members.fromObject(it)) } }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a ModifyOrder, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The items of the bill (后付费项目), 1 to 100. They replace the earlier items. */
        fun postPayments(postPayments: List<Payment>?): Builder = apply { members["post_payments"] = postPayments }

        /** The new total (总金额) in fen, from 0 to the present total: Σ `post_payments` − Σ `post_discounts`. */
        fun totalAmount(totalAmount: Long?): Builder = apply { members["total_amount"] = totalAmount }

        /** The reason (修改原因), at most 50 characters. */
        fun reason(reason: String?): Builder = apply { members["reason"] = reason }

        /** The merchant's order number (商户服务订单号). */
        fun outOrderNo(outOrderNo: String?): Builder = apply { members["out_order_no"] = outOrderNo }

        /** The service (服务ID). By default, the merchant's `service_id`. */
        fun serviceId(serviceId: String?): Builder = apply { members["service_id"] = serviceId }

        /** The sub-merchant's number. */
        fun subMchid(subMchid: String?): Builder = apply { members["sub_mchid"] = subMchid }

        /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
        fun channelId(channelId: String?): Builder = apply { members["channel_id"] = channelId }

        /** Discounts (商户优惠), at most 30, each with its amount. They replace the earlier discounts. */
        fun postDiscounts(postDiscounts: List<ServiceOrderCoupon>?): Builder =
            apply { members["post_discounts"] = postDiscounts }

        /** What is missing is named when the ModifyOrder is used, all of it at once. */
        fun build(): ModifyOrder = ModifyOrder(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            postPayments: List<Payment>?,
            totalAmount: Long?,
            reason: String?,
        ): Builder =
            Builder(null)
                .postPayments(postPayments)
                .totalAmount(totalAmount)
                .reason(reason)
    }
}

/** How the user paid through another channel. */
class SyncDetail internal constructor(members: Members) : Model(members) {
    constructor(
        paidTime: ServiceTime,
    ) : this(
        membersOf(
            "paid_time" to paidTime,
        ),
    )

    /** When the user paid (收款成功时间): `yyyyMMddHHmmss`, or `yyyyMMdd` for the first second of a day, in Beijing time. */
    val paidTime: ServiceTime
        get() = members.required("paid_time") { ServiceTime.fromText(it as String) }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a SyncDetail, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /**
         * When the user paid (收款成功时间): `yyyyMMddHHmmss`, or `yyyyMMdd` for the first second of a day, in Beijing time.
         */
        fun paidTime(paidTime: ServiceTime?): Builder = apply { members["paid_time"] = paidTime }

        /** What is missing is named when the SyncDetail is used, all of it at once. */
        fun build(): SyncDetail = SyncDetail(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            paidTime: ServiceTime?,
        ): Builder =
            Builder(null)
                .paidTime(paidTime)
    }
}

/**
 * Reports that the user paid a completed order through another channel (同步订单信息). The order becomes `DONE`, paid
 * elsewhere. WeChat Pay refuses it while a deduction number is in force. If the user pays twice after all, refund one
 * payment. After a lost answer, query.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194292>
 */
class SyncOrder internal constructor(members: Members) :
    Model(members),
    OrderOperationParameters<OrderSynced> {
    constructor(
        type: SyncType,
        detail: SyncDetail,
        outOrderNo: String? = null,
        serviceId: String? = null,
        subMchid: String? = null,
        channelId: String? = null,
    ) : this(
        membersOf(
            "type" to type,
            "detail" to detail,
            "out_order_no" to outOrderNo,
            "service_id" to serviceId,
            "sub_mchid" to subMchid,
            "channel_id" to channelId,
        ),
    )

    /** What is reported (场景类型): `Order_Paid`. */
    val type: SyncType
        get() = members.required("type") { SyncType.fromValue(it as String) }

    /** The details (内容信息详情). */
    val detail: SyncDetail
        get() = members.required("detail") { SyncDetail(Members.fromObject(it)) }

    /** The merchant's order number (商户服务订单号). */
    val outOrderNo: String?
        get() = members.optional("out_order_no") { it as String }

    /** The service (服务ID). By default, the merchant's `service_id`. */
    val serviceId: String?
        get() = members.optional("service_id") { it as String }

    /** The sub-merchant's number. */
    val subMchid: String?
        get() = members.optional("sub_mchid") { it as String }

    /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
    val channelId: String?
        get() = members.optional("channel_id") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a SyncOrder, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** What is reported (场景类型): `Order_Paid`. */
        fun type(type: SyncType?): Builder = apply { members["type"] = type }

        /** The details (内容信息详情). */
        fun detail(detail: SyncDetail?): Builder = apply { members["detail"] = detail }

        /** The merchant's order number (商户服务订单号). */
        fun outOrderNo(outOrderNo: String?): Builder = apply { members["out_order_no"] = outOrderNo }

        /** The service (服务ID). By default, the merchant's `service_id`. */
        fun serviceId(serviceId: String?): Builder = apply { members["service_id"] = serviceId }

        /** The sub-merchant's number. */
        fun subMchid(subMchid: String?): Builder = apply { members["sub_mchid"] = subMchid }

        /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
        fun channelId(channelId: String?): Builder = apply { members["channel_id"] = channelId }

        /** What is missing is named when the SyncOrder is used, all of it at once. */
        fun build(): SyncOrder = SyncOrder(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            type: SyncType?,
            detail: SyncDetail?,
        ): Builder =
            Builder(null)
                .type(type)
                .detail(detail)
    }
}

/**
 * Registers a deduction number (登记扣款信息). It is valid for 24 hours, for one entrusted withholding at the clearing house.
 * Store the number before you call. This call moves no money. After a lost answer, call `query_deduction`. Never
 * register a second number meanwhile.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194100>
 */
class RegisterDeductInfo internal constructor(members: Members) :
    Model(members),
    OrderOperationParameters<DeductionRegistered> {
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
     * The deduction number (扣款单号), chosen by the merchant: 1 to 32 of digits, letters, `_`, `-`, `|`, `*`. The
     * withholding at the clearing house must carry the same number.
     */
    val outTradeNo: String
        get() = members.required("out_trade_no") { it as String }

    /** The merchant's order number (商户服务订单号). */
    val outOrderNo: String?
        get() = members.optional("out_order_no") { it as String }

    /** The service (服务ID). By default, the merchant's `service_id`. */
    val serviceId: String?
        get() = members.optional("service_id") { it as String }

    /** The institution's AppID, as at creation. By default, the merchant's `appid`. */
    val appid: String?
        get() = members.optional("appid") { it as String }

    /** The sub-merchant's number. */
    val subMchid: String?
        get() = members.optional("sub_mchid") { it as String }

    /** The sub-merchant's AppID. */
    val subAppid: String?
        get() = members.optional("sub_appid") { it as String }

    /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
    val channelId: String?
        get() = members.optional("channel_id") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a RegisterDeductInfo, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /**
         * The deduction number (扣款单号), chosen by the merchant: 1 to 32 of digits, letters, `_`, `-`, `|`, `*`. The
         * withholding at the clearing house must carry the same number.
         */
        fun outTradeNo(outTradeNo: String?): Builder = apply { members["out_trade_no"] = outTradeNo }

        /** The merchant's order number (商户服务订单号). */
        fun outOrderNo(outOrderNo: String?): Builder = apply { members["out_order_no"] = outOrderNo }

        /** The service (服务ID). By default, the merchant's `service_id`. */
        fun serviceId(serviceId: String?): Builder = apply { members["service_id"] = serviceId }

        /** The institution's AppID, as at creation. By default, the merchant's `appid`. */
        fun appid(appid: String?): Builder = apply { members["appid"] = appid }

        /** The sub-merchant's number. */
        fun subMchid(subMchid: String?): Builder = apply { members["sub_mchid"] = subMchid }

        /** The sub-merchant's AppID. */
        fun subAppid(subAppid: String?): Builder = apply { members["sub_appid"] = subAppid }

        /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
        fun channelId(channelId: String?): Builder = apply { members["channel_id"] = channelId }

        /** What is missing is named when the RegisterDeductInfo is used, all of it at once. */
        fun build(): RegisterDeductInfo = RegisterDeductInfo(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            outTradeNo: String?,
        ): Builder =
            Builder(null)
                .outTradeNo(outTradeNo)
    }
}

/**
 * Queries the deduction number that is registered for an order (查询扣款信息). The reply does not show whether the user has
 * paid: query the order for that.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
 */
class QueryDeduction internal constructor(members: Members) :
    Model(members),
    OrderOperationParameters<DeductionInfo> {
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

    /** The service (服务ID). By default, the merchant's `service_id`. */
    val serviceId: String?
        get() = members.optional("service_id") { it as String }

    /** The institution's AppID. By default, the merchant's `appid`. */
    val appid: String?
        get() = members.optional("appid") { it as String }

    /** The sub-merchant's number. */
    val subMchid: String?
        get() = members.optional("sub_mchid") { it as String }

    /** The sub-merchant's AppID. */
    val subAppid: String?
        get() = members.optional("sub_appid") { it as String }

    /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
    val channelId: String?
        get() = members.optional("channel_id") { it as String }

    /** The merchant's order number (商户服务订单号). */
    val outOrderNo: String?
        get() = members.optional("out_order_no") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a QueryDeduction, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The service (服务ID). By default, the merchant's `service_id`. */
        fun serviceId(serviceId: String?): Builder = apply { members["service_id"] = serviceId }

        /** The institution's AppID. By default, the merchant's `appid`. */
        fun appid(appid: String?): Builder = apply { members["appid"] = appid }

        /** The sub-merchant's number. */
        fun subMchid(subMchid: String?): Builder = apply { members["sub_mchid"] = subMchid }

        /** The sub-merchant's AppID. */
        fun subAppid(subAppid: String?): Builder = apply { members["sub_appid"] = subAppid }

        /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
        fun channelId(channelId: String?): Builder = apply { members["channel_id"] = channelId }

        /** The merchant's order number (商户服务订单号). */
        fun outOrderNo(outOrderNo: String?): Builder = apply { members["out_order_no"] = outOrderNo }

        /** What is missing is named when the QueryDeduction is used, all of it at once. */
        fun build(): QueryDeduction = QueryDeduction(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

    }
}

/**
 * Prepares a user's authorisation of a service (从业机构预授权). For services without confirmation (免确认) only. The reply's
 * token leads the user into the authorisation view. The callback, or `query_permissions`, shows whether the user
 * agreed. After a lost answer, repeat the identical request. It is not proven for this mode that this gives a token
 * again.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012691489>
 */
class ApplyPermissions internal constructor(members: Members) :
    Model(members),
    OperationParameters<PermissionsApplied> {
    constructor(
        subMchid: String,
        authorizationCode: String,
        serviceId: String? = null,
        appid: String? = null,
        subAppid: String? = null,
        channelId: String? = null,
        notifyUrl: String? = null,
    ) : this(
        membersOf(
            "sub_mchid" to subMchid,
            "authorization_code" to authorizationCode,
            "service_id" to serviceId,
            "appid" to appid,
            "sub_appid" to subAppid,
            "channel_id" to channelId,
            "notify_url" to notifyUrl,
        ),
    )

    /** The sub-merchant's number. */
    val subMchid: String
        get() = members.required("sub_mchid") { it as String }

    /**
     * The merchant's authorisation number (授权协议号): 1 to 32 of digits, letters, `_`, `-`, `|`, `*`. It must be unique
     * under the institution's merchant number. Never use it again for another user.
     */
    val authorizationCode: String
        get() = members.required("authorization_code") { it as String }

    /** The service (服务ID). By default, the merchant's `service_id`. */
    val serviceId: String?
        get() = members.optional("service_id") { it as String }

    /** The institution's AppID. By default, the merchant's `appid`. */
    val appid: String?
        get() = members.optional("appid") { it as String }

    /** The sub-merchant's AppID. */
    val subAppid: String?
        get() = members.optional("sub_appid") { it as String }

    /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
    val channelId: String?
        get() = members.optional("channel_id") { it as String }

    /**
     * Where the callbacks USER_OPEN_SERVICE and USER_CLOSE_SERVICE go (商户回调地址): a complete https address without a
     * query, at most 255 characters.
     */
    val notifyUrl: String?
        get() = members.optional("notify_url") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a ApplyPermissions, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The sub-merchant's number. */
        fun subMchid(subMchid: String?): Builder = apply { members["sub_mchid"] = subMchid }

        /**
         * The merchant's authorisation number (授权协议号): 1 to 32 of digits, letters, `_`, `-`, `|`, `*`. It must be
         * unique under the institution's merchant number. Never use it again for another user.
         */
        fun authorizationCode(authorizationCode: String?): Builder =
            apply { members["authorization_code"] = authorizationCode }

        /** The service (服务ID). By default, the merchant's `service_id`. */
        fun serviceId(serviceId: String?): Builder = apply { members["service_id"] = serviceId }

        /** The institution's AppID. By default, the merchant's `appid`. */
        fun appid(appid: String?): Builder = apply { members["appid"] = appid }

        /** The sub-merchant's AppID. */
        fun subAppid(subAppid: String?): Builder = apply { members["sub_appid"] = subAppid }

        /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
        fun channelId(channelId: String?): Builder = apply { members["channel_id"] = channelId }

        /**
         * Where the callbacks USER_OPEN_SERVICE and USER_CLOSE_SERVICE go (商户回调地址): a complete https address without a
         * query, at most 255 characters.
         */
        fun notifyUrl(notifyUrl: String?): Builder = apply { members["notify_url"] = notifyUrl }

        /** What is missing is named when the ApplyPermissions is used, all of it at once. */
        fun build(): ApplyPermissions = ApplyPermissions(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            subMchid: String?,
            authorizationCode: String?,
        ): Builder =
            Builder(null)
                .subMchid(subMchid)
                .authorizationCode(authorizationCode)
    }
}

/**
 * Queries a user's authorisation (查询授权记录). For services without confirmation (免确认) only.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012461004>
 */
class QueryPermissions internal constructor(members: Members) :
    Model(members),
    OperationParameters<Permissions> {
    constructor(
        authorizationCode: String,
        subMchid: String,
        serviceId: String? = null,
        channelId: String? = null,
    ) : this(
        membersOf(
            "authorization_code" to authorizationCode,
            "sub_mchid" to subMchid,
            "service_id" to serviceId,
            "channel_id" to channelId,
        ),
    )

    /** The merchant's authorisation number (授权协议号). */
    val authorizationCode: String
        get() = members.required("authorization_code") { it as String }

    /** The sub-merchant's number. */
    val subMchid: String
        get() = members.required("sub_mchid") { it as String }

    /** The service (服务ID). By default, the merchant's `service_id`. */
    val serviceId: String?
        get() = members.optional("service_id") { it as String }

    /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
    val channelId: String?
        get() = members.optional("channel_id") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a QueryPermissions, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The merchant's authorisation number (授权协议号). */
        fun authorizationCode(authorizationCode: String?): Builder =
            apply { members["authorization_code"] = authorizationCode }

        /** The sub-merchant's number. */
        fun subMchid(subMchid: String?): Builder = apply { members["sub_mchid"] = subMchid }

        /** The service (服务ID). By default, the merchant's `service_id`. */
        fun serviceId(serviceId: String?): Builder = apply { members["service_id"] = serviceId }

        /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
        fun channelId(channelId: String?): Builder = apply { members["channel_id"] = channelId }

        /** What is missing is named when the QueryPermissions is used, all of it at once. */
        fun build(): QueryPermissions = QueryPermissions(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            authorizationCode: String?,
            subMchid: String?,
        ): Builder =
            Builder(null)
                .authorizationCode(authorizationCode)
                .subMchid(subMchid)
    }
}

/**
 * Ends a user's authorisation of a service (解除授权关系). For services without confirmation (免确认) only. WeChat Pay refuses
 * it while the user has unfinished orders. Their money can still be collected afterwards. After a lost answer, query
 * the authorisation.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012461012>
 */
class TerminatePermissions internal constructor(members: Members) :
    Model(members),
    OperationParameters<PermissionsTerminated> {
    constructor(
        authorizationCode: String,
        subMchid: String,
        reason: String,
        serviceId: String? = null,
        channelId: String? = null,
    ) : this(
        membersOf(
            "authorization_code" to authorizationCode,
            "sub_mchid" to subMchid,
            "reason" to reason,
            "service_id" to serviceId,
            "channel_id" to channelId,
        ),
    )

    /** The merchant's authorisation number (授权协议号). */
    val authorizationCode: String
        get() = members.required("authorization_code") { it as String }

    /** The sub-merchant's number. */
    val subMchid: String
        get() = members.required("sub_mchid") { it as String }

    /** The reason (撤销原因), at most 50 characters. */
    val reason: String
        get() = members.required("reason") { it as String }

    /** The service (服务ID). By default, the merchant's `service_id`. */
    val serviceId: String?
        get() = members.optional("service_id") { it as String }

    /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
    val channelId: String?
        get() = members.optional("channel_id") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a TerminatePermissions, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The merchant's authorisation number (授权协议号). */
        fun authorizationCode(authorizationCode: String?): Builder =
            apply { members["authorization_code"] = authorizationCode }

        /** The sub-merchant's number. */
        fun subMchid(subMchid: String?): Builder = apply { members["sub_mchid"] = subMchid }

        /** The reason (撤销原因), at most 50 characters. */
        fun reason(reason: String?): Builder = apply { members["reason"] = reason }

        /** The service (服务ID). By default, the merchant's `service_id`. */
        fun serviceId(serviceId: String?): Builder = apply { members["service_id"] = serviceId }

        /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
        fun channelId(channelId: String?): Builder = apply { members["channel_id"] = channelId }

        /** What is missing is named when the TerminatePermissions is used, all of it at once. */
        fun build(): TerminatePermissions = TerminatePermissions(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            authorizationCode: String?,
            subMchid: String?,
            reason: String?,
        ): Builder =
            Builder(null)
                .authorizationCode(authorizationCode)
                .subMchid(subMchid)
                .reason(reason)
    }
}

/**
 * Creates a buy-now-pay-on-delivery order (创建先用后付订单), for e-commerce. It needs a permission of its own. Afterwards use
 * the ordinary order operations; WeChat Pay documents neither this nor the lengths of the fields that only this
 * operation has. After a lost answer, repeat the identical call or query. Never create again under another number.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012783674>
 */
class CreateDeliveryOrder internal constructor(members: Members) :
    Model(members),
    OperationParameters<Order> {
    constructor(
        outOrderNo: String,
        serviceIntroduction: String,
        timeRange: TimeRange,
        serviceId: String? = null,
        appid: String? = null,
        mchid: String? = null,
        subMchid: String? = null,
        subAppid: String? = null,
        channelId: String? = null,
        postPayments: List<Payment>? = null,
        postDiscounts: List<ServiceOrderCoupon>? = null,
        riskFund: RiskFund? = null,
        location: Location? = null,
        openid: String? = null,
        subOpenid: String? = null,
        needUserConfirm: Boolean? = null,
        notifyUrl: String? = null,
        attach: String? = null,
        shoppingInfo: ShoppingInfo? = null,
    ) : this(
        membersOf(
            "out_order_no" to outOrderNo,
            "service_introduction" to serviceIntroduction,
            "time_range" to timeRange,
            "service_id" to serviceId,
            "appid" to appid,
            "mchid" to mchid,
            "sub_mchid" to subMchid,
            "sub_appid" to subAppid,
            "channel_id" to channelId,
            "post_payments" to postPayments,
            "post_discounts" to postDiscounts,
            "risk_fund" to riskFund,
            "location" to location,
            "openid" to openid,
            "sub_openid" to subOpenid,
            "need_user_confirm" to needUserConfirm,
            "notify_url" to notifyUrl,
            "attach" to attach,
            "shopping_info" to shoppingInfo,
        ),
    )

    /** The merchant's order number (商户服务订单号): 1 to 32 of digits, letters, `_`, `-`, `|`, `*`. It must be unique. */
    val outOrderNo: String
        get() = members.required("out_order_no") { it as String }

    /** What the user sees as the service (服务信息), at most 20 characters. */
    val serviceIntroduction: String
        get() = members.required("service_introduction") { it as String }

    /** When the service is used (服务时间段). `start_time` is required. */
    val timeRange: TimeRange
        get() = members.required("time_range") { TimeRange(Members.fromObject(it)) }

    /** The service (服务ID). By default, the merchant's `service_id`. */
    val serviceId: String?
        get() = members.optional("service_id") { it as String }

    /** The institution's AppID. By default, the merchant's `appid`. */
    val appid: String?
        get() = members.optional("appid") { it as String }

    /** The institution's merchant number. The page lists it, although the `Authorization` header has it already. */
    val mchid: String?
        get() = members.optional("mchid") { it as String }

    /** The sub-merchant's number (子商户号). The page calls it optional. Always pass it. */
    val subMchid: String?
        get() = members.optional("sub_mchid") { it as String }

    /** The sub-merchant's AppID. Required with `sub_openid`. */
    val subAppid: String?
        get() = members.optional("sub_appid") { it as String }

    /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
    val channelId: String?
        get() = members.optional("channel_id") { it as String }

    /** Items of the bill (后付费项目), at most 100. */
    val postPayments: List<Payment>?
        get() = members.optional("post_payments") { Members.readList(it) { Payment(Members.fromObject(it)) } }

    /** Discounts (商户优惠), at most 30. */
    val postDiscounts: List<ServiceOrderCoupon>?
        get() =
            members.optional("post_discounts") { Members.readList(it) { ServiceOrderCoupon(Members.fromObject(it)) } }

    /** The risk fund (服务风险金). */
    val riskFund: RiskFund?
        get() = members.optional("risk_fund") { RiskFund(Members.fromObject(it)) }

    /** Where the service is used (服务位置). */
    val location: Location?
        get() = members.optional("location") { Location(Members.fromObject(it)) }

    /** The user's OpenID under `appid`. */
    val openid: String?
        get() = members.optional("openid") { it as String }

    /** The user's OpenID under `sub_appid`. */
    val subOpenid: String?
        get() = members.optional("sub_openid") { it as String }

    /** Whether the user confirms each order. */
    val needUserConfirm: Boolean?
        get() = members.optional("need_user_confirm") { it as Boolean }

    /**
     * Where callbacks about this order go (商户回调地址): a complete https address without a query, at most 255 characters.
     */
    val notifyUrl: String?
        get() = members.optional("notify_url") { it as String }

    /**
     * The merchant's own data (商户数据包). URL-encode it first (`encode_attach`): it is sent unchanged, and may have at
     * most 256 characters.
     */
    val attach: String?
        get() = members.optional("attach") { it as String }

    /** The goods and their seller (购物信息). */
    val shoppingInfo: ShoppingInfo?
        get() = members.optional("shopping_info") { ShoppingInfo(Members.fromObject(it)) }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a CreateDeliveryOrder, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The merchant's order number (商户服务订单号): 1 to 32 of digits, letters, `_`, `-`, `|`, `*`. It must be unique. */
        fun outOrderNo(outOrderNo: String?): Builder = apply { members["out_order_no"] = outOrderNo }

        /** What the user sees as the service (服务信息), at most 20 characters. */
        fun serviceIntroduction(serviceIntroduction: String?): Builder =
            apply { members["service_introduction"] = serviceIntroduction }

        /** When the service is used (服务时间段). `start_time` is required. */
        fun timeRange(timeRange: TimeRange?): Builder = apply { members["time_range"] = timeRange }

        /** The service (服务ID). By default, the merchant's `service_id`. */
        fun serviceId(serviceId: String?): Builder = apply { members["service_id"] = serviceId }

        /** The institution's AppID. By default, the merchant's `appid`. */
        fun appid(appid: String?): Builder = apply { members["appid"] = appid }

        /** The institution's merchant number. The page lists it, although the `Authorization` header has it already. */
        fun mchid(mchid: String?): Builder = apply { members["mchid"] = mchid }

        /** The sub-merchant's number (子商户号). The page calls it optional. Always pass it. */
        fun subMchid(subMchid: String?): Builder = apply { members["sub_mchid"] = subMchid }

        /** The sub-merchant's AppID. Required with `sub_openid`. */
        fun subAppid(subAppid: String?): Builder = apply { members["sub_appid"] = subAppid }

        /** The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`. */
        fun channelId(channelId: String?): Builder = apply { members["channel_id"] = channelId }

        /** Items of the bill (后付费项目), at most 100. */
        fun postPayments(postPayments: List<Payment>?): Builder = apply { members["post_payments"] = postPayments }

        /** Discounts (商户优惠), at most 30. */
        fun postDiscounts(postDiscounts: List<ServiceOrderCoupon>?): Builder =
            apply { members["post_discounts"] = postDiscounts }

        /** The risk fund (服务风险金). */
        fun riskFund(riskFund: RiskFund?): Builder = apply { members["risk_fund"] = riskFund }

        /** Where the service is used (服务位置). */
        fun location(location: Location?): Builder = apply { members["location"] = location }

        /** The user's OpenID under `appid`. */
        fun openid(openid: String?): Builder = apply { members["openid"] = openid }

        /** The user's OpenID under `sub_appid`. */
        fun subOpenid(subOpenid: String?): Builder = apply { members["sub_openid"] = subOpenid }

        /** Whether the user confirms each order. */
        fun needUserConfirm(needUserConfirm: Boolean?): Builder =
            apply { members["need_user_confirm"] = needUserConfirm }

        /**
         * Where callbacks about this order go (商户回调地址): a complete https address without a query, at most 255
         * characters.
         */
        fun notifyUrl(notifyUrl: String?): Builder = apply { members["notify_url"] = notifyUrl }

        /**
         * The merchant's own data (商户数据包). URL-encode it first (`encode_attach`): it is sent unchanged, and may have at
         * most 256 characters.
         */
        fun attach(attach: String?): Builder = apply { members["attach"] = attach }

        /** The goods and their seller (购物信息). */
        fun shoppingInfo(shoppingInfo: ShoppingInfo?): Builder = apply { members["shopping_info"] = shoppingInfo }

        /** What is missing is named when the CreateDeliveryOrder is used, all of it at once. */
        fun build(): CreateDeliveryOrder = CreateDeliveryOrder(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            outOrderNo: String?,
            serviceIntroduction: String?,
            timeRange: TimeRange?,
        ): Builder =
            Builder(null)
                .outOrderNo(outOrderNo)
                .serviceIntroduction(serviceIntroduction)
                .timeRange(timeRange)
    }
}

/**
 * Downloads WeChat Pay's platform certificates (下载平台证书). Only the APIv3 key opens them. The answer is verified with the
 * keys that were trusted before and those that it brings. To trust them, create a new merchant with them in
 * `certificates`. Call it every 12 hours, and when a serial is unknown at most once a minute (`certificates_due`).
 * Merchants that have only a WeChat Pay public key need no certificates; for them it is answered with 404.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012551764>
 */
class DownloadCertificates internal constructor(members: Members) :
    Model(members),
    OperationParameters<PlatformCertificates> {
    constructor(
        algorithmType: String? = null,
    ) : this(
        membersOf(
            "algorithm_type" to algorithmType,
        ),
    )

    /** `RSA`, `SM2` or `ALL`. By default RSA. Payscore does not support 国密 (SM2). */
    val algorithmType: String?
        get() = members.optional("algorithm_type") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a DownloadCertificates, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** `RSA`, `SM2` or `ALL`. By default RSA. Payscore does not support 国密 (SM2). */
        fun algorithmType(algorithmType: String?): Builder = apply { members["algorithm_type"] = algorithmType }

        /** What is missing is named when the DownloadCertificates is used, all of it at once. */
        fun build(): DownloadCertificates = DownloadCertificates(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

    }
}

/**
 * Tests signing, verifying and sealing without a trade (商户签名验签/加解密测试). With `notify_url`, it tests a callback as well.
 * Seal with the key that the request names in `Wechatpay-Serial`; `seal_sensitive` does.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4015139289>
 */
class SecurityEcho internal constructor(members: Members) :
    Model(members),
    OperationParameters<SecurityEchoed> {
    constructor(
        echoMessage: String,
        encryptedEchoMessage: String? = null,
        notifyUrl: String? = null,
    ) : this(
        membersOf(
            "echo_message" to echoMessage,
            "encrypted_echo_message" to encryptedEchoMessage,
            "notify_url" to notifyUrl,
        ),
    )

    /** The text that comes back (回显信息). WeChat Pay documents no length. */
    val echoMessage: String
        get() = members.required("echo_message") { it as String }

    /** A text that `seal_sensitive` sealed. WeChat Pay opens it. */
    val encryptedEchoMessage: String?
        get() = members.optional("encrypted_echo_message") { it as String }

    /** Where the callback goes (商户回调地址). Without it there is no callback. */
    val notifyUrl: String?
        get() = members.optional("notify_url") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a SecurityEcho, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The text that comes back (回显信息). WeChat Pay documents no length. */
        fun echoMessage(echoMessage: String?): Builder = apply { members["echo_message"] = echoMessage }

        /** A text that `seal_sensitive` sealed. WeChat Pay opens it. */
        fun encryptedEchoMessage(encryptedEchoMessage: String?): Builder =
            apply { members["encrypted_echo_message"] = encryptedEchoMessage }

        /** Where the callback goes (商户回调地址). Without it there is no callback. */
        fun notifyUrl(notifyUrl: String?): Builder = apply { members["notify_url"] = notifyUrl }

        /** What is missing is named when the SecurityEcho is used, all of it at once. */
        fun build(): SecurityEcho = SecurityEcho(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            echoMessage: String?,
        ): Builder =
            Builder(null)
                .echoMessage(echoMessage)
    }
}

/**
 * Calls any APIv3 endpoint for which Payscore has no type. The request is signed and its answer verified, like every
 * other. Payscore does not know what its error codes and a lost answer mean: query before anything else.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012081726>
 */
class RawRequest internal constructor(members: Members) :
    Model(members),
    OperationParameters<RawReply> {
    constructor(
        method: String,
        path: String,
        query: Map<String, String>? = null,
        body: Any? = null,
    ) : this(
        membersOf(
            "method" to method,
            "path" to path,
            "query" to query,
            "body" to body,
        ),
    )

    /** `GET`, `POST`, `PUT`, `PATCH` or `DELETE`. */
    val method: String
        get() = members.required("method") { it as String }

    /** The path without a query, such as `/v3/certificates`. Parts that are already percent-encoded stay unchanged. */
    val path: String
        get() = members.required("path") { it as String }

    /** The query, from names to texts, in this order. Payscore encodes it. */
    val query: Map<String, String>?
        get() = members.optional("query") { Members.readMap(it) { it as String } }

    /** The body. It is sent as compact JSON, with its members in the same order. */
    val body: Any?
        get() = members.optional("body") { it }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a RawRequest, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** `GET`, `POST`, `PUT`, `PATCH` or `DELETE`. */
        fun method(method: String?): Builder = apply { members["method"] = method }

        /**
         * The path without a query, such as `/v3/certificates`. Parts that are already percent-encoded stay unchanged.
         */
        fun path(path: String?): Builder = apply { members["path"] = path }

        /** The query, from names to texts, in this order. Payscore encodes it. */
        fun query(query: Map<String, String>?): Builder = apply { members["query"] = query }

        /** The body. It is sent as compact JSON, with its members in the same order. */
        fun body(body: Any?): Builder = apply { members["body"] = body }

        /** What is missing is named when the RawRequest is used, all of it at once. */
        fun build(): RawRequest = RawRequest(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            method: String?,
            path: String?,
        ): Builder =
            Builder(null)
                .method(method)
                .path(path)
    }
}

/**
 * Uploads a file (图片/视频上传) to an endpoint that takes one. Only the file's description is signed. It holds the file's
 * SHA-256.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012365335>
 */
class Upload internal constructor(members: Members) :
    Model(members),
    OperationParameters<RawReply> {
    constructor(
        path: String,
        filename: String,
        contentType: String,
        file: ByteArray,
        meta: Any? = null,
    ) : this(
        membersOf(
            "path" to path,
            "filename" to filename,
            "content_type" to contentType,
            "file" to file,
            "meta" to meta,
        ),
    )

    /** The path of the endpoint, such as `/v3/merchant/media/upload`. */
    val path: String
        get() = members.required("path") { it as String }

    /** The file's name, without quotes and line breaks. */
    val filename: String
        get() = members.required("filename") { it as String }

    /** The file's type, such as `image/png`. */
    val contentType: String
        get() = members.required("content_type") { it as String }

    /** The file's bytes. */
    val file: ByteArray
        get() = members.required("file") { Members.readBytes(it) }

    /** Further members of the description, besides `filename` and `sha256`. */
    val meta: Any?
        get() = members.optional("meta") { it }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a Upload, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The path of the endpoint, such as `/v3/merchant/media/upload`. */
        fun path(path: String?): Builder = apply { members["path"] = path }

        /** The file's name, without quotes and line breaks. */
        fun filename(filename: String?): Builder = apply { members["filename"] = filename }

        /** The file's type, such as `image/png`. */
        fun contentType(contentType: String?): Builder = apply { members["content_type"] = contentType }

        /** The file's bytes. */
        fun file(file: ByteArray?): Builder = apply { members["file"] = file }

        /** Further members of the description, besides `filename` and `sha256`. */
        fun meta(meta: Any?): Builder = apply { members["meta"] = meta }

        /** What is missing is named when the Upload is used, all of it at once. */
        fun build(): Upload = Upload(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            path: String?,
            filename: String?,
            contentType: String?,
            file: ByteArray?,
        ): Builder =
            Builder(null)
                .path(path)
                .filename(filename)
                .contentType(contentType)
                .file(file)
    }
}

/**
 * Downloads a file (账单下载 and the like). An earlier, signed answer named its address and its hash. The file itself is
 * not signed: it is checked by the hash, over the bytes as they came. WeChat Pay's hash is that of the uncompressed
 * file, so request it uncompressed.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/merchant/4013071238>
 */
class Download internal constructor(members: Members) :
    Model(members),
    OperationParameters<Downloaded> {
    constructor(
        downloadUrl: String,
        hashType: String,
        hashValue: String,
    ) : this(
        membersOf(
            "download_url" to downloadUrl,
            "hash_type" to hashType,
            "hash_value" to hashValue,
        ),
    )

    /** The address, unchanged from the signed answer. Valid for 5 minutes. */
    val downloadUrl: String
        get() = members.required("download_url") { it as String }

    /** `SHA1` or `SHA256`. */
    val hashType: String
        get() = members.required("hash_type") { it as String }

    /** The hash in hexadecimal. */
    val hashValue: String
        get() = members.required("hash_value") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a Download, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The address, unchanged from the signed answer. Valid for 5 minutes. */
        fun downloadUrl(downloadUrl: String?): Builder = apply { members["download_url"] = downloadUrl }

        /** `SHA1` or `SHA256`. */
        fun hashType(hashType: String?): Builder = apply { members["hash_type"] = hashType }

        /** The hash in hexadecimal. */
        fun hashValue(hashValue: String?): Builder = apply { members["hash_value"] = hashValue }

        /** What is missing is named when the Download is used, all of it at once. */
        fun build(): Download = Download(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            downloadUrl: String?,
            hashType: String?,
            hashValue: String?,
        ): Builder =
            Builder(null)
                .downloadUrl(downloadUrl)
                .hashType(hashType)
                .hashValue(hashValue)
    }
}

/**
 * The jump in which the user confirms an order (调起支付分-确认订单).
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

    /** The `package` of the reply to `create_order`. Valid for one hour. */
    val packageVal: String
        get() = members.required("package") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a LaunchConfirm, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The `package` of the reply to `create_order`. Valid for one hour. */
        fun packageVal(packageVal: String?): Builder = apply { members["package"] = packageVal }

        /** What is missing is named when the LaunchConfirm is used, all of it at once. */
        fun build(): LaunchConfirm = LaunchConfirm(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            packageVal: String?,
        ): Builder =
            Builder(null)
                .packageVal(packageVal)
    }
}

/**
 * The older, signed form of the jump in which the user confirms an order. Use it only where the form with the package
 * alone is refused. It is not proven that WeChat still accepts it. It needs the APIv2 key.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012155293>
 */
class LaunchConfirmSigned internal constructor(members: Members) : Model(members) {
    constructor(
        packageVal: String,
    ) : this(
        membersOf(
            "package" to packageVal,
        ),
    )

    /** The `package` of the reply to `create_order`. Valid for one hour. */
    val packageVal: String
        get() = members.required("package") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a LaunchConfirmSigned, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The `package` of the reply to `create_order`. Valid for one hour. */
        fun packageVal(packageVal: String?): Builder = apply { members["package"] = packageVal }

        /** What is missing is named when the LaunchConfirmSigned is used, all of it at once. */
        fun build(): LaunchConfirmSigned = LaunchConfirmSigned(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            packageVal: String?,
        ): Builder =
            Builder(null)
                .packageVal(packageVal)
    }
}

/**
 * The jump in which the user authorises a service without confirmation (调起支付分-授权服务).
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4015271651>
 */
class LaunchAuthorise internal constructor(members: Members) : Model(members) {
    constructor(
        applyPermissionsToken: String,
    ) : this(
        membersOf(
            "apply_permissions_token" to applyPermissionsToken,
        ),
    )

    /** The token of the reply to `apply_permissions`. Valid for one hour. */
    val applyPermissionsToken: String
        get() = members.required("apply_permissions_token") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a LaunchAuthorise, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The token of the reply to `apply_permissions`. Valid for one hour. */
        fun applyPermissionsToken(applyPermissionsToken: String?): Builder =
            apply { members["apply_permissions_token"] = applyPermissionsToken }

        /** What is missing is named when the LaunchAuthorise is used, all of it at once. */
        fun build(): LaunchAuthorise = LaunchAuthorise(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            applyPermissionsToken: String?,
        ): Builder =
            Builder(null)
                .applyPermissionsToken(applyPermissionsToken)
    }
}

/**
 * The jump that shows an order to the user (调起支付分-订单详情). It is signed with the APIv2 key: make a fresh one for each
 * jump, on the server. It is concluded, not proven, that its `mch_id` is the institution's number.
 *
 * Source:
 * <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-order/miniprogram-calls-order-details.html>
 */
class LaunchDetail internal constructor(members: Members) : Model(members) {
    constructor(
        outOrderNo: String,
        serviceId: String? = null,
    ) : this(
        membersOf(
            "out_order_no" to outOrderNo,
            "service_id" to serviceId,
        ),
    )

    /** The merchant's order number (商户服务订单号). */
    val outOrderNo: String
        get() = members.required("out_order_no") { it as String }

    /** The service (服务ID). By default, the merchant's `service_id`. */
    val serviceId: String?
        get() = members.optional("service_id") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a LaunchDetail, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The merchant's order number (商户服务订单号). */
        fun outOrderNo(outOrderNo: String?): Builder = apply { members["out_order_no"] = outOrderNo }

        /** The service (服务ID). By default, the merchant's `service_id`. */
        fun serviceId(serviceId: String?): Builder = apply { members["service_id"] = serviceId }

        /** What is missing is named when the LaunchDetail is used, all of it at once. */
        fun build(): LaunchDetail = LaunchDetail(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            outOrderNo: String?,
        ): Builder =
            Builder(null)
                .outOrderNo(outOrderNo)
    }
}

/**
 * Reads what a client received when the user came back from WeChat Pay Score (返回): the options of `App.onShow` in a
 * mini program, the result of `wx.invoke` in a page, or the response of the app's SDK.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090600>
 */
class ReadLaunchReturn internal constructor(members: Members) : Model(members) {
    constructor(
        returned: Any,
    ) : this(
        membersOf(
            "returned" to returned,
        ),
    )

    /** The object, as the client received it. */
    val returned: Any
        get() = members.required("returned") { it }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a ReadLaunchReturn, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The object, as the client received it. */
        fun returned(returned: Any?): Builder = apply { members["returned"] = returned }

        /** What is missing is named when the ReadLaunchReturn is used, all of it at once. */
        fun build(): ReadLaunchReturn = ReadLaunchReturn(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            returned: Any?,
        ): Builder =
            Builder(null)
                .returned(returned)
    }
}

/**
 * Builds the answer to MCH_PREPAY (商户预下单回调) from the clearing house's reply to your unified order, and the deduction to
 * store before you send the answer. Store both, and send the same answer if the notification is repeated. The members
 * of the answer are concluded, not proven: confirm them with WeChat Pay.
 *
 * It is refused with `state.prepay_locked` while `deduction` is in force, or while its withholding is unknown.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012084127>
 */
class AcknowledgePrepay internal constructor(members: Members) : Model(members) {
    constructor(
        outTradeNo: String,
        prepayRespHttpCode: Long,
        prepayReqHeader: String? = null,
        prepayReqBody: String? = null,
        prepayRespHeader: String? = null,
        prepayRespBody: String? = null,
        deduction: Deduction? = null,
        nothingRegistered: Boolean? = null,
    ) : this(
        membersOf(
            "out_trade_no" to outTradeNo,
            "prepay_resp_http_code" to prepayRespHttpCode,
            "prepay_req_header" to prepayReqHeader,
            "prepay_req_body" to prepayReqBody,
            "prepay_resp_header" to prepayRespHeader,
            "prepay_resp_body" to prepayRespBody,
            "deduction" to deduction,
            "nothing_registered" to nothingRegistered,
        ),
    )

    /** The order number of the unified order that you placed at the clearing house. The user may pay under it. */
    val outTradeNo: String
        get() = members.required("out_trade_no") { it as String }

    /** The HTTP status of the clearing house's reply. */
    val prepayRespHttpCode: Long
        get() = members.required("prepay_resp_http_code") { it as Long }

    /** The headers of your request to the clearing house, as text. */
    val prepayReqHeader: String?
        get() = members.optional("prepay_req_header") { it as String }

    /** The body of your request to the clearing house, as text. */
    val prepayReqBody: String?
        get() = members.optional("prepay_req_body") { it as String }

    /** The headers of its reply, as text. */
    val prepayRespHeader: String?
        get() = members.optional("prepay_resp_header") { it as String }

    /** The body of its reply, as text. */
    val prepayRespBody: String?
        get() = members.optional("prepay_resp_body") { it as String }

    /**
     * The order's deduction as you have stored it: a number, or this same pre-order. Pass either this or
     * `nothing_registered`: if the user pays beside a withholding, they are charged twice.
     */
    val deduction: Deduction?
        get() = members.optional("deduction") { Deduction(Members.fromObject(it)) }

    /** True if no deduction number was ever registered for the order. */
    val nothingRegistered: Boolean?
        get() = members.optional("nothing_registered") { it as Boolean }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a AcknowledgePrepay, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The order number of the unified order that you placed at the clearing house. The user may pay under it. */
        fun outTradeNo(outTradeNo: String?): Builder = apply { members["out_trade_no"] = outTradeNo }

        /** The HTTP status of the clearing house's reply. */
        fun prepayRespHttpCode(prepayRespHttpCode: Long?): Builder =
            apply { members["prepay_resp_http_code"] = prepayRespHttpCode }

        /** The headers of your request to the clearing house, as text. */
        fun prepayReqHeader(prepayReqHeader: String?): Builder =
            apply { members["prepay_req_header"] = prepayReqHeader }

        /** The body of your request to the clearing house, as text. */
        fun prepayReqBody(prepayReqBody: String?): Builder = apply { members["prepay_req_body"] = prepayReqBody }

        /** The headers of its reply, as text. */
        fun prepayRespHeader(prepayRespHeader: String?): Builder =
            apply { members["prepay_resp_header"] = prepayRespHeader }

        /** The body of its reply, as text. */
        fun prepayRespBody(prepayRespBody: String?): Builder = apply { members["prepay_resp_body"] = prepayRespBody }

        /**
         * The order's deduction as you have stored it: a number, or this same pre-order. Pass either this or
         * `nothing_registered`: if the user pays beside a withholding, they are charged twice.
         */
        fun deduction(deduction: Deduction?): Builder = apply { members["deduction"] = deduction }

        /** True if no deduction number was ever registered for the order. */
        fun nothingRegistered(nothingRegistered: Boolean?): Builder =
            apply { members["nothing_registered"] = nothingRegistered }

        /** What is missing is named when the AcknowledgePrepay is used, all of it at once. */
        fun build(): AcknowledgePrepay = AcknowledgePrepay(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            outTradeNo: String?,
            prepayRespHttpCode: Long?,
        ): Builder =
            Builder(null)
                .outTradeNo(outTradeNo)
                .prepayRespHttpCode(prepayRespHttpCode)
    }
}

/** Encodes the merchant's own data (商户数据包) for `attach`. The result may have at most 256 characters. */
class EncodeAttach internal constructor(members: Members) : Model(members) {
    constructor(
        data: String,
    ) : this(
        membersOf(
            "data" to data,
        ),
    )

    /** The data. */
    val data: String
        get() = members.required("data") { it as String }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a EncodeAttach, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The data. */
        fun data(data: String?): Builder = apply { members["data"] = data }

        /** What is missing is named when the EncodeAttach is used, all of it at once. */
        fun build(): EncodeAttach = EncodeAttach(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** For Java: a builder with the required members; set the others by their names. */
        @JvmStatic
        fun builder(
            data: String?,
        ): Builder =
            Builder(null)
                .data(data)
    }
}

/**
 * Whether WeChat Pay's platform certificates should be downloaded now. If a serial is unknown, they should be
 * downloaded at once, but at most once a minute. Otherwise they should be downloaded every 10 hours: WeChat Pay asks
 * for at least every 12. Merchants that have only a public key do not need this.
 *
 * Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012551764>
 */
class CertificatesDue internal constructor(members: Members) : Model(members) {
    constructor(
        downloadedAt: Long? = null,
        serialUnknown: Boolean? = null,
    ) : this(
        membersOf(
            "downloaded_at" to downloadedAt,
            "serial_unknown" to serialUnknown,
        ),
    )

    /** When they were last downloaded, in Unix seconds. Absent if never. */
    val downloadedAt: Long?
        get() = members.optional("downloaded_at") { it as Long }

    /** Whether a message had a serial that is not trusted (`verification.serial.unknown`). */
    val serialUnknown: Boolean?
        get() = members.optional("serial_unknown") { it as Boolean }

    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a CertificatesDue, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** When they were last downloaded, in Unix seconds. Absent if never. */
        fun downloadedAt(downloadedAt: Long?): Builder = apply { members["downloaded_at"] = downloadedAt }

        /** Whether a message had a serial that is not trusted (`verification.serial.unknown`). */
        fun serialUnknown(serialUnknown: Boolean?): Builder = apply { members["serial_unknown"] = serialUnknown }

        /** What is missing is named when the CertificatesDue is used, all of it at once. */
        fun build(): CertificatesDue = CertificatesDue(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

    }
}

/** A verified callback. */
sealed interface Event {
    /** Unique per notification. */
    val id: String

    /** What happened: WeChat Pay's word for it, or `order_unclear`. */
    val eventType: String

    /**
     * How to answer, once the event is stored durably. Null in [MchPrepay] and [Unknown], whose documentation says what
     * to do then.
     */
    val ack: Ack?

    /**
     * The key under which to remember that this event was dealt with: insert it in the same database transaction as the
     * change.
     */
    val deduplicationKey: String

    /** The opened text as received. */
    val raw: String

    /** When the notification was made, RFC 3339. */
    val createTime: String?

    /** A text for people. */
    val summary: String?

    /** `Request-ID` of the callback. */
    val requestId: String?

    /**
     * Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. Beside the
     * sealed content, `create_time` and `summary` can be among them.
     */
    val unread: List<Unread>

    companion object {
        internal fun fromMembers(members: Members): Event =
            when (members.map["event_type"]) {
                "PAYSCORE.USER_CONFIRM" -> UserConfirmed(members)
                "PAYSCORE.USER_PAID" -> UserPaid(members)
                "order_unclear" -> OrderUnclear(members)
                "PAYSCORE.MCH_PREPAY" -> MchPrepay(members)
                "PAYSCORE.USER_OPEN_SERVICE" -> UserOpenedService(members)
                "PAYSCORE.USER_CLOSE_SERVICE" -> UserClosedService(members)
                else -> Unknown(members)
            }
    }
}
