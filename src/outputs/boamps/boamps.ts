import type { Assessment, Line, PhaseFacts } from '../../assessment/assessment.js';
import { electricLines } from '../../assessment/coverage.js';
import type { Report } from '../../diagnostics/report.js';
import { jsonText } from '../../render/formats/json-text.js';
import { outputTexts } from '../ids.js';
import type { Output } from '../output.js';
import { headerOf } from './header.js';
import { measuresOf, qualityOf } from './measures.js';
import { messages } from './messages.js';
import { type RequiredPart, taskReport } from './task-report.js';

/**
 * BoAmps reports of the electricity, one for each phase: a report has one task, one infrastructure and one environment. The main task
 * is in `boamps.json`, each other one in a file that has its stage. Emissions have no field.
 *
 * @see https://github.com/Boavizta/BoAmps, release 1.1.0
 */
export const boamps = {
  id: 'boamps',
  render: (assessment, { report }) => {
    const tasks = tasksOf(assessment);
    const drafted = tasks.map(({ facts, lines, file }) => {
      const parts = { measures: measuresOf(lines, facts), quality: qualityOf(assessment, lines, facts) };
      return { facts, file, ...taskReport(assessment, facts, parts) };
    });
    // What is required and lacks, once for all phases.
    for (const [part, message] of Object.entries(required)) {
      const lacking = drafted.filter(({ lacks }) => lacks.includes(part as RequiredPart)).map(({ facts }) => facts.title);
      if (lacking.length > 0) report(message(lacking));
    }
    reportOthers(
      assessment,
      tasks.map(({ facts }) => facts),
      report,
    );
    return new Map(
      drafted.map(({ file, report: task, lacks }) => {
        const whole = { header: headerOf(assessment, task, lacks.length === 0), ...task };
        return [file, jsonText(whole)];
      }),
    );
  },
} as const satisfies Output;

const required = {
  family: messages.noFamily,
  dataset: messages.noDataset,
  infrastructure: messages.noInfrastructure,
  components: messages.noComponents,
} as const satisfies Readonly<Record<RequiredPart, unknown>>;

function reportOthers(
  { phases, report: { date, publisher, confidentiality } }: Assessment,
  written: readonly PhaseFacts[],
  report: Report,
): void {
  const without = phases.filter((phase) => !written.includes(phase)).map(({ title }) => title);
  if (without.length > 0) report(messages.noEnergyOfPhase(without));
  if (written.length === 0) return;
  if (date === undefined) report(messages.noDate());
  else if (publisher !== undefined && confidentiality === undefined) report(messages.noConfidentiality());
  const placeless = written.filter(({ place, grid }) => grid !== undefined && place?.country === undefined).map(({ title }) => title);
  if (placeless.length > 0) report(messages.noCountry(placeless));
}

interface Task {
  readonly facts: PhaseFacts;
  readonly lines: readonly Line[];
  readonly file: string;
}

/** The phases with electricity, in the order of the assessment, each with its file. */
function tasksOf(assessment: Assessment): readonly Task[] {
  const phases = assessment.phases
    .map((facts) => ({ facts, lines: electricLines(assessment, facts) }))
    .filter(({ lines }) => lines.length > 0);
  const main = mainOf(phases);
  const counts = new Map<string, number>();
  return phases.map((one) => {
    if (one === main) return { ...one, file: outputTexts.boamps.files };
    const count = (counts.get(one.facts.phase) ?? 0) + 1;
    counts.set(one.facts.phase, count);
    const base = outputTexts.boamps.files.replace(/\.json$/, `-${one.facts.phase}`);
    return { ...one, file: `${base}${count === 1 ? '' : `-${count}`}.json` };
  });
}

/** The phase of development with the most energy, else that of deployment. */
function mainOf<T extends Omit<Task, 'file'>>(phases: readonly T[]): T | undefined {
  const development = phases.filter(({ facts }) => facts.phase !== 'deployment');
  const energyOf = ({ lines }: T): number => lines.reduce((sum, { energy }) => sum + (energy?.value ?? 0), 0);
  return (development.length > 0 ? development : phases).toSorted((a, b) => energyOf(b) - energyOf(a))[0];
}
