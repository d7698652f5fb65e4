import { execFileSync } from "node:child_process";

export interface ProcessMemory {
  name: string;
  /** Resident bytes; shared pages count in each process. */
  bytes: number;
}

/** Resident memory of all processes below `pid`, PostgreSQL's taken together. Needs a Unix `ps`. */
export function memoryBelow(pid: number): ProcessMemory[] {
  const all = execFileSync("ps", ["-e", "-o", "pid=,ppid=,rss=,args="], { encoding: "utf8" })
    .split("\n")
    .flatMap((line) => {
      const [, id, parent, kilobytes, command = ""] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return id ? [{ id: Number(id), parent: Number(parent), bytes: Number(kilobytes) * 1024, command }] : [];
    });
  const below = (id: number): typeof all =>
    all.filter(({ parent }) => parent === id).flatMap((one) => [one, ...below(one.id)]);
  const sums = new Map<string, number>();
  for (const { command, bytes } of below(pid))
    sums.set(nameOf(command), (sums.get(nameOf(command)) ?? 0) + bytes);
  return [...sums].map(([name, bytes]) => ({ name, bytes })).toSorted((a, b) => b.bytes - a.bytes);
}

function nameOf(command: string): string {
  if (command.includes("server.mjs") || command.includes("dev-server")) return "app";
  if (command.includes("dev-store")) return "simulated store";
  if (/postgres/.test(command)) return "PostgreSQL";
  return "npm, scripts";
}
