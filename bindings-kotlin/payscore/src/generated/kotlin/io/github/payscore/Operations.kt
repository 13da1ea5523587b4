// Generated from core's declarations by `cargo xtask generate`. Do not edit.
@file:Suppress("unused")

package io.github.payscore

import io.github.payscore.model.AcknowledgePrepay
import io.github.payscore.model.ApplyPermissions
import io.github.payscore.model.Attach
import io.github.payscore.model.CancelOrder
import io.github.payscore.model.CertificatesDue
import io.github.payscore.model.CertificatesStep
import io.github.payscore.model.CompleteOrder
import io.github.payscore.model.CreateDeliveryOrder
import io.github.payscore.model.CreateOrder
import io.github.payscore.model.Deduction
import io.github.payscore.model.DeductionInfo
import io.github.payscore.model.DeductionRegistered
import io.github.payscore.model.Download
import io.github.payscore.model.DownloadCertificates
import io.github.payscore.model.Downloaded
import io.github.payscore.model.EncodeAttach
import io.github.payscore.model.Event
import io.github.payscore.model.Launch
import io.github.payscore.model.LaunchAuthorise
import io.github.payscore.model.LaunchConfirm
import io.github.payscore.model.LaunchConfirmSigned
import io.github.payscore.model.LaunchDetail
import io.github.payscore.model.LaunchReturn
import io.github.payscore.model.Model
import io.github.payscore.model.ModifyOrder
import io.github.payscore.model.Order
import io.github.payscore.model.OrderCancelled
import io.github.payscore.model.OrderCompleted
import io.github.payscore.model.OrderModified
import io.github.payscore.model.OrderRef
import io.github.payscore.model.OrderSynced
import io.github.payscore.model.Permissions
import io.github.payscore.model.PermissionsApplied
import io.github.payscore.model.PermissionsTerminated
import io.github.payscore.model.PlatformCertificates
import io.github.payscore.model.PrepayAcknowledgement
import io.github.payscore.model.QueryDeduction
import io.github.payscore.model.QueryOrder
import io.github.payscore.model.QueryPermissions
import io.github.payscore.model.RawReply
import io.github.payscore.model.RawRequest
import io.github.payscore.model.ReadLaunchReturn
import io.github.payscore.model.RegisterDeductInfo
import io.github.payscore.model.SecurityEcho
import io.github.payscore.model.SecurityEchoed
import io.github.payscore.model.SyncOrder
import io.github.payscore.model.TerminatePermissions
import io.github.payscore.model.Upload
import java.util.concurrent.CompletableFuture

/** Every operation. */
internal object Registry {
    val CREATE_ORDER =
        Operation(
            "create_order",
            CreateOrder::class.java,
            Order::class.java,
            ::Order,
        )
    val QUERY_ORDER =
        Operation(
            "query_order",
            QueryOrder::class.java,
            Order::class.java,
            ::Order,
        )
    val CANCEL_ORDER =
        Operation(
            "cancel_order",
            CancelOrder::class.java,
            OrderCancelled::class.java,
            ::OrderCancelled,
        )
    val COMPLETE_ORDER =
        Operation(
            "complete_order",
            CompleteOrder::class.java,
            OrderCompleted::class.java,
            ::OrderCompleted,
        )
    val MODIFY_ORDER =
        Operation(
            "modify_order",
            ModifyOrder::class.java,
            OrderModified::class.java,
            ::OrderModified,
        )
    val SYNC_ORDER =
        Operation(
            "sync_order",
            SyncOrder::class.java,
            OrderSynced::class.java,
            ::OrderSynced,
        )
    val REGISTER_DEDUCT_INFO =
        Operation(
            "register_deduct_info",
            RegisterDeductInfo::class.java,
            DeductionRegistered::class.java,
            ::DeductionRegistered,
        )
    val QUERY_DEDUCTION =
        Operation(
            "query_deduction",
            QueryDeduction::class.java,
            DeductionInfo::class.java,
            ::DeductionInfo,
        )
    val APPLY_PERMISSIONS =
        Operation(
            "apply_permissions",
            ApplyPermissions::class.java,
            PermissionsApplied::class.java,
            ::PermissionsApplied,
        )
    val QUERY_PERMISSIONS =
        Operation(
            "query_permissions",
            QueryPermissions::class.java,
            Permissions::class.java,
            ::Permissions,
        )
    val TERMINATE_PERMISSIONS =
        Operation(
            "terminate_permissions",
            TerminatePermissions::class.java,
            PermissionsTerminated::class.java,
            ::PermissionsTerminated,
        )
    val CREATE_DELIVERY_ORDER =
        Operation(
            "create_delivery_order",
            CreateDeliveryOrder::class.java,
            Order::class.java,
            ::Order,
        )
    val DOWNLOAD_CERTIFICATES =
        Operation(
            "download_certificates",
            DownloadCertificates::class.java,
            PlatformCertificates::class.java,
            ::PlatformCertificates,
        )
    val SECURITY_ECHO =
        Operation(
            "security_echo",
            SecurityEcho::class.java,
            SecurityEchoed::class.java,
            ::SecurityEchoed,
        )
    val REQUEST =
        Operation(
            "request",
            RawRequest::class.java,
            RawReply::class.java,
            ::RawReply,
        )
    val UPLOAD =
        Operation(
            "upload",
            Upload::class.java,
            RawReply::class.java,
            ::RawReply,
        )
    val DOWNLOAD =
        Operation(
            "download",
            Download::class.java,
            Downloaded::class.java,
            ::Downloaded,
        )

