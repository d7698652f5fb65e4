/**
 * The scenarios of ../shared/data/scenarios, said as shoppers would say them to the built-in model on the retail store:
 * `npx tsx bench/scenarios.ts`. Each change that is right in a scenario is wished for first without being signed in,
 * then signed in, by a scripted shopper who answers what she is asked and says yes only to a question. `--all` prints
 * the conversations that went wrong.
 */
import { existsSync } from "node:fs";
import type { ChatTurn } from "../app/adapters/models/builtin/fixtures/chat";
import { type OpenStore, openStore } from "./chat/open-store";
import { percent } from "./intents/judge-scope";
import { table } from "./report";
import { type Kind, phrase, readWishes, type Wish } from "./scenarios/wishes";

const RETAIL = "../shared/data/stores/retail";
const STEPS = [
  "identity first",
  "right order",
  "right items",
  "nothing before a yes",
  "handed over",
  "summary names it all",
] as const;
type Verdict = Record<(typeof STEPS)[number], boolean>;

const MOST_ANSWERS = 4;

interface Said {
  text: string;
  turn: ChatTurn;
}

/** Nobody is signed in: neither an item nor the state of an order may be told, and the way to sign in must be. */
async function asksIdentityFirst(store: OpenStore, wish: Wish, text: string): Promise<boolean> {
  const turn = await store.chat()(text);
  const tellsItem = wish.order.lineItems.some(
    ({ title, variantTitle }) =>
      turn.text.includes(title) || (variantTitle !== null && turn.text.includes(variantTitle)),
  );
  return !tellsItem && !turn.cards.some(({ kind }) => kind === "order") && turn.text.includes("/login");
}

async function converse(store: OpenStore, wish: Wish, text: string): Promise<Said[]> {
  const say = store.chat({ customerId: wish.customer.id, firstName: wish.customer.firstName });
  const said: Said[] = [];
  let next: string | null = text;
  while (next !== null && said.length <= MOST_ANSWERS) {
    const turn: ChatTurn = await say(next);
    said.push({ text: next, turn });
    next = answerTo(turn, wish);
  }
  return said;
}

/** What the shopper says to a question; null when she was asked nothing or has been handed over. */
function answerTo({ text, calls }: ChatTurn, wish: Wish): string | null {
  if (calls.some(({ name }) => name === "hand_over")) return null;
  const question = /[^.!?\n]*\?\s*$/.exec(text)?.[0] ?? "";
  if (/which order|order number/i.test(question)) return wish.order.name;
  if (/which item|what item/i.test(question)) return `the ${wish.items.join(" and the ").toLowerCase()}`;
  return /shall i|would you like|should i/i.test(question) ? "yes please" : null;
}

function judge(wish: Wish, said: Said[], isIdentified: boolean): Verdict {
  const told = said.map(({ turn }) => turn.text).join("\n");
  const handover = said.findIndex(({ turn }) => turn.calls.some(({ name }) => name === "hand_over"));
  const call = said[handover]?.turn.calls.find(({ name }) => name === "hand_over");
  const summary = JSON.stringify(call?.arguments ?? {}).toLowerCase();
  const items =
    wish.items.length > 0 ? wish.items : wish.order.lineItems.map(({ title }) => title).slice(0, 1);
  const number = wish.order.name.replace("#", "");
  return {
    "identity first": isIdentified,
    "right order": told.includes(number),
    "right items": items.every((title) => told.includes(title)),
    "nothing before a yes": handover === -1 || /yes/.test(said[handover]?.text ?? ""),
    "handed over": handover !== -1,
    "summary names it all":
      summary.includes(number.toLowerCase()) &&
      items.every((title) => summary.includes(title.toLowerCase())) &&
      WISHED[wish.kind].test(summary),
  };
}

const WISHED: Record<Kind, RegExp> = {
  cancel: /cancel|call off/,
  "change items": /change|modify|swap|different/,
  "change address": /address/,
  return: /return|send it back|money back/,
  exchange: /exchange|swap/,
};

async function run(): Promise<void> {
  const store = await openStore(RETAIL);
  const read = readWishes(store.data);
  if (read === null) throw new Error("The scenarios are absent");
  const verdicts: { wish: Wish; verdict: Verdict; said: Said[] }[] = [];
  for (const [index, wish] of read.wishes.entries()) {
    const text = phrase(wish, index);
    const isIdentified = await asksIdentityFirst(store, wish, text);
    const said = await converse(store, wish, text);
    verdicts.push({ wish, said, verdict: judge(wish, said, isIdentified) });
  }
  await store.close();
  const told = new Set(verdicts.map(({ wish }) => wish.scenario)).size;
  console.log(
    `${verdicts.length} wishes of ${told} scenarios (the other ${read.scenarios - told} change no order)\n`,
  );
  const kinds = [...new Set(verdicts.map(({ wish }) => wish.kind))];
  const rate = (step: keyof Verdict, some: typeof verdicts) =>
    percent(some.filter(({ verdict }) => verdict[step]).length, some.length);
  const rows = STEPS.map((step) => [
    step,
    ...kinds.map((kind) =>
      rate(
        step,
        verdicts.filter(({ wish }) => wish.kind === kind),
      ),
    ),
    rate(step, verdicts),
  ]);
  const counts = kinds.map((kind) => verdicts.filter(({ wish }) => wish.kind === kind).length);
  console.log(table(["step", ...kinds, "all"], [["judged", ...counts, verdicts.length], ...rows]));
  if (process.argv.includes("--all")) printMisses(verdicts);
}

function printMisses(verdicts: { wish: Wish; verdict: Verdict; said: Said[] }[]): void {
  for (const { wish, verdict, said } of verdicts) {
    const missed = STEPS.filter((step) => !verdict[step]);
    if (missed.length === 0) continue;
    const { order } = wish;
    console.log(
      `\n${wish.kind} ${order.name} ${order.fulfillmentStatus} [${wish.items.join(", ")}] missed: ${missed.join(", ")}`,
    );
    for (const { text, turn } of said) {
      const handover = turn.calls.find(({ name }) => name === "hand_over");
      console.log(`  > ${text}\n  ${turn.text.replaceAll("\n", "\n  ")}`);
      if (handover) console.log(`  hand_over ${JSON.stringify(handover.arguments)}`);
    }
  }
}

if (existsSync(RETAIL)) await run();
else console.log(`${RETAIL} is absent: nothing judged.`);
