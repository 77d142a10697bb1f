import { BellOutlined, ClockCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons'
import { Skeleton } from 'antd'
import { Link } from 'react-router'
import type { OpenMatter } from '../../../shared/domain/workbench/open-matters.ts'
import { useOpenMatters } from '../../ui/use-open-matters.ts'

const signs = {
  overdue: { icon: <ExclamationCircleOutlined aria-hidden />, word: '待补' },
  soon: { icon: <ClockCircleOutlined aria-hidden />, word: '将到' },
  note: { icon: <BellOutlined aria-hidden />, word: '留意' },
} as const

const shownAtMost = 8

/** What is missing or comes next; colour, shape and word together say how pressing it is. */
export function MattersCard() {
  const matters = useOpenMatters()
  return (
    <section className="card" aria-labelledby="matters">
      <h2 id="matters">待办{matters && matters.length > 0 ? `（${matters.length}）` : ''}</h2>
      {!matters && <Skeleton active paragraph={{ rows: 3 }} title={false} />}
      {matters?.length === 0 && <p className="quiet">本学期没有要补的事。</p>}
      {matters && matters.length > 0 && <ul className="matters">{matters.slice(0, shownAtMost).map((matter) => <Matter key={matter.key} matter={matter} />)}</ul>}
      {matters && matters.length > shownAtMost && <p className="quiet">另有 {matters.length - shownAtMost} 件，见顶栏的铃铛。</p>}
    </section>
  )
}

export function Matter({ matter: { urgency, sentence, path } }: { readonly matter: OpenMatter }) {
  const { icon, word } = signs[urgency]
  return <li><Link to={path} className={`matter ${urgency}`}><span className="matter-sign">{icon}{word}</span><span>{sentence}</span></Link></li>
}
