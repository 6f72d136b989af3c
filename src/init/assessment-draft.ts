import type { Assessment, ComponentId, Line, LineInput, PhaseFacts, State } from '../assessment/assessment.js';
import { waterInputs } from '../assessment/water.js';
import { initHeading } from '../manifest/open-questions.js';
import { cited, compute, entry, modelLines, reportLines } from './assessment-about.js';
import type { Draft } from './draft.js';
import { comment, decimal, scalar } from './yaml-text.js';

/** What is read of an assessment; whoever wrote it may have left out the rest. */
export type DraftedAssessment = Pick<Assessment, 'model' | 'phases' | 'lines' | 'states'> &
  Partial<Pick<Assessment, 'report' | 'sources' | 'software' | 'baseModels' | 'offsets'>>;

/**
 * A manifest that begins where an assessment ends: each energy, and the embodied emissions, as published there, with their intervals,
 * boundary and evidence, and the grid that they were calculated with. So the new assessment has the same energies and emissions, but
 * not those by calendar. What it was calculated from (hours × power, a PUE, a lifetime) is not rebuilt: an assessment does not have it in the form of a manifest.
 *
 * @param file Name of the assessment, for the citations.
 */
export function assessmentDraft(assessment: DraftedAssessment, file: string): Draft {
  const text = [
    `${initHeading} from ${comment(file)}.`,
    '# Energies and embodied emissions are those of the assessment, with their intervals. Replace them by records where you have them.',
    'carboncard: 1',
    ...modelLines(assessment),
    ...reportLines(assessment),
    ...baseLines(assessment),
    ...softwareLines(assessment),
    'phases:',
    ...assessment.phases.flatMap((facts) => phaseLines(assessment, facts, file)),
    '',
  ];
  return { text: text.join('\n'), openQuestions: 0 };
}

function baseLines({ baseModels = [] }: DraftedAssessment): readonly string[] {
  const ids = baseModels.flatMap(({ id }) => id ?? []);
  return ids.length === 0 ? [] : [`base_model: [${ids.map((id) => `{ id: ${JSON.stringify(id)} }`).join(', ')}]`];
}

function softwareLines({ software }: DraftedAssessment): readonly string[] {
  if (software === undefined) return [];
  return ['software:', ...(['os', 'language', 'framework'] as const).flatMap((key) => entry(key, software[key]))];
}

function phaseLines(assessment: DraftedAssessment, facts: PhaseFacts, file: string): readonly string[] {
  const isOwn = ({ phase, name }: Pick<Line, 'phase' | 'name'>): boolean => phase === facts.phase && name === facts.name;
  const lines = assessment.lines.filter(isOwn);
  const states = assessment.states.filter(isOwn);
  // A phase of which nothing is counted has nothing to take over.
  if (lines.length === 0) return [];
  const cite = `carbon footprint of ${assessment.model.name}, assessed by carboncard (${file})`;
  return [
    `  - phase: ${facts.phase}`,
    ...entry('name', facts.name, '    '),
    ...lines.flatMap((line) => componentLine(line, { states, cite: `${cite}, ${line.id}` })),
    `    system_boundary: [${lines.map(({ component }) => component).join(', ')}]`,
    ...notCountedLine(states),
    ...entry('hardware', facts.statedDevice ?? facts.device, '    '),
    ...entry('accelerators', facts.accelerators, '    '),
    ...entry('accelerator_hours', facts.acceleratorHours?.value, '    '),
    ...(facts.duration === undefined ? [] : [`    duration: ${decimal(facts.duration.value)} h`]),
    ...entry('requests', facts.requests, '    '),
    ...amountLines(assessment, facts),
    ...placeLines(facts),
    ...gridLine(assessment, facts, lines),
    ...wueLine(assessment, lines),
    ...entry('year', facts.year, '    '),
    ...(facts.started === undefined ? [] : [`    started: ${JSON.stringify(facts.started)}`]),
    ...(facts.includes === undefined ? [] : [`    includes: ${JSON.stringify(facts.includes)}`]),
    ...taskLine(facts),
  ];
}

interface LineContext {
  readonly states: readonly State[];
  readonly cite: string;
}

