import { type Place, parsePlace } from '../../search/places.js';

/** Words with which a text says that the work ran elsewhere too. */
const notAll = /\b(?:mostly|mainly|primarily|partly|in part|among others|and others)\b/i;

/**
 * The one place that a labelled text names, nothing where it names others too; of several words, the last that is a place: `Jean Zay (IDRIS), France`.
 *
 * @param cloud What the card calls its cloud provider, so that `us-east-1` is a region of it.
 */
export function placeIn(text: string, cloud: string): Place | undefined {
  const asked = text.trim().replace(/[.*_`]+$/g, '');
  if (asked === '' || asked.length > 120 || notAll.test(asked)) return undefined;
  const named = asked.split(';').map((part) => parsePlace(part.trim()).found);
  if (named.length > 1 && named.every((place) => place !== undefined)) return undefined;
  const parts = asked.split(/[,;()/]|\s-\s/).map((part) => part.trim());
  for (const candidate of [
    asked,
    `${cloud} ${asked}`,
    ...parts.slice(-2).map((_, at) => parts.slice(-2 + at).join(', ')),
    ...parts.toReversed(),
  ]) {
    if (candidate.trim() === '') continue;
    const place = parsePlace(candidate).found;
    if (place !== undefined) return place;
  }
  return /\bus[\s-]?(?:east|west|central|north|south)/i.test(asked) ? parsePlace('US').found : undefined;
}

const ranIn =
  /\b(?:train(?:ed|ing)|fine-?tun(?:ed|ing)|ran|run|computed|located|hosted|data ?cent(?:er|re)s?|cluster|servers?|machines?|GPUs?)\b[^.;:]{0,60}?\bin (?:the )?(?<place>\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,2})/u;

/** A country that a sentence names, and where in the sentence. */
export interface CountryInText {
  readonly text: string;
  readonly place: Place;
  readonly index: number;
}

const inRegion =
  /\b(?<cloud>Google Cloud(?: Platform)?|GCP|Amazon Web Services|AWS|(?:Microsoft )?Azure|[A-Z]\w+ Cloud)\b[^.;:]{0,30}?\bregion:?\s+(?<region>[\p{L}][\p{L}\p{N}-]{2,30})/u;

/** `using Google Cloud Platform in region us-central1`, as the ML CO2 calculator has it. */
function regionIn(text: string): CountryInText | undefined {
  const match = inRegion.exec(text);
  const { cloud = '', region = '' } = match?.groups ?? {};
  const found = match === null ? undefined : parsePlace(`${cloud} ${region}`).found;
  return match === null || found === undefined
    ? undefined
    : { text: `${cloud} ${region}`, place: found, index: match.index + match[0].length - region.length };
}

/** The country, or the region of a cloud, that a sentence says the work ran in. */
export function countryIn(text: string): CountryInText | undefined {
  const inCloud = regionIn(text);
  if (inCloud !== undefined) return inCloud;
  if (/\((?:mostly|partly)\b/i.test(text)) return undefined;
  const match = ranIn.exec(text);
  const name = match?.groups?.['place'];
  if (match === null || name === undefined) return undefined;
  // `in India Using` is no country: fewer words until one is.
  for (let words = name.split(' '); words.length > 0; words = words.slice(0, -1)) {
    const found = parsePlace(words.join(' ')).found;
    if (found !== undefined) return { text: words.join(' '), place: found, index: match.index + match[0].length - name.length };
  }
  return undefined;
}
