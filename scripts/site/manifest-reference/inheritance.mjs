/** What a key of a phase does at the top of the manifest beside `phases`; the lists are those of the program. */
export function atTheTop(key, { sharedKeys, keysOfPlace, ownPlaceKeys, manifestKeys, workKeys }) {
  if (ofManifest[key] !== undefined && manifestKeys.includes(key)) return ofManifest[key];
  if (!workKeys.includes(key)) return 'It cannot be written there.';
  if (!sharedKeys.includes(key)) return 'Only in a manifest without `phases`, whose only phase it then describes.';
  return `It holds for every phase that ${unless(key, keysOfPlace, ownPlaceKeys)}.`;
}

/** Keys at the top that the manifest itself has. */
const ofManifest = {
  system_boundary: 'It holds for every phase that gives none of its own.',
  not_counted: 'It holds for every phase, together with the reasons of the phase.',
  cite: 'It is the citation of every value that has no nearer one.',
};

function unless(key, keysOfPlace, ownPlaceKeys) {
  const others = key === 'pue' ? ', and neither a `pue` nor an `overhead`' : ownPlaceKeys.includes(key) ? '' : ` and no \`${key}\``;
  if (keysOfPlace.includes(key)) return `gives no place (${inWords(ownPlaceKeys, 'or')})${others}`;
  return key === 'year' ? 'gives neither a `year` nor a `started`' : `gives no \`${key}\``;
}

/** What keys at the top do beside `phases`, as sentences about all of them. */
export function topRules({ sharedKeys, keysOfPlace, ownPlaceKeys, manifestKeys }) {
  const ofPlace = keysOfPlace.filter((key) => !ownPlaceKeys.includes(key));
  const others = sharedKeys.filter((key) => !keysOfPlace.includes(key));
  return [
    'Without `phases`, the keys of a phase at the top describe the only phase, which is a training.',
    `Beside \`phases\`, the place at the top (${inWords(ownPlaceKeys, 'and')}, with ${inWords(ofPlace, 'and')}) holds for every phase that gives no place of its own.`,
    `${inWords(others, 'and')} at the top hold for every phase that gives none.${others.includes('year') ? ' A phase with `started` takes no `year`.' : ''}`,
    ...manifestKeys.map((key) => `\`${key}\` at the top: ${lowered(ofManifest[key])}`),
    'Other keys of a phase cannot be written at the top beside `phases`: the error names the phase to move them into.',
  ];
}

const inWords = (keys, word) => {
  const written = keys.map((key) => `\`${key}\``);
  return `${written.slice(0, -1).join(', ')} ${word} ${written.at(-1)}`;
};

const lowered = (sentence) => `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
