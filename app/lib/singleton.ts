const holder = globalThis as { aisleSingletons?: Map<string, unknown> };
holder.aisleSingletons ??= new Map();
const instances = holder.aisleSingletons;

/** Makes `name` once a process. Module state does not survive a hot reload; connections and registries must. */
export function singleton<Value>(name: string, create: () => Value): Value {
  if (!instances.has(name)) instances.set(name, create());
  return instances.get(name) as Value;
}
