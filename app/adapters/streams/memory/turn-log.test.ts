import { describeTurnLog } from "~/core/conversation/turn-log.contract";
import { createMemoryTurnLog } from "./turn-log";

describeTurnLog("a turn log in memory", async () => createMemoryTurnLog(), 1);
