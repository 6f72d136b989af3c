#!/usr/bin/env node
import { exitCodes } from './exit-codes.js';
import { openPrompts } from './prompts.js';
import { run } from './run.js';
import { openTerminal } from './terminal.js';

const terminal = openTerminal(process);
const isDebug = process.env['CARBONCARD_DEBUG'] === '1';

// Node's own warnings speak of its experiments, to people who can do nothing about them.
if (!isDebug) process.removeAllListeners('warning');

// What no promise of ours carries, as an error event in a library. Nothing can be relied on after it.
process.on('uncaughtException', (error) => {
  terminal.talk(`error[bug]: Something went wrong that should not: ${isDebug ? (error.stack ?? error.message) : error.message}`);
  process.exit(exitCodes.bug);
});

process.exitCode = await run(process.argv.slice(2), { terminal, ask: openPrompts(process), env: process.env });
