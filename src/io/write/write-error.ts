import { codeOf } from '../system-error.js';

/** Why a set of files can't be written; nothing of it is on disk then. */
export interface WriteProblem {
  readonly kind:
    | 'no-permission'
    /** The folder of the file does not exist. */
    | 'no-folder'
    /** There is a file where a folder is needed; or a folder, a device or a pipe where a file is needed. */
    | 'occupied'
    /** A symbolic link on the way leads out of the folder, or to nothing. */
    | 'link-outside'
    /** The file has other names, hard links, that would keep the old content. */
    | 'hard-links'
    /** The file belongs to somebody whom this user may not give it back to. */
    | 'owner'
    /** Another program saved the file after it was read. */
    | 'changed'
    /** The file is mounted by itself, or open in a program that lets nobody replace it. */
    | 'in-use'
    | 'name-too-long'
    /** Disk or quota full. */
    | 'no-space'
    | 'read-only-disk'
    | 'unwritable';
  /** What is in the way. */
  readonly path: string;
  /** The system's own code, where it was the system that refused: `EACCES`. */
  readonly code?: string | undefined;
}

/** Nothing was written, and this is why. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
  constructor(readonly problem: WriteProblem) {
    super(`${problem.path}: ${problem.kind}${problem.code === undefined ? '' : ` (${problem.code})`}`);
  }
}

const kinds: Readonly<Record<string, WriteProblem['kind']>> = {
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  ENOTDIR: 'occupied',
  EEXIST: 'occupied',
  EISDIR: 'occupied',
  ENAMETOOLONG: 'name-too-long',
  ELOOP: 'link-outside',
  EBUSY: 'in-use',
  ETXTBSY: 'in-use',
  ENOSPC: 'no-space',
  EDQUOT: 'no-space',
  EFBIG: 'no-space',
  EROFS: 'read-only-disk',
};

/** The system's error, with the path that it is about. */
export function writeErrorOf(path: string, error: unknown): WriteError {
  const code = codeOf(error);
  return new WriteError({ kind: kinds[code] ?? 'unwritable', path, code });
}

/** Waits for an action on a path. Its error is of the path as a person would write it. */
export async function named<T>(path: string, action: Promise<T>): Promise<T> {
  try {
    return await action;
  } catch (error) {
    throw error instanceof WriteError ? error : writeErrorOf(path, error);
  }
}
