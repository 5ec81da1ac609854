import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { prepareAnswers } from './answers.ts';
import type { Answer, Question } from './questions.ts';

/** A thread of its own: a search among a million rows can take longer than anybody may wait for anything else. */
const { databasePath } = workerData as { readonly databasePath: string };
const answers = prepareAnswers(new DatabaseSync(databasePath, { readOnly: true }));

/** Others wait behind a question that cannot be answered. */
function answer({ topic, asked }: Question): Answer {
  try {
    const find = answers[topic] as (...asked: readonly unknown[]) => unknown;
    return { ok: true, value: find(...asked) };
  } catch (thrown) {
    const { code } = thrown as { readonly code?: unknown };
    return { ok: false, code: String(code) };
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- A thread, no window.
parentPort?.on('message', (question: Question) => parentPort?.postMessage(answer(question)));
