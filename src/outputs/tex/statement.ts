import type { Assessment } from '../../assessment/assessment.js';
import { version } from '../../assessment/version.js';
import { asLine } from '../../render/tokens.js';
import { accountingText, withoutEnergyText } from '../../sections/words/accounting.js';
import { restsOn } from '../../sections/words/evidence.js';
import { hasOneGrid } from '../../sections/words/facts.js';
import { partsText } from '../../sections/words/parts.js';
import { useText } from '../../sections/words/use.js';
import { mainPhases, mainTotal } from '../../sections/words/words.js';
import type { Fact } from './facts.js';
import { figure, written } from './written.js';

/** The sentences of the statement, each a line; figures are macros. */
export function statementOf(assessment: Assessment, facts: readonly Fact[]): readonly string[] {
  const total = mainTotal(assessment);
  const has = (macro: string): boolean => facts.some((fact) => fact.macro === macro);
  if (total === undefined) return ['No emissions of \\carbonmodel{} are on record.'];
  const isDeveloped = assessment.totals.development !== undefined;
  const accounting = written(accountingText(assessment, mainPhases(assessment)));
  const interval = has('carboninterval') ? '90\\,\\% interval \\carboninterval{}' : 'uncertainty not assessed';
  const parts = written(asLine(partsText(assessment, mainPhases(assessment), total)));
  const colon = parts.startsWith(':') || parts.startsWith(',') ? parts : ` ${parts}`;
  const rests = restsOn(total);
  return [
    `${isDeveloped ? 'Developing' : 'Using'} \\carbonmodel{} emitted about \\carbontotal{} (${interval}; ${accounting})${parts === '' ? '' : colon}.`,
    ...(isDeveloped ? [] : ['The records do not include its development.']),
    ...(rests === undefined ? [] : [written(rests)]),
    ...resourcesOf(assessment, has),
    ...(has('carbonmarket') ? ['Market-based, it would be \\carbonmarket{}.'] : []),
    ...(assessment.offsets === undefined ? [] : ['Offsets are not subtracted.']),
    ...useOf(assessment, has),
    ...(has('carbonbasemodels') ? ['\\carbonbasemodels{}'] : []),
    ...(has('carbonnotcounted') ? ['\\carbonnotcounted{}'] : []),
    `This is a screening carbon footprint by carboncard ${version} with factor tables ${written(assessment.method.factors)}.`,
  ];
}

/** What it took: electricity, hours, machines, place and grid, as far as they are known. */
function resourcesOf(assessment: Assessment, has: (macro: string) => boolean): readonly string[] {
  const side = assessment.totals.development === undefined ? 'use' : 'development';
  const without = withoutEnergyText(assessment, mainPhases(assessment));
  const electricity = `\\carbonenergy{} of electricity${without === undefined ? '' : ` (${written(without)})`}`;
  const took = [has('carbonenergy') ? electricity : undefined, has('carbonhours') ? '\\carbonhours{}' : undefined]
    .filter((part) => part !== undefined)
    .join(' and ');
  const on = has('carbonhardware') ? ' on \\carbonhardware{}' : '';
  if (took === '') return has('carbonhardware') ? [`The hardware of its ${side}: \\carbonhardware{}.`] : [];
  const where = has('carbonplaces') ? ' in \\carbonplaces{}' : '';
  const grid = has('carbongrid') ? (hasOneGrid(assessment) ? ' (grid: \\carbongrid{}).' : '. Grids: \\carbongrid{}.') : '.';
  return [`Its ${side} took ${took}${on}${where}${grid}`];
}

/** The sentence on use: what it emitted is in the first sentence where there is no development. */
function useOf(assessment: Assessment, has: (macro: string) => boolean): readonly string[] {
  const use = useText(assessment);
  if (use === undefined) return [];
  const isMain = assessment.totals.development === undefined;
  const perRequestInterval = has('carbonperrequestinterval') ? ' (90\\,\\% interval \\carbonperrequestinterval{})' : '';
  if (isMain) return has('carbonperrequest') ? [`Each request emits about \\carbonperrequest{}${perRequestInterval}.`] : [];
  const from = typeof use['from'] === 'string' && use['from'] !== '' ? `, from ${written(use['from'])}` : '';
  const period = has('carbonuseperiod') ? ' in \\carbonuseperiod{}' : '';
  if (has('carbonperrequest'))
    return [
      `Each request emits about \\carbonperrequest{}${perRequestInterval}${from}; \\carbonrequests{}${period} emitted \\carbonuse{}.`,
    ];
  const perPhase = use['perPhase'];
  if (typeof perPhase === 'string')
    return [`Each request emits about ${written(asLine(perPhase))}${from}; use${period} emitted \\carbonuse{}.`];
  const perTokens = use['perTokens'];
  const tokens =
    typeof perTokens === 'object' && 'emissions' in perTokens
      ? `, ${figure(String(perTokens['emissions']))} for 1,000 ${written(asLine(`${perTokens['which'] ?? ''} tokens`))}`
      : '';
  return [`Use${period} emitted about \\carbonuse{}${from}${tokens}.`];
}
