import type { Report } from '../diagnostics/report.js';
import { inputsOf } from '../formulas/expression.js';
import type { Manifest } from '../manifest/manifest.js';
import { openQuestionsFinding, placeholderName } from '../manifest/open-questions.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import { messages } from './messages.js';
import { type RemarksContext, reportOwnTotals } from './own-totals.js';
import { absolutePathsIn } from './private-paths.js';

/** Reports what a reader has to know of the figures as a whole: their limits, other totals, what is unknown of the hours. */
export function reportRemarks(context: RemarksContext): void {
  const { manifest, phases, report } = context;
  for (const phase of phases) reportLimits(phase, report);
  reportOwnTotals(context);
  for (const { path, ...position } of absolutePathsIn(manifest.text)) report({ ...messages.absolutePath(path), ...position });
  reportUnfinished(manifest, report);
  const silent = phases.filter(({ phase, facts, work }) => facts.includes === undefined && phase !== 'deployment' && work !== undefined);
  if (silent.length > 0) report({ ...messages.restartsUnknown(silent.map(({ title }) => title).join(', ')), path: 'phases' });
}

/** Reports what `init` left to a person who has not answered yet. */
function reportUnfinished({ text, model }: Manifest, report: Report): void {
  const open = openQuestionsFinding(text);
  if (open !== undefined) report(open);
  if (model.name === placeholderName) report({ ...messages.placeholderName(placeholderName), path: 'model' });
}

/** What the boundaries of a phase leave out, or count twice. */
function reportLimits({ work, host, pue, baseline, boundary, path }: ResolvedPhase, report: Report): void {
  if (work?.boundary !== 'accelerator') return;
  const hasIdle = baseline !== undefined && boundary.includes('idle');
  const hasHost = host.state === 'counted' && boundary.includes('host');
  if (pue !== undefined && !hasIdle && !hasHost && boundary.includes('overhead'))
    report({ ...messages.pueOnAccelerators(), path: pue.path ?? path });
  if (hasIdle) report({ ...messages.baselineHoldsAccelerators(), path: inputsOf(baseline.energy)[0]?.path ?? path });
}
