import { InputError } from '../../diagnostics/diagnostic.js';
import { fileFrom, readExactText } from '../../io/files.js';
import type { Manifest } from '../../manifest/manifest.js';
import type { CyclonedxOptions } from '../../outputs/output.js';
import { readNamed } from './file-faults.js';

/** A BOM is no larger than this. */
const maxBytes = 50_000_000;

/**
 * How the manifest says that the BOM is written, with the BOM that it is merged into.
 *
 * @throws {InputError} Where that BOM can't be read.
 */
export async function cyclonedxOptions({ cyclonedx, file = '', positionOf }: Manifest): Promise<CyclonedxOptions | undefined> {
  if (cyclonedx === undefined) return undefined;
  const { version, component, merge } = cyclonedx;
  if (merge === undefined) return { version, component };
  const bom = fileFrom(file, merge);
  try {
    // With its byte order mark, which stays.
    const text = await readNamed(bom, 'file', () => readExactText(bom, { maxBytes }));
    return { version, component, bom: { file: bom, text, at: { file, ...positionOf('output.cyclonedx.merge') } } };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // The manifest names the file, so that is where to correct it.
    throw new InputError(
      error.diagnostics.map((fault) => ({
        ...fault,
        ...(fault.id === 'not-found' && { expected: 'a CycloneDX BOM in JSON' }),
        file,
        ...positionOf('output.cyclonedx.merge'),
      })),
    );
  }
}
