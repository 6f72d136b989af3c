import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds what is out of date, so that `npm test` needs no step before it and never tests an old build. */
export default function buildFirst(): void {
  const script = fileURLToPath(new URL('../scripts/build.mjs', import.meta.url));
  execFileSync(process.execPath, [script], { stdio: 'inherit' });
}