    val ALL =
        OperationRegistry(
            listOf(
                CREATE_ORDER,
                QUERY_ORDER,
                CANCEL_ORDER,
                COMPLETE_ORDER,
                MODIFY_ORDER,
                SYNC_ORDER,
                REGISTER_DEDUCT_INFO,
                QUERY_DEDUCTION,
                APPLY_PERMISSIONS,
                QUERY_PERMISSIONS,
                TERMINATE_PERMISSIONS,
                CREATE_DELIVERY_ORDER,
                DOWNLOAD_CERTIFICATES,
                SECURITY_ECHO,
                REQUEST,
                UPLOAD,
                DOWNLOAD,
            ),
        )
}

/** The operations of a merchant as calls, and its functions, which need no call. */
abstract class Operations internal constructor(
    parts: MerchantParts,
) : BaseMerchant<Event, OrderRef>("", parts, Registry.ALL, { Event.fromMembers(it) }) {
    /**
     * Creates an order (创建订单). With confirmation it begins as `CREATED` and its reply holds the `package` for the jump
     * into WeChat, valid for one hour; repeating the identical call gives a fresh one. After a lost answer, repeat it
     * or query: never create anew under another number.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
     */
    @JvmOverloads
    fun createOrder(
        params: CreateOrder,
        extra: Map<String, Any?>? = null,
    ): Call<Order> = makeCall(Registry.CREATE_ORDER, null, params, extra)

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
    ): Call<Order> = makeCall(Registry.QUERY_ORDER, null, params, extra)

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
    ): Call<Order> = makeCall(Registry.QUERY_ORDER, order, params, extra)

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
    ): Call<Order> = makeCall(Registry.QUERY_ORDER, order, null, extra)

    /**
     * Cancels an order (取消订单): before or after the user confirmed, and even after completion while the money is still
     * to be paid and no registered deduction number is in force. Then the money is forfeited. After a lost answer,
     * query: somebody may have completed the order meanwhile.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194058>
     */
    @JvmOverloads
    fun cancelOrder(
        params: CancelOrder,
        extra: Map<String, Any?>? = null,
    ): Call<OrderCancelled> = makeCall(Registry.CANCEL_ORDER, null, params, extra)

    /**
     * Cancels an order (取消订单): before or after the user confirmed, and even after completion while the money is still
     * to be paid and no registered deduction number is in force. Then the money is forfeited. After a lost answer,
     * query: somebody may have completed the order meanwhile.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194058>
     */
    @JvmOverloads
    fun cancelOrder(
        order: OrderRef,
        params: CancelOrder,
        extra: Map<String, Any?>? = null,
    ): Call<OrderCancelled> = makeCall(Registry.CANCEL_ORDER, order, params, extra)

    /**
     * Completes an order (完结订单): the service has ended, this is the bill. In this mode completing does **not** charge
     * the user: register a deduction and withhold at the clearing house. After a lost answer, query.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
     */
    @JvmOverloads
    fun completeOrder(
        params: CompleteOrder,
        extra: Map<String, Any?>? = null,
    ): Call<OrderCompleted> = makeCall(Registry.COMPLETE_ORDER, null, params, extra)

    /**
     * Completes an order (完结订单): the service has ended, this is the bill. In this mode completing does **not** charge
     * the user: register a deduction and withhold at the clearing house. After a lost answer, query.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
     */
    @JvmOverloads
    fun completeOrder(
        order: OrderRef,
        params: CompleteOrder,
        extra: Map<String, Any?>? = null,
    ): Call<OrderCompleted> = makeCall(Registry.COMPLETE_ORDER, order, params, extra)

    /**
     * Lowers the amount of a completed, unpaid order (修改订单金额). Refused while a registered deduction number is in force.
     * Whether it may be done more than once is not proven for this mode. After payment, refund the difference at the
     * clearing house instead. After a lost answer, query.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194282>
     */
    @JvmOverloads
    fun modifyOrder(
        params: ModifyOrder,
        extra: Map<String, Any?>? = null,
    ): Call<OrderModified> = makeCall(Registry.MODIFY_ORDER, null, params, extra)

    /**
     * Lowers the amount of a completed, unpaid order (修改订单金额). Refused while a registered deduction number is in force.
     * Whether it may be done more than once is not proven for this mode. After payment, refund the difference at the
     * clearing house instead. After a lost answer, query.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194282>
     */
    @JvmOverloads
    fun modifyOrder(
        order: OrderRef,
        params: ModifyOrder,
        extra: Map<String, Any?>? = null,
    ): Call<OrderModified> = makeCall(Registry.MODIFY_ORDER, order, params, extra)

    /**
     * Tells WeChat Pay that the user paid a completed order through another channel (同步订单信息): it becomes `DONE`, paid
     * elsewhere. Refused while a registered deduction number is in force. If the user pays twice after all, refund one
     * of the two. After a lost answer, query.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194292>
     */
    @JvmOverloads
    fun syncOrder(
        params: SyncOrder,
        extra: Map<String, Any?>? = null,
    ): Call<OrderSynced> = makeCall(Registry.SYNC_ORDER, null, params, extra)

    /**
     * Tells WeChat Pay that the user paid a completed order through another channel (同步订单信息): it becomes `DONE`, paid
     * elsewhere. Refused while a registered deduction number is in force. If the user pays twice after all, refund one
     * of the two. After a lost answer, query.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194292>
     */
    @JvmOverloads
    fun syncOrder(
        order: OrderRef,
        params: SyncOrder,
        extra: Map<String, Any?>? = null,
    ): Call<OrderSynced> = makeCall(Registry.SYNC_ORDER, order, params, extra)

    /**
     * Registers a deduction number (登记扣款信息) for one entrusted withholding at the clearing house within 24 hours. Store
     * the number before calling. It moves no money. After a lost answer, ask with `query_deduction`; never register a
     * second number meanwhile.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194100>
     */
    @JvmOverloads
    fun registerDeductInfo(
        params: RegisterDeductInfo,
        extra: Map<String, Any?>? = null,
    ): Call<DeductionRegistered> = makeCall(Registry.REGISTER_DEDUCT_INFO, null, params, extra)

    /**
     * Registers a deduction number (登记扣款信息) for one entrusted withholding at the clearing house within 24 hours. Store
     * the number before calling. It moves no money. After a lost answer, ask with `query_deduction`; never register a
     * second number meanwhile.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194100>
     */
    @JvmOverloads
    fun registerDeductInfo(
        order: OrderRef,
        params: RegisterDeductInfo,
        extra: Map<String, Any?>? = null,
    ): Call<DeductionRegistered> = makeCall(Registry.REGISTER_DEDUCT_INFO, order, params, extra)

    /**
     * Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query
     * the order for that.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
     */
    @JvmOverloads
    fun queryDeduction(
        params: QueryDeduction,
        extra: Map<String, Any?>? = null,
    ): Call<DeductionInfo> = makeCall(Registry.QUERY_DEDUCTION, null, params, extra)

    /**
     * Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query
     * the order for that.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
     */
    @JvmOverloads
    fun queryDeduction(
        order: OrderRef,
        params: QueryDeduction,
        extra: Map<String, Any?>? = null,
    ): Call<DeductionInfo> = makeCall(Registry.QUERY_DEDUCTION, order, params, extra)

    /**
     * Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query
     * the order for that.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
     */
    @JvmOverloads
    fun queryDeduction(
        order: OrderRef,
        extra: Map<String, Any?>? = null,
    ): Call<DeductionInfo> = makeCall(Registry.QUERY_DEDUCTION, order, null, extra)

    /**
     * Prepares a user's authorisation of a service without confirmation (从业机构预授权, 免确认 only). Its token leads the user
     * into the authorisation view; whether the user agreed is told by the callback or by `query_permissions`. After a
     * lost answer, repeat the identical request; that this gives a token again is not proven for this mode.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012691489>
     */
    @JvmOverloads
    fun applyPermissions(
        params: ApplyPermissions,
        extra: Map<String, Any?>? = null,
    ): Call<PermissionsApplied> = makeCall(Registry.APPLY_PERMISSIONS, null, params, extra)

    /**
     * Asks how a user's authorisation stands (查询授权记录, 免确认 only).
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012461004>
     */
    @JvmOverloads
    fun queryPermissions(
        params: QueryPermissions,
        extra: Map<String, Any?>? = null,
    ): Call<Permissions> = makeCall(Registry.QUERY_PERMISSIONS, null, params, extra)

    /**
     * Ends a user's authorisation of a service (解除授权关系, 免确认 only). Refused while the user has unfinished orders; their
     * money can still be collected afterwards. After a lost answer, query the authorisation.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012461012>
     */
    @JvmOverloads
    fun terminatePermissions(
        params: TerminatePermissions,
        extra: Map<String, Any?>? = null,
    ): Call<PermissionsTerminated> = makeCall(Registry.TERMINATE_PERMISSIONS, null, params, extra)

    /**
     * Creates a buy-now-pay-on-delivery order (创建先用后付订单): for e-commerce, by a permission of its own. What follows goes
     * through the ordinary order operations; that, and the lengths of its own fields, are not documented. After a lost
     * answer, repeat it or query: never create anew under another number.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012783674>
     */
    @JvmOverloads
    fun createDeliveryOrder(
        params: CreateDeliveryOrder,
        extra: Map<String, Any?>? = null,
    ): Call<Order> = makeCall(Registry.CREATE_DELIVERY_ORDER, null, params, extra)

    /**
     * Downloads WeChat Pay's platform certificates (下载平台证书). Its answer is verified with the keys that it brings, which
     * only the APIv3 key opens, and those that were trusted before. Trust them by a new merchant (`certificates`), at
     * most once a minute when a serial is unknown, else every 12 hours. Merchants that have a WeChat Pay public key
     * need none: then it is answered with 404.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012551764>
     */
    @JvmOverloads
    fun downloadCertificates(
        params: DownloadCertificates,
        extra: Map<String, Any?>? = null,
    ): Call<PlatformCertificates> = makeCall(Registry.DOWNLOAD_CERTIFICATES, null, params, extra)

    /**
     * Tests signing, verifying and sealing without any trade (商户签名验签/加解密测试), and a callback if an address is given. One
     * call goes by one key: seal with the key that the request names (`seal_sensitive` does).
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4015139289>
     */
    @JvmOverloads
    fun securityEcho(
        params: SecurityEcho,
        extra: Map<String, Any?>? = null,
    ): Call<SecurityEchoed> = makeCall(Registry.SECURITY_ECHO, null, params, extra)

    /**
     * A request to any APIv3 endpoint that Payscore has no type for: signed, and its answer verified, like every other.
     * What its error codes and a lost answer mean is not known here: query before anything else.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012081726>
     */
    @JvmOverloads
    fun request(
        params: RawRequest,
        extra: Map<String, Any?>? = null,
    ): Call<RawReply> = makeCall(Registry.REQUEST, null, params, extra)

    /**
     * Uploads a file (图片/视频上传) to an endpoint that takes one. Only its description is signed, which holds the file's
     * SHA-256.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012365335>
     */
    @JvmOverloads
    fun upload(
        params: Upload,
        extra: Map<String, Any?>? = null,
    ): Call<RawReply> = makeCall(Registry.UPLOAD, null, params, extra)

    /**
     * Downloads a file whose address and hash a signed answer told before (账单下载 and the like). This answer is not
     * signed: the hash is what it is checked by, over the bytes as they came; of a compressed file WeChat Pay's hash is
     * of the unpacked one, so ask for it uncompressed.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/merchant/4013071238>
     */
    @JvmOverloads
    fun download(
        params: Download,
        extra: Map<String, Any?>? = null,
    ): Call<Downloaded> = makeCall(Registry.DOWNLOAD, null, params, extra)

    /**
     * The jump that lets the user confirm an order (调起支付分-确认订单).
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090600>
     *
     * @param packageVal From the reply to `create_order`, valid for one hour.
     */
    fun launchConfirm(
        packageVal: String,
    ): Launch =
        launchConfirm(
            LaunchConfirm(
                packageVal = packageVal,
            ),
        )

    /**
     * The jump that lets the user confirm an order (调起支付分-确认订单).
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090600>
     *
     * For Java: with the parameters as an object.
     */
    fun launchConfirm(params: LaunchConfirm): Launch =
        Launch(compute("launch_confirm", params))

    /**
     * The older, signed form of the jump that lets the user confirm an order. Use it only where the form with the
     * package alone is refused; that it is still taken is not proven. Needs the APIv2 key.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012155293>
     *
     * @param packageVal From the reply to `create_order`, valid for one hour.
     */
    fun launchConfirmSigned(
        packageVal: String,
    ): Launch =
        launchConfirmSigned(
            LaunchConfirmSigned(
                packageVal = packageVal,
            ),
        )

    /**
     * The older, signed form of the jump that lets the user confirm an order. Use it only where the form with the
     * package alone is refused; that it is still taken is not proven. Needs the APIv2 key.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012155293>
     *
     * For Java: with the parameters as an object.
     */
    fun launchConfirmSigned(params: LaunchConfirmSigned): Launch =
        Launch(compute("launch_confirm_signed", params))

    /**
     * The jump that lets the user authorise a service without confirmation (调起支付分-授权服务).
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4015271651>
     *
     * @param applyPermissionsToken From the reply to `apply_permissions`, valid for one hour.
     */
    fun launchAuthorise(
        applyPermissionsToken: String,
    ): Launch =
        launchAuthorise(
            LaunchAuthorise(
                applyPermissionsToken = applyPermissionsToken,
            ),
        )

    /**
     * The jump that lets the user authorise a service without confirmation (调起支付分-授权服务).
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4015271651>
     *
     * For Java: with the parameters as an object.
     */
    fun launchAuthorise(params: LaunchAuthorise): Launch =
        Launch(compute("launch_authorise", params))

    /**
     * The jump that shows an order to the user (调起支付分-订单详情). It is signed with the APIv2 key: make a fresh one for each
     * jump, on the server. That `mch_id` is the institution's is concluded, not proven.
     *
     * Source:
     * <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-order/miniprogram-calls-order-details.html>
     *
     * @param outOrderNo The merchant's number of the order.
     * @param serviceId The service; default from the merchant.
     */
    @JvmOverloads
    fun launchDetail(
        outOrderNo: String,
        serviceId: String? = null,
    ): Launch =
        launchDetail(
            LaunchDetail(
                outOrderNo = outOrderNo,
                serviceId = serviceId,
            ),
        )

    /**
     * The jump that shows an order to the user (调起支付分-订单详情). It is signed with the APIv2 key: make a fresh one for each
     * jump, on the server. That `mch_id` is the institution's is concluded, not proven.
     *
     * Source:
     * <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-order/miniprogram-calls-order-details.html>
     *
     * For Java: with the parameters as an object.
     */
    fun launchDetail(params: LaunchDetail): Launch =
        Launch(compute("launch_detail", params))

    /**
     * Reads what a client was handed when the user came back from WeChat Pay Score (返回): the options of `App.onShow` in
     * a mini program, the answer of `wx.invoke` in a page, or the response of the app's SDK.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090600>
     *
     * @param returned The object, as the client got it.
     */
    fun readLaunchReturn(
        returned: Any,
    ): LaunchReturn =
        readLaunchReturn(
            ReadLaunchReturn(
                returned = returned,
            ),
        )

    /**
     * Reads what a client was handed when the user came back from WeChat Pay Score (返回): the options of `App.onShow` in
     * a mini program, the answer of `wx.invoke` in a page, or the response of the app's SDK.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090600>
     *
     * For Java: with the parameters as an object.
     */
    fun readLaunchReturn(params: ReadLaunchReturn): LaunchReturn =
        LaunchReturn(compute("read_launch_return", params))

    /**
     * The answer to MCH_PREPAY (商户预下单回调), made of what the clearing house answered to the unified order, and the
     * deduction to store before it is sent. Store both, and give a repeated notification the same stored answer. That
     * these members are the answer is concluded, not proven: confirm it with WeChat Pay.
     *
     * Refused with `state.prepay_locked` while `deduction` is in force or its withholding is unknown.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012084127>
     *
     * @param outTradeNo The merchant order number of the unified order that you placed at the clearing house: the user
     * may pay under it.
     * @param prepayRespHttpCode The HTTP status of the clearing house's answer.
     * @param prepayReqHeader The headers of your request to the clearing house, as text.
     * @param prepayReqBody The body of your request to the clearing house, as text.
     * @param prepayRespHeader The headers of its answer, as text.
     * @param prepayRespBody The body of its answer, as text.
     * @param deduction What you have stored as the order's deduction: a number, or this very pre-order. Either this or
     * `nothing_registered` is needed: letting the user pay beside a withholding would charge twice.
     * @param nothingRegistered True when no deduction number was ever registered for the order.
     */
    @JvmOverloads
    fun acknowledgePrepay(
        outTradeNo: String,
        prepayRespHttpCode: Long,
        prepayReqHeader: String? = null,
        prepayReqBody: String? = null,
        prepayRespHeader: String? = null,
        prepayRespBody: String? = null,
        deduction: Deduction? = null,
        nothingRegistered: Boolean? = null,
    ): PrepayAcknowledgement =
        acknowledgePrepay(
            AcknowledgePrepay(
                outTradeNo = outTradeNo,
                prepayRespHttpCode = prepayRespHttpCode,
                prepayReqHeader = prepayReqHeader,
                prepayReqBody = prepayReqBody,
                prepayRespHeader = prepayRespHeader,
                prepayRespBody = prepayRespBody,
                deduction = deduction,
                nothingRegistered = nothingRegistered,
            ),
        )

    /**
     * The answer to MCH_PREPAY (商户预下单回调), made of what the clearing house answered to the unified order, and the
     * deduction to store before it is sent. Store both, and give a repeated notification the same stored answer. That
     * these members are the answer is concluded, not proven: confirm it with WeChat Pay.
     *
     * Refused with `state.prepay_locked` while `deduction` is in force or its withholding is unknown.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012084127>
     *
     * For Java: with the parameters as an object.
     */
    fun acknowledgePrepay(params: AcknowledgePrepay): PrepayAcknowledgement =
        PrepayAcknowledgement(compute("acknowledge_prepay", params))

    /**
     * Encodes the merchant's own data (商户数据包) for `attach`: at most 256 characters may come out.
     *
     * @param data The data as they are.
     */
    fun encodeAttach(
        data: String,
    ): Attach =
        encodeAttach(
            EncodeAttach(
                data = data,
            ),
        )

    /**
     * Encodes the merchant's own data (商户数据包) for `attach`: at most 256 characters may come out.
     *
     * For Java: with the parameters as an object.
     */
    fun encodeAttach(params: EncodeAttach): Attach =
        Attach(compute("encode_attach", params))

    /**
     * Whether WeChat Pay's platform certificates are to be downloaded now: at once when a serial is unknown, but at
     * most once a minute; else every 10 hours, as WeChat Pay asks for every 12 at least. Not needed by merchants that
     * have only a public key.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012551764>
     *
     * @param downloadedAt When they were last downloaded, in Unix seconds; absent when never.
     * @param serialUnknown Whether a serial was met that is not trusted (`verification.serial.unknown`).
     */
    @JvmOverloads
    fun certificatesDue(
        downloadedAt: Long? = null,
        serialUnknown: Boolean? = null,
    ): CertificatesStep =
        certificatesDue(
            CertificatesDue(
                downloadedAt = downloadedAt,
                serialUnknown = serialUnknown,
            ),
        )

    /**
     * Whether WeChat Pay's platform certificates are to be downloaded now: at once when a serial is unknown, but at
     * most once a minute; else every 10 hours, as WeChat Pay asks for every 12 at least. Not needed by merchants that
     * have only a public key.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012551764>
     *
     * For Java: with the parameters as an object.
     */
    fun certificatesDue(params: CertificatesDue): CertificatesStep =
        CertificatesStep(compute("certificates_due", params))
}

