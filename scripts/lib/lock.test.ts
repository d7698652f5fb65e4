import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withLock } from "./lock";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "aisle-lock-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("withLock", () => {
  it("lets one in at a time", async () => {
    const path = join(folder, "locks/build");
    const steps: string[] = [];
    const enter = (name: string) =>
      withLock(path, async () => {
        steps.push(`${name} in`);
        await new Promise((resolve) => setTimeout(resolve, 20));
        steps.push(`${name} out`);
      });
    await Promise.all([enter("a"), enter("b")]);
    expect(steps).toEqual(["a in", "a out", "b in", "b out"]);
  });

  it("opens again after a failure", async () => {
    const path = join(folder, "build");
    await expect(withLock(path, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await withLock(path, async () => "yes")).toBe("yes");
  });

  it("takes over from a process that was killed", async () => {
    const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
    await once(child, "exit");
    await writeFile(join(folder, "build"), String(child.pid));
    expect(await withLock(join(folder, "build"), async () => "yes")).toBe("yes");
  });
});
