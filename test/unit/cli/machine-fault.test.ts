import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { machineFault } from '../../../src/cli/machine-fault.js';
import { quietLibraries } from '../../../src/cli/quiet-libraries.js';

function thrown(work: () => unknown): unknown {
  try {
    work();
    return undefined;
  } catch (error) {
    return error;
  }
}

const systemError = (code: string, facts: object = { syscall: 'open', path: '/data/x' }): Error =>
  Object.assign(new Error(code), { code, ...facts });

describe('what the machine refused', () => {
  it.each([
    ['EMFILE', '/data/x: too many open files', 'ulimit -n 1024'],
    ['ENOSPC', '/data/x: no space is left', 'Free space'],
    ['EACCES', '/data/x: permission denied', 'permission'],
    ['EROFS', '/data/x: the disk is read-only', 'another disk'],
    ['EXDEV', '/data/x: the system refused `open` (EXDEV)', 'limits of the shell'],
  ])('is told by its code: %s', (code, message, remedy) => {
    expect(machineFault(systemError(code))).toEqual({ message, remedy: expect.stringContaining(remedy) });
  });

  it('begins a sentence where the system names no path', () => {
    expect(machineFault(systemError('EAGAIN', { syscall: 'spawn' }))?.message).toBe('No more processes or threads can be started');
    expect(machineFault(systemError('ENOENT', { syscall: 'uv_cwd' }))?.message).toBe('The current folder no longer exists');
  });

  it('is a file, a package or memory that is missing, as Node says it', () => {
    expect(machineFault(thrown(() => readFileSync('/no/such/file')))?.message).toBe('/no/such/file: no such file or folder');
    expect(machineFault(spawnSync('/no/such/program').error)?.message).toContain('/no/such/program');
    expect(machineFault(thrown(() => new ArrayBuffer(Number.MAX_SAFE_INTEGER)))?.message).toBe('Not enough memory');
    expect(machineFault(systemError('ERR_MODULE_NOT_FOUND', {}))?.remedy).toContain('npm ci');
  });

  it.each([
    new Error('x'),
    new TypeError('x is not a function'),
    new RangeError('Invalid array length'),
    systemError('ERR_INVALID_ARG_TYPE', {}),
    'text',
    undefined,
  ])('is not any other error: %s', (error) => {
    expect(machineFault(error)).toBeUndefined();
  });
});

describe('what libraries print by themselves', () => {
  const before = { ...globalThis.console };
  afterEach(() => void Object.assign(globalThis.console, before));

  it('goes nowhere', () => {
    const { stdout, stderr } = process;
    const written: unknown[] = [];
    const writes = [stdout, stderr].map((stream) => stream.write);
    for (const stream of [stdout, stderr]) stream.write = (text: unknown) => written.push(text) > 0;
    quietLibraries();
    const printer: Console = globalThis.console;
    for (const name of ['log', 'warn', 'error', 'info', 'debug'] as const) printer[name]('a library');
    for (const [n, stream] of [stdout, stderr].entries()) stream.write = writes[n] ?? stream.write;
    expect(written).toEqual([]);
  });
});
