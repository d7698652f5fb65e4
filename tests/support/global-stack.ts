import http from "node:http";
import type { AddressInfo } from "node:net";
import type { TestProject } from "vitest/node";
import { type RunningApp, startApp } from "./running-app";

declare module "vitest" {
  interface ProvidedContext {
    /** Where tests/support/stack.ts asks for the app. */
    stackServer: string;
  }
}

/**
 * Vitest's global set-up: hands out running apps over HTTP, each to one worker at `/<its id>`, which uses it for one file
 * after the other. An app starts when it is first asked for, so that it does not run beside tests that have no use for it.
 */
export default async function provideStacks(project: TestProject): Promise<() => Promise<void>> {
  const starting = new Map<string, Promise<RunningApp>>();
  const find = (worker: string): Promise<RunningApp> => {
    const known = starting.get(worker) ?? startApp();
    starting.set(worker, known);
    return known;
  };

  const server = http.createServer(async (request, response) => {
    try {
      const { storefrontUrl, appUrl } = await find(request.url ?? "");
      response.end(JSON.stringify({ storefrontUrl, appUrl }));
    } catch (error) {
      response.writeHead(500).end((error as Error).message);
    }
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  project.provide("stackServer", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);

  return async () => {
    server.closeAllConnections();
    server.close();
    const started = await Promise.allSettled(starting.values());
    await Promise.all(started.map((one) => one.status === "fulfilled" && one.value.stop()));
  };
}
