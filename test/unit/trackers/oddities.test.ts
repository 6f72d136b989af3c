import { describe, expect, it } from 'vitest';
import { codecarbon } from '../../../src/trackers/codecarbon/codecarbon.js';
import { nvidiaSmi } from '../../../src/trackers/nvidia-smi/nvidia-smi.js';
import { zeus } from '../../../src/trackers/zeus.js';
import { fixture } from './changed-texts.js';
import { type Changes, emissionsCsv, versions } from './codecarbon-files.js';
import { faultsOf, readAll } from './reading.js';

const latest = versions['3.3.0'] ?? '';
const ids = (diagnostics: readonly { readonly id: string }[]) => diagnostics.map(({ id }) => id);
const oddIn = async (changes: Changes, columns = latest) => ids((await readAll(codecarbon, emissionsCsv(columns, [changes]))).diagnostics);

describe('remarks on a log of CodeCarbon', () => {
  it('are none in an ordinary file', async () => {
    expect(await oddIn({})).toEqual([]);
  });

  it.each<readonly [string, string, Changes]>([
    ['memory with more than a tenth of the energy', 'estimated-ram', { ram_energy: '0.2', energy_consumed: '1.16' }],
    ['memory with more than a third', 'much-ram', { ram_energy: '0.96', energy_consumed: '1.92' }],
    ['a country without a region', 'no-region', { region: '' }],
    ['two letters for a country, and the world average', 'world-average', { country_iso_code: 'IN', emissions: '0.475' }],
  ])('are there for %s', async (_, id, changes) => {
    expect(await oddIn(changes)).toContain(id);
  });

  it('are there for columns that moved to the end, and each is read by its name', async () => {
    const moved = `${latest.replace('cloud_provider,cloud_region,', '')},cloud_provider,cloud_region`;
    expect(await oddIn({}, moved)).toEqual(['columns-moved']);
    const { runs } = await readAll(codecarbon, emissionsCsv(moved));
    expect(runs).toEqual((await readAll(codecarbon, emissionsCsv(latest))).runs);
  });

  it('are not there for the energy of a chip of another kind', async () => {
    const columns = versions['3.4.0.dev, 43 columns'] ?? '';
    for (const energy_consumed of ['1.0', '1.5']) expect(await oddIn({ neuron_energy: '0.5', energy_consumed }, columns)).toEqual([]);
    expect(ids(await faultsOf(codecarbon, emissionsCsv(columns, [{ neuron_energy: '0.5', energy_consumed: '1.4' }])))).toEqual([
      'sum-of-parts',
    ]);
  });

  it('is rejected where a run continues after 2048 others have begun', async () => {
    const others = Array.from({ length: 2048 }, (_, at) => ({ run_id: `run-${at}` }));
    const text = emissionsCsv(latest, [{ run_id: 'first' }, ...others, { run_id: 'first' }]);
    expect(ids(await faultsOf(codecarbon, text))).toEqual(['run-far-apart']);
    expect(ids(await faultsOf(codecarbon, emissionsCsv(latest, [{ run_id: 'first' }, ...others.slice(1), { run_id: 'first' }])))).toEqual(
      [],
    );
  });
});

describe('remarks on a power log', () => {
  const cards = fixture('nvidia-smi/two-cards.csv');

  it('are none in an ordinary file', async () => {
    expect((await readAll(nvidiaSmi, cards)).diagnostics).toEqual([]);
  });

  it('are there for samples at uneven intervals', async () => {
    const { runs, diagnostics } = await readAll(nvidiaSmi, cards.replaceAll('10:00:30', '10:00:01'));
    expect(ids(diagnostics)).toEqual(['uneven-samples']);
    // The power between is a straight line, wherever the sample in the middle stands.
    expect(runs).toMatchObject([{ energy: expect.closeTo(31_800 / 3.6e6, 12) }]);
  });

  it('is rejected without a header', async () => {
    expect(ids(await faultsOf(nvidiaSmi, cards.slice(cards.indexOf('\n') + 1)))).toEqual(['no-header']);
  });

  it('are there for windows of Zeus whose clock gives no date', async () => {
    const log = fixture('zeus/epochs.csv').replaceAll('17092872', '12').replaceAll('17092890', '30');
    const { runs, diagnostics } = await readAll(zeus, log);
    expect(ids(diagnostics)).toEqual(['machine-clock']);
    expect(runs).toMatchObject([{ energy: 0.5 }]);
    expect(runs[0]?.started).toBeUndefined();
  });
});

describe('places, water and rows of CodeCarbon', () => {
  it('has on-site water where it is above 0', async () => {
    const wueOf = async (wue: string) => (await readAll(codecarbon, emissionsCsv(latest, [{ wue }]))).runs[0]?.wue;
    expect(await Promise.all(['1.8', '0.0', ''].map(wueOf))).toEqual([1.8, undefined, undefined]);
  });

  it('has the name of the country beside its code, and of the first versions alone', async () => {
    const { runs } = await readAll(codecarbon, emissionsCsv(latest, [{ country_name: 'Sweden', country_iso_code: 'SWI' }]));
    expect(runs[0]?.place).toMatchObject({ country: 'SWI', countryName: 'Sweden' });
    const first = 'timestamp,duration,emissions,energy_consumed,country,region\n2020-03-05T12:00:00,3600,0.1,1.2,Canada,Ontario\n';
    expect((await readAll(codecarbon, first)).runs[0]?.place).toMatchObject({ countryName: 'Canada', region: 'Ontario' });
  });

  it('passes over a row without a duration and an energy, and no other', async () => {
    const blank = { duration: '', energy_consumed: '', cpu_energy: '', gpu_energy: '', ram_energy: '' };
    const { runs, diagnostics } = await readAll(
      codecarbon,
      emissionsCsv(latest, [{}, { ...blank, run_id: 'b' }, { ...blank, run_id: 'c' }]),
    );
    expect(runs).toEqual((await readAll(codecarbon, emissionsCsv(latest, [{}]))).runs);
    expect(diagnostics).toMatchObject([{ id: 'row-without-time', line: 3, note: expect.stringContaining('one more row') }]);
    expect(ids(await faultsOf(codecarbon, emissionsCsv(latest, [{ duration: '' }])))).toContain('log-shifted');
    expect(ids(await faultsOf(codecarbon, emissionsCsv(latest, [{ energy_consumed: '' }])))).toContain('log-shifted');
  });
});
