/** What happens at a sign-in, in German. */
import type { Translation } from '../t.ts'

export const signIn: Translation = {
  '"{address}" cannot be the address of a server.': '„{address}“ kann keine Adresse eines Servers sein.',
  '"{id}" cannot name a key.': '„{id}“ kann keinen Schlüssel bezeichnen.',
  '"{issuer}" cannot be an issuer.': '„{issuer}“ kann kein Aussteller sein.',
  'A new key in place of the old one: lamplighter key rotate {id}':
    'Ein neuer Schlüssel anstelle des alten: lamplighter key rotate {id}',
  'A person gave a new key.': 'Jemand hat einen neuen Schlüssel eingegeben.',
  'A person signed this login out.': 'Jemand hat diese Anmeldung abgemeldet.',
  'Add it first: lamplighter provider add {id} --issuer URL --client-id ID':
    'Füge ihn zuerst hinzu: lamplighter provider add {id} --issuer URL --client-id ID',
  'An issuer is an https address; plain http is allowed on this machine only.':
    'Ein Aussteller ist eine https-Adresse; einfaches http ist nur auf diesem Rechner erlaubt.',
  'Back to Lamplighter': 'Zurück zu Lamplighter',
  'Change it there.': 'Ändere ihn dort.',
  'Check the client certificate and its key, until when it holds, and what is registered of it there.':
    'Prüfe das Client-Zertifikat und seinen Schlüssel, bis wann es gilt und was dort davon registriert ist.',
  'Check the issuer, or give the endpoints one by one.':
    'Prüfe den Aussteller oder gib die Endpunkte einzeln an.',
  'Copy the whole address from the browser, beginning with http, and paste it here.':
    'Kopiere die ganze Adresse aus dem Browser, beginnend mit http, und füge sie hier ein.',
  'Endpoints must be https; plain http is allowed on this machine only.':
    'Endpunkte müssen https sein; einfaches http ist nur auf diesem Rechner erlaubt.',
  'Give an RSA, P-256 or Ed25519 key without a passphrase, as PEM (openssl pkcs8 -topk8 -nocrypt) or as a JWK.':
    'Gib einen RSA-, P-256- oder Ed25519-Schlüssel ohne Passphrase an, als PEM (openssl pkcs8 -topk8 -nocrypt) oder als JWK.',
  'Give it a pushedAuthorizationEndpoint in config.json, or leave pushedAuthorization out.':
    'Gib ihm in config.json einen pushedAuthorizationEndpoint oder lass pushedAuthorization weg.',
  'If your network has a certificate authority of its own, name its certificate in NODE_EXTRA_CA_CERTS=/path/to/ca.pem and start Lamplighter again.':
    'Wenn dein Netzwerk eine eigene Zertifizierungsstelle hat, nenne ihr Zertifikat in NODE_EXTRA_CA_CERTS=/path/to/ca.pem und starte Lamplighter neu.',
  'Install it again, or remove the file.': 'Installiere es neu oder entferne die Datei.',
  'It belongs to another sign-in, or to none, and was not taken.':
    'Sie gehört zu einem anderen Anmelden oder zu keinem und wurde nicht angenommen.',
  'It is an https address; plain http is allowed on this machine only.':
    'Sie ist eine https-Adresse; einfaches http ist nur auf diesem Rechner erlaubt.',
  'It left {path}, with this login in it.': 'Es hat {path} hinterlassen, mit dieser Anmeldung darin.',
  'It stays in: {paths}': 'Sie bleibt in: {paths}',
  'Keep it in the vault, as PEM: lamplighter provider secret ID --from-file key.pem, or name a clientSecretFile in config.json.':
    'Leg ihn als PEM in den Tresor: lamplighter provider secret ID --from-file key.pem, oder nenne in config.json ein clientSecretFile.',
  'Keep it in the vault: lamplighter provider secret ID, or name a clientSecretFile in config.json.':
    'Leg ihn in den Tresor: lamplighter provider secret ID, oder nenne in config.json ein clientSecretFile.',
  'Keep it in the vault: lamplighter provider secret {id}':
    'Leg ihn in den Tresor: lamplighter provider secret {id}',
  'Keep the client’s private key in the vault: lamplighter provider secret {id} --from-file key.pem':
    'Leg den privaten Schlüssel des Clients in den Tresor: lamplighter provider secret {id} --from-file key.pem',
  'Lamplighter cannot end the login of {login}.': 'Lamplighter kann die Anmeldung {login} nicht beenden.',
  'Lamplighter cannot sign in at {name}.': 'Lamplighter kann sich bei {name} nicht anmelden.',
  'Lamplighter cannot sign in {login} itself.': 'Lamplighter kann {login} nicht selbst anmelden.',
  'Lamplighter goes on waiting.': 'Lamplighter wartet weiter.',
  'Lamplighter tells you why.': 'Lamplighter sagt dir, warum.',
  'Lamplighter’s copy was deleted.': 'Die Kopie von Lamplighter wurde gelöscht.',
  'Make a new one where it came from, then: lamplighter key rotate {id}':
    'Mach einen neuen, wo er herkam, dann: lamplighter key rotate {id}',
  'Make the file writable and sign in again.': 'Mach die Datei beschreibbar und melde dich neu an.',
  'Name its file as clientCertificateFile in config.json, or put it before the key, in the same PEM file.':
    'Nenne seine Datei als clientCertificateFile in config.json, oder setze es vor den Schlüssel in dieselbe PEM-Datei.',
  'Nobody completed the sign-in within ten minutes.':
    'Niemand hat die Anmeldung innerhalb von zehn Minuten abgeschlossen.',
  'Nobody has signed in with {program} in half an hour.':
    'Seit einer halben Stunde hat sich niemand mit {program} angemeldet.',
  'Not the answer that is waited for': 'Nicht die Antwort, auf die gewartet wird',
  'Nothing arrived': 'Nichts ist angekommen',
  'Nothing of {profileId} can be taken back.': 'Nichts von {profileId} lässt sich zurücknehmen.',
  'Only its copy here can be deleted: lamplighter forget {id}':
    'Nur ihre Kopie hier lässt sich löschen: lamplighter forget {id}',
  'Register an application there yourself, and put its client id into config.json.':
    'Registriere dort selbst eine Anwendung und trage ihre Client-ID in config.json ein.',
  'Remove it there, and it is gone here too: {path}': 'Entferne sie dort, dann ist sie auch hier weg: {path}',
  'Say which login or which provider to sign in to.':
    'Gib an, bei welcher Anmeldung oder welchem Anbieter du dich anmelden willst.',
  'Say whose it is and what it is for: openai:ci': 'Sag, wessen er ist und wofür: openai:ci',
  'Sign in again as {name}, or add {name2} as a new login.':
    'Melde dich neu als {name} an, oder füge {name2} als neue Anmeldung hinzu.',
  'Sign in again to use it.': 'Melde dich neu an, um sie zu benutzen.',
  'Sign in again, and to the same account.': 'Melde dich neu an, und zwar mit demselben Konto.',
  'Sign in with the program that uses this login.':
    'Melde dich mit dem Programm an, das diese Anmeldung benutzt.',
  'Sign in with {owner}.': 'Melde dich mit {owner} an.',
  'Sign in with: {command}': 'Melde dich an mit: {command}',
  'Signed in with {program}.': 'Mit {program} angemeldet.',
  'Signed in.': 'Angemeldet.',
  'Signed out here.': 'Hier abgemeldet.',
  'Signed out: {name} has ended the login.': 'Abgemeldet: {name} hat die Anmeldung beendet.',
  'Start the sign-in again, and use only the browser tab it opens.':
    'Beginne den Anmeldevorgang neu, und benutze nur den Browser-Tab, der sich dabei öffnet.',
  'Start the sign-in again.': 'Beginne den Anmeldevorgang neu.',
  'Start the sign-in again; the code of this one is used up.':
    'Beginne den Anmeldevorgang neu; der Code von diesem Mal ist verbraucht.',
  'Take the passphrase off: openssl pkcs8 -in key.pem -topk8 -nocrypt.':
    'Nimm die Passphrase ab: openssl pkcs8 -in key.pem -topk8 -nocrypt.',
  'That is no key: it is empty, or has spaces or line breaks in it.':
    'Das ist kein Schlüssel: Es ist leer oder enthält Leerzeichen oder Zeilenumbrüche.',
  'The client key cannot be used: it is no private key that is known here.':
    'Der Client-Schlüssel ist nicht zu brauchen: Er ist kein privater Schlüssel, den man hier kennt.',
  'The code ran out before anybody used it.': 'Der Code lief ab, bevor ihn jemand benutzt hat.',
  'The configuration at {address} is not that of {issuer}.':
    'Die Konfiguration unter {address} ist nicht die von {issuer}.',
  'The configuration at {address} names an unsafe {endpoint}.':
    'Die Konfiguration unter {address} nennt einen unsicheren {endpoint}.',
  'The deletion of Lamplighter’s copy was taken back.':
    'Das Löschen von Lamplighters Kopie wurde zurückgenommen.',
  'The key that proves who uses a token is not understood.':
    'Der Schlüssel, der beweist, wer ein Token benutzt, ist nicht zu verstehen.',
  'The login of {login} is not there any more.': 'Die Anmeldung von {login} ist nicht mehr da.',
  'The login worked, but no file would take it.': 'Die Anmeldung hat geklappt, aber keine Datei nahm sie an.',
  'The provider has answered.': 'Der Anbieter hat geantwortet.',
  'The sign-in did not go through': 'Das Anmelden ist nicht gelungen',
  'The sign-in of {program} has ended with {code}, and its login is as it was.':
    'Das Anmelden von {program} endete mit {code}, und seine Anmeldung ist wie vorher.',
  'The sign-in of {program} has ended, and its login is as it was.':
    'Das Anmelden von {program} ist zu Ende, und seine Anmeldung ist wie vorher.',
  'The sign-in stopped unexpectedly.': 'Der Anmeldevorgang brach unerwartet ab.',
  'The sign-in was cancelled.': 'Der Anmeldevorgang wurde abgebrochen.',
  'The sign-in was declined at {name}.': 'Der Anmeldevorgang wurde bei {name} abgelehnt.',
  'The vault keeps the key sealed.': 'Der Tresor hält den Schlüssel versiegelt.',
  'There is a login "{id}" already.': 'Es gibt schon eine Anmeldung „{id}“.',
  'There is another login {name} by now, and it was left as it is.':
    'Inzwischen gibt es eine andere Anmeldung {name}; sie wurde gelassen, wie sie war.',
  'This address is for the provider to send you to.': 'An diese Adresse schickt dich der Anbieter.',
  'This answer belongs to another sign-in, or was tampered with.':
    'Diese Antwort gehört zu einem anderen Anmeldevorgang, oder sie wurde verändert.',
  'This is not the address the sign-in ended on.':
    'Das ist nicht die Adresse, bei der der Anmeldevorgang geendet hat.',
  'This login has no refresh token, so nobody can renew it.':
    'Diese Anmeldung hat kein Refresh-Token, also kann niemand sie erneuern.',
  'This sign-in has no page to open any more.': 'Dieser Anmeldevorgang hat keine Seite mehr zu öffnen.',
  'This sign-in is no longer known.': 'Dieser Anmeldevorgang ist nicht mehr bekannt.',
  'This sign-in is not waiting for an address.': 'Dieser Anmeldevorgang wartet nicht auf eine Adresse.',
  'Use the address of the server exactly as its maker gives it.':
    'Nimm die Adresse des Servers genau so, wie sein Hersteller sie angibt.',
  'Use the issuer exactly as the provider spells it.':
    'Schreib den Aussteller genau so, wie der Anbieter ihn schreibt.',
  'What {address} says is not about {server}.': 'Was {address} sagt, betrifft nicht {server}.',
  'You may close this tab.': 'Du kannst diesen Tab schließen.',
  'You signed in as {name}, but this login belongs to {name2}.':
    'Du hast dich als {name} angemeldet, aber diese Anmeldung gehört {name2}.',
  '{address} cannot be reached.': '{address} ist nicht erreichbar.',
  '{id} is kept by {owner}, not by Lamplighter.': '{id} wird von {owner} verwaltet, nicht von Lamplighter.',
  '{id} is kept by {owner}.': '{id} wird von {owner} verwaltet.',
  '{issuer} publishes no sign-in configuration.': '{issuer} veröffentlicht keine Konfiguration zum Anmelden.',
  '{name} answered with something that is not a login.':
    '{name} hat mit etwas geantwortet, das keine Anmeldung ist.',
  '{name} answered with something that is not a sign-in code.':
    '{name} hat mit etwas geantwortet, das kein Anmeldecode ist.',
  '{name} did not end the login (HTTP {status}).': '{name} hat die Anmeldung nicht beendet (HTTP {status}).',
  '{name} gave us no client id.': '{name} hat uns keine Client-ID gegeben.',
  '{name} gives out no code.': '{name} gibt keinen Code aus.',
  '{name} offers no sign-in by code.': '{name} bietet kein Anmelden mit einem Code.',
  '{name} offers no sign-in in the browser.': '{name} bietet kein Anmelden im Browser.',
  '{name} offers no way to end a login, so the permission stays there.':
    '{name} bietet keinen Weg, eine Anmeldung zu beenden; die Berechtigung bleibt dort also bestehen.',
  '{name} refused the sign-in.': '{name} hat das Anmelden abgelehnt.',
  '{name} refused to complete the sign-in.': '{name} hat es abgelehnt, den Anmeldevorgang abzuschließen.',
  '{name} sent the browser back without a code.': '{name} hat den Browser ohne Code zurückgeschickt.',
  '{name} takes no authorization requests ahead of the browser.':
    '{name} nimmt vor dem Browser keine Autorisierungsanfragen an.',
  '{name} wants a key from its clients, and none is here.':
    '{name} verlangt von seinen Clients einen Schlüssel, und hier ist keiner.',
  '{name} wants an assertion signed with a key, and none is here.':
    '{name} verlangt eine mit einem Schlüssel unterschriebene Assertion, und hier ist keiner.',
  '{name} wants signed requests, and no key to sign them is here.':
    '{name} verlangt unterschriebene Anfragen, und hier ist kein Schlüssel dafür.',
  '{name} wants {what}, and none is here.': '{name} verlangt {what}, und hier ist nichts davon.',
  '{owner} keeps it: sign out there.': '{owner} verwaltet sie: Melde dich dort ab.',
  '{owner} says that you have signed in, and its login is as it was.':
    '{owner} meldet, dass du dich angemeldet hast, und die Anmeldung dort ist, wie sie war.',
  '{path} was not written: {why}': '{path} wurde nicht geschrieben: {why}',
  '{program} is not installed any more: there is no command "{name}".':
    '{program} ist nicht mehr installiert: Es gibt keinen Befehl „{name}“.',
  '{providerName} did not answer when the sign-in was to be completed.':
    '{providerName} hat nicht geantwortet, als der Anmeldevorgang abgeschlossen werden sollte.',
}
