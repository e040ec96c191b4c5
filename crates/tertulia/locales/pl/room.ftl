# draft

text-joined = { $name } wchodzi
text-left = { $name } wychodzi
text-edited = { $name } zmienia na: { $text }
text-deleted = (usunięto)
text-deleted-by-sender = { $name } usuwa wiadomość ({ $time })
text-deleted-by-moderator = Moderacja usunęła wiadomość ({ $time }), od: { $name }
text-nobody = ktoś
text-reset = To, co powyżej, już nie obowiązuje; teraz pokój wygląda tak.
text-day = --- { $weekday } { $date } ---
weekday-1 = poniedziałek
weekday-2 = wtorek
weekday-3 = środa
weekday-4 = czwartek
weekday-5 = piątek
weekday-6 = sobota
weekday-7 = niedziela

page-title = Czat: { $type } { $id }
page-day = { $weekday } { $date } ({ $zone })
page-empty = Nic tu jeszcze nie powiedziano.
page-older = Starsze wiadomości
page-newest = Do najnowszych wiadomości
page-edited = (zmieniono)
page-guest = gość
page-deleted-by-sender = Wiadomość usunięta
page-deleted-by-moderator = Wiadomość usunięta przez moderację
page-quoted = Wcześniejsza wiadomość
page-name = Twoje imię
page-text = Wiadomość
page-send = Wyślij
page-held = Moderacja obejrzy twoją wiadomość, zanim się pojawi.
page-locked = Ten pokój jest zablokowany.
page-sign-in = Żeby czytać ten pokój, zaloguj się na stronie, z której przychodzisz; czat potrzebuje wtedy JavaScriptu.
