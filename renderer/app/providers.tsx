import { SearchOutlined } from '@ant-design/icons'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { type ReactNode, useState } from 'react'
import { ProblemError } from '../api/client.ts'
import { stillTheme, theme } from './theme.ts'

dayjs.locale('zh-cn')

/** This load's nonce, without which the policy would refuse antd's styles. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

const wantsStillness = window.matchMedia('(prefers-reduced-motion: reduce)').matches

/** What was done is said at the bottom, one sentence at a time: at the top it would cover the search field and the page's title. */
const messagePlace = { maxCount: 1, top: 'calc(100vh - 96px)' }

/** The one button of antd whose name is its icon's; icons have none (scripts/building/library-patches.ts). */
const namedSearch = { searchIcon: <SearchOutlined role="img" aria-hidden={false} aria-label="搜索" /> }

/** What every page stands on: queries, antd in Chinese with our colours, messages. */
export function Providers({ children }: { readonly children: ReactNode }) {
  const [queries] = useState(newQueryClient)
  return (
    <QueryClientProvider client={queries}>
      <ConfigProvider
        locale={zhCN}
        theme={wantsStillness ? stillTheme : theme}
        wave={{ disabled: wantsStillness }}
        csp={{ nonce }}
        button={{ autoInsertSpace: false }}
        inputSearch={namedSearch}
      >
        <App message={messagePlace} className="app">{children}</App>
      </ConfigProvider>
    </QueryClientProvider>
  )
}

function newQueryClient(): QueryClient {
  // Locked by the clock, signed out or given another password elsewhere: asking for the standing again brings the right door.
  const onError = (error: unknown) => {
    const code = error instanceof ProblemError ? error.problem.code : ''
    if (['accounts.locked', 'accounts.signedOut', 'accounts.ownPasswordFirst'].includes(code)) void queries.invalidateQueries({ queryKey: ['accounts.standing'] })
  }
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        // A refusal will be the same next time; only a lost connection is worth another try.
        retry: (times, error) => error instanceof ProblemError && error.problem.kind === 'unavailable' && times < 1,
      },
      mutations: { retry: false },
    },
  })
  return queries
}
