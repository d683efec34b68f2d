// Rewrites OpenClaw's files as it does itself, again and again: under its lock beside the file, into a new one that takes
// the old one's place; a row in a transaction. Arguments: JSON of { files, rows }. Ends with its standard input.
import { open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { DatabaseSync } from '@photostructure/sqlite'

const { files, rows } = JSON.parse(process.argv[2])
let isOver = false
process.stdin.on('end', () => (isOver = true)).resume()

while (!isOver) {
  const which = Math.floor(Math.random() * (files.length + rows.length))
  if (which < files.length) await rewriteFile(files[which])
  else rewriteRow(rows[which - files.length])
  await pause(50 + Math.random() * 250)
}
process.exit(0)

async function rewriteFile(path) {
  const lock = `${path}.lock`
  const held = await take(lock)
  if (!held) return
  await held.writeFile(JSON.stringify({ pid: process.pid, createdAt: new Date().toISOString() }, null, 2))
  const text = used(await readFile(path, 'utf8'))
  await pause(Math.random() * 200) // it is slow now and then
  const next = `${path}.${process.pid}.tmp`
  await writeFile(next, text, { mode: 0o600 })
  await rename(next, path)
  await held.close()
  await rm(lock, { force: true })
}

/** Whoever else has it, alive or dead, is left alone this time. */
async function take(lock) {
  return open(lock, 'wx', 0o600).catch((error) => {
    if (error.code === 'EEXIST') return undefined
    throw error
  })
}

function rewriteRow(path) {
  const database = new DatabaseSync(path, { timeout: 5000 })
  try {
    database.exec('BEGIN IMMEDIATE')
    const { text } = database
      .prepare("SELECT store_json AS text FROM auth_profile_store WHERE store_key = 'primary'")
      .get()
    const put = "UPDATE auth_profile_store SET store_json = ?, updated_at = ? WHERE store_key = 'primary'"
    database.prepare(put).run(used(text), Date.now())
    database.exec('COMMIT')
  } finally {
    database.close()
  }
}

function used(text) {
  const file = JSON.parse(text)
  const profiles = Object.values(file.profiles)
  const profile = profiles[Math.floor(Math.random() * profiles.length)]
  profile.lastUsed = Date.now()
  return `${JSON.stringify(file, null, 2)}\n`
}
