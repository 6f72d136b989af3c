// The format of dist/code.bin: the length of a table of contents, the table as JSON, and then the code of all files.
'use strict';
const { readFileSync } = require('node:fs');

/** What the table says beside the files, and the code of each by its path in dist; nothing of a file that is none. */
function readCode(file) {
  try {
    const bytes = readFileSync(file);
    const start = 4 + bytes.readUInt32LE(0);
    const { files, ...head } = JSON.parse(bytes.toString('utf8', 4, start));
    const codes = new Map(Object.entries(files).map(([name, [at, length]]) => [name, bytes.subarray(start + at, start + at + length)]));
    return { head, codes };
  } catch {
    return undefined;
  }
}

function codeBytes(head, codes) {
  const names = [...codes.keys()].sort();
  let at = 0;
  const files = {};
  for (const name of names) {
    files[name] = [at, codes.get(name).length];
    at += codes.get(name).length;
  }
  const table = Buffer.from(JSON.stringify({ ...head, files }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(table.length);
  return Buffer.concat([length, table, ...names.map((name) => codes.get(name))]);
}

module.exports = { readCode, codeBytes };
