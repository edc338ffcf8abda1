import { useEffect, useRef, useState } from "react";
import { acceptHeld, applyDecisions, mergeReturns, type EarlierMerge } from "../../assessment/merge";
import type { ReturnedFile } from "../../assessment/merge-types";
import { localTime } from "../../locale/clock";
import { deskOf, FIRST_CONFLICT, openConflicts, type MergeWork } from "../model/merge";
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
  | { readonly kind: "preview" | "decide" | "write" | "done"; readonly work: MergeWork };

/** Take the offices' workbooks back: choose, check, decide, write. Nothing is written before the last step. */
export default function MergeView({ state }: { state: AssessmentState }) {
  const pane = usePane();
  const [step, setStep] = useState<Step>({ kind: "choose" });
  /** A merge that was left before it was written. */
  const [left, setLeft] = useState<MergeWork | null>(null);
  const [earlier, setEarlier] = useState<EarlierMerge | null>(null);
  /** Counts the readings: one that is not the latest was stopped. */
  const reading = useRef(0);
  useEffect(() => {
    let current = true;
    void pane.session.earlierMerge().then((outcome) => {
      if (current && outcome.ok) setEarlier(outcome.value);
    });
    return () => {
      current = false;
    };
  }, [pane]);

  const begin = (returns: readonly ReturnedFile[], known: EarlierMerge): void => {
    // Reading takes a while, in which the sheet may have changed.
    const { workbook } = pane.state();
    const base = workbook?.kind === "assessment" ? workbook.assessment : state.assessment;
    const time = localTime(new Date());
    const draft = mergeReturns({ base, returns, earlier: known, accepted: [], decisions: [], time });
    setLeft(null);
    setStep({ kind: "preview", work: { draft, skipped: [], desk: FIRST_CONFLICT } });
  };
  const stop = (): void => {
    reading.current += 1;
    setStep({ kind: "choose" });
  };
  const read = async (files: readonly File[]): Promise<void> => {
    const own = (reading.current += 1);
    const stopped = (): boolean => reading.current !== own;
    const known = await pane.session.earlierMerge();
    if (!known.ok) return pane.report(known.problem);
    const reader = await openReader();
    try {
      const returns = await readReturns(
        files,
        reader.read,
        (progress) => {
          if (!stopped()) setStep({ kind: "reading", progress });
        },
        stopped,
      );
      if (returns !== null) begin(returns, known.value);
    } finally {
      reader.close();
    }
  };
  const write = async (work: MergeWork): Promise<void> => {
    if (await pane.write("busy.merge", () => pane.session.writeMerge(work.draft, work.draft.input.decisions)))
      setStep({ kind: "done", work });
  };

  switch (step.kind) {
    case "choose":
      return (
        <MergeChoose
          earlier={earlier}
          left={left?.draft ?? null}
          onResume={() => left && setStep({ kind: "preview", work: left })}
          onFiles={(files) => void read(files)}
        />
      );
    case "reading":
      return <MergeReading progress={step.progress} onStop={stop} />;
    case "done":
      return <MergeDone draft={step.work.draft} onAgain={() => setStep({ kind: "choose" })} />;
  }
  const { work } = step;
  const { draft } = work;
  const go = (kind: "preview" | "decide" | "write", part: Partial<MergeWork> = {}): void =>
    setStep({ kind, work: { ...work, ...part } });
  switch (step.kind) {
    case "preview":
      return (
        <MergePreview
          draft={draft}
          skipped={work.skipped}
          onAccept={(sha256) => go("preview", { draft: acceptHeld(draft, [sha256]) })}
          onSkip={(sha256) => go("preview", { skipped: [...work.skipped, sha256] })}
          onCancel={() => {
            setLeft(work);
            setStep({ kind: "choose" });
          }}
          onNext={() => go(openConflicts(draft).length > 0 ? "decide" : "write")}
        />
      );
    case "decide":
      return (
        <ConflictDesk
          draft={draft}
          conflicts={deskOf(draft)}
          desk={work.desk}
          onDesk={(desk) => go("decide", { desk })}
          by={state.assessment.identity.pic || state.assessment.identity.coordinator}
          onDecide={(decision, desk) =>
            go(desk === null ? "write" : "decide", {
              draft: applyDecisions(draft, [decision]),
              ...(desk !== null && { desk }),
            })
          }
          onBack={() => go("preview")}
          onDone={() => go("write")}
        />
      );
    case "write":
      return (
        <MergeWrite
          draft={draft}
          onBack={() => go(deskOf(draft).length > 0 ? "decide" : "preview")}
          onWrite={() => void write(work)}
        />
      );
  }
}
