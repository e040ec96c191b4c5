# draft
# Что комната говорит простым текстом. Перед каждой строкой, кроме строки дня, стоит время.

text-joined = { $name } входит в чат
text-left = { $name } покидает чат
text-edited = { $name } исправляет: { $text }
text-deleted = (удалено)
text-deleted-by-sender = { $name } удаляет сообщение ({ $time })
text-deleted-by-moderator = Модератор удалил сообщение, автор: { $name } ({ $time })
text-nobody = кто-то
text-reset = То, что выше, больше не верно; вот комната, какая она сейчас.
text-day = --- { $weekday } { $date } ---
weekday-1 = понедельник
weekday-2 = вторник
weekday-3 = среда
weekday-4 = четверг
weekday-5 = пятница
weekday-6 = суббота
weekday-7 = воскресенье

# Комната как страница без скрипта.

# Имя комнаты без заголовка. $type и $id называют то, к чему она относится.
page-title = Чат: { $type } { $id }
# Над сообщениями дня; $zone — часовой пояс всех времён под ним.
page-day = { $weekday } { $date } ({ $zone })
page-empty = Сообщений пока нет
page-empty-hint = Начните разговор.
page-older = Более ранние сообщения
page-newest = К последним сообщениям
page-edited = изменено
page-guest = гость
page-deleted-by-sender = Сообщение удалено
page-deleted-by-moderator = Сообщение удалил модератор
page-quoted = Более раннее сообщение
page-name = Ваше имя
page-text = Написать сообщение
page-send = Отправить
page-held = Прежде чем ваше сообщение появится, его посмотрит модератор.
page-locked = Эта комната заблокирована. Можно читать, но не писать.
page-unread = Новое
page-read-only = Здесь можно читать, но не писать.
page-signed-out = Войдите, чтобы участвовать.
page-beginning = Это начало разговора.
page-notification = Уведомление
page-system = Система
page-sign-in = Чтобы читать эту комнату, войдите на сайте, с которого вы пришли; тогда чату понадобится JavaScript.
