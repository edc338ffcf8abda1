/**
 * Jest's order with the suites that take longest at the front, so that both workers end at about the same time. Jest finds
 * that order by itself from its last run; a fresh clone has none and would start with the largest files.
 */
const { default: Sequencer } = require("@jest/test-sequencer");
const path = require("node:path");

/** Folders and suites of ten seconds and more, slowest first. */
const SLOWEST = [
  "taskpane/gallery",
  "excel/bad-input",
  "browser/live",
  "browser/screens",
  "assessment/plan-highs",
  "browser/main-job",
  "excel/main-job",
  "excel/agreement",
  "excel/sheets",
  "excel/live",
  "browser/plan",
  "assessment/merge/xlsx",
  "browser/merge",
  "taskpane/workbench",
  "workbench/page",
  "workbook/sheets/recalculation",
  "taskpane/pane",
  "taskpane/planning",
  "cli/main-job",
  "excel/formulas",
  "excel/register-edit",
  "workbench/model",
  "files/round-trip",
];

module.exports = class SlowestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path: file, context }) => {
      const name = path.relative(path.join(context.config.rootDir, "tests"), file).split(path.sep).join("/");
      const at = SLOWEST.indexOf(name.replace(/\.test\.tsx?$/, ""));
      return at < 0 ? SLOWEST.length : at;
    };
    return [...super.sort(tests)].sort((a, b) => place(a) - place(b));
  }
};
