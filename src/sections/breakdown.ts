import type { Assessment, GridFacts, Line, Total } from '../assess/assessment.js';
import { figure } from '../units/format.js';
import type { Section, TemplateValue } from './section.js';
import { componentNames, shareText, titleOf, withInterval } from './words.js';

/** The table of lines with their totals, and the chart of them. */
export const breakdown = {
  id: 'breakdown',
  data: (assessment, { charts }) => {
    const { development, deployment, lifecycle } = assessment.totals;
    const water = assessment.lines.some((line) => line.water !== undefined);
    const market = assessment.lines.some((line) => line.emissionsMarket !== undefined);
    const rows = (side: (line: Line) => boolean): TemplateValue => assessment.lines.filter(side).map((line) => row(assessment, line));
    const groups = [
      development && { rows: rows(({ phase }) => phase !== 'deployment'), total: totalRow('Development', development) },
      deployment && { rows: rows(({ phase }) => phase === 'deployment'), total: totalRow('Deployment', deployment) },
    ].filter((group) => group !== undefined);
    return {
      groups,
      water,
      market,
      claims: market && assessment.phases.some(({ grid }) => grid?.market?.kind === 'claim'),
      lifecycle: lifecycle && totalRow('Development + deployment', lifecycle),
      interval: assessment.lines.some(({ emissions }) => emissions.low !== undefined),
      chart: charts.get('breakdown'),
    };
  },
} as const satisfies Section;

function row(assessment: Assessment, line: Line): TemplateValue {
  return {
    phase: titleOf(assessment, line),
    component: componentNames[line.component],
    energy: line.energy === undefined ? '–' : figure(line.energy).text,
    emissions: withInterval(line.emissions),
    market: marketCell(line),
    claim: line.component !== 'embodied' && gridOf(assessment, line)?.market?.kind === 'claim',
    water: line.water === undefined ? '–' : figure(line.water).text,
    share: shareText(line.share),
    basis: line.basis,
  };
}

function gridOf({ phases }: Assessment, line: Line): GridFacts | undefined {
  return phases.find(({ phase, name }) => phase === line.phase && name === line.name)?.grid;
}

function marketCell({ emissionsMarket }: Pick<Total, 'emissionsMarket'>): string {
  return emissionsMarket === undefined ? '–' : withInterval(emissionsMarket);
}

function totalRow(label: string, total: Total): TemplateValue {
  return {
    label,
    energy: total.energy === undefined ? '–' : figure(total.energy).text,
    emissions: withInterval(total.emissions),
    market: marketCell(total),
    water: total.water === undefined ? '–' : figure(total.water).text,
    share: total.emissions.value > 0 ? shareText(1) : '–',
  };
}
