import type { ScriptedToolCall } from "../../tests/support/chat-completion-stream";

export interface ScriptedLine {
  text: string;
  call?: ScriptedToolCall;
  reply: string;
}

const search = (text: string, query: string, more: Record<string, unknown> = {}): ScriptedLine => ({
  text,
  call: { name: "search_products", arguments: { query, ...more } },
  reply:
    "Here is what comes closest to that. The cards show the prices and what is in stock; tell me which one you would like to know more about, or what matters most to you.",
});
const details = (text: string, title: string): ScriptedLine => ({
  text,
  call: { name: "product_details", arguments: { title } },
  reply:
    "It is on the card with everything that the shop says of it. If you tell me how you mean to use it, I can say whether it fits.",
});
const policy = (text: string): ScriptedLine => ({
  text,
  call: { name: "search_policies", arguments: { question: text } },
  reply:
    "That is what the shop's own text says about it [1]. Is there anything in it that I should look up for you?",
});
const orders = (text: string): ScriptedLine => ({
  text,
  call: { name: "my_orders", arguments: { limit: 5, show: true } },
  reply: "These are your orders, the newest first; each card says where its parcels are.",
});
const talk = (text: string): ScriptedLine => ({
  text,
  reply: "Gladly. Take your time, and ask me whatever you like about the shop, its things or your orders.",
});

const SHOPPING: ScriptedLine[] = [
  talk("Hi there, I am looking for a present."),
  search("It is for my sister, who bakes a lot. Something for the kitchen?", "kitchen baking gift"),
  search("Nothing above 40 dollars please", "kitchen gift", { maxPrice: "40" }),
  details("Tell me more about the mug", "mug"),
  policy("Can she return it if she does not like it?"),
  search("And something for my brother, he hikes", "hiking"),
  search("A backpack maybe, waterproof", "waterproof backpack"),
  details("The first one, which colours are there?", "backpack"),
  policy("How long does delivery to Canada take?"),
  talk("Sounds good, let me think about it for a moment."),
  search("Do you have wool blankets?", "wool blanket"),
  search("Cheaper ones?", "blanket", { sort: "price-ascending" }),
  details("Is the cheapest washable?", "blanket"),
  policy("Do you wrap gifts?"),
  search("Show me candles too", "candle"),
  details("How long does it burn?", "candle"),
  search("A notebook for school", "notebook"),
  policy("What does shipping cost?"),
  search("And a water bottle for myself, steel, 750 ml", "steel water bottle 750 ml"),
  talk("Great, thank you so much!"),
];

const SUPPORT: ScriptedLine[] = [
  orders("Where is my stuff?"),
  policy("How can I send something back?"),
  orders("Which of them is still open?"),
  policy("How long until I get my money back?"),
  talk("OK, understood."),
  orders("When was the first one placed?"),
  policy("The box was damaged, what now?"),
  orders("Has the newest one left the warehouse?"),
  policy("Can I change the address of an order?"),
  talk("I see."),
  policy("Do you ship to a pick-up point?"),
  orders("Show me everything again please"),
  policy("What about customs duties?"),
  search("I would like the same shirt in another size", "shirt"),
  details("Is it there in M?", "shirt"),
  policy("Can I exchange instead of returning?"),
  orders("Which order had the shirt?"),
  policy("Who pays for the label?"),
  orders("And when does the last parcel come?"),
  talk("Thanks for your help."),
];

const MIXED: ScriptedLine[] = SHOPPING.map((line, index) =>
  index % 2 === 0 ? line : (SUPPORT[index] ?? line),
);

/** The second shopping conversation is another shopper's: the shop's prefix is known by then. */
export const CONVERSATIONS: { name: string; lines: ScriptedLine[] }[] = [
  { name: "shopping", lines: SHOPPING },
  { name: "support", lines: SUPPORT },
  { name: "both in turns", lines: MIXED },
];
