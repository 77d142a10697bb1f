import { Button } from 'antd'
import { useRef } from 'react'
import { useCall } from '../../api/client.ts'

/** What will be saved of the photo: as it is, none, or a picture just chosen. */
export type PhotoChange = { readonly kind: 'kept' } | { readonly kind: 'removed' } | { readonly kind: 'chosen'; readonly file: File; readonly dataUrl: string }

export function PhotoField({ personId, hasPhoto, change, onChange, disabled }: {
  readonly personId: string | null
  readonly hasPhoto: boolean
  readonly change: PhotoChange
  readonly onChange: (change: PhotoChange) => void
  readonly disabled: boolean
}) {
  const input = useRef<HTMLInputElement>(null)
  const kept = useCall('people.photo', { id: personId ?? '-' }, { enabled: personId !== null && hasPhoto })
  const shown = change.kind === 'chosen' ? change.dataUrl : change.kind === 'kept' && hasPhoto ? kept.data?.dataUrl : null
  const choose = (file: File | undefined) => {
    if (!file) return
    const reader = new FileReader()
    reader.addEventListener('load', () => onChange({ kind: 'chosen', file, dataUrl: String(reader.result) }))
    reader.readAsDataURL(file)
  }
  return (
    <div className="person-photo">
      {shown ? <img src={shown} alt="照片" /> : <div className="blank">照片</div>}
      {!disabled && (
        <>
          <input
            ref={input} type="file" accept="image/png,image/jpeg" hidden aria-hidden tabIndex={-1}
            onChange={(event) => { choose(event.target.files?.[0]); event.target.value = '' }}
          />
          <Button size="small" onClick={() => input.current?.click()}>{shown ? '换一张' : '选择照片'}</Button>
          {shown && <Button size="small" type="text" onClick={() => onChange({ kind: 'removed' })}>去掉</Button>}
        </>
      )}
    </div>
  )
}
