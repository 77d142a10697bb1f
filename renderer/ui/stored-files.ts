import { ProblemError, upload } from '../api/client.ts'

/** The doors through which the files of one kind of record go in and out: each area has its own, with its own permissions. */
export interface FileDoors {
  /** @param file the token under which the program holds the uploaded file */
  add(recordId: string, file: string): Promise<unknown>
  open(id: string): Promise<{ readonly token: string; readonly name: string }>
  preview(id: string): Promise<{ readonly dataUrl: string | null }>
  remove(id: string): Promise<unknown>
  bringBack(id: string): Promise<unknown>
}

type Step = (index: number, file: File, refused: readonly string[]) => void

/** Puts files into a record one after the other. @returns how many went in, and why the others did not */
export async function storeFiles(doors: FileDoors, recordId: string, files: readonly File[], onStep: Step = () => undefined): Promise<{ readonly added: number; readonly refused: readonly string[] }> {
  const refused: string[] = []
  for (const [index, file] of files.entries()) {
    onStep(index, file, [...refused])
    try {
      const { token } = await upload(file)
      await doors.add(recordId, token)
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      refused.push(error.message.includes(file.name) ? error.message : `「${file.name}」没有存入：${error.message}`)
    }
  }
  return { added: files.length - refused.length, refused }
}
