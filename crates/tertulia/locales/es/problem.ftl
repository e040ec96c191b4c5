# Lo que dice un problema: un título por código y los detalles de los que tienen algo más que decir.

problem-malformed = Esto no se puede leer como una petición.
problem-token-in-url = Un token no va en una dirección: los registros y los historiales la guardan.
problem-token-missing = Para esto tienes que decir quién eres.
problem-token-expired = Tu pase ha caducado; hace falta uno nuevo.
problem-token-invalid = Este pase no vale aquí.
problem-not-allowed = No puedes hacer esto.
problem-muted = Por ahora no puedes escribir aquí.
problem-banned = No puedes estar en esta sala.
problem-locked = La sala está bloqueada: solo puede escribir la moderación.
problem-edit-over = El plazo para cambiar este mensaje ha terminado.
problem-refused = Esto no se ha aceptado.
problem-origin-refused = Esta página no puede usar este chat.
problem-open-mode-is-local = Este chat está a prueba y solo responde a este equipo.
problem-not-found = Aquí no hay nada, o no es para ti.
problem-wrong-method = Esta dirección no admite eso.
problem-client-id-reused = Ya se ha enviado otro mensaje con el mismo identificador.
problem-deleted = Este mensaje se ha eliminado.
problem-name-taken = Alguien ya tiene este nombre.
problem-room-deleted = Esta sala se ha eliminado.
problem-too-large = Esto es demasiado grande.
problem-unsupported-media = Aquí no se acepta este tipo de contenido.
problem-invalid = Algo en la petición no está bien.
problem-too-long = El texto es demasiado largo.
problem-upgrade-needed = Esta dirección solo habla WebSocket.
problem-slow-down = Demasiado rápido; espera un momento.
problem-too-many = Demasiados a la vez.
problem-internal = Algo ha fallado por nuestra parte.
problem-store-away = Algo que el chat necesita no responde ahora mismo; no se ha escrito nada.
problem-unknown = No se sabe si esto se ha guardado; vuelve a intentarlo, no se duplicará.
problem-draining = El servidor se está reiniciando; vuelve a intentarlo en un momento.
problem-moved = La sala tiene otro nombre ahora.

detail-invalid-form = Forma de { $what }: { $rule }.
detail-invalid-range = { $field } es un número entero de { $min } a { $max }.
detail-json-broken = A partir de la línea { $line }, columna { $column }, esto no se puede leer como JSON.
detail-json-ends = El JSON termina antes de tiempo, en la línea { $line }, columna { $column }.
detail-field-missing = Falta { $field }.
detail-field-twice = { $field } aparece dos veces.
detail-field-unknown = No existe el campo `{ $field }`; existen estos: { $known }.
detail-field-misspelt = No existe el campo `{ $field }`; ¿querías decir `{ $meant }`?
detail-field-none = No existe el campo `{ $field }`, ni ningún otro.
detail-field-choice = { $field } es uno de estos: { $known }; no { $given }.
detail-field-choice-misspelt = { $field } es uno de estos: { $known }; no { $given }. ¿Querías decir `{ $meant }`?
detail-field-text = { $field } es un texto, no { $given }.
detail-field-number = { $field } no puede ser { $given }: es un número entero desde 0.
detail-field-boolean = { $field } es true o false, no { $given }.
detail-field-object = { $field } es un objeto JSON, no { $given }.
detail-invalid-body = Esto no se puede leer: { $what }
detail-not-utf8 = Lo que lleva codificación porcentual tiene que ser UTF-8.
detail-charset = El cuerpo tiene que estar en UTF-8.
detail-coding = El cuerpo no puede ir comprimido.
detail-no-object = Hace falta un objeto JSON.
detail-json-needed = La petición tiene que ser JSON.
detail-form-needed = El formulario tiene que llegar como lo envía un navegador.
detail-rooms-asked = Pide de 1 a { $max } salas a la vez.
detail-invalid-format = format es json, sse o text.
detail-invalid-zone = tz es el nombre de una zona horaria, por ejemplo Europe/Madrid.
detail-one-position = Solo se puede indicar uno de estos: last, before, above, around o after.
detail-text-long =
    { $max ->
        [one] Como mucho { $max } carácter.
       *[other] Como mucho { $max } caracteres.
    }
