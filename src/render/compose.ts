import type { Heading, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Assessment } from '../assessment/assessment.js';
import type { SectionId } from '../sections/ids.js';
import { cardArrangement, reportArrangement, sections } from '../sections/index.js';
import type { SectionContext } from '../sections/section.js';
import type { DocumentSection, ReportDocument } from './document.js';
import type { Template } from './templates.js';

/** Templates of sections by section id; the user's where there is one. */
export type Templates = ReadonlyMap<SectionId, Template>;

/** What every section of a document is composed from. */
interface Composition {
  readonly assessment: Assessment;
  readonly templates: Templates;
  readonly context: SectionContext;
  /** The report, and not the section of a card. */
  readonly isReport: boolean;
}

function sectionTree(id: SectionId, { assessment, templates, context, isReport }: Composition): Root | undefined {
  const data = sections[id].data(assessment, context);
  const template = templates.get(id);
  if (data === undefined || template === undefined) return undefined;
  const tree = template({ ...data, isReport });
  return tree.children.length === 0 ? undefined : tree;
}

/** The report that HTML and PDF show, a tree a section. */
export function composeReport(assessment: Assessment, templates: Templates, context: SectionContext): ReportDocument {
  const { model, report } = assessment;
  return {
    title: `Carbon footprint of ${model.name}`,
    authors: report.authors,
    // All words of a report are English; the authors' own are names and citations.
    language: 'en',
    paper: report.paper,
    date: report.date,
    sections: reportArrangement.open.flatMap((id): DocumentSection[] => {
      const tree = sectionTree(id, { assessment, templates, context, isReport: true });
      return tree === undefined ? [] : [{ id, tree }];
    }),
  };
}

export interface CardOptions {
  /** Level of the section's own heading: 2 as the Hub's template has it, or that of the card. */
  readonly level?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  /** Whether the section begins with that heading; a card may have it already. */
  readonly heading?: boolean | undefined;
  /** Folder of the charts, as links in the document name it. */
  readonly chartFolder?: string | undefined;
}

const ownChart = /^charts\/(?=[a-z-]+\.png$)/;

/** The section of a model card as one tree: the Hub's heading, what has to be seen, and the rest folded. */
export function composeCard(
  assessment: Assessment,
  templates: Templates,
  context: SectionContext,
  { level = 2, heading = true, chartFolder = 'charts' }: CardOptions = {},
): Root {
  const trees = (ids: readonly SectionId[]): RootContent[] =>
    ids.flatMap((id) => sectionTree(id, { assessment, templates, context, isReport: false })?.children ?? []);
  const folded = trees(cardArrangement.folded);
  const title: Heading = { type: 'heading', depth: 2, children: [{ type: 'text', value: 'Environmental Impact' }] };
  const root: Root = {
    type: 'root',
    children: [
      ...(heading ? [title] : []),
      ...trees(cardArrangement.open),
      ...(folded.length === 0
        ? []
        : ([
            html('<details>\n<summary>Method, assumptions, sources and arithmetic</summary>'),
            ...folded,
            html('</details>'),
          ] satisfies RootContent[])),
    ],
  };
  visit(root, (node) => {
    if (node.type === 'heading') node.depth = Math.min(6, node.depth + level - 2) as Heading['depth'];
    if (node.type === 'image') node.url = node.url.replace(ownChart, `${chartFolder}/`);
  });
  return root;
}

function html(value: string): RootContent {
  return { type: 'html', value };
}
