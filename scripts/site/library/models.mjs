import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { toString as textOf } from 'mdast-util-to-string';
import { parsedMarkdown } from '../parsed-markdown.mjs';

/** Modules of the compiled program, with all that they export in one object. */
async function programIn(compiled, paths) {
  const modules = await Promise.all(paths.map((path) => import(pathToFileURL(join(compiled, path)).href)));
  return Object.assign({}, ...modules);
}

/** What the pages of the library take from the program. */
export function libraryProgram(compiled) {
  return programIn(compiled, [
    'library/library.js',
    'calculator/calculator.js',
    'calculator/address.js',
    'verbs/shared/render-context.js',
    'verbs/compare.js',
    'compare/printed.js',
    'comparison/chart.js',
    'comparison/document.js',
    'comparison/figure-table.js',
    'charts/emission-scale.js',
    'units/format.js',
    'units/parse.js',
    'assessment/component-names.js',
    'sections/words/facts.js',
    'sections/words/most.js',
    'sections/words/works.js',
    'render/html/screen-figure.js',
    'render/html/screen-tables.js',
    'render/html/sections.js',
  ]);
}

/** The models of the library, each with what its pages show: the manifest, what the calculator makes of it, and published figures. */
export async function readModels({ root, program, context }) {
  const { listLibrary, readLibraryModel, createCalculator, addressOf } = program;
  const reasons = reasonsIn(readFileSync(join(root, 'docs/library.md'), 'utf8'));
  const calculator = createCalculator(context);
  const models = [];
  // One after the other: charts are drawn in turn.
  for (const entry of await listLibrary()) {
    const { text } = await readLibraryModel(entry.id);
    const { result, findings } = await calculator.calculate({ text });
    if (result === undefined) throw new TypeError(`${entry.id}: ${findings.map((one) => one.message).join(' ')}`);
    const assessment = JSON.parse(result.json);
    const figures = entry.published.map((published, at) => ({
      published,
      total: totalOf(entry.id, assessment, published.phase),
      reason: reasonOf(reasons, entry.id, at),
    }));
    models.push({ ...entry, text, result, findings, assessment, figures, address: await addressOf(text) });
  }
  return models;
}

/** What the manifest gives for the phases that a published figure is of. */
function totalOf(id, { totals: { development, deployment } }, phase) {
  if (phase === 'deployment' && deployment !== undefined) return deployment;
  const phases = development?.phases ?? [];
  const own = phases.filter((one) => one.phase === phase);
  if (own.length !== 1) throw new TypeError(`${id}: ${own.length} totals of the phase ${phase}`);
  // The total of all phases has the market-based figure too.
  return phases.length === 1 ? development : own[0];
}

/** The same assessment, of the phases of one kind alone. */
export function ofPhase(assessment, phase) {
  const { development, deployment, ...totals } = assessment.totals;
  const own = phase === 'deployment' ? { deployment } : { development };
  return { ...assessment, totals: { ...totals, ...own }, phases: assessment.phases.filter((one) => one.phase === phase) };
}

/** Why a calculated figure may differ from the published one, by model, in the order of its figures: the last column of docs/library.md. */
function reasonsIn(markdown) {
  const { children } = parsedMarkdown(markdown);
  const table = children.find(({ type }) => type === 'table');
  const reasons = new Map();
  for (const { children: cells } of table.children.slice(1)) {
    const id = textOf(cells[0]);
    reasons.set(id, [...(reasons.get(id) ?? []), textOf(cells.at(-1))]);
  }
  return reasons;
}

function reasonOf(reasons, id, at) {
  const reason = reasons.get(id)?.[at];
  if (reason === undefined) throw new TypeError(`docs/library.md has no row for figure ${at + 1} of ${id}`);
  return reason;
}
