import type { Line } from '../assess/assessment.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';

const grid = /^grid/;
const hardware = /^(?:making|lifetime|accelerators a server)/;

/**
 * Inputs that a diagnostic speaks of, where its path does not tell: a default has no place in the manifest, so its
 * diagnostic stands at the phase, the site or the device that lacks the figure.
 */
const inputsMeant: Readonly<Record<string, RegExp>> = {
  'variant-taken': /^(?:(?:rated |observed |estimated )?power|making an accelerator)/,
  'rated-power': /^(?:rated|observed|estimated) power/,
  'hours-from-duration': /^duration/,
  'hours-from-flops': /^(?:operations|FLOP|peak|MFU)/,
  'default-mfu': /^MFU/,
  'default-load': /^load/,
  'default-host-share': /^host share/,
  'default-pue': /^PUE/,
  'default-grid': grid,
  'nearest-year': /^(?:grid|PUE|on-site water)/,
  'coarser-place': /^(?:grid|PUE)/,
  'other-basis': grid,
  'zero-grid': grid,
  'default-embodied': /^making/,
  'default-lifetime': /^lifetime/,
  'default-per-node': /^accelerators a server/,
  'reserved-as-busy': hardware,
  'endpoint-by-calendar': hardware,
  'server-not-counted': hardware,
  'pue-on-accelerators': /^PUE/,
  'baseline-holds-accelerators': /^baseline power/,
};

/**
 * Whether a diagnostic concerns a line: it speaks of one of its inputs.
 *
 * @param title Of the line's phase, by which some diagnostics name it.
 * @param phasePath Place of the phase in the manifest, `phases[0]`, where one is known.
 */
export function concerns(diagnostic: Diagnostic, line: Line, title: string, phasePath: string | undefined): boolean {
  const { id, path, message } = diagnostic;
  const phase = /^phases\[\d+\]/.exec(path ?? '')?.[0];
  if (phase !== undefined && phasePath !== undefined && phase !== phasePath) return false;
  if (id === 'restarts-unknown') return message.includes(title) && line.phase !== 'deployment';
  if (id === 'value-outside-interval') return message.includes(` ${line.id} `);
  if (id === 'default-water')
    return line.inputs.some(({ name }) => name === (message.includes(' on site ') ? 'on-site water' : 'off-site water'));
  const meant = Object.hasOwn(inputsMeant, id) ? inputsMeant[id] : undefined;
  if (meant !== undefined) return line.inputs.some(({ name }) => meant.test(name));
  if (path === undefined) return false;
  return line.inputs.some((input) => input.path !== undefined && (isIn(input.path, path) || isIn(path, input.path)));
}

/** The path of the phase that some lines belong to, by the paths of their inputs. */
export function phasePathOf(lines: readonly Line[]): string | undefined {
  const paths = lines.flatMap(({ inputs }) => inputs.map(({ path }) => /^phases\[\d+\]/.exec(path ?? '')?.[0]));
  return paths.find((path) => path !== undefined);
}

/** `phases[0].energy` is in `phases[0]` and in `phases`. */
function isIn(path: string, outer: string): boolean {
  return path === outer || (path.startsWith(outer) && /^[.[]/.test(path.slice(outer.length)));
}
