import type { FileKind } from '../../../diagnostics/file-messages.js';
import type { LogText } from '../logs/read-runs.js';

/** A file that a manifest names, by a path or a pattern. */
export interface FileOfManifest {
  /** By which it is read. */
  readonly file: string;
  /** As it is named from the manifest's folder on, with forward slashes; of an absolute path the last part alone. */
  readonly name: string;
}

/** The files that a manifest names: on a disk, or dropped on a page. */
export interface NamedFiles {
  /** A file that a manifest names, from the manifest's folder on. */
  readonly fileFrom: (manifest: string, name: string) => string;
  /** The files that a path or a pattern names, in the order of their names; none where no file matches a pattern. */
  readonly filesNamed: (pattern: string, manifest: string) => Promise<readonly FileOfManifest[]>;
  readonly isThere: (file: string) => Promise<boolean>;
  /** The same for every way in which a file may be named. */
  readonly realPath: (file: string) => Promise<string>;
  /** A file as a report names it: of an absolute path the last part alone. */
  readonly shownName: (name: string) => string;
  /**
   * Hands the text of a log to its reader.
   *
   * @throws {InputError} Where the file can't be read.
   */
  readonly readLog: <Result>(file: string, read: (log: LogText) => Promise<Result>) => Promise<Result>;
  /**
   * The whole text of a file.
   *
   * @throws {InputError} Where the file can't be read.
   */
  readonly readText: (file: string, kind: FileKind, maxBytes: number) => Promise<string>;
}
