import type { TemplateCode } from './program.js';

/**
 * The program of a bundled template, by the text of the template, so that a file that was changed since is compiled when it is used.
 *
 * The bundler puts the programs here. Where modules are loaded one by one there are none.
 */
export function compiledTemplate(_source: string): TemplateCode | undefined {
  return undefined;
}
