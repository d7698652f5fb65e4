import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Exchange, historyMessages, type Prepared, type Subject } from "../subject";

/** A chat element; it has no launcher of its own, so that a plain button of ours shows it. */
export const deepChat: Subject = {
  name: "deep-chat",
  async prepare(workshop): Promise<Prepared> {
    const folder = await workshop.unpack("deep-chat");
    return {
      body: MARKUP,
      files: { "deep-chat.js": readFileSync(join(folder, "dist/deepChat.bundle.js")) },
      launcher: ["#deep-launcher"],
      field: ["#deep-panel deep-chat", "#text-input"],
      root: ["#deep-panel"],
      history: { scroller: ["#deep-panel deep-chat", "#messages"] },
      answer,
    };
  },
};

const HISTORY = JSON.stringify(
  historyMessages().map(({ role, text }) => ({ role: role === "user" ? "user" : "ai", text })),
);

const MARKUP = `<script type="module" src="/peer/deep-chat/deep-chat.js"></script>
<button id="deep-launcher" style="position:fixed;right:20px;bottom:20px;width:56px;height:56px;border-radius:28px;background:#1f3d36;color:#fff">Chat</button>
<div id="deep-panel" style="position:fixed;right:20px;bottom:88px;display:none"><deep-chat style="width:360px;height:560px" connect='{"url":"/api/deep-chat/chat","stream":true}' textInput='{"placeholder":{"text":"Message"}}'></deep-chat></div>
<script type="module">
const panel = document.getElementById("deep-panel"), chat = panel.querySelector("deep-chat");
if (location.search.includes("history")) chat.history = await (await fetch("/api/deep-chat/history")).json();
document.getElementById("deep-launcher").onclick = () => {
  panel.style.display = panel.style.display === "none" ? "block" : "none";
  chat.focusInput?.();
};
</script>`;

function answer({ path, response, stream }: Exchange): void {
  if (path === "history") response.writeHead(200, { "content-type": "application/json" }).end(HISTORY);
  else stream((text) => `data: ${JSON.stringify({ text })}\n\n`);
}
