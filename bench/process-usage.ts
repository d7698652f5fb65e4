import { execFileSync } from "node:child_process";

export interface ProcessUsage {
  name: string;
  /** Resident bytes; shared pages count in each process. */
  memory: number;
  /** Milliseconds of processor time since the start; `ps` counts whole seconds. */
  processor: number;
}

interface ProcessRow extends ProcessUsage {
  id: number;
  parent: number;
}

/** What all processes below `pid` use, those of one name taken together, largest memory first. Needs a Unix `ps`. */
export function usageBelow(pid: number): ProcessUsage[] {
  const all = execFileSync("ps", ["-e", "-o", "pid=,ppid=,rss=,time=,args="], { encoding: "utf8" })
    .split("\n")
    .flatMap(readRow);
  const below = (id: number): ProcessRow[] =>
    all.filter(({ parent }) => parent === id).flatMap((one) => [one, ...below(one.id)]);
  const sums = new Map<string, ProcessUsage>();
  for (const { name, memory, processor } of below(pid)) {
    const sum = sums.get(name) ?? { name, memory: 0, processor: 0 };
    sums.set(name, { name, memory: sum.memory + memory, processor: sum.processor + processor });
  }
  return [...sums.values()].toSorted((a, b) => b.memory - a.memory);
}

function readRow(line: string): ProcessRow[] {
  const [, id, parent, kilobytes, time = "", command = ""] =
    /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
  if (id === undefined) return [];
  return [
    {
      id: Number(id),
      parent: Number(parent),
      memory: Number(kilobytes) * 1024,
      processor: toMilliseconds(time),
      name: nameOf(command),
    },
  ];
}

/** "1-02:03:04", "02:03:04" and "3:04.56". */
function toMilliseconds(time: string): number {
  const [days, clock] = time.includes("-") ? time.split("-") : ["0", time];
  const seconds = (clock ?? "").split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  return (Number(days) * 86_400 + seconds) * 1000;
}

function nameOf(command: string): string {
  if (command.includes("server.mjs") || command.includes("dev-server")) return "app";
  if (command.includes("dev-store/main")) return "simulated store";
  if (/postgres/.test(command)) return "PostgreSQL";
  return "npm, scripts";
}
