/** A name for comparison: `Training.Other Models` as `training.other-models`, which needs no quotes in a shell. */
export function folded(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '-');
}

/** A name quoted for a shell where it has blanks. */
export function quoted(id: string): string {
  return /^[\w.:@/+-]+$/.test(id) ? id : `'${id.replaceAll("'", `'\\''`)}'`;
}
