export type * from "./merge-types";
