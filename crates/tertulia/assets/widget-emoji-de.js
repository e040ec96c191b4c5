var e=`grinsendes Gesicht|froh fröhlich haha
grinsendes Gesicht mit großen Augen|fröhlich glücklich lachen
grinsendes Gesicht mit lachenden Augen|fröhlich geschlossen glücklich
strahlendes Gesicht mit lachenden Augen|fröhlich grinsen happy
Grinsegesicht mit zugekniffenen Augen|geschlossen grinsen haha
grinsendes Gesicht mit Schweißtropfen|lachen lustig lächeln
sich vor Lachen auf dem Boden wälzen|gesicht haha hehe
Gesicht mit Freudentränen|fröhlich haha happy
leicht lächelndes Gesicht|smiley
umgekehrtes Gesicht|auf dem kopf lächeln smiley
schmelzendes Gesicht|auflösen beschämt flüssig
zwinkerndes Gesicht|auge flirten sexy
lächelndes Gesicht mit lachenden Augen|erröten freude freundlich
lächelndes Gesicht mit Heiligenschein|brav engel glücklich
lächelndes Gesicht mit Herzen|3 anhimmeln bewundern
lächelndes Gesicht mit herzförmigen Augen|glücklich herzen liebe
überwältigt|aufgeregt augen gesicht
Kuss zuwerfendes Gesicht|flirten küsschen küssen
küssendes Gesicht|flirten hdl knutsch
lächelndes Gesicht|fröhlich rot smiley
küssendes Gesicht mit geschlossenen Augen|knutsch kuss küsschen
küssendes Gesicht mit lächelnden Augen|flirten knutsch kuss
lachendes Gesicht mit Träne|berührt dankbar erleichtert
sich die Lippen leckendes Gesicht|lecker leckeres essen lächeln
Gesicht mit herausgestreckter Zunge|bäh lachen lustig
zwinkerndes Gesicht mit herausgestreckter Zunge|auge herausstrecken smiley
irres Gesicht|auge augen groß
Gesicht mit herausgestreckter Zunge und zusammengekniffenen Augen|bäh ekel herausstrecken
Gesicht mit Dollarzeichen|geld mund smiley
Gesicht mit umarmenden Händen|drücken smiley umarmung
verlegen kicherndes Gesicht|haha hand hihi
Gesicht mit offenen Augen und Hand über dem Mund|erschrecken erstaunen furcht
Gesicht mit durch die Finger linsendem Auge|gebannt hervorlugen schüchtern
ermahnendes Gesicht|finger leise psst
nachdenkendes Gesicht|fragen grübeln hm
salutierendes Gesicht|aye jawohl jawoll
Gesicht mit Reißverschlussmund|geheimnis halten schweigen
Gesicht mit hochgezogenen Augenbrauen|argwöhnisch misstrauen skeptisch
neutrales Gesicht|ausdruckslos kommentarlos smiley
ausdrucksloses Gesicht|kommentarlos selbstgefällig smiley
Gesicht ohne Mund|kein smiley sprachlos
gestricheltes Gesicht|depressiv deprimiert egal
Gesicht in Wolken|geistesabwesend gesicht im nebel kopf in wolken
süffisant lächelndes Gesicht|feixen flirten mundwinkel
verstimmtes Gesicht|langweilig smiley traurig
Augen verdrehendes Gesicht|genervt meinetwegen nerv
Grimassen schneidendes Gesicht|peinlich smiley verziehen
Gesicht, das ausatmet|ausatmen erleichtert erschöpft
lügendes Gesicht|nase pinocchio schwindel
zitterndes Doppelgesicht|erdbeben omg panik
Kopfschütteln|nein
Kopfnicken|ja
erleichtertes Gesicht|augen entspannt geschlossen
nachdenkliches Gesicht|enttäuscht schrecklich smiley
schläfriges Gesicht|gute müde nacht
sabberndes Gesicht|smiley
schlafendes Gesicht|dösen einschlafen gute nacht
Gesicht mit Augenringen|erschöpft müde schläfrig
Gesicht mit Atemschutzmaske|arzt bazillen erkältet
Gesicht mit Fieberthermometer|krank messen smiley
Gesicht mit Kopfverband|aua autsch schmerzen
würgendes Gesicht|ekel eklig erbrechen
kotzendes Gesicht|brechen erbrechen krank
niesendes Gesicht|erkältet erkältung gesundheit
schwitzendes Gesicht|erhitzt fieber fiebrig
frierendes Gesicht|bibbern blau eisig
schwindeliges Gesicht|angeheitert angeschwipst angetrunken
benommenes Gesicht|augen ko krank
Gesicht mit Spiralen als Augen|hypnose hypnotisiert höhenangst
explodierender Kopf|entsetzt geschockt gesicht
Gesicht mit Cowboyhut|cowgirl smiley
Partygesicht|aufgeregt feier fest
verkleidet|brille gesicht incognito
lächelndes Gesicht mit Sonnenbrille|cool smiley
Strebergesicht|brille intelligent klug
Gesicht mit Monokel|elegant reich smiley
verwundertes Gesicht|keine ahnung smiley traurig
Gesicht mit schrägem Mund|enttäuscht genervt hmpf
besorgtes Gesicht|smiley sorgen traurig
betrübtes Gesicht|schade smiley traurig
düsteres Gesicht|deprimiert smiley stirnrunzelnd
Gesicht mit offenem Mund|erstaunt omg schockiert
verdutztes Gesicht|erstaunt omg smiley
erstauntes Gesicht|nee omg schockiert
errötetes Gesicht mit großen Augen|erröten peinlich rot
verzerrtes Gesicht|angst aufgedunsen besorgt
bettelndes Gesicht|anflehen augen bitte
Gesicht, das Tränen zurückhält|aufgebracht dankbar freude
entsetztes Gesicht|mund offen schockiert
qualvolles Gesicht|arm leidend smiley
ängstliches Gesicht|angst besorgt
besorgtes Gesicht mit Schweißtropfen|angst angstschweiß mund
trauriges aber erleichtertes Gesicht|enttäuscht knapp schweiß
weinendes Gesicht|smiley traurig träne
heulendes Gesicht|flennen schluchzen smiley
vor Angst schreiendes Gesicht|munch omg panik
verwirrtes Gesicht|bestürzt frustriert konfus
entschlossenes Gesicht|ausdauernd durchhalten fokus
enttäuschtes Gesicht|leider schade smiley
bedrücktes Gesicht mit Schweiß|angstschweiß augen geschlossen
erschöpftes Gesicht|fehlschlag hungrig müde
müdes Gesicht|niesen smiley traurig
gähnendes Gesicht|gelangweilt langweilig müde
schnaubendes Gesicht|erleichtert gewonnen
schmollendes Gesicht|rot rot angelaufener smiley wütend
verärgertes Gesicht|böse smiley wut
Gesicht mit Symbolen über dem Mund|fluchen schimpfen schimpfwort
grinsendes Gesicht mit Hörnern|böse dämon dämonin
wütendes Gesicht mit Hörnern|böse dämon dämonin
Totenkopf|gesicht knochen märchen
Totenkopf mit gekreuzten Knochen|gesicht piratenflagge schädel
Kothaufen|mist
Clown-Gesicht
Ungeheuer|gesicht gruselig japan
Kobold|gemein gesicht japan
Gespenst|buh fantasy geist
Außerirdischer|alien all fantasy
Computerspiel-Monster|gesicht ufo
Roboter|gesicht monster robotergesicht
grinsende Katze|gesicht katzengesicht lachen
grinsende Katze mit lachenden Augen|gesicht katzengesicht smiley
Katze mit Freudentränen|gesicht katzengesicht lachen
lachende Katze mit Herzen als Augen|gesicht herzaugen katzengesicht
verwegen lächelnde Katze|gesicht grinsen ironisch
küssende Katze|augen geschlossen gesicht
erschöpfte Katze|angst gesicht katzengesicht
weinende Katze|gesicht katzengesicht smiley
schmollende Katze|gesicht katzengesicht schmollmund
sich die Augen zuhaltendes Affengesicht|böse geheimnis gemein
sich die Ohren zuhaltendes Affengesicht|böse geheimnis gemein
sich den Mund zuhaltendes Affengesicht|böse geheimnis gemein
Liebesbrief|herz post siegel
Herz mit Pfeil|liebe
Herz mit Schleife|hochzeitstag jahrestag küsschen
funkelndes Herz|aufregung gefühl glitzern
wachsendes Herz|aufregung gefühl herzschlag
schlagendes Herz|gefühl herzschlag liebe
kreisende Herzen|emotion gefühl hochzeitstag
zwei Herzen|date gefühl hochzeitstag
Herzdekoration|emotion gefühl liebe
Herz als Ausrufezeichen|satzzeichen
gebrochenes Herz|allein gefühl herzschmerz
Herz in Flammen|brennendes herz leidenschaft liebe
Herz mit Verband|besserung genesen
rotes Herz
pinkes Herz|gefallen gefällt gefühl
oranges Herz|liebe
gelbes Herz|gefühl herzlich liebe
grünes Herz|gefühl liebe romantisch
blaues Herz|gefühl liebe romantisch
hellblaues Herz|aquamarin emotion gefallen
lila Herz|beste gefühl hdl
braunes Herz
schwarzes Herz|böse
graues Herz|emotion hdl liebe
weißes Herz
Kussabdruck|gefühl knutsch küssen
100 Punkte|punktestand volle punktzahl
Ärger|comic wut
Kampfwolke|handgemenge krawall prügelei
Zusammenstoß|bombe boom comic
schwindlig|benommen benommenheit comic
Schweißtropfen|comic feucht nass
Staubwolke|comic rennen weglaufen
Loch|schwarz
Sprechblase mit drei Punkten|comic dialog gespräch
Auge in Sprechblase|dialog reden sprechen
Sprechblase links|dialog reden sprechen
Sprechblase für wütende Aussage rechts
Gedankenblase|comic nachdenken
Schlafen|buchstaben comic gähn
winkende Hand|auf wiedersehen bis später ciao
erhobene Hand von hinten|erhobener handrücken
Hand mit gespreizten Fingern|5 fünf
erhobene Hand|5 halt handfläche
vulkanischer Gruß|finger grüßen hand
nach rechts weisende Hand|ausgestreckt ausstrecken hände
nach links weisende Hand|ausgestreckt ausstrecken hände
Hand mit Handfläche nach unten|abweisen fallen lassen fallenlassen
Hand mit Handfläche nach oben|anbieten angebot darbieten
nach links schiebende Hand|drücken halt high 5
nach rechts schiebende Hand|drücken halt high 5
OK-Zeichen|exzellent finger genial
zusammengedrückte Finger|bündelhand fingerspitzen gehts noch
Wenig-Geste|betrag finger gering
Victory-Geste|sieg
Hand mit gekreuzten Fingern
Hand mit gekreuztem Zeigefinger und Daumen|fingerherz geld handgeste
Ich-liebe-dich-Geste|drei finger hand
Teufelsgruß|corna finger hand
Ruf-mich-an-Handzeichen|anruf anrufen shaka
nach links weisender Zeigefinger|handrückseite zeigen
nach rechts weisender Zeigefinger|handrückseite zeigen
nach oben weisender Zeigefinger von hinten|aufwärts handrücken handrückseite
Mittelfinger|hand
nach unten weisender Zeigefinger|abwärts handrücken handrückseite
nach oben weisender Zeigefinger von vorne|hand handvorderseite hier
auf Betrachter zeigender Zeigefinger|deuten du fingerzeig
Daumen hoch|einverstanden finger gut
Daumen runter|hand nach unten schlecht
erhobene Faust|hand kampf solidarität
geballte Faust|absolut bro hand
Faust nach links|hand
Faust nach rechts|hand
klatschende Hände|applaudieren applaus beifall
zwei erhobene Handflächen|feiern geste hurra
Hände, die Herz bilden|<3 finger geste
offene Hände|jazz umarmen umarmung
Handflächen nach oben|beten gebet hände
Handschlag|hände händeschütteln vereinbarung
zusammengelegte Handflächen|beten betend bitten
schreibende Hand|stift
Nagellack|kosmetik maniküre nagelpflege
Selfie|smartphone
angespannter Bizeps|arm bodybuilder bro
Armprothese|barrierefreiheit
Beinprothese|barrierefreiheit
Bein|extremität fuß gebeugtes knie
Fuß|füße kick knöchel
Ohr|hören körperteil
Ohr mit Hörgerät|barrierefreiheit gehörlos hilfsgerät
Nase|körperteil riechen
Gehirn|intelligent intelligenz klug
Herz (Organ)|anatomie herzschlag körper
Lunge|atem atmen ausatmen
Zahn|perlweiß weiß zahnarzt
Knochen|hund hundeknochen kauknochen
Augen|gesicht gucken schauen
Auge|blick körper körperteil
Zunge|hmm körperteil lecken
Mund|kuss körperteil lippen
auf Lippe beißen|angst besorgt flirten
Baby|gesicht jung kind
Kind|enkelkind jung jünger
Junge|enkelsohn gesicht jünger
Mädchen|enkeltochter gesicht jung
Person|erwachsen erwachsene person mensch
Person: blondes Haar|blondhaarig gesicht mensch
Mann|erwachsen gesicht
Person: Bart|bärtig schnurrbart
Mann: Bart|mann mit bart
Frau: Bart|frau mit bart
Mann: rotes Haar|erwachsen gesicht
Mann: lockiges Haar|erwachsen gesicht
Mann: weißes Haar|erwachsen gesicht
Mann: Glatze|erwachsen gesicht
Frau|erwachsen gesicht
Frau: rotes Haar|erwachsen gesicht
Person: rotes Haar|erwachsen erwachsene person mensch
Frau: lockiges Haar|erwachsen gesicht
Person: lockiges Haar|erwachsen erwachsene person mensch
Frau: weißes Haar|erwachsen gesicht
Person: weißes Haar|erwachsen erwachsene person mensch
Frau: Glatze|erwachsen gesicht
Person: Glatze|erwachsen erwachsene person mensch
Frau: blond|blonde frau gesicht haar
Mann: blond|blonder mann gesicht haar
ältere Person|alt erwachsen großeltern
älterer Mann|alt erwachsen großeltern
ältere Frau|alt erwachsen großeltern
missmutige Person|frustriert gesicht runzeln
missmutiger Mann|frustriert gesicht runzeln
missmutige Frau|frustriert gesicht runzeln
schmollende Person|eingeschnappt enttäuscht jammerd
schmollender Mann|eingeschnappt enttäuscht jammerd
schmollende Frau|eingeschnappt enttäuscht jammerd
Person mit überkreuzten Armen|gesicht nein nicht
Mann mit überkreuzten Armen|gesicht nein nicht
Frau mit überkreuzten Armen|gesicht
Person mit Händen auf dem Kopf|geste oje ok
Mann mit Händen auf dem Kopf|geste oje ok
Frau mit Händen auf dem Kopf|geste oje ok
Infoschalter-Mitarbeiter(in)|abgekippt beleidigen gerüchte
Infoschalter-Mitarbeiter|abgekippt beleidigen gerüchte
Infoschalter-Mitarbeiterin|auskunft frau informationen
Person mit erhobenem Arm|aufzeigen drankommen drannehmen
Mann mit erhobenem Arm|aufzeigen drankommen drannehmen
Frau mit erhobenem Arm|aufzeigen drankommen drannehmen
gehörlose Person|barrierefreiheit hören ohr
gehörloser Mann|taub
gehörlose Frau|taub
sich verbeugende Person|bedauern bitten demut
sich verbeugender Mann|demut
sich verbeugende Frau|bedauern bitten demut
sich an den Kopf fassende Person|frustriert genervt gesicht
sich an den Kopf fassender Mann|frustriert genervt gesicht
sich an den Kopf fassende Frau|frustriert genervt gesicht
schulterzuckende Person|egal gleichgültig keine ahnung
schulterzuckender Mann|egal gleichgültig keine ahnung
schulterzuckende Frau|egal gleichgültig keine ahnung
Arzt/Ärztin|arztkittel doktor(in)
Arzt|arztkittel doktor krankenpfleger
Ärztin|arztkittel doktor krankenschwester
Student(in)|absolvent(in) doktorhut uni
Student|absolvent diplom doktorhut
Studentin|abschluss absolventin diplom
Lehrer(in)|dozent(in) professor(in)
Lehrer|dozent mann professor
Lehrerin|dozentin frau professorin
Richter(in)|waage
Richter|gerechtigkeit mann recht
Richterin|frau gerechtigkeit recht
Bauer/Bäuerin|farmer(in) gärtner(in) landwirt(in)
Bauer|farmer gärtner landwirt
Bäuerin|farmerin gärtnerin landwirtin
Koch/Köchin|kochen
Koch|kochen restaurant
Köchin|kochen
Mechaniker(in)|elektriker(in) klempner(in)
Mechaniker|elektriker handwerker klempner
Mechanikerin|elektrikerin frau handwerkerin
Fabrikarbeiter(in)|industriell montage
Fabrikarbeiter|helm
Fabrikarbeiterin|frau helm
Büroangestellte(r)|architekt(in) business manager(in)
Büroangestellter|manager mann
Büroangestellte|frau managerin mangerin
Wissenschaftler(in)|forscher(in) labor
Wissenschaftler|chemie forscher labor
Wissenschaftlerin|forscherin frau labor
IT-Experte/IT-Expertin|bildschirm computer entwickler(in)
IT-Experte|arbeit bildschirm büro
IT-Expertin|arbeit bildschirm büro
Sänger(in)|entertainer(in) rock star
Sänger|mann mikrofon popstar
Sängerin|frau mikrofon popstar
Künstler(in)|farbpalette maler(in)
Künstler|farbpalette maler mann
Künstlerin|farbpalette frau malerin
Pilot(in)|flugzeug
Pilot|flugzeug mann
Pilotin|flieger flugzeug frau
Astronaut(in)|raumfahrt weltraum
Astronaut|mann raumfahrt weltraum
Astronautin|frau raumfahrt weltraum
Feuerwehrmann/-frau|feuerwehrhelm
Feuerwehrmann|feuerwehrhelm
Feuerwehrfrau|feuerwehrhelm
Polizist(in)|beruf festnehmen gesetzeshüter
Polizist|mann polizei
Polizistin|beruf festnehmen frau
Detektiv(in)|lupe sherlock spion
Detektiv|mann spion
Detektivin|frau spionage spionin
Wache|buckingham palace bärenfellmütze gesicht
Wachsoldat|buckingham palace wache
Wachsoldatin|buckingham buckingham palace guard
Ninja|ausdauer geheimmission killer
Bauarbeiter(in)|bauarbeiterin beruf gesicht
Bauarbeiter|baustelle helm
Bauarbeiterin|baustelle frau helm
Person mit Krone|adelig krönung könig
Prinz|krone
Prinzessin|gesicht krone märchen
Person mit Turban|bart dreitagebart
Mann mit Turban|gesicht
Frau mit Turban|gesicht
Mann mit chinesischem Hut|china gesicht kappe
Frau mit Kopftuch|hidschab hijab mantilla
Person im Smoking|anzug bräutigam formell
Mann im Smoking
Frau im Smoking
Person mit Schleier|braut braut mit schleier gesicht
Mann mit Schleier
Frau mit Schleier
schwangere Frau
schwangerer Mann|aufgebläht bauch dick
schwangere Person|aufgebläht bauch dick
Stillen|baby brust frau
Frau, die Baby die Flasche gibt|eltern flasche geben flasche gebende frau
Mann, der Baby die Flasche gibt|flasche geben flasche gebender mann füttern
Person, die Baby die Flasche gibt|flasche geben flasche gebende person
Putte|engel gesicht kind
Weihnachtsmann|weihnachten
Weihnachtsfrau|weihnachten
Weihnachtsperson|gesicht gesicht mit hut santa claus
Superheld(in)|person superheldin superkraft
Superheld
Heldin|superheldin
Bösewicht|bösewichtin krimineller person
männlicher Bösewicht
weiblicher Bösewicht
Magier(in)|hexe hexenmeister magiker
Magier|hexenmeister zauberer
Magierin|hexe zauberin
Märchenfee|elf elfe fantasy
männliche Fee|oberon puck zauberer
Fee|titania
Vampir|blutsauger dracula halloween
männlicher Vampir|dracula untoter
weiblicher Vampir|untoter
Wassermensch|meerjungfrau meermann märchen
Wassermann|triton
Meerjungfrau|nixe wasserfrau
Elf(e)|elbe elben elbin
Elf|alb elbe magisch
Elfe|elbin magisch
Flaschengeist|aladdin aladin dschinn
männlicher Flaschengeist|dschinn
weiblicher Flaschengeist|dschinn
Zombie|apokalypse halloween horror
männlicher Zombie|untoter wandelnder toter
weiblicher Zombie|untote wandelnde tote
Troll|fantasy gruslig kobold
haariges Wesen|bigfoot fabelwesen gigant
Person, die eine Kopfmassage bekommt|behandlung entspannen kopfschmerzen
Mann, der eine Kopfmassage bekommt|entspannen kopfschmerzen salon
Frau, die eine Kopfmassage bekommt|behandlung entspannen entspannend
Person beim Haareschneiden|friseur friseurin friseuse
Mann beim Haareschneiden|friseur frisur haarschnitt
Frau beim Haareschneiden|friseur haarschnitt schere
Fußgänger(in)|fußgängerin gehen gehend
Fußgänger|gehen mann spaziergang
Fußgängerin|frau gehen schlendern
Fußgänger(in): nach rechts|fußgängerin gehen gehend
Fußgängerin: nach rechts|frau gehen schlendern
Fußgänger: nach rechts|gehen mann spaziergang
stehende Person|mensch stand
stehender Mann
stehende Frau
kniende Person|fersensitz meditation meditieren
kniender Mann
kniende Frau
kniende Person: nach rechts|fersensitz meditation meditieren
kniende Frau: nach rechts
kniender Mann: nach rechts
Person mit Langstock|barrierefreiheit blind person mit blindenstock
Person mit Langstock: nach rechts|barrierefreiheit blind person mit blindenstock
Mann mit Langstock|barrierefreiheit behinderung blind
Mann mit Langstock: nach rechts|barrierefreiheit behinderung blind
Frau mit Langstock|barrierefreiheit behinderung blind
Frau mit Langstock: nach rechts|barrierefreiheit behinderung blind
Person in elektrischem Rollstuhl|barrierefreiheit
Person in elektrischem Rollstuhl: nach rechts|barrierefreiheit
Mann in elektrischem Rollstuhl|barrierefreiheit behinderung mann in rollstuhl
Mann in elektrischem Rollstuhl: nach rechts|barrierefreiheit behinderung mann in rollstuhl
Frau in elektrischem Rollstuhl|barrierefreiheit behinderung frau in rollstuhl
Frau in elektrischem Rollstuhl: nach rechts|barrierefreiheit behinderung frau in rollstuhl
Person in manuellem Rollstuhl|barrierefreiheit
Person in manuellem Rollstuhl: nach rechts|barrierefreiheit
Mann in manuellem Rollstuhl|barrierefreiheit behinderung mann in rollstuhl
Mann in manuellem Rollstuhl: nach rechts|barrierefreiheit behinderung mann in rollstuhl
Frau in manuellem Rollstuhl|barrierefreiheit behinderung frau in rollstuhl
Frau in manuellem Rollstuhl: nach rechts|barrierefreiheit behinderung frau in rollstuhl
laufende Person|eilig joggen läufer
laufender Mann|joggen jogger marathon
laufende Frau|athlet athletin joggen
laufende Person: nach rechts|eilig joggen läufer
laufende Frau: nach rechts|athlet athletin joggen
laufender Mann: nach rechts|joggen jogger marathon
Balletttänzerin
tanzende Frau|elegant festlich flair
tanzender Mann|elegant festlich flair
schwebender Mann im Anzug|geschäftlich
Personen mit Hasenohren|bunny bunnys doppelt
Männer mit Hasenohren|bunnys party tanzen
Frauen mit Hasenohren|bunnys party
Person in Dampfsauna|abschalten dampfbad entspannen
Mann in Dampfsauna
Frau in Dampfsauna
Bergsteiger(in)|fels kletterer klettern
Bergsteiger
Bergsteigerin
Fechter(in)|fechten schwert sport
Pferderennen|jockey auf pferd schnell sport
Skifahrer(in)|schnee skifahrerin sport
Snowboarder(in)|snowboarden snowboarderin sport
Golfer(in)|abschlagplatz golferin golfspieler
Golfer|golfen golfspieler mann
Golferin|frau golfen golfspielerin
Surfer(in)|person sport surfboard
Surfer|mann wellenreiten
Surferin|frau sport strand
Person im Ruderboot|angeln kanu paddel
Mann im Ruderboot|rudern
Frau im Ruderboot|bootfahrerin ruderin rudern
Schwimmer(in)|kraulen person pool
Schwimmer|kraulen pool schwimmbad
Schwimmerin|frau kraulen pool
Person mit Ball|basketball basketballer basketballspieler
Mann mit Ball|ballsport handball
Frau mit Ball|ballsport basketball basketballspieler
Gewichtheber(in)|gewichtheberin hantel muskeln
Gewichtheber|gewicht heben mann
Gewichtheberin|frau gewicht heben gewichte heben
Radfahrer(in)|fahrrad person radeln
Radfahrer|fahrrad mann
Radfahrerin|fahrrad fahrradfahrerin frau
Mountainbiker(in)|fahrrad mountainbikerin mountainbiking
Mountainbiker|fahrrad mann rad
Mountainbikerin|fahrrad fahrradfahrerin frau
Rad schlagende Person|akrobatik bodenturnen gymnastik
Rad schlagender Mann|akrobatik bodenturnen gymnastik
Rad schlagende Frau|akrobatik bodenturnen gymnastik
Ringer(in)|catchen catcher person
ringende Männer|catchen catcher ringer
ringende Frauen|catchen catcherin person
Wasserballspieler(in)|person schwimmsport sport
Wasserballspieler|mann person schwimmsport
Wasserballspielerin|frau person schwimmsport
Handballspieler(in)|handballer handballerin handballspielerin
Handballspieler|mann sport
Handballspielerin|frau handballerin person
Jongleur(in)|artist artistin geschickt
Jongleur|artist entertainer geschickt
Jongleurin|frau geschickt jonglieren
Person im Lotossitz|burmesischer sitz frau lotussitz
Mann im Lotossitz|meditation yoga
Frau im Lotossitz|meditation yoga
badende Person|badewanne badezimmer dusche
im Bett liegende Person|gute nacht heia müde
sich an den Händen haltende Personen|händchen halten hände halten menschen
Händchen haltende Frauen|paar pärchen aus frau und frau
Mann und Frau halten Hände|händchen halten paar pärchen aus frau und mann
Händchen haltende Männer|paar pärchen aus mann und mann zwillinge
sich küssendes Paar|frau herz kuss
sich küssendes Paar: Frau, Mann|herz kuss
sich küssendes Paar: Mann, Mann|frau herz kuss
sich küssendes Paar: Frau, Frau|herz kuss mann
Liebespaar|frau herz mann
Liebespaar: Frau, Mann|herz
Liebespaar: Mann, Mann|frau herz
Liebespaar: Frau, Frau|herz mann
Familie: Mann, Frau und Junge|kind mutter vater
Familie: Mann, Frau und Mädchen|junge kind mutter
Familie: Mann, Frau, Mädchen und Junge|kind mutter vater
Familie: Mann, Frau, Junge und Junge|kind mutter vater
Familie: Mann, Frau, Mädchen und Mädchen|junge kind mutter
Familie: Mann, Mann und Junge|kind mutter vater
Familie: Mann, Mann und Mädchen|junge kind mutter
Familie: Mann, Mann, Mädchen und Junge|kind mutter vater
Familie: Mann, Mann, Junge und Junge|kind mutter vater
Familie: Mann, Mann, Mädchen und Mädchen|junge kind mutter
Familie: Frau, Frau und Junge|kind mutter vater
Familie: Frau, Frau und Mädchen|junge kind mutter
Familie: Frau, Frau, Mädchen und Junge|kind mutter vater
Familie: Frau, Frau, Junge und Junge|kind mutter vater
Familie: Frau, Frau, Mädchen und Mädchen|junge kind mutter
Familie: Mann, Junge|kind mutter vater
Familie: Mann, Junge und Junge|kind mutter vater
Familie: Mann, Mädchen|junge kind mutter
Familie: Mann, Mädchen und Junge|kind mutter vater
Familie: Mann, Mädchen und Mädchen|junge kind mutter
Familie: Frau, Junge|kind mutter vater
Familie: Frau, Junge und Junge|kind mutter vater
Familie: Frau, Mädchen|junge kind mutter
Familie: Frau, Mädchen und Junge|kind mutter vater
Familie: Frau, Mädchen und Mädchen|junge kind mutter
sprechender Kopf|gesicht silhouette sprechende person
Silhouette einer Büste|person
Silhouette mehrerer Büsten|personen
sich umarmende Personen|abschied danke drücken
Familie|junge kind mutter
Familie: 2 Erwachsene, 1 Kind|erwachsener
Familie: 2 Erwachsene, 2 Kinder|erwachsener
Familie: 1 Erwachsene(r), 1 Kind|erwachsener
Familie: 1 Erwachsene(r), 2 Kinder|erwachsener
Fußabdrücke|abdruck auf dem weg fußabdruck
Fingerabdruck|forensik identität sicherheit
Affengesicht|banane dschungel tier
Affe|tier
Gorilla|affe gesicht tier
Orang-Utan|affe tier
Hundegesicht|tier treu wau
Hund|haustier tier wau
Blindenhund|barrierefreiheit behinderung sehbehindert
Assistenzhund|barrierefreiheit behinderung tier
Pudel|hund tier
Wolf|gesicht tier wolfsgesicht
Fuchs|fuchsgesicht gesicht tier
Waschbär|klug neugierig schlau
Katzengesicht|miau miez miezekatze
Katze|haustier miau tier
schwarze Katze|kater miau pech
Löwe|gesicht löwengesicht sternzeichen
Tigergesicht|raubkatze tier
Tiger|tier
Leopard|gepunktet punkte raubkatze
Pferdegesicht|pferdekopf tier
Elch|geweih säugetier tier
Esel|austreten dickschädel dummkopf
Pferd|rennen rennpferd tier
Einhorn|einhorngesicht gesicht
Zebra|streifen tier
Hirsch|gesicht tier
Bison|büffel herde ochse
Kuhgesicht|tier
Ochse|kuh sternzeichen stier
Wasserbüffel|tier
Kuh|bauernhof muh tier
Schweinegesicht|tier
Schwein|bauernhof sau tier
Wildschwein|eber tier
Schweinerüssel|nase tier
Widder|schaf sternzeichen tierkreis
Schaf|bock mäh tier
Ziege|steinbock sternzeichen tier
Dromedar|einhöckrig kamel tier
Kamel|tier wüste zweihöckrig
Lama|alpaca alpaka anden
Giraffe|flecken tier
Elefant|tier
Mammut|aussterben groß natur
Nashorn|rhinozeros tier
Nilpferd|flusspferd hippo tier
Mäusegesicht|maus mausgesicht nagetier
Maus|nage tier
Ratte|nagetier tier
Hamster|gesicht hamstergesicht tier
Hasengesicht|kaninchen karnickel langohr
Hase|kaninchen karnickel mümmelmann
Streifenhörnchen|tier
Biber|biberschwanz biberzahn damm
Igel|stachelig stacheln tier
Fledermaus|tier vampir
Bär|bärengesicht gesicht tier
Eisbär|arktis nordpol weiß
Koala|koalabär koalagesicht tier
Panda|gesicht pandabär pandagesicht
Faultier|langsam träge
Otter|fischen tier verspielt
Stinktier|skunk stinken
Känguru|australien beuteltier down under
Dachs|dachse frechdachs honigdachs
Tatzenabdrücke|abdruck tier
Truthahn|geflügel pute thanksgiving
Huhn|geflügel henne tier
Hahn|tier
schlüpfendes Küken|ei küken in eierschale piep
Küken|kükenkopf tier
Küken von vorne|geflügel küken in frontansicht tier
Vogel|papagei taube tier
Pinguin|pinguinkopf tier vogel
Taube|fliegen friede frieden
Adler|tier vogel
Ente|tier vogel
Schwan|hässliches entlein tier vogel
Eule|raubvogel tier uhu
Dodo|aussterben dronte groß
Feder|federleicht federn fliegen
Flamingo|bunt farbenfroh rosa
Pfau|bunt stolz stolzieren
Papagei|ausplaudern pirat plappern
Flügel|engel engelsflügel federn
schwarzer Vogel|amsel krächzen krähe
Gans|blöd dumm dumme gans
Phönix|asche fabelwesen fantasy
Frosch|froschgesicht gesicht grün
Krokodil|reptil schnappi tier
Schildkröte|tier
Eidechse|reptil
Schlange|schlangenträger sternzeichen tier
Drachengesicht|märchen tier
Drache|chinesisch neujahr märchen tier
Sauropode|brachiosaurus brontosaurus dino
T-Rex|dino dinosaurier saurier
blasender Wal|meer ozean tier
Wal|ozean tier
Delfin|meer ozean strand
Orca|meer meeressäuger meerestier
Seehund|meer ozean robbe
Fisch|aquarium fische meehr
Tropenfisch|tier
Kugelfisch|kugelrund meer tier
Hai|fisch haifisch meer
Oktopus|krake meer tier
Schneckenhaus|muschel strand tier
Koralle|great barrier reef klimawandel korallenriff
Qualle|autsch brennen gallert
Krebs|krabbe meer sternzeichen
Hummer|lobster meeresfrucht meeresfrüchte
Garnele|gourmet krustentier meeresfrucht
Tintenfisch|kalmar tier
Auster|meer muschel perle
Schnecke|langsam tier
Schmetterling|insekt schön
Raupe|gefräßig insekt tier
Ameise|insekt tier
Biene|honig honigbiene hummel
Käfer|insekt krabbeltier minzkäfer
Marienkäfer|glückskäfer insekt krabbel
Grille|grashüpfer heuschrecke insekt
Kakerlake|insekt krabbeln krabbeltier
Spinne|insekt tier
Spinnennetz
Skorpion|horoskop sternzeichen tierkreis
Mücke|biss fieber insekt
Fliege|fliegen insekt krankheit
Wurm|insekt natur parasit
Mikrobe|amöbe amöben bakterie
Blumenstrauß|bouquet
Kirschblüte|blume kirsche pflanze
Blumenstempel
Lotusblüte|blume buddhismus erleuchtung
Rosette|pflanze
Rose|blume blüte pflanze
welke Blume|am sterben sterbend verwelkt
Hibiskus|blume blüte pflanze
Sonnenblume|blüte pflanze
gelbe Blüte|blume pflanze
Tulpe|blume blüte pflanze
Hyazinthe|blaue wiesenlupine blume blühen
Spross|junge pflanze
Topfpflanze|dekor grünpflanze haus
Nadelbaum|pflanze tannenbaum
Laubbaum|blätter grün pflanze
Palme|baum kokusnuss oase
Kaktus|dürre natur pflanze
Reisähre|pflanze reispflanze
Kräuter|blätter pflanze
Kleeblatt|grün pflanze
Glücksklee|blatt kleeblatt pflanze
Ahornblatt|herbst laub pflanze
Laub|blatt blätter fallendes laub
Blätter im Wind|blatt laub pflanze
leeres Nest|heim nestbau nisten
Nest mit Eiern|heim nest mit blauen eiern nestbau
Fliegenpilz|giftig
kahler Baum|dürr karg trocken
Trauben|frucht obst wein
Honigmelone|cantaloupe frucht obst
Wassermelone|frucht obst
Mandarine|apfelsine frucht obst
Zitrone|frucht obst sauer
Limette|cocktail essen frucht
Banane|frucht obst schale
Ananas|frucht obst
Mango|essen frucht früchte
roter Apfel|frucht obst
grüner Apfel|frucht gesund obst
Birne|frucht obst
Pfirsich|frucht obst
Kirschen|frucht obst
Erdbeere|essen frucht obst
Blaubeeren|essen frucht heidelbeere
Kiwi|frucht obst
Tomate|essen gemüse obst
Olive|essen grün lebensmittel
Kokosnuss|colada essen frucht
Avocado|essen frucht
Aubergine|gemüse
Kartoffel|essen gemüse
Karotte|gemüse mohrrübe möhre
Maiskolben|gemüse
Peperoni|chili paprika pfeffer
Paprika|essen gemüse gemüsepaprika
Gurke|essen gemüse scheiben
Blattgemüse|blattgrün essen grünkohl
Brokkoli|broccoli essen gemüse
Knoblauch|essen geschmack lebensmittel
Zwiebel|essen geschmack gewürz
Erdnuss|essen
Bohnen|essen gemüse hülsenfrucht
Kastanie|marone
Ingwer|gesund gewürz ginger ale
Erbsenschote|bohne edamame essen
brauner Pilz|essen fungus gemüse
Wurzelgemüse|bete garten rote bete
Brot|brotlaib essen kohlenhydrate
Croissant|corissant französisch frühstück
Baguette|brot französisch frühstück
Fladenbrot|arepa essen lavasch
Brezel|brezen brezn essen
Bagel|backwaren brötchen bäckerei
Pfannkuchen|crepe eierpfannkuchen essen
Waffel|essen lebensmittel nahrung
Käsestück
Fleischhachse|knochen restaurant
Hähnchenschenkel|fleisch geflügel hühnerbein
Fleischstück|essen kotelett lammkotelett
Bacon|essen frühstücksspeck speck
Hamburger|fast food restaurant
Pommes frites|fritten
Pizza|pizzastück pizzeria
Hotdog|essen frankfurter hot dog
Sandwich|brot essen
Taco|essen mexikanisch
Burrito|essen mexikanisch
Tamale|burrito eingewickelt essen
Döner|döner kebab falafel wrap
Falafel|bällchen essen fleischbällchen
Ei|frühstück frühstücksei
Spiegelei in Bratpfanne|braten kochen
Pfannengericht|essen paella reispfanne
Topf mit Essen|eintopf gericht schüssel
Fondue|essen geschmolzen käse
Schüssel mit Löffel|brei cerealien essen
Salat|blattgemüse essen gesund
Popcorn|kino snack
Butter|essen lebensmittel milchprodukt
Salz|gesalzen geschmack gewürz
Konserve|büchse dose essen
Bento-Box|japanisches essen sushi
Reiscracker
Reisbällchen|essen japanisch
Reis in Schüssel|essen
Reis mit Curry
Schüssel und Essstäbchen|chinesisches essen dampfend eiernudeln
Spaghetti|essse nudeln mit tomatensoße pasta
geröstete Süßkartoffel|essen gemüse
Oden|japanisches gericht restaurant
Sushi|japanisches gericht restaurant
frittierte Garnele|restaurant tempura
Fischfrikadelle|restaurant spirale
Mondkuchen|essen fest festival
Dango|japanisches gericht mochi-kugeln auf einem spieß restaurant
Teigtasche|chinesische teigtasche dumpling empanada
Glückskeks|essen prophezeiung
Takeaway-Schachtel|chinesisches essen essen stäbchen
Softeis
Wassereis|sorbet zerstoßen
Eiscreme|eisbecher eisdiele
Donut|doughnut essen kuchen
Keks|cookie plätchen
Geburtstagskuchen|essen feier geburtstagstorte
Torte|kuchen kuchenstück stück torte
Cupcake|bäckerei dessert essen
Kuchen|essen füllung gebäck
Schokoladentafel|essen süßigkeit
Bonbon|süß süßigkeit
Lutscher|lolli süßigkeit
Pudding|dessert flan nachspeise
Honigtopf|süß
Babyflasche|fläschchen kind milch
Glas Milch|getränk trinken
Heißgetränk|cafe dampfend kaffee
Teekanne|getränk lebensmittel tee brühen
Teetasse ohne Henkel|getränk grüner tee oolong
Sake-Flasche mit Tasse|getränk sake-flasche und -tasse trinken
Flasche mit knallendem Korken|champagner getränk sekt
Weinglas|alkohol bar
Cocktailglas|bar drink martini
Cocktail|bar exotisches getränk
Bierkrug|bar oktoberfest prost
Bierkrüge|anstoßen oktoberfest prosit
Sektgläser|anstoßen feier feiern
Trinkglas|bar schnaps whiskey
Flüssigkeit ausgießen|ausleeren getränk glas
Becher mit Strohhalm|brause erfrischung saft
Bubble Tea|blase essen getränk
Trinkpäckchen|fruchtsaft getränk obstsaft
Mate-Tee|getränk
Eiswürfel|eisberg gefroren kalt
Essstäbchen|chinesisches essen essen hashi
Teller mit Messer und Gabel|geschirr kochen
Messer und Gabel|abendessen besteck essen
Löffel|besteck
Küchenmesser|schneiden
Einmachglas|einweckglas essen gewürzglas
Amphore|gefäß kochen krug
Globus mit Europa und Afrika|erde weltkugel
Globus mit Amerika|erde nordamerika südamerika
Globus mit Asien und Australien|erde weltkugel
Globus mit Meridianen|breitengrad längengrad
Weltkarte|landkarte reisen
Umriss von Japan|karte
Kompass|himmelsrichtung magnetisch navigation
schneebedeckter Berg|gebirge kalt
Berg|gebirge
Erdrutsch|berg erdbeben felsen
Vulkan|ausbruch berg lava
Fuji|berg vulkan
Camping|campen zelt zelten
Strand mit Sonnenschirm|meer
Wüste|heiß
einsame Insel|meer palme strand
Nationalpark|berg fluss natur
Stadion|arena
antikes Gebäude|klassizistisch
Kran|bau bauen
Ziegelstein|bauen grenze klinker
Felsen|felsig hart natur
Holz|baumstamm feuerholz holzig
Hütte|behausung gebäude haus
Wohnhäuser|dorf gebäude haus
verfallenes Haus|gebäude heruntergekommen verlassen
Haus|gebäude zuhause
Haus mit Garten|baum haus mit baum
Bürogebäude|hochhaus
japanisches Postgebäude
Postgebäude|europa europäisches postgebäude
Krankenhaus|ambulanz arzt gebäude
Bank|gebäude geld
Hotel|gebäude unterkunft übernachten
Stundenhotel|gebäude liebe unterkunft
Minimarkt|einkaufen gebäude geschäft
Schule|gebäude schulgebäude
Kaufhaus|einkaufen gebäude geschäft
Fabrik|fabrikgebäude gebäude
japanisches Schloss|bauwerk gebäude
Schloss|bauwerk burg europa
Hochzeit|herz kirche
Tokyo Tower|fernsehturm tokio
Freiheitsstatue|amerika
Kirche|christ christentum christlich
Moschee|islam moslem muslim
Hindutempel|gebäude
Synagoge|jude jüdisch religion
Shinto-Schrein|religion
Kaaba|hajj islam moslem
Springbrunnen|garten park
Zelt|camping campingurlaub zeltplatz
neblig|nebel wetter
Sternenhimmel|city hochhäuser nacht
Skyline|gebäude großstadt hochhäuser
Sonnenaufgang über Bergen
Sonnenaufgang über dem Meer
Abendstimmung in der Stadt|hochhäuser new york skyline
Sonnenuntergang in der Stadt|großstadt hochhäuser morgenrot
Brücke vor Nachthimmel|golden gate nachts
heiße Quellen|dampf dampfend
Karussellpferd|reiten
Spielplatzrutsche|rutschbahn spielen vergnügungspark
Riesenrad|freizeitpark volksfest
Achterbahn|freizeitpark volksfest
Barbershop-Säule|friseur herrenfriseur
Zirkuszelt|unterhaltung
Dampflokomotive|bahn fahrzeug schiene
Eisenbahnwagen|fahrzeug straßenbahn straßenbahnwagen
Hochgeschwindigkeitszug mit spitzer Nase|ice shinkansen tgv
Hochgeschwindigkeitszug|bahn japan shinkansen
Zug|bahn eisenbahn ice
U-Bahn|metro
S-Bahn|ice monorail zug
Bahnhof|zug
Straßenbahn|tram verkehrsmittel
Einschienenbahn|magnetschwebebahn monorail
Bergbahn|bimmelbahn zug
Straßenbahnwagen|tram tramwagen transport
Bus|fahrzeug schulbus
Bus von vorne|verkehrsmittel vorderansicht bus
Oberleitungsbus|straßenbahn trolleybus
Kleinbus|fahrzeug
Krankenwagen|ambulanz notfall
Feuerwehrauto|brand löschfahrzeug
Polizeiwagen|streifenwagen
Polizeiwagen von vorne|streifenwagen vorderansicht polizeiwagen
Taxi|auto fahrzeug
Taxi von vorne|auto fahren gelb
Auto|fahren fahrzeug rot
Auto von vorne|automobil fahrzeug rot
Wohnmobil|auto blau fahren
Pick-up|auto fahren fahrzeug
Lieferwagen|lastwagen lkw
Sattelzug|lastwagen lkw umziehen
Traktor|bauernhof landwirtschaft trecker
Rennauto|autorennen
Motorrad|moped motorrennen
Motorroller|motoroller vespa
manueller Rollstuhl|barrierefreiheit behinderung
elektrischer Rollstuhl|barrierefreiheit behinderung
Autorikscha|fahrzeug tuk-tuk
Fahrrad|bmx radeln radler
Tretroller
Skateboard|brett räder skateboard fahren
Rollschuh|rollen rollerskate rollschuh laufen
Bushaltestelle
Autobahn|schnellstraße
Bahngleis|gleise schienen
Ölfass
Tanksäule|benzin tanke tanken
Autorad|autoreifen drehen reifen
Polizeilicht|sirene
horizontale Verkehrsampel|vertikal
vertikale Verkehrsampel|horizontal
Stoppschild|achteckig
Baustellenabsperrung|baustellenschild schild
Anker|hafen meer
Rettungsring|leben retten lebensretter retten
Segelboot
Kanu|boot wassersport
Schnellboot|luxus see sommer
Passagierschiff|aida rundreise seereise
Fähre|schiff
Motorboot|schiff
Schiff|dampfer kreuzfahrtschiff traumschiff
Flugzeug|flieger
kleines Flugzeug|privatjet
Abflug|fliegen flughafen flugzeug
Landung eines Flugzeugs|ankunft flieger flughafen
Fallschirm|fallschirmspringen paragliding skydiving
Sitzplatz|bus flugzeug zug
Hubschrauber|fliegen helikopter reisen
Schwebebahn|hängebahn
Bergschwebebahn
Bergseilbahn|gondel
Satellit|sputnik weltraum
Rakete|all weltraum
fliegende Untertasse|alien außerirdisch ufo
Rezeptionsklingel
Gepäck|ballast hartschalenkoffer koffer
Sanduhr|prozess vorgang läuft zeit
laufende Sanduhr|prozess vorgang läuft
Armbanduhr|zeit
Wecker|uhr uhrzeit zeit
Stoppuhr|zeit
Zeitschaltuhr|timer
Kaminuhr|tick tack
Ziffernblatt 12:00 Uhr|mittag mitternacht ziffernblatt 12.00 uhr
12:30 Uhr|00:30 halb eins zeit
1:00 Uhr|01:00 13:00 punkt eins
1:30 Uhr|1 uhr 30 halb zwei ziffernblatt 1.30 uhr
2:00 Uhr|zeit ziffernblatt 2.00 uhr ziffernblatt 2:00 uhr
2:30 Uhr|halb drei zeit ziffernblatt 2.30 uhr
3:00 Uhr|zeit ziffernblatt 3.00 uhr ziffernblatt 3:00 uhr
3:30 Uhr|halb vier ziffernblatt 3.30 uhr ziffernblatt 3:30 uhr
4:00 Uhr|zeit ziffernblatt 4.00 uhr ziffernblatt 4:00 uhr
4:30 Uhr|04:30 16:30 halb fünf
5:00 Uhr|05:00 17:00 punkt fünf
5:30 Uhr|05:30 17:30 halb sechs
6:00 Uhr|zeit ziffernblatt 6.00 uhr ziffernblatt 6:00 uhr
6:30 Uhr|halb sieben ziffernblatt 6.30 uhr
7:00 Uhr|ziffernblatt 7.00 uhr ziffernblatt 7:00 uhr
7:30 Uhr|halb acht zeit ziffernblatt 7.30 uhr
8:00 Uhr|um 8 zeit ziffernblatt 8.00 uhr
8:30 Uhr|halb neun ziffernblatt 8.30 uhr ziffernblatt 8:30 uhr
9:00 Uhr|zeit ziffernblatt 9.00 uhr ziffernblatt 9:00 uhr
9:30 Uhr|halb zehn zeit ziffernblatt 9.30 uhr
10:00 Uhr|zeit ziffernblatt 10.00 uhr ziffernblatt 10:00 uhr
10:30 Uhr|halb elf ziffernblatt 10.30 uhr ziffernblatt 10:30 uhr
11:00 Uhr|zeit ziffernblatt 11.00 uhr ziffernblatt 11:00 uhr
11:30 Uhr|halb zwölf zeit ziffernblatt 11.30 uhr
Neumond
erstes Mondviertel|zunehmend
zunehmender Halbmond
zweites Mondviertel|zunehmend
Vollmond
drittes Mondviertel|abnehmend
abnehmender Halbmond
letztes Mondviertel|abnehmend nacht
Mondsichel|nacht
Neumond mit Gesicht|mondgesicht
Mondsichel mit Gesicht links|weltall
Mondsichel mit Gesicht rechts|nacht
Thermometer|temperatur wetter
Sonne|sonnenstrahlen sonnig strahlen
Vollmond mit Gesicht
Sonne mit Gesicht|sonnengesicht sonnenschein
Ringplanet|gasplanet himmelskörper saturn
weißer mittelgroßer Stern|astronomie gelber stern himmel
funkelnder Stern|glitzern
Sternschnuppe|himmel
Milchstraße|galaxie universum
Wolke|wetter wolkig
Sonne hinter Wolke|wolkig
Wolke mit Blitz und Regen|gewitter wetter wolkig
Sonne hinter kleiner Wolke|bewölkt kleine wolke wetter
Sonne hinter großer Wolke|bewölkt große wolke wetter
Sonne hinter Regenwolke|wetter
Wolke mit Regen|regenwolke wetter
Wolke mit Schnee|kalt wetter
Wolke mit Blitz|gewitter wetter
Wirbelsturm|tornado wetter
Nebel|neblig wetter
Wind|wetter windig
Wirbel|spirale wirbelsturm
Regenbogen|wetter
geschlossener Regenschirm
Regenschirm|bekleidung wetter
Regenschirm im Regen
aufgestellter Sonnenschirm|strand
Hochspannung|blitz elektrizität gefahr
Schneeflocke|kalt schneien wetter
Schneemann im Schnee
Schneemann ohne Schneeflocken|kalt winter
Komet|weltall
Feuer|brennen flamme heiß
Tropfen|schweiß träne wasser
Welle|meer
Halloweenkürbis|herbst kürbislaterne
Weihnachtsbaum|tanne weihnachten
Feuerwerk|silvester
Wunderkerze|feiern feuerwerk party
Feuerwerkskörper|dynamit explosion explosiv
funkelnde Sterne|*
Luftballon|feier geburtstag
Konfettibombe|böller feier juhu
Konfettiball|feier party
Tanabata-Baum|fest japan sternenfest
Piniendekoration|japan neujahrsfest
japanische Puppen|puppenfest japan
traditionelle japanische Windsäcke|feier karpfen
japanisches Windspiel|bimmel feier glocke
traditionelles Mondfest|japan
roter Umschlag|geld geschenk glück
pinke Schleife|feier geschenk rosa
Geschenk|feier geburtstag schachtel
Gedenkschleife
Eintrittskarten|billet ticket
Ticket|konzert unterhaltung
Militärorden
Pokal|bundesliga champion gewinnen
Sportmedaille|gewinn goldmedaille
Goldmedaille|erster gewinn medaille 1. platz
Silbermedaille|medaille 2. platz zweiter
Bronzemedaille|dritter medaille 3. platz
Fußball|bundesliga messi
Baseball
Softball|baseball handschuh sport
Basketball|korb sport
Volleyball|sport
Football|american football amerika sport
Rugbyball|sport
Tennisball|sport
Frisbee|disc disk fliegende untertasse
Bowling|bowlingkugel kugel spiel
Kricket|ball cricket schläger
Feldhockey|schläger
Eishockey|eishockey-schläger und puck puck schläger
Lacrosse|ball schläger sport
Tischtennis|ball ping pong schläger
Badminton|federball schläger
Boxhandschuh|boxen sport
Kampfsportanzug|judo kampfkunst karate
Tor|fußball netz sport
Golffahne|golfplatz
Schlittschuh|eislauf
Angel mit Fisch|angeln entspannung
Tauchmaske|schnorcheln schwimmen sport
Laufshirt|laufen laufshirt mit schärpe schärpe
Ski|ski und stöcke
Schlitten|rodel rodeln schnee
Curlingstein|spiel sport
Darts|pfeil spiel volltreffer
Jo-Jo|spielzeug yo-yo
Drachen|fliegen hochfliegen steigen
Wasserpistole|revolver waffe
Billardkugel|8-ball schwarz spiel
Kristallkugel|wahrsager zukunft
Zauberstab|abrakadabra hexe hexer
Gamepad|gaming unterhaltung videospiel
Joystick|gaming videospiel
Spielautomat|glücksspiel
Spielwürfel|casino unterhaltung würfeln
Puzzleteil|bestandteile hinweise hobby
Teddybär|kuscheltier plüschteddy plüschtier
Piñata|feier hau drauf mexikanisch
Discokugel|lichtreflexe party spiegel
Matroschka|babuschka matrioschka matrjoschka
Pik|karten kartenspiel
Herz|kartenspiel
Karo|kartenspiel
Kreuz|kartenspiel
Bauer Schach
Jokerkarte|spielkarte
Mahjong-Stein|roter drache spiel
japanische Blumenkarte|hanafuda
Masken|kunst theater unterhaltung
gerahmtes Bild|gemälde kunst malen
Mischpalette|farben kunst künstler
Faden|nadel nähen nähfaden
Nähnadel|einfädeln faden nadel und faden
Wollknäuel|ball garn häkeln
Knoten|achterknoten binden schnur
Brille|accessoire
Sonnenbrille|augen dunkel
Schutzbrille|augenschutz schweißen schweißerbrille
Laborkittel|arzt arztkittel doc
Sicherheitsweste|kleidung notfall
Hemd mit Krawatte|kleidung kragen schlips
T-Shirt|kleidung
Jeans|hose kleidung
Schal|hals kalt kleidung
Handschuhe
Mantel|brr jacke kalt
Socken|strumpf strümpfe
Kleid|kleidung
Kimono|japanisch kleid kleidung
Sari|kleid kleidung
einteiliger Badeanzug|kleidung
Slip|badeanzug einteiler kleidung
Shorts|badebekleidung badehose boxershorts
Bikini|badeanzug kleidung
Bluse|damenmode kleidung oberbekleidung
Faltfächer|abkühlung flirten heiß
Geldbörse|accessoire brieftasche münzen
Handtasche|accessoire einkaufen
Clutch|accessoire beutel handtasche
Einkaufstüten|einkaufen shoppen shopping
Schulranzen|rucksack schule tornister
Zehensandale|badelatschen flipflops latschen
Herrenschuh|gehen
Sportschuh|laufen rennen sneaker
Wanderstiefel|brauner schuh campen camping
flacher Schuh|ballerina ballet-pumps bequem
Stöckelschuh|absatz absatzschuh damen
Damensandale|schuh
Ballettschuhe|kleidung tanz
Damenstiefel|schuh
Haarkamm|afro afro pick haare
Krone|kopfbedeckung könig königin
Damenhut|damenhut mit schleife kleidung kopfbedeckung
Zylinder|hut kopfbedeckung unterhaltung
Doktorhut|abschlussfeier diplom
Baseballmütze|baseball-kappe baseball-mütze baseballkappe
Militärhelm|armee heer krieg
Rettungshelm|bergen erste hilfe helm mit weißem kreuz
Gebetskette|beten religion rosenkranz
Lippenstift|kosmetik make-up makeup
Ring|diamantring edelstein schmuck
Edelstein|diamant
durchgestrichener Lautsprecher|leise psst stumm
Lautsprecher mit geringer Lautstärke|eingeschaltet ton an
Lautsprecher mit mittlerer Lautstärke|lautsprecher mit einer schallwelle leise mittellaut
Lautsprecher mit hoher Lautstärke|dezibel lautsprecher mit drei schallwellen musik
Lautsprecher|megafon schallendes megafon
Megafon|jubel lautsprecher
Posthorn|brief e-mail
Glocke|ding dong klingeling ton eingeschaltet
durchgestrichene Glocke|kein ton leise ton ausgeschaltet
Notenschlüssel|musik partitur violinschlüssel
Musiknote|lied melodie
Musiknoten
Studiomikrofon
Schieberegler|musik
Drehregler|bedienknöpfe knöpfe stellknöpfe
Mikrofon|karaoke singen unterhaltung
Kopfhörer|musik unterhaltung
Radio|musik
Saxofon|instrument musik musikinstrument
Trompete|instrument musik musikinstrument
Posaune|blasinstrument blechblasinstrument blechbläser
Akkordeon|akkordeons concertina harmonika
Gitarre|instrument musik musikinstrument
Klaviatur|instrument klavier musik
Geige|instrument musik musikinstrument
Banjo|instrument musik saiteninstrument
Trommel|drumsticks instrument musik
afrikanische Trommel|conga handtrommel instrument
Maracas|cha-cha-cha instrument musik
Flöte|band blaskapelle holzblasinstrument
Harfe|amor cupido instrument
Mobiltelefon|handy iphone smartphone
Mobiltelefon mit Pfeil|anruf anrufen handy
Telefon|anruf anrufen festnetz
Telefonhörer|anrufen kommunikation
Pager|kommunikation piepser
Faxgerät|kommunikation
Batterie|akku
schwache Batterie|akku akku fast leer akku leer
Netzstecker|stromstecker
Laptop|bildschirm computer computermonitor
Desktopcomputer|bildschirm imac monitor
Drucker|computer
Tastatur|computer keyboard
Computermaus
Trackball|computer
Minidisc|md minidisk
Diskette|datenträger
CD|blu-ray dvd
DVD|blu-ray cd computer
Abakus|abaki abakusse berechnung
Filmkamera|kino unterhaltung
Filmstreifen|filmband kino
Filmprojektor|kino unterhaltung
Filmklappe|unterhaltung
Fernseher|fernsehen film tv
Fotoapparat|fotos kamera
Fotoapparat mit Blitz
Videokamera|filmen videos
Videokassette|vhs
Lupe nach links|suche vergrößerungsglas
Lupe nach rechts|suche vergrößerungsglas
Kerze|licht
Glühbirne|hell idee lampe
Taschenlampe|licht
rote Papierlaterne|izakaya japanische laterne japanisches lokal
Öllampe|diya
Notizbuch mit dekorativem Einband
geschlossenes Buch
offenes Buch|bibliothek blättern geöffnet
grünes Buch|lesen
blaues Buch
orangefarbenes Buch
Bücherstapel|fantasie lesen roman
Notizbuch|notizen
Spiralblock|notizblock
teilweise eingerolltes Blatt|dokument papier seite
Schriftrolle|papier
Vorderseite eines Blattes|dokument papier
Zeitung|medien nachrichten presse
zusammengerollte Zeitung
Pagemarker|notizen
Lesezeichen|etikett lesen
Etikett|label marke
Münze|bezahlen dollar euro
Geldsack|moneten reich
Schatztruhe|beute edelstein geld
Yen-Banknote|geld geldschein
Dollar-Banknote|geld geldschein währung
Euro-Banknote|euroschein geld geldschein
Pfund-Banknote|geld geldschein
Geldschein mit Flügeln|bank euro knete
Kreditkarte|bankkarte ec-karte geldkarte
Beleg|abrechnung aufstellung blatt
steigende Kurve mit Yen-Zeichen|diagramm markt steigender trend mit yen-zeichen
Briefumschlag|e-mail
E-Mail|brief e-mail-symbol post
eingehender Briefumschlag|e-mail empfangen
Umschlag mit Pfeil|e-mail gesendet
Postausgang|ablage e-mail
Posteingang|ablage e-mail
Paket|päckchen
geschlossener Briefkasten mit Post|e-mail
geschlossener Briefkasten ohne Post|keine e-mail keine post
offener Briefkasten mit Post|e-mail
offener Briefkasten ohne Post|keine e-mail keine post
Briefkasten|post
Urne mit Wahlzettel|wahlen
Bleistift
schwarzer Federhalter|füller stift
Füllhalter|füller füllfedehalter füllfederhalter
Kugelschreiber|stift
Pinsel|kunst malen
Wachsmalstift|buntstift filzstift
Papier und Bleistift|kurzmitteilung nachricht notiz
Aktentasche
Ordner|akten büro dokument
geöffneter Ordner|dokument offen
Karteireiter|akten büro büroausstattung
Kalender|datum kalenderblatt
Abreißkalender|datum termin
Notizblock|papier
Spiralkalender
Rotationskartei|visitenkarten
Aufwärtstrend|diagramm kurve steigend
Abwärtstrend|diagramm fallend kurve
Balkendiagramm
Klemmbrett|clipboard clpboard zwischenablage
Reißzwecke|anpinnen
Stecknadel|anpinnen reißzwecke rund
Büroklammer
verhakte Büroklammern
Lineal
dreieckiges Lineal|geodreieck
Schere|schneiden schnipp
Karteikasten|büroausstattung büromaterial
Aktenschrank|ablage archiv schublade
Papierkorb|abfalleimer
geschlossenes Schloss|datenschutz sicherheit
offenes Schloss|nicht gesichert
Schloss mit Füller|datenschutz privat sicherheit
Schloss mit Schlüssel|datenschutz privat sicherheit
Schlüssel|passwort schließen
alter Schlüssel|schloss
Hammer|werkzeug
Axt|beil hacken holz
Pickel|werkzeug
Hammer und Pickel|arbeiter werkzeug
Hammer und Schraubenschlüssel|werkzeug
Dolch|schwert waffe
gekreuzte Schwerter|waffe
Bombe|comic dynamit explodieren
Bumerang|aborigines australien boomerang
Pfeil und Bogen
Schutzschild
Handsäge|holz sägen tischler
Schraubenschlüssel|werkzeug
Schraubenzieher|schraubendreher werkzeug
Mutter und Schraube
Zahnrad|werkzeug
Schraubzwinge|werkzeug
Waage|gerechtigkeit gewicht werkzeug
Blindenstock|barrierefreiheit behinderung gehstock
Linksymbol|kettenglieder verknüpfen verknüpfung
gebrochene Kette|brechen freiheit handschellen
Ketten|eisen
Haken|angelhaken aufhaken aufhängen
Werkzeugkasten|box handkasten kiste
Magnet|anziehung anziehungskraft hufeisen
Leiter|hochsteigen holzleiter klettern
Schaufel|graben loch schippe
Destillierapparat|werkzeug
Reagenzglas|chemie chemikalie chemiker
Petrischale|bakterien bakterienkultur biologe
DNA|biologe biologie biologin
Mikroskop|labor untersuchen wissenschaft
Teleskop|himmel
Satellitenschüssel|antenne sat-schüssel satschüssel
Spritze|arzt impfen impfung
Blutstropfen|blutspende flüssigkeit medizin
Kapsel|arznei arzt medizin
Heftpflaster|verletzt wunde
Krücke|behinderung beinverletzung fußverletzung
Stethoskop|abhören arzt doktor
Röntgenbild|durchleuchten knochen medizin
Tür|eingang geschlossen
Fahrstuhl|aufzug haus lift
Spiegel|holzspiegel reflexion spiegelbild
Fenster|aussicht durchsichtig fensterrahmen
Bett|hotel schlafen übernachtung
Sofa und Lampe|couch
Stuhl|holzstuhl möbel sitzen
Toilette|klo wc
Saugglocke|abfluss gummiglocke klempner
Dusche|duschkopf
Badewanne|badezimmer dusche
Mausefalle|anlocken käse mäusefalle
Rasierer|klinge rasieren rasiermesser
Creme|feuchtigkeitscreme feuchtigkeitsmilch haarwaschmittel
Sicherheitsnadel|punk windel
Besen|fegen hexe hexenbesen
Korb|bauernhof landwirtschaft picknick
Küchenrolle|hygiene klopapier papierrolle
Eimer|behälter bottich kübel
Seife|baden putzen reinigen
Blasen|perlen reinigen schaum
Zahnbürste|badezimmer körperpflege mundhygiene
Schwamm|absorbieren aufsaugen löchrig
Feuerlöscher|löschen
Einkaufswagen|einkaufen
Zigarette|kippe rauchen rauchersymbol
Sarg|beerdigung tod tot
Grabstein|friedhof rip tot
Urne|beerdigung tod tot
Nazar-Amulett|blau böser blick glasperle
Hamsa|amulett auge in offener hand fatima
Statue|gesicht maske osterinsel
Protestschild|ankündigung bekanntmachung demonstration
Ausweis|dokument führerschein karte
Symbol „Geldautomat“|atm
Symbol „Papierkorb“|abfall müll mülleimer
Trinkwasser|wasserhahn
Symbol „Rollstuhl“|barrierefrei behindertengerecht
Herren|herrentoilette wc
Damen|damentoilette wc
Toiletten|wc
Symbol „Baby“|wickelraum
WC|toilette
Passkontrolle
Zollkontrolle
Gepäckausgabe
Gepäckaufbewahrung|schließfach
Warnung|achtung dreieck vorsicht
Kinder überqueren die Straße|kinder-queren-die-straße-schild straßenschild vorsicht
Zutritt verboten|einbahnstrasse kein zutritt keine durchfahrt
Verboten|kein zutritt kein-zutritt-zeichen verbotszeichen
Fahrräder verboten|fahhrad fahrrad-verboten-schild radfahren verboten
Rauchverbot|rauchen verboten zigarette
Abfall verboten|müll müll-verboten-zeichen
Kein Trinkwasser|verboten verschmutzt
Fußgänger verboten|fußgänger-verboten-schild
Mobiltelefone verboten|handy
Minderjährige verboten|erwachsene mindestalter nicht jugendfrei
Radioaktiv
Biogefährdung|zeichen
Pfeil nach oben|aufwärts aufwärtspfeil norden
Pfeil nach rechts oben|nordosten
Pfeil nach rechts|osten rechtspfeil
Pfeil nach rechts unten|südosten
Pfeil nach unten|abwärts abwärtspfeil süden
Pfeil nach links unten
Pfeil nach links|linkspfeil westen
Pfeil nach links oben|nordwesten
Pfeil nach oben und unten|entgegengesetzt
Pfeil nach links und rechts|entgegengesetzt
geschwungener Pfeil nach links
geschwungener Pfeil nach rechts|umdrehen
geschwungener Pfeil nach oben
geschwungener Pfeil nach unten
kreisförmige Pfeile im Uhrzeigersinn
Pfeile gegen den Uhrzeigersinn|kreisförmige pfeile gegen den uhrzeigersinn
BACK-Pfeil|links zurück
END-Pfeil|ende-zeichen links
ON!-Pfeil|anschalten ein-zeichen einschaltem
SOON-Pfeil|bald-zeichen rechts
TOP-Pfeil|pfeil nach oben top-zeichen
religiöse Stätte|kultstätte religion
Atomzeichen|atheist
om|hinduismus religion
Davidstern|jüdisch religion
Dharma-Rad|buddhismus
Yin und Yang|daoismus religion
lateinisches Kreuz|christentum religion römisch
orthodoxes Kreuz|christentum religion
Hilal und Stern|islam muslim religion
Friedenszeichen|friedensbewegung friedenssymbol
Menora|leuchter religion
Hexagramm mit Punkt|wahrsager
Khanda|deg tegh fateh glaube khalsa
Widder (Sternzeichen)
Stier (Sternzeichen)|horoskop
Zwillinge (Sternzeichen)|horoskop
Krebs (Sternzeichen)
Löwe (Sternzeichen)|horoskop
Jungfrau (Sternzeichen)|horoskop
Waage (Sternzeichen)|horoskop
Skorpion (Sternzeichen)|horoskop
Schütze (Sternzeichen)
Steinbock (Sternzeichen)
Wassermann (Sternzeichen)
Fische (Sternzeichen)|horoskop
Schlangenträger|schlagenträger sternbild
Zufallsmodus|gekreuzt pfeile richtung
Wiederholen|im uhrzeigersinn keycap pfeile
Titel wiederholen|dasselbe wiederholen einmal im uhrzeigersinn
Wiedergabe|abspielen dreieck pfeil
Doppelpfeile nach rechts|vorwärts weiter überspringen
Nächster Titel|doppelpfeil dreieck vorwärts
Wiedergabe oder Pause|dreieck pfeil rechts
Pfeil zurück|dreieck links
Zurückspulen|doppelpfeil doppelpfeile nach links dreieck
Vorheriger Titel|doppelpfeil dreieck pfeil
Aufwärts-Schaltfläche|nach oben pfeil
Doppelpfeile nach oben|aufwärts doppelt
Abwärts-Schaltfläche|nach unten pfeil
Doppelpfeile nach unten|doppelt abwärts
Pause|keycap streifen tastenkappe
Stopp|aufnahme stoppen keycap quadrat
Aufnehmen|aufnahme keycap kreis
Auswerfen|auswurf auswurftaste medien
Kinosymbol|film filmkamera filmkamera in blauem quadrat
Taste Dimmen|gedimmt helligkeit schwache helligkeit
Heller-Taste|helligkeit starke helligkeit
balkenförmige Signalstärkenanzeige|empfang mobilfunksignal mobiltelefon
WLAN|computer drahtlos hotspot
Vibrationsmodus|handy kommunikation mobiltelefon
Mobiltelefon aus|ausschalten handy aus
Frauensymbol|weiblich zeichen
Männersymbol|mann zeichen
Transgender-Symbol|symbol für transgender
mal|abbrechen multiplikation multiplikationszeichen
plus|+ addieren mathe
minus|- mathe minuszeichen
geteilt durch|division divisionszeichen geteiltzeichen
Gleichheitszeichen extrafett|ist gleich mathematik vergleichszeichen
Unendlichkeit|ewig grenzenlos
doppeltes Ausrufezeichen|muss rot satzzeichen
Ausrufe- und Fragezeichen|ausrufezeichen rot satzzeichen
rotes Fragezeichen|satzzeichen warum wieso
weißes Fragezeichen|satzzeichen warum
weißes Ausrufezeichen|muss satzzeichen
rotes Ausrufezeichen|! satzzeichen
Wellenlinie|gewellt
Geldwechsel|währung
Dollarzeichen extrafett|bezahlen dollar-zeichen geld
Äskulapstab|apotheke arznei asklepiosstab
Recycling-Symbol|grüne punkt grüner punkt
Lilie|fleur-de-lis
Dreizack|anker poseidon triton
Namensschild
japanisches Anfänger-Zeichen|japanisches symbol
hohler roter Kreis|großer kreis
weißes Häkchen|abgehakt erledigt
abgehaktes Kästchen|abstimmungsfeld abstimmungsfeld mit häkchen ankreuz
kräftiges Häkchen|abhaken erledigt fertig
Kreuzzeichen|abbrechen durchgestrichen mal
angekreuztes Kästchen|angekreuztes feld feld kreuzsymbol im quadrat
Schleife
Doppelschleife|blau rechteck
Teilalternationszeichen|japanisch zeichensetzung
achtzackiger Stern|* grün quadrat
achtstrahliger Stern|*
Funkeln|* grün quadrat
Copyright
Registered-Trademark|markenzeichen
Markenzeichen|tm trademark
Spritzer|farbe fleck holi
Taste: #
Taste: *
Taste: 0|null
Taste: 1|eins
Taste: 2|zwei
Taste: 3|drei
Taste: 4|vier
Taste: 5|fünf
Taste: 6|sechs
Taste: 7|sieben
Taste: 8|acht
Taste: 9|neun
Taste: 10
Eingabesymbol lateinische Großbuchstaben|abcd großschreiben
Eingabesymbol lateinische Kleinbuchstaben
Eingabesymbol Zahlen|1234 ziffern
Eingabesymbol Sonderzeichen|% & keycap
Eingabesymbol lateinische Buchstaben|abc alphabet
Großbuchstabe A in rotem Quadrat|blut blutgruppe negativ
Großbuchstaben AB in rotem Quadrat|blut blutgruppe negativ
Großbuchstabe B in rotem Quadrat|blut blutgruppe negativ
Großbuchstaben CL in rotem Quadrat
Wort „Cool“ in blauem Quadrat
Wort „Free“ in blauem Quadrat
Buchstabe „i“ in blauem Quadrat|information
Großbuchstaben ID in lila Quadrat
Buchstabe „M“ in Kreis|eingekreist großbuchstabe
Wort „New“ in blauem Quadrat|neu
Großbuchstaben NG in blauem Quadrat
Großbuchstabe O in rotem Quadrat|0 blut blutgruppe
Großbuchstaben OK in blauem Quadrat|keycap okay taste
Großbuchstabe P in blauem Quadrat|parken parkplatz taste
SOS-Zeichen|hilfe
Schriftzug „UP!“ im blauen Quadrat|keycap taste tastenkappe
Schriftzug VS in orangem Quadrat|gegen taste versus
Schriftzeichen „koko“|japanisches schriftzeichen
Schriftzeichen „sa“|japanisches schriftzeichen
Schriftzeichen für „Monatsbetrag“|japanisch monatlich mond
Schriftzeichen für „nicht gratis“|berechnen existieren japanisch
Schriftzeichen für „reserviert“|finger japanisches schriftzeichen schriftzeichen für „finger“
Schriftzeichen für „Schnäppchen“|japanisches schriftzeichen schriftzeichen für „vorteil“ vorteil
Schriftzeichen für „Rabatt“|japanisches schriftzeichen schriftzeichen für „teilen“ teilen
Schriftzeichen für „gratis“|japanisches schriftzeichen schriftzeichen für „verhandlung“ verhandlung
Schriftzeichen für „verbieten“|japanisches schriftzeichen kanji
Schriftzeichen für „akzeptieren“|japanisch
Schriftzeichen für „anwenden“|chinesisches schriftzeichen japanisches schriftzeichen
Schriftzeichen für „Note zum Bestehen“|bestanden chinesisches schriftzeichen japanisches schriftzeichen
Schriftzeichen für „Zimmer frei“|chinesisches schriftzeichen japanisches schriftzeichen leer
Schriftzeichen für „Gratulation“|chinesisches schriftzeichen japanisches schriftzeichen
Schriftzeichen für „Geheimnis“|chinesisches schriftzeichen japanisches schriftzeichen
Schriftzeichen für „Geöffnet“|betrieb chinesisches schriftzeichen japanisches schriftzeichen
Schriftzeichen für „Kein Zimmer frei“|belegt besetzt chinesisches schriftzeichen
roter Punkt|ball
oranger Punkt|form kreis orange scheibe
gelber Punkt|form gelbe scheibe gelber kreis
grüner Punkt|form grüne scheibe grüner kreis
blauer Punkt|ball großer blauer kreis kreis
lila Punkt|form kreis scheibe
brauner Punkt|braune scheibe brauner kreis form
schwarzer Punkt|ball großer schwarzer kreis kreis
weißer Punkt|ball großer weißer kreis kreis
rotes Quadrat|form rotes viereck viereck
oranges Quadrat|form oranges viereck viereck
gelbes Quadrat|form gelbes viereck viereck
grünes Quadrat|form grünes viereck viereck
blaues Quadrat|blaues viereck form viereck
lila Quadrat|form viereck violett
braunes Quadrat|braunes viereck form viereck
großes schwarzes Quadrat
großes weißes Quadrat
mittelgroßes schwarzes Quadrat
mittelgroßes weißes Quadrat
mittelkleines schwarzes Quadrat
mittelkleines weißes Quadrat|geometrisch
kleines schwarzes Quadrat|punkt
kleines weißes Quadrat
große orangefarbene Raute
große blaue Raute
kleine orangefarbene Raute
kleine blaue Raute
rotes Dreieck mit der Spitze nach oben|aufwärts rotes dreieck mit spitze oben
rotes Dreieck mit der Spitze nach unten|abwärts
Rautenform mit Punkt|diamant
Optionsfeld|schaltfläche
weiße quadratische Schaltfläche
schwarze quadratische Schaltfläche
Zielflagge|formel 1 karierte flagge nascar
Wimpel|dreiecksflagge flagge rot
überkreuzte Flaggen|japan japanische flaggen
schwarze Flagge|fahne schwarze fahne wehen
weiße Flagge|fahne wehen wehende weiße fahne
Regenbogenflagge|bisexuell bunt fahne
Transgender-Flagge
Piratenflagge|jolly roger piratenfahne schatz
Flagge: Ascension|AC
Flagge: Andorra|AD
Flagge: Vereinigte Arabische Emirate|AE
Flagge: Afghanistan
Flagge: Antigua und Barbuda
Flagge: Anguilla|AI
Flagge: Albanien
Flagge: Armenien|AM
Flagge: Angola|AO
Flagge: Antarktis|AQ
Flagge: Argentinien
Flagge: Amerikanisch-Samoa|AS
Flagge: Österreich|AT
Flagge: Australien
Flagge: Aruba|AW
Flagge: Ålandinseln|AX
Flagge: Aserbaidschan|AZ
Flagge: Bosnien und Herzegowina|BA
Flagge: Barbados|BB
Flagge: Bangladesch|BD
Flagge: Belgien
Flagge: Burkina Faso|BF
Flagge: Bulgarien|BG
Flagge: Bahrain|BH
Flagge: Burundi|BI
Flagge: Benin|BJ
Flagge: St. Barthélemy|BL
Flagge: Bermuda|BM
Flagge: Brunei Darussalam|BN
Flagge: Bolivien
Flagge: Karibische Niederlande|BQ
Flagge: Brasilien
Flagge: Bahamas|BS
Flagge: Bhutan|BT
Flagge: Bouvetinsel|BV
Flagge: Botsuana|BW
Flagge: Belarus|BY
Flagge: Belize|BZ
Flagge: Kanada|CA
Flagge: Kokosinseln|CC
Flagge: Kongo-Kinshasa|CD
Flagge: Zentralafrikanische Republik|CF
Flagge: Kongo-Brazzaville|CG
Flagge: Schweiz
Flagge: Côte d’Ivoire|CI
Flagge: Cookinseln|CK
Flagge: Chile|CL
Flagge: Kamerun|CM
Flagge: China|CN
Flagge: Kolumbien|CO
Flagge: Clipperton-Insel|CP
Flagge: Sark|CQ
Flagge: Costa Rica|CR
Flagge: Kuba|CU
Flagge: Cabo Verde|CV
Flagge: Curaçao|CW
Flagge: Weihnachtsinsel|CX
Flagge: Zypern|CY
Flagge: Tschechien|CZ
Flagge: Deutschland
Flagge: Diego Garcia|DG
Flagge: Dschibuti|DJ
Flagge: Dänemark|DK
Flagge: Dominica|DM
Flagge: Dominikanische Republik
Flagge: Algerien|DZ
Flagge: Ceuta und Melilla|EA
Flagge: Ecuador
Flagge: Estland|EE
Flagge: Ägypten|EG
Flagge: Westsahara|EH
Flagge: Eritrea
Flagge: Spanien|ES
Flagge: Äthiopien|ET
Flagge: Europäische Union
Flagge: Finnland
Flagge: Fidschi|FJ
Flagge: Falklandinseln|FK
Flagge: Mikronesien|FM
Flagge: Färöer|FO
Flagge: Frankreich
Flagge: Gabun
Flagge: Vereinigtes Königreich|GB
Flagge: Grenada|GD
Flagge: Georgien
Flagge: Französisch-Guayana|GF
Flagge: Guernsey
Flagge: Ghana
Flagge: Gibraltar
Flagge: Grönland|GL
Flagge: Gambia|GM
Flagge: Guinea|GN
Flagge: Guadeloupe|GP
Flagge: Äquatorialguinea|GQ
Flagge: Griechenland
Flagge: Südgeorgien und die Südlichen Sandwichinseln|GS
Flagge: Guatemala|GT
Flagge: Guam
Flagge: Guinea-Bissau|GW
Flagge: Guyana|GY
Flagge: Sonderverwaltungsregion Hongkong|HK
Flagge: Heard und McDonaldinseln|HM
Flagge: Honduras|HN
Flagge: Kroatien|HR
Flagge: Haiti|HT
Flagge: Ungarn|HU
Flagge: Kanarische Inseln|IC
Flagge: Indonesien|ID
Flagge: Irland|IE
Flagge: Israel|IL
Flagge: Isle of Man|IM
Flagge: Indien
Flagge: Britisches Territorium im Indischen Ozean|IO
Flagge: Irak|IQ
Flagge: Iran
Flagge: Island
Flagge: Italien
Flagge: Jersey
Flagge: Jamaika|JM
Flagge: Jordanien
Flagge: Japan|JP
Flagge: Kenia
Flagge: Kirgisistan|KG
Flagge: Kambodscha|KH
Flagge: Kiribati
Flagge: Komoren|KM
Flagge: St. Kitts und Nevis|KN
Flagge: Nordkorea|KP
Flagge: Südkorea|KR
Flagge: Kuwait|KW
Flagge: Kaimaninseln|KY
Flagge: Kasachstan|KZ
Flagge: Laos
Flagge: Libanon|LB
Flagge: St. Lucia|LC
Flagge: Liechtenstein
Flagge: Sri Lanka|LK
Flagge: Liberia|LR
Flagge: Lesotho|LS
Flagge: Litauen|LT
Flagge: Luxemburg
Flagge: Lettland|LV
Flagge: Libyen|LY
Flagge: Marokko
Flagge: Monaco|MC
Flagge: Republik Moldau|MD
Flagge: Montenegro|ME
Flagge: St. Martin|MF
Flagge: Madagaskar|MG
Flagge: Marshallinseln|MH
Flagge: Nordmazedonien|MK
Flagge: Mali|ML
Flagge: Myanmar|MM
Flagge: Mongolei|MN
Flagge: Sonderverwaltungsregion Macau|MO
Flagge: Nördliche Marianen|MP
Flagge: Martinique|MQ
Flagge: Mauretanien|MR
Flagge: Montserrat|MS
Flagge: Malta|MT
Flagge: Mauritius|MU
Flagge: Malediven|MV
Flagge: Malawi|MW
Flagge: Mexiko|MX
Flagge: Malaysia|MY
Flagge: Mosambik|MZ
Flagge: Namibia
Flagge: Neukaledonien|NC
Flagge: Niger|NE
Flagge: Norfolkinsel|NF
Flagge: Nigeria|NG
Flagge: Nicaragua
Flagge: Niederlande|NL
Flagge: Norwegen
Flagge: Nepal|NP
Flagge: Nauru|NR
Flagge: Niue|NU
Flagge: Neuseeland|NZ
Flagge: Oman
Flagge: Panama
Flagge: Peru
Flagge: Französisch-Polynesien|PF
Flagge: Papua-Neuguinea|PG
Flagge: Philippinen
Flagge: Pakistan|PK
Flagge: Polen|PL
Flagge: St. Pierre und Miquelon|PM
Flagge: Pitcairninseln|PN
Flagge: Puerto Rico|PR
Flagge: Palästinensische Autonomiegebiete|PS
Flagge: Portugal|PT
Flagge: Palau|PW
Flagge: Paraguay|PY
Flagge: Katar|QA
Flagge: Réunion|RE
Flagge: Rumänien|RO
Flagge: Serbien|RS
Flagge: Russland
Flagge: Ruanda|RW
Flagge: Saudi-Arabien
Flagge: Salomonen|SB
Flagge: Seychellen|SC
Flagge: Sudan|SD
Flagge: Schweden|SE
Flagge: Singapur|SG
Flagge: St. Helena|SH
Flagge: Slowenien|SI
Flagge: Spitzbergen und Jan Mayen|SJ
Flagge: Slowakei|SK
Flagge: Sierra Leone|SL
Flagge: San Marino|SM
Flagge: Senegal|SN
Flagge: Somalia
Flagge: Suriname|SR
Flagge: Südsudan|SS
Flagge: São Tomé und Príncipe|ST
Flagge: El Salvador|SV
Flagge: Sint Maarten|SX
Flagge: Syrien
Flagge: Eswatini|SZ
Flagge: Tristan da Cunha
Flagge: Turks- und Caicosinseln|TC
Flagge: Tschad|TD
Flagge: Französische Süd- und Antarktisgebiete|TF
Flagge: Togo|TG
Flagge: Thailand
Flagge: Tadschikistan|TJ
Flagge: Tokelau|TK
Flagge: Timor-Leste|TL
Flagge: Turkmenistan|TM
Flagge: Tunesien|TN
Flagge: Tonga
Flagge: Türkei|TR
Flagge: Trinidad und Tobago|TT
Flagge: Tuvalu|TV
Flagge: Taiwan|TW
Flagge: Tansania|TZ
Flagge: Ukraine|UA
Flagge: Uganda
Flagge: Amerikanische Überseeinseln|UM
Flagge: Vereinte Nationen|UN
Flagge: Vereinigte Staaten|US
Flagge: Uruguay|UY
Flagge: Usbekistan|UZ
Flagge: Vatikanstadt
Flagge: St. Vincent und die Grenadinen|VC
Flagge: Venezuela
Flagge: Britische Jungferninseln|VG
Flagge: Amerikanische Jungferninseln|VI
Flagge: Vietnam|VN
Flagge: Vanuatu|VU
Flagge: Wallis und Futuna|WF
Flagge: Samoa|WS
Flagge: Kosovo|XK
Flagge: Jemen|YE
Flagge: Mayotte|YT
Flagge: Südafrika|ZA
Flagge: Sambia|ZM
Flagge: Simbabwe|ZW
Flagge: England|gbeng
Flagge: Schottland|gbsct
Flagge: Wales|gbwls`;export{e as default};
