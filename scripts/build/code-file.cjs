// The format of dist/code.bin: the length of a table of contents, the table as JSON, and then all files.
'use strict';
const { readFileSync } = require('node:fs');

/** What the table says beside the files, and of each by its path in dist what V8 made of it, and its text; nothing of a file that is none. */
function readCode(file) {
  try {
    const bytes = readFileSync(file);
    const start = 4 + bytes.readUInt32LE(0);
    const { files, ...head } = JSON.parse(bytes.toString('utf8', 4, start));
    const entries = Object.entries(files).map(([name, [at, code, text]]) => {
      const from = start + at;
      return [name, { code: bytes.subarray(from, from + code), text: bytes.subarray(from + code, from + code + text) }];
    });
    return { head, codes: new Map(entries) };
  } catch {
    return undefined;
  }
}

/** @param codes By path in dist: `code`, and `text` in ASCII, which stand one after the other, so that one read brings both. */
function codeBytes(head, codes) {
  const names = [...codes.keys()].sort();
  let at = 0;
  const files = {};
  const parts = [];
  for (const name of names) {
    const { code, text } = codes.get(name);
    files[name] = [at, code.length, text.length];
    at += code.length + text.length;
    parts.push(code, text);
  }
  const table = Buffer.from(JSON.stringify({ ...head, files }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(table.length);
  return Buffer.concat([length, table, ...parts]);
}

module.exports = { readCode, codeBytes };
