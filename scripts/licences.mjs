// What other people's work is in dist/, and under which licence: dist/licences.json for the About panel, and
// dist/licences.txt with every licence's own words, which goes beside the program.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'

const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i

/**
 * @param modules ids of all modules that were bundled, as the bundler names them
 * @param shipped names of packages that are packaged as they are
 */
export async function writeLicences({ root, dist, modules, shipped }) {
  const folders = new Set(shipped.map((name) => join(root, 'node_modules', name)))
  for (const id of modules) {
    const folder = packageFolder(id)
    if (folder !== undefined) folders.add(folder)
  }
  const libraries = [...folders].map(describe)
  const names = new Intl.Collator('en')
  libraries.sort((a, b) => names.compare(a.name, b.name) || names.compare(a.version, b.version))
  const list = libraries.map(({ name, version, licence }) => ({ name, version, licence }))
  await writeFile(join(dist, 'licences.json'), `${JSON.stringify(list, null, 2)}\n`)
  await writeFile(join(dist, 'licences.txt'), libraries.map(inFull).join('\n'))
  return list
}

/** The innermost package a module belongs to; undefined for our own, and for what the bundler makes itself. */
function packageFolder(id) {
  const path = id
    .replace(/^\0/, '')
    .replace(/[?#].*$/, '')
    .replaceAll('/', sep)
  const marker = `${sep}node_modules${sep}`
  const at = path.lastIndexOf(marker)
  if (at < 0) return undefined
  const words = path.slice(at + marker.length).split(sep)
  const name = words.slice(0, words[0].startsWith('@') ? 2 : 1)
  const folder = join(path.slice(0, at), 'node_modules', ...name)
  return existsSync(join(folder, 'package.json')) ? folder : undefined
}

/** @throws when a package does not say under which licence it comes: then nobody may ship it */
function describe(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const words = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name))
    .map((entry) => readFileSync(join(folder, entry.name), 'utf8').trim())
  const licence = (typeof license === 'string' ? license : license?.type) ?? recognise(words.join('\n'))
  if (!licence) throw new Error(`${name} ${version} names no licence (${folder}).`)
  const by = typeof author === 'string' ? author : author?.name
  return { name, version, licence, words: words.length > 0 ? words : [by ? `By ${by}.` : ''] }
}

/** By the file, for the few whose package.json forgot it. */
function recognise(words) {
  if (/^\s*Apache License\s+Version 2\.0/.test(words)) return 'Apache-2.0'
  const plain = words.replace(/\s+/g, ' ')
  const mit = /Permission is hereby granted, free of charge, to any person obtaining a copy of this software/
  return mit.test(plain) ? 'MIT' : undefined
}

function inFull({ name, version, licence, words }) {
  return `${'─'.repeat(80)}\n${name} ${version} (${licence})\n\n${words.join('\n\n')}\n`
}
