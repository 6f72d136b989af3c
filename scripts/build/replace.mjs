// Writes the files of a build so that no process ever reads half of one: under a temporary name first, then renamed.
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A file that has its content already keeps its time, and whoever has it open keeps the old one. */
export function replace(file, content, { mode = 0o644 } = {}) {
  const bytes = Buffer.from(content);
  if (bytesOf(file)?.equals(bytes) === true) {
    chmodSync(file, mode);
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, bytes);
  chmodSync(temporary, mode);
  renameSync(temporary, file);
}

/** Whether a file is one that another build, which goes on, has not renamed yet. */
export function isOfOtherBuild(file) {
  const pid = Number(/\.(\d+)\.tmp$/.exec(file)?.[1]);
  if (!(pid > 0) || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function bytesOf(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
