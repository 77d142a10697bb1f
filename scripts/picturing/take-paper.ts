import type { Page } from '@playwright/test'
import type { Take } from './scenes.ts'

/**
 * Keeps the first page of the form that stands in the preview, in its true size. It is set alone into the page for that: where it
 * lies, its frame cuts it off. The page has to be opened anew afterwards.
 */
export async function takePaper(page: Page, take: Take, name: string): Promise<void> {
  const sheet = page.locator('.form-preview-sheet').first()
  await sheet.waitFor()
  await sheet.evaluate((paper) => {
    const { ownerDocument: document } = paper
    const preview = document.createElement('div')
    preview.className = 'form-preview'
    preview.append(paper.cloneNode(true))
    document.body.replaceChildren(preview)
  })
  await take(name, page.locator('.form-preview-sheet'))
}
