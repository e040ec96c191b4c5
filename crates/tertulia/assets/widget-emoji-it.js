var a=`faccina con un gran sorriso|allegria allegro denti
faccina con sorriso e occhi spalancati|bocca aperta che bello contento
faccina con sorriso e occhi sorridenti|a crepapelle bene bocca aperta
faccina raggiante con occhi felici|denti faccina che ride faccina che sogghigna
sorriso a bocca aperta con occhi chiusi|ahahah faccina felice faccina sorridente
faccina con sorriso e goccia di sudore|emozionato faccina con un gran sorriso e goccia di sudore felice
ridere a crepapelle|ahah divertente esilarante
faccina con lacrime di gioia|ahahaha che ridere contentissimo
faccina con sorriso accennato|contento faccina che sorride felice
faccina sottosopra|ah ah ah ah ah ahah
faccina che si scioglie|afa caldo dissolversi
faccina che fa l’occhiolino|capirsi fare l’occhiolino flirtare
faccina con occhi sorridenti|arrossire bocca felice
faccina con sorriso e aureola|angelo angioletto faccina sorridente con aureola
faccina con cuoricini|amore cotta innamoramento
faccina con sorriso e occhi a cuore|amore innamorato romantico
colpo di fulmine|emozionante emozionato faccia sorridente
faccina che manda un bacio|amore bacetti bacini
faccina che bacia|appuntamento bacio bocca
faccina sorridente|contorno faccina sorridente delineata emozionarsi
faccina che bacia con occhi chiusi|amore bacetti bacio a occhi chiusi
faccina che bacia con occhi sorridenti|appuntamento bacetti buona notte
faccina sorridente con lacrima|commosso dolore emozionato
faccina che si lecca i baffi|buonissimo buono che buono
faccina che mostra la lingua|bello faccina che fa la linguaccia faccina con lingua fuori
faccina che fa l’occhiolino e mostra la lingua|barzelletta divertente lingua fuori con occhiolino
faccina impazzita|faccina con occhi pazzi faccina pazza grande
faccina che strizza gli occhi e mostra la lingua|bleah faccina con un gran sorriso che mostra la lingua linguaccia
faccina avida di denaro|avarizia avidità avido
faccina che abbraccia|abbracciare abbraccio ciao
faccina con mano sulla bocca|faccina che sogghigna imbarazzato imbarazzo
faccina con occhi aperti e mano sulla bocca|imbarazzo incredibile incredulità
faccina che sbircia tra le dita|curiosità fissare imbarazzo
faccina che zittisce|dito muto non parlare
faccina concentrata|arrovellarsi concentrarsi dubbio
faccina che fa il saluto|agli ordini d’accordo faccina che fa il saluto militare
faccina con bocca con cerniera|acqua in bocca bocca a zip bocca cucita
faccina con sopracciglia alzate|diffidente disappunto eh
faccina neutra|ah imbarazzato imbarazzo
faccina inespressiva|brutto cattivo come no
faccina senza bocca|muto non parlo non posso parlare
faccina tratteggiata|depresso introverso invisibile
testa tra le nuvole|annebbiato distratto sbadato
faccina con sorrisetto|ammiccante bocca faccia
faccina contrariata|che barba contrariato deluso
faccina con occhi al cielo|evabbé guardare altrove noia
faccina con smorfia|denti dentista digrignare
faccina che espira|ansimare esausto espirare
faccina bugiarda|bugiardo dire le bugie faccina con il naso lungo
faccina tremante|faccina che trema faccina scossa scombussolato
scuotere la testa in senso orizzontale|no
scuotere la testa in senso verticale|annuire sì
faccina sollevata|faccina con sorriso pace sollevato
faccina pensierosa|mai una gioia male mi dispiace
faccina assonnata|assonnato dormire goccia
faccina che sbava|che buono felice figata
faccina che dorme|assonnato buona notte dormire
faccina con borse sotto gli occhi|assonnato esausto occhiaie
faccina con mascherina|dentista dottore germi
faccina con termometro|ammalato faccina malata febbre
faccina con la testa bendata|bende dolore faccina bendata
faccina nauseata|faccina che vomita faccina con la nausea hang over
faccina che vomita|malato male nausea
faccina che starnutisce|faccina con fazzoletto faccina con raffreddore fazzoletto
faccina accaldata|accaldato bollente caldo
faccina congelata|blu congelare denti che battono per il freddo
faccina stordita|alticcio bocca ondulata brillo
faccina frastornata|crocetta crocette emozione
faccina con occhi a spirale|capogiro confuso giramento di testa
testa che esplode|cervello faccina sorpresa mindblown
faccina con cappello da cowboy
faccina che festeggia|cappellino celebrazione compleanno
faccina travestita|baffi incognito naso
faccina con sorriso e occhiali da sole|cool fighetto figo
faccina nerd|occhiali occhiali da nerd secchione
faccina con monocolo|antico classe fighetto
faccina confusa|confuso deluso forse
faccina perplessa|confuso così così deluso
faccina preoccupata|ansioso nodo allo stomaco preoccupato
faccina leggermente imbronciata|corrucciato imbronciato mettere il muso
faccina imbronciata|corrucciato imbronciato mettere il muso
faccina con bocca aperta|non ci credo non mi dire oh
faccina sorpresa|incredulo omg sbalordito
faccina stupita|cosa? davvero non ci credo
faccina imbarazzata|confuso faccina arrossata faccina con guance rosse
faccina stravolta|ansia panico scioccato
faccina supplichevole|faccina implorante faccina sull’orlo delle lacrime lacrime
faccina che trattiene le lacrime|ammirazione faccina con gli occhi umidi fiero
faccina imbronciata con bocca aperta|corrucciata male no
faccina angosciata|angosciato ansia ansioso
faccina impaurita|ansia ansioso esami
faccina sudata in ansia|blu esami faccina spaventata
faccina delusa ma sollevata|ansioso deluso deluso ma sollevato
faccina che piange|emozione faccina con lacrima infelice
faccina disperata|faccina che piange infelice lacrime
faccina terrorizzata|blu grido di paura munch
faccina frustrata|arrabbiato concentrato confuso
faccina perseverante|concentrato faccina che pensa faccina concentrata
faccina delusa|abbandonare delusione disilluso
faccina abbattuta sudata|ci è mancato poco delusione faccina sudata
faccina esausta|arrabbiato disperato esausto
faccina stanca|disperato stanco triste
faccina che sbadiglia|annoiato assonnato buona notte
faccina che sbuffa|arrabbiarsi arrabbiato faccina arrabbiata
faccina accigliata|arrabbiato broncio faccina rossa
faccina arrabbiata|arrabbiato che odio frustrato
faccina con simboli sulla bocca|arrabbiato bestemmiare censura
faccina con sorriso e corna|arrabbiato diavolo faccina viola
faccina arrabbiata con corna|arrabbiato diavoletto diavolo
teschio|cranio favola morte
teschio con ossa incrociate|letale morte pericolo
cacca|buona fortuna fortuna fortunato
faccina pagliaccio|carnevale circo clown
orco|creature diavolo faccina
goblin|arrabbiato carnevale cattivo
fantasma|creatura fantasmino favola
alieno|et extraterrestre faccina
mostro alieno|arcade creatura faccina
faccina di robot|tecnologia
gatto che sorride|aperta bocca faccina
gatto che sogghigna|faccina occhi sorridente
gatto con lacrime di gioia|faccina risata sorriso
gatto innamorato|amore cuore faccina
gatto con sorriso sarcastico|faccina faccina del gatto gatto sorriso ironico
gatto che manda baci|faccina occhi chiusi
gatto esterrefatto|faccina impossibile incredibile
gatto che piange|faccina lacrima pianto
gatto imbronciato|arrabbiato broncio faccina
non vedo|faccina faccina della scimmietta gesto
non sento|animale animali faccina
non parlo|animale animali faccina
lettera d’amore|busta busta con cuore cuore
cuore con freccia|amore appuntamento cupido
cuore con fiocco|amore cuore rosa cuore rosa con fiocco
cuore che luccica|amore cuore rosa emozionato
cuore che cresce|amore battito cuore che batte
cuore che batte|amore battito cuore rosa
cuori che girano|adorabile amore appuntamento
due cuori|amare amore anniversario
decorazione con cuore|amore cuore bianco cuore nel quadrato
punto esclamativo a cuore|punteggiatura simbolo
cuore infranto|amore amore finito emozione
cuore in fiamme|amore bruciare cuore sacro
cuore guarito|cuore con bende guarigione guarire
cuore rosso|amore cuoricino emozione
cuore rosa|affetto amore emozione
cuore arancione|amore emozione
cuore giallo|amore emozione innamorato
cuore verde|amore emozione
cuore blu|amore azzurro emozione
cuore azzurro|affetto amore celeste
cuore viola|amore emozione
cuore marrone|amore cuore di colore marrone emozione
cuore nero|crudele dolore tristezza
cuore grigio|amore ardesia argento
cuore bianco|emozione
impronta della bocca|bacio labbra romanticismo
100 punti|cento d’accordo massimo
rabbia|arrabbiato emozione fumetto
nuvoletta di zuffa|confusione dibattito disaccordo
collisione|bomba boom emozione
stella con scia|fumetto stella cadente vertiginoso
gocce di sudore|acqua allenamento fumetto
nuvola di polvere|andare correre emozione
buco|fumetto nero tombino
fumetto|dialogo mmm nuvoletta
occhio nel fumetto|nuvoletta spiare testimone
fumetto a sinistra|dialogo nuvoletta parlare
nuvoletta rabbia|arrabbiato dialogo fumetto
nuvoletta|fumetto idea inventare
sonno|dormire dormita fumetto
mano che saluta|a dopo ci sei? ci vediamo
dorso mano alzata|ciao ciaone
mano aperta|batti il cinque cinque dita
mano alzata|carta cinque mano aperta
saluto vulcaniano|mano mano aperta mano di spock
mano rivolta a destra|dare la mano verso destra
mano rivolta a sinistra|dare la mano mano destra rivolta a sinistra verso sinistra
mano con il palmo verso il basso|afferrare allontanare cacciare
mano con il palmo verso l’alto|elemosina offrire prendere
mano che spinge a sinistra|alt aspettare batti cinque
mano che spinge a destra|alt aspettare batti cinque
mano che fa OK|bene capito dito
mano a pigna|che vuoi cosa vuoi dita unite
mano che fa il gesto del pizzico|dita piccola quantità piccolo
vittoria|due forbice mano
dita incrociate|buona fortuna fortuna incrociare
mano con indice e pollice incrociati|amore caro costa
gesto ti amo|corna dita dito
segno delle corna|concerto fare le corna gesto
mano con gesto di chiamata|chiamami chiamare dita
indice verso sinistra|direzione dito dito verso sinistra
indice verso destra|a destra di là dito
indice alzato|dito dito alzato dito in su
dito medio|dita insulto mano
indice abbassato|dito dito abbassato dito in giù
indice verso l’alto|dito dito verso l’alto in alto
indice verso l’osservatore|dito puntato indicare indice puntato
pollice in su|+1 bene capito
pollice verso|giù in basso mano
pugno|alzato lotta mano
pugno chiuso|d’accordo mano ok
pugno a sinistra|mano mano chiusa
pugno a destra
mani che applaudono|applaudire applauso bravo
mani alzate|celebrare due mani evvai
mani a cuore|amore mano ti amo
mani aperte|abbracciare abbraccio accogliere
mani unite in alto|desiderare mani a coppa mani in preghiera
stretta di mano|affare fatto conoscere d’accordo
mani giunte|gesto grazie mano
mano che scrive|disegnare penna scrivere
smalto per unghie|cosmetici make up manicure
selfie|autoscatto fare un selfie foto
bicipite|bodybuilding braccio piegato corpo
protesi robotica per il braccio|accessibilità braccio meccanico
protesi robotica per la gamba|accessibilità gamba meccanica
gamba|arto calcio gamba piegata
piede|calciare calcio calpestare
orecchio|ascoltare ascolto corpo
orecchio con apparecchio acustico|accessibilità non udente non udenti
naso|annusare corpo faccia
cervello|corpo umano intelligente parte del corpo
organo del cuore|anatomia battito cardiologia
polmoni|espirazione inspirazione organo
dente|bianchi bianco denti
osso|cane ossa osso a forchetta
occhi|corpo faccia guardare
occhio|1 occhio corpo faccia
lingua|corpo faccia linguaccia
bocca|bacio corpo faccia
bocca che morde il labbro|ansia bocca con rossetto disagio
neonato|bambino bebè faccia
bimbo|bambina bambino bimba
bambino|bimbo giovane persona
bambina|bimba bionda codini
persona|adulta adulto
persona bionda|biondo capelli biondi
uomo|amico biondo fratello
persona con la barba|baffi barbuto persona con barba
uomo con la barba
donna con la barba
uomo: capelli rossi|amico biondo fratello
uomo: capelli ricci|amico biondo fratello
uomo: capelli bianchi|amico biondo fratello
uomo: calvo|amico biondo fratello
donna|bionda capelli femmina
donna: capelli rossi|bionda femmina persona
persona: capelli rossi|adulta adulto
donna: capelli ricci|bionda femmina persona
persona: capelli ricci|adulta adulto
donna: capelli bianchi|bionda femmina persona
persona: capelli bianchi|adulta adulto
donna: calvo|bionda capelli femmina
persona: calvo|adulta adulto
donna bionda|capelli capelli biondi femmina
uomo biondo|maschio
persona anziana|adulto anziano anziano vecchia
uomo anziano|capelli nonnino nonno
donna anziana|capelli capelli bianchi nonna
persona corrucciata|arrabbiata delusa donna
uomo corrucciato|arrabbiato crucciato deluso
donna corrucciata|femmina gesto
persona imbronciata|arrabbiata broncio delusa
uomo imbronciato|arrabbiato broncio disappunto
donna imbronciata|femmina gesto
persona che fa segno di no|donna escluso faccina
uomo con gesto di rifiuto|basta braccia incrociate incrocio
donna con gesto di rifiuto|no proibito
persona con gesto OK|donna donna con braccia alzate esercizio
uomo con gesto OK|cerchio d’accordo esercizio
donna con gesto OK|d’accordo
persona con mano capovolta|aiuto capovolgere la mano gesto con i capelli
uomo con mano capovolta|aiuto capovolgere la mano gesto con i capelli
donna con mano capovolta|aiuto capovolgere la mano gesto con i capelli
persona con mano alzata|ciao donna eccomi
uomo con mano alzata|alzare la mano anch’io chiedere
donna con mano alzata|gesto
persona con problemi di udito|accessibilità difficoltà uditive non sentire
uomo con problemi di udito|sordità sordo uomo con difficoltà uditive
donna con problemi di udito|donna con difficoltà uditive donna sorda sorda
persona che fa un inchino profondo|chiedere perdono gesto grazie
uomo che fa inchino profondo|gesto scuse
donna che fa inchino profondo|donna che si inchina gesto grazie
persona esasperata|disperazione esasperazione facepalm
uomo esasperato|esasperazione facepalm figuraccia
donna esasperata|esasperazione figuraccia gesto
persona che scrolla le spalle|boh dubbio forse
uomo che scrolla le spalle|alzare le spalle boh dubbio
donna che scrolla le spalle|alzare le spalle boh dubitare
persona che lavora nella sanità|infermiera infermiere medico
operatore sanitario|camice dottore infermiere
operatrice sanitaria|camice donna dottore
studente|diploma studentessa
studente maschio|istruzione laurea laureato
studentessa|donna femmina istruzione
insegnante|maestra maestro professore
professore|insegnante insegnare lavoro
professoressa|donna insegnante insegnare
giudice|bilancia giustizia
giudice uomo|bilancia giustizia lavoro
giudice donna|bilancia giustizia lavoro
agricoltore|allevatore contadino giardiniere
contadino|allevatore campagna cappello
contadina|allevatrice campagna cappello
persona che cucina|chef cuoco
cuoco|chef cucina cucinare
cuoca|chef cucina cucinare
meccanico|elettricista idraulico tecnico specializzato
meccanico uomo|chiave inglese idraulico lavoro
meccanico donna|chiave inglese idraulico lavoro
persona che lavora in fabbrica|assemblaggio industria operaio
operaio|fabbrica industria lavoro
operaia|donna fabbrica industria
persona che fa un lavoro d’ufficio|architetto business impiegato
impiegato|architetto business lavoro
impiegata|architetto business donna
persona che lavora in campo scientifico|biologo chimico fisico
scienziato|biologia biologo camice
scienziata|biologa biologia camice
persona esperta di tecnologia|inventore programmatore software
tecnologo|computer high tech lavoro
tecnologa|computer donna high tech
cantante|attore intrattenitore rock
cantante uomo|attore lavoro musica
cantante donna|attrice lavoro musica
artista|tavolozza
artista uomo|arte dipingere lavoro
artista donna|arte dipingere lavoro
pilota|aereo
pilota uomo|aereo aeroplano copilota
pilota donna|aereo aeroplano copilota
astronauta|razzo
astronauta uomo|astronauta maschio lavoro razzo
astronauta donna|astronauta femmina lavoro razzo
pompiere|vigile del fuoco
pompiere uomo|fuoco incendio lavoro
pompiere donna|fuoco incendio lavoro
agente di polizia|arresto controllo fermo
poliziotto|agente divisa polizia
poliziotta|agente arresto carabiniere
detective|investigatore lavoro lente
investigatore|detective spia uomo
investigatrice|detective donna investigatore
guardia|buckingham palace guardia reale lavoro
guardia uomo|maschio
guardia donna|buckingham palace femmina guardia reale
ninja|abilità assassino combattimento
operaio edile|casco costruire costruzioni
operaio edile uomo|costruzioni edificio
operaia edile|casco costruzioni donna
persona con corona|monarca nobile re
principe|comandare corona fiaba
principessa|comandare corona donna
persona con turbante
uomo con turbante|maschio
donna con turbante|femmina
uomo con zucchetto cinese|cappello
donna con velo|copricapo donna con foulard donna con hijab
persona in smoking|abito elegante festa
uomo in smoking
donna in smoking
persona con velo|abito bianco matrimonio
sposo con velo
sposa con velo
donna incinta|gravidanza mamma pancione
uomo incinto|gonfio gravido pancia
persona incinta|gonfio gravido incinto
allattare|allattamento allattare al seno bebé
donna che allatta|allattamento amore babysitter
uomo che allatta|allattamento amore babysitter
persona che allatta|allattamento babysitter bebè
angioletto|angelo bambina bambino
Babbo Natale|cappello fest festa
Mamma Natale|cappello donna fest
Santa Claus|babbo natale buon natale cappello di babbo natale
supereroe|bene buono eroina
supereroe uomo
supereroina|donna superpoteri
supercattivo|criminale malvagio persona
supercattivo uomo|criminale superpotere
supercattiva|cattivo criminale donna
mago|barba cappello incantesimo
mago uomo|stregone
maga|strega
fata|ali creatura fatina
folletto alato|oberon puck
fata donna|titania
vampiro|costume creatura denti
vampiro uomo|dracula morto vivente
vampira|non morto
sirena|creatura donna sirena fiaba
tritone|creatura fiaba mare
sirena donna
elfo|creatura elfetto fantasy
elfo uomo|magico
elfo donna|magico
genio|aladino creatura desideri
genio uomo|djinn
genio donna|djinn
zombie|carnevale halloween horror
zombie uomo|morto vivente
zombie donna|morto vivente
troll|fantasia favola fiaba
creatura pelosa|bigfoot criptide foresta
persona che riceve un massaggio|centro estetico estetista faccia
uomo che riceve un massaggio|centro estetico mal di testa massaggio al viso per uomo
donna che riceve un massaggio|faccia massaggio al viso per donna viso
taglio di capelli|acconciatura bellezza parrucchiera
taglio di capelli per uomo|acconciatura bellezza parrucchiere
taglio di capelli per donna|bellezza
pedone|attività camminare camminata
uomo che cammina|camminare passeggiata pedone
donna che cammina|camminare camminata donna che passeggia
pedone: a destra|attività camminare camminata
donna che cammina: a destra|camminare camminata donna che passeggia
uomo che cammina: a destra|camminare passeggiata pedone
persona in piedi|stare fermi stare in piedi
uomo in piedi
donna in piedi
persona inginocchiata|in ginocchio inginocchiarsi meditare
uomo inginocchiato|in ginocchio inginocchiarsi
donna inginocchiata|in ginocchio inginocchiarsi
persona inginocchiata: a destra|in ginocchio inginocchiarsi meditare
donna inginocchiata: a destra|in ginocchio inginocchiarsi
uomo inginocchiato: a destra|in ginocchio inginocchiarsi
persona con bastone di orientamento|accessibilità cecità
persona con bastone di orientamento: a destra|accessibilità cecità
uomo con bastone bianco di orientamento|accessibilità cecità cieco
uomo con bastone bianco di orientamento: a destra|accessibilità cecità cieco
donna con bastone bianco di orientamento|accessibilità cecità cieca
donna con bastone bianco di orientamento: a destra|accessibilità cecità cieca
persona su sedia a rotelle motorizzata|accessibilità
persona su sedia a rotelle motorizzata: a destra|accessibilità
uomo su sedia a rotelle motorizzata|accessibilità disabile persona
uomo su sedia a rotelle motorizzata: a destra|accessibilità disabile persona
donna su sedia a rotelle motorizzata|accessibilità disabile donna in carrozzina
donna su sedia a rotelle motorizzata: a destra|accessibilità disabile donna in carrozzina
persona su sedia a rotelle manuale|accessibilità
persona su sedia a rotelle manuale: a destra|accessibilità
uomo su sedia a rotelle manuale|accessibilità disabile persona
uomo su sedia a rotelle manuale: a destra|accessibilità disabile persona
donna su sedia a rotelle manuale|accessibilità disabile donna in carrozzina
donna su sedia a rotelle manuale: a destra|accessibilità disabile donna in carrozzina
persona che corre|correre corsa di corsa
uomo che corre|correre corsa sport
donna che corre|correre corsa di corsa
persona che corre: a destra|correre corsa di corsa
donna che corre: a destra|correre corsa di corsa
uomo che corre: a destra|correre corsa sport
persona che danza|ballerina ballerino balletto
donna che balla|ballare ballerina ballo
uomo che balla|ballare ballo disco
uomo con completo che levita|abbigliamento abito business man
persone con orecchie da coniglio|amicizia anima gemella ballare
uomini con orecchie da coniglio|ballare ballerino cabaret
donne con orecchie da coniglio|ballerina donna party
persona in sauna|bagno turco benessere hammam
uomo in sauna|bagno turco
donna in sauna|bagno turco
persona che scala|arrampicarsi arrampicata arrampicatore
scalatore|uomo che scala
scalatrice|donna che scala
schermidore|fioretto persona scherma
ippica|cavallo cavallo da corsa corse
sciatore|neve sciare settimana bianca
persona sullo snowboard|inverno montagna neve
persona che gioca a golf|buca giocatore di golf green
golfista uomo|mazza sport
golfista donna|attività buca donna che gioca a golf
persona che fa surf|mare onde spiaggia
surfista uomo|sport tavola da surf
surfista donna|donna che fa surf mare oceano
persona in barca a remi|canoa fiume lago
uomo in barca a remi
donna in barca a remi|canoa canottaggio imbarcazione
persona che nuota|bracciata gara nuotare
nuotatore|nuoto piscina sport
nuotatrice|donna donna che nuota gara
persona che fa rimbalzare una palla|basket campo giocatore
uomo che fa rimbalzare una palla|sport
donna che fa rimbalzare una palla|basket donna che gioca a basket giocatrice
persona che solleva pesi|allenamento bilanciere bodybuilding
uomo che solleva pesi|bilanciere sport
donna che solleva pesi|bilanciere persona pesi massimi
ciclista|bici bicicletta ciclismo
ciclista uomo|bici bicicletta sport
ciclista donna|bici bicicletta casco
ciclista di mountain bike|atleta bicicletta ciclismo
ciclista uomo di mountain bike|bici bicicletta sport
ciclista donna di mountain bike|bici bicicletta ciclismo
persona che fa la ruota|atleta attiva capriola
uomo che fa la ruota|attivo fare la ruota felice
donna che fa la ruota|attiva fare la ruota felice
persone che fanno la lotta|combattimento lottatori sport
lottatori|combattimento persone sport
lottatrici|boxe combattimento donna
persona che gioca a pallanuoto|acqua giocatrice di pallanuoto piscina
pallanuotista uomo|giocatore di pallanuoto pallanuoto persona
pallanuotista donna|donna che gioca a pallanuoto giocatrice di pallanuoto pallanuoto
persona che gioca a pallamano|atleta lanciare pallamanista
pallamanista uomo|pallamano sport uomo che gioca a pallamano
pallamanista donna|atleta donna che gioca a pallamano lanciare
persona che fa giocoleria|abilità destrezza equilibrio
giocoliere uomo|abilità destreggiarsi destrezza
giocoliere donna|abilità circo equilibrio
persona in posizione del loto|gambe incrociate meditazione pace
uomo in posizione del loto|meditazione yoga
donna in posizione del loto|meditazione yoga
persona che fa il bagno|doccia fare il bagno lavarsi
persona a letto|addormentato arredamento dormire
persone che si tengono per mano|coppia coppia che si tiene per mano coppia per mano
due donne che si tengono per mano|amiche amicizia bambine
uomo e donna che si tengono per mano|amore coppia donna e uomo
due uomini che si tengono per mano|bff compagni coppia
bacio tra coppia|amore appuntamento baciarsi
bacio tra coppia: donna e uomo|amore appuntamento baciarsi
bacio tra coppia: uomo e uomo|amore appuntamento baciarsi
bacio tra coppia: donna e donna|amore appuntamento baciarsi
coppia con cuore|amore anniversario bacio
coppia con cuore: donna e uomo|amore anniversario bacio
coppia con cuore: uomo e uomo|amore anniversario bacio
coppia con cuore: donna e donna|amore anniversario bacio
famiglia: uomo, donna e bambino|mamma papà persone
famiglia: uomo, donna e bambina|bambino mamma papà
famiglia: uomo, donna, bambina e bambino|mamma papà persone
famiglia: uomo, donna, bambino e bambino|mamma papà persone
famiglia: uomo, donna, bambina e bambina|bambino mamma papà
famiglia: uomo, uomo e bambino|mamma papà persone
famiglia: uomo, uomo e bambina|bambino mamma papà
famiglia: uomo, uomo, bambina e bambino|mamma papà persone
famiglia: uomo, uomo, bambino e bambino|mamma papà persone
famiglia: uomo, uomo, bambina e bambina|bambino mamma papà
famiglia: donna, donna e bambino|mamma papà persone
famiglia: donna, donna e bambina|bambino mamma papà
famiglia: donna, donna, bambina e bambino|mamma papà persone
famiglia: donna, donna, bambino e bambino|mamma papà persone
famiglia: donna, donna, bambina e bambina|bambino mamma papà
famiglia: uomo e bambino|mamma papà persone
famiglia: uomo, bambino e bambino|mamma papà persone
famiglia: uomo e bambina|bambino mamma papà
famiglia: uomo, bambina e bambino|mamma papà persone
famiglia: uomo, bambina e bambina|bambino mamma papà
famiglia: donna e bambino|mamma papà persone
famiglia: donna, bambino e bambino|mamma papà persone
famiglia: donna e bambina|bambino mamma papà
famiglia: donna, bambina e bambino|mamma papà persone
famiglia: donna, bambina e bambina|bambino mamma papà
persona che parla|parlare profilo urlare
profilo di persona|busto mistero nascosto
profilo di due persone|amici due utenti mistero
persone che si abbracciano|abbraccio addio amicizia
famiglia|bambino mamma papà
famiglia: persone adulte, minore|persona adulta
famiglia: persone adulte, minori|famiglia: persona adulta famiglia: persona adulta, persona adulta, minore, minore minore
famiglia: persona adulta, minore
famiglia: persona adulta, minore, minore
impronta di piedi|camminare corpo impronte
impronta digitale|identità indizio riconoscimento biometrico
muso di scimmia|animale faccina scimmietta
scimmia|animale scimmietta selvatico
gorilla|animale foresta scimmia
orangotango|animale gorilla scimmia
muso di cane|animale cagnolino cucciolo
cane|abbaiare animale animale domestico
cane guida|accessibilità animale cane da accompagnamento
cane da assistenza|accessibilità animale cane da salvataggio
barboncino|animale cane pelo
lupo|animale bosco faccina
volpe|animale bosco faccina volpe
procione|animale curiosità curioso
muso di gatto|animale animali faccina
gatto|animale cucciolo domestico
gatto nero|animale felino halloween
leone|alpha animale criniera
muso di tigre|animale animali faccina
tigre|animale animali felino
leopardo|animale felino predatore
muso di cavallo|animale campagna cavallino
alce|animale corna mammifero
asino|animale mammifero mulo
cavallo|animale cavallo da corsa corsa
unicorno|faccina
zebra|animale animali bianco
cervo|animale animali bosco
bisonte|animale mandria
muso di mucca|animale animali faccina
bue|animale animali bovini
bufalo d’acqua|animale animali animali selvatici
mucca|animale animali fattoria
muso di maiale|animale animali faccina
maiale|animale animali fattoria
cinghiale|animale animali bosco
naso da maiale|animale animali faccina
montone|animale animali ariete
pecora|animale beeh campagna
capra|animale animali capricorno
dromedario|africa animale animali
cammello|animale animali deserto
lama|alpaca animale guanaco
giraffa|animale animali macchie
elefante|animale savana selvatico
mammut|animale estinzione grande
rinoceronte|africa animale animali
ippopotamo|animale
muso di topo|animale faccina topolino
topo|animale animali cavia
ratto|animale animali fogna
criceto|animale animali domestico
muso di coniglio|animale animale domestico animali
coniglio|animale animali coniglietto
scoiattolo|animale animali bosco
castoro|animale denti diga
riccio|animale animali spine
pipistrello|ali animale notte
orso|animale faccina muso di orso
orso polare|bianco
koala|animale animali australia
panda|animale animali bamboo
bradipo|animale calma lentezza
lontra|animale giocherellone lontra marina
puzzola|animale puzza puzzolente
canguro|animale animale che salta australia
tasso|animale dare fastidio infastidire
impronte di zampe|animale cane impronta
tacchino|animale giorno del ringraziamento ringraziamento
gallina|animale animali fattoria
gallo|alba animale animali
pulcino che nasce|animale cucciolo gallina
pulcino|animale animali cucciolo
pulcino visto di fronte|animale baby shower bambino
uccello|animale ornitologia passerotto
pinguino|animale antartico ornitologia
colomba|animale ornitologia pace
aquila|animale aquila reale ornitologia
anatra|animale ornitologia papera
cigno|animale brutto anatroccolo cigno giovane
gufo|animale animali bosco
dodo|animale estinzione grande
piuma|leggero penna piumaggio
fenicottero|animale flamingo rosa
pavone|animale appariscente colorato
pappagallo|animale parlare pirata
ala|angelo aviazione mitologia
merlo|animale cornacchia corvo
oca|animale papera pollame
fenice|fantasia immortale mitologia
rana|animale bosco fiaba
coccodrillo|animale lacrime di coccodrillo rettile
tartaruga|animale animali lenta
lucertola|animale animali rettile
serpente|animale animali biscia
testa di drago|animale animali dragone
drago|animale animali cinese
sauropode|animale animali brachiosauro
T-Rex|animale animali dinosauro
balena che spruzza acqua|animale animali balenottera
balena|animale animali cetaceo
delfino|animale cetaceo mare
orca|animale cetaceo marino
foca|animale leone marino mare
pesce|animale animali mare
pesce tropicale|animale animali mare
pesce palla|animale animali mare
squalo|aggressività animale animali
polpo|animale animali mare
conchiglia|animale conchiglia a spirale mare
corallo|barriera barriera corallina cambiamento climatico
medusa|animale bruciatura dolore
granchio|cancro mare mollusco
aragosta|animale aragosta rossa astice
gamberetto|animale animali cibo
calamaro|animale animali cibo
ostrica|alimento cibo mollusco
lumaca|animale giardino lentezza
farfalla|ali animale colorata
insetto|animale bruco giardino
formica|animale formichina insetto
ape|animale bombo giardino
coleottero|animale cimice insetto
coccinella|animale fortuna giardino
grillo|animale cavalletta insetto
scarafaggio|animale blatta disgustoso
ragno|animale aracnide disgusto
ragnatela|ragno
scorpione|animale segno zodiacale
zanzara|febbre insetto malaria
mosca|animale decomposizione infestante
verme|anellide animale lombrico
microbo|ameba batteri batterio
mazzo di fiori|anniversario appuntamento bouquet
fiore di ciliegio|fiorito natura pianta
fiore bianco|fiorellino simbolo ben fatto
loto|bellezza buddhismo fior di loto
rosetta|coccarda fiore natura
rosa|amore bellezza fiore
fiore appassito|natura pianta rosa
ibisco|fiore natura pianta
girasole|fiore giallo natura
fiore|bocciolo fiorellino giallo
tulipano|fiore giardino natura
giacinto|bocca di leone fiore lavanda
germoglio|natura pianta piantina
pianta in vaso|casa coltivare curare
albero sempreverde|abete albero di natale conifera
albero deciduo|albero rotondo caduco natura
palma|albero natura spiaggia
cactus|caldo deserto messico
pianta di riso|cereale natura spiga
pianta|foglia natura ramo
trifoglio|foglia irlanda natura
quadrifoglio|foglia fortuna natura
foglia d’acero|autunno foglia caduta natura
foglia caduta|autunno cadute foglia foglie
foglia al vento|foglie vento che soffia
nido vuoto|nidificazione
nido con uova|nidificazione nido di uccelli uccelli
fungo|amanita autunno biancaneve
albero spoglio|inverno senza foglie siccità
uva|cibo dioniso frutta
melone|cantaloupe cibo frutta
anguria|cibo frutta frutto
mandarino|agrume agrumi arancia
limone|agrume aspro cibo
lime|agrume cibo cocktail
banana|cibo frutta frutto
ananas|cibo frutta frutto
mango|cibo frutta frutto
mela rossa|cibo dieta frutta
mela verde|cibo dieta frutta
pera|cibo frutta frutto
pesca|cibo frutta frutto
ciliegie|cibo ciliegia frutta
fragola|cibo frutta frutto
mirtilli|bacca blu cibo
kiwi|cibo frutt frutta
pomodoro|cibo rosso verdura
oliva|cibo olio ramo di ulivo
cocco|cibo frutta frutto
avocado|cibo frutta frutto
melanzana|cibo verdura
patata|cibo ortaggio patatine
carota|arancione carotene cibo
pannocchia|cibo fattoria granoturco
peperoncino|cibo hot piccante
peperone|cibo ortaggio peperone verde
cetriolo|cetriolino sottaceto cibo ortaggio
verdure a foglia|bok choy cavolo cavolo cinese
broccoli|broccolo cavolo nero cibo
aglio|alimento cibo condimento
cipolla|alimento cibo insaporire
arachidi|arachide cibo frutta secca
fagioli|cibo legume
castagna|autunno bosco caldarroste
radice di zenzero|birra salute spezia
baccello di piselli|cibo edamame legume
fungo marrone|autunno bosco champignon
ortaggio da radice|barbabietola orto rapa
pane in cassetta|carboidrati cereali cibo
croissant|bar cibo colazione
baguette|carboidrati cibo filone
focaccia|arepa cibo lavash
pretzel|brezel cibo pane
bagel|ciambella di pane colazione pane
pancake|america brunch burro
waffle|cialda cibo colazione
fetta di formaggio|cibo gruviera
carne|barbecue carne con osso cibo
coscia di pollo|carne cibo coscia di tacchino
taglio di carne|bistecca braciola carne rossa
pancetta|americana bacon carne
hamburger|cibo fast food panino
patatine|cibo patatine fritte ristorante
pizza|cena cibo fame
hot dog|cibo panino street food
sandwich|cibo pane panino
taco|cibo cucina messicana guacamole
burrito|cucina messicana messico
tamale|cibo involtino messicano
pita farcita|carne cibo cibo turco
falafel|ceci cibo felafel
uovo|cibo uova
cucinare|cibo colazione all’americana friggere
padella con cibo|casseruola cucina cucinare
pentola di cibo|ciotola di cibo minestra ristorante
fonduta|cibo cioccolato formaggio
ciotola con cucchiaio|cereali cibo colazione
insalata verde|cena cibo insalata mista
popcorn|cibo cinema mais
burro|alimento cibo latticini
sale|condimento gusto salato
cibo in scatola|latta lattina scatoletta
bento box|lunch box monoporzione piatto pronto
galletta di riso|cibo
onigiri|arancino di riso arancino di riso giapponese cibo
riso bollito|cibo cinese ristorante
riso al curry|cibo india indiano
ciotola fumante|bacchette cibo cinese
spaghetti|cena cibo cucina
patata dolce arrosto|cibo ortaggio verdura
oden giapponese|cibo cucina kebab
sushi|cibo cucina giapponese
gambero fritto|cibo gamberetto ristorante
tortino di pesce a spirale|cibo crocchetta di pesce cucina giapponese
torta della luna|autunno dolce della luna dolce lunare
dango|dolce dolcetto palline di mochi
raviolo|cibo dumpling empanada
biscotto della fortuna|cibo cinese consiglio
confezione da asporto|bacchette bastoncini cibo
cono gelato|bar crema dessert
granita|cibo estate ghiaccio
coppa di gelato|cibo crema dessert
ciambella|cibo cioccolato dolce
biscotto|biscottino cibo cioccolato
torta di compleanno|auguri di compleanno buon compleanno candeline
fetta di torta|dessert dolce ristorante
cupcake|delizia dessert dolce
torta|apple pie cibo dolce
cioccolato|barretta di cioccolato break cibo
caramella|caramelle dolce dolcetti
lecca lecca|caramella chupa chups dolce
budino|cibo creme caramel dessert
barattolo di miele|api cibo dolce
biberon|bambina bambino bebé
bicchiere di latte|bevanda
bevanda calda|caffè fumante the
teiera|bere cibo thè
tazza da tè senza manico|bere bevanda pomeriggio
sakè|bar bere bevanda
bottiglia stappata|auguri bar bere
bicchiere di vino|alcool bar bere
cocktail|alcol alcolico bar
cocktail tropicale|alcool bar bere
boccale di birra|alcool bar bere
boccali di birra|alcool bar birre
brindisi|anniversario auguri bere
bicchiere tumbler|alcool bevanda drink
liquido versato|bevanda bicchiere bicchiere rovesciato
bicchiere con cannuccia|acqua bevanda bevande
bubble tea|bibita boba bolla
bevanda monodose|bevanda in brick brick cannuccia
mate|bevanda erba mate mate argentino
cubetto di ghiaccio|freddo gelo ghiaccio in cubetti
bacchette|bastoncini cibo asiatico hashi
piatto e posate|apparecchiare cena coltello
forchetta e coltello|affamata affamato cena
cucchiaio|cucchiaino cucina posate
coltello da cucina|arma chef fame
barattolo|condimento conservare contenitore
anfora|acquario ornamento reperto
Europa e Africa|globo mappamondo natura
America|americhe globo mappamondo
Asia e Australia|globo mappamondo natura
globo con meridiani
mappa mondiale|cartina mondo viaggiare
mappa del Giappone
bussola|direzione magnetica navigazione
montagna innevata|cima ghiacciaio inverno
montagna|arrampicata cima vetta
frana|disastro montagna pericolo
vulcano|eruzione etna lava
Monte Fuji|giappone montagna natura
campeggio|lago montagna tenda
spiaggia con ombrellone|estate mare ombrellone in spiaggia
deserto|arido caldo canyon
isola deserta|mare naufrago palma
parco nazionale|colline escursione natura
stadio|calcio competizione concerto
edificio classico|antichità grecia palazzo
edificio in costruzione|cantiere costruire edilizia
mattoni|argilla malta mattone
roccia|duro macigno masso
legna|ceppo ciocco legname
capanna|capanno casa iurta
case|casa casetta casette
casa in rovina|abbandonata crepa crepe
casa|abitazione casa di campagna casetta
casa con giardino|abitazione casa di campagna casetta
edificio|edificio di uffici edifico di uffici palazzo
ufficio postale giapponese|edificio palazzo
ufficio postale|edificio europeo ufficio postale europeo
ospedale|clinica covid edificio
banca|denaro edificio finanza
hotel|albergo edificio palazzo
love hotel|amore edificio motel
minimarket|24 ore autogrill edificio
scuola|alunni classe classi
grande magazzino|centro commerciale edificio
fabbrica|azienda ciminiera edificio
castello giapponese|asia casa edificio
castello|edificio fiaba fiabe
chiesa per matrimonio|amore cappella nozze
Torre di Tokyo|architettura città giappone
Statua della Libertà|america new york simbolo
chiesa|cappella cattedrale cristianesimo
moschea|islam islamismo musulmani
tempio indù|induismo tempio induista
sinagoga|ebraismo religione tempio ebraico
santuario shintoista|cina cinese jinja
Kaaba|arabia saudita islam islamismo
fontana|acqua acqua che scorre
tenda|accampamento campeggio
nebbioso|clima meteo montagna con la nebbia
notte stellata|cielo città città di notte
paesaggio urbano|città edifici finistra
alba sulle montagne|montagna paesaggio sole
alba|finestra mattino natura
città al tramonto|edifici paesaggio
tramonto|città skyline sole che tramonta sulla città
ponte di notte|golden gate paesaggio san francisco
sorgenti termali|acqua sorgente acqua termale terme
cavallo da giostra|cavallino infanzia intrattenimento
scivolo|area divertimento area giochi giocare
ruota panoramica|intrattenimento london eye luna park
montagne russe|intrattenimento luna park parco divertimenti
barbiere|insegna
circo|festa fiera intrattenimento
locomotiva|ferrovia locomotiva a vapore motore
vagone|elettrico ferrovia tram
treno alta velocità|ferrovia freccia tav
treno alta velocità punta arrotondata|ferrovia mezzo trasporti
treno|arrivo binari ferrovia
metropolitana|mezzo trasporti trasporto
metrotranvia|arrivare ferrovia mezzo
stazione|arrivo fermata ferrovia
tram|arrivo ferrovia freccia
monorotaia|mezzo trasporti trasporto
ferrovia di montagna|trasporti treno treno di montagna
vagone del tram|filobus mezzo trasporti
bus|autobus mezzo scuola
bus in arrivo|autobus mezzo scuolabus
filobus|autobus città mezzo
pulmino|bus fiorino guidare
ambulanza|croce rossa emergenza incidente
camion dei pompieri|autopompa emergenza incendio
macchina della polizia|auto carabinieri gazzella
macchina della polizia in arrivo|auto della polizia automobile gazzella
taxi|auto guidare mezzo
taxi in arrivo|mezzo tassì taxi giallo
auto|automobile guidare macchina
auto in arrivo|automobile automobile in arrivo guidare
SUV|auto automobile guidare
pickup|auto camioncino furgoncino
camion|consegna in viaggio mezzo
autoarticolato|camion guidare rimorchio
trattore|agricolo campagna fattoria
auto da corsa|gran premio sport velocità
motocicletta|avventura due ruote mezzo
scooter|due ruote estate guidare
sedia a rotelle manuale|accessibilità carrozzina manuale
sedia a rotelle motorizzata|accessibilità carrozzina motorizzata
risciò a motore|tuk tuk
bicicletta|due ruote gita mezzo
monopattino|trasporti veicolo
skateboard|andare in skate andare sullo skateboard rotelle
pattini a rotelle|pattinaggio pattinare sport
fermata dell’autobus|pendolare stop viaggiare
autostrada|guidare pedaggio strada veloce
binari|ferrovia treno
barile di petrolio|bidone fusto
stazione di servizio|benzina carburante fare il pieno
ruota|auto cerchio cerchione
lampeggiante|carabinieri emergenza luce
semaforo orizzontale|traffico
semaforo verticale|incrocio luce segnale
segnale di stop|geometria ottagonale ottagono
area cantiere|costruzione giallo e nero simbolo
ancora|mare marina marinaio
salvagente|ciambella galleggiante gonfiabile
barca a vela|località balneare mare sport
canoa|barca fiume imbarcazione
motoscafo|barca lago lusso
nave da crociera|barca imbarcazione traghetto
traghetto|barca crociera mare
barca a motore|barcone imbarcazione lusso
nave|barca crociera imbarcazione
aeroplano|aereo jet partenza
aereo turistico|aeroplano jet velivolo
decollo|aereo andare check-in
atterraggio|aereo aeroplano aeroporto
paracadute|paracadute ascensionale paracadutismo paracadutista
sedile|sedia
elicottero|trasporti veicolo velivolo
ferrovia sospesa|funivia mezzo trasporti
funivia|cabina funicolare montagna
funivia aerea|funicolare montagna sci
satellite|spazio
razzo|astronauta astronave spazio
disco volante|alieni extra terrestri marziani
campanello da hotel|campanello d’hotel reception
valigia|bagagli bagaglio partenza
clessidra|sabbia tempo
clessidra che scorre|sabbia tempo
orologio|orologio da polso tempo
sveglia|attesa mattino ora
cronometro|cronometrare gara prendere il tempo
timer|orologio
orologio da mensola|ora sveglia tempo
ore dodici|12:00 mezzanotte mezzogiorno
ore dodici e mezza|12:30 mezzanotte e mezza mezzogiorno e mezza
ore una|13:00 1:00 ora
ore una e mezza|13:30 1:30 ora
ore due|14:00 2:00 orologio
ore due e mezza|14:30 2:30 orologio
ore tre|15:00 3:00 ora
ore tre e mezza|15:00 3:30 orologio
ore quattro|16:00 4:00 ora
ore quattro e mezza|16:30 4:30 ora
ore cinque|17:00 5:00 ora
ore cinque e mezza|17:30 5:30 ora
ore sei|18:00 6:00 ora
ore sei e mezza|18:30 6:30 ora
ore sette|19:00 7:00 ora
ore sette e mezza|19:30 7:30 ora
ore otto|20:00 8:00 orologio
ore otto e mezza|20:30 8:30 ora
ore nove|21:00 9:00 ora
ore nove e mezza|21:30 9:30 ora
ore dieci|10:00 22:00 ora
ore dieci e mezza|10:30 22:30 ora
ore undici|11:00 23:00 orologio
ore undici e mezza|11:30 23:30 ora
luna nuova|cielo luna nera natura
luna crescente|buona notte mezza luna natura
primo quarto di luna|natura notte
luna gibbosa crescente|natura notte
luna piena|natura notte plenilunio
luna gibbosa calante|luna quasi pieni natura notte
ultimo quarto di luna|metà natura notte
luna calante|natura notte
spicchio di luna|calante cielo crescente
faccina luna nuova|luna nera luna nuova con faccina natura
faccina primo quarto di luna|cielo luna con faccina natura
faccina ultimo quarto di luna|faccina della luna luna con faccina natura
termometro|caldo clima freddo
sole|calore luce meteo
faccina luna piena|faccina con la luna faccina della luna luna con faccina
faccina sole|bel tempo caldo denari
pianeta con satellite|corpo celeste pianeta con anelli saturno
stella|astro natura stella gialla
stella che brilla|brillante evvai felicità
stella cadente|desiderio fortuna notte
Via Lattea|nebulosa notte spazio
nuvola|meteo natura nuvola nera
sole coperto|meteo natura nuvola
temporale|diluvio fulmini meteo
parzialmente nuvoloso|meteo natura nuvola
molto nuvoloso|coperto maltempo meteo
sole coperto e pioggia|meteo natura nuvola
pioggia|diluvio meteo natura
neve|brutto tempo freddo meteo
fulmini|fulmine maltempo meteo
tornado|meteo tromba d’aria twister
nebbia|foschia meteo nuvole
vento|aria eolo sbuffo
ciclone|mal di mare meteo nausea
arcobaleno|bisessuale colori gay
ombrello chiuso|meteo pioggia piovere
ombrello|meteo pioggia
ombrello con gocce di pioggia|diluvio gocce d’acqua meteo
ombrellone|estate mare meteo
alta tensione|fulmine pericolo simbolo
fiocco di neve|freddo ghiaccio inverno
pupazzo di neve|freddo inverno meteo
pupazzo di neve senza neve|inverno natura
cometa|natura spazio stella cometa
fuoco|bruciare caldo calore
goccia|acqua freddo fumetto
onda|acqua la grande onda mare
zucca di Halloween|festa lanterna
albero di Natale|celebrare festa festeggiare
fuochi d’artificio|boom celebrazione festa
stellina scintillante|boom esplosione festa
petardo|botto dinamite esplodere
stelline|scintille spendente stelle
palloncino|auguri compleanno festa
spara coriandoli|auguri compleanno congratulazioni
coriandoli|carnevale congratulazioni decorazioni
albero di Tanabata|albero decorato decorazioni decorazioni di carta
bambù decorato|decorazione kadomatsu festa giapponese
bambole giapponesi|festa festa delle bambole hina-matsuri
aquilone a forma di carpa|festa giapponese pesce
campana al vento|campanelle campanelle a vento festa
contemplazione della luna|contemplazione festa festa festa della contemplazione della luna
busta hongbao|buona fortuna buono auspicio busta rossa
fiocco|auguri bambina bebé
regalo|dono festa fiocco
nastro|festa festeggiamenti fiocchetto
biglietto d’ingresso|cinema entrata spettacolo
biglietto|ammissione cartellino giallo
medaglia militare|medaglia al valore medaglia con stella onore
coppa|campione premio sport
medaglia sportiva|campione corsa gara
medaglia d’oro|numero 1 numero uno primo posto
medaglia d’argento|secondo posto sport
medaglia di bronzo|gara medaglia 3 sport
pallone da calcio|calcetto palla sport
palla da baseball|battitore guantone mazza
palla da softball|guantone sport
palla da pallacanestro|basket basketball canestro da basket
palla da pallavolo|pallone rete sport
football americano|palla sport
pallone da rugby|palla sport
tennis|giallo palla palla da tennis
frisbee|disco disco volante ultimate frisbee
bowling|birilli giocare gioco
cricket|gioco mazza palla
hockey su prato|campo mazza palla
hockey su ghiaccio|giocare hockey sul ghiaccio mazza
lacrosse|goal palla pallina
ping pong|giocare gioco pallina
badminton|giocare gioco racchetta
guantone da pugilato|boxe forza pugile
kimono per arti marziali|judo karate sport
porta da calcio|gol porta di calcio rete
bandiera in buca|bandiera golf bandierina golf
pattinaggio su ghiaccio|pattinaggio artistico pattini sport
canna da pesca|intrattenimento lenza pescare
maschera da sub|diving fare immersioni immersioni
maglia da corsa|abbigliamento correre fascia
sci|accessori scarpone scarpone da sci
slitta|inverno montagna neve
stone da curling|sport
bersaglio|arciere arco colpire
yo-yo|giocattolo rocchetto yoyo
aquilone|planare vento volare
pistola ad acqua|arma revolver sparare
palla da biliardo|8 giocare gioco
sfera di cristallo|chiaroveggenza chiromanzia futuro
bacchetta magica|abracadabra formula magica incantesimo
gamepad|console giocare gioco
joystick|giocare leva del joystick video giochi
slot machine|azzardo casinò gioco
dado|dadi gioco gioco dei dadi
pezzo di puzzle|incastrarsi incastro indizio
orsetto|giocattolo imbottito orsacchiotto
pentolaccia|caramelle divertimento dolcetti
palla da discoteca|ballare brillare dance
matrioska|bambola bambola di legno bambola russa
picche|carte seme
cuori|carte cuore seme
quadri|carte rombo seme
fiori|carte seme
pedina degli scacchi|sacrificabile scacco matto
jolly|carta carta da gioco gioco
tessera Mahjong|drago drago rosso
carta da gioco Hanafuda|carta dei fiori giappone giapponese
maschere|arte arti performative carnevale
quadro incorniciato|arte cornice dipinto
tavolozza|arte artista colori
filo|ago bobina corda
ago da cucito|attività punti ricamo
gomitolo|fare a maglia filo lavorare a maglia
nodo|annodato corda fune
occhiali da vista|abbigliamento nerd
occhiali da sole|abbigliamento accessori cool
maschera|immersioni nuotare nuoto
camice|abiti camice bianco camice da laboratorio
gilet di sicurezza|antinfortunistica emergenza gilet antinfortunistica
cravatta|abbigliamento abbigliamento uomo camicia
t-shirt|abbigliamento abbigliamento informale casual
jeans|abbigliamento blu casual
sciarpa|abbigliamento collo freddo
guanti|blu guanto mano
cappotto|abbigliamento freddo giacca
calzini|abbigliamento calze calzette
vestito|abbigliamento abito donna
kimono|abbigliamento giappone vestito
sari|abbigliamento abito indiano abito tradizionale indiano
costume da bagno intero|abbigliamento costume da donna costume intero
slip|costume da bagno maschile costume da uomo intimo
pantaloncini|abbigliamento boxer costume da bagno maschile
bikini|abbigliamento costume costume da bagno
maglietta da donna|abbigliamento maglietta rosa polo
ventaglio|afa aria caldo
borsellino|abbigliamento accessori borsetta
borsa|abbigliamento borsetta shopping
pochette|abbigliamento accessori borsa
borse della spesa|acquisti borsa sacchetti
zaino|accessori campeggio cartella
infradito|abbigliamento ciabatte mare
scarpa da uomo|abbigliamento accessori mocassino
scarpa sportiva|abbigliamento accessori correre
stivale da trekking|campeggio escursionismo passeggiata
ballerina|ballerine comfort scarpa bassa
scarpa con il tacco|abbigliamento decolleté donna
sandalo da donna|abbigliamento accessori scarpa
scarpette da ballerina|balletto danza danza classica
stivale da donna|abbigliamento scarpa scarpe
pettine afro|capelli pettinatura
corona|abbigliamento famiglia reale medioevo
cappello da donna|abbigliamento abbigliamento donna accessori
cilindro|abbigliamento bombetta cappello
cappello da laureato|festa istruzione laureata
cappello con visiera|abbigliamento baseball cappellino
elmetto militare|caschetto esercito guerra
elmetto con croce bianca|salvataggio soccorso
collana da preghiera|grani perle pregare
rossetto|appuntamento bellezza cosmetici
anello|brillante diamante fidanzamento
gemma|diamante fidanzamento gioiello
altoparlante disattivato|altoparlante barrato audio megafono barrato
altoparlante a volume basso|altoparlante a basso volume altoparlante attivato audio
altoparlante a volume intermedio|altoparlante volume basso audio basso
altoparlante a volume alto|audio megafono musica
altoparlante|audio comunicazione megafono
megafono|altoparlante altoparlanti comunicazione
corno postale|cornetta da postiglione cornetto postale nuovo messaggio
campana|campanella campanello chiesa
campana sbarrata|audio divieto muto
pentagramma|chiave chiave di violino musica
nota musicale|canzone
note musicali|canzone melodia nota
microfono radiofonico|cantare microfoni microfoni da studio
cursore del volume|abbassare il volume alzare il volume audio
manopole di controllo|console dj manopola
microfono|cantare concerto intrattenimento
cuffie|ascoltare auricolari intrattenimento
radio|ascoltare ascoltare la radio musica
sassofono|blues jazz musica
tromba|band banda blues
trombone|coulisse jazz musica
fisarmonica|concertina musica organetto
chitarra|band basso corde
piano|classica comporre jazz
violino|musica orchestra strumento
banjo|musica strumento a corde
tamburo|bacchette banda musica
tamburo lungo|bongo conga musica
maracas|agitare ballare musica
flauto|fiati fiato flautista
arpa|amore cupido musica
telefono cellulare|chiamare comunicare smartphone
telefono cellulare con freccia|chiamami chiamare ricevere
telefono fisso|telefono di casa
cornetta|chiamami chiamare comunicazione
cercapersone|comunicazione lavoro
fax|computer comunicazione periferiche
batteria|autonomia batteria scarica carica
batteria scarica|elettronica energia bassa esausta
spina elettrica|elettricista elettricità presa elettrica
computer portatile|notebook pc personal
computer fisso|desktop desktop pc monitor
stampante|computer fotocopie periferica
tastiera|computer tastiera senza fili
mouse|computer cursore mouse senza fili
trackball|computer mouse a sfera mouse con trackball
minidisc|cd computer disco
floppy disc|computer dischetto
disco ottico|blu-ray cd computer
DVD|blu ray blu-ray computer
abaco|abbaco calcolare calcolatrice
cinepresa|cinema film filmare
pellicola cinematografica|cinema paradiso film fotogrammi
proiettore cinematografico|cinepresa film filmato
ciak|ciak si gira cinema film
televisore|arredamento televisione tv
fotocamera|fotografare instagram macchina fotografica
fotocamera con flash|foto con flash fotografare macchina fotografica
videocamera|attore attrice film
videocassetta|registrare vhs vintage
lente di ingrandimento rivolta a sinistra|cerca cercare investigare
lente di ingrandimento rivolta a destra|cercare investigare investigatore
candela|a lume di candela calore candela accesa
lampadina|brillante elettrica elettricità
torcia|elettrica luce pila
lanterna rossa|bar ristorante cinese giapponese
diya|deepak deepam divaa
quaderno con copertina decorata|album album delle foto compiti
libro chiuso|biblioteca istruzione leggere
libro aperto|compiti istruzione leggere
libro verde|biblioteca compiti istruzione
libro blu|biblioteca compiti istruzione
libro arancione|biblioteca compiti istruzione
libri|biblioteca compiti doposcuola
quaderno|appunti biblioteca libreria
quaderno ad anelli|annotazioni appunti blocco
pagina con piega|carta documento lettera
pergamena|decreto documento laurea
pagina|carta di fronte documento
quotidiano|giornale notizia
quotidiano arrotolato|consegna a domicilio giornale giornali
etichette segnalibro|linguette ufficio
segnalibro|etichetta leggere lettura
etichetta|identificativo prezzo talloncino
moneta|argento denaro dollaro
sacco di soldi|banca borsa contanti
forziere|argento bottino denaro
banconota Yen|banca denaro giappone
banconota Dollaro|banca banconote contanti
banconota Euro|banca cash crisi
banconota Sterlina|banconote brexit cash
soldi con le ali|banconota banconota con le ali soldi che volano
carta di credito|addebito banca denaro
scontrino|contabilità fattura invoice
grafico ascendente|banca crescita finanza
busta|comunicazione corrispondenza email
e-mail|busta comunicazione email
posta in arrivo|busta comunicazione consegna
posta in uscita|busta busta con freccia comunicazione
posta inviata|comunicazione in uscita posta in uscita
posta ricevuta|comunicazione email in arrivo
pacco|cartone collo consegna
cassetta postale chiusa bandierina alzata|buca delle lettere cassetta postale chiusa bandierina su comunicazione
cassetta postale chiusa bandierina abbassata|buca delle lettere casella postale cassetta postale chiusa bandierina giù
cassetta postale aperta bandierina alzata|buca delle lettere cassetta postale aperta bandierina su mail
cassetta postale aperta bandierina abbassata|buca delle lettere cassetta postale aperta bandierina giù cassetta postale con bandierina abbassata
cassetta delle lettere|buca delle lettere c’è posta per te inviare
urna elettorale con scheda|ballottaggio elezioni esprimere un voto
matita|disegnare matita con gomma scrivere
pennino|boccetta d’inchiostro calamaio inchiostro
penna stilografica|cartuccia inchiostro pennino
penna a sfera|compiti disegnare scrivere
pennello|arte artista colorare
pastello a cera|colorare colorare con pastelli colori
memo|appunti blocco note block notes
valigetta 24 ore|borsa documenti lavoro
cartella file|archiviare archivio computer
cartella aperta|file
divisori per schedario|archiviare archivio biblioteca
calendario|17 data diciasette
calendario a strappo|quando tempo venerdì 17
blocco per appunti con spirale|appuntare blocchetto degli appunti blocco a spirale
calendario a spirale|giorni taccuino tempo
schedario|contatti rolodex schedario girevole
grafico con andamento positivo|andamento ascendente ascendente aumentare
grafico con andamento negativo|andamento discendente calo crisi
grafico a barre|dati statistica
portablocco|appunti blocco note cartella
puntina|collage puntina da disegno scuola
puntina arrotondata|località mappa pin
graffetta|clippy fermaglio graffa
graffette attaccate|allegare cancelleria cartoleria
righello|geometria matematica misurare
squadra|angoli geometria matematica
forbici|strumento tagliare taglio
schedario da tavolo|archiviare archivio contenitore
schedario da ufficio|archiviare armadietto schedario cassetti
cestino|buttare cartacce rifiuti
lucchetto chiuso|chiuso a chiave segreto sicurezza
lucchetto aperto|chiuso segreto sicurezza
lucchetto con penna stilo|penna stilografica privacy stilografica
lucchetto chiuso con chiave|chiuso a chiave lucchetto chiuso a chave segreto
chiave|casa lucchetto password
chiave antica|chiudere a chiave indizio segreto
martello|attrezzo bricolage falegname
ascia|accetta boscaiolo taglialegna
piccone|attrezzo miniera picconare
piccone e martello|attrezzi lavori manuali manodopera
martello e chiave inglese|aggiustare attrezzi impostazioni
pugnale|affilato arma armi
spade incrociate|armi combattimento duello
bomba|boom emozione esplosione
boomerang|aborigeni arma australia
arco e freccia|arciere cacciare sagittario
scudo|cavaliere combattimento duello
sega da falegname|legno oggetto segare
chiave inglese|attrezzo diy fai da te
cacciavite|avvitare oggetto svitare
vite e bullone|attrezzo bricolage bullonare
ingranaggio|componente meccanismo ruota dentata
morsetto|fissare morsa serrare
bilancia a doppio piatto|chili giustizia grammi
bastone per non vedenti|accessibilità bastone bianco bastone per ciechi
collegamento|due anelli link simbolo link
catena spezzata|catene libertà manette
catene|anelli di una catena catena imprigionare
gancio|amo curva fermaglio
cassetta degli attrezzi|attrezzo cassetta per gli attrezzi meccanico
calamita|a forma di u attrazione ferro di cavallo
scala|arrampicarsi oggetto piolo
vanga|buco pala scavare
alambicco|chimica esperimento strumento
provetta|chimica chimico esperimenti
piastra di Petri|batteri batterio biologa
dna|biologo evoluzione gene
microscopio|analisi esperimento microrganismo
telescopio|astronomia corpi celesti costellazioni
antenna satellitare|antenna parabolica antenne paraboliche antenne satellitari
siringa|ago dottore iniezione
goccia di sangue|ciclo mestruale donare il sangue donazione di sangue
pillola|dottore farmaco malato
cerotto|cerotto adesivo
stampella|ausilio bastone disabile
stetoscopio|cardiologo dottore dottoressa
radiografia|dottore lastra medico
porta|aprire armadio chiudere
ascensore|accessibilità montacarichi
specchio|oggetto riflesso trucco
finestra|apertura aria fresca oggetto
letto|arredamento dormire hotel
divano e lampada|casa leggere mobili
sedia|mettersi seduti mobile sedersi
toilette|bagno trono water
sturalavandini|aspirazione bagno idraulico
doccia|aqua fare la doccia lavare
vasca|bagno doccia lavare
trappola per topi|esca formaggio oggetto
rasoio|farsi la barba lama da barba lama da barbiere
flacone|bottiglia di crema bottiglia di lozione crema
spilla da balia|pannolone punk rock spilla di sicurezza
scopa|pulire scopare spazzare
cesto|biancheria bucato cestino
rotolo di carta igienica|asciugamani di carta carta assorbente scottex
secchio|contenitore oggetto secchia
sapone|bagno fare il bagno insaponare
bolle|bollicine perle pulito
spazzolino da denti|bagno dentale igiene
spugna|assorbenza assorbire bagnare
estintore|estinguere fiamme fuoco
carrello|acquistare acquisti acquisto
sigaretta|area fumatori fumare fumo
bara|funerale morte sepoltura
lapide|cimitero morto pietra tombale
urna funeraria|ceneri funerale morte
occhio di Allah|amuleto amuleto di nazar blu
mano di Fatima|amuleto fortuna hamsa
Moai|faccia isola di pasqua moyai
cartello|corteo manifestazione manifesto
carta d’identità|badge credenziali documento d’identità
simbolo dello sportello bancomat|atm banca denaro
simbolo per la raccolta dei rifiuti|buttare cestino dei rifiuti pattumiera
acqua potabile|bere goccia rubinetto
simbolo della disabilità|accesso accesso sedia a rotelle disabile
simbolo del bagno degli uomini|segnale toilette uomo
simbolo del bagno delle donne|bagno donne segnale servizi
simbolo dei servizi igienici|bagni bagno cartello
simbolo con immagine di bambino|bambino a bordo cartello neonato fasciatoio
simbolo del WC|bagni bagno gabinetto
simbolo del controllo passaporti|aeroporto dogana immigrazione
simbolo della dogana|confine di stato controllo doganale doganiere
simbolo del ritiro bagagli|aereo aeroporto arrivare
simbolo del deposito bagagli|aeroporto servizio bagagli sicurezza
simbolo di avviso|attenzione pericolo punto esclamativo
attraversamento bambini|attraversamento pedonale attraversare pedoni
segnale di divieto di accesso|proibito simbolo stop
segnale di divieto|proibito simbolo simbolo di divieto
segnale di divieto di transito delle biciclette|bicicletta divieto bicicletta divieto biciclette
segnale di vietato fumare|divieto fumo proibito
simbolo del divieto di gettare rifiuti|buttare proibito simbolo vietato gettare rifiuti
simbolo di acqua non potabile|divieto rubinetto simbolo acqua non potabile
simbolo del divieto di transito pedoni|divieto transito pedoni niente pedoni no
simbolo che vieta l’uso dei cellulari|cellulari vietati divieto niente cellulare
simbolo di divieto ai minorenni|18 18 sbarrato divieto ai minori
simbolo della radioattività|pericolo radioattivo rifiuti tossici
simbolo del rischio biologico|biorischio pericolo sostanze pericolose
freccia rivolta verso l’alto|direzione freccia in alto nord
freccia rivolta verso destra che punta in alto|direzione freccia in alto a destra in alto a destra
freccia rivolta verso destra|avanti direzione freccia a destra
freccia in basso a destra|direzione punto intercardinale sud-est
freccia rivolta verso il basso|direzione freccia in basso punto cardinale
freccia in basso a sinistra|direzione punto intercardinale sud-ovest
freccia rivolta a sinistra|direzione freccia a sinistra ovest
freccia in alto a sinistra|direzione nord-ovest punto intercardinale
freccia su-giù|altezza doppia direzione doppia freccia
freccia sinistra-destra|doppia direzione doppia freccia larghezza
freccia curva a sinistra|indietro verso sinistra
freccia curva a destra|avanti verso destra
freccia curva in alto|in sù verso l’alto
freccia curva in basso|in giù verso il basso
frecce verticali che ruotano in senso orario|ciclo circolo frecce a cerchio verticali
frecce che ruotano in senso antiorario|circolo di nuovo frecce a cerchio aperto
freccia BACK|freccia verso sinistra indietro indietro con freccia verso sinistra
freccia END|end con freccia verso sinistra fine freccia a sinistra
freccia ON|frecce on con freccia e punto esclamativo punto esclamativo
freccia SOON|brb freccia nera presto
freccia TOP|alto freccia in alto freccia verso l’alto
luogo di culto|luogo di preghiera luogo sacro persona che prega
simbolo dell’atomo|ateismo fisica
Om|induismo mantra religione induista
stella di David|ebraismo ebreo sei punte
ruota del Dharma|buddhismo dharmacakra religione
Yin e Yang|confucianesimo religione simbolo
croce latina|cattolicesimo cristianesimo religione
croce ortodossa|cristianesimo ortodossi religione
mezzaluna e stella|islam islamismo mezzaluna islamica
simbolo della pace|hippy pace e amore pacifico
Menorah|candelabro ebraismo religione
stella a sei punte|chiromanzia futuro
khanda|religione sikh sikhismo
Segno zodiacale dell’Ariete|zodiaco
Segno zodiacale del Toro|oroscopo zodiaco
Segno zodiacale dei Gemelli|oroscopo zodiaco
Segno zodiacale del Cancro|oroscopo zodiaco
Segno zodiacale del Leone|oroscopo zodiaco
Segno zodiacale della Vergine|oroscopo zodiaco
Segno zodiacale della Bilancia|oroscopo zodiaco
Segno zodiacale dello Scorpione|oroscopo zodiaco
Segno zodiacale del Saggitario|oroscopo sagittario zodiaco
Segno zodiacale del Capricorno|oroscopo zodiaco
Segno zodiacale dell’Acquario|zodiaco
Segno zodiacale dei Pesci|oroscopo zodiaco
Segno zodiacale dell’Ofiuco|zodiaco
pulsante di riproduzione casuale|frecce frecce incrociate frecce incrociate verso destra
pulsante di ripetizione della riproduzione|frecce frecce a cerchio frecce senso orario
pulsante di ripetizione della riproduzione di una traccia|frecce frecce a cerchio numero 1 frecce senso orario
pulsante di riproduzione|freccia play pulsante play
pulsante di avanzamento rapido|destra doppia freccia a destra fast forward
traccia successiva|freccia prossima traccia pulsante
pulsante riproduci/pausa|destra freccia play e pausa
pulsante di riavvolgimento|pulsante riavvolgimento rewind sinistra
pulsante di riavvolgimento rapido|doppia freccia a sinistra freccia rewind
pulsante traccia precedente|freccia rewind torna indietro
pulsante a triangolo rivolto verso l’alto|in alto tasto
pulsante doppia freccia in alto
pulsante a triangolo rivolto verso il basso|in basso in giù tasto
doppia freccia in basso
pulsante pausa|in pausa mettere in pausa
pulsante stop|quadrato
pulsante di registrazione|cerchio
pulsante di espulsione
simbolo del cinema|cinepresa film filmare
luminosità bassa|faretto faro luce
luminosità elevata|alta luminosità luminoso simbolo alta luminosità
segnale cellulare|antenna antenna con tacche intensità segnale tacche
wireless|computer connessione internet
modalità vibrazione|cellulare modalità telefono telefono
cellulare spento|off simbolo telefono
simbolo genere femminile|donna femmina simbolo di femmina
simbolo genere maschile|maschio simbolo di maschio uomo
simbolo transgender
moltiplicazione|cancellare croce segno moltiplicazione
addizione|+ croce matematica
sottrazione|- matematica meno
divisione|diviso matematica segno
segno di uguaglianza|matematica segno uguale uguale
simbolo dell’infinito|eternità illimitato per sempre
doppio punto esclamativo|esclamazione punteggiatura punti esclamativi
punto esclamativo e interrogativo|punteggiatura punto interrogativo
punto interrogativo rosso|? domanda punteggiatura
punto interrogativo bianco|? domanda punteggiatura
punto esclamativo bianco|! esclamazione punteggiatura
punto esclamativo rosso|esclamazione punteggiatura punto esclamativo pieno
trattino ondulato|onda
cambio valuta|banca cambio di valuta denaro
Dollaro|cash contanti denaro
simbolo della medicina|bastone di esculapio medico
simbolo del riciclaggio|raccolta differenziata riciclare riciclo
giglio araldico|araldica fiore simbolo
tridente|ancora barca dio del mare
tesserino per nome|badge etichetta etichetta a tulipano
ideogramma giapponese di “Principiante”|etichetta gialla e verde principiante gallone giallo
cerchio rosso vuoto|gioco pallino tris
pulsante segno di spunta|baffo fatto segno di spunta grande
riquadro con spunta|fatto grigio
segno di spunta|baffo fatto segno di spunta nero
croce|croce rossa moltiplicazione x
croce con quadrato|croce verde moltiplicazione x con quadrato
occhiello|cerchio nodo
doppio occhiello
simbolo di alternanza delle parti|canzone divisione spartito parti musicali
asterisco|* otto punte stella
stella stilizzata|asterisco otto punte
scintilla stilizzata|simbolo
copyright
marchio registrato|marchio registrato cerchiato
marchio|marchio commerciale marchio di fabbrica marchio registrato
spruzzo|chiazza holi pittura
tasto: #
tasto: *
tasto: 0|zero
tasto: 1|uno
tasto: 2|due
tasto: 3|tre
tasto: 4|quattro
tasto: 5|cinque
tasto: 6|sei
tasto: 7|sette
tasto: 8|otto
tasto: 9|nove
tasto: 10
pulsante con lettere latine maiuscole|abcd caratteri latini inserire
pulsante con lettere latine minuscole|caratteri latini inserire tasto
pulsante con numeri|1234 inserire tastierino numerico
pulsante con simboli|inserire tastiera tastierino simboli
pulsante con lettere latine|abc alfabeto caratteri alfabetici
gruppo sanguigno A|gruppo a lettera a sangue
gruppo sanguigno AB|gruppo ab
gruppo sanguigno B|gruppo b
pulsante CL|bottone simbolo
pulsante COOL|simbolo tasto
pulsante FREE|gratis libero simbolo
punto informazioni
pulsante ID|identità simbolo id
pulsante M cerchiata|m azzurra metro simbolo m
pulsante NEW|nuovo simbolo tasto
pulsante NG|simbolo ng tasto
gruppo sanguigno 0|gruppo 0 gruppo o gruppo sanguigno o
pulsante OK|simbolo tasto
pulsante P|area di parcheggio parcheggio tasto
pulsante SOS|aiuto segnale di sos simbolo di sos
pulsante UP!|alto in alto simbolo up!
pulsante VS|contro simbolo contro tasto
ideogramma giapponese per “Qui”|katakana parola pulsante
ideogramma giapponese di “Costo del servizio”|ideogramma katakana sa katakana parola
ideogramma giapponese di “Importo mensile”|cinese luna mese
ideogramma giapponese di “A pagamento”|esistere
ideogramma giapponese di “Riservato”|direzione dito indicare
ideogramma giapponese di “Occasione”|vantaggio
ideogramma giapponese di “Sconto”|dividere prezzo scontato
ideogramma giapponese di “Gratis”|negazione
ideogramma giapponese di “Proibito”
ideogramma giapponese di “Accettabile”|accettare cinese
ideogramma giapponese di “Candidatura”|applicare candidarsi cinese
ideogramma giapponese di “Voto di sufficienza”|cinese insieme
ideogramma giapponese di “Posto libero”|cinese disponibilità vuoto
ideogramma giapponese di “Congratulazioni”|cinese
ideogramma giapponese di “Segreto”|cinese
ideogramma giapponese di “Aperto al pubblico”|aperto per affari cinese ideogramma in funzione
ideogramma giapponese di “Nessun posto libero”|cinese pienezza pieno
cerchio rosso|cerchio rosso grande geometria stop
cerchio arancione|cerchio di colore arancione forma
cerchio giallo|cerchio di colore giallo colore giallo forma
cerchio verde|cerchio di colore verde colore verde forma
cerchio blu|geometria grande
cerchio viola|cerchio di colore viola colore viola forma
cerchio marrone|cerchio di colore marrone colore marrone forma
cerchio nero|cerchio nero grande geometria
cerchio bianco|cerchio bianco grande geometria
quadrato rosso|colore rosso forma quadrato di colore rosso
quadrato arancione|colore arancione forma quadrato di colore arancione
quadrato giallo|colore giallo forma quadrato di colore giallo
quadrato verde|colore verde forma quadrato di colore verde
quadrato blu|colore blu forma quadrato di colore blu
quadrato viola|colore viola forma quadrato di colore viola
quadrato marrone|colore marrone forma quadrato di colore marrone
quadrato nero grande|geometria
quadrato bianco grande|geometria
quadrato nero medio|geometria
quadrato bianco medio|geometria quadrato vuoto
quadrato nero medio-piccolo|geometria
quadrato bianco medio-piccolo|geometria
quadrato nero piccolo|geometria quadratino
quadrato bianco piccolo|geometria quadratino vuoto
rombo arancione grande|forma geometria quadrato
rombo blu grande|diamante
rombo arancione piccolo
rombo blu piccolo
triangolo rosso con punta verso l’alto|forma geometria triangolo rosso punta in alto
triangolo rosso con punta verso il basso|geometria triangolo rosso punta in basso
petalo di fiore|carino decorazione diamante
pulsante rotondo|campanello cerchio geometria
tasto quadrato nero con bordo bianco|contorno geometria pulsante
tasto quadrato bianco con bordo nero|geometria pulsante pulsante quadrato pieno
bandiera a scacchi|circuito corsa gara
bandierina rossa|bandiera bandiera rossa bandiera rossa triangolare
bandiere del Giappone incrociate|festa festeggiamenti giapponese
bandiera nera|bandiera che sventola
bandiera bianca|arrendersi bandiera che sventola sos
bandiera arcobaleno|bisessuale bisex gay
bandiera transgender|azzurro bianco rosa
bandiera dei pirati|corsari corsaro pirata
bandiera: Isola Ascensione|AC
bandiera: Andorra|AD
bandiera: Emirati Arabi Uniti|AE
bandiera: Afghanistan
bandiera: Antigua e Barbuda|AG
bandiera: Anguilla|AI
bandiera: Albania
bandiera: Armenia|AM
bandiera: Angola|AO
bandiera: Antartide|AQ
bandiera: Argentina
bandiera: Samoa Americane|AS
bandiera: Austria|AT
bandiera: Australia
bandiera: Aruba|AW
bandiera: Isole Åland|AX
bandiera: Azerbaigian
bandiera: Bosnia ed Erzegovina
bandiera: Barbados|BB
bandiera: Bangladesh|BD
bandiera: Belgio
bandiera: Burkina Faso|BF
bandiera: Bulgaria|BG
bandiera: Bahrein|BH
bandiera: Burundi|BI
bandiera: Benin|BJ
bandiera: Saint-Barthélemy|BL
bandiera: Bermuda|BM
bandiera: Brunei|BN
bandiera: Bolivia
bandiera: Caraibi Olandesi|BQ
bandiera: Brasile
bandiera: Bahamas|BS
bandiera: Bhutan|BT
bandiera: Isola Bouvet|BV
bandiera: Botswana|BW
bandiera: Bielorussia|BY
bandiera: Belize|BZ
bandiera: Canada
bandiera: Isole Cocos (Keeling)|CC
bandiera: Congo - Kinshasa|CD
bandiera: Repubblica Centrafricana|CF
bandiera: Congo-Brazzaville|CG
bandiera: Svizzera|CH
bandiera: Costa d’Avorio|CI
bandiera: Isole Cook|CK
bandiera: Cile|CL
bandiera: Camerun|CM
bandiera: Cina|CN
bandiera: Colombia
bandiera: Isola di Clipperton|CP
bandiera: Sark|CQ
bandiera: Costa Rica|CR
bandiera: Cuba
bandiera: Capo Verde|CV
bandiera: Curaçao|CW
bandiera: Isola Christmas|CX
bandiera: Cipro|CY
bandiera: Cechia|CZ
bandiera: Germania|DE
bandiera: Diego Garcia|DG
bandiera: Gibuti|DJ
bandiera: Danimarca|DK
bandiera: Dominica|DM
bandiera: Repubblica Dominicana
bandiera: Algeria|DZ
bandiera: Ceuta e Melilla|EA
bandiera: Ecuador
bandiera: Estonia|EE
bandiera: Egitto
bandiera: Sahara Occidentale|EH
bandiera: Eritrea
bandiera: Spagna|ES
bandiera: Etiopia
bandiera: Unione europea
bandiera: Finlandia
bandiera: Figi|FJ
bandiera: Isole Falkland|FK
bandiera: Micronesia|FM
bandiera: Isole Fær Øer|FO
bandiera: Francia
bandiera: Gabon
bandiera: Regno Unito|GB
bandiera: Grenada|GD
bandiera: Georgia
bandiera: Guyana Francese|GF
bandiera: Guernsey|GG
bandiera: Ghana
bandiera: Gibilterra
bandiera: Groenlandia|GL
bandiera: Gambia|GM
bandiera: Guinea|GN
bandiera: Guadalupa|GP
bandiera: Guinea Equatoriale|GQ
bandiera: Grecia
bandiera: Georgia del Sud e Sandwich Australi|GS
bandiera: Guatemala|GT
bandiera: Guam
bandiera: Guinea-Bissau|GW
bandiera: Guyana|GY
bandiera: RAS di Hong Kong|HK
bandiera: Isole Heard e McDonald|HM
bandiera: Honduras|HN
bandiera: Croazia|HR
bandiera: Haiti|HT
bandiera: Ungheria|HU
bandiera: Isole Canarie|IC
bandiera: Indonesia|ID
bandiera: Irlanda
bandiera: Israele|IL
bandiera: Isola di Man|IM
bandiera: India
bandiera: Territorio Britannico dell’Oceano Indiano
bandiera: Iraq|IQ
bandiera: Iran
bandiera: Islanda
bandiera: Italia
bandiera: Jersey
bandiera: Giamaica|JM
bandiera: Giordania|JO
bandiera: Giappone|JP
bandiera: Kenya
bandiera: Kirghizistan|KG
bandiera: Cambogia|KH
bandiera: Kiribati
bandiera: Comore|KM
bandiera: Saint Kitts e Nevis|KN
bandiera: Corea del Nord|KP
bandiera: Corea del Sud|KR
bandiera: Kuwait|KW
bandiera: Isole Cayman|KY
bandiera: Kazakistan|KZ
bandiera: Laos
bandiera: Libano|LB
bandiera: Saint Lucia|LC
bandiera: Liechtenstein
bandiera: Sri Lanka|LK
bandiera: Liberia|LR
bandiera: Lesotho|LS
bandiera: Lituania|LT
bandiera: Lussemburgo
bandiera: Lettonia|LV
bandiera: Libia|LY
bandiera: Marocco
bandiera: Monaco|MC
bandiera: Moldavia|MD
bandiera: Montenegro|ME
bandiera: Saint Martin|MF
bandiera: Madagascar|MG
bandiera: Isole Marshall|MH
bandiera: Macedonia del Nord|MK
bandiera: Mali|ML
bandiera: Myanmar (Birmania)|MM
bandiera: Mongolia|MN
bandiera: RAS di Macao|MO
bandiera: Isole Marianne Settentrionali|MP
bandiera: Martinica|MQ
bandiera: Mauritania|MR
bandiera: Montserrat|MS
bandiera: Malta|MT
bandiera: Mauritius|MU
bandiera: Maldive|MV
bandiera: Malawi|MW
bandiera: Messico|MX
bandiera: Malaysia|MY
bandiera: Mozambico|MZ
bandiera: Namibia
bandiera: Nuova Caledonia|NC
bandiera: Niger|NE
bandiera: Isola Norfolk|NF
bandiera: Nigeria|NG
bandiera: Nicaragua
bandiera: Paesi Bassi|NL
bandiera: Norvegia
bandiera: Nepal|NP
bandiera: Nauru|NR
bandiera: Niue|NU
bandiera: Nuova Zelanda|NZ
bandiera: Oman
bandiera: Panama
bandiera: Perù
bandiera: Polinesia Francese|PF
bandiera: Papua Nuova Guinea|PG
bandiera: Filippine|PH
bandiera: Pakistan|PK
bandiera: Polonia|PL
bandiera: Saint-Pierre e Miquelon|PM
bandiera: Isole Pitcairn|PN
bandiera: Portorico|PR
bandiera: Territori Palestinesi|PS
bandiera: Portogallo|PT
bandiera: Palau|PW
bandiera: Paraguay|PY
bandiera: Qatar
bandiera: Riunione|RE
bandiera: Romania
bandiera: Serbia|RS
bandiera: Russia
bandiera: Ruanda|RW
bandiera: Arabia Saudita
bandiera: Isole Salomone|SB
bandiera: Seychelles|SC
bandiera: Sudan|SD
bandiera: Svezia|SE
bandiera: Singapore|SG
bandiera: Sant’Elena|SH
bandiera: Slovenia|SI
bandiera: Svalbard e Jan Mayen|SJ
bandiera: Slovacchia|SK
bandiera: Sierra Leone|SL
bandiera: San Marino|SM
bandiera: Senegal|SN
bandiera: Somalia
bandiera: Suriname|SR
bandiera: Sud Sudan|SS
bandiera: São Tomé e Príncipe|ST
bandiera: El Salvador|SV
bandiera: Sint Maarten|SX
bandiera: Siria|SY
bandiera: Eswatini|SZ
bandiera: Tristan da Cunha
bandiera: Isole Turks e Caicos|TC
bandiera: Ciad|TD
bandiera: Terre Australi Francesi|TF
bandiera: Togo|TG
bandiera: Thailandia
bandiera: Tagikistan|TJ
bandiera: Tokelau|TK
bandiera: Timor Est|TL
bandiera: Turkmenistan|TM
bandiera: Tunisia|TN
bandiera: Tonga
bandiera: Turchia|TR
bandiera: Trinidad e Tobago|TT
bandiera: Tuvalu|TV
bandiera: Taiwan|TW
bandiera: Tanzania|TZ
bandiera: Ucraina|UA
bandiera: Uganda
bandiera: Isole Minori Esterne degli Stati Uniti|UM
bandiera: Nazioni Unite
bandiera: Stati Uniti|US
bandiera: Uruguay|UY
bandiera: Uzbekistan
bandiera: Città del Vaticano
bandiera: Saint Vincent e Grenadine|VC
bandiera: Venezuela
bandiera: Isole Vergini Britanniche|VG
bandiera: Isole Vergini Americane|VI
bandiera: Vietnam|VN
bandiera: Vanuatu|VU
bandiera: Wallis e Futuna|WF
bandiera: Samoa|WS
bandiera: Kosovo|XK
bandiera: Yemen
bandiera: Mayotte|YT
bandiera: Sudafrica|ZA
bandiera: Zambia|ZM
bandiera: Zimbabwe|ZW
bandiera: Inghilterra|gbeng
bandiera: Scozia|gbsct
bandiera: Galles|gbwls`;export{a as default};
