import type { Assessment } from '../../assessment/assessment.js';
import { isHubId } from '../../assessment/bom/package-url.js';
import { type CarbonTxt, carbonTxtText } from '../../render/formats/carbon-txt.js';
import { outputTexts } from '../ids.js';
import type { Output, OutputContext } from '../output.js';
import { carbontxtMessages } from './messages.js';

/** The report among the disclosures of its organisation, by the convention of the Green Web Foundation. It has no figures. */
export const carbontxt = {
  id: 'carbontxt',
  render: (assessment, context) => {
    const listed = disclosuresOf(assessment, context.report);
    return new Map(listed === undefined ? [] : [[outputTexts.carbontxt.files, carbonTxtText(listed)]]);
  },
} as const satisfies Output;

/** Nothing without an address: the convention has no file without disclosures. */
function disclosuresOf({ model, report: facts }: Assessment, report: OutputContext['report']): CarbonTxt | undefined {
  const url = facts.url ?? cardOnHub(model.id);
  if (url === undefined) {
    report(carbontxtMessages.noAddress());
    return undefined;
  }
  if (facts.url === undefined) report(carbontxtMessages.addressOfId(url));
  else if (!isMarkdown(url)) report(carbontxtMessages.notTheSource(url, sourceOnHub(url)));
  if (facts.domain === undefined) report(carbontxtMessages.noDomain());
  return {
    lastUpdated: facts.date,
    disclosures: [{ docType: 'ai-model-card', url, domain: facts.domain, title: `Carbon footprint of ${model.name}` }],
  };
}

/** The Markdown of a model's card, where its id is one of the Hub. */
function cardOnHub(id: string | undefined): string | undefined {
  return id !== undefined && isHubId(id) ? `https://huggingface.co/${id}/raw/main/README.md` : undefined;
}

/** Whether an address is of a file in Markdown, and not of a page that shows one. */
function isMarkdown(url: string): boolean {
  const { pathname } = new URL(url);
  return /\.(?:md|markdown)$/i.test(pathname) && !pathname.includes('/blob/');
}

/** The Markdown of a card whose page on the Hub is given. */
function sourceOnHub(url: string): string | undefined {
  const { hostname, pathname } = new URL(url);
  if (!/^(?:www\.)?(?:huggingface\.co|hf\.co)$/.test(hostname)) return undefined;
  const [owner = '', name = '', view = 'tree'] = pathname.split('/').filter((part) => part !== '');
  return view === 'tree' || view === 'blob' ? cardOnHub(`${owner}/${name}`) : undefined;
}
