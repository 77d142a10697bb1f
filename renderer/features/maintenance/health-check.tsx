import { Button } from 'antd'
import { useState } from 'react'
import type { HealthReport } from '../../../shared/contract/maintenance.ts'
import { useCall } from '../../api/client.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'

/** Reads the whole folder and says in words what was found. */
export function HealthCheck() {
  const [asked, setAsked] = useState(false)
  const check = useCall('maintenance.checkHealth', {}, { enabled: asked })
  return (
    <>
      <div className="section-tools">
        <h3>检查资料</h3>
        <Button loading={check.isFetching} onClick={() => { if (asked) void check.refetch(); else setAsked(true) }}>检查资料是否完好</Button>
      </div>
      <p className="section-hint">把数据库、操作日志和附件从头到尾读一遍，不改动任何内容。</p>
      {check.error && <ErrorNotice error={check.error} />}
      {check.data && !check.isFetching && (
        <div role="status"><ul className="findings">
          {findings(check.data).map(({ good, text }) => <li key={text} className={good ? 'note good' : 'note bad'}>{text}</li>)}
        </ul></div>
      )}
    </>
  )
}

function findings({ database, audit, files }: HealthReport): { good: boolean; text: string }[] {
  if (!database.whole) return [{ good: false, text: '数据库文件已损坏。请先复制整个资料夹，再从备份恢复。' }]
  const broken = database.brokenReferences.reduce((sum, { count }) => sum + count, 0)
  return [
    broken === 0 ? { good: true, text: '数据库完好，记录之间的关联没有缺失。' } : { good: false, text: `记录之间的关联缺失 ${broken} 处。请先备份，再联系维护人员。` },
    audit.firstBroken === null
      ? { good: true, text: `操作日志 ${audit.rows} 条，首尾相连，没有被改动。` }
      : { good: false, text: `操作日志从第 ${audit.firstBroken} 条起对不上，被程序以外的手段改过。` },
    files.missing.length + files.changed.length === 0
      ? { good: true, text: files.rows === 0 ? '还没有附件。' : `附件 ${files.rows} 个，都在，内容没有变化。` }
      : { good: false, text: `附件有 ${files.missing.length} 个找不到、${files.changed.length} 个内容变了，请从复制的资料夹中找回。` },
  ]
}
