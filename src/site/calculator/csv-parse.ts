import { type Options, type Parser, parse as parseInBrowser } from 'csv-parse/browser/esm';

export { CsvError } from 'csv-parse/browser/esm';

/** The package's own build for browsers, whose streams are of a kind that cannot be destroyed: there is nothing that they would hold. */
export function parse(options: Options): Parser {
  const parser = parseInBrowser(options);
  parser.destroy ??= () => parser;
  return parser;
}
