// Stops at once on a Node.js that is too old, in words. Imported first: whatever comes after it may not even load there.
// package.json asks for what Electron's packages ask for; this is the oldest that `npm test` passes on.
const OLDEST = [20, 19]

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  console.error(
    `lamplighter: this is Node.js ${process.versions.node}; install Node.js 22.12 or newer (20.19 will do) from https://nodejs.org or with your system's package manager, and run the same command again.`,
  )
  process.exit(1)
}
