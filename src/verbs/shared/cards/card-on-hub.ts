import { hubMetadata } from '../../../audits/hub-metadata.js';
import { type Settings, settingsIn, severityFor } from '../../../audits/settings.js';
import { lineFinder } from '../../../claims/lines.js';
import { frontOf } from '../../../claims/markdown/front.js';
import { hubClaims } from '../../../claims/markdown/hub.js';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { realPath } from '../../../io/files.js';
import type { Manifest } from '../../../manifest/manifest.js';
import { type HubReading, hubReading } from '../audited/hub-reading.js';
import { readCard } from './planned-card.js';

/** What the Hub makes of a card's metadata. */
export interface CardOnHub {
  /** Absent for a card without metadata that it reads. */
  readonly hub?: HubReading | undefined;
  /** A finding for each value that it rejects, or may reject. */
  readonly rejected: readonly Diagnostic[];
}

/** Reads the metadata of the card that is on disk as the Hub does. Severities of the card itself go before those of its manifest. */
export async function cardOnHub(manifest: Pick<Manifest, 'audits'> | undefined, card: string | undefined): Promise<CardOnHub> {
  if (card === undefined || manifest === undefined) return { rejected: [] };
  return readOnHub(await readCard(await realPath(card), card), card, manifest.audits);
}

/** Reads the metadata of a card's text as the Hub does. */
export function readOnHub(text: string, file: string, audits: Settings | undefined): CardOnHub {
  const at = lineFinder(text);
  const { map, start } = frontOf(text);
  if (map === undefined) return { rejected: [] };
  const hub = hubClaims(map, start, at);
  const settings = { ...audits, ...settingsIn(text, at).settings };
  const rejected = hubMetadata
    .audit({ hub })
    .flatMap(({ at: place, severity = hubMetadata.severity, ...message }): readonly Diagnostic[] => {
      const counts = severityFor(hubMetadata.id, severity, settings);
      return counts === undefined ? [] : [{ id: hubMetadata.id, severity: counts, ...message, file, ...place }];
    });
  return { hub: hubReading({ hub }), rejected };
}
