// One model, cold: everything against printing its Markdown with md-to-pdf, and figures alone against Impact Framework.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { impactManifest, impactTotal } from './impact-framework.mjs';
import { inTurn, main, root, run } from './measure.mjs';

const manifest = join(root, 'fixtures/runs/bloom/carboncard.yaml');

/** Times md-to-pdf that a full render may take, and times if-run that Markdown and JSON may. */
const fullLimit = 1;
const textLimit = 0.5;

export async function rendering(table, { peers }) {
  const folder = mkdtempSync(join(tmpdir(), 'carboncard-bench-'));
  try {
    const tasks = {
      nothing: () => run(['-e', '0']),
      full: () => run([main, 'render', '--force', manifest, '-o', join(folder, 'full'), '--format', 'md,json,pdf,charts']),
      text: () => run([main, 'render', '--force', manifest, '-o', join(folder, 'text'), '--format', 'md,json']),
    };
    // The first unpacks the browser, and writes the Markdown that md-to-pdf prints.
    tasks.full();
    const printer = peers && peerOf(peers, 'md-to-pdf', 'dist/cli.js');
    const framework = peers && peerOf(peers, '@grnsft/if', 'build/if-run/index.js');
    if (printer) tasks.printer = await markdownPrinter(printer, join(folder, 'full/bloom'));
    if (framework) tasks.framework = () => run([framework, '-m', 'impact.yaml', '-o', 'impact-out.yaml'], { cwd: folder });
    writeFileSync(join(folder, 'impact.yaml'), impactManifest());
    const { nothing, full, text, printer: printed, framework: computed } = inTurn(tasks, 7);
    table.time('node -e 0', nothing);
    if (printed) table.time('md-to-pdf report.md', printed, { of: nothing });
    table.time('carboncard render: Markdown, JSON, PDF, charts', full, { of: printed ?? nothing, limit: printed && fullLimit });
    if (computed) table.time('if-run on the same arithmetic', computed, { of: nothing });
    table.time('carboncard render --format md,json', text, { of: computed ?? nothing, limit: computed && textLimit });
    if (computed) table.note(agreement(folder));
    for (const [name, peer] of Object.entries({ 'md-to-pdf': printer, '@grnsft/if': framework }))
      if (!peer) table.note(`${name} was not measured: it is not in the folder that \`--peers\` names.`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The program of a package in the folder that the user names. */
function peerOf(folder, name, program) {
  const file = join(folder, name, program);
  const inModules = join(folder, 'node_modules', name, program);
  return [file, inModules].find((path) => existsSync(path));
}

/** md-to-pdf with the browser that carboncard uses. */
async function markdownPrinter(program, folder) {
  const { withBrowserHome } = await import('../../build/io/chromium/index.js');
  const { executable, libraries } = await withBrowserHome(({ executable: path, environment }) =>
    Promise.resolve({ executable: path, libraries: environment.LD_LIBRARY_PATH }),
  );
  const options = JSON.stringify({ executablePath: executable, args: ['--no-sandbox'] });
  const env = libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries };
  return () => run([program, 'report.md', '--launch-options', options], { cwd: folder, env });
}

/** Both have to have computed the same. */
function agreement(folder) {
  const own = JSON.parse(readFileSync(join(folder, 'text/bloom/assessment.json'), 'utf8')).totals.development.emissions.value;
  const theirs = impactTotal(readFileSync(join(folder, 'impact-out.yaml'), 'utf8'));
  if (!(Math.abs(own / theirs - 1) < 1e-4)) throw new Error(`The arithmetic is not the same: ${own} and ${theirs} kg`);
  return `Both computed ${own.toFixed(0)} kg of CO₂e for the training; carboncard intervals, sources and a report beside it.`;
}
