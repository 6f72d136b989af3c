import { type Diagnostic, InputError } from '../../../diagnostics/diagnostic.js';
import { fileDigest, textDigest } from '../../../io/digest.js';
import { type Engine, firstBytes, makeWorkFolder, openEngine } from '../../../io/duckdb/index.js';
import { filesOfPatterns, placeOf } from '../../../io/files.js';
import { highestSample } from '../../../plausibility/sample-power.js';
import type { Layout } from '../../../telemetry/files/layout.js';
import { textLayout } from '../../../telemetry/files/recognise.js';
import { sourceSql } from '../../../telemetry/files/source-sql.js';
import { integrate } from '../../../telemetry/integrate.js';
import { messages } from '../../../telemetry/messages.js';
import { messages as verbMessages } from '../messages.js';
import type { Collection, CollectOptions } from './collection.js';

export const defaults = { gap: 10, memoryLimit: '2GB', timeZone: 'UTC' } as const;

interface Source {
  readonly file: string;
  readonly link: string;
  readonly layout: Layout;
}

/**
 * Reads files of telemetry of any size: which files → what each is → one table of samples → the integral.
 *
 * @throws {InputError} With what is wrong with the files.
 * @throws {MissingError} Where DuckDB is not installed.
 */
export async function collectFromFiles(patterns: readonly string[], options: CollectOptions): Promise<Collection> {
  const { files, unmatched } = await filesOfPatterns(patterns);
  const [missing] = unmatched;
  if (missing !== undefined) throw new InputError([verbMessages.noLogFound(missing)]);
  const folder = await makeWorkFolder(options.tempDir);
  const digests = Promise.all(files.map(async (file) => ({ name: placeOf(file).name, ...(await fileDigest(file)) })));
  digests.catch(() => undefined);
  let engine: Engine | undefined;
  try {
    engine = await openEngine(folder, { memory: options.memoryLimit ?? defaults.memoryLimit, threads: options.threads });
    const sources: Source[] = [];
    for (const file of files) {
      const link = await folder.linkTo(file, '.csv');
      sources.push({ file, link, layout: textLayout((await firstBytes(file)).toString(), {}) });
    }
    const { timeZone = defaults.timeZone, gap = defaults.gap, idleBelow } = options;
    const selects = groupedByLayout(sources).map(({ layout, links }) => sourceSql(layout, links, { typing: 'text', timeZone }));
    await engine.run(`CREATE TEMP TABLE samples AS ${selects.join(' UNION ALL ')}`);
    const [first] = sources;
    const integrated = await integrate(engine, {
      kind: first?.layout.kind ?? 'power',
      gap,
      idleBelow,
      highest: () => highestSample('accelerator'),
      word: 'gpu',
    });
    if (integrated === undefined) throw new InputError([messages.noTelemetryRows()]);
    const inputs = (await digests).sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
    const diagnostics: Diagnostic[] = [];
    return {
      measured: integrated.measured,
      facts: {
        source: {
          format: first?.layout.format ?? 'csv',
          inputs: inputs.slice(0, 20),
          inputCount: inputs.length,
          digest: textDigest(inputs.map(({ sha256 }) => sha256).join('\n')),
        },
        method: { integral: 'trapezoid', timeZone },
        boundary: options.boundary ?? 'accelerator',
        rejected: integrated.rejected,
      },
      diagnostics,
    };
  } finally {
    engine?.close();
    folder.remove();
  }
}

function groupedByLayout(sources: readonly Source[]): readonly { readonly layout: Layout; readonly links: readonly string[] }[] {
  const groups = new Map<string, { readonly layout: Layout; readonly links: string[] }>();
  for (const { layout, link } of sources) {
    const key = JSON.stringify(layout);
    const group = groups.get(key) ?? { layout, links: [] };
    group.links.push(link);
    groups.set(key, group);
  }
  return [...groups.values()];
}
