/** Made when first asked for, then kept: a table that is indexed on import costs every command that never looks into it. */
export function once<T>(make: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: make() };
    return kept.value;
  };
}
