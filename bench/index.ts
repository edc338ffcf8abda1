/** `npm run bench`: what is measured, as ratios within one run. Name parts to run only those: npm run bench -- read plan */
import { printFunctions } from "./functions";
import { printLive } from "./live";
import { printMerge } from "./merge";
import { printPane } from "./pane";
import { printPlan } from "./plan";
import { printRead } from "./read";

const PARTS: Readonly<Record<string, () => void | Promise<void>>> = {
  // First, since its memory is measured and what the others load stays in this process.
  merge: printMerge,
  read: printRead,
  functions: printFunctions,
  plan: printPlan,
  pane: printPane,
  live: printLive,
};

async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  for (const [name, print] of Object.entries(PARTS)) if (asked.length === 0 || asked.includes(name)) await print();
}

void main();
