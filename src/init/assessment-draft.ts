import type { Line, LineInput } from '../assessment/assessment.js';
import type { StatedAssessment, StatedLine, StatedPhase } from '../assessment/stated/stated.js';
import { waterInputs } from '../assessment/water.js';
import { initHeading } from '../manifest/open-questions.js';
import { baseLines, cited, compute, type Drafted, entry, modelLines, reportLines } from './assessment-about.js';
import { componentLines, notCountedLine, sharedUnknowns } from './assessment-lines.js';
import type { Draft } from './draft.js';
import { comment, type DraftLine, decimal, lineText, question, scalar } from './yaml-text.js';

/** Formats that a manifest is drafted from, by what they say of an assessment. */
export type DraftedFormat = 'assessment' | 'boamps';

const headings: Readonly<Record<DraftedFormat, readonly string[]>> = {
  assessment: [
    'Energies and embodied emissions are those of the assessment, with their intervals. Replace them by records where you have them.',
  ],
  boamps: [
    'Energies and the grid are those of the report, with the error of its quality. A line that ends with a question mark is an open question.',
    'A BoAmps report has no field for emissions of making the hardware, market-based emissions, water and offsets, and none for the',
    'intervals of the measures and of the grid, tokens, and more than one base model. What was stated of them is not here.',
  ],
};

/** What a BoAmps report does not say of a phase. */
function openLines({ phase, started, year }: StatedPhase): readonly DraftLine[] {
  return [
    ...((started ?? year) === undefined ? [question('    # year: 2023', 'when')] : []),
    ...(phase === 'deployment' ? [] : [question('    # includes: restarts', 'do the hours include failed or restarted runs')]),
  ];
}

/**
 * A manifest that begins where an assessment ends: each energy, and the embodied emissions, as published there, with their intervals,
 * boundary and evidence, and the grid that they were calculated with. So the new assessment has the same energies and emissions. What
 * the energy was calculated from (hours × power, a lifetime) is not rebuilt: an assessment does not have it in the form of a manifest.
 *
 * @param file Name of the assessment, for the citations.
 * @param format What the file is, where it has less than an assessment.
 */
export function assessmentDraft(assessment: StatedAssessment, file: string, format: DraftedFormat = 'assessment'): Draft {
  const drafted: Drafted = { assessment, file };
  const unknowns = sharedUnknowns(assessment.lines);
  const lines: readonly DraftLine[] = [
    `${initHeading} from ${comment(file)}.`,
    ...headings[format].map((line) => `# ${line}`),
    'carboncard: 1',
    ...modelLines(drafted),
    ...reportLines(drafted),
    ...baseLines(drafted),
    ...softwareLines(assessment),
    ...useLines(drafted),
    'phases:',
    ...assessment.phases.flatMap((facts) => [...phaseLines(drafted, facts, unknowns), ...(format === 'boamps' ? openLines(facts) : [])]),
    '',
  ];
  return { text: lines.map(lineText).join('\n'), openQuestions: lines.filter((line) => typeof line !== 'string').length };
}

/** The load that the manifest of the assessment gave; that of a period follows from the deployment. */
function useLines(drafted: Drafted): readonly string[] {
  const load = drafted.assessment.useAgainstDevelopment?.load;
  const { requests, tokens, which, source } = load ?? {};
  const given = requests ?? tokens;
  if (load?.from !== 'use' || given === undefined) return [];
  const key = which === undefined ? [] : [`key: ${scalar(which)}`];
  return [
    `use: { ${requests === undefined ? 'tokens' : 'requests'}: ${cited(drafted, { ...given, source }, requests === undefined ? key : [])} }`,
  ];
}

function softwareLines({ software }: StatedAssessment): readonly string[] {
  if (software === undefined) return [];
  const lines = (['os', 'language', 'framework'] as const).flatMap((key) => entry(key, software[key]));
  return lines.length === 0 ? [] : ['software:', ...lines];
}

