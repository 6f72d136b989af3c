/** Where a value is, so far as it decides whether it holds. */
export interface ConditionWords {
  /** The sentence; empty where a label says what the value is. */
  readonly sentence: string;
  readonly label: string;
}

const condition =
  /\b(?:if|unless|otherwise|suppos(?:e|ing)|instead|imagine|hypothetical\w*|in case|would|could|might)\b|\b(?:for|as an) (?:example|instance)\b|\be\.g\./i;
const byDefault = /\bdefaults?\b(?! (?:settings|hyper-?parameters|config\w*))|\bfall(?:s|ing|en)?[\s-]?back\b|\bplace-?holder\b/i;
const unknown =
  /\b(?:cannot|can['’]t|could ?n[o'’]t|unable to|(?:not|is ?n['’]t|are ?n['’]t) (?:be )?(?:possible|known|available|given|set|specified|found|detected|determined|provided|recogni[sz]ed)|when(?:ever)? (?:no|the|there)\b[^.;]{0,60}\b(?:unknown|missing|absent|undefined|fails?)|wher(?:e|ever) (?:no|the|there)\b[^.;]{0,60}\b(?:unknown|missing|absent|undefined|fails?))/i;

/**
 * Whether a value holds only under a condition, as in the documentation of a tool: `If the country is unknown, the factor is 436 kg/MWh`. A
 * value with a label is what it says, unless the label speaks of a default.
 *
 * @example isConditional({ sentence: 'By default 475 g/kWh are used.', label: '' }) //=> true
 */
export function isConditional({ sentence, label }: ConditionWords): boolean {
  return byDefault.test(label) || condition.test(sentence) || byDefault.test(sentence) || unknown.test(sentence);
}
