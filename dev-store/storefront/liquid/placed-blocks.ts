import type { Context } from "liquidjs";
import type { BlockInstance, SectionInstance } from "../theme-schema";

/** The section or block whose markup is being rendered: whose blocks `{% content_for %}` means. */
export interface Place {
  /** Unique on the page; ids of blocks inside begin with it. */
  id: string;
  instance: SectionInstance;
}

const PLACE = Symbol("place");

export function withPlace(globals: object, place: Place): object {
  return { ...globals, [PLACE]: place };
}

export function findPlace(context: Context): Place | undefined {
  return (context.globals as { [PLACE]?: Place })[PLACE];
}

/** Blocks in their order, without those that are turned off. */
export function orderedBlocks({ blocks = {}, block_order }: SectionInstance): [string, BlockInstance][] {
  return (block_order ?? Object.keys(blocks)).flatMap((key) => {
    const block = blocks[key];
    return block && !block.disabled ? [[key, block] as [string, BlockInstance]] : [];
  });
}
