/** What can be chosen once among several, ascending in cost. */
export type Points = readonly { readonly cost: number; readonly gain: number }[];

export interface Relaxation {
  /** No choice of one point of each list that gains `need` costs less. */
  readonly bound: number;
  /** What one unit of gain costs there; 0 when nothing more is needed. */
  readonly price: number;
}

interface Rise {
  readonly cost: number;
  readonly gain: number;
}

/** Whether going straight from `before` to `after` is no dearer than by way of `middle`. */
const liesAbove = (before: Rise | undefined, middle: Rise | undefined, after: Rise): boolean =>
  before !== undefined &&
  middle !== undefined &&
  (after.cost - middle.cost) * (middle.gain - before.gain) <= (middle.cost - before.cost) * (after.gain - middle.gain);

/** The rises along the lower convex edge of a list of points, steeper and steeper. */
function risesOf(points: Points): Rise[] {
  const edge: Rise[] = [];
  for (const point of points) {
    const last = edge.at(-1);
    if (last && point.gain <= last.gain) continue;
    while (liesAbove(edge.at(-2), edge.at(-1), point)) edge.pop();
    edge.push(point);
  }
  return edge.slice(1).map((point, index) => {
    const before = edge[index] ?? point;
    return { cost: point.cost - before.cost, gain: point.gain - before.gain };
  });
}

/**
 * The linear relaxation of "choose one point of each list, gain at least `need`, at the least cost": take rises in the
 * order of their price until the need is met, the last one in part. Null when even everything together is not enough.
 */
export function relax(lists: readonly Points[], need: number): Relaxation | null {
  let cost = 0;
  let missing = need;
  const rises: Rise[] = [];
  for (const points of lists) {
    const cheapest = points[0];
    if (!cheapest) return null;
    cost += cheapest.cost;
    missing -= cheapest.gain;
    rises.push(...risesOf(points));
  }
  if (missing <= 0) return { bound: cost, price: 0 };
  rises.sort((a, b) => a.cost * b.gain - b.cost * a.gain);
  for (const rise of rises) {
    if (rise.gain >= missing) return { bound: cost + (rise.cost * missing) / rise.gain, price: rise.cost / rise.gain };
    cost += rise.cost;
    missing -= rise.gain;
  }
  return null;
}
