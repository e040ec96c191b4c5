# draft

text-joined = { $name } ist jetzt da
text-left = { $name } ist gegangen
text-edited = { $name } hat geändert: { $text }
text-deleted = (gelöscht)
text-deleted-by-sender = { $name } hat eine Nachricht gelöscht ({ $time })
text-deleted-by-moderator = Die Moderation hat eine Nachricht von { $name } entfernt ({ $time })
text-nobody = jemand
text-reset = Was oben steht, gilt nicht mehr; so ist der Raum jetzt.
text-day = --- { $weekday } { $date } ---
weekday-1 = Montag
weekday-2 = Dienstag
weekday-3 = Mittwoch
weekday-4 = Donnerstag
weekday-5 = Freitag
weekday-6 = Samstag
weekday-7 = Sonntag

page-title = Chat zu { $type } { $id }
page-day = { $weekday } { $date } ({ $zone })
page-empty = Hier wurde noch nichts gesagt.
page-older = Ältere Nachrichten
page-newest = Zu den neuesten Nachrichten
page-edited = (bearbeitet)
page-guest = Gast
page-deleted-by-sender = Nachricht gelöscht
page-deleted-by-moderator = Nachricht von der Moderation entfernt
page-quoted = Eine frühere Nachricht
page-name = Dein Name
page-text = Nachricht
page-send = Senden
page-held = Die Moderation sieht deine Nachricht an, bevor sie erscheint.
page-locked = Dieser Raum ist gesperrt.
page-sign-in = Um diesen Raum zu lesen, melde dich dort an, wo du herkommst; der Chat braucht dann JavaScript.
