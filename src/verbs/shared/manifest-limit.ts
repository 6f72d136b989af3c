/** A manifest is no larger than this: it names its logs, and doesn't hold them. */
export const maxManifestBytes = 5_000_000;
