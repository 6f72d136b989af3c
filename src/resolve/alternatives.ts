import type { Report } from '../diagnostics/report.js';
import { processorNamed } from '../factors/hardware/index.js';
import type { Manifest } from '../manifest/manifest.js';
import type { Lookups } from './lookups.js';
import { hardwareMessages } from './messages/hardware.js';
import { placeMessages } from './messages/place.js';

/** Reports the names in `what_if` that are no place and no device. What is asked for there changes nothing of the phases. */
export function checkAlternatives(manifest: Manifest, lookups: Lookups, report: Report): void {
  checkPlaces(manifest, lookups, report);
  const asked = manifest.whatIf?.hardware;
  const isList = typeof asked !== 'string';
  for (const [n, name] of (isList ? (asked ?? []) : [asked]).entries()) {
    const path = isList ? `what_if.hardware[${n}]` : 'what_if.hardware';
    const device = lookups.device(name);
    if (device.found !== undefined || processorNamed(name) !== undefined) continue;
    const message = device.why === 'ambiguous' ? hardwareMessages.ambiguousDevice : hardwareMessages.unknownDevice;
    report({ ...message(name, device.candidates.slice(0, 3)), path, part: 'value' });
  }
}

function checkPlaces({ whatIf }: Manifest, lookups: Lookups, report: Report): void {
  for (const key of ['regions', 'locations'] as const) {
    const asked = whatIf?.[key];
    if (asked === undefined || (key === 'regions' && asked === 'all')) continue;
    const isList = typeof asked !== 'string';
    for (const [n, name] of (isList ? asked : [asked]).entries()) {
      const path = isList ? `what_if.${key}[${n}]` : `what_if.${key}`;
      const { found, ...missed } = lookups.place(name);
      if (found === undefined) {
        const message = 'why' in missed && missed.why === 'ambiguous' ? placeMessages.ambiguousPlace : placeMessages.unknownPlace;
        report({ ...message(name, 'candidates' in missed ? missed.candidates : []), path, part: 'value' });
      } else if (key === 'regions' && found.region === undefined) report({ ...placeMessages.noRegion(name), path, part: 'value' });
    }
  }
}
