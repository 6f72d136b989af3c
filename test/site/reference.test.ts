import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, ElementContent } from 'hast';
import { describe, expect, it } from 'vitest';
import { sitePages } from '../../scripts/site/site-pages.mjs';
import { manifestJsonSchema } from '../../src/manifest/json-schema.js';
import { schemaFor, workKeys } from '../../src/manifest/schema.js';
import { manifestKeys, sharedKeys } from '../../src/manifest/shared-keys.js';
import { readYaml } from '../../src/manifest/yaml/yaml.js';
import { elementsIn, textIn } from './hast.js';
import { root } from './served-site.js';

interface SitePage {
  readonly path: string;
  readonly body: readonly ElementContent[];
}

interface Schema {
  readonly [keyword: string]: unknown;
}

const schema = manifestJsonSchema() as Schema;
const pages = (await sitePages({ root, compiled: join(root, 'build') })) as readonly SitePage[];
const pageAt = (path: string): SitePage => pages.find((page) => page.path === path) ?? { path, body: [] };
const overview = pageAt('reference/manifest.html');
const details = pages.filter(({ path }) => path.startsWith('reference/manifest/'));

/** An entry of a key on a page. */
interface Entry {
  readonly page: string;
  readonly anchor: string;
  readonly key: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly examples: readonly string[];
}

function entryOf(page: string, section: Element): Entry {
  const [heading] = elementsIn([section], 'h3');
  const [code] = elementsIn([section], 'code');
  const facts = elementsIn([section], 'dt').map((name, at) => [textIn(name), textIn(elementsIn([section], 'dd')[at])]);
  const examples = elementsIn([section], 'code').filter(({ properties }) => [properties['className']].flat().includes('example'));
  return {
    page,
    anchor: String(heading?.properties['id']),
    key: textIn(code),
    facts: Object.fromEntries(facts),
    examples: examples.map(textIn),
  };
}

const sectionsOf = ({ body }: SitePage): readonly Element[] =>
  elementsIn(body, 'section').filter(({ properties }) => [properties['className']].flat().includes('key'));
const entries = details.flatMap((page) => sectionsOf(page).map((section) => entryOf(page.path, section)));
const entryAt = (anchor: string): Entry | undefined => entries.find((one) => one.anchor === anchor);

/** The keys of each mapping of the schema, wherever it is, as one text; those of quantities are defined once for all. */
function keyLists(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { properties, examples: _, ...rest } = part as Schema;
  const own = properties === undefined || 'value' in (properties as object) ? [] : [Object.keys(properties as object)];
  const inner = [...Object.values(rest), ...Object.values((properties ?? {}) as object)].flatMap(keyLists);
  return [...own.map((keys) => keys.join(' ')), ...inner];
}

