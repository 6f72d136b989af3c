import { type PhaseKind, phaseKinds } from '../assessment/ids.js';
import type { Message } from '../diagnostics/message.js';
import type { LoggedPhase } from '../manifest/logged.js';
import { fieldsOf, type Known, placeText } from '../runs/fields.js';
import type { Group } from '../runs/groups.js';
import { impliedPowerFinding } from '../runs/implied-power.js';
import type { Sums } from '../runs/sums.js';
import { unusedCardsFinding } from '../runs/unused-cards.js';
import type { RunRecord } from '../trackers/record.js';
import { atMost } from '../units/format.js';
import { baseModelKind, placeQuestion, publishedLines, wordLines } from './card-lines.js';
import { energyLines, wholeLines } from './energy-lines.js';
import { type OddLine, oddLines } from './odd-lines.js';
import { type OverlapQuestion, overlapLines, whereText } from './overlap-lines.js';
import type { Answers, PhaseQuestionId } from './questions.js';
import { comment, type DraftLine, decimal, evidenceText, question, scalar } from './yaml-text.js';

/** What a phase is called, which question is about it, and what its runs leave open together. */
export interface PhaseNames {
  readonly id: PhaseQuestionId;
  readonly name: string | undefined;
  readonly overlap: OverlapQuestion | undefined;
  /** What is odd about its logs. */
  readonly odd: readonly OddLine[];
  /** The `from` that reads the runs of the phase and no others; `undefined` where there is none. */
  readonly from: string | undefined;
}

/** The first run of a phase, and what all of them give. */
interface LoggedRun {
  readonly run: RunRecord;
  readonly fields: LoggedPhase;
  readonly known: Known;
}

/** The lines of a phase. Values that are missing are comments with a question. */
export function phaseLines(
  group: Group,
  { id, name, overlap, odd, from }: PhaseNames,
  answers: Answers,
  known: Known,
): readonly DraftLine[] {
  const { sums, runs } = group;
  const [run] = sums.kinds('tool');
  if (run === undefined) return [];
  const where = whereText(group);
  const fields = fieldsOf(sums, where, known);
  // Power over time is in no value, so the phase reads it.
  const ofTime = overlap === undefined && fields.record !== undefined ? from : undefined;
  const isRead = (overlap?.from ?? ofTime) !== undefined;
  const implied = impliedPowerFinding(sums, fields, known);
  const { comments, notes } = oddLines(odd);
  // An unknown device is asked for.
  const ofFields = [...fields.diagnostics.filter((one) => one.id !== 'unknown-device'), ...(implied === undefined ? [] : [implied])];
  return [
    ...comments,
    phaseLine(group, run, answers[id]),
    ...(name === undefined ? [] : [`    name: ${scalar(name)}`]),
    ...ofFields.map(({ message }) => `    # ${comment(message)}`),
    `    # ${runs === 1 ? 'One run' : `${runs} runs`}, ${comment(where)}${partsText(sums)}`,
    ...wordLines(run),
    ...(overlap === undefined ? [] : overlapLines(overlap, fields, answers)),
    ...(ofTime === undefined ? [] : [`    from: ${ofTime}`]),
    ...(isRead ? leftLines(run, fields, answers) : loggedLines(group, { run, fields, known }, answers)),
    placeLine(sums, fields, answers, known),
    ...statedGridLine(sums, fields),
    yearLine(fields, answers),
    ...includesLine(phaseKindOf(group, answers[id]), answers),
    // A phase that reads its logs has them from there.
    ...(isRead ? [] : notes),
  ];
}

/** What the logs give, as values. */
function loggedLines({ sums }: Group, { run, fields, known }: LoggedRun, answers: Answers): readonly DraftLine[] {
  const { cite } = fields;
  return [
    ...(publishedLines(run, fields, answers) ?? [
      ...energyLines(fields, answers),
      ...quantityLine('reported', fields.reported, ' kgCO2e', cite),
    ]),
    ...quantityLine('pue', fields.pue, '', cite),
    ...pueLine(fields, answers),
    ...quantityLine('wue', fields.wue, ' L/kWh', cite),
    ...quantityLine('idle', fields.idle, ' W', cite),
    ...wholeLines(fields),
    ...quantityLine('embodied', fields.embodied, ' kgCO2e', cite, evidenceText(fields.embodiedEvidence, ' kgCO2e')),
    ...hardwareLines(run, fields, answers, unusedCardsFinding(sums, fields, known.limit)),
    durationLine(fields, answers),
    ...flopsLine(sums),
    ...(fields.requests === undefined ? [] : [`    requests: ${fields.requests}`]),
    ...(run.systemBoundary === undefined ? [] : [`    system_boundary: [${run.systemBoundary.join(', ')}]`]),
  ];
}

