// What the cheap commands cost, against Node doing nothing. Prints a table; fails where a limit is passed.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const rounds = 15;

/** Times `node -e 0` that a command may take. */
const limits = { '--version': 3, '--help': 3, 'render --help': 3, 'schema': 4 };

function median(args) {
  const times = Array.from({ length: rounds }, () => {
    const start = process.hrtime.bigint();
    const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
    if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
    return Number(process.hrtime.bigint() - start) / 1e6;
  });
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)];
}

const nothing = median(['-e', '0']);
console.log(`node -e 0          ${nothing.toFixed(0)} ms`);
for (const [command, limit] of Object.entries(limits)) {
  const time = median([main, ...command.split(' ')]);
  const times = time / nothing;
  const isSlow = times > limit;
  console.log(`${command.padEnd(18)} ${time.toFixed(0)} ms, ${times.toFixed(1)} × (at most ${limit})${isSlow ? '  TOO SLOW' : ''}`);
  if (isSlow) process.exitCode = 1;
}
