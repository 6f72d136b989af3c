/** Where a manifest is, and where reports are, unless somebody names another path. */
export const defaultManifest = 'carboncard.yaml';
export const defaultReports = 'reports';
