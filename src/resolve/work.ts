import type { LineBoundary } from '../assessment/assessment.js';
import type { Report } from '../diagnostics/report.js';
import type { Device } from '../factors/hardware/index.js';
import { defaultHostShare, defaultLoad } from '../factors/hardware/index.js';
import { deviceEnergy } from '../formulas/energy.js';
import { type Expression, type Input, input, product, step, sum } from '../formulas/expression.js';
import type { Manifest, Phase } from '../manifest/manifest.js';
import type { ParsedHardware } from '../manifest/schema.js';
import { formatted, percent } from '../units/format.js';
import type { Hours } from './hours.js';
import { type Citations, fromFactor, fromManifest } from './inputs.js';
import type { Reference } from './references.js';
import type { Work } from './resolved.js';
import { workMessages } from './work-messages.js';

export interface WorkContext {
  readonly manifest: Manifest;
  readonly phase: Phase;
  readonly hardware: Reference<ParsedHardware> | undefined;
  readonly device: Device | undefined;
  readonly hours: Hours;
  readonly cites: Citations;
  readonly hardwareCites: Citations;
  /** A baseline stands beside the work, so no host share may be added. */
  readonly baseline: boolean;
  readonly wanted: boolean;
  readonly report: Report;
}

interface Metered {
  readonly energy: Expression;
  readonly boundary: LineBoundary;
  readonly evidence: Work['evidence'];
  /** The program, not the manifest, supplied the power. */
  readonly ours: boolean;
  readonly power?: Expression | undefined;
}

export interface ResolvedWork {
  readonly work: Work;
  readonly power?: Expression | undefined;
}

/** Electricity of the work by the best evidence there is: energy, else power × time, else rated power × load × time. */
export function workOf(context: WorkContext): ResolvedWork | undefined {
  const metered = energyGiven(context) ?? powerTimesHours(context);
  if (metered === undefined) return undefined;
  const host = hostShareOf(context, metered);
  const { boundary, ours } = metered;
  const rest = metered.power && { power: metered.power };
  if (host === undefined)
    return { work: { energy: metered.energy, metered: boundary, boundary, evidence: metered.evidence, ours }, ...rest };
  const accelerators = step('accelerator energy', 'kWh', metered.energy);
  const hosts = step('host energy', 'kWh', product(input(host), accelerators));
  const parts = [
    { name: 'accelerators', energy: accelerators },
    { name: 'hosts', energy: hosts },
  ];
  return {
    work: {
      energy: sum(accelerators, hosts),
      metered: boundary,
      boundary: 'node',
      ours,
      evidence: metered.evidence === 'measured' ? 'modelled' : metered.evidence,
      parts,
    },
    ...rest,
  };
}

function energyGiven({ phase, cites, report }: WorkContext): Metered | undefined {
  if (phase.energy === undefined) return undefined;
  // A hardware with a name may serve other phases, which have no energy on record; what this phase says is meant for it.
  const own = typeof phase.hardware === 'object' ? phase.hardware : undefined;
  for (const [key, given] of Object.entries({ power: phase.power ?? own?.power, load: phase.load ?? own?.load }))
    if (given !== undefined) report({ ...workMessages.besideEnergy(key), path: given.path });
  if (phase.energy.boundary === undefined) report({ ...workMessages.boundaryUnstated(), path: phase.energy.path });
  const energy = fromManifest(phase.energy, { name: 'energy', cites }, report);
  return { energy: input(energy), boundary: phase.energy.boundary ?? 'unstated', evidence: evidenceOf(energy, 'declared'), ours: false };
}

function evidenceOf(evidence: Input, declared: 'declared' | 'modelled'): Work['evidence'] {
  if (evidence.basis === 'measured') return 'measured';
  return evidence.basis === 'modelled' ? 'modelled' : declared;
}

