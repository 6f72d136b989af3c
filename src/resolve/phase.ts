import type { PhaseKind } from '../assessment/ids.js';
import { evaluate, input } from '../formulas/expression.js';
import { lastYear } from '../manifest/schema/words.js';
import { embodiedOf } from './embodied.js';
import { baselineOf, facilityOf } from './facility.js';
import { defaultPue, defaultWue, type GridContext, gridOf, publishedPue } from './grid.js';
import { type Hours, hoursOf } from './hours.js';
import { fromManifest } from './inputs.js';
import { machineOf } from './machine.js';
import { placeMessages } from './messages/place.js';
import { workMessages } from './messages/work.js';
import { type Located, locate } from './place.js';
import { anchorOf, type NameContext, pathOfKey } from './references.js';
import type { Facts, ResolvedPhase } from './resolved.js';
import { type PhaseScope, scopeOf } from './scope.js';
import { type ResolvedWork, workOf } from './work.js';

const titles: Record<PhaseKind, string> = {
  data: 'Data',
  experiments: 'Experiments',
  training: 'Training',
  finetuning: 'Fine-tuning',
  evaluation: 'Evaluation',
  deployment: 'Deployment',
};

/** Everything that the lines of a phase are made from. Reports each default and each contradiction. */
export function resolvePhase(context: NameContext): ResolvedPhase {
  // What the phase names: its site, its hardware, who is cited for their figures.
  const scope = scopeOf(context);
  const { phase, manifest } = scope;
  const machine = machineOf(scope);
  // How long it ran, on how many accelerators, and when.
  const hours = hoursOf(scope, machine);
  const year = yearOf(scope, hours);
  // The electricity of the work, of the nodes while they are on, and of the facility.
  const resolved = workOf({ scope, machine, hours, hasBaseline: hasBaseline(scope) });
  const work = resolved?.work;
  const baseline = baselineOf(scope, hours, work);
  const facility = facilityOf(scope, hours, work);
  // Where it ran, and what is published for that place.
  const located = locate(scope);
  const published = publishedPue(located?.place, machine.instance?.cloud ?? machine.device?.vendor, year);
  const pue = facility.pue ?? (takesDefaultPue(scope, resolved, facility.overhead) ? defaultPue(published, scope) : undefined);
  const reserved = reservedOf(scope, hours);
  const isGridNeeded =
    scope.boundary.some((id) => id !== 'embodied') &&
    (resolved !== undefined || baseline !== undefined || facility.overhead !== undefined || reserved?.power !== undefined);
  const { grid, wue } = electricityOf(scope, located, year, isGridNeeded);
  const embodied = embodiedOf(scope, machine, hours);
  return {
    phase: phase.phase,
    name: phase.name,
    title: phase.name === undefined ? titles[phase.phase] : `${titles[phase.phase]} (${phase.name})`,
    path: phase.path,
    boundary: scope.boundary,
    notCounted: { ...manifest.notCounted, ...phase.not_counted },
    share: shareOf(scope),
    work,
    pue,
    publishedPue: pue === undefined ? published?.found : undefined,
    overhead: facility.overhead,
    baseline,
    reserved,
    grid,
    wue,
    ...('missing' in embodied ? { embodiedMissing: embodied.missing } : { embodied }),
    facts: { device: machine.device?.name ?? scope.hardware?.value.accelerator, ...factsOf(scope, hours, resolved, located), year },
  };
}

/** A baseline of the nodes is counted, so the work itself has no host share. */
function hasBaseline({ phase, site, boundary }: PhaseScope): boolean {
  return (phase.idle ?? site?.value.idle) !== undefined && boundary.includes('idle');
}

