var a=`rosto risonho|engraçado feliz lol
rosto risonho com olhos bem abertos|boca feliz olhos arregalados
rosto risonho com olhos sorridentes|aberta boca engraçado
rosto contente com olhos sorridentes|feliz olhos sorrindo rindo
rosto risonho com olhos semicerrados|gargalhada gargalhando hahaha
rosto risonho com gota de suor|estressada estressado nervoso
rolando no chão de rir|choro engraçada feliz
rosto chorando de rir|alegria engraçada engraçado
rosto levemente sorridente|feliz rosto sorrindo sorriso
rosto de cabeça para baixo|rosto invertido
rosto derretendo|calor derreter desaparecer
rosto com olho piscando|flerte piscada rosto piscando
rosto sorridente com olhos sorridentes|alegre encabulada envergonhada
rosto sorridente com auréola|anjinho anjo inocente
rosto sorridente com 3 corações|amando amei amo
rosto sorridente com olhos de coração|amor apaixonado olhar apaixonado
rosto com olhar maravilhado|estrela gargalhando olhos
rosto mandando um beijo|flerte jogando beijos mandando beijo
rosto beijando|beijo rosto com beijo
rosto sorridente|corada corado relaxado
rosto beijando com olhos fechados|beijando com os olhos fechados beijinho mandando beijo
rosto beijando com olhos sorridentes|beijar e sorrir beijinho beijos
rosto sorridente com lágrima|aliviada chorar contente
rosto saboreando comida|apetitoso comida gostosa delicioso
rosto mostrando a língua|língua para fora rosto com língua para fora
rosto piscando e com língua para fora|brincadeira língua para fora com piscadela piscadela
rosto bizarro|cara de maluco doida doido
rosto com olhos semicerrados e língua para fora|eca horrível língua para fora com os olhos fechados
rosto com cifrões|avarenta caro cifrão
rosto abraçando|abraço carinho feliz
rosto com a mão sobre a boca|hehe ops risadinha
rosto com olhos abertos e mão sobre a boca|assustada chocada descrença
rosto com olho espiando|cativada cativado envergonhada
rosto fazendo sinal de silêncio|faça silêncio fica quieta quieta
rosto pensativo|curiosa curioso dúvida
rosto saudando|boa sorte exército ok
rosto com boca de zíper|boca fechada calada calado
rosto com sobrancelha levantada|ceticismo confusa confuso
rosto neutro|putz rosto sem emoção sem comentários
rosto inexpressivo|aff inespressiva inespressivo
rosto sem boca|calada calado quieto
rosto com linha pontilhada|deprimida desaparecer esconder
rosto nas nuvens|cabeça nas nuvens distraído rosto no nevoeiro
rosto com sorriso maroto|flerte sorriso maldoso sorriso malicioso
rosto aborrecido|aff blasé nada engraçado
rosto com olhos revirados|olhando para cima revirando os olhos rolando os olhos
rosto expressando desagrado|careta fazendo careta rosto fazendo careta
rosto exalando|alívio assobio assopro
rosto de mentiroso|mentindo mentira nariz crescendo
rosto tremendo|choque louco loucura
cabeça virando de um lado para o outro|balançar cabeça balançando na horizontal negar
cabeça balançando na vertical|confirmação sim
rosto aliviado|alívio em paz zen
rosto deprimido|abatido chateado desanimado
rosto sonolento|cara de sono rosto com sono
rosto babando|babar salivando
rosto dormindo|boa noite cama cansada
rosto com olheiras|cansada cansado cansaço
rosto com máscara médica|doente gripado resfriado
rosto com termômetro|de cama doente febre
rosto com atadura na cabeça|acidentado doente ferimento
rosto nauseado|doente enjoado enjoo
rosto vomitando|doente nojenta nojento
rosto espirrando|de cama doente espirro
rosto fervendo de calor|febre febril insolação
rosto gelado|abaixo de zero azul congelando
rosto embriagado|alcoolizado boca ondulada bêbada
rosto atordoado|acabado doente morto
rosto com olhos em espiral|caramba confuso desnorteado
cabeça explodindo|chocada chocado chocante
rosto com chapéu de caubói|cara cara de cauboi cauboi
rosto festivo|animação aniversário apito
rosto disfarçado|bigode disfarce espião
rosto sorridente com óculos escuros|muito sol na boa sol
rosto de nerd|cdf esperto estudioso
rosto com monóculo|conservador
rosto confuso|indeciso não entendi não tenho certeza
rosto com boca diagonal|confusão cético decepção
rosto preocupado|decepcionado
rosto meio triste|tristeza tristinho
rosto descontente|decepcionado decepção insatisfeito
rosto com boca aberta|boquiaberto empatia pasmo
rosto surpreso|espantado uau
rosto espantado|chocado estupefato totalmente chocado
rosto ruborizado|atordoado deslumbrado horrorizado
rosto distorcido|ansiedade chocado inchado
rosto implorando|olhar de cachorrinho olhos grandes perdão
rosto segurando as lágrimas|admiração alegria chorar
rosto franzido com boca aberta|assustado decepcionado inesperado
rosto angustiado|sofrendo
rosto amedrontado|ansiedade assustado com medo
rosto ansioso com gota de suor|boca aberta nervoso rosto azul com suor frio
rosto triste, mas aliviado|decepcionado não ufa
rosto chorando|choro lágrimas triste
rosto chorando aos berros|chorando alto chorar infeliz
rosto gritando de medo|assustada assustado grito
rosto perplexo|bravo frustrado indignado
rosto perseverante|concentrado concentração dor de cabeça
rosto desapontado|decepção desapontamento rosto decepcionado
rosto cabisbaixo com gota de suor|rosto com suor frio suando frio suor frio
rosto desolado|aborrecido cansado cansei
rosto cansado|desesperado exausto
rosto bocejando|bocejo cansada cansado
rosto soltando vapor pelo nariz|brava bravo furiosa
rosto furioso|bravo irado vermelho
rosto zangado|irado
rosto com símbolos na boca|censurado fala mal
rosto sorridente com chifres|cara diabinho diabo
rosto zangado com chifres|bravo demônio diabinho
caveira|conto corpo fadas
caveira e ossos cruzados|morte pirata
cocô|estrume excremento fezes
rosto de palhaço|cara circo engraçado
ogro|assustador conto de fadas demoníaco
duende japonês|bravo conto fadas
fantasma|assombrado assombração buu
alienígena|extraterrestre ovni rosto
monstro alienígena|e.t. extraterrestre game
rosto de robô|monstro robotizado
rosto de gato sorrindo|aberta animal boca
rosto de gato sorrindo com olhos sorridentes|riso sorriso
rosto de gato com lágrimas de alegria|chorando choro engraçado
rosto de gato sorridente com olhos de coração|adorei amor apaixonado
rosto de gato com sorriso irônico
rosto de gato mandando um beijo|beijando fechado olho
rosto de gato desolado|choque meu deus oh!
rosto de gato chorando|choro lágrima triste
rosto de gato mal-humorado|bico bravo
macaco que não vê nada|envergonhado não veja o mal não vi nada
macaco que não ouve nada|não ouça o mal não ouço não quero ouvir
macaco que não fala nada|animal boca tapada não fale nada
carta de amor|coração correspondência com coração romance
coração com flecha|amor cupido emoção
coração com fita|amor aniversário dia dos namorados
coração brilhante|amor emocionante emoção
coração crescendo|amor animado batendo
coração pulsante|amor batendo emoção
corações girando|adorável amor bonitinho
dois corações|amor aniversário casal
coração decorativo|amor decoração roxo
exclamação de coração|amor pontuação s2
coração partido|amorosa decepção desilusão
coração em chamas|amor coração sagrado fogo
coração remendado|bem bom curando
coração vermelho|amor s2
coração rosa|adorei adorável amo você
coração laranja|emoção s2
coração amarelo|amor emoção love
coração verde|emoção s2
coração azul|emoção s2
coração azul-claro|adorar adorei amo você
coração roxo|coração lilás emoção s2
coração marrom|s2
coração preto|negro s2
coração cinza|adorar adorei amo você
coração branco|s2
marca de beijo|lábios romance
cem pontos|100 certamente certeza
símbolo de raiva|com raiva emoção engraçado
nuvem de briga|debate desacordo discussão
colisão|emoção engraçado explosão
zonzo|brilhante emoção engraçado
pingos de suor|borrifo com suor emoção
rapidez|correr corrida emoção
buraco|buraco no chão
balão de diálogo|balão de conversa engraçado
olho no balão de diálogo|testemunha
balão de diálogo à esquerda|azul conversa
balão de raiva à direita|briga conversa discurso
balão de pensamento|engraçado ideia inventando
zzz|boa noite cansada cansado
mão acenando|aceno até mais está aí?
dorso da mão levantado|levantada para tudo pare
mão aberta com os dedos separados|5 cinco palma
mão levantada|5 cinco erguida
saudação vulcana|dedos jornada nas estrelas mão
mão para a direita|apertar aperto pegar
mão para a esquerda|apertar pegar segurar
mão com a palma para baixo|cair derrubar descartar
mão com a palma para cima|acenar levantar oferecer
mão empurrando para a esquerda|bate aqui bloquear empurrar
mão empurrando para a direita|bate aqui bloquear empurrar
sinal de ok|beliscar certo concordo
dedos comprimidos|beliscado coxinha gesto de mão
mão beliscando|beliscar pequena quantidade pequeno
mão em V de vitória|beleza paz sim
dedos cruzados|boa sorte mão sorte
mão com dedo indicador e polegar cruzados|<3 amor army
gesto de "te amo"|amor mão
saudação do rock|chifres dedos metal
sinal "me liga"|legal ligar mão
dorso da mão com indicador apontando para a esquerda|costas dedo
dorso da mão com indicador apontando para a direita|apontar costas dedo
dorso da mão com indicador apontando para cima|costas dedo dedo para cima
dedo do meio|gesto ofensivo mão
dorso da mão com indicador apontando para baixo|abaixo costas da mão dedo
indicador apontando para cima|dedo dedo apontando para cima eu
indicador apontando para o visualizador|apontar aí cutucar
polegar para cima|beleza concordo dedão
polegar para baixo|dedão dedão para baixo desaprovado
punho levantado|pedra punho erguido solidariedade
soco|beleza fechado força
punho esquerdo|fechada mão soco
punho direito|soco
mãos aplaudindo|aplauso bom trabalho palmas
mãos para cima|ambas as mãos comemoração levantando ambas as mãos para comemorar
mãos de coração|<3 amei amo você
mãos abertas|sinal sinal de mãos abertas
palmas unidas para cima|devoção juntas oração
aperto de mãos|combinado cumprimento
mãos juntas|gesto reza rezando
escrevendo à mão|caneta
esmalte de unha|cosméticos manicure mão
selfie|camera celular câmera
bíceps|academia contraído engraçado
braço mecânico|acessibilidade prótese
perna mecânica|acessibilidade prótese
perna|chute joelho membro
pé|calcanhar chutar chute
orelha|corpo escutar ouvido
ouvido com aparelho auditivo|acessibilidade deficiência auditiva surda
nariz|cheirar cheiro corpo
cérebro|inteligente inteligência
coração humano|anatomia batimento batimento cardíaco
pulmões|anatomia espiração exalação
dente|branco dentista
osso|cachorro esqueleto
olhos|olhando rosto tô de olho
olho|parte do corpo rosto
língua|corpo rosto
boca|batom beijo corpo
mordendo o lábio|ansioso batom beijo
bebê|bebezinho grávida neném
criança|filho jovem neto
menino|garoto guri jovem
menina|filha garota menininha
pessoa|adulta adulto
pessoa: cabelo louro|loiro pessoa loira pessoa loura
homem|adulto amigo irmão
homem: barba|barbudo pessoa
homem: barbudo|barba homem: barba
mulher: barba
homem: cabelo vermelho|adulto amigo irmão
homem: cabelo cacheado|adulto amigo irmão
homem: cabelo branco|adulto amigo irmão
homem: careca|adulto amigo irmão
mulher|adulta garota guria
mulher: cabelo vermelho|adulta garota guria
pessoa: cabelo vermelho|adulta adulto
mulher: cabelo cacheado|adulta garota guria
pessoa: cabelo cacheado|adulta adulto
mulher: cabelo branco|adulta garota guria
pessoa: cabelo branco|adulta adulto
mulher: careca|adulta garota guria
pessoa: careca|adulta adulto
mulher: cabelo loiro|garota guria loira
homem: cabelo loiro|louro
idoso|adulto avô sábio
homem idoso|adulto avô careca
idosa|adulta mulher pessoas
franzindo a sobrancelha|brava bravo chateada
homem franzindo a sobrancelha|carrancudo chateado desconfiado
mulher franzindo a sobrancelha|carrancuda desconfiada
pessoa fazendo bico|beicinho beiço careta
homem fazendo bico|apontando cara feia gesto
mulher fazendo bico|cara feia
pessoa fazendo gesto de “não”|de jeito nenhum mão proibido
homem fazendo gesto de “não”|menino mão proibido
mulher fazendo gesto de “não”|mão proibido
pessoa fazendo gesto de “OK”|exercício gesto para ok mão
homem fazendo gesto de “OK”|cabeça exercício menino
mulher fazendo gesto de “OK”|mão
pessoa com a palma virada para cima|ajuda diva divo
homem com a palma virada para cima|ajuda fofoca garoto
mulher com a palma virada para cima
pessoa levantando a mão|dúvida eu eu sei
homem levantando a mão|eu eu sei gesto
mulher levantando a mão|gesto pedir a palavra
pessoa surda|acessibilidade audição orelha
homem surdo
mulher surda
pessoa fazendo reverência|arrependimento desculpa desculpe
homem fazendo reverência|desculpas gesto homem pedindo desculpas
mulher fazendo reverência|desculpas desculpe gesto
pessoa decepcionada|como assim decepcionado decepção
homem decepcionado|como assim decepção desapontamento
mulher decepcionada|como assim decepção desapontamento
pessoa dando de ombros|dar de ombros dúvida ignorância
homem dando de ombros|dar de ombros dúvida indiferença
mulher dando de ombros|dar de ombros dúvida garota
profissional de saúde|cuidados de saúde enfermeira médico
homem profissional da saúde|doutor enfermeiro médico
mulher profissional da saúde|doutora enfermeira garota
aluno|estudante graduando
estudante|aluno colando grau formando
aluna|estudante formanda mulher
professora na escola|instrutora
professor|educador homem instrutor
professora|instrutora mestra mulher
juiz no tribunal|balança
juiz|balança homem justiça
juíza|balança justiça mulher
agricultor|jardineiro rancheiro
fazendeiro|agricultor homem jardineiro
fazendeira|agricultora jardineira mulher
chef de cozinha|cozinheiro
cozinheiro|chef homem restaurante
cozinheira|chef mulher
mecânico trabalhando|eletricista encanador prestador de serviço
mecânico|eletricista encanador homem
mecânica|eletricista encanadora mulher
funcionário de fábrica|industrial montagem trabalhador
operário|fábrica homem indústria
operária|fábrica indústria mulher
trabalhador de escritório|arquiteto colarinho branco gerente
funcionário de escritório|arquiteto colarinho branco empresário
funcionária de escritório|arquiteta branco colarinho
cientista|biólogo engenheiro físico
cientista homem|biólogo físico professor
cientista mulher|bióloga física professora
programador|desenvolvedor inventor software
tecnólogo|codificador computador criador
tecnóloga|codificadora computador criadora
cantor|ator entretenimento estrela
cantor homem|artista ator pop
cantora|artista atriz mulher
artista|paleta
artista plástico|homem pintor pintura
artista plástica|mulher pintura
piloto|avião
piloto de avião homem
piloto de avião mulher|garota guria voando
astronauta|foguete
astronauta homem|espaço foguete
astronauta mulher|espaço foguete
bombeiro|caminhão de bombeiros
bombeiro homem|caminhão corpo de bombeiros fogo
bombeira|caminhão corpo de bombeiros fogo
policial|autoridade multar pessoa
policial homem|polícia tira
policial mulher|autoridade multar polícia
detetive|espião investigador rosto
detetive homem|espião investigador
detetive mulher|espionar espiã investigadora
guarda|londres palácio pessoas
guarda homem|segurança
guarda mulher|buckingham londres palacio
ninja|assassino furtividade guerra
trabalhador de construção civil|capacete chapéu construir
pedreiro|construção homem operário
pedreira|capacete construção contrução
pessoa com coroa|monarca nobre princesa
príncipe|realeza rei
princesa|conto coroa fadas
pessoa com turbante
homem com turbante
mulher com turbante
homem de boné|chapéu chinês gua pi mao guapimao
mulher com véu|cabeça hijab lenço
pessoa de smoking|festa gala homem
homem de smoking
mulher de smoking
pessoa com véu|casamento noiva noiva com véu
noivo com véu
noiva com véu
grávida|estou grávida gravidez mulher
homem grávido|barriga cheia cheio
pessoa grávida|barriga cheia cheio
amamentando|amamentação bebê leite
mulher alimentando bebê|amamentando amamentação amor
homem alimentando bebê|amamentando amamentação amor
pessoa alimentando bebê|amamentar amamentação homem
bebê anjo|conto fadas rosto
Papai Noel|comemoração festas natal
Mamãe Noel|comemoração natal vovó
noel|chapéu feliz festas
super-herói|bem boa bom
homem super-herói|bom superpoder
super-heroína|boa herói mulher
supervilão|bandido criminoso mal
homem supervilão|criminoso mal superpoder
supervilã|criminosa mulher má
mago|bruxa fantasia feiticeira
homem mago|feiticeiro
maga|bruxa feiticeira
fada|asas conto encantado
homem fada
mulher fada
vampiro|assustador bruxas dia
homem vampiro|drácula
mulher vampira
pessoa sereia|canto cauda contos
sereio|tritão
sereia
elfo|duende fantasia légolas
elfo homem|duende homem
elfa|duende mulher
gênio|desejos fantasia lâmpada
homem gênio
mulher gênio
zumbi|apocalipse assustador bruxas
homem zumbi|cazumbi
mulher zumbi|cazumbi
troll|conto fadas fantasia
criatura peluda|críptido eua floresta
pessoa recebendo massagem facial|dor de cabeça pele relaxar
homem recebendo massagem facial|acalmar dor de cabeça menino
mulher recebendo massagem facial|relaxamento
pessoa cortando o cabelo|beleza corte de cabelo salão
homem cortando o cabelo|barbeiro beleza corte
mulher cortando o cabelo|corte de cabelo salão de beleza
pessoa andando|andar caminhada caminhar
homem andando|andar caminhar homem caminhando
mulher andando|andar caminhada caminhando
pessoa andando: de frente para a direita|andar caminhada caminhar
mulher andando: de frente para a direita|andar caminhada caminhando
homem andando: de frente para a direita|andar caminhar homem caminhando
pessoa em pé|de pé
homem em pé
mulher em pé
pessoa ajoelhando|ajoelhado ajoelhar joelhos
homem ajoelhando|ajoelhado
mulher ajoelhando|ajoelhada
pessoa ajoelhando: de frente para a direita|ajoelhado ajoelhar joelhos
mulher ajoelhando: de frente para a direita|ajoelhada
homem ajoelhando: de frente para a direita|ajoelhado
pessoa com bengala para cego|acessibilidade
pessoa com bengala para cego: de frente para a direita|acessibilidade
homem com bengala para cego|accessibilidade
homem com bengala para cego: de frente para a direita|accessibilidade
mulher com bengala para cego|accessibilidade cega deficiência visual
mulher com bengala para cego: de frente para a direita|accessibilidade cega deficiência visual
pessoa em cadeira de rodas motorizada|acessibilidade
pessoa em cadeira de rodas motorizada: de frente para a direita|acessibilidade
homem em cadeira de rodas motorizada|acessibilidade
homem em cadeira de rodas motorizada: de frente para a direita|acessibilidade
mulher em cadeira de rodas motorizada|acessibilidade
mulher em cadeira de rodas motorizada: de frente para a direita|acessibilidade
pessoa em cadeira de rodas manual|acessibilidade
pessoa em cadeira de rodas manual: de frente para a direita|acessibilidade
homem em cadeira de rodas manual|acessibilidade
homem em cadeira de rodas manual: de frente para a direita|acessibilidade
mulher em cadeira de rodas manual|acessibilidade
mulher em cadeira de rodas manual: de frente para a direita|acessibilidade
pessoa correndo|correr corrida esporte
homem correndo|corrida esporte maratona
mulher correndo|corredora corrida esporte
pessoa correndo: de frente para a direita|correr corrida esporte
mulher correndo: de frente para a direita|corredora corrida esporte
homem correndo: de frente para a direita|corrida esporte maratona
bailarina|bailarino ballet balé
mulher dançando|bailarina flamenco pessoas
homem dançando
homem de terno levitando
pessoas com orelhas de coelho|amigas dançar dançarinas
homens com orelhas de coelho|dançarino festa homem
mulheres com orelhas de coelho|dançarinas festa orelha de coelho
pessoa na sauna|banho homem mulher
homem na sauna
mulher na sauna
pessoa escalando|alpinista escalada escalar
homem escalando|escalar
mulher escalando|escalar
esgrimista|esgrima espada esporte
corrida de cavalos|esporte jockey jóquei
esquiador|esporte frio neve
praticante de snowboard|esporte inverno neve
golfista|bola esporte golfe
homem golfista|golfe homem jogando golfe
mulher golfista|bola esporte garota
surfista|esporte onda ondas
homem surfista|surfando
mulher surfista|esporte garota guria
pessoa remando|barco bote canoa
homem remando|esporte remador remo
mulher remando|barco caiaque canoa
pessoa nadando|esporte nadar natação
homem nadando|nadar natação
mulher nadando|esporte homem nadadora
pessoa jogando basquete|arremesso atleta bater bola
homem jogando basquete|bola esporte
mulher jogando basquete|basketball bola esporte
pessoa levantando peso|bodybuilder esporte fisiculturista
homem levantando peso|esporte força
mulher levantando peso|esporte força garota
ciclista|bicicleta bike ciclismo
homem ciclista|bicicleta esporte passeio
mulher ciclista|bicicleta bike ciclismo
pessoa fazendo mountain bike|bicicleta ciclismo ciclista
homem fazendo mountain bike|bicicleta ciclista
mulher fazendo mountain bike|bicicleta ciclista esporte
pessoa fazendo estrela|animada animado esporte
homem fazendo estrela|animado esporte estrelinha
mulher fazendo estrela|animada esporte feliz
pessoas lutando|combate esporte greco-romana
homens lutando|combate esporte greco-romana
mulheres lutando|combate esporte greco-romana
pessoa jogando polo aquático|competição esporte piscina
homem jogando polo aquático|esporte jogador piscina
mulher jogando polo aquático|esporte jogadora menina
handebol|atleta bola esporte
jogador de handebol|bola esporte handball
jogadora de handebol|bola esporte gol
malabarista|equilíbrio habilidade malabares
homem malabarista|equilíbrio habilidade malabares
mulher malabarista|equilíbrio habilidade malabarismo
pessoa na posição de lótus|cruzadas ioga meditação
homem na posição de lótus|ioga meditação yoga
mulher na posição de lótus|ioga meditação yoga
pessoa tomando banho|banheira espuma água
pessoa deitada na cama|boa cochilo dormindo
pessoas de mãos dadas|amigos casal gêmeos
duas mulheres de mãos dadas|amigas casal gêmeas
homem e mulher de mãos dadas|amigos casal pessoas
dois homens de mãos dadas|amigos casal gêmeos
beijo|amor beijar casal
beijo: mulher e homem|amor beijar casal
beijo: homem e homem|amor beijar casal
beijo: mulher e mulher|amor beijar casal
casal apaixonado|casal com um coração coração pessoas
casal apaixonado: mulher e homem|casal com um coração coração pessoas
casal apaixonado: homem e homem|casal com um coração coração pessoas
casal apaixonado: mulher e mulher|casal com um coração coração pessoas
família: homem, mulher e menino|filho mãe pai
família: homem, mulher e menina|filho mãe pai
família: homem, mulher, menina e menino|filho mãe pai
família: homem, mulher, menino e menino|filho mãe pai
família: homem, mulher, menina e menina|filho mãe pai
família: homem, homem e menino|filho mãe pai
família: homem, homem e menina|filho mãe pai
família: homem, homem, menina e menino|filho mãe pai
família: homem, homem, menino e menino|filho mãe pai
família: homem, homem, menina e menina|filho mãe pai
família: mulher, mulher e menino|filho mãe pai
família: mulher, mulher e menina|filho mãe pai
família: mulher, mulher, menina e menino|filho mãe pai
família: mulher, mulher, menino e menino|filho mãe pai
família: mulher, mulher, menina e menina|filho mãe pai
família: homem e menino|filho mãe pai
família: homem, menino e menino|filho mãe pai
família: homem e menina|filho mãe pai
família: homem, menina e menino|filho mãe pai
família: homem, menina e menina|filho mãe pai
família: mulher e menino|filho mãe pai
família: mulher, menino e menino|filho mãe pai
família: mulher e menina|filho mãe pai
família: mulher, menina e menino|filho mãe pai
família: mulher, menina e menina|filho mãe pai
silhueta falando|berro cabeça grito
silhueta de busto|mistério pessoas sombra
silhueta de bustos|amigos dupla pessoas
pessoas se abraçando|abraço adeus amizade
família|filho mãe pai
família: adulto, adulto, criança
família: adulto, adulto, criança, criança|adultos crianças filha
família: adulto, criança
família: adulto, criança, criança|crianças
pegadas|corpo gravura pé
impressão digital|identidade investigação forense segurança
rosto de macaco|animal
macaco|animal
gorila|animal macaco
orangotango|macaco primata
rosto de cachorro|animal
cachorro|animal cão
cão-guia|acessibilidade cachorro cadela
cão de serviço|accessibilidade assistência cachorro
poodle|animal cachorro
rosto de lobo|animal
rosto de raposa|animal bicho
guaxinim|animal astuto curioso
rosto de gato|animal felino gatinho
gato|animal felino
gato preto|animal azar dia das bruxas
rosto de leão|animal zodíaco
rosto de tigre|animal
tigre|animal
leopardo|animal onça
rosto de cavalo|animal equino
alce|animal cervo chifres
burro|animais animal asno
cavalo|animal corrida equestre
rosto de unicórnio|animal
zebra|animal listra listras
cervo|animal veado
bisão|animal bisonte búfalo
rosto de vaca|animal fazenda leite
boi|animal touro zodíaco
búfalo-asiático|animal água
vaca|animal fazenda
rosto de porco|animal
porco|animal
javali|animal
nariz de porco|animal rosto
carneiro|animal chifre zodíaco
ovelha|animal fazenda lã
cabra|animal bode capricórnio
camelo|animal camelo de uma só corcova corcova
camelo com duas corcovas|animal camelo asiático com duas corcovas deserto
lhama|alpaca animal guanaco
girafa|animal
elefante|animal
mamute|animal extinto grande
rinoceronte|animal
hipopótamo|animal
rosto de camundongo|animal ratinho rato
camundongo|animal ratinho
rato|animal ratazana
rosto de hamster|animal
rosto de coelho|animal
coelho|animal coelhinho coelhinho da páscoa
esquilo|animal
castor|animal dentuço represa
porco-espinho|animal espinhoso ouriço
morcego|animal vampiro
rosto de urso|animal
urso polar|branco ártico
coala|animal
rosto de panda|animal
preguiça|bicho-preguiça devagar lenta
lontra|brincalhona pesca
gambá|fedida fedido fedor
canguru|animal austrália filhote
texugo|animal incomodar ratel
patas|animal patinhas de cachorro pegada
peru|animal ave peru de natal
galinha|animal ave
galo|animal ave
pintinho chocando|animal ave bebê
pintinho de perfil|animal ave bebê
pintinho de frente|animal ave bebê
pássaro|animal
pinguim|animal antartica frio
pomba branca|animal ave branca paz
águia|pássaro
pato|animal pássaro
cisne|animal ave patinho feio
coruja|pássaro sabedoria
dodô|animal ave extinto
pena|leve plumagem pássaro
flamingo|ave extravagante tropical
pavão|animal ave colorido
papagaio|animal ave fala
asa|angelical anjo ascender
pássaro preto|animal ave bico
ganso|animal ave bobo
fênix|fantasia imortal pássaro de fogo
sapo|animal rosto rosto de sapo
crocodilo|animal jacaré
tartaruga|animal
lagartixa|animal lagarto réptil
cobra|animal réptil serpente
rosto de dragão|animal
dragão|animal game of thrones
saurópode|braquiosaurus braquiossauro brontossauro
tiranossauro rex|dinossauro t-rex
baleia esguichando água|animal esguicho
baleia|animal mar oceano
golfinho|animal oceano
orca|baleia marinho oceano
foca|animal animal marinho leão marinho
peixe|animal peixes pesca
peixe tropical|animal
baiacu|animal peixe
tubarão|peixe
polvo|animal oceano octopus
caramujo|animal concha concha do mar
coral|mar mudança climática oceano
água-viva|ai animal aquário
caranguejo|animal animal marinho câncer
lagosta|animal bisque caldo
camarão|animal comida crustáceo
lula|animal comida molusco
ostra|frutos do mar mar mergulho
caracol|animal escargot
borboleta|beleza inseto
inseto|animal centopeia lagarta
formiga|animal inseto
abelha|animal inseto natureza
besouro|animal bicho inseto
joaninha|animal besouro inseto
grilo|gafanhoto inseto
barata|animal baratas inseto
aranha|animal dias das bruxas halloween
teia de aranha|halloween inseto
escorpião|animal deserto inseto
mosquito|aedes aegypti amarela
mosca|animal apodrecendo doença
minhoca|anelídeo animal parasita
micróbio|ameba bactéria ciência
buquê|aniversário flor planta
flor de cerejeira|cereja planta primavera
flor branca|carimbo carimbo de flor carimbo de parabéns
lótus|beleza budismo calma
roseta|flor flor amarela planta
rosa|flor
flor murcha|morrendo murchando
hibisco|flor planta primavera
girassol|flor planta
flor|florescer planta
tulipa|flor
jacinto|arbusto bluebonnet flor
muda de planta|brotar broto jovem
vaso com planta|casa chato decoração
conífera|floresta natal pinheirinho
árvore caidiça|desfolha natureza árvore cheia
palmeira|coqueiro árvore árvore de palmeira
cacto|deserto natureza planta
planta de arroz|comida espiga espiga de arroz
erva|folha planta
trevo|irlanda irlandês planta
trevo de quatro folhas|irlandês planta sorte
folha de bordo|folha caída folha vermelha maple
folhas caídas|cair outono
folha ao vento|soprando
ninho vazio|aninhando galhos lar
ninho com ovos|aninhando galhos lar
cogumelo|champignon fungo mario
árvore seca|inverno árvore sem folhas
uvas|fruta
melão|fruta
melancia|fruta
tangerina|cítrica fruta laranja
limão|azedo cítrico fruta
lima|acidez caipirinha cítrica
banana|fruta
abacaxi|comida fome fruta
manga|comida fruta tropical
maçã vermelha|fruta
maçã verde|comida fome fruta
pera|comida fome fruta
pêssego|fruta
cereja|comida fome fruta
morango|comida fome fruta
mirtilos|alimento azul baga
kiwi|comida fruta
tomate|fruta fruto legume
azeitona|alimento comida oliveira
coco|fruta palmeira piña colada
abacate|comida fruta
berinjela|beringela comida legume
batata|comida fome legume
cenoura|comida fome legume
milho|comida espiga espiga de milho
pimenta|apimentada apimentado tempero
pimentão|alimento capsicum comida
pepino|comida fome legume
verdura|alface bok choy comida
brócolis
alho|tempero
cebola|tempero
amendoim|comida
feijões|alimento comida feijão
castanha|planta
gengibre|cerveja comida erva
vagem|comida edamame ervilha
cogumelo marrom|champignon comida fungo
tubérculo|beterraba legume nabo
pão|pão de forma pão para fatiar restaurante
croissant|café da manhã comida fome
baguete|bisnaga comida pão
pão sírio|alimento arepa comida
pretzel|pão torcido
bagel|café da manhã chimia comida
panquecas|café da manhã comida crepes
waffle|doce gofre wafel
queijo|comida fome queijo suíço
carne|carne com osso carne no osso churras
coxa de frango|aves comida coxinha
corte de carne|bife carne vermelha costela de cordeiro
bacon|comida fome toucinho
hambúrguer|cheese burguer restaurante
batata frita|comida fast food fome
pizza|fatia restaurante
cachorro-quente|cachorro quente hot dog pão com salsicha
sanduíche|pão pão de forma
taco|comida mexicana mexicano tacos
burrito|comida mexicana mexicano
tamale|alimento comida enrolado
pão recheado|comida kebab recheio
falafel|almôndega grão de bico
ovo|comida fome
ovo frito|comida culinária frigideira
caçarola com comida|fome paella panela
panela|ensopado restaurante tigela de comida
fondue|alimento chocolate comida
tigela com colher|café da manhã cereal prato de sopa
salada verde|comida fome restaurante
pipoca|balde cinema
manteiga|laticínio margarina
sal|comida condimento sabor
comida enlatada
bentô|almoço japonês caixa caixa de bentô
biscoito de arroz|bolacha de arroz cracker
arroz japonês|bolinho de arroz comida fome
arroz cozido|comida fome restaurante
arroz com curry|curry e arroz restaurante
lámen|comida fome macarrão
espaguete|comida fome italiano
batata assada|batata-doce doce restaurante
oden|espetinho frutos do mar frutos do mar no espetinho
sushi|comida japonesa restaurante restaurante japonês
camarão frito|camarão empanado restaurante tempura
bolinho de peixe|croquete redemoinho restaurante
bolo lunar|bolo da lua comida confeitaria
dango|bolinho de mochi bolinho de mochi no espetinho bolinho japonês
bolinho asiático|chinês dumpling empanada
biscoito da sorte|biscoito chinês biscoito da fortuna profecia
caixa para viagem|caixinha para levar delivery marmita
sorvete italiano|doce fome sobremesa
raspadinha de gelo|restaurante sobremesa
sorvete|creme gelo restaurante
donut|comida fome restaurante
biscoito|bolacha comida cookie
bolo de aniversário|comemoração doce feliz aniversário
pão de ló de morango|bolo bolo recheado doce
cupcake|açúcar bolinho bolo
torta|abóbora carne doce
chocolate|barra barra de chocolate doce
bala|balinha doce
pirulito|bala doce
pudim|pudim de leite pudim de ovos restaurante
pote de mel|restaurante
mamadeira|bebê leite leitinho
copo de leite
café|cafezinho cafeína chá
bule|alimento bebida chaleira
xícara de chá sem alça|bebida chá verde
saquê|bar bebida copo
garrafa de champanhe|aniversário bar champagne
vinho|bar bebida cálice de vinho
coquetel|bar beber bebida
bebida tropical|bar coquetel coquetel de frutas
cerveja|bar bebida caneca
canecas de cerveja|bar chope chopp
taças brindando|brinde champagne champanhe
copo|bar bebida drink
derramando líquido|acabou acidente bebida
copo com canudo|refrigerante suco água
chá perolado|bebida bolha bubble tea
suco de caixa|caixa de suco caixinha de suco suquinho
mate|bebida chimarrão cuia de chimarrão
cubo de gelo|gelado iceberg
hashi|comida japonesa pauzinhos
prato com talheres|almoço faca fome
garfo e faca|almoço comer comida
colher|talher
faca de cozinha|chef cozinhar
jarro|armazenar condimento conserva
ânfora|ornamento chinês vaso vaso chinês
globo mostrando Europa e África|terra
globo mostrando as Américas|terra
globo mostrando Ásia e Oceania|austrália planeta terra terra
globo com meridianos
mapa-múndi|geografia mundo
mapa do Japão
bússola|bússola magnética direção magnético
montanha com neve|alpes frio
montanha|natureza
deslizamento|avalanche desastre montanha
vulcão|erupção vulcânica lava natureza
Monte Fuji|montanha
acampamento|barraca
praia e guarda-sol
deserto|clima seco
ilha deserta|palmeira praia
parque nacional|parque com rio reserva florestal rio
estádio|arena
prédio grego|arquitetura clássico
construção|guindaste obra
tijolo|argamassa argila cimento
pedra|pedregulho pesado rocha
madeira|lenha madeira serrada tora
cabana|abrigo casa yurt
casas
casa abandonada
casa|construção domicílio lar
casa com jardim|construção lar
edifício comercial|escritório
correio japonês|oriental prédio
correio|europeu prédio
hospital|doente internado médico
banco|prédio
hotel|prédio
motel|amor hotel prédio
loja de conveniência|24 horas 24h prédio
escola|colégio prédio prédio da escola
loja de departamentos|estabelecimento comercial
fábrica|prédio
castelo japonês|pagoda pagode prédio
castelo|castelo europeu castelo medieval prédio
capela de casamento|romance
Torre de Tóquio|japão
Estátua da Liberdade
igreja|capela cristã cristão
mesquita|islã muçulmano religião
templo hindu
sinagoga|judaísmo judeu judia
santuário japonês|oriental religião xintoísmo
caaba islã|muçulmano religião
fonte|chafariz praça água
barraca|acampamento acampar
enevoado|bruma cerração neblina
noite estrelada|cidade à noite estrelas prédios
cidade|prédios urbano
aurora sobre montanhas|nascer do sol sobre as montanhas sol da manhã
aurora sobre água|amanhecer natureza oceano
cidade ao anoitecer|paisagem prédio pôr do sol
pôr do sol|anoitecer calor cidade
ponte à noite|pontilhão
chamas|calor fogo fumaça
carrossel|cavalo cavalo de carrossel entretenimento
escorregador|brincar brinquedo escorregar
roda gigante|entretenimento parque de diversões
montanha russa|entretenimento parque de diversões parque temático
barbearia|barbeiro barber pole cortar cabelo
circo|entretenimento lona lona de circo
locomotiva|trem vapor veículo
vagão de trem|bonde elétrico ferroviário
trem de alta velocidade|bala japonês trens
trem de alta velocidade japonês|bala ferrovia japão
trem|ferrovia veículo
metrô|trem túnel túnel subterrâneo
trem urbano|chegada cheguei leve
estação|estação de trem metrô trem
bonde elétrico|trólebus veículo
monotrilho|trem veículo
estrada de ferro na montanha|carro teleférico veículo
bonde|bonde elétrico carro trólebus
ônibus|transporte público veículo
ônibus se aproximando|veículo
trólebus|bonde elétrico veículo ônibus
van|mini ônibus veraneio veículo
ambulância|veículo
carro do corpo de bombeiros|caminhão do corpo de bombeiros fogo incêndio
viatura policial|carro patrulha polícia veículo
viatura policial se aproximando|polícia veículo
táxi|veículo
táxi se aproximando|chegada transporte veículo
carro|automóvel veículo
carro se aproximando|automóvel carona chegada
SUV|carro trailer veículo
caminhonete|automóvel caminhão carro
caminhão de entrega|veículo
caminhão|caminhão articulado semi trailer
trator|obra veículo
carro de corrida|automobilismo
motocicleta|corrida veículo
scooter|monareta motinho moto
cadeira de rodas manual|acessibilidade
cadeira de rodas motorizada|acessibilidade
automóvel riquixá|autorriquixá tuk tuk
bicicleta|bike veículo
patinete|brinquedo
skate|rodinhas skatista
patins de rodas|esporte patinação roller
ponto de ônibus|busão transporte público
estrada|caminho viagem viajar
trilhos|trem
barril de óleo|lata latão
posto de gasolina|abastecer bomba combustível
roda|carro círculo direção
sirene|carro da polícia farol policial luz de viatura policial
semáforo horizontal|cruzamento luz sinal
semáforo vertical|cruzamento luz sinal
sinal de pare
em construção|símbolo símbolo para “em construção”
âncora|marinha navegar sinal
boia|colete flutuar guarda-vidas
barco a vela|iate navegar oceano
canoa|barco
lancha|barco férias praia
cruzeiro|barco embarcação navio
balsa|barco ferry ferry boat
barco|lancha motor navio
navio|aquático barco cruzeiro
avião|aéreo veículo viajar
avião pequeno|aéreo jatinho jato
avião decolando|decolar fui férias
avião aterrissando|aterrissagem chegando pousando
paraquedas|asa-delta paraquedista parasail
assento|cadeira poltrona
helicóptero|veículo viagem viajar
estrada de ferro suspensa|suspensão trem veículo
teleférico de montanha|bonde cabo cabo suspenso usado em teleféricos nas montanhas
teleférico|aérea bonde gôndola
satélite|antena espaço
foguete|espaço veículo
disco voador|alienígena et extra
sineta|hotel portaria sino
mala|bagagem rodinhas viagem
ampulheta|areia tempo
ampulheta contando o tempo|areia cheia em cima
relógio de pulso|hora tempo
despertador|alarme atrasada atrasado
cronômetro|relógio tempo
relógio temporizador|cronômetro timer
relógio de mesa|relógio antigo
12 horas|12h00 doze meia-noite
doze e meia|12h30 relógio
1 hora|13h 1h 1h00
uma e meia|13:30 13h30 1:30
2 horas|14h 2h 2h00
duas e meia|2:30 2h30 relógio
3 horas|15h 3:00 3h00
três e meia|3:30 3h30 relógio
4 horas|4:00 4h00 horário
quatro e meia|4h30 relógio
5 horas|5h00 cinco relógio
cinco e meia|17h30 5h30 relógio
6 horas|18h 6h00 relógio
seis e meia|18h30 6h30 relógio
7 horas|19h 7h00 relógio
sete e meia|7:30 7h30 relógio
8 horas|8:00 8h00 oito
oito e meia|8:30 8h30 relógio
9 horas|21h 9h00 nove
nove e meia|9:30 9h30 hora
10 horas|10h00 22h dez
dez e meia|10h30 22h30 relógio
11 horas|11:00 11h00 onze
onze e meia|11h30 23h30 relógio
lua nova|escuro lua negra noite
lua crescente côncava|noite
quarto crescente|lua lua de quarto crescente
lua crescente convexa
lua cheia|luar
lua minguante convexa
quarto minguante|lua lua de quarto minguante
lua minguante côncava
lua crescente
rosto da lua nova|lua nova com rosto
rosto da lua de quarto crescente|noite
rosto da lua de quarto minguante|lua com rosto quarto minguante com rosto
termômetro|clima temperatura tempo
sol|clima dia claro raios
rosto da lua cheia|lua cheia com rosto lua com rosto
rosto do sol|praia
planeta com anéis|saturnino saturno
estrela branca média|amarela astronomia
estrela brilhante|brilho cintilante luminosa
estrela cadente|cai
via láctea|céu espaço estrelado
nuvem|clima
sol por trás das nuvens|clima nublado nuvem
chuva com trovão|clima nuvem relâmpago
sol com nuvens|clima ensolarado nublado
nublado|clima nuvem sol
sol com chuva|clima nuvem
nuvem com chuva|chovendo clima
nuvem com neve|clima frio
nuvem com trovão|clima relâmpago
tornado|clima furacão nuvem
nevoeiro|clima furacão neblina
rosto de vento|clima nuvem soprar
ciclone|clima espiral furacão
arco-íris|chuva clima gay
guarda-chuva fechado|chuvoso
guarda-chuva|acessório clima sombrinha aberta
sombrinha na chuva|acessório clima gotas
guarda-sol|chuva clima praia
alta tensão|eletricidade natureza perigo
floco de neve|clima frio
boneco de neve|clima frio inverno
boneco de neve sem neve|frio inverno
cometa|espaço estrela cadente meteoro
fogo|chama
gota|com suor engraçado gota de suor
onda|mar oceano praia
abóbora de halloween|comemoração dia das bruxas jack
árvore de natal|comemoração pinheirinho
fogos de artifício|ano novo comemoração
vela estrela|comemoração fogo de artifício fogo de artifício vela estrela
bombinha|artifício bomba chiando
brilhos|* brilhantes estrelas
balão|aniversário celebração comemoração
cone de festa|alegria aniversário celebrar
confete|bola celebração comemoração
árvore de tanabata|comemoração estrelas festival
decoração de pinhos|bambu comemoração decoração de pinhas
bonecas japonesas|comemoração festival japanesas
bandeira de carpas|comemoração koinobori
carrilhão de vento|sino som
contemplação da lua|cerimônia de contemplação da lua comemoração
envelope vermelho|boa sorte dinheiro hóngbāo
laço de fita|comemoração presente
presente|comemoração embrulhado mimo
fita de lembrete|celebração comemoração laço
ingresso de cinema|entrada ticket
ingresso|entretenimento
medalha militar|condecoração prêmio
troféu|campeã campeão prêmio
medalha esportiva|vitória
medalha de ouro|1o. lugar 1º. lugar vitória
medalha de prata|2o. lugar 2º. lugar segundo
medalha de bronze|3o. lugar 3º. lugar terceiro
bola de futebol|jogar
bola de beisebol|esportes
softbol|bola esporte luva
bola de basquete|cesta esporte jogo
bola de vôlei|jogar jogo
bola de futebol americano|esporte super bowl
bola de rugby|americano esporte futebol
tênis|bola esporte raquete
frisbee|disco esporte ultimate
boliche|bola jogo strike
críquete|betes bola jogo
hóquei de campo|bola jogo taco
hóquei no gelo|disco jogo taco
lacrosse|bastão bola esporte
pingue-pongue|mesa pingpong raquete
badminton|jogo peteca raquete
luva de boxe|esporte luta
quimono de artes marciais|esporte faixa judô
gol|esporte futebol goleira
bandeira no buraco|esporte golfe
patins de gelo|patinação
pesca|entretenimento peixe pescador
máscara de mergulho|esnórquel mergulhador scuba
camiseta de corrida|esporte faixa
esqui|bota esporte esquiar
trenó|neve tobogã
pedra de curling|jogo
no alvo|certeiro dardos jogo
ioiô|brinquedo flutua
pipa|papagaio planar voar
pistola d’água|arma ferramenta revólver
bilhar|bola oito jogo
bola de cristal|adivinhação destino futuro
varinha mágica|bruxa condão magia
videogame|controle jogo jogos
joystick|atari controle game
caça-níquel|aposta azar cassino
jogo de dado|dados sorte
quebra-cabeça|dica encaixe peça
ursinho de pelúcia|bichinho brinquedo enchimento
pinhata|cinco de maio comemoração doce
globo de espelhos|balada boate bola
boneca russa|matriosca matrioska
naipe de espadas|baralho carta jogo
naipe de copas|baralho carta jogo
naipe de ouros|baralho carta jogo
naipe de paus|baralho carta jogo
peão de xadrez|truque
curinga|baralho carta coringa
dragão vermelho de mahjong|jogo peça
carta de flores|baralho carta de baralho hanafuda
máscara|arte ator atriz
quadro emoldurado|arte museu pintura
paleta de tintas|arte artista artística
carretel|agulha barbante costura
agulha de costura|alfaiataria bordados linha
novelo|bola crochê lã
nó|amarrar corda cordel
óculos|acessório
óculos escuros|óculos de sol
óculos de proteção|mergulho natação olhos
jaleco|cientista dr. experimento
colete salva-vidas|emergência refletivo segurança
gravata|acessório roupa
camiseta|camisa roupa
jeans|calça roupa
cachecol|frio inverno pescoço
luvas|inverno mão
casaco|agasalho blusa frio
meias|meião
vestido|peça única roupa
quimono|roupa vestir
sari|indiana roupa vestido
maiô|banho nadar praia
cueca|banho nadar praia
shorts|banho bermuda nadar
biquíni|banho piscina praia
roupas femininas|azul blusa camiseta
leque dobrável|abanar arejar balançar
bolsinha|acessório bolsa moeda
bolsa de mão|acessório fashion mala
bolsa pequena|acessório carteira fashion
sacolas de compras|presente shopping
mochila|bolsa escola viagem
chinelo|alpargatas piscina praia
sapato masculino|acessório sapatos
tênis de corrida|acessório correr esportivo
bota de trekking|acampamento acampar caminhada
sapatilha|confortável sapatilha de balé sapato
sapato de salto alto|acessório chique fashion
sandália feminina|acessório feminino médio
sapatilha de balé|bailarina dança
bota feminina|acessório calçado médio
pente de cabelo|afro crespo pente garfo
coroa|acessório família real game of thrones
chapéu feminino|acessório fashion
cartola|chapéu chique entretenimento
chapéu de formatura|capelo comemoração
boné|boné de beisebol chapéu
capacete militar|exército guerra guerreiro
capacacete de socorrista|ajuda branca capacete
rosário de oração|acessório religião reza
batom|cosméticos makeup maquiagem
anel|diamante romance
pedra preciosa|diamante joia
alto-falante silenciado|calar mudo mute
alto-falante com volume baixo|mudo música silêncio
alto-falante com volume médio|baixo diminuir som
alto-falante com volume alto|gritar música som
buzina|alto alto-falante aviso
megafone|aplausos comunicação
corneta postal|correios
sino|capela
sino silenciado|mudo notificação proibido
partitura musical|música
nota musical|música
notas musicais|música
microfone de estúdio|música
controle de volume|música
botões giratórios|controle música
microfone|cantar entretenimento karaokê
fones de ouvido|entretenimento música som
rádio|radiola som vídeo
saxofone|instrumento instrumento musical música
trompete|instrumento instrumento musical música
trombone|instrumento jazz música
acordeão|concertina instrumento música
guitarra|instrumento instrumento musical música
teclado musical|instrumento instrumento musical música
violino|instrumento instrumento musical música
banjo|cordas instrumento música
tambor|baquetas música percussão
tambor comprido|atabaque batida conga
maracás|chacoalhar chocalho dança
flauta|banda flautim instrumento
harpa|amor cupido instrumento
telefone celular|telefone móvel
telefone celular com seta|chamada fazer ligar
telefone no gancho
telefone|aparelho de telefone comunicação
pager|comunicação
fax|comunicação máquina de fax
pilha|bateria
pouca bateria|acabando cansado descarregada
tomada elétrica|cabo eletricidade energia
laptop|computador notebook pc
computador de mesa|desktop monitor
impressora|acessório computador documento
teclado|acessório computador digitação
mouse|acessório computador
trackball|acessório bolinha computador
minidisc|computação disco hd
disquete|computador disco disco flexível
cd|blu-ray computador disco
DVD|blu-ray cd computador
ábaco|calculadora cálculo matemática
câmera de cinema|entretenimento filmar filme
rolo de filmes|cinema
projetor de filmes|cinema vídeo
claquete|cena entretenimento filme
televisão|canal tv vídeo
câmera|foto selfie vídeo
câmera com flash|foto fotografia vídeo
câmera de vídeo|filmadora
videocassete|fita vhs vídeo
lupa para a esquerda|aumento busca ferramenta
lupa para a direita|aumento busca ferramenta
vela|acesa luz
lâmpada|elétrica ideia luz
lanterna|elétrica ferramenta luz
lanterna vermelha de papel|bar izakaya restaurante
lâmpada de óleo|diya
caderno decorado|agenda capa decoração
livro fechado|apostila
livro aberto|biblioteca leitura lendo
livro verde|biblioteca caderno colégio
livro azul|apostila escola estudo
livro laranja|apostila cartilha
livros|biblioteca estudando estudar
caderno|folhas
livro contábil|caderno
página dobrada|dobrado documento papel
pergaminho|rolo de papel
página voltada para cima|documento oficial papel
jornal|notícias
jornal enrolado|notícias
marcadores de página|marcar
marcador de página|livro
etiqueta|identificar rótulo
moeda|dinheiro dólar euro
saco de dinheiro|dólares
baú de tesouro|dinheiro joia joias
nota de iene|cédula dinheiro grana
nota de dólar|dinheiro moeda nota bancária
nota de euro|cédula dinheiro grana
nota de libra|cédula dinheiro grana
dinheiro voando|asas banco cédula
cartão de crédito|banco dinheiro débito
recibo|contabilidade escrituração evidência
gráfico subindo com iene|ascendente ascensão crescimento
envelope|carta correspondência e-mail
e-mail|carta comunicação correspondência
envelope chegando|carta comunicação correspondência
envelope com seta|carta comunicação correspondência
bandeja de saída|caixa comunicação correspondência
bandeja de entrada|caixa comunicação correspondência
pacote|caixa embrulho
caixa de correio fechada com bandeira levantada|correspondência
caixa de correio fechada com bandeira abaixada|correspondência vazia
caixa de correio aberta com bandeira levantada|caixa de correspondência aberta com bandeira levantada correspondência
caixa de correio aberta com bandeira abaixada|caixa de correspondência aberta com bandeira abaixada caixa de correspondência aberta e vazia correspondência
caixa de correio|carta correspondência enviar
urna eleitoral com cédula|eleição votar voto
lápis
ponta de caneta tinteiro|preto tinta
caneta tinteiro|destro
caneta|esferográfica tinteiro
pincel|pintando pintar
giz de cera|desenho vermelho
memorando|anotações caderno comunicação
maleta|mala pasta
pasta de arquivos
pasta de arquivos aberta|abrir
divisores de pastas|arquivo organizador índice
calendário|data datas
calendário com folhas destacáveis|data destacável dia
bloco espiral|caderno
calendário espiral|bloco data
índice de cartões
gráfico subindo|crescimento diagrama gráfico de tendência de crescimento
gráfico caindo|diagrama gráfico de tendência negativa negativa
gráfico de barras|diagrama
prancheta|anotações
tacha|alfinete
tacha redonda|alfinete localização mapa
clipe de papel
clipes de papel conectados
régua reta
régua triangular|geometria matemática triângulo
tesoura|aberta cortar ferramenta
caixa de arquivos|cartão documentos ficheiro
gavetas de escritório|arquivo gabinete
lixeira|cesto lixo
cadeado|fechado trancado
cadeado aberto|destrancado
cadeado com caneta|privacidade privado tinteiro
cadeado fechado com chave|seguro trancado
chave|senha trancado trancar
chave antiga|fechadura
martelo|construção ferramenta martelada
machado|cortar madeira partir
picareta|ferramenta mineração
martelo e picareta|ferramenta geologia
martelo e chave-inglesa|ferramenta
adaga|arma faca
espadas cruzadas|arma batalha guerra
bomba|emoção engraçado explosivo
bumerangue|aborígene arma austrália
arco e flecha|arma sagitário zodíaco
escudo|arma
serrote|carpinteiro cortar ferramenta
chave inglesa|ferramenta obra reforma
chave de fenda|ferramenta
porca e parafuso|construção ferramenta
engrenagem|ferramenta
braçadeira|compressão ferramenta morsa
balança|ferramenta justiça libra
bengala para cegos|acessibilidade cega cegueira
link|anéis corrente dois
corrente quebrada|algema liberdade quebrando
correntes|metal
gancho|atração para venda bandido curva
caixa de ferramentas|mecânico vermelha
ímã|atração ferradura magnético
escada|degrau mão subir
pá|buraco cavar pazinha
alambique|ferramenta química
tubo de ensaio|ciência experimento experiência
placa de Petri|bactéria biologia biologista
dna|biologista biólogo código
microscópio|ciência ferramenta microscópico
telescópio|ciência ferramenta
antena parabólica|comunicação satélite
seringa|agulha injeção médico
gota de sangue|doação medicina menstruação
comprimido|cápsula medicina médico
atadura adesiva|bandaid bandeide curativo
muleta|ajuda bastão bengala
estetoscópio|coração medicina médica
raio x|doutor esqueleto médico
porta|fechada
elevador|acessibilidade descer elevar
espelho|espéculo maquiagem refletor
janela|abertura ar fresco
cama|dormir hotel sono
sofá e luminária|hotel lâmpada
cadeira|assento sentar
vaso sanitário|banheiro patente privada
desentupidor|banheiro cocô encanador
chuveiro|banho ducha água
banheira|banho
ratoeira|armadilha atrair isca
lâmina|afiada afiado barbeador
frasco de loção|condicionador creme hidratante
alfinete de segurança|fralda punk rock
vassoura|bruxa limpar limpeza
cesta|agricultura agrícola lavanderia
rolo de papel|higiênico toalha
balde|baldinho barril
sabonete|banho barra espuma
bolhas|aquática aquático arroto
escova de dentes|banheiro dental higiene
esponja|absorvente absorção encharcar
extintor de incêndio|apagar extinguir fogo
carrinho de compras|mercado supermercado
cigarro|fumante fumar fumo
caixão|caixão funerário funeral morte
lápide|cemitério descanse em paz morto
urna funerária|cinzas funeral morte
olho grego|amuleto conta mau-olhado
hamsá|amuleto fátima guia
moai|estátua moyai rosto
placa|aviso cartaz demonstração
cartão de identificação|carta carteira crachá
símbolo de caixa automático|atm banco dinheiro
símbolo de lixeira|coloque o lixo no lixo lata lixo
água potável|beber símbolo torneira
símbolo de cadeira de rodas|acesso sinal
banheiro masculino|homem lavatório símbolo
banheiro feminino|lavabo lavatório mulher
banheiro|lavabo sanitário símbolo
símbolo de bebê|fralda fraldário trocar
WC|latrina lavabo privada
controle de passaportes
alfândega|aduana aduaneira bens
restituição de bagagem|aeroporto bagagens esteira
depósito de bagagem|esquecida malas serviço
aviso|atenção cuidado sinal
crianças atravessando|pedestre símbolo tráfego
entrada proibida|entre não placa
proibido|entrada não proibida
proibido andar de bicicleta|não permitidas sem
proibido fumar|cigarro não é permitido fumar símbolo
proibido jogar lixo no chão|não não jogue lixo no chão símbolo
água não potável|consumo imprópria proibido
proibida a passagem de pedestres|não permitidos proibido
proibido o uso de telefone celular|não permitidos sem
proibido para menores de 18 anos|dezoito idade restrição
radioativo|perigo radiativo radiação
risco biológico|ciência perigo resíduos
seta para cima|cardinal direção norte
seta para cima e para a direita|diagonal direção flecha
seta para a direita|direção flecha leste
seta para baixo e para a direita|diagonal direção flecha
seta para baixo|abaixo cardinal direção
seta para baixo e para a esquerda|diagonal direção flecha
seta para a esquerda|atrás direção flecha
seta para cima e para a esquerda|diagonal superior esquerda direção flecha
seta para cima e para baixo|flecha vertical
seta para esquerda e direita|flecha horizontal lados
seta curva da direita para a esquerda|flecha retorno seta curva da direita para esquerda
seta curva da esquerda para a direita|flecha retorno seta curva da esquerda para direita
seta para a direita curvada para cima|flecha seta curva de baixo para cima seta para cima
seta para a direita curvada para baixo|embaixo flecha seta curva de cima para baixo
setas verticais no sentido horário|flechas recarregar setas em sentido horário na vertical
botão de setas em sentido anti-horário|atualizar botão de setas no sentido anti-horário
seta "BACK"|flecha seta para a esquerda seta para voltar
seta "END"|fim fim com seta para a esquerda final
seta "ON!"|flecha marca seta “on”
seta "SOON"|em breve flecha símbolo “soon”
seta "TOP"|cima para cima seta para cima
local de culto|local sagrado oração religião
símbolo de átomo|ateu ateísmo símbolo do ateísmo
om|hindu religião
estrela de Davi|judaico judeu religião
roda do Dharma|budista religião
yin yang|religião tao taoista
cruz latina|cristão religião
cruz ortodoxa|cristão religião
estrela e lua crescente|islã muçulmano religião
símbolo da paz
menorá|candelabro candelabro judeu castiçal
estrela de seis pontas|adivinhação destino
khanda|deg tegh fateh fé khalsa
signo de Áries|carneiro zodíaco
signo de Touro|boi zodíaco
signo de Gêmeos|zodíaco
signo de Câncer|caranguejo zodíaco
signo de Leão|zodíaco
signo de Virgem|zodíaco
signo de Libra|balança justiça signo de virgem
signo de Escorpião|zodíaco
signo de Sagitário|arqueiro zodíaco
signo de Capricórnio|cabra zodíaco
signo de Aquário|zodíaco água
signo de Peixes|zodíaco
signo de Ofiúco|cobra ophiuchus serpente
botão de músicas aleatórias|cruzadas flechas seta
botão de repetir|flechas horário sentido horário
botão de repetir uma única faixa|horário número 1 repetir uma vez
botão reproduzir|direita play seta
botão avançar|direita dupla flechas
botão de próxima faixa|avançar flechas duplas passar para frente
botão de reproduzir ou pausar|direita pause play
botão de voltar|esquerda seta seta para a esquerda
botão de retroceder|dupla esquerda seta
botão de faixa anterior|cena anterior flechas para esquerda seta
botão apontando para cima|acima botão de triângulo apontando para cima seta
botão de avanço para cima|dupla flechas para cima seta
botão apontando para baixo|botão de triângulo apontando para baixo seta triângulo
botão de avanço para baixo|flechas flechas para baixo retroceder rápido
botão pausar|barra dupla pausado
botão parar|quadrado stop
botão gravar|círculo
botão ejetar
cinema|entretenimento filme símbolo do cinema
botão de diminuir brilho|escurecer símbolo para reduzir brilho
botão de aumentar brilho|símbolo para aumentar brilho
barras de sinal|antena antena com barras celular
sem fio|banda larga computador conectividade
modo vibratório|cel celular smartphone
telefone celular desligado|desligue o celular smartphone
símbolo de feminino|mulher
símbolo de masculino|homem
símbolo transgênero
sinal de multiplicação|cancelar multiplicar x
símbolo de adição|+ cruz mais
símbolo de subtração|- diminuir matemática
símbolo de divisão|dividir matemática sinal
sinal de igual|conta iguais igualdade
infinito|eternidade ilimitado universal
dupla exclamação|! !! exclamação dupla
exclamação com interrogação|! !? ?
ponto de interrogação vermelho|? pergunta pontuação
ponto de interrogação branco|? delineado pergunta
ponto de exclamação branco|! delineado mark
ponto de exclamação vermelho|! pontuação
travessão ondulado|onda pontuação
câmbio de moeda|banco dinheiro
cifrão|dinheiro dólar grana
símbolo da medicina|bastão de asclépio esculápio
símbolo de reciclagem|reclicar sinal símbolo de reciclagem sólido universal
flor-de-lis|cavaleiros símbolo
emblema de tridente|ferramenta navio símbolo de tridente
crachá|identificação nome
símbolo japonês de principiante|folha verde e amarela iniciante símbolo japonês para iniciante
círculo grande oco|aro círculo vermelho vazio vermelho
marca de seleção branca|botão check completo
caixa de seleção marcada com tique|check feito marca de verificação
marca de seleção|check feito marca de verificação simples
xis|cancelar multiplicar multiplicação
botão de xis|botão com x botão de caixa com x marcado
laço encaracolado|loop onda ondulado
loop encaracolado duas vezes|duplo encaradolado onda
sinal japonês indicando início de música|canto símbolo japonês de canto
asterisco de oito pontas|* estrela
estrela de oito pontas|*
faísca|* cruz
símbolo de copyright|direitos autorais
símbolo de registrado|marca registrada marca registrada “r”
símbolo de marca registrada|marca registrada “tm”
respingo|mancha tinta
tecla: #
tecla: *
tecla: 0|zero
tecla: 1|um
tecla: 2|dois
tecla: 3|três
tecla: 4|quatro
tecla: 5|cinco
tecla: 6|seis
tecla: 7|sete
tecla: 8|oito
tecla: 9|nove
tecla: 10
letras latinas maiúsculas|abcd caracteres latinos maiúsculos digitação
letras latinas minúsculas|abcd caracteres latinos minúsculos digitação
números|1234 digitação inserir números
símbolos|digitação inserir símbolos 〒♪&%
letras latinas|abc alfabeto digitação
botão A (tipo sanguíneo)|sangue tipo a tipo sanguíneo a
botão AB (tipo sanguíneo)|sangue tipo ab tipo sanguíneo ab
botão B (tipo sanguíneo)|sangue tipo b tipo sanguíneo b
botão CL|limpar símbolo do cl
botão "COOL"|botão cool legal símbolo “cool”
botão "FREE"|gratuito grátis símbolo
informações|informação símbolo símbolo de informações
botão ID|identidade símbolo símbolo “id”
círculo com a letra M
botão "NEW"|novo símbolo
botão NG|símbolo símbolo “ng”
botão O (tipo sanguíneo)|sangue tipo o tipo sanguíneo o
botão OK|sim símbolo “ok”
botão P|estacionamento estacionar garagem de carros
botão SOS|ajuda socorro símbolo
botão "UP!"|para cima símbolo símbolo “up!”
botão VS|símbolo símbolo “vs” versus
botão japonês de “aqui”|"aqui" alfabeto botão "aqui"
botão japonês de “taxa de serviço”|alfabeto katakana katanaka
botão japonês de “quantidade mensal”|alfabeto ideograma ideográfico
botão japonês de “não gratuito”|alfabeto ideograma ideográfico
botão japonês de “reservado”|alfabeto ideograma ideográfico
botão japonês de “barganha”|alfabeto ideograma ideográfico
botão japonês de “desconto”|alfabeto ideograma ideográfico
botão japonês de “gratuito”|alfabeto de graça grátis
botão japonês de “proibido”|alfabeto ideograma ideográfico
botão japonês de “aceitável”|aceitar alfabeto chinês
botão japonês de “aplicação”|alfabeto aplicar chinês
botão japonês de “nota mínima”|alfabeto chinês ideograma
botão japonês de “vago”|alfabeto ideograma ideográfico
botão japonês de “parabéns”|alfabeto ideograma ideográfico
botão japonês de “segredo”|alfabeto ideograma ideográfico
botão japonês de “aberto para negócios”|chinês ideograma ideográfico quadrado “operando”
botão japonês de “sem vagas”|alfabeto completude ideograma
círculo vermelho|bola vermelha círculo vermelho grande geométrico
círculo laranja
círculo amarelo
círculo verde
círculo azul|bolinha azul círculo azul grande geométrico
círculo roxo
círculo marrom
círculo preto|geométrico
círculo branco|geométrico
quadrado vermelho
quadrado laranja
quadrado amarelo
quadrado verde
quadrado azul|anil
quadrado roxo|púrpura
quadrado marrom
quadrado preto grande|geométrico
quadrado branco grande|geométrico
quadrado preto médio|geométrico
quadrado branco médio|geométrico
quadrado preto médio menor|geométrico
quadrado branco médio menor|geométrico
quadrado preto pequeno|geométrico
quadrado branco pequeno|geométrico
losango laranja grande|cor de laranja diamante diamante cor de laranja grande
losango azul grande|balão diamante diamante azul grande
losango laranja pequeno|cor de laranja diamante diamante cor de laranja pequeno
losango azul pequeno|diamante diamante azul pequeno geométrico
triângulo vermelho para cima|geométrico triangulo vermelho para cima triângulo vermelho apontando para cima
triângulo vermelho para baixo|geométrico triangulo vermelho para baixo triângulo vermelho apontando para baixo
diamante com um ponto|cômico dentro diamante com ponto
botão de opção|geométrico rádio
botão quadrado branco|botão quadrado branco e preto
botão quadrado preto|botão quadrado preto e branco geométrico
bandeira quadriculada|chegada corrida esporte
bandeira triangular|informações localização poste
bandeiras cruzadas|comemoração cruzar japonês
bandeira preta|tremulando
bandeira branca|paz tremulando
bandeira do arco-íris|bissexual gay lgbt
bandeira transgênero|azul claro branco rosa
bandeira de pirata|caveira osso saque
bandeira: Ilha de Ascensão|AC
bandeira: Andorra|AD
bandeira: Emirados Árabes Unidos|AE
bandeira: Afeganistão
bandeira: Antígua e Barbuda|AG
bandeira: Anguila|AI
bandeira: Albânia
bandeira: Armênia|AM
bandeira: Angola|AO
bandeira: Antártida|AQ
bandeira: Argentina
bandeira: Samoa Americana|AS
bandeira: Áustria|AT
bandeira: Austrália
bandeira: Aruba|AW
bandeira: Ilhas Aland|AX
bandeira: Azerbaijão
bandeira: Bósnia e Herzegovina
bandeira: Barbados|BB
bandeira: Bangladesh|BD
bandeira: Bélgica|BE
bandeira: Burquina Faso|BF
bandeira: Bulgária|BG
bandeira: Barein|BH
bandeira: Burundi|BI
bandeira: Benin|BJ
bandeira: São Bartolomeu|BL
bandeira: Bermudas|BM
bandeira: Brunei|BN
bandeira: Bolívia
bandeira: Países Baixos Caribenhos|BQ
bandeira: Brasil
bandeira: Bahamas|BS
bandeira: Butão|BT
bandeira: Ilha Bouvet|BV
bandeira: Botsuana|BW
bandeira: Bielorrússia|BY
bandeira: Belize|BZ
bandeira: Canadá
bandeira: Ilhas Cocos (Keeling)|CC
bandeira: Congo - Kinshasa|CD
bandeira: República Centro-Africana|CF
bandeira: República do Congo|CG
bandeira: Suíça|CH
bandeira: Costa do Marfim|CI
bandeira: Ilhas Cook|CK
bandeira: Chile|CL
bandeira: Camarões|CM
bandeira: China|CN
bandeira: Colômbia
bandeira: Ilha de Clipperton|CP
bandeira: Sark|CQ
bandeira: Costa Rica|CR
bandeira: Cuba
bandeira: Cabo Verde|CV
bandeira: Curaçao|CW
bandeira: Ilha Christmas|CX
bandeira: Chipre|CY
bandeira: Tchéquia|CZ
bandeira: Alemanha
bandeira: Diego Garcia|DG
bandeira: Djibuti
bandeira: Dinamarca|DK
bandeira: Dominica|DM
bandeira: República Dominicana
bandeira: Argélia|DZ
bandeira: Ceuta e Melilla|EA
bandeira: Equador|EC
bandeira: Estônia|EE
bandeira: Egito
bandeira: Saara Ocidental|EH
bandeira: Eritreia
bandeira: Espanha
bandeira: Etiópia
bandeira: União Europeia
bandeira: Finlândia
bandeira: Fiji|FJ
bandeira: Ilhas Malvinas|FK
bandeira: Micronésia|FM
bandeira: Ilhas Faroé|FO
bandeira: França
bandeira: Gabão
bandeira: Reino Unido|GB
bandeira: Granada|GD
bandeira: Geórgia
bandeira: Guiana Francesa|GF
bandeira: Guernsey|GG
bandeira: Gana|GH
bandeira: Gibraltar
bandeira: Groenlândia|GL
bandeira: Gâmbia|GM
bandeira: Guiné|GN
bandeira: Guadalupe|GP
bandeira: Guiné Equatorial|GQ
bandeira: Grécia
bandeira: Ilhas Geórgia do Sul e Sandwich do Sul|GS
bandeira: Guatemala|GT
bandeira: Guam
bandeira: Guiné-Bissau|GW
bandeira: Guiana|GY
bandeira: Hong Kong, RAE da China|HK
bandeira: Ilhas Heard e McDonald|HM
bandeira: Honduras|HN
bandeira: Croácia|HR
bandeira: Haiti|HT
bandeira: Hungria
bandeira: Ilhas Canárias|IC
bandeira: Indonésia|ID
bandeira: Irlanda|IE
bandeira: Israel|IL
bandeira: Ilha de Man|IM
bandeira: Índia|IN
bandeira: Território Britânico do Oceano Índico
bandeira: Iraque|IQ
bandeira: Irã
bandeira: Islândia
bandeira: Itália
bandeira: Jersey
bandeira: Jamaica|JM
bandeira: Jordânia
bandeira: Japão|JP
bandeira: Quênia|KE
bandeira: Quirguistão|KG
bandeira: Camboja|KH
bandeira: Quiribati|KI
bandeira: Comores|KM
bandeira: São Cristóvão e Névis|KN
bandeira: Coreia do Norte|KP
bandeira: Coreia do Sul|KR
bandeira: Kuwait|KW
bandeira: Ilhas Cayman|KY
bandeira: Cazaquistão|KZ
bandeira: Laos
bandeira: Líbano|LB
bandeira: Santa Lúcia|LC
bandeira: Liechtenstein
bandeira: Sri Lanka|LK
bandeira: Libéria|LR
bandeira: Lesoto|LS
bandeira: Lituânia|LT
bandeira: Luxemburgo
bandeira: Letônia|LV
bandeira: Líbia|LY
bandeira: Marrocos
bandeira: Mônaco|MC
bandeira: Moldávia|MD
bandeira: Montenegro|ME
bandeira: São Martinho|MF
bandeira: Madagascar|MG
bandeira: Ilhas Marshall|MH
bandeira: Macedônia do Norte|MK
bandeira: Mali|ML
bandeira: Mianmar (Birmânia)|MM
bandeira: Mongólia|MN
bandeira: Macau, RAE da China|MO
bandeira: Ilhas Marianas do Norte|MP
bandeira: Martinica|MQ
bandeira: Mauritânia|MR
bandeira: Montserrat|MS
bandeira: Malta|MT
bandeira: Maurício|MU
bandeira: Maldivas|MV
bandeira: Malaui|MW
bandeira: México|MX
bandeira: Malásia|MY
bandeira: Moçambique|MZ
bandeira: Namíbia
bandeira: Nova Caledônia|NC
bandeira: Níger|NE
bandeira: Ilha Norfolk|NF
bandeira: Nigéria|NG
bandeira: Nicarágua
bandeira: Países Baixos|NL
bandeira: Noruega
bandeira: Nepal|NP
bandeira: Nauru|NR
bandeira: Niue|NU
bandeira: Nova Zelândia|NZ
bandeira: Omã
bandeira: Panamá
bandeira: Peru
bandeira: Polinésia Francesa|PF
bandeira: Papua-Nova Guiné|PG
bandeira: Filipinas|PH
bandeira: Paquistão|PK
bandeira: Polônia|PL
bandeira: São Pedro e Miquelão|PM
bandeira: Ilhas Pitcairn|PN
bandeira: Porto Rico|PR
bandeira: Territórios palestinos|PS
bandeira: Portugal|PT
bandeira: Palau|PW
bandeira: Paraguai|PY
bandeira: Catar|QA
bandeira: Reunião
bandeira: Romênia
bandeira: Sérvia|RS
bandeira: Rússia|RU
bandeira: Ruanda|RW
bandeira: Arábia Saudita
bandeira: Ilhas Salomão|SB
bandeira: Seicheles|SC
bandeira: Sudão|SD
bandeira: Suécia|SE
bandeira: Singapura|SG
bandeira: Santa Helena|SH
bandeira: Eslovênia|SI
bandeira: Svalbard e Jan Mayen|SJ
bandeira: Eslováquia|SK
bandeira: Serra Leoa|SL
bandeira: San Marino|SM
bandeira: Senegal|SN
bandeira: Somália
bandeira: Suriname|SR
bandeira: Sudão do Sul|SS
bandeira: São Tomé e Príncipe|ST
bandeira: El Salvador|SV
bandeira: Sint Maarten|SX
bandeira: Síria|SY
bandeira: Essuatíni|SZ
bandeira: Tristão da Cunha|TA
bandeira: Ilhas Turcas e Caicos|TC
bandeira: Chade|TD
bandeira: Territórios Franceses do Sul|TF
bandeira: Togo|TG
bandeira: Tailândia|TH
bandeira: Tadjiquistão|TJ
bandeira: Tokelau|TK
bandeira: Timor-Leste|TL
bandeira: Turcomenistão|TM
bandeira: Tunísia|TN
bandeira: Tonga
bandeira: Turquia|TR
bandeira: Trinidad e Tobago|TT
bandeira: Tuvalu|TV
bandeira: Taiwan|TW
bandeira: Tanzânia|TZ
bandeira: Ucrânia|UA
bandeira: Uganda
bandeira: Ilhas Menores Distantes dos EUA|UM
bandeira: Nações Unidas
bandeira: Estados Unidos|US
bandeira: Uruguai|UY
bandeira: Uzbequistão
bandeira: Cidade do Vaticano
bandeira: São Vicente e Granadinas|VC
bandeira: Venezuela
bandeira: Ilhas Virgens Britânicas|VG
bandeira: Ilhas Virgens Americanas
bandeira: Vietnã|VN
bandeira: Vanuatu|VU
bandeira: Wallis e Futuna|WF
bandeira: Samoa|WS
bandeira: Kosovo|XK
bandeira: Iêmen|YE
bandeira: Mayotte|YT
bandeira: África do Sul|ZA
bandeira: Zâmbia|ZM
bandeira: Zimbábue|ZW
bandeira: Inglaterra|gbeng
bandeira: Escócia|gbsct
bandeira: País de Gales|gbwls`;export{a as default};
