// Generated from core's declarations by `cargo xtask generate`. Do not edit.

import { BaseClient, type SendOptions } from "../client.js";
import type * as m from "./models.js";

/** Performs operations over HTTP: each method returns the verified reply. */
export abstract class Performed extends BaseClient {
  /**
   * Creates an order (创建订单). An order that the user confirms begins as `CREATED`, and its reply holds the `package` for
   * the jump into WeChat. A package is valid for one hour; the identical call gives a fresh one. After a lost answer,
   * repeat the identical call or query. Never create again under another number.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
   */
  createOrder(params: m.CreateOrderParams, options?: SendOptions): Promise<m.Order> {
    return this._perform("create_order", params, options);
  }

  /**
   * Queries an order (查询订单) by exactly one of `out_order_no` and `query_id`. A client brings the `query_id` back from
   * WeChat.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
   */
  queryOrder(params: m.QueryOrderParams, options?: SendOptions): Promise<m.Order> {
    return this._perform("query_order", params, options);
  }

  /**
   * Cancels an order (取消订单), before or after the user confirmed. A completed order can be cancelled while it is unpaid
   * and no deduction number is in force; that gives up the money. After a lost answer, query: someone may have
   * completed the order meanwhile.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194058>
   */
  cancelOrder(params: m.CancelOrderParams, options?: SendOptions): Promise<m.OrderCancelled> {
    return this._perform("cancel_order", params, options);
  }

  /**
   * Completes an order (完结订单): the service has ended, and this is the bill. In this mode, completing does **not**
   * charge the user. Register a deduction number, then withhold at the clearing house. After a lost answer, query.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
   */
  completeOrder(params: m.CompleteOrderParams, options?: SendOptions): Promise<m.OrderCompleted> {
    return this._perform("complete_order", params, options);
  }

  /**
   * Lowers the amount of a completed, unpaid order (修改订单金额). WeChat Pay refuses it while a deduction number is in
   * force. It is not proven for this mode that the amount can be lowered more than once. After payment, refund the
   * difference at the clearing house instead. After a lost answer, query.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194282>
   */
  modifyOrder(params: m.ModifyOrderParams, options?: SendOptions): Promise<m.OrderModified> {
    return this._perform("modify_order", params, options);
  }

  /**
   * Reports that the user paid a completed order through another channel (同步订单信息). The order becomes `DONE`, paid
   * elsewhere. WeChat Pay refuses it while a deduction number is in force. If the user pays twice after all, refund one
   * payment. After a lost answer, query.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194292>
   */
  syncOrder(params: m.SyncOrderParams, options?: SendOptions): Promise<m.OrderSynced> {
    return this._perform("sync_order", params, options);
  }

  /**
   * Registers a deduction number (登记扣款信息). It is valid for 24 hours, for one entrusted withholding at the clearing
   * house. Store the number before you call. This call moves no money. After a lost answer, call `query_deduction`.
   * Never register a second number meanwhile.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194100>
   */
  registerDeductInfo(params: m.RegisterDeductInfoParams, options?: SendOptions): Promise<m.DeductionRegistered> {
    return this._perform("register_deduct_info", params, options);
  }

  /**
   * Queries the deduction number that is registered for an order (查询扣款信息). The reply does not show whether the user has
   * paid: query the order for that.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
   */
  queryDeduction(params: m.QueryDeductionParams, options?: SendOptions): Promise<m.DeductionInfo> {
    return this._perform("query_deduction", params, options);
  }

  /**
   * Prepares a user's authorisation of a service (从业机构预授权). For services without confirmation (免确认) only. The reply's
   * token leads the user into the authorisation view. The callback, or `query_permissions`, shows whether the user
   * agreed. After a lost answer, repeat the identical request. It is not proven for this mode that this gives a token
   * again.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012691489>
   */
  applyPermissions(params: m.ApplyPermissionsParams, options?: SendOptions): Promise<m.PermissionsApplied> {
    return this._perform("apply_permissions", params, options);
  }

  /**
   * Queries a user's authorisation (查询授权记录). For services without confirmation (免确认) only.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012461004>
   */
  queryPermissions(params: m.QueryPermissionsParams, options?: SendOptions): Promise<m.Permissions> {
    return this._perform("query_permissions", params, options);
  }

  /**
   * Ends a user's authorisation of a service (解除授权关系). For services without confirmation (免确认) only. WeChat Pay refuses
   * it while the user has unfinished orders. Their money can still be collected afterwards. After a lost answer, query
   * the authorisation.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012461012>
   */
  terminatePermissions(params: m.TerminatePermissionsParams, options?: SendOptions): Promise<m.PermissionsTerminated> {
    return this._perform("terminate_permissions", params, options);
  }

  /**
   * Creates a buy-now-pay-on-delivery order (创建先用后付订单), for e-commerce. It needs a permission of its own. Afterwards
   * use the ordinary order operations; WeChat Pay documents neither this nor the lengths of the fields that only this
   * operation has. After a lost answer, repeat the identical call or query. Never create again under another number.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012783674>
   */
  createDeliveryOrder(params: m.CreateDeliveryOrderParams, options?: SendOptions): Promise<m.Order> {
    return this._perform("create_delivery_order", params, options);
  }

  /**
   * Downloads WeChat Pay's platform certificates (下载平台证书). Only the APIv3 key opens them. The answer is verified with
   * the keys that were trusted before and those that it brings. To trust them, create a new merchant with them in
   * `certificates`. Call it every 12 hours, and when a serial is unknown at most once a minute (`certificates_due`).
   * Merchants that have only a WeChat Pay public key need no certificates; for them it is answered with 404.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012551764>
   */
  downloadCertificates(params: m.DownloadCertificatesParams, options?: SendOptions): Promise<m.PlatformCertificates> {
    return this._perform("download_certificates", params, options);
  }

  /**
   * Tests signing, verifying and sealing without a trade (商户签名验签/加解密测试). With `notify_url`, it tests a callback as
   * well. Seal with the key that the request names in `Wechatpay-Serial`; `seal_sensitive` does.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4015139289>
   */
  securityEcho(params: m.SecurityEchoParams, options?: SendOptions): Promise<m.SecurityEchoed> {
    return this._perform("security_echo", params, options);
  }

  /**
   * Calls any APIv3 endpoint for which Payscore has no type. The request is signed and its answer verified, like every
   * other. Payscore does not know what its error codes and a lost answer mean: query before anything else.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012081726>
   */
  request(params: m.RawRequestParams, options?: SendOptions): Promise<m.RawReply> {
    return this._perform("request", params, options);
  }

  /**
   * Uploads a file (图片/视频上传) to an endpoint that takes one. Only the file's description is signed. It holds the file's
   * SHA-256.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012365335>
   */
  upload(params: m.UploadParams, options?: SendOptions): Promise<m.RawReply> {
    return this._perform("upload", params, options);
  }

  /**
   * Downloads a file (账单下载 and the like). An earlier, signed answer named its address and its hash. The file itself is
   * not signed: it is checked by the hash, over the bytes as they came. WeChat Pay's hash is that of the uncompressed
   * file, so request it uncompressed.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/merchant/4013071238>
   */
  download(params: m.DownloadParams, options?: SendOptions): Promise<m.Downloaded> {
    return this._perform("download", params, options);
  }
}
