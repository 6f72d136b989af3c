import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { unnamedTable } from '../../../src/trackers/csv-columns.js';
import { initManifest } from '../../../src/verbs/init.js';
import { resolveText } from '../../../src/verbs/shared/read-manifests.js';
import { emissionsCsv, versions } from '../trackers/codecarbon-files.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carboncard-init-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function started(name: string, content: string): Promise<string> {
  writeFileSync(join(folder, name), content);
  return (await initManifest([join(folder, name)], { out: '-' })).text;
}

const columns = versions['3.0.7'] ?? '';

describe('what a log of CodeCarbon suggests', () => {
  const row = { project_name: 'kestrel-7b', country_iso_code: 'FRA', region: 'île-de-france' };

  it('is the name of its only project as the name of the model, with a question', async () => {
    const text = await started('emissions.csv', emissionsCsv(columns, [row]));
    expect(text).toContain("\nmodel: kestrel-7b  # the project in the log: is it the model's name?\n");
  });

  it.each([
    ['the default of CodeCarbon', [{ project_name: 'codecarbon' }]],
    ['two projects', [{ project_name: 'a' }, { project_name: 'b', run_id: 'b' }]],
    ['a project that names no folder', [{ project_name: '模型' }]],
  ])('is no name where there is %s', async (_, rows) => {
    expect(await started('emissions.csv', emissionsCsv(columns, rows))).toContain('\nmodel: My model  # its name');
  });

  it.each([
    [{ country_iso_code: 'FRA', region: 'île-de-france' }, 'location: "Île-de-France, France"'],
    [{ country_iso_code: 'USA', region: 'oregon' }, 'location: "Oregon, US"'],
    [{ country_iso_code: 'FRA', region: '' }, 'location: France'],
    [{ country_iso_code: 'FRA', region: '13e arrondissement' }, 'location: { country: FRA, region: "13e arrondissement" }'],
    [
      { country_iso_code: 'USA', region: 'oregon', cloud_provider: 'aws', cloud_region: 'us-west-2', on_cloud: 'N' },
      'location: "Oregon, US"',
    ],
    [
      { country_iso_code: 'USA', region: 'oregon', cloud_provider: 'aws', cloud_region: 'us-west-2', on_cloud: 'Y' },
      'location: aws us-west-2',
    ],
  ])('is the place as people write it: %j', async (place, line) => {
    expect(await started('emissions.csv', emissionsCsv(columns, [place]))).toContain(`    ${line}\n`);
  });
});

describe('a table of no known tool', () => {
  const fault = async (header: string) => {
    try {
      await started('t.csv', `${header}\n${header.replace(/[^,;]+/g, '1')}\n`);
    } catch (error) {
      if (error instanceof InputError) return error.diagnostics[0];
    }
    return expect.unreachable();
  };

  it('gets the entry of a manifest that reads it, with its own columns', async () => {
    expect(await fault('date,project,used_kwh,hours')).toMatchObject({
      id: 'unknown-log',
      message: 'Unrecognised log format: a table of no known tool.',
      expected:
        'Name its columns in a phase of a manifest: `from: { logs: t.csv, format: csv, columns: { energy: used_kwh (kWh), duration: hours (h), ended: date, project: project } }`',
      note: 'The columns are date, project, used_kwh, hours.',
    });
  });

  it('without an energy says which column is missing, and what does without', async () => {
    expect(await fault('date,project,gpu,hours')).toMatchObject({
      expected:
        'Name the column with the energy in a phase of a manifest: `from: { logs: t.csv, format: csv, columns: { energy: … (kWh), duration: hours (h), ended: date, project: project } }`',
      note: 'The columns are date, project, gpu, hours. If none has the energy, write devices and hours into the manifest: `hardware: 8 x A100 80GB`, `duration: 3 weeks`.',
    });
  });

  it('is read by that entry', async () => {
    const suggestion = unnamedTable('date;used_wh;project\n2024-03-01;1500;a\n');
    expect(unnamedTable('date;used_wh;project;;\n2024-03-01;1500;a;;\n')).toEqual(suggestion);
    writeFileSync(join(folder, 't.csv'), 'date;used_wh;project\n2024-03-01;1500;a\n');
    const { manifest } = await resolveText(
      `model: M\nlocation: FR\nfrom: { logs: t.csv, format: csv, columns: { ${suggestion?.columns} } }\n`,
      join(folder, 'carboncard.yaml'),
    );
    expect(manifest.phases).toHaveLength(1);
  });

  it('is not taken for one where it has no header', () => {
    expect([unnamedTable('1,2\n3,4\n'), unnamedTable('some text, with a comma\nand more\n'), unnamedTable('{"a": 1}')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the question for the hardware of a log', () => {
  it('asks how many where no energy is logged, since nothing is calculated without it', async () => {
    expect(await started('all_results.json', '{ "train_runtime": 1800.0, "total_flos": 8.8e16 }')).toContain(
      '    # hardware: 8 x A100 80GB  # which accelerators, and how many?\n',
    );
  });

  it('is for the embodied emissions where the energy is logged', async () => {
    const text = await started('emissions.csv', emissionsCsv(columns, [{ gpu_model: '', gpu_count: '' }]));
    expect(text).toContain('    # hardware: A100 80GB  # which accelerators, for their embodied emissions?\n');
    expect(text).toContain('energy: { value: 1 kWh,');
  });
});

it('sums have no digits of floating-point noise: 0.1 + 0.2 kWh', async () => {
  const rows = [{ energy_consumed: '0.1' }, { run_id: 'b', timestamp: '2023-11-10T15:13:33', energy_consumed: '0.2' }];
  const text = await started(
    'emissions.csv',
    emissionsCsv(
      columns,
      rows.map((row) => ({ ...row, cpu_energy: '0', gpu_energy: row.energy_consumed, ram_energy: '0' })),
    ),
  );
  expect(text).toContain('energy: { value: 0.3 kWh,');
});
