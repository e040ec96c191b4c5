# draft

room-title = Chat zu { $type } { $id }
room-title-lobby = Treffpunkt
log-label = Nachrichten

joined = { $name } ist beigetreten
left = { $name } hat den Raum verlassen
deleted-by-sender = Nachricht gelöscht
deleted-by-moderator = Nachricht von der Moderation entfernt
edited = bearbeitet
guest = Gast
system-label = System
notification-label = Hinweis
reaction-label =
    { $count ->
        [one] { $emoji }, { $count } Person
       *[other] { $emoji }, { $count } Personen
    }
unread-line = Neu
go-to-quoted = Zu dieser Nachricht
quote-unknown = Eine frühere Nachricht
message-gone = Diese Nachricht gibt es hier nicht mehr.

sending = Wird gesendet
sent = Gesendet
waiting = Wartet auf Versand
failed = Nicht gesendet
failed-too-long = Diese Nachricht ist zu lang.
failed-muted = Du kannst hier vorerst nicht schreiben.
failed-locked = Dieser Raum ist gesperrt.
failed-not-allowed = Du darfst hier nicht schreiben.
failed-refused = Diese Nachricht wurde nicht angenommen.
failed-given-up = Konnte einen Tag lang nicht gesendet werden.
failed-token = Bitte melde dich erneut an.
retry = Erneut versuchen
discard = Verwerfen
outbox-full = Es warten so viele Nachrichten auf Versand, dass vorerst keine weiteren angenommen werden.
held = Deine Nachricht wartet auf Freigabe.

write = Nachricht schreiben
send = Senden
too-long =
    { $count ->
        [one] { $count } Zeichen zu viel
       *[other] { $count } Zeichen zu viel
    }
characters-left =
    { $count ->
        [one] Noch { $count } Zeichen
       *[other] Noch { $count } Zeichen
    }
name-question = Wie sollen wir dich nennen?
name-label = Dein Name
name-go = Weiter
name-taken = Dieser Name ist vergeben.
name-reserved = Dieser Name könnte für den der Website gehalten werden.
name-invalid = Bitte wähl einen anderen Namen.
name-failed = Das hat nicht geklappt. Versuch es noch einmal.

writing-as = Als { $name }
name-change = Namen ändern
slow-mode =
    { $count ->
        [one] Langsamer Modus: eine Nachricht pro Sekunde
       *[other] Langsamer Modus: eine Nachricht alle { $count } Sekunden
    }
emoji-pick = Emoji wählen
emoji-search = Emoji suchen
emoji-none = Nichts gefunden.
emoji-recent = Zuletzt verwendet
emoji-smileys = Smileys und Gefühle
emoji-people = Menschen und Körper
emoji-nature = Tiere und Natur
emoji-food = Essen und Trinken
emoji-travel = Reisen und Orte
emoji-activities = Aktivitäten
emoji-objects = Gegenstände
emoji-symbols = Symbole
emoji-flags = Flaggen
emoji-groups = Emoji-Gruppen
emoji-tone = Hautton
tone-none = Ohne Hautton
tone-light = Heller Hautton
tone-medium-light = Mittelheller Hautton
tone-medium = Mittlerer Hautton
tone-medium-dark = Mitteldunkler Hautton
tone-dark = Dunkler Hautton
suggestions = Vorschläge
replying-to = Antwort an { $name }
editing = Bearbeiten
cancel = Abbrechen

react = Reagieren
reply = Antworten
more = Mehr
edit = Bearbeiten
copy-text = Text kopieren
copy-link = Link kopieren
copied = Kopiert.
delete = Löschen
deleting = Gelöscht.
undo = Rückgängig
ignore = Person ignorieren
ignore-none =
    { $count ->
        [one] { $count } ignorierte Person wieder anzeigen
       *[other] { $count } ignorierte Personen wieder anzeigen
    }
mute-for =
    { $count ->
        [one] Für { $count } Minute stummschalten
       *[other] Für { $count } Minuten stummschalten
    }
kick = Für eine Minute entfernen
ban = Bannen
muted = { $name } ist vorerst stummgeschaltet.
kicked = { $name } wurde für eine Minute entfernt.
banned = { $name } ist gebannt.
also-connection = Auch die Verbindung, für einen Tag
in-force = Stummgeschaltet oder gebannt
in-force-none = Niemand ist hier stummgeschaltet oder gebannt.
in-force-until = Bis { $time }
lift = Aufheben
delete-all = Alles von dieser Person löschen
delete-all-sure = Wirklich alles löschen?
deleted-all = Gelöschte Nachrichten: { $count }
report = Melden
report-why = Was stimmt nicht? (optional)
report-thanks = Danke. Die Moderation wurde informiert.
review = Zu prüfen
review-waiting =
    { $count ->
        [one] { $count } Nachricht zu prüfen
       *[other] { $count } Nachrichten zu prüfen
    }
review-none = Es gibt nichts zu prüfen.
review-approve = Freigeben
review-reject = Ablehnen
review-show = Anzeigen
review-keep = Behalten
reported-by =
    { $count ->
        [one] Von { $count } Person gemeldet
       *[other] Von { $count } Personen gemeldet
    }
lock = Raum sperren
unlock = Raum entsperren
slow-label = Langsamer Modus
slow-off = Kein langsamer Modus
slow-set =
    { $count ->
        [one] { $count } Sekunde
       *[other] { $count } Sekunden
    }
notify-on = Bei neuen Nachrichten benachrichtigen
notify-off = Nicht mehr benachrichtigen
notify-refused = Dein Browser erlaubt hier keine Benachrichtigungen.
close = Schließen
did-not-work = Das hat nicht geklappt. Versuch es noch einmal.
not-loaded = Ein Teil des Chats konnte nicht geladen werden. Versuch es noch einmal, oder lade die Seite neu.

empty = Noch keine Nachrichten
empty-hint = Mach den Anfang.
beginning = Hier beginnt das Gespräch.
loading-older = Ältere Nachrichten werden geladen
new-messages =
    { $count ->
        [one] { $count } neue Nachricht
       *[other] { $count } neue Nachrichten
    }
to-newest = Zu den neuesten Nachrichten
people-here =
    { $count ->
        [one] { $count } Person hier
       *[other] { $count } Personen hier
    }
people-more =
    { $count ->
        [one] und { $count } weitere
       *[other] und { $count } weitere
    }
typing-one = { $name } schreibt…
typing-two = { $first } und { $second } schreiben…
typing-many = Mehrere Personen schreiben…

state-connecting = Verbindung wird aufgebaut…
state-offline = Keine Verbindung. Was du schreibst, bleibt erhalten und wird gesendet, sobald sie wieder da ist.
state-signed-out = Melde dich an, um mitzumachen.
state-restricted = Du kannst hier vorerst nicht mitmachen.
state-restricted-until = Du kannst hier bis { $time } nicht mitmachen.
state-muted = Du kannst hier lesen, aber vorerst nicht schreiben.
state-muted-until = Du kannst hier lesen und ab { $time } wieder schreiben.
state-why = Grund: { $why }
state-locked = Dieser Raum ist gesperrt. Du kannst lesen, aber nicht schreiben.
state-read-only = Du kannst hier lesen, aber nicht schreiben.
state-not-yours = Du hast keinen Zugang zu diesem Raum.
state-deleted = Dieser Raum wurde gelöscht.
state-page-refused = Diese Seite darf diesen Chat nicht benutzen.
