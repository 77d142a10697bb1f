import { useEffect, useRef } from 'react'

/** One sheet of all shortcuts that hold on every page; a page's own stand in its tooltips. */
export const shortcuts = [
  { keys: 'Ctrl+K', does: '搜索' },
  { keys: 'Ctrl+N', does: '新建（这一页的主要操作）' },
  { keys: 'Ctrl+S', does: '保存' },
  { keys: 'Ctrl+P', does: '打印' },
  { keys: 'Ctrl+L', does: '锁定' },
  { keys: 'Esc', does: '关闭打开的窗口或列表；没有时返回上一级，填写时也可以（有修改会先问）' },
  { keys: '↑ ↓ Enter', does: '在列表中移动、打开' },
  { keys: '?', does: '显示这一页' },
] as const

/** Runs `act` for a combination such as `ctrl+s` or `?`; a bare key does not fire while somebody types. */
export function useShortcut(keys: string, act: () => void, enabled = true): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    if (!enabled) return
    const parts = keys.toLowerCase().split('+')
    const key = parts.at(-1)
    const withCtrl = parts.includes('ctrl')
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== key || (event.ctrlKey || event.metaKey) !== withCtrl || event.isComposing) return
      if (!withCtrl && isTyping(event.target)) return
      event.preventDefault()
      // The field that has the cursor must not take it too: Ctrl+Enter would open a list.
      if (withCtrl) event.stopPropagation()
      latest.current()
    }
    window.addEventListener('keydown', listen, withCtrl)
    return () => window.removeEventListener('keydown', listen, withCtrl)
  }, [keys, enabled])
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
}
