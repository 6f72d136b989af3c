import type { LineBoundary } from '../assessment/assessment.js';
import type { Report } from '../diagnostics/report.js';
import type { Citation } from '../formulas/expression.js';
import type { Manifest } from '../manifest/manifest.js';
import { intervalOf, type Quantity, quantity } from '../units/quantity.js';
import { citationOf } from './inputs.js';
import { messages } from './messages/manifest.js';

/** A model that this one was made from, with its own figures. */
export interface BaseModelFacts {
  readonly id?: string | undefined;
  readonly name: string;
  /** Absent where the manifest states none. */
  readonly emissions?: Quantity<'kgCO2e'> | undefined;
  readonly energy?: Quantity<'kWh'> | undefined;
  /** What a published figure covers. */
  readonly boundary?: LineBoundary | undefined;
  /** What the total of an assessment counts. */
  readonly counted?: string | undefined;
  readonly source: Citation | undefined;
}

/** Base models that the manifest names by a file, by their path in the manifest. */
export type ReadBaseModels = ReadonlyMap<string, BaseModelFacts>;

/** The base models, as the manifest or the files that it names have them. */
export function baseModelsOf({ baseModels }: Manifest, read: ReadBaseModels | undefined, report: Report): readonly BaseModelFacts[] {
  return baseModels.flatMap((one): readonly BaseModelFacts[] => {
    if ('file' in one) {
      const found = read?.get(one.path);
      if (read === undefined) report({ ...messages.baseModelNotGiven(), path: one.path, part: 'value' });
      return found === undefined ? [] : [found];
    }
    const { id, name = id, emissions, energy, boundary, counted, path } = one;
    if (name === undefined) report({ ...messages.baseModelLacks('id'), path });
    const figure = emissions ?? energy;
    const cites = [one.cite === undefined ? undefined : { title: one.cite, url: one.url }];
    const source = figure === undefined ? cites[0] : citationOf(figure, cites);
    if (figure !== undefined && source === undefined) report({ ...messages.baseModelLacks('cite'), path });
    if (name === undefined) return [];
    return [
      {
        id,
        name,
        emissions: emissions && quantity(emissions.value, 'kgCO2e', intervalOf(emissions)),
        energy: energy && quantity(energy.value, 'kWh', intervalOf(energy)),
        boundary: figure && (boundary ?? (counted === undefined ? 'unstated' : undefined)),
        counted,
        source,
      },
    ];
  });
}
