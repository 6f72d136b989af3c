/** What people write in place of a value. */
export function isPlaceholder(text: string): boolean {
  return /more information needed|\{\{|\btodo\b|\btbd\b|^(?:n\/?a|none|unknown|null|\?+|x+|-+|\.\.\.|…)$/i.test(text.trim());
}
