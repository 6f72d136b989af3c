import { h } from 'hastscript';
import { inCode } from './forms.mjs';
import { topRules } from './inheritance.mjs';

/**
 * The page of the manifest: how keys hold for phases, and a list of all keys, each linked to what it is.
 *
 * @param least The least manifest that works, as text.
 * @param lists The lists of the program that say which keys hold for phases.
 */
export function overviewBody(reference, { least, lists }) {
  return [
    h('h1', 'Manifest: every key'),
    h(
      'p',
      inCode(
        'The manifest is a YAML or JSON file, `carboncard.yaml` by default. Each key below leads to its values, default and example. The pages are made from the JSON Schema that `carboncard schema` prints, with which editors complete and explain every key.',
      ),
    ),
    h('p', [
      h('a', { href: '../docs/manifest.html' }, 'Guide to the manifest'),
      ' · ',
      h('a', { href: 'carboncard.schema.json', download: true }, 'JSON Schema'),
    ]),
    h('p', 'The least that works is a model, a device, hours and a place:'),
    h('pre', { tabIndex: 0 }, [h('code', least)]),
    h('h2', { id: 'top-and-phases' }, 'What holds for all phases'),
    h(
      'ul',
      topRules(lists).map((rule) => h('li', inCode(rule))),
    ),
    h('h2', { id: 'all-keys' }, 'All keys'),
    h(
      'p',
      inCode(
        'Where a mapping can be used in several places, its page names them: `phases[]` is each entry of a list, `sites.<name>` each value below a name of your own.',
      ),
    ),
    ...reference.flatMap(({ id, title, description, mappings }) => [
      h('h3', [h('a', { href: `manifest/${id}.html` }, title)]),
      h('p', description),
      ...mappings.flatMap((mapping) => [
        ...(mappings.length === 1 ? [] : [h('h4', mapping.title)]),
        h(
          'ul',
          { className: ['keys'] },
          mapping.keys.map(({ key, anchor, part, isRequired }) =>
            h('li', [
              h('a', { href: `manifest/${id}.html#${anchor}` }, [h('code', key)]),
              `${part.title === key ? '' : ` ${part.title}`}${isRequired ? ' (required)' : ''}`,
            ]),
          ),
        ),
      ]),
    ]),
  ];
}
