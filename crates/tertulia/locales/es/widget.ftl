# Lo que dice el widget. Se redacta en el lado de quien lee; nada de esto se guarda.

# El nombre de una sala sin título. $type y $id nombran aquello a lo que pertenece.
room-title = Chat de { $type } { $id }
room-title-lobby = Sala principal
log-label = Mensajes

# Líneas de la conversación
joined = { $name } se ha unido
left = { $name } se ha ido
deleted-by-sender = Mensaje eliminado
deleted-by-moderator = Mensaje retirado por la moderación
edited = editado
guest = invitado
system-label = Sistema
notification-label = Aviso
reaction-label =
    { $count ->
        [one] { $emoji }, { $count } persona
       *[other] { $emoji }, { $count } personas
    }
unread-line = Nuevo
go-to-quoted = Ir a este mensaje
quote-unknown = Un mensaje anterior
message-gone = Este mensaje ya no está aquí.

# Envío
sending = Enviando
sent = Enviado
waiting = Pendiente de envío
failed = No enviado
failed-too-long = Este mensaje es demasiado largo.
failed-muted = Por ahora no puedes escribir aquí.
failed-locked = Esta sala está bloqueada.
failed-not-allowed = No puedes escribir aquí.
failed-refused = Este mensaje no se ha aceptado.
failed-given-up = No se ha podido enviar en un día.
failed-token = Vuelve a iniciar sesión.
retry = Reintentar
discard = Descartar
outbox-full = Hay tantos mensajes pendientes que por ahora no se acepta ninguno más.
held = Tu mensaje está pendiente de revisión.

# La caja de texto
write = Escribe un mensaje
send = Enviar
too-long =
    { $count ->
        [one] Sobra { $count } carácter
       *[other] Sobran { $count } caracteres
    }
characters-left =
    { $count ->
        [one] Queda { $count } carácter
       *[other] Quedan { $count } caracteres
    }
name-question = ¿Cómo quieres que te llamemos?
name-label = Tu nombre
name-go = Continuar
name-taken = Ese nombre ya está en uso.
name-reserved = Este nombre podría pasar por el del propio sitio.
name-invalid = Elige otro nombre, por favor.
name-failed = No ha funcionado. Inténtalo de nuevo.

writing-as = Como { $name }
name-change = Cambiar de nombre
slow-mode =
    { $count ->
        [one] Modo lento: un mensaje por segundo
       *[other] Modo lento: un mensaje cada { $count } segundos
    }
emoji-pick = Elegir un emoji
emoji-search = Buscar emoji
emoji-none = No se ha encontrado ninguno.
emoji-recent = Usados hace poco
emoji-smileys = Caras y emociones
emoji-people = Personas y cuerpo
emoji-nature = Animales y naturaleza
emoji-food = Comida y bebida
emoji-travel = Viajes y lugares
emoji-activities = Actividades
emoji-objects = Objetos
emoji-symbols = Símbolos
emoji-flags = Banderas
emoji-groups = Grupos de emojis
emoji-tone = Tono de piel
tone-none = Sin tono de piel
tone-light = Tono de piel claro
tone-medium-light = Tono de piel medio claro
tone-medium = Tono de piel medio
tone-medium-dark = Tono de piel medio oscuro
tone-dark = Tono de piel oscuro
suggestions = Sugerencias
replying-to = Respondiendo a { $name }
editing = Editar
cancel = Cancelar

# Qué se puede hacer con un mensaje, y en una sala
react = Reaccionar
reply = Responder
more = Más
edit = Editar
copy-text = Copiar texto
copy-link = Copiar enlace
copied = Copiado.
delete = Eliminar
deleting = Eliminado.
undo = Deshacer
ignore = Ignorar a esta persona
ignore-none =
    { $count ->
        [one] Volver a mostrar a { $count } persona ignorada
       *[other] Volver a mostrar a { $count } personas ignoradas
    }
mute-for =
    { $count ->
        [one] Silenciar { $count } minuto
       *[other] Silenciar { $count } minutos
    }
kick = Expulsar por un minuto
ban = Vetar
muted = { $name } no puede escribir por ahora.
kicked = { $name } está fuera de la sala por un minuto.
banned = { $name } ya no puede entrar.
also-connection = También su conexión, por un día
in-force = Silenciados y vetados
in-force-none = Aquí no hay nadie silenciado ni vetado.
in-force-until = Hasta el { $time }
lift = Levantar
delete-all = Eliminar todo lo que dijo
delete-all-sure = ¿Eliminarlo todo de verdad?
deleted-all = Mensajes eliminados: { $count }
report = Denunciar
report-why = ¿Qué tiene de malo? (opcional)
report-thanks = Gracias. Se ha avisado a la moderación.
review = Por revisar
review-waiting =
    { $count ->
        [one] { $count } mensaje por revisar
       *[other] { $count } mensajes por revisar
    }
review-none = No hay nada por revisar.
review-approve = Aprobar
review-reject = Rechazar
review-show = Mostrar
review-keep = Mantener
reported-by =
    { $count ->
        [one] Denunciado por { $count } persona
       *[other] Denunciado por { $count } personas
    }
lock = Bloquear la sala
unlock = Desbloquear la sala
slow-label = Modo lento
slow-off = Sin modo lento
slow-set =
    { $count ->
        [one] { $count } segundo
       *[other] { $count } segundos
    }
notify-on = Avisarme de mensajes nuevos
notify-off = No avisarme más
notify-refused = Tu navegador no permite avisos aquí.
close = Cerrar
did-not-work = No ha funcionado. Inténtalo de nuevo.
not-loaded = No se ha podido cargar una parte del chat. Inténtalo de nuevo o vuelve a cargar la página.

# Orientarse
empty = Aún no hay mensajes
empty-hint = Anímate a escribir el primero.
beginning = Aquí empieza la conversación.
loading-older = Cargando mensajes anteriores
new-messages =
    { $count ->
        [one] { $count } mensaje nuevo
       *[other] { $count } mensajes nuevos
    }
to-newest = Ir a los mensajes más recientes
people-here =
    { $count ->
        [one] { $count } persona aquí
       *[other] { $count } personas aquí
    }
people-more =
    { $count ->
        [one] y { $count } más
       *[other] y { $count } más
    }
typing-one = { $name } está escribiendo…
typing-two = { $first } y { $second } están escribiendo…
typing-many = Varias personas están escribiendo…

# Cómo están las cosas
state-connecting = Conectando…
state-offline = Sin conexión. Lo que escribas se guardará y se enviará cuando vuelva.
state-signed-out = Inicia sesión para participar.
state-restricted = Por ahora no puedes participar aquí.
state-restricted-until = No puedes participar aquí hasta el { $time }.
state-muted = Aquí puedes leer, pero por ahora no escribir.
state-muted-until = Aquí puedes leer, y volver a escribir a partir del { $time }.
state-why = Motivo: { $why }
state-locked = Esta sala está bloqueada. Puedes leer, pero no escribir.
state-read-only = Aquí puedes leer, pero no escribir.
state-not-yours = No tienes acceso a esta sala.
state-deleted = Esta sala se ha eliminado.
state-page-refused = Esta página no puede usar este chat.
