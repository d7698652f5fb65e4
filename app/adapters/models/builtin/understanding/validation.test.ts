import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Intent } from "./intent";
import { understand } from "./understand";

const FILE = "../shared/data/intents/validation.csv";
const isThere = existsSync(FILE);

/** Which of our intents answers the data set's well; it knows no shop, so several of its intents are one of ours. */
const ANSWERED_BY: Record<string, Intent[]> = {
  cancel_order: ["cancel-order"],
  change_order: ["change-order", "exchange-item"],
  change_shipping_address: ["change-order"],
  set_up_shipping_address: ["change-order"],
  check_cancellation_fee: ["store-question"],
  check_invoice: ["store-question"],
  get_invoice: ["store-question"],
  check_payment_methods: ["store-question"],
  check_refund_policy: ["store-question", "return-item", "refund-status"],
  complaint: ["complaint"],
  contact_customer_service: ["handover", "store-question"],
  contact_human_agent: ["handover"],
  create_account: ["store-question"],
  delete_account: ["store-question"],
  edit_account: ["store-question"],
  switch_account: ["store-question"],
  recover_password: ["store-question"],
  registration_problems: ["store-question"],
  delivery_options: ["store-question"],
  delivery_period: ["order-status", "store-question"],
  get_refund: ["return-item", "refund-status"],
  newsletter_subscription: ["store-question"],
  payment_issue: ["payment-problem"],
  place_order: ["find-products", "add-to-cart"],
  review: ["store-question"],
  track_order: ["order-status"],
  track_refund: ["refund-status"],
};

const rowsSchema = z.array(z.object({ utterance: z.string(), intent: z.string() }));

/** Nothing here was learnt from this data: it only measures. */
describe.skipIf(!isThere)(`recognition, measured on ${FILE} (skipped where it is absent)`, () => {
  it("finds an intent that answers at least nine in ten", () => {
    const rows = rowsSchema.parse(parse(readFileSync(FILE), { columns: true }));
    const hits = rows.filter(({ utterance, intent }) =>
      ANSWERED_BY[intent]?.includes(understand(utterance, "en", { hasProduct: false }).intent),
    );
    expect(rows.length).toBeGreaterThan(500);
    expect(hits.length / rows.length).toBeGreaterThan(0.9);
  });
});
