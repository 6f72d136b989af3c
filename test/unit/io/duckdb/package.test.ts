import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { expect, it } from 'vitest';
import { exitCodes } from '../../../../src/cli/exit-codes.js';
import { outcomeOf } from '../../../../src/cli/outcome.js';
import { loadDuckDB } from '../../../../src/io/duckdb/package.js';

const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly optionalDependencies: Readonly<Record<string, string>>;
};

async function outcomeWhere(error: Error) {
  const fault = await loadDuckDB(() => Promise.reject(error)).catch((reason: unknown) => reason);
  const { code, diagnostics } = await outcomeOf(fault, [], new Command());
  return { code, text: JSON.stringify(diagnostics) };
}

it('is missing: exit 3, and the command that installs it', async () => {
  const error = Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' });
  expect(await outcomeWhere(error)).toEqual({
    code: exitCodes.missing,
    text: expect.stringContaining(`npm install @duckdb/node-api@${optionalDependencies['@duckdb/node-api']}`),
  });
});

it('does not start on this machine: exit 3, and for which it is made', async () => {
  const error = Object.assign(new Error('invalid ELF header'), { code: 'ERR_DLOPEN_FAILED' });
  expect(await outcomeWhere(error)).toEqual({ code: exitCodes.missing, text: expect.stringContaining('Linux') });
});
