import type { Readable, Writable } from 'node:stream';
import type { Answers, Ask } from '../verbs/init.js';

/** Where questions are asked and answered. */
export interface PromptStreams {
  readonly stdin: Readable & { readonly isTTY?: boolean | undefined };
  readonly stderr: Writable & { readonly isTTY?: boolean | undefined };
  readonly env: { readonly [name: string]: string | undefined };
}

/** Asks the person at the terminal; nothing where there is no terminal. Questions go to stderr, since stdout is for results. */
export function openPrompts({ stdin, stderr, env }: PromptStreams): Ask | undefined {
  if (stdin.isTTY !== true || stderr.isTTY !== true || env['TERM'] === 'dumb' || (env['CI'] ?? '') !== '') return undefined;
  return async (questions) => {
    const { isCancel, text } = await import('@clack/prompts');
    const answers: { [id: string]: string } = {};
    for (const { id, text: message, example, objection } of questions) {
      const answer = await text({
        message,
        placeholder: `${example} (empty: leave open)`,
        input: stdin,
        output: stderr,
        validate: (value) => ((value ?? '').trim() === '' ? undefined : objection((value ?? '').trim())),
      });
      if (isCancel(answer)) return undefined;
      const typed = (answer ?? '').trim();
      if (typed !== '') answers[id] = typed;
    }
    return answers as Answers;
  };
}
