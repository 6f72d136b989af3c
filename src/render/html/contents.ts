import type { Element } from 'hast';
import { screenWords } from '../messages.js';
import { element, isElement, textOf } from './elements.js';

/** Fewer headings are found without a list of them. */
const minEntries = 4;

/** Links to the sections of a page that have a heading; nothing where there are few. */
export function contentsOf(sections: readonly Element[]): Element | undefined {
  const entries = sections.flatMap(({ properties, children }) => {
    const heading = children.find((child) => isElement(child, 'h2'));
    const id = properties['id'];
    if (heading === undefined || typeof id !== 'string') return [];
    return [element('li', {}, [element('a', { href: `#${id}` }, [{ type: 'text', value: textOf(heading) }])])];
  });
  if (entries.length < minEntries) return undefined;
  return element('nav', { ariaLabel: screenWords.contents }, [element('ul', {}, entries)]);
}