/** The year that is stated, else that of the start. A run that goes on into another year may name that one. */
function yearOf({ phase, report }: PhaseScope, { run, duration }: Hours): number | undefined {
  const { year, started } = phase;
  if (started === undefined) return year;
  const length = duration?.value ?? (run === undefined ? 0 : evaluate(run));
  const [first, last] = [Number(started.slice(0, 4)), lastYear(started, length)];
  if (year !== undefined && (year < first || year > last))
    report({ ...workMessages.yearNotOfRun(year, started, last), path: pathOfKey(phase, 'year'), part: 'value' });
  return year ?? first;
}

/** Overhead that nobody recorded is counted with a default PUE where the power is a default too, or the boundary names overhead. */
function takesDefaultPue(scope: PhaseScope, resolved: ResolvedWork | undefined, overhead: ResolvedPhase['overhead']): boolean {
  const { phase, manifest, boundary } = scope;
  if (resolved === undefined || overhead !== undefined || !boundary.includes('overhead') || resolved.work.metered === 'facility')
    return false;
  const isNamed = (phase.system_boundary ?? manifest.systemBoundary)?.includes('overhead') === true;
  return resolved.work.isDefaultPower || isNamed;
}

/** What machines were reserved for beside their work: the hours on record, else the window of an endpoint. */
function reservedOf({ phase, cites, report }: PhaseScope, { reserved, window, busy }: Hours): ResolvedPhase['reserved'] {
  const hours = reserved === undefined ? window : input(reserved);
  const power = phase.idle_power;
  if (hours === undefined || busy === undefined) {
    if (power !== undefined) report({ ...workMessages.idlePowerMissing(), path: power.path });
    return undefined;
  }
  // Reserved hours that are all busy are a record of no idle ones; a window that is all busy is only what was assumed of it.
  const isMore = evaluate(hours) > evaluate(busy) || (reserved !== undefined && power !== undefined);
  if (!isMore) {
    if (power !== undefined) report({ ...workMessages.noIdleHours(), path: power.path });
    return undefined;
  }
  return { hours, busy, power: power && fromManifest(power, { name: 'idle power', cites: cites.phase }, report) };
}

/** The grid of the site, and the water that it uses. A phase that needs a grid and has no place is an error. */
function electricityOf(
  scope: PhaseScope,
  located: Located | undefined,
  year: number | undefined,
  isWanted: boolean,
): Pick<ResolvedPhase, 'grid' | 'wue'> {
  const { phase, site, cites, report } = scope;
  const context: GridContext | undefined = site && { scope, site, located, year, isWanted };
  const grid = context && gridOf(context);
  const { country, world } = located?.place ?? {};
  const isPlaced = country !== undefined || world === true || located?.isUnknown === true;
  if (isWanted && grid === undefined && !isPlaced) report({ ...placeMessages.noPlace(), path: anchorOf(phase) });
  const declared = site?.value.wue;
  const wue = declared
    ? fromManifest(declared, { name: 'on-site water', cites: cites.site, common: true }, report)
    : context && grid && defaultWue(context);
  return { grid, wue };
}

/** This model's share of a phase that several models have in common. */
function shareOf({ phase: { share }, cites, report }: PhaseScope): ResolvedPhase['share'] {
  return share && { input: fromManifest(share, { name: 'share of the phase', cites: cites.phase, max: 1 }, report), key: share.key };
}

/** What a reader wants to know of the phase, beside its lines. */
function factsOf(scope: PhaseScope, hours: Hours, resolved: ResolvedWork | undefined, located: Located | undefined): Facts {
  const { phase, cites, report } = scope;
  const { requests, tokens, includes } = phase;
  return {
    accelerators: hours.accelerators,
    acceleratorHours: hours.busy,
    power: resolved?.power,
    runHours: hours.run,
    duration: hours.duration,
    place: located?.facts,
    requests: requests && fromManifest(requests, { name: 'requests', cites: cites.phase, exact: true }, report),
    tokens: tokens && { input: fromManifest(tokens, { name: 'tokens', cites: cites.phase, exact: true }, report), key: tokens.key },
    includes: typeof includes === 'string' ? [includes] : includes,
  };
}
