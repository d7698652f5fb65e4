import { problemOf } from "./connection/problem-of";
import { tryAgain } from "./connection/try-again";
import { bringTheRest } from "./panel/bring-the-rest";
import { restoreUnsent, showFailure } from "./panel/failed-turn";
import { drawStored } from "./panel/history";
import { catchUp } from "./panel/other-tabs";
import { accompany } from "./panel/reply-companion";

/** What an open panel fetches once it has nothing else to do, or with the first reply: one file, see bring-later.ts. */
export { accompany, bringTheRest, catchUp, drawStored, problemOf, restoreUnsent, showFailure, tryAgain };

declare module "./bring-later" {
  interface Later {
    accompany: typeof accompany;
    bringTheRest: typeof bringTheRest;
    catchUp: typeof catchUp;
    drawStored: typeof drawStored;
    problemOf: typeof problemOf;
    restoreUnsent: typeof restoreUnsent;
    showFailure: typeof showFailure;
    tryAgain: typeof tryAgain;
  }
}
