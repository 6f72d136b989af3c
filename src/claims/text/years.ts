import type { Passage, YearPair } from '../claim.js';
import type { Collector } from '../collector.js';

const year = String.raw`(?<!\d)((?:19|20)\d{2})(?!\d)`;
const ofGrid = new RegExp(
  String.raw`\bgrid year\W{1,4}${year}|(?:(?:grid|carbon|emissions?)\s+(?:intensity|factor|average|mix|claim)|g\s?CO\S{0,6}\/kWh)[^.;]{0,60}?${year}|${year}[^.;\d]{0,30}(?:grid|carbon intensity|emissions? factor|electricity mix)`,
  'i',
);
const ofRun = new RegExp(
  String.raw`\b(?:training|run) year\W{1,4}${year}|(?:was trained|were trained|training (?:ran|took place|started|began|dates?|period|run)|trained (?:in|between|from|during)|ran (?:in|from|between))[^.;]{0,60}?${year}(?:[^.;\d]{1,40}?${year})?`,
  'i',
);

/** Years of the grid beside that of the run, where a card says both and each once. */
export function yearsIn({ passages }: Collector): readonly YearPair[] {
  const grids = passages.flatMap((passage) => found(passage, ofGrid));
  const runs = passages.flatMap((passage) => found(passage, ofRun));
  const runYears = runs.flatMap(({ years }) => years);
  const [grid] = grids;
  if (grid === undefined || runYears.length === 0 || new Set(grids.flatMap(({ years }) => years)).size > 1) return [];
  const [gridYear = 0] = grid.years;
  const run = runYears.reduce((best, candidate) => (Math.abs(candidate - gridYear) < Math.abs(best - gridYear) ? candidate : best));
  return [{ grid: gridYear, run, at: grid.passage.at }];
}

function found(passage: Passage, pattern: RegExp): readonly { readonly passage: Passage; readonly years: readonly number[] }[] {
  const match = pattern.exec(passage.text);
  const years = (match ?? []).slice(1).flatMap((text) => (text === undefined ? [] : [Number(text)]));
  return years.length === 0 ? [] : [{ passage, years }];
}
