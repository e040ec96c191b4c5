# draft

problem-malformed = Tego nie da się odczytać jako żądania.
problem-token-in-url = Token nie powinien być w adresie: zapisują go dzienniki i historie.
problem-token-missing = Do tego trzeba powiedzieć, kim jesteś.
problem-token-expired = Twoja przepustka wygasła; potrzebna jest nowa.
problem-token-invalid = Ta przepustka tutaj nie działa.
problem-not-allowed = Nie możesz tego zrobić.
problem-muted = Na razie nie możesz tu pisać.
problem-banned = Nie masz wstępu do tego pokoju.
problem-locked = Pokój jest zablokowany: pisać może tylko moderacja.
problem-edit-over = Czas na edycję tej wiadomości minął.
problem-refused = Tego nie przyjęto.
problem-origin-refused = Ta strona nie może używać tego czatu.
problem-open-mode-is-local = Ten czat działa na próbę i odpowiada tylko temu komputerowi.
problem-not-found = Nic tu nie ma albo nie jest to dla ciebie.
problem-wrong-method = Ten adres na to nie pozwala.
problem-client-id-reused = Pod tym samym identyfikatorem wysłano już inną wiadomość.
problem-deleted = Ta wiadomość została usunięta.
problem-name-taken = Ktoś już ma takie imię.
problem-room-deleted = Ten pokój został usunięty.
problem-too-large = To jest za duże.
problem-unsupported-media = Tego rodzaju treść nie jest tu przyjmowana.
problem-invalid = Coś w żądaniu się nie zgadza.
problem-too-long = Tekst jest za długi.
problem-upgrade-needed = Ten adres obsługuje tylko WebSocket.
problem-slow-down = Za szybko; poczekaj chwilę.
problem-too-many = Za dużo naraz.
problem-internal = Coś poszło nie tak po naszej stronie.
problem-store-away = Coś, czego czat potrzebuje, teraz nie odpowiada; nic nie zapisano.
problem-unknown = Nie wiadomo, czy to zapisano; spróbuj jeszcze raz, nic się nie powtórzy.
problem-draining = Serwer uruchamia się ponownie; spróbuj za chwilę.
problem-moved = Pokój ma teraz inną nazwę.

detail-invalid-form = Postać { $what }: { $rule }.
detail-invalid-range = { $field } to liczba całkowita od { $min } do { $max }.
detail-json-broken = Od wiersza { $line }, kolumny { $column } nie da się tego odczytać jako JSON.
detail-json-ends = JSON kończy się za wcześnie, w wierszu { $line }, kolumnie { $column }.
detail-field-missing = Brakuje { $field }.
detail-field-twice = { $field } występuje dwa razy.
detail-field-unknown = Nie ma pola `{ $field }`; są: { $known }.
detail-field-misspelt = Nie ma pola `{ $field }`; czy chodziło o `{ $meant }`?
detail-field-none = Nie ma pola `{ $field }` ani żadnego innego.
detail-field-choice = { $field } to jedno z: { $known }; nie { $given }.
detail-field-choice-misspelt = { $field } to jedno z: { $known }; nie { $given }. Czy chodziło o `{ $meant }`?
detail-field-text = { $field } to tekst, nie { $given }.
detail-field-number = { $field } nie może być { $given }: to liczba całkowita od 0 w górę.
detail-field-boolean = { $field } to true albo false, nie { $given }.
detail-field-object = { $field } to obiekt JSON, nie { $given }.
detail-invalid-body = Nie da się tego odczytać: { $what }
detail-not-utf8 = To, co jest zakodowane procentowo, musi być w UTF-8.
detail-charset = Treść żądania musi być w UTF-8.
detail-coding = Treść żądania nie może być skompresowana.
detail-no-object = Potrzebny jest obiekt JSON.
detail-json-needed = Żądanie musi być w formacie JSON.
detail-form-needed = Formularz musi przyjść tak, jak wysyła go przeglądarka.
detail-rooms-asked = Zapytaj naraz o pokoje w liczbie od 1 do { $max }.
detail-invalid-format = format to json, sse albo text.
detail-invalid-zone = tz to nazwa strefy czasowej, na przykład Europe/Madrid.
detail-one-position = Można podać tylko jedno z tych: last, before, above, around albo after.
detail-text-long =
    { $max ->
        [one] Najwyżej { $max } znak.
        [few] Najwyżej { $max } znaki.
        [many] Najwyżej { $max } znaków.
       *[other] Najwyżej { $max } znaku.
    }
detail-text-empty = Nic w niej nie widać.
detail-text-control = Znak { $character } jest niedozwolony.
detail-text-marks =
    { $max ->
        [one] Najwyżej { $max } znak łączący.
        [few] Najwyżej { $max } znaki łączące z rzędu.
        [many] Najwyżej { $max } znaków łączących z rzędu.
       *[other] Najwyżej { $max } znaku łączącego z rzędu.
    }
