// What `npm run fuzz` changes, and what has to hold of the answer.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAudits } from '../build/audits/run-audits.js';
import { settingsIn } from '../build/audits/settings.js';
import { updateCard } from '../build/card/card.js';
import { cardClaims } from '../build/claims/card.js';
import { explain } from '../build/explain/explain.js';
import { assess, checkReports, InputError, initManifest, lookUpFactors, parseManifest, renderManifests } from '../build/index.js';
import { trackers } from '../build/trackers/index.js';
import { parseQuantity } from '../build/units/parse.js';
import { subjectOf } from '../build/verbs/shared/audited/audit-subjects.js';

const root = new URL('../', import.meta.url);
const textOf = (path) => readFileSync(new URL(path, root), 'utf8');
const filesIn = (folder, ending) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .sort()
    .map((file) => textOf(`${folder}${file.replaceAll('\\', '/')}`));

const manifests = [...filesIn('fixtures/runs/', /\.ya?ml$/), ...filesIn('fixtures/invalid/', /\.yaml$/)];
const cards = [...filesIn('fixtures/cards/', /README\.md$/), ...filesIn('fixtures/trackers/model-card/', /\.md$/)];
/** Whole cards, and what is below each of their headings, which is read faster. */
const parts = cards.flatMap((text) => [text, ...text.split(/^(?=#{1,3} )/m)]);
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

const ofLogs = Object.values(trackers).map((tracker) => ({
  id: tracker.id,
  share: 1,
  of: filesIn(`fixtures/trackers/${tracker.id}/`, /./).filter((text) => text.length < 20_000),
  run: (text) => readLog(tracker, text),
}));

const sample = parseManifest(textOf('fixtures/runs/least/carboncard.yaml'));
const assessment = assess(sample, { samples: 0 });
const asked = [...assessment.lines.map(({ id }) => id), 'total', 'training', 'embodied', ...assessment.sources.map(({ id }) => id)];

/** What the process writes files into, removed at its end. */
const folder = mkdtempSync(join(tmpdir(), 'carboncard-fuzz-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** What a card gets: the text around it stays, whatever it is. */
const content = { section: () => 'The section.', co2: undefined };

/**
 * The targets. Of each 100 rounds, a target has one input in `100 × share` of them; the dear ones that are no text of their own have less.
 * It makes its texts of those in `of`, or by `textOf`.
 */
export const targets = [
  { id: 'manifest', share: 1, of: manifests, run: calculated },
  { id: 'card', share: 1, of: parts, run: keepsCard },
  {
    id: 'audit',
    share: 1,
    of: parts,
    run: (text) => void [settingsIn(text, () => ({ line: 1, column: 1 })), runAudits(cardClaims(text), [], {})],
  },
  { id: 'audit of a manifest', share: 0.2, of: manifests, run: (text) => audited(text, 'a.yaml') },
  { id: 'audit of an assessment', share: 0.1, of: [textOf('reports/least/assessment.json')], run: (text) => audited(text, 'a.json') },
  {
    id: 'quantity',
    share: 120,
    of: quantities,
    run: (text, random) => finite(parseQuantity(text, random.of(dimensions), random.below(2) === 0)),
  },
  { id: 'factors', share: 0.05, of: names, run: (text) => lookUpFactors(text) },
  { id: 'explain', share: 1, of: asked, run: (text) => explain(assessment, text) },
  { id: 'check', share: 0.01, of: [textOf('reports/least/carbon.md')], run: checked },
  { id: 'init', share: 0.3, of: ofLogs.flatMap(({ of }) => of), run: drafted },
  ...ofLogs,
].filter(({ of }) => of.length > 0);

/** A pattern again and again, in a text of any target that reads long texts. */
const long = targets.filter(({ id }) => !['check', 'init', 'audit of an assessment', 'factors'].includes(id));
let chosen = long[0];
targets.push({
  id: 'repeated pattern',
  share: 0.1,
  textOf: (random) => {
    chosen = random.of(long);
    return random.repeated(random.of(chosen.of));
  },
  run: (text, random) => chosen.run(text, random),
});

/** Figures that are numbers, wherever they are in a result; a quantity that was refused has none. */
function finite(value) {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`A figure is ${value}`);
  if (typeof value === 'object' && value !== null && value.ok !== true) for (const one of Object.values(value)) finite(one);
}

function calculated(text) {
  const result = assess(parseManifest(text), { samples: 0 });
  finite(result.totals);
  explain(result);
}

/** A card without what was put into it is the card before. */
function keepsCard(text) {
  const { text: after } = updateCard(text, content);
  if (updateCard(after, content).text !== after) throw new Error('A card updated twice is not the card updated once');
}

async function audited(text, file) {
  const { claims } = await subjectOf(text, file, {});
  if (claims !== undefined) runAudits(claims, [], {});
}

const outDir = join(folder, 'reports');
const manifestFile = join(folder, 'carboncard.yaml');
let section;

/** A section that somebody changed is stale; the same one is not. */
async function checked(text) {
  const options = { outDir, formats: ['md'] };
  if (section === undefined) {
    writeFileSync(manifestFile, textOf('fixtures/runs/least/carboncard.yaml'));
    const { reports } = await renderManifests([manifestFile], options);
    const file = join(reports[0].folder, 'carbon.md');
    section = { file, text: readFileSync(file, 'utf8') };
  }
  writeFileSync(section.file, text);
  const { stale } = await checkReports([manifestFile], options);
  const isStale = stale.length > 0;
  if (isStale === (text === section.text)) throw new Error(`check says that the section is ${isStale ? 'stale' : 'the same'}`);
}

/** What a manifest refuses of figures and words, as opposed to what is missing or implausible. */
const isWrong = new Set([
  ...['not-finite', 'not-a-number', 'not-a-quantity', 'zero', 'negative', 'range-order', 'above-100-percent', 'pue-below-1', 'not-whole'],
  ...['not-yaml', 'not-a-mapping', 'not-a-choice', 'wrong-type', 'invalid', 'unknown-key', 'missing-key', 'missing-value', 'duplicate-key'],
  ...['missing-unit', 'unknown-unit', 'wrong-dimension', 'ambiguous-unit', 'ambiguous-number', 'thousands-separator', 'year-not-of-run'],
]);

/** A draft from a log has only figures that a manifest takes. What is missing in it is asked for. */
async function drafted(text) {
  const log = join(folder, 'log');
  writeFileSync(log, text);
  const draft = await initManifest([log], { out: '-', model: 'm' });
  if (/^[^#"]*\b(?:NaN|Infinity|undefined)\b/m.test(draft.text)) throw new Error(`The draft has a figure that is none:\n${draft.text}`);
  try {
    parseManifest(draft.text);
  } catch (error) {
    const wrong = error instanceof InputError ? error.diagnostics.filter(({ id }) => isWrong.has(id)) : [error];
    if (wrong.length > 0) throw new Error(`The draft is refused: ${JSON.stringify(wrong)}\n${draft.text}`);
  }
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
