import { type ComponentId, componentIds, type PhaseKind } from '../../assess/assessment.js';
import { messages } from '../../diagnostics/messages.js';
import { type DeviceMatch, findDevice } from '../../factors/hardware/index.js';
import { constantDraw } from '../../formulas/energy.js';
import { type Expression, evaluate, type Input, input, product, quotient } from '../../formulas/expression.js';
import type { Given } from '../given.js';
import type { Manifest, Phase } from '../manifest.js';
import { lastYear } from '../schema/words.js';
import type { ParsedHardware, ParsedSite } from '../schema.js';
import { embodiedOf } from './embodied.js';
import { defaultPue, defaultWue, type GridContext, gridOf, publishedPue } from './grid.js';
import { type Hours, hoursOf } from './hours.js';
import { type Citations, fromManifest } from './inputs.js';
import { type Located, locate } from './place.js';
import { hardwareOf, type Reference, siteOf, under } from './references.js';
import type { Draw, ResolvedPhase, Tell } from './resolved.js';
import { workOf } from './work.js';

const titles: Record<PhaseKind, string> = {
  data: 'Data',
  experiments: 'Experiments',
  training: 'Training',
  finetuning: 'Finetuning',
  evaluation: 'Evaluation',
  deployment: 'Deployment',
};

/** Everything that the lines of a phase are made from, looked up and put together; tells of every default and contradiction. */
export function resolvePhase(manifest: Manifest, phase: Phase, tell: Tell): ResolvedPhase {
  const title = phase.name === undefined ? titles[phase.phase] : `${titles[phase.phase]} (${phase.name})`;
  const boundary = boundaryOf(manifest, phase);
  const electricity = boundary.some((id) => id !== 'embodied');
  const site = siteOf(manifest, phase, tell);
  const hardware = hardwareOf(manifest, phase, tell);
  const cites: Citations = [phase.cite, manifest.cite];
  const hardwareCites: Citations = [hardware?.value.cite, ...cites];
  const siteCites: Citations = [site?.value.cite, ...cites];
  const { device, count, instance } = deviceOf(phase, hardware, boundary.includes('dynamic'), tell);
  const hours = hoursOf({
    phase,
    hardware: hardware?.value,
    device,
    count,
    devicePath: hardware?.path ?? phase.path,
    cites,
    hardwareCites,
    tell,
  });
  const year = yearOf(phase, hours, tell);

  const baselineGiven = phase.idle ?? site?.value.idle;
  const resolved = workOf({
    manifest,
    phase,
    hardware,
    device,
    hours,
    cites,
    hardwareCites,
    baseline: baselineGiven !== undefined && boundary.includes('idle'),
    wanted: boundary.includes('dynamic'),
    tell,
  });
  const metered = resolved?.work.metered;
  const baseline =
    baselineGiven &&
    drawOf(
      baselineGiven,
      phase.idle === undefined,
      'idle',
      'baseline power',
      hours,
      phase.idle === undefined ? siteCites : cites,
      phase,
      tell,
    );
  if (baselineGiven !== undefined && (metered === 'components' || metered === 'node' || metered === 'facility'))
    tell(messages.baselineInsideBoundary(metered, resolved?.work.ours === true), baselineGiven.path);

  const { pue, overhead } = facilityOf(phase, site, hours, cites, siteCites, metered === 'facility', tell);
  const located: Located = site === undefined ? {} : locate(site, tell);
  const named = (phase.system_boundary ?? manifest.systemBoundary)?.includes('overhead') === true;
  const fillsPue =
    boundary.includes('overhead') &&
    overhead === undefined &&
    metered !== 'facility' &&
    resolved !== undefined &&
    (resolved.work.ours || named);
  const provider = instance?.cloud ?? device?.vendor;
  const usedPue = pue ?? (fillsPue ? defaultPue(located, provider, year, phase.path, tell) : undefined);
  const leftOutPue = usedPue === undefined ? publishedPue(located, provider, year)?.found : undefined;
  const held = heldOf(phase, hours, cites, tell);
  const needsGrid =
    electricity && (resolved !== undefined || baseline !== undefined || overhead !== undefined || held?.power !== undefined);
  const place: GridContext | undefined = site && { site, located, year, wanted: needsGrid, impacts: manifest.impacts, tell };
  const grid = place && gridOf(place);
  const isPlaced = located.country !== undefined || located.world === true || located.refused === true;
  if (needsGrid && grid === undefined && !isPlaced) tell(messages.noPlace(), phase.path);
  const ownWue = site?.value.wue;
  const wue = ownWue
    ? fromManifest(ownWue, { name: 'on-site water', cites: siteCites, common: true }, tell)
    : place && grid && defaultWue(place);
  const embodied = embodiedOf({
    phase,
    hardware,
    device,
    instance,
    hours,
    cites,
    hardwareCites,
    wanted: boundary.includes('embodied'),
    tell,
  });
  const share = phase.share && {
    input: fromManifest(phase.share, { name: 'share of the phase', cites, max: 1 }, tell),
    ...(phase.share.key !== undefined && { key: phase.share.key }),
  };
  const includes = typeof phase.includes === 'string' ? [phase.includes] : phase.includes;

  const deviceName = device?.name ?? hardware?.value.accelerator;
  return {
    phase: phase.phase,
    ...(phase.name !== undefined && { name: phase.name }),
    title,
    path: phase.path,
    boundary,
    notCounted: { ...manifest.notCounted, ...phase.not_counted },
    ...(share && { share }),
    ...(resolved && { work: resolved.work }),
    ...(usedPue && { pue: usedPue }),
    ...(leftOutPue && { publishedPue: leftOutPue }),
    ...(overhead && { overhead }),
    ...(baseline && { baseline }),
    ...(held && { held }),
    ...(grid && { grid }),
    ...(wue && { wue }),
    ...('missing' in embodied ? { embodiedMissing: embodied.missing } : { embodied }),
    facts: {
      ...(deviceName !== undefined && { device: deviceName }),
      ...(hours.accelerators && { accelerators: hours.accelerators }),
      ...(hours.busy && { acceleratorHours: hours.busy }),
      ...(resolved?.power && { power: resolved.power }),
      ...(hours.run && { runHours: hours.run }),
      ...(hours.duration && { duration: hours.duration }),
      ...(located.facts && { place: located.facts }),
      ...(phase.requests && { requests: fromManifest(phase.requests, { name: 'requests', cites, exact: true }, tell) }),
      ...(phase.tokens && {
        tokens: {
          input: fromManifest(phase.tokens, { name: 'tokens', cites, exact: true }, tell),
          ...(phase.tokens.key !== undefined && { key: phase.tokens.key }),
        },
      }),
      ...(year !== undefined && { year }),
      ...(includes && { includes }),
    },
  };
}

