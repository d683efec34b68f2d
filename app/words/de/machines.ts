/** What is said of other machines, and of logins on their way between them, in German. */
import type { Translation } from '../t.ts'

export const machines: Translation = {
  '"{strange}" cannot be part of what ssh reaches.':
    '„{strange}“ kann in nichts vorkommen, was ssh erreicht.',
  '"{id}" has another {what} there than here, so a login of the one is of no use at the other.':
    '„{id}“ hat dort eine andere Angabe für {what} als hier, deshalb nützt eine Anmeldung des einen beim anderen nichts.',
  '"{name}" begins with a dash, which ssh takes for an option.':
    '„{name}“ beginnt mit einem Strich, den ssh für eine Option hält.',
  '"{name}" is not one of your machines.': '„{name}“ ist keiner deiner Rechner.',
  'A key does not expire: there is nothing to ask for again.':
    'Ein Schlüssel läuft nicht ab: Es gibt nichts, wonach man wieder fragen müsste.',
  'A login of its own for {to}, with you present.':
    'Eine eigene Anmeldung, bei der du dabei bist: {to} bekommt sie.',
  'A move or a loan needs somebody there who gives the refresh token up, or can be asked again: install Lamplighter there.':
    'Zum Verschieben oder Leihen muss dort jemand das Refresh-Token abgeben oder wieder gefragt werden können: Installiere dort Lamplighter.',
  'A move to this machine was cut: it goes on as soon as {name} is reached.':
    'Ein Verschieben zu diesem Rechner wurde unterbrochen: Es geht weiter, sobald {name} erreicht ist.',
  'A move to this machine was cut: it is ours already, and only has to be stored.':
    'Ein Verschieben zu diesem Rechner wurde unterbrochen: Sie gehört schon uns und muss nur noch gespeichert werden.',
  'A move to this machine was given up; {name} is told as soon as it is reached.':
    'Ein Verschieben zu diesem Rechner wurde aufgegeben; {name} erfährt es, sobald er erreicht ist.',
  'Add it first: lamplighter node add {name}': 'Füge ihn zuerst hinzu: lamplighter node add {name}',
  'Agree only if you know that address.': 'Stimme nur zu, wenn du diese Adresse kennst.',
  'Another installation answers at {name} each time it is asked.':
    'Unter {name} antwortet bei jeder Frage eine andere Installation.',
  'Another machine answers there, or no Lamplighter.':
    'Dort antwortet ein anderer Rechner oder kein Lamplighter.',
  'Another machine can borrow it, or sign in with {owner} there.':
    'Ein anderer Rechner kann sie leihen oder sich dort mit {owner} anmelden.',
  'Another machine, or a new installation, answers in the place of {name}.':
    'Statt {name} antwortet ein anderer Rechner oder eine neue Installation.',
  'Borrow it from {name}, or move it back.': 'Leih sie von {name} oder verschieb sie zurück.',
  'Borrow that login anew, or have {name} sign in as {part} again.':
    'Leihe jene Anmeldung neu, oder melde auf {name} wieder {part} an.',
  'Borrowed: {name} stays its owner, and is asked for the next token before this one expires.':
    'Geliehen: {name} bleibt Besitzer und wird vor Ablauf dieses Tokens nach dem nächsten gefragt.',
  'Both machines hold exactly the same.': 'Beide Rechner haben genau dasselbe.',
  'Bring Lamplighter to the same version on both machines, or sign in there.':
    'Bring Lamplighter auf beiden Rechnern auf dieselbe Version oder melde dich dort an.',
  'Check the name and the network.': 'Prüfe den Namen und das Netzwerk.',
  'Check the network, or the VPN that leads there.': 'Prüfe das Netzwerk oder das VPN, das dorthin führt.',
  'Copied, into {targets}.': 'Kopiert, nach {targets}.',
  'Give what you would type after `ssh`: a host, user@host, or an alias of your ssh configuration.':
    'Gib an, was du nach `ssh` eingeben würdest: einen Host, user@host oder einen Alias deiner ssh-Konfiguration.',
  'If it asks for a password or a passphrase, add a key to your ssh agent: Lamplighter types nothing.':
    'Wenn es nach einem Passwort oder einer Passphrase fragt, füge deinem ssh-Agenten einen Schlüssel hinzu: Lamplighter tippt nichts ein.',
  'If it has used the refresh token, the next renewal here ends the login on both machines: sign in again then.':
    'Falls er das Refresh-Token benutzt hat, beendet die nächste Erneuerung hier die Anmeldung auf beiden Rechnern: Melde dich dann neu an.',
  'If it is another one with a copy of this home folder, remove machine.json from the state folder of one of them.':
    'Wenn es ein anderer mit einer Kopie dieses Home-Ordners ist, entferne machine.json aus dem Zustandsordner von einem der beiden.',
  'If it never will be, take it back all the same: lamplighter take-over {id} --force.':
    'Wenn das nie geschieht, nimm sie trotzdem zurück: lamplighter take-over {id} --force.',
  'If it was not, somebody may be in between.': 'Wenn nicht, sitzt vielleicht jemand dazwischen.',
  'If the machine was installed anew, compare its key, remove the old one with ssh-keygen -R, and run `ssh {destination}` once in a terminal.':
    'Wenn der Rechner neu installiert wurde, vergleiche seinen Schlüssel, entferne den alten mit ssh-keygen -R und führe einmal `ssh {destination}` in einem Terminal aus.',
  'Install Lamplighter there.': 'Installiere dort Lamplighter.',
  'Install it there again, or sign in here.': 'Installiere es dort wieder oder melde dich hier an.',
  'Install it there, or sign in here.': 'Installiere es dort oder melde dich hier an.',
  'Install it there, or take a bundle along: lamplighter export.':
    'Installiere es dort oder nimm ein Bündel mit: lamplighter export.',
  'Install the OpenSSH client, or name another program in LAMPLIGHTER_SSH.':
    'Installiere den OpenSSH-Client oder nenne in LAMPLIGHTER_SSH ein anderes Programm.',
  'It belongs to this machine already.': 'Sie gehört schon diesem Rechner.',
  'It cannot be reached from here.': 'Von hier ist er nicht erreichbar.',
  'It goes on by itself when the two are in contact. lamplighter take-over {id} takes it back, once {name} says that it has not used it.':
    'Es geht von selbst weiter, wenn die beiden Kontakt haben. lamplighter take-over {id} nimmt sie zurück, sobald {name} sagt, dass er sie nicht benutzt hat.',
  'It has no newer access token yet.': 'Dort gibt es noch kein neueres Access-Token.',
  'It is borrowed from there already.': 'Sie ist schon von dort geliehen.',
  'It is borrowed itself: ask its owner.': 'Sie ist selbst geliehen: Frag ihren Eigentümer.',
  'It is no login that could be made anew.': 'Es ist keine Anmeldung, die sich neu anlegen ließe.',
  'It is renewed whenever {name} connects to this machine.':
    'Sie wird erneuert, sooft {name} sich mit diesem Rechner verbindet.',
  'It is there, and Node.js is not on the PATH of a session without a terminal.':
    'Es ist da, aber Node.js ist in einer Sitzung ohne Terminal nicht im PATH.',
  'It is tried again.': 'Es wird wieder versucht.',
  'It may be an older one that does not answer other machines: update it. "command" of this machine in config.json says how to start another.':
    'Vielleicht ist es ein älteres, das anderen Rechnern nicht antwortet: Aktualisiere es. „command“ dieses Rechners in config.json sagt, wie man ein anderes startet.',
  'It may be asleep, off, or behind a network you are not in.':
    'Vielleicht schläft er, ist aus oder in einem Netzwerk, in dem du nicht bist.',
  'It may be asleep.': 'Vielleicht schläft er.',
  'It may have no POSIX shell.': 'Vielleicht hat er keine POSIX-Shell.',
  'It shows the key and asks whether it is the right one.':
    'Es zeigt den Schlüssel und fragt, ob es der richtige ist.',
  'It was moved here.': 'Sie wurde hierher verschoben.',
  'It was moved here; {name} is told as soon as it is reached.':
    'Sie wurde hierher verschoben; {name} erfährt es, sobald er erreicht ist.',
  'It was not renewed: {why}': 'Sie wurde nicht erneuert: {why}',
  'It was renewed here, so it works.': 'Sie wurde hier erneuert, sie funktioniert also.',
  'It was taken back.': 'Es wurde zurückgenommen.',
  'It was written, and is not there.': 'Sie wurde geschrieben und ist nicht da.',
  'Its refresh token is used up.': 'Ihr Refresh-Token ist verbraucht.',
  'Its ssh server may not be running, or listens on another port.':
    'Vielleicht läuft sein ssh-Server nicht oder hört auf einem anderen Port.',
  'Its tokens are bound to a key that stays on this machine (DPoP): sign in on the other one.':
    'Ihre Tokens sind an einen Schlüssel gebunden, der auf diesem Rechner bleibt (DPoP): Melde dich auf dem anderen an.',
  'Its tokens are out of reach there.': 'Ihre Tokens sind dort nicht zugänglich.',
  'Its tokens are out of reach: another program keeps them.':
    'Ihre Tokens sind nicht zugänglich: Ein anderes Programm verwaltet sie.',
  'Its {elsewhere} is on another host than {shown}: add the provider yourself first, with lamplighter provider add.':
    '{elsewhere} liegt auf einem anderen Host als {shown}: Füge den Anbieter zuerst selbst hinzu, mit lamplighter provider add.',
  'Lamplighter does not know the provider "{printable}" here: add it first, with lamplighter provider add.':
    'Lamplighter kennt den Anbieter „{printable}“ hier nicht: Füge ihn zuerst hinzu, mit lamplighter provider add.',
  'Lamplighter is not installed there, so OpenClaw’s files were read in place.':
    'Dort ist kein Lamplighter installiert, deshalb wurden OpenClaws Dateien an Ort und Stelle gelesen.',
  'Lamplighter on {name} could not be started.': 'Lamplighter auf {name} ließ sich nicht starten.',
  'Look at {name} again, and agree to that address if you know it.':
    'Sieh bei {name} erneut nach, und stimme dieser Adresse zu, wenn du sie kennst.',
  'Move it away: other machines will then take this one for a new one.':
    'Schieb sie beiseite: Andere Rechner halten diesen dann für einen neuen.',
  'Moved to {name}, which renews it from now on.': 'Zu {name} verschoben, wo sie von jetzt an erneuert wird.',
  'Moved: this machine has renewed it and owns it now.':
    'Verschoben: Dieser Rechner hat sie erneuert, und sie gehört ihm jetzt.',
  'Moved: this machine owns it now.': 'Verschoben: Sie gehört nun diesem Rechner.',
  'Moved: this machine owns it.': 'Verschoben: Sie gehört jetzt diesem Rechner.',
  'Names of users and machines are made of letters, digits, dots, dashes and underscores, as in user@host.':
    'Namen von Benutzern und Rechnern bestehen aus Buchstaben, Ziffern, Punkten, Bindestrichen und Unterstrichen, wie in user@host.',
  'Nobody can sign in on {name} from here.': 'Von hier aus kann sich niemand auf {name} anmelden.',
  'Nobody here has agreed to that, so nothing was sent there.':
    'Hier hat dem niemand zugestimmt, deshalb wurde nichts dorthin gesendet.',
  'Nobody knows whether {name} has used it: {why}': 'Niemand weiß, ob {name} sie benutzt hat: {why}',
  'Nothing can be sent to {name} without Lamplighter there.':
    'Ohne Lamplighter dort lässt sich nichts an {name} senden.',
  'Nothing could be written.': 'Es ließ sich nichts schreiben.',
  'Nothing is copied, and {from} keeps what it has.': 'Nichts wird kopiert, und {from} behält, was es hat.',
  'Nothing was copied.': 'Es wurde nichts kopiert.',
  'Nothing was done.': 'Es wurde nichts getan.',
  'Nothing was sent there.': 'Dorthin wurde nichts gesendet.',
  'On {name}: {what}': 'Auf {name}: {what}',
  'Only an access token is here, so the login has to be made anew: sign in, and this machine owns it.':
    'Hier ist nur ein Access-Token, deshalb muss die Anmeldung neu entstehen: Melde dich an, dann gehört sie diesem Rechner.',
  'Only for an emergency, when {from} no longer uses it.':
    'Nur für den Notfall, wenn {from} sie nicht mehr benutzt.',
  'Only one of the two machines can use it.': 'Nur einer der beiden Rechner kann sie benutzen.',
  'Only the access token comes, and before it expires {to} asks {from} for the next.':
    'Nur das Access-Token kommt an; vor dessen Ablauf fragt {to} nach dem nächsten, und {from} liefert es.',
  'Only what is borrowed, or half moved, can be taken over.':
    'Übernehmen lässt sich nur, was geliehen oder halb verschoben ist.',
  'Only {name} knows the provider "{id}", and says that its tokens go to {endpoint}.':
    'Nur {name} kennt den Anbieter „{id}“ und sagt, dass dessen Tokens an {endpoint} gehen.',
  'Remove it there, and borrow or sign in instead.':
    'Entferne sie dort, und leihe sie oder melde dich stattdessen an.',
  'Run `ssh {destination}` once in a terminal.': 'Führe einmal `ssh {destination}` in einem Terminal aus.',
  'Run there: lamplighter login {id}': 'Führe dort aus: lamplighter login {id}',
  'Say how to start it: "command" of this machine in config.json.':
    'Gib an, wie man es startet: „command“ dieses Rechners in config.json.',
  'Say who you are first: node.hello.': 'Sag zuerst, wer du bist: node.hello.',
  'Sign in to get a login of its own for this machine.':
    'Melde dich an, damit dieser Rechner eine eigene Anmeldung bekommt.',
  'Taken back without word from {name}.': 'Ohne Nachricht von {name} zurückgenommen.',
  'Taken back: {name} has not used it and cannot use it any more.':
    'Zurückgenommen: {name} hat sie nicht benutzt und kann sie nicht mehr benutzen.',
  'That is not the name of a machine.': 'Das ist kein Name eines Rechners.',
  'That machine says things of it that are not understood here ({part}): update Lamplighter, or add the provider yourself.':
    'Jener Rechner sagt etwas darüber, das hier nicht verstanden wird ({part}): Aktualisiere Lamplighter, oder füge den Anbieter selbst hinzu.',
  'That needs Lamplighter on {name}.': 'Dafür braucht es Lamplighter auf {name}.',
  'That needs Lamplighter on {part}: without it nobody there can give a refresh token up, or be asked again.':
    'Dafür braucht es Lamplighter dort ({part}): Ohne es kann dort niemand ein Refresh-Token abgeben oder erneut gefragt werden.',
  'The connection to {name} was cut while {account} was being moved.':
    'Die Verbindung zu {name} brach ab, während {account} verschoben wurde.',
  'The connection to {name} was cut.': 'Die Verbindung zu {name} brach ab.',
  'The files on {destination} could not be read.':
    'Die Dateien auf {destination} konnten nicht gelesen werden.',
  'The first renewal did not succeed yet.': 'Die erste Erneuerung ist noch nicht gelungen.',
  'The host key of {destination} is not the one your ssh knows.':
    'Der Host-Schlüssel von {destination} ist nicht der, den dein ssh kennt.',
  'The lock was lost before anything was given up.': 'Die Sperre ging verloren, bevor etwas abgegeben wurde.',
  'The move is brought to its end as soon as they are in contact again.':
    'Das Verschieben wird zu Ende gebracht, sobald beide wieder Kontakt haben.',
  'The move to {name} did not come about; it is renewed here as before.':
    'Das Verschieben zu {name} kam nicht zustande; sie wird wie bisher hier erneuert.',
  'The move to {name} is not at its end: it was given up here, and {name} has not said that it has it.':
    'Das Verschieben zu {name} ist nicht am Ende: Hier wurde sie abgegeben, und {name} hat nicht gesagt, dass sie da ist.',
  'The name of a machine has no spaces or control characters.':
    'Der Name eines Rechners hat keine Leerzeichen oder Steuerzeichen.',
  'The refresh token that {name} holds was already used on this machine.':
    'Das Refresh-Token, das {name} hat, wurde auf diesem Rechner schon benutzt.',
  'There is no Lamplighter on {name} any more.': 'Auf {name} gibt es kein Lamplighter mehr.',
  'There is no Lamplighter on {name}.': 'Auf {name} gibt es kein Lamplighter.',
  'There is no login called "{id}" any more.': 'Es gibt keine Anmeldung namens „{id}“ mehr.',
  'There is no login called "{id}" there.': 'Dort gibt es keine Anmeldung namens „{id}“.',
  'There is no machine called {destination}.': 'Es gibt keinen Rechner namens {destination}.',
  'There is no refresh token to give up: a copy serves both machines.':
    'Es gibt kein Refresh-Token abzugeben: Eine Kopie reicht für beide Rechner.',
  'There is no ssh program on this machine.': 'Auf diesem Rechner gibt es kein ssh-Programm.',
  'There is no such move.': 'Ein solches Verschieben gibt es nicht.',
  'There is no way to {destination} from here just now.': 'Von hier führt gerade kein Weg zu {destination}.',
  'They can be copied, or signed in anew here.':
    'Sie lassen sich kopieren, oder du meldest dich hier neu an.',
  'This machine does not know a way to {name}.': 'Dieser Rechner kennt keinen Weg zu {name}.',
  'This machine holds exactly this login already.': 'Dieser Rechner hat genau diese Anmeldung schon.',
  'This machine went there to ask, and answers nothing of the kind.':
    'Dieser Rechner ist zum Fragen dorthin gegangen und antwortet auf nichts dergleichen.',
  'This move has gone further already.': 'Dieses Verschieben ist schon weiter.',
  'This move was not made.': 'Dieses Verschieben fand nicht statt.',
  'To ask it from here, add it as a machine and trust it: lamplighter node trust.':
    'Um von hier aus danach zu fragen, füge ihn als Rechner hinzu und vertraue ihm: lamplighter node trust.',
  'Try again: nothing was given up.': 'Versuche es noch einmal: Es wurde nichts abgegeben.',
  'Until then it may be that nobody can renew it.': 'Bis dahin kann sie vielleicht niemand erneuern.',
  'Update Lamplighter on the machine where it is older.':
    'Aktualisiere Lamplighter auf dem Rechner, auf dem es älter ist.',
  'Wait until {name} can be reached.': 'Warte, bis {name} erreichbar ist.',
  'What is borrowed already cannot be read.': 'Was schon geliehen ist, lässt sich nicht lesen.',
  'What was begun goes on from where it was at the next contact: lamplighter node look':
    'Was begonnen wurde, geht beim nächsten Kontakt dort weiter, wo es war: lamplighter node look',
  'What was borrowed from the old one cannot be renewed there: borrow it anew, or sign in here.':
    'Was von der alten geliehen war, lässt sich dort nicht erneuern: Leihe es neu, oder melde dich hier an.',
  'What {name} holds is another login then, and goes on if that machine ever comes back.':
    'Was {name} hat, ist dann eine andere Anmeldung und gilt weiter, falls dieser Rechner je wiederkommt.',
  'While {from} cannot be asked, {to} has to wait.':
    'Solange {from} nicht gefragt werden kann, muss {to} warten.',
  'Your ssh does not know the host key of {destination} yet.':
    'Dein ssh kennt den Host-Schlüssel von {destination} noch nicht.',
  'timed out before anything was said': 'Zeit abgelaufen, bevor etwas gesagt wurde',
  '{account} has no refresh token to give.': '{account} hat kein Refresh-Token abzugeben.',
  '{account} holds no access token beside it: renew it there first.':
    '{account} hat kein Access-Token daneben: Erneuere sie zuerst dort.',
  '{account} is being moved from here to there just now.':
    '{account} wird gerade von hier dorthin verschoben.',
  '{account} is being renewed there just now.': '{account} wird dort gerade erneuert.',
  '{account} is no longer there.': '{account} ist nicht mehr dort.',
  '{account} is not borrowed from another machine.':
    '{account} ist nicht von einem anderen Rechner geliehen.',
  '{account} was renewed or signed in anew there meanwhile.':
    '{account} wurde dort inzwischen erneuert oder neu angemeldet.',
  '{account} was renewed there, and is being stored just now.':
    '{account} wurde dort erneuert und wird gerade gespeichert.',
  '{account} was written meanwhile.': '{account} wurde inzwischen geschrieben.',
  '{capital} and {to} can both go on using it.': '{capital} und {to} können sie beide weiter benutzen.',
  '{capital} borrows it from {borrowedFrom}.': '{capital} leiht sie von {borrowedFrom}.',
  '{capital} borrows it from {borrowedFrom}: borrow it there.':
    '{capital} leiht sie von {borrowedFrom}: Leihe sie dort.',
  '{capital} gives up its refresh token and {to} renews at once, so that only {to} can from then on.':
    '{capital} gibt das Refresh-Token ab, und {to} erneuert sofort; von da an kann nur noch {to} erneuern.',
  '{capital} goes on with the access token and asks {to} for each new one.':
    '{capital} macht mit dem Access-Token weiter, und {to} liefert jedes neue.',
  '{capital} has no refresh token of it that still works.':
    '{capital} hat kein Refresh-Token davon, das noch funktioniert.',
  '{capital} stays its owner.': '{capital} bleibt Besitzer.',
  '{destination} does not answer.': '{destination} antwortet nicht.',
  '{destination} does not let your ssh in without asking.':
    '{destination} lässt dein ssh nicht ohne Nachfrage hinein.',
  '{destination} takes no ssh connections.': '{destination} nimmt keine ssh-Verbindungen an.',
  '{name} answered in a way this version does not understand.':
    '{name} hat auf eine Weise geantwortet, die diese Version nicht versteht.',
  '{name} could not be reached.': '{name} war nicht erreichbar.',
  '{name} did not answer for {seconds} s.': '{name} hat {seconds} s lang nicht geantwortet.',
  '{name} has an older copy.': '{name} hat eine ältere Kopie.',
  '{name} has this login in use: the move is made.':
    '{name} benutzt diese Anmeldung: Das Verschieben ist vollzogen.',
  '{name} is signed in as {part} by now.': '{name} ist inzwischen als {part} angemeldet.',
  '{name} is this very machine.': '{name} ist genau dieser Rechner.',
  '{name} says something of the sign-in that is not understood here: {part}.':
    '{name} sagt etwas über das Anmelden, das hier nicht zu verstehen ist: {part}.',
  '{owner} holds a copy of it that Lamplighter cannot change.':
    '{owner} hat eine Kopie davon, die Lamplighter nicht ändern kann.',
  '{owner} keeps and renews it; a copy would end that login.':
    '{owner} verwaltet und erneuert sie; eine Kopie würde diese Anmeldung beenden.',
  '{owner} registered a client for this login alone, on the machine where it is: Lamplighter neither moves nor copies it.':
    '{owner} hat allein für diese Anmeldung einen Client registriert, auf dem Rechner, auf dem sie liegt: Lamplighter verschiebt und kopiert sie nicht.',
  '{providerName} accepts each refresh token once: as soon as one machine renews it, the other is signed out.':
    '{providerName} nimmt jedes Refresh-Token nur einmal an: Sobald ein Rechner sie erneuert, ist der andere abgemeldet.',
  '{providerName} does not rotate refresh tokens, so both machines can use it.':
    '{providerName} rotiert Refresh-Tokens nicht, beide Rechner können sie also benutzen.',
  '{providerName} is not known here: {from} says that its tokens go to {endpoint}.':
    '{providerName} ist hier nicht bekannt: {from} sagt, dass die Tokens an {endpoint} gehen.',
}
