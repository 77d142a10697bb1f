import { BrowserWindow, dialog, Menu, type BrowserWindowConstructorOptions } from 'electron'
import { channels, type ShellEvent } from './channels.ts'
import type { RunningCalls } from './running-calls.ts'
import { appAddress } from './security/our-page.ts'

/** The window as it is made. The page in it is a guest: no Node, no Electron, its own world, a sandboxed process. */
export function windowOptions(preload: string): BrowserWindowConstructorOptions {
  return {
    title: '杏坛',
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: '#F7F6F2',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      // The spell checker would fetch its dictionaries from the network.
      spellcheck: false,
    },
  }
}

/** Opens the window on our page. It does not close while something the user asked for is still being saved. */
export function openWindow(preload: string, calls: RunningCalls): BrowserWindow {
  const window = new BrowserWindow(windowOptions(preload))
  window.once('ready-to-show', () => { window.show() })
  window.on('close', (event) => {
    if (calls.count === 0) return
    event.preventDefault()
    tell(window, 'saving')
    void calls.idle().then(() => { if (!window.isDestroyed()) window.close() })
  })
  window.webContents.on('will-prevent-unload', (event) => { if (leaveUnsaved(window)) event.preventDefault() })
  window.webContents.on('context-menu', (_event, { isEditable, selectionText }) => {
    if (isEditable || selectionText !== '') editMenu(isEditable).popup({ window })
  })
  void window.loadURL(appAddress)
  return window
}

/** Sends the page one of the shell's few events. */
export function tell(window: BrowserWindow, event: ShellEvent): void {
  if (!window.isDestroyed()) window.webContents.send(channels.event, event)
}

/** Brings the one window to the front, when the program is started a second time. */
export function showAgain(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function leaveUnsaved(window: BrowserWindow): boolean {
  const chosen = dialog.showMessageBoxSync(window, {
    type: 'question',
    title: '杏坛',
    message: '有内容还没有保存',
    detail: '现在关闭，没有保存的内容会丢失。',
    buttons: ['继续填写', '不保存，关闭'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return chosen === 1
}

function editMenu(editable: boolean): Menu {
  return Menu.buildFromTemplate(editable
    ? [{ role: 'undo', label: '撤销' }, { type: 'separator' }, { role: 'cut', label: '剪切' }, { role: 'copy', label: '复制' },
        { role: 'paste', label: '粘贴' }, { role: 'selectAll', label: '全选' }]
    : [{ role: 'copy', label: '复制' }])
}

/** The menu behind Alt: what keyboards know by heart (zoom, full screen, and on a Mac the edit keys), in Chinese. */
export function setMenu(platform: NodeJS.Platform): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate([
    ...(platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    {
      label: '编辑',
      submenu: [{ role: 'undo', label: '撤销' }, { role: 'redo', label: '重做' }, { type: 'separator' }, { role: 'cut', label: '剪切' },
        { role: 'copy', label: '复制' }, { role: 'paste', label: '粘贴' }, { role: 'selectAll', label: '全选' }],
    },
    {
      label: '显示',
      submenu: [{ role: 'zoomIn', label: '放大' }, { role: 'zoomOut', label: '缩小' }, { role: 'resetZoom', label: '原来大小' },
        { type: 'separator' }, { role: 'togglefullscreen', label: '全屏' }],
    },
  ]))
}
