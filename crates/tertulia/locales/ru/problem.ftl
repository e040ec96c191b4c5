# draft
# Что говорит проблема: заголовок для каждого кода и подробности там, где есть что добавить.
# Сообщение кода — «problem-» и код через дефисы; подробности — «detail-» и причина.

problem-malformed = Это не получается прочитать как запрос.
problem-token-in-url = Токену не место в адресе: адреса остаются в журналах и в истории.
problem-token-missing = Для этого нужно сказать, кто вы.
problem-token-expired = Срок вашего пропуска истёк, нужен новый.
problem-token-invalid = Этот пропуск здесь не действует.
problem-not-allowed = У вас нет на это прав.
problem-muted = Пока вы не можете здесь писать.
problem-banned = Вам нельзя в эту комнату.
problem-locked = Комната заблокирована: писать могут только модераторы.
problem-edit-over = Изменить это сообщение уже нельзя: время вышло.
problem-refused = Это не принято.
problem-origin-refused = Этой странице нельзя пользоваться этим чатом.
problem-open-mode-is-local = Этот чат пока пробуют, и он отвечает только этому компьютеру.
problem-not-found = Здесь ничего нет, или это не для вас.
problem-wrong-method = Этот адрес такого не поддерживает.
problem-client-id-reused = С тем же id уже отправлено другое сообщение.
problem-deleted = Это сообщение удалено.
problem-name-taken = Это имя уже занято.
problem-room-deleted = Эта комната удалена.
problem-too-large = Это слишком большое.
problem-unsupported-media = Такое содержимое здесь не принимается.
problem-invalid = Что-то в запросе не так.
problem-too-long = Текст слишком длинный.
problem-upgrade-needed = Этот адрес понимает только WebSocket.
problem-slow-down = Слишком быстро, подождите немного.
problem-too-many = Слишком много сразу.
problem-internal = Что-то пошло не так на нашей стороне.
problem-store-away = То, что нужно чату, сейчас не отвечает; ничего не записано.
problem-unknown = Неизвестно, записано ли это; попробуйте ещё раз, дважды оно не появится.
problem-draining = Сервер перезапускается; попробуйте ещё раз чуть позже.
problem-moved = У комнаты теперь другое имя.

detail-invalid-form = Форма { $what }: { $rule }.
detail-invalid-range = { $field } — целое число от { $min } до { $max }.
detail-json-broken = Начиная со строки { $line }, столбца { $column } это не читается как JSON.
detail-json-ends = JSON обрывается слишком рано: строка { $line }, столбец { $column }.
detail-field-missing = Не хватает { $field }.
detail-field-twice = { $field } указано дважды.
detail-field-unknown = Поля `{ $field }` нет; есть { $known }.
detail-field-misspelt = Поля `{ $field }` нет; может быть, `{ $meant }`?
detail-field-none = Поля `{ $field }` нет, как и никакого другого.
detail-field-choice = { $field } — одно из: { $known }; не { $given }.
detail-field-choice-misspelt = { $field } — одно из: { $known }; не { $given }. Может быть, `{ $meant }`?
detail-field-text = { $field } — текст, а не { $given }.
detail-field-number = { $field } не может быть { $given }: это целое число от 0.
detail-field-boolean = { $field } — true или false, а не { $given }.
detail-field-object = { $field } — объект JSON, а не { $given }.
detail-invalid-body = Это не читается: { $what }
detail-not-utf8 = То, что указано в процентной кодировке, должно быть в UTF-8.
detail-charset = Тело запроса должно быть в UTF-8.
detail-coding = Тело запроса не может быть сжатым.
detail-no-object = Нужен объект JSON.
detail-json-needed = Запрос должен быть в формате JSON.
detail-form-needed = Форма должна прийти в том виде, в каком её отправляет браузер.
detail-rooms-asked = За один раз можно запросить комнат: от 1 до { $max }.
detail-invalid-format = format — это json, sse или text.
detail-invalid-zone = tz — название часового пояса, например Europe/Madrid.
detail-one-position = Можно указать только что-то одно: last, before, above, around или after.
detail-text-long =
    { $max ->
        [one] Не больше { $max } символа.
        [few] Не больше { $max } символов.
        [many] Не больше { $max } символов.
       *[other] Не больше { $max } символа.
    }
detail-text-empty = В тексте нет ничего видимого.
detail-text-control = Символ { $character } не разрешён.
detail-text-marks =
    { $max ->
        [one] Не больше { $max } комбинируемого знака подряд.
        [few] Не больше { $max } комбинируемых знаков подряд.
        [many] Не больше { $max } комбинируемых знаков подряд.
       *[other] Не больше { $max } комбинируемого знака подряд.
    }
