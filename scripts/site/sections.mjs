import { toString as textOf } from 'mdast-util-to-string';

/** Of longer texts, the search knows the beginning. */
const maxText = 4000;
const maxCode = 600;

/** Of longer tables, the search knows the names of their rows, such as devices and places. */
const maxRows = 30;

/**
 * What the search knows of a page: its sections, each with the anchor and the words of its heading. The first is what is above the first
 * heading with an anchor; it has the description and the keywords of the page too.
 */
export function sectionsOf({ body, description, keywords = [], isIndexed }) {
  const sections = [{ anchor: '', heading: '', texts: [description], names: [...keywords] }];
  const walk = (nodes) => {
    for (const node of nodes) {
      const section = sections.at(-1);
      if (node.type === 'text') section.texts.push(node.value);
      if (node.type !== 'element') continue;
      if (/^h[2-4]$/.test(node.tagName) && node.properties.id !== undefined) {
        sections.push({ anchor: node.properties.id, heading: textOf(node), texts: [], names: [] });
      } else if (node.tagName === 'pre') section.texts.push(textOf(node).slice(0, maxCode));
      else if (node.tagName === 'table') addTable(section, node);
      else if (node.tagName !== 'h1') walk(node.children);
    }
  };
  if (isIndexed !== 'head') walk(body);
  return sections.map(({ anchor, heading, texts, names }) => ({
    anchor,
    heading,
    text: plain(texts).slice(0, maxText),
    names: plain(names),
  }));
}

const plain = (texts) => texts.join(' ').replace(/\s+/g, ' ');

/** The cells of a table; of a long one the names of its rows alone, in whole: a device in a list is what somebody looks for. */
function addTable(section, table) {
  const rows = [];
  const walk = (node) => {
    if (node.tagName === 'tr') rows.push(node.children.filter(({ type }) => type === 'element').map((cell) => textOf(cell)));
    else for (const child of node.children ?? []) walk(child);
  };
  walk(table);
  if (rows.length <= maxRows) section.texts.push(...rows.flat());
  else section.names.push(...rows.map(([name]) => name));
}
