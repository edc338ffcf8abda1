import { useState } from "react";
import type { Assessment } from "../../assessment/assessment";
import { choicesOf, choicesOfListing, importOf, type FileChoice } from "../model/import-files";
import { usePane } from "../state";
import { ImportChoose } from "./import-choose";
import { ImportReview } from "./import-review";

/** File names become register rows and references, after the person has accepted them. */
export function ImportFiles({ assessment, onClose }: { assessment: Assessment; onClose: () => void }) {
  const pane = usePane();
  const [choices, setChoices] = useState<readonly FileChoice[] | null>(null);
  if (choices === null || choices.length === 0)
    return (
      <ImportChoose
        nothing={choices !== null}
        onPaths={(paths) => setChoices(choicesOf(assessment, paths))}
        onListing={(listing) => setChoices(choicesOfListing(assessment, listing))}
        onCancel={onClose}
      />
    );
  const write = async (): Promise<void> => {
    const { drafts, references } = importOf(assessment, choices);
    if (await pane.write("busy.register", () => pane.session.addEvidence(drafts, references))) onClose();
  };
  return (
    <ImportReview
      assessment={assessment}
      choices={choices}
      onChange={setChoices}
      onWrite={() => void write()}
      onBack={() => setChoices(null)}
    />
  );
}
