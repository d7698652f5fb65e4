import type { Flow } from "~/protocol/requests";
import type { PanelContext } from "../panel/panel-context";
import type { Transcript } from "../panel/transcript";
import type { Memory } from "../storage";
import { findKeptFlow } from "./flow-memory";
import { runFlow } from "./run-flow";

export interface FlowStage {
  /** That the shop offers. */
  flows: Flow[];
  context: PanelContext;
  transcript: Transcript;
  /** Of this tab. */
  memory: Memory;
}

/** Begins the flow of that id; without one it goes on with what was under way on the page before. */
export function startFlow(
  wanted: string | undefined,
  { flows, context, transcript, memory }: FlowStage,
): Promise<void> | void {
  const kept = wanted ? null : findKeptFlow(memory);
  const id = wanted ?? kept?.id;
  const flow = flows.find((each) => each.id === id);
  if (flow) return runFlow(flow, context, transcript, memory, kept?.given);
  // biome-ignore lint/suspicious/noConsole: the theme's author is told of a wrong id.
  console.warn(`Aisle: there is no flow "${id}".`);
}
