import { registerLaws } from '../../../conformance/register.conformance.ts'
import { FakeRegisterServer } from '../../../fakes/register.ts'

registerLaws('the fake', () => {
  const server = new FakeRegisterServer()
  return { register: server.link(), another: () => server.link(), root: '/laws' }
})
