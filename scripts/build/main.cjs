#!/usr/bin/env node
// dist/cli/main.js: loads the files of the bundle as Node would, with what V8 made of each when the program was built: reading that
// takes a fifth of the time of compiling. Another version of Node compiles them as they are run.
'use strict';
const { openSync, readFileSync, readSync } = require('node:fs');
const { dirname, join, relative } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

// V8 of Node 20 optimises a function once 67 kB of bytecode were run. Most commands end before that pays, and code that is optimised on
// so little evidence is often made again: with 500 kB, the figures of one model and of 500 phases took a seventh less processor time.
// Later versions have a compiler between the two, wait longer by themselves, and have no such flag.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=500000');

/** The files of the bundle that this one was written with: the build puts a digest of them here. */
const build = 'BUILD';

const root = dirname(__dirname);
const program = join(root, 'cli/program.js');

// Everything else is loaded below, so that a person gets a sentence where it can't be, and never Node's stack trace.
try {
  const cache = codeCache();
  (cache === undefined ? require : loader(cache))(program);
} catch (error) {
  process.emitWarning(`carboncard can't be loaded: ${error instanceof Error ? error.message : String(error)}`);
  // `exitCodes.missing`, which may be what could not be loaded.
  process.exitCode = 3;
}

/**
 * What V8 made of each file: a table of contents, and then the code of all. Nothing where the build left none, or where it is of another
 * build: V8 takes code for that of a file by the length of the file alone.
 */
function codeCache() {
  try {
    const file = openSync(join(root, 'code.bin'));
    const read = (at, length) => {
      const bytes = Buffer.allocUnsafeSlow(length);
      return readSync(file, bytes, 0, length, at) === length ? bytes : undefined;
    };
    const start = 4 + read(0, 4).readUInt32LE();
    const { build: of, node, files } = JSON.parse(read(4, start - 4).toString());
    if (of !== build || node !== `${process.version} ${process.arch}`) return undefined;
    return (name) => {
      const [at, length] = files[name] ?? [];
      return at === undefined ? undefined : read(start + at, length);
    };
  } catch {
    return undefined;
  }
}

/** Loads a file of the bundle once, and what it requires. */
function loader(cachedCode) {
  const modules = new Map();
  const importOutside = (name) => import(name);
  return function load(path) {
    const known = modules.get(path);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    modules.set(path, module);
    const folder = dirname(path);
    const own = (name) => (name.startsWith('.') ? load(join(folder, name)) : require(name));
    scriptOf(path).runInThisContext()(module.exports, own, module, path, folder, importOutside);
    return module.exports;
  };

  function scriptOf(path) {
    // A script has no module that `import` could be resolved from.
    const code = textOf(path).replace(/\bimport\(/g, 'importOutside(');
    const cachedData = cachedCode(relative(root, path).replaceAll('\\', '/'));
    return new Script(`(function (exports, require, module, __filename, __dirname, importOutside) {${code}\n})`, {
      filename: path,
      cachedData,
    });
  }

  function textOf(path) {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      // Says that a module is missing, as Node would.
      return require(path);
    }
  }
}
