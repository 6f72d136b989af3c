import type { Report } from '../diagnostics/report.js';
import { energyOfConstantPower } from '../formulas/energy.js';
import { type Expression, type Input, input, product, quotient } from '../formulas/expression.js';
import type { Phase } from '../manifest/manifest.js';
import type { ManifestQuantity } from '../manifest/manifest-quantity.js';
import type { ParsedSite } from '../manifest/schema.js';
import type { Hours } from './hours.js';
import { type Citations, fromManifest } from './inputs.js';
import type { Reference } from './references.js';
import type { Draw } from './resolved.js';
import { workMessages } from './work-messages.js';

/** A draw of a whole cluster or site over the run: its power for the run's hours, scaled to what the phase uses, or its energy. */
export function drawOf(
  given: ManifestQuantity,
  ofSite: boolean,
  key: string,
  name: string,
  hours: Hours,
  cites: Citations,
  phase: Phase,
  report: Report,
): Draw | undefined {
  const evidence = given.basis === 'measured' ? 'measured' : given.dimension === 'energy' ? 'declared' : 'modelled';
  const figure = input(fromManifest(given, { name: given.dimension === 'energy' ? name.replace('power', 'energy') : name, cites }, report));
  const scaled = ofSite || given.for !== undefined ? scaledDraw(figure, given, key, hours, cites, phase, report) : figure;
  if (scaled === undefined) return undefined;
  if (given.dimension === 'energy') return { energy: scaled, evidence };
  if (hours.run === undefined) {
    report({ ...workMessages.acceleratorsMissing(`\`${key}\` as a power`), path: given.path });
    return undefined;
  }
  return { energy: energyOfConstantPower(scaled, hours.run), evidence };
}

function scaledDraw(
  figure: Expression,
  given: ManifestQuantity,
  key: string,
  hours: Hours,
  cites: Citations,
  phase: Phase,
  report: Report,
): Expression | undefined {
  if (given.for === undefined) {
    report({ ...workMessages.sizeMissing(key), path: given.path });
    return undefined;
  }
  if (hours.accelerators === undefined) {
    report({ ...workMessages.sizeUnknown(key), path: phase.path });
    return undefined;
  }
  const size: ManifestQuantity = { value: given.for, unit: 'accelerators', dimension: 'accelerators', path: `${given.path}.for` };
  return product(
    figure,
    quotient(input(hours.accelerators), input(fromManifest(size, { name: 'accelerators measured', cites, exact: true }, report))),
  );
}

/** What the facility adds: a PUE, or measured infrastructure. */
export function facilityOf(
  phase: Phase,
  site: Reference<ParsedSite> | undefined,
  hours: Hours,
  cites: Citations,
  siteCites: Citations,
  facility: boolean,
  report: Report,
): { readonly pue?: Input | undefined; readonly overhead?: Draw | undefined } {
  const pue = phase.pue ?? site?.value.pue;
  const measured = phase.overhead ?? site?.value.overhead;
  if (pue !== undefined && measured !== undefined) report({ ...workMessages.pueWithMeasuredOverhead(), path: measured.path });
  if (facility && measured !== undefined) report({ ...workMessages.overheadInsideFacility(), path: measured.path });
  const overhead =
    measured &&
    drawOf(
      measured,
      phase.overhead === undefined,
      'overhead',
      'infrastructure power',
      hours,
      phase.overhead === undefined ? siteCites : cites,
      phase,
      report,
    );
  return {
    ...(pue && {
      pue: fromManifest(pue, { name: 'PUE', cites: phase.pue === undefined ? siteCites : cites, min: 1, above: 1, common: true }, report),
    }),
    ...(overhead && { overhead }),
  };
}
