import loadHighs from "highs";
import type { Highs } from "./plan-milp";

/** The other solver, for comparison. */
export const startHighs = (): Promise<Highs> => loadHighs({});
