import { spawnSync } from 'node:child_process';

export const engines = ['pdflatex', 'xelatex', 'lualatex'] as const;
export type Engine = (typeof engines)[number];

const files = ['booktabs.sty', 'siunitx.sty', 'fontspec.sty', 'biblatex.sty'];

/** What of TeX this machine lacks; nothing where all is there. */
function missing(): readonly string[] {
  const programs = [...engines, 'bibtex', 'biber'].filter((name) => spawnSync(name, ['--version']).status !== 0);
  return programs.length > 0 ? programs : files.filter((name) => spawnSync('kpsewhich', [name]).status !== 0);
}

const lacking = missing();

/** Whether tests of TeX are left out: only where it is missing, and never where it was installed for them. */
export const withoutTex = lacking.length > 0 && process.env['CARBONCARD_TEX'] !== 'required';

if (withoutTex)
  process.stderr.write(`Tests of TeX are skipped: ${lacking.join(', ')} not found. \`.ci/run test\` installs Debian's packages.\n`);

/** What a run of LaTeX complains of. */
export interface Compiled {
  readonly status: number | null;
  /** Errors, warnings, boxes that are too full or too empty, characters that a font lacks. */
  readonly complaints: readonly string[];
}

/** Compiles `name.tex` in a folder, twice, for the references. */
export function compile(engine: Engine, folder: string, name: string): Compiled {
  // Lines of a log are as long as its messages.
  const env = { ...process.env, max_print_line: '10000' };
  const run = () =>
    spawnSync(engine, ['-interaction=nonstopmode', '-no-shell-escape', `${name}.tex`], {
      cwd: folder,
      env,
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
  run();
  const { status, stdout } = run();
  const complaints = stdout.split('\n').filter((line) => /^!|Warning|^(?:Over|Under)full|Missing character/.test(line));
  return { status, complaints };
}
