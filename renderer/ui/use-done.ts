import { App } from 'antd'

export interface Done {
  /** Says what she did (「已记录 10 人出勤」). */
  done(sentence: string): void
  /** It was done, and something about it should be looked at. */
  warned(sentence: string): void
  /** Why it could not be done. */
  failed(error: Error): void
}

export function useDone(): Done {
  const { message } = App.useApp()
  return {
    done: (sentence) => void message.success(sentence),
    warned: (sentence) => void message.warning({ content: sentence, duration: 8 }),
    failed: (error) => void message.error({ content: error.message, duration: 6 }),
  }
}
