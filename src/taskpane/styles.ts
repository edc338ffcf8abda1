import { makeStyles, tokens } from "@fluentui/react-components";

/** The pane's type sizes and rows, so that every view uses the same few. Sizes in px; space in fours. */
export const useType = makeStyles({
  caption: { fontSize: "12px", lineHeight: "16px" },
  body: { fontSize: "14px", lineHeight: "20px" },
  strong: { fontSize: "14px", lineHeight: "20px", fontWeight: 600 },
  section: { fontSize: "16px", lineHeight: "22px", fontWeight: 600, margin: 0 },
  title: { fontSize: "20px", lineHeight: "28px", fontWeight: 600, margin: 0 },
  count: { fontSize: "32px", lineHeight: "40px", fontWeight: 600 },
  result: { fontSize: "40px", lineHeight: "48px", fontWeight: 600 },
  index: {
    fontSize: "64px",
    lineHeight: "72px",
    fontWeight: 600,
    letterSpacing: "-0.02em",
    // Without it the host paints a plate behind the figure that covers the line above.
    "@media (forced-colors: active)": { forcedColorAdjust: "none", color: "CanvasText" },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  number: { whiteSpace: "nowrap" },
  right: { textAlign: "right" },
  anywhere: { overflowWrap: "anywhere" },
  plain: { margin: 0 },
});

export const useRows = makeStyles({
  row: { display: "flex", alignItems: "center", columnGap: "8px" },
  top: { display: "flex", alignItems: "flex-start", columnGap: "8px" },
  baseline: { display: "flex", alignItems: "baseline", columnGap: "8px", flexWrap: "wrap" },
  links: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: "16px",
    rowGap: "4px",
    marginTop: "4px",
  },
  grow: { flexGrow: 1, flexShrink: 1, flexBasis: "0", minWidth: 0 },
  stack: { display: "flex", flexDirection: "column", rowGap: "12px" },
  rule: { height: 0, border: "none", borderTop: `1px solid ${tokens.colorNeutralStroke2}`, margin: "16px 0" },
  quietPanel: {
    backgroundColor: tokens.colorSubtleBackgroundHover,
    borderRadius: "4px",
    padding: "8px 12px",
    // The plain link colour is too faint on this ground in dark.
    "& .fui-Link": { color: tokens.colorBrandForegroundLinkHover },
    "@media (forced-colors: active)": { border: "1px solid CanvasText", "& .fui-Link": { color: "LinkText" } },
  },
  lined: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: "12px 0" },
  bare: {
    appearance: "none",
    backgroundColor: "transparent",
    border: "none",
    color: "inherit",
    font: "inherit",
    textAlign: "left",
    padding: 0,
    margin: 0,
    width: "100%",
    cursor: "pointer",
    borderRadius: "4px",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
    ":hover": { color: tokens.colorNeutralForeground1Hover },
  },
});
