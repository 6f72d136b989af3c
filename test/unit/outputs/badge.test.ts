import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/assessment/assessment.js';
import { darkInk, ink } from '../../../src/charts/theme.js';
import type { Message } from '../../../src/diagnostics/message.js';
import { badge } from '../../../src/outputs/badge/badge.js';
import { unescapeXml } from '../../../src/render/svg.js';
import { readRenderContext } from '../../../src/verbs/shared/render-context.js';
import { contrastOnWhite } from '../charts/contrast.js';
import { assessed, ofFixture } from './assessed.js';

const shared = await readRenderContext(undefined);

async function drawn(assessment: Assessment): Promise<{ readonly svg: string | undefined; readonly messages: readonly Message[] }> {
  const messages: Message[] = [];
  const files = await badge.render(assessment, {
    ...shared,
    formats: ['badge'],
    manifest: '',
    report: (message) => void messages.push(message),
  });
  const svg = files.get('badge.svg');
  return { svg: svg === undefined ? undefined : String(svg), messages };
}

const read = (svg: string | undefined, tag: string): readonly string[] =>
  [...(svg ?? '').matchAll(new RegExp(`<${tag}\\b[^>]*>([^<]*)</${tag}>`, 'g'))].map(([, text = '']) =>
    unescapeXml(text).replaceAll(/[\u00a0\u202f]/g, ' '),
  );

const bloom = await ofFixture('bloom');
const { model } = bloom;

describe('the badge', () => {
  it('has the total with its interval, and a title that says of what', async () => {
    const { svg, messages } = await drawn(bloom);
    expect(messages).toEqual([]);
    expect(read(svg, 'text')).toEqual(['carbon footprint', '50.5 t CO₂e (39.9–51.7)']);
    expect(read(svg, 'title')).toEqual(['Carbon footprint of BLOOM: 50.5 t CO₂e (90 % interval 39.9–51.7 t), development, location-based']);
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="carbon-badge">\n<title id="carbon-badge">/);
  });

  it('has no brackets where no interval was assessed, and says so in its title', async () => {
    const { low: _low, high: _high, ...emissions } = bloom.totals.development?.emissions ?? { value: 0, unit: 'kgCO2e' as const };
    const development = { ...(bloom.totals.development as NonNullable<Assessment['totals']['development']>), emissions };
    const { svg } = await drawn({ ...bloom, totals: { development } });
    expect(read(svg, 'text')[1]).toMatch(/^[\d.]+ t CO₂e$/);
    expect(read(svg, 'title')[0]).toContain('(uncertainty not assessed)');
  });

  it('names use, where nothing else is recorded', async () => {
    const deployment = { phase: 'deployment', location: 'FR', year: 2022, energy: '10 kWh', requests: 1000, duration: '1 day' };
    const { svg } = await drawn(await assessed({ model: { name: 'M' }, phases: [deployment] }));
    expect(read(svg, 'text')[0]).toBe('carbon footprint of use');
    expect(read(svg, 'title')[0]).toContain(', use, ');
  });

  it('is not written where nothing is counted, and a note says why', async () => {
    const { svg, messages } = await drawn({ ...bloom, totals: {} });
    expect([svg, messages.map(({ id, severity }) => [id, severity])]).toEqual([undefined, [['badge-nothing-counted', 'note']]]);
  });

  it('is as wide as its two texts with their margins', async () => {
    const { svg = '' } = await drawn(bloom);
    const [width = 0] = [...svg.matchAll(/^<svg [^>]*width="(\d+)"/g)].map(([, n]) => Number(n));
    const lengths = [...svg.matchAll(/textLength="(\d+)"/g)].map(([, n]) => Number(n));
    expect(lengths).toHaveLength(2);
    expect(width).toBe(lengths.reduce((sum, length) => sum + length, 0) + 4 * 7);
  });

  it('can be read on light and on dark pages: text at 4.5 : 1 or more on its own field, and an outline at 3 : 1', () => {
    const ratio = (one: string, other: string): number => {
      const [a, b] = [contrastOnWhite(one), contrastOnWhite(other)];
      return Math.max(a, b) / Math.min(a, b);
    };
    for (const { strong, soft, paper } of [ink, darkInk]) {
      expect(ratio(soft, paper)).toBeGreaterThan(4.5);
      expect(ratio(strong, paper)).toBeGreaterThan(4.5);
    }
    expect(ratio(ink.soft, '#ffffff')).toBeGreaterThan(3);
    expect(ratio(darkInk.soft, '#0d1117')).toBeGreaterThan(3);
  });

  it('has the same bytes each time, fonts included, and asks for nothing from elsewhere', async () => {
    const [one, other] = [await drawn(bloom), await drawn(bloom)];
    expect(one.svg).toBe(other.svg);
    expect((one.svg ?? '').replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<script|<image|href/);
  });

  it('shows any name as text', async () => {
    const tags = (await drawn(bloom)).svg?.match(/<\/?[a-z]+/g);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom(...'<>&"\'|{} aé中]'.split('')), maxLength: 20 }), async (some) => {
        const name = `x${some}x`;
        const { svg = '' } = await drawn({ ...bloom, model: { ...model, name } });
        expect(read(svg, 'title')).toHaveLength(1);
        expect(read(svg, 'title')[0]?.replaceAll(/[ \u2066-\u2069]+/g, ' ')).toContain(name.replaceAll(/ +/g, ' '));
        expect(svg.match(/<\/?[a-z]+/g)).toEqual(tags);
      }),
      { numRuns: 20 },
    );
  });
});
