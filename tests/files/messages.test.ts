import { REFUSALS } from "../../src/files/refusal";
import { files as en } from "../../src/locale/en/files";
import { files as id } from "../../src/locale/id/files";

test.each([...REFUSALS, "UNREADABLE"])(
  "%s is told in both languages: what happened, what was kept, what to do",
  (code) => {
    for (const texts of [id, en] as readonly Readonly<Record<string, string>>[])
      for (const part of ["what", "kept", "next"]) expect(texts[`problem.${code}.${part}`]).toMatch(/\S.*\.$/);
  },
);
