import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { fileFrom } from '../../io/files.js';

/**
 * Diagnostics of an assessment with paths that lead to their files from here: an assessment names the manifest's logs as
 * the manifest does, from its folder on. Those of the manifest itself stay without a file.
 */
export function located(diagnostics: readonly Diagnostic[], manifest: string | undefined): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) =>
    diagnostic.file === undefined ? diagnostic : { ...diagnostic, file: fileFrom(manifest, diagnostic.file) },
  );
}
