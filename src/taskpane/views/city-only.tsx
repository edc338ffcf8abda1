import { mergeClasses } from "@fluentui/react-components";
import { Page } from "../parts/page";
import { usePane, type ViewName } from "../state";
import { useType } from "../styles";
import { useWords, type Key } from "../words";

/** Views that need all indicators, while the workbook holds one office's. */
export const CITY_VIEWS = { merge: "tab.merge", plan: "tab.plan", compare: "tab.compare", share: "tab.share" } as const;

export const isCityView = (view: ViewName): view is keyof typeof CITY_VIEWS => Object.hasOwn(CITY_VIEWS, view);

/** What stands there instead, in one sentence. */
export function CityOnly({ name, opd }: { name: Key; opd: string }) {
  const type = useType();
  const words = useWords();
  const pane = usePane();
  return (
    <Page primary={{ label: words.t("next.home"), onClick: () => pane.open("home") }}>
      <h1 className={type.title}>{words.t(name)}</h1>
      <p className={mergeClasses(type.quiet, type.anywhere)} style={{ margin: "4px 0 0" }}>
        {words.t("office.cityOnly", { view: words.t(name), opd })}
      </p>
    </Page>
  );
}
