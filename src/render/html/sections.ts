import type { Element } from 'hast';
import type { DocumentSection } from '../document.js';
import { contentOf, element } from './elements.js';
import { kept, type Place } from './sieve.js';
import { typeset } from './typeset.js';

/** What makes a section of a document that has these figures. */
export async function sectionsWith(figureOf: Place['figureOf']): Promise<(section: DocumentSection) => Element> {
  // Loaded here and not above: commands that render nothing don't pay for them.
  const [{ toHast }, { raw }] = await Promise.all([import('mdast-util-to-hast'), import('hast-util-raw')]);
  return ({ id, tree }) => {
    const unparsed = toHast({ type: 'root', children: tree.children.map(typeset) }, { allowDangerousHtml: true, clobberPrefix: `${id}-` });
    // Templates may hold HTML; it is parsed here as a browser would, and then goes through the same sieve as the rest.
    const children = contentOf(raw(unparsed)).flatMap((node) => kept(node, { figureOf, head: false }));
    return element('section', { id, className: [id] }, children);
  };
}
