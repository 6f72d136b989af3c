import { type Body, parseBody } from '../card/body.js';
import { findOwnPart } from '../card/markers.js';
import { InputError, type Position } from '../diagnostics/diagnostic.js';
import type { SectionLines, Subject } from './claim.js';
import { Collector } from './collector.js';
import { lineFinder } from './lines.js';
import { BodyReader } from './markdown/body.js';
import { frontOf } from './markdown/front.js';
import { hubClaims } from './markdown/hub.js';
import { metadataIn } from './markdown/metadata.js';
import { unreadKeysIn } from './markdown/unread-keys.js';
import { isInside, readSection } from './section.js';
import { yearsIn } from './text/years.js';

/** Reads what a model card claims, whoever wrote it. */
export function cardClaims(text: string, file?: string): Subject {
  const at = lineFinder(text);
  const collector = new Collector();
  const root = collector.scope();

  // The front matter: the emissions that the Hub reads, and what tools write beside them.
  const front = frontOf(text);
  const metadata = front.map === undefined ? undefined : metadataIn({ map: front.map, start: front.start, at, collector, root });

  const unreadKeys = front.map === undefined ? [] : unreadKeysIn(front.map, front.start, at);

  // The body: prose, lists and tables.
  const parsed = parseBody(text, front.end);
  const body = new BodyReader(parsed, { collector, root, at });
  body.read();

  const { values, devices, places, passages, answers, sums: found } = collector;
  // A person's table may leave parts out; that of carboncard lists them all.
  const lines = sectionLines(text, parsed, at);
  const sums = lines === undefined ? found : found.map((sum) => ({ ...sum, isWhole: isInside(lines, sum.total) }));
  return {
    kind: 'card',
    name: front.name ?? body.title,
    file,
    values,
    devices,
    places,
    passages,
    answers,
    sums,
    works: [],
    years: yearsIn(collector),
    metadata,
    unreadable: front.unreadable,
    readerRemarks: metadata === undefined ? [] : front.remarks,
    unreadKeys,
    hub: front.map && hubClaims(front.map, front.start, at),
    section: lines && readSection(lines, values, sums),
  };
}

/** Lines of the section that carboncard wrote; nothing where its markers are no pair, which `card` reports. */
function sectionLines(text: string, body: Body, at: (offset: number) => Position): SectionLines | undefined {
  try {
    const part = findOwnPart(text, body);
    return part && { from: at(body.start + part.start).line, to: at(body.start + part.end).line };
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
