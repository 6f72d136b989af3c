// Preloaded with --require where the build runs a command: adds what V8 made of each file that the command loads to a file of the
// build's own, which takes the place of dist/code.bin when all commands have run.
'use strict';
const { writeFileSync } = require('node:fs');
const { relative } = require('node:path');
const vm = require('node:vm');
const { codeBytes, readCode } = require('./code-file.cjs');

const { CODE_DIST: dist, CODE_FILE: file } = process.env;
const { head, codes } = readCode(file);
const scripts = new Map();
vm.Script = class extends vm.Script {
  constructor(code, options) {
    const name = relative(dist, options.filename).replaceAll('\\', '/');
    // With what earlier commands compiled, so that it is kept beside what this one compiles.
    super(code, { ...options, cachedData: codes.get(name) });
    scripts.set(name, this);
  }
};

process.on('exit', () => {
  // Only names in `chunks` change with the content of the file.
  for (const [name, script] of scripts) if (name.startsWith('chunks/')) codes.set(name, script.createCachedData());
  writeFileSync(file, codeBytes(head, codes));
});
