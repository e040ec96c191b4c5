# draft

problem-malformed = Questo non si può leggere come una richiesta.
problem-token-in-url = Un token non va in un indirizzo: registri e cronologie lo conservano.
problem-token-missing = Per questo devi dire chi sei.
problem-token-expired = Il tuo pass è scaduto; ne serve uno nuovo.
problem-token-invalid = Questo pass non vale qui.
problem-not-allowed = Non puoi farlo.
problem-muted = Per ora non puoi scrivere qui.
problem-banned = Non puoi stare in questa stanza.
problem-locked = La stanza è bloccata: può scrivere solo chi modera.
problem-edit-over = Il tempo per modificare questo messaggio è finito.
problem-refused = Questo non è stato accettato.
problem-origin-refused = Questa pagina non può usare questa chat.
problem-open-mode-is-local = Questa chat è in prova e risponde solo a questo computer.
problem-not-found = Qui non c’è niente, o non è per te.
problem-wrong-method = Questo indirizzo non lo permette.
problem-client-id-reused = Un altro messaggio è già stato inviato con lo stesso identificativo.
problem-deleted = Questo messaggio è stato eliminato.
problem-name-taken = Qualcuno ha già questo nome.
problem-room-deleted = Questa stanza è stata eliminata.
problem-too-large = Questo è troppo grande.
problem-unsupported-media = Questo tipo di contenuto qui non è accettato.
problem-invalid = Qualcosa nella richiesta non va.
problem-too-long = Il testo è troppo lungo.
problem-upgrade-needed = Questo indirizzo parla solo WebSocket.
problem-slow-down = Troppo in fretta; aspetta un momento.
problem-too-many = Troppi in una volta.
problem-internal = Qualcosa è andato storto da parte nostra.
problem-store-away = Qualcosa di cui la chat ha bisogno ora non risponde; non è stato scritto niente.
problem-unknown = Non si sa se questo è stato salvato; riprova, non verrà raddoppiato.
problem-draining = Il server si sta riavviando; riprova tra un momento.
problem-moved = La stanza ora ha un altro nome.

detail-invalid-form = Forma di { $what }: { $rule }.
detail-invalid-range = { $field } è un numero intero da { $min } a { $max }.
detail-json-broken = Dalla riga { $line }, colonna { $column }, in poi non si legge come JSON.
detail-json-ends = Il JSON finisce troppo presto, alla riga { $line }, colonna { $column }.
detail-field-missing = Manca { $field }.
detail-field-twice = { $field } compare due volte.
detail-field-unknown = Non c’è nessun campo `{ $field }`; ci sono questi: { $known }.
detail-field-misspelt = Non c’è nessun campo `{ $field }`; volevi dire `{ $meant }`?
detail-field-none = Non c’è nessun campo `{ $field }`, né alcun altro.
detail-field-choice = { $field } è uno di questi: { $known }; non { $given }.
detail-field-text = { $field } è un testo, non { $given }.
detail-field-number = { $field } non può essere { $given }: è un numero intero da 0 in su.
detail-field-boolean = { $field } è true o false, non { $given }.
detail-field-object = { $field } è un oggetto JSON, non { $given }.
detail-invalid-body = Non si può leggere: { $what }
detail-not-utf8 = Ciò che ha una codifica percentuale deve essere UTF-8.
detail-charset = Il corpo deve essere in UTF-8.
detail-coding = Il corpo non può essere compresso.
detail-no-object = Serve un oggetto JSON.
detail-json-needed = La richiesta deve essere JSON.
detail-form-needed = Il modulo deve arrivare come lo invia un browser.
detail-rooms-asked = Chiedi da 1 a { $max } stanze alla volta.
detail-invalid-format = format è json, sse o text.
detail-invalid-zone = tz è il nome di un fuso orario, per esempio Europe/Madrid.
detail-one-position = Si può indicare solo uno di questi: last, before, above, around o after.
detail-text-long =
    { $max ->
        [one] Al massimo { $max } carattere.
       *[other] Al massimo { $max } caratteri.
    }
