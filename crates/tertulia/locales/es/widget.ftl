# Lo que dice el widget. Se redacta en el lado de quien lee; nada de esto se guarda.

# El nombre de una sala sin título. $type y $id nombran aquello a lo que pertenece.
room-title = Chat de { $type } { $id }
room-title-lobby = Vestíbulo
log-label = Mensajes

# Líneas de la conversación
joined = { $name } se ha unido
left = { $name } se ha ido
deleted-by-sender = Mensaje eliminado
deleted-by-moderator = Mensaje retirado por un moderador
edited = editado
guest = invitado
system-label = Sistema
notification-label = Aviso
reaction-label =
    { $count ->
        [one] { $emoji }, { $count } persona
       *[other] { $emoji }, { $count } personas
    }
quote-unknown = Un mensaje anterior

# Envío
sending = Enviando
sent = Enviado
waiting = Pendiente de envío
failed = No enviado
failed-too-long = Este mensaje es demasiado largo.
failed-muted = Por ahora no puedes escribir aquí.
failed-locked = Esta sala está cerrada a nuevos mensajes.
failed-not-allowed = No tienes permiso para escribir aquí.
failed-refused = Este mensaje no ha sido aceptado.
failed-given-up = No se ha podido enviar en un día.
failed-token = Vuelve a iniciar sesión.
retry = Reintentar
discard = Descartar
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
name-invalid = Elige otro nombre, por favor.
name-failed = No ha funcionado. Inténtalo de nuevo.

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

# Cómo están las cosas
state-connecting = Conectando…
state-offline = Sin conexión. Lo que escribas se guarda y se enviará cuando vuelva.
state-signed-out = Inicia sesión para participar.
state-restricted = Por ahora no puedes participar aquí.
state-restricted-until = No puedes participar aquí hasta { $time }.
state-locked = Esta sala está cerrada a nuevos mensajes. Puedes leer, pero no escribir.
state-read-only = Aquí puedes leer, pero no escribir.
state-not-yours = No tienes acceso a esta sala.
state-deleted = Esta sala ha sido eliminada.
state-ended = Esta sala está cerrada.
