import { files } from "../locale/en/files";
import { pane } from "../locale/en/pane";
import type { Messages } from "./words";

export const messages: Messages = { ...files, ...pane };
