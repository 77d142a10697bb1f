import { Button } from 'antd'
import { useErrand } from '../app/errand.ts'

/** On a page that was opened on an errand: what she was at, and the way back to it. */
export function ErrandLine() {
  const back = useErrand()
  if (back === null) return null
  return <p className="note info notice">{back.errand.words} <Button size="small" onClick={back.goBack}>{back.errand.label}</Button></p>
}
