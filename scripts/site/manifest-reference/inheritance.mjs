/** What a key of a phase does at the top of the manifest beside `phases`; the lists are those of the program. */
export function atTheTop(key, { sharedKeys, keysOfPlace, manifestKeys, workKeys }) {
  if (ofManifest[key] !== undefined && manifestKeys.includes(key)) return ofManifest[key];
  if (!workKeys.includes(key)) return 'It cannot be written there.';
  if (!sharedKeys.includes(key)) return 'Only in a manifest without `phases`, whose only phase it then describes.';
  return `It holds for every phase that ${unless(key, keysOfPlace)}.`;
}

/** Keys at the top that the manifest itself has. */
const ofManifest = {
  system_boundary: 'It holds for every phase that gives none of its own.',
  not_counted: 'It holds for every phase, together with the reasons of the phase.',
  cite: 'It is the citation of every value that has no nearer one.',
};

function unless(key, keysOfPlace) {
  const others = key === 'pue' ? ', and neither a `pue` nor an `overhead`' : ownPlace.includes(key) ? '' : ` and no \`${key}\``;
  if (keysOfPlace.includes(key)) return `gives no place (\`site\`, \`location\`, \`cloud\` or \`region\`)${others}`;
  return key === 'year' ? 'gives neither a `year` nor a `started`' : `gives no \`${key}\``;
}

const ownPlace = ['site', 'location', 'cloud', 'region'];
