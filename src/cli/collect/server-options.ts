import { metricUnitIds } from '../../telemetry/ids.js';
import type { CommandWords } from '../command-words.js';
import { notEmpty } from '../options.js';

/** What `collect` is told of a server. Credentials are never options: see `src/io/http/credentials.ts`. */
export const serverOptions: CommandWords['options'] = [
  {
    flags: '--query <selector>',
    description: 'series of a Prometheus server, such as `DCGM_FI_DEV_POWER_USAGE{job="train"}`',
    parse: notEmpty,
  },
  { flags: '--start <time>', description: 'start of the queried time: RFC 3339 or Unix seconds', parse: notEmpty },
  { flags: '--end <time>', description: 'end of that time', parse: notEmpty },
  { flags: '--unit <unit>', description: 'unit of a metric that is not known', parse: notEmpty, takes: metricUnitIds },
  { flags: '--by <labels>', description: 'labels that tell one device of a server from another, such as `instance,gpu`', parse: notEmpty },
  { flags: '--tenant <name>', description: 'tenant of the server, which is sent as `X-Scope-OrgID`', parse: notEmpty },
];
