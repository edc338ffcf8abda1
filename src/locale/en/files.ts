import type { Catalogue } from "..";

export const files: Catalogue<typeof import("../id/files").files> = {
  "files.cut": " [cut: one cell holds at most 32,767 characters]",
};
