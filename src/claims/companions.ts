import type { ClaimedValue, DeviceClaim, Measure, PlaceClaim, Qualifier, Subject } from './claim.js';

/** Of these there is one for each run; of the others one may hold for many. */
const extensive: ReadonlySet<Measure> = new Set(['emissions', 'energy', 'accelerator-hours', 'hours']);

/** Qualifiers of values that are not about the whole run. */
const aside: readonly Qualifier[] = ['rate', 'range', 'comparison', 'offset', 'market', 'embodied', 'conditional'];

export function isPlain({ is }: ClaimedValue): boolean {
  return !aside.some((qualifier) => is.has(qualifier));
}

type Index<T> = ReadonlyMap<string, readonly T[]>;
interface Indexes {
  /** By scope and measure. */
  readonly values: Index<ClaimedValue>;
  readonly devices: Index<DeviceClaim>;
  readonly places: Index<PlaceClaim>;
}

/** A part of a text with more values of a kind than this says no one thing; and looking through them all for each would take long. */
const maxOfKind = 200;

const indexes = new WeakMap<Subject, Indexes>();

function indexOf(subject: Subject): Indexes {
  const known = indexes.get(subject);
  if (known !== undefined) return known;
  const made = {
    values: byScope(subject.values, ({ measure }) => measure),
    devices: byScope(subject.devices, () => ''),
    places: byScope(subject.places, () => ''),
  };
  indexes.set(subject, made);
  return made;
}

function byScope<T extends { readonly scopes: readonly number[] }>(items: readonly T[], kindOf: (item: T) => string): Index<T> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    for (const scope of item.scopes) {
      const key = `${scope}${kindOf(item)}`;
      const before = found.get(key);
      if (before === undefined) found.set(key, [item]);
      else before.push(item);
    }
  }
  return found;
}

/**
 * The value of another measure that belongs to a value: the only one in the smallest part of the text that holds both. Where
 * that part holds several of either kind, there is none.
 */
export function companion(
  subject: Subject,
  claim: ClaimedValue,
  measure: Measure,
  takes: (candidate: ClaimedValue) => boolean = isPlain,
): ClaimedValue | undefined {
  return companionOf(subject, claim, { measure, takes, isShared: !extensive.has(measure) });
}

/** The same where one value holds for many of the other measure: the hours that several powers last for. */
export function sharedCompanion(subject: Subject, claim: ClaimedValue, measure: Measure): ClaimedValue | undefined {
  return companionOf(subject, claim, { measure, takes: isPlain, isShared: true });
}

interface Wanted {
  readonly measure: Measure;
  readonly takes: (candidate: ClaimedValue) => boolean;
  /** One of its kind holds for many of the other: a power, a grid. */
  readonly isShared: boolean;
}

function companionOf(subject: Subject, claim: ClaimedValue, { measure, takes, isShared }: Wanted): ClaimedValue | undefined {
  const { values } = indexOf(subject);
  const isBound = (candidate: ClaimedValue): boolean =>
    (!factors.has(measure) || isOfSection(candidate, claim)) && (!times.has(measure) || candidate.value > 0);
  for (const scope of claim.scopes) {
    const found = one(values.get(`${scope}${measure}`) ?? [], (candidate) => candidate !== claim && takes(candidate) && isBound(candidate));
    if (found === 'none') continue;
    if (found === 'several') return undefined;
    if (isShared) return isOfAnother(values, found, claim) ? undefined : found;
    return one(values.get(`${scope}${claim.measure}`) ?? [], isPlain) === 'several' ? undefined : found;
  }
  return undefined;
}

/** Values that emissions are multiplied from. In a card these hold for their own section: a documentation has tables under one heading, and factors under another. */
const factors: ReadonlySet<Measure> = new Set(['intensity', 'power']);

/** Values that others are divided by: nothing follows from no hours. */
const times: ReadonlySet<Measure> = new Set(['hours', 'accelerator-hours']);

function isOfSection(candidate: ClaimedValue, claim: ClaimedValue): boolean {
  return candidate.section === undefined || claim.section === undefined || candidate.section === claim.section;
}

/** A grid or a power in a sentence, an item or a row with other emissions belongs to those. */
function isOfAnother(values: Index<ClaimedValue>, found: ClaimedValue, claim: ClaimedValue): boolean {
  return found.scopes
    .filter((scope) => !claim.scopes.includes(scope))
    .some((scope) => (values.get(`${scope}${claim.measure}`) ?? []).some(isPlain));
}

/** All that agree within their rounding are one: the most exact of them. */
function one(values: readonly ClaimedValue[], takes: (candidate: ClaimedValue) => boolean): ClaimedValue | 'none' | 'several' {
  if (values.length > maxOfKind) return 'several';
  let best: ClaimedValue | undefined;
  for (const claim of values) {
    if (!takes(claim)) continue;
    if (best !== undefined && (claim.low > best.high || claim.high < best.low)) return 'several';
    if (best === undefined || claim.high - claim.low < best.high - best.low) best = claim;
  }
  return best ?? 'none';
}

/** The only device in the smallest part of the text that names one. */
export function deviceOf(subject: Subject, claim: ClaimedValue): DeviceClaim | undefined {
  const { devices } = indexOf(subject);
  for (const scope of claim.scopes) {
    const [first, ...others] = devices.get(`${scope}`) ?? [];
    if (first === undefined) continue;
    if (others.length > maxOfKind) return undefined;
    // `A100` beside `A100 PCIe 40GB` is the same, less exactly.
    const closest = [first, ...others].reduce((best, next) => (next.high - next.low < best.high - best.low ? next : best));
    const fits = [first, ...others].every(({ low, high }) => low <= closest.low && high >= closest.high);
    return fits ? closest : undefined;
  }
  return undefined;
}

export function placeOf(subject: Subject, claim: ClaimedValue): PlaceClaim | undefined {
  const { places } = indexOf(subject);
  for (const scope of claim.scopes) {
    const [first, ...others] = places.get(`${scope}`) ?? [];
    if (first === undefined) continue;
    if (others.length > maxOfKind) return undefined;
    return others.every(({ place }) => place.country === first.place.country) ? first : undefined;
  }
  return undefined;
}

const mentioned = new WeakMap<Subject, Map<string, boolean>>();

/** What a text mentions where it speaks of emissions: the parts that hold a value of them, and whatever else names them. */
export function mentions(subject: Subject, pattern: RegExp): boolean {
  const known = mentioned.get(subject) ?? new Map<string, boolean>();
  mentioned.set(subject, known);
  const before = known.get(pattern.source);
  if (before !== undefined) return before;
  const found = isMentioned(subject, pattern);
  known.set(pattern.source, found);
  return found;
}

function isMentioned(subject: Subject, pattern: RegExp): boolean {
  const claimed = new Set(subject.values.filter(({ measure }) => measure === 'emissions').map(({ scopes }) => scopes.at(-2)));
  return subject.passages.some(
    ({ text, scopes, headings }) =>
      pattern.test(text) &&
      (claimed.has(scopes.at(-2)) ||
        headings.some((heading) => /environment|carbon|emission|co2|footprint|impact/i.test(heading)) ||
        /carbon|emi(?:t|ssion)|co[2₂]|energy|footprint|environment/i.test(text)),
  );
}
