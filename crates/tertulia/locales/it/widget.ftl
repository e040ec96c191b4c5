# draft

room-title = Chat di { $type } { $id }
room-title-lobby = Stanza principale
log-label = Messaggi

joined = { $name } entra in chat
left = { $name } lascia la chat
deleted-by-sender = Messaggio eliminato
deleted-by-moderator = Messaggio rimosso dalla moderazione
edited = modificato
guest = ospite
system-label = Sistema
notification-label = Avviso
reaction-label =
    { $count ->
        [one] { $emoji }, { $count } persona
       *[other] { $emoji }, { $count } persone
    }
unread-line = Nuovi
go-to-quoted = Vai a questo messaggio
quote-unknown = Un messaggio precedente
message-gone = Questo messaggio non c’è più.

sending = Invio in corso
sent = Inviato
waiting = In attesa di invio
failed = Non inviato
failed-too-long = Questo messaggio è troppo lungo.
failed-muted = Per ora non puoi scrivere qui.
failed-locked = Questa stanza è bloccata.
failed-not-allowed = Non puoi scrivere qui.
failed-refused = Questo messaggio non è stato accettato.
failed-given-up = Non inviato entro un giorno.
failed-token = Accedi di nuovo.
retry = Riprova
discard = Scarta
outbox-full = Ci sono tanti messaggi in attesa che per ora non se ne accettano altri.
held = Il tuo messaggio è in attesa di approvazione.

write = Scrivi un messaggio
send = Invia
too-long =
    { $count ->
        [one] { $count } carattere di troppo
       *[other] { $count } caratteri di troppo
    }
characters-left =
    { $count ->
        [one] Resta { $count } carattere
       *[other] Restano { $count } caratteri
    }
name-question = Come vuoi che ti chiamiamo?
name-label = Il tuo nome
name-go = Continua
name-taken = Questo nome è già in uso.
name-reserved = Questo nome potrebbe passare per quello del sito.
name-invalid = Scegli un altro nome, per favore.
name-failed = Non ha funzionato. Riprova.

writing-as = Come { $name }
name-change = Cambia nome
slow-mode =
    { $count ->
        [one] Modalità lenta: un messaggio al secondo
       *[other] Modalità lenta: un messaggio ogni { $count } secondi
    }
emoji-pick = Scegli un’emoji
emoji-search = Cerca emoji
emoji-none = Nessun risultato.
emoji-recent = Usate di recente
emoji-smileys = Faccine ed emozioni
emoji-people = Persone e corpo
emoji-nature = Animali e natura
emoji-food = Cibi e bevande
emoji-travel = Viaggi e luoghi
emoji-activities = Attività
emoji-objects = Oggetti
emoji-symbols = Simboli
emoji-flags = Bandiere
emoji-groups = Gruppi di emoji
emoji-tone = Colore della pelle
tone-none = Tono predefinito
tone-light = Pelle chiara
tone-medium-light = Pelle abbastanza chiara
tone-medium = Pelle media
tone-medium-dark = Pelle abbastanza scura
tone-dark = Pelle scura
suggestions = Suggerimenti
replying-to = Risposta a { $name }
editing = Modifica
cancel = Annulla

react = Reagisci
reply = Rispondi
more = Altro
edit = Modifica
copy-text = Copia testo
copy-link = Copia link
copied = Copiato.
delete = Elimina
deleting = Eliminato.
undo = Annulla
ignore = Ignora questa persona
ignore-none =
    { $count ->
        [one] Mostra di nuovo { $count } persona ignorata
       *[other] Mostra di nuovo { $count } persone ignorate
    }
mute-for =
    { $count ->
        [one] Silenzia per { $count } minuto
       *[other] Silenzia per { $count } minuti
    }
kick = Rimuovi per un minuto
ban = Banna
muted = { $name } per ora non può scrivere.
kicked = { $name } è fuori per un minuto.
banned = { $name } non può più entrare.
also-connection = Anche la connessione, per un giorno
in-force = Silenziati e bannati
in-force-none = Qui nessuno è silenziato o bannato.
in-force-until = Fino a { $time }
lift = Revoca
delete-all = Elimina tutti i suoi messaggi
delete-all-sure = Eliminare davvero tutto?
deleted-all = Messaggi eliminati: { $count }
report = Segnala
report-why = Che cosa non va? (facoltativo)
report-thanks = Grazie. La moderazione è stata avvisata.
review = Da controllare
review-waiting =
    { $count ->
        [one] { $count } messaggio da controllare
       *[other] { $count } messaggi da controllare
    }
review-none = Non c’è niente da controllare.
review-approve = Approva
review-reject = Rifiuta
review-show = Mostra
review-keep = Mantieni
reported-by =
    { $count ->
        [one] Segnalato da { $count } persona
       *[other] Segnalato da { $count } persone
    }
lock = Blocca la stanza
unlock = Sblocca la stanza
slow-label = Modalità lenta
slow-off = Senza modalità lenta
slow-set =
    { $count ->
        [one] { $count } secondo
       *[other] { $count } secondi
    }
notify-on = Avvisami dei nuovi messaggi
notify-off = Non avvisarmi più
notify-refused = Il tuo browser non permette notifiche qui.
close = Chiudi
did-not-work = Non ha funzionato. Riprova.
not-loaded = Non è stato possibile caricare una parte della chat. Riprova, o ricarica la pagina.

empty = Ancora nessun messaggio
empty-hint = Inizia la conversazione.
beginning = La conversazione comincia qui.
loading-older = Caricamento dei messaggi precedenti
new-messages =
    { $count ->
        [one] { $count } nuovo messaggio
       *[other] { $count } nuovi messaggi
    }
to-newest = Vai ai messaggi più recenti
people-here =
    { $count ->
        [one] { $count } persona qui
       *[other] { $count } persone qui
    }
people-more =
    { $count ->
        [one] e { $count } altra persona
       *[other] e altre { $count } persone
    }
typing-one = { $name } sta scrivendo…
typing-two = { $first } e { $second } stanno scrivendo…
typing-many = Più persone stanno scrivendo…

state-connecting = Connessione in corso…
state-offline = Nessuna connessione. Quello che scrivi resta salvato, e sarà inviato quando tornerà.
state-signed-out = Accedi per partecipare.
state-restricted = Per ora non puoi partecipare qui.
state-restricted-until = Non puoi partecipare qui fino a { $time }.
state-muted = Qui puoi leggere, ma per ora non scrivere.
state-muted-until = Qui puoi leggere, e scrivere di nuovo da { $time }.
state-why = Motivo: { $why }
state-locked = Questa stanza è bloccata. Puoi leggere, ma non scrivere.
state-read-only = Qui puoi leggere, ma non scrivere.
state-not-yours = Non hai accesso a questa stanza.
state-deleted = Questa stanza è stata eliminata.
state-page-refused = Questa pagina non può usare questa chat.
