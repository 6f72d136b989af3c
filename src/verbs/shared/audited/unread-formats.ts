import { isXmlBom } from '../../../assessment/bom/components.js';
import type { Subject } from '../../../claims/claim.js';
import { bomMessages } from '../../../diagnostics/bom-messages.js';
import { type Diagnostic, InputError } from '../../../diagnostics/diagnostic.js';
import { isThere, placeOf } from '../../../io/files.js';
import { outputIds, outputTexts } from '../../../outputs/ids.js';
import { messages } from '../messages.js';

/** A format that no audit reads: how its files are named, and how one begins whatever its name is. */
interface UnreadFormat {
  readonly what: string;
  readonly named?: RegExp | undefined;
  readonly begins?: RegExp | undefined;
}

/** The first that fits. Logs are no such format: a file that is named as one is refused with the command that reads it. */
const unreadFormats: readonly UnreadFormat[] = [
  {
    what: 'carbon.txt, which lists addresses and no claims',
    named: /(?:^|[\\/])carbon\.txt$/i,
    begins: /^(?:\s|#[^\n]*\n)*(?:(?:version|last_updated)\s*=|\[\[?(?:org|upstream)\b)/,
  },
  { what: 'HTML', named: /\.x?html?$/i, begins: /^\s*<(?:!doctype\s+html|html)[\s>]/i },
  { what: 'SVG', named: /\.svg$/i, begins: /^\s*<svg[\s>]/i },
  { what: 'XML', named: /\.(?:xml|rdf|xsd|rss)$/i, begins: /^\s*<\?xml\s/i },
  { what: 'PDF', named: /\.pdf$/i, begins: /^%PDF-/ },
  { what: 'LaTeX', named: /\.(?:tex|ltx|sty)$/i, begins: /^(?:\s|%[^\n]*\n)*\\documentclass\b/ },
  { what: 'BibTeX', named: /\.bib$/i },
  { what: 'TOML', named: /\.toml$/i },
  { what: 'a notebook', named: /\.ipynb$/i },
  { what: 'an image', named: /\.(?:png|jpe?g|gif|webp|avif|bmp|tiff?|ico)$/i },
  { what: 'a document of an office program', named: /\.(?:docx?|xlsx?|pptx?|od[tsp]|rtf|epub|pages|numbers)$/i },
  { what: 'an archive', named: /\.(?:zip|gz|tgz|tar|bz2|xz|7z|zst)$/i },
  { what: 'weights', named: /\.(?:safetensors|pth?|ckpt|onnx|gguf|h5|bin|np[yz]|pkl|pickle|parquet|arrow)$/i },
];

/** Names that a text may have which people write to be read. */
const textName = /(?:^|[\\/])[^.\\/]*$|\.(?:md|markdown|mdown|mkdn?|mdx|[qr]md|txt|text|rst|adoc|org)$/i;

/** The files of a report that no audit reads: the assessment beside them has their claims. */
const ownFiles: readonly string[] = outputIds.filter((id) => id !== 'json').map((id) => outputTexts[id].files);

/**
 * Why a file cannot be audited, where its name or its beginning says so; nothing of any other file.
 *
 * @param text Absent where it could not be read as text.
 */
export async function unreadFault(file: string, text?: string): Promise<Diagnostic | undefined> {
  if (text !== undefined && isXmlBom(text)) return { ...bomMessages.xmlBom(file, 'audited'), file, line: 1, column: 1 };
  const format = unreadFormats.find(
    ({ named, begins }) => named?.test(file) === true || (text !== undefined && begins?.test(text) === true),
  );
  return format && faultOf(file, format.what);
}

/** A text that claims nothing, and whose name is none of a text, is of a format that nobody knows. */
export async function unknownFault(file: string, { values, metadata }: Subject): Promise<Diagnostic | undefined> {
  if (values.length > 0 || metadata !== undefined || textName.test(file)) return undefined;
  return faultOf(file, `files named ${file.slice(file.lastIndexOf('.'))}`);
}

async function faultOf(file: string, what: string): Promise<Diagnostic> {
  return { ...messages.unreadFormat(what, await assessmentBeside(file)), file };
}

/** The assessment of the report that a file is of, by its name and by what is beside it. */
export async function assessmentBeside(file: string): Promise<string | undefined> {
  const { folder, name } = placeOf(file);
  const beside = folder === '.' ? outputTexts.json.files : `${folder}/${outputTexts.json.files}`;
  return ownFiles.includes(name) && (await isThere(beside)) ? beside : undefined;
}

/** Reads the text of a file. Where it is no text, the format that its name gives is the fault. */
export async function readingText(file: string, read: () => Promise<string>): Promise<string> {
  try {
    return await read();
  } catch (error) {
    const isNoText = error instanceof InputError && error.diagnostics.every(({ id }) => id === 'not-text' || id === 'nul-byte');
    const fault = isNoText ? await unreadFault(file) : undefined;
    throw fault === undefined ? error : new InputError([fault]);
  }
}

/** Whether a file claims emissions, or the energy that they come from. */
export function claimsEmissions({ values, metadata, unreadable, section }: Subject): boolean {
  if (metadata !== undefined || unreadable !== undefined || section !== undefined) return true;
  return values.some(({ measure }) => measure === 'emissions' || measure === 'energy');
}
