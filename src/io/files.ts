export { FileError, type FileProblem, readBytes, readTextFile } from './text-file.js';
export { WriteError, type WriteProblem, writeWhole } from './whole-write.js';
