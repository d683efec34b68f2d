/** What becomes of logins: their states, renewals and history, in Chinese. */
import type { Translation } from '../t.ts'

export const logins: Translation = {
  '"{id}" could mean {count} logins.': '“{id}”可能指 {count} 个登录。',
  'A newer token is stored: use that one.': '已存储较新的令牌：请使用它。',
  'A renewal was sent and no reply came back, so nobody knows yet whether it counted.':
    '续期请求已发出但没有收到回复，因此还没人知道它是否生效。',
  'After a minute it is looked at again, and tried once more.': '一分钟后会再次查看，并再试一次。',
  'Another process had just renewed it; its tokens are used.': '另一个进程刚刚为它续期；已采用其令牌。',
  'Another process has been renewing this login for longer than a renewal takes.':
    '另一个进程为此登录续期的时间已超出正常所需。',
  'Another process was faster.': '另一个进程抢先了。',
  'Another program keeps writing the file.': '另一个程序一直在写入该文件。',
  'Another try of its own failed at the same moment.': '它自己的另一次尝试在同一时刻失败了。',
  'As you chose, it is left to {owner}, and only counted down.':
    '按你的选择，它交由 {owner} 处理，这里只倒计时。',
  'Ask for less time.': '请缩短所需时间。',
  'Ask for what it lets this login and this client have.': '请只请求它允许此登录和此客户端获得的内容。',
  'Borrow it from {name}, or sign in here for a login of its own.':
    '从 {name} 借用，或在这里登录以获得独立的登录。',
  'Bring {id} over anew, or sign in.': '请重新带入 {id}，或登录。',
  'Check the client id and the endpoints of "{id}" in config.json.':
    '请检查 config.json 中“{id}”的客户端 ID 和端点。',
  'Check the client id, its secret or key, and the scopes of "{id}".':
    '请检查“{id}”的客户端 ID、其密钥以及权限范围。',
  'Copied the newest token to {count} agent that had an older one.':
    '已将最新令牌复制到 {count} 个持有旧令牌的智能体。',
  'Copied the newest token to {count} agents that had an older one.':
    '已将最新令牌复制到 {count} 个持有旧令牌的智能体。',
  'Copied the newest token to {count} file that had an older one.':
    '已将最新令牌复制到 {count} 个含有旧令牌的文件。',
  'Copied the newest token to {count} files that had an older one.':
    '已将最新令牌复制到 {count} 个含有旧令牌的文件。',
  'Correct the tokenEndpoint of "{id}" in config.json, or give its issuer, which tells its own.':
    '请更正 config.json 中“{id}”的 tokenEndpoint，或填写其颁发者，由颁发者给出。',
  'Do not end it.': '不终止它。',
  'Even a new token of {login} does not live for {time}.': '{login} 的新令牌也没有 {time} 的有效期。',
  'Every file already holds the newest tokens.': '每个文件都已含有最新的令牌。',
  'From a minute on it can be tried once more.': '满一分钟后即可再试一次。',
  'If it goes on like this, sign in again.': '如果一直这样，请重新登录。',
  'If it has moved, sign in again, or accept that: lamplighter provider trust {id}.':
    '如果它已迁移，请重新登录，或接受此变更：lamplighter provider trust {id}。',
  'If it has not moved, {mend}.': '如果它没有迁移：{mend}。',
  'If it knows token exchange (RFC 8693) and does not say so, set "tokenExchange": true for "{id}" in config.json.':
    '如果它支持令牌交换（RFC 8693）但没有声明，请在 config.json 中为“{id}”设置 "tokenExchange": true。',
  'If that does not help, check the client id and the endpoints of "{id}" in config.json.':
    '如果没有帮助，请检查 config.json 中“{id}”的客户端 ID 和端点。',
  'If the login was removed on purpose, nothing need be done.': '如果登录是有意移除的，则无需处理。',
  'If the provider ends the login because it saw a used refresh token, Lamplighter asks you to sign in.':
    '如果提供方因发现用过的刷新令牌而终止登录，Lamplighter 会请你登录。',
  'If this network has a sign-in page of its own, open it in a browser.':
    '如果此网络有自己的登录页面，请在浏览器中打开它。',
  'Is this machine’s clock right, and no sign-in page of the network in the way?':
    '这台机器的时钟准确吗？有没有网络登录页面挡在中间？',
  'It belongs to another user, and only they or root may run: {command}':
    '它属于另一个用户，只有该用户或 root 可以运行：{command}',
  'It cannot be renewed.': '它无法续期。',
  'It does not expire by itself, so there is nothing to renew.': '它不会自行过期，因此没有什么需要续期。',
  'It does not expire by itself.': '它不会自行过期。',
  'It has expired, and there is nothing to renew it with.': '它已过期，没有可用来续期的内容。',
  'It has expired.': '它已过期。',
  'It says which copies of a login are the older ones.': '它记录登录的哪些副本较旧。',
  'It says which server each login belongs to.': '它记录每个登录属于哪个服务器。',
  'It was moved to {part}, which renews it.': '它已转移到 {part}，由其续期。',
  'It was refused.': '它被拒绝了。',
  'It was renewed {seconds} s ago: use the new token.': '它在 {seconds} 秒前已续期：请使用新令牌。',
  'It works until then.': '在此之前它可用。',
  'It works.': '它可用。',
  'Its newest tokens are kept in Lamplighter’s journal.': '其最新令牌保存在 Lamplighter 的日志中。',
  'Lamplighter cannot mend that by itself.': 'Lamplighter 无法自行修复。',
  'Lamplighter keeps it in its own vault and renews it.': 'Lamplighter 将它保存在自己的保险库中并为它续期。',
  'Lamplighter only watches.': 'Lamplighter 只是旁观。',
  'Lamplighter renews it for {program}, under {program}’s own locks.':
    'Lamplighter 为 {program} 续期，并使用 {program} 自己的锁。',
  'Lamplighter tries again by itself.': 'Lamplighter 会自动再试。',
  'Lamplighter tries again.': 'Lamplighter 会再次尝试。',
  'Lamplighter will not send that refresh token.': 'Lamplighter 不会发送该刷新令牌。',
  'Lamplighter’s grant lock': 'Lamplighter 的锁',
  'Look into the server that refuses them.': '请检查拒绝它们的服务器。',
  'Make room, or make the disk writable.': '请腾出空间，或使磁盘可写。',
  'Move it away once all of them are the same.': '当所有副本一致后，将它移开。',
  'New tokens came and no disk takes them, so this process does not end: it holds them and goes on trying.':
    '收到新令牌但没有磁盘可写，因此此进程不会结束：它保留令牌并继续尝试。',
  'New tokens of {profileId} are kept in the journal, and the place they belong to is gone.':
    '{profileId} 的新令牌保存在日志中，而它们原本所在的位置已不存在。',
  'Newer tokens, written by another process, are used.': '已采用另一个进程写入的较新令牌。',
  'No Lamplighter keeps it alive now: it is renewed only when somebody asks for it.':
    '现在没有 Lamplighter 让它保持有效：只有在有人请求时才会续期。',
  'No access token is stored for this login.': '没有存储此登录的访问令牌。',
  'No connection to {name} comes about with this client certificate.':
    '使用此客户端证书无法与 {name} 建立连接。',
  'No logins were found.': '没有找到登录。',
  'No logins were found. `lamplighter list` says where it looked.':
    '没有找到登录。`lamplighter list` 会说明查找过的位置。',
  'No other token can be made of {login}.': '无法用 {login} 生成其他令牌。',
  'No safe connection to {name} comes about: its certificate does not hold.':
    '无法与 {name} 建立安全连接：其证书无效。',
  'No safe connection to {name} comes about: its certificate is from an authority that is not known here.':
    '无法与 {name} 建立安全连接：其证书由此处未知的机构颁发。',
  'Nobody can renew it but you, by a new sign-in.': '除了你重新登录，谁也无法为它续期。',
  'Nobody renews logins at the address Lamplighter has for {name}: {detail}':
    '在 Lamplighter 所知的 {name} 地址上无人续期登录：{detail}',
  'None of the files holds tokens that could be copied.': '没有任何文件含有可复制的令牌。',
  'Not looked at yet.': '尚未查看。',
  'Nothing but a sign-in renews it.': '只有登录才能为它续期。',
  'Nothing here renews a login of the kind "{kind}".': '这里无法为“{kind}”类型的登录续期。',
  'Nothing here rotates it.': '这里没有程序轮换它。',
  'Nothing is known of it.': '对它一无所知。',
  'Nothing of what it could do is left, so the old token stays in use until it expires.':
    '它原有的权限已全部失去，因此旧令牌会一直用到过期。',
  'Nothing to do now.': '现在无需处理。',
  'Nothing to do.': '无需处理。',
  'Nothing to do: everybody has the new tokens.': '无需处理：大家都有新令牌。',
  'Nothing to do: the login has got new tokens since.': '无需处理：此后该登录已获得新令牌。',
  'Nothing was sent to the provider, so nothing is lost.': '没有向提供方发送任何内容，因此没有损失。',
  'Nothing was written.': '未写入任何内容。',
  'Once it has ended, Lamplighter takes the lock over by itself.': '该进程结束后，Lamplighter 会自动接管锁。',
  'Once {owner} works without it, run: {command}': '确认 {owner} 没有它也能用后，请运行：{command}',
  'Only a login of a provider that is known here can be narrowed.': '只能缩小这里已知提供方的登录权限。',
  'Only a sign-in renews it.': '只有登录才能为它续期。',
  'Process {pid} holds the lock.': '进程 {pid} 占用着锁。',
  'Put in a new one before: make it where this one came from.':
    '请在此之前换上新密钥：在这个密钥的来处生成。',
  'Put its file back and they are written to it.': '放回其文件，它们就会写入其中。',
  'Put the file back and they are written to it.': '放回该文件，它们就会写入其中。',
  'Renewing is paused: until then it is renewed only when somebody asks for it.':
    '续期已暂停：在此之前，只有在有人请求时才会续期。',
  'Restore it, or move it away once the endpoints in config.json are right.':
    '请恢复它，或在 config.json 中的端点正确后将它移开。',
  'Run: {command}': '请运行：{command}',
  'See what the process that holds it is doing.': '请查看占用它的进程在做什么。',
  'Sending a used refresh token could end the login everywhere, so Lamplighter does not.':
    '发送用过的刷新令牌可能使该登录在各处终止，所以 Lamplighter 不会这样做。',
  'Sign in again and grant them.': '请重新登录并授予这些权限。',
  'Sign in again to bring it back.': '重新登录即可恢复。',
  'Sign in again to bring this login back.': '重新登录即可恢复此登录。',
  'Sign in again with the program it belongs to.': '请用它所属的程序重新登录。',
  'Sign in again with the program that keeps it, which registers itself anew.':
    '请用保管它的程序重新登录，该程序会重新注册。',
  'Sign in again with the right account.': '请用正确的账户重新登录。',
  'Sign in again, or move the file away if you know the token was never used.':
    '请重新登录；如果你确定该令牌从未用过，也可以移走该文件。',
  'Sign in again.': '请重新登录。',
  'Sign in to a login of its own with fewer scopes.': '请用较少的权限范围建立单独的登录。',
  'Sign in to bring it back.': '登录即可恢复。',
  'Sign in to bring it back: Lamplighter asks {program} for it.':
    '登录即可恢复：Lamplighter 会让 {program} 来办。',
  'Sign in to bring {files} agents back.': '登录即可让 {files} 个智能体恢复。',
  'Sign in with {owner} for a login of its own.': '用 {owner} 登录，以获得独立的登录。',
  'Somebody is using it.': '有程序正在使用它。',
  'Something else than {name}’s token endpoint answered.': '应答的不是 {name} 的令牌端点。',
  'Start {owner} and see what it says; it may have to be signed in again.':
    '启动 {owner}，看看它怎么说；可能需要重新登录。',
  'The access token was refused {time} before its time.': '访问令牌在到期前 {time} 被拒绝。',
  'The access token was refused.': '访问令牌被拒绝。',
  'The command that rotates it ended with a signal.': '轮换它的命令被信号终止。',
  'The command that rotates it ended with {code}.': '轮换它的命令以 {code} 结束。',
  'The command that rotates it printed something that is no key.': '轮换它的命令输出的内容不是密钥。',
  'The command that rotates it printed the old key.': '轮换它的命令输出了旧密钥。',
  'The command that rotates it {why}.': '轮换它的命令：{why}。',
  'The file holds a refresh token that was already used; an older copy seems to have been put back.':
    '该文件中是已经用过的刷新令牌；似乎有人放回了较旧的副本。',
  'The journal entry {path} cannot be understood.': '无法理解日志条目 {path}。',
  'The key that is there stays in use.': '现有密钥继续使用。',
  'The lock was lost before the request was sent; nothing was spent.':
    '发送请求之前锁已丢失；没有使用任何令牌。',
  'The login did not work again while somebody waited.': '等待期间该登录没有恢复可用。',
  'The login itself may be fine.': '登录本身可能没有问题。',
  'The login keeps changing while a token is asked for.': '请求令牌期间，该登录不断变化。',
  'The login was replaced while the renewal ran; the answer was dropped.':
    '续期期间该登录被替换；应答已丢弃。',
  'The new key does not work yet.': '新密钥尚不可用。',
  'The new tokens are kept in the journal until the file can be written.':
    '在文件可以写入之前，新令牌保存在日志中。',
  'The new tokens are on no disk yet: process {pid} holds them and goes on trying.':
    '新令牌还不在任何磁盘上：进程 {pid} 持有它们，并会继续尝试。',
  'The place this login was kept in is gone.': '存放此登录的地方不见了。',
  'The provider answered for another account ({part}).': '提供方的应答属于另一个账户（{part}）。',
  'The provider ends this login, and only a sign-in renews it.': '提供方会终止此登录，只有重新登录才能续期。',
  'The provider refused this login.': '提供方拒绝了此登录。',
  'The provider took away: {what}.': '提供方收回了：{what}。',
  'The request went out to {name} and no reply came back, so nobody knows yet whether it counted.':
    '请求已发往 {name}，但没有收到回复，所以还没人知道它是否生效。',
  'The tokens of an earlier renewal, kept in the journal until now, are stored.':
    '先前某次续期的令牌一直保存在日志中，现已存好。',
  'There is no refresh token: only a new sign-in renews it.': '没有刷新令牌：只有重新登录才能续期。',
  'There is nothing to undo: the file was changed since.': '没有可撤销的：该文件之后已被更改。',
  'These files belong to another program; Lamplighter does not write them.':
    '这些文件属于另一个程序；Lamplighter 不会写入。',
  'This Lamplighter is about to end.': '此 Lamplighter 即将结束。',
  'This key is to be rotated by {day}.': '此密钥应在 {day} 前轮换。',
  'This key was to be rotated by {day}.': '此密钥本应在 {day} 前轮换。',
  'This login was made at {was}, and {name} is at {now} now.':
    '此登录建立于 {was}，而 {name} 现在位于 {now}。',
  'This login was moved to {name}; an older copy of it seems to have been put back here.':
    '此登录已转移到 {name}；似乎有人把它较旧的副本放回了这里。',
  'This provider cannot narrow a token that way.': '此提供方无法这样缩小令牌权限。',
  'This token was reported before, and acted upon.': '此令牌之前已报告并处理过。',
  'To give the tokens up, interrupt it once more.': '要放弃这些令牌，请再次中断它。',
  'Took over {foundIn}’s newer token.': '已采用 {foundIn} 的较新令牌。',
  'Try again later.': '请稍后重试。',
  'Two renewals were answered with something that cannot be read, so the refresh token may be used up.':
    '两次续期的应答都无法读取，因此刷新令牌可能已用掉。',
  'Whether it works cannot be told now: {name} said {what}.': '目前无法判断它是否可用：{name} 返回 {what}。',
  'correct "{id}" in config.json': '请更正 config.json 中的“{id}”',
  'lamplighter list says how long it lasts.': 'lamplighter list 会显示它还能用多久。',
  '{askedOf} renewed it, as Lamplighter asked.': '{askedOf} 已应 Lamplighter 的要求为它续期。',
  '{by} keeps its tokens where Lamplighter cannot see them.':
    '{by} 将其令牌保存在 Lamplighter 看不到的地方。',
  '{by} renews it when it runs.': '{by} 运行时会为它续期。',
  '{by} renews it.': '{by} 为它续期。',
  '{count} processes found the new tokens and used them.': '{count} 个进程找到新令牌并使用了它们。',
  '{count} processes had sent the same refresh token, was refused, and used the new tokens.':
    '{count} 个进程曾发送同一刷新令牌，被拒绝后使用了新令牌。',
  '{count} processes sent the same refresh token and was refused.':
    '{count} 个进程发送了同一刷新令牌并被拒绝。',
  '{count} processes tried at the same moment and failed.': '{count} 个进程在同一时刻尝试并失败了。',
  '{count} tokens were refused within a minute, so another would be as well.':
    '一分钟内有 {count} 个令牌被拒绝，再换一个也会如此。',
  '{lentBy} sent the access token that works there now.': '{lentBy} 发来了现在那里可用的访问令牌。',
  '{login} is not tried: that would use its refresh token up.': '不会试用 {login}：那会用掉其刷新令牌。',
  '{name} answered that it has trouble of its own.': '{name} 回答说它自己出了问题。',
  '{name} answered with a token that may do more than was asked for ({scopes}), so it is not given out.':
    '{name} 返回的令牌权限超出所请求的（{scopes}），因此不会发放。',
  '{name} answered with something that cannot be read, so nobody knows yet whether the refresh token is used up.':
    '{name} 的应答无法读取，因此还没人知道刷新令牌是否已用掉。',
  '{name} asks us to wait.': '{name} 要求我们等待。',
  '{name} came from {from} with other logins.': '{name} 是从 {from} 随其他登录带来的。',
  '{name} cannot narrow a token.': '{name} 无法缩小令牌权限。',
  '{name} did not answer (connection refused).': '{name} 没有应答（连接被拒绝）。',
  '{name} did not answer (its name was not found).': '{name} 没有应答（找不到其名称）。',
  '{name} did not answer (no network).': '{name} 没有应答（没有网络）。',
  '{name} did not answer (no reply in time).': '{name} 没有应答（超时）。',
  '{name} did not answer (the connection broke).': '{name} 没有应答（连接中断）。',
  '{name} gives no such token: {detail}': '{name} 不提供这样的令牌：{detail}',
  '{name} gives this client no token: {detail}': '{name} 不给此客户端令牌：{detail}',
  '{name} goes on refusing this login, so it has most likely ended: {detail}':
    '{name} 持续拒绝此登录，它很可能已终止：{detail}',
  '{name} had lost this login; it is back.': '{name} 曾丢失此登录；现已恢复。',
  '{name} has ended this login.': '{name} 已终止此登录。',
  '{name} has ended this login: the reply to an earlier renewal was lost on its way, and what was sent with it counts as used.':
    '{name} 已终止此登录：先前一次续期的回复在途中丢失，随之发送的内容视为已使用。',
  '{name} refused Lamplighter’s client id.': '{name} 拒绝了 Lamplighter 的客户端 ID。',
  '{name} refused it: {detail}': '{name} 拒绝了它：{detail}',
  '{name} refused the client id of this login.': '{name} 拒绝了此登录的客户端 ID。',
  '{name} refuses to renew this login, and does not say why.': '{name} 拒绝为此登录续期，也没有说明原因。',
  '{name} refuses to renew this login, which it did before: {detail}':
    '{name} 拒绝为此登录续期，而以前可以：{detail}',
  '{name} took it: it works.': '{name} 接受了它：可用。',
  '{name} wants more permissions than this login has.': '{name} 要求的权限比此登录拥有的更多。',
  '{owner} holds the same refresh token, in a file that only {owner} writes: the next renewal here ends its login there.':
    '{owner} 持有同一个刷新令牌，存放在只有 {owner} 写入的文件中：这里下次续期会终止它在那里的登录。',
  '{owner} is looking after this login now.': '{owner} 正在照管此登录。',
  '{owner} looks after it; Lamplighter only watches.': '由 {owner} 照管；Lamplighter 只是旁观。',
  '{owner} was asked to renew this login, and its file is as it was.':
    '已要求 {owner} 为此登录续期，但其文件没有变化。',
  '{path} cannot be understood, so nothing is sent anywhere.':
    '无法理解 {path}，因此不会向任何地方发送内容。',
  '{path} has changed hands since it was shown, so it was not removed.':
    '显示之后 {path} 已易主，因此没有移除。',
  '{path} may still be in use, so it was not removed.': '{path} 可能仍在使用，因此没有移除。',
  '{path} no longer holds this login.': '{path} 中已没有此登录。',
  '{program} keeps it as it is: there is nothing to renew it with.':
    '{program} 原样保管它：没有可用来续期的内容。',
  '{refreshedBy} renews it when asked.': '要求时由 {refreshedBy} 续期。',
  '{who} found the new tokens and used them.': '{who} 找到新令牌并使用了它们。',
  '{who} had sent the same refresh token, was refused, and used the new tokens.':
    '{who} 曾发送同一个刷新令牌，被拒绝后改用了新令牌。',
  '{who} sent the same refresh token and was refused.': '{who} 发送了同一个刷新令牌，被拒绝。',
  '{who} tried at the same moment and failed.': '{who} 在同一时刻尝试，但失败了。',
  '{winner} brought in newer tokens.': '{winner} 带来了较新的令牌。',
  '{winner} had already used this refresh token.': '{winner} 已用过此刷新令牌。',
  '{winner} renewed this login first.': '{winner} 先为此登录续期了。',
  '{winner} renewed this login.': '{winner} 为此登录续期了。',
  '{winner} signed in again.': '{winner} 重新登录了。',
  schedule: '定时任务',
  person: '用户',
  '{count} days': '{count} 天',
  rejected: '被拒绝',
  reused: '重复使用',
  'rate-limited': '被限流',
  transient: '暂时性',
  'client-rejected': '客户端被拒绝',
  'unknown-outcome': '结果未知',
  'insufficient-scope': '权限范围不足',
  misdirected: '地址错误',
  locked: '被锁定',
  unwritable: '无法写入',
  spent: '已用掉',
}