detail-text-empty = No contiene nada visible.
detail-text-control = El carácter { $character } no está permitido.
detail-text-marks = Como mucho { $max } signos combinables seguidos.
detail-name-character = El carácter { $character } no está permitido en un nombre.
detail-name-length = Un nombre tiene de 1 a { $max } caracteres visibles.
detail-sender-id = El id de un remitente tiene de 1 a { $max } caracteres, ninguno de ellos de control.
detail-avatar = Un avatar es una dirección http o https de { $max } caracteres como mucho.
detail-data-size = data es un objeto JSON de { $max } bytes como mucho.
detail-signal-name = El nombre de una señal tiene de 1 a { $max } caracteres: una letra minúscula, y luego minúsculas, cifras, _, . y -.
detail-signals = La sala ha recibido demasiadas señales en este segundo.
detail-emoji = Hace falta un solo emoji entero, tal como lo envían los teclados.
detail-emoji-missing = Hace falta un emoji, en la dirección: ?emoji=, con codificación porcentual.
detail-reaction-kinds = Un mensaje admite como mucho { $max } reacciones distintas.
detail-reply-to-nothing = reply_to es el id de un mensaje de esta sala.
detail-level-needed = Para esto hace falta el nivel { $needs }.
detail-kind-made-by-server = Solo el servidor anuncia quién llega y quién se va.
detail-room-not-made = Esa sala todavía no existe. El sitio tiene que crearla primero.
detail-guests-not-welcome = Los invitados no pueden escribir en esta sala.
detail-name-reserved = Este nombre podría pasar por el del propio sitio.
detail-write-queue-full = Hay demasiados mensajes a la espera de guardarse.
detail-body-bytes = Una petición admite como mucho { $max } bytes.
detail-rooms-open =
    { $max ->
        [one] Como mucho { $max } sala abierta por conexión.
       *[other] Como mucho { $max } salas abiertas por conexión.
    }
detail-pace-user-room = Son demasiados mensajes tuyos seguidos para esta sala.
detail-pace-user = Son demasiados mensajes tuyos seguidos.
detail-pace-room = Llegan demasiados mensajes a la vez a esta sala.
detail-pace-address = Llegan demasiados mensajes a la vez desde tu red.
detail-pace-guests = Llegan demasiados invitados a la vez desde tu red.
detail-streams-of-address = Como mucho { $max } conexiones abiertas desde una misma red.
detail-streams-of-user = Como mucho { $max } conexiones abiertas por persona.
detail-rooms-of-address = Como mucho { $max } salas abiertas desde una misma red.
detail-filter-word = Tiene una palabra que aquí no se usa.
detail-filter-link = Aquí no se pueden enviar enlaces.
detail-filter-name = Este nombre no se puede usar aquí.
detail-filter-edit = Con este cambio habría que revisar el mensaje; queda como estaba.
detail-edit-held = Lo que se dice aquí se revisa antes y después ya no se puede cambiar; queda como estaba.
detail-hook-words = { $words }
detail-hook-refused = Este sitio no permite este mensaje.
detail-hook-away = Lo que se dice aquí se revisa antes, y ahora mismo no es posible. Inténtalo de nuevo en un momento.
detail-hook-busy = Hay demasiados mensajes esperando a que se revisen.
detail-another-sender = Todas las salas de una conexión son de un mismo remitente.
detail-hello-first = El primer mensaje de la conexión tiene que ser hello.
detail-reference = ref admite como mucho { $max } caracteres.
detail-open-mode = El modo abierto solo responde a peticiones dirigidas a un nombre de loopback y que no han pasado por un proxy. Para atender a otros, arranca con un secreto: TERTULIA_SECRET o secret_file.
detail-origin-needed = Una petición que se apoya en una cookie necesita un Origin. Desde un programa, envía un token.
detail-keys-away = Ahora no se pueden obtener las claves con las que se comprueban los pases.
detail-own-everywhere-needed = Para esto hace falta own en todo.
detail-user-id = El id de un usuario tiene de 1 a { $max } caracteres, ninguno de ellos de control.
detail-origin = { $origin } no está en la lista. Añádelo a origins.
detail-origin-null = Una página abierta como archivo, o en un sandbox, no tiene origen. Sírvela, por ejemplo con python3 -m http.server, y ábrela allí.
detail-restricted-until = Hasta { $until }.
detail-restricted-why = { $why }
detail-restricted-until-why = Hasta { $until }: { $why }
detail-restricted-address = Hasta { $until }, para quienes vienen sin cuenta por esta conexión.
detail-address-of-guests = Solo se puede incluir la dirección de invitados: esta persona es usuaria del sitio.
detail-address-unknown = No se conoce ninguna dirección de esta persona invitada, así que no se puede incluir. Prueba sin ella.
detail-report-own = No se pueden denunciar los mensajes propios.
detail-reports-in-room = Esta sala ya tiene el máximo de denuncias pendientes ({ $max }). Primero tiene que revisarlas la moderación.
detail-pace-reports = Demasiadas denuncias seguidas. Vuelve a intentarlo dentro de un rato.
detail-pace-unread = Esto se ha preguntado demasiadas veces seguidas. Vuelve a intentarlo dentro de un rato.
detail-restrictions = En una sala puede haber como máximo { $max } personas con restricciones.
detail-until-past = El fin de una restricción tiene que estar en el futuro.
detail-kick-until = Una expulsión termina sola a los 60 segundos: va sin until. Con mute y ban se puede dar un final.
detail-room-exists = Esta sala ya existe.
detail-held-rejected = La moderación no aprobó este mensaje.
detail-held-for-review = Está pendiente de revisión.
detail-held-by-sender = Como mucho { $max } de tus mensajes pueden estar pendientes de revisión.
detail-held-in-room = Como mucho { $max } mensajes pueden estar aquí pendientes de revisión.

# Cómo se llama una sala sin título.
room-name = Chat de { $type } { $id }
detail-before-or-user = Hay que pedir `before` o `user`, uno de los dos.
