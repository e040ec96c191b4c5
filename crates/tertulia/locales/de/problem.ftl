# draft

problem-malformed = Das lässt sich nicht als Anfrage lesen.
problem-token-in-url = Ein Token gehört nicht in eine Adresse: Protokolle und Verläufe bewahren sie auf.
problem-token-missing = Dafür musst du sagen, wer du bist.
problem-token-expired = Dein Pass ist abgelaufen; es braucht einen neuen.
problem-token-invalid = Dieser Pass gilt hier nicht.
problem-not-allowed = Das darfst du nicht.
problem-muted = Du kannst hier vorerst nicht schreiben.
problem-banned = Du darfst nicht in diesen Raum.
problem-locked = Der Raum ist gesperrt: Nur die Moderation kann schreiben.
problem-edit-over = Die Zeit, diese Nachricht zu ändern, ist vorbei.
problem-refused = Das wurde nicht angenommen.
problem-origin-refused = Diese Seite darf diesen Chat nicht benutzen.
problem-open-mode-is-local = Dieser Chat wird gerade ausprobiert und antwortet nur diesem Rechner.
problem-not-found = Hier ist nichts, oder es ist nicht für dich.
problem-wrong-method = Diese Adresse kann das nicht.
problem-client-id-reused = Unter derselben Kennung wurde schon eine andere Nachricht gesendet.
problem-deleted = Diese Nachricht wurde gelöscht.
problem-name-taken = Diesen Namen hat schon jemand.
problem-room-deleted = Dieser Raum wurde gelöscht.
problem-too-large = Das ist zu groß.
problem-unsupported-media = Diese Art von Inhalt wird hier nicht angenommen.
problem-invalid = Etwas an der Anfrage stimmt nicht.
problem-too-long = Der Text ist zu lang.
problem-upgrade-needed = Diese Adresse spricht nur WebSocket.
problem-slow-down = Zu schnell; warte einen Moment.
problem-too-many = Zu viele auf einmal.
problem-internal = Bei uns ist etwas schiefgegangen.
problem-store-away = Etwas, das der Chat braucht, antwortet gerade nicht; es wurde nichts geschrieben.
problem-unknown = Es ist nicht bekannt, ob das gespeichert wurde; versuch es noch einmal, es wird nicht doppelt.
problem-draining = Der Server startet neu; versuch es gleich noch einmal.
problem-moved = Der Raum heißt jetzt anders.

detail-invalid-form = Form von { $what }: { $rule }.
detail-invalid-range = { $field } ist eine ganze Zahl von { $min } bis { $max }.
detail-json-broken = Ab Zeile { $line }, Spalte { $column } lässt sich das nicht als JSON lesen.
detail-json-ends = Das JSON endet zu früh, in Zeile { $line }, Spalte { $column }.
detail-field-missing = { $field } fehlt.
detail-field-twice = { $field } steht zweimal da.
detail-field-unknown = Es gibt kein Feld `{ $field }`; es gibt { $known }.
detail-field-misspelt = Es gibt kein Feld `{ $field }`; meintest du `{ $meant }`?
detail-field-none = Es gibt kein Feld `{ $field }` und auch kein anderes.
detail-field-choice = { $field } ist eines von diesen: { $known }; nicht { $given }.
detail-field-text = { $field } ist ein Text, nicht { $given }.
detail-field-number = { $field } kann nicht { $given } sein: Es ist eine ganze Zahl ab 0.
detail-field-boolean = { $field } ist true oder false, nicht { $given }.
detail-field-object = { $field } ist ein JSON-Objekt, nicht { $given }.
detail-invalid-body = Das lässt sich nicht lesen: { $what }
detail-not-utf8 = Was prozentkodiert ist, muss UTF-8 sein.
detail-charset = Der Inhalt muss in UTF-8 sein.
detail-coding = Der Inhalt darf nicht komprimiert sein.
detail-no-object = Es braucht ein JSON-Objekt.
detail-json-needed = Die Anfrage muss JSON sein.
detail-form-needed = Das Formular muss so ankommen, wie ein Browser es sendet.
detail-rooms-asked = Frag nach 1 bis { $max } Räumen auf einmal.
detail-invalid-format = format ist json, sse oder text.
detail-invalid-zone = tz ist der Name einer Zeitzone, zum Beispiel Europe/Madrid.
detail-one-position = Nur eines von diesen kann angegeben werden: last, before, above, around oder after.
detail-text-long =
    { $max ->
        [one] Höchstens { $max } Zeichen.
       *[other] Höchstens { $max } Zeichen.
    }
detail-text-empty = Darin ist nichts zu sehen.
detail-text-control = Das Zeichen { $character } ist nicht erlaubt.
detail-text-marks = Höchstens { $max } kombinierende Zeichen hintereinander.
detail-name-character = Das Zeichen { $character } ist in einem Namen nicht erlaubt.
detail-name-length = Ein Name hat 1 bis { $max } sichtbare Zeichen.
detail-sender-id = Die id eines Absenders hat 1 bis { $max } Zeichen, und keine Steuerzeichen.
detail-avatar = Ein Avatar ist eine http- oder https-Adresse von höchstens { $max } Zeichen.
detail-data-size = data ist ein JSON-Objekt von höchstens { $max } Byte.
detail-signal-name = Der Name eines Signals hat 1 bis { $max } Zeichen: ein kleiner Buchstabe, dann kleine Buchstaben, Ziffern, _, . und -.
detail-signals = Der Raum hat in dieser Sekunde zu viele Signale bekommen.
detail-emoji = Es braucht ein einziges ganzes Emoji, wie Tastaturen es senden.
detail-emoji-missing = Es braucht ein Emoji, in der Adresse: ?emoji=, prozentkodiert.
detail-reaction-kinds = Eine Nachricht hat höchstens { $max } Arten von Reaktionen.
detail-reply-to-nothing = reply_to ist die id einer Nachricht in diesem Raum.
detail-level-needed = Das braucht die Stufe { $needs }.
detail-kind-made-by-server = Wer kommt und geht, sagt nur der Server.
detail-room-not-made = Diesen Raum gibt es noch nicht. Die Website muss ihn erst anlegen.
detail-guests-not-welcome = Gäste können in diesem Raum nicht schreiben.
detail-name-reserved = Dieser Name könnte für den der Website gehalten werden.
detail-write-queue-full = Zu viele Nachrichten warten darauf, gespeichert zu werden.
detail-body-bytes = Eine Anfrage hat höchstens { $max } Byte.
detail-rooms-open =
    { $max ->
        [one] Auf einer Verbindung kann höchstens { $max } Raum offen sein.
       *[other] Auf einer Verbindung können höchstens { $max } Räume offen sein.
    }
