/** How a manifest that `init` wrote begins: only in such a one are comments asked for their question marks. */
export const initHeading = "# Manifest of a model's runs for carboncard, created";

/** The name of a model that nobody has named yet. */
export const placeholderName = 'My model';

/** Ids of what is reported of an unfinished manifest. */
export const unfinishedIds: readonly string[] = ['open-questions', 'placeholder-name'];

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
