import { type Diagnostic, InputError } from '../../diagnostics/diagnostic.js';
import type { Message } from '../../diagnostics/message.js';
import { type Path, readYaml, type YamlText } from '../../manifest/yaml.js';
import { messages } from '../messages.js';
import type { RunRecord } from '../record.js';
import { own, wholeText } from '../texts/json-text.js';
import type { Finding, LogText, ReadOptions, Tracker } from '../tracker.js';
import { keysLike, namesOf, sumsOf } from './steps.js';

/** Characters of YAML: its tree takes a hundred times the memory of its text. */
const mostText = 8_000_000;
const mostFaults = 20;
const mostDepth = 50;

/**
 * The manifest of an Impact Framework that has run, YAML or JSON: a run for each child that has outputs, its steps added
 * up. Energies are kWh, emissions grams; where the energy was metered, or modelled, no manifest says.
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

/** A child with outputs, and where it stands. */
interface Leaf {
  readonly name: string;
  readonly path: Path;
  readonly outputs: unknown;
}

async function* read(text: LogText, { columns = {} }: ReadOptions = {}): AsyncGenerator<Finding> {
  const names = namesOf(columns);
  const manifest = parsed(await wholeText(text, mostText));
  const refuse = (sentence: Message, path: Path): InputError =>
    new InputError([{ ...sentence, ...(manifest.positionOf(path) ?? { line: 1, column: 1 }) }]);
  if (own(own(manifest.value, 'execution'), 'status') === 'fail') throw refuse(messages.impactFailed(), ['execution', 'status']);
  const leaves = [...leavesOf(own(manifest.value, 'tree'), ['tree'], refuse)];
  if (leaves.length === 0) throw refuse(messages.impactNoTree(), ['tree']);
  const withOutputs = leaves.filter(({ outputs }) => outputs !== undefined);
  if (withOutputs.length === 0) throw refuse(messages.impactNoOutputs(), ['tree']);
  const faults: Diagnostic[] = [];
  const odd: Diagnostic[] = [];
  const runs: { readonly run: RunRecord; readonly id: string }[] = [];
  for (const leaf of leaves) {
    if (faults.length >= mostFaults) break;
    const lines = linesOf(leaf, manifest);
    const tell = (sentence: Message): void => {
      (sentence.severity === 'error' ? faults : odd).push({ ...sentence, line: lines[0], column: 1 });
    };
    if (leaf.outputs === undefined) {
      tell(messages.impactChildNoOutputs());
      continue;
    }
    const sums = sumsOf(leaf.outputs, names, tell);
    if (sums === undefined) continue;
    const project = projectOf(leaf.name);
    runs.push({
      run: {
        tracker: 'impact-framework',
        lines,
        ...(project !== undefined && { project }),
        ...sums,
        parts: {},
        isMeasured: false,
        place: {},
      },
      id: leaf.path.filter((_, at) => at % 2 === 0 && at > 0).join('/'),
    });
  }
  if (faults.length > 0) throw new InputError(faults.slice(0, mostFaults));
  if (runs.length === 0) {
    const keys = keysLike(withOutputs.map(({ outputs }) => outputs));
    throw refuse(messages.impactNoEnergy(names.energy.name, keys), [...(withOutputs[0]?.path ?? []), 'outputs']);
  }
  yield* runs;
  for (const diagnostic of odd) yield { diagnostic };
  for (const meaning of names.others) yield { diagnostic: { ...messages.columnNotRead(meaning), line: 1, column: 1 } };
}

function parsed(text: string): YamlText {
  try {
    const { read, diagnostics } = readYaml(text);
    if (read === undefined) throw new InputError(diagnostics.slice(0, mostFaults));
    return read;
  } catch (error) {
    // The parser calls itself for what is nested, until the stack has no more room.
    if (error instanceof RangeError) throw new InputError([{ ...messages.impactTooDeep(), line: 1, column: 1 }]);
    throw error;
  }
}

/** Children without children of their own: what groups hold is the sum of these. */
function* leavesOf(node: unknown, path: Path, refuse: (sentence: Message, path: Path) => InputError): Generator<Leaf> {
  if (path.length > 2 * mostDepth) throw refuse(messages.impactTooDeep(), path);
  const children = own(node, 'children');
  if (children === undefined) {
    if (path.length > 1) yield { name: String(path.at(-1)), path, outputs: own(node, 'outputs') };
    return;
  }
  if (typeof children !== 'object' || children === null || Array.isArray(children))
    throw refuse(messages.wrongShape('children', 'a child under each name'), path);
  for (const name of Object.keys(children)) yield* leavesOf(own(children, name), [...path, 'children', name], refuse);
}

/** From the child's name to the last key of its last step. */
function linesOf({ path, outputs }: Leaf, { positionOf }: YamlText): readonly [number, number] {
  const first = positionOf(path)?.line ?? 1;
  if (!Array.isArray(outputs)) return [first, first];
  const step: unknown = outputs.at(-1);
  const key = typeof step === 'object' && step !== null ? Object.keys(step).at(-1) : undefined;
  const last = positionOf([...path, 'outputs', outputs.length - 1, ...(key === undefined ? [] : [key])])?.line;
  return [first, Math.max(first, last ?? first)];
}

/** A name of words and a short number, such as `child-1` or `Training run`; one that may be a machine's is not published. */
function projectOf(name: string): string | undefined {
  if (!/^(?=.{1,60}$)[A-Za-z]+(?:[ _-][A-Za-z]+)*(?:[ _-]?\d{1,3})?$/.test(name)) return undefined;
  return /(?:^|[ _-])(?:host|localhost|node|server|srv|vm|ip|ec|i|compute|login)(?=$|[ _\d-])/i.test(name) ? undefined : name;
}
