import { makeStyles, mergeClasses } from "@fluentui/react-components";
import type { Assessment } from "../../assessment/assessment";
import { expectedIndex } from "../model/stages";
import { useType } from "../styles";
import { useWords } from "../words";

const useStyles = makeStyles({
  pair: { display: "flex", columnGap: "32px" },
  how: { marginTop: "4px" },
});

/** The claimed index beside the one that accepted evidence alone would bear. */
export function ExpectedIndex({ assessment }: { assessment: Assessment }) {
  const styles = useStyles();
  const type = useType();
  const words = useWords();
  const { claimed, accepted } = expectedIndex(assessment);
  return (
    <section>
      <div className={styles.pair}>
        <div>
          <div className={mergeClasses(type.caption, type.quiet)}>{words.t("expected.claimed")}</div>
          <div className={type.title}>{words.number(claimed)}</div>
        </div>
        <div>
          <div className={mergeClasses(type.caption, type.quiet)}>{words.t("expected.accepted")}</div>
          <div className={type.title}>{words.number(accepted)}</div>
        </div>
      </div>
      <div className={mergeClasses(type.caption, type.quiet, styles.how)}>{words.t("expected.how")}</div>
    </section>
  );
}