detail-name-character = Znak { $character } jest niedozwolony w imieniu.
detail-name-length = Imię ma od 1 do { $max } widocznych znaków.
detail-sender-id = id nadawcy ma od 1 do { $max } znaków, bez znaków sterujących.
detail-avatar = Awatar to adres http albo https, który ma najwyżej { $max } znaków.
detail-data-size = data to obiekt JSON o rozmiarze do { $max } bajtów.
detail-signal-name = Nazwa sygnału ma od 1 do { $max } znaków: mała litera, potem małe litery, cyfry, _, . i -.
detail-signals = Pokój dostał za dużo sygnałów w tej sekundzie.
detail-emoji = Potrzebne jest jedno całe emoji, takie, jakie wysyłają klawiatury.
detail-emoji-missing = Potrzebne jest emoji w adresie: ?emoji=, w kodowaniu procentowym.
detail-reaction-kinds = Liczba rodzajów reakcji na wiadomość to najwyżej { $max }.
detail-reply-to-nothing = reply_to to id wiadomości w tym pokoju.
detail-level-needed = Do tego potrzebny jest poziom { $needs }.
detail-kind-made-by-server = O tym, kto przychodzi i odchodzi, mówi tylko serwer.
detail-room-not-made = Takiego pokoju jeszcze nie ma. Najpierw musi go utworzyć ta strona.
detail-guests-not-welcome = Goście nie mogą pisać w tym pokoju.
detail-name-reserved = To imię mogłoby uchodzić za nazwę samej strony.
detail-write-queue-full = Za dużo wiadomości czeka na zapisanie.
detail-body-bytes = Żądanie ma najwyżej { $max } bajtów.
detail-rooms-open =
    { $max ->
        [one] W jednym połączeniu może być otwarty najwyżej { $max } pokój.
        [few] W jednym połączeniu mogą być otwarte najwyżej { $max } pokoje.
        [many] W jednym połączeniu może być otwartych najwyżej { $max } pokojów.
       *[other] W jednym połączeniu może być otwarte najwyżej { $max } pokoju.
    }
detail-pace-user-room = Tyle twoich wiadomości z rzędu to w tym pokoju za dużo.
detail-pace-user = Tyle twoich wiadomości z rzędu to za dużo.
detail-pace-room = W tym pokoju pisze się za dużo naraz.
detail-pace-address = Z twojej sieci przychodzi za dużo wiadomości naraz.
detail-pace-guests = Z twojej sieci przychodzi za dużo gości naraz.
detail-streams-of-address = Liczba otwartych połączeń z jednej sieci to najwyżej { $max }.
detail-streams-of-user = Liczba otwartych połączeń jednej osoby to najwyżej { $max }.
detail-rooms-of-address = Liczba otwartych pokojów z jednej sieci to najwyżej { $max }.
detail-filter-word = Jest w niej słowo, którego się tu nie używa.
detail-filter-link = Nie można tu wysyłać linków.
detail-filter-name = Tego imienia nie można tu używać.
detail-filter-edit = Po takiej edycji ktoś musiałby ją sprawdzić; zostaje taka, jaka była.
detail-edit-held = Wiadomości są tu najpierw sprawdzane i potem nie można ich edytować; ta zostaje taka, jaka była.
detail-hook-words = { $words }
detail-hook-refused = Ta strona nie pozwala na tę wiadomość.
detail-hook-away = Wiadomości są tu najpierw sprawdzane, a teraz nie jest to możliwe. Spróbuj za chwilę.
detail-hook-busy = Za dużo wiadomości czeka na sprawdzenie.
detail-another-sender = Wszystkie pokoje jednego połączenia należą do jednego nadawcy.
detail-hello-first = Pierwszą wiadomością połączenia musi być hello.
detail-reference = ref ma najwyżej { $max } znaków.
detail-open-mode = Tryb otwarty odpowiada tylko na żądania do nazwy loopback, które nie przeszły przez proxy. Żeby obsługiwać innych, uruchom z sekretem: TERTULIA_SECRET albo secret_file.
detail-origin-needed = Żądanie, za które ręczy ciasteczko, wymaga nagłówka Origin. Z programu wyślij zamiast tego token.
detail-keys-away = Kluczy, którymi sprawdza się tokeny, nie można teraz pobrać.
detail-own-everywhere-needed = Do tego potrzebne jest own na wszystko.
detail-user-id = id użytkownika ma od 1 do { $max } znaków, bez znaków sterujących.
detail-origin = { $origin } nie ma na liście. Dodaj go do origins.
detail-origin-null = Strona otwarta jako plik lub w piaskownicy nie ma źródła. Udostępnij ją przez serwer, na przykład python3 -m http.server, i tam ją otwórz.
detail-restricted-until = Do { $until }.
detail-restricted-why = { $why }
detail-restricted-until-why = Do { $until }: { $why }
detail-restricted-address = Do { $until }, dla wszystkich, którzy przychodzą bez konta przez to połączenie.
detail-address-of-guests = Można objąć tylko adres gości: ta osoba ma konto na stronie.
detail-address-unknown = Adres tego gościa nie jest znany, więc nie można go objąć. Spróbuj bez niego.
detail-report-own = Nie można zgłosić własnej wiadomości.
detail-reports-in-room = W tym pokoju czeka już maksymalna liczba zgłoszeń ({ $max }). Najpierw musi je przejrzeć moderacja.
detail-pace-reports = Za dużo zgłoszeń naraz. Spróbuj później.
detail-pace-unread = Pytano o to zbyt często. Spróbuj później.
detail-restrictions = Liczba osób z ograniczeniami w jednym pokoju to najwyżej { $max }.
detail-until-past = Koniec ograniczenia musi być w przyszłości.
detail-kick-until = Kick kończy się sam po 60 sekundach: podaje się go bez until. Przy mute i ban można podać koniec.
detail-room-exists = Taki pokój już jest.
detail-held-rejected = Moderacja nie zatwierdziła tej wiadomości.
detail-held-for-review = Czeka na zatwierdzenie.
detail-held-by-sender = Liczba twoich wiadomości, które czekają na zatwierdzenie, to najwyżej { $max }.
detail-held-in-room = Liczba wiadomości, które czekają tu na zatwierdzenie, to najwyżej { $max }.

room-name = Czat: { $type } { $id }
detail-before-or-user = Zapytaj o `before` albo o `user`, o jedno z dwóch.
