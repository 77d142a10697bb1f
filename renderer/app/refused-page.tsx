import { Link } from 'react-router'
import { useEffect } from 'react'

/** Instead of a page that the account may not see: why, and the way back. Nothing of the page itself is drawn. */
export function RefusedPage() {
  useEffect(() => {
    document.title = '不能打开这一页 · 杏坛'
  }, [])
  return (
    <div className="card empty" role="alert">
      <h1>这一页不能打开</h1>
      <p>您的账号没有这项权限，如有需要请联系管理员。</p>
      <div className="empty-actions"><Link to="/">回到工作台</Link></div>
    </div>
  )
}