describe('the reference of the manifest', () => {
  it('shows the least manifest that works, from its file, and says of the keys at the top what the program does', () => {
    const [least] = elementsIn(overview.body, 'pre').map(textIn);
    expect(least).toBe(readFileSync(join(root, 'fixtures/runs/least/carboncard.yaml'), 'utf8'));
    const rules = elementsIn(overview.body, 'li').map(textIn);
    for (const key of [...sharedKeys, ...manifestKeys]) {
      const rule = rules.find((one) => one.split(/[ ,()]/).includes(key) && /\bat the top\b/.test(one));
      expect(rule, key).toBeDefined();
    }
    expect(rules).toContain('hardware, year and task at the top hold for every phase that gives none. A phase with started takes no year.');
    expect(rules).toContain('system_boundary at the top: it holds for every phase that gives none of its own.');
  });

  it('has every key of every mapping of the schema once, with an anchor of its own', () => {
    const top = Object.keys(schema['properties'] as object);
    // The keys of a phase that can be written at the top are with the phase; `hardware` can also name machines at the top.
    const ofTop = top.filter((key) => key === 'hardware' || !(workKeys as readonly string[]).includes(key));
    const quantity = Object.keys(schema['$defs'] as object).flatMap((name) => /^quantity\.(.+)/.exec(name)?.[1] ?? []);
    const wanted = [...keyLists(schema).filter((keys) => keys !== top.join(' ')), ofTop.join(' '), quantity.join(' ')];
    const lists = details.flatMap((page) => {
      const found: string[][] = [];
      for (const node of page.body) {
        if (node.type !== 'element') continue;
        if (node.tagName === 'h2') found.push([]);
        if (sectionsOf(page).includes(node)) found.at(-1)?.push(entryOf(page.path, node).key);
      }
      return found.map((keys) => keys.join(' '));
    });
    expect(lists.toSorted()).toEqual(wanted.toSorted());
    expect(new Set(entries.map(({ anchor }) => anchor)).size).toBe(entries.length);
    expect(entries.length).toBeGreaterThan(190);
    expect(entryAt('phases-hardware')?.page).toBe('reference/manifest/phases.html');
  });

  it('lists every key on the first page, with a link to its entry', () => {
    const links = elementsIn(overview.body, 'a').map(({ properties }) => String(properties['href']));
    const wanted = entries.map(({ page, anchor }) => `${page.replace('reference/', '')}#${anchor}`);
    expect(links.filter((href) => href.includes('#')).toSorted()).toEqual(wanted.toSorted());
  });

  it('leads to entries and headings that are there, and from and to the guide', () => {
    const broken = [overview, ...details].flatMap(({ path, body }) =>
      elementsIn(body, 'a').flatMap(({ properties }) => {
        const { pathname, hash } = new URL(String(properties['href']), `http://site/${path}`);
        if (hash === '') return [];
        const ids = elementsIn(pageAt(pathname.slice(1)).body).map((one) => one.properties['id']);
        return ids.includes(decodeURIComponent(hash.slice(1))) ? [] : [`${path}: ${String(properties['href'])}`];
      }),
    );
    expect(broken).toEqual([]);
    const guide = elementsIn(pageAt('docs/manifest.html').body, 'a').map(({ properties }) => properties['href']);
    expect(guide).toContain('../reference/manifest.html');
    expect(elementsIn(overview.body, 'a').map(({ properties }) => properties['href'])).toContain('../docs/manifest.html');
  });

  it('says of a key what it may be, whether it is needed, its default, and what it does at the top', () => {
    expect(entryAt('phases-load')?.facts).toEqual({
      'Value': 'A quantity, above 0, at most 100 %; its mapping also takes unknown. A number or a percentage.',
      'Required': 'no',
      'Default': '80 % (60 % to 100 %) in training from 64 accelerators on, 40 % (15 % to 90 %) in deployment, else 75 % (40 % to 100 %)',
      'At the top': 'Only in a manifest without phases, whose only phase it then describes.',
      'Examples': 'load: 80 %load: 0.8',
    });
    expect(entryAt('phases-phase')?.facts).toMatchObject({ 'Required': 'yes', 'At the top': 'It cannot be written there.' });
    expect(entryAt('phases-year')?.facts['At the top']).toBe('It holds for every phase that gives neither a year nor a started.');
    expect(entryAt('hardware')?.facts['Value']).toBe(
      'Text; or a mapping with the keys of a machine; or a mapping with names of your own; each value is text or a mapping with the keys of a machine.',
    );
    expect(entryAt('output-formats')?.facts['Value']).toMatch(/^A list; each entry is md, json, .* or badge\.$/);
  });

  it('has examples that the parser of the program accepts at their place', () => {
    const examples = entries.flatMap((entry) => entry.examples.map((text) => ({ entry, text })));
    expect(examples.length).toBeGreaterThan(230);
    const wrong = examples.flatMap(({ entry: { anchor, key }, text }) => {
      const mapping = anchor === key || key === '$schema' ? 'top' : anchor.slice(0, -key.length - 1);
      const manifest = around[mapping]?.(readYaml(text).read?.value as Schema, key);
      if (manifest === undefined) return [`${anchor}: no place for ${text}`];
      const { error } = schemaFor(manifest).safeParse(manifest);
      return error === undefined ? [] : [`${anchor}: ${text}: ${error.message}`];
    });
    expect(wrong).toEqual([]);
    // The test can fail.
    const absurd = around['phases']?.({ energy: '433 parsecs' }, 'energy') ?? {};
    expect(schemaFor(absurd).safeParse(absurd).success).toBe(false);
  });

  it('gives the JSON Schema that the program prints', () => {
    const { writes } = overview as SitePage & { readonly writes: Readonly<Record<string, string>> };
    expect(JSON.parse(writes['reference/carboncard.schema.json'] ?? '')).toEqual(manifestJsonSchema());
    expect(readFileSync(join(root, 'src/site/reference/reference.css'), 'utf8')).toBe(writes['reference/reference.css']);
  });
});

const inPhase = (written: Schema): Schema => ({ model: 'M', phases: [{ phase: 'training', ...written }] });
const inSite = (written: Schema): Schema => ({ model: 'M', sites: { a: written } });

/** A manifest around what is written in a mapping, by the id of the mapping. */
const around: Readonly<Record<string, (written: Schema, key: string) => Schema>> = {
  'top': (written) => ({ model: 'M', ...written }),
  'model': (written) => ({ model: { name: 'M', ...written } }),
  'base_model': (written) => ({ model: 'M', base_model: written }),
  'phases': inPhase,
  'hardware': (written) => inPhase({ hardware: written }),
  'embodied': (written) => inPhase({ hardware: { embodied: written } }),
  'sites': inSite,
  'location': (written) => inSite({ location: { country: 'US', ...written } }),
  'grid': (written) => inSite({ grid: written }),
  'from': (written) => inPhase({ from: { logs: 'a.csv', ...written } }),
  'from-columns': (written) => inPhase({ from: { logs: 'a.csv', columns: written } }),
  'column': (written) => inPhase({ from: { logs: 'a.csv', columns: { energy: { column: 'a', unit: 'kWh', ...written } } } }),
  'report': (written) => ({ model: 'M', report: written }),
  'output': (written) => ({ model: 'M', output: written }),
  'output-cyclonedx': (written) => ({ model: 'M', output: { cyclonedx: written } }),
  'use': (written) => ({ model: 'M', use: written }),
  'what_if': (written) => ({ model: 'M', what_if: written }),
  'software': (written) => ({ model: 'M', software: written }),
  'task': (written) => inPhase({ task: written }),
  'dataset': (written) => inPhase({ task: { dataset: { type: 'text', ...written } } }),
  'audits': (written) => ({ model: 'M', audits: written }),
  'quantity': (written, key) => inPhase(quantities[key]?.(written) ?? { energy: { value: '433 MWh', ...written } }),
};

/** Quantities that take keys which an energy does not. */
const quantities: Readonly<Record<string, (written: Schema) => Schema>> = {
  low: (written) => ({ energy: { value: '433 MWh', high: '460 MWh', ...written } }),
  high: (written) => ({ energy: { value: '433 MWh', low: '410 MWh', ...written } }),
  unit: (written) => ({ energy: { value: 433, ...written } }),
  for: (written) => ({ power: { value: '64 kW', ...written } }),
  of: (written) => ({ idle: { value: '64 kW', ...written } }),
  method: (written) => ({ flops: { value: '3.14e23 FLOP', ...written } }),
  by_calendar: (written) => ({ embodied: { value: '11.2 tCO2e', ...written } }),
  key: (written) => ({ share: { value: '25 %', ...written } }),
};
