import type { Line } from '../assessment/assessment.js';
import { componentPhrases } from '../assessment/component-names.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';

const grid = /^grid/;
const place = /^(?:grid|PUE|on-site water|off-site water)/;
const hardware = /^(?:making|lifetime|accelerators per server)/;

/**
 * Inputs that a diagnostic concerns, where its path does not show it: a default has no place in the manifest, so the path
 * of its diagnostic is the phase, the site or the device that lacks the figure. A test holds the ids to those that exist.
 */
export const inputsMeant = {
  'variant-taken': /^(?:(?:rated |observed |estimated )?power|making an accelerator)/,
  'rated-power': /^(?:rated|observed|estimated) power/,
  'hours-from-duration': /^duration/,
  'hours-from-flops': /^(?:operations|FLOP|peak|MFU)/,
  'flops-beside-hours': /^(?:accelerator-hours|duration)/,
  'default-mfu': /^MFU/,
  'default-load': /^load/,
  'load-not-applied': /^observed power/,
  'beside-energy': /^energy$/,
  'no-idle-hours': /^(?:accelerator-hours|duration|energy)$/,
  'one-instance': /^accelerators$/,
  'processors-beside': /^host share/,
  'one-device': /^accelerators$/,
  'duration-of-accelerators': /^accelerator-hours$/,
  'instance-server': /^accelerators per server/,
  'default-host': /^(?:host share|least host|share of the rest of the node)/,
  'power-is-rating': /^power$/,
  'rating-of-machine': /^rated power/,
  'memory-power': /^(?:memory|power of a GB)/,
  'no-facility': /^PUE/,
  'superchip-meter': /^(?:energy|power|host share)$/,
  'default-pue': /^PUE/,
  'default-grid': grid,
  'nearest-year': /^(?:grid|PUE|on-site water)/,
  'coarser-place': /^(?:grid|PUE)/,
  'country-or-state': grid,
  'other-basis': grid,
  'zero-grid': grid,
  'zone-taken': grid,
  'published-uncited': /^published emissions$/,
  'several-zones': grid,
  'only-site': place,
  'unknown-cloud': place,
  'no-impact-figure': grid,
  'market-claim': /^market-based/,
  'default-embodied': /^making/,
  'estimated-embodied': /^making an accelerator/,
  'default-lifetime': /^lifetime/,
  'default-per-node': /^accelerators per server/,
  'reserved-as-busy': hardware,
  'endpoint-by-calendar': hardware,
  'server-not-counted': hardware,
  'pue-on-accelerators': /^PUE/,
  'baseline-holds-accelerators': /^baseline power/,
} as const satisfies Readonly<Record<string, RegExp>>;

/** Steps of a look-up that name what was looked up; those of a grid do not. */
const stepsOf: readonly { readonly says: string; readonly input: string }[] = [
  { says: 'PUE: ', input: 'PUE' },
  { says: 'On-site water: ', input: 'on-site water' },
];

/**
 * Whether a diagnostic concerns a line, which it does when it concerns one of its inputs.
 *
 * @param title Of the line's phase, by which some diagnostics name it.
 * @param phasePath Place of the phase in the manifest, `phases[0]`, where one is known.
 */
export function concerns(diagnostic: Diagnostic, line: Line, title: string, phasePath: string | undefined): boolean {
  const { id, path, paths = path === undefined ? [] : [path], message } = diagnostic;
  const phases = paths.map((place) => /^phases\[\d+\]/.exec(place)?.[0]);
  if (phases.length > 0 && phasePath !== undefined && phases.every((phase) => phase !== undefined && phase !== phasePath)) return false;
  if (id === 'restarts-unknown') return message.includes(title) && line.phase !== 'deployment';
  if (id === 'value-outside-interval')
    return message.includes(`${componentPhrases[line.component]} in ${title.charAt(0).toLowerCase()}${title.slice(1)} was`);
  const ofStep = stepsOf.find(({ says }) => message.startsWith(says));
  if (ofStep !== undefined) return line.inputs.some(({ name }) => name === ofStep.input);
  if (id === 'default-water')
    return line.inputs.some(({ name }) => name === (/\bon[- ]site\b/i.test(message) ? 'on-site water' : 'off-site water'));
  const meant = Object.hasOwn(inputsMeant, id) ? inputsMeant[id as keyof typeof inputsMeant] : undefined;
  if (meant !== undefined) return line.inputs.some(({ name }) => meant.test(name));
  return paths.some((place) =>
    line.inputs.some((input) => input.path !== undefined && (isIn(input.path, place) || isIn(place, input.path))),
  );
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
