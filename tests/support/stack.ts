import { inject } from "vitest";

/** The example store with the app installed and the built-in model. */
export interface Stack {
  storefrontUrl: string;
  appUrl: string;
}

/**
 * The running app of this worker, as the files before left it: installed, with whatever they saved. The first file waits
 * some seconds for its start. Nobody else uses it meanwhile.
 */
export async function requireStack(): Promise<Stack> {
  const response = await fetch(`${inject("stackServer")}/${process.env.VITEST_POOL_ID}`);
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
  return JSON.parse(answer) as Stack;
}
