import type { Assessment, ImpactCategory, Line, Total } from '../assessment/assessment.js';
import { impactCategories } from '../assessment/ids.js';
import { impactTitles } from '../assessment/impacts.js';
import type { Section, TemplateValue } from './section.js';
import { linesTable, maxLines } from './words/lines-table.js';
import { phasesTable } from './words/phases-table.js';
import { withInterval } from './words/words.js';

/** The chart of the lines and their tables: by phase and component, development and deployment apart. */
export const breakdown = {
  id: 'breakdown',
  data: (assessment, { charts }) => {
    const { development, deployment } = assessment.totals;
    const tables = [
      development && tableOf(assessment, 'development', development),
      // The table of its use says all of a deployment of one line.
      deployment && (development === undefined || linesOf(assessment, 'deployment').length > 1)
        ? tableOf(assessment, 'deployment', deployment)
        : undefined,
    ].filter((one) => one !== undefined);
    const claims = tables.some((table) => table['claims'] === true);
    return {
      tables,
      several: tables.length > 1,
      market: assessment.lines.some((line) => line.emissionsMarket !== undefined),
      claims,
      impacts: impactRows(assessment),
      chart: charts.get('breakdown'),
    };
  },
} as const satisfies Section;

function linesOf({ lines }: Assessment, side: 'development' | 'deployment'): readonly Line[] {
  return lines.filter(({ phase }) => (phase === 'deployment') === (side === 'deployment'));
}

/** Few lines have a row each; of many, each phase has a row, and the components are columns. */
function tableOf(assessment: Assessment, side: 'development' | 'deployment', total: Total): { readonly [key: string]: TemplateValue } {
  const isLong = linesOf(assessment, side).length > maxLines;
  return {
    title: side === 'development' ? 'Development' : 'Deployment',
    byPhase: isLong,
    ...(isLong ? phasesTable(assessment, side, total) : linesTable(assessment, side, total)),
  };
}

/** The further impact categories, each with its totals; nothing where none is counted. */
function impactRows({ totals: { development, deployment } }: Assessment): TemplateValue {
  const cell = (total: Total | undefined, category: ImpactCategory): string => {
    const amount = total?.impacts?.[category];
    return amount === undefined ? '–' : withInterval(amount);
  };
  const rows = impactCategories
    .filter((category) => development?.impacts?.[category] !== undefined || deployment?.impacts?.[category] !== undefined)
    .map((category) => ({
      what: impactTitles[category],
      development: cell(development, category),
      deployment: cell(deployment, category),
    }));
  return rows.length === 0 ? undefined : { rows, deployment: deployment !== undefined };
}
