import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Certificate {
  readonly key: Buffer
  readonly cert: Buffer
  /** The certificate, for whoever is to trust it. */
  readonly path: string
}

/** Signed by itself, good for these names ("DNS:localhost,IP:127.0.0.1"), and kept in the folder. */
export function certify(folder: string, name: string, subjectAltName: string): Certificate {
  const [keyPath, path] = [join(folder, `${name}-key.pem`), join(folder, `${name}.pem`)]
  const wish = '-x509 -newkey rsa:2048 -nodes -days 2'.split(' ')
  const names = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=${subjectAltName}`]
  execFileSync('openssl', ['req', ...wish, ...names, '-keyout', keyPath, '-out', path], { stdio: 'ignore' })
  return { key: readFileSync(keyPath), cert: readFileSync(path), path }
}

export interface IssuedCertificate {
  readonly keyPath: string
  readonly certPath: string
  /** Whoever is to trust it trusts this authority. */
  readonly authorityPath: string
}

/** Signed by an authority of its own: some programs refuse one that signed itself. */
export function certifyByAuthority(folder: string, name: string, subjectAltName: string): IssuedCertificate {
  const at = (end: string): string => join(folder, `${name}-${end}.pem`)
  const openssl = (...words: readonly string[]): void => {
    execFileSync('openssl', words, { stdio: 'ignore' })
  }
  const newKey = ['-newkey', 'rsa:2048', '-nodes']
  const [keyPath, certPath, authorityPath] = [at('key'), at('cert'), at('authority')]
  const authority = ['-x509', '-days', '2', '-subj', '/CN=test authority', '-out', authorityPath]
  openssl('req', ...newKey, ...authority, '-keyout', at('authority-key'))
  openssl('req', ...newKey, '-subj', `/CN=${name}`, '-keyout', keyPath, '-out', at('request'))
  writeFileSync(at('extensions'), `basicConstraints=CA:FALSE\nsubjectAltName=${subjectAltName}\n`)
  const by = ['-CA', authorityPath, '-CAkey', at('authority-key'), '-CAcreateserial', '-days', '2']
  openssl('x509', '-req', '-in', at('request'), ...by, '-extfile', at('extensions'), '-out', certPath)
  return { keyPath, certPath, authorityPath }
}

/** The same with the same key, from the day before yesterday. */
export function lapsed({ key, path }: Certificate): Certificate {
  const [keyPath, oldPath] = [path.replace(/\.pem$/, '-key.pem'), path.replace(/\.pem$/, '-old.pem')]
  const args = ['-in', path, '-signkey', keyPath, '-days', '-1', '-out', oldPath]
  execFileSync('openssl', ['x509', ...args], { stdio: 'ignore' })
  return { key, cert: readFileSync(oldPath), path: oldPath }
}
