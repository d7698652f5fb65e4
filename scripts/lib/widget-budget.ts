import { brotliCompressSync, gzipSync } from "node:zlib";
import { renderEmbed } from "../../tests/widget/render-embed";

/** theme-check's bound for scripts of a theme app extension, in raw bytes. */
const MAX_FILE_BYTES = 10_000;
/** What a page carries before the shopper acts: the block's markup and the loader, each compressed by itself. */
const MAX_CLOSED_BROTLI = 1536;
/**
 * Everything that a panel needs to be typed into, to send and to stream a reply, each file compressed by itself. What else is
 * fetched may fail without taking any of that away: tests/browser/widget-core.test.ts holds it to that.
 */
const MAX_OPEN_GZIP = 10 * 1024;
export const CORE_SCRIPTS = ["launcher.js", "panel.js", "conversation.js"];

export interface WidgetWeight {
  closedBrotli: number;
  openGzip: number;
}

/** Weighs a page in a language: texts and the letters of its script differ. */
export async function weighWidget(scripts: Map<string, Uint8Array>, language: string): Promise<WidgetWeight> {
  const bytes = (name: string) => {
    const script = scripts.get(name);
    if (!script) throw new Error(`The widget has no ${name}.`);
    return script;
  };
  const page = await renderEmbed({ locale: language, pageType: "index", settings: {}, cart: "empty" });
  const core = [...CORE_SCRIPTS, `panel-${language}.js`];
  return {
    closedBrotli: brotliCompressSync(page).length + brotliCompressSync(bytes("launcher.js")).length,
    openGzip: core.reduce((sum, name) => sum + gzipSync(bytes(name)).length, 0),
  };
}

/** What weighs too much, in words; empty when nothing does. */
export async function findExcess(scripts: Map<string, Uint8Array>): Promise<string[]> {
  const excess = [...scripts]
    .filter(([, { length }]) => length >= MAX_FILE_BYTES)
    .map(([name, { length }]) => `${name} has ${length} bytes, and ${MAX_FILE_BYTES} are too many`);
  const languages = [...scripts.keys()].flatMap((name) => /^panel-(\w+)\.js$/.exec(name)?.[1] ?? []);
  for (const language of languages) {
    const { closedBrotli, openGzip } = await weighWidget(scripts, language);
    if (closedBrotli > MAX_CLOSED_BROTLI)
      excess.push(`a closed chat (${language}) takes ${closedBrotli} of ${MAX_CLOSED_BROTLI} bytes`);
    if (openGzip > MAX_OPEN_GZIP)
      excess.push(`an open chat (${language}) takes ${openGzip} of ${MAX_OPEN_GZIP} bytes`);
  }
  return excess;
}
