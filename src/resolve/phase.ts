import { type ComponentId, componentIds, type PhaseKind } from '../assessment/ids.js';
import type { Report } from '../diagnostics/report.js';
import { evaluate, input } from '../formulas/expression.js';
import type { Manifest, Phase } from '../manifest/manifest.js';
import { lastYear } from '../manifest/schema/words.js';
import { under } from '../manifest/yaml.js';
import { deviceOf } from './device.js';
import { embodiedOf } from './embodied.js';
import { drawOf, facilityOf } from './facility.js';
import { defaultPue, defaultWue, type GridContext, gridOf, publishedPue } from './grid.js';
import { type Hours, hoursOf } from './hours.js';
import { type Citations, fromManifest } from './inputs.js';
import { type Located, locate } from './place.js';
import { placeMessages } from './place-messages.js';
import { hardwareOf, siteOf } from './references.js';
import type { ResolvedPhase } from './resolved.js';
import { workOf } from './work.js';
import { workMessages } from './work-messages.js';

const titles: Record<PhaseKind, string> = {
  data: 'Data',
  experiments: 'Experiments',
  training: 'Training',
  finetuning: 'Finetuning',
  evaluation: 'Evaluation',
  deployment: 'Deployment',
};

/** Everything that the lines of a phase are made from, looked up and put together; tells of every default and contradiction. */
export function resolvePhase(manifest: Manifest, phase: Phase, report: Report): ResolvedPhase {
  const title = phase.name === undefined ? titles[phase.phase] : `${titles[phase.phase]} (${phase.name})`;
  const boundary = boundaryOf(manifest, phase);
  const electricity = boundary.some((id) => id !== 'embodied');
  const site = siteOf(manifest, phase, report);
  const hardware = hardwareOf(manifest, phase, report);
  const cites: Citations = [phase.cite, manifest.cite];
  const hardwareCites: Citations = [hardware?.value.cite, ...cites];
  const siteCites: Citations = [site?.value.cite, ...cites];
  const { device, count, instance } = deviceOf(phase, hardware, boundary.includes('dynamic'), report);
  const hours = hoursOf({
    phase,
    hardware: hardware?.value,
    device,
    count,
    devicePath: hardware?.path ?? phase.path,
    cites,
    hardwareCites,
    report,
  });
  const year = yearOf(phase, hours, report);

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
    report,
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
      report,
    );
  if (baselineGiven !== undefined && (metered === 'components' || metered === 'node' || metered === 'facility'))
    report({ ...workMessages.baselineInsideBoundary(metered, resolved?.work.ours === true), path: baselineGiven.path });

  const { pue, overhead } = facilityOf(phase, site, hours, cites, siteCites, metered === 'facility', report);
  const located: Located = site === undefined ? {} : locate(site, report);
  const named = (phase.system_boundary ?? manifest.systemBoundary)?.includes('overhead') === true;
  const fillsPue =
    boundary.includes('overhead') &&
    overhead === undefined &&
    metered !== 'facility' &&
    resolved !== undefined &&
    (resolved.work.ours || named);
  const provider = instance?.cloud ?? device?.vendor;
  const usedPue = pue ?? (fillsPue ? defaultPue(located, provider, year, phase.path, report) : undefined);
  const leftOutPue = usedPue === undefined ? publishedPue(located, provider, year)?.found : undefined;
  const held = heldOf(phase, hours, cites, report);
  const needsGrid =
    electricity && (resolved !== undefined || baseline !== undefined || overhead !== undefined || held?.power !== undefined);
  const place: GridContext | undefined = site && { site, located, year, wanted: needsGrid, impacts: manifest.impacts, report };
  const grid = place && gridOf(place);
  const isPlaced = located.country !== undefined || located.world === true || located.refused === true;
  if (needsGrid && grid === undefined && !isPlaced) report({ ...placeMessages.noPlace(), path: phase.path });
  const ownWue = site?.value.wue;
  const wue = ownWue
    ? fromManifest(ownWue, { name: 'on-site water', cites: siteCites, common: true }, report)
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
    report,
  });
  const share = phase.share && {
    input: fromManifest(phase.share, { name: 'share of the phase', cites, max: 1 }, report),
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
      ...(phase.requests && { requests: fromManifest(phase.requests, { name: 'requests', cites, exact: true }, report) }),
      ...(phase.tokens && {
        tokens: {
          input: fromManifest(phase.tokens, { name: 'tokens', cites, exact: true }, report),
          ...(phase.tokens.key !== undefined && { key: phase.tokens.key }),
        },
      }),
      ...(year !== undefined && { year }),
      ...(includes && { includes }),
    },
  };
}

/** The year that is stated, else that of the start. A run that goes on into another year may name that one. */
function yearOf({ year, started, path }: Phase, { run, duration }: Hours, report: Report): number | undefined {
  if (started === undefined) return year;
  const length = duration?.value ?? (run === undefined ? 0 : evaluate(run));
  const [first, last] = [Number(started.slice(0, 4)), lastYear(started, length)];
  if (year !== undefined && (year < first || year > last))
    report({ ...workMessages.yearNotOfRun(year, started, last), path: under(path, 'year'), part: 'value' });
  return year ?? first;
}

/** Components that count: those of the system boundary, without those that the manifest gives a reason for leaving out. */
function boundaryOf(manifest: Manifest, phase: Phase): readonly ComponentId[] {
  const leftOut = { ...(phase.system_boundary === undefined && manifest.notCounted), ...phase.not_counted };
  const wanted = phase.system_boundary ?? manifest.systemBoundary ?? componentIds;
  return componentIds.filter((id) => wanted.includes(id) && leftOut[id] === undefined);
}

/** What machines were held for beside their work: the hours on record, else an endpoint's window. */
function heldOf(phase: Phase, { reserved, window, busy }: Hours, cites: Citations, report: Report): ResolvedPhase['held'] {
  const hours = reserved === undefined ? window : input(reserved);
  const given = phase.idle_power;
  if (hours === undefined || busy === undefined) {
    if (given !== undefined) report({ ...workMessages.idlePowerMissing(), path: given.path });
    return undefined;
  }
  // Hours reserved that are all busy are a record of no idle ones; a window that is all busy is only what was assumed of it.
  const isMore = evaluate(hours) > evaluate(busy) || (reserved !== undefined && given !== undefined);
  if (!isMore) {
    if (given !== undefined) report({ ...workMessages.noIdleHours(), path: given.path });
    return undefined;
  }
  return { hours, busy, ...(given && { power: fromManifest(given, { name: 'idle power', cites }, report) }) };
}
