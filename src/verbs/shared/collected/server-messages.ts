import { error, listed, note, suggested, warning } from '../../../diagnostics/message.js';
import { credentialVariables } from '../../../io/http/credentials.js';
import type { HttpProblem } from '../../../io/http/http-error.js';
import { metricUnits } from '../../../telemetry/prometheus/metrics.js';

const { token, username, password } = credentialVariables;
const credentialsWanted = `Set ${token}, or ${username} and ${password}, in the environment`;
const selectorExample = 'a metric, with conditions on its labels: `DCGM_FI_DEV_POWER_USAGE{job="train"}`';

/** What can be wrong with a server, its data, and what is asked of it. No address and no label of a machine is in a message. */
export const serverMessages = {
  notTheApi: (status: number, beginning: string) =>
    error(
      'not-prometheus',
      `The server does not answer as Prometheus does (status ${status}${beginning === '' ? '' : `: ${JSON.stringify(beginning)}`}).`,
      {
        expected:
          'the address that `/api/v1/query` follows: `http://localhost:9090`; `https://mimir.example/prometheus` for Mimir, `…/select/0/prometheus` for VictoriaMetrics in a cluster',
      },
    ),
  refused: (reason: string) =>
    error('query-refused', `The server refuses the query: ${reason.slice(0, 300)}.`, { expected: selectorExample }),
  tooMuch: (reason: string) =>
    error('query-too-large', `The query is too large for the server, even for one short window: ${reason.slice(0, 300)}.`, {
      expected: 'Name fewer series by their labels, or raise the limits of the server (`--query.max-samples`, `--query.timeout`)',
    }),
  noQuery: (found: readonly string[]) =>
    error(
      'no-query',
      found.length === 0 ? 'No query is given, and the server has none of the known metrics of power in this time.' : 'No query is given.',
      {
        expected:
          found.length === 0
            ? `\`--query\` with ${selectorExample}`
            : `\`--query\` with one of ${listed(found)}, with conditions on its labels where not all are meant`,
      },
    ),
  notASelector: (text: string) =>
    error('query-not-a-selector', `Unsupported query: ${JSON.stringify(text.slice(0, 120))}. Sums and functions are made by carboncard.`, {
      expected: selectorExample,
    }),
  unknownMetric: (name: string, near: readonly string[]) =>
    error('unknown-metric', `The server has no metric "${name}".`, {
      ...(near.length > 1 ? { expected: `one of ${listed(near)}` } : { expected: selectorExample }),
      ...suggested(near[0]),
    }),
  noSeries: (name: string) =>
    error('no-series', `The server has "${name}", but no sample of it in this time with these labels.`, {
      expected: 'Check `--start`, `--end` and the conditions on labels; the server may no longer keep samples of that time',
    }),
  noSample: () =>
    error('no-samples', 'No device has two samples near to each other in this time.', {
      expected: 'a time with samples: check `--start` and `--end`',
    }),
  unknownUnit: (name: string) =>
    error('unknown-metric-unit', `Unknown unit of the metric "${name}".`, {
      expected: `\`--unit\` with one of ${listed(Object.keys(metricUnits))}; an energy is taken as a counter`,
    }),
  invalidUnit: (unit: string) =>
    error('invalid-metric-unit', `Unknown unit ${JSON.stringify(unit)}.`, { expected: `one of ${listed(Object.keys(metricUnits))}` }),
  invalidInstant: (option: string, text: string | undefined) =>
    error('invalid-instant', text === undefined ? `Missing ${option}.` : `Invalid ${option}: ${JSON.stringify(text)}.`, {
      expected: 'a time with its offset, `2022-03-11T12:00:00Z` or `2022-03-11T13:00:00+01:00`; a day; or Unix seconds',
    }),
  emptyTime: () => error('empty-time', '`--end` is not after `--start`.', { expected: 'a start before the end' }),
  unknownLabel: (label: string, known: readonly string[]) =>
    error('unknown-label', `No series has the label "${label}".`, { expected: `one of ${listed(known)}` }),
  overlappingSensors: () =>
    warning('several-sensors', 'A node has several series of this metric: the energy is their sum.', {
      expected: 'a condition on the labels where one sensor includes another',
    }),
  partial: (reason: string) =>
    warning('partial-answer', `The server warns: ${reason.slice(0, 300)}.`, {
      note: 'A part of the data may be missing. Run `collect` again when the whole server is up.',
    }),
  longGap: (devices: number, all: number) =>
    warning('device-gaps', `${devices} of ${all} device${all === 1 ? '' : 's'} have gaps or were silent for a part of the time.`, {
      note: 'The energy of a gap is not counted. The coverage of each device is in the file.',
    }),
  invalidSamples: (count: number) =>
    warning(
      'server-samples-invalid',
      `${count} sample${count === 1 ? ' is' : 's are'} negative, not a number or beyond what a device can take, and not used.`,
    ),
  counterRestarts: (count: number) =>
    note(
      'counter-restarts',
      `Energy counters were reset ${count} time${count === 1 ? '' : 's'}: the energy between the last sample and the reset is not known.`,
    ),
  invalidAddress: (reason: Extract<HttpProblem, { kind: 'invalid-address' }>['reason']) =>
    error(
      'invalid-server-address',
      reason === 'credentials'
        ? 'A name or password in the address would be in the history of the shell.'
        : reason === 'query'
          ? 'The address of the server has a query or a fragment.'
          : reason === 'port'
            ? 'The port of the server is not allowed: it belongs to another protocol.'
            : 'Invalid address of the server.',
      { expected: reason === 'credentials' ? credentialsWanted : 'an address such as `https://prometheus.example:9090`' },
    ),
  invalidCredentials: (reason: Extract<HttpProblem, { kind: 'invalid-credentials' }>['reason']) =>
    error(
      'invalid-credentials',
      {
        'both': `${token} and ${username} or ${password} are both set.`,
        'no-password': `${username} is set, and ${password} is not.`,
        'no-username': `${password} is set, and ${username} is not.`,
        'line-break': `${token} has a character that no header can hold.`,
      }[reason],
      { expected: 'a token, or a name with its password' },
    ),
  exposedCredentials: () =>
    warning('credentials-unencrypted', 'The credentials were sent unencrypted and can be read in transit.', {
      expected: 'an address with `https://`',
    }),
  unauthorised: (status: number) =>
    error('server-unauthorised', status === 401 ? 'Unauthorized (status 401).' : 'Forbidden (status 403).', {
      expected: status === 401 ? credentialsWanted : 'a token, or a name and password, that may read these series',
    }),
  elsewhere: (origin: string) =>
    error(
      'server-elsewhere',
      `The server redirects to another one, ${origin}. This is not followed: credentials are for the server that was named.`,
      {
        expected: 'the address that the redirect leads to',
      },
    ),
  redirects: () => error('server-redirects', 'Too many redirects.', { expected: 'the address that the redirects lead to' }),
  answerTooLarge: (megabytes: number) =>
    error('answer-too-large', `An answer of the server has more than ${megabytes}\u202fMB.`, {
      expected: 'Name fewer series by their labels',
    }),
} as const;

