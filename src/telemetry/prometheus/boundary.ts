import type { Measurement } from '../../measurement/measurement.js';
import { isOfAccelerators } from '../accelerator-names.js';
import type { Labels } from './devices.js';
import type { Metric } from './metrics.js';

/** Labels that hold the number or the id of an accelerator. A label of a node may name one too: `gke_accelerator`. */
const ofAccelerator = /^(?:gpu|accelerator|cuda|tpu|npu)(?:_?(?:id|index|number|uuid))?$/i;

/**
 * What the energy of a metric includes: as a person said it, as the metric is known, or as its name or its labels say. Else that of
 * whole machines is assumed, as for files.
 *
 * @example boundaryOf('pdu_watts', { kind: 'power', scale: 1 }, [{ outlet: '3' }]) //=> { boundary: 'node', isAssumed: true }
 */
export function boundaryOf(
  name: string,
  metric: Metric,
  series: readonly Labels[],
  given?: Measurement['boundary'],
): { readonly boundary: Measurement['boundary']; readonly isAssumed: boolean } {
  const isSaid = isOfAccelerators(name) || series.every((labels) => Object.keys(labels).some((label) => ofAccelerator.test(label)));
  const said = given ?? metric.boundary ?? (isSaid ? 'accelerator' : undefined);
  return { boundary: said ?? 'node', isAssumed: said === undefined };
}
