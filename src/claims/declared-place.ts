import { clouds } from '../factors/cloud/clouds.js';
import { findCloud } from '../factors/cloud/find-region.js';
import { type Place, parsePlace } from '../search/places.js';
import { providerIn } from '../search/provider-in.js';
import type { LabelledText, PlaceClaim } from './claim.js';

export interface DeclaredPlace {
  readonly place?: Place | undefined;
  /** The words that the place was found by, as a manifest can have them. */
  readonly named?: string | undefined;
  /** What an ambiguous answer can mean, and that answer. */
  readonly candidates: readonly string[];
  readonly stated?: string | undefined;
  /** Answers that were understood. */
  readonly read: readonly LabelledText[];
}

/** More regions than these are no help. */
const maxCandidates = 12;

/** Where a card says that the work ran: a region of its cloud, another place that an answer or a sentence names, or what it can mean. */
export function placeOf(
  regions: readonly LabelledText[],
  providers: readonly LabelledText[],
  sentences: readonly PlaceClaim[],
): DeclaredPlace {
  const provider = providers.flatMap((answer) => {
    const found = providerIn(answer.text, findCloud);
    return found === undefined ? [] : [{ answer, id: found.provider.id, isWhole: found.rest === '' }];
  })[0];
  // Where the place is found, a provider that the tables lack changes nothing.
  const unknown = provider === undefined ? providers : [];
  const read = provider?.isWhole === true ? [provider.answer] : [];
  // What the card's own text says comes before the metadata's country.
  for (const answer of regions.toSorted((a, b) => Number(a.isMetadata) - Number(b.isMetadata))) {
    const found = lookedUp(answer.text, provider?.id);
    if (found !== undefined) return { ...found, candidates: [], read: [...read, ...unknown, answer] };
    const candidates = candidatesFor(answer.text, provider?.id);
    if (candidates.length > 0) return { candidates, stated: answer.text, read };
  }
  // A service such as Kaggle or Colab is a place with a provider, and without a region.
  for (const answer of [...providers, ...regions]) {
    const { found } = parsePlace(answer.text);
    if (found !== undefined) return { place: found, named: answer.text.trim(), candidates: [], read: [answer] };
  }
  const [first, ...others] = sentences;
  const isOne = first !== undefined && others.every(({ place }) => place.label === first.place.label);
  return isOne ? { place: first.place, named: first.text, candidates: [], read } : { candidates: [], read };
}

/** A region of the provider, else any place; of several words, the last ones: `Jean Zay (IDRIS), France`. */
function lookedUp(text: string, provider: string | undefined): Pick<DeclaredPlace, 'place' | 'named'> | undefined {
  const asked = text.trim().replace(/[.*_`]+$/g, '');
  if (asked === '' || asked.length > 120) return undefined;
  const parts = asked.split(/[,;()/]|\s-\s/).map((part) => part.trim());
  const tails = parts.map((_, at) =>
    parts
      .slice(at)
      .filter((part) => part !== '')
      .join(', '),
  );
  const inCloud = provider === undefined ? [] : [asked, ...parts].map((part) => `${provider} ${part}`);
  for (const named of [...inCloud, asked, ...tails]) {
    const { found } = parsePlace(named);
    if (found !== undefined) return { place: found, named };
  }
  return undefined;
}

/** Regions of the clouds, or of one, that are written with the words of a text, and numbers: `US-east` is us-east-1 and eastus. */
function candidatesFor(text: string, provider: string | undefined): readonly string[] {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  const spellings = new Set([words.join(''), words.toReversed().join('')]);
  const alike = clouds
    .filter(({ id }) => provider === undefined || id === provider)
    .flatMap(({ id, regions }) =>
      regions.filter(({ region }) => spellings.has(region.replace(/[^a-z]/g, ''))).map(({ region }) => `${id} ${region}`),
    );
  const lookup = parsePlace(provider === undefined ? text : `${provider} ${text}`);
  const others = lookup.found === undefined && lookup.why === 'ambiguous' ? lookup.candidates : [];
  const all = [...new Set([...alike, ...others])];
  return all.length > maxCandidates ? [] : all;
}
