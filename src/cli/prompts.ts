import type { Readable, Writable } from 'node:stream';
import type { Answers, Ask } from '../verbs/init.js';

/** Where questions are put and answered. */
export interface PromptStreams {
  readonly stdin: Readable & { readonly isTTY?: boolean | undefined };
  readonly stderr: Writable & { readonly isTTY?: boolean | undefined };
  readonly env: { readonly [name: string]: string | undefined };
}

/** Puts questions to whoever sits at the terminal; nothing where nobody does. Talk goes to stderr, as all talk does. */
export function openPrompts({ stdin, stderr, env }: PromptStreams): Ask | undefined {
  if (stdin.isTTY !== true || stderr.isTTY !== true || env['TERM'] === 'dumb' || (env['CI'] ?? '') !== '') return undefined;
  return async (questions) => {
    const { isCancel, text } = await import('@clack/prompts');
    const answers: { [id: string]: string } = {};
    for (const { id, text: message, example, objection } of questions) {
      const answer = await text({
        message,
        placeholder: `${example} (empty: leave it open)`,
        input: stdin,
        output: stderr,
        validate: (value) => ((value ?? '').trim() === '' ? undefined : objection((value ?? '').trim())),
      });
      if (isCancel(answer)) return undefined;
      const said = (answer ?? '').trim();
      if (said !== '') answers[id] = said;
    }
    return answers as Answers;
  };
}
