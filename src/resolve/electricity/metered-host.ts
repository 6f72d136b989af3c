import { defaultHostShares } from '../../factors/hardware/index.js';
import { hostEnergy } from '../../formulas/energy.js';
import { type Expression, input, step, sum } from '../../formulas/expression.js';
import { percentExactly } from '../../units/format.js';
import { fromFactor } from '../inputs.js';
import { unmeteredMessages } from '../messages/unmetered.js';
import { workMessages } from '../messages/work.js';
import type { ClusterEnergy, Host, Work } from '../resolved.js';
import type { PhaseScope } from '../scope.js';

/**
 * The host where sensors read processors and memory beside accelerators that they did not read: what was read, and the rest of the
 * node as for a meter of all components, 0.15 of processors, memory and the accelerators that are counted.
 */
export function hostOfComponents(
  { energy, evidence }: ClusterEnergy,
  work: Work | undefined,
  { phase, boundary, report }: PhaseScope,
): Host {
  const { restOfNode } = defaultHostShares;
  const share = input(fromFactor(restOfNode, { name: 'share of the rest of the node', basis: 'assumed', min: 0 }));
  const ofWork: Expression | undefined = boundary.includes('dynamic') ? work?.energy : undefined;
  const rest = step('rest of the node', 'kWh', hostEnergy(share, ofWork === undefined ? energy : sum(energy, ofWork)));
  const { value, low = value, high = value } = restOfNode;
  const message = ofWork === undefined ? unmeteredMessages.hostOfProcessors : workMessages.defaultHost.components;
  report({ ...message(percentExactly(value), `${percentExactly(low)}–${percentExactly(high)}`), path: phase.path });
  return {
    state: 'counted',
    energy: sum(energy, rest),
    evidence: 'modelled',
    parts: [
      { name: 'processors and memory', energy, evidence },
      { name: 'rest of the node', energy: rest, evidence: 'modelled' },
    ],
  };
}
