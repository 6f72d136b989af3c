import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'vitest';
import { type LibraryId, listLibrary, type PublishedFigure } from '../../../src/library/library.js';
import { atMost } from '../../../src/units/format.js';
import { root } from '../../docs/blocks.js';
import { expectGolden } from '../../golden-file.js';
import { reproduced } from './reproduced.js';

const page = join(root, 'docs/library.md');
const mark = /^<!-- From here on, .* -->$/m;

type Entry = Awaited<ReturnType<typeof listLibrary>>[number];

const text = (value: number, { unit }: PublishedFigure): string => `${atMost(value, 7)} ${unit.replace('CO2e', '')}`;

function rowsOf({ id, name, publication, published }: Entry): readonly string[] {
  return published.map((figure, at) => {
    const ours = reproduced[id as LibraryId][at];
    if (ours === undefined) throw new TypeError(`${id} has no figure in reproduced.ts`);
    const phase = published.length > 1 ? `, ${figure.phase}` : '';
    const calculated = `${text(ours.calculated, figure)}${ours.by === 'market' ? ', market-based' : ''}`;
    return `| \`${id}\` | ${name}${phase} | ${publication} | ${text(figure.value, figure)} | ${calculated} | ${ours.why} |`;
  });
}

/** What each figure covers, and what to know of it. */
const noteOf = ({ id, boundary, remark }: Entry): string => `- \`${id}\`: ${boundary}.${remark === undefined ? '' : ` ${remark}`}`;

it('docs/library.md lists the library', async () => {
  const entries = await listLibrary();
  const table = [
    '| id | model | publication | published | calculated | why they may differ |',
    '|---|---|---|--:|--:|---|',
    ...entries.flatMap(rowsOf),
  ];
  const notes = ['## What each figure covers', '', ...entries.map(noteOf)];
  const written = readFileSync(page, 'utf8');
  const head = written.slice(0, written.search(mark));
  const line = mark.exec(written)?.[0] ?? '';
  expectGolden(page, `${head}${line}\n\n${table.join('\n')}\n\n${notes.join('\n')}\n`);
});
