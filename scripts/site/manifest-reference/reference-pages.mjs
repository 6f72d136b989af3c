import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { h } from 'hastscript';
import { entryOf } from './entry.mjs';
import { inCode } from './forms.mjs';
import { atTheTop } from './inheritance.mjs';
import { layout } from './layout.mjs';
import { commonKeys, mappingsOf, quantityKeys } from './mappings.mjs';
import { overviewBody } from './overview.mjs';

const sheet = 'reference/reference.css';
const schemaFile = 'reference/carboncard.schema.json';

/** The reference of the manifest, made from the schema that `carboncard schema` prints: a page with all keys, and pages with what each is. */
export async function referencePages({ root, compiled }) {
  const load = (path) => import(pathToFileURL(join(compiled, path)).href);
  const [{ jsonSchema }, { workKeys }, shared] = await Promise.all(
    ['verbs/schema.js', 'manifest/schema.js', 'manifest/shared-keys.js'].map(load),
  );
  const schema = jsonSchema('manifest');
  const lists = { ...shared, workKeys };
  const reference = referenceOf(schema, lists);
  const least = readFileSync(join(root, 'fixtures/runs/least/carboncard.yaml'), 'utf8');
  const common = { group: 'reference', sheets: [sheet] };
  const overview = {
    ...common,
    path: 'reference/manifest.html',
    title: 'Manifest: every key',
    description: 'Every key of the manifest, with its values, default and example, made from the JSON Schema of the program.',
    body: overviewBody(reference, { least, lists }),
    writes: {
      [sheet]: readFileSync(join(root, 'src/site/reference/reference.css'), 'utf8'),
      [schemaFile]: `${JSON.stringify(schema, undefined, 2)}\n`,
    },
  };
  return [
    overview,
    ...reference.map((page) => ({
      ...common,
      path: `reference/manifest/${page.id}.html`,
      title: `Manifest: ${lowered(page.title)}`,
      description: page.description,
      // A search for an audit leads to the page of the audit.
      isIndexed: page.id !== 'audits',
      body: bodyOf(schema, page, reference, lists),
    })),
  ];
}

/**
 * The pages with their mappings and keys.
 *
 * @throws {TypeError} Where the schema has a mapping that no page lists.
 */
export function referenceOf(schema, { workKeys }) {
  const mappings = mappingsOf(schema);
  const pages = layout.map((page) => ({
    ...page,
    mappings: page.mappings.map(({ id, title, called = lowered(title) }) => {
      const mapping = mappings.get(id);
      if (mapping === undefined) throw new TypeError(`The schema has no mapping "${id}"`);
      mappings.delete(id);
      return { ...mapping, title, called };
    }),
  }));
  if (mappings.size > 0) throw new TypeError(`No page of the reference lists ${[...mappings.keys()].join(', ')}`);
  return pages.map((page) => (page.id === 'quantities' ? { ...page, mappings: [quantityMapping(schema)] } : withoutWork(page, workKeys)));
}

const quantityMapping = (schema) => ({ id: 'quantity', title: 'A quantity', places: new Set(), steps: [], keys: quantityKeys(schema) });

/** At the top, keys that describe a phase are those of the page of phases; `hardware` can also name machines there. */
function withoutWork(page, workKeys) {
  const mappings = page.mappings.map((mapping) =>
    mapping.id === '' ? { ...mapping, keys: mapping.keys.filter(({ key }) => key === 'hardware' || !workKeys.includes(key)) } : mapping,
  );
  return { ...page, mappings };
}

function bodyOf(schema, page, reference, lists) {
  const linkOf = linksFrom(page, reference);
  const isQuantities = page.id === 'quantities';
  const intro = isQuantities ? quantityIntro(schema) : [h('p', page.description)];
  return [
    h('h1', `Manifest: ${lowered(page.title)}`),
    ...intro,
    h('p', [
      h('a', { href: '../manifest.html' }, 'All keys of the manifest'),
      ' · ',
      h('a', { href: '../../docs/manifest.html' }, 'Guide to the manifest'),
    ]),
    ...page.mappings.flatMap((mapping) => [
      h('h2', { id: headingOf(mapping) }, mapping.title),
      ...placeNodes(mapping),
      ...mapping.keys.map((key) => {
        const top = mapping.id === 'phases' ? atTheTop(key.key, lists) : undefined;
        return entryOf(schema, key, { linkOf, top, more: mapping.id === 'audits' ? auditLink(key) : undefined });
      }),
      ...(mapping.id === '' ? [moreAtTheTop()] : []),
    ]),
  ];
}

const lowered = (title) => `${title.charAt(0).toLowerCase()}${title.slice(1)}`;

const auditLink = ({ key }) => h('a', { href: `../../docs/audits/${key}.html` }, 'What this audit asks');

const headingOf = ({ id }) => `keys-of-${id === '' ? 'manifest' : id}`;

function placeNodes({ places }) {
  const written = [...places].filter((place) => place !== '').map((place) => h('code', place));
  if (written.length === 0) return [];
  return [h('p', { className: ['places'] }, ['Written at ', ...written.flatMap((place, at) => (at === 0 ? [place] : [', ', place])), '.'])];
}

const moreAtTheTop = () =>
  h('p', [
    'Keys of a phase can be written at the top too: in a manifest without ',
    h('code', 'phases'),
    ' they describe its only phase, and beside ',
    h('code', 'phases'),
    ' some of them hold for every phase. ',
    h('a', { href: 'phases.html' }, 'Phases'),
    ' says which.',
  ]);

function quantityIntro(schema) {
  const keys = commonKeys(schema).map((key) => `\`${key}\``);
  return [
    h(
      'p',
      inCode(
        'A quantity is text with a number and a unit, `433 MWh`; a number alone, where its unit cannot be mistaken; or a mapping, `{ value: 1.61 MWh, low: 1.5 MWh, high: 1.7 MWh, cite: our PDU logs }`. A unit that is missing where it could be mistaken is an error that says what to write.',
      ),
    ),
    h(
      'p',
      inCode(
        'Numbers are read as people write them: `1e9`, `175B`, `30.84M`, `1.2 million`; a time also as `72:30:00`, `21-00:00:00` or `P21D`.',
      ),
    ),
    h(
      'p',
      inCode(
        `The mapping of every quantity takes ${keys.slice(0, -1).join(', ')} and ${keys.at(-1)}. The other keys below are for the quantities whose entries name them. \`low\` and \`high\` are given together.`,
      ),
    ),
  ];
}

/** Links of a page to mappings and to the keys of quantities, wherever they are. */
function linksFrom(page, reference) {
  const hrefTo = (target, anchor) => `${target.id === page.id ? '' : `${target.id}.html`}#${anchor}`;
  const find = (isWanted) => {
    for (const target of reference) {
      const mapping = target.mappings.find(isWanted);
      if (mapping !== undefined) return { target, mapping };
    }
    throw new TypeError('A mapping has no page');
  };
  return {
    mapping(properties) {
      const { target, mapping } = find((one) => one.properties === properties);
      return h('a', { href: hrefTo(target, headingOf(mapping)) }, ['the keys of ', ...inCode(mapping.called)]);
    },
    quantity() {
      const { target, mapping } = find(({ id }) => id === 'quantity');
      return h('a', { href: hrefTo(target, headingOf(mapping)) }, 'quantity');
    },
    quantityKey(key) {
      return h('a', { href: hrefTo(find(({ id }) => id === 'quantity').target, `quantity-${key}`) }, [h('code', key)]);
    },
  };
}
