import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../docs/blocks.js';
import { hostile } from './hostile.js';
import { compile, engines, withoutTex } from './programs.js';

const fixtures = readdirSync(join(root, 'fixtures/runs'));
/** Very small figures, and works without a year. */
const small = {
  model: { name: 'Small', cite: 'A paper without a date' },
  location: 'FR',
  phases: [
    {
      phase: 'training',
      energy: { value: '0.04 mWh', boundary: 'node' },
      year: 2024,
      pue: 1.2,
      hardware: '1 x T4',
      accelerator_hours: 0.001,
    },
    {
      phase: 'deployment',
      energy: { value: '3 mWh', boundary: 'node', cite: 'a log without a date' },
      requests: 10,
      duration: '1 h',
      year: 2024,
      hardware: '1 x T4',
      accelerator_hours: 0.001,
    },
  ],
};
const own = { hostile, small };
const slugs = [...fixtures, ...Object.keys(own)];
const folder = mkdtempSync(join(tmpdir(), 'carboncard-tex-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** All tests of TeX, which are skipped where it is missing. */
describe.skipIf(withoutTex)('in LaTeX', () => {
  beforeAll(() => {
    for (const [slug, manifest] of Object.entries(own)) writeFileSync(join(folder, `${slug}.json`), JSON.stringify(manifest));
    const manifests = [
      ...fixtures.map((slug) => join(root, 'fixtures/runs', slug, 'carboncard.yaml')),
      ...Object.keys(own).map((slug) => join(folder, `${slug}.json`)),
    ];
    const words = ['render', ...manifests, '-o', join(folder, 'out'), '--format', 'tex,bib', '--quiet'];
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), ...words], { encoding: 'utf8' });
    expect(status, stderr).toBe(0);
  }, 120_000);

  describe.each(engines)('%s', (engine) => {
    it.each(['onecolumn', 'twocolumn'])('sets every carbon.tex in an article of %s without a complaint', (columns) => {
      const parts = slugs.map((slug) => `\\section{${slug}}Words before.\n\\input{../out/${slug}/carbon}\nWords after.\\clearpage`);
      const { status, complaints } = compiled(engine, columns, {
        options: columns,
        preamble: '\\usepackage{booktabs,siunitx}',
        body: parts.join('\n'),
      });
      expect(complaints).toEqual([]);
      expect(status).toBe(0);
    }, 240_000);

    it('sets what the preamble defines, in another class and encoding', () => {
      const { status, complaints } = compiled(engine, 'preamble', {
        className: 'report',
        options: 'a4paper,11pt',
        preamble: `${engine === 'pdflatex' ? '\\usepackage[T1]{fontenc}\\usepackage{lmodern}' : ''}\\input{../out/hostile/carbon}`,
        body: '\\sloppy\\hbadness=10000\\section{\\carbonmodel}\\carbonsentence{} It took \\carbonenergy{} in \\carbonplaces. \\carbonstatement\n\n\\carbontable\\carbontabular',
      });
      expect(complaints).toEqual([]);
      expect(status).toBe(0);
    }, 120_000);

    it.each(Object.keys(own))('prints a bibliography by biber: %s', (slug) => {
      const preamble = '\\usepackage[backend=biber]{biblatex}\\addbibresource{sources.bib}';
      const name = { preamble, body: '\\nocite{*}\\sloppy\\printbibliography' };
      const at = written(`biber-${engine}-${slug}`, name);
      copyBib(slug, at);
      spawnSync(engine, ['-interaction=nonstopmode', 'paper.tex'], { cwd: at });
      const biber = spawnSync('biber', ['paper'], { cwd: at, encoding: 'utf8' });
      expect(biber.stdout.split('\n').filter((line) => /WARN|ERROR/.test(line))).toEqual([]);
      expect(compile(engine, at, 'paper')).toEqual({ status: 0, complaints: [] });
    }, 120_000);
  });

  it('names the package that the preamble lacks', () => {
    const { complaints } = compiled('pdflatex', 'bare', { preamble: '\\usepackage{siunitx}', body: '\\input{../out/bloom/carbon}' });
    expect(complaints[0]).toBe('! carbon.tex needs \\usepackage{booktabs} in the preamble.');
  }, 60_000);

  describe('BibTeX', () => {
    it.each([
      'plain',
      'unsrt',
      'alpha',
      'abbrv',
      'plainnat',
      'abbrvnat',
      'unsrtnat',
    ])('prints every carbon.bib in the style %s', (style) => {
      for (const slug of slugs) {
        const at = join(folder, `bibtex-${style}-${slug}`);
        mkdirSync(at);
        copyBib(slug, at);
        writeFileSync(join(at, 'paper.aux'), `\\relax\n\\citation{*}\n\\bibstyle{${style}}\n\\bibdata{sources}\n`);
        const { status, stdout } = spawnSync('bibtex', ['paper'], { cwd: at, encoding: 'utf8' });
        expect([status, stdout.split('\n').filter((line) => /Warning|error/i.test(line))], slug).toEqual([0, []]);
      }
      for (const slug of Object.keys(own)) {
        const body = `\\sloppy\\hbadness=10000\\input{../bibtex-${style}-${slug}/paper.bbl}`;
        const preamble = `\\usepackage{url}${style.endsWith('nat') ? '\\usepackage{natbib}' : ''}`;
        const { status, complaints } = compiled('pdflatex', `bbl-${style}-${slug}`, { preamble, body });
        expect([status, complaints]).toEqual([0, []]);
      }
    }, 120_000);
  });
});

interface Paper {
  readonly className?: string;
  readonly options?: string;
  readonly preamble: string;
  readonly body: string;
}

function compiled(engine: (typeof engines)[number], name: string, paper: Paper): ReturnType<typeof compile> {
  return compile(engine, written(`${engine}-${name}`, paper), 'paper');
}

/** A folder with `paper.tex`. */
function written(name: string, { className = 'article', options = '', preamble, body }: Paper): string {
  const at = join(folder, name);
  mkdirSync(at);
  writeFileSync(
    join(at, 'paper.tex'),
    `\\documentclass[${options}]{${className}}\n${preamble}\n\\begin{document}\n${body}\n\\end{document}\n`,
  );
  return at;
}

function copyBib(slug: string, at: string): void {
  copyFileSync(join(folder, 'out', slug, 'carbon.bib'), join(at, 'sources.bib'));
}
