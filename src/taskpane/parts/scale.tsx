import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { compare, ratio, toNumber, type Ratio } from "../../assessment/ratio";
import type { Instrument } from "../../instrument/types";
import { bandLimit, placeOnScale } from "../model/home";
import { rampStep } from "../theme";
import { useType } from "../styles";
import { useWords } from "../words";

const GAP = 2;
/** Percent of the scale within which marker and target would fall together. */
const NEAR = 3;

const useStyles = makeStyles({
  root: { position: "relative" },
  above: { position: "relative", height: "18px" },
  marker: { position: "absolute", bottom: "1px", zIndex: 1, display: "block" },
  label: { position: "absolute", bottom: "2px", whiteSpace: "nowrap" },
  bar: { position: "relative", display: "flex", height: "8px" },
  band: {
    boxSizing: "border-box",
    border: "1px solid transparent",
    "@media (forced-colors: active)": { border: "1px solid CanvasText" },
  },
  tick: {
    position: "absolute",
    top: "-16px",
    height: "28px",
    width: "2px",
    backgroundColor: tokens.colorNeutralForeground1,
    outline: `1px solid ${tokens.colorNeutralBackground1}`,
    "@media (forced-colors: active)": { backgroundColor: "CanvasText", forcedColorAdjust: "none" },
  },
  // Under the marker the tick begins at the bar, so that both are seen.
  tickBelow: { top: 0, height: "12px" },
  limits: { position: "relative", height: "16px", marginTop: "4px", color: tokens.colorNeutralForeground2 },
  limit: { position: "absolute", whiteSpace: "nowrap" },
  names: { display: "flex", marginTop: "2px" },
  name: {
    fontSize: "11px",
    lineHeight: "14px",
    textAlign: "center",
    color: tokens.colorNeutralForeground2,
    "@media (max-width: 339px)": { fontSize: "10px" },
  },
  last: { textAlign: "right" },
  current: { fontWeight: 600, color: tokens.colorNeutralForeground1 },
});

/**
 * The scale of the instrument with its bands in true proportion, the index as a triangle above and the target as a tick.
 * `open` = a lower bound: hollow triangle, no band stands out.
 */
export function Scale(props: { instrument: Instrument; value: Ratio; target: Ratio | null; open?: boolean }) {
  const { instrument, value, target, open = false } = props;
  const styles = useStyles();
  const type = useType();
  const words = useWords();
  const { bands, scale } = instrument;
  const at = (r: Ratio): number => placeOnScale(r, scale) * 100;
  const isNear = target !== null && Math.abs(at(value) - at(target)) < NEAR;
  const current = bands.findLast((band) => compare(value, bandLimit(band.from)) >= 0) ?? bands[0];
  const low = ratio(scale.min);
  const high = ratio(scale.max);
  const limits = [low, ...bands.slice(1).map(({ from }) => bandLimit(from)), high];
  const share = (from: number, to: number): number =>
    at(bandLimit(Math.min(to, scale.max * 100))) - at(bandLimit(Math.max(from, scale.min * 100)));
  const parts = {
    index: words.number(value),
    min: scale.min,
    max: scale.max,
    predicate: current?.name ?? "",
    target: target ? words.number(target) : "",
  };
  const sentence = open
    ? words.t(target ? "scale.open.target" : "scale.open", parts)
    : words.t(target ? "scale.sentence.target" : "scale.sentence", parts);
  return (
    <div role="img" aria-label={sentence} className={styles.root}>
      <div className={styles.above}>
        <svg width="12" height="8" aria-hidden className={styles.marker} style={{ left: `calc(${at(value)}% - 6px)` }}>
          <path
            d={open ? "M1 .75H11L6 7Z" : "M0 0H12L6 8Z"}
            fill={open ? "none" : "currentColor"}
            stroke={open ? "currentColor" : "none"}
            strokeWidth={1.5}
          />
        </svg>
        {target && (
          <span
            className={mergeClasses(type.caption, styles.label)}
            style={labelPlace(value, target, at(target), isNear)}
          >
            {words.t("scale.target", { target: words.number(target) })}
          </span>
        )}
      </div>
      <div className={styles.bar}>
        {bands.map((band, i) => {
          const step = rampStep(bandStep(i, bands.length));
          const last = i === bands.length - 1;
          return (
            <div
              key={band.name}
              className={styles.band}
              style={{
                width: last ? `${share(band.from, band.to)}%` : `calc(${share(band.from, band.to)}% - ${GAP}px)`,
                marginRight: last ? 0 : GAP,
                background: step.fill,
                borderColor: step.edge,
                borderRadius: `${i === 0 ? "4px" : 0} ${last ? "4px 4px" : "0 0"} ${i === 0 ? "4px" : 0}`,
              }}
            />
          );
        })}
        {target && (
          <div
            className={mergeClasses(styles.tick, isNear && styles.tickBelow)}
            style={{ left: `calc(${at(target)}% - 2px)` }}
          />
        )}
      </div>
      <div className={mergeClasses(styles.limits, type.caption)}>
        {limits.map((limit, i) => (
          <span
            key={i}
            className={styles.limit}
            style={
              i === limits.length - 1
                ? { right: 0 }
                : { left: `${at(limit)}%`, transform: i === 0 ? undefined : "translateX(-50%)" }
            }
          >
            {i === 0 || i === limits.length - 1 ? words.level(toNumber(limit)) : words.number(limit)}
          </span>
        ))}
      </div>
      <div className={styles.names}>
        {bands.map((band, i) => (
          <span
            key={band.name}
            className={mergeClasses(
              styles.name,
              i === bands.length - 1 && styles.last,
              !open && band === current && styles.current,
            )}
            style={{ width: `${share(band.from, band.to)}%` }}
          >
            {band.name}
          </span>
        ))}
      </div>
    </div>
  );
}

/** Which ink a band takes when an instrument has more or fewer than five. */
const bandStep = (index: number, count: number): number => (count <= 1 ? 3 : 1 + Math.round((index * 4) / (count - 1)));

/** Beside the tick, on the side away from the marker, unless it would leave the page. */
function labelPlace(value: Ratio, target: Ratio, place: number, isNear: boolean): { left?: string; right?: string } {
  const toTheRight = compare(value, target) < 0 ? place < 75 : place < 25;
  const away = isNear ? 8 : 0;
  return toTheRight ? { left: `calc(${place}% + ${6 + away}px)` } : { right: `calc(${100 - place}% + ${8 + away}px)` };
}
