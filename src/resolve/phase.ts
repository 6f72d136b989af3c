import type { PhaseKind } from '../assessment/ids.js';
import { publishedInput } from '../assessment/published.js';
import { evaluate } from '../formulas/expression.js';
import { lastYear } from '../manifest/schema/words.js';
import { baselineOf, facilityOf } from './electricity/facility.js';
import { hostOf } from './electricity/host.js';
import { reportImplausible } from './electricity/plausible.js';
import { reportImplausibleBeside } from './electricity/plausible-beside.js';
import { reservedOf } from './electricity/reserved.js';
import { unmeteredHours } from './electricity/unmetered.js';
import { type ResolvedWork, workOf } from './electricity/work.js';
import { embodiedOf } from './embodied.js';
import { type Hours, hoursOf } from './hours.js';
import { citationOf, fromManifest } from './inputs.js';
import { machineOf } from './machine.js';
import { unmeteredMessages } from './messages/unmetered.js';
import { workMessages } from './messages/work.js';
import type { Located } from './places/place.js';
import { placedOf } from './places/placed.js';
import { type NameContext, pathOfKey } from './references.js';
import type { Facts, PublishedTotal, ResolvedPhase } from './resolved.js';
import { type PhaseScope, scopeOf } from './scope.js';
import { deviceOf, taskOf } from './task.js';

const titles: Record<PhaseKind, string> = {
  data: 'Data',
  experiments: 'Experiments',
  training: 'Training',
  finetuning: 'Fine-tuning',
  evaluation: 'Evaluation',
  deployment: 'Deployment',
};

/** Everything that the lines of a phase are made from. Reports each default and each contradiction. */
export function resolvePhase(names: NameContext): ResolvedPhase {
  // What the phase names: its site, its hardware, who is cited for their figures.
  const scope = scopeOf(names);
  const { phase, manifest } = scope;
  const machine = machineOf(scope);
  // How long it ran, on how many accelerators, and when.
  const hours = hoursOf(scope, machine);
  const year = yearOf(scope, hours);
  const context = { scope, machine, hours };
  // The electricity of the work, of the nodes around it, of machines that wait, and of the facility.
  const resolved = workOf(context);
  const work = resolved?.work;
  reportImplausible({ scope, machine, hours, resolved });
  const baseline = baselineOf(scope, hours, work);
  const host = hostOf({ ...context, work, hasBaseline: hasBaseline(scope) });
  const reserved = reservedOf(context);
  const facility = facilityOf(scope, hours, work);
  reportImplausibleBeside({ ...context, work, host, baseline, overhead: facility.overhead });
  // Where it ran, and what is published for that place.
  const placed = placedOf({ scope, machine, year, work, baseline, reserved, host, ...facility });
  const embodied = embodiedOf(scope, machine, hours);
  const unmetered = unmeteredHours(scope, context);
  reportNotes(scope);
  return {
    phase: phase.phase,
    name: phase.name,
    title: phase.name === undefined ? titles[phase.phase] : `${titles[phase.phase]} (${phase.name})`,
    path: phase.path,
    boundary: scope.boundary,
    notCounted: { ...manifest.notCounted, ...phase.not_counted },
    share: shareOf(scope),
    work,
    published: publishedOf(scope),
    unmeteredHours: unmetered === undefined || unmetered.isCalculated ? undefined : unmetered.hours,
    host,
    pue: placed.pue,
    noFacility: placed.noFacility,
    overhead: facility.overhead,
    baseline,
    reserved,
    grid: placed.grid,
    wue: placed.wue,
    ...('missing' in embodied ? { embodiedMissing: embodied.missing } : { embodied }),
    facts: {
      ...deviceOf(machine, scope.hardware?.value.accelerator),
      ...factsOf(scope, hours, resolved, placed.located),
      year,
    },
  };
}

/** What a person or `init` noted of the phase. */
function reportNotes({ phase, report }: PhaseScope): void {
  const { notes = [] } = phase;
  for (const text of typeof notes === 'string' ? [notes] : notes)
    report({ ...unmeteredMessages.noteOfManifest(text), path: pathOfKey(phase, 'notes') });
}

/** Emissions that are published without anything to calculate them from. */
function publishedOf({ phase, cites, report }: PhaseScope): PublishedTotal | undefined {
  const { emissions, energy, power, load, flops } = phase;
  if (emissions === undefined) return undefined;
  for (const [key, other] of Object.entries({ energy, power, load, flops }))
    if (other !== undefined) report({ ...workMessages.publishedBeside(key), path: emissions.path });
  if (emissions.boundary === undefined) report({ ...workMessages.publishedBoundary(), path: emissions.path });
  const total = fromManifest(emissions, { name: publishedInput, cites: cites.phase }, report);
  if (total.source === undefined) report({ ...workMessages.publishedUncited(), path: emissions.path });
  return { emissions: total, boundary: emissions.boundary ?? 'unstated' };
}

/** A baseline of the nodes is counted, so the work itself has no host share. */
function hasBaseline({ phase, site, boundary }: PhaseScope): boolean {
  const idle = phase.idle ?? site?.value.idle;
  return idle !== undefined && idle.of !== 'reserved' && boundary.includes('idle');
}

/** The year that is stated, else that of the start. A run that goes on into another year may name that one. */
function yearOf({ phase, report }: PhaseScope, { run, duration }: Hours): number | undefined {
  const { year, started } = phase;
  if (started === undefined) return year;
  const length = duration?.value ?? (run === undefined ? 0 : evaluate(run));
  const [first, last] = [Number(started.slice(0, 4)), lastYear(started, length)];
  if (year !== undefined && (year < first || year > last))
    report({ ...workMessages.yearNotOfRun(year, started, last), path: pathOfKey(phase, 'year'), part: 'value' });
  if (year === undefined && last > first && started.length === 10)
    report({ ...workMessages.severalYears(first, last), path: pathOfKey(phase, 'started') });
  return year ?? first;
}

/** This model's share of a phase that several models have in common. */
function shareOf({ phase: { share }, cites, report }: PhaseScope): ResolvedPhase['share'] {
  return share && { input: fromManifest(share, { name: 'share of the phase', cites: cites.phase, max: 1 }, report), key: share.key };
}

/** Power over time, without the hours that are matched with those of the grid. */
function recordOf({ record }: PhaseScope['phase']): Facts['powerRecord'] {
  if (record === undefined) return undefined;
  const { hourly: _, hours: __, ...facts } = record;
  return facts;
}

/** What a reader wants to know of the phase, beside its lines. */
function factsOf(scope: PhaseScope, hours: Hours, resolved: ResolvedWork | undefined, located: Located | undefined): Facts {
  const { phase, cites, report } = scope;
  const { requests, tokens, flops, includes, started, runs } = phase;
  return {
    accelerators: hours.accelerators,
    acceleratorHours: hours.busy,
    power: resolved?.power,
    powerRecord: recordOf(phase),
    runHours: hours.run,
    duration: hours.duration,
    place: located?.facts,
    requests: requests && fromManifest(requests, { name: 'requests', cites: cites.phase, exact: true }, report),
    tokens: tokens && { input: fromManifest(tokens, { name: 'tokens', cites: cites.phase, exact: true }, report), key: tokens.key },
    flops,
    flopsSource: flops && citationOf(flops, cites.phase),
    includes: typeof includes === 'string' ? [includes] : includes,
    started,
    task: taskOf(phase),
    runs,
    memory: phase.memory?.value,
  };
}
