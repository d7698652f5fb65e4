import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const FOLDER = "../shared/data/hostile/xss";
export const HAS_HOSTILE_TEXTS = existsSync(FOLDER);

/** Every text of the collections of attacks on sanitisers, filters and parsers that lie beside the project. */
export function readHostileTexts(): string[] {
  const read = (name: string) => readFileSync(join(FOLDER, name), "utf8");
  const pairs = JSON.parse(read("dompurify_expect.json")) as { payload: string }[];
  const naughty = JSON.parse(read("blns.json")) as string[];
  const pages = readdirSync(join(FOLDER, "payloadsallthethings"))
    .map((name) => join("payloadsallthethings", name))
    .filter((name) => statSync(join(FOLDER, name)).isFile());
  const texts = [
    ...read("xss-payload-list.txt").split("\n"),
    ...pairs.map(({ payload }) => payload),
    ...naughty,
    ...read("h5sc_vectors.txt").split(/(?=<div id="\d+">)/),
    ...pages.flatMap((name) => read(name).split("\n")),
  ];
  return texts.filter((text) => text.trim() !== "");
}

/** The texts in so many lists of about the same length. */
export function deal<Item>(items: Item[], lists: number): Item[][] {
  const size = Math.ceil(items.length / lists);
  return Array.from({ length: lists }, (_, index) => items.slice(index * size, (index + 1) * size));
}
