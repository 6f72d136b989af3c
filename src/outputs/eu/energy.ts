import type { Assessment, Basis, Line, PhaseFacts } from '../../assessment/assessment.js';
import { componentNames } from '../../assessment/component-names.js';
import { electricLines } from '../../assessment/coverage.js';
import { boundaryNames } from '../../sections/words/words.js';
import { sharesOf } from '../../units/column.js';
import { significant, THIN } from '../../units/format.js';
import { inUnit } from '../../units/in-unit.js';
import { listed } from '../../units/listed.js';
import type { Quantity } from '../../units/quantity.js';
import { scientific } from '../../units/scientific.js';
import type { OutputContext } from '../output.js';
import { flopsText, type Item, methodText, titlesOf } from './computation.js';
import { euMessages } from './messages.js';
import { energyOf, hasEnergy } from './training.js';

type Report = OutputContext['report'];

/** The form wants two significant figures at least, which is what an estimate has. */
const digits = 2;

/** Amount of energy used for training, in MWh. */
export function energyItem(assessment: Assessment, phases: readonly PhaseFacts[], report: Report): Item {
  const title = 'Amount of energy used for training';
  const energy = energyOf(assessment, phases);
  const without = phases.filter((facts) => !hasEnergy(assessment, facts));
  if (without.length > 0) report(euMessages.noEnergy(titlesOf(without)));
  if (energy === undefined)
    return { title, entries: [{ text: `N/A: ${whyNone(phases)}` }], method: phases.length === 0 ? undefined : 'N/A.' };
  const part = without.length > 0 ? `, without ${titlesOf(without)}, of which it is not known` : '';
  return { title, entries: [{ text: `${mwhText(energy)}${part}.` }], method: howText(assessment, phases, energy) };
}

function whyNone(phases: readonly PhaseFacts[]): string {
  if (phases.length === 0) return 'no training is recorded.';
  return `neither the energy of ${titlesOf(phases)} nor what it could be estimated from is recorded; missing are an energy, or hardware with hours.`;
}

/** `6.9 × 10² MWh (690 MWh)`. */
function mwhText(energy: Quantity<'kWh'>): string {
  const { value } = inUnit(energy, 'energy', 'MWh');
  return `${scientific(value, digits)}${THIN}MWh (${significant(value, digits)}${THIN}MWh)`;
}

