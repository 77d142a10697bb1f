import { Input, type InputProps, type InputRef } from 'antd'
import type { Ref } from 'react'

/**
 * A line with suggestions that never stand in the way: Tab goes on, what is typed stays. The browser's own list, because antd's
 * AutoComplete keeps Tab for itself while its list is open.
 */
export function RememberingInput({ id = 'remembering', suggestions, ...rest }: InputProps & {
  readonly suggestions: readonly string[] | undefined
  readonly ref?: Ref<InputRef>
}) {
  return (
    <>
      <Input {...rest} id={id} list={`${id}-suggestions`} autoComplete="off" />
      <datalist id={`${id}-suggestions`}>{(suggestions ?? []).map((value) => <option key={value} value={value}>{value}</option>)}</datalist>
    </>
  )
}
