import { Segmented } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { LaidOutDocument } from '../../../shared/domain/documents/laid-out.ts'
import { FormPreview } from './form-preview.tsx'
import { fitScale, type PaperSize, paperSizes, scaleOf } from './paper-scale.ts'

/** The pages on their desk: as wide as the room for them, or in the size that they have on paper. */
export function PaperView({ layout, children }: { readonly layout: LaidOutDocument | null; readonly children?: ReactNode }) {
  const desk = useRef<HTMLElement>(null)
  const [room, setRoom] = useState(0)
  const [size, setSize] = useState<PaperSize>('fit')
  useEffect(() => {
    const section = desk.current
    if (section === null) return
    const measure = new ResizeObserver(() => setRoom(section.clientWidth))
    measure.observe(section)
    return () => measure.disconnect()
  }, [])
  return (
    <div className="documents-paper-side">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard (WCAG 2.1.1) */}
      <section ref={desk} className="documents-paper" aria-label="预览" tabIndex={0}>
        {layout === null ? children : <div className="documents-pages" style={{ zoom: scaleOf(size, fitScale(room, layout.paper.width)) }}><FormPreview layout={layout} /></div>}
      </section>
      {layout !== null && (
        <div className="documents-zoom">
          <Segmented<PaperSize> size="small" aria-label="预览大小" value={size} onChange={setSize} options={paperSizes.map(({ value, label }) => ({ value, label }))} />
        </div>
      )}
    </div>
  )
}
