import { type Diagnostic, InputError } from '../../../diagnostics/diagnostic.js';
import { filesOfPatterns, readTextFile } from '../../../io/files.js';
import { maxManifestBytes } from '../manifest-limit.js';
import { messages } from '../messages.js';
import { type SlugOwner, sameSlugs } from '../same-slugs.js';

/** A part of a batch: the n-th of so many, counted from 1. */
export interface Shard {
  readonly nth: number;
  readonly of: number;
}

/** Manifests whose report is not made, and why. */
export interface Refused {
  readonly manifest: string;
  readonly error: unknown;
}

export interface BatchPlan {
  /** The manifests of this run, in order. */
  readonly files: readonly string[];
  /** Those of this run that are refused before any is read in full. */
  readonly refused: readonly Refused[];
  /** Whether the batch has several manifests, in this shard or in others. */
  readonly isBatch: boolean;
}

/**
 * The manifests that a person named, of this shard. Two that would write to one folder are both refused, whatever shard they are in.
 *
 * @param slugOf The folder of a manifest's report, where it is known without parsing.
 * @throws {InputError} Where a pattern matches no file, or the output folder has no name.
 */
export async function planBatch(
  patterns: readonly string[],
  { shard, outDir }: { readonly shard?: Shard | undefined; readonly outDir?: string | undefined },
  slugOf: (file: string) => Promise<string | undefined> = async () => undefined,
): Promise<BatchPlan> {
  if (outDir === '') throw new InputError([messages.emptyOutDir()]);
  const { files: named, unmatched } = await filesOfPatterns(patterns);
  if (unmatched.length > 0) throw new InputError(unmatched.map((pattern) => messages.noManifestFound(pattern)));
  // Sorted, so that each run of a batch counts alike, whatever order a shell or a disk gives.
  const sorted = shard === undefined ? named : [...named].sort((a, b) => (a < b ? -1 : 1));
  const isOwn = (index: number): boolean => shard === undefined || index % shard.of === shard.nth - 1;
  const faults = sorted.length < 2 ? new Map<string, Diagnostic>() : await slugFaults(sorted, slugOf);
  const own = sorted.filter((_, index) => isOwn(index));
  return {
    files: own.filter((file) => !faults.has(file)),
    refused: own.flatMap((manifest) => {
      const fault = faults.get(manifest);
      return fault === undefined ? [] : [{ manifest, error: new InputError([fault]) }];
    }),
    isBatch: shard !== undefined || named.length > 1,
  };
}

/** A cheap first pass: the slugs alone are kept, so that memory does not grow with the manifests. */
async function slugFaults(
  files: readonly string[],
  slugOf: (file: string) => Promise<string | undefined>,
): Promise<ReadonlyMap<string, Diagnostic>> {
  const owners: SlugOwner[] = [];
  for (const file of files) {
    const slug = await slugOf(file);
    const owner = slug === undefined ? await ownerIn(file) : { file, slug };
    if (owner !== undefined) owners.push(owner);
  }
  return sameSlugs(owners);
}

/** The slug of a manifest; nothing where it can't be read, which is reported when its report is made. */
async function ownerIn(file: string): Promise<SlugOwner | undefined> {
  // Loaded where a manifest has to be parsed: of those that are up to date the slug is known.
  const { parseText } = await import('../../../manifest/parse.js');
  const { readNamed } = await import('../file-faults.js');
  try {
    const { manifest } = parseText(await readNamed(file, 'manifest', () => readTextFile(file, { maxBytes: maxManifestBytes })), file);
    return { file, slug: manifest.slug, position: manifest.positionOf('slug') ?? manifest.positionOf('model') };
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
