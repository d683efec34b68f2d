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

it.each([
  '{"code":16, "message":"etcdserver: invalid auth token"}',
  '{"code":3, "message":"etcdserver: user name is empty"}',
  '{"code":3, "message":"etcdserver: revision of auth store is old"}',
  '{"error":"auth: revision in header is old","code":2}',
])('asks for a new token, and is not refused, after %s', (text) => {
  const error = errorIn(text)
  expect(error && wantsToken(error)).toBe(true)
  expect(error && failureOf(error, true).reason).toBe('unreachable')
})

it.each(['{"header":{"revision":"1"},"kvs":[]}', '<html>', ''])('finds none in %j', (text) => {
  expect(errorIn(text)).toBeUndefined()
})
