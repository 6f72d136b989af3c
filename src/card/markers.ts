import { visit } from 'unist-util-visit';
import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import type { Message } from '../diagnostics/message.js';
import type { Body } from './body.js';
import { messages } from './messages.js';
import { positionAt } from './position.js';

export const markers = { begin: '<!-- carboncard:begin -->', end: '<!-- carboncard:end -->' } as const;

/** The part of a card between the markers: offsets in the body, markers included, and the index of the node that it begins with. */
export interface OwnPart {
  readonly start: number;
  readonly end: number;
  readonly index: number;
  readonly endIndex: number;
}

interface Mark {
  readonly marker: string;
  readonly offset: number;
  readonly index: number;
}

/**
 * Finds the part of a card between the markers.
 *
 * @throws {InputError} Where a marker is duplicate, unpaired or misplaced, with the line.
 */
export function findOwnPart(card: string, body: Body): OwnPart | undefined {
  const { text, root, start } = body;
  if (!text.includes(markers.begin) && !text.includes(markers.end)) return undefined;
  const found: Mark[] = [];
  const faults: Diagnostic[] = [];
  const report = (message: Message, offset: number): void => {
    faults.push({ ...message, ...positionAt(card, start + offset) });
  };
  for (const [index, node] of root.children.entries()) {
    visit(node, 'html', (html) => {
      const from = html.position?.start.offset ?? 0;
      const source = text.slice(from, html.position?.end.offset);
      for (const marker of Object.values(markers)) {
        const at = source.indexOf(marker);
        if (at < 0) continue;
        // A comment at the margin ends with its own line: anything before the marker is another block of HTML around it.
        if (html === node && source.slice(0, at).trim() === '') found.push({ marker, offset: from + at, index });
        else report(messages.markerInside(marker), from + at);
      }
    });
  }
  const [begin, ...moreBegins] = found.filter(({ marker }) => marker === markers.begin);
  const [end, ...moreEnds] = found.filter(({ marker }) => marker === markers.end);
  for (const { marker, offset } of [...moreBegins, ...moreEnds]) report(messages.markerTwice(marker), offset);
  if (begin !== undefined && (end === undefined || end.offset < begin.offset))
    report(messages.markerAlone(markers.begin, markers.end), begin.offset);
  if (begin === undefined && end !== undefined) report(messages.markerAlone(markers.end, markers.begin), end.offset);
  if (faults.length > 0) throw new InputError(faults);
  if (begin === undefined || end === undefined) return undefined;
  return { start: begin.offset, end: end.offset + markers.end.length, index: begin.index, endIndex: end.index };
}
