/** A mapping of a JSON file, whatever is in it. */
type Plain = Readonly<Record<string, unknown>>;

/** A component of a BOM, and where it is. */
export interface PlacedComponent {
  readonly component: Plain;
  readonly path: readonly (string | number)[];
}

/** Where CycloneDX 1.6 and later has energy and emissions, from a component on. */
export const environmentPath = ['modelCard', 'considerations', 'environmentalConsiderations'] as const;

/** Whether a value is a CycloneDX BOM. */
export function isBom(value: unknown): boolean {
  return plain(value)['bomFormat'] === 'CycloneDX';
}

/** Whether a text is a CycloneDX BOM in XML: its first element is `bom`, in the namespace of CycloneDX. */
export function isXmlBom(text: string): boolean {
  const beginning = text.slice(0, 4096);
  return /^\uFEFF?\s*</.test(beginning) && /<(?:[\w-]{1,40}:)?bom\s[^>]{0,2000}cyclonedx\.org\/schema\/bom/.test(beginning);
}

/**
 * The `y` of a `specVersion` of `1.y`; nothing where there is no such version. Before 1.6 a BOM had no place for energy.
 *
 * @example minorVersion({ specVersion: '1.6' }) //=> 6
 */
export function minorVersion(bom: unknown): number | undefined {
  const version = plain(bom)['specVersion'];
  const [, minor] = typeof version === 'string' ? (/^1\.(\d{1,3})$/.exec(version) ?? []) : [];
  return minor === undefined ? undefined : Number(minor);
}

/** The first minor version with a place for energy and emissions. */
export const firstMinorVersion = 6;

/** The component that the BOM is of, and all others, each with those in it. */
export function componentsOf(bom: unknown): readonly PlacedComponent[] {
  const found: PlacedComponent[] = [];
  const main = plain(plain(bom)['metadata'])['component'];
  const open: PlacedComponent[] = [
    ...(main === undefined ? [] : [{ component: plain(main), path: ['metadata', 'component'] }]),
    ...inside(plain(bom), []),
  ].reverse();
  // Without recursion: components may be nested as deep as a file is long.
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(next);
    open.push(...inside(next.component, next.path).reverse());
  }
  return found;
}

function inside(value: Plain, path: PlacedComponent['path']): PlacedComponent[] {
  const list: unknown = value['components'];
  return Array.isArray(list) ? list.map((one: unknown, n) => ({ component: plain(one), path: [...path, 'components', n] })) : [];
}

function plain(value: unknown): Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Plain) : {};
}
