import type { Assessment } from '../../assessment/assessment.js';
import { componentNames } from '../../assessment/component-names.js';
import { impactsText } from '../../assessment/impacts.js';
import { phaseTitle } from '../../assessment/phase-title.js';
import { accountingText } from '../../sections/words/accounting.js';
import { distinct, intervalText, mainPhases, mainTotal } from '../../sections/words/words.js';
import { formatted, plain } from '../../units/format.js';
import { assumptionPhrase } from './assumption-phrases.js';
import type { DiagnosticId } from './diagnostic-ids.js';

/** Comparisons with totals of tools and authors, which assume nothing. */
const notAssumed: readonly DiagnosticId[] = ['own-total', 'reported-total', 'reported-total-boundary'];

/** What a person wants to know when a report is written, a line each. */
export interface Summary {
  readonly total: string;
  readonly interval: string;
  readonly largest: readonly string[];
  /** The further impact categories, where some are counted. */
  readonly impacts?: string | undefined;
  readonly assumed: string;
}

export function summaryOf(assessment: Assessment): Summary {
  const total = mainTotal(assessment);
  const side = assessment.totals.development === undefined ? 'deployment' : 'development';
  const impacts = total && impactsText(total);
  const interval = total && intervalText(total.emissions);
  const own = assessment.lines.filter(({ phase }) => (phase === 'deployment') === (side === 'deployment'));
  const largest = [...own].sort((a, b) => b.emissions.value - a.emissions.value).slice(0, 2);
  const notes = assessment.diagnostics.filter(({ severity, id }) => severity === 'note' && !notAssumed.some((known) => known === id));
  const assumed = distinct(notes.map(({ id }) => assumptionPhrase(id)));
  return {
    total: plain(
      `${assessment.model.name}: ${total === undefined ? 'nothing counted' : formatted(total.emissions).text} (${side}, ${accountingText(assessment, mainPhases(assessment))})`,
    ),
    interval: plain(
      interval === undefined ? 'Uncertainty not assessed: not every input has a range' : `90 % interval ${interval}, for what is counted`,
    ),
    largest: largest.map((line) =>
      plain(`${phaseTitle(assessment, line)}, ${componentNames[line.component].toLowerCase()}: ${formatted(line.emissions).text}`),
    ),
    impacts: impacts && `${plain(impacts)} (of electricity alone)`,
    assumed: assumed.length === 0 ? 'nothing' : `${assumed.join(', ')} (in the report, under Assumptions)`,
  };
}
