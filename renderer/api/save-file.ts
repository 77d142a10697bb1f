import { bridge, type SavedFile } from './bridge.ts'
import { ProblemError } from './client.ts'

/** Offers a file that a route has made to be saved. @returns null when the person thought better of it @throws ProblemError */
export async function saveFile(file: { readonly token: string; readonly name: string }): Promise<SavedFile | null> {
  const result = await bridge.save(file.token, file.name)
  if (result.ok) return result.value
  if (result.error.kind === 'cancelled') return null
  throw new ProblemError(result.error)
}
