// What the cheap commands cost, and what intervals cost, against Node doing nothing. Prints a table; fails where a limit
// is passed.
import { spawnSync } from 'node:child_process';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const own = fileURLToPath(import.meta.url);
const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const rounds = 15;

/** Times `node -e 0` that a command may take. */
const commands = { '--version': 3, '--help': 3, 'render --help': 3, 'schema': 4 };

/** Times `node -e 0` that ten thousand samples may add to the assessment of so many phases. */
const sampling = { 50: 6, 5: 1 };

/** Times parsing cards with remark that putting a section and metadata into them may take; parsing is part of it. */
const cardLimit = 2;

/** Times csv-parse alone that reading a log may take, and memory of a tenth of its rows that it may need. */
const logLimit = 2;
const memoryLimit = 1.5;
const logRows = 1_000_000;

const [task, ...rest] = process.argv.slice(2);
if (task === 'log') await timeLog(...rest);
else if (task === 'assess') await timeAssessment(...rest.map(Number));
else if (task === 'cards') await timeCards();
else compare();

function compare() {
  const nothing = median(() => timeOf(['-e', '0']));
  print('node -e 0', nothing);
  for (const [command, limit] of Object.entries(commands))
    print(
      command,
      median(() => timeOf([main, ...command.split(' ')])),
      nothing,
      limit,
    );
  for (const [phases, limit] of Object.entries(sampling)) {
    // Each in a process of its own, so that compiling the sampler counts, and the first of two does not warm the second.
    const time = median(() => assessmentTime(phases, 10_000) - assessmentTime(phases, 0));
    print(`sampling ${phases} phases`, time, nothing, limit);
  }
  const [parsing, updating] = run([own, 'cards'], 'pipe').split(' ').map(Number);
  print('parsing 1000 cards', parsing);
  print('updating them', updating, parsing, cardLimit);
  for (const rowsOfRun of [1000, 1]) compareLogs(rowsOfRun);
}

/** Each in a process of its own, since the memory of a process only grows. */
function compareLogs(rowsOfRun) {
  const measured = (what, rows) =>
    run([own, 'log', what, String(rows), String(rowsOfRun)], 'pipe')
      .split(' ')
      .map(Number);
  const [parsing] = measured('csv', logRows);
  const [, small] = measured('read', logRows / 10);
  const [reading, large] = measured('read', logRows);
  print(`${logRows} rows by csv-parse`, parsing);
  print(`  read, ${rowsOfRun} a run`, reading, parsing, logLimit);
  const isMore = large > memoryLimit * small;
  console.log(
    `  memory           ${large} MB, ${(large / small).toFixed(2)} × that of a tenth (at most ${memoryLimit})${isMore ? '  TOO MUCH' : ''}`,
  );
  if (isMore) process.exitCode = 1;
}

function print(what, time, nothing, limit) {
  const isSlow = limit !== undefined && time > limit * nothing;
  const times = limit === undefined ? '' : `, ${(time / nothing).toFixed(1)} × (at most ${limit})${isSlow ? '  TOO SLOW' : ''}`;
  console.log(`${what.padEnd(18)} ${time.toFixed(0)} ms${times}`);
  if (isSlow) process.exitCode = 1;
}

function median(time) {
  return Array.from({ length: rounds }, time).sort((a, b) => a - b)[Math.floor(rounds / 2)];
}