detail-name-character = Символ { $character } в имени не разрешён.
detail-name-length = Видимых символов в имени: от 1 до { $max }.
detail-sender-id = Символов в id отправителя: от 1 до { $max }, управляющие не разрешены.
detail-avatar = Аватар — адрес http или https, символов в нём не больше { $max }.
detail-data-size = data — объект JSON размером до { $max } байт.
detail-signal-name = Символов в имени сигнала: от 1 до { $max }. Сначала строчная латинская буква, потом строчные буквы, цифры, _, . и -.
detail-signals = За эту секунду комната получила слишком много сигналов.
detail-emoji = Нужен один целый эмодзи, как его отправляют клавиатуры.
detail-emoji-missing = Нужен эмодзи, в адресе: ?emoji=, в процентной кодировке.
detail-reaction-kinds = Разных реакций у сообщения может быть не больше { $max }.
detail-reply-to-nothing = reply_to — id сообщения в этой комнате.
detail-level-needed = Для этого нужен уровень { $needs }.
detail-kind-made-by-server = О входах и выходах сообщает только сервер.
detail-room-not-made = Такой комнаты ещё нет. Сначала её должен создать сайт.
detail-guests-not-welcome = Гости не могут писать в этой комнате.
detail-name-reserved = Это имя можно принять за имя самого сайта.
detail-write-queue-full = Слишком много сообщений ждёт сохранения.
detail-body-bytes = Байтов в запросе может быть не больше { $max }.
detail-rooms-open =
    { $max ->
        [one] В одном соединении может быть открыто не больше { $max } комнаты.
        [few] В одном соединении может быть открыто не больше { $max } комнат.
        [many] В одном соединении может быть открыто не больше { $max } комнат.
       *[other] В одном соединении может быть открыто не больше { $max } комнаты.
    }
detail-pace-user-room = Столько ваших сообщений подряд — слишком много для этой комнаты.
detail-pace-user = Столько ваших сообщений подряд — слишком много.
detail-pace-room = В этой комнате пишут слишком много сразу.
detail-pace-address = Из вашей сети приходит слишком много сообщений сразу.
detail-pace-guests = Из вашей сети приходит слишком много гостей сразу.
detail-streams-of-address = Открытых соединений из одной сети может быть не больше { $max }.
detail-streams-of-user = Открытых соединений у одного человека может быть не больше { $max }.
detail-rooms-of-address = Открытых комнат из одной сети может быть не больше { $max }.
detail-filter-word = Здесь есть слово, которое тут не используют.
detail-filter-link = Ссылки здесь отправлять нельзя.
detail-filter-name = Это имя здесь использовать нельзя.
detail-filter-edit = С такой правкой понадобилась бы проверка; всё осталось как было.
detail-edit-held = Сообщения здесь сначала проверяют, и потом изменить их нельзя; всё осталось как было.
detail-hook-words = { $words }
detail-hook-refused = Этот сайт не разрешает такое сообщение.
detail-hook-away = Сообщения здесь сначала проверяют, а сейчас это невозможно. Попробуйте чуть позже.
detail-hook-busy = Слишком много сообщений ждёт проверки.
detail-another-sender = Все комнаты одного соединения принадлежат одному отправителю.
detail-hello-first = Первым в соединении должен прийти hello.
detail-reference = Символов в ref может быть не больше { $max }.
detail-open-mode = Открытый режим отвечает на запросы к имени loopback, которые пришли без прокси. Чтобы принимать других, запустите сервер с секретом: TERTULIA_SECRET или secret_file.
detail-origin-needed = Запросу, который опирается на cookie, нужен Origin. Из программы отправляйте токен.
detail-keys-away = Ключи, по которым проверяются токены, сейчас получить нельзя.
detail-own-everywhere-needed = Для этого нужен own на всё.
detail-user-id = Символов в id пользователя: от 1 до { $max }, управляющие не разрешены.
detail-origin = { $origin } нет в списке. Добавьте его в origins.
detail-origin-null = У страницы, открытой как файл или в песочнице, нет источника. Откройте её через сервер, например python3 -m http.server.
detail-restricted-until = До { $until }.
detail-restricted-why = { $why }
detail-restricted-until-why = До { $until }: { $why }
detail-restricted-address = До { $until }, для всех, кто приходит без учётной записи через это подключение.
detail-address-of-guests = Включить можно только адрес гостя: у этого человека есть учётная запись на сайте.
detail-address-unknown = Адрес этого гостя неизвестен, поэтому включить его нельзя. Попробуйте без него.
detail-report-own = На свои сообщения жаловаться нельзя.
detail-reports-in-room = В этой комнате уже максимум жалоб, которые ждут проверки ({ $max }). Сначала их должны посмотреть модераторы.
detail-pace-reports = Слишком много жалоб сразу. Попробуйте позже.
detail-pace-unread = Об этом спрашивали слишком часто. Попробуйте позже.
detail-restrictions = Людей с ограничениями в одной комнате может быть не больше { $max }.
detail-until-past = Конец ограничения должен быть в будущем.
detail-kick-until = Kick сам заканчивается через 60 секунд: он указывается без until. Для mute и ban можно указать конец.
detail-room-exists = Эта комната уже есть.
detail-held-rejected = Модератор не одобрил это сообщение.
detail-held-for-review = Ждёт проверки.
detail-held-by-sender = Ваших сообщений, которые ждут проверки, может быть не больше { $max }.
detail-held-in-room = Сообщений, которые ждут здесь проверки, может быть не больше { $max }.

# Как называется комната без заголовка.
room-name = Чат: { $type } { $id }
detail-before-or-user = Укажите `before` или `user`, что-то одно.
