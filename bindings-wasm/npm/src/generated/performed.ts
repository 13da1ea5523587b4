// Generated from core's declarations by `cargo xtask types`. Do not edit.

import type * as m from "./models.js";

/** Performs operations over HTTP: each method returns the verified reply. */
export abstract class Performed {
  /** @internal */
  protected abstract _perform<R>(operation: string, params: unknown): Promise<R>;

  /**
   * Creates an order (创建订单). With confirmation it begins as `CREATED` and its reply holds the `package` for the jump into
   * WeChat, valid for one hour; repeating the identical call gives a fresh one. After a lost answer, repeat it or query: never
   * create anew under another number.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
   */
  createOrder(params: m.CreateOrderParams): Promise<m.Order> {
    return this._perform("create_order", params);
  }

  /**
   * Asks how an order stands (查询订单), by `out_order_no` or by the `query_id` that a client brought back from WeChat:
   * exactly one of them.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
   */
  queryOrder(params: m.QueryOrderParams): Promise<m.Order> {
    return this._perform("query_order", params);
  }

  /**
   * Cancels an order (取消订单): before or after the user confirmed, and even after completion while the money is still to be
   * paid and no registered deduction number is in force. Then the money is forfeited.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194058>
   */
  cancelOrder(params: m.CancelOrderParams): Promise<m.OrderCancelled> {
    return this._perform("cancel_order", params);
  }

  /**
   * Completes an order (完结订单): the service has ended, this is the bill. In this mode completing does **not** charge the
   * user: register a deduction and withhold at the clearing house. After a lost answer, query.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
   */
  completeOrder(params: m.CompleteOrderParams): Promise<m.OrderCompleted> {
    return this._perform("complete_order", params);
  }

  /**
   * Registers a deduction number (登记扣款信息) for one entrusted withholding at the clearing house within 24 hours. Store the
   * number before calling. It moves no money. After a lost answer, ask with `query_deduction`; never register a second number
   * meanwhile.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194100>
   */
  registerDeductInfo(params: m.RegisterDeductInfoParams): Promise<m.DeductionRegistered> {
    return this._perform("register_deduct_info", params);
  }

  /**
   * Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query the
   * order for that.
   *
   * Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
   */
  queryDeduction(params: m.QueryDeductionParams): Promise<m.DeductionInfo> {
    return this._perform("query_deduction", params);
  }
}
