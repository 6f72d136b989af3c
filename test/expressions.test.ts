import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RegExpParser } from '@eslint-community/regexpp';
import { analyse } from 'scslre';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/**
 * Expressions that may take more than linear time on some text, and why that text is short. A long text that a person can write has
 * to be read by scanning, or by an expression that is not in this list.
 */
const accepted: readonly (readonly [file: RegExp, why: string])[] = [
  [/^factors\/hardware\/names\//, 'names have at most 200 characters (as-name.ts)'],
  [/^(?:factors\/hardware\/estimates\/embodied|units\/(?:format|written))\.ts$/, 'digits of one number'],
  [/^claims\/(?:text\/|declared-|section\.ts)/, 'sentences have at most 1,000 characters, and answers no more (claims/text/sentences.ts)'],
  [/^audits\//, 'sentences have at most 1,000 characters (claims/text/sentences.ts)'],
  [/^(?:charts|sections|verbs\/shared\/summary)\//, 'texts of the assessment, which carboncard wrote'],
  [/^render\/svg\.ts$/, "Vega's SVG, whose attributes hold nothing of a user's"],
  [/^io\/chromium\/archive\.ts$/, 'a header of 100 bytes'],
  [/^(?:manifest\/slug|assess\/sources)\.ts$/, 'runs of other characters are one dash before, and texts are cut'],
  [/^search\/words\.ts$/, 'queries are cut to 500 characters'],
  [/^units\/convert\.ts$/, 'each blank stands alone before'],
  [/^(?:cli\/usage|io\/http\/server)\.ts$/, 'a word of the command line'],
  [/^cli\/collect\//, 'a word of the command line'],
  [/^units\/instant\.ts$/, 'digits of a fraction of a second'],
  [/^io\/duckdb\/engine-error\.ts$/, 'a name of the work folder, which carboncard gave'],
];

const src = fileURLToPath(new URL('../src/', import.meta.url));

interface Found {
  readonly at: string;
  readonly source: string;
  readonly flags: string;
}

/** All literal expressions of the sources. */
function expressions(): readonly Found[] {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return files.sort().flatMap((file) => {
    const found: Found[] = [];
    const source = ts.createSourceFile(file, readFileSync(`${src}${file}`, 'utf8'), ts.ScriptTarget.Latest);
    const visit = (node: ts.Node): void => {
      if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) {
        const text = node.getText(source);
        const end = text.lastIndexOf('/');
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
        found.push({ at: `${file.replaceAll('\\', '/')}:${line + 1}`, source: text.slice(1, end), flags: text.slice(end + 1) });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

/** Parts of an expression whose matching can take more than linear time; `!` where it is exponential. */
function superlinear({ source, flags }: Pick<Found, 'source' | 'flags'>): readonly string[] {
  const parser = new RegExpParser();
  const options = { unicode: flags.includes('u'), unicodeSets: flags.includes('v') };
  const pattern = parser.parsePattern(source, 0, source.length, options);
  const { reports } = analyse({ pattern, flags: parser.parseFlags(flags) });
  return reports.map((report) => {
    const parts = 'quant' in report ? [report.quant] : [report.startQuant, report.endQuant];
    return `${report.exponential ? '!' : ''}${parts.map(({ raw }) => raw).join(' … ')}`;
  });
}

describe('expressions', () => {
  const found = expressions();

  it('are found, and a planted one is', () => {
    expect(found.length).toBeGreaterThan(500);
    expect(superlinear({ source: '^(?:a+b*)+$', flags: '' })).not.toEqual([]);
    expect(superlinear({ source: '\\s+$', flags: '' })).not.toEqual([]);
    expect(superlinear({ source: '^\\s+', flags: 'u' })).toEqual([]);
  });

  it('take linear time on any text, or are used on short texts alone', () => {
    const slow = found.flatMap((expression) => {
      if (accepted.some(([file]) => file.test(expression.at.replace(/:\d+$/, '')))) return [];
      const parts = superlinear(expression);
      return parts.length === 0 ? [] : [`${expression.at} /${expression.source}/: ${parts.join(', ')}`];
    });
    expect(slow).toEqual([]);
  });

  it('are exponential nowhere', () => {
    expect(found.filter((expression) => superlinear(expression).some((part) => part.startsWith('!')))).toEqual([]);
  });

  it('are accepted only where there are some', () => {
    const slow = found.filter((expression) => superlinear(expression).length > 0).map(({ at }) => at.replace(/:\d+$/, ''));
    expect(accepted.filter(([file]) => !slow.some((at) => file.test(at))).map(([, why]) => why)).toEqual([]);
  });
});
