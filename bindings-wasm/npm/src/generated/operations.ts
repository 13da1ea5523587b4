// Generated from core's declarations by `cargo xtask types`. Do not edit.

import type { Call, Draft } from "../call.js";
import type * as m from "./models.js";

/** One method per operation, and one per function. */
export abstract class Operations {
  /** @internal */
  protected abstract _call<R>(operation: string, params: unknown): Promise<Call<R>>;
  /** @internal */
  protected abstract _draft<R>(operation: string, params: unknown): Draft<R>;
  /** @internal */
  protected abstract _compute<R>(name: string, params: unknown): R;

  /**
   * Creates an order (创建订单). With confirmation it begins as `CREATED` and its reply holds the `package` for the jump into
   * WeChat, valid for one hour; repeating the identical call gives a fresh one. After a lost answer, repeat it or query: never
   * create anew under another number.
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
   * Cancels an order (取消订单): before or after the user confirmed, and even after completion while the money is still to be
   * paid and no registered deduction number is in force. Then the money is forfeited.
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
   * Registers a deduction number (登记扣款信息) for one entrusted withholding at the clearing house within 24 hours. Store the
   * number before calling. It moves no money. After a lost answer, ask with `query_deduction`; never register a second number
   * meanwhile.
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

  /** Turns an operation, by name, into exact bytes that are not signed yet. */
  draft(operation: "create_order", params: m.CreateOrderParams): Draft<m.Order>;
  /** Turns an operation, by name, into exact bytes that are not signed yet. */
  draft(operation: "query_order", params: m.QueryOrderParams): Draft<m.Order>;
  /** Turns an operation, by name, into exact bytes that are not signed yet. */
  draft(operation: "cancel_order", params: m.CancelOrderParams): Draft<m.OrderCancelled>;
  /** Turns an operation, by name, into exact bytes that are not signed yet. */
  draft(operation: "complete_order", params: m.CompleteOrderParams): Draft<m.OrderCompleted>;
  /** Turns an operation, by name, into exact bytes that are not signed yet. */
  draft(operation: "register_deduct_info", params: m.RegisterDeductInfoParams): Draft<m.DeductionRegistered>;
  /** Turns an operation, by name, into exact bytes that are not signed yet. */
  draft(operation: "query_deduction", params: m.QueryDeductionParams): Draft<m.DeductionInfo>;
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
}
