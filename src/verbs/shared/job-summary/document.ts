import type { Root, RootContent } from 'mdast';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { expectationLabel } from '../../../diagnostics/imperative.js';
import { headingNode, paragraphNode, tableNode } from '../../../render/formats/nodes.js';
import { renderMarkdown } from '../../../render/markdown.js';
import { percent, plain } from '../../../units/format.js';
import type { SummedModel } from './summed-model.js';
import { jobWords as words } from './words.js';

/** Rows of a table, and models with their parts: a summary of GitHub has at most 1 MiB. */
const [maxRows, maxInFull] = [100, 5];

/** Cells of a bar of 100 %. */
const barCells = 20;

export interface JobSummaryOptions {
  /** Where the files of the commit are shown, up to the path of a file: a picture is linked from there. Without it, none is. */
  readonly pictures?: string | undefined;
}

/**
 * What `check` found, in GitHub-flavoured Markdown, for the page of a job: totals, old and new, each model's parts as bars of
 * characters, and the findings. GitHub removes pictures in `data:` addresses from such a page, so that a picture is one of the
 * commit's files, and the bars are there without it.
 */
export function checkSummary(
  models: readonly SummedModel[],
  findings: readonly Diagnostic[],
  isRight: boolean,
  { pictures }: JobSummaryOptions = {},
): string {
  return summary([
    headingNode(3, words.checkTitle(isRight)),
    ...totalsOf(models),
    ...models.slice(0, maxInFull).flatMap((model) => partsOf(model, pictures)),
    ...findingsOf(findings),
  ]);
}

/** What `audit` found, in the same way. */
export function auditSummary(findings: readonly Diagnostic[]): string {
  const counts = (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [words.count(count, severity)];
  });
  return summary([headingNode(3, words.auditTitle(counts)), ...findingsOf(findings)]);
}

function summary(children: RootContent[]): string {
  const root: Root = { type: 'root', children };
  return `${renderMarkdown(root)}\n`;
}

function totalsOf(models: readonly SummedModel[]): readonly RootContent[] {
  if (models.length === 0) return [];
  const rows = models
    .slice(0, maxRows)
    .map(({ name, before, after, interval }) => [
      name,
      before ?? words.none,
      after ?? words.nothingCounted,
      after === undefined ? words.none : (interval ?? words.notAssessed),
    ]);
  return [tableNode([words.totalsHead, ...rows], ['left', 'right', 'right', 'right']), ...moreOf(models.length, 'model')];
}

function partsOf({ name, parts, chart }: SummedModel, pictures: string | undefined): readonly RootContent[] {
  if (parts.length === 0) return [];
  const rows = parts.map(({ name: part, figure, share }) => [
    part,
    figure,
    share === undefined ? words.none : plain(percent(share)),
    share === undefined ? '' : bar(share),
  ]);
  const picture: readonly RootContent[] =
    chart === undefined || pictures === undefined
      ? []
      : [{ type: 'paragraph', children: [{ type: 'image', url: `${pictures}${uriOf(chart.file)}`, alt: chart.alt }] }];
  return [headingNode(4, name), tableNode([words.partsHead, ...rows], ['left', 'right', 'right', 'left']), ...picture];
}

/** @example bar(0.5) //=> '██████████' */
export function bar(share: number): string {
  const cells = Math.round(Math.min(1, Math.max(0, share)) * barCells);
  return cells === 0 ? '▏' : '█'.repeat(cells);
}

function findingsOf(findings: readonly Diagnostic[]): readonly RootContent[] {
  if (findings.length === 0) return [];
  const rows = findings
    .slice(0, maxRows)
    .map(({ file, line, id, severity, message, expected, note }) => [
      [file, line].filter((part) => part !== undefined).join(':'),
      `${severity} (${id})`,
      [
        message,
        ...(expected === undefined ? [] : [`${expectationLabel(expected)}: ${expected}`]),
        ...(note === undefined ? [] : [note]),
      ].join(' – '),
    ]);
  return [tableNode([words.findingsHead, ...rows]), ...moreOf(findings.length, 'finding')];
}

function moreOf(count: number, noun: string): readonly RootContent[] {
  return count <= maxRows ? [] : [paragraphNode(words.more(count - maxRows, noun))];
}

function uriOf(path: string): string {
  const parts = path.replace(/^(?:\.\/)+/, '').split('/');
  return parts.map((part) => encodeURIComponent(part.toWellFormed())).join('/');
}
