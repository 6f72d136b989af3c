// What was measured, as lines on the terminal and as tables in test/bench/RESULTS.md.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { root } from './measure.mjs';

const file = `${root}test/bench/RESULTS.md`;

/** A table of one part. A row that is over its limit makes the whole run fail. */
export function createTable(title) {
  const rows = [];
  const notes = [];
  console.log(`\n${title}`);
  return {
    title,
    rows,
    notes,
    /**
     * @param of What it is compared with: a time of another row.
     * @param limit Times that, at most.
     */
    time: (what, { wall, cpu }, { of, limit, byProcessor = false } = {}) => {
      const ratio = of === undefined ? undefined : byProcessor ? cpu / of.cpu : wall / of.wall;
      const isOver = limit !== undefined && ratio > limit;
      if (isOver) process.exitCode = 1;
      const compared =
        ratio === undefined ? '' : `${number(ratio)} ×${limit === undefined ? '' : ` (at most ${limit})`}${isOver ? ' OVER' : ''}`;
      const row = [what, seconds(wall), seconds(cpu), compared];
      rows.push(row);
      console.log(`  ${what.padEnd(58)} ${row[1].padStart(9)} ${row[2].padStart(9)}  ${compared}`);
    },
    /** Where something can't be measured here, or is not a time. */
    note: (sentence) => {
      notes.push(sentence);
      console.log(`  ${sentence}`);
    },
  };
}

/** Writes the tables into the file; what other parts found in an earlier run stays, with the machine of that run. */
export function writeResults(tables) {
  const sections = new Map(readSections());
  for (const table of tables) sections.set(table.title, sectionOf(table));
  const head = `# Results of \`npm run bench\`

Written by \`npm run bench -- --write\`. Ratios are of medians in one run, in which what is compared ran in turn; the processor time is that of a
process and all that it started. Each part says on which machine it ran.
`;
  mkdirSync(dirname(file), { recursive: true });
  const parts = [...sections].map(([title, text]) => `## ${title}\n\n${text.trim()}\n`);
  writeFileSync(file, [head, ...parts].join('\n'));
}

function readSections() {
  if (!existsSync(file)) return [];
  const parts = readFileSync(file, 'utf8').split(/^## /m).slice(1);
  return parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n')).trim()]);
}

function sectionOf({ rows, notes }) {
  const table = [['', 'wall clock', 'processor', 'ratio'], ['-', '-:', '-:', '-'], ...rows].map((row) => `| ${row.join(' | ')} |`);
  return [machine(), rows.length === 0 ? '' : table.join('\n'), ...notes].filter((part) => part !== '').join('\n\n');
}

function machine() {
  const memory = Math.round(totalmem() / 2 ** 30);
  const model = cpus()[0]?.model ?? 'unknown processor';
  return `${model}, ${availableParallelism()} cores, ${memory} GiB, ${process.platform} ${process.arch}, Node ${process.versions.node}.`;
}

function seconds(value) {
  return value === undefined ? '' : value < 0.1 ? `${(value * 1000).toFixed(0)} ms` : `${value.toFixed(2)} s`;
}

function number(value) {
  return value < 0.1 ? value.toFixed(3) : value.toFixed(2);
}
