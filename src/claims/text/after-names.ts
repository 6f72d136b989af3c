// A code such as `T4` or `M40` names many things. The word after it says whether it is a device.

/** Nouns of other things: `T4 cells`, `L4 cache`, `A100 m`, `P100 subset`, `L4 loss`, `M40 dataset`. */
const otherNouns = [
  /cells?|lymphocytes?|patients?|participants?|people|persons?|subjects?|samples?|vertebrae?|genes?|proteins?|receptors?/,
  /papers?|sheets?|roads?|motorways?|routes?|races?|galax(?:y|ies)|[mck]?m|mi|ft|yd/,
  /caches?|(?:(?:data|test|train(?:ing)?|validation|dev|eval(?:uation)?)[\s-]?)?(?:sets?(?!\s(?:to|at)\b)|splits?)|subsets?|corpus|corpora|data(?![\s-]?cent)|folds?|benchmarks?|leaderboards?|tasks?|domains?|labels?|categor(?:y|ies)|images?|documents?|sentences?|tokens?/,
  /loss(?:es)?|norms?|regulari[sz](?:ation|er)|penalt(?:y|ies)|layers?|blocks?|heads?|embeddings?|encoders?|decoders?|neurons?|checkpoints?|networks?|weights?|parameters?|scores?|metrics?|accurac(?:y|ies)|ablations?|hypothes[ei]s/,
  /sections?|tables?|figures?|equations?|appendix|appendices|chapters?|columns?|rows?|questions?|items?/,
];
const otherThing = new RegExp(String.raw`^[\s-](?:${otherNouns.map(({ source }) => source).join('|')})(?![\p{L}\p{N}])`, 'iu');

/** Nouns of a make as well, which are of a device in a line that is labelled as hardware, or before its noun: `A100 model GPUs`. */
const make = /^[\s-](?:models?|versions?)(?![\p{L}\p{N}])(?!\s(?:[GTX]PUs?|cards?|chips?|accelerators?)\b)/iu;

/** The word after a name is of something that is no hardware. */
export function isOfOtherThing(after: string, isOfHardware: boolean): boolean {
  return otherThing.test(after) || (!isOfHardware && make.test(after));
}

/** Words of hardware and of its use, as they follow a device's name. */
const hardware =
  /[gtx]?pus?|gpgpus?|accelerators?|(?:graphics?|video)|cards?|boards?|chips?|processors?|cores?|tensor|socs?|devices?|units?|nodes?|servers?|instances?|machines?|vms?|pods?|rigs?|hosts?|clusters?|partitions?|pools?|slices?|workers?|workstations?|laptops?|desktops?|notebooks?|runtimes?|systems?|clouds?|colab|kaggle|hardware|equivalents?|hours?|hrs?|days?|weeks?|months?|minutes?|seconds?|years?|h|gb|gib|vram|ram|memory|tdp|power|energy|wattage|watts?|k?wh?|mwh|usage|utili[sz]ation|time|model(?=\s[gtx]pu)|x/;
/** Verbs with a device as their subject. */
const verbs =
  /draws?|drew|uses?|takes?|took|runs?|ran|needs?|consumes?|emits?|works?|costs?|trains?|running|using|drawing|consuming|emitting|idling|idles?|averages?|\w+ed(?=\s+(?:a|an|the|by|for|from|on|in|at|to|with|about|around|roughly|[\d~≈])|[.,;]|$)/;
/** Adjectives of hardware and of its rent. */
const adjectives =
  /based|powered|equipped|backed|class|like|free|spot|on-demand|preemptible|local|dedicated|high|low|peak|average|nvidia|tesla/;
/** Words that end a noun. */
const closed =
  /a|about|across|after|all|alone|also|an|and|approximately|are|around|as|at|because|before|between|both|but|by|can|could|cumulatively|did|does|during|each|every|except|for|from|has|had|have|if|in|inside|instead|into|is|it|its|may|might|not|of|off|on|only|or|our|over|per|plus|rather|roughly|since|so|than|that|the|their|then|there|they|this|throughout|through|thus|to|together|total|under|until|up|via|vs|was|we|were|when|where|whereas|which|while|who|whose|will|with|within|without|would/;
const goesOn = new RegExp(
  String.raw`^(?:${[hardware, verbs, adjectives, closed].map(({ source }) => source).join('|')})(?![\p{L}\p{N}])`,
  'iu',
);

/** The word after a short name, if any, fits a device; a noun that is none of hardware makes another thing of it: `M40 whatnot`. */
export function goesOnAsDevice(after: string): boolean {
  const word = /^[\s-]([a-z].*)$/s.exec(after)?.[1];
  return word === undefined || goesOn.test(word);
}
