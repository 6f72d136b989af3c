import { phaseKinds } from '../assessment/ids.js';
import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import { insufficiencies } from '../diagnostics/insufficiencies.js';
import type { Report } from '../diagnostics/report.js';
import { editions, isEdition } from '../factors/edition.js';
import type { HourlySeries } from '../manifest/hourly/series.js';
import type { LoggedPhases } from '../manifest/logged.js';
import type { Manifest } from '../manifest/manifest.js';
import { type ParsedText, parseText } from '../manifest/parse.js';
import { withAcceleratorHours } from './accelerator-hours.js';
import { checkAlternatives } from './alternatives.js';
import { type BaseModelFacts, baseModelsOf, type ReadBaseModels } from './base-models.js';
import { editionOf } from './edition.js';
import { withLogs } from './logs.js';
import { createLookups } from './lookups.js';
import { messages } from './messages/manifest.js';
import { resolvePhase } from './phase.js';
import type { ResolvedPhase } from './resolved.js';

/** A manifest with everything looked up that an assessment is made from. */
export interface ResolvedManifest {
  /** The manifest, with what its logs say. */
  readonly manifest: Manifest;
  /** In the order of a model's life; phases of one kind in the order of the manifest. */
  readonly phases: readonly ResolvedPhase[];
  /** Models that this one was made from. */
  readonly baseModels: readonly BaseModelFacts[];
  /** Warnings and notes: defaults, fallbacks, contradictions that have an answer. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What the files say that a manifest names, and what is wrong with them. */
export interface ReadFiles {
  /** What the logs say. */
  readonly phases: LoggedPhases;
  readonly baseModels?: ReadBaseModels | undefined;
  /** Hourly intensities, by `hourlyKey`. */
  readonly hourlySeries?: ReadonlyMap<string, HourlySeries> | undefined;
  /** Faults of the files themselves; those of a selection are among the diagnostics of its phase. */
  readonly faults: readonly Diagnostic[];
}

/**
 * Resolves a manifest against the factors, once: everything after it reads the result.
 *
 * @param files Absent where only the text of the manifest was given.
 * @throws {InputError} With every error of the text, its logs, its names and its records, from top to bottom.
 */
export function resolveManifest({ manifest: parsed, reported }: ParsedText, files?: ReadFiles): ResolvedManifest {
  const { report, isPlaceholder } = reported;
  const manifest = { ...withLogs(withAcceleratorHours(parsed, report), files?.phases, report), hourlySeries: files?.hourlySeries };
  checkNames(manifest, isPlaceholder, report);
  checkEdition(manifest, report);
  const lookups = createLookups(editionOf(manifest));
  checkAlternatives(manifest, lookups, report);
  const phases = manifest.phases.map((phase) =>
    resolvePhase({ manifest, phase, lookups, report: (diagnostic) => report({ ...diagnostic, phase: phase.path }) }),
  );
  const baseModels = baseModelsOf(manifest, files?.baseModels, report);
  throwErrors(reported.throwErrors, files?.faults ?? []);
  return { manifest, phases: inOrderOfLife(phases), baseModels, diagnostics: reported.remarks() };
}

/**
 * Parses and resolves the text of a manifest.
 *
 * @param file Path of the manifest, for its diagnostics.
 * @throws {InputError} With every error that the text has.
 * @example parseManifest('model: M\nhardware: 8 x A100 80GB\nduration: 72 h\nlocation: FR').manifest.slug //=> 'm'
 */
export function parseManifest(text: string, file?: string, logs?: LoggedPhases): ResolvedManifest {
  return resolveManifest(parseText(text, file), logs && { phases: logs, faults: [] });
}

/** Phases of one kind need names that tell them apart. */
function checkNames({ phases }: Manifest, isPlaceholder: (path: string) => boolean, report: Report): void {
  const seen = new Set<string>();
  for (const { phase, name, path } of phases) {
    if (isPlaceholder(`${path}.phase`) || isPlaceholder(`${path}.name`)) continue;
    const key = JSON.stringify([phase, name]);
    if (seen.has(key))
      report(
        name === undefined
          ? { ...messages.twoUnnamed(phase), path, part: 'value' }
          : { ...messages.duplicateName(`${phase} phases`, name), path: `${path}.name`, part: 'value' },
      );
    seen.add(key);
  }
}

function checkEdition({ factors }: Manifest, report: Report): void {
  if (factors !== undefined && !isEdition(factors))
    report({ ...messages.unknownFactors(factors, `one of ${editions.join(', ')}`), path: 'factors', part: 'value' });
}

/** Throws the errors of the manifest with those of its logs; what a phase lacks may be in a log that could not be read. */
function throwErrors(throwManifestErrors: () => void, ofLogs: readonly Diagnostic[]): void {
  try {
    throwManifestErrors();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError([...error.diagnostics.filter(({ id }) => ofLogs.length === 0 || !insufficiencies.includes(id)), ...ofLogs]);
  }
  if (ofLogs.length > 0) throw new InputError(ofLogs);
}

function inOrderOfLife(phases: readonly ResolvedPhase[]): readonly ResolvedPhase[] {
  return phases.toSorted((a, b) => phaseKinds.indexOf(a.phase) - phaseKinds.indexOf(b.phase));
}
