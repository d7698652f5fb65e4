import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LAST_WORDS } from "../scripted-answer";
import type { Exchange, Prepared, Subject } from "../subject";

/** The bubble of Typebot's npm package, with a bot that asks for text and answers by a stream. */
export const typebot: Subject = {
  name: "typebot",
  async prepare(workshop): Promise<Prepared> {
    const folder = await workshop.unpack("@typebot.io/js");
    return {
      body: `<script type="module">import Typebot from "/peer/typebot/web.js";Typebot.initBubble({typebot:"bot",apiHost:location.origin+"/api/typebot",theme:{button:{backgroundColor:"#1f3d36"}}})</script>`,
      files: { "web.js": readFileSync(join(folder, "dist/web.js")) },
      launcher: ["typebot-bubble", "button"],
      field: ["typebot-bubble", "input[type=text], textarea"],
      root: ["typebot-bubble"],
      answer,
    };
  },
};

const INPUT = { id: "input", type: "text input", options: {} };

function answer({ path, body, json, stream, response }: Exchange): void {
  if (path.includes("startChat")) {
    json({
      sessionId: "session",
      resultId: "result",
      typebot: { id: "bot", version: "6", theme: {}, settings: {} },
      messages: [
        {
          id: "hello",
          type: "text",
          content: {
            type: "richText",
            richText: [{ type: "p", children: [{ text: "Hello! How can I help?" }] }],
          },
        },
      ],
      input: INPUT,
    });
  } else if (path.includes("continueChat")) {
    // When the streamed answer is whole, the widget hands it back and goes on.
    const isAnswered = body.includes(LAST_WORDS);
    const clientSideActions = isAnswered
      ? []
      : [{ type: "stream", stream: true, expectsDedicatedReply: true }];
    json({ messages: [], input: INPUT, clientSideActions });
  } else if (path.includes("streamMessage")) {
    response.writeHead(200, { "content-type": "text/plain" });
    stream((token) => `0:${JSON.stringify(token)}\n`);
  } else json({});
}
