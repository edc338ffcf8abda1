import { useEffect, useRef, useState } from "react";
import { acceptHeld, applyDecisions, mergeReturns, type EarlierMerge, type MergeDraft } from "../../assessment/merge";
import type { ReturnedFile } from "../../assessment/merge-types";
import { localTime } from "../../locale/clock";
import { deskOf, openConflicts } from "../model/merge";
import { ConflictDesk } from "../parts/conflict-desk";
import { MergeChoose } from "../parts/merge-choose";
import { MergeDone } from "../parts/merge-done";
import { MergePreview } from "../parts/merge-preview";
import { MergeReading } from "../parts/merge-reading";
import { MergeWrite } from "../parts/merge-write";
import { readReturns, type ReadProgress } from "../read-returns";
import { openReader } from "../returns-reader";
import { usePane, type AssessmentState } from "../state";

type Step =
  | { readonly kind: "choose" }
  | { readonly kind: "reading"; readonly progress: ReadProgress }
  | { readonly kind: "preview" | "decide" | "write" | "done"; readonly draft: MergeDraft };

/** Take the offices' workbooks back: choose, check, decide, write. Nothing is written before the last step. */
export default function MergeView({ state }: { state: AssessmentState }) {
  const pane = usePane();
  const [step, setStep] = useState<Step>({ kind: "choose" });
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const [earlier, setEarlier] = useState<EarlierMerge | null>(null);
  const stopped = useRef(false);
  useEffect(() => {
    let current = true;
    void pane.session.earlierMerge().then((outcome) => {
      if (current && outcome.ok) setEarlier(outcome.value);
    });
    return () => {
      current = false;
      stopped.current = true;
    };
  }, [pane]);

  const begin = (returns: readonly ReturnedFile[], known: EarlierMerge): void => {
    const { assessment: base } = state;
    const time = localTime(new Date());
    setStep({
      kind: "preview",
      draft: mergeReturns({ base, returns, earlier: known, accepted: [], decisions: [], time }),
    });
  };
  const read = async (files: readonly File[]): Promise<void> => {
    stopped.current = false;
    setSkipped([]);
    const known = await pane.session.earlierMerge();
    if (!known.ok) return pane.report(known.problem);
    const reader = await openReader();
    try {
      const returns = await readReturns(
        files,
        reader.read,
        (progress) => setStep({ kind: "reading", progress }),
        () => stopped.current,
      );
      if (returns === null) setStep({ kind: "choose" });
      else begin(returns, known.value);
    } finally {
      reader.close();
    }
  };
  const write = async (draft: MergeDraft): Promise<void> => {
    if (await pane.write("busy.merge", () => pane.session.writeMerge(draft, draft.input.decisions)))
      setStep({ kind: "done", draft });
  };

  switch (step.kind) {
    case "choose":
      return <MergeChoose earlier={earlier} onFiles={(files) => void read(files)} />;
    case "reading":
      return (
        <MergeReading
          progress={step.progress}
          onStop={() => {
            stopped.current = true;
          }}
        />
      );
    case "preview":
      return (
        <MergePreview
          draft={step.draft}
          skipped={skipped}
          onAccept={(sha256) => setStep({ kind: "preview", draft: acceptHeld(step.draft, [sha256]) })}
          onSkip={(sha256) => setSkipped([...skipped, sha256])}
          onCancel={() => setStep({ kind: "choose" })}
          onNext={() => setStep({ kind: openConflicts(step.draft).length > 0 ? "decide" : "write", draft: step.draft })}
        />
      );
    case "decide":
      return (
        <ConflictDesk
          draft={step.draft}
          conflicts={deskOf(step.draft)}
          by={state.assessment.identity.pic || state.assessment.identity.coordinator}
          onDecide={(decision, last) =>
            setStep({ kind: last ? "write" : "decide", draft: applyDecisions(step.draft, [decision]) })
          }
          onBack={() => setStep({ kind: "preview", draft: step.draft })}
          onDone={() => setStep({ kind: "write", draft: step.draft })}
        />
      );
    case "write":
      return (
        <MergeWrite
          draft={step.draft}
          onBack={() => setStep({ kind: deskOf(step.draft).length > 0 ? "decide" : "preview", draft: step.draft })}
          onWrite={() => void write(step.draft)}
        />
      );
    case "done":
      return <MergeDone draft={step.draft} onAgain={() => setStep({ kind: "choose" })} />;
  }
}
