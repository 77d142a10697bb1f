import { expect, type Page } from '@playwright/test'

/** The animations and transitions that run and will end; a spinner that turns for ever is not waited for. */
function running(): string[] {
  return document.getAnimations()
    .filter((animation) => animation.playState === 'running' && animation.effect?.getComputedTiming().endTime !== Infinity)
    .map((animation) => {
      const target = animation.effect instanceof KeyframeEffect ? animation.effect.target : null
      return `${animation.constructor.name} of ${target?.className ?? 'something'}`
    })
}

/** Waits until nothing on the page fades, slides or opens any more; in two looks one after the other, since one movement may start the next. */
export async function expectStill(page: Page): Promise<void> {
  for (let look = 0; look < 2; look++) {
    await expect.poll(() => page.evaluate(running), { message: 'something on the page goes on moving', intervals: [20, 50, 100] }).toEqual([])
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  }
}
