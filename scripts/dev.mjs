// Watches: compiles src into build whenever it changes, and renders a manifest again after that, or after a change of the
// manifest itself or of a template: `npm run dev -- fixtures/runs/least/carboncard.yaml --format md,json -o /tmp/reports`.
// Without a manifest it only compiles. Charts and the PDF take seconds: `--format md` is the quick way.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const words = process.argv.slice(2);

// Data files and what has lost its source are the build's business; the watch below only compiles.
const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
if (status !== 0) console.error('The build fails; still watching.');

const options = ['-p', join(root, 'tsconfig.build.json'), '--watch', '--preserveWatchOutput'];
const state = ['--incremental', '--tsBuildInfoFile', join(root, 'build/.tsbuildinfo')];
const compile = spawn(process.execPath, [compiler, ...options, ...state], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
compile.stdout.on('data', (text) => {
  process.stdout.write(text);
  if (String(text).includes('Found 0 errors')) renderSoon();
});
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    compile.kill();
    process.exit(0);
  });
}

if (words.length > 0) {
  watch(join(root, 'templates'), { recursive: true }, renderSoon);
  for (const word of words) if (/\.(?:ya?ml|json)$/.test(word) && existsSync(word)) watch(word, renderSoon);
}

let timer;
/** Once for changes that come together: an editor writes a file in several steps. */
function renderSoon() {
  if (words.length === 0) return;
  clearTimeout(timer);
  timer = setTimeout(() => spawnSync(process.execPath, [join(root, 'build/cli/main.js'), 'render', ...words], { stdio: 'inherit' }), 100);
}
