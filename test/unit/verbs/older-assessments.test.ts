import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.js';
import type { Assessment } from '../../../src/assessment/assessment.js';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { assessmentText } from '../../../src/render/assessment-text.js';
import { parseManifest } from '../../../src/resolve/resolve.js';
import { initManifest } from '../../../src/verbs/init.js';
import { assessFile } from '../../../src/verbs/shared/assess.js';
import { made } from '../outputs/same-figures.js';

const folder = mkdtempSync(join(tmpdir(), 'older-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Json = Record<string, unknown>;
const firsts = Object.values(made).map((text) => JSON.parse(assessmentText(assess(parseManifest(text), { samples: 0 }))) as Json);

function fileOf(value: unknown, name = 'assessment.json'): string {
  const file = join(folder, name);
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
}

/** Every key of a value, as the path to it. */
function keysOf(value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (Array.isArray(value)) return value.flatMap((one, n) => keysOf(one, [...path, n]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => [[...path, key], ...keysOf(one, [...path, key])]);
}

function withoutKey(value: Json, path: readonly (string | number)[]): Json {
  const copy = structuredClone(value);
  const parent = path.slice(0, -1).reduce<Json>((at, key) => at[key] as Json, copy);
  delete parent[path.at(-1) ?? ''];
  return copy;
}

/** Keys without which a line, a phase or a quantity says nothing. */
const needed = ['model', 'name', 'phases', 'phase', 'lines', 'component', 'emissions', 'value', 'unit', 'totals', 'line', 'convention'];
const alsoNeeded = ['state', 'id', 'intensity', 'type', 'energy'];

const change = fc.constantFrom(...firsts).chain((first) => fc.constantFrom(...keysOf(first)).map((path) => ({ first, path })));

describe('an assessment of another version', () => {
  it('may lack any key that its manifest does without', async () => {
    await fc.assert(
      fc.asyncProperty(change, async ({ first, path }) => {
        const last = String(path.at(-1));
        if ([...needed, ...alsoNeeded].includes(last)) return;
        const { text } = await initManifest([fileOf(withoutKey(first, path))], { out: '-' });
        // Whatever is lost, the text is a manifest.
        const begun = parseManifest(text);
        expect(begun.manifest.phases.length).toBeGreaterThan(0);
      }),
      { seed: 17, numRuns: 200 },
    );
  }, 60_000);

  it('with the least that a line needs has the same energies and emissions', async () => {
    const full = assess(parseManifest(made['contracts, claims and a residual mix'] ?? ''), { samples: 0 });
    const least = {
      model: { name: full.model.name },
      totals: {},
      phases: full.phases.map(({ phase, name, place, grid }) => ({ phase, name, place, grid: grid && { intensity: grid.intensity } })),
      lines: full.lines.map(({ phase, name, component, energy, emissions }) => ({ phase, name, component, energy, emissions })),
    };
    const { text } = await initManifest([fileOf(least)], { out: '-' });
    const figures = ({ lines }: Assessment) =>
      lines.map(({ component, energy, emissions }) => [component, energy?.value.toPrecision(9), emissions.value.toPrecision(9)]);
    expect(figures(assess(parseManifest(text), { samples: 0 }))).toEqual(figures(full));
  });

  it('names the key that it cannot do without, in `init` and as a base model alike', async () => {
    await fc.assert(
      fc.asyncProperty(change, async ({ first, path }) => {
        const changed = withoutKey(first, path);
        const init = await faultOf(() => initManifest([fileOf(changed)], { out: '-' }));
        fileOf(changed, 'base.json');
        const manifest = fileOf(
          'model: M\nbase_model: base.json\nphases: [{ phase: finetuning, energy: 5 kWh, location: FR, system_boundary: [dynamic] }]\n',
          'carboncard.yaml',
        );
        const base = await faultOf(() => assessFile(manifest));
        for (const fault of [init, base].filter((one) => one !== undefined && one.id === 'not-an-assessment')) {
          expect(fault?.message).toMatch(/is incomplete: `[\w[\].]+` is missing/);
          expect(fault?.message).toContain(String(path.at(-1)));
          expect(fault?.file).toMatch(/assessment\.json|base\.json|carboncard\.yaml/);
        }
      }),
      { seed: 18, numRuns: 150 },
    );
  }, 60_000);
});

describe('an assessment of a base model', () => {
  it('with any part replaced is read or refused, with its file and the key', async () => {
    const manifest = fileOf(
      'model: M\nbase_model: broken.json\nphases: [{ phase: finetuning, energy: 5 kWh, location: FR, system_boundary: [dynamic] }]\n',
      'of-broken.yaml',
    );
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(change, fc.constantFrom(null, {}, [], [null], 'x', -1), async ({ first, path }, part) => {
        const copy = structuredClone(first);
        const parent = path.slice(0, -1).reduce<Json>((at, key) => at[key] as Json, copy);
        parent[path.at(-1) ?? ''] = part;
        fileOf(copy, 'broken.json');
        const fault = await faultOf(() => assessFile(manifest));
        if (fault === undefined) return;
        refused += 1;
        expect(fault.id).toMatch(/^(?:not-an-assessment|base-model-without-total|not-finite|no-total)$/);
        if (fault.id === 'not-an-assessment') expect(fault.message).toMatch(/`[\w[\].-]+`/);
        expect(fault.file).toMatch(/broken\.json|of-broken\.yaml/);
      }),
      { seed: 19, numRuns: 200 },
    );
    expect(refused).toBeGreaterThan(20);
  }, 60_000);
});

/** The first diagnostic of what is refused; anything else that is thrown is a bug. */
async function faultOf(work: () => Promise<unknown>) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.diagnostics[0];
  }
  return undefined;
}