/** The operations over HTTP. Each returns its verified reply. */
abstract class ClientOperations internal constructor() {
    /**
     * Creates an order (创建订单). With confirmation it begins as `CREATED` and its reply holds the `package` for the jump
     * into WeChat, valid for one hour; repeating the identical call gives a fresh one. After a lost answer, repeat it
     * or query: never create anew under another number.
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
     * Cancels an order (取消订单): before or after the user confirmed, and even after completion while the money is still
     * to be paid and no registered deduction number is in force. Then the money is forfeited. After a lost answer,
     * query: somebody may have completed the order meanwhile.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194058>
     */
    @JvmOverloads
    fun cancelOrder(
        params: CancelOrder,
        extra: Map<String, Any?>? = null,
    ): OrderCancelled = perform(Registry.CANCEL_ORDER, null, params, extra)

    /**
     * Cancels an order (取消订单): before or after the user confirmed, and even after completion while the money is still
     * to be paid and no registered deduction number is in force. Then the money is forfeited. After a lost answer,
     * query: somebody may have completed the order meanwhile.
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
     * Completes an order (完结订单): the service has ended, this is the bill. In this mode completing does **not** charge
     * the user: register a deduction and withhold at the clearing house. After a lost answer, query.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
     */
    @JvmOverloads
    fun completeOrder(
        params: CompleteOrder,
        extra: Map<String, Any?>? = null,
    ): OrderCompleted = perform(Registry.COMPLETE_ORDER, null, params, extra)

