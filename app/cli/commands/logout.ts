import type { LogoutView } from '../../contract/views.ts'
import { command, printJson } from '../io/command.ts'
import { confirmed, YES_FLAG } from '../io/confirm.ts'
import { EXIT } from '../io/exit-codes.ts'
import { offerTakeBack } from '../io/take-back.ts'

export const logout = command({
  name: 'logout',
  usage: 'logout PROFILE [{dry-run}] [{yes}] [{json}]',
  summary:
    'ends a login at its provider (RFC 7009) and deletes Lamplighter’s copy; says first what goes dark',
  examples: ['logout acme:ada@example.test', 'logout acme:ada@example.test --dry-run'],
  words: { min: 1, max: 1 },
  completes: 'logins',
  flags: {
    ...YES_FLAG,
    'dry-run': { type: 'boolean', help: 'only says what would go dark' },
  },
  async run(core, [wanted = ''], flags, io) {
    const plan = await core.logoutPlan(core.profile(wanted).id)
    if (flags.dryRun && flags.json) printJson(io, { logout: plan })
    else if (!flags.json) for (const line of whatGoesDark(plan)) io.out(line)
    if (flags.dryRun) return EXIT.ok
    if (!(await confirmed(`Sign ${plan.account} out at ${plan.providerName}?`, flags.yes, io))) {
      io.out('Nothing was changed.')
      return EXIT.ok
    }
    const how = await core.logout(plan.profileId)
    if (flags.json)
      printJson(io, { signedOut: plan.profileId, revoked: how === 'revoked', stays: plan.files })
    else io.out(how === 'revoked' ? `${plan.providerName} has ended the login.` : 'The copy here is deleted.')
    const isAsked = !flags.yes && !flags.json
    if (how !== 'revoked') await offerTakeBack(core, plan.profileId, isAsked, io)
    return EXIT.ok
  },
})

function whatGoesDark({
  providerName,
  revocable,
  files,
  programs,
  borrowers,
}: LogoutView): readonly string[] {
  return [
    revocable
      ? `Ends at ${providerName}, for everybody who uses it:`
      : `${providerName} offers no way to end a login: only the copy here goes. Take the permission back there.`,
    ...files.map(({ program, path }) => `  ${program} keeps it in ${path}, and would hold a dead login`),
    ...borrowers.map((name) => `  ${name} borrows it`),
    ...programs.map((name) => `  ${name} has asked for it lately`),
  ]
}
