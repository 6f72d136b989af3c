/** The name of a file without its folders, with the separators of every system. */
export function lastPart(path: string): string {
  return path.slice(folderEnd(path));
}

/** The folders of a path, with the last separator; nothing where it has none. */
export function folderPart(path: string): string {
  return path.slice(0, folderEnd(path));
}

/** A file as a report names it: of an absolute path the last part alone, since the rest is private. */
export function shownName(path: string): string {
  return isAbsolute(path) ? lastPart(path) : path;
}

/** A path from the folder of a file on, with `.` and `..` taken away where that is possible. */
export function pathFrom(file: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${isAbsolute(path) ? '' : folderPart(file)}${path}`.replaceAll('\\', '/').split('/')) {
    const before = parts.at(-1);
    if (part === '.') continue;
    if (part === '..' && before !== undefined && before !== '..' && before !== '') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** Whether a path has `*`, `?` or `{a,b}`, which are what most patterns have. */
export function isPattern(path: string): boolean {
  return /[*?{]/.test(path);
}

/** Whether a file of a name is one that a path or a pattern names, by its last part. */
export function matcherOf(named: string): (name: string) => boolean {
  const last = lastPart(named);
  if (!isPattern(last)) return (name) => name === last;
  const expression = last
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replaceAll(/\*+/g, '.*')
    .replaceAll('?', '.')
    .replaceAll(/\{([^{}]*)\}/g, (_, words: string) => `(?:${words.replaceAll(',', '|')})`);
  const whole = new RegExp(`^${expression.replaceAll(/[{}]/g, '\\$&')}$`, 'u');
  return (name) => whole.test(name);
}

function isAbsolute(path: string): boolean {
  return /^(?:[A-Za-z]:)?[\\/]/.test(path);
}

function folderEnd(path: string): number {
  return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
}