    /**
     * Completes an order (完结订单): the service has ended, this is the bill. In this mode completing does **not** charge
     * the user: register a deduction and withhold at the clearing house. After a lost answer, query.
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
     * Lowers the amount of a completed, unpaid order (修改订单金额). Refused while a registered deduction number is in force.
     * Whether it may be done more than once is not proven for this mode. After payment, refund the difference at the
     * clearing house instead. After a lost answer, query.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194282>
     */
    @JvmOverloads
    fun modifyOrder(
        params: ModifyOrder,
        extra: Map<String, Any?>? = null,
    ): OrderModified = perform(Registry.MODIFY_ORDER, null, params, extra)

    /**
     * Lowers the amount of a completed, unpaid order (修改订单金额). Refused while a registered deduction number is in force.
     * Whether it may be done more than once is not proven for this mode. After payment, refund the difference at the
     * clearing house instead. After a lost answer, query.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194282>
     */
    @JvmOverloads
    fun modifyOrder(
        order: OrderRef,
        params: ModifyOrder,
        extra: Map<String, Any?>? = null,
    ): OrderModified = perform(Registry.MODIFY_ORDER, order, params, extra)

    /**
     * Tells WeChat Pay that the user paid a completed order through another channel (同步订单信息): it becomes `DONE`, paid
     * elsewhere. Refused while a registered deduction number is in force. If the user pays twice after all, refund one
     * of the two. After a lost answer, query.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194292>
     */
    @JvmOverloads
    fun syncOrder(
        params: SyncOrder,
        extra: Map<String, Any?>? = null,
    ): OrderSynced = perform(Registry.SYNC_ORDER, null, params, extra)