/** The year that is stated, else that of the start. A run that goes on into another year may name that one. */
function yearOf({ year, started, path }: Phase, { run, duration }: Hours, tell: Tell): number | undefined {
  if (started === undefined) return year;
  const length = duration?.value ?? (run === undefined ? 0 : evaluate(run));
  const [first, last] = [Number(started.slice(0, 4)), lastYear(started, length)];
  if (year !== undefined && (year < first || year > last)) tell(messages.yearNotOfRun(year, started, last), under(path, 'year'), 'value');
  return year ?? first;
}

/** Components that count: those of the system boundary, without those that the manifest gives a reason for leaving out. */
function boundaryOf(manifest: Manifest, phase: Phase): readonly ComponentId[] {
  const leftOut = { ...(phase.system_boundary === undefined && manifest.notCounted), ...phase.not_counted };
  const wanted = phase.system_boundary ?? manifest.systemBoundary ?? componentIds;
  return componentIds.filter((id) => wanted.includes(id) && leftOut[id] === undefined);
}

function deviceOf(phase: Phase, hardware: Reference<ParsedHardware> | undefined, wanted: boolean, tell: Tell): Partial<DeviceMatch> {
  const name = hardware?.value.accelerator;
  if (name === undefined) return {};
  const path =
    hardware?.path.startsWith('hardware.') || typeof phase.hardware === 'object'
      ? `${hardware?.path}.accelerator`
      : (hardware?.path ?? phase.path);
  const match = findDevice(name);
  const needed = wanted && phase.energy === undefined && phase.power === undefined && hardware?.value.power === undefined;
  if (match.found === undefined) {
    if (needed)
      tell(
        match.why === 'ambiguous'
          ? messages.ambiguousDevice(name, match.candidates)
          : messages.unknownDevice(name, match.candidates.slice(0, 3)),
        path,
        'value',
      );
    return {};
  }
  if (needed) for (const { id, text } of match.steps) tell(messages.lookupStep(id, text), path);
  const { device, count, instance } = match.found;
  // A machine type without a number before it is one machine.
  const accelerators = count ?? instance?.accelerators;
  if (count === undefined && instance !== undefined && phase.accelerators === undefined && hardware?.value.accelerators === undefined)
    tell(messages.oneInstance(instance.name, instance.accelerators), path);
  return { device, ...(accelerators !== undefined && { count: accelerators }), ...(instance && { instance }) };
}

