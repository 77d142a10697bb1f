import { expect, type Page } from '@playwright/test'

/**
 * No text on the page is cut off: the page does not scroll sideways, and whatever hides text that does not fit says so with
 * an ellipsis and holds the whole text in a title.
 */
export async function expectNothingCutOff(page: Page, where: string): Promise<void> {
  const cut = await page.evaluate(() => {
    const found: string[] = []
    const root = document.documentElement
    if (root.scrollWidth > root.clientWidth) found.push(`the page scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}`)
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const text = element.innerText?.trim() ?? ''
      const box = element.getBoundingClientRect()
      // What only a screen reader sees, and what is not drawn at all, cannot be cut off.
      if (text === '' || box.width < 4 || box.height < 4 || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
      const style = getComputedStyle(element)
      const name = `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} 「${text.slice(0, 40)}」`
      const hidesWide = style.overflowX === 'hidden' || style.overflowX === 'clip'
      const hidesTall = style.overflowY === 'hidden' || style.overflowY === 'clip'
      if (hidesWide && element.scrollWidth > element.clientWidth + 1) {
        const told = style.textOverflow === 'ellipsis' && element.closest('[title]') !== null
        if (!told) found.push(`${name} is ${element.scrollWidth} wide in ${element.clientWidth}`)
      }
      if (hidesTall && element.scrollHeight > element.clientHeight + 2 && element.children.length === 0) found.push(`${name} is ${element.scrollHeight} high in ${element.clientHeight}`)
    }
    return found
  })
  expect(cut, `cut off at ${where}`).toEqual([])
}
