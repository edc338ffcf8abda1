import { files } from "../locale/id/files";
import { pane } from "../locale/id/pane";
import type { Messages } from "./words";

export const messages: Messages = { ...files, ...pane };
