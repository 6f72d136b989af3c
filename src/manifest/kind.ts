/** What a value is, in a reader's words: `a list`. */
export function kindOf(raw: unknown): string {
  if (raw === null || raw === undefined) return 'empty';
  if (Array.isArray(raw)) return 'a list';
  if (typeof raw === 'object') return 'a mapping';
  if (typeof raw === 'string') return 'text';
  if (typeof raw === 'boolean') return raw ? '`true`' : '`false`';
  return 'a number';
}
