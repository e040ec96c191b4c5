# draft

problem-malformed = Isto não pode ser lido como uma requisição.
problem-token-in-url = Um token não deve ficar em um endereço: registros e históricos guardam o endereço.
problem-token-missing = Para isso, você precisa dizer quem é.
problem-token-expired = Seu passe expirou; é preciso um novo.
problem-token-invalid = Este passe não vale aqui.
problem-not-allowed = Você não pode fazer isso.
problem-muted = Por enquanto, você não pode escrever aqui.
problem-banned = Você não pode entrar nesta sala.
problem-locked = A sala está trancada: só a moderação pode escrever.
problem-edit-over = O prazo para mudar esta mensagem acabou.
problem-refused = Isto não foi aceito.
problem-origin-refused = Esta página não pode usar este chat.
problem-open-mode-is-local = Este chat está em teste e só responde a este computador.
problem-not-found = Não há nada aqui, ou não é para você.
problem-wrong-method = Este endereço não permite isso.
problem-client-id-reused = Outra mensagem já foi enviada com o mesmo id.
problem-deleted = Esta mensagem foi apagada.
problem-name-taken = Alguém já tem este nome.
problem-room-deleted = Esta sala foi apagada.
problem-too-large = Isto é grande demais.
problem-unsupported-media = Este tipo de conteúdo não é aceito aqui.
problem-invalid = Algo na requisição não está certo.
problem-too-long = O texto é longo demais.
problem-upgrade-needed = Este endereço só fala WebSocket.
problem-slow-down = Rápido demais; espere um momento.
problem-too-many = Muitos ao mesmo tempo.
problem-internal = Algo deu errado do nosso lado.
problem-store-away = Algo de que o chat precisa não responde agora; nada foi gravado.
problem-unknown = Não se sabe se isto foi gravado; tente de novo, não será duplicado.
problem-draining = O servidor está reiniciando; tente de novo daqui a pouco.
problem-moved = A sala agora tem outro nome.

detail-invalid-form = Forma de { $what }: { $rule }.
detail-invalid-range = { $field } é um número inteiro de { $min } a { $max }.
detail-json-broken = A partir da linha { $line }, coluna { $column }, isto não pode ser lido como JSON.
detail-json-ends = O JSON termina antes da hora, na linha { $line }, coluna { $column }.
detail-field-missing = Falta { $field }.
detail-field-twice = { $field } aparece duas vezes.
detail-field-unknown = Não existe o campo `{ $field }`; existem estes: { $known }.
detail-field-misspelt = Não existe o campo `{ $field }`; você quis dizer `{ $meant }`?
detail-field-none = Não existe o campo `{ $field }`, nem nenhum outro.
detail-field-choice = { $field } é um destes: { $known }; não { $given }.
detail-field-text = { $field } é um texto, não { $given }.
detail-field-number = { $field } não pode ser { $given }: é um número inteiro a partir de 0.
detail-field-boolean = { $field } é true ou false, não { $given }.
detail-field-object = { $field } é um objeto JSON, não { $given }.
detail-invalid-body = Isto não pode ser lido: { $what }
detail-not-utf8 = O que usa codificação por porcentagem precisa ser UTF-8.
detail-charset = O corpo precisa estar em UTF-8.
detail-coding = O corpo não pode vir comprimido.
detail-no-object = É preciso um objeto JSON.
detail-json-needed = A requisição precisa ser JSON.
detail-form-needed = O formulário precisa chegar como um navegador o envia.
detail-rooms-asked = Peça de 1 a { $max } salas de uma vez.
detail-invalid-format = format é json, sse ou text.
detail-invalid-zone = tz é o nome de um fuso horário, por exemplo Europe/Madrid.
detail-one-position = Só um destes pode ser indicado: last, before, above, around ou after.
detail-text-long =
    { $max ->
        [one] No máximo { $max } caractere.
       *[other] No máximo { $max } caracteres.
    }
detail-text-empty = Não há nada visível nela.
detail-text-control = O caractere { $character } não é permitido.
detail-text-marks = No máximo { $max } sinais combinantes seguidos.
detail-name-character = O caractere { $character } não é permitido em um nome.
detail-name-length = Um nome tem de 1 a { $max } caracteres visíveis.
detail-sender-id = O id de um remetente tem de 1 a { $max } caracteres, nenhum deles de controle.
detail-avatar = Um avatar é um endereço http ou https de no máximo { $max } caracteres.
detail-data-size = data é um objeto JSON de no máximo { $max } bytes.
detail-signal-name = O nome de um sinal tem de 1 a { $max } caracteres: uma letra minúscula e depois minúsculas, algarismos, _, . e -.
detail-signals = A sala recebeu sinais demais neste segundo.
detail-emoji = É preciso um único emoji inteiro, como os teclados enviam.
detail-emoji-missing = É preciso um emoji no endereço: ?emoji=, com codificação por porcentagem.
detail-reaction-kinds = Uma mensagem tem no máximo { $max } tipos de reação.
detail-reply-to-nothing = reply_to é o id de uma mensagem desta sala.
detail-level-needed = Para isso é preciso o nível { $needs }.
detail-kind-made-by-server = Só o servidor avisa quem entra e quem sai.
detail-room-not-made = Esta sala ainda não existe. O site precisa criá-la primeiro.
detail-guests-not-welcome = Convidados não podem escrever nesta sala.
detail-name-reserved = Este nome poderia passar pelo do próprio site.
detail-write-queue-full = Há mensagens demais esperando para ser guardadas.
detail-body-bytes = Uma requisição tem no máximo { $max } bytes.
detail-rooms-open =
    { $max ->
        [one] No máximo { $max } sala aberta por conexão.
       *[other] No máximo { $max } salas abertas por conexão.
    }
