// What collecting telemetry costs, against what DuckDB itself needs to read and to sort the same samples.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inTurn, main, root, run } from './measure.mjs';

/**
 * Times `sum` and `count` over the columns of a CSV; a bare `lag` window over a Parquet file; and a tenth of the rows. Memory in MB: the
 * limit that `collect` has by default.
 */
const limits = { csv: 4, parquet: 1.5, growth: 12, memory: 2000 };

/** From here on each is run once: three rounds of 100 million take half an hour. */
const manyRows = 50_000_000;

/** Samples of eight devices, one a second each. */
const samplesSql = (rows) => `SELECT to_timestamp(1700000000 + i // 8)::TIMESTAMP AS time, 'gpu' || (i % 8) AS device,
  (300 + (hash(i) % 10000)::DOUBLE / 100) AS watts FROM range(${rows}) r(i)`;

/** DuckDB in a process of its own, as whoever compares it would run it. */
const duckdb = (sql) => [
  '--input-type=module',
  '-e',
  `import { DuckDBInstance } from '@duckdb/node-api';
const connection = await (await DuckDBInstance.create(':memory:', { memory_limit: '2GB', temp_directory: process.cwd() })).connect();
await connection.runAndReadAll(process.argv[1]);`,
  sql,
];

/** @param rows 10 million, or what `--rows` says; a tenth of them is collected too. */
export function collecting(table, { rows = 10_000_000 }) {
  const folder = mkdtempSync(join(tmpdir(), 'carboncard-bench-'));
  try {
    if (spawnSync(process.execPath, duckdb('SELECT 1')).status !== 0) return table.note('DuckDB is not installed: nothing was measured.');
    const file = (count, format) => `${folder}/${count}.${format}`;
    for (const count of [rows / 10, rows])
      for (const format of ['csv', 'parquet']) run(duckdb(`COPY (${samplesSql(count)}) TO '${file(count, format)}' (FORMAT ${format})`));
    const preload = `${root}scripts/bench/peak-memory.mjs`;
    let peak = 0;
    const collect = (count, format) => () => {
      const words = [
        'collect',
        file(count, format),
        '--boundary',
        'accelerator',
        '--time-zone',
        'UTC',
        '--json',
        '-o',
        `${folder}/out.json`,
      ];
      const time = run(['--import', preload, main, ...words], { env: { PEAK_MEMORY: `${folder}/peak` } });
      peak = Math.max(peak, Math.round(Number(readFileSync(`${folder}/peak`, 'utf8')) * 1.048576));
      return time;
    };
    const times = inTurn(
      {
        sum: () => run(duckdb(`SELECT sum(watts), count(time), count(device) FROM read_csv('${file(rows, 'csv')}')`)),
        lag: () =>
          run(
            duckdb(`SELECT sum(l) FROM (SELECT lag(watts) OVER (PARTITION BY device ORDER BY time) AS l FROM '${file(rows, 'parquet')}')`),
          ),
        csv: collect(rows, 'csv'),
        parquet: collect(rows, 'parquet'),
        fewCsv: collect(rows / 10, 'csv'),
        fewParquet: collect(rows / 10, 'parquet'),
      },
      rows < manyRows ? 3 : 1,
    );
    const million = `${rows / 1e6} million samples`;
    table.time(`sum and count of ${million} in CSV`, times.sum);
    table.time('  collecting them', times.csv, { of: times.sum, limit: limits.csv, byProcessor: true });
    table.time('  a tenth of them', times.fewCsv);
    table.time('  ten times as many', times.csv, { of: times.fewCsv, limit: limits.growth, byProcessor: true });
    table.time(`a lag window over ${million} in Parquet`, times.lag);
    table.time('  collecting them', times.parquet, { of: times.lag, limit: limits.parquet, byProcessor: true });
    table.time('  a tenth of them', times.fewParquet);
    table.time('  ten times as many', times.parquet, { of: times.fewParquet, limit: limits.growth, byProcessor: true });
    if (peak > limits.memory) process.exitCode = 1;
    table.note(`Most memory of \`collect\`: ${peak} MB (at most ${limits.memory}).`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