/** What a phase that reads its logs still has to say. */
function leftLines(run: RunRecord, fields: LoggedPhase, answers: Answers): readonly DraftLine[] {
  const device = { ...fields, accelerators: undefined, accelerator_hours: undefined };
  return [
    ...pueLine(fields, answers),
    ...hardwareLines(run, device, answers, undefined),
    ...(fields.duration === undefined ? [durationLine(fields, answers)] : []),
  ];
}

function pueLine(fields: LoggedPhase, { pue }: Answers): readonly DraftLine[] {
  return isPueOpen(fields) && pue !== undefined ? [`    pue: ${pue}`] : [];
}

/** What was done, as the log has it, else by the project's or the log's name, else training; a guess is a question. */
function phaseLine({ guess }: Group, { phase, model }: RunRecord, answer: string | undefined): DraftLine {
  if (phase !== undefined) return `  - phase: ${phase}  # from the log`;
  if (answer !== undefined) return `  - phase: ${answer}`;
  if (guess !== undefined) return question(`  - phase: ${guess.kind}`, `by the name ${comment(guess.name)}: is it right`);
  const fromBase = baseModelKind(model);
  if (fromBase !== undefined) return question(`  - phase: ${fromBase}`, 'the card names a base model: is it right');
  return question('  - phase: training', 'or data, experiments, finetuning, evaluation, deployment');
}

/** The kind of a phase: from the log, as answered, or as guessed. */
export function phaseKindOf({ guess, sums }: Group, answer?: string): PhaseKind {
  const [run] = sums.kinds('tool');
  return run?.phase ?? phaseKinds.find((kind) => kind === answer) ?? guess?.kind ?? baseModelKind(run?.model) ?? 'training';
}

/** Whether the PUE is for a person to give: a meter of the facility includes it, and the tables have that of a cloud region. */
export function isPueOpen({ pue, energy, location, whole }: LoggedPhase): boolean {
  return pue === undefined && whole === undefined && energy !== undefined && energy.boundary !== 'facility' && typeof location !== 'string';
}

function includesLine(kind: PhaseKind, { includes }: Answers): readonly DraftLine[] {
  if (kind === 'deployment') return [];
  return [
    includes === undefined
      ? question('    # includes: restarts', 'do the hours include failed or restarted runs')
      : `    includes: ${includes}`,
  ];
}

/** Energy by part: `: GPU 1.2 kWh, CPU 0.3 kWh`. */
function partsText(sums: Sums): string {
  const parts = (['gpu', 'cpu', 'ram'] as const).flatMap((part) => {
    const kWh = sums.total(part);
    return kWh === undefined ? [] : [`${part.toUpperCase()} ${atMost(kWh, 3)} kWh`];
  });
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`;
}

function quantityLine(key: string, value: number | undefined, unit: string, cite: string, more = ''): readonly string[] {
  return value === undefined ? [] : [`    ${key}: { value: ${decimal(value)}${unit}${more}, cite: ${JSON.stringify(cite)} }`];
}

function yearLine({ year: loggedYear }: LoggedPhase, answers: Answers): DraftLine {
  const year = answers.year ?? loggedYear;
  return year === undefined ? question('    # year: 2023', 'when') : `    year: ${year}`;
}

function durationLine({ duration }: LoggedPhase, { time }: Answers): DraftLine {
  if (duration !== undefined) return `    duration: ${decimal(duration)} h`;
  return time === undefined ? question('    # duration: 3 weeks', 'how long, in wall-clock time') : `    duration: ${scalar(time)}`;
}

function flopsLine(sums: Sums): readonly string[] {
  const flops = sums.total('flops');
  if (flops === undefined) return [];
  return [`    # flops: ${decimal(flops)} FLOP  # instead of the duration, where the number of accelerators is unknown`];
}

