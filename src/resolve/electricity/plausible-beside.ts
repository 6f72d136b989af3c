import { type Expression, evaluate } from '../../formulas/expression.js';
import type { ManifestQuantity } from '../../manifest/manifest-quantity.js';
import { embodiedFinding, gridFinding, hostFinding, idleFinding, overheadFinding, processorFinding } from '../../plausibility/beside.js';
import type { ClusterEnergy, Host, Work } from '../resolved.js';
import type { WorkContext } from './work-context.js';

interface BesideContext extends WorkContext {
  readonly work: Work | undefined;
  readonly host: Host;
  readonly baseline: ClusterEnergy | undefined;
  readonly overhead: ClusterEnergy | undefined;
}

/** Reports figures beside the power of the work that cannot be, or hardly can, each where the manifest has it. */
export function reportImplausibleBeside(context: BesideContext): void {
  reportEnergies(context);
  reportPowers(context);
  const { phase, site, hardware } = context.scope;
  reportAt(context, site?.value.grid?.intensity, ({ value }) => gridFinding(value));
  const { accelerator, server } = hardware?.value.embodied ?? {};
  if (phase.embodied === undefined) {
    reportAt(context, accelerator, ({ value }) => embodiedFinding('accelerator', value));
    reportAt(context, server, ({ value }) => embodiedFinding('server', value));
  }
}

type Finding = ReturnType<typeof gridFinding>;

function reportAt({ scope }: BesideContext, quantity: ManifestQuantity | undefined, find: (quantity: ManifestQuantity) => Finding): void {
  const found = quantity && find(quantity);
  if (found !== undefined) scope.report({ ...found, path: quantity?.path, part: 'value' });
}

/** Host and overhead, as shares of the energy that they belong to. */
function reportEnergies(context: BesideContext): void {
  const { scope, work, host, baseline, overhead } = context;
  const { phase, site, hardware } = scope;
  if (work === undefined) return;
  const of = (energy: Expression | undefined): number => (energy === undefined ? 0 : evaluate(energy));
  const [ofWork, ofHost] = [of(work.energy), host.state === 'counted' ? of(host.energy) : 0];
  if (!(ofWork > 0)) return;
  reportAt(context, phase.host ?? phase.host_share ?? hardware?.value.host_share, () => hostFinding(ofHost / ofWork));
  const machines = ofWork + ofHost + of(baseline?.energy);
  reportAt(context, phase.overhead ?? site?.value.overhead, () => overheadFinding(of(overhead?.energy) / machines));
}

/** Power of idle accelerators, and of processors that do the work. */
function reportPowers(context: BesideContext): void {
  const { scope, machine, hours, baseline } = context;
  const { phase, site, hardware } = scope;
  const { device, processor } = machine;
  if (device !== undefined) {
    reportAt(context, phase.idle_power, ({ value }) => idleFinding(value, device.power.value, device.name));
    const busy = hours.busy && evaluate(hours.busy);
    if (baseline !== undefined && busy !== undefined && busy > 0)
      reportAt(context, phase.idle ?? site?.value.idle, () =>
        idleFinding((evaluate(baseline.energy) * 1000) / busy, device.power.value, device.name),
      );
  }
  if (processor !== undefined)
    reportAt(context, phase.power ?? hardware?.value.power ?? hardware?.value.rating, ({ value, for: several = 1 }) =>
      processorFinding(value / several, processor.name),
    );
}
