/** What the window may say of a fleet that is to begin. Which program is started is never a page's to say. */
import { z } from 'zod'

const name = z.string().trim().min(1).max(200)
export const machineName = name

const own = z.strictObject({
  kind: z.literal('here'),
  host: z.string().min(1).max(253).exactOptional(),
  port: z.int().min(1).max(65_534).exactOptional(), // the next one is for other members
})

const given = z.strictObject({
  kind: z.literal('there'),
  members: z.array(z.string().min(1).max(2_000)).min(1).max(20),
  user: z.string().min(1).max(200),
  password: z.string().min(1).max(4_000),
  ca: z.string().max(200_000).exactOptional(),
})

export const fleetFounding = z.strictObject({
  name,
  machine: name.exactOptional(),
  register: z.discriminatedUnion('kind', [own, given]),
})
