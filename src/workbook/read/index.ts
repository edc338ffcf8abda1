/**
 * The door of reading: a grid, from whichever edge, becomes an assessment. What the layout makes uncertain is reported as
 * a repair or left blank; nothing is guessed silently.
 */
export { readAssessment } from "./read-assessment";
export type { AdoptedTable, ReadOptions } from "./options";
export { guessTable, guessTables, type TableGuess } from "./guess";
export { readAdopted } from "./adopted";
export { followAdopted, headersOf } from "./follow-adopted";
export { readEarlierMerge } from "./earlier";
export { readHistory, unreadHistory } from "./history";
export { readKept, readPlan, readTargetIndex } from "./kept";
