import { fileFrom, filesNamed, isThere, placeOf, readTextFile, realPath, shownName, textStream } from '../../io/files.js';
import { readNamed } from './file-faults.js';
import type { NamedFiles } from './named/named-files.js';

/** The files of this machine. Only a model card may hold NUL bytes. */
export const diskFiles: NamedFiles = {
  fileFrom,
  filesNamed: (pattern, manifest) => filesNamed(pattern, placeOf(manifest).folder),
  isThere,
  realPath,
  shownName,
  readLog: (file, read) => {
    const pieces = textStream(file, { hasNul: /\.(?:md|markdown)$/i.test(file) });
    return readNamed(file, 'log', () => read({ name: placeOf(file).name, pieces }));
  },
  readText: (file, kind, maxBytes) => readNamed(file, kind, () => readTextFile(file, { maxBytes })),
};
