import { energyOfConstantPower } from '../formulas/energy.js';
import { type Expression, type Input, input, product, quotient } from '../formulas/expression.js';
import type { Phase } from '../manifest/manifest.js';
import type { ManifestQuantity } from '../manifest/manifest-quantity.js';
import type { ParsedSite } from '../manifest/schema.js';
import type { Hours } from './hours.js';
import { type Citations, fromManifest } from './inputs.js';
import type { Reference } from './references.js';
import type { Draw, Tell } from './resolved.js';
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
  tell: Tell,
): Draw | undefined {
  const evidence = given.basis === 'measured' ? 'measured' : given.dimension === 'energy' ? 'declared' : 'modelled';
  const figure = input(fromManifest(given, { name: given.dimension === 'energy' ? name.replace('power', 'energy') : name, cites }, tell));
  const scaled = ofSite || given.for !== undefined ? scaledDraw(figure, given, key, hours, cites, phase, tell) : figure;
  if (scaled === undefined) return undefined;
  if (given.dimension === 'energy') return { energy: scaled, evidence };
  if (hours.run === undefined) {
    tell(workMessages.acceleratorsMissing(`\`${key}\` as a power`), given.path);
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
  tell: Tell,
): Expression | undefined {
  if (given.for === undefined) {
    tell(workMessages.sizeMissing(key), given.path);
    return undefined;
  }
  if (hours.accelerators === undefined) {
    tell(workMessages.sizeUnknown(key), phase.path);
    return undefined;
  }
  const size: ManifestQuantity = { value: given.for, unit: 'accelerators', dimension: 'accelerators', path: `${given.path}.for` };
  return product(
    figure,
    quotient(input(hours.accelerators), input(fromManifest(size, { name: 'accelerators measured', cites, exact: true }, tell))),
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
  tell: Tell,
): { readonly pue?: Input | undefined; readonly overhead?: Draw | undefined } {
  const pue = phase.pue ?? site?.value.pue;
  const measured = phase.overhead ?? site?.value.overhead;
  if (pue !== undefined && measured !== undefined) tell(workMessages.pueWithMeasuredOverhead(), measured.path);
  if (facility && measured !== undefined) tell(workMessages.overheadInsideFacility(), measured.path);
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
      tell,
    );
  return {
    ...(pue && {
      pue: fromManifest(pue, { name: 'PUE', cites: phase.pue === undefined ? siteCites : cites, min: 1, above: 1, common: true }, tell),
    }),
    ...(overhead && { overhead }),
  };
}
