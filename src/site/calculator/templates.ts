import arithmetic from '../../../templates/sections/arithmetic.md';
import assumptions from '../../../templates/sections/assumptions.md';
import attachments from '../../../templates/sections/attachments.md';
import breakdown from '../../../templates/sections/breakdown.md';
import citation from '../../../templates/sections/citation.md';
import cover from '../../../templates/sections/cover.md';
import equivalents from '../../../templates/sections/equivalents.md';
import factors from '../../../templates/sections/factors.md';
import gaps from '../../../templates/sections/gaps.md';
import hub from '../../../templates/sections/hub.md';
import links from '../../../templates/sections/links.md';
import method from '../../../templates/sections/method.md';
import notCounted from '../../../templates/sections/not-counted.md';
import power from '../../../templates/sections/power.md';
import sources from '../../../templates/sections/sources.md';
import summary from '../../../templates/sections/summary.md';
import uncertainty from '../../../templates/sections/uncertainty.md';
import use from '../../../templates/sections/use.md';
import type { Templates } from '../../render/compose.js';
import { compiledTemplate } from '../../render/templates/compiled.js';
import { loadTemplate } from '../../render/templates/program.js';
import { prepareTemplate } from '../../render/templates.js';
import type { SectionId } from '../../sections/ids.js';

const templateTexts = {
  summary,
  hub,
  gaps,
  links,
  cover,
  breakdown,
  power,
  use,
  equivalents,
  'not-counted': notCounted,
  uncertainty,
  method,
  assumptions,
  factors,
  sources,
  arithmetic,
  citation,
  attachments,
} as const satisfies { readonly [Id in SectionId]: string };

/**
 * The bundled templates, which the bundler compiled: a page has no compiler.
 *
 * @throws {TypeError} Where one was not compiled.
 */
export function bundledTemplates(): Templates {
  const entries = Object.entries(templateTexts) as [SectionId, string][];
  return new Map(
    entries.map(([id, source]) => {
      const code = compiledTemplate(source);
      if (code === undefined) throw new TypeError(`The template ${id} is not compiled`);
      return [id, prepareTemplate(loadTemplate(code), `sections/${id}.md`)];
    }),
  );
}
