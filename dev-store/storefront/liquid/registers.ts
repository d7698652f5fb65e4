import type { Context } from "liquidjs";

/** What tags and filters need to know about the page that is being rendered, besides its objects. */
export interface Registers {
  currency: string;
  /** Address of a theme's asset, or of the extension's while one of its blocks is rendered. */
  assetUrl(file: string): string;
  /** What stands in an asset, or null. */
  readAsset(file: string): string | null;
  /** The text of a key, or null when no locale file has it. */
  findText(key: string): string | null;
  query: URLSearchParams;
  path: string;
  /** What is written once a page: styles and scripts of sections, blocks and snippets. */
  written: Set<string>;
  /** The layout that `{% layout %}` named: false for none, undefined where nothing is said. */
  layout?: string | false;
}

const REGISTERS = Symbol("registers");

/** Adds the registers to the objects that every snippet and section sees. */
export function withRegisters(globals: object, registers: Registers): object {
  return { ...globals, [REGISTERS]: registers };
}

export function registersOf(context: Context): Registers {
  const registers = findRegisters(context.globals);
  if (!registers) throw new Error("A template was rendered without its registers.");
  return registers;
}

export function findRegisters(globals: object): Registers | undefined {
  return (globals as { [REGISTERS]?: Registers })[REGISTERS];
}
