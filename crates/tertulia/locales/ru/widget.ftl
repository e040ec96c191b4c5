# draft
# Что говорит виджет. Слова подбираются на стороне читателя; ничто из этого не хранится.

# Имя комнаты без заголовка. $type и $id называют то, к чему она относится.
room-title = Чат: { $type } { $id }
room-title-lobby = Лобби
log-label = Сообщения

# Строки разговора
joined = { $name } входит в чат
left = { $name } покидает чат
deleted-by-sender = Сообщение удалено
deleted-by-moderator = Сообщение удалил модератор
edited = изменено
guest = гость
system-label = Система
notification-label = Уведомление
reaction-label =
    { $count ->
        [one] { $emoji }, { $count } человек
        [few] { $emoji }, { $count } человека
        [many] { $emoji }, { $count } человек
       *[other] { $emoji }, { $count } человека
    }
unread-line = Новое
go-to-quoted = К этому сообщению
quote-unknown = Более раннее сообщение
message-gone = Этого сообщения здесь больше нет.

# Отправка
sending = Отправляется
sent = Отправлено
waiting = Ждёт отправки
failed = Не отправлено
failed-too-long = Это сообщение слишком длинное.
failed-muted = Пока вы не можете здесь писать.
failed-locked = Эта комната заблокирована.
failed-not-allowed = Вам нельзя здесь писать.
failed-refused = Это сообщение не принято.
failed-given-up = Не удалось отправить за день.
failed-token = Пожалуйста, войдите ещё раз.
retry = Повторить
discard = Не отправлять
outbox-full = Отправки ждёт слишком много сообщений, новые пока не принимаются.
held = Ваше сообщение ждёт проверки.

# Поле ввода
write = Написать сообщение
send = Отправить
too-long =
    { $count ->
        [one] { $count } лишний символ
        [few] { $count } лишних символа
        [many] { $count } лишних символов
       *[other] { $count } лишнего символа
    }
characters-left =
    { $count ->
        [one] Остался { $count } символ
        [few] Осталось { $count } символа
        [many] Осталось { $count } символов
       *[other] Осталось { $count } символа
    }
name-question = Как к вам обращаться?
name-label = Ваше имя
name-go = Продолжить
name-taken = Это имя занято.
name-reserved = Это имя можно принять за имя самого сайта.
name-invalid = Пожалуйста, выберите другое имя.
name-failed = Не получилось. Попробуйте ещё раз.

writing-as = Вы — { $name }
name-change = Сменить имя
slow-mode =
    { $count ->
        [one] Медленный режим: сообщение раз в { $count } секунду
        [few] Медленный режим: сообщение раз в { $count } секунды
        [many] Медленный режим: сообщение раз в { $count } секунд
       *[other] Медленный режим: сообщение раз в { $count } секунды
    }
emoji-pick = Выбрать эмодзи
emoji-search = Найти эмодзи
emoji-none = Ничего не найдено.
emoji-recent = Недавние
emoji-smileys = Смайлики и эмоции
emoji-people = Люди и тело
emoji-nature = Животные и природа
emoji-food = Еда и напитки
emoji-travel = Путешествия и места
emoji-activities = Занятия
emoji-objects = Предметы
emoji-symbols = Символы
emoji-flags = Флаги
emoji-groups = Группы эмодзи
emoji-tone = Тон кожи
tone-none = Без тона кожи
tone-light = Светлый тон кожи
tone-medium-light = Умеренно светлый тон кожи
tone-medium = Средний тон кожи
tone-medium-dark = Умеренно тёмный тон кожи
tone-dark = Тёмный тон кожи
suggestions = Подсказки
replying-to = В ответ: { $name }
editing = Правка
cancel = Отмена

# Что можно сделать с сообщением и в комнате
react = Реакция
reply = Ответить
more = Ещё
edit = Изменить
copy-text = Копировать текст
copy-link = Копировать ссылку
copied = Скопировано.
delete = Удалить
deleting = Удалено.
undo = Вернуть
ignore = Игнорировать
ignore-none = Показать игнорируемых: { $count }
mute-for =
    { $count ->
        [one] Заглушить на { $count } минуту
        [few] Заглушить на { $count } минуты
        [many] Заглушить на { $count } минут
       *[other] Заглушить на { $count } минуты
    }
kick = Исключить на минуту
ban = Забанить
muted = { $name } пока не может писать.
kicked = { $name } минуту не сможет войти.
banned = { $name } больше не сможет войти.
also-connection = И подключение, на один день
in-force = Ограничения
in-force-none = Здесь никто не ограничен.
in-force-until = До: { $time }
lift = Снять
delete-all = Удалить всё от этого человека
delete-all-sure = Точно удалить всё?
deleted-all = Удалено сообщений: { $count }
report = Пожаловаться
report-why = Что не так? (необязательно)
report-thanks = Спасибо. Модераторы уведомлены.
review = На проверку
review-waiting =
    { $count ->
        [one] { $count } сообщение на проверку
        [few] { $count } сообщения на проверку
        [many] { $count } сообщений на проверку
       *[other] { $count } сообщения на проверку
    }
review-none = Проверять нечего.
review-approve = Одобрить
review-reject = Отклонить
review-show = Показать
review-keep = Оставить
reported-by =
    { $count ->
        [one] Пожаловался { $count } человек
        [few] Пожаловались { $count } человека
        [many] Пожаловались { $count } человек
       *[other] Пожаловались { $count } человека
    }
lock = Заблокировать комнату
unlock = Разблокировать комнату
slow-label = Медленный режим
slow-off = Без медленного режима
slow-set =
    { $count ->
        [one] { $count } секунда
        [few] { $count } секунды
        [many] { $count } секунд
       *[other] { $count } секунды
    }
notify-on = Уведомлять о новых сообщениях
notify-off = Больше не уведомлять
notify-refused = Ваш браузер не разрешает здесь уведомления.
close = Закрыть
did-not-work = Не получилось. Попробуйте ещё раз.
not-loaded = Не удалось загрузить часть чата. Попробуйте ещё раз или обновите страницу.

# Где что
empty = Сообщений пока нет
empty-hint = Начните разговор.
beginning = Это начало разговора.
loading-older = Загружаются более ранние сообщения
new-messages =
    { $count ->
        [one] { $count } новое сообщение
        [few] { $count } новых сообщения
        [many] { $count } новых сообщений
       *[other] { $count } нового сообщения
    }
to-newest = К последним сообщениям
people-here =
    { $count ->
        [one] { $count } человек здесь
        [few] { $count } человека здесь
        [many] { $count } человек здесь
       *[other] { $count } человека здесь
    }
people-more = и ещё { $count }
typing-one = { $name } печатает…
typing-two = { $first } и { $second } печатают…
typing-many = Несколько человек печатают…

# Как обстоят дела
state-connecting = Соединение…
state-offline = Нет связи. То, что вы напишете, сохранится и отправится, когда она вернётся.
state-signed-out = Войдите, чтобы участвовать.
state-restricted = Пока вы не можете здесь участвовать.
state-restricted-until = Пока вы не можете здесь участвовать. Снова можно будет: { $time }.
state-muted = Здесь можно читать, но писать вы пока не можете.
state-muted-until = Здесь можно читать. Писать снова можно будет: { $time }.
state-why = Причина: { $why }
state-locked = Эта комната заблокирована. Можно читать, но не писать.
state-read-only = Здесь можно читать, но не писать.
state-not-yours = Эта комната вам недоступна.
state-deleted = Эта комната удалена.
state-page-refused = Этой странице нельзя пользоваться этим чатом.
