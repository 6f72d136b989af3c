import type { Message } from '../diagnostics/message.js';
import { edition } from '../factors/edition.js';
import { resolvePhase } from '../resolve/phase.js';
import type { Manifest } from './manifest.js';
import { messages } from './messages.js';

export interface Finding {
  readonly sentence: Message;
  readonly path: string;
  readonly part?: 'key' | 'value' | undefined;
}

/**
 * What contradicts itself, names what isn't there, or does not suffice, in a manifest whose shape is right.
 *
 * @param isOurs Whether what stands at a path is a placeholder and not the person's.
 */
export function checkManifest(manifest: Manifest, isOurs: (path: string) => boolean): readonly Finding[] {
  const findings: Finding[] = [];
  const tell = (sentence: Message, path: string, part?: 'key' | 'value'): void => {
    findings.push({ sentence, path, ...(part && { part }) });
  };
  checkNames(manifest, isOurs, tell);
  if (manifest.factors !== undefined && manifest.factors !== edition)
    tell(messages.unknownFactors(manifest.factors, edition), 'factors', 'value');
  for (const phase of manifest.phases) resolvePhase(manifest, phase, tell);
  return findings.filter(({ sentence }) => sentence.severity === 'error');
}

function checkNames(
  { phases }: Manifest,
  isOurs: (path: string) => boolean,
  tell: (sentence: Message, path: string, part?: 'key' | 'value') => void,
): void {
  const seen = new Set<string>();
  for (const { phase, name, path } of phases) {
    if (isOurs(`${path}.phase`) || isOurs(`${path}.name`)) continue;
    const key = JSON.stringify([phase, name]);
    if (seen.has(key))
      tell(
        name === undefined ? messages.twoUnnamed(phase) : messages.duplicateName(`${phase} phases`, name),
        name === undefined ? path : `${path}.name`,
        'value',
      );
    seen.add(key);
  }
}
