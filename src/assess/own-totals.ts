import { shareOf } from '../components/electricity.js';
import type { IdsOf, Message } from '../diagnostics/message.js';
import type { Report } from '../diagnostics/report.js';
import { worldAverages } from '../factors/grid/world-averages.js';
import type { Manifest } from '../manifest/manifest.js';
import { under } from '../manifest/yaml/yaml.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import { formatted, formattedExactly, rounded } from '../units/format.js';
import { quantity } from '../units/quantity.js';
import { byPhase } from './by-phase.js';
import type { WorkedLine } from './lines.js';
import { causes, messages } from './messages.js';
import { type ReportedPhase, reportedTotalFinding } from './reported-total.js';

/** What was assessed, and what is said of it beside its figures. */
export interface RemarksContext {
  readonly manifest: Manifest;
  readonly phases: readonly ResolvedPhase[];
  readonly lines: readonly WorkedLine[];
  readonly report: Report;
}

/** Two totals agree when they differ by no more than this share of the larger. */
const maxDifference = 0.005;

/**
 * Compares the total that a tool reported with that of the assessment for the same electricity, and reports why they differ: the grid factor,
 * electricity that the tool did not meter, or a world average that it fell back to. A total that authors report is compared at the
 * boundary of their claim.
 */
export function reportOwnTotals({ manifest, phases, lines, report }: RemarksContext): void {
  const byPath = new Map([...phases].reverse().map((phase) => [phase.path, phase]));
  const linesOf = byPhase(lines, ({ line }) => line);
  for (const phase of manifest.phases) {
    const resolved = byPath.get(phase.path);
    const { reported } = phase;
    if (reported === undefined || resolved === undefined) continue;
    const context: ReportedPhase = { reported, phase, resolved, lines: linesOf(phase).map(({ line }) => line) };
    const found = isLogged(context) ? comparison(context) : reportedTotalFinding(context);
    if (found !== undefined) report({ ...found, path: reported.path });
  }
}

/** Whether a tool reported the total: it is read from a log, or was, when `init` wrote the lines that it cites. */
function isLogged({ phase, reported }: ReportedPhase): boolean {
  return reported.path === under(phase.path, 'from') || /\blines? \d/.test(reported.cite ?? '');
}

function comparison(context: ReportedPhase): Message<IdsOf<typeof messages>> {
  const { reported, lines } = context;
  const electricity = lines.filter(({ component }) => component !== 'embodied');
  const counted = electricity.reduce((sum, { emissions }) => sum + emissions.value, 0);
  const embodied = lines.find(({ component }) => component === 'embodied');
  const text = (kg: number): string => formatted(quantity(rounded(kg, 3), 'kgCO2e')).text;
  const making = embodied && text(embodied.emissions.value);
  return agree(counted, reported.value)
    ? messages.ownTotalAgrees(text(reported.value), text(counted), making)
    : messages.ownTotalDiffers(text(reported.value), text(counted), causesOf(context, electricity), making);
}

/** Why the totals differ, as far as the log tells: its energy and PUE give the grid factor that the tool used. */
function causesOf({ reported, phase, resolved }: ReportedPhase, electricity: readonly WorkedLine['line'][]): readonly string[] {
  const { grid, pue } = resolved;
  const counted = electricity.reduce((sum, { energy }) => sum + (energy?.value ?? 0), 0);
  const counts = shareOf(resolved);
  const energy = phase.energy ?? (phase.host?.boundary === 'components' ? phase.host : undefined);
  const logged = energy === undefined ? undefined : energy.value * (phase.pue?.value ?? 1);
  const isPartly = phase.energy === undefined ? resolved.work !== undefined : resolved.work?.unmetered !== undefined;
  const implied = logged === undefined || logged === 0 ? undefined : (reported.value * 1000) / logged;
  const factor = grid?.intensity.value;
  const found: string[] = [];
  if (implied !== undefined && factor !== undefined && !agree(implied, factor)) {
    const average = worldAverages.find((value) => Math.abs(implied / value - 1) < 0.002);
    const where = [grid?.zone, grid?.year].filter((part) => part !== undefined).join(', ');
    found.push(
      average === undefined
        ? causes.otherFactor(intensity(implied), intensity(factor), where)
        : causes.worldAverage(average, intensity(factor), where),
    );
  }
  if (logged !== undefined && isPartly) found.push(causes.unmeasured);
  if (logged !== undefined && counted > logged * counts * (1 + maxDifference))
    found.push(...(pue !== undefined ? [causes.overhead] : isPartly ? [] : [causes.notMetered]));
  if (counts !== 1) found.push(causes.share);
  return found;
}

function intensity(value: number): string {
  return formattedExactly(rounded(value, 3), 'gCO2e/kWh');
}

function agree(one: number, other: number): boolean {
  return Math.abs(one - other) <= maxDifference * Math.max(one, other);
}
