import type Handlebars from 'handlebars';
import runtime from 'handlebars/runtime.js';

type Engine = typeof Handlebars;

/** Fills a template. The options are Handlebars'. */
export type TemplateFunction = (data: unknown, options: Handlebars.RuntimeOptions) => string;

/** What Handlebars makes of the text of a template: functions, and the version that they are for. */
export type TemplateCode = Parameters<Engine['template']>[0];

/** A template that was compiled before. Needs the small part of Handlebars that fills, and not its compiler. */
export function loadTemplate(code: TemplateCode): TemplateFunction {
  // The types of the small part are those of the whole, and not declared.
  return withoutLog((runtime as unknown as Engine).create()).template(code);
}

/** A helper of templates that would print to the terminal is not for them. */
export function withoutLog(handlebars: Engine): Engine {
  handlebars.unregisterHelper('log');
  return handlebars;
}
