import { measurementBoundaries } from '../../assessment/ids.js';
import { credentialVariables } from '../../io/http/credentials.js';
import { jobsOption, notEmpty, sharedOptions } from '../options.js';
import { boundaryOption, gapOption, wattsOption } from './option-values.js';
import { serverOptions } from './server-options.js';

/** `collect` as `--help` shows it. */
export const collectDeclaration = {
  name: 'collect',
  description: 'Integrate power telemetry of any size into one small measurement file, which `from:` of a manifest reads',
  argument: { name: '[input...]', description: 'files of telemetry, patterns, or the address of a server', takes: 'files' },
  options: [
    {
      flags: '-o, --out <file>',
      description: 'file to write, `-` for standard output (default: NAME.measurement.json, after the first input)',
      parse: notEmpty,
      takes: 'files',
    },
    {
      flags: '--columns <map>',
      description: 'columns of a table, such as `time: ts, device: gpu, power: p (W)`; or `energy: e (J)` of a counter, `node`, `name`',
      parse: notEmpty,
    },
    { flags: '--machine-per-file', description: 'each file is of another machine, where no column names machines' },
    {
      flags: '--boundary <name>',
      description: `what the powers include: ${measurementBoundaries.join(', ')}`,
      parse: boundaryOption,
      takes: measurementBoundaries,
    },
    {
      flags: '--time-zone <zone>',
      description: 'time zone of times without one, such as Europe/Paris or +01:00 (default: UTC)',
      parse: notEmpty,
    },
    {
      flags: '--gap <factor>',
      description: 'a gap is longer than the usual time between samples by this factor; it is not counted (default: 10)',
      parse: gapOption,
    },
    {
      flags: '--idle-below <watts>',
      description: 'power below which a device is idle (default: a quarter of its power limit, where it is known)',
      parse: wattsOption,
    },
    {
      flags: '--memory-limit <size>',
      description: 'memory of the program; what needs more goes to disk (default: 2GB)',
      parse: notEmpty,
    },
    { flags: '--temp-dir <dir>', description: 'folder for what does not fit into memory', parse: notEmpty, takes: 'folders' },
    { flags: '--threads <n>', description: 'processors to use, at most (default: all)', parse: jobsOption },
    ...serverOptions,
    sharedOptions.quiet,
    sharedOptions.json,
  ],
  more: `Credentials for a server are in the environment: ${credentialVariables.token}, or ${credentialVariables.username} and ${credentialVariables.password}.`,
  example: 'carboncard collect "logs/**/*.csv.gz" -o training.measurement.json',
  load: () => import('../commands/collect.js').then(({ collectInputs }) => collectInputs),
} as const;
