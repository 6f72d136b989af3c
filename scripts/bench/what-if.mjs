// What all regions of a cloud cost, against one assessment of the same training.
import { inTurn, run, runTask } from './measure.mjs';

/** A whole process that calculates all regions, per process that assesses the training alone, at most. */
const limit = 2;

export function whatIfs(table) {
  const { nothing } = inTurn({ nothing: () => run(['-e', '0']) }, 5);
  for (const cloud of ['aws', 'gcp', 'azure']) {
    const task = (asked) => () => {
      const [wall, cpu] = runTask('what-if', cloud, asked);
      return { wall, cpu };
    };
    const { one, all } = inTurn({ one: task('one'), all: task('all') }, 7);
    table.time(`a training on ${cloud}, read and assessed`, one, { of: nothing });
    table.time(`  and in all regions of ${cloud}`, all, { of: one, limit, byProcessor: true });
  }
}

const regions = { aws: 'us-west-2', gcp: 'us-central1', azure: 'westus2' };

/** In a process of its own: prints the seconds, of wall clock and processor, from the start of the process on. */
export async function whatIfTask(cloud, asked) {
  const { assess, parseManifest, whatIf } = await import('../../dist/index.js');
  const text = `model: Bench\nhardware: 64 x A100 80GB\nduration: 72 h\ncloud: ${cloud}\nregion: ${regions[cloud]}\nyear: 2023\n`;
  const resolved = parseManifest(text);
  const assessment = assess(resolved);
  if (asked === 'all') {
    const [table] = whatIf(resolved, assessment).tables;
    if (table.alternatives.length < 30 || table.alternatives.some(({ difference }) => difference === undefined))
      throw new Error(`${table.alternatives.length} alternatives`);
  }
  const { user, system } = process.cpuUsage();
  console.log(process.uptime(), (user + system) / 1e6);
}
