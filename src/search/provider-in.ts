/** `AWS us-east-1`, `Google Cloud: Iowa`, `us-central1 (GCP)`: the longest beginning, else the longest end, that names a provider. */
export function providerIn<T>(
  asked: string,
  find: (text: string) => T | undefined,
): { readonly provider: T; readonly rest: string } | undefined {
  const words = asked
    .slice(0, 200)
    .split(/[\s,:/()]+/)
    .filter((word) => word !== '');
  const maxLength = Math.min(3, words.length);
  for (let length = maxLength; length > 0; length -= 1) {
    const provider = find(words.slice(0, length).join(' '));
    if (provider !== undefined) return { provider, rest: words.slice(length).join(' ') };
  }
  for (let length = maxLength; length > 0; length -= 1) {
    const provider = find(words.slice(-length).join(' '));
    if (provider !== undefined) return { provider, rest: words.slice(0, -length).join(' ') };
  }
  return undefined;
}
