/** Keys of which a phase that gives one says where it ran. */
export const ownPlaceKeys = ['site', 'location', 'cloud', 'region'] as const;
/** What is said of a place: a phase with a place of its own takes none of it from the top. */
export const keysOfPlace = [...ownPlaceKeys, 'grid', 'pue', 'wue'] as const;
/** Keys that, at the top beside `phases`, hold for every phase that says nothing of its own. */
export const sharedKeys = [...keysOfPlace, 'hardware', 'year', 'task'] as const;
export type SharedKey = (typeof sharedKeys)[number];

/** Keys at the top that the manifest itself has, whether or not it has phases. */
export const manifestKeys: readonly string[] = ['system_boundary', 'not_counted', 'cite'];
