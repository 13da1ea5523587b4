// Generated from core's declarations by `cargo xtask generate`. Do not edit.

import { BaseMerchant } from "../base-merchant.js";
import type { Call, Draft } from "../call.js";
import type * as m from "./models.js";

/** One method per operation, and one per function. */
export abstract class Operations extends BaseMerchant<m.Event> {
  /**
   * Creates an order (创建订单). With confirmation it begins as `CREATED` and its reply holds the `package` for the jump
   * into WeChat, valid for one hour; repeating the identical call gives a fresh one. After a lost answer, repeat it or
   * query: never create anew under another number.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
   */
  createOrder(params: m.CreateOrderParams): Promise<Call<m.Order>> {
    return this._call("create_order", params);
  }

  /**
   * Asks how an order stands (查询订单), by `out_order_no` or by the `query_id` that a client brought back from WeChat:
   * exactly one of them.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
   */
  queryOrder(params: m.QueryOrderParams): Promise<Call<m.Order>> {
    return this._call("query_order", params);
  }

  /**
   * Cancels an order (取消订单): before or after the user confirmed, and even after completion while the money is still to
   * be paid and no registered deduction number is in force. Then the money is forfeited. After a lost answer, query:
   * somebody may have completed the order meanwhile.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194058>
   */
  cancelOrder(params: m.CancelOrderParams): Promise<Call<m.OrderCancelled>> {
    return this._call("cancel_order", params);
  }

  /**
   * Completes an order (完结订单): the service has ended, this is the bill. In this mode completing does **not** charge the
   * user: register a deduction and withhold at the clearing house. After a lost answer, query.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
   */
  completeOrder(params: m.CompleteOrderParams): Promise<Call<m.OrderCompleted>> {
    return this._call("complete_order", params);
  }

  /**
   * Lowers the amount of a completed, unpaid order (修改订单金额). Refused while a registered deduction number is in force.
   * Whether it may be done more than once is not proven for this mode. After payment, refund the difference at the
   * clearing house instead. After a lost answer, query.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194282>
   */
  modifyOrder(params: m.ModifyOrderParams): Promise<Call<m.OrderModified>> {
    return this._call("modify_order", params);
  }

  /**
   * Tells WeChat Pay that the user paid a completed order through another channel (同步订单信息): it becomes `DONE`, paid
   * elsewhere. Refused while a registered deduction number is in force. If the user pays twice after all, refund one of
   * the two. After a lost answer, query.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194292>
   */
  syncOrder(params: m.SyncOrderParams): Promise<Call<m.OrderSynced>> {
    return this._call("sync_order", params);
  }

  /**
   * Registers a deduction number (登记扣款信息) for one entrusted withholding at the clearing house within 24 hours. Store
   * the number before calling. It moves no money. After a lost answer, ask with `query_deduction`; never register a
   * second number meanwhile.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194100>
   */
  registerDeductInfo(params: m.RegisterDeductInfoParams): Promise<Call<m.DeductionRegistered>> {
    return this._call("register_deduct_info", params);
  }

  /**
   * Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query the
   * order for that.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
   */
  queryDeduction(params: m.QueryDeductionParams): Promise<Call<m.DeductionInfo>> {
    return this._call("query_deduction", params);
  }

  /**
   * Prepares a user's authorisation of a service without confirmation (从业机构预授权, 免确认 only). Its token leads the user
   * into the authorisation view; whether the user agreed is told by the callback or by `query_permissions`. After a
   * lost answer, repeat the identical request; that this gives a token again is not proven for this mode.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012691489>
   */
  applyPermissions(params: m.ApplyPermissionsParams): Promise<Call<m.PermissionsApplied>> {
    return this._call("apply_permissions", params);
  }

  /**
   * Asks how a user's authorisation stands (查询授权记录, 免确认 only).
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012461004>
   */
  queryPermissions(params: m.QueryPermissionsParams): Promise<Call<m.Permissions>> {
    return this._call("query_permissions", params);
  }

  /**
   * Ends a user's authorisation of a service (解除授权关系, 免确认 only). Refused while the user has unfinished orders; their
   * money can still be collected afterwards. After a lost answer, query the authorisation.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012461012>
   */
  terminatePermissions(params: m.TerminatePermissionsParams): Promise<Call<m.PermissionsTerminated>> {
    return this._call("terminate_permissions", params);
  }

