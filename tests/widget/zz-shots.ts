import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";
import { startFakeShop } from "/work/main/tests/widget/fake-shop";
import { says } from "/work/main/tests/widget/scripted-turn";
import { shirt, shippedOrder } from "/work/main/tests/widget/cards";
mkdirSync("/tmp/h9", { recursive: true });
const shop = await startFakeShop();
shop.reply = (text) => {
  if (/order/i.test(text)) return [{ event: "status", data: { label: "Looking up your orders…" } }, { event: "card", data: shippedOrder }, ...says("Your order **#1042** is on its way with DHL. It should arrive on **Tue, Nov 24**.\n\nYou can follow it [at DHL](https://www.dhl.com/track?id=00340434161094042557).")];
  if (/shirt/i.test(text)) return [...says("Here are two shirts that fit what you asked for:"), { event: "card", data: shirt }, { event: "card", data: { ...shirt, title: "Oxford shirt with a rather long name for a shirt", compareAtPrice: null, options: [], variants: [{ ...shirt.variants[0]!, compareAtPrice: null, quantity: 40 }] } }, { event: "suggestions", data: { items: ["Show me more", "Only in blue"] } }];
  if (/return/i.test(text)) return [{ event: "source", data: { n: 1, title: "Refund policy: Returning items", url: "/policies/refund-policy" } }, ...says("You have **30 days** to send an item back [1]:\n\n1. Open the parcel portal.\n2. Print the label.\n3. Drop it off.\n\nThe refund takes *3 to 5* days.")];
  if (/person/i.test(text)) return [...says("I have passed your question on."), { event: "handoff", data: { ticketId: "t1" } }];
  if (/fail/i.test(text)) return [{ event: "error", data: { code: "failed", message: "Something went wrong. A person can help you." } }];
  if (/sign/i.test(text)) return [...says("To show your orders I need to know it is you."), { event: "card", data: { kind: "confirm", action: "sign-in", url: "/account/login" } }];
  return says("Of course. ".repeat(5));
};
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", headless: true, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
for (const [width, height] of [[1280, 860], [390, 844], [320, 640]] as const) for (const scheme of ["light", "dark"] as const) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme });
  const page = await context.newPage();
  page.on("pageerror", (e) => console.log("ERR", e.message)); page.on("console", (m) => m.type() === "error" && console.log("CONSOLE", m.text()));
  await page.goto(shop.url);
  const shot = (n: string) => page.screenshot({ path: `/tmp/h9/${n}-${width}-${scheme}.png` });
  await shot("0-closed");
  await page.getByRole("button", { name: "Open chat" }).click();
  await page.getByText("Hello! How can").first().waitFor();
  await page.waitForTimeout(300);
  await shot("1-open");
  for (const [i, q] of ["Where is my order?", "A shirt please", "return policy", "I want a person", "sign in", "fail"].entries()) {
    await page.keyboard.type(q); await page.keyboard.press("Enter"); await page.waitForTimeout(700);
    await shot(`${i + 2}-${q.split(" ").pop()!.replace("?", "")}`);
  }
  await context.close();
}
await browser.close(); await shop.close();
