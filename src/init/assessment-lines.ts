import type { ComponentId, EmbodiedAlternative, LineInput, State } from '../assessment/assessment.js';
import { lineId } from '../assessment/line.js';
import { inputName, largestUnknown } from '../assessment/stated/largest-unknown.js';
import type { StatedLine } from '../assessment/stated/stated.js';
import { isOfMeter } from './assessment-about.js';
import { decimal } from './yaml-text.js';

/** The lines of one phase, and what they are drafted with. */
export interface DraftedLines {
  readonly lines: readonly StatedLine[];
  readonly states: readonly State[];
  /** Embodied emissions by the other convention. */
  readonly alternatives: readonly EmbodiedAlternative[];
  /** Share of the phase that counts for the model: the lines are of that share, the records of a manifest are of the whole. */
  readonly share: number | undefined;
  readonly cite: string;
  /** Names of unknowns that several lines of the assessment have. */
  readonly unknowns: ReadonlySet<string>;
}

/** What several lines are most unsure by, such as a default load. */
export function sharedUnknowns(lines: readonly StatedLine[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  const work = new Map(lines.flatMap((line) => (line.component === 'dynamic' ? [[phaseOf(line), line]] : [])));
  for (const line of lines) {
    const name = unknownOf(line, work.get(phaseOf(line)));
    if (name === undefined) continue;
    if (seen.has(name)) shared.add(name);
    seen.add(name);
  }
  return shared;
}

/** What a line is most unsure by; a host with a least power, by what its work is. */
function unknownOf(line: StatedLine, work: StatedLine | undefined): string | undefined {
  return largestUnknown(line.component === 'host' ? (work ?? line) : line);
}

function phaseOf({ phase, name }: StatedLine): string {
  return JSON.stringify([phase, name]);
}

/** The components as published: the energy of each, or its emissions where it has none. */
export function componentLines(drafted: DraftedLines): readonly string[] {
  return drafted.lines.map((line) => `    ${ratioText(line, drafted) ?? figureText(line, drafted)}`);
}

/** Two numbers that are the same but for the error of an addition. */
function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.abs(b);
}

/**
 * The host as a share of the work, and the overhead by the PUE, where that is how they were calculated: so they stay as unsure together
 * as they were. Nothing where it is another record.
 */
function ratioText(line: StatedLine, { lines, cite }: DraftedLines): string | undefined {
  const dynamic = lines.find(({ component }) => component === 'dynamic');
  const kWh = line.energy?.value;
  if (line.component === 'host') {
    const isInside = dynamic?.boundary === 'node' || dynamic?.boundary === 'facility';
    if (kWh === undefined || dynamic?.energy === undefined || isInside) return undefined;
    // A host that takes a least power at any load is no share of the work where the load is low.
    const isFloored = inputOf(line, 'least host share') !== undefined;
    const share = isFloored ? undefined : inputOf(line, 'host share');
    return share !== undefined && isSame(share.value * dynamic.energy.value, kWh) ? ratio('host_share', share, line, cite) : undefined;
  }
  const pue = line.component === 'overhead' ? pueOf(lines) : undefined;
  return pue === undefined ? undefined : ratio('pue', pue, line, cite);
}

/** The PUE, where the overhead is what it adds to the electricity that is counted. */
function pueOf(lines: readonly StatedLine[]): LineInput | undefined {
  const overhead = lines.find(({ component }) => component === 'overhead');
  const pue = overhead && inputOf(overhead, 'PUE');
  const cooled = lines.reduce((sum, { component, energy }) => sum + (component === 'overhead' ? 0 : (energy?.value ?? 0)), 0);
  return pue !== undefined && isSame((pue.value - 1) * cooled, overhead?.energy?.value ?? Number.NaN) ? pue : undefined;
}

/** The only input of a name. */
function inputOf({ inputs = [] }: StatedLine, name: string): LineInput | undefined {
  const [first, ...others] = inputs.filter((one) => one.name === name);
  return others.length === 0 ? first : undefined;
}

function ratio(key: 'host_share' | 'pue', input: LineInput, { basis }: StatedLine, cite: string): string {
  const { value, low, high } = input;
  const range = low === undefined || high === undefined ? [] : [`low: ${decimal(low)}`, `high: ${decimal(high)}`];
  const evidence = basis === undefined ? [] : [`basis: ${basis}`];
  // Two phases with one PUE have one unknown without more words.
  const unknown = key === 'pue' ? [] : [`unknown: ${JSON.stringify(inputName(input))}`];
  return `${key}: { ${[`value: ${decimal(value)}`, ...range, ...evidence, ...unknown, `cite: ${JSON.stringify(cite)}`].join(', ')} }`;
}

function figureText(line: StatedLine, { lines, states, alternatives, share = 1, cite, unknowns }: DraftedLines): string {
  const { component, energy, emissions, basis, boundary } = line;
  const figure = energy ?? emissions;
  const isPublished = component === 'dynamic' && energy === undefined;
  // A meter of the facility includes the overhead, which the PUE splits off again.
  const isSplit = component === 'dynamic' && boundary === 'facility' && lines.some((other) => other.component === 'overhead');
  const pue = isSplit ? pueOf(lines) : undefined;
  const scale = (pue?.value ?? 1) / share;
  // A meter's position; `unstated` and `cradle-to-gate` are no choices of the manifest, and an overhead beside it is outside the meter.
  const hasBoundary = component === 'dynamic' && isOfMeter(boundary) && (!isSplit || pue !== undefined);
  const hostIsApart = states.every((state) => state.component !== 'host' || state.state !== 'included');
  const calendar = alternatives.find((one) => component === 'embodied' && one.convention === 'calendar' && one.line === idOf(line));
  const unknown = unknownOf(
    line,
    lines.find((one) => one.component === 'dynamic'),
  );
  const hasRange = figure.low !== undefined && figure.high !== undefined;
  const about = [
    `value: ${decimal(figure.value * scale)} ${figure.unit}`,
    ...(hasRange ? (['low', 'high'] as const).map((key) => `${key}: ${decimal((figure[key] ?? 0) * scale)} ${figure.unit}`) : []),
    ...(calendar === undefined ? [] : [`by_calendar: ${decimal(calendar.emissions.value * scale)} ${calendar.emissions.unit}`]),
    ...(hasBoundary ? [`boundary: ${boundary}`] : []),
    ...(component === 'idle' && hostIsApart ? ['of: reserved'] : []),
    ...(basis === undefined ? [] : [`basis: ${basis}`]),
    ...(unknown === undefined || isPublished || !hasRange || !unknowns.has(unknown) ? [] : [`unknown: ${JSON.stringify(unknown)}`]),
    `cite: ${JSON.stringify(`${cite}, ${idOf(line)}`)}`,
  ];
  return `${isPublished ? 'emissions' : keys[component]}: { ${about.join(', ')} }`;
}

/** The id of a line, as an assessment makes it. */
function idOf(line: StatedLine): string {
  return line.id ?? lineId(line);
}

const keys: Readonly<Record<ComponentId, string>> = {
  embodied: 'embodied',
  dynamic: 'energy',
  host: 'host',
  idle: 'idle',
  overhead: 'overhead',
};

export function notCountedLine(states: readonly State[]): readonly string[] {
  const reasons = states.flatMap(({ component, state, reason }) =>
    state === 'counted' || reason === undefined ? [] : [`${component}: ${JSON.stringify(reason)}`],
  );
  return reasons.length === 0 ? [] : [`    not_counted: { ${reasons.join(', ')} }`];
}
