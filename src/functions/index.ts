/** =SPBE.*(): associates every function with its id in functions.json. Needs nothing but the global CustomFunctions. */
import { aspect, domain, gap, index, predicate, round } from "./index-values";
import { level } from "./level";
import { plan, rank } from "./planning";
import { criteria, indicator, weight } from "./regulation";

const FUNCTIONS = {
  INDEX: index,
  PREDICATE: predicate,
  DOMAIN: domain,
  ASPECT: aspect,
  WEIGHT: weight,
  INDICATOR: indicator,
  CRITERIA: criteria,
  LEVEL: level,
  GAP: gap,
  ROUND: round,
  PLAN: plan,
  RANK: rank,
};

for (const [id, implementation] of Object.entries(FUNCTIONS)) CustomFunctions.associate(id, implementation);
