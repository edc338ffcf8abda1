import { fill, type Locale } from "../locale";
import { pack as en } from "../locale/en/pack";
import { pack as id } from "../locale/id/pack";

/** One thing in a pack that does not close. */
export interface Defect {
  readonly code: keyof typeof id;
  readonly params: Readonly<Record<string, string | number>>;
}

export const defectText = ({ code, params }: Defect, locale: Locale): string =>
  fill((locale === "id" ? id : en)[code], params);
