import { slips } from '../../diagnostics/nearest.js';
import { hubLicences } from './licences-data.js';

/** Names that are also short for another licence: the Business Source License, which the Hub does not list. */
const ambiguous: readonly string[] = ['bsl'];

/**
 * The licence of the Hub that a text names in another spelling; nothing where it may be another licence, since a wrong one gives
 * rights away. `apache` is the only version that the Hub has, `cc-by` could be several.
 *
 * @example nearLicence('gpl3') //=> 'gpl-3.0'
 * @example nearLicence('MIT License') //=> 'mit'
 * @example nearLicence('my-license') //=> undefined
 */
export function nearLicence(text: string): string | undefined {
  const typed = nameOf(text);
  if (typed.key === '') return undefined;
  const known = hubLicences.map((id) => ({ id, ...nameOf(id) }));
  const same = known.find(({ key }) => key === typed.key);
  if (same !== undefined) return same.id;
  const swapped = known.filter(({ key }) => lettersOf(key) === lettersOf(typed.key) && slips(key, typed.key) <= 1);
  const versions = ambiguous.includes(typed.key) ? [] : known.filter(({ unversioned }) => unversioned === typed.key);
  const [only, ...others] = swapped.length > 0 ? swapped : versions;
  return others.length === 0 ? only?.id : undefined;
}

/** A name without blanks, hyphens, `version`, `license` and the `.0` of a version. */
function nameOf(text: string): { readonly key: string; readonly unversioned: string } {
  const words = text
    .toLowerCase()
    .split(/[\s_,/-]+/)
    .filter((word) => !['', 'the', 'license', 'licence', 'version', 'only'].includes(word))
    .map((word) => word.replace(/v?(\d{1,4})\.0$/, '$1').replace(/(^|[a-z])v(\d)/, '$1$2'));
  const isVersion = (word: string | undefined): boolean => word !== undefined && /^\d/.test(word);
  return { key: words.join(''), unversioned: (isVersion(words.at(-1)) ? words.slice(0, -1) : words).join('') };
}

function lettersOf(key: string): string {
  return [...key].sort().join('');
}
