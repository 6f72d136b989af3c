// Changed manifests, logs, cards, quantities and names, by a seed: whatever the text, the answer is a result or an error with
// diagnostics, in time that the length of the text bounds. The counts of each target are printed.
//
// `npm run fuzz -- --minutes 20 --seed 7` has a worker for each processor. The n-th input of a target is the same on every machine:
// `npm run fuzz -- --seed 7 --target card --nth 1234` repeats one, and writes it into a file.
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { InputError } from '../build/index.js';
import { createRandom } from './fuzz-random.mjs';
import { targets } from './fuzz-targets.mjs';

/** Milliseconds that an input may take, and those for each KB of it: many times what the slowest takes. */
const patience = 2000;
const patiencePerKb = 200;
/** Milliseconds after which an input is taken for one that never ends, on a busy machine too. */
const endless = 120_000;
/** How often a worker says what it did, in ms. */
const interval = 1000;

if (isMainThread) await main();
else await work(workerData);

async function main() {
  const text = { type: 'string' };
  const { values } = parseArgs({
    options: { minutes: { ...text, default: '0.5' }, seed: { ...text, default: '1' }, workers: text, target: text, nth: text },
  });
  const minutes = Number(values.minutes);
  const seed = Number(values.seed);
  const workers = values.workers === undefined ? availableParallelism() : Number(values.workers);
  const target = values.target === undefined ? undefined : targets.find(({ id }) => id === values.target);
  const isNamed = values.target === undefined || (target !== undefined && Number.isSafeInteger(Number(values.nth)));
  if (!(minutes > 0) || !Number.isSafeInteger(seed) || !(workers >= 1) || !isNamed) {
    console.error(
      'Usage: npm run fuzz -- [--minutes 20] [--seed 7] [--workers 2]\n       npm run fuzz -- --seed 7 --target card --nth 1234',
    );
    process.exit(2);
  }
  if (target !== undefined) return repeat(target, Number(values.nth), seed);
  const counts = new Map(targets.map(({ id }) => [id, { inputs: 0, refused: 0 }]));
  let findings = 0;
  const onFinding = ({ id, nth, message }) => {
    findings += 1;
    console.error(`${id}: ${message}\n  Repeat it: npm run fuzz -- --seed ${seed} --target ${JSON.stringify(id)} --nth ${nth}`);
  };
  await Promise.all(Array.from({ length: workers }, (_, worker) => started({ seed, minutes, worker, workers }, counts, onFinding)));
  for (const [id, { inputs, refused }] of counts) console.log(`${id.padEnd(28)} ${String(inputs).padStart(9)} inputs, ${refused} refused`);
  const all = [...counts.values()].reduce((sum, { inputs }) => sum + inputs, 0);
  console.log(
    `${'all'.padEnd(28)} ${String(all).padStart(9)} inputs, seed ${seed}, ${minutes} min, ${workers} workers, ${findings} findings`,
  );
  if (findings > 0) process.exitCode = 1;
}

/** Starts a worker and waits for its end; one that answers no more is ended. */
function started(data, counts, onFinding) {
  // The target and the number of the input that the worker is at: readable where it never comes back.
  const at = new Int32Array(new SharedArrayBuffer(8));
  const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { ...data, at } });
  return new Promise((done) => {
    let [seen, since] = ['', performance.now()];
    const watch = setInterval(() => {
      const now = at.join();
      if (now !== seen) [seen, since] = [now, performance.now()];
      else if (performance.now() - since > endless) {
        onFinding({ id: targets[at[0]].id, nth: at[1], message: `no answer in ${endless / 1000} s` });
        worker.terminate();
      }
    }, interval);
    worker.on('message', (message) => {
      if ('message' in message) return onFinding(message);
      for (const [id, { inputs, refused }] of message.counts) {
        counts.get(id).inputs += inputs;
        counts.get(id).refused += refused;
      }
    });
    worker.on('error', (error) => onFinding({ id: targets[at[0]].id, nth: at[1], message: `the worker ended: ${error.stack ?? error}` }));
    worker.on('exit', () => {
      clearInterval(watch);
      done();
    });
  });
}

/** Of each target, every input whose number is this worker's. */
async function work({ seed, minutes, worker, workers, at }) {
  const end = performance.now() + minutes * 60_000;
  const next = targets.map(() => worker);
  let counts = new Map();
  let reported = performance.now();
  const send = () => {
    parentPort.postMessage({ counts });
    [counts, reported] = [new Map(), performance.now()];
  };
  for (let round = 1; performance.now() < end; round += 1)
    for (const [index, target] of targets.entries()) {
      // So many inputs as its share of the rounds so far, quantities many in each round.
      for (const due = target.share * round; (next[index] - worker) / workers < due - 1e-9; next[index] += workers) {
        if (performance.now() >= end) return send();
        at.set([index, next[index]]);
        const { isRefused, message } = await answerTo(target, next[index], seed);
        const count = counts.get(target.id) ?? { inputs: 0, refused: 0 };
        counts.set(target.id, { inputs: count.inputs + 1, refused: count.refused + Number(isRefused) });
        if (message !== undefined) parentPort.postMessage({ id: target.id, nth: next[index], message });
      }
      if (performance.now() - reported > interval) send();
    }
  send();
}

/** Runs an input. One that was slow runs twice more, since another program may have had the processor. */
async function answerTo(target, nth, seed, tries = 3) {
  const { text, random } = inputOf(target, nth, seed);
  const [start, used] = [performance.now(), process.cpuUsage()];
  let isRefused = false;
  try {
    await target.run(text, random);
  } catch (error) {
    if (!(error instanceof InputError) || error.diagnostics.length === 0) return { isRefused, message: String(error.stack ?? error) };
    isRefused = true;
  }
  // On a busy machine most of the time is that of other programs.
  const { user, system } = process.cpuUsage(used);
  const time = Math.min(performance.now() - start, (user + system) / 1000);
  if (time <= patience + (patiencePerKb * text.length) / 1024) return { isRefused };
  return tries > 1 ? answerTo(target, nth, seed, tries - 1) : { isRefused, message: `it took ${time.toFixed(0)} ms` };
}

function inputOf(target, nth, seed) {
  const random = createRandom(seed, `${target.id} ${nth}`);
  return { text: target.textOf?.(random) ?? random.changed(random.of(target.of), target.of), random };
}

async function repeat(target, nth, seed) {
  const file = `fuzz-${target.id.replaceAll(' ', '-')}-${nth}.txt`;
  writeFileSync(file, inputOf(target, nth, seed).text);
  const { isRefused, message } = await answerTo(target, nth, seed);
  console.log(`The input is in ${file}. The answer is ${isRefused ? 'an error with diagnostics' : (message ?? 'a result')}.`);
  if (message !== undefined) process.exitCode = 1;
}
