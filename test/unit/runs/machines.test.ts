import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsOfMachines, type Machine, mayBeOne } from '../../../src/runs/machines.js';
import { hostsIn } from '../../../src/trackers/machine-marks.js';

const machine = (change: Partial<Machine> = {}): Machine => ({
  tracker: 'codecarbon',
  place: { country: 'FRA' },
  accelerator: { name: 'NVIDIA A100-SXM4-80GB', count: 4 },
  marks: {},
  ...change,
});

describe('two logs', () => {
  it.each<readonly [string, Partial<Machine>, Partial<Machine>]>([
    ['say the same', {}, {}],
    ['say little', { accelerator: undefined }, { place: {} }],
    ['are of two tools that name a GPU in two ways', {}, { tracker: 'slurm', accelerator: { name: 'a100' } }],
    [
      'are of two tools that write a region in two ways',
      { place: { region: 'ile-de-france' } },
      { tracker: 'eco2ai', place: { region: 'Paris' } },
    ],
    ['have a node in common', { marks: { hosts: ['n1', 'n2'] } }, { marks: { hosts: ['n2'] } }],
    [
      'have the indices of the same cards',
      { marks: { cards: { kind: 'place', ids: ['0'] } } },
      { marks: { cards: { kind: 'place', ids: ['0'] } } },
    ],
    ['are of addresses nearby', { marks: { coordinates: [48.85, 2.35] } }, { marks: { coordinates: [48.9, 2.3] } }],
  ])('may be of one machine where they %s', (_, one, other) => {
    expect(mayBeOne(machine(one), machine(other))).toBe(true);
    expect(mayBeOne(machine(other), machine(one))).toBe(true);
  });

  it.each<readonly [string, Partial<Machine>, Partial<Machine>]>([
    ['GPU model', {}, { accelerator: { name: 'NVIDIA H100 80GB HBM3', count: 4 } }],
    ['GPU model in another tool', {}, { tracker: 'nvidia-smi', accelerator: { name: 'Tesla V100-SXM2-32GB' } }],
    ['number of GPUs', {}, { accelerator: { name: 'NVIDIA A100-SXM4-80GB', count: 8 } }],
    ['country', {}, { place: { country: 'DEU' } }],
    ['cloud region', { place: { cloud: 'aws', cloudRegion: 'us-west-2' } }, { place: { cloud: 'aws', cloudRegion: 'us-east-1' } }],
    ['host', { marks: { hosts: ['n1'] } }, { marks: { hosts: ['n2'] } }],
    ['card', { marks: { cards: { kind: 'uuid', ids: ['GPU-1'] } } }, { marks: { cards: { kind: 'uuid', ids: ['GPU-2'] } } }],
    ['processor', { marks: { traits: { cpu_model: 'EPYC 7763' } } }, { marks: { traits: { cpu_model: 'Xeon' } } }],
    ['city', { marks: { coordinates: [48.85, 2.35] } }, { marks: { coordinates: [45.76, 4.83] } }],
    ['kind of clock', { marks: { isUtc: true } }, {}],
  ])('are of two machines where they have another %s', (_, one, other) => {
    expect(mayBeOne(machine(one), machine(other))).toBe(false);
    expect(mayBeOne(machine(other), machine(one))).toBe(false);
  });

  it('are in the same groups in any order', () => {
    const all = [machine(), machine({ place: { country: 'DEU' } }), machine({ tracker: 'nvidia-smi', place: {} })];
    const [a, b] = [groupsOfMachines(all), groupsOfMachines([...all].reverse())];
    expect(all.map((one) => a.get(one))).toEqual(all.map((one) => b.get(one)));
    expect(new Set(a.values()).size).toBe(2);
  });
});

describe('many machines', () => {
  /** Jobs on nodes of their own, each with so many; every tenth job is on the nodes of the one before. */
  const jobs = (count: number, nodes: number): readonly Machine[] =>
    Array.from({ length: count }, (_, n) => {
      const first = n % 10 === 9 ? n - 1 : n;
      const hosts = Array.from({ length: nodes }, (__, node) => `n${first}-${node}`);
      return machine({ tracker: 'slurm', marks: { hosts: n === first ? hosts : hosts.slice(1) } });
    });

  it('are in one group where they have a node in common: 400 jobs on 360 sets of nodes', () => {
    expect(new Set(groupsOfMachines(jobs(400, 3)).values()).size).toBe(360);
  });

  it('are in one group where they have a node in common: 1600 jobs on 200 nodes each', () => {
    const many = jobs(1600, 200);
    expect(new Set(groupsOfMachines(many).values()).size).toBe(1440);
  });

  it('are each with the first of the groups of which no member differs from it', () => {
    const ids = fc.option(fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5'), { minLength: 1, maxLength: 3 }), { nil: undefined });
    const one = fc.record({ hosts: ids, uuids: ids, name: fc.constantFrom('A100', 'NVIDIA A100-SXM4-80GB', 'V100') });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (all) => {
        const machines = all.map(({ hosts, uuids, name }) =>
          machine({ accelerator: { name }, marks: { hosts, cards: uuids && { kind: 'uuid', ids: uuids } } }),
        );
        const found = groupsOfMachines(machines);
        const membersOf = (group: number): readonly Machine[] => machines.filter((each) => found.get(each) === group);
        for (const each of machines)
          for (const other of membersOf(found.get(each) ?? -1)) expect(other === each || mayBeOne(each, other)).toBe(true);
        // No two groups could be one.
        const groups = [...new Set(found.values())];
        for (const a of groups)
          for (const b of groups)
            if (a < b) expect(membersOf(b).some((each) => membersOf(a).some((other) => !mayBeOne(each, other)))).toBe(true);
      }),
    );
  });
});

describe('a list of hosts', () => {
  it.each([
    ['node01', ['node01']],
    ['gpu[01-03,7],login', ['gpu01', 'gpu02', 'gpu03', 'gpu7', 'login']],
    ['a[1-2]-ib', ['a1-ib', 'a2-ib']],
    ['', []],
  ])('%s', (list, hosts) => {
    expect(hostsIn(list)).toEqual(hosts);
  });
});
