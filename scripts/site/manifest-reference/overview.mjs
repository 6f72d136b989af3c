import { h } from 'hastscript';
import { inCode } from './forms.mjs';

/** The page of the manifest: how keys hold for phases, and a list of all keys, each linked to what it is. */
export function overviewBody(reference) {
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
      rules.map((rule) => h('li', inCode(rule))),
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
              ` ${part.title}${isRequired ? ' (required)' : ''}`,
            ]),
          ),
        ),
      ]),
    ]),
  ];
}

const least = `model: Kestrel 7B
hardware: 8 x A100 80GB
duration: 3 weeks
location: aws us-west-2
year: 2023
`;

const rules = [
  'Without `phases`, the keys of a phase at the top describe the only phase, which is a training.',
  'Beside `phases`, the place at the top (`site`, `location`, `cloud` and `region`, with `grid`, `pue` and `wue`) holds for every phase that gives no place of its own.',
  '`hardware`, `year` and `task` at the top hold for every phase that gives none. A phase with `started` takes no `year`.',
  '`system_boundary` at the top holds for every phase that gives none. `not_counted` adds to the reasons of each phase. `cite` is the citation of every value that has no nearer one.',
  'Other keys of a phase cannot be written at the top beside `phases`: the error names the phase to move them into.',
];
