/** How the fleet's own etcd is started, and systemd's unit for it. Pure. */
import { systemdUnitOf } from '../service/systemd-unit.ts'

export const ETCD_UNIT = 'lamplighter-etcd.service'

export interface EtcdPlace {
  readonly program: string
  readonly folder: string
  /** "https://attic:2389" */
  readonly member: string
  readonly port: number
}

/** TLS for everybody; the next port, for other members of a cluster, on this machine alone while there are none. */
export function etcdCommand({ program, folder, member, port }: EtcdPlace): readonly string[] {
  const peer = `http://127.0.0.1:${port + 1}`
  return [
    program,
    ...['--name', 'lamplighter', '--data-dir', `${folder}/data`],
    ...['--listen-client-urls', `https://0.0.0.0:${port}`, '--advertise-client-urls', member],
    ...['--listen-peer-urls', peer, '--initial-advertise-peer-urls', peer],
    ...['--initial-cluster', `lamplighter=${peer}`],
    ...['--cert-file', `${folder}/server.pem`, '--key-file', `${folder}/server-key.pem`],
    ...['--bcrypt-cost', '4'], // passwords are random bits, and 5,000 machines may come back at once
    ...['--auto-compaction-mode', 'periodic', '--auto-compaction-retention', '1h'],
    ...['--log-level', 'warn'],
  ]
}

export function etcdUnit(words: readonly string[], folder: string): string {
  return systemdUnitOf({
    description: "The etcd of Lamplighter's fleet",
    words,
    type: 'notify',
    service: [
      'Restart=on-failure',
      'RestartSec=5',
      'UMask=0077',
      'LimitCORE=0',
      'LimitNOFILE=65536',
      'NoNewPrivileges=yes',
      `WorkingDirectory=${folder.replaceAll('%', '%%')}`,
    ],
  })
}
