// Makes the JSON Schema of assessment.json from the TypeScript types of src/assessment: docstrings become descriptions.
// `npm run schema` writes src/assessment/assessment.schema.json; a test fails where the file is not what the types say.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const entry = `${root}src/assessment/assessment.ts`;
export const schemaFile = `${root}src/assessment/assessment.schema.json`;

/** The schema as the text of its file. */
export function assessmentSchemaText() {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [entry] }, ts.sys, root);
  const program = ts.createProgram([entry], options);
  const checker = program.getTypeChecker();
  const assessment = checker
    .getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(entry)))
    .find(({ name }) => name === 'Assessment');
  const defs = {};
  const { $ref, ...whole } = objectSchema(checker, checker.getDeclaredTypeOfSymbol(assessment), defs);
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:carboncard:assessment:1',
    title: 'carboncard assessment',
    description: textOf(checker, assessment),
    ...whole,
    $defs: Object.fromEntries(Object.entries(defs).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

/** The schema of a type; interfaces are named in `defs` and referred to. */
function schemaOf(checker, type, defs) {
  const { flags } = type;
  if (type.isUnion()) return unionSchema(checker, type, defs);
  if (type.isStringLiteral()) return { const: type.value };
  if (flags & ts.TypeFlags.BooleanLiteral) return { const: checker.typeToString(type) === 'true' };
  if (flags & ts.TypeFlags.String) return { type: 'string' };
  if (flags & ts.TypeFlags.Number) return { type: 'number' };
  if (checker.isArrayType(type)) return { type: 'array', items: schemaOf(checker, checker.getTypeArguments(type)[0], defs) };
  if (!(flags & ts.TypeFlags.Object)) throw new Error(`No JSON Schema for the type ${checker.typeToString(type)}`);
  const name = nameOf(checker, type);
  if (!(name in defs)) {
    defs[name] = {};
    const symbol = type.aliasSymbol ?? type.symbol;
    defs[name] = { description: textOf(checker, symbol), ...objectSchema(checker, type, defs) };
  }
  return { $ref: `#/$defs/${name}` };
}

/** Choices of words or of objects, in the order of the source; `undefined` only says that the key can be absent. */
function unionSchema(checker, type, defs) {
  const members = type.types.filter((member) => !(member.flags & ts.TypeFlags.Undefined));
  if (members.length === 1) return schemaOf(checker, members[0], defs);
  const values = members.filter((member) => !(member.flags & ts.TypeFlags.Null));
  if (values.length === 1 && values.length < members.length) {
    const { type, ...more } = schemaOf(checker, values[0], defs);
    if (type !== undefined) return { type: [type, 'null'], ...more };
  }
  if (members.every((member) => member.isStringLiteral())) return { enum: members.map(({ value }) => value) };
  if (members.every(({ flags }) => flags & ts.TypeFlags.Object)) return { anyOf: members.map((member) => schemaOf(checker, member, defs)) };
  throw new Error(`No JSON Schema for the union ${checker.typeToString(type)}`);
}

/** A closed object: a key that the type does not have is an error. */
function objectSchema(checker, type, defs) {
  const properties = {};
  const required = [];
  for (const property of checker.getPropertiesOfType(type)) {
    if (!(property.flags & ts.SymbolFlags.Optional)) required.push(property.name);
    properties[property.name] = {
      description: textOf(checker, property),
      ...schemaOf(checker, checker.getTypeOfSymbol(property), defs),
      ...limitsOf(checker, property),
    };
  }
  return {
    type: 'object',
    properties,
    ...(required.length > 0 && { required }),
    // An interval has both ends or none.
    ...('low' in properties && 'high' in properties && { dependentRequired: { low: ['high'], high: ['low'] } }),
    additionalProperties: false,
  };
}

/** `Line`; `Quantity-kWh`, and `Quantity-gCO2e-per-kWh`, since a slash would have to be escaped in a reference. */
function nameOf(checker, type) {
  const [unit] = type.aliasSymbol ? [] : checker.getTypeArguments(type);
  const name = (type.aliasSymbol ?? type.symbol).name;
  if (name === '__type') throw new Error(`Give this type a name, so that it can be referred to: ${checker.typeToString(type)}`);
  return unit === undefined ? name : `${name}-${unit.value.replace('/', '-per-')}`;
}

/** The docstring, without its tags. */
function textOf(checker, symbol) {
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim().replace(/\s+/g, ' ');
  if (text === '') throw new Error(`${checker.symbolToString(symbol)} has no docstring, which is its description in the schema`);
  return text;
}

/** `@minimum` and `@maximum` of a docstring. */
function limitsOf(checker, symbol) {
  const tags = symbol.getJsDocTags(checker).filter(({ name }) => name === 'minimum' || name === 'maximum');
  return Object.fromEntries(tags.map(({ name, text }) => [name, Number(ts.displayPartsToString(text))]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(schemaFile, assessmentSchemaText());
