/**
 * The cells of a row of a table in text, without quotes and blanks around them.
 *
 * @example cellsOf('a, "b, c" ,d', ',') //=> ['a', 'b, c', 'd']
 */
export function cellsOf(row: string, delimiter: string): readonly string[] {
  const cells: string[] = [];
  let [cell, isQuoted] = ['', false];
  for (const character of row) {
    if (character === '"') isQuoted = !isQuoted;
    if (character === delimiter && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  return [...cells, cell].map((text) =>
    text
      .trim()
      .replace(/^"(.*)"$/s, '$1')
      .replaceAll('""', '"')
      .trim(),
  );
}
