import { call, ProblemError, upload } from '../../api/client.ts'

/** Puts files into an activity one after the other. @returns how many went in, and why the others did not */
export async function storeFiles(
  activityId: string, files: readonly File[], onStep: (index: number, file: File, refused: readonly string[]) => void,
): Promise<{ readonly added: number; readonly refused: readonly string[] }> {
  const refused: string[] = []
  for (const [index, file] of files.entries()) {
    onStep(index, file, [...refused])
    try {
      const { token } = await upload(file)
      await call('activities.addAttachment', { activityId, file: token })
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      refused.push(error.message.includes(file.name) ? error.message : `「${file.name}」没有存入：${error.message}`)
    }
  }
  return { added: files.length - refused.length, refused }
}
