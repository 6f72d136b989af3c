import { beforeEach, describe, expect, it, vi } from 'vitest';
import { assess } from '../../../src/assess/assess.js';
import { findDevice } from '../../../src/factors/hardware/index.js';
import { resolvePhase } from '../../../src/resolve/phase.js';
import { parseManifest } from '../../../src/resolve/resolve.js';
import { findCloudPlace, findCountryPlace, findRegionIn, parsePlace } from '../../../src/search/places.js';
import { explainManifest } from '../../../src/verbs/explain.js';

// Each is the real one, with its calls counted.
vi.mock('../../../src/resolve/phase.js', async (original) => {
  const module = await original<typeof import('../../../src/resolve/phase.js')>();
  return { ...module, resolvePhase: vi.fn(module.resolvePhase) };
});
vi.mock('../../../src/search/places.js', async (original) => {
  const module = await original<typeof import('../../../src/search/places.js')>();
  return {
    ...module,
    parsePlace: vi.fn(module.parsePlace),
    findCloudPlace: vi.fn(module.findCloudPlace),
    findCountryPlace: vi.fn(module.findCountryPlace),
    findRegionIn: vi.fn(module.findRegionIn),
  };
});
vi.mock('../../../src/factors/hardware/index.js', async (original) => {
  const module = await original<typeof import('../../../src/factors/hardware/index.js')>();
  return { ...module, findDevice: vi.fn(module.findDevice) };
});

const phases = Array.from(
  { length: 20 },
  (_, n) => `  - { phase: training, name: n${n}, site: France, hardware: 8 x A100 80GB, duration: ${n + 1} h }`,
);
const text = `model: M\nphases:\n${phases.join('\n')}`;

describe('nothing is resolved twice', () => {
  beforeEach(() => {
    vi.clearAllMocks();
  });

  it('a phase once, from the text to the assessment', () => {
    expect(assess(parseManifest(text)).phases).toHaveLength(20);
    expect(vi.mocked(resolvePhase)).toHaveBeenCalledTimes(20);
  });

  it('a phase once, from a file to the assessment', async () => {
    await explainManifest('fixtures/runs/bloom-project/carboncard.yaml');
    const resolved = vi.mocked(resolvePhase).mock.calls.map(([{ phase }]) => phase.path);
    expect(resolved.length).toBeGreaterThan(5);
    expect(resolved).toEqual([...new Set(resolved)]);
  });

  it('a name once, however many phases use it', () => {
    parseManifest(text);
    expect(vi.mocked(parsePlace).mock.calls).toEqual([['France']]);
    expect(vi.mocked(findDevice).mock.calls).toEqual([['8 x A100 80GB']]);
  });

  it('the keys of a site once, however many phases are there', () => {
    const sites = '{ cloud: aws, region: us-west-2 }, b: { location: { country: US, region: Oregon } }';
    const there = Array.from(
      { length: 10 },
      (_, n) => `  - { phase: training, name: n${n}, site: ${n % 2 === 0 ? 'a' : 'b'}, hardware: A100 80GB, accelerator_hours: 5 }`,
    );
    parseManifest(`model: M\nsites: { a: ${sites} }\nphases:\n${there.join('\n')}`);
    expect(vi.mocked(findCloudPlace).mock.calls).toEqual([['aws', 'us-west-2']]);
    expect(vi.mocked(findCountryPlace).mock.calls).toEqual([['US']]);
    expect(vi.mocked(findRegionIn).mock.calls).toEqual([['US', 'Oregon']]);
  });
});
