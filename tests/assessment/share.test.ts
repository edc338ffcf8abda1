import { exactText, ratio } from "../../src/assessment/ratio";
import { shareOf } from "../../src/assessment/share";
import { DEFAULT_INSTRUMENT } from "../../src/instrument";

const levels = Array.from({ length: 47 }, (_, at) => (at === 1 ? null : 4));

test("the share of some indicators is their level by weight, blanks as 0, and its mean is over their own weight", () => {
  const { points, weightedMean } = shareOf(DEFAULT_INSTRUMENT, levels, [1, 2]);
  expect([exactText(points), exactText(weightedMean)]).toEqual(["0.052", "2"]);
});

test("an office without indicators has no points and no mean, and breaks nothing", () => {
  expect(shareOf(DEFAULT_INSTRUMENT, levels, [])).toEqual({ points: ratio(0), weightedMean: ratio(0) });
});
