import { counted } from '../../../units/format.js';

/** The words of the summary of a job in CI. */
export const jobWords = {
  checkTitle: (isRight: boolean) => `carboncard check: ${isRight ? 'up to date' : 'not up to date'}`,
  auditTitle: (counts: readonly string[]) => `carboncard audit: ${counts.length === 0 ? 'no findings' : counts.join(', ')}`,
  totalsHead: ['Model', 'On disk', 'Now', '90 % interval'],
  none: '–',
  nothingCounted: 'nothing counted',
  notAssessed: 'not assessed',
  partsHead: ['Part', 'Emissions', 'Share', ''],
  findingsHead: ['Where', 'What', 'Finding'],
  more: (count: number, noun: string) => `And ${counted(String(count), noun)} more.`,
  count: (count: number, severity: string) => counted(String(count), severity),
} as const;