    /**
     * Tells WeChat Pay that the user paid a completed order through another channel (同步订单信息): it becomes `DONE`, paid
     * elsewhere. Refused while a registered deduction number is in force. If the user pays twice after all, refund one
     * of the two. After a lost answer, query.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194292>
     */
    @JvmOverloads
    fun syncOrder(
        order: OrderRef,
        params: SyncOrder,
        extra: Map<String, Any?>? = null,
    ): OrderSynced = perform(Registry.SYNC_ORDER, order, params, extra)

    /**
     * Registers a deduction number (登记扣款信息) for one entrusted withholding at the clearing house within 24 hours. Store
     * the number before calling. It moves no money. After a lost answer, ask with `query_deduction`; never register a
     * second number meanwhile.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194100>
     */
    @JvmOverloads
    fun registerDeductInfo(
        params: RegisterDeductInfo,
        extra: Map<String, Any?>? = null,
    ): DeductionRegistered = perform(Registry.REGISTER_DEDUCT_INFO, null, params, extra)

    /**
     * Registers a deduction number (登记扣款信息) for one entrusted withholding at the clearing house within 24 hours. Store
     * the number before calling. It moves no money. After a lost answer, ask with `query_deduction`; never register a
     * second number meanwhile.
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
     * Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query
     * the order for that.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
     */
    @JvmOverloads
    fun queryDeduction(
        params: QueryDeduction,
        extra: Map<String, Any?>? = null,
    ): DeductionInfo = perform(Registry.QUERY_DEDUCTION, null, params, extra)

