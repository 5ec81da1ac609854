import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { type Finding, type Found, prepareFind } from './find.ts';

/** A thread of its own: a search among a million rows can take longer than anybody may wait for anything else. */
const { databasePath } = workerData as { readonly databasePath: string };
const database = new DatabaseSync(databasePath, { readOnly: true });
const find = prepareFind(database);

/** Others wait behind a question that cannot be answered. */
function answer(finding: Finding): Found {
  try {
    return { ok: true, rows: find(finding) };
  } catch (thrown) {
    const { code } = thrown as { readonly code?: unknown };
    return { ok: false, code: String(code) };
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- A thread, no window.
parentPort?.on('message', (finding: Finding) => parentPort?.postMessage(answer(finding)));
