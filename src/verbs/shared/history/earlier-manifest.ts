import type { Assessment } from '../../../assessment/assessment.js';
import { type Diagnostic, InputError } from '../../../diagnostics/diagnostic.js';
import { readTextFile } from '../../../io/files.js';
import { type CommitCopy, commitCopy } from '../../../io/git/copy.js';
import { type Commit, type CommittedFile, fileAt, filesBelow, type Repository } from '../../../io/git/repository.js';
import { parseText } from '../../../manifest/parse.js';
import { selectionOf } from '../../../manifest/schema/from.js';
import { assessFile, type DateOptions } from '../assess.js';
import { readNamed } from '../file-faults.js';
import { maxManifestBytes } from '../manifest-limit.js';
import { askedGit } from './asked-git.js';
import { historyMessages as messages } from './messages.js';

/** More files than logs of one model: what is below is a repository of data. */
const maxFiles = 2000;

/**
 * The manifest of a commit with the logs and base models that it names there, assessed by this program; nothing where the commit has no
 * such manifest.
 *
 * @param path From the top of the repository on.
 * @param revision Name of the commit for messages.
 * @throws {InputError} With every fault of the manifest, each at its place in the commit.
 */
export async function manifestAt(
  repository: Repository,
  commit: Commit,
  path: string,
  options: DateOptions & { readonly revision: string },
): Promise<Assessment | undefined> {
  const found = await askedGit(() => fileAt(repository, commit, path));
  if (found === undefined) return undefined;
  const copy = await commitCopy(repository);
  try {
    await addWithNamed({ repository, commit, copy }, found, options.revision);
    return (await assessFile(`${copy.folder}/${path}`, options)).assessment;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const named = (text: string): string => text.replaceAll(`${copy.folder}/`, `${options.revision}:`);
    throw new InputError(error.diagnostics.map((diagnostic) => withNames(diagnostic, named)));
  } finally {
    copy.remove();
  }
}

interface Place {
  readonly repository: Repository;
  readonly commit: Commit;
  readonly copy: CommitCopy;
}

/** Puts a manifest and the files that it names into the copy: of a pattern, all below its first folders that are no pattern. */
async function addWithNamed(place: Place, manifest: CommittedFile, revision: string): Promise<void> {
  const { repository, commit, copy } = place;
  await askedGit(() => copy.add([manifest]));
  const file = `${copy.folder}/${manifest.path}`;
  const named = namesIn(await readNamed(file, 'manifest', () => readTextFile(file, { maxBytes: maxManifestBytes })), file);
  const files = new Map<string, CommittedFile>();
  for (const name of named) {
    const fixed = inRepository(manifest.path, fixedPart(name));
    if (fixed === undefined) continue;
    const below = await askedGit(() => filesBelow(repository, commit, fixed));
    for (const one of below) if (one.bytes !== undefined && one.path !== manifest.path) files.set(one.path, one);
    if (files.size > maxFiles) throw new InputError([messages.tooManyFiles(`${revision}:${manifest.path}`, files.size)]);
  }
  await askedGit(() => copy.add([...files.values()]));
}

/** Paths and patterns of logs and base models; none of what can't be parsed, which the assessment then says. */
function namesIn(text: string, file: string): readonly string[] {
  try {
    const { phases, baseModels } = parseText(text, file).manifest;
    return [
      ...phases.flatMap(({ from }) => (from === undefined ? [] : [selectionOf(from).logs].flat())),
      ...baseModels.flatMap((one) => ('file' in one && typeof one.file === 'string' ? [one.file] : [])),
    ];
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}

/** `logs/2024/*.csv` → `logs/2024`; a path without a pattern is itself. */
function fixedPart(pattern: string): string {
  const parts = pattern.replaceAll('\\', '/').split('/');
  const first = parts.findIndex((part) => /[*?[\](){}!+@|]/.test(part));
  return first < 0 ? parts.join('/') : parts.slice(0, first).join('/');
}

/** A path from the folder of the manifest on as one from the top of the repository; nothing where it leads out of it. */
function inRepository(manifest: string, name: string): string | undefined {
  if (/^(?:\/|[A-Za-z]:)/.test(name)) return undefined;
  const parts = manifest.split('/').slice(0, -1);
  for (const part of name.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function withNames(diagnostic: Diagnostic, named: (text: string) => string): Diagnostic {
  const { file, message, expected } = diagnostic;
  return { ...diagnostic, file: file && named(file), message: named(message), expected: expected && named(expected) };
}
