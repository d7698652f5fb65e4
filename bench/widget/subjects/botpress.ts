import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Exchange, Prepared, Subject } from "../subject";

/** Botpress's webchat components, fed by a few lines of ours in place of its cloud. */
export const botpress: Subject = {
  name: "botpress",
  async prepare(workshop): Promise<Prepared> {
    const folder = await workshop.install("botpress", ["react@18", "react-dom@18"]);
    const webchat = await workshop.unpack("@botpress/webchat");
    return {
      head: '<link href="/peer/botpress/style.css" rel="stylesheet">',
      body: '<div id="botpress-chat"></div><script type="module" src="/peer/botpress/chat.js"></script>',
      files: {
        "chat.js": await workshop.bundle(folder, SOURCE.replace("WEBCHAT", join(webchat, "dist/index.js"))),
        "style.css": readFileSync(join(webchat, "dist/style.css")),
      },
      launcher: ["#botpress-chat .bpFabContainer"],
      field: ["#botpress-chat textarea"],
      root: ["#botpress-chat"],
      answer,
    };
  },
};

const SOURCE = `
import { createElement as h, useState } from "react";
import { createRoot } from "react-dom/client";
import { Chat, Fab } from "WEBCHAT";

function Botpress() {
  const [open, setOpen] = useState(false);
  const [messages, setMessages] = useState([]);
  const text = (id, direction, value) => ({ id, timestamp: new Date(), direction, status: "delivered", sender: { name: "Bot" }, block: { type: "bubble", block: { type: "text", text: value } } });
  async function sendMessage(payload) {
    let reply = "";
    setMessages((all) => [...all, text("q" + all.length, "outgoing", payload.text)]);
    const answer = await fetch("/api/botpress/chat", { method: "POST", body: payload.text });
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (let { value, done } = await reader.read(); !done; { value, done } = await reader.read()) {
      const lines = (rest + value).split("\\n\\n");
      rest = lines.pop();
      for (const line of lines) {
        reply += JSON.parse(line.slice(6));
        const whole = reply;
        setMessages((all) => [...all.filter((it) => it.id !== "reply"), text("reply", "incoming", whole)]);
      }
    }
  }
  return h("div", null,
    h("div", { style: { position: "fixed", right: 20, bottom: 20, width: 56, height: 56 } }, h(Fab, { onClick: () => setOpen(!open) })),
    open && h("div", { style: { position: "fixed", right: 20, bottom: 88, width: 360, height: 560 } },
      h(Chat, { configuration: { botName: "Bot" }, messages, participants: [], connected: true, isOpen: true, sendMessage, user: { userId: "me", userToken: "me" } })));
}
createRoot(document.getElementById("botpress-chat")).render(h(Botpress));
`;

function answer({ stream }: Exchange): void {
  stream((token) => `data: ${JSON.stringify(token)}\n\n`);
}
