import { evidence } from "../locale/id/evidence";
import { excel } from "../locale/id/excel";
import { files } from "../locale/id/files";
import { merge } from "../locale/id/merge";
import { pane } from "../locale/id/pane";
import { planning } from "../locale/id/planning";
import { repair } from "../locale/id/repair";
import { returns } from "../locale/id/returns";
import type { Messages } from "./words";

export const messages: Messages = {
  ...excel,
  ...files,
  ...merge,
  ...repair,
  ...pane,
  ...planning,
  ...returns,
  ...evidence,
};