/** What waiting did not change: the message, and what to do. */
export interface ServerAway {
  readonly message: string;
  readonly remedy: string;
}

const goOn = 'Run the same command again: it goes on with what is missing';

/** A problem of HTTP for a person: an error of the input, or a server that is away. */
export function httpFault(
  problem: HttpProblem,
  address: string,
): ReturnType<(typeof serverMessages)[keyof typeof serverMessages]> | ServerAway {
  switch (problem.kind) {
    case 'unreachable':
      return { message: `No connection to the server (${problem.code})`, remedy: unreachableRemedy(problem.code, address) };
    case 'timed-out':
      return { message: `The server gave no answer within ${problem.seconds}\u202fs, ${problem.attempts} times`, remedy: goOn };
    case 'status':
      if (problem.status === 401 || problem.status === 403) return serverMessages.unauthorised(problem.status);
      return { message: `The server answers with status ${problem.status}, ${problem.attempts} times`, remedy: goOn };
    case 'elsewhere':
      return serverMessages.elsewhere(problem.origin);
    case 'redirects':
      return serverMessages.redirects();
    case 'too-large':
      return serverMessages.answerTooLarge(Math.round(problem.maxBytes / 1e6));
    case 'invalid-address':
      return serverMessages.invalidAddress(problem.reason);
    case 'invalid-credentials':
      return serverMessages.invalidCredentials(problem.reason);
  }
}

function unreachableRemedy(code: string, address: string): string {
  if (code === 'ENOTFOUND') return 'Check the name of the server';
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test(code))
    return 'NODE_EXTRA_CA_CERTS=/path/to/ca.pem carboncard collect …   # the certificate of the authority';
  return /^https?:\/\/(?:localhost|127\.|\[::1\])/.test(address)
    ? `Start the server, then: ${goOn.charAt(0).toLowerCase()}${goOn.slice(1)}`
    : goOn;
}
