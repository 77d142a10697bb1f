import type { Page } from '@playwright/test'

/** What is written in Latin letters everywhere: formats, keys, programs, numbers of things, and the name that the tests sign in with. */
const usual = /\b(Excel|Word|PDF|WPS|JSON|JPG|JPEG|PNG|MB|KB|Ctrl|Shift|Alt|Enter|Esc|Tab|F\d+|[A-Z]|x|admin)\b|[\w.-]+\.(xlsx|docx|pdf|jpg|png|json|db)\b|[A-Z]?\d[\w-]*/g

/**
 * The names under which somebody who hears the page instead of seeing it meets its parts, as far as they hold words in Latin
 * letters. The program speaks Chinese, so there should be none; libraries bring them along.
 */
export async function latinNames(page: Page): Promise<readonly string[]> {
  const tree = await page.locator('body').ariaSnapshot()
  return tree.split('\n')
    .flatMap((line) => /^\s*- '?([a-z]+) "((?:[^"\\]|\\.)*)"/.exec(line)?.slice(1, 3).join(' ') ?? [])
    .filter((line) => /[A-Za-z]/.test(line.replace(/^\w+ /, '').replace(usual, '')))
}
