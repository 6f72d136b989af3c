// What `bench-patterns.mjs` measures: texts with a gap, and what reads them.
import { readdirSync, readFileSync } from 'node:fs';
import { runAudits } from '../../build/audits/run-audits.js';
import { settingsIn } from '../../build/audits/settings.js';
import { updateCard } from '../../build/card/card.js';
import { cardClaims } from '../../build/claims/card.js';
import { assess, lookUpFactors, parseManifest } from '../../build/index.js';
import { recognised, trackers } from '../../build/trackers/index.js';

const root = new URL('../../fixtures/', import.meta.url);
const textOf = (path) => readFileSync(new URL(path, root), 'utf8');

/** Characters that a reader of a log gets at a time, as from a file. */
const pieceLength = 65_536;

/**
 * Each has an id, the place of the gap, and `run`, which gets what fills it. A further target is a further line.
 *
 * @param all All fixtures of each format, and not the first alone.
 */
export const targets = (all) => [
  ...Object.values(trackers).flatMap((tracker) =>
    filesIn(`trackers/${tracker.id}/`, all).flatMap(([file, text]) =>
      placesIn(text).map(([place, filled]) => ({ id: tracker.id, place: `${file} ${place}`, run: (gap) => read(tracker, filled(gap)) })),
    ),
  ),
  ...Object.values(trackers).map((tracker) => ({ id: tracker.id, place: 'alone', run: (gap) => read(tracker, gap) })),
  { id: 'recognition', place: 'alone', run: (gap) => recognised(gap.slice(0, pieceLength)) },
  ...filesIn('runs/', all).flatMap(([file, text]) =>
    valuesIn(text).map(([place, filled]) => ({ id: 'manifest', place: `${file} ${place}`, run: (gap) => assessed(filled(gap)) })),
  ),
  { id: 'manifest', place: 'alone', run: assessed },
  { id: 'manifest', place: 'after keys', run: (gap) => assessed(`${textOf('runs/least/carboncard.yaml')}\n${gap}`) },
  { id: 'name', place: 'alone', run: (gap) => lookUpFactors(gap) },
  ...['---\nlicense: mit\n---\n# M\n\n', '# M\n\n## Environmental Impact\n\n- **Hardware Type:** ', '---\nlicense: ', ''].flatMap(
    (before) => [
      {
        id: 'card',
        place: JSON.stringify(before),
        run: (gap) => updateCard(`${before}${gap}\n`, { section: () => 'The section.', co2: undefined }),
      },
      { id: 'audit', place: JSON.stringify(before), run: (gap) => audited(`${before}${gap}\n`) },
    ],
  ),
];

function filesIn(folder, all) {
  const files = readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:csv|jsonl?|ya?ml|md|log|txt)$/.test(file))
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => folder !== 'runs/' || /carboncard\.yaml$/.test(file))
    .sort();
  const chosen = files.includes('five-phases/carboncard.yaml') ? ['five-phases/carboncard.yaml'] : files.slice(0, 1);
  return (all ? files : chosen).map((file) => [file, textOf(`${folder}${file}`)]);
}

/** Gaps in a log: below it, and in the place of a word of its first line, its middle and its end. */
function placesIn(text) {
  const found = [...text.matchAll(/[\p{L}\p{N}_.]+/gu)];
  const firstLine = found.filter(({ index }) => index < text.indexOf('\n'));
  const chosen = [firstLine[firstLine.length >> 1], found[found.length >> 1], found.at(-3), found.at(-1)];
  return [
    ['below', (gap) => `${text.trimEnd()}\n${gap}`],
    ...[...new Set(chosen)].flatMap((word) =>
      word === undefined
        ? []
        : [[`for ${word[0]}`, (gap) => `${text.slice(0, word.index)}${gap}${text.slice(word.index + word[0].length)}`]],
    ),
  ];
}

/** Gaps in a manifest: the value of each key once, as it is and in quotes. */
function valuesIn(text) {
  const lines = text.split('\n');
  const keys = new Set();
  return lines.flatMap((line, at) => {
    const [, before] = /^(\s*(?:- )?\w+: )\S/.exec(line) ?? [];
    if (before === undefined || keys.has(before.trim())) return [];
    keys.add(before.trim());
    const filled = (value) => lines.with(at, `${before}${value}`).join('\n');
    return [
      [`${before.trim()} as it is`, filled],
      [`${before.trim()} in quotes`, (gap) => filled(JSON.stringify(gap))],
    ];
  });
}

function assessed(text) {
  assess(parseManifest(text), { samples: 0 });
}

function audited(text) {
  settingsIn(text, () => ({ line: 1, column: 1 }));
  runAudits(cardClaims(text), [], {});
}

async function read(tracker, text) {
  const columns = tracker.id === 'csv' ? { energy: 'used (kWh)' } : undefined;
  for await (const _ of tracker.read(piecesOf(text), { columns }));
}

async function* piecesOf(text) {
  for (let at = 0; at < text.length; at += pieceLength) yield text.slice(at, at + pieceLength);
}
