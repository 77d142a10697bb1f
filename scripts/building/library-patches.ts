import type { Plugin } from 'vite'

interface Patch {
  /** How the file's path ends. */
  readonly file: string
  readonly find: string
  readonly put: string
}

/**
 * What antd's parts do that no property of theirs changes. Each is a few words of one file; when a new version of the library
 * has them no longer, the build stops and says so, instead of letting the fault come back unseen.
 */
export const libraryPatches: readonly Patch[] = [
  // Icons stand beside words or in controls that have a name of their own; read out as "down" or "close-circle" they only disturb.
  { file: '@ant-design/icons/es/components/AntdIcon.js', find: 'role: "img",\n    "aria-label": icon.name', put: '"aria-hidden": true' },
  { file: '@ant-design/icons/es/components/AntdIconLight.js', find: 'role: "img",\n    "aria-label": icon.name', put: '"aria-hidden": true' },
  { file: '@rc-component/select/es/hooks/useAllowClear.js', find: "'Clear'", put: "'清空'" },
  {
    file: '@rc-component/input/es/BaseInput.js',
    find: 'type: "button",\n        onClick: event => {\n          handleReset',
    put: 'type: "button",\n        "aria-label": \'清空\',\n        onClick: event => {\n          handleReset',
  },
  { file: '@rc-component/input-number/es/StepHandler.js', find: "'Increase Value' : 'Decrease Value'", put: "'加一' : '减一'" },
  // When it has opened, a dialog takes the cursor if none of its fields has it. On a slow machine that moment may fall between a field that
  // Tab leaves and the one that it goes to, and what is typed next would be lost: it looks once the key has done its work.
  {
    file: '@rc-component/dialog/es/Dialog/index.js',
    find: 'if (newVisible) {\n      focusDialogContent();',
    put: 'if (newVisible) {\n      setTimeout(focusDialogContent);',
  },
  // A dialog locks the scrolling of the page by a <style> without the nonce, which the policy refuses. Nothing is lost: our pages
  // scroll inside their frame, never as a whole.
  { file: '@rc-component/portal/es/useScrollLocker.js', find: 'const mergedLock = !!lock;', put: 'const mergedLock = false;' },
]

/** The text of a library's file with its patches; as it was where none is meant for it. @throws when a patch no longer fits */
export function patched(id: string, code: string): string {
  const path = id.replaceAll('\\', '/').split('?', 1)[0] ?? ''
  return libraryPatches.filter(({ file }) => path.endsWith(file)).reduce((text, { file, find, put }) => {
    if (text.split(find).length !== 2) throw new Error(`${file} has changed: look whether our patch of 「${find}」 is still needed (scripts/building/library-patches.ts)`)
    return text.replace(find, put)
  }, code)
}

/** Patches the libraries while the page is built. @throws when the page no longer uses a file that is patched */
export function libraryPatching(): Plugin {
  const seen = new Set<string>()
  return {
    name: 'xingtan:library-patches',
    transform(code, id) {
      const patch = libraryPatches.find(({ file }) => id.replaceAll('\\', '/').split('?', 1)[0]?.endsWith(file))
      if (patch === undefined) return null
      seen.add(patch.file)
      return { code: patched(id, code), map: null }
    },
    generateBundle() {
      const idle = libraryPatches.filter(({ file }) => !seen.has(file))
      if (idle.length > 0) throw new Error(`No longer part of the page: ${idle.map(({ file }) => file).join(', ')} (scripts/building/library-patches.ts)`)
    },
  }
}
