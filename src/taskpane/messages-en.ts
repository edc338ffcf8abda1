import { evidence } from "../locale/en/evidence";
import { excel } from "../locale/en/excel";
import { files } from "../locale/en/files";
import { merge } from "../locale/en/merge";
import { pane } from "../locale/en/pane";
import { planning } from "../locale/en/planning";
import { repair } from "../locale/en/repair";
import { returns } from "../locale/en/returns";
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
