# draft

room-title = Czat: { $type } { $id }
room-title-lobby = Pokój główny
log-label = Wiadomości

joined = { $name } dołącza
left = { $name } wychodzi
deleted-by-sender = Wiadomość usunięta
deleted-by-moderator = Wiadomość usunięta przez moderację
edited = edytowano
guest = gość
system-label = System
notification-label = Ogłoszenie
reaction-label =
    { $count ->
        [one] { $emoji }, { $count } osoba
        [few] { $emoji }, { $count } osoby
        [many] { $emoji }, { $count } osób
       *[other] { $emoji }, { $count } osoby
    }
unread-line = Nowe
go-to-quoted = Przejdź do tej wiadomości
quote-unknown = Wcześniejsza wiadomość
message-gone = Tej wiadomości już tu nie ma.

sending = Wysyłanie
sent = Wysłano
waiting = Czeka na wysłanie
failed = Nie wysłano
failed-too-long = Ta wiadomość jest za długa.
failed-muted = Na razie nie możesz tu pisać.
failed-locked = Ten pokój jest zablokowany.
failed-not-allowed = Nie możesz tu pisać.
failed-refused = Tej wiadomości nie przyjęto.
failed-given-up = Nie udało się wysłać przez cały dzień.
failed-token = Zaloguj się ponownie.
retry = Spróbuj ponownie
discard = Odrzuć
outbox-full = Tyle czeka na wysłanie, że na razie więcej się nie zmieści.
held = Twoja wiadomość czeka na zatwierdzenie.

write = Napisz wiadomość
send = Wyślij
too-long =
    { $count ->
        [one] O { $count } znak za dużo
        [few] O { $count } znaki za dużo
        [many] O { $count } znaków za dużo
       *[other] O { $count } znaku za dużo
    }
characters-left =
    { $count ->
        [one] Jeszcze { $count } znak
        [few] Jeszcze { $count } znaki
        [many] Jeszcze { $count } znaków
       *[other] Jeszcze { $count } znaku
    }
name-question = Jak mamy się do ciebie zwracać?
name-label = Twoje imię
name-go = Dalej
name-taken = To imię jest już zajęte.
name-reserved = To imię mogłoby uchodzić za nazwę samej strony.
name-invalid = Wybierz inne imię.
name-failed = Nie udało się. Spróbuj ponownie.

writing-as = Jako { $name }
name-change = Zmień imię
slow-mode =
    { $count ->
        [one] Tryb wolny: jedna wiadomość na sekundę
        [few] Tryb wolny: jedna wiadomość na { $count } sekundy
        [many] Tryb wolny: jedna wiadomość na { $count } sekund
       *[other] Tryb wolny: jedna wiadomość na { $count } sekundy
    }
emoji-pick = Wybierz emoji
emoji-search = Szukaj emoji
emoji-none = Nic nie znaleziono.
emoji-recent = Ostatnio używane
emoji-smileys = Buźki i emocje
emoji-people = Ludzie i ciało
emoji-nature = Zwierzęta i przyroda
emoji-food = Jedzenie i picie
emoji-travel = Podróże i miejsca
emoji-activities = Aktywności
emoji-objects = Przedmioty
emoji-symbols = Symbole
emoji-flags = Flagi
emoji-groups = Grupy emoji
emoji-tone = Odcień skóry
tone-none = Bez odcienia skóry
tone-light = Jasny odcień skóry
tone-medium-light = Średnio jasny odcień skóry
tone-medium = Średni odcień skóry
tone-medium-dark = Średnio ciemny odcień skóry
tone-dark = Ciemny odcień skóry
suggestions = Podpowiedzi
replying-to = Odpowiedź do: { $name }
editing = Edycja
cancel = Anuluj

react = Zareaguj
reply = Odpowiedz
more = Więcej
edit = Edytuj
copy-text = Kopiuj tekst
copy-link = Kopiuj link
copied = Skopiowano.
delete = Usuń
deleting = Usunięto.
undo = Cofnij
ignore = Ignoruj tę osobę
ignore-none =
    { $count ->
        [one] Pokaż znów { $count } ignorowaną osobę
        [few] Pokaż znów { $count } ignorowane osoby
        [many] Pokaż znów { $count } ignorowanych osób
       *[other] Pokaż znów { $count } ignorowanej osoby
    }
