// The same types from CommonJS.
import payscore = require("payscore");
import { Client } from "payscore/fetch";

export async function query(merchant: payscore.Merchant): Promise<string> {
  const order = await new Client(merchant).queryOrder({ out_order_no: "A1", sub_mchid: "1" });
  return order.phase;
}
