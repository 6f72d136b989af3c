import type { Assessment } from '../../../assessment/assessment.js';
import { assessmentJsonSchema } from '../../../assessment/schema-at-build.js';
import { plain } from '../../../claims/plain.js';
import { InputError } from '../../../diagnostics/diagnostic.js';
import { readTextFile } from '../../../io/files.js';
import { bytesOf, type Commit, fileAt, type Repository } from '../../../io/git/repository.js';
import { pathText, schemaFault } from '../drafted/schema-fault.js';
import { readNamed } from '../file-faults.js';
import { messages as verbMessages } from '../messages.js';
import { askedGit } from './asked-git.js';
import { historyMessages as messages } from './messages.js';

/** Version of the format that this program reads. */
const known: Assessment['schemaVersion'] = '1.0';

/** An assessment of many phases is no larger than this. */
const maxBytes = 20_000_000;

/** What is read of an assessment of another time: it may lack what a later version of the program added. */
const needed = ['model', 'method', 'totals', 'phases', 'lines', 'states', 'sources'] as const satisfies readonly (keyof Assessment)[];

/**
 * An assessment in a file.
 *
 * @throws {InputError} Where it can't be read, or is none.
 */
export async function assessmentInFile(file: string): Promise<Assessment> {
  return parsedAssessment(await readNamed(file, 'log', () => readTextFile(file, { maxBytes })), file);
}

/**
 * The assessment of a path in a commit; nothing where the commit has no such file.
 *
 * @param revision Name of the commit for messages.
 * @throws {InputError} Where it is no assessment.
 */
export async function assessmentAt(
  repository: Repository,
  commit: Commit,
  path: string,
  revision: string,
): Promise<Assessment | undefined> {
  const found = await askedGit(() => fileAt(repository, commit, path));
  if (found === undefined) return undefined;
  const text = (await askedGit(() => bytesOf(repository, found))).toString('utf8');
  if (text.startsWith('version https://git-lfs')) throw new InputError([messages.pointerAtRevision(`${revision}:${path}`)]);
  return parsedAssessment(text, `${revision}:${path}`);
}

function parsedAssessment(text: string, file: string): Assessment {
  const value = plain(json(text, file));
  const version = value['schemaVersion'];
  if (typeof version === 'string' && version !== known) throw new InputError([{ ...messages.assessmentVersion(version, known), file }]);
  const { $defs, properties } = plain(assessmentJsonSchema());
  const all = plain(properties);
  const parts = Object.fromEntries(needed.map((key) => [key, all[key]]));
  const fault = schemaFault(
    value,
    { type: 'object', properties: parts, required: needed },
    { definitions: plain($defs), isNeeded: () => true },
  );
  if (fault !== undefined) throw new InputError([{ ...verbMessages.notAnAssessment(pathText(fault)), file }]);
  return value as unknown as Assessment;
}

function json(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    throw new InputError([{ ...messages.notJsonAtRevision(file), file }]);
  }
}
