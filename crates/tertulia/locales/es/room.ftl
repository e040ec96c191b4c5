# Lo que dice una sala como texto. Delante de cada línea, salvo la del día, va la hora.

text-joined = { $name } se ha unido
text-left = { $name } se ha ido
text-edited = { $name } editó: { $text }
text-deleted = (borrado)
text-deleted-by-sender = { $name } borró un mensaje ({ $time })
text-deleted-by-moderator = La moderación quitó un mensaje de { $name } ({ $time })
text-nobody = alguien
text-reset = Lo de arriba ya no vale; así está la sala ahora.
text-day = --- { $weekday } { $date } ---
weekday-1 = lunes
weekday-2 = martes
weekday-3 = miércoles
weekday-4 = jueves
weekday-5 = viernes
weekday-6 = sábado
weekday-7 = domingo
