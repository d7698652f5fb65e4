import { type Exchange, historyMessages, type Prepared, type Subject } from "../subject";

/**
 * The floor: a button and a popover printed in a shadow root, and a module that sends, reads the stream, writes finished
 * paragraphs once and paints once a frame. It has no Markdown, no cards, no memory, one language.
 */
export const reference: Subject = {
  name: "reference",
  async prepare(): Promise<Prepared> {
    return {
      body: MARKUP,
      files: { "chat.js": MODULE },
      launcher: ["bare-chat", "#launcher"],
      field: ["bare-chat", "#field"],
      root: ["bare-chat"],
      history: { scroller: ["bare-chat", "#log"] },
      answer,
    };
  },
};

const MARKUP = `<bare-chat><template shadowrootmode="open"><style>
:host{all:initial;font:15px/1.5 system-ui}button{font:inherit;border:0;border-radius:28px;background:#1f3d36;color:#fff}
#launcher{position:fixed;right:20px;bottom:20px;width:56px;height:56px}
#panel{inset:auto 20px 88px auto;width:min(380px,100vw - 40px);height:min(600px,100dvh - 112px);padding:0;border:1px solid #ddd;border-radius:16px}
#panel:popover-open{display:flex;flex-direction:column}#log{flex:1;overflow:auto;padding:16px}#log p{margin:0 0 12px;content-visibility:auto;contain-intrinsic-size:auto 48px}
form{display:flex;gap:8px;padding:12px}input{flex:1;font:inherit;padding:8px;border:1px solid #767676;border-radius:8px}
</style><button id="launcher" popovertarget="panel">Chat</button><div id="panel" popover role="dialog" aria-label="Chat"><div id="log" role="log" tabindex="0" aria-label="Messages"></div><form><input id="field" autofocus aria-label="Message"><button>Send</button></form></div></template></bare-chat>
<script type="module">let m;const r=document.querySelector("bare-chat").shadowRoot,l=r.getElementById("launcher"),f=()=>m??=import("/peer/reference/chat.js").then(i=>i.start(r));l.onpointerover=l.onfocus=l.onclick=f;r.querySelector("form").onsubmit=e=>{e.preventDefault();f().then(s=>s())}</script>`;

const MODULE = `
export async function start(root) {
  const log = root.getElementById("log"), field = root.getElementById("field");
  const add = (text) => { const p = document.createElement("p"); p.textContent = text; log.append(p); return p; };
  const known = await fetch("/api/reference/history").then((answer) => answer.json());
  for (const { text } of known) add(text);
  log.scrollTop = log.scrollHeight;
  return async () => {
    const text = field.value.trim();
    if (!text) return;
    field.value = "";
    add(text);
    const answer = await fetch("/api/reference/chat", { method: "POST", body: text });
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "", pending = "", paragraph = add(""), waiting = false;
    const paint = () => {
      waiting = false;
      const parts = pending.split("\\n\\n");
      paragraph.textContent = parts.shift();
      for (const part of parts) paragraph = add(part);
      pending = paragraph.textContent;
      log.scrollTop = log.scrollHeight;
    };
    for (let { value, done } = await reader.read(); !done; { value, done } = await reader.read()) {
      const lines = (rest + value).split("\\n\\n");
      rest = lines.pop();
      for (const line of lines) pending += JSON.parse(line.slice(6));
      if (!waiting) { waiting = true; requestAnimationFrame(paint); }
    }
  };
}`;

function answer({ path, stream, json, hasHistory }: Exchange): void {
  if (path === "history") json(hasHistory ? historyMessages() : []);
  else stream((token) => `data: ${JSON.stringify(token)}\n\n`);
}
