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
