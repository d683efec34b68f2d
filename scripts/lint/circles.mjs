// Circles in a graph of imports, of files and of folders at any depth.

/** @returns each strongly connected group of two or more, sorted (Tarjan's algorithm) */
export function circlesIn(graph) {
  const seen = new Map()
  const stack = []
  const groups = []
  const visit = (node) => {
    const mine = { index: seen.size, low: seen.size, onStack: true }
    seen.set(node, mine)
    stack.push(node)
    for (const next of graph.get(node) ?? []) {
      if (!graph.has(next)) continue
      const other = seen.get(next)
      if (!other) mine.low = Math.min(mine.low, visit(next).low)
      else if (other.onStack) mine.low = Math.min(mine.low, other.index)
    }
    if (mine.low === mine.index) {
      const group = stack.splice(stack.indexOf(node))
      for (const one of group) seen.get(one).onStack = false
      if (group.length > 1) groups.push(group.sort())
    }
    return mine
  }
  for (const node of graph.keys()) if (!seen.has(node)) visit(node)
  return groups
}

/**
 * The graph of what stands directly in `folder`: its files, and its folders taken as one each.
 * @param imports of files, as importsOf() gives it
 */
export function childrenGraph(imports, folder) {
  const prefix = folder === '' ? '' : `${folder}/`
  const childOf = (file) => (file.startsWith(prefix) ? file.slice(prefix.length).split('/')[0] : undefined)
  const graph = new Map()
  for (const [file, targets] of imports) {
    const child = childOf(file)
    if (child === undefined) continue
    const edges = graph.get(child) ?? new Set()
    graph.set(child, edges)
    for (const target of targets) {
      const other = imports.has(target) ? childOf(target) : undefined
      if (other !== undefined && other !== child) edges.add(other)
    }
  }
  return graph
}

/** Every folder that files stand in, and all above them. */
export function foldersOf(files) {
  const folders = new Set()
  for (const file of files) {
    const parts = file.split('/')
    for (let depth = 0; depth < parts.length; depth++) folders.add(parts.slice(0, depth).join('/'))
  }
  return [...folders].sort()
}
