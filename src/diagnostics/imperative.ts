/** Verbs with which an expectation begins that says what to do, and not what was expected. A test holds the tables of messages to them. */
const imperatives: ReadonlySet<string> = new Set(
  'Add Answer Ask Check Close Count Do Drop Free Give Go Indent Keep Move Name Put Remove Run Save See Start Use Write'.split(' '),
);

/** What an expectation is called before its text: `Add \`site:\`` is a fix, `433 kWh` is what was expected. */
export function expectationLabel(expected: string): 'fix' | 'expected' {
  return imperatives.has(expected.split(' ', 1)[0] ?? '') ? 'fix' : 'expected';
}
