/** What a fleet and its register say, in Chinese. */
import type { Translation } from '../t.ts'

export const fleet: Translation = {
  '"{address}" is not where a fleet’s PostgreSQL can be asked.': '无法在“{address}”询问机群的 PostgreSQL。',
  '"{address}" is not where a fleet’s etcd can be asked.': '无法在“{address}”询问机群的 etcd。',
  'A backup may have been restored.': '可能恢复了备份。',
  'A disk was copied, or this one was put back from a backup.': '可能复制了磁盘，或这台机器是从备份恢复的。',
  'A login without a refresh token cannot be shared.': '没有刷新令牌的登录无法共享。',
  'A request for new tokens went out and no reply came back, so nobody knows yet whether it counted.':
    '已发出获取新令牌的请求但没有收到应答，因此尚不知道它是否生效。',
  'After a minute it is tried once more.': '一分钟后会再试一次。',
  "An administrator's Lamplighter has to run meanwhile: lamplighter serve, or lamplighter fleet invite until you have joined.":
    '期间须有一位管理员的 Lamplighter 在运行：lamplighter serve，或运行 lamplighter fleet invite 直到你加入。',
  'Another administrator changes the fleet just now.': '另一位管理员正在更改机群。',
  'Another etcd may run there: give this one another port (--port).':
    '那里可能运行着另一个 etcd：请为此 etcd 换一个端口（--port）。',
  'Another machine goes by the identity of this one in the fleet.': '机群中有另一台机器使用这台机器的身份。',
  'Another machine of the fleet renews this login just now.': '机群中的另一台机器正在为此登录续期。',
  'Another machine was faster.': '另一台机器更快。',
  'Another process is in the middle of renewing this login.': '另一个进程正在为此登录续期。',
  'Ask for a new invitation, and compare where it leads to.': '请索取新的邀请，并比对其指向。',
  'Ask for a new invitation.': '请索取新的邀请。',
  'Ask for a new one.': '请索取新的。',
  'Ask for an invitation.': '请索取邀请。',
  'Ask for it with: lamplighter fleet invite': '用此命令获取：lamplighter fleet invite',
  'Ask whoever looks after the fleet for an invitation.': '请向管理机群的人索取邀请。',
  'Do it again.': '请再操作一次。',
  'Do it on a keeper: lamplighter fleet nodes': '请在保管机器上操作：lamplighter fleet nodes',
  'Do it on the machine where it was founded.': '请在创建它的机器上操作。',
  'Forget the one of this machine, or take the other one out first.': '请忘记这台机器上的，或先移出另一个。',
  'Found one: lamplighter fleet found NAME.': '创建一个：lamplighter fleet found NAME。',
  'Give an address like https://10.0.0.1:2379.': '请填写类似 https://10.0.0.1:2379 的地址。',
  'Give an address like postgres://db.example.org:5432/lamplighter, without a user and without a query.':
    '请填写类似 postgres://db.example.org:5432/lamplighter 的地址，不带用户名和查询参数。',
  'HTTP {status}: etcd’s JSON gateway is not there.': 'HTTP {status}：etcd 的 JSON 网关不存在。',
  'HTTP {status}: this is not an answer of etcd.': 'HTTP {status}：这不是 etcd 的应答。',
  'Held by the fleet {fleet}, {what}.': '由机群 {fleet} 持有，{what}。',
  'If that was none of yours, tell whoever looks after the fleet.':
    '如果那不是你的机器，请告知管理机群的人。',
  'In PostgreSQL it has to have CREATEROLE, and may create in the database.':
    '在 PostgreSQL 中它须有 CREATEROLE，并能在数据库中创建对象。',
  'In etcd it has to have the role "root", and users have to be switched on: etcdctl auth enable.':
    '在 etcd 中它须有角色“root”，并且须启用用户：etcdctl auth enable。',
  'Invite anew.': '请重新邀请。',
  'It gets them from an administrator of the fleet as soon as both are connected.':
    '一旦双方连接，它就会从机群管理员那里得到密钥。',
  'It is another PostgreSQL than before, a promoted standby or a restored backup.':
    '它与之前的 PostgreSQL 不是同一个，而是被提升的备用库或恢复的备份。',
  'It is another PostgreSQL than before.': '它与之前的 PostgreSQL 不是同一个。',
  'It is asked at {address}.': '询问地址为 {address}。',
  'It is closed.': '它已关闭。',
  'It is in the list as held by the fleet.': '它在列表中显示为由机群持有。',
  'It is one word that begins with {begins}.': '它是以 {begins} 开头的一个词。',
  'It is spoken to over TLS.': '通过 TLS 与它通信。',
  'It knows less than it has told before.': '它所知比之前所说的少。',
  'It may have been removed.': '它可能已被移除。',
  'It says which fleet this machine is of.': '它记录这台机器属于哪个机群。',
  'It shows an older login than it has told before.': '它显示的登录比之前所说的更旧。',
  'It was given away meanwhile.': '期间它已被转出。',
  'It was taken out of the fleet {fleet}, and is gone from here.':
    '它已从机群 {fleet} 中移出，这里不再有它。',
  'Its data, and the key of its authority, are in {folder}.': '其数据和证书颁发机构的密钥在 {folder} 中。',
  'Join again to go on.': '请再次加入以继续。',
  'Join it with an invitation, or give the new one another name.': '请用邀请加入它，或给新机群另起名称。',
  'Lamplighter goes on by itself when the register is back.': '登记处恢复后，Lamplighter 会自动继续。',
  'Leave that one first: lamplighter fleet leave': '请先退出该机群：lamplighter fleet leave',
  'Leave the fleet here (lamplighter fleet leave), and join it with a new invitation.':
    '请在这里退出机群（lamplighter fleet leave），再用新邀请加入。',
  'Nobody has answered yet.': '还没有人应答。',
  'Nobody was admitted.': '没有接纳任何机器。',
  'Nothing is left of what was given up.': '交出的内容已一无所剩。',
  'On Debian: apt install etcd-server (before 13: etcd), and switch off the service that comes with it: systemctl disable --now etcd.':
    '在 Debian 上：apt install etcd-server（13 之前：etcd），并停用其自带服务：systemctl disable --now etcd。',
  'Once every keeper is connected, say so on the machine that administers the fleet: lamplighter fleet confirm-restore':
    '当所有保管机器都已连接后，请在管理机群的机器上确认：lamplighter fleet confirm-restore',
  'Or join one with an invitation: lamplighter fleet join': '或用邀请加入：lamplighter fleet join',
  'Or name a program: --program /path/to/etcd': '或指定程序：--program /path/to/etcd',
  'Restore it; or move it away, and join again.': '请恢复它；或将它移开并重新加入。',
  'See what it says: journalctl --user -u {unit}.': '查看其日志：journalctl --user -u {unit}。',
  'See: lamplighter fleet nodes': '参见：lamplighter fleet nodes',
  'Several machines of the fleet are called "{wanted}".': '机群中有多台名为“{wanted}”的机器。',
  'Shared with the fleet {fleet}: one of its machines at a time renews it from now on.':
    '已与机群 {fleet} 共享：此后同一时间由其中一台机器续期。',
  'Sign in again on a keeper, and share anew.': '请在保管机器上重新登录，并再次共享。',
  'Sign in again on a machine that may renew it.': '请在可以为它续期的机器上重新登录。',
  'Sign in again to be sure of a working login.': '重新登录，以确保登录可用。',
  'Somebody else was there, and left.': '曾有其他人在那里，后来离开了。',
  'Somebody who does not have the invitation has answered it.': '有人在没有邀请的情况下作出了应答。',
  'Take another one, or change that there.': '请换一个，或在那里更改。',
  'The administrator cannot remove itself: nobody could admit anybody then.':
    '管理员不能移除自己：否则就没有人能接纳新机器了。',
  'The answer to this invitation does not come from whoever invited.': '对此邀请的应答并非来自邀请者。',
  'The fleet "{fleet}" does not hold this login any more.': '机群“{fleet}”已不再持有此登录。',
  'The fleet "{fleet}" holds a login of {account} already.': '机群“{fleet}”已持有 {account} 的登录。',
  'The fleet "{fleet}" was founded in another register than this one.':
    '机群“{fleet}”是在另一个登记处创建的。',
  'The fleet has no machine "{wanted}".': '机群中没有机器“{wanted}”。',
  'The fleet {fleet} shares it with this machine.': '机群 {fleet} 与这台机器共享它。',
  'The fleet {fleet} shares it: one of its machines renews it, and all have the new access token.':
    '机群 {fleet} 共享它：由其中一台机器续期，所有机器都得到新的访问令牌。',
  'The fleet {fleet} shares {account}.': '机群 {fleet} 共享 {account}。',
  'The invitation is over, and nobody has answered.': '邀请已过期，没有人应答。',
  'The invitation was over when it was answered.': '应答时邀请已过期。',
  'The keys of "{fleet}" that would open this are not on this machine.':
    '能打开它的“{fleet}”密钥不在这台机器上。',
  'The keys of the present epoch are not on this machine.': '当前周期的密钥不在这台机器上。',
  'The keys that came are not those of this fleet.': '收到的密钥不属于此机群。',
  'The keys that the fleet holds for this machine do not open.': '机群为这台机器保存的密钥无法打开。',
  'The logins that it shares go on elsewhere.': '它共享的登录在别处继续有效。',
  'The member ended the watch.': '该成员结束了监视。',
  'The name {name} is too long for PostgreSQL.': '名称 {name} 对 PostgreSQL 来说太长。',
  'The register does not take this user and password, or this user may not make others there.':
    '登记处不接受此用户名和密码，或此用户不能在那里创建其他用户。',
  'The register of the fleet "{fleet}" cannot be reached, or has no majority.':
    '无法连接机群“{fleet}”的登记处，或其没有多数成员。',
  'The register of the fleet "{fleet}" has no room left, so nothing it shares is renewed.':
    '机群“{fleet}”的登记处已没有空间，因此其共享的登录都不会续期。',
  'The register of the fleet "{fleet}" knows less than it did, so nothing it shares is spent.':
    '机群“{fleet}”的登记处所知比以前少，因此不会使用其共享的任何令牌。',
  'The watch brought what is not a change.': '监视返回的内容不是变更。',
  'There is a fleet of this name in that register already.': '该登记处已有同名机群。',
  'There is an etcd of an earlier fleet in {folder}.': '{folder} 中有早先机群的 etcd。',
  'There is no etcd on this machine.': '这台机器上没有 etcd。',
  'There is no program {program}.': '没有程序 {program}。',
  'This PostgreSQL does not keep what it has acknowledged: its setting "fsync" is off.':
    '此 PostgreSQL 不保证保存已确认的内容：其设置“fsync”已关闭。',
  'This database is in {encoding}, not in UTF8.': '此数据库的编码是 {encoding}，不是 UTF8。',
  'This invitation is not good any more.': '此邀请已失效。',
  'This invitation was used by another machine.': '此邀请已被另一台机器使用。',
  'This is not a whole invitation to a fleet.': '这不是完整的机群邀请。',
  'This machine administers the fleet "{name}": without it nobody is admitted or removed any more.':
    '这台机器管理机群“{name}”：没有它，就无法再接纳或移除任何机器。',
  'This machine is no administrator of the fleet "{name}".': '这台机器不是机群“{name}”的管理员。',
  'This machine is not taken by the fleet "{fleet}" any more.': '机群“{fleet}”不再接受这台机器。',
  'This machine is of no fleet.': '这台机器不属于任何机群。',
  'This machine is of the fleet "{name}" already.': '这台机器已属于机群“{name}”。',
  'This machine only reads what the fleet shares, so it cannot admit a keeper.':
    '这台机器只读取机群共享的内容，因此不能接纳保管机器。',
  'This machine only reads what the fleet shares.': '这台机器只读取机群共享的内容。',
  'To begin anew, end it and move that folder away.': '要重新开始，请停止它并移走该文件夹。',
  'To leave all the same: lamplighter fleet leave --force': '仍要退出：lamplighter fleet leave --force',
  "To make it this machine's own: lamplighter fleet take-out {id}":
    '要让它归这台机器所有：lamplighter fleet take-out {id}',
  'To use it, name it: --etcd https://HOST:PORT --ca ca.pem':
    '要使用它，请指定：--etcd https://HOST:PORT --ca ca.pem',
  'Two renewals were sent and no reply came back, so the refresh token may already be used up.':
    '发出了两次续期，都没有收到回复，因此刷新令牌可能已经用掉。',
  'Waiting for a machine of the fleet {name} that may renew it: this one only reads.':
    '正在等待机群 {name} 中可以续期的机器：这台只读取。',
  'What answers at {address} has other users already.': '在 {address} 应答的服务已有其他用户。',
  'What came before it took too long.': '前面的操作耗时过长。',
  'What it shares works until it expires.': '其共享的内容在过期前仍可使用。',
  'What the register says of the fleet "{fleet}" was not signed by its administrator.':
    '登记处关于机群“{fleet}”的内容没有其管理员的签名。',
  'Whoever runs it has to make room: an etcd is compacted, and its alarm disarmed; a PostgreSQL needs space on its disk.':
    '其运维者须腾出空间：etcd 需要压缩并解除警报；PostgreSQL 需要磁盘空间。',
  'Without TLS the passwords would be readable on the way.': '没有 TLS，密码在传输途中会被看到。',
  'etcd does not answer at {address}.': 'etcd 在 {address} 没有应答。',
  'etcd knows less than it has told before.': 'etcd 所知比之前所说的少。',
  '{account} is not shared by the fleet.': '机群没有共享 {account}。',
  '{machine} is renewing this login.': '{machine} 正在为此登录续期。',
  '{member} belongs to another cluster than before.': '{member} 所属的集群与之前不同。',
  '{member} knows less than it has told before.': '{member} 所知比之前所说的少。',
  '{name} is to be started by hand on this system.': '在此系统上须手动启动 {name}。',
  'Wrote {path}.': '已写入 {path}。',
  'Wrote {path}, and started it.': '已写入并启动 {path}。',
  'To keep it running: loginctl enable-linger': '要使其持续运行：loginctl enable-linger',
  'systemd could not start it ({why}).': 'systemd 无法启动它（{why}）。',
  'Stopped before etcd was there.': '在 etcd 就绪之前已停止。',
  'Found again to go on.': '请再次创建以继续。',
  '"{host}" is no name or address of a machine.': '“{host}”不是机器的名称或地址。',
  'Give what other machines call this one: attic.local, or 10.0.0.1':
    '请填写其他机器如何称呼这台机器：attic.local 或 10.0.0.1',
  'Or name a program, in a terminal: lamplighter fleet found NAME --here --program /path/to/etcd':
    '或在终端中指定程序：lamplighter fleet found NAME --here --program /path/to/etcd',
  'Another etcd may run there: give this one another port.':
    '那里可能已有另一个 etcd 在运行：请为这个指定另一个端口。',
  'Or start etcd by hand, then do the same again: {command}': '或手动启动 etcd，然后再做一次：{command}',
}
