import { makeStyles, mergeClasses, Select } from "@fluentui/react-components";
import type { TableCandidate } from "../../excel/session";
import type { ColumnRole } from "../../workbook/layout";
import { missingRoles, ROLES, type Roles } from "../model/start";
import { useRows, useType } from "../styles";
import { useWords } from "../words";

const useStyles = makeStyles({
  row: { display: "grid", gridTemplateColumns: "1fr 136px", columnGap: "8px", alignItems: "center", padding: "8px 0" },
  select: { minWidth: 0, width: "100%" },
  head: { margin: "16px 0 0" },
});

const roleOf = (value: string): ColumnRole | null => ROLES.find(({ role }) => role === value)?.role ?? null;

/** What each column of a person's own table was taken for, and the way to correct it. */
export function ColumnRoles(props: {
  candidate: TableCandidate;
  roles: Roles;
  onChange: (column: string, role: ColumnRole | null) => void;
}) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const missing = missingRoles(props.roles);
  const label = (role: ColumnRole): string => {
    const known = ROLES.find((one) => one.role === role);
    return known ? words.t(known.label) : role;
  };
  return (
    <>
      <h2 className={mergeClasses(type.strong, styles.head)}>{words.t("columns.title")}</h2>
      {props.candidate.headers.map(({ column, text, samples }) => (
        <div key={column} className={mergeClasses(styles.row)}>
          <div className={rows.grow}>
            <div className={type.anywhere}>{text || words.t("columns.noHeader")}</div>
            <div className={mergeClasses(type.caption, type.quiet, type.anywhere)}>
              {column}
              {samples.length > 0 && ` · ${samples.slice(0, 3).join(", ")}`}
            </div>
          </div>
          <Select
            size="small"
            className={styles.select}
            aria-label={words.t("columns.roleOf", { column: text || column })}
            value={props.roles[column] ?? ""}
            onChange={(_, { value }) => props.onChange(column, roleOf(value))}
          >
            <option value="">{words.t("columns.unused")}</option>
            {ROLES.map(({ role, label: key }) => (
              <option key={role} value={role}>
                {words.t(key)}
              </option>
            ))}
          </Select>
        </div>
      ))}
      {missing.length > 0 && (
        <div className={type.caption} role="alert">
          {words.t("columns.missing", { list: words.list(missing.map(label)) })}
        </div>
      )}
    </>
  );
}