function hardwareLines(
  { accelerator }: RunRecord,
  fields: LoggedPhase,
  answers: Answers,
  unused: Message | undefined,
): readonly DraftLine[] {
  const { accelerators, accelerator_hours: hours } = fields;
  const hardware = answers.hardware ?? fields.hardware;
  const name = accelerator?.name;
  const device =
    hardware !== undefined
      ? `    hardware: ${scalar(hardware)}`
      : name === undefined
        ? unknownHardware(fields)
        : question(`    # hardware: ${comment(name)}`, 'unknown device: which one is it');
  const count = answers.hardware !== undefined && /^\s*\d/.test(answers.hardware) ? undefined : accelerators;
  return [
    device,
    ...(count === undefined
      ? []
      : [unused === undefined ? `    accelerators: ${count}` : question(`    accelerators: ${count}`, `were all ${count} used`)]),
    ...(hours === undefined ? [] : [`    accelerator_hours: ${decimal(hours)}`]),
  ];
}

/** Without energy everything is calculated from the hardware, else its embodied emissions alone. */
function unknownHardware({ energy, accelerators }: LoggedPhase): DraftLine {
  if (energy !== undefined) return question('    # hardware: A100 80GB', 'which accelerators, for their embodied emissions');
  return accelerators === undefined
    ? question('    # hardware: 8 x A100 80GB', 'which accelerators, and how many')
    : question('    # hardware: A100 80GB', 'which accelerators');
}

function placeLine(sums: Sums, { location, cite }: LoggedPhase, answers: Answers, known: Known): DraftLine {
  if (answers.place !== undefined) return `    location: ${scalar(answers.place)}`;
  if (typeof location === 'string') return `    location: ${scalar(location)}`;
  if (location !== undefined) {
    const spelt = known.spelt(location.country, location.region);
    if (spelt !== undefined) return `    location: ${scalar(spelt)}`;
    const region = location.region === undefined ? '' : `, region: ${JSON.stringify(location.region)}`;
    return `    location: { country: ${scalar(location.country)}${region} }`;
  }
  const stated = isGridStated(sums) ? undefined : statedGrid(sums, cite);
  if (stated !== undefined) return question(`    site: { ${stated} }`, 'where was it');
  const [unknown] = sums.kinds('place');
  const several = placeQuestion(unknown);
  if (several !== undefined) return several;
  const text = unknown === undefined ? '' : comment(placeText(unknown.place));
  return text === '' ? question('    # location: France', 'where') : question(`    # location: ${text}`, 'unknown place: where is it');
}

/** The intensity that all runs of the log state, as a grid. */
function statedGrid(sums: Sums, cite: string): string | undefined {
  const [run, ...others] = sums.kinds('intensity');
  if (run?.intensity === undefined || others.length > 0) return undefined;
  const source = run.intensityOf === undefined ? cite : `${cite}: ${run.intensityOf}`;
  return `grid: { intensity: { value: ${decimal(run.intensity)} gCO2e/kWh${evidenceText(run.stated?.intensity, ' gCO2e/kWh')}, cite: ${JSON.stringify(source)} } }`;
}

/** The intensity that a log states beside a place whose grid is in the tables; a constant of the tool is none of the grid. */
function statedGridLine(sums: Sums, { location, cite, whole }: LoggedPhase): readonly string[] {
  const [run] = sums.kinds('intensity');
  if (isGridStated(sums)) return [`    ${statedGrid(sums, cite)}`];
  const stated = location === undefined || run?.intensityOf !== undefined ? undefined : statedGrid(sums, cite);
  // A whole record states the grid that its emissions were calculated with.
  if (stated !== undefined && whole !== undefined) return [`    ${stated}`];
  return stated === undefined ? [] : [`    # ${stated}  # stated in the log; without it, the grid of the tables counts`];
}

/** Whether the log was calculated with the intensity that it states. */
function isGridStated(sums: Sums): boolean {
  const [run, ...others] = sums.kinds('intensity');
  return run?.isGridStated === true && others.length === 0;
}
