// Measures carboncard in one run, prints ratios, and fails where a limit is passed.
//   npm run bench                       all parts
//   npm run bench -- start render       some of them: start, assess, what-if, cards, logs, collect, render, batch, calculator
//   npm run bench -- --peers FOLDER     beside other tools that are installed in a folder: md-to-pdf, @grnsft/if
//   npm run bench -- batch --models 100 fewer models than 1,000
//   npm run bench -- collect --rows 100000000  samples, in place of 10 million
//   npm run bench -- patterns [--all] [target]  texts that repeat one pattern, alone
//   npm run bench -- --write            writes test/bench/RESULTS.md
import { parseArgs } from 'node:util';
import { assessing, assessTask } from './bench/assess.mjs';
import { batch } from './bench/batch.mjs';
import { calculator } from './bench/calculator.mjs';
import { cards, cardsTask } from './bench/cards.mjs';
import { collecting } from './bench/collect.mjs';
import { floorTask, prepareTask } from './bench/floor.mjs';
import { logs, logTask } from './bench/logs.mjs';
import { rendering } from './bench/render.mjs';
import { createTable, writeResults } from './bench/results.mjs';
import { start } from './bench/start.mjs';
import { whatIfs, whatIfTask } from './bench/what-if.mjs';

/** By the word on the command line; each measures, and fills its table. */
const parts = {
  start: ['Cold start', start],
  assess: ['Assessment and intervals', assessing],
  'what-if': ['What if', whatIfs],
  cards: ['Cards', cards],
  logs: ['Logs', logs],
  collect: ['Telemetry', collecting],
  render: ['One model', rendering],
  batch: ['Many models', batch],
  calculator: ['Calculator in a browser', calculator],
};

/** What has to run in a process of its own. */
const tasks = { 'assess': assessTask, 'what-if': whatIfTask, cards: cardsTask, log: logTask, prepare: prepareTask, floor: floorTask };

if (process.argv[2] === 'task') await tasks[process.argv[3]](...process.argv.slice(4));
else if (process.argv[2] === 'patterns') await import('./bench/patterns.mjs');
else await measure();

async function measure() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      peers: { type: 'string', default: process.env.CARBONCARD_BENCH_PEERS },
      models: { type: 'string', default: '1000' },
      rows: { type: 'string', default: '10000000' },
      write: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.filter((word) => !Object.hasOwn(parts, word));
  if (unknown.length > 0) {
    console.error(`Unknown part: ${unknown.join(', ')}. The parts are ${Object.keys(parts).join(', ')}.`);
    process.exit(2);
  }
  const tables = [];
  for (const [word, [title, part]] of Object.entries(parts)) {
    if (positionals.length > 0 && !positionals.includes(word)) continue;
    const table = createTable(title);
    await part(table, { peers: values.peers, models: Number(values.models), rows: Number(values.rows) });
    tables.push(table);
  }
  if (values.write) writeResults(tables);
}
