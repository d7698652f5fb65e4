/** What an open panel fetches once it has nothing else to do, or with the first reply: one file, see bring-later.ts. */
export { problemOf } from "./connection/problem-of";
export { tryAgain } from "./connection/try-again";
export { bringTheRest } from "./panel/bring-the-rest";
export { restoreUnsent, showFailure } from "./panel/failed-turn";
export { drawStored } from "./panel/history";
export { catchUp } from "./panel/other-tabs";
export { accompany } from "./panel/reply-companion";
