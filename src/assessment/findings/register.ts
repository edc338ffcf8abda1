/** V10 an evidence id used by two rows of the register. One document for several indicators is good and no finding. */
import { evidenceId, finding, type WorkbookRule } from "./facts";

export const duplicateIds: WorkbookRule = ({ assessment: { evidence }, register }) =>
  evidence
    .filter((item) => {
      const first = register.get(evidenceId(item.id));
      return first !== undefined && first !== item;
    })
    .map((item) => finding("V10", null, { at: item.cells.id, params: { id: item.id.trim() }, concerns: [item.id] }));
