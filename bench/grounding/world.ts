import type { GroundingOptions } from "../../app/core/assistant/grounding/grounding";
import { evidenceOf } from "./evidence";
import { createRandom, type Random } from "./random";
import { trackingNumbers } from "./tracking-numbers";
import type { Language, Order, Rules, World } from "./world-shape";

const STORES: { currency: string; decimals: number; scale: number; timezone: string; host: string }[] = [
  { currency: "USD", decimals: 2, scale: 1, timezone: "America/New_York", host: "brindle-oak.example" },
  { currency: "EUR", decimals: 2, scale: 1, timezone: "Europe/Berlin", host: "hafenlicht.example" },
  { currency: "GBP", decimals: 2, scale: 1, timezone: "Europe/London", host: "marlowe-lane.example" },
  { currency: "JPY", decimals: 0, scale: 150, timezone: "Asia/Tokyo", host: "kumoya.example" },
  { currency: "KWD", decimals: 3, scale: 0.3, timezone: "Asia/Kuwait", host: "marsa-souk.example" },
  { currency: "BRL", decimals: 2, scale: 5, timezone: "America/Sao_Paulo", host: "casa-juriti.example" },
  { currency: "CAD", decimals: 2, scale: 1.3, timezone: "America/Toronto", host: "cedarfold.example" },
  { currency: "CHF", decimals: 2, scale: 1, timezone: "Europe/Zurich", host: "alpenrain.example" },
];
const TITLES = [
  "Harbour Kettle",
  "Trail Lantern",
  "Moss Backpack",
  "Pebble Teapot",
  "Ridge Parka",
  "Willow Basket",
  "Ember Stove",
  "Quill Notebook",
  "Tundra Gloves",
  "Drift Hammock",
  "Clover Apron",
  "Summit Bottle",
];
const COLOURS = ["red", "blue", "green", "black", "white", "yellow", "grey", "brown"];
const PREFIXES = ["#", "#W", "#AB-", "#EU"];
const DAY = 86_400_000;

export function createWorld(seed: number, language: Language): World {
  const random = createRandom(seed);
  const store = STORES[seed % STORES.length] as (typeof STORES)[number];
  const now = new Date(Date.UTC(2026, random.between(0, 11), random.between(1, 27), 15, 20));
  const money = (low: number, high: number) =>
    sum(random.between(low * 100, high * 100) * store.scale, store.decimals);
  const titles = [...TITLES].sort(() => random.next() - 0.5);
  const world: Omit<World, "evidence"> = {
    language,
    ...store,
    now,
    products: titles.slice(0, 2).map((title, index) => {
      const price = money(11 + index * 60, 70 + index * 90);
      const [colour = "", soldOutColour = ""] = [...COLOURS].sort(() => random.next() - 0.5);
      const former =
        index === 0 ? null : sum(price * 100 * (1 + random.between(12, 60) / 100), store.decimals);
      return { title, price, former, quantity: random.between(3, 9), colour, soldOutColour };
    }),
    orders: createOrders(random, now, titles.slice(2), money),
    rules: createRules(random, store, money),
  };
  return { ...world, evidence: evidenceOf(world) };
}

const sum = (hundredths: number, decimals: number): number => Number((hundredths / 100).toFixed(decimals));

function createOrders(
  random: Random,
  now: Date,
  titles: string[],
  money: (low: number, high: number) => number,
): Order[] {
  const prefix = random.pick(PREFIXES);
  const first = random.between(1200, 8800);
  const at = (days: number) => new Date(now.getTime() + days * DAY);
  return (["in_transit", "delivered", "unfulfilled", "cancelled"] as const).map((state, index) => {
    const carrier = random.pick(trackingNumbers());
    const isSent = state === "in_transit" || state === "delivered";
    return {
      number: `${prefix}${first + index * 11 + random.between(0, 9)}`,
      state,
      placed: at(-random.between(9, 12) - index * 4),
      shipped: isSent ? at(-random.between(6, 8) - index * 4) : null,
      expected: state === "in_transit" ? at(random.between(2, 6)) : null,
      delivered: state === "delivered" ? at(-random.between(2, 5)) : null,
      total: money(80 + index * 70, 140 + index * 70),
      item: titles[index] ?? "Fern Stool",
      quantity: random.between(1, 4),
      carrier: carrier.company,
      tracking: carrier.number,
      url: `https://track.example/${encodeURIComponent(carrier.number)}`,
    };
  });
}

function createRules(
  random: Random,
  store: (typeof STORES)[number],
  money: (low: number, high: number) => number,
): Rules {
  const freeFrom = money(90, 160);
  return {
    returnDays: random.pick([21, 28, 30, 45, 60]),
    refundDays: random.pick([7, 10, 12]),
    shippingFee: money(4, 8),
    freeFrom: store.decimals === 0 ? freeFrom : Math.round(freeFrom),
    labelFee: money(9, 13),
    warrantyYears: random.pick([2, 3, 5]),
    percent: random.pick([5, 10, 15]),
    code: random.pick(["WELCOME", "HELLO", "FIRST"]) + random.between(5, 25),
    opens: random.pick([8, 9, 10]),
    closes: random.pick([16, 17, 18]),
    phone: `+1 555 01${random.between(10, 99)} ${random.between(100, 999)}`,
    email: `care@${store.host}`,
  };
}

export function optionsOf(world: World): GroundingOptions {
  return {
    evidence: () => world.evidence,
    shopperTexts: [],
    allowedHosts: [world.host],
    allowedEmails: [world.rules.email],
    locale: world.language,
    currency: world.currency,
    timezone: world.timezone,
    now: world.now,
    forbiddenPromises: ["same-day delivery"],
  };
}
