import type { Heading, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Assessment } from '../assessment/assessment.js';
import type { SectionId } from '../sections/ids.js';
import { reportArrangement, sectionArrangement, sections } from '../sections/index.js';
import type { FilesBeside, SectionContext } from '../sections/section.js';
import type { DocumentSection, ReportDocument } from './document.js';
import { headings } from './messages.js';
import type { Template } from './templates.js';
import { asLine } from './tokens.js';

/** Templates of sections by section id; the user's where there is one. */
export type Templates = ReadonlyMap<SectionId, Template>;

/** What every section of a document is composed from. */
interface Composition {
  readonly assessment: Assessment;
  readonly templates: Templates;
  readonly context: SectionContext;
}

function sectionTree(id: SectionId, { assessment, templates, context }: Composition): Root | undefined {
  const data = sections[id].data(assessment, context);
  const template = templates.get(id);
  if (data === undefined || template === undefined) return undefined;
  const tree = template(data);
  return tree.children.length === 0 ? undefined : tree;
}

/** The report that HTML and PDF show, a tree a section. */
export function composeReport(assessment: Assessment, templates: Templates, context: SectionContext): ReportDocument {
  const { model, report } = assessment;
  return {
    title: headings.report(model.name),
    authors: report.authors,
    // All words of a report are English; the authors' own are names and citations.
    language: 'en',
    paper: report.paper,
    date: report.date,
    sections: reportArrangement.flatMap((id): DocumentSection[] => {
      const tree = sectionTree(id, { assessment, templates, context });
      return tree === undefined ? [] : [{ id, tree }];
    }),
  };
}

/** The report as one tree, below its own title. */
export function composeReportPage(assessment: Assessment, templates: Templates, context: SectionContext, chartFolder = 'charts'): Root {
  const { title, sections: parts } = composeReport(assessment, templates, context);
  const root: Root = {
    type: 'root',
    children: [heading(1, asLine(title)), ...parts.flatMap(({ tree }) => tree.children.filter((node) => !isTitle(node)))],
  };
  visit(root, 'image', (node) => {
    node.url = inFolder(node.url, chartFolder);
  });
  return root;
}

export interface SectionOptions {
  /** Level of the section's own heading: 2 as the Hub's template has it, or that of the card. */
  readonly level?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  /** Whether the section begins with that heading; a card may have it already. */
  readonly heading?: boolean | undefined;
  /** Folder of the charts, as links in the document name it. */
  readonly chartFolder?: string | undefined;
  /** Files that are written with the section, and that it links to. */
  readonly beside?: FilesBeside | undefined;
  /** Whether the whole report follows, folded. */
  readonly full?: boolean | undefined;
}

/** The section of a model card as one tree: the Hub's heading, what has to be seen, and, where asked for, the report, folded. */
export function composeSection(
  assessment: Assessment,
  templates: Templates,
  context: SectionContext,
  { level = 2, heading: hasHeading = true, chartFolder = 'charts', beside, full = false }: SectionOptions = {},
): Root {
  const composition = { assessment, templates, context: { ...context, beside } };
  const report = full ? composeReport(assessment, templates, context).sections.flatMap(({ tree }) => tree.children) : [];
  const root: Root = {
    type: 'root',
    children: [
      ...(hasHeading ? [heading(2, headings.section)] : []),
      ...sectionArrangement.flatMap((id) => sectionTree(id, composition)?.children ?? []),
      ...(full ? folded(report.filter((node) => !isTitle(node))) : []),
    ],
  };
  visit(root, (node) => {
    if (node.type === 'heading') node.depth = Math.min(6, node.depth + level - 2) as Heading['depth'];
    if (node.type === 'image' || node.type === 'link') node.url = inFolder(node.url, chartFolder);
    if (node.type === 'html') node.value = node.value.replace(/(?<=^<img [^>]*src=")[^"]*/, (url) => inFolder(url, chartFolder));
  });
  return root;
}

/** Behind one click, a level below the section's heading. */
function folded(nodes: readonly RootContent[]): readonly RootContent[] {
  for (const node of nodes) if (node.type === 'heading') node.depth = Math.min(6, node.depth + 1) as Heading['depth'];
  return [html(`<details>\n<summary>${headings.folded}</summary>`), ...nodes, html('</details>')];
}

/** A report's title, which the document around it has already. */
function isTitle(node: RootContent): boolean {
  return node.type === 'heading' && node.depth === 1;
}

function heading(depth: Heading['depth'], text: string): Heading {
  return { type: 'heading', depth, children: [{ type: 'text', value: text }] };
}

const ownChart = /^charts\/(?=[a-z-]+\.png$)/;

/** A chart's address from the document, whose charts are in the folder; empty for the document's own. */
function inFolder(url: string, folder: string): string {
  return url.replace(ownChart, folder === '' ? '' : `${folder}/`);
}

function html(value: string): RootContent {
  return { type: 'html', value };
}
