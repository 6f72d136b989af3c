import { once } from '../../once.js';
import { type AcceleratorDraft, accelerator, type FallbackRow } from '../accelerator.js';
import type { DeviceUse } from '../device.js';
import { tablesOfPackage } from '../hugging-face-at-build.js';
import { familyOf } from '../names/read-name.js';
import { huggingFace } from './sources.js';

const unsourced = 'The table names no source of its own, and gives one figure for all variants of a name, the highest.';

/** Names as the makers write them, where the table shortens them. */
const fullNames: Readonly<Record<string, string>> = {
  'RTX PRO 6000 WS': 'RTX PRO 6000 Workstation',
  'RTX PRO 6000 Max-Q': 'RTX PRO 6000 Max-Q Workstation',
  'RTX PRO 4500 WS': 'RTX PRO 4500',
  'RTX Titan': 'TITAN RTX',
};

/** Areas as AnandTech measured them; the other chips take the median of these. */
const dies: Readonly<Record<string, number>> = { M1: 119, 'M1 Pro': 245, 'M1 Max': 432 };

/** The fallback: consumer cards, workstation cards and chips of laptops. Its CPUs and MacBooks are left out. */
export const huggingFaceDevices = once((): readonly AcceleratorDraft[] => {
  const seen = new Set<string>();
  const rows = Object.entries(tablesOfPackage()).flatMap(([vendor, table]) => vendorRows(vendor, table));
  // One device under two names (`Mobile`, `Laptop`) is one row; the Orin boards differ in memory alone.
  return rows.filter(({ family, memories }) => {
    const key = `${family} ${memories.join(' ')}`;
    return !seen.has(key) && seen.add(key);
  });
});

interface Sku {
  readonly watts: number;
  readonly memories: readonly number[];
  readonly year?: number | undefined;
}

function vendorRows(vendor: string, table: unknown): readonly AcceleratorDraft[] {
  if (!isRecord(table)) return [];
  return Object.entries(table).flatMap(([key, entry]) => {
    const sku = readSku(entry);
    const name = fullNames[key] ?? key.replace(/^Apple /, '');
    return sku === undefined || (name.startsWith('MacBook') && !name.endsWith('Neo')) ? [] : [accelerator(rowOf(vendor, name, sku))];
  });
}

function rowOf(vendor: string, name: string, { watts, memories, year }: Sku): FallbackRow {
  const wholeChip = vendor === 'Apple' || (vendor === 'AMD' && /^(?:Radeon \d{3}M|Ryzen)\b/.test(name));
  const [memoryGB, ...more] = memories;
  return {
    aliases: aliasesOf(name),
    name,
    vendor,
    use: useOf(vendor, name),
    build: wholeChip || /^(?:Jetson|GB10)/.test(name) ? 'chip' : 'card',
    memoryGB: more.length > 0 ? undefined : memoryGB,
    memories,
    watts,
    range: 'rating-highest-variant',
    kind: wholeChip ? 'rated power of the whole chip, highest variant' : 'rated power, highest variant',
    boundary: wholeChip ? 'components' : 'accelerator',
    note: year === undefined ? unsourced : `${unsourced} Released ${year}.`,
    die: vendor === 'Apple' ? dies[name] : undefined,
    source: huggingFace,
  };
}

/** What the table itself calls them, and a name that leaves the variant open. */
function aliasesOf(name: string): readonly string[] {
  const own = Object.entries(fullNames).flatMap(([short, full]) => (full === name ? [familyOf(short)] : []));
  return [...own, ...(name.startsWith('RTX PRO 6000') ? ['rtxpro6000'] : [])].filter((alias) => alias !== familyOf(name));
}

/** Names of cards for servers, of chips and cards in laptops and small boards, and of cards for workstations; all others are for games. */
const servers = /^(?:MI\d+|P40|T10|A2|Radeon Pro V\d+)$/;
const laptops = /Mobile|Laptop|Max-Q|Embedded|Jetson|Radeon \d{3}M|Ryzen/;
const workstations = /^(?:GB10|RTX PRO|RTX \d{4}(?: SFF)? Ada|RTX A\d|Quadro|PRO W|Radeon Pro|R9700|Arc (?:Pro|B50|B60))/;

function useOf(vendor: string, name: string): DeviceUse {
  if (servers.test(name)) return 'data-centre';
  if (vendor === 'Apple' || laptops.test(name)) return 'laptop';
  return workstations.test(name) ? 'workstation' : 'consumer';
}

/** The package has no guaranteed shape: an entry without a positive power gives no row. */
function readSku(entry: unknown): Sku | undefined {
  if (!isRecord(entry) || !isPositive(entry['power'])) return undefined;
  const { power: watts, memory, releaseYear } = entry;
  const memories = Array.isArray(memory) ? memory.filter(isPositive).sort((a, b) => a - b) : [];
  return { watts, memories, year: isPositive(releaseYear) ? releaseYear : undefined };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isPositive(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}
