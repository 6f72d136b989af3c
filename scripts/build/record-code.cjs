// Preloaded with --require where the build runs a command: adds what V8 made of each file that the command loads to dist/code.bin.
'use strict';
const { readFileSync, writeFileSync } = require('node:fs');
const { relative } = require('node:path');
const vm = require('node:vm');

const { CODE_DIST: dist, CODE_PROGRAM: program } = process.env;
const scripts = new Map();
vm.Script = class extends vm.Script {
  constructor(code, options) {
    super(code, options);
    scripts.set(relative(dist, options.filename).replaceAll('\\', '/'), this);
  }
};

process.on('exit', () => {
  const file = `${dist}/code.bin`;
  const bytes = readFileSync(file);
  const start = 4 + bytes.readUInt32LE(0);
  const { files } = JSON.parse(bytes.toString('utf8', 4, start));
  const codes = new Map(Object.entries(files).map(([name, [at, length]]) => [name, bytes.subarray(start + at, start + at + length)]));
  // Only names in `chunks` change with the content of the file.
  for (const [name, script] of scripts) if (name.startsWith('chunks/')) codes.set(name, script.createCachedData());
  writeFileSync(file, codeFile(codes, program));
});

function codeFile(codes, digest) {
  let at = 0;
  const files = {};
  for (const name of [...codes.keys()].sort()) {
    files[name] = [at, codes.get(name).length];
    at += codes.get(name).length;
  }
  const head = Buffer.from(JSON.stringify({ program: digest, node: `${process.version} ${process.arch}`, files }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return Buffer.concat([length, head, ...[...codes.keys()].sort().map((name) => codes.get(name))]);
}
