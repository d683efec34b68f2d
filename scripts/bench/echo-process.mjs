// Says back what it hears, on the socket it is told. `echo-process.mjs PATH`, fork()ed: says {} once it listens.
import { createServer } from 'node:net'

const server = createServer((socket) => socket.pipe(socket))
server.listen(process.argv[2], () => process.send({}))
process.on('disconnect', () => process.exit(0))
