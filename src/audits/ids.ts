/** Ids of the audits; a manifest can name them, and so they are its words. */
export { type AuditId, auditIds } from '../manifest/audit-ids.js';
