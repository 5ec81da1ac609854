import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { type Finding, prepareFind } from './find.ts';

/** A thread of its own: a search among a million rows can take longer than anybody may wait for anything else. */
const { databasePath } = workerData as { readonly databasePath: string };
const database = new DatabaseSync(databasePath, { readOnly: true });
const find = prepareFind(database);

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- A thread, no window.
parentPort?.on('message', (finding: Finding) => parentPort?.postMessage(find(finding)));
