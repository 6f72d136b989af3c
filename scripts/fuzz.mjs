// Changed manifests, logs, cards, quantities and names, by a seed: whatever the text, the answer is a result or an error with
// diagnostics, in time that the length of the text bounds. `npm run fuzz -- --minutes 20 --seed 7`; the counts are printed.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runAudits } from '../build/audits/run-audits.js';
import { settingsIn } from '../build/audits/settings.js';
import { updateCard } from '../build/card/card.js';
import { cardClaims } from '../build/claims/card.js';
import { assess, InputError, lookUpFactors, parseManifest } from '../build/index.js';
import { trackers } from '../build/trackers/index.js';
import { parseQuantity } from '../build/units/parse.js';
import { createRandom } from './fuzz-random.mjs';

const { values: options } = parseArgs({ options: { minutes: { type: 'string', default: '0.5' }, seed: { type: 'string', default: '1' } } });
const minutes = Number(options.minutes);
const seed = Number(options.seed);
if (!(minutes > 0) || !Number.isSafeInteger(seed)) {
  console.error('Usage: npm run fuzz -- [--minutes 20] [--seed 7]');
  process.exit(2);
}

/** Milliseconds that an input may take, and those for each KB of it: many times what the slowest takes. */
const patience = 2000;
const patiencePerKb = 200;

const root = new URL('../fixtures/', import.meta.url);
const textOf = (path) => readFileSync(new URL(path, root), 'utf8');
const filesIn = (folder, ending) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .sort()
    .map((file) => textOf(`${folder}${file.replaceAll('\\', '/')}`));

const manifests = [...filesIn('runs/', /\.ya?ml$/), ...filesIn('invalid/', /\.yaml$/)];
const cards = [...filesIn('cards/', /README\.md$/), ...filesIn('trackers/model-card/', /\.md$/)];
const quantities = [
  '433 MWh',
  '118 d 5 h 41 min',
  '72:30:00',
  'P21D',
  '1.2 million',
  '175B',
  '57 gCO2e/kWh',
  '85 %',
  '1.29 L/kWh',
  '4032 GPU hours',
];
const dimensions = ['energy', 'power', 'time', 'emissions', 'intensity', 'ratio', 'parameters', 'requests', 'accelerators', 'compute'];
const names = [
  '8 x A100 80GB',
  'NVIDIA A100-SXM4-80GB MIG 3g.20gb',
  'aws us-west-2',
  'Oregon, US',
  'p4d.24xlarge',
  '64 x EPYC 7763 cores',
  'LUMI 2023',
];

/** What a card gets: the text around it stays, whatever it is. */
const content = { section: () => 'The section.', co2: undefined };

const targets = [
  { id: 'manifest', weight: 3, of: manifests, run: (text) => finite(assess(parseManifest(text), { samples: 0 }).totals) },
  { id: 'card', weight: 2, of: cards, run: keepsCard },
  {
    id: 'audit',
    weight: 2,
    of: cards,
    run: (text) => void [settingsIn(text, () => ({ line: 1, column: 1 })), runAudits(cardClaims(text), [], {})],
  },
  {
    id: 'quantity',
    weight: 120,
    of: quantities,
    run: (text, random) => finite(parseQuantity(text, random.of(dimensions), random.below(2) === 0)),
  },
  { id: 'name', weight: 1, of: names, run: (text) => lookUpFactors(text) },
  ...Object.values(trackers).map((tracker) => ({
    id: tracker.id,
    weight: 2,
    of: filesIn(`trackers/${tracker.id}/`, /./).filter((text) => text.length < 20_000),
    run: (text) => readLog(tracker, text),
  })),
];

/** Figures that are numbers, wherever they are in a result; a quantity that was refused has none. */
function finite(value) {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`A figure is ${value}`);
  if (typeof value === 'object' && value !== null && value.ok !== true) for (const one of Object.values(value)) finite(one);
}

/** A card without what was put into it is the card before. */
function keepsCard(text) {
  const { text: after } = updateCard(text, content);
  if (updateCard(after, content).text !== after) throw new Error('A card updated twice is not the card updated once');
}

async function readLog(tracker, text) {
  const columns = tracker.id === 'csv' ? { energy: 'used (kWh)' } : undefined;
  for await (const item of tracker.read(oneText(text), { columns }))
    if ('run' in item)
      for (const figure of [item.run.energy, item.run.hours])
        if (figure < 0 || Number.isNaN(figure)) throw new Error(`A figure is ${figure}`);
}

async function* oneText(text) {
  yield text;
}

const random = createRandom(seed);
const order = targets.flatMap((target) => Array(target.of.length === 0 ? 0 : target.weight).fill(target));
const counts = new Map(targets.map(({ id }) => [id, { inputs: 0, refused: 0 }]));
const end = performance.now() + minutes * 60_000;
let findings = 0;

for (let at = 0; performance.now() < end; at = (at + 1) % order.length) {
  const target = order[at];
  const text = random.changed(random.of(target.of), target.of);
  const count = counts.get(target.id);
  count.inputs += 1;
  const start = performance.now();
  try {
    await target.run(text, random);
  } catch (error) {
    if (error instanceof InputError && error.diagnostics.length > 0) count.refused += 1;
    else report(target.id, text, error);
  }
  const time = performance.now() - start;
  if (time > patience + (patiencePerKb * text.length) / 1024) report(target.id, text, new Error(`It took ${time.toFixed(0)} ms`));
}

function report(id, text, error) {
  findings += 1;
  const file = `fuzz-${id}-${findings}.txt`;
  if (findings <= 20) writeFileSync(file, text);
  console.error(`${id}: ${error.stack ?? error}\n  The input is in ${file}.`);
}

for (const [id, { inputs, refused }] of counts) console.log(`${id.padEnd(28)} ${String(inputs).padStart(9)} inputs, ${refused} refused`);
const all = [...counts.values()].reduce((sum, { inputs }) => sum + inputs, 0);
console.log(`${'all'.padEnd(28)} ${String(all).padStart(9)} inputs, seed ${seed}, ${minutes} min, ${findings} findings`);
if (findings > 0) process.exitCode = 1;
