import { describe, expect, it } from 'vitest';
import { InputError } from '../../../../src/diagnostics/diagnostic.js';
import type { ColumnMap } from '../../../../src/manifest/schema/log-columns.js';
import { mappedColumn } from '../../../../src/trackers/texts/columns.js';

describe('a column that a person has named', () => {
  it.each([
    [{ energy: 'cpu/energy (kWh)' }, 'energy', 'cpu/energy', 'kWh', 2, 2],
    [{ energy: 'used [Wh]' }, 'energy', 'used', 'Wh', 5, 0.005],
    [{ energy: 'joules(J)' }, 'energy', 'joules', 'J', 7.2e6, 2],
    [{ energy: { column: 'odd (name)', unit: 'MJ' } }, 'energy', 'odd (name)', 'MJ', 3.6, 1],
    [{ energy: 'total (all) (kWh)' }, 'energy', 'total (all)', 'kWh', 1, 1],
    [{ duration: 'took (min)' }, 'duration', 'took', 'min', 90, 1.5],
    [{ duration: 'took (s)' }, 'duration', 'took', 's', 1800, 0.5],
    [{ emissions: 'co2 (gCO2eq)' }, 'emissions', 'co2', 'gCO2eq', 250, 0.25],
  ] as const)('%o: in canonical units', (map, meaning, name, unit, value, expected) => {
    const found = mappedColumn(map, meaning);
    expect(found).toMatchObject({ name, unit });
    expect(found?.factor(value)).toBeCloseTo(expected, 12);
  });

  it('keeps its whole name where the meaning has no unit', () => {
    expect(mappedColumn({ started: 'time (local)' }, 'started')).toMatchObject({
      name: 'time (local)',
      written: 'time (local)',
      unit: undefined,
    });
    expect(mappedColumn({ energy: 'used (Wh)' }, 'energy')?.written).toBe('used (Wh)');
    expect(mappedColumn({ energy: 'used (Wh)' }, 'duration')).toBeUndefined();
    expect(mappedColumn({}, 'toString' as 'energy')).toBeUndefined();
  });

  it.each([
    [{ energy: 'energy' }, 'energy', 'has no unit'],
    [{ energy: 'energy ()' }, 'energy', 'has no unit'],
    [{ energy: 'energy (kW)' }, 'energy', '"kW"'],
    [{ energy: 'energy (mwh)' }, 'energy', '"mwh"'],
    [{ energy: 'energy (h)' }, 'energy', '"h"'],
    [{ duration: 'time (GPU-h)' }, 'duration', '"GPU-h"'],
    [{ emissions: { column: 'co2', unit: 'g/kWh' } }, 'emissions', '"g/kWh"'],
  ] as const satisfies readonly (readonly [ColumnMap, string, string])[])('%o is refused, with its unit', (map, meaning, words) => {
    try {
      mappedColumn(map, meaning);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      expect((error as InputError).diagnostics).toMatchObject([{ id: 'column-unit', message: expect.stringContaining(words) }]);
    }
  });
});
