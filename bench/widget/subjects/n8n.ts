import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Exchange, historyMessages, type Prepared, type Subject } from "../subject";

export const n8n: Subject = {
  name: "n8n",
  async prepare(workshop): Promise<Prepared> {
    const folder = join(await workshop.unpack("@n8n/chat"), "dist");
    const scripts = readdirSync(folder).filter((name) => /^chat\.bundle\.es\.js$|\.mjs$/.test(name));
    const files = Object.fromEntries(scripts.map((name) => [name, readFileSync(join(folder, name))]));
    return {
      head: '<link href="/peer/n8n/style.css" rel="stylesheet">',
      body: `<script type="module">import { createChat } from "/peer/n8n/chat.bundle.es.js";createChat({webhookUrl:location.origin+"/api/n8n/webhook",enableStreaming:true,loadPreviousSession:location.search.includes("history")})</script>`,
      files: { ...files, "style.css": readFileSync(join(folder, "style.css")) },
      launcher: [".chat-window-toggle"],
      field: [".chat-input textarea"],
      root: ["#n8n-chat"],
      sendButton: [".chat-input-send-button"],
      history: { scroller: [".chat-body"] },
      answer,
    };
  },
};

function answer({ body, path, hasHistory, json, stream, response }: Exchange): void {
  if (body.includes("loadPreviousSession") || path.includes("loadPreviousSession")) {
    const messages = hasHistory ? historyMessages() : [];
    json({
      data: messages.map(({ role, text }) => ({
        id: ["langchain_core", "messages", role === "user" ? "HumanMessage" : "AIMessage"],
        kwargs: { content: text, additional_kwargs: {} },
      })),
    });
    return;
  }
  const metadata = { nodeId: "agent", nodeName: "Agent", runIndex: 0, itemIndex: 0, timestamp: 0 };
  const line = (type: string, content?: string) => `${JSON.stringify({ type, content, metadata })}\n`;
  response.writeHead(200, { "content-type": "text/plain" });
  stream((token) => line("item", token), line("begin"), line("end"));
}
