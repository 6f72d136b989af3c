/**
 * The value of a JSON text as Python writes it, whose NaN and Infinity are no JSON: they become texts, and so are not numbers.
 *
 * @returns `undefined` where it is no JSON.
 * @example readPythonJson('{"a": NaN}') //=> { a: 'nan' }
 */
export function readPythonJson(text: string): unknown {
  const clean = /\bNaN\b|\bInfinity\b/.test(text)
    ? text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (token) =>
        token.startsWith('"') ? token : token === 'NaN' ? '"nan"' : '"inf"',
      )
    : text;
  try {
    return JSON.parse(clean) as unknown;
  } catch {
    return undefined;
  }
}
