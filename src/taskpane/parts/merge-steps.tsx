import { useWords } from "../words";
import { Stepper } from "./stepper";

/** 1 Pilih 2 Periksa 3 Putuskan 4 Tulis. */
export function MergeSteps({ at }: { at: 0 | 1 | 2 | 3 }) {
  const words = useWords();
  return (
    <Stepper
      at={at}
      steps={[
        words.t("merge.step.choose"),
        words.t("merge.step.check"),
        words.t("merge.step.decide"),
        words.t("merge.step.write"),
      ]}
    />
  );
}