detail-pace-user-room = São mensagens suas demais seguidas para esta sala.
detail-pace-user = São mensagens suas demais seguidas.
detail-pace-room = Estão falando demais ao mesmo tempo nesta sala.
detail-pace-address = Estão chegando mensagens demais da sua rede ao mesmo tempo.
detail-pace-guests = Estão chegando convidados demais da sua rede ao mesmo tempo.
detail-streams-of-address = No máximo { $max } conexões abertas de uma mesma rede.
detail-streams-of-user = No máximo { $max } conexões abertas por pessoa.
detail-rooms-of-address = No máximo { $max } salas abertas de uma mesma rede.
detail-filter-word = Há nela uma palavra que não se usa aqui.
detail-filter-link = Não é possível enviar links aqui.
detail-filter-name = Este nome não pode ser usado aqui.
detail-filter-edit = Com esta mudança alguém precisaria revisar a mensagem; ela fica como estava.
detail-edit-held = O que se diz aqui é revisado antes e depois não pode mais ser mudado; fica como estava.
detail-hook-words = { $words }
detail-hook-refused = Este site não quer que isso seja dito.
detail-hook-away = O que se diz aqui é revisado antes, e isso não é possível agora. Tente de novo daqui a pouco.
detail-hook-busy = Há mensagens demais esperando revisão.
detail-another-sender = Todas as salas de uma conexão são de um mesmo remetente.
detail-hello-first = A primeira mensagem da conexão precisa ser hello.
detail-reference = ref tem no máximo { $max } caracteres.
detail-open-mode = O modo aberto só responde a requisições para um nome de loopback que não passaram por um proxy. Para atender outras pessoas, inicie com um segredo: TERTULIA_SECRET ou secret_file.
detail-origin-needed = Uma requisição garantida por um cookie precisa de Origin. A partir de um programa, envie um token.
detail-keys-away = As chaves que verificam os tokens não podem ser obtidas agora.
detail-own-everywhere-needed = Para isso é preciso own em tudo.
detail-user-id = O id de um usuário tem de 1 a { $max } caracteres, nenhum deles de controle.
detail-origin = { $origin } não está na lista. Adicione-o a origins.
detail-origin-null = Uma página aberta como arquivo, ou em uma sandbox, não tem origem. Sirva-a, por exemplo com python3 -m http.server, e abra-a ali.
detail-restricted-until = Até { $until }.
detail-restricted-why = { $why }
detail-restricted-until-why = Até { $until }: { $why }
detail-restricted-address = Até { $until }, para todos que chegam sem conta por esta conexão.
detail-address-of-guests = Só o endereço de convidados pode ser incluído: esta pessoa é usuária do site.
detail-address-unknown = Não se conhece nenhum endereço deste convidado, então não pode ser incluído. Tente sem ele.
detail-report-own = Ninguém denuncia o que disse.
detail-reports-in-room = Nesta sala já esperam tantas denúncias quantas cabem ({ $max }). Quem modera precisa vê-las primeiro.
detail-pace-reports = Denúncias demais de uma vez. Tente de novo mais tarde.
detail-pace-unread = Isso foi perguntado vezes demais. Tente de novo mais tarde.
detail-restrictions = Uma sala pode ter no máximo { $max } pessoas com restrições.
detail-until-past = O fim de uma restrição precisa estar no futuro.
detail-kick-until = Um kick termina sozinho depois de 60 segundos: vai sem until. Com mute e ban é possível indicar um fim.
detail-room-exists = Já existe uma sala assim.
detail-held-rejected = Quem modera não deixou esta mensagem passar.
detail-held-for-review = Ela está esperando revisão.
detail-held-by-sender = No máximo { $max } mensagens suas podem esperar revisão.
detail-held-in-room = No máximo { $max } mensagens podem esperar revisão aqui.

room-name = Chat de { $type } { $id }
detail-before-or-user = Peça `before` ou `user`, um dos dois.
