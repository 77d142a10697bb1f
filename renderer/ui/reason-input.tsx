import { Input, type InputProps } from 'antd'
import { longestReason } from '../../shared/contract/common.ts'

/** The field for a reason, as long as every route takes one. */
export function ReasonInput(props: Omit<InputProps, 'maxLength'>) {
  return <Input {...props} maxLength={longestReason} />
}
