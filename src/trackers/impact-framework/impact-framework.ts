import { InputError } from '../../diagnostics/diagnostic.js';
import type { Message } from '../../diagnostics/message.js';
import { type Path, readYaml, type YamlText } from '../../manifest/yaml/yaml.js';
import { createLogReport, fatal } from '../log-report.js';
import { messages as shared } from '../messages.js';
import { own, wholeText } from '../texts/json-text.js';
import type { FoundRun, LogItem, LogText, ReadOptions, Tracker } from '../tracker.js';
import { outputNames } from './energy-names.js';
import { messages } from './messages.js';
import { withStatedUnits } from './stated-units.js';
import { namesOf, sumsOf } from './steps.js';

/** Characters of YAML. Its tree takes a hundred times the memory of its text. */
const maxText = 8_000_000;
const maxErrors = 20;
const maxDepth = 50;

/**
 * A manifest of Impact Framework after its run, in YAML or JSON: a run for each child with outputs, as the sum of its steps.
 * Energies are kWh, emissions are grams. The manifest does not state whether an energy was measured or modelled, nor where.
 */
export const impactFramework = {
  id: 'impact-framework',
  title: 'Impact Framework',
  recognises: (beginning) => {
    const has = (key: string): boolean => new RegExp(`(?:^|\\{|,\\s*)["']?${key}["']?\\s*:`, 'm').test(beginning);
    const isNested = /^[ \t"']+children["']?\s*:|[{,]\s*"children"\s*:/m.test(beginning);
    return (has('tree') && isNested) || (has('initialize') && /\bplugins["']?\s*:/.test(beginning));
  },
  read,
} as const satisfies Tracker;

/** A child without children of its own, and its path. */
interface Leaf {
  readonly name: string;
  readonly path: Path;
  readonly outputs: unknown;
}

async function* read(text: LogText, { columns = {} }: ReadOptions = {}): AsyncGenerator<LogItem> {
  const log = createLogReport();
  const named = namesOf(columns);
  const manifest = parsed(await wholeText(text, maxText));
  const names = withStatedUnits(named, manifest.value, columns, log.report);
  const leaves = leavesIn(manifest);
  const runs: FoundRun[] = [];
  for (const leaf of leaves) {
    if (log.isFull()) break;
    const lines = linesOf(leaf, manifest);
    const report = log.at(lines[0]);
    if (leaf.outputs === undefined) report(messages.childNoOutputs());
    const sums = leaf.outputs === undefined ? undefined : sumsOf(leaf.outputs, names, report);
    if (sums === undefined) continue;
    const id = leaf.path.filter((_, at) => at % 2 === 0 && at > 0).join('/');
    runs.push({
      run: { tracker: 'impact-framework', lines, project: projectOf(leaf.name), ...sums, parts: {}, isMeasured: false },
      id,
      machine: { isUtc: true },
    });
  }
  log.throwErrors();
  if (runs.length === 0) {
    const found = leaves.filter(({ outputs }) => outputs !== undefined);
    const written = outputNames(
      found.map(({ outputs }) => outputs),
      manifest.value,
    );
    throw faultAt(manifest, messages.noEnergy(names.energy.name, written), [...(found[0]?.path ?? []), 'outputs']);
  }
  yield* runs;
  for (const meaning of names.others) log.report(messages.columnNotRead(meaning));
  yield* log.remarks();
}

/** An error at the place of a path in the manifest. */
function faultAt({ positionOf }: YamlText, message: Message, path: Path): InputError {
  return new InputError([{ ...message, ...(positionOf(path) ?? { line: 1, column: 1 }) }]);
}

/** @throws {InputError} Where the run failed, or no child has outputs. */
function leavesIn(manifest: YamlText): readonly Leaf[] {
  if (own(own(manifest.value, 'execution'), 'status') === 'fail') throw faultAt(manifest, messages.failed(), ['execution', 'status']);
  const leaves = [...leavesOf(own(manifest.value, 'tree'), ['tree'], manifest)];
  if (leaves.length === 0) throw faultAt(manifest, messages.noTree(), ['tree']);
  if (leaves.every(({ outputs }) => outputs === undefined)) throw faultAt(manifest, messages.noOutputs(), ['tree']);
  return leaves;
}

function parsed(text: string): YamlText {
  try {
    const { read, diagnostics } = readYaml(text);
    if (read === undefined) throw new InputError(diagnostics.slice(0, maxErrors));
    return read;
  } catch (error) {
    // The parser is recursive, and overflows the stack where the text is nested too deeply.
    if (error instanceof RangeError) throw fatal(messages.tooDeep());
    throw error;
  }
}

/** Children without children of their own. Groups have only the sums of these. */
function* leavesOf(node: unknown, path: Path, manifest: YamlText): Generator<Leaf> {
  if (path.length > 2 * maxDepth) throw faultAt(manifest, messages.tooDeep(), path);
  const children = own(node, 'children');
  if (children === undefined) {
    if (path.length > 1) yield { name: String(path.at(-1)), path, outputs: own(node, 'outputs') };
    return;
  }
  if (typeof children !== 'object' || children === null || Array.isArray(children))
    throw faultAt(manifest, shared.wrongShape('children', 'a child under each name'), path);
  for (const name of Object.keys(children)) yield* leavesOf(own(children, name), [...path, 'children', name], manifest);
}

/** From the line of the child's name to that of the last key of its last step. */
function linesOf({ path, outputs }: Leaf, { positionOf }: YamlText): readonly [number, number] {
  const first = positionOf(path)?.line ?? 1;
  if (!Array.isArray(outputs)) return [first, first];
  const step: unknown = outputs.at(-1);
  const key = typeof step === 'object' && step !== null ? Object.keys(step).at(-1) : undefined;
  const last = positionOf([...path, 'outputs', outputs.length - 1, ...(key === undefined ? [] : [key])])?.line;
  return [first, Math.max(first, last ?? first)];
}

/** A name of words and a short number, such as `child-1` or `Training run`. A name that may be a machine's is not published. */
function projectOf(name: string): string | undefined {
  if (!/^(?=.{1,60}$)[A-Za-z]+(?:[ _-][A-Za-z]+)*(?:[ _-]?\d{1,3})?$/.test(name)) return undefined;
  return /(?:^|[ _-])(?:host|localhost|node|server|srv|vm|ip|ec|i|compute|login)(?=$|[ _\d-])/i.test(name) ? undefined : name;
}
