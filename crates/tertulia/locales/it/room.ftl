# draft

text-joined = { $name } entra
text-left = { $name } esce
text-edited = { $name } ha modificato: { $text }
text-deleted = (eliminato)
text-deleted-by-sender = { $name } ha eliminato un messaggio ({ $time })
text-deleted-by-moderator = La moderazione ha rimosso un messaggio di { $name } ({ $time })
text-nobody = qualcuno
text-reset = Quanto sta sopra non vale più; ora la stanza è così.
text-day = --- { $weekday } { $date } ---
weekday-1 = lunedì
weekday-2 = martedì
weekday-3 = mercoledì
weekday-4 = giovedì
weekday-5 = venerdì
weekday-6 = sabato
weekday-7 = domenica

page-title = Chat di { $type } { $id }
page-day = { $weekday } { $date } ({ $zone })
page-empty = Qui non è stato ancora detto niente.
page-older = Messaggi precedenti
page-newest = Ai messaggi più recenti
page-edited = (modificato)
page-guest = ospite
page-deleted-by-sender = Messaggio eliminato
page-deleted-by-moderator = Messaggio rimosso dalla moderazione
page-quoted = Un messaggio precedente
page-name = Il tuo nome
page-text = Messaggio
page-send = Invia
page-held = La moderazione guarderà il tuo messaggio prima che appaia.
page-locked = Questa stanza è bloccata.
page-sign-in = Per leggere questa stanza, accedi nel sito da cui vieni; la chat ha poi bisogno di JavaScript.