/** One component as published: its energy, or its emissions where it has none. */
function componentLine(line: Line, { states, cite }: LineContext): readonly string[] {
  const { component, energy, emissions, basis, boundary } = line;
  const figure = energy ?? emissions;
  const isPublished = component === 'dynamic' && energy === undefined;
  // A meter's position; `unstated` and `cradle-to-gate` are no choices of the manifest.
  const hasBoundary = component === 'dynamic' && boundary !== 'unstated' && boundary !== 'cradle-to-gate';
  const hostIsApart = states.every((state) => state.component !== 'host' || state.state !== 'included');
  const about = [
    ...(['value', 'low', 'high'] as const).flatMap((key) => {
      const number = figure[key];
      return number === undefined ? [] : [`${key}: ${decimal(number)} ${figure.unit}`];
    }),
    ...(hasBoundary ? [`boundary: ${boundary}`] : []),
    ...(component === 'idle' && hostIsApart ? ['of: reserved'] : []),
    `basis: ${basis}`,
    `cite: ${JSON.stringify(cite)}`,
  ];
  return [`    ${isPublished ? 'emissions' : keys[component]}: { ${about.join(', ')} }`];
}

const keys: Readonly<Record<ComponentId, string>> = {
  embodied: 'embodied',
  dynamic: 'energy',
  host: 'host',
  idle: 'idle',
  overhead: 'overhead',
};

function notCountedLine(states: readonly State[]): readonly string[] {
  const reasons = states.flatMap(({ component, state, reason }) =>
    state === 'counted' || reason === undefined ? [] : [`${component}: ${JSON.stringify(reason)}`],
  );
  return reasons.length === 0 ? [] : [`    not_counted: { ${reasons.join(', ')} }`];
}

function placeLines({ place }: PhaseFacts): readonly string[] {
  if (place?.cloud !== undefined && place.region !== undefined)
    return [`    cloud: ${scalar(place.cloud)}`, `    region: ${scalar(place.region)}`];
  return place?.country === undefined ? [] : [`    location: ${scalar(place.country)}`];
}

/** Tokens, operations, runs and memory: no figure follows from them here. */
function amountLines(assessment: DraftedAssessment, { tokens, flops, runs, memory }: PhaseFacts): readonly string[] {
  const key = tokens?.which === undefined ? '' : `, key: ${JSON.stringify(tokens.which)}`;
  return [
    ...(tokens === undefined ? [] : [`    tokens: { value: ${decimal(tokens.value)}${key} }`]),
    ...compute('    flops', assessment, flops),
    ...entry('runs', runs, '    '),
    ...(memory === undefined ? [] : [`    memory: ${decimal(memory.value)} ${memory.unit}`]),
  ];
}

/** The grid that the emissions and the water were calculated with, whatever the tables have now. */
function gridLine(assessment: DraftedAssessment, { grid }: PhaseFacts, lines: readonly Line[]): readonly string[] {
  if (grid === undefined) return [];
  const { market, year, zone, lifeCycle, provider, energySource } = grid;
  const water = inputOf(lines, waterInputs.offSite);
  const ofMarket = market?.kind === 'residual mix' ? 'residual_mix' : 'market';
  // The words of a table say more: `life-cycle, average, consumption mix`.
  const kind = lifeCycle?.split(',')[0];
  const basis = kind === 'life-cycle' || kind === 'direct' ? [`basis: ${kind}`] : [];
  const parts = [
    `intensity: ${cited(assessment, { ...grid.intensity, source: grid.source })}`,
    ...(market === undefined ? [] : [`${ofMarket}: ${cited(assessment, { ...market.intensity, source: market.source })}`]),
    ...(water === undefined ? [] : [`water: ${cited(assessment, water)}`]),
    ...(year === undefined ? [] : [`year: ${year}`]),
    ...(zone === undefined ? [] : [`zone: ${JSON.stringify(zone)}`]),
    ...basis,
    ...(provider === undefined ? [] : [`provider: ${JSON.stringify(provider)}`]),
    ...(energySource === undefined ? [] : [`energy_source: ${energySource}`]),
  ];
  return [`    grid: { ${parts.join(', ')} }`];
}

/** The water on site, per kWh of the machines. */
function wueLine(assessment: DraftedAssessment, lines: readonly Line[]): readonly string[] {
  const water = inputOf(lines, waterInputs.onSite);
  return water === undefined ? [] : [`    wue: ${cited(assessment, water)}`];
}

/** An input that all lines of a phase share. */
function inputOf(lines: readonly Line[], name: string): LineInput | undefined {
  return lines.flatMap(({ inputs }) => inputs).find((input) => input.name === name);
}

function taskLine({ task }: PhaseFacts): readonly string[] {
  if (task === undefined) return [];
  const { datasets, ...rest } = task;
  return [`    task: ${JSON.stringify({ ...rest, dataset: datasets })}`];
}
