import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** One part of a report as a tree: what Markdown, HTML and PDF are all made from. */
export interface DocumentSection {
  /** The section's id, which HTML takes as the class and id of its `<section>`. */
  readonly id: string;
  readonly tree: Root;
}

/** A whole report in reading order. An image with the URL `charts/<id>.png` is the chart of that id. */
export interface ReportDocument {
  readonly title: string;
  readonly authors: readonly string[];
  readonly language: string;
  readonly paper: 'a4' | 'letter';
  /** ISO date, `2026-03-01`; absent where neither the manifest nor SOURCE_DATE_EPOCH gives one. */
  readonly date?: string | undefined;
  readonly sections: readonly DocumentSection[];
}

/** The headings of a report in reading order, as text. */
export function headingsOf({ sections }: ReportDocument): readonly string[] {
  return sections.flatMap(({ tree }) => tree.children.flatMap((node) => (node.type === 'heading' ? [textOf(node)] : [])));
}

/** The ids of the charts that a report shows. A template may write an image as HTML too. */
export function chartsIn({ sections }: Pick<ReportDocument, 'sections'>): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { tree } of sections) {
    visit(tree, (node) => {
      const text = node.type === 'image' || node.type === 'definition' ? node.url : node.type === 'html' ? node.value : '';
      for (const [, id = ''] of text.matchAll(/charts\/([\w-]+)\.png/g)) ids.add(id);
    });
  }
  return ids;
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
