# Lo que dice una sala como texto. Delante de cada línea, salvo la del día, va la hora.

text-joined = { $name } se ha unido
text-left = { $name } se ha ido
text-edited = { $name } ha editado: { $text }
text-deleted = (eliminado)
text-deleted-by-sender = { $name } ha eliminado un mensaje ({ $time })
text-deleted-by-moderator = La moderación ha retirado un mensaje de { $name } ({ $time })
text-nobody = alguien
text-reset = Lo anterior ya no vale; la sala está ahora así.
text-day = --- { $weekday } { $date } ---
weekday-1 = lunes
weekday-2 = martes
weekday-3 = miércoles
weekday-4 = jueves
weekday-5 = viernes
weekday-6 = sábado
weekday-7 = domingo

# Una sala como página sin script.

# El nombre de una sala sin título. $type y $id nombran aquello a lo que pertenece.
page-title = Chat de { $type } { $id }
# Encima de los mensajes de un día; $zone es la zona horaria de todas sus horas.
page-day = { $weekday } { $date } ({ $zone })
page-empty = Aún no hay mensajes
page-empty-hint = Anímate a escribir el primero.
page-older = Mensajes anteriores
page-newest = A los mensajes más recientes
page-edited = editado
page-guest = invitado
page-deleted-by-sender = Mensaje eliminado
page-deleted-by-moderator = Mensaje retirado por la moderación
page-quoted = Un mensaje anterior
page-name = Tu nombre
page-text = Escribe un mensaje
page-send = Enviar
page-held = La moderación revisará tu mensaje antes de que aparezca.
page-locked = Esta sala está bloqueada. Puedes leer, pero no escribir.
page-unread = Nuevo
page-read-only = Aquí puedes leer, pero no escribir.
page-signed-out = Inicia sesión para participar.
page-beginning = Aquí empieza la conversación.
page-notification = Aviso
page-system = Sistema
page-sign-in = Para leer esta sala, inicia sesión en el sitio del que vienes; el chat necesita entonces JavaScript.
