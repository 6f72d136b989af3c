#!/usr/bin/env node
import { exitCodes } from './exit-codes.js';
import { openPrompts } from './prompts.js';
import { run } from './run.js';
import { openTerminal } from './terminal.js';

const terminal = openTerminal(process);
const isDebug = process.env['CARBONCARD_DEBUG'] === '1';

// Node warns of its experimental features; the person can do nothing about it.
if (!isDebug) process.removeAllListeners('warning');

// An error outside every promise, such as an error event in a library. The process can't go on after it.
process.on('uncaughtException', (error) => {
  terminal.talk(`error[bug]: Unexpected error: ${isDebug ? (error.stack ?? error.message) : error.message}`);
  process.exit(exitCodes.bug);
});

process.exitCode = await run(process.argv.slice(2), { terminal, ask: openPrompts(process), env: process.env });
