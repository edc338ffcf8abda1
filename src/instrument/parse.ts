import { checkInstrument } from "./check";
import type { Defect } from "./defect";
import { instrumentSchema } from "./schema";
import type { Instrument } from "./types";

/** A pack as an instrument, or everything that keeps it from loading. The tests ask it of every pack; nothing that ships does. */
export function parseInstrument(
  pack: unknown,
):
  { readonly ok: true; readonly instrument: Instrument } | { readonly ok: false; readonly defects: readonly Defect[] } {
  const shape = instrumentSchema.safeParse(pack);
  if (!shape.success)
    return {
      ok: false,
      defects: shape.error.issues.map(({ path, message }) => ({
        code: "pack.shape",
        params: { path: path.join("."), detail: message },
      })),
    };
  const defects = checkInstrument(shape.data);
  return defects.length === 0 ? { ok: true, instrument: shape.data } : { ok: false, defects };
}
