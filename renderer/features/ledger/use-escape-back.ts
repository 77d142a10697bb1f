import { useShortcut } from '../../app/shortcuts.ts'

/** Esc goes back, unless something floats above the page: then it closes that. */
export function useEscapeBack(back: () => void): void {
  useShortcut('escape', () => {
    if (document.querySelector('[role="dialog"], .ant-dropdown:not(.ant-dropdown-hidden), .ant-popover:not(.ant-popover-hidden)') === null) back()
  })
}
