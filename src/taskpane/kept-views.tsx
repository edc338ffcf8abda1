import { Activity, lazy, memo, Suspense, useState, type ComponentType } from "react";
import { Waiting } from "./parts/waiting";
import type { AssessmentState, ViewName } from "./state";

/** Views in which a person works for a while before anything is in the sheet. */
const KEPT = {
  evidence: lazy(() => import("./views/evidence")),
  merge: lazy(() => import("./views/merge")),
  plan: lazy(() => import("./views/plan")),
  compare: lazy(() => import("./views/compare")),
  share: lazy(() => import("./views/share")),
} as const satisfies Partial<Record<ViewName, ComponentType<{ state: AssessmentState }>>>;

export type KeptName = keyof typeof KEPT;

export const isKept = (view: ViewName): view is KeptName => Object.hasOwn(KEPT, view);

/**
 * The kept views that were opened: what was entered stays while another view is looked at. A hidden one has no effects,
 * so it hears no keys, and is not drawn again before it is shown.
 */
export function KeptViews({ view, workbook }: { view: ViewName | null; workbook: AssessmentState }) {
  const [opened, setOpened] = useState<readonly KeptName[]>([]);
  if (view !== null && isKept(view) && !opened.includes(view)) setOpened([...opened, view]);
  return opened.map((name) => (
    <Activity key={name} mode={name === view ? "visible" : "hidden"}>
      <Suspense fallback={<Waiting />}>
        <AtRest name={name} shown={name === view} workbook={workbook} />
      </Suspense>
    </Activity>
  ));
}

const AtRest = memo(
  function Kept({ name, workbook }: { name: KeptName; shown: boolean; workbook: AssessmentState }) {
    const View = KEPT[name];
    return <View state={workbook} />;
  },
  (_, { shown }) => !shown,
);