/** A draw of a whole cluster or site over the run: its power for the run's hours, scaled to what the phase uses, or its energy. */
function drawOf(
  given: Given,
  ofSite: boolean,
  key: string,
  name: string,
  hours: Hours,
  cites: Citations,
  phase: Phase,
  tell: Tell,
): Draw | undefined {
  const rung = given.basis === 'measured' ? 'measured' : given.dimension === 'energy' ? 'declared' : 'modelled';
  const figure = input(fromManifest(given, { name: given.dimension === 'energy' ? name.replace('power', 'energy') : name, cites }, tell));
  const scaled = ofSite || given.for !== undefined ? scaledDraw(figure, given, key, hours, cites, phase, tell) : figure;
  if (scaled === undefined) return undefined;
  if (given.dimension === 'energy') return { energy: scaled, rung };
  if (hours.run === undefined) {
    tell(messages.acceleratorsMissing(`\`${key}\` as a power`), given.path);
    return undefined;
  }
  return { energy: constantDraw(scaled, hours.run), rung };
}

function scaledDraw(
  figure: Expression,
  given: Given,
  key: string,
  hours: Hours,
  cites: Citations,
  phase: Phase,
  tell: Tell,
): Expression | undefined {
  if (given.for === undefined) {
    tell(messages.sizeMissing(key), given.path);
    return undefined;
  }
  if (hours.accelerators === undefined) {
    tell(messages.sizeUnknown(key), phase.path);
    return undefined;
  }
  const size: Given = { value: given.for, unit: 'accelerators', dimension: 'accelerators', path: `${given.path}.for` };
  return product(
    figure,
    quotient(input(hours.accelerators), input(fromManifest(size, { name: 'accelerators measured', cites, exact: true }, tell))),
  );
}

function facilityOf(
  phase: Phase,
  site: Reference<ParsedSite> | undefined,
  hours: Hours,
  cites: Citations,
  siteCites: Citations,
  facility: boolean,
  tell: Tell,
): { readonly pue?: Input; readonly overhead?: Draw } {
  const pue = phase.pue ?? site?.value.pue;
  const measured = phase.overhead ?? site?.value.overhead;
  if (pue !== undefined && measured !== undefined) tell(messages.pueWithMeasuredOverhead(), measured.path);
  if (facility && measured !== undefined) tell(messages.overheadInsideFacility(), measured.path);
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

/** What machines were held for beside their work: the hours on record, else an endpoint's window. */
function heldOf(phase: Phase, { reserved, window, busy }: Hours, cites: Citations, tell: Tell): ResolvedPhase['held'] {
  const hours = reserved === undefined ? window : input(reserved);
  const given = phase.idle_power;
  if (hours === undefined || busy === undefined) {
    if (given !== undefined) tell(messages.idlePowerMissing(), given.path);
    return undefined;
  }
  // Hours reserved that are all busy are a record of no idle ones; a window that is all busy is only what was assumed of it.
  const isMore = evaluate(hours) > evaluate(busy) || (reserved !== undefined && given !== undefined);
  if (!isMore) {
    if (given !== undefined) tell(messages.noIdleHours(), given.path);
    return undefined;
  }
  return { hours, busy, ...(given && { power: fromManifest(given, { name: 'idle power', cites }, tell) }) };
}
