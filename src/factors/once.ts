/** Makes a value on first use and keeps it. A table that is indexed on import would cost every command that never reads it. */
export function once<T>(make: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: make() };
    return kept.value;
  };
}
