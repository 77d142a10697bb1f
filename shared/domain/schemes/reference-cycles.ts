/**
 * A way round in a circle among named things (A counts towards B, B towards A), as the names that it passes; null when there is
 * none. Costs as much as there are names and references.
 */
export function findCycle(references: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>()
  for (const start of references.keys()) {
    const way: string[] = []
    const on = new Set<string>()
    // Depth first without recursion: a chain in a file may be as long as the file.
    const open: { name: string; next: number }[] = [{ name: start, next: 0 }]
    while (open.length > 0) {
      const here = open.at(-1)
      if (!here) break
      if (here.next === 0) {
        if (on.has(here.name)) return [...way.slice(way.indexOf(here.name)), here.name]
        if (done.has(here.name)) {
          open.pop()
          continue
        }
        on.add(here.name)
        way.push(here.name)
      }
      const to = references.get(here.name)?.[here.next]
      here.next += 1
      if (to !== undefined) {
        open.push({ name: to, next: 0 })
        continue
      }
      done.add(here.name)
      on.delete(here.name)
      way.pop()
      open.pop()
    }
  }
  return null
}
