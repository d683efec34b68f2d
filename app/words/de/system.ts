/** What the machine itself says: files, keychain, network, processes, in German. */
import type { Translation } from '../t.ts'

export const system: Translation = {
  'A backup helps only if it was made after the last renewal: the refresh token in an older one is spent.':
    'Eine Sicherung hilft nur, wenn sie nach der letzten Erneuerung entstand: Das Refresh-Token in einer älteren ist verbraucht.',
  '"{command}" cannot be started ({code}): {why}.': '„{command}“ lässt sich nicht starten ({code}): {why}.',
  '"{id}" was changed after it was sealed, or the key is another one.':
    '„{id}“ wurde nach dem Versiegeln geändert, oder der Schlüssel ist ein anderer.',
  '"{id}" was sealed with another key.': '„{id}“ wurde mit einem anderen Schlüssel versiegelt.',
  'A sealed credential was opened, but its contents are not understood.':
    'Eine versiegelte Anmeldung wurde geöffnet, aber ihr Inhalt ist nicht zu verstehen.',
  'Choose a folder in which nobody else may write: $XDG_RUNTIME_DIR is one.':
    'Wähle einen Ordner, in den sonst niemand schreiben darf: $XDG_RUNTIME_DIR ist einer.',
  'Close the program that uses it, or paste the address the browser ends on.':
    'Schließe das Programm, das ihn benutzt, oder füge die Adresse ein, auf der der Browser endet.',
  'Copy the address into a browser yourself.': 'Kopiere die Adresse selbst in einen Browser.',
  'Everything else it remembers': 'Alles andere, was es sich merkt',
  'Finished a renewal that was cut short, written to {count} files.':
    'Eine abgebrochene Erneuerung wurde abgeschlossen und in {count} Dateien geschrieben.',
  'Finished a renewal that was cut short.': 'Eine abgebrochene Erneuerung wurde abgeschlossen.',
  'From cron or ssh, set DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/UID/bus.':
    'Aus cron oder ssh setze DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/UID/bus.',
  'Install Lamplighter anew, with the libraries it asks for.':
    'Installiere Lamplighter neu, mit den Bibliotheken, die es verlangt.',
  'It has expired and will mend itself: Lamplighter renews it for all {count} agents at once.':
    'Sie ist abgelaufen, aber das gibt sich von selbst: Lamplighter erneuert sie für alle {count} Agenten auf einmal.',
  'It has expired and will mend itself: Lamplighter renews it.':
    'Sie ist abgelaufen, aber das gibt sich von selbst: Lamplighter erneuert sie.',
  'It keeps your logins alive all the same, also with this window closed.':
    'Es hält deine Anmeldungen trotzdem am Leben, auch wenn dieses Fenster geschlossen ist.',
  'It names the key that opens the stored logins: restore it from a backup.':
    'Sie nennt den Schlüssel, der die gespeicherten Anmeldungen öffnet: Stell sie aus einer Sicherung wieder her.',
  'Lamplighter does not know the provider "{name}".': 'Lamplighter kennt den Anbieter „{name}“ nicht.',
  'Lamplighter is renewing it for all {count} agents at once.':
    'Lamplighter erneuert sie gerade für alle {count} Agenten auf einmal.',
  'Lamplighter is renewing it.': 'Lamplighter erneuert sie gerade.',
  'Lamplighter renews it for all {count} agents at once.':
    'Lamplighter erneuert sie für alle {count} Agenten auf einmal.',
  'Lamplighter renews it.': 'Lamplighter erneuert sie.',
  'Lamplighter will renew it before it expires.': 'Lamplighter wird sie vor ihrem Ablauf erneuern.',
  'Lamplighter will renew it for all {count} agents at once before it expires.':
    'Lamplighter wird sie vor ihrem Ablauf für alle {count} Agenten auf einmal erneuern.',
  'Lamplighter’s lock "{name}" is held by {holder}.':
    'Die Sperre „{name}“ von Lamplighter wird von {holder} gehalten.',
  'Listening on 127.0.0.1:{port} failed.': 'Lauschen auf 127.0.0.1:{port} ist fehlgeschlagen.',
  'Locking {path} failed ({code}).': 'Sperren von {path} fehlgeschlagen ({code}).',
  'Locking {path} failed ({code}): {why}.': 'Sperren von {path} fehlgeschlagen ({code}): {why}.',
  'Move it away, and put back the file that belongs there.':
    'Schieb es beiseite und leg die Datei zurück, die dorthin gehört.',
  'Move it away: fingerprints in the history will then no longer match older ones.':
    'Schieb sie beiseite: Fingerabdrücke im Verlauf passen dann nicht mehr zu älteren.',
  Never: 'Nie',
  'No Lamplighter is running, and there is no `lamplighter` command.':
    'Es läuft kein Lamplighter, und es gibt keinen Befehl `lamplighter`.',
  'No Lamplighter is running.': 'Es läuft kein Lamplighter.',
  'No browser could be opened with {command}.': 'Mit {command} ließ sich kein Browser öffnen.',
  'No file of logins is, so it was not read into memory.':
    'Das ist keine Datei mit Anmeldungen, deshalb wurde sie nicht eingelesen.',
  'On GNOME, the extension "AppIndicator and KStatusNotifierItem Support" brings tray icons back.':
    'Unter GNOME bringt die Erweiterung „AppIndicator and KStatusNotifierItem Support“ die Symbole im Infobereich zurück.',
  'Only https addresses are opened.': 'Nur https-Adressen werden geöffnet.',
  'Port {port} is in use, and the provider answers to no other.':
    'Port {port} ist belegt, und der Anbieter antwortet auf keinen anderen.',
  'Reading {path} failed ({code}).': 'Lesen von {path} fehlgeschlagen ({code}).',
  'Reading {path} failed ({code}): {why}.': 'Lesen von {path} fehlgeschlagen ({code}): {why}.',
  'Renewed, written to {count} files.': 'Erneuert, in {count} Dateien geschrieben.',
  'Renewed.': 'Erneuert.',
  'Remove it, or set XDG_RUNTIME_DIR to a folder of your own.':
    'Entferne sie, oder setze XDG_RUNTIME_DIR auf einen eigenen Ordner.',
  'Renewal journal': 'Journal der Erneuerungen',
  'Restore it from a backup.': 'Stell ihn aus einer Sicherung wieder her.',
  'Run Lamplighter as the user whose file it is: opened by anybody else, a database may lock its owner out.':
    'Führe Lamplighter als der Benutzer aus, dem die Datei gehört: Von jemand anderem geöffnet, kann eine Datenbank ihren Besitzer aussperren.',
  'Run: lamplighter login {id}': 'Führe aus: lamplighter login {id}',
  'SQLite cannot be loaded on this machine: {why}': 'SQLite lässt sich auf diesem Rechner nicht laden: {why}',
  'SQLite {version} may damage a database that another program writes as well.':
    'SQLite {version} kann eine Datenbank beschädigen, in die auch ein anderes Programm schreibt.',
  'Say hello first.': 'Sag zuerst hallo.',
  "See who did that, then make it yours alone: chown, and chmod go-w '{path}'":
    "Sieh nach, wer das war, und mach sie dann allein zu deiner: chown und chmod go-w '{path}'",
  'Sign in with {owner} where you want to use it.':
    'Melde dich dort mit {owner} an, wo du sie benutzen willst.',
  'Something unexpected went wrong inside Lamplighter.':
    'In Lamplighter ist etwas Unerwartetes schiefgegangen.',
  'Something unexpected went wrong.': 'Etwas Unerwartetes ist schiefgegangen.',
  'Start the application, or: lamplighter serve': 'Starte die Anwendung, oder: lamplighter serve',
  'That hello was not understood.': 'Diese Begrüßung war nicht zu verstehen.',
  'The key does not fit: this is not the same user, or an older host was meant.':
    'Der Schlüssel passt nicht: Das ist nicht derselbe Benutzer, oder ein älterer Host war gemeint.',
  'The key to Lamplighter’s vault is in the keychain, which cannot be reached now.':
    'Der Schlüssel zum Tresor von Lamplighter liegt im Schlüsselbund, der gerade nicht erreichbar ist.',
  'The keychain cannot be read: {why}.': 'Der Schlüsselbund lässt sich nicht lesen: {why}.',
  'The login was cancelled.': 'Die Anmeldung wurde abgebrochen.',
  'The other side went away before it answered.': 'Die andere Seite war weg, bevor sie antwortete.',
  'The running Lamplighter cannot be reached at {at} ({why}).':
    'Das laufende Lamplighter ist unter {at} nicht erreichbar ({why}).',
  'The running Lamplighter does not answer.': 'Das laufende Lamplighter antwortet nicht.',
  'The running Lamplighter speaks version {theirs} of its protocol, and was asked in version {ours}.':
    'Das laufende Lamplighter spricht Version {theirs} seines Protokolls und wurde in Version {ours} gefragt.',
  'The sealed text of "{id}" is not in a form that this version knows.':
    'Der versiegelte Text von „{id}“ hat keine Form, die diese Version kennt.',
  'The sealing key {key} in {path} is damaged.': 'Der Siegelschlüssel {key} in {path} ist beschädigt.',
  'The sealing key {key} in {path} is missing.': 'Der Siegelschlüssel {key} in {path} fehlt.',
  'The two sides may be of different versions: update the older one.':
    'Die beiden Seiten haben vielleicht verschiedene Versionen: Aktualisiere die ältere.',
  'There is no call "{name}" here.': 'Einen Aufruf „{name}“ gibt es hier nicht.',
  'There is no command "{command}".': 'Es gibt keinen Befehl „{command}“.',
  'This desktop shows no tray icons, so Lamplighter has none.':
    'Diese Desktop-Umgebung zeigt keine Symbole im Infobereich, also hat Lamplighter keins.',
  'To see the window again, start Lamplighter once more.':
    'Um das Fenster wiederzusehen, starte Lamplighter noch einmal.',
  'Too many calls at once.': 'Zu viele Aufrufe auf einmal.',
  'Try again in a moment.': 'Versuche es gleich noch einmal.',
  'Unlock the keychain and try again.': 'Entsperre den Schlüsselbund und versuche es noch einmal.',
  'Unlock your session’s keychain, and look again.':
    'Entsperre den Schlüsselbund deiner Sitzung und sieh noch einmal nach.',
  'Update the older of the two, and start the running one again.':
    'Aktualisiere das ältere der beiden und starte das laufende neu.',
  'Wait for some answers first.': 'Warte zuerst auf ein paar Antworten.',
  'Window and caches': 'Fenster und Caches',
  'Without it the stored logins cannot be opened, and you sign in again.':
    'Ohne ihn lassen sich die gespeicherten Anmeldungen nicht öffnen, und du meldest dich neu an.',
  'Without it you sign in again.': 'Ohne sie meldest du dich neu an.',
  'Writing {path} failed ({code}).': 'Schreiben von {path} fehlgeschlagen ({code}).',
  'Writing {path} failed ({code}): {why}.': 'Schreiben von {path} fehlgeschlagen ({code}): {why}.',
  'a folder of its path is a file': 'ein Ordner seines Pfads ist eine Datei',
  'a line was too long': 'eine Zeile war zu lang',
  files: 'Dateien',
  home: 'Zuhause',
  identity: 'Identität',
  'it is a link that leads back to itself': 'es ist ein Link, der auf sich selbst zurückführt',
  'it may not be a program': 'vielleicht ist es kein Programm',
  media: 'Medien',
  'the disk is full': 'die Platte ist voll',
  'the disk reports an error': 'die Platte meldet einen Fehler',
  'the file system is read-only': 'das Dateisystem ist schreibgeschützt',
  'the other side does not read': 'die andere Seite liest nicht',
  'the permissions do not allow it': 'die Berechtigungen erlauben es nicht',
  'the system does not permit it, or another program has it open':
    'das System lässt es nicht zu, oder ein anderes Programm hat sie geöffnet',
  work: 'Arbeit',
  'your disk quota is used up': 'dein Plattenkontingent ist aufgebraucht',
  '{name} did not answer ({why}).': '{name} hat nicht geantwortet ({why}).',
  '{name} did not answer.': '{name} hat nicht geantwortet.',
  '{name}: the client certificate cannot be used: {why}':
    '{name}: Das Client-Zertifikat ist nicht zu brauchen: {why}',
  '{name}: the server does not take the client certificate ({why})':
    '{name}: Der Server nimmt das Client-Zertifikat nicht an ({why})',
  '{owner} registered a client for this login alone, on the machine where it is: Lamplighter neither moves, lends nor copies it.':
    '{owner} hat allein für diese Anmeldung einen Client registriert, auf dem Rechner, auf dem sie liegt: Lamplighter verschiebt, verleiht und kopiert sie nicht.',
  '{path} belongs to another user.': '{path} gehört einem anderen Benutzer.',
  '{path} belongs to another user: nothing was asked there.':
    '{path} gehört einem anderen Benutzer: Dort wurde nichts gefragt.',
  '{path} belongs to somebody else.': '{path} gehört jemand anderem.',
  '{path} cannot be read: {why} (SQLite {code}).': '{path} lässt sich nicht lesen: {why} (SQLite {code}).',
  '{path} cannot be written: {why} (SQLite {code}).':
    '{path} lässt sich nicht schreiben: {why} (SQLite {code}).',
  '{path} has been in use by another program for {seconds} s.':
    '{path} wird seit {seconds} s von einem anderen Programm benutzt.',
  '{path} is damaged, or no SQLite database.': '{path} ist beschädigt oder keine SQLite-Datenbank.',
  '{path} is larger than {size} MiB.': '{path} ist größer als {size} MiB.',
  '{path} is no file.': '{path} ist keine Datei.',
  '{path} is not UTF-8 text.': '{path} ist kein UTF-8-Text.',
  '{path} is not there any more.': '{path} ist nicht mehr da.',
  '{path} should hold {wanted} bytes and holds {count}.':
    '{path} sollte {wanted} Byte enthalten und enthält {count}.',
  '{path} was not read': '{path} wurde nicht gelesen',
  '{path} was not written': '{path} wurde nicht geschrieben',
  '{path} was there and is gone.': '{path} war da und ist weg.',
  '{program} was ended ({why})': '{program} wurde beendet ({why})',
  '{program} · {count} agents': '{program} · {count} Agenten',
  '{what}: it {why}.': '{what}: {why}.',
  'Make it readable for you: {command}': 'Mache sie für dich lesbar: {command}',
  'A part of Lamplighter is not where it was: most likely another version was installed under the one that runs.':
    'Ein Teil von Lamplighter ist nicht mehr, wo er war: Wahrscheinlich wurde unter der laufenden Version eine andere installiert.',
  'Restart Lamplighter.': 'Starte Lamplighter neu.',
  empty: 'leer',
  'Let its owner repair it, or sign in again there.':
    'Lass sie ihren Besitzer reparieren oder melde dich dort neu an.',
}