  /**
   * Creates a buy-now-pay-on-delivery order (创建先用后付订单): for e-commerce, by a permission of its own. What follows goes
   * through the ordinary order operations; that, and the lengths of its own fields, are not documented. After a lost
   * answer, repeat it or query: never create anew under another number.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012783674>
   */
  createDeliveryOrder(params: m.CreateDeliveryOrderParams): Promise<Call<m.Order>> {
    return this._call("create_delivery_order", params);
  }

  /**
   * Downloads WeChat Pay's platform certificates (下载平台证书). Its answer is verified with the keys that it brings, which
   * only the APIv3 key opens, and those that were trusted before. Trust them by a new merchant (`certificates`), at
   * most once a minute when a serial is unknown, else every 12 hours. Merchants that have a WeChat Pay public key need
   * none: then it is answered with 404.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012551764>
   */
  downloadCertificates(params: m.DownloadCertificatesParams): Promise<Call<m.PlatformCertificates>> {
    return this._call("download_certificates", params);
  }

  /**
   * Tests signing, verifying and sealing without any trade (商户签名验签/加解密测试), and a callback if an address is given. One
   * call goes by one key: seal with the key that the request names (`seal_sensitive` does).
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4015139289>
   */
  securityEcho(params: m.SecurityEchoParams): Promise<Call<m.SecurityEchoed>> {
    return this._call("security_echo", params);
  }

  /**
   * A request to any APIv3 endpoint that Payscore has no type for: signed, and its answer verified, like every other.
   * What its error codes and a lost answer mean is not known here: query before anything else.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012081726>
   */
  request(params: m.RawRequestParams): Promise<Call<m.RawReply>> {
    return this._call("request", params);
  }

  /**
   * Uploads a file (图片/视频上传) to an endpoint that takes one. Only its description is signed, which holds the file's
   * SHA-256.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012365335>
   */
  upload(params: m.UploadParams): Promise<Call<m.RawReply>> {
    return this._call("upload", params);
  }

  /**
   * Downloads a file whose address and hash a signed answer told before (账单下载 and the like). This answer is not signed:
   * the hash is what it is checked by, over the bytes as they came; of a compressed file WeChat Pay's hash is of the
   * unpacked one, so ask for it uncompressed.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/merchant/4013071238>
   */
  download(params: m.DownloadParams): Promise<Call<m.Downloaded>> {
    return this._call("download", params);
  }

  /** Makes the exact bytes of `create_order`, not signed yet. */
  draft(operation: "create_order", params: m.CreateOrderParams): Draft<m.Order>;

  /** Makes the exact bytes of `query_order`, not signed yet. */
  draft(operation: "query_order", params: m.QueryOrderParams): Draft<m.Order>;

  /** Makes the exact bytes of `cancel_order`, not signed yet. */
  draft(operation: "cancel_order", params: m.CancelOrderParams): Draft<m.OrderCancelled>;

  /** Makes the exact bytes of `complete_order`, not signed yet. */
  draft(operation: "complete_order", params: m.CompleteOrderParams): Draft<m.OrderCompleted>;

  /** Makes the exact bytes of `modify_order`, not signed yet. */
  draft(operation: "modify_order", params: m.ModifyOrderParams): Draft<m.OrderModified>;

  /** Makes the exact bytes of `sync_order`, not signed yet. */
  draft(operation: "sync_order", params: m.SyncOrderParams): Draft<m.OrderSynced>;

  /** Makes the exact bytes of `register_deduct_info`, not signed yet. */
  draft(operation: "register_deduct_info", params: m.RegisterDeductInfoParams): Draft<m.DeductionRegistered>;

  /** Makes the exact bytes of `query_deduction`, not signed yet. */
  draft(operation: "query_deduction", params: m.QueryDeductionParams): Draft<m.DeductionInfo>;

  /** Makes the exact bytes of `apply_permissions`, not signed yet. */
  draft(operation: "apply_permissions", params: m.ApplyPermissionsParams): Draft<m.PermissionsApplied>;

