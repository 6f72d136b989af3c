import { InputError } from '../diagnostics/diagnostic.js';
import type { ResolvedManifest } from '../resolve/resolve.js';
import { durationText } from '../units/format.js';
import type { Question } from './change.js';
import { messages } from './messages.js';
import { allRegions, commonCountries, placesNamed } from './places.js';
import { embodiedQuestion, hardwareQuestion, loadQuestion, yearsQuestion } from './settings.js';

/**
 * What the manifest asks for; where it asks for nothing, all regions of its clouds, and for phases in none of them the countries in which
 * every cloud has a region.
 *
 * @throws {InputError} Where it asks for nothing and its runs have no place.
 */
export function questionsOf(resolved: ResolvedManifest): readonly Question[] {
  const { manifest } = resolved;
  const { whatIf: asked } = manifest;
  if (asked === undefined) {
    const questions = [...allRegions(resolved), ...commonCountries(resolved)];
    if (questions.length > 0) return questions;
    throw new InputError([{ ...messages.nothingAsked(), file: manifest.file }]);
  }
  const { regions, locations, years, hardware, load, lifetime, convention } = asked;
  return [
    ...(regions === undefined ? [] : regions === 'all' ? allRegionsOr(resolved) : [placesNamed('regions', manifest, listOf(regions))]),
    ...(locations === undefined ? [] : [placesNamed('locations', manifest, listOf(locations))]),
    ...(years === undefined ? [] : [yearsQuestion(resolved, years)]),
    ...(hardware === undefined ? [] : [hardwareQuestion(resolved, listOf(hardware))]),
    ...(load === undefined ? [] : [loadQuestion(resolved, load)]),
    ...(lifetime === undefined
      ? []
      : [
          embodiedQuestion(
            resolved,
            'lifetime',
            lifetime.map((one) => ({ label: durationText(one.value), embodied: { lifetime: one } })),
          ),
        ]),
    ...(convention === undefined
      ? []
      : [
          embodiedQuestion(
            resolved,
            'convention',
            convention.map((one) => ({ label: one, embodied: { convention: one } })),
          ),
        ]),
  ];
}

/** @throws {InputError} Where no phase is in a cloud of the tables. */
function allRegionsOr(resolved: ResolvedManifest): readonly Question[] {
  const questions = allRegions(resolved);
  const { file, positionOf } = resolved.manifest;
  if (questions.length === 0)
    throw new InputError([{ ...messages.noCloud(), path: 'what_if.regions', ...positionOf('what_if.regions'), file }]);
  return questions;
}

function listOf(names: string | readonly string[]): readonly string[] {
  return typeof names === 'string' ? [names] : names;
}
