// The address that WeChat Pay calls, with Express. The signature covers the body's bytes as received: take them with
// `express.raw` on this route, before anything parses them.
import express from "express";
import { PayscoreError } from "payscore";

/** `store(event)` must resolve only when the event is durable. It is called again for an event that comes again. */
export function app(merchant, store) {
  const app = express();
  app.post("/notify", express.raw({ type: "*/*" }), async (request, response) => {
    let ack;
    try {
      const event = await merchant.readNotification(request.headers, request.body);
      await store(event);
      ack = event.ack;
    } catch (error) {
      ack = error instanceof PayscoreError ? error.ack : undefined;
    }
    if (ack) {
      response.status(ack.status).set(ack.headers).send(ack.body);
    } else {
      response.status(500).end(); // it was not stored, or it is not known: it comes again
    }
  });
  app.use(express.json()); // for every other route, after this one
  return app;
}
