import { once } from '../once.js';
import type { Instance } from './instance.js';
import { awsInstances } from './rows/aws-instances.js';
import { azureInstances } from './rows/azure-instances.js';
import { gcpInstances } from './rows/gcp-instances.js';

export const instances: readonly Instance[] = [...awsInstances, ...gcpInstances, ...azureInstances];

/** `ml.p4d.24xlarge`, `Standard_ND96asr_v4` and `nd96asr v4`: letters and digits, without what SageMaker and Azure put in front. */
export function instanceKey(text: string): string {
  return text
    .toLowerCase()
    .trim()
    .replace(/^(?:ml\.|standard[_\s-])/, '')
    .replaceAll(/[^a-z0-9]/g, '');
}

export const instancesByKey = once((): ReadonlyMap<string, Instance> => new Map(instances.map((row) => [instanceKey(row.name), row])));

/** The name without its size: `p4d`, `a2-highgpu`, `nvads_a10_v5`. */
export function instanceFamily(text: string): string | undefined {
  const name = text
    .toLowerCase()
    .trim()
    .replace(/^(?:ml\.|standard[_\s-])/, '')
    .replaceAll(/\s+/g, '_');
  const ec2 = /^([a-z]+\d[a-z0-9-]*)\.[a-z0-9-]+$/.exec(name)?.[1];
  const compute = /^((?:[ag]\d|ct\d)[a-z]*-[a-z]+)-\d+[gt]?$/.exec(name)?.[1];
  const [, series, rest] = /^(n[cdvg]+)\d+([a-z]*(?:_[a-z0-9_]+)?)$/.exec(name) ?? [];
  return ec2 ?? compute ?? (series === undefined ? undefined : `${series}${rest}`);
}
