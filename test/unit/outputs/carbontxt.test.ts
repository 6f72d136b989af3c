import fc from 'fast-check';
import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/assessment/assessment.js';
import { type CarbonTxt, carbonTxtText, mergedCarbonTxt, readCarbonTxt } from '../../../src/render/formats/carbon-txt.js';
import { made } from '../made.js';
import { written } from './written.js';

/** Kinds of documents of syntax 0.5. */
const kinds = ['web-page', 'annual-report', 'sustainability-page', 'certificate', 'csrd-report', 'ai-model-card', 'other'];

/** Faults by the rules of syntax 0.5: no other keys, a version, at least one disclosure with kind and address. */
function faultsOf(text: string): readonly string[] {
  const { version, last_updated: updated, org, ...others } = parse(text) as Readonly<Record<string, unknown>>;
  const { disclosures, ...more } = org as Readonly<Record<string, unknown>>;
  const list = disclosures as readonly Readonly<Record<string, unknown>>[];
  const isDay = (value: unknown) => value === undefined || (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value));
  return [
    ...Object.keys({ ...others, ...more }),
    ...(version === '0.5' ? [] : ['version']),
    ...(isDay(updated) ? [] : ['last_updated']),
    ...(list.length > 0 ? [] : ['no disclosure']),
    ...list.flatMap(({ doc_type: kind, url, domain, title, valid_until: until, ...rest }) => [
      ...Object.keys(rest),
      ...(kinds.includes(String(kind)) ? [] : ['doc_type']),
      ...(typeof url === 'string' && /^https?:$/.test(new URL(url).protocol) ? [] : ['url']),
      ...(domain === undefined || /^[\w-]+(?:\.[\w-]+)+$/.test(String(domain)) ? [] : ['domain']),
      ...(title === undefined || typeof title === 'string' ? [] : ['title']),
      ...(isDay(until) ? [] : ['valid_until']),
    ]),
  ];
}

const base = made('{ phase: training, energy: 10 kWh, location: FR, year: 2024, grid: { intensity: 100 g/kWh } }');
const published = (report: object, model: object = {}): Assessment => ({
  ...base,
  model: { ...base.model, ...model },
  report: { ...base.report, ...report },
});
const textOf = async (assessment: Assessment) => {
  const { files, ids, messages } = await written('carbontxt', assessment);
  return { text: String(files.get('carbon.txt')), ids, messages };
};

describe('carbon.txt of a report', () => {
  it('lists it where the manifest says that it is published', async () => {
    const { text, ids } = await textOf(published({ url: 'https://example.org/card.md', domain: 'example.org', date: '2026-03-01' }));
    expect(faultsOf(text)).toEqual([]);
    expect(parse(text)).toEqual({
      version: '0.5',
      last_updated: '2026-03-01',
      org: {
        disclosures: [
          { doc_type: 'ai-model-card', url: 'https://example.org/card.md', domain: 'example.org', title: 'Carbon footprint of M' },
        ],
      },
    });
    expect(ids).toEqual([]);
  });

  it('lists the card of a model that has an id on the Hub, and says so', async () => {
    const { text, ids } = await textOf(published({ domain: 'example.org' }, { id: 'example/m-1.5' }));
    expect(faultsOf(text)).toEqual([]);
    expect(text).toContain('https://huggingface.co/example/m-1.5/raw/main/README.md');
    expect(ids).toEqual(['carbontxt-address-of-id']);
  });

  it('is not written where no address is known, and names the key', async () => {
    const { files, messages } = await written('carbontxt', published({}, { id: 'no slash' }));
    expect([...files]).toEqual([]);
    expect(messages.map(({ id, severity, expected = '' }) => [id, severity, /report: \{ (\w+)/.exec(expected)?.[1]])).toEqual([
      ['carbontxt-no-address', 'warning', 'url'],
    ]);
  });

  it.each([
    ['https://huggingface.co/a/b', 'https://huggingface.co/a/b/raw/main/README.md'],
    ['https://hf.co/a/b/blob/main/README.md', 'https://huggingface.co/a/b/raw/main/README.md'],
    ['https://example.org/report.pdf', undefined],
  ])('a page in place of the Markdown is a note: %s', async (url, wanted) => {
    const { messages } = await textOf(published({ url, domain: 'example.org' }));
    expect(messages.map(({ id }) => id)).toEqual(['carbontxt-not-markdown']);
    if (wanted !== undefined) expect(messages[0]?.expected).toContain(`\`${wanted}\``);
  });
});

const disclosure = fc.record({
  docType: fc.constant('ai-model-card' as const),
  url: fc.webUrl(),
  domain: fc.option(fc.domain(), { nil: undefined }),
  title: fc.string({ unit: 'grapheme' }),
});
const file: fc.Arbitrary<CarbonTxt> = fc.record({
  lastUpdated: fc.option(fc.constantFrom('2025-01-31', '2026-11-01'), { nil: undefined }),
  disclosures: fc.array(disclosure, { maxLength: 5 }),
});

describe('any carbon.txt', () => {
  it('reads back as it was written, whatever its titles are', () => {
    fc.assert(
      fc.property(file, (one) => {
        expect(readCarbonTxt(carbonTxtText(one))).toEqual(one);
      }),
      { seed: 5 },
    );
  });

  it('merged with itself is itself, with each address once', () => {
    fc.assert(
      fc.property(file, (one) => {
        const once = mergedCarbonTxt([one]);
        expect(mergedCarbonTxt([one, once])).toEqual(once);
        expect(new Set(once.disclosures.map(({ url }) => url)).size).toBe(once.disclosures.length);
      }),
      { seed: 6 },
    );
  });

  it.each(['', 'version = "0.5"\n', '# Disclosures\n[org\n'])('of somebody else is not read: %j', (text) => {
    expect(readCarbonTxt(text)).toBeUndefined();
  });
});
