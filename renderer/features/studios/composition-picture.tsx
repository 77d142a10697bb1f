import type { StudioRow } from '../../../shared/contract/studios.ts'
import type { MemberRole } from '../../../shared/domain/studios/studio-words.ts'

const shapes: Readonly<Record<MemberRole, 'diamond' | 'triangle' | 'square' | 'dot' | 'ring'>> = {
  host: 'diamond', advisor: 'triangle', assistant: 'square', coreMember: 'dot', member: 'dot', reserveMember: 'ring', trainee: 'ring',
}
const size = 10
const most = 12

/** Who is in it, one small figure a person: ◆ host, ▲ advisor, ■ assistant, ● member, ○ trainee. */
export function CompositionPicture({ composition, people }: Pick<StudioRow, 'composition' | 'people'>) {
  if (people === 0) return <span style={{ color: 'var(--secondary)' }}>还没有人</span>
  const figures = composition.flatMap(({ role, count }) => Array.from({ length: count }, () => shapes[role]))
  const shown = figures.slice(0, most)
  const words = composition.map(({ name, count }) => `${name} ${count} 人`).join('、')
  return (
    <span className="composition" title={words}>
      <svg width={shown.length * (size + 2)} height={size} role="img" aria-label={words}>
        {shown.map((shape, at) => {
          const left = at * (size + 2)
          return <Figure key={`${shape}-${left}`} shape={shape} left={left} />
        })}
      </svg>
      {figures.length > most ? `共 ${people} 人` : `${people} 人`}
    </span>
  )
}

function Figure({ shape, left }: { readonly shape: (typeof shapes)[MemberRole]; readonly left: number }) {
  const middle = left + size / 2
  if (shape === 'diamond') return <path d={`M${middle} 0 L${left + size} 5 L${middle} 10 L${left} 5 Z`} fill="#1F6F5C" />
  if (shape === 'triangle') return <path d={`M${middle} 0 L${left + size} 10 L${left} 10 Z`} fill="#2B5C8A" />
  if (shape === 'square') return <rect x={left + 1} y={1} width={8} height={8} fill="#C98B2B" />
  if (shape === 'ring') return <circle cx={middle} cy={5} r={3.5} fill="none" stroke="#1F6F5C" strokeWidth={1.5} />
  return <circle cx={middle} cy={5} r={4} fill="#6C7F4E" />
}