    /**
     * Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query
     * the order for that.
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
     * Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query
     * the order for that.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
     */
    @JvmOverloads
    fun queryDeduction(
        order: OrderRef,
        extra: Map<String, Any?>? = null,
    ): DeductionInfo = perform(Registry.QUERY_DEDUCTION, order, null, extra)

    /**
     * Prepares a user's authorisation of a service without confirmation (从业机构预授权, 免确认 only). Its token leads the user
     * into the authorisation view; whether the user agreed is told by the callback or by `query_permissions`. After a
     * lost answer, repeat the identical request; that this gives a token again is not proven for this mode.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012691489>
     */
    @JvmOverloads
    fun applyPermissions(
        params: ApplyPermissions,
        extra: Map<String, Any?>? = null,
    ): PermissionsApplied = perform(Registry.APPLY_PERMISSIONS, null, params, extra)

    /**
     * Asks how a user's authorisation stands (查询授权记录, 免确认 only).
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012461004>
     */
    @JvmOverloads
    fun queryPermissions(
        params: QueryPermissions,
        extra: Map<String, Any?>? = null,
    ): Permissions = perform(Registry.QUERY_PERMISSIONS, null, params, extra)

    /**
     * Ends a user's authorisation of a service (解除授权关系, 免确认 only). Refused while the user has unfinished orders; their
     * money can still be collected afterwards. After a lost answer, query the authorisation.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012461012>
     */
    @JvmOverloads
    fun terminatePermissions(
        params: TerminatePermissions,
        extra: Map<String, Any?>? = null,
    ): PermissionsTerminated = perform(Registry.TERMINATE_PERMISSIONS, null, params, extra)

    /**
     * Creates a buy-now-pay-on-delivery order (创建先用后付订单): for e-commerce, by a permission of its own. What follows goes
     * through the ordinary order operations; that, and the lengths of its own fields, are not documented. After a lost
     * answer, repeat it or query: never create anew under another number.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012783674>
     */
    @JvmOverloads
    fun createDeliveryOrder(
        params: CreateDeliveryOrder,
        extra: Map<String, Any?>? = null,
    ): Order = perform(Registry.CREATE_DELIVERY_ORDER, null, params, extra)

