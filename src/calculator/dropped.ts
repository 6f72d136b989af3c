import { readYaml } from '../manifest/yaml/yaml.js';
import { recognised } from '../trackers/index.js';
import type { Dropped, GivenFiles, NamedText } from './calculation.js';
import { fromLogs } from './draft.js';

/** Enough of a text to recognise a log. */
const beginningLength = 65_536;

/** What is kept of dropped files. */
interface Keeping {
  readonly give: (given: GivenFiles) => readonly string[];
  readonly open: (given: GivenFiles) => readonly string[];
  readonly missingBases: (manifest: string) => readonly string[];
  readonly isReadable: (manifest: string) => boolean;
}

/**
 * What dropped files are for: those that the manifest of the editor names are read beside it; another manifest replaces it, with
 * the files that it names; other logs become a manifest, unless the one of the editor may ask for them.
 */
export async function takeDropped({ text, files }: GivenFiles, { give, open, missingBases, isReadable }: Keeping): Promise<Dropped> {
  const twice = files.find(({ name }, at) => files.findIndex((other) => other.name === name) < at);
  if (twice !== undefined)
    return refused(`Two of the files are called ${twice.name}. The page cannot tell them apart: give them different names.`);
  const named = give({ text, files });
  const manifest = manifestIn(files.filter(({ name }) => !named.includes(name)));
  if (manifest !== undefined) {
    const others = files.filter((one) => one !== manifest);
    const taken = open({ text: manifest.text, files: others });
    return { kind: 'manifest', text: manifest.text, unnamed: namesWithout(others, taken) };
  }
  if (named.length > 0) return { kind: 'named', names: named };
  const [base] = missingBases(text);
  if (base !== undefined)
    return refused(`The manifest names the base model ${base}, which may name these files. Drop it first, or together with them.`);
  const asked = isReadable(text) ? undefined : files.find(({ name }) => withoutComments(text).includes(name));
  if (asked !== undefined)
    return refused(`The manifest has an error, and contains the name ${asked.name}. Correct the error, then drop the file again.`);
  const draft = await fromLogs(files);
  if (draft.text !== undefined) open({ text: draft.text, files });
  return { kind: 'logs', draft };
}

/** The manifest among files: of several, the one that names the others. */
function manifestIn(files: readonly NamedText[]): NamedText | undefined {
  const all = files.filter(isManifest);
  return all.find((one) => all.every((other) => other === one || one.text.includes(other.name))) ?? all[0];
}

/** Whether a text is a manifest by its content, also one with errors; no log is, in whatever format. */
function isManifest({ name, text }: NamedText): boolean {
  if (/\.(?:md|markdown)$/i.test(name) || recognised(text.slice(0, beginningLength)).length > 0) return false;
  if (!/^\s*\{/.test(text)) return /^(?:model|"model"|'model')\s*:/m.test(text);
  if (text.length > beginningLength) return false;
  const value = readYaml(text).read?.value;
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  // An assessment has a model too.
  return keys.includes('model') && !keys.includes('totals');
}

const withoutComments = (text: string): string => text.replaceAll(/(?:^|\s)#.*$/gm, '');

function namesWithout(files: readonly NamedText[], taken: readonly string[]): readonly string[] {
  return files.flatMap(({ name }) => (taken.includes(name) ? [] : [name]));
}

const refused = (why: string): Dropped => ({ kind: 'refused', why });
