/** What people write where a claim is to come. */
export function isPlaceholder(text: string): boolean {
  return /more information needed|\{\{|\btodo\b|\btbd\b|^(?:n\/?a|none|unknown|null|\?+|x+|-+|\.\.\.|…)$/i.test(text.trim());
}
