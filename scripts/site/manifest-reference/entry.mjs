import { h } from 'hastscript';
import { Document, visit } from 'yaml';
import { descriptionOf } from './description.mjs';
import { formsOf, inCode } from './forms.mjs';
import { quantityOf } from './mappings.mjs';

/** What the page says of a key: a heading that links can lead to, what it is, and its facts. */
export function entryOf(schema, { key, anchor, part, isRequired }, { linkOf, top, more }) {
  const { text, units, absent, examples } = descriptionOf(part, { isQuantity: quantityOf(schema, part) !== undefined });
  const forms = formsOf(schema, part, linkOf);
  const facts = [
    ['Value', [...formNodes(forms), ...(units === undefined ? [] : [' ', units === 'A number.' ? 'It needs no unit.' : units])]],
    ['Required', [isRequired ? 'yes' : 'no']],
    ['Default', absent === undefined ? undefined : inCode(absent)],
    ['At the top', top === undefined ? undefined : inCode(top)],
    [examples.length === 1 ? 'Example' : 'Examples', examples.length === 0 ? undefined : examples.map((one) => exampleNode(key, one))],
  ];
  return h('section', { className: ['key'] }, [
    h('h3', { id: anchor }, [h('a', { href: `#${anchor}` }, [h('code', key)]), ' ', h('span', { className: ['about'] }, part.title)]),
    h('p', [...inCode(text), ...(more === undefined ? [] : [' ', more, '.'])]),
    h(
      'dl',
      facts.flatMap(([name, value]) => (value === undefined ? [] : [h('dt', name), h('dd', value)])),
    ),
  ]);
}

/** `Text; or a mapping with …`: a sentence for few alternatives. */
function formNodes(forms) {
  const [[first, ...more], ...others] = forms;
  const start = typeof first === 'string' ? capital(first) : first;
  return [start, ...more, ...others.flatMap((form) => ['; or ', ...form]), '.'];
}

const exampleNode = (key, value) => h('div', [h('code', { className: ['example'] }, yamlLine(key, value))]);

/** A key with its value on one line of YAML, as a person writes it. */
export function yamlLine(key, value) {
  const document = new Document({ [key]: value });
  visit(document.contents.items[0].value, {
    Collection: (_, node) => {
      node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true }).trimEnd();
}

const capital = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
