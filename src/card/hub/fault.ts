/** What the Hub, or the reader of `huggingface_hub`, rejects in a card's metadata. */
export interface HubFault {
  /** The key, as `tags[0]`. */
  readonly path: string;
  /** What it is: `text`, `a number`. */
  readonly found: string;
  /** What it should be. */
  readonly expected: string;
  /** Where it is in the YAML. */
  readonly offset?: number | undefined;
  /** The Hub knows more values than this program, so that it is no error. */
  readonly isUnsure?: true | undefined;
}
