import type { Assessment } from '../../assessment/assessment.js';
import { inputBases } from '../../assessment/ids.js';
import { grouped, THIN } from '../../units/format.js';
import { listed } from '../../units/listed.js';
import type { ChartContent } from '../chart.js';
import { withNamedInterval } from '../emission-scale.js';
import type { MarkFact } from '../facts.js';
import { framed } from '../frame.js';
import { gridSources, poweredPhases } from '../grid-sources.js';
import { modelName } from '../names.js';
import { type Sheet, sheets } from '../sheet.js';
import { contributionBars } from './bars.js';
import { type Row, rowsOf } from './rows.js';
import { contributionsAlt, contributionsLongAlt, contributionsTitle } from './title.js';

/** What to measure next: the share of each input in the variance of the total. */
export const contributions = { id: 'contributions', content } as const;

function content(assessment: Assessment): ChartContent | undefined {
  // With one input there is nothing to compare.
  if ((assessment.contributions ?? []).length < 2) return undefined;
  const { development, deployment } = assessment.totals;
  const total = development ?? deployment;
  if (total === undefined) return undefined;
  const side = development === undefined ? 'deployment' : 'development';
  const rows = rowsOf(assessment);
  const title = contributionsTitle(rows);
  const alt = contributionsAlt(rows, title);
  const own = poweredPhases(assessment).filter(({ phase }) => (phase === 'deployment') === (side === 'deployment'));
  const words = {
    alt,
    title,
    subtitle: `Share of each input in the variance of the ${side} total of ${modelName(assessment)}, ${withNamedInterval(total.emissions)}`,
    footer: [...notes(assessment, rows), ...gridSources(assessment, own)],
  };
  const laidOut = (sheet: Sheet) => framed(sheet, { ...words, ...contributionBars(rows, sheet) });
  const longAlt = contributionsLongAlt(assessment, rows, { title, side });
  return {
    id: 'contributions',
    title,
    alt,
    longAlt,
    facts: { inputs: rows.map(factOf) },
    spec: laidOut(sheets.print),
    screen: laidOut(sheets.screen),
  };
}

/** What a bar shows. */
function factOf({ name, phases, value, kind, label }: Row): MarkFact {
  const about = [value, kind === 'several' ? undefined : kind].filter((word) => word !== undefined);
  return {
    name: phases === undefined ? name : `${name} (${phases})`,
    value: `${label} of the variance${about.length === 0 ? '' : `; ${about.join(', ')}`}`,
  };
}

/** What the shades of the bars mean, and how the shares were computed. */
function notes({ method }: Assessment, rows: readonly Row[]): readonly string[] {
  const has = (kind: Row['kind']): boolean => rows.some((row) => row.kind === kind);
  const others = inputBases.filter((basis) => basis !== 'assumed' && has(basis));
  const key = [
    ...(has('assumed') ? ['Light bars: assumed values; give your own to replace them.'] : []),
    ...(has('assumed') && others.length > 0 ? [`Dark bars: ${listed(others)} values.`] : []),
  ];
  const samples =
    method.draws === undefined ? [] : [`First-order shares from ${grouped(method.draws, 0)} seeded samples; 90${THIN}% ranges.`];
  const words = [...key, ...samples];
  return words.length === 0 ? [] : [words.join(' ')];
}
