/** What is said of other machines, and of logins on their way between them, in Chinese. */
import type { Translation } from '../t.ts'

export const machines: Translation = {
  '"{strange}" cannot be part of what ssh reaches.': 'ssh 连接的目标中不能有“{strange}”。',
  '"{id}" has another {what} there than here, so a login of the one is of no use at the other.':
    '“{id}”在那里的 {what} 与这里不同，因此一方的登录对另一方无用。',
  '"{name}" begins with a dash, which ssh takes for an option.': '“{name}”以短横线开头，ssh 会将其当作选项。',
  '"{name}" is not one of your machines.': '“{name}”不是你的机器。',
  'A key does not expire: there is nothing to ask for again.': '密钥不会过期：没有什么需要再次请求。',
  'A login of its own for {to}, with you present.': '为 {to} 建立一个自己的登录，需要你在场。',
  'A move or a loan needs somebody there who gives the refresh token up, or can be asked again: install Lamplighter there.':
    '转移或借用需要对方有人交出刷新令牌，或能再次响应请求：请在那里安装 Lamplighter。',
  'A move to this machine was cut: it goes on as soon as {name} is reached.':
    '向这台机器的转移中断了：连接到 {name} 后会继续。',
  'A move to this machine was cut: it is ours already, and only has to be stored.':
    '向这台机器的转移中断了：它已归我们，只需存储。',
  'A move to this machine was given up; {name} is told as soon as it is reached.':
    '向这台机器的转移已放弃；连接到 {name} 后会告知。',
  'Add it first: lamplighter node add {name}': '请先添加：lamplighter node add {name}',
  'Agree only if you know that address.': '只有认识该地址时才同意。',
  'Another installation answers at {name} each time it is asked.':
    '每次询问 {name} 时，应答的都是不同的安装。',
  'Another machine answers there, or no Lamplighter.': '在那里应答的是另一台机器，或没有 Lamplighter。',
  'Another machine can borrow it, or sign in with {owner} there.':
    '另一台机器可以借用它，或在那里用 {owner} 登录。',
  'Another machine, or a new installation, answers in the place of {name}.':
    '应答的是另一台机器或新的安装，而不是原来的 {name}。',
  'Borrow it from {name}, or move it back.': '请从 {name} 借用，或移回来。',
  'Borrow that login anew, or have {name} sign in as {part} again.':
    '重新借用该登录，或让 {name} 再次以 {part} 登录。',
  'Borrowed: {name} stays its owner, and is asked for the next token before this one expires.':
    '借用：{name} 仍是所有者，在令牌过期前会向它请求下一个。',
  'Both machines hold exactly the same.': '两台机器持有的内容完全相同。',
  'Bring Lamplighter to the same version on both machines, or sign in there.':
    '请使两台机器上的 Lamplighter 版本一致，或在那里登录。',
  'Check the name and the network.': '请检查名称和网络。',
  'Check the network, or the VPN that leads there.': '请检查网络，或通往那里的 VPN。',
  'Copied, into {targets}.': '已复制到 {targets}。',
  'Give what you would type after `ssh`: a host, user@host, or an alias of your ssh configuration.':
    '请填写你会在 `ssh` 后输入的内容：主机、user@host，或 ssh 配置中的别名。',
  'If it asks for a password or a passphrase, add a key to your ssh agent: Lamplighter types nothing.':
    '如果它要求输入密码或口令，请向 ssh 代理添加密钥：Lamplighter 不会输入任何内容。',
  'If it has used the refresh token, the next renewal here ends the login on both machines: sign in again then.':
    '如果它用过该刷新令牌，这里的下一次续期会终止两台机器上的登录：届时请重新登录。',
  'If it is another one with a copy of this home folder, remove machine.json from the state folder of one of them.':
    '如果它是另一台拥有此主文件夹副本的机器，请从其中一台的状态文件夹中删除 machine.json。',
  'If it never will be, take it back all the same: lamplighter take-over {id} --force.':
    '如果永远无法连接，仍可收回：lamplighter take-over {id} --force。',
  'If it was not, somebody may be in between.': '如果不是，可能有人在中间。',
  'If the machine was installed anew, compare its key, remove the old one with ssh-keygen -R, and run `ssh {destination}` once in a terminal.':
    '如果机器是重新安装的，请核对其密钥，用 ssh-keygen -R 移除旧密钥，并在终端中运行一次 `ssh {destination}`。',
  'Install Lamplighter there.': '请在那里安装 Lamplighter。',
  'Install it there again, or sign in here.': '请在那里重新安装它，或在这里登录。',
  'Install it there, or sign in here.': '请在那里安装，或在这里登录。',
  'Install it there, or take a bundle along: lamplighter export.':
    '请在那里安装，或带上一个包：lamplighter export。',
  'Install the OpenSSH client, or name another program in LAMPLIGHTER_SSH.':
    '请安装 OpenSSH 客户端，或在 LAMPLIGHTER_SSH 中指定其他程序。',
  'It belongs to this machine already.': '它已属于这台机器。',
  'It cannot be reached from here.': '从这里无法连接它。',
  'It goes on by itself when the two are in contact. lamplighter take-over {id} takes it back, once {name} says that it has not used it.':
    '两台机器联系上后会自动继续。一旦 {name} 表示没有使用过，lamplighter take-over {id} 可将其收回。',
  'It has no newer access token yet.': '它还没有更新的访问令牌。',
  'It is borrowed from there already.': '已经从那里借用。',
  'It is borrowed itself: ask its owner.': '它本身是借用的：请询问其所有者。',
  'It is no login that could be made anew.': '它不是可以重新建立的登录。',
  'It is renewed whenever {name} connects to this machine.': '每当 {name} 连接到这台机器时，它就会续期。',
  'It is there, and Node.js is not on the PATH of a session without a terminal.':
    '它已安装，但在无终端的会话中 Node.js 不在 PATH 中。',
  'It is tried again.': '会再次尝试。',
  'It may be an older one that does not answer other machines: update it. "command" of this machine in config.json says how to start another.':
    '它可能是不应答其他机器的旧版本：请更新。config.json 中此机器的“command”可指定启动另一个。',
  'It may be asleep, off, or behind a network you are not in.': '它可能处于休眠、关机，或在你不在的网络中。',
  'It may be asleep.': '它可能处于休眠状态。',
  'It may have no POSIX shell.': '它可能没有 POSIX shell。',
  'It shows the key and asks whether it is the right one.': '它会显示密钥并询问是否正确。',
  'It was moved here.': '它已移到这里。',
  'It was moved here; {name} is told as soon as it is reached.': '它已移到这里；连接到 {name} 后会告知。',
  'It was not renewed: {why}': '没有续期：{why}',
  'It was renewed here, so it works.': '已在这里续期，因此可用。',
  'It was taken back.': '它已被收回。',
  'It was written, and is not there.': '已写入，但不在那里。',
  'Its refresh token is used up.': '其刷新令牌已用掉。',
  'Its ssh server may not be running, or listens on another port.':
    '其 ssh 服务器可能未运行，或监听其他端口。',
  'Its tokens are bound to a key that stays on this machine (DPoP): sign in on the other one.':
    '其令牌绑定到一个不会离开这台机器的密钥（DPoP）：请在另一台机器上登录。',
  'Its tokens are out of reach there.': '其令牌在那里无法取得。',
  'Its tokens are out of reach: another program keeps them.': '其令牌无法取得：由另一个程序保管。',
  'Its {elsewhere} is on another host than {shown}: add the provider yourself first, with lamplighter provider add.':
    '其 {elsewhere} 与 {shown} 不在同一主机上：请先用 lamplighter provider add 自行添加该提供方。',
  'Lamplighter does not know the provider "{printable}" here: add it first, with lamplighter provider add.':
    'Lamplighter 在这里不认识提供方“{printable}”：请先用 lamplighter provider add 添加它。',
  'Lamplighter is not installed there, so OpenClaw’s files were read in place.':
    '那里没有安装 Lamplighter，因此直接读取了 OpenClaw 的文件。',
  'Lamplighter on {name} could not be started.': '无法启动 {name} 上的 Lamplighter。',
  'Look at {name} again, and agree to that address if you know it.':
    '请重新查看 {name}，如果认识该地址就同意。',
  'Move it away: other machines will then take this one for a new one.':
    '请将它移开：其他机器会将这台视为新机器。',
  'Moved to {name}, which renews it from now on.': '已转移到 {name}，此后由其续期。',
  'Moved: this machine has renewed it and owns it now.': '已转移：这台机器已为它续期，现在归其所有。',
  'Moved: this machine owns it now.': '已转移：它现在归这台机器所有。',
  'Moved: this machine owns it.': '已转移：它归这台机器所有。',
  'Names of users and machines are made of letters, digits, dots, dashes and underscores, as in user@host.':
    '用户名和机器名由字母、数字、点、连字符和下划线组成，例如 user@host。',
  'Nobody can sign in on {name} from here.': '无法从这里登录 {name}。',
  'Nobody here has agreed to that, so nothing was sent there.':
    '这里没有人同意过，因此没有向那里发送任何内容。',
  'Nobody knows whether {name} has used it: {why}': '不知道 {name} 是否用过它：{why}',
  'Nothing can be sent to {name} without Lamplighter there.':
    '那里没有 Lamplighter，无法向 {name} 发送任何内容。',
  'Nothing could be written.': '无法写入任何内容。',
  'Nothing is copied, and {from} keeps what it has.': '不复制任何内容，{from} 保留现有的登录。',
  'Nothing was copied.': '没有复制任何内容。',
  'Nothing was done.': '没有执行任何操作。',
  'Nothing was sent there.': '没有向那里发送任何内容。',
  'On {name}: {what}': '在 {name} 上：{what}',
  'Only an access token is here, so the login has to be made anew: sign in, and this machine owns it.':
    '这里只有访问令牌，因此须重新建立登录：请登录，它就归这台机器所有。',
  'Only for an emergency, when {from} no longer uses it.': '仅供紧急情况：{from} 不再使用它时。',
  'Only one of the two machines can use it.': '两台机器中只有一台能使用它。',
  'Only the access token comes, and before it expires {to} asks {from} for the next.':
    '只带入访问令牌；在它过期前，{to} 会向 {from} 请求下一个。',
  'Only what is borrowed, or half moved, can be taken over.': '只有借用的或转移到一半的才能接管。',
  'Only {name} knows the provider "{id}", and says that its tokens go to {endpoint}.':
    '只有 {name} 认识提供方“{id}”，并称其令牌会发往 {endpoint}。',
  'Remove it there, and borrow or sign in instead.': '请在那里移除它，改为借用或登录。',
  'Run `ssh {destination}` once in a terminal.': '请在终端中运行一次 `ssh {destination}`。',
  'Run there: lamplighter login {id}': '请在那里运行：lamplighter login {id}',
  'Say how to start it: "command" of this machine in config.json.':
    '请说明如何启动它：config.json 中此机器的“command”。',
  'Say who you are first: node.hello.': '请先说明身份：node.hello。',
  'Sign in to get a login of its own for this machine.': '请登录，为这台机器建立自己的登录。',
  'Taken back without word from {name}.': '在没有 {name} 回应的情况下收回。',
  'Taken back: {name} has not used it and cannot use it any more.':
    '已收回：{name} 没有使用它，也不能再使用。',
  'That is not the name of a machine.': '这不是机器名称。',
  'That machine says things of it that are not understood here ({part}): update Lamplighter, or add the provider yourself.':
    '那台机器关于它的某些说明在这里无法理解（{part}）：请更新 Lamplighter，或自行添加该提供方。',
  'That needs Lamplighter on {name}.': '这需要 {name} 上有 Lamplighter。',
  'That needs Lamplighter on {part}: without it nobody there can give a refresh token up, or be asked again.':
    '{part} 上需要有 Lamplighter：没有它，那里就没有谁能交出刷新令牌，也无从询问。',
  'The connection to {name} was cut while {account} was being moved.':
    '转移 {account} 时，与 {name} 的连接中断了。',
  'The connection to {name} was cut.': '与 {name} 的连接中断了。',
  'The files on {destination} could not be read.': '无法读取 {destination} 上的文件。',
  'The first renewal did not succeed yet.': '首次续期尚未成功。',
  'The host key of {destination} is not the one your ssh knows.':
    '{destination} 的主机密钥与你的 ssh 所知的不同。',
  'The lock was lost before anything was given up.': '还没有交出任何东西，锁就丢失了。',
  'The move is brought to its end as soon as they are in contact again.':
    '一旦双方重新取得联系，转移就会完成。',
  'The move to {name} did not come about; it is renewed here as before.':
    '未能转移到 {name}；仍像以前一样在这里续期。',
  'The move to {name} is not at its end: it was given up here, and {name} has not said that it has it.':
    '向 {name} 的转移尚未完成：这里已交出，而 {name} 尚未说已收到。',
  'The name of a machine has no spaces or control characters.': '机器名称不含空格或控制字符。',
  'The refresh token that {name} holds was already used on this machine.':
    '{name} 持有的刷新令牌已在这台机器用过。',
  'There is no Lamplighter on {name} any more.': '{name} 上已没有 Lamplighter。',
  'There is no Lamplighter on {name}.': '{name} 上没有 Lamplighter。',
  'There is no login called "{id}" any more.': '已没有名为“{id}”的登录。',
  'There is no login called "{id}" there.': '那里没有名为“{id}”的登录。',
  'There is no machine called {destination}.': '没有名为 {destination} 的机器。',
  'There is no refresh token to give up: a copy serves both machines.':
    '没有刷新令牌可以交出：一份副本即可供两台机器使用。',
  'There is no ssh program on this machine.': '这台机器上没有 ssh 程序。',
  'There is no such move.': '没有这样的转移。',
  'There is no way to {destination} from here just now.': '目前从这里无法到达 {destination}。',
  'They can be copied, or signed in anew here.': '它们可以复制，也可以在这里重新登录。',
  'This machine does not know a way to {name}.': '这台机器不知道如何到达 {name}。',
  'This machine holds exactly this login already.': '这台机器已持有完全相同的登录。',
  'This machine went there to ask, and answers nothing of the kind.':
    '这台机器是去那里询问的，不回答此类请求。',
  'This move has gone further already.': '此转移已进行到更后的步骤。',
  'This move was not made.': '此转移没有进行。',
  'To ask it from here, add it as a machine and trust it: lamplighter node trust.':
    '要从这里向它请求，请将它添加为机器并信任它：lamplighter node trust。',
  'Try again: nothing was given up.': '请重试：没有交出任何内容。',
  'Until then it may be that nobody can renew it.': '在此之前可能谁也无法续期。',
  'Update Lamplighter on the machine where it is older.': '请在版本较旧的那台机器上更新 Lamplighter。',
  'Wait until {name} can be reached.': '请等到可以连接 {name}。',
  'What is borrowed already cannot be read.': '无法读取已借用的内容。',
  'What was begun goes on from where it was at the next contact: lamplighter node look':
    '已开始的操作会在下次联系时从中断处继续：lamplighter node look',
  'What was borrowed from the old one cannot be renewed there: borrow it anew, or sign in here.':
    '从旧登录借用的内容无法在那里续期：请重新借用，或在这里登录。',
  'What {name} holds is another login then, and goes on if that machine ever comes back.':
    '此后 {name} 持有的是另一个登录，如果那台机器恢复，它仍然有效。',
  'While {from} cannot be asked, {to} has to wait.': '在无法询问 {from} 期间，{to} 只能等待。',
  'Your ssh does not know the host key of {destination} yet.': '你的 ssh 尚不知道 {destination} 的主机密钥。',
  'timed out before anything was said': '在有任何应答之前超时',
  '{account} has no refresh token to give.': '{account} 没有可交出的刷新令牌。',
  '{account} holds no access token beside it: renew it there first.':
    '{account} 没有附带访问令牌：请先在那里续期。',
  '{account} is being moved from here to there just now.': '{account} 正从这里转移到那里。',
  '{account} is being renewed there just now.': '{account} 正在那里续期。',
  '{account} is no longer there.': '{account} 已不在那里。',
  '{account} is not borrowed from another machine.': '{account} 不是从另一台机器借用的。',
  '{account} was renewed or signed in anew there meanwhile.': '{account} 期间在那里被续期或重新登录。',
  '{account} was renewed there, and is being stored just now.': '{account} 已在那里续期，此刻正在保存。',
  '{account} was written meanwhile.': '{account} 期间被写入过。',
  '{capital} and {to} can both go on using it.': '{capital} 和 {to} 都可以继续使用它。',
  '{capital} borrows it from {borrowedFrom}.': '{capital} 从 {borrowedFrom} 借用它。',
  '{capital} borrows it from {borrowedFrom}: borrow it there.':
    '{capital} 从 {borrowedFrom} 借用它：请在那里借用。',
  '{capital} gives up its refresh token and {to} renews at once, so that only {to} can from then on.':
    '{capital} 交出刷新令牌，{to} 立即续期，此后只有 {to} 能续期。',
  '{capital} goes on with the access token and asks {to} for each new one.':
    '{capital} 继续使用访问令牌，每个新令牌都向 {to} 请求。',
  '{capital} has no refresh token of it that still works.': '{capital} 没有仍可用的刷新令牌。',
  '{capital} stays its owner.': '{capital} 仍是它的所有者。',
  '{destination} does not answer.': '{destination} 没有应答。',
  '{destination} does not let your ssh in without asking.': '{destination} 不允许你的 ssh 免询问登录。',
  '{destination} takes no ssh connections.': '{destination} 不接受 ssh 连接。',
  '{name} answered in a way this version does not understand.': '{name} 的应答方式此版本无法理解。',
  '{name} could not be reached.': '无法连接 {name}。',
  '{name} did not answer for {seconds} s.': '{name} 已 {seconds} 秒没有应答。',
  '{name} has an older copy.': '{name} 有较旧的副本。',
  '{name} has this login in use: the move is made.': '{name} 正在使用此登录：转移已完成。',
  '{name} is signed in as {part} by now.': '{name} 现在已以 {part} 登录。',
  '{name} is this very machine.': '{name} 就是这台机器。',
  '{name} says something of the sign-in that is not understood here: {part}.':
    '{name} 关于登录的某些说明在这里无法理解：{part}。',
  '{owner} holds a copy of it that Lamplighter cannot change.':
    '{owner} 持有一份 Lamplighter 无法更改的副本。',
  '{owner} keeps and renews it; a copy would end that login.': '由 {owner} 保管和续期；副本会使该登录终止。',
  '{owner} registered a client for this login alone, on the machine where it is: Lamplighter neither moves nor copies it.':
    '{owner} 仅为此登录在其所在机器上注册了客户端：Lamplighter 既不转移也不复制它。',
  '{providerName} accepts each refresh token once: as soon as one machine renews it, the other is signed out.':
    '{providerName} 的每个刷新令牌只接受一次：一台机器续期后，另一台就会退出登录。',
  '{providerName} does not rotate refresh tokens, so both machines can use it.':
    '{providerName} 不轮换刷新令牌，因此两台机器都能使用它。',
  '{providerName} is not known here: {from} says that its tokens go to {endpoint}.':
    '这里不认识 {providerName}：{from} 称其令牌会发往 {endpoint}。',
}
