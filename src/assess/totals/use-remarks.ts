import type { Assessment, ComponentId, UseLoad } from '../../assessment/assessment.js';
import { componentPhrases } from '../../assessment/component-names.js';
import type { Message } from '../../diagnostics/message.js';
import type { Report } from '../../diagnostics/report.js';
import type { Manifest } from '../../manifest/manifest.js';
import type { ManifestQuantity } from '../../manifest/manifest-quantity.js';
import { listed } from '../../units/listed.js';
import type { Compared } from './compared.js';
import { useMessages } from './messages.js';

interface UseRemarks {
  readonly totals: Assessment['totals'];
  readonly compared: Compared | undefined;
  readonly load: UseLoad | undefined;
  readonly onlyDevelopment: readonly ComponentId[];
  readonly onlyUse: readonly ComponentId[];
}

/** Reports what keeps a load of the manifest from a day, or the two sides from one boundary. Nothing without such a load. */
export function reportUse(
  { manifest: { use }, report }: { readonly manifest: Pick<Manifest, 'use'>; readonly report: Report },
  remarks: UseRemarks,
): void {
  const what = use?.requests === undefined ? 'tokens' : 'requests';
  const given = use?.[what];
  const message = given && messageOf(what, given, remarks);
  if (message !== undefined) report({ ...message, path: `use.${what}` });
}

function messageOf(
  what: 'requests' | 'tokens',
  { key = '' }: Pick<ManifestQuantity, 'key'>,
  { totals: { development, deployment }, compared, load, onlyDevelopment, onlyUse }: UseRemarks,
): Message | undefined {
  if (deployment === undefined) return useMessages.withoutDeployment();
  if (development === undefined) return useMessages.withoutDevelopment();
  if (compared === undefined) return useMessages.nothingCommon();
  const { perToken } = deployment;
  if (load === undefined && what === 'tokens' && perToken !== undefined) return useMessages.otherTokens(key, perToken.which ?? '');
  if (load === undefined) return useMessages.withoutCount(what);
  if (onlyDevelopment.length + onlyUse.length === 0) return undefined;
  return useMessages.boundaries(phrases(compared.components), phrases(onlyDevelopment), phrases(onlyUse));
}

const phrases = (components: readonly ComponentId[]): string => listed(components.map((id) => componentPhrases[id]));
