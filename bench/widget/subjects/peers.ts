import type { Subject } from "../subject";
import { reference } from "./reference";

/** All that our chat is held beside, lightest first. */
export const PEERS: Subject[] = [reference];
