import type { FaultSwitch } from "../admin-api/faults";
import type { RequestLog } from "../admin-api/request-log";
import type { DevStoreContext } from "../context";

/** What the control door opens to. */
export interface ControlOptions {
  context: DevStoreContext;
  faults: FaultSwitch;
  log: RequestLog;
}
