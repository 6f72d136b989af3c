export { differingFiles, fileFrom, isThere, placeOf, realPath, wayTo } from './compare.js';
export { filesNamed, filesOfPatterns, type NamedFile, shownName } from './named-files.js';
export { openFile } from './open-file.js';
export { readStandardInput } from './standard-input.js';
export { exactText, FileError, type FileProblem, readBytes, readExactText, readTextFile } from './text-file.js';
export { textStream } from './text-stream.js';
export { type WriteBase, writeWhole } from './write/whole-write.js';
export { WriteError, type WriteProblem } from './write/write-error.js';
export { writeNew } from './write/write-new.js';
