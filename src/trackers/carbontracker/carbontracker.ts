import { createLogReport, fatal, type LogReport } from '../log-report.js';
import { localTime } from '../texts/local-time.js';
import { type TextLine, textLines } from '../texts/text-lines.js';
import type { FoundRun, LogItem, LogText, Tracker } from '../tracker.js';
import { addLine, addWatts, hasData, type OpenRun, openRun } from './lines.js';
import { messages } from './messages.js';
import { runOf } from './runs.js';

/**
 * The logs of carbontracker: the standard log has power and seconds of each epoch, the output has the energy of all epochs.
 * The power does not include the PUE. The energy of the output does, and the output does not state the PUE.
 */
export const carbontracker = {
  id: 'carbontracker',
  title: 'carbontracker',
  listsDies: true,
  recognises: (beginning) =>
    /^\uFEFF?\s*\d{4}-\d\d-\d\d \d\d:\d\d:\d\d - /.test(beginning) &&
    /Average power usage \(W\) for \w+:|(?:Actual|Predicted) consumption(?: for \d+ epoch\(s\))?:|carbontracker version |CarbonTracker: /.test(
      beginning,
    ),
  read,
} as const satisfies Tracker;

async function* read(text: LogText): AsyncGenerator<LogItem> {
  const log = createLogReport();
  const runs: FoundRun[] = [];
  const reader = createReader(log, runs);
  for await (const lines of textLines(text, log)) for (const line of lines) if (!log.isFull()) reader.add(line);
  reader.end();
  log.throwErrors();
  if (runs.length === 0) throw fatal(messages.noEpochs());
  yield* runs;
  yield* log.remarks();
}

const stamp = /^\s*(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) - (.*)$/;

/** Characters of a line that has nothing but its time. */
const shortest = '2024-03-05 12:00:00 - '.length;

/** Lines that begin a run, where the one before has data. */
const beginning = /^(?:The following components were found|carbontracker version)/;

/** What every line has that says something, and its fewest characters. */
const says = /[:\s]\S|:$/;
const minLength = 'Epoch 1:'.length;

interface Reader {
  readonly add: (line: TextLine) => void;
  readonly end: () => void;
}

/** Reads lines into runs. */
function createReader(log: LogReport, runs: FoundRun[]): Reader {
  let run: OpenRun | undefined;
  /** Powers of a component. Their list may continue on the next line. */
  let list: { readonly component: string; readonly text: string } | undefined;

  const end = (): void => {
    const record = run === undefined ? undefined : runOf(run, log.at(run.last));
    // The tool writes two logs of each run and no id. Both begin in the same second.
    if (record !== undefined) runs.push({ run: record, id: record.started && `carbontracker ${record.started}` });
    run = undefined;
  };

  const add = ({ line, text: whole }: TextLine): void => {
    const [, time, after] = (whole.length < shortest ? null : stamp.exec(whole.replace(/^\uFEFF/, ''))) ?? [];
    const text = (after ?? whole).trim().replace(/^CarbonTracker:\s*/, '');
    list = list === undefined || time !== undefined ? undefined : { ...list, text: `${list.text} ${text}` };
    if (list !== undefined && !text.includes(']')) return;
    if (run !== undefined && beginning.test(text) && hasData(run)) end();
    run ??= openRun(line);
    run.last = line;
    if (time !== undefined) {
      run.ended = localTime(time);
      run.started ??= run.ended;
    }
    // A single word says nothing.
    if (list === undefined && (text.length < minLength || !says.test(text))) return;
    const [, component, watts] = /^Average power usage \(W\) for (\w+):(.*)$/s.exec(text) ?? [];
    if (component !== undefined && watts !== undefined) {
      list = { component, text: watts.trim() };
      if (list.text.startsWith('[') && !list.text.includes(']')) return;
    }
    if (list === undefined) addLine(run, text, log.at(line));
    else addWatts(run, list.component, list.text, log.at(line));
    list = undefined;
  };

  return { add, end };
}
