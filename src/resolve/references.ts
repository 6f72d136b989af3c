import { nearest } from '../diagnostics/nearest.js';
import type { Report } from '../diagnostics/report.js';
import { findDevice } from '../factors/hardware/names/find-device.js';
import type { Manifest, Phase } from '../manifest/manifest.js';
import type { ParsedHardware, ParsedSite } from '../manifest/schema.js';
import { pathText, under } from '../manifest/yaml.js';
import { parsePlace } from '../search/places.js';
import { hardwareMessages } from './hardware-messages.js';
import { placeMessages } from './place-messages.js';

/** Something that a phase names or writes in place, and where the manifest has it. */
export interface Reference<T> {
  readonly value: T;
  readonly path: string;
}

/** The site of a phase: by name, in place, in words, or the only one that there is. */
export function siteOf(manifest: Manifest, phase: Phase, report: Report): Reference<ParsedSite> | undefined {
  const { site, location } = phase;
  if (site !== undefined && location !== undefined) report({ ...placeMessages.severalPlaces(), path: under(phase.path, 'location') });
  if (typeof site === 'object') return { value: site, path: under(phase.path, 'site') };
  if (typeof site === 'string') return siteNamed(manifest, site, under(phase.path, 'site'), report);
  if (location !== undefined) return { value: { location }, path: phase.path };
  const names = Object.keys(manifest.sites);
  const [only] = names;
  if (only === undefined || names.length > 1 || phase.path === '') return undefined;
  report({ ...placeMessages.siteOfOnly(only), path: phase.path });
  return siteNamed(manifest, only, phase.path, report);
}

function siteNamed(manifest: Manifest, name: string, path: string, report: Report): Reference<ParsedSite> | undefined {
  const site = Object.hasOwn(manifest.sites, name) ? manifest.sites[name] : undefined;
  if (site !== undefined) return { value: site, path: pathText(['sites', name]) };
  const place = parsePlace(name);
  if (place.found !== undefined) return { value: { location: name }, path };
  if (place.why === 'ambiguous') {
    report({ ...placeMessages.ambiguousPlace(name, place.candidates), path, part: 'value' });
    return undefined;
  }
  const names = Object.keys(manifest.sites);
  report({ ...placeMessages.unknownSite(name, names, nearest(name, names)[0] ?? place.candidates[0]), path, part: 'value' });
  return undefined;
}

/** The hardware of a phase: by name, in place, or a device in words (`8 x A100 80GB`). */
export function hardwareOf(manifest: Manifest, phase: Phase, report: Report): Reference<ParsedHardware> | undefined {
  const { hardware } = phase;
  const path = under(phase.path, 'hardware');
  if (hardware === undefined) return undefined;
  if (typeof hardware === 'object') return { value: hardware, path };
  const named = Object.hasOwn(manifest.hardware, hardware) ? manifest.hardware[hardware] : undefined;
  if (named !== undefined) return { value: named, path: pathText(['hardware', hardware]) };
  const device = findDevice(hardware);
  if (device.found !== undefined) return { value: { accelerator: hardware }, path };
  if (device.why === 'ambiguous') {
    report({ ...hardwareMessages.ambiguousDevice(hardware, device.candidates), path, part: 'value' });
    return undefined;
  }
  const names = Object.keys(manifest.hardware);
  const near = nearest(hardware, names)[0] ?? device.candidates.slice(0, 3).join(', ');
  report({ ...hardwareMessages.unknownHardware(hardware, near === '' ? undefined : near), path, part: 'value' });
  return undefined;
}
