/**
 * A JSON Schema of the part of SPDX that carboncard writes, in release 3.0.1 of the model (https://spdx.github.io/spdx-spec/v3.0.1/):
 * classes, their properties, how often each may occur, and what values it takes. It was written from the pages of the model, and is
 * stricter than the published schema where those pages are: no other classes, no other properties, and the properties that the AI
 * profile requires where the document claims to conform to it.
 *
 * Core: CreationInfo, SpdxDocument, Agent, SoftwareAgent, Tool, Relationship. AI: AIPackage, EnergyConsumption,
 * EnergyConsumptionDescription. Extension: CdxPropertiesExtension, CdxPropertyEntry.
 */
const text = { type: 'string', minLength: 1 };
/** An IRI of an element, which is no blank node. */
const iri = { type: 'string', pattern: String.raw`^(?!_:)[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^\x60]+$` };
const iris = { type: 'array', minItems: 1, items: iri, uniqueItems: true };
/** Core/DateTime: whole seconds, in UTC. */
const time = {
  type: 'string',
  pattern: String.raw`^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$`,
};
/** xsd:decimal has no exponent. */
const decimal = { type: 'string', pattern: String.raw`^\d+(\.\d+)?$` };
const individuals = {
  enum: ['expandedlicensing_NoAssertionLicense', 'expandedlicensing_NoneLicense', 'NoAssertionElement', 'NoneElement'],
};
const profiles = [
  ...['ai', 'build', 'core', 'dataset', 'expandedLicensing', 'extension', 'lite', 'security', 'simpleLicensing', 'software'],
];

const closed = (properties: object, required: readonly string[]) => ({ type: 'object', additionalProperties: false, properties, required });

/** An Element of Core, with what its class adds. */
const element = (type: string, properties: object = {}, required: readonly string[] = []) =>
  closed(
    {
      type: { const: type },
      spdxId: iri,
      creationInfo: { type: 'string', pattern: '^_:' },
      name: text,
      summary: text,
      description: text,
      comment: text,
      ...properties,
    },
    ['type', 'spdxId', 'creationInfo', ...required],
  );

const energyList = {
  type: 'array',
  minItems: 1,
  items: closed(
    {
      type: { const: 'ai_EnergyConsumptionDescription' },
      ai_energyQuantity: decimal,
      ai_energyUnit: { enum: ['kilowattHour', 'megajoule', 'other'] },
    },
    ['type', 'ai_energyQuantity', 'ai_energyUnit'],
  ),
};

const classes = {
  CreationInfo: closed(
    {
      'type': { const: 'CreationInfo' },
      '@id': { type: 'string', pattern: '^_:' },
      'specVersion': { const: '3.0.1' },
      'created': time,
      'createdBy': iris,
      'createdUsing': iris,
      'comment': text,
    },
    ['type', '@id', 'specVersion', 'created', 'createdBy'],
  ),
  SpdxDocument: element(
    'SpdxDocument',
    {
      profileConformance: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: profiles }, contains: { const: 'core' } },
      rootElement: iris,
      element: iris,
    },
    ['rootElement', 'element'],
  ),
  Agent: element('Agent'),
  SoftwareAgent: element('SoftwareAgent'),
  Tool: element('Tool'),
  Relationship: element(
    'Relationship',
    {
      from: iri,
      to: { type: 'array', minItems: 1, items: { anyOf: [iri, individuals] } },
      relationshipType: { enum: ['hasConcludedLicense', 'hasDeclaredLicense'] },
    },
    ['from', 'to', 'relationshipType'],
  ),
  ai_AIPackage: element(
    'ai_AIPackage',
    {
      releaseTime: time,
      suppliedBy: iri,
      software_primaryPurpose: { const: 'model' },
      software_packageVersion: text,
      software_packageUrl: { type: 'string', pattern: '^pkg:[a-z]+/' },
      software_downloadLocation: iri,
      ai_energyConsumption: closed(
        {
          type: { const: 'ai_EnergyConsumption' },
          ai_trainingEnergyConsumption: energyList,
          ai_finetuningEnergyConsumption: energyList,
          ai_inferenceEnergyConsumption: energyList,
        },
        ['type'],
      ),
      extension: {
        type: 'array',
        minItems: 1,
        items: closed(
          {
            type: { const: 'extension_CdxPropertiesExtension' },
            extension_cdxProperty: {
              type: 'array',
              minItems: 1,
              items: closed(
                {
                  type: { const: 'extension_CdxPropertyEntry' },
                  extension_cdxPropName: text,
                  extension_cdxPropValue: { type: 'string' },
                },
                ['type', 'extension_cdxPropName'],
              ),
            },
          },
          ['type', 'extension_cdxProperty'],
        ),
      },
    },
    ['name'],
  ),
};

/** Properties that are required of an AIPackage where the profile `ai` is claimed. */
const requiredOfAi = ['releaseTime', 'suppliedBy', 'software_downloadLocation', 'software_packageVersion', 'software_primaryPurpose'];
const node = (type: string, more: object) => ({
  type: 'object',
  properties: { type: { const: type }, ...more },
  required: ['type', ...Object.keys(more)],
});

/** Where a value is of one kind, it has to be of another too. */
const implies = (condition: object, rule: object) => ({ anyOf: [{ not: condition }, rule] });
const hasNode = (type: string, more: object = {}) => ({ type: 'array', contains: node(type, more) });
const claimsAi = hasNode('SpdxDocument', { profileConformance: { type: 'array', contains: { const: 'ai' } } });

export const spdxSchema = {
  ...closed(
    {
      '@context': { const: 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld' },
      '@graph': {
        type: 'array',
        items: { anyOf: Object.values(classes) },
        allOf: [
          ...['CreationInfo', 'SpdxDocument', 'ai_AIPackage'].map((type) => hasNode(type)),
          implies(claimsAi, { type: 'array', items: implies(node('ai_AIPackage', {}), { type: 'object', required: requiredOfAi }) }),
          ...['hasConcludedLicense', 'hasDeclaredLicense'].map((type) =>
            implies(claimsAi, hasNode('Relationship', { relationshipType: { const: type } })),
          ),
        ],
      },
    },
    ['@context', '@graph'],
  ),
  $schema: 'https://json-schema.org/draft/2020-12/schema',
};
