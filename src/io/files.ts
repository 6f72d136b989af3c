export { differingFiles, fileFrom, isThere, placeOf, realPath, wayTo } from './compare.js';
export { filesNamed, type NamedFile } from './named-files.js';
export { openFile } from './open-file.js';
export { readStandardInput } from './standard-input.js';
export { exactText, FileError, type FileProblem, readBytes, readExactText, readTextFile } from './text-file.js';
export { textStream } from './text-stream.js';
export { WriteError, type WriteProblem, writeWhole } from './whole-write.js';
export { writeNew } from './write-new.js';