detail-text-empty = Non contiene niente di visibile.
detail-text-control = Il carattere { $character } non è permesso.
detail-text-marks = Al massimo { $max } segni combinanti di seguito.
detail-name-character = Il carattere { $character } non è permesso in un nome.
detail-name-length = Un nome ha da 1 a { $max } caratteri visibili.
detail-sender-id = L’id di un mittente ha da 1 a { $max } caratteri, nessuno di controllo.
detail-avatar = Un avatar è un indirizzo http o https di al massimo { $max } caratteri.
detail-data-size = data è un oggetto JSON di al massimo { $max } byte.
detail-signal-name = Il nome di un segnale ha da 1 a { $max } caratteri: una lettera minuscola, poi minuscole, cifre, _, . e -.
detail-signals = La stanza ha ricevuto troppi segnali in questo secondo.
detail-emoji = Serve un solo emoji intero, come lo inviano le tastiere.
detail-emoji-missing = Serve un emoji nell’indirizzo: ?emoji=, con codifica percentuale.
detail-reaction-kinds = Un messaggio ha al massimo { $max } tipi di reazioni.
detail-reply-to-nothing = reply_to è l’id di un messaggio di questa stanza.
detail-level-needed = Per questo serve il livello { $needs }.
detail-kind-made-by-server = Solo il server annuncia chi arriva e chi se ne va.
detail-room-not-made = Questa stanza non esiste ancora. Prima deve crearla il sito.
detail-guests-not-welcome = Gli ospiti non possono scrivere in questa stanza.
detail-name-reserved = Questo nome potrebbe passare per quello del sito.
detail-write-queue-full = Troppi messaggi aspettano di essere salvati.
detail-body-bytes = Una richiesta ha al massimo { $max } byte.
detail-rooms-open =
    { $max ->
        [one] Al massimo { $max } stanza aperta per connessione.
       *[other] Al massimo { $max } stanze aperte per connessione.
    }
detail-pace-user-room = Sono troppi messaggi tuoi di seguito per questa stanza.
detail-pace-user = Sono troppi messaggi tuoi di seguito.
detail-pace-room = In questa stanza si sta dicendo troppo in una volta.
detail-pace-address = Dalla tua rete arrivano troppi messaggi in una volta.
detail-pace-guests = Dalla tua rete arrivano troppi ospiti in una volta.
detail-streams-of-address = Al massimo { $max } connessioni aperte da una stessa rete.
detail-streams-of-user = Al massimo { $max } connessioni aperte per persona.
detail-rooms-of-address = Al massimo { $max } stanze aperte da una stessa rete.
detail-filter-word = Contiene una parola che qui non si usa.
detail-filter-link = Qui non si possono inviare link.
detail-filter-name = Questo nome qui non si può usare.
detail-filter-edit = Così modificato andrebbe controllato; resta com’era.
detail-edit-held = Ciò che si dice qui viene prima controllato e poi non si può più modificare; resta com’era.
detail-hook-words = { $words }
detail-hook-refused = Questo sito non vuole che si dica.
detail-hook-away = Quello che si dice qui viene prima controllato, e ora non è possibile. Riprova tra un momento.
detail-hook-busy = Troppi messaggi aspettano di essere controllati.
detail-another-sender = Tutte le stanze di una connessione sono di uno stesso mittente.
detail-hello-first = Il primo messaggio della connessione deve essere hello.
detail-reference = ref ha al massimo { $max } caratteri.
detail-open-mode = La modalità aperta risponde solo a richieste per un nome di loopback che non sono passate da un proxy. Per servire altri, avvia con un segreto: TERTULIA_SECRET o secret_file.
detail-origin-needed = Una richiesta garantita da un cookie ha bisogno di un Origin. Da un programma, invia invece un token.
detail-keys-away = Le chiavi con cui si controllano i token ora non si possono ottenere.
detail-own-everywhere-needed = Per questo serve own su tutto.
detail-user-id = L’id di un utente ha da 1 a { $max } caratteri, nessuno di controllo.
detail-origin = { $origin } non è nell’elenco. Aggiungilo a origins.
detail-origin-null = Una pagina aperta come file, o in una sandbox, non ha origine. Servila, per esempio con python3 -m http.server, e aprila lì.
detail-restricted-until = Fino a { $until }.
detail-restricted-why = { $why }
detail-restricted-until-why = Fino a { $until }: { $why }
detail-restricted-address = Fino a { $until }, per chi arriva senza account da questa connessione.
detail-address-of-guests = Si può includere solo l’indirizzo degli ospiti: questa persona ha un account del sito.
detail-address-unknown = Di questo ospite non si conosce alcun indirizzo, quindi non si può includere. Prova senza.
detail-report-own = Nessuno segnala quello che ha detto.
detail-reports-in-room = In questa stanza ci sono tante segnalazioni in attesa quante ne entrano ({ $max }). Prima deve vederle chi modera.
detail-pace-reports = Troppe segnalazioni in una volta. Riprova più tardi.
detail-pace-unread = È stato chiesto troppo spesso. Riprova più tardi.
detail-restrictions = In una stanza ci possono essere al massimo { $max } persone con restrizioni.
detail-until-past = La fine di una restrizione deve essere nel futuro.
detail-kick-until = Un kick finisce da solo dopo 60 secondi: va senza until. Con mute e ban si può indicare una fine.
detail-room-exists = C’è già una stanza così.
detail-held-rejected = Chi modera non ha lasciato passare questo messaggio.
detail-held-for-review = È in attesa di un controllo.
detail-held-by-sender = Al massimo { $max } dei tuoi messaggi possono essere in attesa di un controllo.
detail-held-in-room = Al massimo { $max } messaggi possono essere qui in attesa di un controllo.

room-name = Chat di { $type } { $id }
detail-before-or-user = Chiedi `before` o `user`, uno dei due.
