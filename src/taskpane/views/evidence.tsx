import { Button, makeStyles, Tab, TabList } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { Stage } from "../../assessment/assessment";
import { registerOf, evidenceId } from "../../assessment/findings/facts";
import { isOfficeWorkbook } from "../../assessment/scope";
import { CollectList } from "../parts/collect-list";
import { DocumentForm } from "../parts/document-form";
import { ImportFiles } from "../parts/import-files";
import { Page } from "../parts/page";
import { RegisterList } from "../parts/register-list";
import { StagesSection } from "../parts/stages-section";
import { usePane, type AssessmentState } from "../state";
import { useWords, type Key } from "../words";

const SECTIONS = ["register", "collect", "stages"] as const;
type Section = (typeof SECTIONS)[number];
const SECTION_KEY: Readonly<Record<Section, Key>> = {
  register: "evidenceView.register",
  collect: "evidenceView.collect",
  stages: "evidenceView.stages",
};

/** What covers the sections while it is done. */
type Step = { readonly kind: "document"; readonly id: string | null } | { readonly kind: "import" };

const useStyles = makeStyles({
  sections: { marginBottom: "16px", "@media print": { display: "none" } },
});

/** The register of evidence, what is still to be collected, and what the stages of the evaluation made of it. */
export default function EvidenceView({ state }: { state: AssessmentState }) {
  const styles = useStyles();
  const words = useWords();
  const pane = usePane();
  const [section, setSection] = useState<Section>("register");
  const [step, setStep] = useState<Step | null>(null);
  const [stage, setStage] = useState<Stage>("Dokumen");
  const tabs = useRef<HTMLDivElement>(null);
  const chosen = useRef(false);
  useEffect(() => {
    // Each section brings its own page, and the keyboard stays on the tab that was chosen.
    if (chosen.current) tabs.current?.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
    chosen.current = false;
  }, [section]);
  const { assessment } = state;
  const close = (): void => setStep(null);
  if (step?.kind === "import") return <ImportFiles assessment={assessment} onClose={close} />;
  if (step?.kind === "document")
    return (
      <DocumentForm
        key={step.id ?? ""}
        assessment={assessment}
        document={(step.id !== null && registerOf(assessment.evidence).get(evidenceId(step.id))) || null}
        onClose={close}
      />
    );
  const header = (
    <TabList
      ref={tabs}
      size="small"
      appearance="subtle-circular"
      className={styles.sections}
      selectedValue={section}
      aria-label={words.t("evidenceView.sections")}
      onTabSelect={(_, { value }) => {
        chosen.current = true;
        setSection(SECTIONS.find((one) => one === value) ?? "register");
      }}
    >
      {SECTIONS.filter((one) => one !== "stages" || !isOfficeWorkbook(assessment)).map((one) => (
        <Tab key={one} value={one}>
          {words.t(SECTION_KEY[one])}
        </Tab>
      ))}
    </TabList>
  );
  switch (section) {
    case "register":
      return (
        <Page
          primary={{ label: words.t("register.add"), onClick: () => setStep({ kind: "document", id: null }) }}
          secondary={<Button onClick={() => setStep({ kind: "import" })}>{words.t("register.import")}</Button>}
        >
          {header}
          <RegisterList assessment={assessment} onEdit={(id) => setStep({ kind: "document", id })} />
        </Page>
      );
    case "collect":
      return <CollectList assessment={assessment} header={header} />;
    case "stages":
      return (
        <Page
          primary={{
            label: words.t("stages.import"),
            onClick: () => void pane.write("busy.stage", () => pane.session.importStage(stage)),
          }}
        >
          {header}
          <StagesSection assessment={assessment} stage={stage} onStage={setStage} />
        </Page>
      );
  }
}
