# draft

text-joined = { $name } entrou
text-left = { $name } saiu
text-edited = { $name } editou: { $text }
text-deleted = (apagada)
text-deleted-by-sender = { $name } apagou uma mensagem ({ $time })
text-deleted-by-moderator = A moderação removeu uma mensagem de { $name } ({ $time })
text-nobody = alguém
text-reset = O que está acima não vale mais; a sala agora está assim.
text-day = --- { $weekday } { $date } ---
weekday-1 = segunda-feira
weekday-2 = terça-feira
weekday-3 = quarta-feira
weekday-4 = quinta-feira
weekday-5 = sexta-feira
weekday-6 = sábado
weekday-7 = domingo

page-title = Chat de { $type } { $id }
page-day = { $weekday } { $date } ({ $zone })
page-empty = Ainda não se disse nada aqui.
page-older = Mensagens anteriores
page-newest = Para as mensagens mais recentes
page-edited = (editada)
page-guest = convidado
page-deleted-by-sender = Mensagem apagada
page-deleted-by-moderator = Mensagem removida pela moderação
page-quoted = Uma mensagem anterior
page-name = Seu nome
page-text = Mensagem
page-send = Enviar
page-held = A moderação vai revisar sua mensagem antes que ela apareça.
page-locked = Esta sala está trancada.
page-sign-in = Para ler esta sala, entre na sua conta no site de onde você veio; o chat então precisa de JavaScript.