function timeOf(args) {
  const start = process.hrtime.bigint();
  run(args, 'ignore');
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function assessmentTime(phases, samples) {
  return Number(run([own, 'assess', phases, String(samples)], 'pipe'));
}

function run(args, stdout) {
  const { status, stdout: text } = spawnSync(process.execPath, args, { stdio: ['ignore', stdout, 'inherit'], encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  return text;
}

/** In the process of its own: prints the milliseconds that the first assessment took, parsing not counted. */
async function timeAssessment(phases, samples) {
  const { assess, parseManifest } = await import('../dist/index.js');
  const manifest = parseManifest(manifestOf(phases));
  const start = process.hrtime.bigint();
  const { lines, totals } = assess(manifest, { samples });
  const time = Number(process.hrtime.bigint() - start) / 1e6;
  const unsure = lines.filter(({ emissions }) => emissions.low !== undefined);
  const expected = samples === 0 ? 0 : 4 * phases;
  if (lines.length !== 4 * phases || unsure.length !== expected || (totals.development.emissions.low === undefined) !== (samples === 0))
    throw new Error(`${lines.length} lines, ${unsure.length} with an interval`);
  console.log(time);
}

/** Phases of four lines and eight unsure inputs of their own, each range of another size; grid and water are shared. */
function manifestOf(phases) {
  const range = (value, unit, spread) =>
    `{ value: ${value} ${unit}, low: ${(value / spread).toPrecision(6)} ${unit}, high: ${(value * spread).toPrecision(6)} ${unit} }`;
  const all = Array.from({ length: phases }, (_, each) => {
    const n = each % 50;
    const spread = (k) => 1.05 + 0.07 * k + 0.003 * n;
    return `  - phase: experiments
    name: run ${each}
    energy: { value: ${100 + n} kWh, low: ${80 + n} kWh, high: ${130 + n} kWh, boundary: accelerator }
    accelerators: 8
    accelerator_hours: ${range(800 + n, 'h', spread(1))}
    idle: ${range(2, 'kW', spread(3))}
    duration: 100 h
    system_boundary: [embodied, dynamic, idle, overhead]
    site:
      pue: { value: 1.2, low: ${1.1 - n / 1000}, high: ${1.3 + n / 1000} }
      wue: ${range(1.8, 'L/kWh', spread(2))}
      location: FR
    hardware:
      accelerator: A100 SXM4 80GB
      per_node: 8
      embodied:
        accelerator: ${range(150, 'kgCO2e', spread(4))}
        server: ${range(2500, 'kgCO2e', spread(5))}
        lifetime: ${range(5, 'years', spread(6))}
        convention: calendar
`;
  });
  return `carboncard: 1\nmodel: Bench\nphases:\n${all.join('')}`;
}

/** In a process of its own: prints the milliseconds that remark takes to parse a thousand cards, and those to update them. */
async function timeCards() {
  const { parseBody } = await import('../build/card/body.js');
  const { updateCard } = await import('../build/card/card.js');
  const cards = Array.from({ length: 1000 }, (_, n) => cardOf(n));
  const section = 'A line of the section.\n'.repeat(400);
  const content = { section: () => section, co2: { grams: 123456.7, source: 'bench' } };
  const tasks = [() => cards.map((card) => parseBody(card, 0)), () => cards.map((card) => updateCard(card, content))];
  const times = tasks.map(() => []);
  // In turns, so that a busy moment of the machine hits both; the first round warms up.
  for (let round = 0; round < 4; round++)
    for (const [n, task] of tasks.entries()) {
      const start = process.hrtime.bigint();
      task();
      if (round > 0) times[n].push(Number(process.hrtime.bigint() - start) / 1e6);
    }
  console.log(times.map((all) => Math.min(...all)).join(' '));
}

/** Some 4 kB, as cards on the Hub have: front matter with results, the template's sections, lists, a table, code. */
function cardOf(n) {
  const prose =
    'Trained on *a corpus* of text from the [web](https://example.org), filtered by `rules`, evaluated on **tasks** (https://example.org/tasks).\n\n';
  const sections = ['Model Details', 'Uses', 'Training Details', 'Evaluation', 'Technical Specifications', 'Citation'].map(
    (title, k) =>
      `## ${title}\n\n${prose.repeat(3 + ((n + k) % 3))}- one of ${n}\n- two\n\n| a | b |\n| - | - |\n| ${n} | ${k} |\n\n\`\`\`python\nprint(${k})\n\`\`\`\n\n`,
  );
  const results = `model-index:\n- name: m${n}\n  results:\n  - task:\n      type: text-generation\n    metrics:\n    - type: accuracy\n      value: 0.${n}\n`;
  return `---\nlanguage: en\nlicense: mit\ntags:\n- text\n- n${n}\n${results}---\n\n# Model ${n}\n\n${sections.join('')}`;
}

/** In the process of its own: prints the milliseconds that a log of CodeCarbon took, and the most memory in MB. */
async function timeLog(what, rows, rowsOfRun) {
  const log = () => logOf(Number(rows), Number(rowsOfRun));
  const start = process.hrtime.bigint();
  const found = what === 'csv' ? await rowsBy(log()) : await runsIn(log());
  const time = Number(process.hrtime.bigint() - start) / 1e6;
  const expected = what === 'csv' ? Number(rows) + 1 : Number(rows) / Number(rowsOfRun);
  if (found !== expected) throw new Error(`${found} were found, and ${expected} are there`);
  console.log(`${time} ${Math.round(process.resourceUsage().maxRSS / 1024)}`);
}

async function rowsBy(text) {
  const { parse } = await import('csv-parse');
  const parser = Readable.from(text).pipe(parse());
  let rows = 0;
  parser.on('data', () => rows++);
  await new Promise((resolve, reject) => parser.on('end', resolve).on('error', reject));
  return rows;
}

async function runsIn(text) {
  const { codecarbon } = await import('../build/trackers/codecarbon/codecarbon.js');
  const { createSums } = await import('../build/runs/sums.js');
  const sums = createSums();
  for await (const finding of codecarbon.read(text)) if ('run' in finding) sums.add(finding.run);
  return sums.runs;
}

/** Rows as CodeCarbon 2.3.1 writes them, each run's with its total so far. */
async function* logOf(rows, rowsOfRun) {
  const machine = '20,Intel(R) Core(TM) i9-10900 CPU @ 2.80GHz,1,1 x NVIDIA GeForce RTX 3060';
  let piece =
    'timestamp,project_name,run_id,duration,emissions,emissions_rate,cpu_power,gpu_power,ram_power,cpu_energy,gpu_energy,ram_energy,energy_consumed,country_name,country_iso_code,region,cloud_provider,cloud_region,os,python_version,codecarbon_version,cpu_count,cpu_model,gpu_count,gpu_model,longitude,latitude,ram_total_size,tracking_mode,on_cloud,pue\n';
  for (let row = 0; row < rows; row++) {
    const done = 1 + (row % rowsOfRun);
    const energies = [0.001 * done, 0.01 * done, 0.0005 * done];
    const id = `66e41014-0a9c-4a93-89d8-${String(Math.floor(row / rowsOfRun)).padStart(12, '0')}`;
    const total = energies[0] + energies[1] + energies[2];
    piece += `2023-11-09T15:13:33,bench,${id},${60.123456789 * done},${total * 0.0674},1.11e-06,32.5,319.44477847357605,11.903344631195068,${energies.join()},${total},France,FRA,brittany,,,Linux,3.9.12,2.3.1,${machine},,,31.742252349853516,machine,N,1.0\n`;
    if (piece.length < 65_000) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}
