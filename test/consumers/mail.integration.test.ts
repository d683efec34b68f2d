/** msmtp sends and mbsync looks into a mailbox, at servers that take nothing but the token (RFC 7628, XOAUTH2). */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeConsumer } from '../support/consumers.ts'
import { ADA, Faces, LAMPLIGHTER } from '../support/faces.ts'

const USER = 'ada@example.test'

let faces: Faces
let access: string
/** What came as SASL, decoded. */
let sasl: string[]

beforeEach(async () => {
  faces = await Faces.make({ [ADA]: [`mail mail.example.test ${USER}`] })
  access = faces.grantOf('ada').access_token
  sasl = []
})
afterEach(() => faces.close())

/** A server of lines. @param talk answers one; undefined: nothing yet */
async function lines(
  greeting: string,
  talk: (line: string, socket: Socket) => string | undefined,
): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.write(`${greeting}\r\n`)
    createInterface({ input: socket }).on('line', (line) => {
      const answer = talk(line, socket)
      if (answer !== undefined) socket.write(`${answer}\r\n`)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  faces.later(async () => void server.close())
  return (server.address() as AddressInfo).port
}

/** @returns whether it is the token */
function takes(response: string): boolean {
  const text = Buffer.from(response, 'base64').toString()
  sasl.push(text.replaceAll('\u0001', '^A'))
  return text.includes(`auth=Bearer ${access}\u0001`)
}

function smtp(): Promise<number> {
  let inData = false
  let isAsked = false
  return lines('220 mail.example.test ESMTP', (line) => {
    if (isAsked) {
      isAsked = false
      return takes(line) ? '235 welcome' : '535 not this one'
    }
    if (inData) {
      if (line !== '.') return undefined
      inData = false
      return '250 sent'
    }
    const [word = '', , response] = line.split(' ')
    switch (word.toUpperCase()) {
      case 'EHLO':
        return '250-mail.example.test\r\n250 AUTH XOAUTH2 OAUTHBEARER'
      case 'AUTH':
        isAsked = response === undefined
        if (response === undefined) return '334 '
        return takes(response) ? '235 welcome' : '535 not this one'
      case 'DATA':
        inData = true
        return '354 go on'
      case 'QUIT':
        return '221 bye'
      default:
        return '250 fine'
    }
  })
}

function imap(): Promise<number> {
  let asked: string | undefined
  return lines('* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2] ready', (line, socket) => {
    if (asked !== undefined) {
      const tag = asked
      asked = undefined
      return takes(line) ? `${tag} OK welcome` : `${tag} NO not this one`
    }
    const [tag = '', word = '', , response] = line.split(' ')
    switch (word.toUpperCase()) {
      case 'CAPABILITY':
        return `* CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2\r\n${tag} OK`
      case 'AUTHENTICATE':
        if (response === undefined) asked = tag
        if (response === undefined) return '+ '
        return takes(response) ? `${tag} OK welcome` : `${tag} NO not this one`
      case 'LIST':
        return `* LIST () "/" INBOX\r\n${tag} OK`
      case 'LOGOUT':
        socket.end(`* BYE\r\n${tag} OK\r\n`)
        return undefined
      default:
        return `${tag} OK`
    }
  })
}

const helper = () => `'${process.execPath}' '${LAMPLIGHTER}' helper xoauth2 mail.example.test ${USER}`

describeConsumer('msmtp', () => {
  const send = async (auth: string) => {
    const path = join(faces.folder, 'msmtprc')
    const port = await smtp()
    const account = `account default\nhost 127.0.0.1\nport ${port}\nfrom ${USER}\nuser ${USER}\nauth ${auth}\ntls off\npasswordeval ${helper()}\n`
    writeFileSync(path, account)
    chmodSync(path, 0o600)
    return faces.run('msmtp', ['-C', path, 'bob@example.test'], { input: 'Subject: hello\n\nhello\n' })
  }

  it.each([
    ['xoauth2', /^user=ada@example\.test\^Aauth=Bearer .+\^A\^A$/],
    ['oauthbearer', /^n,a=ada@example\.test,\^Ahost=.*\^Aauth=Bearer .+\^A\^A$/],
  ])('sends with %s', async (auth, form) => {
    await faces.serve()
    expect(await send(auth)).toMatchObject({ code: 0, err: '' })
    expect(sasl).toEqual([expect.stringMatching(form)])
  })

  it('shows the person whom it needs', async () => {
    await faces.addLogin('ada', -60)
    await faces.server.revoke(faces.grantOf('ada').refresh_token)
    const { code, err } = await send('xoauth2')
    expect(code).not.toBe(0)
    expect(err).toContain('Sign in again')
  })
})

describeConsumer('mbsync', () => {
  it('looks into the mailbox', async () => {
    await faces.serve()
    const port = await imap()
    mkdirSync(join(faces.folder, 'mail'))
    const config = [
      'IMAPAccount ada',
      'Host 127.0.0.1',
      `Port ${port}`,
      `User ${USER}`,
      `PassCmd "${helper()}"`,
      'AuthMechs XOAUTH2',
      'SSLType None',
      '',
      'IMAPStore far',
      'Account ada',
      '',
      'MaildirStore near',
      `Path ${faces.folder}/mail/`,
      `Inbox ${faces.folder}/mail/INBOX`,
      '',
      'Channel mail',
      'Far :far:',
      'Near :near:',
      'Patterns *',
      '',
    ]
    writeFileSync(join(faces.folder, 'mbsyncrc'), config.join('\n'))
    const { out } = await faces.run('mbsync', ['-c', join(faces.folder, 'mbsyncrc'), '-l', 'mail'])
    expect(sasl).toEqual([`user=${USER}^Aauth=Bearer ${access}^A^A`])
    expect(out).toContain('INBOX')
  })
})