  /** Makes the exact bytes of `query_permissions`, not signed yet. */
  draft(operation: "query_permissions", params: m.QueryPermissionsParams): Draft<m.Permissions>;

  /** Makes the exact bytes of `terminate_permissions`, not signed yet. */
  draft(operation: "terminate_permissions", params: m.TerminatePermissionsParams): Draft<m.PermissionsTerminated>;

  /** Makes the exact bytes of `create_delivery_order`, not signed yet. */
  draft(operation: "create_delivery_order", params: m.CreateDeliveryOrderParams): Draft<m.Order>;

  /** Makes the exact bytes of `download_certificates`, not signed yet. */
  draft(operation: "download_certificates", params: m.DownloadCertificatesParams): Draft<m.PlatformCertificates>;

  /** Makes the exact bytes of `security_echo`, not signed yet. */
  draft(operation: "security_echo", params: m.SecurityEchoParams): Draft<m.SecurityEchoed>;

  /** Makes the exact bytes of `request`, not signed yet. */
  draft(operation: "request", params: m.RawRequestParams): Draft<m.RawReply>;

  /** Makes the exact bytes of `upload`, not signed yet. */
  draft(operation: "upload", params: m.UploadParams): Draft<m.RawReply>;

  /** Makes the exact bytes of `download`, not signed yet. */
  draft(operation: "download", params: m.DownloadParams): Draft<m.Downloaded>;

  draft(operation: string, params: unknown): Draft<unknown> {
    return this._draft(operation, params);
  }

  /**
   * The jump that lets the user confirm an order (调起支付分-确认订单).
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090600>
   */
  launchConfirm(params: m.LaunchConfirmParams): m.Launch {
    return this._compute("launch_confirm", params);
  }

  /**
   * The older, signed form of the jump that lets the user confirm an order. Use it only where the form with the package
   * alone is refused; that it is still taken is not proven. Needs the APIv2 key.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012155293>
   */
  launchConfirmSigned(params: m.LaunchConfirmSignedParams): m.Launch {
    return this._compute("launch_confirm_signed", params);
  }

  /**
   * The jump that lets the user authorise a service without confirmation (调起支付分-授权服务).
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4015271651>
   */
  launchAuthorise(params: m.LaunchAuthoriseParams): m.Launch {
    return this._compute("launch_authorise", params);
  }

  /**
   * The jump that shows an order to the user (调起支付分-订单详情). It is signed with the APIv2 key: make a fresh one for each
   * jump, on the server. That `mch_id` is the institution's is concluded, not proven.
   *
   * Source:
   * <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-order/miniprogram-calls-order-details.html>
   */
  launchDetail(params: m.LaunchDetailParams): m.Launch {
    return this._compute("launch_detail", params);
  }

  /**
   * Reads what a client was handed when the user came back from WeChat Pay Score (返回): the options of `App.onShow` in a
   * mini program, the answer of `wx.invoke` in a page, or the response of the app's SDK.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090600>
   */
  readLaunchReturn(params: m.ReadLaunchReturnParams): m.LaunchReturn {
    return this._compute("read_launch_return", params);
  }

  /**
   * The answer to MCH_PREPAY (商户预下单回调), made of what the clearing house answered to the unified order, and the
   * deduction to store before it is sent. Store both, and give a repeated notification the same stored answer. That
   * these members are the answer is concluded, not proven: confirm it with WeChat Pay.
   *
   * Refused with `state.prepay_locked` while `deduction` is in force or its withholding is unknown.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012084127>
   */
  acknowledgePrepay(params: m.AcknowledgePrepayParams): m.PrepayAcknowledgement {
    return this._compute("acknowledge_prepay", params);
  }

  /** Encodes the merchant's own data (商户数据包) for `attach`: at most 256 characters may come out. */
  encodeAttach(params: m.EncodeAttachParams): m.Attach {
    return this._compute("encode_attach", params);
  }

  /**
   * Whether WeChat Pay's platform certificates are to be downloaded now: at once when a serial is unknown, but at most
   * once a minute; else every 10 hours, as WeChat Pay asks for every 12 at least. Not needed by merchants that have
   * only a public key.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012551764>
   */
  certificatesDue(params: m.CertificatesDueParams): m.CertificatesStep {
    return this._compute("certificates_due", params);
  }
}
