import { byNatural } from '../devices.js';
import type { Metric } from './metrics.js';

export type Labels = Readonly<Record<string, string>>;

/** One device of a fleet, and how the file names it. */
export interface Device {
  /** Its labels in answers, as `keyOf` joins them. */
  readonly key: string;
  /** `node 2, gpu 0`: no host, no UUID. */
  readonly name: string;
  readonly model?: string | undefined;
}

export interface Fleet {
  readonly devices: readonly Device[];
  /** Labels that an answer is grouped by, where several series are of one device; nothing where each series is one. */
  readonly by?: readonly string[] | undefined;
  /** The device of an answer. */
  readonly keyOf: (labels: Labels) => string;
}

/** Labels that change while a device stays the same: what runs on it, who scraped it, where in Kubernetes. */
const passing: readonly string[] = [
  ...['pod', 'namespace', 'container', 'exported_pod', 'exported_namespace', 'exported_container', 'pod_uid', 'hpc_job'],
  ...['endpoint', 'service', 'prometheus', 'prometheus_replica', 'replica', '__replica__', 'receive', 'tenant_id'],
  ...['DCGM_FI_DRIVER_VERSION', 'err_code', 'err_msg'],
  // Parts of a GPU in MIG mode. Power is measured of the whole GPU, and each part shows it.
  ...['GPU_I_ID', 'GPU_I_PROFILE'],
];
/** Labels that name the machine, best first. `instance` is the exporter's address. */
const ofNode = ['Hostname', 'node_name', 'nodename', 'node', 'host', 'hostname', 'exported_instance', 'instance'];
/** Labels with the number of a device in its machine. */
const ofNumber = ['gpu', 'gpu_id', 'index', 'minor_number', 'package', 'socket'];
/** The number of a MIG instance in its GPU. */
const ofInstance = 'GPU_I_ID';
const ofModel = ['modelName', 'model_name', 'gpu_name'];

/**
 * Which devices the series are of. A GPU that works for one pod after the other has a series for each; they are one device.
 *
 * @param by Labels that a person named; they come before those that are known of the metric.
 */
export function fleetOf(series: readonly Labels[], metric: Metric, by?: readonly string[]): Fleet {
  const identity = by ?? identityOf(series, metric);
  const keyOf = (labels: Labels): string => JSON.stringify(identity.map((name) => labels[name] ?? ''));
  const firsts = new Map<string, Labels>();
  for (const labels of sorted(series)) if (!firsts.has(keyOf(labels))) firsts.set(keyOf(labels), labels);
  return { devices: named(firsts, metric, identity), by: firsts.size < series.length ? identity : undefined, keyOf };
}

function identityOf(series: readonly Labels[], metric: Metric): readonly string[] {
  const has = (name: string): boolean => series.some((labels) => (labels[name] ?? '') !== '');
  const everywhere = (name: string): boolean => series.every((labels) => (labels[name] ?? '') !== '');
  const known = metric.identity?.find(([first = '']) => everywhere(first));
  if (known !== undefined) {
    const node = known[0] === 'gpu' ? ofNode.filter(everywhere).slice(0, 1) : [];
    return [...node, ...known.filter(has)];
  }
  const names = [...new Set(series.flatMap((labels) => Object.keys(labels)))].filter((name) => name !== '__name__').sort();
  return names.filter((name) => !passing.includes(name));
}

/** In an order that no server decides. */
function sorted(series: readonly Labels[]): readonly Labels[] {
  const texts = new Map(series.map((labels) => [labels, JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)))]));
  return [...series].sort((a, b) => ((texts.get(a) ?? '') < (texts.get(b) ?? '') ? -1 : 1));
}

interface Placed {
  readonly key: string;
  readonly labels: Labels;
  readonly node: string;
  readonly number: string | undefined;
}

function named(firsts: ReadonlyMap<string, Labels>, { noun = 'device' }: Metric, identity: readonly string[]): readonly Device[] {
  const all = [...firsts.values()];
  const nodeLabel = ofNode.find((name) => all.every((labels) => (labels[name] ?? '') !== ''));
  const numberLabel = ofNumber.find((name) => all.every((labels) => /^\d{1,3}$/.test(labels[name] ?? '')));
  const placed = [...firsts].map(([key, labels]) => ({
    key,
    labels,
    // Without the port: two exporters of one machine are of one machine.
    node: nodeLabel === undefined ? '' : (labels[nodeLabel] ?? '').replace(/:\d+$/, ''),
    number: numberLabel === undefined ? undefined : labels[numberLabel],
  }));
  const nodes = [...new Set(placed.map(({ node }) => node))].sort(byNatural);
  return nodes.flatMap((node, nth) => {
    const here = placed.filter((one) => one.node === node).sort(byPlace);
    const prefix = nodes.length === 1 && noun !== 'node' ? '' : `node ${nth}`;
    return namesOf(here, noun, identity.includes(ofInstance)).map((name, at) =>
      deviceOf(here[at], [prefix, name].filter((part) => part !== '').join(', ')),
    );
  });
}

/** Names within a machine: by the numbers of the labels where these tell them apart, else in order. */
function namesOf(here: readonly Placed[], noun: string, hasInstances: boolean): readonly string[] {
  if (noun === 'node') return here.map((_, at) => (here.length === 1 ? '' : `sensor ${at}`));
  const numbered = here.map(({ number, labels }) => {
    const part = hasInstances ? (labels[ofInstance] ?? '') : '';
    return number === undefined ? undefined : `${noun} ${Number(number)}${/^\d{1,3}$/.test(part) ? `, instance ${Number(part)}` : ''}`;
  });
  const isTold = numbered.every((name) => name !== undefined) && new Set(numbered).size === here.length;
  return here.map((_, at) => (isTold ? (numbered[at] ?? '') : `${noun} ${at}`));
}

function deviceOf(placed: Placed | undefined, name: string): Device {
  const model = ofModel.map((label) => placed?.labels[label]?.trim()).find((text) => text !== undefined && text !== '');
  return { key: placed?.key ?? '', name, model: model?.slice(0, 80) };
}

function byPlace(a: Placed, b: Placed): number {
  return Number(a.number ?? 0) - Number(b.number ?? 0) || (a.key < b.key ? -1 : 1);
}
