import { Button } from 'antd'
import { useId, useRef, useState } from 'react'
import { upload } from '../api/client.ts'

/** What stands in the field: the token under which the program keeps the picture, and the picture to look at. */
export interface ChosenLogo {
  readonly token: string
  readonly preview: string
}

/** 校徽: a PNG or JPEG picture, shown as soon as it is chosen; handed over at once, used only when the form is saved. */
export function LogoField({ value, onChange, present = null }: {
  readonly value?: ChosenLogo | null
  readonly onChange?: (logo: ChosenLogo | null) => void
  /** The one in use, as a data URL. */
  readonly present?: string | null
}) {
  const input = useRef<HTMLInputElement>(null)
  const hintId = useId()
  const [trouble, setTrouble] = useState<string | null>(null)
  const choose = async (file: File | undefined) => {
    if (!file) return
    if (!['image/png', 'image/jpeg'].includes(file.type) || file.size > 2 * 1024 * 1024) {
      setTrouble('请选择 PNG 或 JPEG 图片，不超过 2 MB')
      return
    }
    try {
      const { token } = await upload(file)
      setTrouble(null)
      onChange?.({ token, preview: URL.createObjectURL(file) })
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : '图片没有放进来，请再试一次')
    }
  }
  const shown = value?.preview ?? present
  return (
    <div className="logo-field">
      {shown ? <img src={shown} alt="校徽预览" width={64} height={64} /> : <span className="logo-none" aria-hidden>校徽</span>}
      <div>
        <Button onClick={() => input.current?.click()} aria-describedby={hintId}>{shown ? '换一张图片' : '选择图片'}</Button>
        {value && <Button type="link" onClick={() => onChange?.(null)}>不用这张</Button>}
        <p id={hintId} className={trouble ? 'logo-hint bad' : 'logo-hint'} role={trouble ? 'alert' : undefined}>{trouble ?? 'PNG 或 JPEG，不超过 2 MB；印在文书和登录页上，可以以后再放'}</p>
      </div>
      <input
        ref={input} type="file" accept="image/png,image/jpeg" style={{ display: 'none' }} tabIndex={-1} aria-label="校徽图片"
        onChange={(event) => {
          void choose(event.target.files?.[0])
          event.target.value = ''
        }}
      />
    </div>
  )
}
