import type { TestProject } from "vitest/node";
import { type RunningApp, startApp } from "./running-app";

declare module "vitest" {
  interface ProvidedContext {
    /** The example store with the app installed, shared by all files of a run: `inject("stack")`. */
    stack: { storefrontUrl: string; appUrl: string };
  }
}

let app: RunningApp | undefined;

/** For vitest's `globalSetup`: one running app for the whole run, with the built-in model. */
export async function setup(project: TestProject): Promise<void> {
  app = await startApp();
  project.provide("stack", { storefrontUrl: app.storefrontUrl, appUrl: app.appUrl });
}

export async function teardown(): Promise<void> {
  await app?.stop();
}
