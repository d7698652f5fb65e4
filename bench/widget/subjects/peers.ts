import type { Subject } from "../subject";
import { botpress } from "./botpress";
import { deepChat } from "./deep-chat";
import { flowise } from "./flowise";
import { n8n } from "./n8n";
import { naiveReact } from "./naive-react";
import { reference } from "./reference";
import { shopChatAgent } from "./shop-chat-agent";
import { typebot } from "./typebot";

/** All that our chat is held beside, lightest first. */
export const PEERS: Subject[] = [
  reference,
  shopChatAgent,
  naiveReact,
  deepChat,
  typebot,
  botpress,
  flowise,
  n8n,
];
