import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCalculator } from '../../../src/calculator/calculator.js';
import { fromAnswers, fromLogs } from '../../../src/calculator/draft.js';
import { suggestions } from '../../../src/calculator/suggestions.js';
import { readRenderContext } from '../../../src/verbs/shared/render-context.js';

const calculator = createCalculator(await readRenderContext(undefined));
const least = readFileSync('fixtures/runs/least/carboncard.yaml', 'utf8');

describe('a calculator', () => {
  it('gives section, page, data and explanation of a manifest', async () => {
    const { result, findings } = await calculator.calculate({ text: least });
    expect(result?.slug).toBe('least');
    expect(result?.section).toMatch(/^## Environmental Impact\n/);
    expect(result?.html).toMatch(/<figure id="chart-breakdown"[^>]*><\/figure>/);
    expect(JSON.parse(result?.json ?? '')).toMatchObject({ model: { name: 'Least' } });
    expect(result?.explanation).toContain('Development');
    expect(findings.map(({ severity }) => severity)).not.toContain('error');
  });

  it('draws the same section with its charts, and none of a manifest with an error', async () => {
    const { result } = await calculator.calculate({ text: least });
    const { html } = await calculator.draw({ text: least });
    expect(html).toMatch(/<figure id="chart-breakdown"[^>]*><div class="wide"><svg/);
    expect(html?.replace(/(<figure [^>]*>).*?<\/figure>/gs, '$1</figure>')).toBe(result?.html);
    expect(await calculator.draw({ text: 'model: M\n' })).toEqual({});
  });

  it('places each finding in the manifest, with its line and a caret', async () => {
    const { result, findings } = await calculator.calculate({ text: least.replace('3 weeks', '3 wekks') });
    expect(result).toBeUndefined();
    const [error] = findings.filter(({ severity }) => severity === 'error');
    expect(error).toMatchObject({ line: 3 });
    expect(error?.text).toMatch(/^carboncard\.yaml:3:\d+: error\[[\w-]+\]: .*\n {2}3 \| duration: 3 wekks\n {4}\| +\^/);
  });

  it('lets no HTML of a name into the page', async () => {
    const { result } = await calculator.calculate({ text: least.replace('Least', "'<img src=x onerror=alert(1)><script>x</script>'") });
    // Within quotes it is the value of an attribute.
    const tags = result?.html.replace(/"[^"]*"/g, '""') ?? '';
    expect(tags).toContain('&#x3C;script>');
    expect(tags).not.toMatch(/<script|<img/);
  });

  it('names in a section the files of its own formats alone', async () => {
    const section = async (formats: readonly ('md' | 'json' | 'pdf' | 'charts')[]) =>
      (await calculator.calculate({ text: least, formats })).result?.section;
    expect(await section(['md', 'json', 'pdf', 'charts'])).toContain('carbon.pdf');
    expect(await section(['md'])).not.toMatch(/carbon\.pdf|breakdown\.png/);
  });
});

describe('a draft', () => {
  it('is a manifest of the answers, with a question for each that is missing', async () => {
    const { text = '' } = fromAnswers({ model: 'org/kiwi', hardware: '16 x H100 SXM5', time: '200 h', place: 'Norway', year: '' });
    expect(text).toContain('hardware: 16 x H100 SXM5');
    expect(text).toMatch(/# year: 2023.*\?$/m);
    expect((await calculator.calculate({ text })).result?.name).toContain('kiwi');
  });

  it('comes from a log, or says at which line of it why not', async () => {
    const folder = 'fixtures/trackers/codecarbon';
    const text = readFileSync(`${folder}/3.2.1_emissions.csv`, 'utf8');
    const draft = await fromLogs([{ name: 'emissions.csv', text }]);
    expect(draft.text).toContain('from emissions.csv');
    expect(draft.logs?.[0]?.runs).toBeGreaterThan(0);
    const refused = await fromLogs([{ name: 'notes.txt', text: 'hello\n' }]);
    expect(refused.text).toBeUndefined();
    expect(refused.findings[0]?.text).toMatch(/^notes\.txt.*error\[unknown-log\]/);
    expect((await fromLogs([{ name: 'empty.csv', text: '' }])).findings[0]?.text).toMatch(/^empty\.csv:1:1: error\[empty-file\]/);
  });
});

describe('suggestions', () => {
  it('are names that a manifest takes, each once', async () => {
    const { hardware, places } = suggestions();
    expect(new Set(hardware).size).toBe(hardware.length);
    expect(new Set(places).size).toBe(places.length);
    expect(hardware).toContain('NVIDIA A100 SXM4 80GB');
    expect(places).toEqual(expect.arrayContaining(['Norway', 'aws us-west-2']));
  });
});
