import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { messages } from './messages.js';

/** How a manifest that `init` wrote begins: only in such a one are comments asked for their question marks. */
export const initHeading = "# Manifest of a model's runs for carboncard, created";

/** The name of a model that nobody has named yet. */
export const placeholderName = 'My model';

/** Ids of what is reported of an unfinished manifest. */
export const unfinishedIds: readonly string[] = ['open-questions', 'placeholder-name', 'overlap'];

/**
 * Lines of a manifest that are questions of `init` still: a comment of its own, or behind two blanks, whose last character is a
 * question mark. In a manifest without the heading of `init` a comment is its author's, whatever it ends with.
 *
 * @returns Numbers of the lines, from 1.
 */
export function openQuestionsIn(text: string): readonly number[] {
  const lines = text.split(/\r\n|\r|\n/);
  if (!lines.some((line) => line.startsWith(initHeading))) return [];
  return lines.flatMap((line, index) => (/(?:^\s*#| {2}# ).*\?\s*$/.test(line) ? [index + 1] : []));
}

/**
 * A warning where questions of `init` are still open in a manifest, at the first of them.
 *
 * @param below A line: the first question below it is framed, where there is one.
 */
export function openQuestionsFinding(text: string, below = 0): Diagnostic | undefined {
  const open = openQuestionsIn(text);
  if (open.length === 0) return undefined;
  return { ...messages.openQuestions(open), line: open.find((line) => line > below) ?? open[0], column: 1 };
}