/** What the figure rests on: by evidence, boundary and parts; each line is in the table. */
function howText(assessment: Assessment, phases: readonly PhaseFacts[], energy: Quantity<'kWh'>): string {
  const lines = phases.flatMap((facts) => (hasEnergy(assessment, facts) ? electricLines(assessment, facts) : []));
  const metered = listed([
    ...new Set(lines.filter(({ component }) => component === 'dynamic').map(({ boundary }) => boundaryNames[boundary])),
  ]);
  return [
    `${kindsText(lines)}: ${sharesText(lines)}.`,
    metered === '' ? undefined : `Boundary of the energy of the work: ${metered}.`,
    `Included: ${includedText(assessment, phases, lines)}.`,
    intervalSentence(energy),
    apartSentence(assessment, phases),
    `Factor tables: ${assessment.method.factors}.`,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** How the figures came about, the best evidence first: `Measured in part, declared by the authors in part, and estimated`. */
function kindsText(lines: readonly Line[]): string {
  const has = (...wanted: readonly Basis[]): boolean => lines.some(({ basis }) => wanted.includes(basis));
  const kinds = [
    ...(has('measured') ? ['measured'] : []),
    ...(has('declared') ? ['declared by the authors'] : []),
    ...(has('modelled', 'assumed') ? ['estimated'] : []),
  ];
  const last = kinds.pop() ?? 'estimated';
  const text = kinds.length === 0 ? last : `${kinds.map((kind) => `${kind} in part`).join(', ')}, and ${last}`;
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** The parts of the energy, each with what its meter includes: `the work, including the host; idle`. */
function includedText({ states }: Assessment, phases: readonly PhaseFacts[], lines: readonly Line[]): string {
  const within = states.filter(
    (state) => state.state === 'included' && phases.some((facts) => facts.phase === state.phase && facts.name === state.name),
  );
  const nameOf = (component: Line['component']): string => componentNames[component].toLowerCase();
  const texts = lines.map((line) => {
    const inside = [...new Set(within.filter((state) => state.in === line.id).map(({ component }) => nameOf(component)))];
    return `${nameOf(line.component)}${inside.length === 0 ? '' : `, including ${listed(inside)}`}`;
  });
  return [...new Set(texts)].join('; ');
}

/** What is recorded of the model and is no training of it: other phases of its development, and the models that it was made from. */
function apartSentence(assessment: Assessment, phases: readonly PhaseFacts[]): string | undefined {
  const others = assessment.phases.filter((facts) => facts.phase !== 'deployment' && !phases.includes(facts));
  const apart = others.map((facts) => {
    const energy = energyOf({ ...assessment, totals: { ...assessment.totals, development: undefined } }, [facts]);
    return energy === undefined ? facts.title : `${facts.title} (${significant(inUnit(energy, 'energy', 'MWh').value, digits)}${THIN}MWh)`;
  });
  const bases = (assessment.baseModels ?? []).map(({ name }) => `the training of ${name}`);
  return apart.length + bases.length === 0 ? undefined : `Not included: ${listed([...apart, ...bases])}.`;
}

function intervalSentence(energy: Quantity<'kWh'>): string | undefined {
  const { low, high } = inUnit(energy, 'energy', 'MWh');
  if (low === undefined || high === undefined) return undefined;
  return `90${THIN}% interval: ${significant(low, digits)} to ${significant(high, digits)}${THIN}MWh.`;
}

const grounds: Readonly<Record<Basis, string>> = {
  measured: 'metered',
  declared: 'declared by the authors',
  modelled: 'modelled',
  assumed: 'from defaults or assumptions',
};

/** Shares of the energy by evidence: `76 % metered, 24 % from defaults or assumptions`. */
function sharesText(lines: readonly Line[]): string {
  const byBasis = new Map<Basis, number>();
  for (const { basis, energy } of lines) byBasis.set(basis, (byBasis.get(basis) ?? 0) + (energy?.value ?? 0));
  const whole = [...byBasis.values()].reduce((sum, value) => sum + value, 0);
  if (!(whole > 0)) return 'no energy';
  const texts = sharesOf(
    [...byBasis.values()].map((value) => value / whole),
    1,
  );
  return [...byBasis.keys()].map((basis, index) => `${texts[index] ?? ''} ${grounds[basis]}`).join(', ');
}

/** The energy of each phase and component, with its formula by the names of its inputs. */
export function partsTable(assessment: Assessment, phases: readonly PhaseFacts[]): readonly (readonly string[])[] {
  const rows = phases.flatMap((facts) =>
    (hasEnergy(assessment, facts) ? electricLines(assessment, facts) : []).map((line) => rowOf(line, facts)),
  );
  return [['Phase', 'Part', 'MWh', `90${THIN}% interval`, 'Evidence', 'Calculated from'], ...rows];
}

function rowOf({ component, energy, basis, steps }: Line, { title }: PhaseFacts): readonly string[] {
  if (energy === undefined) return [];
  const { value, low, high } = inUnit(energy, 'energy', 'MWh');
  const interval = low === undefined || high === undefined || value === 0 ? '' : `${significant(low, digits)}–${significant(high, digits)}`;
  const step = steps.find(({ name }) => name === `${component} energy`) ?? steps[0];
  return [title, componentNames[component], significant(value, digits), interval, grounds[basis], step?.formula ?? ''];
}

/** Benchmarked amount of computation used for inference: of the model alone, by a task and hardware that are named. */
export function inferenceItem({ model }: Assessment, report: Report): Item {
  const title = 'Benchmarked amount of computation used for inference';
  const { inferenceFlops } = model;
  if (inferenceFlops === undefined) {
    report(euMessages.noInference());
    return { title, entries: [{ text: 'N/A: no benchmark of inference is recorded.' }] };
  }
  if (inferenceFlops.method === undefined) report(euMessages.noInferenceMethod());
  return { title, entries: [{ text: `${flopsText(inferenceFlops.value)}.` }], method: methodText(inferenceFlops) };
}
