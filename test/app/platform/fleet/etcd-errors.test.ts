import { expect, it } from 'vitest'
import { errorIn, failureOf, wantsToken } from '../../../../app/platform/fleet/etcd-errors.ts'

it.each([
  ['3.4', '{"error":"etcdserver: permission denied","message":"etcdserver: permission denied","code":7}'],
  ['3.5', '{"code":7, "message":"etcdserver: permission denied"}'],
  ['a stream of 3.4', '{"error":{"grpc_code":7,"http_code":403,"message":"etcdserver: permission denied"}}'],
  ['a stream of 3.5', '{"error":{"code":7,"message":"etcdserver: permission denied","details":[]}}'],
])('finds the error in a reply of %s', (_, text) => {
  const error = errorIn(text)
  expect(error).toEqual({ code: 7, message: 'etcdserver: permission denied' })
  expect(error && failureOf(error, true).reason).toBe('denied')
})

it('knows in every form when a token has lapsed', () => {
  const error = errorIn('{"code":16, "message":"etcdserver: invalid auth token"}')
  expect(error && wantsToken(error)).toBe(true)
})

it.each(['{"header":{"revision":"1"},"kvs":[]}', '<html>', ''])('finds none in %j', (text) => {
  expect(errorIn(text)).toBeUndefined()
})