function phaseLines(drafted: Drafted, stated: StatedPhase, unknowns: ReadonlySet<string>): readonly string[] {
  const facts = ofWholePhase(stated);
  const { lines: all, states: allStates = [], embodiedAlternatives = [], model } = drafted.assessment;
  const isOwn = ({ phase, name }: Pick<Line, 'phase' | 'name'>): boolean => phase === facts.phase && name === facts.name;
  const lines = all.filter(isOwn);
  const states = allStates.filter(isOwn);
  // A phase of which nothing is counted has nothing to take over.
  if (lines.length === 0) return [];
  const cite = `carbon footprint of ${model.name}, assessed by carboncard (${drafted.file})`;
  return [
    `  - phase: ${facts.phase}`,
    ...entry('name', facts.name, '    '),
    ...componentLines({ lines, states, alternatives: embodiedAlternatives, share: facts.share, cite, unknowns }),
    `    system_boundary: [${lines.map(({ component }) => component).join(', ')}]`,
    ...notCountedLine(states),
    ...entry('share', facts.share, '    '),
    ...entry('hardware', facts.statedDevice ?? facts.device, '    '),
    ...entry('accelerators', facts.accelerators, '    '),
    ...entry('accelerator_hours', facts.acceleratorHours?.value, '    '),
    ...(facts.duration === undefined ? [] : [`    duration: ${decimal(facts.duration.value)} h`]),
    ...entry('requests', facts.requests, '    '),
    ...amountLines(drafted, facts),
    ...placeLines(facts),
    ...gridLine(drafted, facts, lines),
    ...wueLine(drafted, lines),
    ...entry('year', facts.year, '    '),
    ...(facts.started === undefined ? [] : [`    started: ${JSON.stringify(facts.started)}`]),
    ...(facts.includes === undefined ? [] : [`    includes: ${JSON.stringify(facts.includes)}`]),
    ...taskLine(facts),
  ];
}

/** A manifest gives hours, requests, tokens and operations of the whole phase, and the share of it; the facts are this model's. */
function ofWholePhase(facts: StatedPhase): StatedPhase {
  const { share, acceleratorHours, requests, tokens, flops } = facts;
  if (share === undefined || !(share > 0)) return facts;
  return {
    ...facts,
    acceleratorHours: acceleratorHours && { ...acceleratorHours, value: acceleratorHours.value / share },
    requests: requests && requests / share,
    tokens: tokens && { ...tokens, value: tokens.value / share },
    flops: flops && { ...flops, value: flops.value / share },
  };
}

function placeLines({ place }: StatedPhase): readonly string[] {
  if (place?.cloud !== undefined && place.region !== undefined)
    return [`    cloud: ${scalar(place.cloud)}`, `    region: ${scalar(place.region)}`];
  return place?.country === undefined ? [] : [`    location: ${scalar(place.country)}`];
}

/** Tokens, operations, runs and memory: no figure follows from them here. */
function amountLines(drafted: Drafted, { tokens, flops, runs, memory }: StatedPhase): readonly string[] {
  const key = tokens?.which === undefined ? '' : `, key: ${JSON.stringify(tokens.which)}`;
  return [
    ...(tokens === undefined ? [] : [`    tokens: { value: ${decimal(tokens.value)}${key} }`]),
    ...compute('    flops', drafted, flops),
    ...entry('runs', runs, '    '),
    ...(memory === undefined ? [] : [`    memory: ${decimal(memory.value)} ${memory.unit}`]),
  ];
}

/** The grid that the emissions and the water were calculated with, whatever the tables have now. */
function gridLine(drafted: Drafted, { grid }: StatedPhase, lines: readonly StatedLine[]): readonly string[] {
  if (grid === undefined) return [];
  const { market, year, zone, lifeCycle, provider, energySource } = grid;
  const water = inputOf(lines, waterInputs.offSite);
  const ofMarket = market?.kind === 'residual mix' ? 'residual_mix' : 'market';
  // The words of a table say more: `life-cycle, average, consumption mix`.
  const kind = lifeCycle?.split(',')[0];
  const basis = kind === 'life-cycle' || kind === 'direct' ? [`basis: ${kind}`] : [];
  const parts = [
    `intensity: ${cited(drafted, { ...grid.intensity, source: grid.source })}`,
    ...(market === undefined ? [] : [`${ofMarket}: ${cited(drafted, { ...market.intensity, source: market.source })}`]),
    ...(water === undefined ? [] : [`water: ${cited(drafted, water)}`]),
    ...(year === undefined ? [] : [`year: ${year}`]),
    ...(zone === undefined ? [] : [`zone: ${JSON.stringify(zone)}`]),
    ...basis,
    ...(provider === undefined ? [] : [`provider: ${JSON.stringify(provider)}`]),
    ...(energySource === undefined ? [] : [`energy_source: ${energySource}`]),
  ];
  return [`    grid: { ${parts.join(', ')} }`];
}

/** The water on site, per kWh of the machines. */
function wueLine(drafted: Drafted, lines: readonly StatedLine[]): readonly string[] {
  const water = inputOf(lines, waterInputs.onSite);
  return water === undefined ? [] : [`    wue: ${cited(drafted, water)}`];
}

/** An input that all lines of a phase share. */
function inputOf(lines: readonly StatedLine[], name: string): LineInput | undefined {
  return lines.flatMap(({ inputs = [] }) => inputs).find((input) => input.name === name);
}

function taskLine({ task }: StatedPhase): readonly string[] {
  if (task === undefined) return [];
  const { datasets, ...rest } = task;
  return [`    task: ${JSON.stringify({ ...rest, dataset: datasets })}`];
}
