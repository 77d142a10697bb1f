import type { Result } from '../../shared/errors.ts'
import type { Bridge, UploadedFile } from './bridge.ts'

const lost: Result<never> = {
  ok: false,
  error: { code: 'bridge.lost', kind: 'unavailable', message: '与程序的连接断开了，刚才这一步可能没有保存。请确认杏坛还在运行，再试一次。' },
}

/** Over HTTP to the program on this machine. */
export const browserBridge: Bridge = {
  call: (route, input) => post('/call', JSON.stringify({ route, input }), 'application/json') as Promise<Result<unknown>>,
  upload: (name, bytes) =>
    post(`/files?name=${encodeURIComponent(name)}`, bytes as BufferSource, 'application/octet-stream') as Promise<Result<UploadedFile>>,
  save(token, name) {
    const link = document.createElement('a')
    link.href = `/files/${token}`
    link.download = name
    link.click()
    return Promise.resolve({ ok: true, value: { saved: true, name } })
  },
  print() {
    window.print()
    return Promise.resolve({ ok: true, value: null })
  },
}

async function post(path: string, body: BodyInit, type: string): Promise<Result<unknown>> {
  try {
    const response = await fetch(path, { method: 'POST', body, headers: { 'Content-Type': type }, credentials: 'same-origin' })
    if (response.ok) return (await response.json()) as Result<unknown>
    if (response.status === 413) {
      return { ok: false, error: { code: 'files.tooLarge', kind: 'invalid', message: '文件太大，不能一次放入' } }
    }
    return lost
  } catch {
    return lost
  }
}
