import { parse, stringify, TomlError } from 'smol-toml';

/**
 * The convention's file of disclosures, by version 0.5 of its syntax: TOML with `version`, perhaps `last_updated`, and
 * `[[org.disclosures]]`, each with `doc_type` and `url`, perhaps `domain` and `title`. Version 0.5 added the kind `ai-model-card`.
 *
 * @see https://carbontxt.org/syntax
 */
export const carbonTxtSyntax = '0.5';

/** The first line of a file that carboncard wrote. */
export const carbonTxtMark = '# Disclosures of environmental impact (https://carbontxt.org), written by carboncard.';

/** A document that an organisation publishes. */
export interface Disclosure {
  readonly docType: 'ai-model-card';
  readonly url: string;
  /** Domain that it is about; absent where it is that of the file. */
  readonly domain?: string | undefined;
  readonly title: string;
}

export interface CarbonTxt {
  /** The latest date of what it lists. */
  readonly lastUpdated?: string | undefined;
  readonly disclosures: readonly Disclosure[];
}

/** The file's text, which is read back before it is given away. */
export function carbonTxtText({ lastUpdated, disclosures }: CarbonTxt): string {
  const table = {
    version: carbonTxtSyntax,
    ...(lastUpdated === undefined ? {} : { last_updated: lastUpdated }),
    org: {
      disclosures: disclosures.map(({ docType, url, domain, title }) => ({
        doc_type: docType,
        url,
        ...(domain === undefined ? {} : { domain }),
        title: title.toWellFormed(),
      })),
    },
  };
  const text = `${carbonTxtMark}\n${stringify(table).trimEnd()}\n`;
  if (JSON.stringify(parse(text)) !== JSON.stringify(table)) throw new TypeError('carbon.txt does not read back as it was written');
  return text;
}

/** The disclosures in a file that carboncard wrote; nothing of any other text. */
export function readCarbonTxt(text: string): CarbonTxt | undefined {
  if (!text.startsWith(carbonTxtMark)) return undefined;
  const table = tableIn(text);
  const org = table?.['org'];
  const listed: unknown = isTable(org) ? org['disclosures'] : undefined;
  if (!Array.isArray(listed)) return undefined;
  const disclosures = listed.flatMap((one: unknown): readonly Disclosure[] => {
    if (!isTable(one)) return [];
    const { doc_type: docType, url, domain, title } = one;
    if (docType !== 'ai-model-card' || typeof url !== 'string' || typeof title !== 'string') return [];
    return [{ docType, url, domain: typeof domain === 'string' ? domain : undefined, title }];
  });
  const date = table?.['last_updated'];
  return { lastUpdated: typeof date === 'string' ? date : undefined, disclosures };
}

/** Whether a file is as carboncard wrote it, in whatever version of the syntax: a person has added nothing to it. */
export function isAsWritten(text: string): boolean {
  const read = readCarbonTxt(text);
  return read !== undefined && carbonTxtText(read) === text.replace(/^version = "[^"\n]*"$/m, `version = "${carbonTxtSyntax}"`);
}

/** Several files as one: each document once, in their order. */
export function mergedCarbonTxt(files: readonly CarbonTxt[]): CarbonTxt {
  const dates = files.flatMap(({ lastUpdated }) => lastUpdated ?? []).toSorted();
  const once = new Map(files.flatMap(({ disclosures }) => disclosures).map((one) => [JSON.stringify([one.docType, one.url]), one]));
  return { lastUpdated: dates.at(-1), disclosures: [...once.values()] };
}

type Table = Readonly<Record<string, unknown>>;

function tableIn(text: string): Table | undefined {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof TomlError) return undefined;
    throw error;
  }
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
