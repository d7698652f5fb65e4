import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Exchange, historyMessages, type Prepared, type Subject } from "../subject";

/** Shopify's own example of a storefront chat: the block and the assets of its theme app extension. */
export const shopChatAgent: Subject = {
  name: "shop-chat-agent",
  async prepare(workshop): Promise<Prepared> {
    const folder = await workshop.clone("shop-chat-agent", "https://github.com/Shopify/shop-chat-agent.git");
    const extension = join(folder, "extensions/chat-bubble");
    const read = (path: string) => readFileSync(join(extension, path), "utf8");
    const texts = JSON.parse(read("locales/en.default.json")) as { chat: Record<string, string> };
    return {
      body: renderBlock(read("blocks/chat-interface.liquid"), texts.chat),
      files: {
        "chat.css": read("assets/chat.css"),
        // The address of its server is written into the script.
        "chat.js": read("assets/chat.js").replaceAll(
          "https://localhost:3458/chat",
          "/api/shop-chat-agent/chat",
        ),
      },
      launcher: [".shop-ai-chat-bubble"],
      field: [".shop-ai-chat-input input"],
      root: [".shop-ai-chat-container"],
      // On a phone its launcher lies over its button that sends.
      history: { scroller: [".shop-ai-chat-messages"] },
      answer,
    };
  },
};

/** The block uses only these: assets, texts and the defaults of its settings. */
function renderBlock(source: string, texts: Record<string, string>): string {
  const [markup = "", schemaText = "{}"] = source.split(/{% (?:end)?schema %}/);
  const { settings } = JSON.parse(schemaText) as { settings: { id: string; default: string }[] };
  const values = Object.fromEntries(settings.map(({ id, default: value }) => [id, value]));
  return markup
    .replace(
      /\{\{ '([\w.]+)' \| asset_url \| stylesheet_tag \}\}/g,
      '<link href="/peer/shop-chat-agent/$1" rel="stylesheet">',
    )
    .replace(/\{\{ '([\w.]+)' \| asset_url \}\}/g, "/peer/shop-chat-agent/$1")
    .replace(/\{\{ 'chat\.(\w+)' \| t \}\}/g, (_, key: string) => texts[key] ?? "")
    .replace(/\{\{ block\.settings\.(\w+) \| json \}\}/g, (_, id: string) => JSON.stringify(values[id]))
    .replace(/\{\{ block\.settings\.(\w+) \}\}/g, (_, id: string) => values[id] ?? "")
    .replace(/\{\{ shop\.id \}\}/g, "1")
    .concat(
      '<script>if(location.search.includes("history"))sessionStorage.setItem("shopAiConversationId","1")</script>',
    );
}

function answer({ request, hasHistory, json, stream }: Exchange): void {
  if (request.method === "GET") {
    const messages = hasHistory ? historyMessages() : [];
    json({
      messages: messages.map(({ role, text }) => ({
        role,
        content: JSON.stringify([{ type: "text", text }]),
      })),
    });
    return;
  }
  const event = (data: object) => `data: ${JSON.stringify(data)}\n\n`;
  const end = event({ type: "message_complete" }) + event({ type: "end_turn" });
  stream((chunk) => event({ type: "chunk", chunk }), event({ type: "id", conversation_id: "1" }), end);
}
