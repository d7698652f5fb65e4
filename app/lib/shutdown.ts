const holder = globalThis as { aisleShutdown?: Map<string, () => Promise<unknown>> };
holder.aisleShutdown ??= new Map();
const hooks = holder.aisleShutdown;

/**
 * Registers what the server closes before the process ends, once the last answer is out. One hook a name; the last to
 * register is closed first.
 */
export function onShutdown(name: string, close: () => Promise<unknown>): void {
  hooks.set(name, close);
}
