/** Questions to what cards, manifests and assessments claim: an entry of its own, so that they load nothing that draws or prints. */
export type { Audit } from './audits/audit.js';
export { type AuditId, auditIds } from './audits/ids.js';
export { audits } from './audits/index.js';
export { type AuditedFile, type AuditOptions, auditFiles } from './pipeline/audit-files.js';
