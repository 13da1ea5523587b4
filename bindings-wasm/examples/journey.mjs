// A merchant's backend for WeChat Pay Score in acquiring-bank mode: the whole journey of an order, to copy from.
//
// It keeps what it must remember in a journal on disk, sends with fetch, and receives callbacks on a small web server
// of its own. Everything about money is stored before it is sent. A callback is acknowledged only after it is stored
// together with its deduplication key. A real shop uses a database instead of the journal, and does the same in its
// transactions.
import { randomUUID } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { createServer } from "node:http";
import { laterReading, PayscoreError } from "payscore";

/** One line for each record, on disk before `write` returns. A line that a crash cut off is dropped. */
class Journal {
  constructor(file) {
    this.records = [];
    const text = existsSync(file) ? readFileSync(file, "utf8") : "";
    for (const line of text.split("\n").slice(0, -1)) {
      this.records.push(JSON.parse(line));
    }
    this.file = openSync(file, "a");
    if (text !== "" && !text.endsWith("\n")) {
      writeSync(this.file, "\n");
    }
  }

  write(record) {
    writeSync(this.file, `${JSON.stringify(record)}\n`);
    fsyncSync(this.file);
    this.records.push(record);
  }

  last(test) {
    return this.records.findLast(test);
  }

  close() {
    closeSync(this.file);
  }
}

export class Shop {
  constructor(merchant, file, notifyUrl) {
    this.merchant = merchant;
    this.notifyUrl = notifyUrl;
    this.journal = new Journal(file);
    this.confirmed = new Promise((resolve) => {
      this.onConfirmed = resolve;
    });
  }

  // Sending: the bytes that were signed are the bytes that are sent. A call is a fetch init.

  async send(call) {
    let response;
    try {
      response = await fetch(call.url, { ...this.init(call), signal: AbortSignal.timeout(30_000) });
    } catch (error) {
      throw call.lost(error); // the error says what is known of the outcome, and what to do next
    }
    return call.read(response);
  }

  init(call) {
    const { method, headers, body, redirect } = call;
    return { method, headers, body, redirect };
  }

  /** Stores a change before it is sent, so that it can be repeated identically after a crash. */
  async sendSafely(name, draft) {
    if (!this.journal.last((record) => record.call === name)) {
      this.journal.write({ call: name, draft: new TextDecoder().decode(draft.toBytes()) });
    }
    return this.send(await this.merchant.sign(draft));
  }

  stored(name) {
    const { draft } = this.journal.last((record) => record.call === name);
    return this.merchant.resume(new TextEncoder().encode(draft));
  }

  // The journey.

  create(outOrderNo, subMchid) {
    const draft = this.merchant.draft("create_order", {
      sub_mchid: subMchid,
      out_order_no: outOrderNo,
      service_introduction: "XX充电宝",
      risk_fund: { name: "ESTIMATE_ORDER_COST", amount: 10000, description: "预估租借费用" },
      time_range: { start_time: "OnAccept" },
      notify_url: this.notifyUrl,
      need_user_confirm: true,
      attach: `order%3D${randomUUID().replaceAll("-", "")}`,
    });
    return this.sendSafely(`create/${outOrderNo}`, draft);
  }

  async query(order) {
    const found = await this.send(await this.merchant.queryOrder({ order }));
    this.learn(found);
    return found;
  }

  complete(order, fen, endTime) {
    const draft = this.merchant.draft("complete_order", {
      order,
      post_payments: [{ name: "租借费用", amount: fen, description: "每小时2元" }],
      total_amount: fen,
      time_range: { end_time: endTime },
    });
    return this.sendSafely(`complete/${order.out_order_no}`, draft);
  }

  cancel(order, reason) {
    return this.sendSafely(`cancel/${order.out_order_no}`, this.merchant.draft("cancel_order", { order, reason }));
  }

  /** A new deduction number: stored first, then registered. */
  async register(order, now) {
    const number = `D${randomUUID().replaceAll("-", "").slice(0, 24)}`;
    this.remember(number, order.out_order_no, "registering", undefined, now);
    await this.sendSafely(
      `register/${number}`,
      this.merchant.draft("register_deduct_info", { order, out_trade_no: number }),
    );
    this.remember(number, order.out_order_no, "not_sent", now, now);
    return number;
  }

  remember(number, outOrderNo, standing, registeredAt, storedAt) {
    const deduction = { out_trade_no: number, standing, registered_at: registeredAt, stored_at: storedAt };
    this.journal.write({ deduction, order: outOrderNo });
  }

  /** Keeps the later one of two readings of an order, because a callback may be old. Returns whether it is this one. */
  learn(order) {
    const known = this.journal.last((record) => record.reading === order.out_order_no);
    const news = !known || laterReading(known.raw, order).later === "second";
    if (news) {
      this.journal.write({ reading: order.out_order_no, raw: order.raw });
    }
    return news;
  }

  deduction(outOrderNo) {
    return this.journal.last((record) => record.deduction && record.order === outOrderNo)?.deduction;
  }

  // Callbacks: store, then acknowledge.

  async callback(headers, body) {
    let event;
    try {
      event = await this.merchant.readNotification(headers, body);
    } catch (error) {
      if (error instanceof PayscoreError && error.ack) {
        return error.ack;
      }
      throw error;
    }
    // The key and the change are one record: both are stored, or neither.
    const fresh = !this.journal.last((record) => record.event === event.deduplication_key);
    if (fresh) {
      this.journal.write({ event: event.deduplication_key, event_type: event.event_type, raw: event.raw });
    }
    if (fresh && event.event_type === "PAYSCORE.USER_CONFIRM" && this.learn(event.order)) {
      this.onConfirmed(event.order);
    }
    return event.ack ?? { status: 500, headers: {}, body: "" };
  }
}

/** The address that WeChat Pay calls. */
export function serve(shop) {
  const server = createServer(async (request, response) => {
    try {
      const chunks = [];
      for await (const chunk of request) {
        chunks.push(chunk);
      }
      const ack = await shop.callback(request.headers, Buffer.concat(chunks)); // the bytes as received
      response.writeHead(ack.status, ack.headers).end(ack.body);
    } catch {
      response.writeHead(500).end(); // it was not stored: it comes again
    }
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}
