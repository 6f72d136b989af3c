import { nearest } from '../diagnostics/nearest.js';
import type { Report } from '../diagnostics/report.js';
import { processorNamed } from '../factors/hardware/index.js';
import type { Manifest, Phase } from '../manifest/manifest.js';
import { messages } from '../manifest/messages.js';
import type { ParsedHardware, ParsedSite } from '../manifest/schema.js';
import { pathText, under } from '../manifest/yaml/yaml.js';
import type { Lookups } from './lookups.js';
import { hardwareMessages } from './messages/hardware.js';
import { placeMessages } from './messages/place.js';
import { severalDevicesIn } from './several-devices.js';

/** Something that a phase names or writes in place, and where the manifest has it. */
export interface Reference<T> {
  readonly value: T;
  readonly path: string;
  /** Keys of it that the manifest has elsewhere: beside the name of a site, or at the top for all phases. */
  readonly elsewhere?: Readonly<Partial<Record<string, string>>> | undefined;
}

/** Where the manifest has a key of something that a phase names. */
export function pathIn({ path, elsewhere = {} }: Reference<unknown>, key: string): string {
  return elsewhere[key] ?? under(path, key);
}

/** Where the manifest has a key of a phase: at the top where it is every phase's. */
export function pathOfKey({ path, inherited = [] }: Phase, key: string): string {
  return under((inherited as readonly string[]).includes(key) ? '' : path, key);
}

/** Where to report what a phase lacks: at the phase; of the only one, whose keys are at the top, at one of them. */
export function anchorOf(phase: Phase): string {
  if (phase.path !== '') return phase.path;
  const { phase: _, path, ...keys } = phase;
  return phase.hardware === undefined ? (Object.keys(keys)[0] ?? path) : 'hardware';
}

/** Where the names of a phase are looked up. */
export interface NameContext {
  readonly manifest: Manifest;
  readonly phase: Phase;
  readonly lookups: Lookups;
  readonly report: Report;
}

/** A site by its name in `sites`, else a place in words. */
export function siteNamed(name: string, path: string, { manifest, lookups, report }: NameContext): Reference<ParsedSite> | undefined {
  const site = Object.hasOwn(manifest.sites, name) ? manifest.sites[name] : undefined;
  if (site !== undefined) return { value: site, path: pathText(['sites', name]) };
  const place = lookups.place(name);
  if (place.found !== undefined) return { value: { location: name }, path };
  const names = Object.keys(manifest.sites);
  const message =
    place.why === 'ambiguous'
      ? placeMessages.ambiguousPlace(name, place.candidates)
      : placeMessages.unknownSite(name, names, nearest(name, names)[0] ?? place.candidates[0]);
  report({ ...message, path, part: 'value' });
  return undefined;
}

/** The hardware of a phase: by name, in place, or a device in words (`8 x A100 80GB`). */
export function hardwareOf({ manifest, phase, lookups, report }: NameContext): Reference<ParsedHardware> | undefined {
  const { hardware } = phase;
  const path = pathOfKey(phase, 'hardware');
  if (hardware === undefined) return undefined;
  if (typeof hardware === 'object') return { value: hardware, path };
  const named = Object.hasOwn(manifest.hardware, hardware) ? manifest.hardware[hardware] : undefined;
  if (named !== undefined) return { value: named, path: pathText(['hardware', hardware]) };
  const device = lookups.device(hardware);
  if (device.found !== undefined || processorNamed(hardware) !== undefined) return { value: { accelerator: hardware }, path };
  const several = severalDevicesIn(hardware, lookups);
  if (several.length > 0) {
    report({ ...messages.severalDevices(several), path, part: 'value' });
    return undefined;
  }
  const names = Object.keys(manifest.hardware);
  const near = nearest(hardware, names)[0] ?? device.candidates.slice(0, 3).join('; ');
  const message =
    device.why === 'ambiguous'
      ? hardwareMessages.ambiguousDevice(hardware, device.candidates)
      : hardwareMessages.unknownHardware(hardware, near === '' ? undefined : near);
  report({ ...message, path, part: 'value' });
  return undefined;
}
