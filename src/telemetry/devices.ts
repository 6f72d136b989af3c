/** A device as the samples name it. */
export interface NamedDevice {
  readonly device: string;
  readonly host: string;
  readonly model: string;
  /** Its number in its machine, where `device` is another name. */
  readonly label: string;
}

/** The parts of a key of the samples: device, host, model and number. */
export function deviceOf(key: string | null): NamedDevice {
  const [device = '', host = '', model = '', label = ''] = (key ?? '').split('\u001f');
  return { device, host, model, label };
}

/** What makes a device another one. Its model does not: a log may name it in some rows only. */
export const identityOf = ({ device, host }: NamedDevice): string => `${host}\u001f${device}`;

const numberOf = ({ label, device }: NamedDevice): number | undefined => {
  const digits = /(?:^|[^\da-f])(\d{1,6})$/i.exec(label === '' ? device : label)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Names under which devices are published, in order: by machine and number, without a name of a host or an id. Where numbers are
 * missing or not unique in a machine, devices are counted.
 *
 * @param word What a device is: `gpu`.
 * @example publicNames([deviceOf('1'), deviceOf('0')], 'gpu').map(({ name }) => name) //=> ['gpu 1', 'gpu 0']
 */
export function publicNames(
  devices: readonly NamedDevice[],
  word: string,
): readonly { readonly name: string; readonly rank: readonly [number, number] }[] {
  const byHost = new Map<string, NamedDevice[]>();
  for (const device of devices) {
    const own = byHost.get(device.host);
    if (own === undefined) byHost.set(device.host, [device]);
    else own.push(device);
  }
  const named = new Map<NamedDevice, { readonly name: string; readonly rank: readonly [number, number] }>();
  for (const [node, host] of [...byHost.keys()].sort(byNatural).entries()) {
    const own = byHost.get(host) ?? [];
    // A meter of a machine has no number in it.
    const isMachine = word !== 'gpu' && byHost.size > 1 && own.length === 1;
    for (const [device, number] of numbered(own)) {
      const name = [...(byHost.size > 1 ? [`node ${node}`] : []), ...(isMachine ? [] : [`${word} ${number}`])].join(', ');
      named.set(device, { name, rank: [node, number] });
    }
  }
  return devices.map((device) => named.get(device) ?? { name: '', rank: [0, 0] });
}

/** The devices of a machine by their numbers; counted where these are missing or not unique. */
function numbered(devices: readonly NamedDevice[]): readonly (readonly [NamedDevice, number])[] {
  const numbers = devices.map(numberOf);
  const isNumbered = numbers.every((number) => number !== undefined) && new Set(numbers).size === devices.length;
  if (isNumbered) return devices.map((device, at) => [device, numbers[at] ?? at]);
  return [...devices].sort((a, b) => byNatural(a.label, b.label) || byNatural(a.device, b.device)).map((device, at) => [device, at]);
}

/** Order of texts in which 2 comes before 10. */
export function byNatural(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split(/(\d+)/));
  for (const [at, part] of (left ?? []).entries()) {
    const other = right?.[at] ?? '';
    const order = at % 2 === 1 && other !== '' ? Number(part) - Number(other) : byText(part, other);
    if (order !== 0) return order;
  }
  return byText(a, b);
}
