import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { InputError } from '../../../diagnostics/diagnostic.js';
import { gridsWithHours, type HourlyGridOfManifest } from '../../../manifest/hourly/grids.js';
import { type HourlySeries, hourlyKey } from '../../../manifest/hourly/series.js';
import type { Manifest } from '../../../manifest/manifest.js';
import { under } from '../../../manifest/yaml/yaml.js';
import { readHourly } from '../../../trackers/hourly-intensity.js';
import { createFaults } from '../faults.js';
import type { NamedFiles } from '../named/named-files.js';

export interface ReadSeries {
  readonly series: ReadonlyMap<string, HourlySeries>;
  readonly faults: readonly Diagnostic[];
}

/** Reads the hourly intensities that a manifest names, from its folder on; each file and column once. */
export async function readHourlySeries(manifest: Manifest, file: string, files: NamedFiles): Promise<ReadSeries> {
  const series = new Map<string, HourlySeries>();
  const all: Diagnostic[] = [];
  const seen = new Set<string>();
  for (const {
    grid: { hourly, basis },
    path,
  } of gridsWithHours(manifest)) {
    const key = hourlyKey(hourly ?? '', basis);
    if (hourly === undefined || seen.has(key)) continue;
    seen.add(key);
    const faults = createFaults();
    const found = await faults.attempt(() => readFile(files, files.fileFrom(file, hourly), basis));
    if (found !== undefined) series.set(key, found);
    // What is in no file is reported where the manifest names the file.
    const position = manifest.positionOf(under(path, 'hourly'));
    all.push(...faults.all().map((fault) => (fault.file === undefined ? { ...fault, file, ...position } : fault)));
  }
  return { series, faults: all };
}

function readFile(files: NamedFiles, file: string, basis: HourlyGridOfManifest['basis']): Promise<HourlySeries> {
  return files.readLog(file, async ({ pieces }) => {
    try {
      return await readHourly(pieces, basis);
    } catch (error) {
      if (error instanceof InputError) throw new InputError(error.diagnostics.map((diagnostic) => ({ ...diagnostic, file })));
      throw error;
    }
  });
}
