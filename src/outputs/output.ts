import type { Assessment } from '../assessment/assessment.js';
import type { CyclonedxVersion } from '../assessment/bom/activities.js';
import type { Message } from '../diagnostics/message.js';
import type { RenderContext } from '../render/context.js';
import type { OutputId } from './ids.js';

/** What an output is rendered with. */
export interface OutputContext extends RenderContext {
  /** The formats that are written into the folder: a file may name another one only if that one is written too. */
  readonly formats: readonly OutputId[];
  /** Whether the section holds the whole report too, folded. */
  readonly full?: boolean | undefined;
  /** The text of the manifest. */
  readonly manifest: string;
  /** How a BOM is written: its release, and the BOM that it is merged into. */
  readonly cyclonedx?: CyclonedxOptions | undefined;
  /** Takes what the format needs and the assessment lacks: the message names the key of the manifest to add. */
  readonly report: (message: Message) => void;
}

/** How a CycloneDX BOM is written. */
export interface CyclonedxOptions {
  readonly version?: CyclonedxVersion | undefined;
  /** The component of the model in the BOM that is there: its `bom-ref`, purl or name. */
  readonly component?: string | undefined;
  /** The BOM that is there, and where the manifest names it. */
  readonly bom?:
    | {
        readonly file: string;
        readonly text: string;
        readonly at?: { readonly file: string; readonly line?: number; readonly column?: number };
      }
    | undefined;
}

/** Contents by path in the folder of the report, with `/`. */
export type OutputFiles = ReadonlyMap<string, Uint8Array | string>;

/** What costs much, and is provided only for the outputs that need it. */
export interface OutputNeeds {
  /** A browser's page. Such an output is rendered after the others, and writes one file: the one that `outputTexts` names. */
  readonly page?: true | undefined;
  /** The bundled fonts: their missing characters are reported. */
  readonly fonts?: true | undefined;
}

/** One format. It reads the assessment, decides no figure, writes nothing and prints nothing. */
export interface Output {
  readonly id: OutputId;
  readonly needs?: OutputNeeds | undefined;
  /** Its files. The same assessment and the same context give the same bytes. */
  readonly render: (assessment: Assessment, context: OutputContext) => OutputFiles | Promise<OutputFiles>;
}
