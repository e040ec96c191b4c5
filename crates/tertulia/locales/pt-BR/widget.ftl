# draft

room-title = Chat de { $type } { $id }
room-title-lobby = Sala principal
log-label = Mensagens

joined = { $name } entrou
left = { $name } saiu
deleted-by-sender = Mensagem apagada
deleted-by-moderator = Mensagem removida pela moderação
edited = editada
guest = convidado
system-label = Sistema
notification-label = Aviso
reaction-label =
    { $count ->
        [one] { $emoji }, { $count } pessoa
       *[other] { $emoji }, { $count } pessoas
    }
unread-line = Novas
go-to-quoted = Ir para esta mensagem
quote-unknown = Uma mensagem anterior
message-gone = Esta mensagem não está mais aqui.

sending = Enviando
sent = Enviada
waiting = Aguardando envio
failed = Não enviada
failed-too-long = Esta mensagem é longa demais.
failed-muted = Por enquanto, você não pode escrever aqui.
failed-locked = Esta sala está trancada.
failed-not-allowed = Você não pode escrever aqui.
failed-refused = Esta mensagem não foi aceita.
failed-given-up = Não foi possível enviar em um dia.
failed-token = Entre na sua conta de novo.
retry = Tentar de novo
discard = Descartar
outbox-full = Há tantas mensagens aguardando envio que nenhuma outra é aceita por enquanto.
held = Sua mensagem está aguardando aprovação.

write = Escreva uma mensagem
send = Enviar
too-long =
    { $count ->
        [one] { $count } caractere a mais
       *[other] { $count } caracteres a mais
    }
characters-left =
    { $count ->
        [one] Resta { $count } caractere
       *[other] Restam { $count } caracteres
    }
name-question = Como podemos chamar você?
name-label = Seu nome
name-go = Continuar
name-taken = Esse nome já está em uso.
name-reserved = Este nome poderia passar pelo do próprio site.
name-invalid = Escolha outro nome, por favor.
name-failed = Não deu certo. Tente de novo.

writing-as = Como { $name }
name-change = Mudar seu nome
slow-mode =
    { $count ->
        [one] Modo lento: uma mensagem por segundo
       *[other] Modo lento: uma mensagem a cada { $count } segundos
    }
emoji-pick = Escolher um emoji
emoji-search = Buscar emoji
emoji-none = Nenhum encontrado.
emoji-recent = Usados recentemente
emoji-smileys = Carinhas e emoções
emoji-people = Pessoas e corpo
emoji-nature = Animais e natureza
emoji-food = Comida e bebida
emoji-travel = Viagens e lugares
emoji-activities = Atividades
emoji-objects = Objetos
emoji-symbols = Símbolos
emoji-flags = Bandeiras
emoji-groups = Grupos de emojis
emoji-tone = Tom de pele
tone-none = Sem tom de pele
tone-light = Pele clara
tone-medium-light = Pele morena clara
tone-medium = Pele morena
tone-medium-dark = Pele morena escura
tone-dark = Pele escura
suggestions = Sugestões
replying-to = Respondendo a { $name }
editing = Editar
cancel = Cancelar

react = Reagir
reply = Responder
more = Mais
edit = Editar
copy-text = Copiar texto
copy-link = Copiar link
copied = Copiado.
delete = Apagar
deleting = Apagada.
undo = Desfazer
ignore = Ignorar esta pessoa
ignore-none =
    { $count ->
        [one] Mostrar de novo { $count } pessoa ignorada
       *[other] Mostrar de novo { $count } pessoas ignoradas
    }
mute-for =
    { $count ->
        [one] Silenciar por { $count } minuto
       *[other] Silenciar por { $count } minutos
    }
kick = Expulsar por um minuto
ban = Banir
muted = { $name } não pode escrever por enquanto.
kicked = { $name } está fora da sala por um minuto.
banned = { $name } não pode mais entrar.
also-connection = Também a conexão, por um dia
in-force = Silenciados e banidos
in-force-none = Ninguém está silenciado nem banido aqui.
in-force-until = Até { $time }
lift = Liberar
delete-all = Apagar tudo o que essa pessoa disse
delete-all-sure = Apagar tudo mesmo?
deleted-all = Mensagens apagadas: { $count }
report = Denunciar
report-why = O que há de errado? (opcional)
report-thanks = Obrigado. A moderação foi avisada.
review = Para revisar
review-waiting =
    { $count ->
        [one] { $count } mensagem para revisar
       *[other] { $count } mensagens para revisar
    }
review-none = Não há nada para revisar.
review-approve = Aprovar
review-reject = Rejeitar
review-show = Mostrar
review-keep = Manter
reported-by =
    { $count ->
        [one] Denunciada por { $count } pessoa
       *[other] Denunciada por { $count } pessoas
    }
lock = Trancar a sala
unlock = Destrancar a sala
slow-label = Modo lento
slow-off = Sem modo lento
slow-set =
    { $count ->
        [one] { $count } segundo
       *[other] { $count } segundos
    }
notify-on = Notificar novas mensagens
notify-off = Não notificar mais
notify-refused = Seu navegador não permite notificações aqui.
close = Fechar
did-not-work = Não deu certo. Tente de novo.
not-loaded = Uma parte do chat não pôde ser carregada. Tente de novo ou recarregue a página.

empty = Ainda não há mensagens
empty-hint = Seja a primeira pessoa a escrever.
beginning = Aqui começa a conversa.
loading-older = Carregando mensagens anteriores
new-messages =
    { $count ->
        [one] { $count } mensagem nova
       *[other] { $count } mensagens novas
    }
to-newest = Ir para as mensagens mais recentes
people-here =
    { $count ->
        [one] { $count } pessoa aqui
       *[other] { $count } pessoas aqui
    }
people-more =
    { $count ->
        [one] e mais { $count }
       *[other] e mais { $count }
    }
typing-one = { $name } está digitando…
typing-two = { $first } e { $second } estão digitando…
typing-many = Várias pessoas estão digitando…

state-connecting = Conectando…
state-offline = Sem conexão. O que você escrever fica guardado e será enviado quando ela voltar.
state-signed-out = Entre na sua conta para participar.
state-restricted = Por enquanto, você não pode participar aqui.
state-restricted-until = Você não pode participar aqui até { $time }.
state-muted = Você pode ler aqui, mas por enquanto não escrever.
state-muted-until = Você pode ler aqui, e escrever de novo a partir de { $time }.
state-why = Motivo: { $why }
state-locked = Esta sala está trancada. Você pode ler, mas não escrever.
state-read-only = Você pode ler aqui, mas não escrever.
state-not-yours = Você não tem acesso a esta sala.
state-deleted = Esta sala foi apagada.
state-page-refused = Esta página não pode usar este chat.
