import { parentPort } from 'node:worker_threads'
import { nameSearchText } from '../../../../shared/domain/people/name-search.ts'

/** Thin: takes the names once and answers with the search text of each, in their order. */
parentPort?.once('message', (names: readonly string[]) => parentPort?.postMessage(names.map(nameSearchText)))
