import Handlebars from 'handlebars';
import { type TemplateFunction, withoutLog } from './program.js';

/** Values are tokens, which nothing has to escape. */
const options = { noEscape: true, knownHelpers: { log: false } } as const;

/** Compiles a template when it is first filled. The bundled ones are compiled already, in the bundle. */
export function compileTemplate(source: string): TemplateFunction {
  return withoutLog(Handlebars.create()).compile(source, options);
}

/**
 * The program of a bundled template as JavaScript, for the bundle: a third of the size where a name can't be a helper that is
 * registered later.
 */
export function templateCode(source: string): string {
  return String(Handlebars.precompile(source, { ...options, knownHelpersOnly: true }));
}
