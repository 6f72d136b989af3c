import type { Assessment, ModelFacts } from '../../assessment/assessment.js';
import {
  componentsOf,
  environmentPath,
  firstMinorVersion,
  isBom,
  minorVersion,
  type PlacedComponent,
} from '../../assessment/bom/components.js';
import { packageUrl } from '../../assessment/bom/package-url.js';
import { propertyPrefix } from '../../assessment/bom/properties.js';
import { present } from '../../assessment/present.js';
import { bomMessages } from '../../diagnostics/bom-messages.js';
import { InputError } from '../../diagnostics/diagnostic.js';
import { placeAt } from '../../diagnostics/json-places.js';
import type { Message } from '../../diagnostics/message.js';
import type { CyclonedxOptions, OutputContext } from '../output.js';
import { type Environment, environmentOf } from './component.js';
import { listText, valueText, withMember } from './json-edit.js';
import { messages } from './messages.js';

/** The BOM that figures are merged into, and the component that the manifest names. */
type Target = CyclonedxOptions & { readonly bom: NonNullable<CyclonedxOptions['bom']> };

/**
 * A BOM that is there, with the energy and emissions of the model in its component. Everything else stays as it is, byte by byte; what
 * an earlier merge wrote is replaced, so that merging twice is merging once.
 *
 * @throws {InputError} Where it is no BOM of CycloneDX 1.6 or later in JSON, or has not one component that is the model.
 */
export function mergedBom(assessment: Assessment, { bom, component, version }: Target, report: OutputContext['report']): string {
  const { file, text } = bom;
  const refuse = (message: Message): InputError => new InputError([{ ...message, file, ...bom.at }]);
  const value = parsedBom(bom, refuse);
  const kept = `1.${minorVersion(value)}`;
  if (version !== undefined && version !== kept) report(messages.keptVersion(kept, version));
  const found = componentOf(componentsOf(value), assessment.model, component);
  if ('fault' in found) throw refuse(found.fault);
  const environment = present(environmentOf(assessment, report));
  const twice = activitiesOfOthers(found.component, environment);
  if (twice.length > 0) report(messages.otherConsumptions(twice));
  return withEnvironment(text, found.path, environment);
}

function parsedBom({ file, text }: Target['bom'], refuse: (message: Message) => InputError): unknown {
  if (/^\uFEFF?\s*</.test(text)) throw refuse(bomMessages.xmlBom(file, 'merged'));
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw refuse(messages.notJson());
  }
  if (!isBom(value)) throw refuse(messages.notCyclonedx());
  const minor = minorVersion(value);
  if (minor === undefined) throw refuse(messages.noVersion());
  if (minor < firstMinorVersion) throw refuse(messages.oldBom(`1.${minor}`, file));
  return value;
}

const modelType = 'machine-learning-model';

/** The component that is the model: the one that is named, else by its package URL, else by its id or name. */
function componentOf(
  all: readonly PlacedComponent[],
  model: ModelFacts,
  named: string | undefined,
): PlacedComponent | { readonly fault: Message } {
  const own = packageUrl({ id: model.id });
  const isNamed = ({ component }: PlacedComponent): boolean =>
    component['bom-ref'] === named || component['purl'] === named || component['name'] === named;
  const hasPurl = ({ component: { purl } }: PlacedComponent): boolean =>
    own !== undefined && typeof purl === 'string' && purl.split(/[@?#]/)[0]?.toLowerCase() === own.toLowerCase();
  const hasName = ({ component: { group, name } }: PlacedComponent): boolean =>
    name === model.name || (model.id !== undefined && (name === model.id || `${String(group)}/${String(name)}` === model.id));
  const ways = named === undefined ? [hasPurl, hasName] : [isNamed];
  const matches = ways.map((way) => all.filter(way)).find((some) => some.length > 0) ?? [];
  const ofType = matches.filter(({ component }) => component['type'] === modelType);
  const [first, ...others] = ofType.length > 0 ? ofType : matches;
  const models = all.filter(({ component }) => component['type'] === modelType).map(nameOf);
  if (first === undefined) return { fault: messages.noComponent(named ?? own ?? model.name, models) };
  if (others.length > 0) return { fault: messages.severalComponents([first, ...others].map(nameOf)) };
  return ofType.length === 0 ? { fault: messages.notAModel(nameOf(first), String(first.component['type'])) } : first;
}

/** What a person writes to name a component. */
function nameOf({ component }: PlacedComponent): string {
  return String(component['bom-ref'] ?? component['purl'] ?? component['name']);
}

/** Whether an entry of a list is one that carboncard wrote. */
function isOurs(entry: unknown): boolean {
  const begins = (value: unknown): boolean => {
    const name = typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined;
    return typeof name === 'string' && name.startsWith(propertyPrefix);
  };
  const properties = typeof entry === 'object' && entry !== null && 'properties' in entry ? entry.properties : undefined;
  return begins(entry) || (Array.isArray(properties) && properties.some(begins));
}

/** Activities of which somebody else states the energy too. */
function activitiesOfOthers(component: PlacedComponent['component'], { energyConsumptions }: Environment): readonly string[] {
  let value: unknown = component;
  for (const key of [...environmentPath, 'energyConsumptions'])
    value = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
  const others = Array.isArray(value) ? value.filter((entry) => !isOurs(entry)) : [];
  const words = new Set(others.map((entry) => (typeof entry === 'object' && entry !== null && 'activity' in entry ? entry.activity : '')));
  return [...new Set(energyConsumptions.map(({ activity }) => activity))].filter((activity) => words.has(activity));
}

/** The text with the environment at its place: into the one that is there, else as a new one. */
function withEnvironment(text: string, component: PlacedComponent['path'], environment: Environment): string {
  const isObject = (path: PlacedComponent['path']): boolean => {
    const place = placeAt(text, path);
    return place !== undefined && text[place.start] === '{';
  };
  const depth = environmentPath.findIndex((_, n) => !isObject([...component, ...environmentPath.slice(0, n + 1)]));
  const [key, ...inner] = depth < 0 ? [] : environmentPath.slice(depth);
  if (key !== undefined) {
    const value = inner.reduceRight<unknown>((within, name) => ({ [name]: within }), environment);
    return withMember(text, [...component, ...environmentPath.slice(0, depth)], key, (_, indent) => valueText(text, value, indent));
  }
  let edited = text;
  for (const name of ['energyConsumptions', 'properties'] as const) {
    const before = edited;
    edited = withMember(before, [...component, ...environmentPath], name, (standing, indent) =>
      listText(before, { standing, indent, isOurs, ours: environment[name] }),
    );
  }
  return edited;
}
