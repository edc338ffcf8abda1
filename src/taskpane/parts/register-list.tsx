import { Button, Input, makeStyles, mergeClasses, Select } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { Assessment } from "../../assessment/assessment";
import { isOfficeWorkbook } from "../../assessment/scope";
import {
  filteredRegister,
  registerRows,
  STATUS_FILTERS,
  statusCounts,
  type RegisterFilter,
  type StatusFilter,
} from "../model/register";
import { useRows, useType } from "../styles";
import { useWords, type Key } from "../words";
import { ExpectedIndex } from "./expected-index";
import { OfficeSelect } from "./office-select";
import { RegisterItem } from "./register-item";
import { STATUS_KEY } from "./status-select";

const FIRST = 30;

const FILTER_KEY: Readonly<Record<StatusFilter, Key>> = {
  ...STATUS_KEY,
  "": "register.filter.all",
  none: "register.filter.none",
  expired: "register.filter.expired",
  unused: "register.filter.unused",
};

const useStyles = makeStyles({
  filters: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: "8px", marginTop: "16px" },
  narrow: { minWidth: 0, width: "100%" },
  wide: { gridColumn: "1 / 3" },
  list: { listStyle: "none", margin: 0, padding: 0 },
  count: { margin: "8px 0" },
});

/** The register: what there is, in which state, and what each document unlocks. */
export function RegisterList({ assessment, onEdit }: { assessment: Assessment; onEdit: (id: string) => void }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const [filter, setFilter] = useState<RegisterFilter>({ status: "", opd: "", query: "" });
  const [shown, setShown] = useState(FIRST);
  const all = useMemo(() => registerRows(assessment), [assessment]);
  const found = filteredRegister(all, filter);
  const counts = statusCounts(all, filter.opd);
  const change = (part: Partial<RegisterFilter>): void => {
    setFilter({ ...filter, ...part });
    setShown(FIRST);
  };
  return (
    <>
      {!isOfficeWorkbook(assessment) && <ExpectedIndex assessment={assessment} />}
      {all.length === 0 ? (
        <>
          <hr className={rows.rule} />
          <p className={type.plain}>{words.t("register.empty")}</p>
        </>
      ) : (
        <>
          <div className={styles.filters}>
            <Input
              size="small"
              className={mergeClasses(styles.narrow, styles.wide)}
              type="search"
              aria-label={words.t("register.search")}
              placeholder={words.t("register.search")}
              value={filter.query}
              onChange={(_, { value }) => change({ query: value })}
            />
            <Select
              size="small"
              className={styles.narrow}
              aria-label={words.t("register.status")}
              value={filter.status}
              onChange={(_, { value }) => change({ status: STATUS_FILTERS.find((one) => one === value) ?? "" })}
            >
              {STATUS_FILTERS.filter((status) => status === filter.status || counts.get(status) !== 0).map((status) => (
                <option key={status} value={status}>
                  {words.t("register.filter.count", {
                    name: words.t(FILTER_KEY[status]),
                    n: counts.get(status) ?? 0,
                  })}
                </option>
              ))}
            </Select>
            <OfficeSelect
              className={styles.narrow}
              assessment={assessment}
              value={filter.opd}
              onChange={(opd) => change({ opd })}
            />
          </div>
          <div role="status" className={mergeClasses(type.caption, type.quiet, styles.count)}>
            {found.length === 0 ? words.t("register.filtered") : words.t("register.count", { n: found.length })}
          </div>
          <ul className={styles.list}>
            {found.slice(0, shown).map((row, place) => (
              <RegisterItem
                key={row.document.cells.id?.cell ?? place}
                row={row}
                onEdit={() => onEdit(row.document.id)}
              />
            ))}
          </ul>
          {found.length > shown && (
            <Button size="small" onClick={() => setShown(shown + FIRST)}>
              {words.t("register.more", { n: Math.min(FIRST, found.length - shown) })}
            </Button>
          )}
        </>
      )}
    </>
  );
}
