import type { Readable, Writable } from 'node:stream';
import type { Answers, Ask, Question } from '../verbs/init.js';
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
    const { isCancel, log, select, text } = await import('@clack/prompts');
    const answers: { [id: string]: string } = {};
    const streams = { input: stdin, output: stderr };
    /** Asks until the answer is valid or the person turns away, each time in an empty field: what is typed after a rejected answer would be added to it. */
    const askText = async ({ text: message, example, objection }: Question): Promise<string | undefined> => {
      for (;;) {
        const answer = await text({ message, placeholder: promptWords.placeholder(example), ...streams });
        if (isCancel(answer)) return undefined;
        const typed = (answer ?? '').trim();
        const wrong = typed === '' ? undefined : objection(typed);
        if (wrong === undefined) return typed;
        log.error(wrong, { output: stderr });
      }
    };
    for (const question of questions) {
      const { id, text: message, example, choices } = question;
      const answer =
        choices === undefined
          ? await askText(question)
          : await select({
              message,
              options: [...choices, { value: '', label: promptWords.leaveOpen }].map((choice) => ({ ...choice })),
              initialValue: example,
              ...streams,
            });
      if (answer === undefined || isCancel(answer)) return undefined;
      const typed = answer.trim();
      if (typed !== '') answers[id] = typed;
    }
    return answers as Answers;
  };
}
