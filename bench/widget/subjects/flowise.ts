import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Exchange, Prepared, Subject } from "../subject";

export const flowise: Subject = {
  name: "flowise",
  async prepare(workshop): Promise<Prepared> {
    const folder = await workshop.unpack("flowise-embed");
    return {
      body: `<script type="module">import Chatbot from "/peer/flowise/web.js";Chatbot.init({chatflowid:"flow",apiHost:location.origin+"/api/flowise"})</script>`,
      files: { "web.js": readFileSync(join(folder, "dist/web.js")) },
      launcher: ["flowise-chatbot", "button"],
      field: ["flowise-chatbot", "textarea"],
      root: ["flowise-chatbot"],
      answer,
    };
  },
};

function answer({ path, json, stream }: Exchange): void {
  const event = (name: string, data: unknown) =>
    `message:\ndata:${JSON.stringify({ event: name, data })}\n\n`;
  if (path.includes("chatflows-streaming")) json({ isStreaming: true });
  else if (path.includes("prediction")) {
    stream((token) => event("token", token), event("start", ""), event("end", "[DONE]"));
  } else json({});
}
