// Generated from core's declarations by `cargo xtask generate`. Do not edit.

import { BaseClient, type SendOptions } from "../client.js";
import type * as m from "./models.js";

/** Performs operations over HTTP: each method returns the verified reply. */
export abstract class Performed extends BaseClient {
  /**
   * Creates an order (创建订单). With confirmation it begins as `CREATED` and its reply holds the `package` for the jump
   * into WeChat, valid for one hour; repeating the identical call gives a fresh one. After a lost answer, repeat it or
   * query: never create anew under another number.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
   */
  createOrder(params: m.CreateOrderParams, options?: SendOptions): Promise<m.Order> {
    return this._perform("create_order", params, options);
  }

  /**
   * Asks how an order stands (查询订单), by `out_order_no` or by the `query_id` that a client brought back from WeChat:
   * exactly one of them.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
   */
  queryOrder(params: m.QueryOrderParams, options?: SendOptions): Promise<m.Order> {
    return this._perform("query_order", params, options);
  }

  /**
   * Cancels an order (取消订单): before or after the user confirmed, and even after completion while the money is still to
   * be paid and no registered deduction number is in force. Then the money is forfeited. After a lost answer, query:
   * somebody may have completed the order meanwhile.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194058>
   */
  cancelOrder(params: m.CancelOrderParams, options?: SendOptions): Promise<m.OrderCancelled> {
    return this._perform("cancel_order", params, options);
  }

  /**
   * Completes an order (完结订单): the service has ended, this is the bill. In this mode completing does **not** charge the
   * user: register a deduction and withhold at the clearing house. After a lost answer, query.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
   */
  completeOrder(params: m.CompleteOrderParams, options?: SendOptions): Promise<m.OrderCompleted> {
    return this._perform("complete_order", params, options);
  }

  /**
   * Lowers the amount of a completed, unpaid order (修改订单金额). Refused while a registered deduction number is in force.
   * Whether it may be done more than once is not proven for this mode. After payment, refund the difference at the
   * clearing house instead. After a lost answer, query.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194282>
   */
  modifyOrder(params: m.ModifyOrderParams, options?: SendOptions): Promise<m.OrderModified> {
    return this._perform("modify_order", params, options);
  }

  /**
   * Tells WeChat Pay that the user paid a completed order through another channel (同步订单信息): it becomes `DONE`, paid
   * elsewhere. Refused while a registered deduction number is in force. If the user pays twice after all, refund one of
   * the two. After a lost answer, query.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194292>
   */
  syncOrder(params: m.SyncOrderParams, options?: SendOptions): Promise<m.OrderSynced> {
    return this._perform("sync_order", params, options);
  }

  /**
   * Registers a deduction number (登记扣款信息) for one entrusted withholding at the clearing house within 24 hours. Store
   * the number before calling. It moves no money. After a lost answer, ask with `query_deduction`; never register a
   * second number meanwhile.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194100>
   */
  registerDeductInfo(params: m.RegisterDeductInfoParams, options?: SendOptions): Promise<m.DeductionRegistered> {
    return this._perform("register_deduct_info", params, options);
  }

  /**
   * Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query the
   * order for that.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
   */
  queryDeduction(params: m.QueryDeductionParams, options?: SendOptions): Promise<m.DeductionInfo> {
    return this._perform("query_deduction", params, options);
  }

  /**
   * Prepares a user's authorisation of a service without confirmation (从业机构预授权, 免确认 only). Its token leads the user
   * into the authorisation view; whether the user agreed is told by the callback or by `query_permissions`. After a
   * lost answer, repeat the identical request; that this gives a token again is not proven for this mode.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012691489>
   */
  applyPermissions(params: m.ApplyPermissionsParams, options?: SendOptions): Promise<m.PermissionsApplied> {
    return this._perform("apply_permissions", params, options);
  }

  /**
   * Asks how a user's authorisation stands (查询授权记录, 免确认 only).
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012461004>
   */
  queryPermissions(params: m.QueryPermissionsParams, options?: SendOptions): Promise<m.Permissions> {
    return this._perform("query_permissions", params, options);
  }

  /**
   * Ends a user's authorisation of a service (解除授权关系, 免确认 only). Refused while the user has unfinished orders; their
   * money can still be collected afterwards. After a lost answer, query the authorisation.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012461012>
   */
  terminatePermissions(params: m.TerminatePermissionsParams, options?: SendOptions): Promise<m.PermissionsTerminated> {
    return this._perform("terminate_permissions", params, options);
  }

  /**
   * Creates a buy-now-pay-on-delivery order (创建先用后付订单): for e-commerce, by a permission of its own. What follows goes
   * through the ordinary order operations; that, and the lengths of its own fields, are not documented. After a lost
   * answer, repeat it or query: never create anew under another number.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012783674>
   */
  createDeliveryOrder(params: m.CreateDeliveryOrderParams, options?: SendOptions): Promise<m.Order> {
    return this._perform("create_delivery_order", params, options);
  }

  /**
   * Downloads WeChat Pay's platform certificates (下载平台证书). Its answer is verified with the keys that it brings, which
   * only the APIv3 key opens, and those that were trusted before. Trust them by a new merchant (`certificates`), at
   * most once a minute when a serial is unknown, else every 12 hours. Merchants that have a WeChat Pay public key need
   * none: then it is answered with 404.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012551764>
   */
  downloadCertificates(params: m.DownloadCertificatesParams, options?: SendOptions): Promise<m.PlatformCertificates> {
    return this._perform("download_certificates", params, options);
  }

  /**
   * Tests signing, verifying and sealing without any trade (商户签名验签/加解密测试), and a callback if an address is given. One
   * call goes by one key: seal with the key that the request names (`seal_sensitive` does).
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4015139289>
   */
  securityEcho(params: m.SecurityEchoParams, options?: SendOptions): Promise<m.SecurityEchoed> {
    return this._perform("security_echo", params, options);
  }

  /**
   * A request to any APIv3 endpoint that Payscore has no type for: signed, and its answer verified, like every other.
   * What its error codes and a lost answer mean is not known here: query before anything else.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4012081726>
   */
  request(params: m.RawRequestParams, options?: SendOptions): Promise<m.RawReply> {
    return this._perform("request", params, options);
  }

  /**
   * Uploads a file (图片/视频上传) to an endpoint that takes one. Only its description is signed, which holds the file's
   * SHA-256.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012365335>
   */
  upload(params: m.UploadParams, options?: SendOptions): Promise<m.RawReply> {
    return this._perform("upload", params, options);
  }

  /**
   * Downloads a file whose address and hash a signed answer told before (账单下载 and the like). This answer is not signed:
   * the hash is what it is checked by, over the bytes as they came; of a compressed file WeChat Pay's hash is of the
   * unpacked one, so ask for it uncompressed.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/merchant/4013071238>
   */
  download(params: m.DownloadParams, options?: SendOptions): Promise<m.Downloaded> {
    return this._perform("download", params, options);
  }
}
