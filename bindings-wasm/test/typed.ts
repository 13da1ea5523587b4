// What users write, checked by `tsc --strict`; what must not pass stands behind `@ts-expect-error`.
import {
  callbackHandler,
  lifecycle,
  Merchant,
  PayscoreError,
  readOrder,
  type Ack,
  type Call,
  type Draft,
  type Event,
  type Order,
} from "payscore";
import { verify } from "payscore/apiv3";
import { Client } from "payscore/fetch";
import { Simulator } from "payscore-testing";

export async function journey(): Promise<Order> {
  const merchant = await Merchant.create({
    mchid: "1230000100",
    serial_no: "5A1B",
    public_keys: { PUB_KEY_ID_1: "pem" },
    api_v3_key: ["new", "old"],
    validate: "strict",
  });
  const params = {
    sub_mchid: "1900000109",
    out_order_no: "A1",
    service_introduction: "XX充电宝",
    risk_fund: { name: "ESTIMATE_ORDER_COST", amount: 10000n },
    time_range: { start_time: new Date() },
    notify_url: "https://shop.example/notify",
    need_user_confirm: true,
  };
  const call: Call<Order> = await merchant.createOrder({ ...params, extra: { novel: 1 } });
  const order = await call.read(await fetch(call.url, call));
  const again: Order = await call.read(200, { "wechatpay-nonce": "x" }, new Uint8Array());
  const text: string = order.raw + again.order_ref.out_order_no;
  if (order.state === "CREATED" || order.state === "A_NEW_ONE") {
    throw call.lost(new Error(text));
  }
  const cancelled = await merchant.cancelOrder({ order, reason: "x" });
  const draft: Draft<Order> = merchant.draft("query_order", { order: order.order_ref });
  merchant.resume(draft.toBytes()).settle(order);
  const standing = lifecycle(readOrder(order.raw), { out_trade_no: "D1", standing: "unknown" }, { now: 1 });
  if (standing.phase === "paid" && standing.operations.cancel_order?.allowed) {
    return new Client(merchant, { timeout: 1000 }).queryOrder({ order });
  }
  await verify({ PUB_KEY_ID_1: "pem" }, new Headers(), new Uint8Array());
  const simulator = new Simulator({ now: 1 });
  await cancelled.read(...simulator.send(cancelled));

  // @ts-expect-error a needed parameter is missing
  await merchant.createOrder({ out_order_no: "A1" });
  // @ts-expect-error there is no such parameter
  await merchant.cancelOrder({ order, reason: "x", novel: 1 });
  // @ts-expect-error an amount is no text
  await merchant.createOrder({ ...params, risk_fund: { name: "DEPOSIT", amount: "1" } });
  // @ts-expect-error this operation is not about an order that exists
  await merchant.createOrder({ ...params, order });
  // @ts-expect-error there is no such operation
  merchant.draft("no_such_operation", {});
  // @ts-expect-error the parameters of another operation
  merchant.draft("cancel_order", params);
  // @ts-expect-error what was read is not written
  order.state = "DONE";
  // @ts-expect-error the words of Payscore are a closed set
  if (call.lost("gone").outcome === "no_outcome") return order;
  // @ts-expect-error a merchant is made by create
  new Merchant();
  // @ts-expect-error a body is bytes
  await merchant.readNotification({}, "{}");
  // @ts-expect-error the signing is asynchronous
  const url: string = merchant.queryOrder({ order }).url;
  // @ts-expect-error what is private is not for users
  merchant._draft("query_order", {});
  return order.state === url ? order : again;
}

export function branched(event: Event): string | undefined {
  switch (event.event_type) {
    case "PAYSCORE.USER_CONFIRM":
      return event.order.package;
    case "PAYSCORE.USER_PAID":
      return event.out_trade_no;
    default: {
      // @ts-expect-error an event that is not known has no order
      event.order;
      const word: string = event.event_type;
      return word + event.raw;
    }
  }
}

export function answered(event: Event): Response {
  const { ack } = event;
  // @ts-expect-error there may be none
  ack.status;
  return ack ? new Response(ack.body, ack) : new Response(null, { status: 500 });
}

export async function stored(merchant: Merchant, signal: AbortSignal): Promise<void> {
  const wechat = new Client(merchant, { beforeSend: async (draft) => draft.toBytes().length });
  try {
    await wechat.queryOrder({ out_order_no: "A1", sub_mchid: "1" }, { signal });
  } catch (error) {
    const draft: Draft<unknown> | undefined = error instanceof PayscoreError ? error.draft : undefined;
    merchant.resume(draft?.toBytes() ?? "{}");
  }
}

export function handled(merchant: Merchant): (request: Request) => Promise<Response> {
  return callbackHandler(merchant, async (event): Promise<Ack | void> => event.ack);
}

export function explained(error: unknown): string {
  if (error instanceof PayscoreError) {
    const outcome: "not_sent" | "refused" | "unknown" | "none" = error.outcome;
    return [outcome, error.code, error.wechat_code, error.wechat_message, error.issues[0]?.pointer].join();
  }
  return String(error);
}

export async function downloaded(merchant: Merchant): Promise<Uint8Array> {
  const call = await merchant.download({ download_url: "https://x/v3/f", hash_type: "SHA1", hash_value: "00" });
  const { content } = await call.read(await fetch(call.url, call));
  return content;
}