detail-pace-user-room = So viele Nachrichten von dir hintereinander sind hier zu viele.
detail-pace-user = So viele Nachrichten von dir hintereinander sind zu viele.
detail-pace-room = In diesem Raum wird gerade zu viel auf einmal gesagt.
detail-pace-address = Aus deinem Netz kommen zu viele Nachrichten auf einmal.
detail-pace-guests = Aus deinem Netz kommen zu viele Gäste auf einmal.
detail-streams-of-address = Aus einem Netz können höchstens { $max } Verbindungen offen sein.
detail-streams-of-user = Eine Person kann höchstens { $max } Verbindungen offen haben.
detail-rooms-of-address = Aus einem Netz können höchstens { $max } Räume offen sein.
detail-filter-word = Darin steht ein Wort, das hier nicht benutzt wird.
detail-filter-link = Links können hier nicht gesendet werden.
detail-filter-name = Dieser Name kann hier nicht benutzt werden.
detail-filter-edit = So geändert müsste sie geprüft werden; sie bleibt, wie sie war.
detail-edit-held = Was hier gesagt wird, wird vorher geprüft und lässt sich danach nicht mehr ändern; es bleibt, wie es war.
detail-hook-words = { $words }
detail-hook-refused = Diese Website möchte nicht, dass das gesagt wird.
detail-hook-away = Was hier gesagt wird, wird erst angesehen, und das geht gerade nicht. Versuch es gleich noch einmal.
detail-hook-busy = Zu viele Nachrichten warten darauf, angesehen zu werden.
detail-another-sender = Alle Räume einer Verbindung gehören zu einem Absender.
detail-hello-first = Die erste Nachricht der Verbindung muss hello sein.
detail-reference = ref hat höchstens { $max } Zeichen.
detail-open-mode = Der offene Modus antwortet nur auf Anfragen an einen Loopback-Namen, die durch keinen Proxy gekommen sind. Um andere zu bedienen, starte mit einem Geheimnis: TERTULIA_SECRET oder secret_file.
detail-origin-needed = Eine Anfrage, für die ein Cookie bürgt, braucht einen Origin. Aus einem Programm sende stattdessen ein Token.
detail-keys-away = Die Schlüssel, mit denen Tokens geprüft werden, sind gerade nicht zu bekommen.
detail-own-everywhere-needed = Das braucht own auf alles.
detail-user-id = Die id eines Benutzers hat 1 bis { $max } Zeichen, und keine Steuerzeichen.
detail-origin = { $origin } steht nicht auf der Liste. Nimm es in origins auf.
detail-origin-null = Eine Seite, die als Datei oder in einer Sandbox geöffnet wird, hat keine Herkunft. Liefere sie aus, zum Beispiel mit python3 -m http.server, und öffne sie dort.
detail-restricted-until = Bis { $until }.
detail-restricted-why = { $why }
detail-restricted-until-why = Bis { $until }: { $why }
detail-restricted-address = Bis { $until }, für alle, die ohne Konto über diese Verbindung kommen.
detail-address-of-guests = Nur die Adresse von Gästen kann einbezogen werden: Diese Person hat auf der Website ein Konto.
detail-address-unknown = Von diesem Gast ist keine Adresse bekannt, sie kann also nicht einbezogen werden. Versuch es ohne.
detail-report-own = Niemand meldet, was er selbst gesagt hat.
detail-reports-in-room = In diesem Raum warten so viele Meldungen wie möglich ({ $max }). Erst muss die Moderation sie durchsehen.
detail-pace-reports = Zu viele Meldungen auf einmal. Versuch es später noch einmal.
detail-pace-unread = Danach wurde zu oft gefragt. Versuch es später noch einmal.
detail-restrictions = In einem Raum können höchstens { $max } Personen eingeschränkt sein.
detail-until-past = Das Ende einer Einschränkung liegt in der Zukunft.
detail-kick-until = Ein kick endet nach 60 Sekunden von selbst: er kommt ohne until. Mit mute und ban kann ein Ende angegeben werden.
detail-room-exists = Diesen Raum gibt es schon.
detail-held-rejected = Die Moderation hat diese Nachricht nicht durchgelassen.
detail-held-for-review = Sie wartet darauf, geprüft zu werden.
detail-held-by-sender = Von dir können höchstens { $max } Nachrichten auf eine Prüfung warten.
detail-held-in-room = Hier können höchstens { $max } Nachrichten auf eine Prüfung warten.

room-name = Chat zu { $type } { $id }
detail-before-or-user = Frag nach `before` oder nach `user`, nach einem von beiden.
