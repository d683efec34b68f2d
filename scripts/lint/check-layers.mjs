// What is wrong with the imports of a source tree, as sentences. Pure over the graph.
import { childrenGraph, circlesIn, foldersOf } from './circles.mjs'
import { LAYERS, WINDOW_LAYERS } from './layers.mjs'

/** @param imports as importsOf() gives it @returns sentences; none where all is well */
export function layerProblems(imports, layers = LAYERS, windowLayers = WINDOW_LAYERS) {
  return [
    ...upwards(imports, layers),
    ...upwards(imports, windowLayers),
    ...forbidden(imports),
    ...strangers(imports),
    ...circles(imports),
  ]
}

const FORBIDDEN = [
  {
    from: /^renderer\//,
    to: /^(app\/(?!(contract|words)\/)|main\/|node:|electron(\/|$))/,
    why: 'the window sees app/contract and app/words only',
  },
  {
    from: /^app\/(?!(platform|cli|client)\/)/,
    to: /^node:/,
    why: 'only app/platform, app/cli, app/client and main touch Node.js; others are handed ports',
  },
  {
    from: /^app\/(engine|providers|features|host)\/|^app\/[a-z]+\.ts$/,
    to: /^app\/platform\//,
    why: 'only app/cli, app/client and main may use app/platform; others are handed ports',
  },
  { from: /^app\/(model|contract|words)\//, to: /^app\/base\/ports\.ts$/, why: 'a pure file has no ports' },
  {
    from: /^app\//,
    to: /^(electron|react|react-dom|zustand)(\/|$)/,
    why: 'app/ runs without Electron and React',
  },
]

function forbidden(imports) {
  return [...imports].flatMap(([file, targets]) =>
    targets.flatMap((target) =>
      FORBIDDEN.filter(({ from, to }) => from.test(file) && to.test(target)).map(
        ({ why }) => `${file} imports ${target}: ${why}`,
      ),
    ),
  )
}

function upwards(imports, layers) {
  const areas = layers.flatMap((names, level) => names.map((name) => ({ name, level })))
  const areaOf = (file) => areas.find(({ name }) => file === name || file.startsWith(`${name}/`))
  const problems = []
  for (const [file, targets] of imports) {
    const from = areaOf(file)
    if (!from) continue
    for (const target of targets) {
      const to = areaOf(target)
      if (!to || to.name === from.name || to.level < from.level) continue
      problems.push(`${file} imports ${target}: ${to.name} does not stand below ${from.name}`)
    }
  }
  return problems
}

/** A file of the product that no layer knows would be checked by nobody. */
function strangers(imports) {
  const names = [...LAYERS, ...WINDOW_LAYERS].flat()
  return [...imports.keys()]
    .filter((file) => !names.some((name) => file === name || file.startsWith(`${name}/`)))
    .map((file) => `${file} is in no layer: name its folder in scripts/lint/layers.mjs`)
}

function circles(imports) {
  const files = circlesIn(new Map([...imports].map(([file, targets]) => [file, new Set(targets)])))
  const folders = foldersOf(imports.keys()).flatMap((folder) =>
    circlesIn(childrenGraph(imports, folder)).map((group) =>
      group.map((name) => (folder ? `${folder}/${name}` : name)),
    ),
  )
  const said = (what, group) => `${what} import each other in a circle: ${group.join(', ')}`
  return [...files.map((group) => said('files', group)), ...folders.map((group) => said('folders', group))]
}
