import { readFileSync } from 'node:fs';
import type { Assessment } from '../../../src/assessment/assessment.js';
import { chartsOf } from '../../../src/charts/index.js';
import { renderMarkdown } from '../../../src/render/markdown.js';
import { compileTemplate } from '../../../src/render/templates/compile.js';
import { prepareTemplate } from '../../../src/render/templates.js';
import type { SectionId } from '../../../src/sections/ids.js';
import { sections } from '../../../src/sections/index.js';
import type { SectionContext } from '../../../src/sections/section.js';
import { plain } from '../../../src/units/format.js';

/** A section as Markdown with ordinary blanks, by its own template; nothing where the section is left out. */
export function rendered(id: SectionId, assessment: Assessment): string {
  const context: SectionContext = {
    charts: new Map(chartsOf(assessment).map((chart) => [chart.id, 'chart'])),
    beside: { report: 'report.md', pdf: 'carbon.pdf', data: 'assessment.json' },
    attachments: [{ name: 'assessment.json', what: 'all figures, for machines' }],
  };
  const data = sections[id].data(assessment, context);
  if (data === undefined) return '';
  const file = `templates/sections/${id}.md`;
  return plain(renderMarkdown(prepareTemplate(compileTemplate(readFileSync(file, 'utf8')), file)(data)));
}
