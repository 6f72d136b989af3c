/**
 * Countries and territories that no table has a figure for, by the country whose grid supplies them, and another that supplies them,
 * too: the range reaches to its figure. Islands without a cable are not listed: no source has a figure for them.
 */
export const neighbours: Readonly<Record<string, readonly [main: string, also?: string]>> = {
  AD: ['ES', 'FR'],
  GG: ['GB', 'FR'],
  IM: ['GB'],
  JE: ['GB', 'FR'],
  LI: ['CH'],
  MC: ['FR'],
  SM: ['IT'],
  VA: ['IT'],
};
