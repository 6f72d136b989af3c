/** One font file and what a style sheet has to say of it. */
export interface FontFace {
  readonly family: string;
  readonly weight: 400 | 600;
  readonly style: 'normal' | 'italic';
  readonly format: 'truetype' | 'woff2';
  /** CSS unicode-range; absent where the face is the main one and takes whatever it has. */
  readonly unicodeRange?: string;
  readonly data: Uint8Array;
}

/** The fonts that a report may use; only these, never the machine's. */
export interface FontLibrary {
  /** The faces that a text needs: the main families always, others where the text has their characters. */
  readonly facesFor: (text: string) => Promise<readonly FontFace[]>;
  /** Characters for which no font has a glyph, each once, in order. */
  readonly missingFrom: (text: string) => Promise<readonly string[]>;
}
