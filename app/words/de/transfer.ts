/** What is said of files that logins travel in, in German. */
import type { Translation } from '../t.ts'

export const transfer: Translation = {
  '"{id}" in the file is not understood.': '„{id}“ in der Datei ist nicht zu verstehen.',
  'A newer OpenClaw keeps its logins in a database, which cannot be read.':
    'Ein neueres OpenClaw hält seine Anmeldungen in einer Datenbank, die sich nicht lesen lässt.',
  'A recipient is an age key (age1…) or the public half of an SSH key, as in id_ed25519.pub.':
    'Ein Empfänger ist ein age-Schlüssel (age1…) oder die öffentliche Hälfte eines SSH-Schlüssels, etwa id_ed25519.pub.',
  'Better: sign in here, which leaves the other one alone.':
    'Besser: Melde dich hier an, das lässt die andere in Ruhe.',
  'Both machines hold the same refresh token: whichever renews first signs the other out, so remove it on {there}.':
    'Beide Rechner haben dasselbe Refresh-Token: Wer zuerst erneuert, meldet den anderen ab; entferne sie also dort ({there}).',
  'Brought over from {from}, into {targets}.': 'Übernommen aus {from}, nach {targets}.',
  'Check capitals and spaces, and that it is the right file.':
    'Prüfe Großbuchstaben und Leerzeichen, und ob es die richtige Datei ist.',
  'Choose a copy that is whole.': 'Wähle eine vollständige Kopie.',
  'Choose an age identity file (AGE-SECRET-KEY-1…) or an SSH private key, as in ~/.ssh/id_ed25519.':
    'Wähle eine age-Identitätsdatei (AGE-SECRET-KEY-1…) oder einen privaten SSH-Schlüssel, etwa ~/.ssh/id_ed25519.',
  'Choose another machine’s auth-profiles.json or its .openclaw folder, or a file that Lamplighter exported.':
    'Wähle die auth-profiles.json eines anderen Rechners oder seinen Ordner .openclaw, oder eine Datei, die Lamplighter exportiert hat.',
  'Choose another name, or say --force to replace it.':
    'Wähle einen anderen Namen, oder sag --force, um sie zu ersetzen.',
  'Choose it only if the one here no longer works.':
    'Wähle sie nur, wenn die hiesige nicht mehr funktioniert.',
  'Choose it only if {there} no longer uses this login.':
    'Wähle sie nur, wenn {there} diese Anmeldung nicht mehr benutzt.',
  'Choose the file again to compare anew.': 'Wähle die Datei noch einmal, um neu zu vergleichen.',
  'Choose the file again.': 'Wähle die Datei noch einmal.',
  'Choose the folder of an OpenClaw, an auth-profiles.json, or a file that Lamplighter exported.':
    'Wähle den Ordner eines OpenClaw, eine auth-profiles.json oder eine Datei, die Lamplighter exportiert hat.',
  'Choose the key it was exported to, or export it again to yours.':
    'Wähle den Schlüssel, für den exportiert wurde, oder exportiere noch einmal für deinen.',
  'Choose the private half: an age identity file, or an SSH private key.':
    'Wähle die private Hälfte: eine age-Identitätsdatei oder einen privaten SSH-Schlüssel.',
  'Copy it again, whole.': 'Kopiere ihn noch einmal, ganz.',
  'Copy it again: perhaps the copying was cut short.':
    'Kopiere sie noch einmal: Vielleicht brach das Kopieren ab.',
  'Copy the file again, or export it again on the other machine.':
    'Kopiere die Datei noch einmal oder exportiere sie auf dem anderen Rechner neu.',
  'Decrypt it with age first, or choose another key.':
    'Entschlüssle es zuerst mit age oder wähle einen anderen Schlüssel.',
  'Export it again on the other machine; an ordinary one takes a second or two.':
    'Exportiere auf dem anderen Rechner noch einmal; gewöhnlich dauert es ein, zwei Sekunden.',
  'Export it there.': 'Exportiere sie dort.',
  'For a file of them there is --recipients-file.': 'Für eine Datei davon gibt es --recipients-file.',
  'Give a passphrase, or at least one recipient.': 'Gib eine Passphrase oder mindestens einen Empfänger an.',
  'Give a recipient of its own kind as well: an age1… key without a plugin, or an SSH key.':
    'Gib auch einen Empfänger eigener Art an: einen age1…-Schlüssel ohne Plugin oder einen SSH-Schlüssel.',
  'Give its public half, and keep the private one to yourself.':
    'Gib die öffentliche Hälfte an und behalte die private für dich.',
  'It cannot be brought over.': 'Sie lässt sich nicht übernehmen.',
  'It cannot be renewed: once it expires, somebody has to sign in again.':
    'Sie kann nicht erneuert werden: Wenn sie abgelaufen ist, muss sich jemand neu anmelden.',
  'It has expired and nothing in the file can renew it.':
    'Sie ist abgelaufen, und nichts in der Datei kann sie erneuern.',
  'It is borrowed from {owner}, which renews it for this machine only.':
    'Sie ist von {owner} geliehen und wird dort nur für diesen Rechner erneuert.',
  'It is for {recipients}.': 'Es ist für {recipients}.',
  'It takes the place of the one in {first}.': 'Sie ersetzt die in {first}.',
  'It takes the place of the one in {length} places at once.':
    'Sie ersetzt die an {length} Stellen zugleich.',
  'Its provider has refused it.': 'Ihr Anbieter hat sie abgelehnt.',
  'Its refresh token was already used up on this machine; sending it again could end the login.':
    'Ihr Refresh-Token wurde auf diesem Rechner schon verbraucht; es noch einmal zu senden könnte die Anmeldung beenden.',
  'Its token has characters that no token has.': 'Ihr Token hat Zeichen, die kein Token hat.',
  'Its tokens are not in this file.': 'Ihre Tokens stehen nicht in dieser Datei.',
  'Lamplighter does not know "{providerName}" here yet: add the provider first, or it is kept but not renewed.':
    'Lamplighter kennt „{providerName}“ hier noch nicht: Füge den Anbieter zuerst hinzu, sonst wird sie zwar aufbewahrt, aber nicht erneuert.',
  'Lamplighter keeps it in its vault as a new login; other programs’ files stay as they are.':
    'Lamplighter bewahrt sie als neue Anmeldung in seinem Tresor auf; Dateien anderer Programme bleiben, wie sie sind.',
  'Lamplighter renews it here, with {name}.': 'Lamplighter erneuert sie hier, bei {name}.',
  'Lamplighter’s vault': 'Tresor von Lamplighter',
  'Name the file to write, for example logins.age.':
    'Nenne die Datei, die geschrieben werden soll, zum Beispiel logins.age.',
  'Neither says whose it is: choose it only if you know.':
    'Keine von beiden sagt, wem sie gehört: Wähle sie nur, wenn du es weißt.',
  'Nobody is named who could open the file.': 'Es ist niemand genannt, der die Datei öffnen könnte.',
  'None of these logins can be put into the file.': 'Keine dieser Anmeldungen kann in die Datei.',
  'Nothing says which of the two is newer.': 'Nichts verrät, welche von beiden neuer ist.',
  'Nothing to do: what is there now came after the import.':
    'Nichts zu tun: Was jetzt da ist, kam nach dem Import.',
  'Sign in again on the other machine.': 'Melde dich auf dem anderen Rechner neu an.',
  'Sign in here instead.': 'Melde dich stattdessen hier an.',
  'Sign in here, or export it again on {there}.':
    'Melde dich hier an, oder exportiere sie dort ({there}) noch einmal.',
  'Sign in instead.': 'Melde dich stattdessen an.',
  'Take the import back to be sure, then choose the file again.':
    'Nimm den Import zur Sicherheit zurück und wähle dann die Datei noch einmal.',
  'Take the passphrase off a copy of it (ssh-keygen -p -f COPY), choose the copy, and delete it afterwards.':
    'Nimm einer Kopie davon die Passphrase (ssh-keygen -p -f KOPIE), wähle die Kopie und lösche sie danach.',
  'That passphrase does not open {path}.': 'Diese Passphrase öffnet {path} nicht.',
  'The file holds {what}.': 'Die Datei enthält {what}.',
  'The import was cut short while it wrote to {path}.':
    'Der Import wurde abgeschnitten, während er in {path} schrieb.',
  'The lock of {path} was lost.': 'Die Sperre von {path} ging verloren.',
  'The lock of {path} was lost; it was left as it is.':
    'Die Sperre von {path} ging verloren; die Datei blieb, wie sie ist.',
  'The login of this name belongs to {login} here, and stays untouched.':
    'Die Anmeldung dieses Namens gehört hier zu {login} und bleibt unberührt.',
  'The passphrase needs at least {count} characters: it is all that protects the file.':
    'Die Passphrase braucht mindestens {count} Zeichen: Nur sie schützt die Datei.',
  'The provider has already refused this login here.':
    'Der Anbieter hat diese Anmeldung hier schon abgelehnt.',
  'There is no login called "{id}".': 'Es gibt keine Anmeldung namens „{id}“.',
  'There is no {name} in {path}.': 'In {path} gibt es kein {name}.',
  'There is nothing to bring over in this choice.': 'In dieser Auswahl gibt es nichts zu übernehmen.',
  'There is nothing to bring over, and nothing to remove.':
    'Es gibt nichts herüberzuholen und nichts zu entfernen.',
  'This import is not known any more.': 'Dieser Import ist nicht mehr bekannt.',
  'This import was taken back already.': 'Dieser Import wurde schon zurückgenommen.',
  'This login cannot be brought over.': 'Diese Anmeldung lässt sich nicht übernehmen.',
  'This login lives here already: this is the file that it stands in.':
    'Diese Anmeldung ist hier schon zu Hause: Das ist die Datei, in der sie steht.',
  'This machine already holds a newer one.': 'Dieser Rechner hat schon eine neuere.',
  'This machine already holds exactly this login.': 'Dieser Rechner hat schon genau diese Anmeldung.',
  'Update Lamplighter on this machine and try again.':
    'Aktualisiere Lamplighter auf diesem Rechner und versuche es noch einmal.',
  'Where newer tokens were found, they were left.': 'Wo neuere Tokens gefunden wurden, blieben sie.',
  'a device or a pipe': 'ein Gerät oder eine Pipe',
  '{capital} can go on using the key as well.': '{capital} kann den Schlüssel ebenfalls weiter benutzen.',
  '{capital} stays signed in.': '{capital} bleibt angemeldet.',
  '{entry} is no longer in {path}.': '{entry} ist nicht mehr in {path}.',
  '{key} belongs to a plugin of age, which Lamplighter does not run.':
    '{key} gehört zu einem Plugin von age, das Lamplighter nicht ausführt.',
  '{key} does not open {path}, which is encrypted to another key.':
    '{key} öffnet {path} nicht; es ist für einen anderen Schlüssel verschlüsselt.',
  '{key} is a private key.': '{key} ist ein privater Schlüssel.',
  '{key} is an SSH key of a kind that age cannot encrypt to.':
    '{key} ist ein SSH-Schlüssel von einer Art, für die age nicht verschlüsseln kann.',
  '{key} is not a key that can be used: {why}.': '{key} ist kein brauchbarer Schlüssel: {why}.',
  '{key} is not a recipient.': '{key} ist kein Empfänger.',
  '{owner} keeps this login on {there} and renews it there; a copy would end it.':
    '{owner} verwaltet diese Anmeldung dort ({there}) und erneuert sie; eine Kopie würde sie beenden.',
  '{path} asks for more work to open it than anybody would wish.':
    '{path} verlangt zum Öffnen mehr Arbeit, als irgendjemand wollen kann.',
  '{path} holds a key of a kind that age does not use ({kind}).':
    '{path} enthält einen Schlüssel von einer Art, die age nicht benutzt ({kind}).',
  '{path} holds a public key; the private half opens files.':
    '{path} enthält einen öffentlichen Schlüssel; die private Hälfte öffnet Dateien.',
  '{path} holds no key.': '{path} enthält keinen Schlüssel.',
  '{path} holds something newer than the import wrote; it was left as it is.':
    '{path} enthält Neueres, als der Import geschrieben hat; sie blieb, wie sie ist.',
  '{path} is a bundle without logins in it.': '{path} ist ein Bündel ohne Anmeldungen.',
  '{path} is a device or a pipe, not a file.': '{path} ist ein Gerät oder eine Pipe, keine Datei.',
  '{path} is a folder, not a file.': '{path} ist ein Ordner, keine Datei.',
  '{path} is an SSH key under a passphrase, which Lamplighter cannot open.':
    '{path} ist ein SSH-Schlüssel mit Passphrase, den Lamplighter nicht öffnen kann.',
  '{path} is damaged or was cut short.': '{path} ist beschädigt oder abgeschnitten.',
  '{path} is empty.': '{path} ist leer.',
  '{path} is encrypted to another key.': '{path} ist für einen anderen Schlüssel verschlüsselt.',
  '{path} is encrypted to {recipients}, not under a passphrase.':
    '{path} ist für {recipients} verschlüsselt, nicht mit einer Passphrase.',
  '{path} is larger than {size}; {verdict}.': '{path} ist größer als {size}; {verdict}.',
  '{path} is not a file Lamplighter can import from.':
    '{path} ist keine Datei, aus der Lamplighter importieren kann.',
  '{path} is not a file of keys.': '{path} ist keine Datei mit Schlüsseln.',
  '{path} is not the record of this import.': '{path} ist nicht die Aufzeichnung dieses Imports.',
  '{path} is not there.': '{path} ist nicht da.',
  '{path} is protected by a passphrase.': '{path} ist durch eine Passphrase geschützt.',
  '{path} is there already, and was left as it is.': '{path} gibt es schon, sie blieb, wie sie ist.',
  '{path} is {what}, not a file.': '{path} ist {what}, keine Datei.',
  '{path} names no recipient.': '{path} nennt keinen Empfänger.',
  '{path} was written by a newer Lamplighter (bundle version {version}).':
    '{path} wurde von einem neueren Lamplighter geschrieben (Bündel-Version {version}).',
  '{path} was written by a newer age, in a format of its own ({format}).':
    '{path} wurde von einem neueren age geschrieben, in einem eigenen Format ({format}).',
  '{path} was written by somebody else since the file was compared; it was left as it is.':
    '{path} wurde von jemand anderem geschrieben, seit die Datei verglichen wurde; sie blieb, wie sie ist.',
  '{providerName} does not rotate refresh tokens, so {there} stays signed in.':
    '{providerName} rotiert Refresh-Tokens nicht, deshalb bleibt {there} angemeldet.',
  '{providerName} accepts each refresh token once: a copy would end it here or there.':
    '{providerName} nimmt jedes Refresh-Token nur einmal an: Eine Kopie würde sie hier oder dort beenden.',
  '{providerName} accepts each refresh token once: as soon as Lamplighter renews it here, {there} is signed out, or the other way round.':
    '{providerName} nimmt jedes Refresh-Token nur einmal an: Sobald Lamplighter sie hier erneuert, wird {there} abgemeldet, oder umgekehrt.',
  '{providerName} may accept each refresh token only once: a copy would end it here or there.':
    '{providerName} nimmt womöglich jedes Refresh-Token nur einmal an: Eine Kopie würde sie hier oder dort beenden.',
  '{providerName} may accept each refresh token only once: as soon as Lamplighter renews it here, {there} is signed out, or the other way round.':
    '{providerName} nimmt womöglich jedes Refresh-Token nur einmal an: Sobald Lamplighter sie hier erneuert, wird {there} abgemeldet, oder umgekehrt.',
  'Its provider may accept each refresh token only once: a copy would end it here or there.':
    'Ihr Anbieter nimmt womöglich jedes Refresh-Token nur einmal an: Eine Kopie würde sie hier oder dort beenden.',
  'the file': 'die Datei',
}