function powerTimesHours(context: WorkContext): Metered | undefined {
  const { phase, hardware, hours, device, wanted, report, cites, hardwareCites } = context;
  const given = phase.power ?? hardware?.value.power;
  const load = phase.load ?? hardware?.value.load;
  if (given !== undefined && load !== undefined) report({ ...workMessages.loadWithPower(), path: load.path });
  if (hours.busy === undefined) {
    if (wanted) tellOfNoHours(context);
    return undefined;
  }
  if (given !== undefined) {
    const ofHardware = phase.power === undefined;
    const power = fromManifest(
      given,
      { name: 'power', cites: ofHardware ? hardwareCites : cites, ...(ofHardware && { common: true }) },
      report,
    );
    return {
      energy: deviceEnergy(hours.busy, input(power)),
      boundary: given.boundary ?? 'accelerator',
      evidence: evidenceOf(power, 'modelled'),
      ours: false,
      power: input(power),
    };
  }
  if (device === undefined) {
    // A device that isn't known was told of where it was looked up.
    if (wanted && hardware?.value.accelerator === undefined) report({ ...workMessages.noPower(), path: phase.path });
    return undefined;
  }
  if (!wanted) return undefined;
  const kind = device.observed === true ? 'observed' : device.estimated === true ? 'estimated' : 'rated';
  report({ ...workMessages.ratedPower[kind](device.name, formatted(device.power).text), path: hardware?.path ?? phase.path });
  const rated = input(fromFactor(device.power, { name: `${kind} power`, basis: 'declared' }));
  // A figure that was observed on running machines holds their load already.
  if (kind === 'observed' && load !== undefined) report({ ...workMessages.loadOnObserved(device.name), path: load.path });
  if (kind === 'observed')
    return { energy: deviceEnergy(hours.busy, rated), boundary: device.powerBoundary, evidence: 'modelled', ours: true, power: rated };
  const share =
    load === undefined
      ? ownLoad(hardware?.path ?? phase.path, report)
      : fromManifest(load, { name: 'load', cites: hardwareCites, max: 1 }, report);
  const power = step('power', 'W', product(rated, input(share)));
  return { energy: deviceEnergy(hours.busy, power), boundary: device.powerBoundary, evidence: 'modelled', ours: true, power };
}

function ownLoad(path: string, report: Report): Input {
  report({
    ...workMessages.defaultLoad(
      percent(defaultLoad.value),
      `${percent(defaultLoad.low ?? defaultLoad.value)}–${percent(defaultLoad.high ?? defaultLoad.value)}`,
    ),
    path,
  });
  return fromFactor(defaultLoad, { name: 'load', basis: 'assumed', max: 1 });
}

function hostShareOf({ phase, hardware, hardwareCites, cites, baseline, report }: WorkContext, metered: Metered): Input | undefined {
  const given = phase.host_share ?? hardware?.value.host_share;
  const inside = metered.boundary !== 'accelerator' && metered.boundary !== 'unstated';
  if (given !== undefined) {
    if (inside) report({ ...workMessages.hostShareInsideBoundary(metered.boundary, metered.ours), path: given.path });
    if (baseline) report({ ...workMessages.hostShareWithBaseline(), path: given.path });
    return fromManifest(given, { name: 'host share', cites: phase.host_share === undefined ? hardwareCites : cites }, report);
  }
  if (!metered.ours || inside || baseline) return undefined;
  const { value, low, high } = defaultHostShare;
  report({ ...workMessages.defaultHostShare(percent(value), `${percent(low ?? value)}–${percent(high ?? value)}`), path: phase.path });
  return fromFactor(defaultHostShare, { name: 'host share', basis: 'assumed', min: 0 });
}

function tellOfNoHours({ phase, hardware, hours, report }: WorkContext): void {
  const countless = hours.duration !== undefined && hours.accelerators === undefined && hardware !== undefined;
  report({ ...(countless ? workMessages.countMissing() : workMessages.noEnergy()), path: countless ? hardware.path : phase.path });
}