    /**
     * Downloads WeChat Pay's platform certificates (下载平台证书). Its answer is verified with the keys that it brings, which
     * only the APIv3 key opens, and those that were trusted before. Trust them by a new merchant (`certificates`), at
     * most once a minute when a serial is unknown, else every 12 hours. Merchants that have a WeChat Pay public key
     * need none: then it is answered with 404.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012551764>
     */
    @JvmOverloads
    fun downloadCertificates(
        params: DownloadCertificates,
        extra: Map<String, Any?>? = null,
    ): PlatformCertificates = perform(Registry.DOWNLOAD_CERTIFICATES, null, params, extra)

    /**
     * Tests signing, verifying and sealing without any trade (商户签名验签/加解密测试), and a callback if an address is given. One
     * call goes by one key: seal with the key that the request names (`seal_sensitive` does).
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4015139289>
     */
    @JvmOverloads
    fun securityEcho(
        params: SecurityEcho,
        extra: Map<String, Any?>? = null,
    ): SecurityEchoed = perform(Registry.SECURITY_ECHO, null, params, extra)

    /**
     * A request to any APIv3 endpoint that Payscore has no type for: signed, and its answer verified, like every other.
     * What its error codes and a lost answer mean is not known here: query before anything else.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012081726>
     */
    @JvmOverloads
    fun request(
        params: RawRequest,
        extra: Map<String, Any?>? = null,
    ): RawReply = perform(Registry.REQUEST, null, params, extra)

    /**
     * Uploads a file (图片/视频上传) to an endpoint that takes one. Only its description is signed, which holds the file's
     * SHA-256.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012365335>
     */
    @JvmOverloads
    fun upload(
        params: Upload,
        extra: Map<String, Any?>? = null,
    ): RawReply = perform(Registry.UPLOAD, null, params, extra)

    /**
     * Downloads a file whose address and hash a signed answer told before (账单下载 and the like). This answer is not
     * signed: the hash is what it is checked by, over the bytes as they came; of a compressed file WeChat Pay's hash is
     * of the unpacked one, so ask for it uncompressed.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/merchant/4013071238>
     */
    @JvmOverloads
    fun download(
        params: Download,
        extra: Map<String, Any?>? = null,
    ): Downloaded = perform(Registry.DOWNLOAD, null, params, extra)

    internal abstract fun <R : Model> perform(
        operation: Operation<R>,
        order: OrderRef?,
        params: Model?,
        extra: Map<String, Any?>?,
    ): R
}

