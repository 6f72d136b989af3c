/** The shared libraries in a ustar archive, by bare name: nothing in it can name a path outside the folder. */
export function libraries(archive: Buffer): readonly { readonly name: string; readonly data: Buffer }[] {
  const block = 512;
  const found: { name: string; data: Buffer }[] = [];
  for (let at = 0; at + block <= archive.length; ) {
    const header = archive.subarray(at, at + block);
    const path = header.toString('latin1', 0, 100).replace(/\0[\s\S]*$/, '');
    if (path === '') break;
    const size = Number.parseInt(header.toString('latin1', 124, 136), 8);
    const type = header.toString('latin1', 156, 157);
    const name = /(?:^|\/)(lib[\w.+-]+)$/.exec(path)?.[1];
    at += block;
    if ((type === '0' || type === '\0') && name !== undefined) found.push({ name, data: archive.subarray(at, at + size) });
    at += Math.ceil(size / block) * block;
  }
  return found;
}
