import { Button } from 'antd'
import { useErrand } from '../app/errand.ts'

/** On a page that was opened on an errand: what she was at, and the way back to it. */
export function ErrandLine() {
  const back = useErrand()
  if (back === null) return null
  return <p className="note info notice">您正在{back.errand.label}，填好的内容还在。<Button size="small" onClick={back.goBack}>回到{back.errand.label}</Button></p>
}
