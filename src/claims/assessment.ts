import type { Position } from '../diagnostics/diagnostic.js';
import type { ClaimedValue, Measure, Qualifier, Subject, Sum, YearPair } from './claim.js';
import { Collector } from './collector.js';

/** Where a part of the assessment stands, in the file that is audited. */
export type Locate = (path: readonly (string | number)[]) => Position;

type Plain = Readonly<Record<string, unknown>>;

/** Reads what an assessment claims, whoever wrote it: ours is right by construction, one that was edited by hand may not be. */
export function assessmentClaims(value: unknown, locate: Locate, file?: string): Subject {
  const collector = new Collector();
  const root = collector.scope();
  const at = plain(value);
  const values = collector.values;

  const add = (
    measure: Measure,
    of: unknown,
    path: readonly (string | number)[],
    scopes: readonly number[],
    is: readonly Qualifier[] = [],
  ): ClaimedValue | undefined => {
    const { value: number, unit } = typeof of === 'number' ? { value: of, unit: '' } : plain(of);
    if (typeof number !== 'number' || !Number.isFinite(number)) return undefined;
    const size = sizeOf(String(unit), measure);
    if (size === undefined) return undefined;
    const claim: ClaimedValue = {
      measure,
      value: number * size,
      low: number * size,
      high: number * size,
      text: `${Number(number.toPrecision(7))}${unit === undefined || unit === '' ? '' : ` ${String(unit)}`}`,
      number: String(number),
      unit: String(unit ?? ''),
      at: locate(path),
      scopes,
      context: path.join('.'),
      is: new Set(is),
    };
    values.push(claim);
    return claim;
  };

  const lines = list(at['lines']).map((line, index) => {
    const scopes = [collector.scope(), root];
    const path = ['lines', index];
    const isEmbodied = line['component'] === 'embodied';
    const emissions = add('emissions', line['emissions'], [...path, 'emissions', 'value'], scopes, isEmbodied ? ['embodied'] : []);
    add('energy', line['energy'], [...path, 'energy', 'value'], scopes);
    const inputs = list(line['inputs']);
    const grids = inputs.filter(({ name }) => name === 'grid intensity');
    // A line over two sites has two grids.
    const [grid] = grids;
    if (grids.length === 1 && grid !== undefined) add('intensity', grid, [...path, 'inputs', inputs.indexOf(grid), 'value'], scopes);
    return { line, emissions };
  });

  const sums = ['development', 'deployment', 'lifecycle'].flatMap((which): readonly Sum[] => {
    const given = plain(plain(at['totals'])[which]);
    const total = add('emissions', given['emissions'], ['totals', which, 'emissions', 'value'], [collector.scope(), root], ['total']);
    const isUse = ({ line }: (typeof lines)[number]): boolean => line['phase'] === 'deployment';
    const parts = lines
      .filter((line) => which === 'lifecycle' || isUse(line) === (which === 'deployment'))
      .flatMap(({ emissions }) => emissions ?? []);
    return total === undefined || parts.length === 0 ? [] : [{ what: `totals.${which}.emissions`, total, parts, isWhole: true }];
  });

  const years: YearPair[] = [];
  for (const [index, phase] of list(at['phases']).entries()) {
    const scopes = [collector.scope(), root];
    const path = ['phases', index];
    const grid = plain(phase['grid']);
    add('intensity', grid['intensity'], [...path, 'grid', 'intensity'], scopes);
    add('pue', phase['pue'], [...path, 'pue'], scopes);
    if (typeof phase['device'] === 'string') {
      collector.line({ text: phase['device'], positionAt: () => locate([...path, 'device']), scopes, headings: [] });
      add('power', phase['power'], [...path, 'power'], scopes);
    }
    add('accelerator-hours', phase['acceleratorHours'], [...path, 'acceleratorHours'], scopes);
    add('hours', phase['duration'], [...path, 'duration'], scopes, ['wall']);
    const count = phase['accelerators'];
    if (typeof count === 'number') add('accelerators', count, [...path, 'accelerators'], scopes);
    if (typeof phase['year'] === 'number' && typeof grid['year'] === 'number')
      years.push({ grid: grid['year'], run: phase['year'], at: locate([...path, 'grid', 'year']) });
  }

  const offset = plain(plain(at['offsets'])['emissions'])['value'];
  const [development] = sums;
  const name = plain(at['model'])['name'];
  return {
    kind: 'assessment',
    ...(typeof name === 'string' && { name }),
    ...(file !== undefined && { file }),
    values: values,
    devices: collector.devices,
    places: collector.places,
    passages: [],
    sums,
    years,
    ...(typeof offset === 'number' &&
      development !== undefined && {
        offsets: { offset: offset * 1000, total: development.total, lines: development.parts.reduce((sum, part) => sum + part.value, 0) },
      }),
  };
}

/** Size of a unit in the measure's own; nothing where it is of something else. */
function sizeOf(unit: string, measure: Measure): number | undefined {
  if (measure === 'emissions') return { kgCO2e: 1e3, gCO2e: 1, tCO2e: 1e6, kg: 1e3, g: 1, t: 1e6 }[unit];
  if (measure === 'energy') return { kWh: 1, Wh: 1e-3, MWh: 1e3 }[unit];
  if (measure === 'power') return { W: 1, kW: 1e3 }[unit];
  if (measure === 'intensity') return { 'gCO2e/kWh': 1, 'kgCO2e/kWh': 1e3 }[unit];
  if (measure === 'hours' || measure === 'accelerator-hours') return unit === 'h' ? 1 : undefined;
  return 1;
}

function plain(value: unknown): Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Plain) : {};
}

function list(value: unknown): readonly Plain[] {
  return Array.isArray(value) ? value.map(plain) : [];
}
