import { digestOf, digestOfFile, type Read, unreadable } from './reads.js';

/** Whether the disk would give the same answers as when they were noted. */
export async function areUnchanged(reads: readonly Read[]): Promise<boolean> {
  for (const read of reads) if ((await answerNow(read)) !== read.digest) return false;
  return true;
}

async function answerNow({ kind, path }: Read): Promise<string> {
  if (kind === 'file') return digestOfFile(path);
  // Loaded where they are needed: most reports read a manifest and templates.
  if (kind === 'names') return digestOrNothing((await (await import('../template-files.js')).namesIn(path))?.join('\n'));
  const compare = await import('../compare.js');
  if (kind === 'there') return digestOf(String(await compare.isThere(path)));
  if (kind === 'real') return digestOf(await compare.realPath(path));
  const [folder = '', pattern = ''] = path.split('\0');
  const { filesNamed } = await import('../named-files.js');
  return digestOf((await filesNamed(pattern, folder)).map(({ name }) => name).join('\n'));
}

function digestOrNothing(answer: string | undefined): string {
  return answer === undefined ? unreadable : digestOf(answer);
}
