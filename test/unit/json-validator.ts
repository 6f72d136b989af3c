import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

/** A validator of a JSON Schema; strict, so that a misspelt keyword in the schema is an error. */
export const validatorOf = (schema: object): ValidateFunction =>
  new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true, strictRequired: false }).compile(schema);

/** What is wrong with a value, as `path message`; nothing where it is valid. */
export function schemaFaults(validate: ValidateFunction, value: unknown): readonly string[] {
  return validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message = '', params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
}
