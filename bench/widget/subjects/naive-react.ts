import { type Exchange, historyMessages, type Prepared, type Subject } from "../subject";

/** What one writes in an afternoon: React, all of it loaded with the page, the whole answer rendered for each token. */
export const naiveReact: Subject = {
  name: "naive-react",
  async prepare(workshop): Promise<Prepared> {
    const folder = await workshop.install("react", ["react@18", "react-dom@18"]);
    return {
      body: '<div id="react-chat"></div><script type="module" src="/peer/naive-react/chat.js"></script>',
      files: { "chat.js": await workshop.bundle(folder, SOURCE) },
      launcher: ["#react-chat .launcher"],
      field: ["#react-chat input"],
      root: ["#react-chat"],
      history: { scroller: ["#react-chat .log"] },
      answer,
    };
  },
};

const SOURCE = `
import { createElement as h, useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";

const panel = { position: "fixed", right: 20, bottom: 88, width: 360, height: 560, display: "flex", flexDirection: "column", background: "#fff", color: "#222", border: "1px solid #ddd", borderRadius: 16 };
const launcher = { position: "fixed", right: 20, bottom: 20, width: 56, height: 56, borderRadius: 28, border: 0, background: "#1f3d36", color: "#fff" };

function Message({ text }) {
  return h("div", { style: { padding: "6px 16px" } }, text.split("\\n\\n").map((part, at) => h("p", { key: at }, part)));
}

function Chat() {
  const [open, setOpen] = useState(false);
  const [messages, setMessages] = useState([]);
  const [text, setText] = useState("");
  const log = useRef(null), field = useRef(null);
  useEffect(() => {
    if (!open) return;
    field.current.focus();
    fetch("/api/naive-react/history").then((it) => it.json()).then(setMessages);
  }, [open]);
  useEffect(() => { if (log.current) log.current.scrollTop = log.current.scrollHeight; }, [messages]);
  async function send(event) {
    event.preventDefault();
    setText("");
    setMessages((all) => [...all, { role: "user", text }, { role: "assistant", text: "" }]);
    const answer = await fetch("/api/naive-react/chat", { method: "POST", body: text });
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (let { value, done } = await reader.read(); !done; { value, done } = await reader.read()) {
      const lines = (rest + value).split("\\n\\n");
      rest = lines.pop();
      for (const line of lines) {
        const token = JSON.parse(line.slice(6));
        setMessages((all) => [...all.slice(0, -1), { role: "assistant", text: all.at(-1).text + token }]);
      }
    }
  }
  return h("div", null,
    h("button", { className: "launcher", style: launcher, onClick: () => setOpen(!open) }, "Chat"),
    open && h("div", { style: panel, role: "dialog", "aria-label": "Chat" },
      h("div", { className: "log", ref: log, style: { flex: 1, overflow: "auto" } }, messages.map((it, at) => h(Message, { key: at, text: it.text }))),
      h("form", { onSubmit: send, style: { display: "flex", padding: 12, gap: 8 } },
        h("input", { ref: field, value: text, onChange: (event) => setText(event.target.value), placeholder: "Message", style: { flex: 1 } }),
        h("button", null, "Send"))));
}
createRoot(document.getElementById("react-chat")).render(h(Chat));
`;

function answer({ path, stream, json, hasHistory }: Exchange): void {
  if (path === "history") json(hasHistory ? historyMessages() : []);
  else stream((token) => `data: ${JSON.stringify(token)}\n\n`);
}
