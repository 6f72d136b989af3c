import type { Readable, Writable } from 'node:stream';
import type { Answers, Ask } from '../verbs/init.js';
import { promptWords } from './texts/words.js';

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
    const { isCancel, select, text } = await import('@clack/prompts');
    const answers: { [id: string]: string } = {};
    const streams = { input: stdin, output: stderr };
    for (const { id, text: message, example, choices, objection } of questions) {
      const answer =
        choices === undefined
          ? await text({
              message,
              placeholder: promptWords.placeholder(example),
              validate: (value) => ((value ?? '').trim() === '' ? undefined : objection((value ?? '').trim())),
              ...streams,
            })
          : await select({
              message,
              options: [...choices, { value: '', label: promptWords.leaveOpen }].map((choice) => ({ ...choice })),
              initialValue: example,
              ...streams,
            });
      if (isCancel(answer)) return undefined;
      const typed = (answer ?? '').trim();
      if (typed !== '') answers[id] = typed;
    }
    return answers as Answers;
  };
}
