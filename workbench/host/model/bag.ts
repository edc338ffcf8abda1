import type { HostObject } from "../protocol";

/**
 * An object of the model that is nothing but settings: its readable and writable properties are those of `state`,
 * `changed` hears of every write, `parts` are further members (sub-objects, methods) and come before those of `state`.
 */
export function bag<S extends object>(
  kind: string,
  state: S,
  changed: (key: keyof S) => void,
  parts: object = {},
): HostObject {
  const object: HostObject = { kind };
  for (const key of Object.keys(state) as (keyof S & string)[]) {
    if (key in parts) continue;
    Object.defineProperty(object, key, {
      enumerable: true,
      get: () => state[key],
      set: (value: S[typeof key]) => {
        state[key] = value;
        changed(key);
      },
    });
  }
  Object.defineProperties(object, Object.getOwnPropertyDescriptors(parts));
  return object;
}
