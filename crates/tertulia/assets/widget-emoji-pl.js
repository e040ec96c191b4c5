var a=`szeroko uśmiechnięta twarz|haha hehe roześmiana buźka
uśmiechnięta twarz z otwartymi ustami|buźka haha hehe
uśmiechnięta twarz z otwartymi ustami i roześmianymi oczami|buźka haha hehe
szeroko uśmiechnięta twarz o roześmianych oczach|buźka haha hehe
uśmiechnięta twarz z przymrużonymi oczami|buźka haha hahaha
uśmiechnięta twarz z otwartymi ustami, oblana zimnym potem|buźka gafa haha
tarza się ze śmiechu|buźka haha hehe
twarz ze łzami radości|absurd buźka haha
lekko uśmiechnięta twarz|buźka haha hehe
odwrócona twarz|buźka do góry nogami haha
roztapiająca się twarz|gorąco płynna twarz rozpuszczająca się twarz
twarz puszczająca oko|buźka mrugnięcie oczko
uśmiechnięta twarz o roześmianych oczach|buźka haha hehe
uśmiechnięta twarz z aureolą|buźka haha hehe
uśmiechnięta buźka z sercami|kocham cię kochać miłość
uśmiechnięta twarz z oczami w kształcie serca|buźka kocham miłość
zafascynowany|buźka fascynacja gwiazdy
twarz przesyłająca całusa|buzi buźka całuję
całująca twarz|buzi buźka całus
uśmiechnięta twarz|buźka marzenie marzę
całująca twarz z zamkniętymi oczami|buzi buźka całus
całująca twarz o roześmianych oczach|buzi buźka całus
uśmiechnięta buźka ze łzą|dumny ulga uśmiechnięty
twarz delektująca się pysznym jedzeniem|buźka mniam oblizywać się
twarz wystawiająca język|buźka buźka pokazująca język pokazany język
twarz wystawiająca język i puszczająca oko|buźka haha hehe
szalona twarz|buźka crazy duże
twarz ze zmrużonymi oczami wystawiająca język|ble buźka haha
twarz z pieniędzmi na ustach|bogaty buźka hajs
twarz z gestem przytulania|buźka przytulanie przytulać
twarz z ręką na ustach|buźka chichotać głowa
twarz z otwartymi oczami i ręką na ustach|niedowierzanie niespodzianka omg
twarz z podglądającym okiem|chowanie się gapienie się nieśmiałość
uciszająca twarz|buźka cicho cii
myśląca twarz|buźka hm hmm
salutująca twarz|ok pogodna twarz powodzenia
twarz z zamkiem błyskawicznym na ustach|buzia na kłódkę buźka nic nie powiem
twarz z podniesioną brwią|brew buźka dziwne
neutralna twarz|buźka buźka bez wyrazu hm
twarz bez wyrazu|brak emocji buźka nic
twarz bez ust|buźka buźka bez ust cisza
twarz otoczona linią przerywaną|chowanie się introwertyk niechęć
twarz w chmurach|bujać w obłokach głowa w chmurach zamyślenie
twarz z uśmieszkiem|buźka cyniczny haha
niezadowolona twarz|nah niezadowolenie niezadowolona buźka
twarz przewracająca oczami|buźka irytacja obojętność
twarz z grymasem|buźka grymaśna buźka wyszczerz
twarz wypuszczająca powietrze|buźka dym gwizd
twarz kłamcy|buźka długi nos kłamać
wstrząśnięta twarz|drganie niespodzianka omg
głowa kręcąca się poziomo|nie potrząśnięcie
głowa kiwająca się pionowo|przytaknięcie tak
twarz z wyrazem ulgi|buźka błogość odprężenie
zamyślona twarz|buźka smutek zamyślenie
senna twarz|buźka senność spać
śliniąca się twarz|buźka cieknie mi ślinka głodny
śpiąca twarz|buźka chrapanie dobranoc
twarz z workami pod oczami|podkrążone oczy senność worki pod oczami
twarz w masce medycznej|buźka choroba lekarz
twarz z termometrem|buźka choroba gorączka
twarz z bandażem|buźka czoło głowa
twarz z mdłościami|buźka choroba chory
wymiotująca twarz|ble buźka choroba
kichająca twarz|buźka choroba chory
rozgrzana twarz|choroba czerwona buźka czerwona twarz
zmarznięta twarz|blada twarz buźka mroźno
zamroczona twarz|alkohol buźka faliste usta
oszołomiona twarz|buźka chory knock out
twarz ze spiralnymi oczami|buźka konsternacja mętlik
eksplodująca głowa|buźka eksplozja nie wiedzieć
głowa w kapeluszu kowbojskim|buźka haha hehe
świętująca twarz|buźka czapeczka ekscytacja
buźka w przebraniu|anonimowy incognito nos
uśmiechnięta twarz w okularach przeciwsłonecznych|buźka cool haha
kujon|buźka buźka w okularach bystry
twarz z monoklem|buźka głowa haha
zdezorientowana twarz|buźka smutek zakłopotana buźka
twarz z ukośnymi ustami|do kitu frustracja niepewna twarz
zmartwiona twarz|buźka martwić się ojej
lekko zachmurzona twarz|buźka ech grymas
zachmurzona twarz|buźka grymas niezadowolenie
twarz z otwartymi ustami|buźka och szok
zdumiona twarz|buźka zaskoczenie zaskoczona buźka
zadziwiona twarz|buźka och! zaskoczenie
twarz z rumieńcami|buźka rumieńce twarz z wypiekami
wykrzywiona twarz|bezradność niepokój opuchlizna
błagająca twarz|buźka błaganie błagać
twarz powstrzymująca łzy|duma opór podziw
zachmurzona twarz z otwartymi ustami|buźka co? nie wierzę
udręczona twarz|buźka ból niedowierzanie
przestraszona twarz|buźka strach wystraszona buźka
zaniepokojona twarz oblana potem|buźka nerwy strach
smutna twarz z wyrazem ulgi|buźka płacz smutek
płacząca twarz|buźka buźka ze łzą w oku przykro mi
głośno płacząca twarz|buźka głośny płacz smutny
twarz krzycząca ze strachu|buźka głowa krzycząca buźka
zakłopotana twarz|buźka irytacja zirytowana buźka
uparta twarz|buźka ból napięcie
rozczarowana twarz|buźka przykro mi rozczarowana buźka
twarz ze spuszczonymi oczami oblana potem|beznadziejny buźka kropla potu
znużona twarz|buźka cierpienie rezygnacja
zmęczona twarz|buźka kichać nie
ziewająca twarz|buźka dobranoc drzemka
prychająca twarz|buźka furia smutek
nadąsana twarz|buźka czerwony dąsy
zagniewana twarz|buźka rozgniewana buźka złość
twarz z symbolami na ustach|bluzgać buźka głowa
uśmiechnięta twarz z rogami|buźka diabełek fantasy
zagniewana twarz z rogami|buźka diabełek fantasy
czaszka|duch kościotrup potwór
czaszka z piszczelami|duch kościotrup piraci
kupa|buźka gnój obornik
twarz klauna|buźka cyrk klown
ogr|diabeł japonia maska
goblin|diabeł maska potwór
duch|biały buźka duszek
ufoludek|bajka buźka fantasy
kosmiczny potwór|fantasy kosmita kosmos
głowa robota|monstrum potwór twarz
uśmiechnięty kot|głowa haha hehe
uśmiechnięty kot o wesołych oczach|głowa haha hehe
kot ze łzami radości|głowa haha hehe
uśmiechnięty kot z oczami w kształcie serca|buźka głowa kocham
kot z drwiącym uśmiechem|głowa ironia ironiczny
kot przesyłający całusa|buzi buziak całuję
przestraszony kot|głowa przestrach w szoku
płaczący kot|buźka głowa płaczę
nadąsany kot|grymas głowa obrażony
małpa zasłaniająca oczy|gest małpka nie
małpa zasłaniająca uszy|buźka gest głowa
małpa zasłaniająca pyszczek|buźka co ja mówię gest
list miłosny|kocham liścik miłość
serce przebite strzałą|kocham przebite serce serce ze strzałą
serce ze wstążką|kocham różowe walentynki
migoczące serce|błyszczące serce kocham lśniące serce
rosnące serce|bicie serca kocham puls
bijące serce|kocham kocham cię miłość
wirujące serca|kocham miłość para
dwa serca|kocham miłość
dekoracja z sercem|kocham ozdoba
wykrzyknik w kształcie serca|czerwony wykrzyknik kocham serce
złamane serce|kocham pęknięte
serce w płomieniach|miłość płomienie płonąć
uleczone serce|dobrze lepiej lepsze samopoczucie
czerwone serce|kocham miłość
różowe serce|143 emocje kocham cię
pomarańczowe serce|kocham
żółte serce|kocham miłość
zielone serce|kocham miłość
niebieskie serce|kocham miłość
jasnoniebieskie serce|143 błękitne kocham cię
purpurowe serce|fioletowe kocham miłość
brązowe serce
czarne serce|czarny kocham miłość
szare serce|143 ciemnoszare kocham cię
białe serce
ślad po pocałunku|odcisk ust pocałunek usta
sto punktów|100 setka stówa
symbol gniewu|komiks złość
chmura walki|awantura dyskusja kłótnia
kolizja|komiks wybuch zderzenie
zawroty głowy|gwiazda gwiazdka kosmos
krople potu|deszcz wilgoć woda
szybkie poruszanie się|podmuch wiatru pogoda pęd
otwór|dziura
dymek|dialog rozmowa
oko w dymku|dymek patrzeć wzrok
lewostronny dymek|dialog rozmowa
prawostronny dymek złości|krzyczeć zdenerwowany złość
dymek myśli|chmurka myśleć
chrapanie|dobranoc komiks nuda
machająca dłoń|cześć halo hej
wzniesiony grzbiet dłoni|cześć powitanie pozdrowienie
uniesiona otwarta dłoń|cześć hej machać
wzniesiona dłoń|ręka stop uwaga
salut wolkański|dłoń palce pozdrowienie
dłoń skierowana w prawo|prawa uścisk dłoni wyciągnięta dłoń
dłoń skierowana w lewo|lewa uścisk dłoni wyciągnięta dłoń
dłoń skierowana w dół|odrzucenie podnoszenie sio
dłoń skierowana w górę|nie wiem powiedz mi propozycja
dłoń pchająca w lewo|blokować czekać odmawiać
dłoń pchająca w prawo|blokować czekać odmawiać
dłoń z gestem OK|dobre idealnie okej
złączone palce|gest oczekiwanie poczekać
dłoń z gestem „trochę”|ciut mała ilość mało
gest V|pokoju pokój ręka
skrzyżowane palce|kciuki powodzenia ręka
dłoń ze skrzyżowanym palcem wskazującym i kciukiem|drogie miłość pieniądze
gest Kocham cię|dłoń miłości miłość
gest rogów|dłoń heavy metal mano cornuta
dłoń w geście „Zadzwoń do mnie”|dzwonić dłoń w geście zadzwoń do mnie essa
dłoń z palcem wskazującym w lewo|lewa strona palec palec w lewo
dłoń z palcem wskazującym w prawo|palec palec w prawo prawa strona
dłoń z palcem wskazującym w górę|do góry góra palec
środkowy palec|gest ręka wulgarny gest
dłoń z palcem wskazującym w dół|na dół palec palec w dół
palec wskazujący w górę|do góry góra ręka
palec wskazujący skierowany na patrzącego|ty wskazywanie
kciuk w górę|brawo lubię lubię to
kciuk w dół|brzydkie nie nie lubię
wzniesiona pięść|ręka uniesiona zaciśnięta
pięść od przodu|cios cios pięścią dłoń
pięść skierowana w lewo|cios uderzenie z prawej żółwik
pięść skierowana w prawo|cios uderzenie z lewej żółwik
klaskanie|brawa brawo klaskać
wzniesione ręce|dłonie hura hurra
dłonie tworzące serce|<3 miłość
otwarte dłonie|puste ręce ręce ręka
dłonie do góry razem|dawać modlitwa modlić się
uścisk dłoni|cześć dłonie powitanie
złożone ręce|dziękuję modlitwa prosić
pisząca dłoń|długopis pisać pisać odręcznie
lakier do paznokci|ciało kosmetyki lakierować paznokcie
selfie|aparat telefon zdjęcie
napięty biceps|mięśnie muskularny muskuły
mechaniczne ramię|dostępność proteza
proteza nogi|dostępność
noga|kolano kopniak kopnięcie
stopa|kopniak kopnąć kostka
ucho|ciało słyszeć
ucho z aparatem słuchowym|aparat słuchowy dostępność niedosłuch
nos|ciało
mózg|inteligentny myśleć
serce|anatomia bicie serca kardiologia
płuca|klatka piersiowa narząd oddech
ząb|białe dentysta stomatolog
kość|kości pies szkielet
oczy|obserwacja obserwowanie oko
oko|ciało
język|ciało mniam
usta|ciało wargi
przygryzanie wargi|całus dyskomfort flirt
niemowlę|bobas dziecko głowa
dziecko|głowa młoda młody
chłopiec|dziecko głowa młody
dziewczynka|dziecko głowa młoda
dorosły|człowiek głowa osoba
osoba z włosami blond|blondyn blondynka włosy
mężczyzna|głowa
osoba z brodą|broda
mężczyzna z brodą|broda
kobieta z brodą|broda
mężczyzna: rude włosy|głowa
mężczyzna: kręcone włosy|głowa
mężczyzna: białe włosy|głowa
mężczyzna: łysy|głowa
kobieta|głowa
kobieta: rude włosy|głowa
dorosły: rude włosy|człowiek głowa osoba
kobieta: kręcone włosy|głowa
dorosły: kręcone włosy|człowiek głowa osoba
kobieta: białe włosy|głowa
dorosły: białe włosy|człowiek głowa osoba
kobieta: łysy|głowa
dorosły: łysy|człowiek głowa osoba
blondynka|kobieta włosy z włosami blond
blondyn|mężczyzna włosy z włosami blond
starsza osoba|babcia dziadek siwa
starszy mężczyzna|dziadek siwy staruszek
starsza kobieta|babcia siwa stara
zachmurzona osoba|niepokój przygnębienie smutek
zachmurzony mężczyzna|niepokój przygnębienie smutek
zachmurzona kobieta|niepokój przygnębienie smutek
nadąsana osoba|buźka foch gniewać się
nadąsany mężczyzna|niezadowolony
nadąsana kobieta|niezadowolona
osoba pokazująca gest NIE|kobieta nic z tego nie ma mowy
mężczyzna pokazujący gest NIE|nie ma ręce ręka
kobieta pokazująca gest NIE|ręce zakaz
osoba pokazująca gest OK|entuzjazm kobieta ojej
mężczyzna pokazujący gest OK|entuzjazm ojej ojej!
kobieta pokazująca gest OK|entuzjazm ojej ojej!
osoba z wystawioną dłonią|no cóż otwarta dłoń pomocna dłoń
mężczyzna z wystawioną dłonią|no cóż otwarta dłoń pomocna dłoń
kobieta z wystawioną dłonią|no cóż otwarta dłoń pomocna dłoń
osoba podnosząca rękę|gest halo hej
mężczyzna podnoszący rękę|gest halo hej
kobieta podnosząca rękę|gest halo hej
osoba głucha|dostępność głuchota słuch
głuchy mężczyzna|głuchota
głucha kobieta|głuchota
osoba w ukłonie|gest przepraszam skrucha
mężczyzna w ukłonie|gest przepraszam
kobieta w ukłonie|gest przepraszam skrucha
osoba trzymająca się za czoło|facepalm fejspalm niedowierzanie
mężczyzna trzymający się za czoło|brak słów facepalm irytacja
kobieta trzymająca się za czoło|brak słów facepalm fejspalm
osoba wzruszająca ramionami|bezradność nie wiem obojętność
mężczyzna wzruszający ramionami|bezradność mężczyzna rozkładający ręce nie wiem
kobieta wzruszająca ramionami|bezradność kobieta rozkładająca ręce nie wiem
pracownik służby zdrowia|lekarz opieka zdrowotna terapeuta
lekarz|mężczyzna praca terapeuta
lekarka|kobieta terapeutka zawód
student|absolwent
mężczyzna student|osoba szkoła
studentka|kobieta osoba szkoła
nauczyciel|instruktor pedagog profesor
mężczyzna nauczyciel|osoba praca profesor
nauczycielka|kobieta osoba praca
sędzia|orzekać
mężczyzna sędzia|praca sprawiedliwość sąd
kobieta sędzia|praca sprawiedliwość sąd
rolnik|farmer ogrodnik
mężczyzna rolnik|farmer ogrodnik osoba
rolniczka|farmer farmerka kobieta
kucharz|szef kuchni
mężczyzna kucharz|głowa osoba praca
kucharka|kobieta osoba praca
mechanik|elektryk hydraulik
mężczyzna elektryk|hydraulik mechanik osoba
kobieta elektryk|hydraulik mechanik osoba
pracownik fabryki|fabryka montażysta
mężczyzna pracownik fabryki|fabryka montażysta osoba
pracownica fabryki|fabryka kobieta montażystka
pracownik biurowy|architekt biznesmen menedżer
mężczyzna pracownik biurowy|architekt biznesmen osoba
pracownica biurowa|architekt bizneswoman kobieta
naukowiec|biolog chemik fizyk
mężczyzna naukowiec|biolog chemik inżynier
kobieta naukowiec|biolog chemik inżynier
technolog|deweloper oprogramowanie programista
mężczyzna technolog|inżynier komputer oprogramowanie
kobieta technolog|komputer oprogramowanie osoba
piosenkarz|aktor artysta gwiazda
mężczyzna piosenkarz|aktor osoba praca
piosenkarka|aktorka kobieta osoba
artysta|malarz paleta
mężczyzna artysta|malarz osoba paleta
artystka|artysta kobieta malarka
pilot|pilotować samolot
mężczyzna pilot|podróż praca samolot
kobieta pilot|podróż praca samolot
astronauta|rakieta statek kosmiczny
mężczyzna astronauta|człowiek głowa kosmos
astronautka|kobieta kosmos osoba
strażak|straż pożarna wóz strażacki
mężczyzna strażak|głowa osoba praca
kobieta strażak|osoba praca strażaczka
policjant|areszt gliniarz mężczyzna
mężczyzna policjant|glina oficer
kobieta policjant|areszt glina gliniarz
detektyw|mężczyzna praca szpieg
mężczyzna detektyw|szpieg
kobieta detektyw|osoba praca szpieg
gwardzista|anglia londyn strażnik
mężczyzna gwardzista|strażnik
kobieta gwardzista|gwardzistka osoba praca
ninja|najemnik niewidoczny osoba
budowlaniec|kask osoba praca
mężczyzna budowlaniec|kask praca robotnik
kobieta budowlaniec|osoba praca robotnik
osoba w koronie|korona król królewski
książę|baśń głowa korona
księżniczka|bajka baśń głowa
osoba w turbanie|głowa nakrycie głowy sikh
mężczyzna w turbanie|głowa nakrycie głowy sikh
kobieta w turbanie|głowa nakrycie głowy sikh
osoba w chińskiej czapce|chiny chińska czapka czapka
kobieta w chuście|chusta głowa hidżab
osoba w smokingu|elegancja głowa wesele
mężczyzna w smokingu|elegancja głowa pan młody
kobieta w smokingu|elegancja głowa wesele
osoba w welonie|wesele ślub
mężczyzna w welonie|wesele ślub
kobieta w welonie|panna młoda wesele ślub
kobieta w ciąży|ciąża ciężarna
mężczyzna w ciąży|brzuch ciąża najedzony
osoba w ciąży|brzuch ciąża najedzona
karmienie piersią|dziecko karmić karmić piersią
kobieta karmiąca niemowlę|karmienie karmienie butlą karmienie piersią
mężczyzna karmiący niemowlę|karmienie karmienie butlą mleko modyfikowane
osoba karmiąca niemowlę|karmienie karmienie butelką karmienie piersią
aniołek|bajka buzia aniołka fantasy
Święty Mikołaj|boże narodzenie gwiazdor głowa
żona św. Mikołaja|głowa kobieta mikołajowa
Mikołajka|boże narodzenie dziadek mróz gwiazdor
superbohater|bohaterka dobro moc
mężczyzna superbohater|pozytywny supermoc
kobieta superbohater|bohaterka pozytywna supermoc
superłotr|antagonista antybohater czarny charakter
mężczyzna superłotr|czarny bohater przestępca supermoc
kobieta superłotr|czarny bohater przestępca supermoc
mag|czarnoksiężnik czarnownica czarodziej
mężczyzna mag|czarnoksiężnik czarodziej
kobieta mag|czarownica wiedźma
wróżka|bajka baśń fantasy
mężczyzna wróżka|oberon puk
kobieta wróżka|tytania
wampir|drakula nieumarły
mężczyzna wampir|drakula nieumarły
kobieta wampir|nieumarli
syrena|bajka baśń magia
mężczyzna syrena|tryton
kobieta syrena
elf|bajka baśń fantasy
mężczyzna elf|magiczny
kobieta elf|magiczny
dżin|aladyn alladyn bajka
mężczyzna dżin
kobieta dżin
zombie|chodzące trupy halloween horror
mężczyzna zombie|chodzące trupy halloween horror
kobieta zombie|chodzące trupy halloween horror
troll|bajka fantazja potwór
włochate stworzenie|człowiek z lasu gigant kryptyda
osoba podczas masażu|ból głowy masaż głowy odprężenie
mężczyzna podczas masażu|ból głowy masaż głowy odprężenie
kobieta podczas masażu|ból głowy masaż głowy odprężenie
osoba podczas strzyżenia|fryzjer fryzjerka fryzura
mężczyzna podczas strzyżenia|fryzjer fryzura praca
kobieta podczas strzyżenia|fryzura strzyżenie
idąca osoba|chodzenie iść na piechotę
idący mężczyzna|chodzenie iść na piechotę
idąca kobieta|chodzenie iść na piechotę
idąca osoba: zwrócony w prawo|chodzenie iść na piechotę
idąca kobieta: zwrócony w prawo|chodzenie iść na piechotę
idący mężczyzna: zwrócony w prawo|chodzenie iść na piechotę
stojąca osoba|stać stoi
stojący mężczyzna|stać
stojąca kobieta|stać
klęcząca osoba|klęczeć klęczki kolana
klęczący mężczyzna|klęczeć
klęcząca kobieta|klęczeć
klęcząca osoba: zwrócony w prawo|klęczeć klęczki kolana
klęcząca kobieta: zwrócony w prawo|klęczeć
klęczący mężczyzna: zwrócony w prawo|klęczeć
osoba z białą laską|dostępność niewidoma niewidomy
osoba z białą laską: zwrócony w prawo|dostępność niewidoma niewidomy
mężczyzna z białą laską|dostępność niewidomy
mężczyzna z białą laską: zwrócony w prawo|dostępność niewidomy
kobieta z białą laską|dostępność niewidoma
kobieta z białą laską: zwrócony w prawo|dostępność niewidoma
osoba na elektrycznym wózku inwalidzkim|dostępność wózek inwalidzki
osoba na elektrycznym wózku inwalidzkim: zwrócony w prawo|dostępność wózek inwalidzki
mężczyzna na elektrycznym wózku inwalidzkim|dostępność wózek inwalidzki
mężczyzna na elektrycznym wózku inwalidzkim: zwrócony w prawo|dostępność wózek inwalidzki
kobieta na elektrycznym wózku inwalidzkim|dostępność wózek inwalidzki
kobieta na elektrycznym wózku inwalidzkim: zwrócony w prawo|dostępność wózek inwalidzki
osoba na wózku inwalidzkim|dostępność wózek inwalidzki
osoba na wózku inwalidzkim: zwrócony w prawo|dostępność wózek inwalidzki
mężczyzna na wózku inwalidzkim|dostępność wózek inwalidzki
mężczyzna na wózku inwalidzkim: zwrócony w prawo|dostępność wózek inwalidzki
kobieta na wózku inwalidzkim|dostępność wózek inwalidzki
kobieta na wózku inwalidzkim: zwrócony w prawo|dostępność wózek inwalidzki
biegnąca osoba|biegacz biegaczka bieganie
biegnący mężczyzna|biegacz maraton osoba
biegnąca kobieta|biegaczka maraton osoba
biegnąca osoba: zwrócony w prawo|biegacz biegaczka bieganie
biegnąca kobieta: zwrócony w prawo|biegaczka maraton osoba
biegnący mężczyzna: zwrócony w prawo|biegacz maraton osoba
baletnica|tancerka tancerz
tańcząca kobieta|impreza tancerka taniec
tańczący mężczyzna|impreza tancerz taniec
lewitujący mężczyzna w garniturze|biznesmen lewitacja lewitować
osoby z uszami królika na przyjęciu|bliźniaczki dziewczyny impreza
mężczyźni z uszami królika na przyjęciu|impreza królicze uszy króliczki
kobiety z uszami królika na przyjęciu|impreza królicze uszy tancerki
osoba w zaparowanym pomieszczeniu|pomieszczenie relaks sauna
mężczyzna w zaparowanym pomieszczeniu|sauna zaparowane pomieszczenie
kobieta w zaparowanym pomieszczeniu|sauna zaparowane pomieszczenie
osoba wspinająca się|skałki sport wspinacz
mężczyzna wspinający się|skałki sport wspinacz
kobieta wspinająca się|skałki sport wspinaczka
osoba uprawiająca szermierkę|sport szermierka szermierz
wyścigi konne|dżokej jeździec koń
narciarz|narty sport stok
snowboardzista|sport zima
osoba grająca w golfa|golfista golfistka
mężczyzna grający w golfa|golfista
kobieta grająca w golfa|golfistka
surfująca osoba|deska fala morze
surfujący mężczyzna|deska surfing
surfująca kobieta|deska fala morze
osoba wiosłująca w łodzi|wiosłowanie zawody łódka
mężczyzna wiosłujący w łodzi|wiosłowanie łódka
kobieta wiosłująca w łodzi|wiosłowanie zawody łódka
pływająca osoba|basen kraulem na basenie
pływający mężczyzna|basen kraulem na basenie
pływająca kobieta|basen kraulem na basenie
osoba kozłująca piłkę|koszykarka koszykarz koszykówka
mężczyzna kozłujący piłkę|koszykarz koszykówka kozłować
kobieta kozłująca piłkę|koszykarka koszykówka kozłować
osoba podnosząca ciężary|atleta atletka ciężarowiec
mężczyzna podnoszący ciężary|atleta ciężarowiec ciężarów
kobieta podnosząca ciężary|atletka ciężarowiec ciężarów
osoba na rowerze|kolarka kolarz rowerzysta
mężczyzna na rowerze|jazda
kobieta na rowerze|kolarka rowerzystka sport
osoba na rowerze górskim|górska kolarka kolarz
mężczyzna na rowerze górskim|jazda rower górski
kobieta na rowerze górskim|górska kolarka rowerzystka
osoba robiąca gwiazdę|akrobatyka gimnastyczka gimnastyk
mężczyzna robiący gwiazdę|akrobatyka gimnastyk gimnastyka
kobieta robiąca gwiazdę|akrobatyka gimnastyczka gimnastyka
osoby uprawiające zapasy|na ringu sport walka
mężczyźni uprawiający zapasy|na ringu sport walka
kobiety uprawiające zapasy|na ringu sport walka
osoba grająca w piłkę wodną|piłka piłkarka piłkarz
mężczyzna grający w piłkę wodną|piłka piłkarz sport
kobieta grająca w piłkę wodną|piłka piłkarka sport
osoba grająca w piłkę ręczną|piłka piłkarka piłkarz
mężczyzna grający w piłkę ręczną|piłka piłkarz piłką
kobieta grająca w piłkę ręczną|piłka piłkarka piłką
żonglująca osoba|cyrk spryt wielozadaniowość
żonglujący mężczyzna|cyrk spryt wielozadaniowość
żonglująca kobieta|cyrk spryt wielozadaniowość
osoba w pozycji lotosu|joga medytacja relaks
mężczyzna w pozycji lotosu|joga medytacja relaks
kobieta w pozycji lotosu|joga medytacja relaks
osoba biorąca kąpiel|w wannie wanna
osoba w łóżku|dobranoc drzemka hotel
osoby trzymające się za ręce|ludzie para rękę
kobiety trzymające się za ręce|kobieca para kobieta miłość
mężczyzna i kobieta trzymający się za ręce|kobieta i mężczyzna ludzie miłość
dwóch mężczyzn trzymających się za ręce|gej lgbt miłość
pocałunek|buziaki całusy kocham
pocałunek: kobieta i mężczyzna|buziaki całusy kocham
pocałunek: mężczyzna i mężczyzna|buziaki całusy kocham
pocałunek: kobieta i kobieta|buziaki całusy kocham
para z sercem|kocham miłość osoba
para z sercem: kobieta i mężczyzna|kocham miłość osoba
para z sercem: mężczyzna i mężczyzna|kocham miłość osoba
para z sercem: kobieta i kobieta|kocham miłość osoba
rodzina: mężczyzna, kobieta i chłopiec|dziecko mama matka
rodzina: mężczyzna, kobieta i dziewczynka|dziecko mama matka
rodzina: mężczyzna, kobieta, dziewczynka i chłopiec|dziecko mama matka
rodzina: mężczyzna, kobieta, chłopiec i chłopiec|dziecko mama matka
rodzina: mężczyzna, kobieta, dziewczynka i dziewczynka|dziecko mama matka
rodzina: mężczyzna, mężczyzna i chłopiec|dziecko mama matka
rodzina: mężczyzna, mężczyzna i dziewczynka|dziecko mama matka
rodzina: mężczyzna, mężczyzna, dziewczynka i chłopiec|dziecko mama matka
rodzina: mężczyzna, mężczyzna, chłopiec i chłopiec|dziecko mama matka
rodzina: mężczyzna, mężczyzna, dziewczynka i dziewczynka|dziecko mama matka
rodzina: kobieta, kobieta i chłopiec|dziecko mama matka
rodzina: kobieta, kobieta i dziewczynka|dziecko mama matka
rodzina: kobieta, kobieta, dziewczynka i chłopiec|dziecko mama matka
rodzina: kobieta, kobieta, chłopiec i chłopiec|dziecko mama matka
rodzina: kobieta, kobieta, dziewczynka i dziewczynka|dziecko mama matka
rodzina: mężczyzna i chłopiec|dziecko mama matka
rodzina: mężczyzna, chłopiec i chłopiec|dziecko mama matka
rodzina: mężczyzna i dziewczynka|dziecko mama matka
rodzina: mężczyzna, dziewczynka i chłopiec|dziecko mama matka
rodzina: mężczyzna, dziewczynka i dziewczynka|dziecko mama matka
rodzina: kobieta i chłopiec|dziecko mama matka
rodzina: kobieta, chłopiec i chłopiec|dziecko mama matka
rodzina: kobieta i dziewczynka|dziecko mama matka
rodzina: kobieta, dziewczynka i chłopiec|dziecko mama matka
rodzina: kobieta, dziewczynka i dziewczynka|dziecko mama matka
mówiąca głowa|głos mówić powiedzieć
sylwetka popiersia|osoba
sylwetki popiersi|osoby
obejmujące się osoby|cześć do widzenia dzięki
rodzina|dziecko mama matka
rodzina: dorosły, dorosły, dziecko
rodzina: dorosły, dorosły, dziecko, dziecko
rodzina: dorosły, dziecko
rodzina: dorosły, dziecko, dziecko
ślady stóp|odciski stóp stopy
odcisk palca|bezpieczeństwo tożsamość
głowa małpy|buźka małpka zwierzę
małpa|małpka zwierzę
goryl|zwierzę
orangutan|człekokształtna goryl małpa
głowa psa|buźka pies piesek
pies|piesek psiaczek psinka
pies przewodnik|dostępność niewidomi zwierzę
pies pomocnik|dostępność opiekun zwierzę
pudel|biały ostrzyżony pies
głowa wilka|buźka dziki las
głowa lisa|buźka chytrość chytry
szop|buźka ciekawość ciekawski
głowa kota|buźka kicia kotek
kot|kotek zwierzę
czarny kot|nieszczęście pech przesąd
głowa lwa|buźka dziki grzywa
głowa tygrysa|buźka kot paski
tygrys|paski tygrysek zwierzę
lampart|cętki drapieżnik dziki
głowa konia|konik koń końska
łoś|poroże ssak zwierzę
osioł|muł osiołek ssak
koń|konne wierzchowiec wyścigi
głowa jednorożca|jednorożec kucyk magia
zebra|koń paski sawanna
jeleń|rogacz rogi zwierzę
żubr|bizon puszcza stado
głowa krowy|buźka krowa krówka
wół|byk krowa zodiak
wół domowy|bawół zwierzę
krowa|krówka mleko zwierzę
głowa świni|buźka ryjek zwierzę
świnia|zwierzę świnka
dzik|dzika głowa knur
ryj świni|nosek ryjek zwierzę
biały baran|baranek owca rogaty
owca|baran baranek biały
koza|koziorożec kózka rogi
wielbłąd|dromader garb jednogarbny
wielbłąd dwugarbny|baktrian garby pustynia
lama|alpaka gwanako wełna
żyrafa|głowa sawanna zwierzę
słoń|trąba zwierzę
mamut|epoka lodowcowa kieł ogromny
nosorożec|róg zwierzę
hipopotam|hipcio zwierzę
głowa myszy|buźka myszka zwierzę
mysz|myszka zwierzę
szczur|gryzoń mysz szczurek
głowa chomika|buźka gryzoń mysz
głowa królika|buźka futrzak króliczek
królik|króliczek zając zwierzę
pręgowiec|gryzoń orzeszki wiewiórka
bóbr|gryzoń tama zwierzę
jeż|jeżyk kolce zwierzę
nietoperz|wampir zwierzę
głowa niedźwiedzia|buźka miś niedźwiedź
niedźwiedź polarny|arktyczny biały buźka
koala|australia buźka eukaliptus
głowa pandy|buźka miś panda
leniwiec|leniwy powolny
wydra|bystre zabawne zwierzę
skunks|smród zwierzę
kangur|skakać skoczny skok
borsuk|ratel ratel miodożerny zwierzę
ślady łap|odciski tropy łapki
indyk|ptak zwierzę
kura|głowa kogut kurczak
kogut|ornitologia ptak zwierzę
wykluwające się kurczątko|kura kurczaczek kurczak
kurczątko|kura kurczaczek kurczak
kurczątko od przodu|kura kurczaczek kurczak
ptak|ornitologia zwierzę
pingwin|antarktyda ptak zwierzę
gołąb|biały gołąbek miłość
orzeł|bielik ptak zwierzę
kaczka|kaczor ptak woda
łabędź|biały brzydkie kaczątko ptak
sowa|mądrość mądry noc
dodo|duży mauritius ptak
pióro|fruwać latanie lekkość
flaming|ekstrawagancja tropikalny zwierzę
paw|dumna dumne dumny
papuga|gadająca mowa mówić
skrzydło|anielskie latający latanie
czarny ptak|dziób gawron krakanie
gęś|drób gąsior gęganie
feniks|mityczny nieśmiertelność odrodzenie
głowa żaby|buźka płaz ropucha
krokodyl|aligator gad jaszczur
żółw|powolny skorupa zwierzę
jaszczurka|gad zwierzę
wąż|dusiciel jadowity zwierzę
głowa smoka|bajka baśń fantasy
smok|bajka baśń fantasy
zauropod|dinozaur głowa zwierzę
t-rex|dinozaur głowa tyranozaur
wieloryb tryskający wodą|fontanna morze ocean
wieloryb|morze ocean zwierzę
delfin|morze ocean zwierzę
orka|morski ocean wieloryb
foka|foczka lew morski
ryba|morze ocean rybka
ryba tropikalna|morze rybka tropiki
ryba rozdymka|morze ocean zwierzę
rekin|morze ocean ryba
ośmiornica|macki morze ocean
muszla spiralna|morze muszelka plaża
koralowiec|koralowa ocean rafa
meduza|akwarium bezkręgowiec galareta
krab|morze ocean plaża
homar|czerwony owoce morza rak
krewetka|jedzenie morze ocean
kałamarnica|atrament jedzenie mięczak
ostryga|małże nurkowanie perła
ślimak|mięczak muszla powolny
motyl|kolorowy owad zwierzę
gąsienica|owad robak zwierzę
mrówka|owad zwierzę
pszczoła|owad pszczółka wiosna
chrząszcz|chrabąszcz owad zwierzę
biedronka|chrabąszcz chrząszcz kropki
świerszcz|konik owad polny
karaluch|karaczan owad prusak
pająk|czarna wdowa owad pajączek
pajęczyna|sieć sieć pająka
brązowy skorpion|pajęczak trucizna zodiak
komar|choroba gorączka insekt
mucha|choroby giez gnicie
robak|dżdżownica glista kompostowanie
zarazek|ameba ameby bakteria
bukiet kwiatów|kwiaty miłość roślina
kwiat wiśni|kwiatek kwitnąca wiśnia sakura
biały kwiat|kontury kwiatek pieczątka
lotos|buddyzm czystość hinduizm
rozeta|kwiat roślina
róża|czerwony kwiat miłość
zwiędły kwiat|płatki roślina róża
kwiat hibiskusa|roślina
słonecznik|kwiat roślina słońce
kwiat|kwiatek kwitnie roślina
tulipan|kwiat pąk roślina
hiacynt|bławatek chaber fioletowy
sadzonka|kiełek młoda pęd
roślina doniczkowa|doniczka doniczkowy kwiat
wiecznie zielone drzewo|choinka iglaste igły
drzewo liściaste|roślina
palma|drzewo roślina tropiki
kaktus|kolce kłuje pustynia
pędy ryżu|roślina ziarno żniwa
zioło|liście roślina zioła
koniczyna|irlandia koniczynka roślina
czterolistna koniczyna|koniczynka roślina szczęście
liść klonowy|jesienny jesień klonu
spadające liście|jesienne jesień roślina
liście na wietrze|podmuch roślina wiatr
puste gniazdo|gniazdowanie gnieżdżenie ptasie
gniazdo z jajkami|gniazdowanie gnieżdżenie ptasie
grzyb|muchomor muchomorek trujący
drzewo bez liści|susza zima
winogrona|jedzenie owoce
melon|jedzenie owoc
arbuz|arbuza jedzenie kawałek
mandarynka|cytrus jedzenie owoc
cytryna|cytrus jedzenie kwaśny
limonka|cytrus kwaśne limetka
banan|egzotyczny jedzenie owoc
ananas|egzotyczny jedzenie owoc
mango|jedzenie owoc shaker
czerwone jabłko|jedzenie owoc słodkie
zielone jabłko|jedzenie owoc zielone jabłuszko
gruszka|jedzenie owoc
brzoskwinia|jedzenie owoc
wiśnie|czereśnie jedzenie owoce
truskawka|jedzenie owoc
borówka amerykańska|antyoksydanty jagoda jedzenie
owoc kiwi|jedzenie
pomidor|jedzenie szklarniowe warzywo
oliwka|drzewo oliwne gałązka oliwna jedzenie
kokos|orzech tropiki
awokado|jedzenie owoc roślina
bakłażan|jedzenie oberżyna warzywo
ziemniak|jedzenie kartofel pyra
marchew|jedzenie marchewka warzywo
kolba kukurydzy|jedzenie kukurydza warzywo
ostra papryka|chili jedzenie ostry
papryka|paprykowy roślina słodka
ogórek|jedzenie korniszon pikle
warzywo liściaste|bok choy burger jarmuż
brokuł|jedzenie warzywo zielone
czosnek|aromatyczny jedzenie warzywo
cebula|aromatyczna jedzenie warzywo
orzeszki ziemne|fistaszki jedzenie orzech
fasola|fasolka jedzenie nerkowata
kasztan|jedzenie kasztan jadalny orzech
korzeń imbiru|naturalne przyprawa zdrowie
strąk grochu|edamame fasola roślina
brązowy grzyb|borowik jedzenie natura
warzywo korzeniowe|burak korzeń ogród
chleb|bochenek chleba jedzenie
rogalik|croissant francuski jedzenie
bagietka|bułka chleb jedzenie
pita|arepa chlebek jedzenie
precel|ciastko jedzenie
bajgiel|chleb jedzenie pieczywo
naleśniki|jedzenie placki
gofr|gofrownica jedzenie śniadanie
kawałek sera|jedzenie szwajcarski z dziurami
mięso z kością|jedzenie kość
udko kurczaka|jedzenie mięso nóżka
kawałek mięsa|jedzenie mięso schabowy
boczek|bekon jedzenie mięso
hamburger|bułka fast food jedzenie
frytki|fast food jedzenie
pizza|fast food jedzenie kawałek
hot dog|frankfurterka hotdog parówka
kanapka|jedzenie śniadanie
taco|jedzenie meksykańskie
burrito|burito jedzenie meksykańskie
tamales|danie jedzenie meksykańskie
wrap|bułka falafel gyros
falafel|ciecierzyca jedzenie kotlecik
jajko|jajo jedzenie kura
gotowanie|jajko jedzenie patelnia
danie z patelni|jedzenie paella patelnia
garnek z jedzeniem|danie jednogarnkowe potrawka
fondue|czekolada garnek jedzenie
miska z łyżką|jedzenie zupa
sałatka|jedzenie sałata surówka
popcorn|jedzenie kino kukurydza
masło|jedzenie nabiał
sól|przyprawa smak solniczka
jedzenie w puszce|puszka
pudełko bento|jedzenie ryż
krakers ryżowy|jedzenie
kulka ryżowa|jedzenie onigiri
gotowany ryż|jedzenie miseczka z ryżem
ryż curry|jedzenie sos z sosem
miska parującego jedzenia|jedzenie kluski parująca
spaghetti|jedzenie kluski makaron
pieczony batat|jedzenie słodki ziemniak ziemniak
oden|jedzenie na patyku owoce morza
sushi|jedzenie suszi
smażona krewetka|jedzenie tempura
ciastko rybne|jedzenie narutomaki ramen
ciasteczko księżycowe|biszkopt ciasto ciasto księżycowe
dango|deser jedzenie kulki mochi
pieróg|gyoza jedzenie pierogi
ciastko z wróżbą|ciasteczko przepowiednia szczęście
pudełko na wynos|jedzenie pałeczki ryż
lody włoskie|jedzenie w kubku śmietankowe
lody hawajskie|deser jedzenie
lody|deser jedzenie
pączek z dziurką|ciasto deser jedzenie
ciastko|deser jedzenie słodki
tort urodzinowy|ciasto jedzenie przyjęcie
tort|ciasto deser jedzenie
babeczka|ciastko cukier cukiernia
ciasto|jedzenie placek szarlotka
tabliczka czekolady|czekolada deser jedzenie
cukierek|deser jedzenie słodki
lizak|deser jedzenie słodki
deser typu krem angielski|ciastko kremowe creme brulee custard
garnek miodu|beczka jedzenie miód
butelka ze smoczkiem|bobas dzidziuś mleko
szklanka mleka|biały jedzenie mleko
gorący napój|filiżanka gorąca herbata
czajniczek|czajnik dzbanek herbata
filiżanka bez uszka|herbata miseczka spodek
sake|alkohol butelka i kubek
butelka z wystrzelającym korkiem|alkohol bar impreza
kieliszek wina|alkohol restauracja wino
kieliszek z koktajlem|alkohol bar drink
drink tropikalny|alkohol bar impreza
kufel piwa|alkohol bar impreza
stukające się kufle piwa|alkohol bar kufel
stukające się kieliszki|alkohol impreza na zdrowie
szklanka z grubym dnem|alkohol drink grube dno
nalewanie płynu|napój pusty rozlanie
szklanka ze słomką|drink napój oranżada
napój bubble tea|herbata herbata bąbelkowa kuleczka
napój w kartoniku|sok słodki słomka
yerba mate|napój
kostka lodu|lód zimno zimny
pałeczki
talerz z nożem i widelcem|gotowanie jedzenie kolacja
widelec i nóż|gotowanie jedzenie kolacja
łyżka|sztućce łyżeczka
nóż kuchenny|broń gotowanie kuchnia
słoik|pojemnik przechowywanie przyprawa
amfora|dzban puchar stągiew
kula ziemska przedstawiająca Europę i Afrykę|afryka europa planeta
kula ziemska przedstawiająca Ameryki|ameryka ameryka północna i południowa planeta
kula ziemska przedstawiająca Azję i Australię|australia azja planeta
kula ziemska z południkami|glob globus kula ziemska z meridianami
mapa świata
mapa Japonii|japonia
kompas|kierunek magnetyczny magnetyzm
góra z czapą lodową|góry wycieczka zima
góra|góry wycieczka
osuwisko|góra katastrofa lawina
wulkan|erupcja góra lawa
góra Fudżi|natura
kemping|kamping namiot obóz
parasol na plaży|lato morze piasek
pustynia
bezludna wyspa|palma pusta pustynia
park narodowy|natura przyroda
stadion|boisko mecz
klasyczna budowla|budynek klasyczny klasyka
dźwig budowlany|budowa roboty budowlane
cegła|beton cegły cement
skała|blok skalny bryła ciężki
drewno|kłoda pień polano
chata|chatka dom domek
domki|domy osiedle
stary dom|budynek podupadły ruina
dom|budynek mieszkalny
dom z ogrodem|budynek drzewo ogród
biurowiec|blok budynek
japońska poczta|budynek
urząd pocztowy|budynek poczta
szpital|budynek lecznica lekarz
bank|budynek
hotel|budynek
hotel miłości|budynek japoński hotel miłości miłość
sklep całodobowy|budynek
szkoła|budynek zegar
dom towarowy|budynek sklep supermarket
fabryka|budynek produkcyjny zakład pracy
japoński zamek|budynek
zamek|budynek europejski średniowiecze
ślub|kaplica kościół miłość
Tokyo Tower|tokio wieża
Statua Wolności|stany zjednoczone usa
kościół|chrześcijański krzyż religia
meczet|islam muzułmanin religia
świątynia hinduistyczna|hinduizm
synagoga|religia świątynia żyd
świątynia shinto|japońska religia
kaaba|islam muzułmanin religia
fontanna
namiot|kemping obóz pole namiotowe
zamglenie|mglisto mgła most
noc z gwiazdami|gwiazdy miasto rozgwieżdżone niebo
drapacze chmur|miasto wieżowce
wschód słońca zza gór|góry ranek słońce
wschód słońca|brzask słońce
miasto o zmierzchu|budynki wieżowce zachód słońca
zachód słońca|budynki miasto zmierzch
most nocą|most w nocy
gorące źródła|para woda źródło
koń z karuzeli|karuzela konik
zjeżdżalnia|park rozrywki plac zabaw wesołe miasteczko
diabelski młyn|karuzela park rozrywki wesołe miasteczko
kolejka górska|park rozrywki rollercoaster wesołe miasteczko
słup fryzjerski
namiot cyrkowy
lokomotywa|ciuchcia kolej pociąg
wagon kolejowy|elektryczny pociąg pojazd
szybki pociąg|kolej pendolino pojazd
szybki pociąg z zaokrąglonym przodem|kolej pendolino pojazd
pociąg|kolej podróż pojazd
metro|kolejka pociąg pojazd
kolej miejska|kolejka metro pociąg
stacja|dworzec kolej kolejowa
tramwaj|pociąg pojazd szynowy
kolej jednoszynowa|pojazd szynowy
kolej górska|górski góry kolejka
wagon tramwajowy|pojazd szynowy trolejbus
autobus|autokar pojazd
nadjeżdżający autobus|nadjeżdżać pojazd przód
trolejbus|autobus elektryczny pojazd
minibus|auto busik pojazd
karetka pogotowia|ambulans auto erka
samochód strażacki|auto pojazd pożar
samochód policyjny|auto patrol pojazd
nadjeżdżający radiowóz|auto patrol pojazd
taksówka|auto pojazd samochód
nadjeżdżająca taksówka|auto nadjeżdżać pojazd
samochód|auto pojazd
nadjeżdżający samochód|auto nadjeżdżające auto nadjeżdżający pojazd
samochód SUV|auto pojazd sport
pick-up|auto furgonetka pikap
samochód dostawczy|auto ciężarówka dostawa
samochód ciężarowy|auto ciężarówka dostawczy
ciągnik|pojazd rolniczy rolnik
samochód wyścigowy|auto formuła 1 pojazd
motocykl|motor wyścigi
skuter|motor pojazd
wózek inwalidzki ręczny|dostępność
wózek inwalidzki elektryczny|dostępność elektryczny wózek inwalidzki
autoriksza|tuk-tuk
rower|pojazd rowerek
hulajnoga|pojazd
deskorolka|deska kółka skate
wrotka|jazda na rolkach rolki sport
przystanek autobusowy
autostrada|droga szybkiego ruchu
tor kolejowy|pociąg szyny tory
beczka oleju
dystrybutor paliwa|benzyna stacja benzynowa stacja paliw
koło pojazdu|kręcić opona samochód
kogut policyjny|lampa obrotowa policja sygnalizator świetlny
pozioma sygnalizacja uliczna|drogowe światła świetlna
pionowa sygnalizacja uliczna|drogowe światła świetlna
znak stopu|znak drogowy
prace drogowe|bariera znak drogowy
kotwica|morze ocean okręt
koło ratunkowe|bezpieczeństwo pływak pływanie
żaglówka|jacht morze statek
kajak|biwak jezioro wakacje
ścigacz wodny|motorówka łódka łódź
statek pasażerski|łódka łódź
prom|pasażerski statek łódka
motorówka|motorowa statek łódka
statek|pasażerski łódka łódź
samolot|podróż pojazd
mały samolot|awionetka
odlot samolotu|odprawa podróż pojazd
przylot samolotu|lądowanie podróż pojazd
spadochron|lotnia lotniarstwo motorową
fotel|krzesło samolot siedzenie
helikopter|pojazd śmigłowiec
kolej podwieszana|pociąg pojazd
górska kolej linowa|gondola gondolowa góry
kolej linowa|gondola gondolowa kolejka
satelita|kosmos statek kosmiczny
rakieta|kosmiczny kosmos pojazd
latający talerz|fantastyka kosmici kosmita
dzwonek w recepcji|hotel przywołać recepcja
bagaż|na kółkach pakowanie pakować się
klepsydra|czas odmierzać piasek
klepsydra z przesypującym się piaskiem|czas odmierzać piasek
zegarek|godzina
budzik|zegar
stoper|czasomierz
minutnik|czasomierz zegar
zegar kominkowy|czas czasomierz
godzina 12:00|dwunasta południe północ
godzina 12:30|czas dwunasta trzydzieści zegar
godzina 1:00|czas pierwsza trzynasta
godzina 1:30|czas pierwsza trzydzieści trzynasta trzydzieści
godzina 2:00|czas czternasta druga
godzina 2:30|czas czternasta trzydzieści druga trzydzieści
godzina 3:00|czas piętnasta trzecia
godzina 3:30|czas piętnasta trzydzieści trzecia trzydzieści
godzina 4:00|czas czwarta szesnasta
godzina 4:30|czas czwarta trzydzieści szesnasta trzydzieści
godzina 5:00|czas piąta siedemnasta
godzina 5:30|czas piąta trzydzieści siedemnasta trzydzieści
godzina 6:00|czas osiemnasta szósta
godzina 6:30|czas osiemnasta trzydzieści szósta trzydzieści
godzina 7:00|czas dziewiętnasta siódma
godzina 7:30|czas dziewiętnasta trzydzieści siódma trzydzieści
godzina 8:00|czas dwudziesta zegar
godzina 8:30|czas dwudziesta trzydzieści zegar
godzina 9:00|dwudziesta pierwsza dziewiąta zegar
godzina 9:30|czas dwudziesta pierwsza trzydzieści dziewiąta trzydzieści
godzina 10:00|czas dwudziesta druga dziesiąta
godzina 10:30|czas dwudziesta druga trzydzieści dziesiąta trzydzieści
godzina 11:00|czas dwudziesta trzecia jedenasta
godzina 11:30|czas dwudziesta trzecia trzydzieści jedenasta trzydzieści
nów|ciemny księżyc księżyc noc
narastający półksiężyc|cieniutki księżyc noc sierp
pierwsza kwadra księżyca|noc
narastający księżyc między pierwszą kwadrą a pełnią|księżyc z brzuszkiem noc tłusty księżyc
pełnia|jasny księżyc księżyc noc
zanikający księżyc między pełnią a ostatnią kwadrą|chudnący księżyc z brzuszkiem noc
ostatnia kwadra księżyca|noc
zanikający półksiężyc|cieniutki księżyc noc sierp
półksiężyc|noc sierp sierp księżyca
nów z twarzą|bajka baśń księżyc
pierwsza kwadra księżyca z twarzą|bajka księżyc z twarzą noc
ostatnia kwadra księżyca z twarzą|bajka baśń księżyc z twarzą
termometr|pogoda temperatura
słońce|jasne kosmos pogoda
pełnia z twarzą|bajka baśń księżyc
słońce z twarzą|bajka baśń ciepło
planeta z pierścieniami|pierścienie saturn saturnowy
gwiazda|gwiazdka noc
błyszcząca gwiazda|gwiazdka lśniąca świecąca gwiazdka
spadająca gwiazda|kometa noc życzenie
Droga Mleczna|gwiazdy niebo noc
chmura|pogoda zachmurzenie
słońce zza chmury|chmura pogoda
chmura z piorunem i deszczem|burza błyskawica pogoda
słońce za chmurką|chmura pogoda
słońce za chmurą|chmura pogoda
słońce za chmurą i deszcz|chmura pogoda przejaśnienie
chmura i deszcz|pogoda
chmura i śnieg|pogoda zima zimno
chmura i piorun|burza błyskawica pogoda
tornado|chmura lej pogoda
mgła|chmury pogoda
dmuchająca twarz wiatru|bajka baśń chmura
cyklon|pogoda spirala tajfun
tęcza|deszcz gej geje
złożony parasol|deszcz parasolka pogoda
parasol|deszcz opady pada
parasol z kroplami deszczu|opady pada parasolka
parasol plażowy wbity w ziemię|deszcz plaża pogoda
wysokie napięcie|błysk błyskawica elektryczność
płatek śniegu|pogoda zima zimno
bałwanek i płatki śniegu|bałwan i płatki śniegu pogoda zabawa na śniegu
bałwanek bez śniegu|bałwan bez śniegu pogoda zabawa na śniegu
kometa|kosmos meteoryt ogon
ogień|pożar płomień
kropla|kropelka pot woda
fala|fale hokusai kanagawa
dynia na halloween
choinka bożonarodzeniowa|bombki boże narodzenie drzewko
fajerwerki|nowy rok obchody ognie
zimne ognie|fajerwerki nowy rok obchody
petarda|dynamit fajerwerki iskra
gwiazdki|* błysk gwiazda
balon|balonik impreza uroczystość
tuba z konfetti|bal impreza uroczystość
kula z konfetti|bal impreza uroczystość
drzewko na Tanabata|bambus drzewo drzewo życzeń
japońska dekoracja kadomatsu|bambus roślina sosna
japońskie lalki|japonia
flaga w kształcie karpia|ryby
dzwonek wietrzny|dzwonki
ceremonia oglądania księżyca|jugoya podziwiać tsukimi
czerwona koperta|chiny hong bao hóngbāo
wstążka|kokarda kokardka ozdoba
zapakowany prezent|kokarda kokardka paczka
wstążka pamięci|upamiętnić uroczystość
bilety wstępu
bilet|wstęp
order wojskowy|medal uroczystość
puchar|nagroda sport trofeum
medal sportowy|nagroda zawody
medal za 1. miejsce|pierwsze miejsce sport zawody
medal za 2. miejsce|drugie miejsce sport srebrny medal
medal za 3. miejsce|brąz brązowy medal sport
piłka nożna|futbolówka mecz sport
baseball|mecz piłka sport
softball|piłka sport tenis
koszykówka|do kosza do koszykówki koszykowa
siatkówka|do siatki do siatkówki piłka
futbol amerykański|do futbolu amerykańskiego piłka sport
piłka do rugby|sport
tenis|do tenisa piłka rakieta
frisbee|dysk frizbi sport
kręgle|bowling kula sport
krykiet|do krykieta kij piłka
hokej na trawie|boisko kijek mecz
hokej na lodzie|kijek krążek lód
lacrosse|bramka kij piłka
tenis stołowy|paletka ping pingpong
badminton|gra lotka paletki
rękawica bokserska|sport zawody
strój do sztuk walki|judo karate martial arts
bramka|gol mecz sport
flaga w dołku|golf otwór pole golfowe
but z łyżwą|figurówki lodowisko lód
wędka|wędka z rybą złowić łowienie ryb
maska do nurkowania|akwalung nurkowanie snorkeling
koszulka do biegania|bieganie sport szarfa
narty|sport stok zima
sanie|sanki sport zabawa
kamień do curlingu|gra sport
strzał w 10|cel dziesiątka gra
jojo|zabawka
latawiec|latanie na wietrze wiatr
pistolet na wodę|broń broń palna rewolwer
bila 8|bilard gra kula
kryształowa kula|fortuna przepowiadać wróżka
czarodziejska różdżka|abrakadabra czarodziejka czary
gra wideo|do gier gamepad konsola
dżojstik|gra gra komputerowa gra wideo
automat do gier|automat do gry gra hazard
kostka do gry|gra hazard kości
element układanki|puzzle rebus układanka
miś pluszowy|niedźwiadek niedźwiedź pluszak
piniata|cinco de mayo cukierki meksyk
kula dyskotekowa|dyskoteka migotanie przyjęcie
matrioszki|drewniana kolekcja laleczka
pik|gra karta talia
kier|gra karta kocham
karo|gra karta talia
trefl|gra karta talia
pionek|szachy
dżoker|gra joker karta
madżong: czerwony smok|gra kafelek mahjong
gra karciana hanafuda|japońska karta kwiat
maski teatralne|występ występować
obrazek w ramce|malarstwo muzeum ramka
paleta malarska|farby kolory malarz
nić|dratwa igła nawlekać
igła krawiecka|cerówka haft krawiectwo
włóczka|dzierganie dziergać kłębek
węzeł|lina makrama połączenie
okulary|oczy szkła
okulary słoneczne|ciemne okulary oczy przeciwsłoneczne
okulary ochronne|gogle narciarstwo narty
biały fartuch|biały płaszcz doktor dr
kamizelka ratunkowa|bezpieczeństwo ratowanie sytuacja awaryjna
krawat|koszula męski ozdoba
koszulka|krótkie rękawy męska t-shirt
dżinsy|jeansy spodnie ubiór
szalik|szyja ubranie zima
rękawiczki|rękawiczka
płaszcz|kurtka zima zimno
skarpetki|skarpety stopy ubranie
sukienka|lato suknia ubiór
kimono|ubiór ubranie
sari|odzież sukienka suknia
strój kąpielowy jednoczęściowy|jednoczęściowy strój kąpielowy kostium do kąpieli kostium kąpielowy
kąpielówki|bielizna majtki do kąpieli slipy
szorty|bermudy bielizna spodenki
bikini|do pływania strój kąpielowy ubiór
ubranie damskie|bluzka damska ubiór
wachlarz|flirt gorąco nieśmiałość
portmonetka|monety na monety pieniądze
torebka|bagaż damska torba
saszetka|damska portmonetka torba
torby na zakupy|torebki
tornister|edukacja plecak szkoła
japonka|buty japonki klapek
but męski
but do biegania|bieganie sport trampek
but turystyczny|biwak brązowe brązowy
baleriny|baletki but wsuwany buty
but na wysokim obcasie|buty na obcasie na szpilkach
sandał damski|but buty obuwie
baletki|taniec
kozak damski|but buty kozaczek
grzebień fryzjerski|afro czesanie rozczesywanie
korona|król królowa
kapelusz damski|nakrycie głowy ze wstążką
cylinder|kapelusz męskie nakrycie głowy
biret|absolwenta czapka edukacja
bejsbolówka|czapeczka czapka czapka z daszkiem
hełm wojskowy|armia kask militaria
kask z krzyżykiem|hełm medyk pomoc
sznur modlitewny|korale koraliki modlitwa
szminka|kosmetyki makijaż malować usta
pierścionek|diament miłość zaręczyny
kamień szlachetny|diament klejnot miłość
wyciszony głośnik|cicho cisza głośność
niska głośność głośnika|dźwięk
średnia głośność głośnika|dźwięk mała głośność
wysoka głośność głośnika|duża głośność dźwięk
głośnik|głośno komunikat komunikaty publiczne
megafon|kibicować
trąbka pocztowa|poczta pocztyliona róg
dzwonek
przekreślony dzwonek|cicho cisza nie wolno
partytura|klucz muzyka nuty
nuta|muzyka
nuty|muzyka nuta
mikrofon studyjny|muzyka nagrywać studio
suwak miksera dźwięku|muzyka poziom
pokrętła|gałki muzyka
mikrofon|karaoke muzyka śpiewać
słuchawki|muzyka słuchawka
radio|odbiornik radioodbiornik radiowy
saksofon|instrument muzyka orkiestra
trąbka|grać instrument muzyka
puzon|instrument instrument dęty blaszany jazz
akordeon|bajan harmonia instrument
gitara|instrument muzyka
klawisze|fortepian instrument keyboard
skrzypce|altówka grać instrument
banjo|instrument muzyka strunowy
bęben|bębenek grać muzyka
konga|bęben bębenek bębnić
marakasy|cza cza grzechotać grzechotki
flet|drewniany dęty fujarka
harfa|amorek instrument miłość
telefon komórkowy|komóra komórka smartfon
telefon komórkowy ze strzałką|dzwonić komórka odebrać
telefon|aparat telefoniczny
słuchawka telefoniczna|rozmawiać
pager
faks|biuro
bateria|akumulator akumulatorek energia
słaba bateria|elektronika niski poziom energii
wtyczka elektryczna|podłączyć prąd
laptop|komputer notebook osobisty
komputer|biurkowy ekran monitor
drukarka|komputer
klawiatura|komputer pisać
mysz komputerowa|myszka trzyprzyciskowa trójprzyciskowa
trackball|komputer
dysk komputerowy|dysk md dysk optyczny minidysk
dyskietka|komputer
dysk optyczny|blu-ray cd dvd
DVD|blu-ray cd dysk
liczydło|abakus kalkulator liczyć
kamera filmowa|kinematografia kino
taśma filmowa|kino klatki
projektor filmowy|kino projekcja
klaps|film kino
telewizja|kineskop kineskopowy odbiornik
aparat fotograficzny|fotografia robić zdjęcie wideo
aparat fotograficzny z lampą błyskową|błyskowa flesz lampa
kamera wideo|nagrywać
kaseta wideo|taśma vhs
lupa pochylona w lewo|detektyw skierowana szukaj
lupa pochylona w prawo|detektyw skierowana szukaj
świeca|płomień światło świeczka
żarówka|idea pomysł prąd
latarka|elektryczna lampka światło
czerwony lampion|bar izakaya izakaya japonia
dipa|lampka oliwna
notes z dekoracyjną okładką|książka notatnik okładka
zamknięta książka
otwarta książka|czytać nauka uczyć się
zielona książka|biblioteka czytać
niebieska książka|biblioteka czytać
pomarańczowa książka|biblioteka czytać
książki|biblioteka czytać książka
notes|notatnik szary zeszyt
skoroszyt|notatki notatnik zeszyt
zawinięta strona|dokument kartka maszynopis
zwój|edykt papier pergamin
strona|dokument kartka maszynopis
gazeta|wiadomości
zwinięta gazeta|papier rulon zrolowana
karty zakładek|dokument indeksujące karta
zakładka|zaznaczenie
przywieszka do kluczy|breloczek etykieta plakietka
moneta|bogactwo dolar euro
worek z pieniędzmi|bogaty dolary kasa
skrzynia skarbów|bogactwo kamień szlachetny klejnot
banknot jena|jeny pieniądze płacić
banknot dolara|dolary pieniądze płacić
banknot euro|pieniądze płacić rachunek
banknot funta|funty pieniądze płacić
uskrzydlone pieniądze|bank banknot dolary
karta kredytowa|bank pieniądze
paragon|dowód faktura księgowość
wykres wzrostu z symbolem jena|bank pieniądze rynek
koperta|e-mail email list
e-mail|email list poczta elektroniczna
koperta przychodząca|e-mail email list
koperta ze strzałką|e-mail email list
skrzynka nadawcza|e-mail email list
skrzynka odbiorcza|e-mail email list
paczka|pakunek przesyłka pudełko
zamknięta skrzynka pocztowa z podniesioną flagą|listy poczta
zamknięta skrzynka pocztowa z opuszczoną flagą|listy poczta
otwarta skrzynka pocztowa z podniesioną flagą|listy poczta
otwarta skrzynka pocztowa z opuszczoną flagą|listy poczta
skrzynka na listy|pocztowa
urna wyborcza z głosem|głosować wybory
ołówek|pisak rysować
pióro z czarną stalówką|pisać stalówka ze stalówką
wieczne pióro|pisać stalówka
długopis|pióro
pędzel|malarstwo malować
kredka|rysować
notatka|kartka notatki ołówek
teczka|aktówka biuro neseser
folder|dokumenty katalog teczka
otwarty folder|dokumenty katalog teczka
rozdzielacze kartoteki|dokumenty kartoteka karty
kalendarz|data
kalendarz z wyrywanymi kartkami|data spirala zdzierany
kołonotatnik|na spirali notatki notes
kalendarz na spirali|notatnik notes spirala
wizytownik|wizytówka wizytówki
wykres wzrostu|akcje hossa rosnący
wykres spadku|akcje bessa malejący
wykres słupkowy|diagram słupek
podkładka do pisania|kartka notes pisanie
pinezka|przypiąć
okrągła pinezka|miejsce przypiąć szpilka
spinacz|biuro do papieru druciany
złączone spinacze|biuro do papieru druciane
linijka|krawędź linia prosta
ekierka|linia linijka prosta
nożyczki|ciąć narzędzie ostre
pudełko-kartoteka|dokumenty indeks karty
szafka-kartoteka|dokumenty indeks karty
kosz na śmieci|odpadki śmietnik
zamknięta kłódka|zablokowane zamknięte
otwarta kłódka|odblokować
zamknięta kłódka z piórem|atrament niejawne pióro
zamknięta kłódka z kluczem|blokada kluczyk zamknięcie
klucz|hasło zamek zamknąć
staroświecki klucz|kłódka stary zamek
młotek|naprawa narzędzia narzędzie
siekiera|drewno rozłupywać rąbać
kilof|górnicze górnik narzędzia
młoty|kilof narzędzia
młot i klucz|młotek narzędzia warsztat
sztylet|broń nóż
skrzyżowane miecze|biała broń broń
bomba|bum eksplozja komiks
bumerang|broń pocisk wracający
łuk i strzała|broń narzędzie strzelec
tarcza|ochrona osłona
piła do drewna|majsterkowanie narzędzie przecinarka
klucz warsztatowy|mechanik narzędzia narzędzie
śrubokręt|narzędzie wkręt wkrętak
śruba i nakrętka|gwint mocowanie narzędzia
koło zębate|kółko skrzynia biegów zębatka
ścisk|kompresja nacisk narzędzia
waga szalkowa|ciężar narzędzie równowaga
biała laska|dostępność niewidomy
ogniwa|hiperłącze link ogniwo
zerwany łańcuch|kajdany wolność zerwanie
łańcuchy|ogniwa
hak|haczyk połknąć zaczep
skrzynka na narzędzia|czerwona klucze kombinerki
magnes|kształt u magnetyczny magnetyzm
drabina|do góry hierarchia ranking
łopata|dziura kopać szpadel
alembik|chemia kolba menzurka
probówka|chemia chemik eksperyment
płytka Petriego|badania bakteria bakterie
dna|biolog ewolucja gen
mikroskop|laboratorium nauka obserwacja
teleskop|luneta obserwacja powiększenie
antena satelitarna|czasza kosmici nauka
strzykawka|chory doktor lekarstwo
kropla krwi|krew krwawienie krwiodawstwo
kapsułka|lek lekarstwo pigułka
plaster|opatrunek
kula|ból kij laska
stetoskop|lekarz medycyna praca
zdjęcie rentgenowskie|klatka piersiowa kości lekarz
drzwi
winda|dostępność dźwig osobowy podnośnik
lustro|akcesoria do domu makijaż odbicie
okno|framuga powietrze przezroczyste
łóżko|hotel nocleg sen
kanapa i lampa|hotel wypoczynek
krzesło|siadać siedzenie
muszla klozetowa|dolnopłuk sedes toaleta
przepychacz|hydrauliczne hydraulik narzędzie
prysznic|woda łazienka
wanna|kąpiel
pułapka na myszy|na gryzonie na szczury na szkodniki
brzytwa|golarka golarka ręczna golenie
butelka z płynem|balsam krem do opalania mleczko
agrafka|pielucha punk punk rock
miotła|czarownica sprzątanie sprzątać
kosz|grzybobranie grzyby koszyk
rolka papieru|papier toaletowy ręczniki papierowe toaleta
wiadro|ceber czerpak kubeł
mydło|kostka kostka mydła kąpać się
bąbelki|mycie mydło piana
szczoteczka do zębów|czyszczenie higiena jama ustna
gąbka|mycie myć myć się
gaśnica|gasić ogień pożar
wózek sklepowy|koszyk zakupy
papieros|dla palących dym dymek
trumna|pogrzeb śmierć
nagrobek|cmentarz epitafium grób
urna na prochy|pogrzeb śmierć
amulet nazar|błękitne charms fatimy
chamsa|amulet dłoń dłoń fatimy
moai|głowa posąg twarz
tabliczka|demonstracja manifa manifestacja
dowód tożsamości|bezpieczeństwo dane osobowe dokument
znak bankomatu|atm pieniądze
znak kosza na śmieci|nie śmiecić śmiecić
woda pitna|kran pić szklanka
symbol wózka inwalidzkiego|dostępność inwalida na wózku
toaleta męska|dla mężczyzn męski szalet
toaleta damska|damski dla kobiet szalet
toalety|szalet toaleta ubikacja
symbol niemowlęcia|dziecko przewijak znak
WC|szalet toaleta ubikacja
kontrola paszportowa|granica graniczna
kontrola celna|komora celna lotnisko
odbiór bagażu|lotnisko
przechowalnia bagażu|kluczyk pozostawiony skrytka
ostrzeżenie|uwaga wykrzyknik znak ostrzegawczy
dzieci przechodzące przez jezdnię|dla dzieci dla pieszych dziecko
zakaz wjazdu|wejście wstęp zabroniony
zakaz|brak przejścia wejście zabronione
zakaz wjazdu rowerów|nie wolno pojazd zabroniony
zakaz palenia|nie wolno palenie palenie wzbronione
zakaz śmiecenia|nie wolno nie wyrzucać nie śmiecić
woda niezdatna do picia|nie pić nie wolno zabronione
zakaz ruchu pieszych|nie wolno przejście wzbronione zabronione
zakaz korzystania z telefonów komórkowych|komórka nie wnosić nie wolno
zakaz poniżej osiemnastego roku życia|18 niedozwolone niepełnoletni
promieniowanie radioaktywne|ostrzeżenie radiacja
zagrożenie ze strony organizmów żywych|biozagrożenie niebezpieczeństwo
strzałka w górę|kierunek północ strzałka do góry
strzałka w górę w prawo|kierunek północny wschód strzałka do góry w prawo
strzałka w prawo|kierunek wschód
strzałka w dół w prawo|kierunek południowy wschód
strzałka w dół|kierunek południe strzałka na dół
strzałka w dół w lewo|kierunek południowy zachód strzałka na dół w lewo
strzałka w lewo|kierunek zachód
strzałka w górę w lewo|kierunek północny zachód strzałka do góry w lewo
strzałka w górę i w dół|dwukierunkowa góra-dół
strzałka w lewo i w prawo|dwukierunkowa lewo-prawo na boki
strzałka zakręcona w lewo|zakręt zawróć
strzałka zakręcona w prawo|zakręt zawróć
strzałka w prawo skręcająca w górę|zakręt
strzałka w prawo skręcająca w dół|strzałka w prawo skręcająca dół zakręt
pionowe strzałki zgodne z ruchem wskazówek zegara|odśwież okrężny pionowe strzałki zgodnie z ruchem wskazówek zegara
przycisk ze strzałkami przeciwnie do ruchu wskazówek zegara|dookoła okrężny przycisk ze strzałkami w kierunku przeciwnym do ruchu wskazówek zegara
strzałka z napisem BACK|wstecz
strzałka z napisem END|koniec
strzałka z napisem ON!|strzałka w obie strony włączone
strzałka z napisem SOON|wkrótce
strzałka z napisem TOP|góra w górę
miejsce kultu|kaplica kościół modlitwa
symbol atomu
om|hinduizm religia
gwiazda Dawida|gwiazda dawidowa judaizm religia
koło dharmy|buddysta buddyzm dharma
yin-yang|religia tao taoizm
krzyż łaciński|chrześcijaństwo krzyżyk religia
krzyż prawosławny|chrześcijaństwo krzyżyk ortodoksyjny
gwiazda i półksiężyc|islam muzułmanin religia
symbol pokoju|pacyfa pacyfizm pacyfka
menora|chanuka chanukija judaizm
gwiazda sześcioramienna z kropką|szczęście żydowska
khanda|deg fateh khalsa
Baran|znak zodiaku zodiak
Byk|znak zodiaku zodiak
Bliźnięta|znak zodiaku zodiak
Rak|znak zodiaku zodiak
Lew|znak zodiaku zodiak
Panna|znak zodiaku zodiak
Waga|znak zodiaku zodiak
Skorpion|znak zodiaku zodiak
Strzelec|znak zodiaku zodiak
Koziorożec|znak zodiaku zodiak
Wodnik|znak zodiaku zodiak
Ryby|znak zodiaku zodiak
Wężownik|znak zodiaku zodiak
przycisk losowego odtwarzania utworów|krzyżujące się losowo mieszanie
przycisk powtarzania|dookoła okrężny ponów
przycisk powtarzania jednokrotnego|dookoła okrężny ponów raz
odtwórz|odtwarzaj odtwarzanie przycisk
przycisk szybkiego przewijania do przodu|podwójna przewiń strzałka
następny utwór|strzałka trójkąt
odtwórz lub wstrzymaj|odtwarzaj odtwarzanie pauza
wstecz|strzałka trójkąt w lewo
przycisk szybkiego przewijania do tyłu|podwójna przewiń strzałka
poprzedni utwór|strzałka trójkąt
przycisk „w górę”|do góry strzałka trójkąt
przycisk „szybko w górę”|do góry podwójna strzałka
przycisk „w dół”|na dół strzałka trójkąt
przycisk „szybko w dół”|na dół podwójna strzałka
pauza|dwie pionowe kreski przycisk
zatrzymaj|kwadrat przycisk stop
nagraj|kółko nagrywanie przycisk
wysuń|kreska trójkąt
kino|film kamera kręcić film
przycisk małej jasności|jasność mała niska
przycisk dużej jasności|duża jasność rozjaśnić
siła sygnału|sieć komórkowa zasięg
bezprzewodowy|bezprzewodowe hotspot internet
tryb wibracji|komórka telefon komórkowy wibracje
wyłączony telefon komórkowy|komórka wyłącz telefon
znak kobiety|kobieta żeński
znak mężczyzny|męski mężczyzna
symbol transpłciowości|transpłciowość
znak mnożenia|anuluj iks matematyka
znak plus|+ dodawanie dodawać
znak minus|- matematyka odejmowanie
znak dzielenia|dzielenie matematyka ÷
gruby znak równości|matematyka równa się równość
nieskończoność|bezgraniczność wieczność
podwójny wykrzyknik|! !! okrzyk
wykrzyknik ze znakiem zapytania|! !? ?
czerwony znak zapytania|? co? o co chodzi
biały znak zapytania|? co? o co chodzi?
biały wykrzyknik|! okrzyk
czerwony wykrzyknik|! okrzyk
falista kreska|fala linia pofalowana
wymiana walut|kantor waluta wymiana waluty
gruby symbol dolara|dolary pieniądze usd
symbol medycyny|eskulap laska medycyna
recykling|odpady surowce wtórne
lilijka|fleur-de-lis harcerze rycerz
emblemat z trójzębem|kotwica okręt posejdon
plakietka|z imieniem
japoński symbol początkującego kierowcy|niebieski początkujący szewron
gruby czerwony okrąg|czerwone koło kółko
przycisk ze znacznikiem wyboru|parafka ptaszek tak
pole ze znacznikiem wyboru|parafka przycisk ptaszek
znacznik wyboru|gruby znacznik wyboru haczyk parafka
znak krzyżyka|anuluj czerwony mnożenie
przycisk z krzyżykiem|anuluj iks iks w kwadracie
pętla|zawijas znak
podwójna pętla|zawijas
początek partii wokalnej|m znak zygzak
gwiazdka ośmioramienna|*
gwiazda ośmioramienna|* gwiazdka
iskra|*
znak praw autorskich|copyright prawa autorskie
zarejestrowany znak towarowy
znak towarowy|tm zastrzeżony znak towarowy
rozbryzg|farba holi plama
klawisz: #
klawisz: *
klawisz: 0|zero
klawisz: 1|jeden
klawisz: 2|dwa
klawisz: 3|trzy
klawisz: 4|cztery
klawisz: 5|pięć
klawisz: 6|sześć
klawisz: 7|siedem
klawisz: 8|osiem
klawisz: 9|dziewięć
klawisz: 10
wielkie litery (alfabet łaciński)|abcd duże litery kapitaliki
małe litery (alfabet łaciński)|abcd małymi literami pisać
cyfry|1234 kalkulator liczby
symbole|pisać wprowadzać znaki
litery (alfabet łaciński)|abc abecadło małe litery
grupa krwi A|grupa a krew
grupa krwi AB|grupa ab krew
grupa krwi B|grupa b krew
przycisk CL|znak cl
przycisk COOL|aprobata zachwyt znak
przycisk FREE|za darmo znak braku opłaty znak free
informacja|informacje punkt informacyjny źródło informacji
przycisk ID|identyfikator znak id
koło z literą M|kółko metro znak
przycisk NEW|nowość nowy
przycisk NG|niedobrze znak źle
grupa krwi 0|grupa 0 krew
przycisk OK|dobrze tak w porządku
parking|postój znak
przycisk SOS|na pomoc ratunek ratunku
przycisk UP!|do góry znak up!
przycisk VS|kontra versus
japoński przycisk „tutaj”|ideogram koko znak
japoński przycisk „usługa”|ideogram napiwek opłata
ideogram księżyca|japoński kwota miesięczna
japoński przycisk „płatne”|ideogram istnienie za opłatą
japoński przycisk „zarezerwowane”|ideogram palec zarezerwowany
japoński przycisk „okazja”|ideogram korzyść promocja
japoński przycisk „rabat”|ideogram podział przecena
japoński przycisk „bezpłatne”|darmowe ideogram negacja
japoński przycisk „zabronione”|ideogram zakaz
japoński przycisk „dozwolone”|akceptacja ideogram
japoński przycisk „wniosek”|aplikacja ideogram zastosowanie
japoński przycisk „ocena pozytywna”|ideogram razem zaliczenie
japoński przycisk „wolne miejsce”|ideogram puste pusty
japoński przycisk „gratulacje”|ideogram
japoński przycisk „tajemnica”|ideogram sekret
japoński przycisk „czynne”|działa ideogram otwarte
japoński przycisk „brak wolnych miejsc”|ideogram pełno pełny
czerwone koło|figura geometryczna kółko
pomarańczowe koło|kółko
żółte koło|kółko
zielone koło|kółko
niebieskie koło|figura geometryczna kółko
fioletowe koło|kółko
brązowe koło|kółko
czarne koło|figura geometryczna kółko
białe koło|figura geometryczna kółko
czerwony kwadrat|kwadratowy
pomarańczowy kwadrat|kwadratowy
żółty kwadrat|kwadratowy
zielony kwadrat|kwadratowy
niebieski kwadrat|kwadratowy
fioletowy kwadrat|kwadratowy
brązowy kwadrat|kwadratowy
duży czarny kwadrat|figura geometryczna średni
duży biały kwadrat|figura geometryczna
średni czarny kwadrat|duży figura geometryczna
średni biały kwadrat|duży figura geometryczna
mały/średni czarny kwadrat|figura geometryczna
mały/średni biały kwadrat|figura geometryczna kwadracik
mały czarny kwadrat|figura geometryczna kwadracik
mały biały kwadrat|figura geometryczna kwadracik
duży pomarańczowy romb|figura geometryczna kształt
duży niebieski romb|figura geometryczna kształt
mały pomarańczowy romb|figura geometryczna kształt
mały niebieski romb|figura geometryczna kształt
czerwony trójkąt skierowany w górę|do góry figura geometryczna wierzchołkiem
czerwony trójkąt skierowany w dół|figura geometryczna na dół wierzchołkiem
romb z kropką|diament klejnot kryształ
przycisk radiowy|figura geometryczna kółko przycisk wyboru opcji
biały kwadratowy przycisk|czarny figura geometryczna obramowanie
czarny kwadratowy przycisk|biały figura geometryczna obramowanie
flaga w szachownicę|flaga w kratkę sport wyścigi
flaga trójkątna|chorągiewka czerwona flaga słupek
skrzyżowane flagi|japońskie japońskie flagi uroczystość
czarna flaga|na wietrze żałoba
biała flaga|biały kapitulacja na wietrze
tęczowa flaga|biseksualny gej gender
flaga osób transpłciowych|transpłciowość
piracka flaga|czaszka i kości jolly roger piraci
flaga: Wyspa Wniebowstąpienia|AC
flaga: Andora|AD
flaga: Zjednoczone Emiraty Arabskie|AE
flaga: Afganistan
flaga: Antigua i Barbuda
flaga: Anguilla|AI
flaga: Albania
flaga: Armenia|AM
flaga: Angola|AO
flaga: Antarktyda|AQ
flaga: Argentyna
flaga: Samoa Amerykańskie|AS
flaga: Austria|AT
flaga: Australia
flaga: Aruba|AW
flaga: Wyspy Alandzkie|AX
flaga: Azerbejdżan
flaga: Bośnia i Hercegowina|BA
flaga: Barbados|BB
flaga: Bangladesz|BD
flaga: Belgia
flaga: Burkina Faso|BF
flaga: Bułgaria|BG
flaga: Bahrajn|BH
flaga: Burundi|BI
flaga: Benin|BJ
flaga: Saint-Barthélemy|BL
flaga: Bermudy|BM
flaga: Brunei|BN
flaga: Boliwia
flaga: Niderlandy Karaibskie|BQ
flaga: Brazylia
flaga: Bahamy|BS
flaga: Bhutan|BT
flaga: Wyspa Bouveta|BV
flaga: Botswana|BW
flaga: Białoruś|BY
flaga: Belize|BZ
flaga: Kanada|CA
flaga: Wyspy Kokosowe|CC
flaga: Demokratyczna Republika Konga|CD
flaga: Republika Środkowoafrykańska|CF
flaga: Kongo|CG
flaga: Szwajcaria|CH
flaga: Côte d’Ivoire|CI
flaga: Wyspy Cooka|CK
flaga: Chile|CL
flaga: Kamerun|CM
flaga: Chiny|CN
flaga: Kolumbia|CO
flaga: Wyspa Clippertona|CP
flaga: Sark|CQ
flaga: Kostaryka|CR
flaga: Kuba|CU
flaga: Republika Zielonego Przylądka|CV
flaga: Curaçao|CW
flaga: Wyspa Bożego Narodzenia|CX
flaga: Cypr
flaga: Czechy
flaga: Niemcy|DE
flaga: Diego Garcia|DG
flaga: Dżibuti|DJ
flaga: Dania|DK
flaga: Dominika|DM
flaga: Dominikana
flaga: Algieria|DZ
flaga: Ceuta i Melilla|EA
flaga: Ekwador|EC
flaga: Estonia|EE
flaga: Egipt
flaga: Sahara Zachodnia|EH
flaga: Erytrea
flaga: Hiszpania|ES
flaga: Etiopia
flaga: Unia Europejska
flaga: Finlandia
flaga: Fidżi|FJ
flaga: Falklandy|FK
flaga: Mikronezja|FM
flaga: Wyspy Owcze|FO
flaga: Francja
flaga: Gabon
flaga: Wielka Brytania|GB
flaga: Grenada|GD
flaga: Gruzja|GE
flaga: Gujana Francuska|GF
flaga: Guernsey|GG
flaga: Ghana
flaga: Gibraltar
flaga: Grenlandia|GL
flaga: Gambia|GM
flaga: Gwinea|GN
flaga: Gwadelupa|GP
flaga: Gwinea Równikowa|GQ
flaga: Grecja
flaga: Georgia Południowa i Sandwich Południowy|GS
flaga: Gwatemala|GT
flaga: Guam
flaga: Gwinea Bissau
flaga: Gujana|GY
flaga: SRA Hongkong (Chiny)|HK
flaga: Wyspy Heard i McDonalda|HM
flaga: Honduras|HN
flaga: Chorwacja|HR
flaga: Haiti|HT
flaga: Węgry|HU
flaga: Wyspy Kanaryjskie|IC
flaga: Indonezja|ID
flaga: Irlandia|IE
flaga: Izrael|IL
flaga: Wyspa Man|IM
flaga: Indie
flaga: Brytyjskie Terytorium Oceanu Indyjskiego|IO
flaga: Irak|IQ
flaga: Iran
flaga: Islandia
flaga: Włochy|IT
flaga: Jersey
flaga: Jamajka|JM
flaga: Jordania
flaga: Japonia|JP
flaga: Kenia
flaga: Kirgistan|KG
flaga: Kambodża|KH
flaga: Kiribati
flaga: Komory|KM
flaga: Saint Kitts i Nevis|KN
flaga: Korea Północna|KP
flaga: Korea Południowa|KR
flaga: Kuwejt|KW
flaga: Kajmany|KY
flaga: Kazachstan|KZ
flaga: Laos
flaga: Liban|LB
flaga: Saint Lucia|LC
flaga: Liechtenstein
flaga: Sri Lanka|LK
flaga: Liberia|LR
flaga: Lesotho|LS
flaga: Litwa|LT
flaga: Luksemburg
flaga: Łotwa|LV
flaga: Libia|LY
flaga: Maroko
flaga: Monako|MC
flaga: Mołdawia|MD
flaga: Czarnogóra|ME
flaga: Saint-Martin|MF
flaga: Madagaskar|MG
flaga: Wyspy Marshalla|MH
flaga: Macedonia Północna|MK
flaga: Mali|ML
flaga: Mjanma (Birma)|MM
flaga: Mongolia|MN
flaga: SRA Makau (Chiny)|MO
flaga: Mariany Północne|MP
flaga: Martynika|MQ
flaga: Mauretania|MR
flaga: Montserrat|MS
flaga: Malta|MT
flaga: Mauritius|MU
flaga: Malediwy|MV
flaga: Malawi|MW
flaga: Meksyk|MX
flaga: Malezja|MY
flaga: Mozambik|MZ
flaga: Namibia
flaga: Nowa Kaledonia|NC
flaga: Niger|NE
flaga: Norfolk|NF
flaga: Nigeria|NG
flaga: Nikaragua
flaga: Holandia|NL
flaga: Norwegia
flaga: Nepal|NP
flaga: Nauru|NR
flaga: Niue|NU
flaga: Nowa Zelandia|NZ
flaga: Oman
flaga: Panama
flaga: Peru
flaga: Polinezja Francuska|PF
flaga: Papua-Nowa Gwinea|PG
flaga: Filipiny|PH
flaga: Pakistan|PK
flaga: Polska|PL
flaga: Saint-Pierre i Miquelon|PM
flaga: Pitcairn|PN
flaga: Portoryko|PR
flaga: Terytoria Palestyńskie|PS
flaga: Portugalia|PT
flaga: Palau|PW
flaga: Paragwaj|PY
flaga: Katar|QA
flaga: Reunion
flaga: Rumunia|RO
flaga: Serbia|RS
flaga: Rosja|RU
flaga: Rwanda
flaga: Arabia Saudyjska
flaga: Wyspy Salomona|SB
flaga: Seszele|SC
flaga: Sudan|SD
flaga: Szwecja|SE
flaga: Singapur|SG
flaga: Wyspa Świętej Heleny|SH
flaga: Słowenia|SI
flaga: Svalbard i Jan Mayen|SJ
flaga: Słowacja|SK
flaga: Sierra Leone|SL
flaga: San Marino|SM
flaga: Senegal|SN
flaga: Somalia
flaga: Surinam|SR
flaga: Sudan Południowy|SS
flaga: Wyspy Świętego Tomasza i Książęca|ST
flaga: Salwador|SV
flaga: Sint Maarten|SX
flaga: Syria
flaga: Eswatini|SZ
flaga: Tristan da Cunha
flaga: Turks i Caicos|TC
flaga: Czad|TD
flaga: Francuskie Terytoria Południowe i Antarktyczne|TF
flaga: Togo|TG
flaga: Tajlandia|TH
flaga: Tadżykistan|TJ
flaga: Tokelau|TK
flaga: Timor Wschodni|TL
flaga: Turkmenistan|TM
flaga: Tunezja|TN
flaga: Tonga
flaga: Turcja|TR
flaga: Trynidad i Tobago|TT
flaga: Tuvalu|TV
flaga: Tajwan|TW
flaga: Tanzania|TZ
flaga: Ukraina|UA
flaga: Uganda
flaga: Dalekie Wyspy Mniejsze Stanów Zjednoczonych|UM
flaga: Organizacja Narodów Zjednoczonych|UN
flaga: Stany Zjednoczone|US
flaga: Urugwaj|UY
flaga: Uzbekistan
flaga: Watykan|VA
flaga: Saint Vincent i Grenadyny|VC
flaga: Wenezuela|VE
flaga: Brytyjskie Wyspy Dziewicze|VG
flaga: Wyspy Dziewicze Stanów Zjednoczonych|VI
flaga: Wietnam|VN
flaga: Vanuatu|VU
flaga: Wallis i Futuna|WF
flaga: Samoa|WS
flaga: Kosowo|XK
flaga: Jemen|YE
flaga: Majotta|YT
flaga: Republika Południowej Afryki|ZA
flaga: Zambia|ZM
flaga: Zimbabwe|ZW
flaga: Anglia|gbeng
flaga: Szkocja|gbsct
flaga: Walia|gbwls`;export{a as default};
