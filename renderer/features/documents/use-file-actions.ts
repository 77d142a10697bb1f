import { call } from '../../api/client.ts'
import { saveFile } from '../../api/save-file.ts'
import { useDone } from '../../ui/use-done.ts'

/** The folder's own name: the whole way to it would fill the screen, and its window shows it anyway. */
const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** What can be done with a saved document: show its folder (`null`: 文书 itself), save it elsewhere. */
export function useFileActions() {
  const { done, failed } = useDone()
  async function attempt(act: () => Promise<string | null>): Promise<void> {
    try {
      const sentence = await act()
      if (sentence !== null) done(sentence)
    } catch (error) {
      failed(error instanceof Error ? error : new Error('没有完成，请再试一次'))
    }
  }
  const saveAs = async (file: { readonly token: string; readonly name: string }) => {
    const saved = await saveFile(file)
    return saved === null ? null : `已另存「${saved.name}」`
  }
  return {
    openFolder: (id: string | null) => void attempt(async () => `已打开文件夹「${lastPart((await call('documents.openFolder', { id })).shown)}」`),
    saveAs: (file: { readonly token: string; readonly name: string }) => void attempt(() => saveAs(file)),
    download: (id: string) => void attempt(async () => saveAs(await call('documents.download', { id }))),
  }
}
