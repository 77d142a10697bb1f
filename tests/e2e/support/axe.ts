import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { expectStill } from './still.ts'

/** WCAG 2.2 A/AA and what axe's makers hold to be good practice beyond it. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Even the barest page (a refusal under the navigation) gives axe more to look at than this. */
const fewestRules = 15

/**
 * Nothing on the page as it stands that axe objects to. It looks once nothing moves any more, since a message that is just
 * fading has too little contrast, and it must really have looked: an empty page has no violations either.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const look = async () => {
    await expectStill(page)
    // In one page, which has no foreign frames, telling each node only of what is wrong, without fetching style sheets and media
    // once more (no rule of these tags asks for them): a fifth of the time.
    return new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'], preload: false }).withTags(tags).analyze()
  }
  let { passes, violations } = await look()
  // A message that began to fade while axe was looking: once more, when it has gone.
  if (violations.length > 0 && violations.every(({ id, nodes }) => id === 'color-contrast' && nodes.every(({ target }) => String(target).includes('.ant-message')))) {
    await expect(page.locator('.ant-message-notice')).toHaveCount(0);
    ({ passes, violations } = await look())
  }
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, html }) => `${target.join(' ')} ${html.slice(0, 120)}`).slice(0, 3).join('; ')}`)).toEqual([])
  expect(passes.length, `axe ran only ${passes.map(({ id }) => id).join(', ')}`).toBeGreaterThan(fewestRules)
}
