import type { Assessment } from '../../assessment/assessment.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { unfinishedIds } from '../../manifest/open-questions.js';

/** What `init` left to a person who has not answered yet: nothing that is ready to be published. */
export function unfinishedIn({ diagnostics }: Pick<Assessment, 'diagnostics'>, file = ''): readonly Diagnostic[] {
  return diagnostics.filter(({ id }) => unfinishedIds.includes(id)).map((diagnostic) => ({ ...diagnostic, file }));
}
