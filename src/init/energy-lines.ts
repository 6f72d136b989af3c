import type { LoggedPhase } from '../manifest/logged.js';
import type { Answers } from './questions.js';
import { type DraftLine, decimal, evidenceText, question } from './yaml-text.js';

/** The lines of the energy: what was measured, and what was not. */
export function energyLines(fields: LoggedPhase, answers: Answers): readonly DraftLine[] {
  const { energy, host, unmetered_hours: unmetered, cite } = fields;
  const beside = [
    ...(unmetered === undefined ? [] : [`    unmetered_hours: ${decimal(unmetered)} h`]),
    ...notCountedLines(fields, answers),
  ];
  if (host !== undefined) return [...hostLines(host, cite), ...beside];
  return [...meteredLines({ energy, cite }, answers), ...beside];
}

/** Energy of processors and memory, beside accelerators that were not read. */
function hostLines({ value, basis, instrument }: NonNullable<LoggedPhase['host']>, cite: string): readonly string[] {
  const by = instrument === undefined ? '' : `, instrument: ${instrument}`;
  return [`    host: { value: ${decimal(value)} kWh, boundary: components, basis: ${basis}${by}, cite: ${JSON.stringify(cite)} }`];
}

/** What was not measured and can't be calculated, with its reason; a device that a person gives is calculated. */
function notCountedLines({ notCounted = {} }: LoggedPhase, { hardware }: Answers): readonly string[] {
  const found = Object.entries(notCounted).filter(
    ([what, reason]) => reason !== undefined && (what !== 'dynamic' || hardware === undefined),
  );
  if (found.length === 0) return [];
  const reasons = found.map(([what, reason]) => `${what}: ${JSON.stringify(reason)}`);
  return [
    ...(found.some(([what]) => what === 'dynamic')
      ? ['    # With a known device as `hardware:`, remove `dynamic` here: it is calculated then.']
      : []),
    `    not_counted: { ${reasons.join(', ')} }`,
  ];
}

function meteredLines({ energy, cite }: Pick<LoggedPhase, 'energy' | 'cite'>, answers: Answers): readonly DraftLine[] {
  if (energy === undefined) return [question('    # energy: { value: 1.61 MWh, boundary: node }', 'was it measured')];
  const { value, low, high, boundary = answers.boundary, basis, instrument } = energy;
  const about = [
    `value: ${decimal(value)} kWh`,
    ...(low === undefined || high === undefined ? [] : [`low: ${decimal(low)} kWh, high: ${decimal(high)} kWh`]),
    ...(boundary === undefined ? [] : [`boundary: ${boundary}`]),
    `basis: ${basis}`,
    ...(instrument === undefined ? [] : [`instrument: ${instrument}`]),
    `cite: ${JSON.stringify(cite)}`,
  ];
  return [
    `    energy: { ${about.join(', ')} }`,
    ...(boundary === undefined
      ? [question('    # boundary: node', 'in `energy`: was it measured at the accelerator, components, node or facility')]
      : []),
  ];
}

/** What a whole record lists beside its energy. What it does not list is not counted, so nothing is added from defaults. */
export function wholeLines({ whole, cite }: LoggedPhase): readonly string[] {
  if (whole === undefined) return [];
  const { counted, host, idle, overhead } = whole;
  const source = `cite: ${JSON.stringify(cite)}`;
  // Beside the rest of the nodes, idle machines are those that were held without work.
  const held = host === undefined ? '' : ', of: reserved';
  return [
    ...(host === undefined ? [] : [`    host: { value: ${decimal(host.value)} kWh${evidenceText(host, ' kWh')}, ${source} }`]),
    ...(idle === undefined ? [] : [`    idle: { value: ${decimal(idle.value)} kWh${evidenceText(idle, ' kWh')}${held}, ${source} }`]),
    ...(overhead === undefined
      ? []
      : [`    overhead: { value: ${decimal(overhead.value)} kWh${evidenceText(overhead, ' kWh')}, ${source} }`]),
    `    system_boundary: [${counted.join(', ')}]`,
    '    not_counted: { embodied: "not in the report" }',
  ];
}
