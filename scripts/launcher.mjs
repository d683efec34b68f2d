// What stands in dist/cli/lamplighter.cjs, the command people run. A running host answers the most frequent question
// without the rest being loaded. Any Node.js understands this much, and one that is too old is told so.

/** What is built runs on the Node.js of Electron 33 as well. */
const OLDEST = [20, 18]

export function launcherText() {
  return `#!/usr/bin/env node
// The debugger would open to every user of the machine, and the signal may come while the rest is loaded.
if (process.platform !== 'win32') process.on('SIGUSR1', () => undefined)
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < ${OLDEST[0]} || (major === ${OLDEST[0]} && minor < ${OLDEST[1]})) {
  console.error('lamplighter: this is Node.js ' + process.versions.node + '; install Node.js ${OLDEST.join('.')} or newer.')
  process.exit(69) // EX_UNAVAILABLE
}
const [, , command] = process.argv
if (command === 'token') require('./fast-token.cjs').fastToken().then((done) => done || require('./cli.cjs'))
else if (command === 'helper') require('./fast-helper.cjs').fastHelper().then((done) => done || require('./cli.cjs'))
else require('./cli.cjs')
`
}
