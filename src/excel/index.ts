/** The door to the open workbook: everything above it goes through a session. */
export { openSession, type SessionOptions } from "./open-session";
export type { Session, WorkbookState, Written } from "./session";
