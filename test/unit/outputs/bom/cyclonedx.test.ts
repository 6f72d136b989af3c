import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { describe, expect, it } from 'vitest';
import { assessFile } from '../../../../src/verbs/shared/assess.js';
import { fixtures, rendered } from './rendered.js';

const validator = {
  '1.6': new Validation.JsonStrictValidator(Spec.Version.v1dot6),
  '1.7': new Validation.JsonStrictValidator(Spec.Version.v1dot7),
};

describe.each(fixtures)('%s', (file) => {
  it.each(['1.6'] as const)('is valid by the strict schema of CycloneDX %s', async (version) => {
    const { assessment } = await assessFile(file);
    const { text } = await rendered('cyclonedx', assessment);
    expect(await validator[version].validate(text)).toBeNull();
  });
});
