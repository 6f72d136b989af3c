import { note, warning } from '../../diagnostics/message.js';

/** What carbon.txt needs and the assessment lacks. */
export const carbontxtMessages = {
  noAddress: () =>
    warning('carbontxt-no-address', 'carbon.txt lists addresses of reports, and that of this report is unknown: it is not written.', {
      expected: 'Add `report: { url: https://… }`, where the report is published',
    }),
  addressOfId: (url: string) =>
    note('carbontxt-address-of-id', `carbon.txt lists the model card at ${url}, by the model's id on the Hub.`, {
      expected: 'Add `report: { url: https://… }` where the report is published elsewhere',
    }),
  noDomain: () =>
    note('carbontxt-no-domain', 'carbon.txt does not say which organisation the report is of.', {
      expected: 'Add `report: { domain: example.org }`, the domain of the organisation',
    }),
  notTheSource: (url: string, source: string | undefined) =>
    note(
      'carbontxt-not-markdown',
      `Readers of carbon.txt take the figures of a model card from its Markdown, and ${url} leads to a page.`,
      {
        expected:
          source === undefined
            ? 'Give the address of the card in Markdown, in `report: { url: … }`'
            : `Write \`${source}\` in \`report: { url: … }\``,
      },
    ),
} as const;
