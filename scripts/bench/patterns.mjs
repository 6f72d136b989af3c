// Texts of 1 KB to 1 MB that repeat one pattern, against plain words of the same length in the same place, by CPU time. Prints the
// worst of each target; fails where 1 MB takes too many times what words take. `npm run bench -- patterns [--all] [target]`.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const own = fileURLToPath(import.meta.url);

/** Times what plain words take that a pattern may take. */
const limit = 20;
/** Milliseconds that 1 MB of plain words takes at least, so that what is refused at once is no measure. */
const least = 20;
// A line of 1 MB is refused by some readers, so the longest is a little shorter.
const lengths = [1000, 16_000, 250_000, 980_000];
const [, , quarter, full] = lengths;
/** Milliseconds of the clock after which an answer is not waited for. */
const patience = 60_000;

if (process.env.CARBONCARD_BENCH_CHILD === undefined) await compare();
else await answerAll();

async function compare() {
  const { values, positionals } = parseArgs({ options: { all: { type: 'boolean', default: false } }, allowPositionals: true });
  const wanted = positionals.filter((word) => word !== 'patterns').map((word) => new RegExp(word));
  const child = createChild(values.all);
  const { targets, patterns } = await child.start();
  const worst = new Map();
  for (const [at, target] of targets.entries()) {
    if (wanted.length > 0 && !wanted.some((one) => one.test(`${target.id} ${target.place}`))) continue;
    const plain = await plainTimes(child, at);
    for (let pattern = 0; pattern < patterns.length; pattern++) {
      const measured = { ...target, pattern: patterns[pattern], ...(await measure(child, { at, pattern }, plain)) };
      if (measured.ratio > limit) {
        console.log(`${rowOf(measured)}  TOO SLOW`);
        process.exitCode = 1;
      }
      const before = worst.get(target.id);
      if (before === undefined || measured.ratio > before.ratio) worst.set(target.id, measured);
    }
  }
  child.stop();
  console.log(`\nThe worst of each, in times what plain words take (at most ${limit}):`);
  for (const measured of worst.values()) console.log(rowOf(measured));
}

/** What plain words take, by their length: the first answers warm up. */
async function plainTimes(child, at) {
  const times = new Map();
  for (const length of [16_000, 16_000, ...lengths]) {
    const both = [await child.ask({ at, words: 'line', length }), await child.ask({ at, words: 'lines', length })];
    times.set(length, Math.max((least * length) / full, ...both.map(({ time }) => time)));
  }
  return times;
}

/** The times of growing texts. The longest is not measured where a quarter of it is far from the limit. */
async function measure(child, question, plain) {
  const times = [];
  let [ratio, answer] = [0, ''];
  for (const length of lengths) {
    const answered = await child.ask({ ...question, length });
    times.push(answered.time);
    answer = answered.id;
    // Of short texts, what was just compiled or collected may be most.
    if (length >= quarter) ratio = answered.time / plain.get(length);
    if (answered.time === Infinity) return { ratio: Infinity, times, answer };
    if (length === quarter && ratio < limit / 4) break;
  }
  return { ratio, times, answer };
}

function rowOf({ id, place, pattern, ratio, times, answer }) {
  const all = times.map((time) => time.toFixed(0)).join(', ');
  return `${id.padEnd(26)} ${ratio.toFixed(1).padStart(6)} × ${JSON.stringify(pattern).padEnd(14)} ${all} ms; ${place}; ${answer}`;
}

/** The process that answers, and another after each that took too long. */
function createChild(all) {
  let child;
  let described;
  const start = async () => {
    child = fork(own, all ? ['--all'] : [], { env: { ...process.env, CARBONCARD_BENCH_CHILD: '1' } });
    described = await new Promise((resolve) => child.once('message', resolve));
    return described;
  };
  return {
    start,
    ask: (question) =>
      new Promise((resolve) => {
        const end = async (answered) => {
          clearTimeout(timer);
          child.removeAllListeners();
          if (answered === undefined) {
            child.kill('SIGKILL');
            await start();
          }
          resolve(answered ?? { time: Infinity, id: 'no answer' });
        };
        const timer = setTimeout(() => void end(undefined), patience);
        child.once('message', (answered) => void end(answered));
        child.once('exit', () => void end(undefined));
        child.send(question);
      }),
    stop: () => {
      child.removeAllListeners();
      child.kill();
    },
  };
}

/** In a process of its own: answers with the milliseconds that a text took, and the id of the first diagnostic. */
async function answerAll() {
  const { targets: targetsOf } = await import('./pattern-targets.mjs');
  const { patterns, words } = await import('./pattern-texts.mjs');
  const targets = targetsOf(process.argv.includes('--all'));
  process.on('message', async ({ at, pattern, words: kind, length }) => {
    const repeated = patterns[pattern];
    const gap = repeated === undefined ? words(length, kind === 'lines') : repeated.repeat(Math.ceil(length / repeated.length));
    const start = process.cpuUsage();
    let id = '';
    try {
      await targets[at].run(gap);
    } catch (error) {
      id = error.diagnostics?.[0]?.id ?? String(error).slice(0, 60);
    }
    const { user, system } = process.cpuUsage(start);
    process.send({ time: (user + system) / 1000, id });
  });
  process.send({ targets: targets.map(({ id, place }) => ({ id, place })), patterns });
}
