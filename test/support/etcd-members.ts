/** Which member of a real etcd is which, and leads. */
import type { EtcdCluster } from './etcd.ts'

/** A member names itself in every request to another. */
export function whoIs(first: Buffer): string | undefined {
  return /^x-server-from: *([0-9a-f]+)/im.exec(first.toString('latin1'))?.[1]
}

export async function membersOf(
  etcd: EtcdCluster,
): Promise<readonly { readonly name: string; readonly id: string }[]> {
  const { members } = (await etcd.admin('/v3/cluster/member/list', {})) as {
    members: { name: string; ID: string }[]
  }
  return members.map(({ name, ID }) => ({ name, id: BigInt(ID).toString(16) }))
}

/** Which of them leads. */
export async function leaderOf(etcd: EtcdCluster): Promise<number> {
  const { leader } = (await etcd.admin('/v3/maintenance/status', {})) as { leader: string }
  const id = BigInt(leader).toString(16)
  const found = (await membersOf(etcd)).find((one) => one.id === id)
  return Number(found?.name.slice(1))
}
