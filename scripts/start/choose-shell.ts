/** What the choice of the shell depends on. */
export interface Situation {
  readonly forced: 'browser' | 'electron' | null
  readonly open: boolean
  /** Linux: DISPLAY or WAYLAND_DISPLAY is set; elsewhere true. */
  readonly hasDisplay: boolean
  /** Linux: the process runs as root, which Chromium's sandbox refuses. */
  readonly isRoot: boolean
  readonly electronPresent: boolean
  /** Why the last attempt to fetch this very Electron from this very place failed, or null. */
  readonly lastFailure: string | null
}

export type Choice =
  | { readonly shell: 'electron' | 'browser'; readonly why: string }
  /** Electron, if it can be fetched first. */
  | { readonly shell: 'fetch' }

/** Electron where it can show a window and its binary is there or can be had; else the browser shell, and why. */
export function chooseShell(situation: Situation): Choice {
  const { forced, open, hasDisplay, isRoot, electronPresent, lastFailure } = situation
  if (forced === 'browser') return { shell: 'browser', why: '按 --browser 的要求' }
  if (!open) return { shell: 'browser', why: '按 --no-open 的要求不打开窗口' }
  if (!hasDisplay) return { shell: 'browser', why: '这台机器没有图形桌面' }
  if (isRoot) return { shell: 'browser', why: '当前是 root 用户，Electron 的沙箱不允许' }
  if (electronPresent) return { shell: 'electron', why: 'Electron 已就绪' }
  if (forced === 'electron' || lastFailure === null) return { shell: 'fetch' }
  return { shell: 'browser', why: `Electron 尚未下载（上次：${lastFailure}）` }
}

/** How to get Electron later, for the clerk and for whoever looks after the machine. */
export const howToFetchLater = [
  '  以后想用 Electron 窗口：联网后执行 npm start -- --electron',
  '  国内可先设置镜像环境变量 ELECTRON_MIRROR（学校或地区的 Electron 镜像地址，以 / 结尾）再执行。',
  '  To fetch Electron later: npm start -- --electron (ELECTRON_MIRROR is honoured).',
].join('\n')