/** The operations over HTTP, without waiting. Each returns a future of its verified reply. */
abstract class AsyncClientOperations internal constructor() {
    /**
     * Creates an order (创建订单). With confirmation it begins as `CREATED` and its reply holds the `package` for the jump
     * into WeChat, valid for one hour; repeating the identical call gives a fresh one. After a lost answer, repeat it
     * or query: never create anew under another number.
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
     * Cancels an order (取消订单): before or after the user confirmed, and even after completion while the money is still
     * to be paid and no registered deduction number is in force. Then the money is forfeited. After a lost answer,
     * query: somebody may have completed the order meanwhile.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194058>
     */
    @JvmOverloads
    fun cancelOrder(
        params: CancelOrder,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<OrderCancelled> = perform(Registry.CANCEL_ORDER, null, params, extra)

    /**
     * Cancels an order (取消订单): before or after the user confirmed, and even after completion while the money is still
     * to be paid and no registered deduction number is in force. Then the money is forfeited. After a lost answer,
     * query: somebody may have completed the order meanwhile.
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
     * Completes an order (完结订单): the service has ended, this is the bill. In this mode completing does **not** charge
     * the user: register a deduction and withhold at the clearing house. After a lost answer, query.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
     */
    @JvmOverloads
    fun completeOrder(
        params: CompleteOrder,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<OrderCompleted> = perform(Registry.COMPLETE_ORDER, null, params, extra)

    /**
     * Completes an order (完结订单): the service has ended, this is the bill. In this mode completing does **not** charge
     * the user: register a deduction and withhold at the clearing house. After a lost answer, query.
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
     * Lowers the amount of a completed, unpaid order (修改订单金额). Refused while a registered deduction number is in force.
     * Whether it may be done more than once is not proven for this mode. After payment, refund the difference at the
     * clearing house instead. After a lost answer, query.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194282>
     */
    @JvmOverloads
    fun modifyOrder(
        params: ModifyOrder,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<OrderModified> = perform(Registry.MODIFY_ORDER, null, params, extra)

    /**
     * Lowers the amount of a completed, unpaid order (修改订单金额). Refused while a registered deduction number is in force.
     * Whether it may be done more than once is not proven for this mode. After payment, refund the difference at the
     * clearing house instead. After a lost answer, query.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194282>
     */
    @JvmOverloads
    fun modifyOrder(
        order: OrderRef,
        params: ModifyOrder,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<OrderModified> = perform(Registry.MODIFY_ORDER, order, params, extra)

    /**
     * Tells WeChat Pay that the user paid a completed order through another channel (同步订单信息): it becomes `DONE`, paid
     * elsewhere. Refused while a registered deduction number is in force. If the user pays twice after all, refund one
     * of the two. After a lost answer, query.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194292>
     */
    @JvmOverloads
    fun syncOrder(
        params: SyncOrder,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<OrderSynced> = perform(Registry.SYNC_ORDER, null, params, extra)

    /**
     * Tells WeChat Pay that the user paid a completed order through another channel (同步订单信息): it becomes `DONE`, paid
     * elsewhere. Refused while a registered deduction number is in force. If the user pays twice after all, refund one
     * of the two. After a lost answer, query.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194292>
     */
    @JvmOverloads
    fun syncOrder(
        order: OrderRef,
        params: SyncOrder,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<OrderSynced> = perform(Registry.SYNC_ORDER, order, params, extra)

    /**
     * Registers a deduction number (登记扣款信息) for one entrusted withholding at the clearing house within 24 hours. Store
     * the number before calling. It moves no money. After a lost answer, ask with `query_deduction`; never register a
     * second number meanwhile.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194100>
     */
    @JvmOverloads
    fun registerDeductInfo(
        params: RegisterDeductInfo,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<DeductionRegistered> = perform(Registry.REGISTER_DEDUCT_INFO, null, params, extra)

    /**
     * Registers a deduction number (登记扣款信息) for one entrusted withholding at the clearing house within 24 hours. Store
     * the number before calling. It moves no money. After a lost answer, ask with `query_deduction`; never register a
     * second number meanwhile.
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
     * Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query
     * the order for that.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
     */
    @JvmOverloads
    fun queryDeduction(
        params: QueryDeduction,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<DeductionInfo> = perform(Registry.QUERY_DEDUCTION, null, params, extra)

    /**
     * Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query
     * the order for that.
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
     * Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query
     * the order for that.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
     */
    @JvmOverloads
    fun queryDeduction(
        order: OrderRef,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<DeductionInfo> = perform(Registry.QUERY_DEDUCTION, order, null, extra)

    /**
     * Prepares a user's authorisation of a service without confirmation (从业机构预授权, 免确认 only). Its token leads the user
     * into the authorisation view; whether the user agreed is told by the callback or by `query_permissions`. After a
     * lost answer, repeat the identical request; that this gives a token again is not proven for this mode.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012691489>
     */
    @JvmOverloads
    fun applyPermissions(
        params: ApplyPermissions,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<PermissionsApplied> = perform(Registry.APPLY_PERMISSIONS, null, params, extra)

    /**
     * Asks how a user's authorisation stands (查询授权记录, 免确认 only).
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012461004>
     */
    @JvmOverloads
    fun queryPermissions(
        params: QueryPermissions,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<Permissions> = perform(Registry.QUERY_PERMISSIONS, null, params, extra)

    /**
     * Ends a user's authorisation of a service (解除授权关系, 免确认 only). Refused while the user has unfinished orders; their
     * money can still be collected afterwards. After a lost answer, query the authorisation.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012461012>
     */
    @JvmOverloads
    fun terminatePermissions(
        params: TerminatePermissions,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<PermissionsTerminated> = perform(Registry.TERMINATE_PERMISSIONS, null, params, extra)

    /**
     * Creates a buy-now-pay-on-delivery order (创建先用后付订单): for e-commerce, by a permission of its own. What follows goes
     * through the ordinary order operations; that, and the lengths of its own fields, are not documented. After a lost
     * answer, repeat it or query: never create anew under another number.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012783674>
     */
    @JvmOverloads
    fun createDeliveryOrder(
        params: CreateDeliveryOrder,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<Order> = perform(Registry.CREATE_DELIVERY_ORDER, null, params, extra)

    /**
     * Downloads WeChat Pay's platform certificates (下载平台证书). Its answer is verified with the keys that it brings, which
     * only the APIv3 key opens, and those that were trusted before. Trust them by a new merchant (`certificates`), at
     * most once a minute when a serial is unknown, else every 12 hours. Merchants that have a WeChat Pay public key
     * need none: then it is answered with 404.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012551764>
     */
    @JvmOverloads
    fun downloadCertificates(
        params: DownloadCertificates,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<PlatformCertificates> = perform(Registry.DOWNLOAD_CERTIFICATES, null, params, extra)

    /**
     * Tests signing, verifying and sealing without any trade (商户签名验签/加解密测试), and a callback if an address is given. One
     * call goes by one key: seal with the key that the request names (`seal_sensitive` does).
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4015139289>
     */
    @JvmOverloads
    fun securityEcho(
        params: SecurityEcho,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<SecurityEchoed> = perform(Registry.SECURITY_ECHO, null, params, extra)

    /**
     * A request to any APIv3 endpoint that Payscore has no type for: signed, and its answer verified, like every other.
     * What its error codes and a lost answer mean is not known here: query before anything else.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012081726>
     */
    @JvmOverloads
    fun request(
        params: RawRequest,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<RawReply> = perform(Registry.REQUEST, null, params, extra)

    /**
     * Uploads a file (图片/视频上传) to an endpoint that takes one. Only its description is signed, which holds the file's
     * SHA-256.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012365335>
     */
    @JvmOverloads
    fun upload(
        params: Upload,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<RawReply> = perform(Registry.UPLOAD, null, params, extra)

    /**
     * Downloads a file whose address and hash a signed answer told before (账单下载 and the like). This answer is not
     * signed: the hash is what it is checked by, over the bytes as they came; of a compressed file WeChat Pay's hash is
     * of the unpacked one, so ask for it uncompressed.
     *
     * Source: <https://pay.weixin.qq.com/doc/v3/merchant/4013071238>
     */
    @JvmOverloads
    fun download(
        params: Download,
        extra: Map<String, Any?>? = null,
    ): CompletableFuture<Downloaded> = perform(Registry.DOWNLOAD, null, params, extra)

    internal abstract fun <R : Model> perform(
        operation: Operation<R>,
        order: OrderRef?,
        params: Model?,
        extra: Map<String, Any?>?,
    ): CompletableFuture<R>
}
