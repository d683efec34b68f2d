/** What becomes of logins: their states, renewals and history, in German. */
import type { Translation } from '../t.ts'

export const logins: Translation = {
  '"{id}" could mean {count} logins.': '„{id}“ könnte {count} Anmeldungen meinen.',
  'A newer token is stored: use that one.': 'Ein neueres Token ist gespeichert: Benutze dieses.',
  'A renewal was sent and no reply came back, so nobody knows yet whether it counted.':
    'Eine Erneuerung wurde gesendet, aber es kam keine Antwort: Noch weiß niemand, ob sie gezählt hat.',
  'After a minute it is looked at again, and tried once more.':
    'Nach einer Minute wird noch einmal nachgesehen und ein neuer Versuch gemacht.',
  'Another process had just renewed it; its tokens are used.':
    'Ein anderer Prozess hatte sie gerade erneuert; seine Tokens werden verwendet.',
  'Another process has been renewing this login for longer than a renewal takes.':
    'Ein anderer Prozess erneuert diese Anmeldung schon länger, als eine Erneuerung dauert.',
  'Another process was faster.': 'Ein anderer Prozess war schneller.',
  'Another program keeps writing the file.': 'Ein anderes Programm schreibt die Datei immer wieder.',
  'Another try of its own failed at the same moment.':
    'Ein weiterer eigener Versuch schlug im selben Moment fehl.',
  'As you chose, it is left to {owner}, and only counted down.':
    'Wie von dir gewählt, bleibt sie {owner} überlassen; hier läuft nur die Restzeit.',
  'Ask for less time.': 'Frag nach weniger Zeit.',
  'Ask for what it lets this login and this client have.':
    'Frag nach dem, was er dieser Anmeldung und diesem Client gibt.',
  'Borrow it from {name}, or sign in here for a login of its own.':
    'Leihe sie von {name} oder melde dich hier an, um eine eigene zu haben.',
  'Bring {id} over anew, or sign in.': 'Übernimm {id} noch einmal oder melde dich an.',
  'Check the client id and the endpoints of "{id}" in config.json.':
    'Prüfe die Client-ID und die Endpunkte von „{id}“ in config.json.',
  'Check the client id, its secret or key, and the scopes of "{id}".':
    'Prüfe die Client-ID, ihr Secret oder ihren Schlüssel und die Scopes von „{id}“.',
  'Copied the newest token to {count} agent that had an older one.':
    'Das neueste Token wurde zu {count} Agenten kopiert, der ein älteres hatte.',
  'Copied the newest token to {count} agents that had an older one.':
    'Das neueste Token wurde zu {count} Agenten kopiert, die ein älteres hatten.',
  'Copied the newest token to {count} file that had an older one.':
    'Das neueste Token wurde in {count} Datei kopiert, die ein älteres hatte.',
  'Copied the newest token to {count} files that had an older one.':
    'Das neueste Token wurde in {count} Dateien kopiert, die ein älteres hatten.',
  'Correct the tokenEndpoint of "{id}" in config.json, or give its issuer, which tells its own.':
    'Berichtige den tokenEndpoint von „{id}“ in config.json oder gib den Aussteller an, der seinen eigenen nennt.',
  'Do not end it.': 'Beende ihn nicht.',
  'Even a new token of {login} does not live for {time}.':
    'Selbst ein neues Token von {login} lebt keine {time}.',
  'Every file already holds the newest tokens.': 'Alle Dateien enthalten schon die neuesten Tokens.',
  'From a minute on it can be tried once more.': 'Nach einer Minute ist ein neuer Versuch möglich.',
  'If it goes on like this, sign in again.': 'Wenn das so weitergeht, melde dich neu an.',
  'If it has moved, sign in again, or accept that: lamplighter provider trust {id}.':
    'Wenn er umgezogen ist, melde dich neu an oder nimm es an: lamplighter provider trust {id}.',
  'If it has not moved, {mend}.': 'Wenn er nicht umgezogen ist: {mend}.',
  'If it knows token exchange (RFC 8693) and does not say so, set "tokenExchange": true for "{id}" in config.json.':
    'Wenn er Token Exchange (RFC 8693) kennt und es nicht sagt, setze in config.json "tokenExchange": true für „{id}“.',
  'If that does not help, check the client id and the endpoints of "{id}" in config.json.':
    'Wenn das nicht hilft, prüfe die Client-ID und die Endpunkte von „{id}“ in config.json.',
  'If the login was removed on purpose, nothing need be done.':
    'Wurde die Anmeldung absichtlich entfernt, ist nichts zu tun.',
  'If the provider ends the login because it saw a used refresh token, Lamplighter asks you to sign in.':
    'Beendet der Anbieter die Anmeldung, weil er ein benutztes Refresh-Token gesehen hat, bittet Lamplighter dich, dich anzumelden.',
  'If this network has a sign-in page of its own, open it in a browser.':
    'Hat dieses Netz eine eigene Anmeldeseite, öffne sie in einem Browser.',
  'Is this machine’s clock right, and no sign-in page of the network in the way?':
    'Geht die Uhr dieses Rechners richtig, und steht keine Anmeldeseite des Netzes im Weg?',
  'It belongs to another user, and only they or root may run: {command}':
    'Sie gehört einem anderen Benutzer, und nur er oder root darf ausführen: {command}',
  'It cannot be renewed.': 'Sie lässt sich nicht erneuern.',
  'It does not expire by itself, so there is nothing to renew.':
    'Sie läuft nicht von selbst ab, es gibt also nichts zu erneuern.',
  'It does not expire by itself.': 'Sie läuft nicht von selbst ab.',
  'It has expired, and there is nothing to renew it with.':
    'Sie ist abgelaufen, und es gibt nichts, womit sie sich erneuern ließe.',
  'It has expired.': 'Sie ist abgelaufen.',
  'It says which copies of a login are the older ones.':
    'Darin steht, welche Kopien einer Anmeldung die älteren sind.',
  'It says which server each login belongs to.': 'Darin steht, zu welchem Server jede Anmeldung gehört.',
  'It was moved to {part}, which renews it.': 'Sie wurde zu {part} verschoben und wird dort erneuert.',
  'It was refused.': 'Sie wurde abgelehnt.',
  'It was renewed {seconds} s ago: use the new token.':
    'Sie wurde vor {seconds} s erneuert: Benutze das neue Token.',
  'It works until then.': 'Bis dahin funktioniert sie.',
  'It works.': 'Sie funktioniert.',
  'Its newest tokens are kept in Lamplighter’s journal.':
    'Ihre neuesten Tokens liegen im Journal von Lamplighter.',
  'Lamplighter cannot mend that by itself.': 'Lamplighter kann das nicht selbst beheben.',
  'Lamplighter keeps it in its own vault and renews it.':
    'Lamplighter bewahrt sie im eigenen Tresor auf und erneuert sie.',
  'Lamplighter only watches.': 'Lamplighter sieht nur zu.',
  'Lamplighter renews it for {program}, under {program}’s own locks.':
    'Lamplighter erneuert sie für {program}, unter den Sperren von {program} selbst.',
  'Lamplighter tries again by itself.': 'Lamplighter versucht es von selbst erneut.',
  'Lamplighter tries again.': 'Lamplighter versucht es noch einmal.',
  'Lamplighter will not send that refresh token.': 'Lamplighter wird dieses Refresh-Token nicht senden.',
  'Lamplighter’s grant lock': 'Sperre von Lamplighter',
  'Look into the server that refuses them.': 'Sieh dir den Server an, der sie ablehnt.',
  'Make room, or make the disk writable.': 'Schaffe Platz oder mach die Festplatte beschreibbar.',
  'Move it away once all of them are the same.': 'Schieb sie beiseite, sobald alle gleich sind.',
  'New tokens came and no disk takes them, so this process does not end: it holds them and goes on trying.':
    'Neue Tokens kamen, und keine Platte nimmt sie, deshalb endet dieser Prozess nicht: Er hält sie und versucht es weiter.',
  'New tokens of {profileId} are kept in the journal, and the place they belong to is gone.':
    'Neue Tokens von {profileId} liegen im Journal; der Ort, an den sie gehören, ist verschwunden.',
  'Newer tokens, written by another process, are used.':
    'Neuere Tokens, geschrieben von einem anderen Prozess, werden verwendet.',
  'No Lamplighter keeps it alive now: it is renewed only when somebody asks for it.':
    'Kein Lamplighter hält sie jetzt am Leben: Sie wird nur erneuert, wenn jemand danach fragt.',
  'No access token is stored for this login.': 'Für diese Anmeldung ist kein Access-Token gespeichert.',
  'No connection to {name} comes about with this client certificate.':
    'Mit diesem Client-Zertifikat kommt keine Verbindung zu {name} zustande.',
  'No logins were found.': 'Es wurden keine Anmeldungen gefunden.',
  'No logins were found. `lamplighter list` says where it looked.':
    'Es wurden keine Anmeldungen gefunden. `lamplighter list` sagt, wo gesucht wurde.',
  'No other token can be made of {login}.': 'Aus {login} lässt sich kein anderes Token machen.',
  'No safe connection to {name} comes about: its certificate does not hold.':
    'Keine sichere Verbindung zu {name}: Das Zertifikat ist ungültig.',
  'No safe connection to {name} comes about: its certificate is from an authority that is not known here.':
    'Keine sichere Verbindung zu {name}: Das Zertifikat stammt von einer Stelle, die hier nicht bekannt ist.',
  'Nobody can renew it but you, by a new sign-in.': 'Nur du kannst sie erneuern, mit einer neuen Anmeldung.',
  'Nobody renews logins at the address Lamplighter has for {name}: {detail}':
    'Unter der Adresse, die Lamplighter für {name} hat, erneuert niemand Anmeldungen: {detail}',
  'None of the files holds tokens that could be copied.':
    'Keine der Dateien enthält Tokens, die sich kopieren ließen.',
  'Not looked at yet.': 'Noch nicht nachgesehen.',
  'Nothing but a sign-in renews it.': 'Nur eine Anmeldung erneuert sie.',
  'Nothing here renews a login of the kind "{kind}".':
    'Hier erneuert nichts eine Anmeldung der Art „{kind}“.',
  'Nothing here rotates it.': 'Hier ersetzt ihn nichts.',
  'Nothing is known of it.': 'Darüber ist nichts bekannt.',
  'Nothing of what it could do is left, so the old token stays in use until it expires.':
    'Von dem, was sie durfte, ist nichts übrig; deshalb bleibt das alte Token bis zu seinem Ablauf in Gebrauch.',
  'Nothing to do now.': 'Jetzt ist nichts zu tun.',
  'Nothing to do.': 'Nichts zu tun.',
  'Nothing to do: everybody has the new tokens.': 'Nichts zu tun: Alle haben die neuen Tokens.',
  'Nothing to do: the login has got new tokens since.':
    'Nichts zu tun: Die Anmeldung hat inzwischen neue Tokens.',
  'Nothing was sent to the provider, so nothing is lost.':
    'An den Anbieter wurde nichts gesendet, es ist also nichts verloren.',
  'Nothing was written.': 'Nichts wurde geschrieben.',
  'Once it has ended, Lamplighter takes the lock over by itself.':
    'Wenn er beendet ist, übernimmt Lamplighter die Sperre von selbst.',
  'Once {owner} works without it, run: {command}': 'Wenn {owner} ohne sie funktioniert, führe aus: {command}',
  'Only a login of a provider that is known here can be narrowed.':
    'Nur eine Anmeldung bei einem hier bekannten Anbieter lässt sich einschränken.',
  'Only a sign-in renews it.': 'Nur eine Anmeldung erneuert sie.',
  'Process {pid} holds the lock.': 'Prozess {pid} hält die Sperre.',
  'Put in a new one before: make it where this one came from.':
    'Setze vorher einen neuen ein: Mach ihn dort, woher dieser kam.',
  'Put its file back and they are written to it.':
    'Leg seine Datei zurück, und sie werden hineingeschrieben.',
  'Put the file back and they are written to it.': 'Leg die Datei zurück, und sie werden hineingeschrieben.',
  'Renewing is paused: until then it is renewed only when somebody asks for it.':
    'Erneuern ist pausiert: Bis dahin wird sie nur erneuert, wenn jemand danach fragt.',
  'Restore it, or move it away once the endpoints in config.json are right.':
    'Stell sie wieder her, oder schieb sie beiseite, sobald die Endpunkte in config.json stimmen.',
  'Run: {command}': 'Führe aus: {command}',
  'See what the process that holds it is doing.': 'Sieh nach, was der Prozess tut, der sie hält.',
  'Sending a used refresh token could end the login everywhere, so Lamplighter does not.':
    'Ein schon benutztes Refresh-Token zu senden, könnte die Anmeldung überall beenden; deshalb tut Lamplighter es nicht.',
  'Sign in again and grant them.': 'Melde dich neu an und erteile sie.',
  'Sign in again to bring it back.': 'Melde dich neu an, um sie zurückzuholen.',
  'Sign in again to bring this login back.': 'Melde dich neu an, um diese Anmeldung zurückzuholen.',
  'Sign in again with the program it belongs to.': 'Melde dich mit dem Programm neu an, dem sie gehört.',
  'Sign in again with the program that keeps it, which registers itself anew.':
    'Melde dich mit dem Programm neu an, das sie verwaltet; es registriert sich dann neu.',
  'Sign in again with the right account.': 'Melde dich neu mit dem richtigen Konto an.',
  'Sign in again, or move the file away if you know the token was never used.':
    'Melde dich neu an, oder verschiebe die Datei, wenn du weißt, dass das Token nie benutzt wurde.',
  'Sign in again.': 'Melde dich neu an.',
  'Sign in to a login of its own with fewer scopes.': 'Leg mit weniger Scopes eine eigene Anmeldung an.',
  'Sign in to bring it back.': 'Melde dich an, um sie zurückzuholen.',
  'Sign in to bring it back: Lamplighter asks {program} for it.':
    'Melde dich an, um sie zurückzuholen: Lamplighter bittet {program} darum.',
  'Sign in to bring {files} agents back.': 'Melde dich an, um {files} Agenten zurückzuholen.',
  'Sign in with {owner} for a login of its own.':
    'Melde dich mit {owner} an, um eine eigene Anmeldung zu bekommen.',
  'Somebody is using it.': 'Jemand benutzt sie.',
  'Something else than {name}’s token endpoint answered.':
    'Etwas anderes als der Token-Endpunkt von {name} hat geantwortet.',
  'Start {owner} and see what it says; it may have to be signed in again.':
    'Starte {owner} und sieh nach, was es meldet; vielleicht ist dort eine neue Anmeldung nötig.',
  'The access token was refused {time} before its time.':
    'Das Access-Token wurde {time} vor seiner Zeit abgelehnt.',
  'The access token was refused.': 'Das Access-Token wurde abgelehnt.',
  'The command that rotates it ended with a signal.': 'Der Befehl, der ihn ersetzt, endete durch ein Signal.',
  'The command that rotates it ended with {code}.': 'Der Befehl, der ihn ersetzt, endete mit {code}.',
  'The command that rotates it printed something that is no key.':
    'Der Befehl, der ihn ersetzt, gab etwas aus, das kein Schlüssel ist.',
  'The command that rotates it printed the old key.':
    'Der Befehl, der ihn ersetzt, gab den alten Schlüssel aus.',
  'The command that rotates it {why}.': 'Der Befehl, der ihn ersetzt: {why}.',
  'The file holds a refresh token that was already used; an older copy seems to have been put back.':
    'Die Datei enthält ein Refresh-Token, das schon benutzt wurde; anscheinend wurde eine ältere Kopie zurückgelegt.',
  'The journal entry {path} cannot be understood.': 'Der Journaleintrag {path} ist nicht zu verstehen.',
  'The key that is there stays in use.': 'Der vorhandene Schlüssel bleibt in Gebrauch.',
  'The lock was lost before the request was sent; nothing was spent.':
    'Die Sperre ging verloren, bevor die Anfrage gesendet wurde; nichts wurde verbraucht.',
  'The login did not work again while somebody waited.':
    'Die Anmeldung funktionierte nicht wieder, solange jemand wartete.',
  'The login itself may be fine.': 'Die Anmeldung selbst ist vielleicht in Ordnung.',
  'The login keeps changing while a token is asked for.':
    'Die Anmeldung ändert sich immer wieder, während nach einem Token gefragt wird.',
  'The login was replaced while the renewal ran; the answer was dropped.':
    'Die Anmeldung wurde ersetzt, während die Erneuerung lief; die Antwort wurde verworfen.',
  'The new key does not work yet.': 'Der neue Schlüssel funktioniert noch nicht.',
  'The new tokens are kept in the journal until the file can be written.':
    'Die neuen Tokens bleiben im Journal, bis die Datei geschrieben werden kann.',
  'The new tokens are on no disk yet: process {pid} holds them and goes on trying.':
    'Die neuen Tokens liegen noch auf keiner Festplatte: Prozess {pid} hält sie und versucht es weiter.',
  'The place this login was kept in is gone.': 'Der Ort, an dem diese Anmeldung lag, ist verschwunden.',
  'The provider answered for another account ({part}).':
    'Der Anbieter hat für ein anderes Konto geantwortet ({part}).',
  'The provider ends this login, and only a sign-in renews it.':
    'Der Anbieter beendet diese Anmeldung; nur erneutes Anmelden verlängert sie.',
  'The provider refused this login.': 'Der Anbieter hat diese Anmeldung abgelehnt.',
  'The provider took away: {what}.': 'Der Anbieter hat entzogen: {what}.',
  'The request went out to {name} and no reply came back, so nobody knows yet whether it counted.':
    'Die Anfrage ging an {name}, und es kam keine Antwort; noch weiß also niemand, ob sie gezählt hat.',
  'The tokens of an earlier renewal, kept in the journal until now, are stored.':
    'Die Tokens einer früheren Erneuerung, die bis jetzt im Journal lagen, sind gespeichert.',
  'There is no refresh token: only a new sign-in renews it.':
    'Es gibt kein Refresh-Token: Nur erneutes Anmelden verlängert sie.',
  'There is nothing to undo: the file was changed since.':
    'Es gibt nichts rückgängig zu machen: Die Datei wurde seitdem geändert.',
  'These files belong to another program; Lamplighter does not write them.':
    'Diese Dateien gehören einem anderen Programm; Lamplighter schreibt nicht in sie.',
  'This Lamplighter is about to end.': 'Dieses Lamplighter endet gerade.',
  'This key is to be rotated by {day}.': 'Dieser Schlüssel ist bis {day} zu ersetzen.',
  'This key was to be rotated by {day}.': 'Dieser Schlüssel war bis {day} zu ersetzen.',
  'This login was made at {was}, and {name} is at {now} now.':
    'Diese Anmeldung entstand bei {was}, und {name} liegt jetzt bei {now}.',
  'This login was moved to {name}; an older copy of it seems to have been put back here.':
    'Diese Anmeldung wurde zu {name} verschoben; anscheinend wurde hier eine ältere Kopie davon zurückgelegt.',
  'This provider cannot narrow a token that way.': 'Dieser Anbieter kann ein Token so nicht einschränken.',
  'This token was reported before, and acted upon.':
    'Dieses Token wurde schon gemeldet, und es wurde gehandelt.',
  'To give the tokens up, interrupt it once more.': 'Um die Tokens aufzugeben, unterbrich ihn noch einmal.',
  'Took over {foundIn}’s newer token.': 'Neueres Token von {foundIn} übernommen.',
  'Try again later.': 'Versuche es später noch einmal.',
  'Two renewals were answered with something that cannot be read, so the refresh token may be used up.':
    'Zweimal kam auf eine Erneuerung eine unlesbare Antwort, das Refresh-Token ist also vielleicht verbraucht.',
  'Whether it works cannot be told now: {name} said {what}.':
    'Ob sie funktioniert, lässt sich jetzt nicht sagen: {name} sagte {what}.',
  'correct "{id}" in config.json': 'berichtige „{id}“ in config.json',
  'lamplighter list says how long it lasts.': 'lamplighter list sagt, wie lange sie noch gilt.',
  '{askedOf} renewed it, as Lamplighter asked.': '{askedOf} hat sie erneuert, wie von Lamplighter erbeten.',
  '{by} keeps its tokens where Lamplighter cannot see them.':
    '{by} bewahrt die Tokens auf, wo Lamplighter sie nicht sehen kann.',
  '{by} renews it when it runs.': '{by} erneuert sie beim Ausführen.',
  '{by} renews it.': '{by} erneuert sie.',
  '{count} processes found the new tokens and used them.':
    '{count} Prozesse haben die neuen Tokens gefunden und benutzt.',
  '{count} processes had sent the same refresh token, was refused, and used the new tokens.':
    '{count} Prozesse hatten dasselbe Refresh-Token gesendet, wurden abgelehnt und haben die neuen Tokens benutzt.',
  '{count} processes sent the same refresh token and was refused.':
    '{count} Prozesse haben dasselbe Refresh-Token gesendet und wurden abgelehnt.',
  '{count} processes tried at the same moment and failed.':
    '{count} Prozesse haben es im selben Moment versucht und sind gescheitert.',
  '{count} tokens were refused within a minute, so another would be as well.':
    '{count} Tokens wurden binnen einer Minute abgelehnt, also würde auch ein weiteres abgelehnt.',
  '{lentBy} sent the access token that works there now.':
    '{lentBy} hat das Access-Token gesendet, das jetzt dort funktioniert.',
  '{login} is not tried: that would use its refresh token up.':
    '{login} wird nicht ausprobiert: Das würde das Refresh-Token verbrauchen.',
  '{name} answered that it has trouble of its own.':
    '{name} hat geantwortet, dass es dort gerade Störungen gibt.',
  '{name} answered with a token that may do more than was asked for ({scopes}), so it is not given out.':
    '{name} antwortete mit einem Token, das mehr darf, als gefragt war ({scopes}), deshalb wird es nicht ausgegeben.',
  '{name} answered with something that cannot be read, so nobody knows yet whether the refresh token is used up.':
    '{name} hat unlesbar geantwortet; noch weiß also niemand, ob das Refresh-Token verbraucht ist.',
  '{name} asks us to wait.': '{name} bittet uns zu warten.',
  '{name} came from {from} with other logins.': '{name} kam von {from} mit anderen Anmeldungen.',
  '{name} cannot narrow a token.': '{name} kann ein Token nicht einschränken.',
  '{name} did not answer (connection refused).': '{name} hat nicht geantwortet (Verbindung abgelehnt).',
  '{name} did not answer (its name was not found).': '{name} hat nicht geantwortet (Name nicht gefunden).',
  '{name} did not answer (no network).': '{name} hat nicht geantwortet (kein Netzwerk).',
  '{name} did not answer (no reply in time).': '{name} hat nicht geantwortet (keine rechtzeitige Antwort).',
  '{name} did not answer (the connection broke).': '{name} hat nicht geantwortet (Verbindung abgebrochen).',
  '{name} gives no such token: {detail}': '{name} gibt kein solches Token: {detail}',
  '{name} gives this client no token: {detail}': '{name} gibt diesem Client kein Token: {detail}',
  '{name} goes on refusing this login, so it has most likely ended: {detail}':
    '{name} lehnt diese Anmeldung weiter ab, sie ist also höchstwahrscheinlich beendet: {detail}',
  '{name} had lost this login; it is back.': '{name} hatte diese Anmeldung verloren; sie ist wieder da.',
  '{name} has ended this login.': '{name} hat diese Anmeldung beendet.',
  '{name} has ended this login: the reply to an earlier renewal was lost on its way, and what was sent with it counts as used.':
    '{name} hat diese Anmeldung beendet: Die Antwort auf eine frühere Erneuerung ging unterwegs verloren, und was damit gesendet wurde, gilt als verbraucht.',
  '{name} refused Lamplighter’s client id.': '{name} hat die Client-ID von Lamplighter abgelehnt.',
  '{name} refused it: {detail}': '{name} hat sie abgelehnt: {detail}',
  '{name} refused the client id of this login.': '{name} hat die Client-ID dieser Anmeldung abgelehnt.',
  '{name} refuses to renew this login, and does not say why.':
    '{name} lehnt es ab, diese Anmeldung zu erneuern, und sagt nicht, warum.',
  '{name} refuses to renew this login, which it did before: {detail}':
    '{name} weigert sich, diese Anmeldung zu erneuern, was vorher ging: {detail}',
  '{name} took it: it works.': '{name} hat sie angenommen: Sie funktioniert.',
  '{name} wants more permissions than this login has.':
    '{name} will mehr Berechtigungen, als diese Anmeldung hat.',
  '{owner} holds the same refresh token, in a file that only {owner} writes: the next renewal here ends its login there.':
    '{owner} hat dasselbe Refresh-Token, in einer Datei, die nur {owner} schreibt: Die nächste Erneuerung hier beendet die Anmeldung dort.',
  '{owner} is looking after this login now.': '{owner} kümmert sich jetzt um diese Anmeldung.',
  '{owner} looks after it; Lamplighter only watches.':
    '{owner} kümmert sich darum; Lamplighter schaut nur zu.',
  '{owner} was asked to renew this login, and its file is as it was.':
    '{owner} wurde gebeten, diese Anmeldung zu erneuern, und die Datei ist, wie sie war.',
  '{path} cannot be understood, so nothing is sent anywhere.':
    '{path} ist nicht zu verstehen, deshalb wird nirgendwohin etwas gesendet.',
  '{path} has changed hands since it was shown, so it was not removed.':
    '{path} hat den Besitzer gewechselt, seit sie gezeigt wurde, deshalb wurde sie nicht entfernt.',
  '{path} may still be in use, so it was not removed.':
    '{path} ist vielleicht noch in Gebrauch, deshalb wurde sie nicht entfernt.',
  '{path} no longer holds this login.': '{path} enthält diese Anmeldung nicht mehr.',
  '{program} keeps it as it is: there is nothing to renew it with.':
    '{program} behält sie, wie sie ist: Es gibt nichts, womit sie zu erneuern wäre.',
  '{refreshedBy} renews it when asked.': '{refreshedBy} erneuert sie auf Anfrage.',
  '{who} found the new tokens and used them.': '{who} hat die neuen Tokens gefunden und benutzt.',
  '{who} had sent the same refresh token, was refused, and used the new tokens.':
    '{who} hatte dasselbe Refresh-Token gesendet, wurde abgelehnt und hat die neuen Tokens benutzt.',
  '{who} sent the same refresh token and was refused.':
    '{who} hat dasselbe Refresh-Token gesendet und wurde abgelehnt.',
  '{who} tried at the same moment and failed.': '{who} hat es im selben Moment versucht und ist gescheitert.',
  '{winner} brought in newer tokens.': '{winner} hat neuere Tokens hereingebracht.',
  '{winner} had already used this refresh token.': '{winner} hatte dieses Refresh-Token schon benutzt.',
  '{winner} renewed this login first.': '{winner} hat diese Anmeldung zuerst erneuert.',
  '{winner} renewed this login.': '{winner} hat diese Anmeldung erneuert.',
  '{winner} signed in again.': '{winner} hat sich neu angemeldet.',
  schedule: 'Zeitplan',
  person: 'Person',
  '{count} days': '{count} Tage',
  rejected: 'abgelehnt',
  reused: 'doppelt verwendet',
  'rate-limited': 'gedrosselt',
  transient: 'vorübergehend',
  'client-rejected': 'Client abgelehnt',
  'unknown-outcome': 'Ausgang unbekannt',
  'insufficient-scope': 'zu wenige Scopes',
  misdirected: 'falsche Adresse',
  locked: 'gesperrt',
  unwritable: 'nicht schreibbar',
  spent: 'verbraucht',
}
