import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { openFile } from '../io/files.js';
import type { BatchReport, Progress, Refused } from '../verbs/render.js';
import type { Context } from './context.js';
import type { ExitCode } from './exit-codes.js';
import { messages } from './messages.js';
import { doneLine, progressText } from './texts/progress-text.js';

/** On a terminal one line that changes; elsewhere a line for each manifest of several. */
export function showProgress(progress: Progress, terminal: Context['terminal'], isForMachines: boolean): void {
  terminal.progress(progressText(progress));
  const line = terminal.showsProgress || isForMachines ? undefined : doneLine(progress);
  if (line !== undefined) terminal.talk(line);
}

/** What is wrong with the manifests that have no report; the exit code is that of the gravest. */
export async function faultsOf(refused: readonly Refused[], context: Context): Promise<readonly Diagnostic[]> {
  const outcomes = [];
  for (const { error } of refused) outcomes.push(await context.outcomeOf(error));
  if (outcomes.length > 0) context.end(Math.max(...outcomes.map(({ code }) => code)) as ExitCode);
  return outcomes.flatMap((outcome) => outcome.diagnostics);
}

/** Opens the first report, for a person who is there. */
export async function openReport([report]: readonly BatchReport[], context: Context): Promise<void> {
  const name = ['carbon.pdf', 'report.md', 'carbon.md'].find((file) => report?.files.includes(file));
  if (report === undefined || name === undefined) return;
  const file = `${report.folder}/${name}`;
  if (!context.terminal.isInteractive) await context.report([messages.notOpened(file, 'no-terminal')]);
  else if (!(await openFile(file, { env: context.env }))) await context.report([messages.notOpened(file, 'no-program')]);
}

/** The warnings of a report and the notes of its formats, with its manifest. The notes of the assessment are in the report. */
export function warningsOf({ manifest, diagnostics, formatNotes }: BatchReport): readonly Diagnostic[] {
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning');
  return [...warnings, ...formatNotes].map((d) => ({ file: manifest, ...d }));
}
