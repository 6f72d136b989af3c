import { nearest } from '../diagnostics/nearest.js';
import { findDevice } from '../factors/hardware/names/find-device.js';
import type { Manifest, Phase } from '../manifest/manifest.js';
import type { ParsedHardware, ParsedSite } from '../manifest/schema.js';
import { pathText } from '../manifest/yaml.js';
import { parsePlace } from '../search/places.js';
import { hardwareMessages } from './hardware-messages.js';
import { placeMessages } from './place-messages.js';
import type { Tell } from './resolved.js';

/** Something that a phase names or writes in place, and where the manifest has it. */
export interface Reference<T> {
  readonly value: T;
  readonly path: string;
}

/** Path of a key; at the top of the manifest the key itself. */
export const under = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

/** The site of a phase: by name, in place, in words, or the only one that there is. */
export function siteOf(manifest: Manifest, phase: Phase, tell: Tell): Reference<ParsedSite> | undefined {
  const { site, location } = phase;
  if (site !== undefined && location !== undefined) tell(placeMessages.severalPlaces(), under(phase.path, 'location'));
  if (typeof site === 'object') return { value: site, path: under(phase.path, 'site') };
  if (typeof site === 'string') return siteNamed(manifest, site, under(phase.path, 'site'), tell);
  if (location !== undefined) return { value: { location }, path: phase.path };
  const names = Object.keys(manifest.sites);
  const [only] = names;
  if (only === undefined || names.length > 1 || phase.path === '') return undefined;
  tell(placeMessages.siteOfOnly(only), phase.path);
  return siteNamed(manifest, only, phase.path, tell);
}

function siteNamed(manifest: Manifest, name: string, path: string, tell: Tell): Reference<ParsedSite> | undefined {
  const site = Object.hasOwn(manifest.sites, name) ? manifest.sites[name] : undefined;
  if (site !== undefined) return { value: site, path: pathText(['sites', name]) };
  const place = parsePlace(name);
  if (place.found !== undefined) return { value: { location: name }, path };
  if (place.why === 'ambiguous') {
    tell(placeMessages.ambiguousPlace(name, place.candidates), path, 'value');
    return undefined;
  }
  const names = Object.keys(manifest.sites);
  tell(placeMessages.unknownSite(name, names, nearest(name, names)[0] ?? place.candidates[0]), path, 'value');
  return undefined;
}

/** The hardware of a phase: by name, in place, or a device in words (`8 x A100 80GB`). */
export function hardwareOf(manifest: Manifest, phase: Phase, tell: Tell): Reference<ParsedHardware> | undefined {
  const { hardware } = phase;
  const path = under(phase.path, 'hardware');
  if (hardware === undefined) return undefined;
  if (typeof hardware === 'object') return { value: hardware, path };
  const named = Object.hasOwn(manifest.hardware, hardware) ? manifest.hardware[hardware] : undefined;
  if (named !== undefined) return { value: named, path: pathText(['hardware', hardware]) };
  const device = findDevice(hardware);
  if (device.found !== undefined) return { value: { accelerator: hardware }, path };
  if (device.why === 'ambiguous') {
    tell(hardwareMessages.ambiguousDevice(hardware, device.candidates), path, 'value');
    return undefined;
  }
  const names = Object.keys(manifest.hardware);
  const near = nearest(hardware, names)[0] ?? device.candidates.slice(0, 3).join(', ');
  tell(hardwareMessages.unknownHardware(hardware, near === '' ? undefined : near), path, 'value');
  return undefined;
}
