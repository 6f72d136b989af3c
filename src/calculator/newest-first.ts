/** Something that is asked, of a kind. */
interface Asked {
  readonly kind: string;
}

/**
 * Answers questions one after the other, and of each kind only the newest that has come: a question that waits is dropped when
 * another of its kind comes.
 *
 * @param answer Never fails.
 * @param pause Lets questions come in, which arrived during the last answer.
 */
export function newestFirst<Question extends Asked>(
  answer: (question: Question) => Promise<void>,
  pause: () => Promise<void>,
): (question: Question) => void {
  const waiting = new Map<string, Question>();
  let isAnswering = false;
  async function answerAll(): Promise<void> {
    isAnswering = true;
    await pause();
    for (let [next] = waiting.values(); next !== undefined; [next] = waiting.values()) {
      waiting.delete(next.kind);
      await answer(next);
      await pause();
    }
    isAnswering = false;
  }
  return (question) => {
    // Removed first, so that it waits behind the others again.
    waiting.delete(question.kind);
    waiting.set(question.kind, question);
    if (!isAnswering) void answerAll();
  };
}
