// What reading a log costs, against splitting it into cells, and how much memory it takes.
import { Readable } from 'node:stream';
import { runTask } from './measure.mjs';

/** Times csv-parse alone that reading a log may take, and memory of a tenth of its rows that it may need. */
const logLimit = 2;
const memoryLimit = 1.5;
const logRows = 1_000_000;

/** Each in a process of its own, since the memory of a process only grows. */
export function logs(table) {
  for (const rowsOfRun of [1000, 1]) {
    const measured = (what, rows) => runTask('log', what, rows, rowsOfRun);
    const [parsing] = measured('csv', logRows);
    const [, small] = measured('read', logRows / 10);
    const [reading, large] = measured('read', logRows);
    const csv = { wall: parsing / 1000 };
    table.time(`splitting ${logRows} rows with csv-parse`, csv);
    table.time(`  reading them, ${rowsOfRun} a run`, { wall: reading / 1000 }, { of: csv, limit: logLimit });
    const isMore = large > memoryLimit * small;
    if (isMore) process.exitCode = 1;
    table.note(
      `Memory for ${logRows} rows, ${rowsOfRun} a run: ${large} MB, ${(large / small).toFixed(2)} times that for a tenth of them (at most ${memoryLimit})${isMore ? ' OVER' : ''}.`,
    );
  }
}

/** In the process of its own: prints the milliseconds that a log of CodeCarbon took, and the most memory in MB. */
export async function logTask(what, rows, rowsOfRun) {
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
  const { codecarbon } = await import('../../build/trackers/codecarbon/codecarbon.js');
  const { createSums } = await import('../../build/runs/sums.js');
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
