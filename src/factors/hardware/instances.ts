import { once } from '../once.js';
import type { Instance } from './instance.js';
import { awsInstances } from './rows/aws-instances.js';
import { azureInstances } from './rows/azure-instances.js';
import { gcpInstances } from './rows/gcp-instances.js';
import { machineInstances } from './rows/machine-instances.js';

export const instances: readonly Instance[] = [...awsInstances, ...gcpInstances, ...azureInstances, ...machineInstances];

/** `ml.p4d.24xlarge`, `Standard_ND96asr_v4`, `nd96asr v4` and `NVIDIA DGX H100`: letters and digits, without what is put in front. */
export function instanceKey(text: string): string {
  return text
    .toLowerCase()
    .trim()
    .replace(/^(?:ml\.|standard[_\s-]|nvidia\s)/, '')
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
