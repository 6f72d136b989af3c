// Preloaded with --import: kills the process just before its n-th file takes its place, n being KILL_AT; after the last where there are
// no more. Renames and links count, since each puts a whole file where it belongs.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

let left = Number(process.env.KILL_AT);

for (const [of, name] of [
  [fs, 'renameSync'],
  [fs.promises, 'rename'],
  [fs.promises, 'link'],
]) {
  const original = of[name];
  of[name] = (...args) => {
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
    return original.apply(of, args);
  };
}
syncBuiltinESMExports();
