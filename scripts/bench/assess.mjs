// What an assessment costs, and what its intervals cost, against Node doing nothing.
import { inTurn, run, runTask } from './measure.mjs';

/** Times `node -e 0` that ten thousand samples may add to the assessment of so many phases. */
const sampling = { 50: 6, 5: 1 };

export function assessing(table) {
  const { nothing } = inTurn({ nothing: () => run(['-e', '0']) }, 11);
  table.time('node -e 0', nothing);
  for (const [phases, limit] of Object.entries(sampling)) {
    // Each in a process of its own, so that compiling the sampler counts, and the first of two does not warm the second.
    const timed = (samples) => () => {
      const [wall, cpu] = runTask('assess', phases, samples);
      return { wall, cpu };
    };
    const { without, all } = inTurn({ without: timed(0), all: timed(10_000) }, 11);
    table.time(`assessing ${phases} phases, parsed, without intervals`, without, { of: nothing });
    table.time(`  sampling their intervals`, { wall: all.wall - without.wall, cpu: all.cpu - without.cpu }, { of: nothing, limit });
  }
  // Thousands take time in proportion.
  const [some, many] = [500, 2000].map((phases) => {
    const [wall, cpu] = runTask('assess', phases, 0);
    return { wall, cpu };
  });
  table.time('assessing 500 phases', some);
  table.time('assessing 2000 phases', many, { of: some, limit: 6, byProcessor: true });
}

/** In a process of its own: prints the seconds that the first assessment took, of wall clock and processor, parsing not counted. */
export async function assessTask(phases, samples) {
  const { assess, parseManifest } = await import('../../dist/index.js');
  const manifest = parseManifest(manifestOf(Number(phases)));
  const before = process.cpuUsage();
  const start = process.hrtime.bigint();
  const { lines, totals } = assess(manifest, { samples: Number(samples) });
  const time = Number(process.hrtime.bigint() - start) / 1e9;
  const { user, system } = process.cpuUsage(before);
  const unsure = lines.filter(({ emissions }) => emissions.low !== undefined);
  const expected = samples === '0' ? 0 : 4 * phases;
  if (lines.length !== 4 * phases || unsure.length !== expected || (totals.development.emissions.low === undefined) !== (samples === '0'))
    throw new Error(`${lines.length} lines, ${unsure.length} with an interval`);
  console.log(time, (user + system) / 1e6);
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
