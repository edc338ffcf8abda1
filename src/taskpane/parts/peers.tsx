import { Field, makeStyles, mergeClasses, Select } from "@fluentui/react-components";
import { useState } from "react";
import { peersOfAgency } from "../../assessment/agency-rank";
import type { Assessment } from "../../assessment/assessment";
import {
  PEER_GROUPS,
  PEER_SOURCE,
  PEER_YEARS,
  rankAmong,
  type Peer,
  type PeerGroup,
  type PeerQuery,
} from "../../assessment/peers";
import { levelsOf, scoreOf } from "../../assessment/score";
import { provincesOf, wholePercent } from "../model/peers";
import { useRows, useType } from "../styles";
import { useWords, type Key } from "../words";

const GROUP_KEY: Readonly<Record<PeerGroup, Key>> = {
  pusat: "peers.group.pusat",
  provinsi: "peers.group.provinsi",
  kabupaten: "peers.group.kabupaten",
  kota: "peers.group.kota",
};

const useStyles = makeStyles({
  fields: { display: "grid", gridTemplateColumns: "1fr 96px", gap: "8px", margin: "8px 0 12px" },
  narrow: { minWidth: 0, width: "100%" },
  wide: { gridColumn: "1 / 3" },
  peer: { display: "flex", columnGap: "8px", padding: "4px 0" },
});

/** Rank among the ministry's published results, the neighbours, and what the top quarter asks. */
export function PeersBlock({ assessment }: { assessment: Assessment }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const [query, setQuery] = useState<PeerQuery>(() => peersOfAgency(assessment.identity));
  const score = scoreOf(assessment.instrument, levelsOf(assessment));
  const rank = rankAmong({ ...query, index: score.index });
  return (
    <section>
      <h2 className={type.section}>{words.t("peers.title")}</h2>
      <div className={styles.fields}>
        <Field label={words.t("peers.group")}>
          <Select
            className={styles.narrow}
            value={query.group ?? ""}
            onChange={(_, { value }) =>
              setQuery({ ...query, group: PEER_GROUPS.find((group) => group === value) ?? null, province: null })
            }
          >
            <option value="">{words.t("peers.group.all")}</option>
            {PEER_GROUPS.map((group) => (
              <option key={group} value={group}>
                {words.t(GROUP_KEY[group])}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={words.t("peers.year")}>
          <Select
            className={styles.narrow}
            value={String(query.year)}
            onChange={(_, { value }) => setQuery({ ...query, year: Number(value) })}
          >
            {PEER_YEARS.map((year) => (
              <option key={year} value={String(year)}>
                {year}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={words.t("peers.province")} className={styles.wide}>
          <Select
            className={styles.narrow}
            value={query.province ?? ""}
            onChange={(_, { value }) => setQuery({ ...query, province: value || null })}
          >
            <option value="">{words.t("peers.group.all")}</option>
            {provincesOf(query).map((province) => (
              <option key={province} value={province}>
                {province}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {rank === null ? (
        <p className={type.quiet}>{words.t("peers.none")}</p>
      ) : (
        <>
          <div className={rows.baseline}>
            <span>{words.t("peers.place")}</span>
            <span className={type.count}>{rank.rank}</span>
            <span>{words.t("peers.rank", { of: rank.of })}</span>
          </div>
          <div className={type.quiet}>
            {words.t("peers.share", {
              share: wholePercent(rank.share),
              median: words.number(rank.median),
              best: words.number(rank.best),
            })}{" "}
            {words.t(rank.toTopQuarter.numerator > 0 ? "peers.topQuarter" : "peers.inTopQuarter", {
              missing: words.number(rank.toTopQuarter),
              limit: words.number(rank.topQuarter),
            })}
          </div>
          {score.missing.length > 0 && (
            <div className={mergeClasses(type.caption, type.quiet)}>{words.t("peers.incomplete")}</div>
          )}
          <div style={{ marginTop: 8 }}>
            {rank.above && <PeerLine label={words.t("peers.above")} peers={[rank.above]} />}
            {rank.equal.length > 0 && <PeerLine label={words.t("peers.equal")} peers={rank.equal} />}
            {rank.below && <PeerLine label={words.t("peers.below")} peers={[rank.below]} />}
          </div>
        </>
      )}
      <div className={mergeClasses(type.caption, type.quiet)} style={{ marginTop: 8 }}>
        {words.t("peers.source", { source: PEER_SOURCE })}
      </div>
    </section>
  );
}

function PeerLine({ label, peers }: { label: string; peers: readonly Peer[] }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const [first] = peers;
  return (
    <div className={styles.peer}>
      <span className={mergeClasses(rows.grow, type.anywhere)}>
        <span className={type.quiet}>{label}: </span>
        {peers.map(({ name }) => name).join(", ")}
      </span>
      <span className={type.strong}>{first && words.number(first.index)}</span>
    </div>
  );
}
