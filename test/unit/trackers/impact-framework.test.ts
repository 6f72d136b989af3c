import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { impactFramework } from '../../../src/trackers/impact-framework/impact-framework.js';
import { recognised } from '../../../src/trackers/index.js';
import { changed, expectSound, fixture } from './changed-texts.js';
import { faultsOf, readAll } from './reading.js';

type Json = Record<string, unknown>;
const outputs = fixture('impact-framework/outputs.yaml');
const freeNames = fixture('impact-framework/free-names.yaml');
const tree = (children: Json, more: Json = {}): string =>
  JSON.stringify({ name: 'x', initialize: { plugins: {} }, ...more, tree: { children } });
const steps = (...list: readonly Json[]): string => tree({ child: { outputs: list } });

describe('a manifest of Impact Framework', () => {
  it.each(['outputs.yaml', 'nested.json', 'free-names.yaml'])('is recognised by its content: %s', (name) => {
    const text = fixture(`impact-framework/${name}`);
    expect(recognised(text).map(({ id }) => id)).toEqual(['impact-framework']);
    expect(recognised(text.replace(/^name.*\n/, '')).map(({ id }) => id)).toEqual(['impact-framework']);
  });

  it('is recognised in one line, and a manifest of carboncard is not', () => {
    expect(recognised(JSON.stringify(JSON.parse(fixture('impact-framework/nested.json')))).map(({ id }) => id)).toEqual([
      'impact-framework',
    ]);
    expect(impactFramework.recognises('carboncard: 1\nmodel: Tree\nphases:\n  - phase: training\n')).toBe(false);
  });

  it('adds the steps of a child: 0.4 + 1.2 = 1.6 kWh in 0.5 + 1.5 = 2 h, 20 + 60 = 80 g, 3 + 9 = 12 g embodied', async () => {
    const { runs, diagnostics } = await readAll(impactFramework, outputs);
    expect(diagnostics).toEqual([]);
    expect(runs).toEqual([
      {
        tracker: 'impact-framework',
        lines: [21, 41],
        project: 'training 1',
        started: '2025-01-02T03:00:00',
        hours: 2,
        energy: expect.closeTo(1.6, 12),
        reported: 0.08,
        embodied: 0.012,
        intensity: 50,
        parts: {},
        isMeasured: false,
        place: {},
      },
    ]);
  });

  it('reads children of children, and not the sums of their groups: (1 × 100 + 3 × 200) ÷ 4 = 175 g/kWh', async () => {
    const { runs, diagnostics } = await readAll(impactFramework, fixture('impact-framework/nested.json'));
    expect(runs).toMatchObject([
      { energy: 4, hours: 2, intensity: 175, reported: 0.7, embodied: 0.014 },
      { energy: 1, hours: 0.25, project: 'evaluation' },
    ]);
    expect(runs[0]?.project).toBeUndefined();
    expect(diagnostics.map(({ id }) => id)).toEqual(['impact-child-no-energy', 'impact-child-no-outputs']);
  });

  it('reads named columns: 1.8 + 5.4 MJ = 2 kWh, 30 + 60 min = 1.5 h, 90 + 270 g = 0.36 kg', async () => {
    const columns = { energy: 'server/energy-used (J)', duration: 'minutes (min)', emissions: { column: 'co2', unit: 'g' } };
    const { runs } = await readAll(impactFramework, freeNames, { columns });
    expect(runs).toMatchObject([{ energy: 2, hours: 1.5, reported: 0.36, project: 'finetuning' }]);
  });

  it('names the keys that there are, and how to map one', async () => {
    const [fault] = await faultsOf(impactFramework, freeNames);
    expect(fault).toMatchObject({
      id: 'impact-no-energy',
      expected: expect.stringContaining('columns: { energy: server/energy-used (kWh) }'),
      note: expect.stringContaining('`minutes`'),
      line: 9,
    });
    expect(await faultsOf(impactFramework, freeNames, { columns: { energy: 'server/energy-used (parsec)' } })).toMatchObject([
      { id: 'column-unit' },
    ]);
  });

  const named = (outputs: string, metadata = '') =>
    `initialize:\n  plugins:\n    p: { ${metadata} }\ntree:\n  children:\n    c:\n      outputs:\n        - { ${outputs} }\n`;

  it.each([
    ['network/energy: 1, cpu-energy-raw: 2, cpu-energy-kwh: 3', '', 'cpu-energy-kwh (kWh)'],
    ['timestamp: 1, cpu/power: 2, used: 3', 'parameter-metadata: { outputs: { used: { unit: MJ } } }', 'used (MJ)'],
    ['energy-mix: 2, total-wh: 3', 'parameter-metadata: { outputs: { energy-mix: { unit: "%" } } }', 'total-wh (Wh)'],
  ])('advises a column whose name or unit says energy: %s', async (keys, metadata, advised) => {
    const [fault] = await faultsOf(impactFramework, named(keys, metadata));
    expect(fault?.expected).toContain(`from: { logs: FILE, columns: { energy: ${advised} } }`);
  });

  it('advises none where no name and no unit says energy, and lists all', async () => {
    const keys = Array.from({ length: 30 }, (_, n) => `column${n}`);
    const [fault] = await faultsOf(impactFramework, named(keys.map((key) => `${key}: 1`).join(', ')));
    expect(fault?.expected).not.toContain('columns:');
    for (const key of keys) expect(fault?.note).toContain(`\`${key}\``);
  });

  it('reads embodied emissions and the grid in the units that the manifest states: 0.2 kg, 56 g/kWh', async () => {
    const metadata =
      'parameter-metadata: { outputs: { carbon-embodied: { unit: kgCO2e }, grid/carbon-intensity: { unit: kg/kWh }, energy: { unit: Wh } } }';
    const { runs } = await readAll(
      impactFramework,
      named('duration: 3600, energy: 500, carbon-embodied: 0.2, grid/carbon-intensity: 0.056', metadata),
    );
    expect(runs).toMatchObject([{ energy: 0.5, embodied: 0.2, intensity: 56 }]);
    const { runs: odd, diagnostics } = await readAll(
      impactFramework,
      named(
        'duration: 3600, energy: 1, grid/carbon-intensity: 56',
        'parameter-metadata: { outputs: { grid/carbon-intensity: { unit: apples } } }',
      ),
    );
    expect([odd[0]?.intensity, diagnostics.map(({ id }) => id)]).toEqual([undefined, ['impact-unit-of-intensity']]);
  });

  it('reports a named column that is not read', async () => {
    const { diagnostics } = await readAll(impactFramework, outputs, { columns: { accelerators: 'gpus' } });
    expect(diagnostics.map(({ id }) => id)).toEqual(['column-not-read']);
  });

  describe('with units in `parameter-metadata`', () => {
    const withUnits = (...units: readonly Json[]): string =>
      tree(
        { child: { outputs: [{ energy: 1000, 'carbon-operational': 2, duration: 3600 }] } },
        { initialize: { plugins: Object.fromEntries(units.map((outputs, at) => [`p${at}`, { 'parameter-metadata': { outputs } }])) } },
      );

    it.each([
      ['Wh', 1],
      ['kWh', 1000],
      ['J', 1000 / 3.6e6],
    ])('is read in them: 1000 %s = %s kWh', async (unit, energy) => {
      expect((await readAll(impactFramework, withUnits({ energy: { unit } }))).runs).toMatchObject([
        { energy: expect.closeTo(energy, 12), hours: 1, reported: 0.002 },
      ]);
    });

    it('is read in them: 2 kgCO2e', async () => {
      const text = withUnits({ 'carbon-operational': { unit: 'kgCO2e' } });
      expect((await readAll(impactFramework, text)).runs).toMatchObject([{ reported: 2 }]);
    });

    it.each(['gCO2eq', 'gCO2e', 'g'])('is read in them: %s, without a warning', async (unit) => {
      const { runs, diagnostics } = await readAll(impactFramework, withUnits({ 'carbon-operational': { unit } }));
      expect([runs[0]?.reported, diagnostics]).toEqual([0.002, []]);
    });

    it('is read as grams where the unit of the emissions is unknown, and this is said', async () => {
      const { runs, diagnostics } = await readAll(impactFramework, withUnits({ 'carbon-operational': { unit: 'parsec' } }));
      expect(runs).toMatchObject([{ energy: 1000, reported: 0.002 }]);
      expect(diagnostics.map(({ message }) => message)).toEqual([
        '`parameter-metadata` gives `carbon-operational` the unit "parsec", which is unknown. It is read as grams.',
      ]);
    });

    it.each([
      ['unknown', [{ energy: { unit: 'kW/h' } }], '`parameter-metadata` gives `energy` the unit "kW/h", which does not fit.'],
      [
        'different',
        [{ energy: { unit: 'Wh' } }, { energy: { unit: 'kWh' } }],
        '`parameter-metadata` gives `energy` several units: "Wh", "kWh".',
      ],
    ])('is refused where they are %s, unless a person gives the unit', async (_, units, message) => {
      expect(await faultsOf(impactFramework, withUnits(...units))).toMatchObject([
        { id: 'impact-unit', message, expected: expect.stringContaining('columns: { energy: energy (kWh) }') },
      ]);
      const { runs } = await readAll(impactFramework, withUnits(...units), { columns: { energy: 'energy (Wh)' } });
      expect(runs).toMatchObject([{ energy: 1 }]);
    });
  });

  it('counts hours once where steps overlap: 2 kWh in 1.5 h', async () => {
    const step = { energy: 1, duration: 3600 };
    const text = steps({ timestamp: '2025-01-01T00:30:00.000Z', ...step }, { timestamp: '2025-01-01T00:00:00.000Z', ...step });
    const { runs, diagnostics } = await readAll(impactFramework, text);
    expect(runs).toMatchObject([{ energy: 2, hours: 1.5, started: '2025-01-01T00:00:00' }]);
    expect(diagnostics.map(({ id }) => id)).toEqual(['impact-overlap']);
  });

  it.each([
    ['a step that lasts and draws nothing', { energy: 0, duration: 60 }, 'not-measured'],
    ['emissions of another energy', { energy: 1, 'grid/carbon-intensity': 100, 'carbon-operational': 150 }, 'impact-other-intensity'],
    ['an invalid time', { energy: 1, duration: 60, timestamp: 'yesterday' }, 'unclear-time'],
  ])('reports it: %s', async (_, step, id) => {
    expect((await readAll(impactFramework, steps(step))).diagnostics.map((diagnostic) => diagnostic.id)).toEqual([id]);
  });

  it.each([
    ['a run that failed', outputs.replace('status: success', 'status: fail'), 'impact-failed', 18],
    ['what was not run', outputs.replace('outputs:', 'later:'), 'impact-no-outputs', 19],
    ['no tree', 'initialize:\n  plugins: {}\n', 'impact-no-tree', 1],
    ['children in a list', tree({}).replace('{}}}', '[1]}}'), 'log-shape', 1],
    ['outputs that are no list', tree({ child: { outputs: {} } }), 'log-shape', 1],
    ['a step that is a number', tree({ child: { outputs: [1] } }), 'log-shape', 1],
    ['an energy that is text', outputs.replace('energy: 1.2', 'energy: "1.2 kWh"'), 'log-figure-as-text', 21],
    ['a decimal comma', outputs.replace('energy: 1.2', 'energy: 1,2'), 'log-figure-as-text', 21],
    ['an energy below 0', outputs.replace('energy: 1.2', 'energy: -1.2'), 'log-negative', 21],
    ['an energy that is no number', outputs.replace('energy: 1.2', 'energy: .nan'), 'log-not-a-number', 21],
    ['a step without an energy', outputs.replace('energy: 1.2', 'power: 1.2'), 'impact-step', 21],
    ['a duration that is missing once', outputs.replace('duration: 5400', 'seconds: 5400'), 'impact-step', 21],
    ['a key that stands twice', outputs.replace('energy: 1.2', 'energy: 1.2\n          energy: 1.3'), 'duplicate-key', 38],
    ['an alias without an anchor', outputs.replace('energy: 1.2', 'energy: *nothing'), 'unknown-alias', 37],
    ['a NUL byte', outputs.replace('energy: 1.2', 'energy: 1\0'), 'nul-byte', 37],
    ['two manifests', `${outputs}---\n${outputs}`, 'several-documents', 42],
    [
      'what is nested beyond sense',
      `initialize: {plugins: {}}\ntree:\n${Array.from({ length: 400 }, (_, n) => `${' '.repeat(n + 1)}${n % 2 === 0 ? 'children' : 'a'}:\n`).join('')}`,
      'impact-too-deep',
      102,
    ],
    ['what is nested in braces', `tree: ${'{children: {a: '.repeat(200)}1${'}}'.repeat(200)}`, 'not-yaml', 1],
    ['what is nested beyond the stack', `tree: {children: ${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'not-yaml', 1],
    ['keys within keys', `tree:\n  ${'? '.repeat(400)}1\n`, 'not-yaml', 2],
    ['a key that is an alias of a list', 'a: &a [1]\ntree:\n  *a : 1\n', 'not-yaml', 3],
    ['a file of 9 MB', `tree: {children: {}}\n#${'x'.repeat(9e6)}`, 'log-too-large', 1],
  ])('rejects %s', async (_, text, id, line) => {
    const [first] = await faultsOf(impactFramework, text);
    expect(first).toMatchObject({ id, line });
  });

  it('rejects an alias bomb', async () => {
    const levels = Array.from({ length: 12 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(10)}]`);
    const text = `a0: &a0 [1]\n${levels.join('\n')}\ntree:\n  children:\n    child: { outputs: *a12 }\n`;
    expect(await faultsOf(impactFramework, text)).toMatchObject([{ id: 'alias-bomb' }]);
  });

  it('publishes no command, environment, path or name of a machine', async () => {
    const named = ['gpu-node-17', 'ip-10-0-0-1', 'secret.example', 'a/b', 'node1', 'host', '__proto__'];
    const text = tree(
      Object.fromEntries(named.map((name) => [name, { outputs: [{ energy: 1, secret: 'x', duration: 1 }] }])).valueOf() as Json,
    );
    const read = [await readAll(impactFramework, outputs), await readAll(impactFramework, fixture('impact-framework/nested.json'))];
    expect(JSON.stringify([...read, await readAll(impactFramework, text)])).not.toMatch(/secret|home|node|ip-10|host|a\/b/);
  });

  it('gives numbers or an error, wherever it is cut or changed', async () => {
    const columns = { energy: 'server/energy-used (J)', duration: 'minutes (min)' };
    for (const [text, options] of [
      [outputs, {}],
      [fixture('impact-framework/nested.json'), {}],
      [freeNames, { columns }],
    ] as const) {
      await fc.assert(
        fc.asyncProperty(changed(text), async (one) => {
          recognised(one);
          await expectSound(impactFramework, one, options);
        }),
        { numRuns: 200 },
      );
    }
    const values = fc.tuple(fc.jsonValue(), fc.jsonValue(), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(values, async ([energy, duration, timestamp]) => {
        await expectSound(impactFramework, steps({ energy, duration, timestamp }));
        await expectSound(impactFramework, tree({ energy, child: { outputs: timestamp } }));
      }),
    );
  }, 60_000);
});
