import { z } from 'zod';
import { type AuditId, auditIds, auditLevels } from '../../audits/ids.js';
import { choice, hover } from './words.js';

/** One key for each audit, so that an unknown one is reported with the nearest. */
const auditShape = Object.fromEntries(
  auditIds.map((id) => [
    id,
    choice(auditLevels, { title: id, text: 'Severity of its findings; `off` skips the audit.', examples: ['off'] }).optional(),
  ]),
) as Readonly<Record<AuditId, z.ZodOptional<z.ZodType<(typeof auditLevels)[number], unknown>>>>;

export const audits = z.strictObject(auditShape).register(
  z.globalRegistry,
  hover({
    title: 'Audits',
    text: 'Severity of single audits: `off`, `note`, `warning` or `error`.',
    absent: 'as each audit has it',
    examples: [{ 'world-average': 'off' }],
  }),
);
