import type { Assessment, ImpactCategory, Line, Total } from '../assessment/assessment.js';
import { componentNames } from '../assessment/component-names.js';
import { impactCategories } from '../assessment/ids.js';
import { impactTitles } from '../assessment/impacts.js';
import { phaseTitle } from '../assessment/phase-title.js';
import { formatted } from '../units/format.js';
import type { Section, TemplateValue } from './section.js';
import { shareText, withInterval } from './words/words.js';

/** The table of lines with their totals, and the chart of them. */
export const breakdown = {
  id: 'breakdown',
  data: (assessment, { charts }) => {
    const { development, deployment, lifecycle } = assessment.totals;
    const water = assessment.lines.some((line) => line.water !== undefined);
    const market = assessment.lines.some((line) => line.emissionsMarket !== undefined);
    const groups = [
      development && group(assessment, 'Development', development),
      deployment && group(assessment, 'Deployment', deployment),
    ].filter((one) => one !== undefined);
    return {
      groups,
      energy: assessment.lines.some((line) => line.energy !== undefined),
      water,
      market,
      claims: restsOnClaim(assessment, assessment.lines),
      lifecycle: lifecycle && totalRow(assessment, 'Development + deployment', lifecycle, assessment.lines),
      impacts: impactRows(assessment),
      interval: assessment.lines.some(({ emissions }) => emissions.low !== undefined),
      chart: charts.get('breakdown'),
    };
  },
} as const satisfies Section;

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

function group(assessment: Assessment, label: 'Development' | 'Deployment', total: Total): TemplateValue {
  const lines = assessment.lines.filter(({ phase }) => (phase === 'deployment') === (label === 'Deployment'));
  return { rows: lines.map((line) => row(assessment, line)), total: totalRow(assessment, label, total, lines) };
}

function row(assessment: Assessment, line: Line): TemplateValue {
  return {
    phase: phaseTitle(assessment, line),
    component: componentNames[line.component],
    energy: line.energy === undefined ? '–' : formatted(line.energy).text,
    emissions: withInterval(line.emissions),
    market: marketCell(line),
    claim: restsOnClaim(assessment, [line]),
    water: line.water === undefined ? '–' : formatted(line.water).text,
    share: shareText(line.share),
    basis: line.basis,
  };
}

/** Whether the market-based figure of any of the lines rests on a provider's claim. */
function restsOnClaim({ phases }: Assessment, lines: readonly Line[]): boolean {
  return lines.some(({ phase, name, component }) => {
    const grid = phases.find((facts) => facts.phase === phase && facts.name === name)?.grid;
    return component !== 'embodied' && grid?.market?.kind === 'claim';
  });
}

function marketCell({ emissionsMarket }: Pick<Total, 'emissionsMarket'>): string {
  return emissionsMarket === undefined ? '–' : withInterval(emissionsMarket);
}

function totalRow(assessment: Assessment, label: string, total: Total, lines: readonly Line[]): TemplateValue {
  return {
    label,
    energy: total.energy === undefined ? '–' : formatted(total.energy).text,
    emissions: withInterval(total.emissions),
    market: marketCell(total),
    claim: restsOnClaim(assessment, lines),
    water: total.water === undefined ? '–' : formatted(total.water).text,
    share: total.emissions.value > 0 ? shareText(1) : '–',
  };
}
