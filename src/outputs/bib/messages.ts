import { note } from '../../diagnostics/message.js';
import { listed } from '../../units/listed.js';

/** What a reader needs to find the report that `carbon.bib` cites. The file is valid without it. */
export const messages = {
  /** @param what What the entry lacks: `no author`, `no year`, `no address`. */
  reportLacks: (what: readonly string[], keys: readonly string[]) =>
    note('bib-report-lacks', `The entry of the report in carbon.bib has ${listed(what)}.`, {
      expected: `Add \`report: { ${keys.join(', ')} }\``,
    }),
} as const;
