/** What a fleet and its register say, in German. */
import type { Translation } from '../t.ts'

export const fleet: Translation = {
  '"{address}" is not where a fleet’s PostgreSQL can be asked.':
    'Unter „{address}“ kann kein PostgreSQL einer Flotte gefragt werden.',
  '"{address}" is not where a fleet’s etcd can be asked.':
    'Unter „{address}“ kann kein etcd einer Flotte gefragt werden.',
  'A backup may have been restored.': 'Vielleicht wurde eine Sicherung zurückgespielt.',
  'A disk was copied, or this one was put back from a backup.':
    'Eine Platte wurde kopiert, oder dieser Rechner wurde aus einer Sicherung zurückgespielt.',
  'A login without a refresh token cannot be shared.':
    'Eine Anmeldung ohne Refresh-Token lässt sich nicht teilen.',
  'A request for new tokens went out and no reply came back, so nobody knows yet whether it counted.':
    'Eine Anfrage nach neuen Tokens ging hinaus, aber es kam keine Antwort: Noch weiß niemand, ob sie gezählt hat.',
  'After a minute it is tried once more.': 'Nach einer Minute wird es noch einmal versucht.',
  "An administrator's Lamplighter has to run meanwhile: lamplighter serve, or lamplighter fleet invite until you have joined.":
    'Solange muss das Lamplighter eines Administrators laufen: lamplighter serve, oder lamplighter fleet invite, bis du beigetreten bist.',
  'Another administrator changes the fleet just now.': 'Ein anderer Administrator ändert die Flotte gerade.',
  'Another etcd may run there: give this one another port (--port).':
    'Vielleicht läuft dort ein anderes etcd: Gib diesem einen anderen Port (--port).',
  'Another machine goes by the identity of this one in the fleet.':
    'Ein anderer Rechner tritt in der Flotte mit der Identität von diesem auf.',
  'Another machine of the fleet renews this login just now.':
    'Ein anderer Rechner der Flotte erneuert diese Anmeldung gerade.',
  'Another machine was faster.': 'Ein anderer Rechner war schneller.',
  'Another process is in the middle of renewing this login.':
    'Ein anderer Prozess erneuert diese Anmeldung gerade.',
  'Ask for a new invitation, and compare where it leads to.':
    'Bitte um eine neue Einladung und vergleiche, wohin sie führt.',
  'Ask for a new invitation.': 'Bitte um eine neue Einladung.',
  'Ask for a new one.': 'Bitte um eine neue.',
  'Ask for an invitation.': 'Bitte um eine Einladung.',
  'Ask for it with: lamplighter fleet invite': 'Du bekommst sie mit: lamplighter fleet invite',
  'Ask whoever looks after the fleet for an invitation.':
    'Bitte den, der sich um die Flotte kümmert, um eine Einladung.',
  'Do it again.': 'Tu es noch einmal.',
  'Do it on a keeper: lamplighter fleet nodes': 'Tu es auf einem Verwalter: lamplighter fleet nodes',
  'Do it on the machine where it was founded.': 'Tu es auf dem Rechner, auf dem sie gegründet wurde.',
  'Forget the one of this machine, or take the other one out first.':
    'Vergiss die dieses Rechners oder nimm zuerst die andere heraus.',
  'Found one: lamplighter fleet found NAME.': 'Gründe eine: lamplighter fleet found NAME.',
  'Give an address like https://10.0.0.1:2379.': 'Gib eine Adresse wie https://10.0.0.1:2379 an.',
  'Give an address like postgres://db.example.org:5432/lamplighter, without a user and without a query.':
    'Gib eine Adresse wie postgres://db.example.org:5432/lamplighter an, ohne Benutzer und ohne Abfrage.',
  'HTTP {status}: etcd’s JSON gateway is not there.':
    'HTTP {status}: Das JSON-Gateway von etcd ist nicht da.',
  'HTTP {status}: this is not an answer of etcd.': 'HTTP {status}: Das ist keine Antwort von etcd.',
  'Held by the fleet {fleet}, {what}.': 'Von der Flotte {fleet} gehalten, {what}.',
  'If that was none of yours, tell whoever looks after the fleet.':
    'Wenn es keiner von deinen war, sag es dem, der sich um die Flotte kümmert.',
  'In PostgreSQL it has to have CREATEROLE, and may create in the database.':
    'In PostgreSQL braucht er CREATEROLE und muss in der Datenbank anlegen dürfen.',
  'In etcd it has to have the role "root", and users have to be switched on: etcdctl auth enable.':
    'In etcd braucht er die Rolle „root“, und Benutzer müssen eingeschaltet sein: etcdctl auth enable.',
  'Invite anew.': 'Lade noch einmal ein.',
  'It gets them from an administrator of the fleet as soon as both are connected.':
    'Er bekommt sie von einem Administrator der Flotte, sobald beide verbunden sind.',
  'It is another PostgreSQL than before, a promoted standby or a restored backup.':
    'Es ist ein anderes PostgreSQL als vorher, ein hochgestufter Standby oder eine zurückgespielte Sicherung.',
  'It is another PostgreSQL than before.': 'Es ist ein anderes PostgreSQL als vorher.',
  'It is asked at {address}.': 'Gefragt wird es unter {address}.',
  'It is closed.': 'Es ist geschlossen.',
  'It is in the list as held by the fleet.': 'Sie steht in der Liste als von der Flotte gehalten.',
  'It is one word that begins with {begins}.': 'Sie ist ein einziges Wort, das mit {begins} beginnt.',
  'It is spoken to over TLS.': 'Gesprochen wird mit ihm über TLS.',
  'It knows less than it has told before.': 'Es weiß weniger, als es vorher genannt hat.',
  'It may have been removed.': 'Vielleicht wurde er entfernt.',
  'It says which fleet this machine is of.': 'Darin steht, zu welcher Flotte dieser Rechner gehört.',
  'It shows an older login than it has told before.':
    'Es zeigt eine ältere Anmeldung, als es vorher genannt hat.',
  'It was given away meanwhile.': 'Sie wurde inzwischen weggegeben.',
  'It was taken out of the fleet {fleet}, and is gone from here.':
    'Sie wurde aus der Flotte {fleet} genommen und ist hier nicht mehr.',
  'Its data, and the key of its authority, are in {folder}.':
    'Seine Daten und der Schlüssel seiner Zertifizierungsstelle liegen in {folder}.',
  'Join again to go on.': 'Tritt noch einmal bei, um weiterzumachen.',
  'Join it with an invitation, or give the new one another name.':
    'Tritt ihr mit einer Einladung bei oder gib der neuen einen anderen Namen.',
  'Lamplighter goes on by itself when the register is back.':
    'Lamplighter macht von selbst weiter, wenn das Register wieder da ist.',
  'Leave that one first: lamplighter fleet leave': 'Verlass zuerst diese: lamplighter fleet leave',
  'Leave the fleet here (lamplighter fleet leave), and join it with a new invitation.':
    'Verlass hier die Flotte (lamplighter fleet leave) und tritt ihr mit einer neuen Einladung bei.',
  'Nobody has answered yet.': 'Noch hat niemand geantwortet.',
  'Nobody was admitted.': 'Niemand wurde aufgenommen.',
  'Nothing is left of what was given up.': 'Von dem, was abgegeben wurde, ist nichts übrig.',
  'On Debian: apt install etcd-server (before 13: etcd), and switch off the service that comes with it: systemctl disable --now etcd.':
    'Unter Debian: apt install etcd-server (vor 13: etcd), und schalte den mitgelieferten Dienst ab: systemctl disable --now etcd.',
  'Once every keeper is connected, say so on the machine that administers the fleet: lamplighter fleet confirm-restore':
    'Sobald alle Verwalter verbunden sind, bestätige es auf dem Rechner, der die Flotte administriert: lamplighter fleet confirm-restore',
  'Or join one with an invitation: lamplighter fleet join':
    'Oder tritt mit einer Einladung bei: lamplighter fleet join',
  'Or name a program: --program /path/to/etcd': 'Oder nenne ein Programm: --program /path/to/etcd',
  'Restore it; or move it away, and join again.':
    'Stell sie wieder her; oder schieb sie beiseite und tritt neu bei.',
  'See what it says: journalctl --user -u {unit}.': 'Sieh nach, was es sagt: journalctl --user -u {unit}.',
  'See: lamplighter fleet nodes': 'Siehe: lamplighter fleet nodes',
  'Several machines of the fleet are called "{wanted}".': 'Mehrere Rechner der Flotte heißen „{wanted}“.',
  'Shared with the fleet {fleet}: one of its machines at a time renews it from now on.':
    'Mit der Flotte {fleet} geteilt: Von jetzt an erneuert sie immer einer ihrer Rechner.',
  'Sign in again on a keeper, and share anew.':
    'Melde dich auf einem Verwalter neu an und teile sie noch einmal.',
  'Sign in again on a machine that may renew it.':
    'Melde dich auf einem Rechner neu an, der sie erneuern darf.',
  'Sign in again to be sure of a working login.':
    'Melde dich neu an, um sicher eine gültige Anmeldung zu haben.',
  'Somebody else was there, and left.': 'Jemand anderes war da und ist gegangen.',
  'Somebody who does not have the invitation has answered it.':
    'Jemand, der die Einladung nicht hat, hat darauf geantwortet.',
  'Take another one, or change that there.': 'Nimm ein anderes oder ändere das dort.',
  'The administrator cannot remove itself: nobody could admit anybody then.':
    'Der Administrator kann sich nicht selbst entfernen: Dann könnte niemand mehr jemanden aufnehmen.',
  'The answer to this invitation does not come from whoever invited.':
    'Die Antwort auf diese Einladung kommt nicht von dem, der eingeladen hat.',
  'The fleet "{fleet}" does not hold this login any more.':
    'Die Flotte „{fleet}“ hat diese Anmeldung nicht mehr.',
  'The fleet "{fleet}" holds a login of {account} already.':
    'Die Flotte „{fleet}“ hat schon eine Anmeldung von {account}.',
  'The fleet "{fleet}" was founded in another register than this one.':
    'Die Flotte „{fleet}“ wurde in einem anderen Register gegründet als diesem.',
  'The fleet has no machine "{wanted}".': 'Die Flotte hat keinen Rechner „{wanted}“.',
  'The fleet {fleet} shares it with this machine.': 'Die Flotte {fleet} teilt sie mit diesem Rechner.',
  'The fleet {fleet} shares it: one of its machines renews it, and all have the new access token.':
    'Die Flotte {fleet} teilt sie: Einer ihrer Rechner erneuert sie, und alle haben das neue Access-Token.',
  'The fleet {fleet} shares {account}.': 'Die Flotte {fleet} teilt {account}.',
  'The invitation is over, and nobody has answered.':
    'Die Einladung ist abgelaufen, und niemand hat geantwortet.',
  'The invitation was over when it was answered.': 'Die Einladung war abgelaufen, als sie beantwortet wurde.',
  'The keys of "{fleet}" that would open this are not on this machine.':
    'Die Schlüssel von „{fleet}“, die das öffnen würden, sind nicht auf diesem Rechner.',
  'The keys of the present epoch are not on this machine.':
    'Die Schlüssel der jetzigen Epoche sind nicht auf diesem Rechner.',
  'The keys that came are not those of this fleet.':
    'Die Schlüssel, die kamen, sind nicht die dieser Flotte.',
  'The keys that the fleet holds for this machine do not open.':
    'Die Schlüssel, die die Flotte für diesen Rechner hat, lassen sich nicht öffnen.',
  'The logins that it shares go on elsewhere.': 'Die Anmeldungen, die er teilt, gehen anderswo weiter.',
  'The member ended the watch.': 'Der Member hat die Beobachtung beendet.',
  'The name {name} is too long for PostgreSQL.': 'Der Name {name} ist zu lang für PostgreSQL.',
  'The register does not take this user and password, or this user may not make others there.':
    'Das Register nimmt diesen Benutzer mit diesem Passwort nicht an, oder dieser Benutzer darf dort keine anderen anlegen.',
  'The register of the fleet "{fleet}" cannot be reached, or has no majority.':
    'Das Register der Flotte „{fleet}“ ist nicht erreichbar oder hat keine Mehrheit.',
  'The register of the fleet "{fleet}" has no room left, so nothing it shares is renewed.':
    'Das Register der Flotte „{fleet}“ hat keinen Platz mehr, deshalb wird nichts erneuert, was sie teilt.',
  'The register of the fleet "{fleet}" knows less than it did, so nothing it shares is spent.':
    'Das Register der Flotte „{fleet}“ weiß weniger als vorher, deshalb wird nichts verbraucht, was sie teilt.',
  'The watch brought what is not a change.': 'Die Beobachtung brachte etwas, das keine Änderung ist.',
  'There is a fleet of this name in that register already.':
    'In diesem Register gibt es schon eine Flotte dieses Namens.',
  'There is an etcd of an earlier fleet in {folder}.': 'In {folder} liegt ein etcd einer früheren Flotte.',
  'There is no etcd on this machine.': 'Auf diesem Rechner gibt es kein etcd.',
  'There is no program {program}.': 'Es gibt kein Programm {program}.',
  'This PostgreSQL does not keep what it has acknowledged: its setting "fsync" is off.':
    'Dieses PostgreSQL behält nicht, was es bestätigt hat: Seine Einstellung „fsync“ ist aus.',
  'This database is in {encoding}, not in UTF8.': 'Diese Datenbank ist in {encoding}, nicht in UTF8.',
  'This invitation is not good any more.': 'Diese Einladung gilt nicht mehr.',
  'This invitation was used by another machine.': 'Diese Einladung hat ein anderer Rechner benutzt.',
  'This is not a whole invitation to a fleet.': 'Das ist keine vollständige Einladung zu einer Flotte.',
  'This machine administers the fleet "{name}": without it nobody is admitted or removed any more.':
    'Dieser Rechner administriert die Flotte „{name}“: Ohne ihn wird niemand mehr aufgenommen oder entfernt.',
  'This machine is no administrator of the fleet "{name}".':
    'Dieser Rechner ist kein Administrator der Flotte „{name}“.',
  'This machine is not taken by the fleet "{fleet}" any more.':
    'Die Flotte „{fleet}“ nimmt diesen Rechner nicht mehr an.',
  'This machine is of no fleet.': 'Dieser Rechner gehört zu keiner Flotte.',
  'This machine is of the fleet "{name}" already.': 'Dieser Rechner gehört schon zur Flotte „{name}“.',
  'This machine only reads what the fleet shares, so it cannot admit a keeper.':
    'Dieser Rechner liest nur, was die Flotte teilt, und kann deshalb keinen Verwalter aufnehmen.',
  'This machine only reads what the fleet shares.': 'Dieser Rechner liest nur, was die Flotte teilt.',
  'To begin anew, end it and move that folder away.':
    'Um neu anzufangen, beende es und schieb diesen Ordner beiseite.',
  'To leave all the same: lamplighter fleet leave --force':
    'Trotzdem austreten: lamplighter fleet leave --force',
  "To make it this machine's own: lamplighter fleet take-out {id}":
    'Damit sie diesem Rechner gehört: lamplighter fleet take-out {id}',
  'To use it, name it: --etcd https://HOST:PORT --ca ca.pem':
    'Um es zu benutzen, nenne es: --etcd https://HOST:PORT --ca ca.pem',
  'Two renewals were sent and no reply came back, so the refresh token may already be used up.':
    'Zweimal wurde eine Erneuerung gesendet, und es kam keine Antwort; das Refresh-Token ist also vielleicht schon verbraucht.',
  'Waiting for a machine of the fleet {name} that may renew it: this one only reads.':
    'Es wird auf einen Rechner der Flotte {name} gewartet, der sie erneuern darf: Dieser liest nur.',
  'What answers at {address} has other users already.':
    'Was unter {address} antwortet, hat schon andere Benutzer.',
  'What came before it took too long.': 'Was davor kam, hat zu lange gedauert.',
  'What it shares works until it expires.': 'Was sie teilt, gilt, bis es abläuft.',
  'What the register says of the fleet "{fleet}" was not signed by its administrator.':
    'Was das Register über die Flotte „{fleet}“ sagt, hat ihr Administrator nicht unterschrieben.',
  'Whoever runs it has to make room: an etcd is compacted, and its alarm disarmed; a PostgreSQL needs space on its disk.':
    'Wer es betreibt, muss Platz schaffen: Ein etcd wird kompaktiert und sein Alarm aufgehoben; ein PostgreSQL braucht Platz auf seiner Platte.',
  'Without TLS the passwords would be readable on the way.':
    'Ohne TLS wären die Passwörter unterwegs lesbar.',
  'etcd does not answer at {address}.': 'etcd antwortet unter {address} nicht.',
  'etcd knows less than it has told before.': 'etcd weiß weniger, als es vorher genannt hat.',
  '{account} is not shared by the fleet.': '{account} wird von der Flotte nicht geteilt.',
  '{machine} is renewing this login.': '{machine} erneuert diese Anmeldung gerade.',
  '{member} belongs to another cluster than before.': '{member} gehört zu einem anderen Cluster als vorher.',
  '{member} knows less than it has told before.': '{member} weiß weniger, als es vorher genannt hat.',
  '{name} is to be started by hand on this system.':
    '{name} muss auf diesem System von Hand gestartet werden.',
  'Wrote {path}.': '{path} geschrieben.',
  'Wrote {path}, and started it.': '{path} geschrieben und gestartet.',
  'To keep it running: loginctl enable-linger': 'Damit es weiterläuft: loginctl enable-linger',
  'systemd could not start it ({why}).': 'systemd konnte es nicht starten ({why}).',
  'Stopped before etcd was there.': 'Angehalten, bevor etcd da war.',
  'Found again to go on.': 'Gründe noch einmal, um weiterzumachen.',
  '"{host}" is no name or address of a machine.': '„{host}“ ist weder Name noch Adresse eines Rechners.',
  'Give what other machines call this one: attic.local, or 10.0.0.1':
    'Gib an, wie andere Rechner diesen nennen: attic.local oder 10.0.0.1',
  'Or name a program, in a terminal: lamplighter fleet found NAME --here --program /path/to/etcd':
    'Oder nenne ein Programm, in einem Terminal: lamplighter fleet found NAME --here --program /path/to/etcd',
  'Another etcd may run there: give this one another port.':
    'Dort läuft vielleicht ein anderes etcd: Gib diesem einen anderen Port.',
  'Or start etcd by hand, then do the same again: {command}':
    'Oder starte etcd von Hand und mach dann dasselbe noch einmal: {command}',
}