mute-for =
    { $count ->
        [one] Wycisz na { $count } minutę
        [few] Wycisz na { $count } minuty
        [many] Wycisz na { $count } minut
       *[other] Wycisz na { $count } minuty
    }
kick = Wyrzuć na minutę
ban = Zbanuj
muted = { $name } na razie nie może pisać.
kicked = { $name } przez minutę nie może tu wejść.
banned = { $name } nie może już tu wejść.
also-connection = Także połączenie, na jeden dzień
in-force = Wyciszeni i zbanowani
in-force-none = Nikt nie jest tu wyciszony ani zbanowany.
in-force-until = Do: { $time }
lift = Zdejmij
delete-all = Usuń wszystko od tej osoby
delete-all-sure = Na pewno usunąć wszystko?
deleted-all = Usunięte wiadomości: { $count }
report = Zgłoś
report-why = Co jest nie tak? (opcjonalnie)
report-thanks = Dziękujemy. Moderacja została powiadomiona.
review = Do sprawdzenia
review-waiting =
    { $count ->
        [one] { $count } wiadomość do sprawdzenia
        [few] { $count } wiadomości do sprawdzenia
        [many] { $count } wiadomości do sprawdzenia
       *[other] { $count } wiadomości do sprawdzenia
    }
review-none = Nic nie czeka na sprawdzenie.
review-approve = Zatwierdź
review-reject = Odrzuć
review-show = Pokaż
review-keep = Zostaw
reported-by =
    { $count ->
        [one] Zgłosiła { $count } osoba
        [few] Zgłosiły { $count } osoby
        [many] Zgłosiło { $count } osób
       *[other] Zgłosiło { $count } osoby
    }
lock = Zablokuj pokój
unlock = Odblokuj pokój
slow-label = Tryb wolny
slow-off = Bez trybu wolnego
slow-set =
    { $count ->
        [one] { $count } sekunda
        [few] { $count } sekundy
        [many] { $count } sekund
       *[other] { $count } sekundy
    }
notify-on = Powiadamiaj o nowych wiadomościach
notify-off = Nie powiadamiaj więcej
notify-refused = Twoja przeglądarka nie pozwala tu na powiadomienia.
close = Zamknij
did-not-work = Nie udało się. Spróbuj ponownie.
not-loaded = Nie udało się wczytać części czatu. Spróbuj ponownie albo odśwież stronę.

empty = Nie ma jeszcze wiadomości
empty-hint = Napisz coś na początek.
beginning = Tu zaczyna się rozmowa.
loading-older = Wczytywanie starszych wiadomości
new-messages =
    { $count ->
        [one] { $count } nowa wiadomość
        [few] { $count } nowe wiadomości
        [many] { $count } nowych wiadomości
       *[other] { $count } nowej wiadomości
    }
to-newest = Do najnowszych wiadomości
people-here =
    { $count ->
        [one] { $count } osoba tutaj
        [few] { $count } osoby tutaj
        [many] { $count } osób tutaj
       *[other] { $count } osoby tutaj
    }
people-more =
    { $count ->
        [one] i jeszcze { $count }
        [few] i jeszcze { $count }
        [many] i jeszcze { $count }
       *[other] i jeszcze { $count }
    }
typing-one = { $name } pisze…
typing-two = { $first } i { $second } piszą…
typing-many = Kilka osób pisze…

state-connecting = Łączenie…
state-offline = Brak połączenia. To, co napiszesz, zostanie zachowane i wysłane, gdy wróci.
state-signed-out = Zaloguj się, żeby wziąć udział.
state-restricted = Na razie nie możesz brać tu udziału.
state-restricted-until = Nie możesz brać tu udziału do: { $time }.
state-muted = Możesz tu czytać, ale na razie nie pisać.
state-muted-until = Możesz tu czytać, a pisać znowu od: { $time }.
state-why = Powód: { $why }
state-locked = Ten pokój jest zablokowany. Możesz czytać, ale nie pisać.
state-read-only = Możesz tu czytać, ale nie pisać.
state-not-yours = Nie masz dostępu do tego pokoju.
state-deleted = Ten pokój został usunięty.
state-page-refused = Ta strona nie może używać tego czatu.
