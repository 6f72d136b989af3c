import { isHeld, workClaim } from './assessment-work.js';
import type { ClaimedValue, Measure, OffsetClaim, Qualifier, Subject, Sum, YearPair } from './claim.js';
import { Collector } from './collector.js';
import { type Locate, list, type Path, type Plain, plain } from './plain.js';
import { isAmount } from './text/numbers.js';

/** Reads what an assessment claims, whoever wrote it: one that was edited by hand can be wrong. */
export function assessmentClaims(value: unknown, locate: Locate, file?: string): Subject {
  const assessment = plain(value);
  const reader = new AssessmentReader(locate);

  // Each line: its emissions, its energy and the grid that it was calculated with.
  const lines = list(assessment['lines']).map((line, index) => reader.line(line, ['lines', index]));

  // Each total, with the lines that it should be the sum of.
  const sums = (['development', 'deployment', 'lifecycle'] as const).flatMap((which) => reader.total(assessment, which, lines) ?? []);

  // Each phase: grid, PUE, device, power, hours, and the year of its grid beside its own.
  const phases = list(assessment['phases']);
  const plainLines = lines.map(({ line }) => line);
  const years = phases.flatMap((phase, index) => reader.phase(phase, ['phases', index], isHeld(phase, plainLines)) ?? []);
  const works = phases.flatMap((phase, index) => workClaim({ phase, path: ['phases', index], lines: plainLines, locate }) ?? []);

  const name = plain(assessment['model'])['name'];
  const { values, devices, places } = reader.collector;
  return {
    kind: 'assessment',
    name: typeof name === 'string' ? name : undefined,
    file,
    values,
    devices,
    places,
    passages: [],
    answers: [],
    sums,
    works,
    years,
    offsets: offsetsOf(assessment, sums[0]),
  };
}

/** A line of the assessment, and its emissions where it has any. */
interface ReadLine {
  readonly line: Plain;
  readonly emissions: ClaimedValue | undefined;
}

/** A quantity of an assessment, with its place and what it belongs to. */
interface PlacedQuantity {
  readonly of: unknown;
  readonly path: Path;
  readonly scopes: readonly number[];
  readonly is?: readonly Qualifier[] | undefined;
}

class AssessmentReader {
  readonly collector = new Collector();
  readonly #root = this.collector.scope();

  constructor(readonly locate: Locate) {}

  line(line: Plain, path: Path): ReadLine {
    const scopes = this.#scopes();
    const is: readonly Qualifier[] = line['component'] === 'embodied' ? ['embodied'] : [];
    const emissions = this.#add('emissions', { of: line['emissions'], path: [...path, 'emissions', 'value'], scopes, is });
    this.#add('energy', { of: line['energy'], path: [...path, 'energy', 'value'], scopes });
    const inputs = list(line['inputs']);
    const [grid, ...others] = inputs.filter(({ name }) => name === 'grid intensity');
    // A line over two sites has two grids, and neither is the line's.
    if (grid !== undefined && others.length === 0)
      this.#add('intensity', { of: grid, path: [...path, 'inputs', inputs.indexOf(grid), 'value'], scopes });
    return { line, emissions };
  }

  total(assessment: Plain, which: 'development' | 'deployment' | 'lifecycle', lines: readonly ReadLine[]): Sum | undefined {
    const { emissions } = plain(plain(assessment['totals'])[which]);
    const path = ['totals', which, 'emissions', 'value'];
    const total = this.#add('emissions', { of: emissions, path, scopes: this.#scopes(), is: ['total'] });
    const isUse = ({ line }: ReadLine): boolean => line['phase'] === 'deployment';
    const parts = lines
      .filter((line) => which === 'lifecycle' || isUse(line) === (which === 'deployment'))
      .flatMap((line) => line.emissions ?? []);
    return total === undefined || parts.length === 0 ? undefined : { what: `totals.${which}.emissions`, total, parts, isWhole: true };
  }

  phase(phase: Plain, path: Path, held: boolean): YearPair | undefined {
    const scopes = this.#scopes();
    const { pue, device, power, acceleratorHours, duration, accelerators, share, year } = phase;
    const grid = plain(phase['grid']);
    this.#add('intensity', { of: grid['intensity'], path: [...path, 'grid', 'intensity'], scopes });
    this.#add('pue', { of: pue, path: [...path, 'pue'], scopes });
    if (typeof device === 'string') {
      this.collector.line({ text: device, positionAt: () => this.locate([...path, 'device']), scopes, headings: [] });
      this.#add('power', { of: power, path: [...path, 'power'], scopes });
    }
    this.#add('accelerator-hours', { of: acceleratorHours, path: [...path, 'acceleratorHours'], scopes });
    this.#add('hours', { of: duration, path: [...path, 'duration'], scopes, is: held ? [] : ['wall'] });
    // Accelerators and duration of a shared phase are of the whole, and its hours are this model's: they have no product to check.
    if (typeof accelerators === 'number' && share === undefined)
      this.#add('accelerators', { of: accelerators, path: [...path, 'accelerators'], scopes });
    if (typeof year !== 'number' || typeof grid['year'] !== 'number') return undefined;
    return { grid: grid['year'], run: year, at: this.locate([...path, 'grid', 'year']) };
  }

  #scopes(): readonly number[] {
    return [this.collector.scope(), this.#root];
  }

  /** Adds a value; nothing where it is no number, or where its unit is of something else. */
  #add(measure: Measure, { of, path, scopes, is = [] }: PlacedQuantity): ClaimedValue | undefined {
    const { value: number, unit } = typeof of === 'number' ? { value: of, unit: '' } : plain(of);
    if (typeof number !== 'number') return undefined;
    const size = sizeOf(String(unit), measure);
    if (size === undefined || !isAmount(number * size)) return undefined;
    const claimed: ClaimedValue = {
      measure,
      value: number * size,
      low: number * size,
      high: number * size,
      text: `${Number(number.toPrecision(7))}${unit === undefined || unit === '' ? '' : ` ${String(unit)}`}`,
      number: String(number),
      unit: String(unit ?? ''),
      at: this.locate(path),
      scopes,
      context: path.join('.'),
      is: new Set(is),
    };
    this.collector.values.push(claimed);
    return claimed;
  }
}

/** The offsets, beside the first total and the sum of its lines. */
function offsetsOf(assessment: Plain, first: Sum | undefined): OffsetClaim | undefined {
  const offset = plain(plain(assessment['offsets'])['emissions'])['value'];
  if (typeof offset !== 'number' || !isAmount(offset * 1000) || first === undefined) return undefined;
  return { offset: offset * 1000, total: first.total, lines: first.parts.reduce((sum, part) => sum + part.value, 0) };
}

const sizes: Readonly<Partial<Record<Measure, Readonly<Record<string, number>>>>> = {
  'emissions': { kgCO2e: 1e3, gCO2e: 1, tCO2e: 1e6, kg: 1e3, g: 1, t: 1e6 },
  'energy': { kWh: 1, Wh: 1e-3, MWh: 1e3 },
  'power': { W: 1, kW: 1e3 },
  'intensity': { 'gCO2e/kWh': 1, 'kgCO2e/kWh': 1e3 },
  'hours': { h: 1 },
  'accelerator-hours': { h: 1 },
};

/** Size of a unit in the measure's own; undefined where it is of something else. What has no unit counts as it is. */
function sizeOf(unit: string, measure: Measure): number | undefined {
  const units = sizes[measure];
  if (units === undefined) return 1;
  return Object.hasOwn(units, unit) ? units[unit] : undefined;
}
