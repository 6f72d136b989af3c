/** Something that is asked, of a kind. */
interface Asked<Kind> {
  readonly kind: Kind;
}

/** How questions are answered. */
interface Answering<Question extends Asked<unknown>> {
  /** Never fails. */
  readonly answer: (question: Question) => Promise<void>;
  /** Lets questions come in, which arrived during the last answer. */
  readonly pause: () => Promise<void>;
  /** Whether a question of the kind that waits is dropped when another one comes. */
  readonly isNewestOnly: (kind: Question['kind']) => boolean;
}

/** Answers questions one after the other; of some kinds only the newest that has come. */
export function newestFirst<Question extends Asked<unknown>>({
  answer,
  pause,
  isNewestOnly,
}: Answering<Question>): (question: Question) => void {
  const waiting = new Map<unknown, Question>();
  let isAnswering = false;
  async function answerAll(): Promise<void> {
    isAnswering = true;
    await pause();
    for (let [first] = waiting; first !== undefined; [first] = waiting) {
      const [key, next] = first;
      waiting.delete(key);
      await answer(next);
      await pause();
    }
    isAnswering = false;
  }
  return (question) => {
    const key = isNewestOnly(question.kind) ? question.kind : question;
    // Removed first, so that it waits behind the others again.
    waiting.delete(key);
    waiting.set(key, question);
    if (!isAnswering) void answerAll();
  };
}
