var e=`visage rieur|content dents grand sourire
visage souriant avec de grands yeux|content dents formidable
visage très souriant aux yeux rieurs|content grand sourire heureux
visage souriant aux yeux rieurs|content dents grand sourire
visage souriant avec yeux plissés|ahah bouche content
visage souriant avec une goutte de sueur|excité froid sourire
se rouler par terre de rire|content drôle hilare
visage riant aux larmes|content heureux joie
visage avec un léger sourire|content heureux visage souriant
tête à l’envers|incroyable renversée visage
visage qui fond|disparaître fondre gêne
visage faisant un clin d’œil|blague flirter plaisanter
visage souriant avec yeux rieurs|content heureux rougir
visage souriant avec auréole|ange angélique bible
visage souriant avec cœurs|adorer aimer amour
visage souriant avec yeux en forme de cœur|amour amoureux romantique
visage avec des étoiles à la place des yeux|grand sourire heureux pressé
visage envoyant un bisou|amour baiser bise
visage faisant un bisou|amour baiser bise
visage souriant|content décontracté détendu
visage faisant un bisou avec les yeux fermés|baiser bise bisou les yeux fermés
visage aux yeux rieurs faisant un bisou|amour baiser bise
visage souriant avec une larme|fier heureux reconnaissant
miam|bon content délicieux
visage qui tire la langue|cool génial super
visage qui tire la langue et fait un clin d’œil|amusant blague fou
tête de fou|grand large oeil
visage qui tire la langue les yeux plissés|dégoûtant goût horrible
argent dans les yeux et la bouche|dollars émoticône
visage qui fait un câlin|gentil mains émoticône
visage avec une main sur la bouche|malin oops oups
visage avec yeux ouverts et main sur la bouche|choqué embarrassé gêné
visage qui regarde entre ses doigts|captivé effrayé fasciné
visage avec un doigt sur la bouche|chut pas un bruit silence
visage en pleine réflexion|hum méditer penser
visage qui fait un salut militaire|armée bonne chance compris
visage avec bouche fermeture éclair|bouche cousue motus se taire
visage avec les sourcils relevés|euh hein incrédule
visage neutre|gêné ni chaud ni froid pas drôle
visage sans expression|inexpressif mécontent neutre
visage sans bouche|muet ne rien dire neutre
visage en pointillés|disparaître déprimé introverti
visage dans les nuages|brouillard distrait visage dans le brouillard
visage avec un sourire malin|arrogant charmeur ricaner
visage blasé|bizarre fâché jaloux
visage roulant des yeux|agacé excédé incrédulité
visage grimaçant|dents grimace gêné
visage expirant|chuchoter découragé déçu
visage de menteur|mensonge pinocchio visage dont le nez s’allonge
visage secoué|choc fou omg
tête secouée horizontalement|non secouer
tête secouée verticalement|hochement de tête oui
visage soulagé|calme soulagement sérénité
visage pensif|abattu déçu horrible
visage endormi|fatigué larme pleurer
visage qui bave|baver délicieux mmh
visage somnolent|bonne nuit coucher dormir
visage avec des valises sous les yeux|ensommeilé fatigué sommeil
visage avec masque|bactéries dentiste docteur
visage avec thermomètre|indisposé malade
visage avec bandage autour de la tête|aïe blessure bobo
visage nauséeux|dégoûtant malade visage vert qui a la nausée
visage qui vomit|gerbe gerber malade
visage qui éternue|atchoum fièvre grippe
visage rouge et chaud|chaleur coup de chaleur coup de chaud
visage bleu et froid|gel gelure gelé
visage éméché|bouche ondulée bourré bourrée
visage étourdi|fatigué malade mort
visage aux yeux en spirales|confusion hagard malade
tête qui explose|choc choqué surpris
visage avec chapeau de cowboy
visage festif|anniversaire chapeau pointu célébration
visage déguisé|déguisement espion faux nez
visage avec lunettes de soleil|cool posé tranquille
visage de geek|doué futé idiot
visage avec un monocle|classe collet monté fortune
visage confus|désolé ennuyé je ne sais pas
visage avec bouche en diagonale|bof confus déçu
visage inquiet|anxieux préoccupé stressé
visage légèrement mécontent|triste émoticône
visage mécontent|malheureux triste émoticône
visage avec bouche ouverte|bouche bée choqué incroyable
visage ébahi|incroyable omd sans voix
visage stupéfait|choc choqué impossible
visage qui rougit|chaud comment gêné
visage déformé|anxiété bouffi choc
visage implorant|embarrassé excuse gros yeux
visage retenant ses larmes|admiration fierté gratitude
visage mécontent avec bouche ouverte|déçu effrayé peur
visage angoissé|angoisse comment hein
visage effrayé|anxieux apeuré blême
visage anxieux avec goutte de sueur|aah bleu bouche bée
visage triste mais soulagé|déçu ouf pfiou
visage qui pleure|horrible larme larmes
visage qui pleure à chaudes larmes|malheureux pleurer pleurs
visage qui hurle de peur|choqué cri effrayé
visage déconcerté|confus frustré fâché
visage persévérant|concentré mal de tête migraine
visage déçu|abattu affreux découragé
visage démoralisé avec goutte de sueur|froide mal de tête migraine
visage épuisé|faim fatigué mécontent
visage fatigué|contrarié fatigue mécontent
visage bâillant|bâille bâiller dormir
visage avec fumée sortant des narines|colère fâché mécontent
visage boudeur|colère exaspéré furieux
visage en colère|exaspéré frustré fâché
visage avec des symboles dans la bouche|censuré colère gros mots
visage souriant avec des cornes|fantastique fâché sourire
visage en colère avec des cornes|diable diablotin démon
crâne|corps dead fantastique
tête de mort|crâne os
tas de crotte|bande dessinée bd caca
visage de clown|maquillage émoticône
ogre|créature effrayant fantastique
monstre japonais|colère créature fantastique
fantôme|blague bouh créature
alien|créature espace extraterrestre
monstre de l’espace|alien créature envahisseur
robot|androïde automate machine
chat qui sourit|animal bouche ouverte sourire
chat qui sourit avec des yeux rieurs|animal chat avec un grand sourire sourire
chat qui pleure de joie|animal chat qui rit aux larmes larmes
chat souriant aux yeux en cœurs|amour amoureux chat souriant avec des coeurs dans les yeux
chat avec sourire en coin|animal ironique narquois
chat qui fait un bisou|animal baiser bise
chat fatigué|animal fatigue inquiet
chat qui pleure|animal larme pleurer
chat qui boude|animal bouder chat en colère
singe ne rien voir|animal caché effrayé
singe ne rien entendre|animal geste interdit
singe ne rien dire|animal bouche cousue chut
lettre d’amour|cœur saint-valentin
cœur et flèche|amour coeur transpercé cupidon
cœur avec ruban|amour anniversaire saint-valentin
cœur étincelant|amour sentiment étincelles
cœur grandissant|amour cœur battant cœur qui bat
cœur battant|amour cardio cœur qui bat
cœurs qui tournent|amour anniversaire deux cœurs
deux cœurs|amour anniversaire deux cœurs roses
décoration avec cœur|amour cœur blanc cœur décoré
cœur point d’exclamation|amour ponctuation
cœur brisé|amour malheureux sentiment
cœur enflammé|amour désir feu
cœur avec bandages|réconforter réparer soigner
cœur rouge|amour sentiment
cœur rose|143 adorable aimer
cœur orange|coeur orange
cœur jaune|amour sentiment
cœur vert|amour sentiment
cœur bleu|amour sentiment
cœur bleu clair|143 aimer amour
cœur violet|amour sentiment
cœur marron|brun
cœur noir
cœur gris|143 amour ardoise
cœur blanc
trace de rouge à lèvres|baiser bise bisou
cent points|100 score
symbole de colère|bande dessinée bd dessin
nuage de colère|bagarre combat discussion
explosion|bande dessinée bd bombe
étourdissement|bande dessinée bd tournis
gouttes de sueur|bande dessinée bd eau
décamper|bande dessinée bd déguerpir
trou
bulle de parole|bande dessinée bd dialogue
œil dans une bulle de BD|bande dessinée témoin voir
bulle de parole gauche|bulle à gauche dialogue
bulle colère droite|bande dessinée bd crier
bulle de pensée|bande dessinée bd idée
endormi|bande dessinée bd bonne nuit
signe de la main|au revoir bonjour bye
dos de main levée
main levée doigts écartés|paume stop
main levée|feuille paume de la main stop
salut vulcain|doigts main spock
main vers la droite|serrer la main tenir la main
main vers la gauche|serrer la main tenir la main
main paume vers le bas|chasser choisir faire partir
main paume vers le haut|appeler de la main attirer faire venir
main qui pousse vers la gauche|arrêter attendre bloquer
main qui pousse vers la droite|arrêter attendre bloquer
ok|compris d’accord geste
bout des doigts joints|agacement argumentation geste
pouce et index rapprochés|petit petite petite quantité
V de la victoire|ciseaux doigts main
doigts croisés|bonne chance chance main
main avec index et pouce croisés|amour argent cher
signe je t’aime|amour geste pour je t’aime ily
cornes avec les doigts|cornes du diable main rock
signe appel téléphonique avec les doigts|main téléphone
main avec index pointant à gauche|doigt index pointé vers la gauche
main avec index pointant à droite|doigt index pointé vers la droite
main avec index pointant vers le haut|doigt index vers le haut montrer
doigt d’honneur|main majeur
main avec index pointant vers le bas|doigt index vers le bas montrer
index pointant vers le haut|doigt index pointé vers le haut main
index pointant vers l’utilisateur|pointer toi
pouce vers le haut|bien compris d’accord
pouce vers le bas|main mauvais non
poing levé|main pierre poing serré
poing de face|absolument battre boum
poing à gauche|fistbump main
poing à droite|main
applaudissements|bien joué bon travail bravo
mains levées|air geste hourra
mains qui forment un cœur|amour
mains ouvertes|mains écartées
paume contre paume doigts vers le haut|espérer mains paumes des mains ensemble
poignée de main|d’accord mains marché conclu
mains en prière|demander félicitations mains l’une contre l’autre
main qui écrit|écrire
vernis à ongles|cosmétiques manucure maquillage
selfie|appareil photo photo téléphone
biceps contracté|bande dessinée bd bodybuilding
bras mécanique|accessibilité bras robot handicap
jambe mécanique|accessibilité handicap jambe artificielle
jambe|coup de pied cuisse genou
pied|cheville coup de pied pas lourd
oreille|corps entendre ouïe
oreille appareillée|accessibilité handicap malentendant
nez|corps narines odeur
cerveau|intelligent intelligente
cœur|anatomie battement de coeur battements
poumons|anatomie expiration inspiration
dent|carie dentiste émail diamant
os|chien halloween squelette
yeux|chercher corps coup d’œil
œil|corps
langue|corps lécher
bouche|baiser beauté bise
lèvres qui se mordent|anxieux flirt inquiet
bébé|enceinte enfant nouveau-né
enfant|genre neutre jeune non-genré
garçon|enfant jeune personne
fille|couettes enfant grands yeux
adulte|genre neutre non-genré
personne blonde|cheveux garçon homme
homme|ami garçon personne
personne barbue|barbe personne avec une barbe
homme barbu|barbe
femme barbue|barbe
homme : cheveux roux|ami garçon personne
homme : cheveux bouclés|ami garçon personne
homme : cheveux blancs|ami garçon personne
homme : chauve|ami garçon personne
femme|blonde coupe de cheveux personne
femme : cheveux roux|blonde coupe de cheveux personne
adulte : cheveux roux|genre neutre non-genré
femme : cheveux bouclés|blonde coupe de cheveux personne
adulte : cheveux bouclés|genre neutre non-genré
femme : cheveux blancs|blonde coupe de cheveux personne
adulte : cheveux blancs|genre neutre non-genré
femme : chauve|blonde coupe de cheveux personne
adulte : chauve|genre neutre non-genré
femme blonde|cheveux personne
homme blond|cheveux
personne âgée|adulte genre neutre non-genré
homme âgé|chauve grand-père papi
femme âgée|blonde dame grand-mère
personne fronçant les sourcils|contrariée déçue embêtée
homme fronçant les sourcils|froncement geste homme mécontent
femme fronçant les sourcils|froncement geste
personne qui boude|bouder déçue expression
homme qui boude|bouder faire la moue geste
femme qui boude|geste
personne faisant un geste d’interdiction|aucune chance bloquer femme
homme faisant un geste d’interdiction|interdit main non
femme faisant un geste d’interdiction|interdit main
personne faisant un geste d’acceptation|danser d’accord exercice
homme faisant un geste d’acceptation|d’accord homme faisant un geste d’accord main
femme faisant un geste d’acceptation|geste d’accord main ok
personne paume vers le haut|aide diva femme
homme paume vers le haut|aide apporter diva
femme paume vers le haut
personne qui lève la main|compte sur moi content femme qui lève la main
homme qui lève la main|geste je sais main levée
femme qui lève la main|geste main levée
personne sourde|accessibilité entendre malentendant
homme sourd|accessibilité entendre malentendant
femme sourde|accessibilité entendre malentendant
personne qui s’incline|confus désolé excuses
homme qui s’incline|désolé geste incliné
femme qui s’incline|désolée excuses femme qui se prosterne
personne avec la paume sur le visage|drame exaspération femme avec paume sur visage
homme avec la paume sur le visage|encore exaspération incroyable
femme avec la paume sur le visage|encore exaspération incroyable
personne qui hausse les épaules|aucune idée c’est comme ça doute
homme qui hausse les épaules|aucune idée doute haussement
femme qui hausse les épaules|aucune idée doute haussement
professionnel de la santé (tous genres)|docteur infirmier médecin
professionnel de la santé|docteur homme homme profession médicale
professionnelle de la santé|docteur docteure femme
étudiant (tous genres)|diplôme étudiante
étudiant|diplômé homme
étudiante|diplômée femme
personnel enseignant|enseignante formateur formatrice
enseignant|homme instituteur instructeur
enseignante|femme institutrice instructrice
juge|balance
juge homme|balance justice métier
juge femme|balance justice métier
fermier (tous genres)|fermière jardinier jardinière
fermier|agriculteur homme jardinier
fermière|agricultrice femme jardinière
cuisinier (tous genres)|chef cuisinière
cuisinier|chef homme métier
cuisinière|chef femme métier
mécanicien (tous genres)|artisan mécanicienne plombier
mécanicien|homme mécanique métier
mécanicienne|femme mécanique métier
ouvrier (tous genres)|assemblage industrie ouvrière
ouvrier|assemblage homme industrie
ouvrière|assemblage femme industrie
employé de bureau (tous genres)|affaires architecte employée de bureau
employé de bureau|affaires architecte cadre
employée de bureau|affaires architecte cadre
scientifique|chimiste
scientifique homme|biologiste chimiste ingénieur
scientifique femme|biologiste chimiste ingénieure
informaticien (tous genres)|développeur développeuse informaticienne
informaticien|codeur développeur homme
informaticienne|codeuse développeuse femme
chanteur (tous genres)|artiste chanteuse rock
chanteur|acteur artiste homme
chanteuse|actrice artiste femme
artiste|palette
artiste homme|métier palette peintre
artiste femme|métier palette peintre
pilote|avion
pilote homme|avion métier
pilote femme|avion métier
astronaute|fusée
astronaute homme|casque cosmonaute espace
astronaute femme|casque cosmonaute espace
pompier|camion de pompiers
pompier homme|camion de pompiers casque casque de pompier
pompier femme|camion de pompiers casque métier
officier de police|autorité flic homme
policier|flic homme officier
policière|autorité femme flic
détective|enquêteur espion homme
détective homme|enquêteur espion
détective femme|enquêteuse enquêtrice espionne
garde|buckingham palace casque garde homme
garde homme
garde femme|buckingham palace casque londres
ninja|assassin combat furtif
personnel du bâtiment|btp casque chantier
ouvrier du bâtiment|homme
ouvrière du bâtiment|casque casque de chantier chantier
personne avec une couronne|monarque noble royal
prince|couronne royal royauté
princesse|conte de fées couronne fantastique
personne en turban|homme avec turban oriental personne avec turban
homme en turban
femme en turban|femme avec turban
homme avec casquette chinoise|casquette mao chapeau
femme avec foulard|bandana femme avec un voile hijab
personne en smoking|homme marié personne mariée
homme en smoking
femme en smoking
personne mariée avec voile|mariage
homme avec voile
femme avec voile
femme enceinte
homme enceint|enceinte grossesse homme enceinte
personne enceinte|grossesse trop mangé ventre
allaitement|bébé maman nourrice
femme allaitant un bébé|allaitement biberon maman
homme allaitant un bébé|allaitement biberon nouveau-né
personne allaitant un bébé|allaitement biberon homme
bébé ange|ailes auréole fantastique
père Noël|bonnet fêtes magie
mère Noël|bonnet fêtes santa
santa|joyeux noël noël papa noël
super-héros|bien cape force
super-héros homme|bien super-pouvoir
super-héroïne|bien femme héros
super-vilain|cape criminel diabolique
super-vilain homme|criminel mal méchant
super-vilain femme|criminelle mal méchante
mage|chapeau enchantement ensorceleur
mage homme|magicien sorcier
mage femme|ensorceleuse sorcière
personnage féérique|ailes déguisement fée
féetaud|obéron puck
fée|titania
vampire|canines cape conte
vampire homme|dracula mort-vivant
vampire femme|morte-vivante
créature aquatique|ariel folklore mer
triton
sirène
elfe|conte le seigneur des anneaux legolas
elfe homme|magique
elfe femme|magique
génie|aladin djinn homme génie
génie homme|djinn
génie femme|djinn
zombie|effrayant flippant halloween
zombie homme|mort-vivant
zombie femme|morte-vivante
troll|conte de fées légende monstre
créature velue|bigfoot cryptide forêt
personne qui se fait masser|détente femme qui se fait masser fermer les yeux
homme qui se fait masser|apaiser homme qui se fait masser le visage mal de tête
femme qui se fait masser|massage visage
personne qui se fait couper les cheveux|barbier beauté ciseaux
homme qui se fait couper les cheveux|coiffeur coiffure coupe de cheveux
femme qui se fait couper les cheveux|coiffure
personne qui marche|balade en route flâner
homme qui marche|piéton
femme qui marche|marcher piétonne randonneuse
personne qui marche : vers la droite|balade en route flâner
femme qui marche : vers la droite|marcher piétonne randonneuse
homme qui marche : vers la droite|piéton
personne debout
homme debout
femme debout
personne à genoux|prière religion
homme à genoux
femme à genoux
personne à genoux : vers la droite|prière religion
femme à genoux : vers la droite
homme à genoux : vers la droite
personne avec une canne blanche|accessibilité aveugle
personne avec une canne blanche : vers la droite|accessibilité aveugle
homme avec canne blanche|accessibilité aveugle déficient visuel
homme avec canne blanche : vers la droite|accessibilité aveugle déficient visuel
femme avec canne blanche|accessibilité aveugle déficiente visuelle
femme avec canne blanche : vers la droite|accessibilité aveugle déficiente visuelle
personne en fauteuil motorisé|accessibilité fauteuil roulant
personne en fauteuil motorisé : vers la droite|accessibilité fauteuil roulant
homme en fauteuil motorisé|accessibilité fauteuil roulant handicap
homme en fauteuil motorisé : vers la droite|accessibilité fauteuil roulant handicap
femme en fauteuil motorisé|accessibilité fauteuil roulant handicap
femme en fauteuil motorisé : vers la droite|accessibilité fauteuil roulant handicap
personne en fauteuil roulant manuel|accessibilité
personne en fauteuil roulant manuel : vers la droite|accessibilité
homme en fauteuil roulant manuel|accessibilité handicap
homme en fauteuil roulant manuel : vers la droite|accessibilité handicap
femme en fauteuil roulant manuel|accessibilité handicap
femme en fauteuil roulant manuel : vers la droite|accessibilité handicap
personne qui court|arriver coureur courir
homme qui court|course à pied jogging marathon
femme qui court|course à pied joggeuse jogging
personne qui court : vers la droite|arriver coureur courir
femme qui court : vers la droite|course à pied joggeuse jogging
homme qui court : vers la droite|course à pied jogging marathon
danseuse de ballet|ballerine danse classique
danseuse|femme femme qui danse flamenco
danseur|femme flamenco fête
homme d’affaires en lévitation|costume
personnes avec des oreilles de lapin|amies bunny danseuse
hommes avec des oreilles de lapin|amis danseur faire la fête
femmes avec des oreilles de lapin|danseuse fête
personne au hammam|bien-être chaud détente
homme au hammam|sauna
femme au hammam|sauna
personne qui grimpe|alpiniste escalader grimper
homme qui grimpe|alpiniste grimpeur
femme qui grimpe|alpiniste grimpeuse
escrimeur|escrimeuse personne sport
course hippique|cheval course de chevaux jockey
skieur|neige sport
snowboardeur|homme neige ski
joueur de golf|balle golfeur green
golfeur|homme
golfeuse|femme practice sport
personne faisant du surf|glisse homme mer
surfeur|homme
surfeuse|femme mer océan
personne ramant dans une barque|bateau lac naviguer
rameur dans une barque|bateau homme
rameuse dans une barque|bateau femme lac
personne nageant|crawl eau exercice
nageur|homme
nageuse|femme natation sport
personne avec ballon|athlétique basket-ball basketteur
homme avec ballon
femme avec ballon|basket-ball basketteuse sport
haltérophile|bodybuilding entraînement force
homme haltérophile
femme haltérophile|entraînement exercice sport
cycliste|course guidon homme
cycliste homme|cyclisme vélo
cycliste femme|cyclisme sport vélo
personne en VTT|coureur cyclisme grimper
homme en VTT|cycliste vélo
femme en VTT|cycliste montagne sport
personne faisant la roue|agilité athlète faire la roue
homme faisant la roue|acrobatie content faire la roue
femme faisant la roue|acrobatie exercice faire la roue
personnes faisant de la lutte|bataille lutteur lutteurs
lutteurs|athlètes bataille force
lutteuses|bataille combat duel
personne jouant au water-polo|ballon homme qui joue au water-polo piscine
joueur de water-polo|ballon eau homme
joueuse de water-polo|ballon femme nager
personne jouant au handball|athlète ballon handballeur
handballeur|homme sport
handballeuse|athlète attaquante ballon
personne qui jongle|artiste cirque gérer
jongleur|acrobatie artiste balles
jongleuse|femme jonglage multitâche
personne dans la posture du lotus|détendu femme méditation
homme dans la posture du lotus|méditation position du lotus yoga
femme dans la posture du lotus|méditation position du lotus yoga
personne prenant un bain|baignoire personne qui prend un bain
personne au lit|auberge bonne nuit coucher
deux personnes se tenant la main|couple couple homosexuel gay
deux femmes se tenant la main|amies amitié amoureuses
femme et homme se tenant la main|amis amoureux couple
deux hommes se tenant la main|amis amitié amoureux
bisou|amour anniversaire baiser
bisou : femme et homme|amour anniversaire baiser
bisou : homme et homme|amour anniversaire baiser
bisou : femme et femme|amour anniversaire baiser
couple avec cœur|amour anniversaire femme
couple avec cœur : femme et homme|amour anniversaire rendez-vous
couple avec cœur : homme et homme|amour anniversaire femme
couple avec cœur : femme et femme|amour anniversaire homme
famille : homme, femme et garçon|enfant famille avec un père, une mère et un fils fils
famille : homme, femme et fille|enfant famille avec un père, une mère et un fils fils
famille : homme, femme, fille et garçon|enfant famille avec un père, une mère et un fils fils
famille : homme, femme, garçon et garçon|enfant famille avec un père, une mère et un fils fils
famille : homme, femme, fille et fille|enfant famille avec un père, une mère et un fils fils
famille : homme, homme et garçon|enfant famille avec un père, une mère et un fils femme
famille : homme, homme et fille|enfant famille avec un père, une mère et un fils femme
famille : homme, homme, fille et garçon|enfant famille avec un père, une mère et un fils femme
famille : homme, homme, garçon et garçon|enfant famille avec un père, une mère et un fils femme
famille : homme, homme, fille et fille|enfant famille avec un père, une mère et un fils femme
famille : femme, femme et garçon|enfant famille avec un père, une mère et un fils fils
famille : femme, femme et fille|enfant famille avec un père, une mère et un fils fils
famille : femme, femme, fille et garçon|enfant famille avec un père, une mère et un fils fils
famille : femme, femme, garçon et garçon|enfant famille avec un père, une mère et un fils fils
famille : femme, femme, fille et fille|enfant famille avec un père, une mère et un fils fils
famille : homme et garçon|enfant famille avec un père, une mère et un fils femme
famille : homme, garçon et garçon|enfant famille avec un père, une mère et un fils femme
famille : homme et fille|enfant famille avec un père, une mère et un fils femme
famille : homme, fille et garçon|enfant famille avec un père, une mère et un fils femme
famille : homme, fille et fille|enfant famille avec un père, une mère et un fils femme
famille : femme et garçon|enfant famille avec un père, une mère et un fils fils
famille : femme, garçon et garçon|enfant famille avec un père, une mère et un fils fils
famille : femme et fille|enfant famille avec un père, une mère et un fils fils
famille : femme, fille et garçon|enfant famille avec un père, une mère et un fils fils
famille : femme, fille et fille|enfant famille avec un père, une mère et un fils fils
tête qui parle|parler silhouette
silhouette de buste|mystère ombre
silhouettes de bustes|amis bff gens
étreinte|accolade amitié au revoir
famille|enfant famille avec un père, une mère et un fils femme
famille : adulte, adulte, enfant
famille : adulte, adulte, enfant, enfant
famille : adulte, enfant|famille monoparentale
famille : adulte, enfant, enfant|famille monoparentale
traces de pas|empreintes pied pieds
empreinte digitale|dermatoglyphe données biométriques identité
tête de singe|animal georges le petit curieux sourire
singe|animal primate
gorille|animal primate
orang-outan|animal primate singe
tête de chien|animal animal domestique chiot
chien|aboyer animal animal domestique
chien guide|accessibilité animal aveugle
chien d’assistance|accessibilité aide animal
caniche|animal chien
loup|animal louve tête
renard|animal nature tête
raton laveur|animal curieux sournois
tête de chat|animal chaton miaou
chat|animal animal domestique chaton
chat noir|animal chaton félin
tête de lion|animal astrologie crinière
tête de tigre|animal félin prédateur
tigre|animal félin prédateur
léopard|animal félin prédateur
tête de cheval|animal dressage ferme
élan|animal bois cervidé
âne|animal bourricot mammifère
cheval|animal course hippique hippodrome
licorne|animal licrone tête
zèbre|animal noir et blanc rayure
cerf|animal bois
bison|animal buffle cornes
tête de vache|animal lait meuh
bœuf|animal astrologie ferme
buffle|animal corne zoo
vache|animal ferme lait
tête de cochon|animal ferme porc
cochon|animal ferme gros
sanglier|animal game of thrones
groin|animal cochon ferme
bélier|animal astrologie corne
mouton|animal brebis bêler
chèvre|animal astrologie capricorne
dromadaire|animal bosse désert
chameau|animal bosse chameau à deux bosses
lama|alpaca alpaga animal
girafe|animal cou taches
éléphant|animal pachyderme trompe
mammouth|animal défenses extinction
rhinocéros|animal corne
hippopotame|animal
tête de souris|animal visage
souris|animal
rat|animal
hamster|animal animal domestique tête
tête de lapin|animal animal domestique dents
lapin|animal animal domestique
écureuil|animal noisettes
castor|animal barrage dents
hérisson|animal piquant porc-épic
chauve-souris|animal vampire
ours|animal miel nounours
ours polaire|arctique blanc
koala|animal australie
panda|animal tête tête de panda
paresseux|animal aï endormi
loutre|animal joueur mignon
mouffette|animal odeur puer
kangourou|austalie joey kangoo
blaireau|animal ratel
empreintes d’animaux|empreintes de pattes pattes
dindon|action de grâces animal dinde
poule|animal coq ferme
coq|animal oiseau volaille
poussin qui éclôt|animal bébé naissance
poussin|animal oiseau tête de poussin
poussin de face|animal bébé nouveau-né
oiseau|animal ornithologie
pingouin|animal antarctique banquise
colombe|animal oiseau paix
aigle|animal oiseau rapace
canard|animal coin-coin oiseau
cygne|animal jeune cygne oiseau
chouette|animal hibou oiseau
dodo|animal dronte espèce éteinte
plume|léger oiseau plumage
flamant|animal oiseau rose
paon|animal bel oiseau coloré
perroquet|animal oiseau parle
aile|angélique aviation céleste
oiseau noir|animal bec corbeau
oie|animal bête cacarder
phénix|ailes cendres feu
grenouille|animal crapaud tête
crocodile|alligator animal caïman
tortue|animal carapace lentement
lézard|animal reptile
serpent|animal reptile serpent à sonnette
tête de dragon|animal mythe tradition
dragon|animal chine chinois
sauropode|animal brachiosaure brontosaure
T-Rex|animal dinosaure t. rex
baleine soufflant par son évent|animal baleine avec évent mer
baleine|animal mer océan
dauphin|animal flipper mer
orque|baleine marin océan
phoque|animal lion de mer océan
poisson|alimentation animal astrologie
poisson tropical|animal
poisson-lune|animal
requin|animal dents de la mer poisson
pieuvre|animal créature mer
coquille en spirale|animal conque coquillage
corail|océan réchauffement climatique récif
méduse|animal aquarium aïe
crabe|animal astrologie cancer
homard|animal bisque fruit de mer
crevette|aliment crustacé fruits de mer
calamar|aliment animal encornet
huître|coquillage coquille mollusque
escargot|animal jardin lentement
papillon|animal insecte mignon
chenille|animal insecte jardin
fourmi|animal insecte jardin
abeille|animal bourdon guêpe
scarabée|animal insecte
coccinelle|animal bête insecte
criquet|animal insecte sauterelle
cafard|animal blatte coquerelle
araignée|animal insecte
toile d’araignée
scorpion|animal astrologie désert
moustique|fièvre infection insecte
mouche|animal asticot insecte
lombric|animal annélide insecte
microbe|amibe bactérie biologie
bouquet|amoureux anniversaire fleur
fleur de cerisier|bourgeon plante printemps
fleur blanche
lotus|beauté bouddhisme calme
rosette|plante
rose|amour beauté fleur
fleur fanée|mort rose
hibiscus|fleur plante
tournesol|champs fleur plante
bourgeon|bouton d’or dent-de-lion fleur
tulipe|bourgeon fleur plante
jacinthe|fleur fleurir indigo
jeune pousse|germe jeune plant plante
plante en pot|décoration ennuyeux faire pousser
conifère|arbre feuilles persistantes forêt
arbre à feuilles caduques|feuillu forêt nature
palmier|arbre cocotier plage
cactus|désert nature piquant
plant de riz|grain plante
feuille|arbre feuilles plante
trèfle|irlande plante
trèfle à quatre feuilles|4 chance irlande
feuille d’érable|automne feuille morte tomber
feuille morte|automne feuilles mortes tomber
feuille virevoltante|bourrasque souffle tourbillon de feuilles
nid vide|branches faire son nid maison
nid avec œufs|branches faire son nid oiseau
champignon|champignon vénéneux mario plante
arbre sans feuille|aride hiver sécheresse
raisin|fruit nourriture
melon|fruit
pastèque|fruit
mandarine|agrume clémentine fruit
citron|acide agrume fruit
citron vert|acide agrume fruit
banane|fruit nourriture potassium
ananas|fruit nourriture tropical
mangue|fruit nourriture tropical
pomme rouge|fruit nourriture
pomme verte|fruit nourriture
poire|fruit nourriture
pêche|fruit nourriture
cerises|fruit nourriture
fraise|fruit nourriture
myrtilles|airelles baies bleu
kiwi|fruit nourriture
tomate|fruit légume nourriture
olive|aliment apéritif apéro
noix de coco|fruit nourriture palmier
avocat|fruit nourriture
aubergine|légume nourriture
pomme de terre|légume nourriture patate
carotte|légume nourriture
épi de maïs|ferme nourriture
piment rouge|nourriture piquant
poivron|légume piment poivron rouge
concombre|cornichon légume nourriture
légume à feuilles vertes|bok choy chou chou chinois
brocoli|broccoli chou chou sauvage
ail|aromate assaisonnement condiment
oignon|assaisonnement condiment légume
cacahuètes|arachide noisette nourriture
haricots|haricot rouge légume légumineuse
châtaigne|marron nourriture plante
racine de gingembre|bière naturel santé
cosse de petits pois|edamame fève haricot
champignon marron|automne brun cèpe
légume-racine|betterave jardin navet
pain|miche nourriture pain de mie
croissant|nourriture pain petit-déjeuner
baguette|nourriture pain
galette|arepa gordita lavash
bretzel|nourriture torsade
bagel|boulangerie petit-déjeuner sandwich
pancakes|crêpe goûter nourriture
gaufre|brunch gourmandise goûter
part de fromage|nourriture
viande sur un os|nourriture
cuisse de poulet|dinde nourriture os
morceau de viande|côtelette côtelette de porc côtelette d’agneau
lard|bacon nourriture porc
hamburger|cheeseburger fast food nourriture
frites|fast food potatoes potatœs
pizza|fromage nourriture part
hot dog|nourriture saucisse saucisse de francfort
sandwich|nourriture pain pain de mie
taco|mexicain nourriture
burrito|kebab mexicain wrap
tamal|mexicain nourriture pamonha
kebab|falafel nourriture pain pita
falafels|boulette boulettes pois chiches
œuf|nourriture
œuf au plat|cuisine friture nourriture
plat mitonné|casserole espagne paella
marmite|nourriture ragoût
fondue|bourguignonne chocolat fromage
bol avec cuillère|bol avec une cuillère congee céréales
salade verte|nourriture
pop-corn|cinéma nourriture
beurre|gras produit laitier
sel|condiment salière salé
aliments en conserve|boîte de conserve nourriture
boîte déjeuner|bento nourriture
galette de riz|cracker nourriture
boulette de riz|japonais nourriture onigiri
bol de riz|nourriture
riz au curry|nourriture
bol fumant|nouilles nourriture ramen
spaghetti|italien nourriture pâtes
patate douce|nourriture patate douce au four
brochette de poisson|fruits de mer nourriture restaurant
sushi|japonais nourriture poisson
beignet de crevette
croquette de poisson|gâteau narutomaki nourriture
gâteau de lune|automne festival moon cake
brochette de bonbons|dango dessert japonais
boulette de pâte|dumpling empanada gyoza
biscuit chinois|nourriture prophétie
boîte à emporter|baguettes carton chinois
glace italienne|cornet de glace dessert nourriture
granité|coupe de glace crème glacée dessert
glace|coupe de glace crème crème glacée
doughnut|dessert donut goûter
cookie|biscuit dessert goûter
gâteau d’anniversaire|bougies dessert fête
gâteau sablé|dessert goûter nourriture
cupcake|dessert muffin pâtisserie
tarte|décoration garniture gâteau
barre chocolatée|dessert goûter nourriture
bonbon|dessert goûter nourriture
sucette|dessert goûter nourriture
crème renversée|dessert flan nourriture
pot de miel|nourriture ours sucré
biberon|boisson bébé lait
verre de lait|boisson
boisson chaude|café caféine matin
théière|boisson boisson chaude infusion
tasse|boisson tasse de thé sans anse thé
saké|boisson bouteille bouteille et verre
bouteille de champagne|alcool boisson bouchon
verre de vin|alcool bar boisson
cocktail|alcool bar boisson
cocktail tropical|alcool bar boîte
chope|alcool bar bière
chopes de bière|alcool boisson santé
trinquer|alcool champagne célébrer
verre tumbler|alcool liqueur whisky
verser un liquide|accident boisson eau
gobelet avec paille|boisson eau jus de fruit
thé aux perles|boba boisson bubble tea
briquette de jus|boisson carton jus de fruits
maté|boisson
glaçon|cube froid glace
baguettes|hashi
fourchette et couteau avec assiette|assiette et couverts cuisine restaurant
fourchette et couteau|couteau et fourchette couverts faim
cuillère|couvert manger
couteau de cuisine|arme chef outil
bocal|condiments conserver pot
amphore|astrologie cuisine grec
globe tourné sur l’Afrique et l’Europe|espace globe présentant l’europe et l’afrique monde
globe tourné sur les Amériques|espace globe présentant l’amérique monde
globe tourné sur l’Asie et l’Australie|espace globe présentant l’asie et l’australie monde
globe avec méridiens|globe terrestre internet monde
carte du monde|planisphère voyage
carte du Japon|voyage
boussole|compas direction magnétique
montagne enneigée|froid neige sommet
montagne|nature sommet voyage
éboulement|avalanche catastrophe coulée de boue
volcan|lave nature éruption
mont Fuji|montagne nature sommet
camping|nature tente avec un sapin voyage
plage avec parasol|voyage
désert|voyage
île déserte|cocotier palmier voyage
parc national|nature voyage
stade
monument classique|colonnes voyage
construction d’un bâtiment|chantier grue
brique|argile briques mortier
rocher|caillou dur lourd
bois|arbre bûche bûcheron
hutte|abri case maison
maisons|bâtiment bâtiments pavillons
maison abandonnée
maison|bâtiment foyer maison simple
maison avec jardin|foyer pavillon résidentiel
immeuble de bureaux|ville
bureau de poste japonais|bâtiment poste japonaise voyage
bureau de poste|bâtiment européen
hôpital|bâtiment docteur médecin
banque|bâtiment
hôtel|bâtiment voyage
love hotel|amour bâtiment cœur
supérette|24h/24 bâtiment magasin
école|bâtiment
grand magasin|bâtiment centre commercial
usine|bâtiment
château japonais|bâtiment voyage
château|bâtiment européen voyage
mariage|amour chapelle cœur
tour de Tokyo|japon voyage
statue de la Liberté|new york voyage
église|bâtiment chapelle chrétien
mosquée|islam musulman musulmane
temple hindou|bouddhisme pagode religion
synagogue|judaïsme juif juive
sanctuaire shinto|religion voyage
kaaba|islam musulman musulmane
fontaine|eau
tente|camping nature voyage
brume|brouillard voyage
nuit étoilée|ville voyage étoiles
ville|bâtiment voyage
soleil levant derrière les montagnes|lever de soleil matin nature
soleil levant|lever de soleil matin nature
ville au crépuscule|coucher de soleil immeubles soir
coucher de soleil|coucher de soleil en ville crépuscule soir
pont de nuit
sources chaudes|vapeur
cheval de manège
toboggan|aire de jeu glissade jouer
grande roue|attractions parc d’attractions
montagnes russes|attractions parc d’attractions
enseigne de barbier|coiffeur coiffure salon
chapiteau|cirque
locomotive|chemin de fer machine à vapeur moyen de transport
wagon|chemin de fer moyen de transport rail
TGV|chemin de fer moyen de transport rail
train à grande vitesse|chemin de fer moyen de transport rail
train|arrivée chemin de fer moyen de transport
métro|moyen de transport
métro léger|monorail moyen de transport rail
gare|chemin de fer moyen de transport rail
tramway|moyen de transport rer transport
monorail|moyen de transport véhicule
train de montagne|chemin de fer moyen de transport rail
wagon de tramway|moyen de transport trolleybus voiture
bus|moyen de transport véhicule école
bus de face|bus qui arrive car moyen de transport
trolleybus|moyen de transport tram tramway
minibus|moyen de transport navette véhicule
ambulance|urgences véhicule
camion de pompier|pin-pon
voiture de police|flic patrouille véhicule
voiture de police de face|voiture de police qui arrive véhicule
taxi|moyen de transport taxi jaune uber
taxi de face|joe le taxi new york taxi jaune
voiture|automobile conduire moyen de transport
voiture de face|automobile conduire moyen de transport
véhicule utilitaire sport|automobile conduire loisirs
pick-up|auto camion benne camionnette
camion de livraison|camionnette moyen de transport véhicule
semi-remorque|camion moyen de transport poids lourd
tracteur|moyen de transport véhicule
voiture de course|course automobile formule 1
moto|course
scooter
fauteuil roulant manuel|accessibilité handicap
fauteuil motorisé|accessibilité fauteuil roulant fauteuil roulant motorisé
tuk tuk|rickshaw taxi thaï
vélo|bicyclette cyclisme moyen de transport
trottinette
planche à roulettes|glisse longboard skate
patin à roulettes|derby roller sport
arrêt de bus
autoroute|voyage
voie ferrée|chemin de fer rail train
baril de pétrole
pompe à essence|diesel gazole station
roue|cercle pneu tourner
gyrophare|alarme alerte lumière
feu tricolore horizontal|carrefour croisement feu de circulation
feu tricolore vertical|carrefour croisement feu de circulation
stop|octogonal panneau signe
travaux|barrière
ancre|bateau outil voyage
bouée de sauvetage|flotter sauver sauveteur
voilier|bateau mer moyen de transport
canoë|bateau rame ramer
hors-bord|bateau luxe moyen de transport
paquebot|bateau croisière voyage
ferry|bateau moyen de transport voyage
bateau à moteur
navire|bateau croisière moyen de transport
avion|avion en vol jet moyen de transport
petit avion|moyen de transport voyage
avion au décollage|départ moyen de transport voyage
avion à l’atterrissage|arrivée moyen de transport voyage
parachute|chute libre parachute ascensionnel parapente
siège|chaise fauteuil place
hélicoptère|moyen de transport véhicule
train suspendu|moyen de transport voyage
téléphérique|montagne moyen de transport ski
tramway aérien|moyen de transport télécabine
satellite|espace
fusée|décollage espace moyen de transport
soucoupe volante|alien extraterrestre ovni
cloche de comptoir|clochette hôtel réception
bagage|valise voyage
sablier|chronomètre minuteur sable
sablier avec sable qui coule|attendre chronomètre minuteur
montre|heure
réveil|alarme attendre dring
chronomètre|heure temps
horloge|heure minuteur temps
pendule|horloge horloge posée
midi/minuit|0 h 12 h heure
midi/minuit et demie|00 h 30 12 h 30 heure
une heure|1 h 13 h horloge
une heure et demie|1 h 30 13 h 30 horloge
deux heures|14 h 2 h horloge
deux heures et demie|14 h 30 2 h 30 horloge
trois heures|15 h 3 h horloge
trois heures et demie|15 h 30 3 h 30 horloge
quatre heures|16 h 4 h seize heures
quatre heures et demie|16 h 30 4 h 30 horloge
cinq heures|17 h 5 h dix-sept heures
cinq heures et demie|17 h 30 5 h 30 dix-sept heures trente
six heures|18 h 6 h dix-huit heures
six heures et demie|18 h 30 6 h 30 dix-huit heures trente
sept heures|19 h 7 h dix-neuf heures
sept heures et demie|19 h 30 7 h 30 dix-neuf heures trente
huit heures|20 h 8 h horloge
huit heures et demie|20 h 30 8 h 30 horloge
neuf heures|21 h 9 h
neuf heures et demie|21 h 30 9 h 30 horloge
dix heures|10 h 22 h horloge
dix heures et demie|10 h 30 22 h 30 horloge
onze heures|11 h 23 h horloge
onze heures et demie|11 h 30 23 h 30 horloge
nouvelle lune|espace sombre
lune croissante|espace nuit
premier quartier de lune|espace nuit
lune gibbeuse croissante|espace gibbeux nuit
pleine lune|espace nuit
lune gibbeuse décroissante|espace gibbeux nuit
dernier quartier de lune|espace
lune décroissante|croissant de lune espace lune descendante
croissant de lune|espace nuit ramadan
nouvelle lune avec visage|espace nouvelle lune à visage nuit
premier quartier de lune avec visage|croissant de lune espace lune à visage
dernier quartier de lune avec visage|croissant de lune lune à visage nuit
thermomètre|météo
soleil|beau temps brillant espace
pleine lune avec visage|lune à visage nuit sourire
soleil avec visage|chaleur chaud ensoleillé
planète à anneaux|saturne saturnien saturnienne
étoile|astronomie nuit
étoile brillante|nuit nuit étoilée succès
étoile filante|espace nuit
voie lactée|espace
nuage|gris météo
soleil derrière les nuages|caché météo nuageux
nuage avec éclair et pluie|météo orage
soleil derrière un petit nuage|caché météo soleil derrière petit nuage
soleil derrière un gros nuage|caché météo soleil derrière gros nuage
soleil derrière un nuage de pluie|caché gouttes météo
nuage avec pluie|averse gouttes mauvais temps
nuage avec neige|flocons froid hiver
nuage avec éclair|nuage avec un éclair orage orageux
tornade|cyclone météo nuage
brouillard|brume fog météo
vent avec visage|météo nuage souffle
cyclone|spirale tourbillon typhon
arc-en-ciel|bisexuelle gay pride homosexuelle
parapluie fermé|météo
parapluie ouvert
parapluie avec gouttes de pluie|météo
parasol sur le sol|météo parapluie parapluie au sol
haute tension|courant danger nature
flocon|flocon de neige froid météo
bonhomme de neige|bonhomme de neige avec flocons flocons
bonhomme de neige sans neige|bonhomme de neige sans flocons froid
comète|espace météore
feu|allumer brûler chaud
goutte d’eau|bd froid larme
vague|eau kanagawa lame
citrouille|halloween lanterne
sapin de Noël|arbre fête fêtes
feu d’artifice|14 juillet fête
cierge magique|14 juillet artifice feu d’artifice
pétard|dynamite explosif explosive
étincelles|* magie nuit
ballon gonflable|anniversaire ballon de baudruche fête
cotillons|anniversaire fête super
confettis|anniversaire fête
arbre à vœux|fête japon prières
bambou décoratif|fête japonais plante
poupées japonaises|festival
koinobori|carpe fête
carillon éolien|clochette fête vent
cérémonie de la lune
enveloppe rouge|argent bonne chance cadeau
ruban|fête nœud ruban rose
cadeau|anniversaire cadeau emballé fête
ruban de mémoire|souvenir
billet d’entrée|place spectacle
billet|place spectacle
médaille militaire
trophée|champion championne coupe
médaille sportive|champion championne médaille d’or
médaille d’or|1er premier
médaille d’argent|2e deuxième
médaille de bronze|3e troisième
ballon de football|balle sport
baseball|balle balle de baseball sport
softball|balle gant sports
basket|ballon basket-ball panier
volley-ball|ballon jeu match
football américain|ballon sport super bowl
rugby|ballon sport
tennis|balle balle de tennis sport
disque volant|discoplane disque-volant frisbee
bowling|boule jeu partie
cricket|balle balle de cricket batte
hockey sur gazon|balle crosse sport
hockey sur glace|crosse palet sport
crosse|balle but lacrosse
ping-pong|balle jeu partie
badminton|jeu match raquette
gant de boxe|sport
tenue d’arts martiaux|judo karaté kimono
cage|but filet sport
drapeau de golf|sport trou
patin à glace|patiner patinoire sport
pêche à la ligne|canne à pêche sport
masque de plongée|apnée masque et tuba plonger
maillot de course|athlétisme course à pied jogging
ski|neige sport
luge|glisser neige traîneau
pierre de curling|granit jeu match
dans le mille|cible fléchettes jeu
yoyo|descendre jouet monter
cerf-volant|planer voler
pistolet à eau|arme arme à feu flingue
boule de billard|8 boule magique huit
boule de cristal|avenir magie voyant
baguette magique|abracadabra magicien magie
jeu vidéo|joystick manette playstation
manette de jeu|jeu vidéo joystick
machine à sous|casino jeu
dés|hasard jeu
pièce de puzzle|assemblage indice interloqué
ours en peluche|jeu jouet nounours
piñata|5 mai bonbons cinco de mayo
boule à facettes|briller danse disco
poupées russes|emboîté empiler jouet
pique|carte couleur jeu
cœur cartes|cartes à jouer couleur jeu
carreau|carreaux carte couleur
trèfle cartes|cartes à jouer couleur jeu
pion d’échec|duper sacrifiable
carte Joker|cartes à jouer jeu
dragon rouge mahjong|jeu mah-jong
jeu des fleurs|carte carte à jouer japonais
spectacle vivant|acteur actrice art
cadre avec image|art musée peinture
palette de peinture|art artiste couleurs
bobine de fil|aiguille coudre couture
aiguille à coudre|broderie couture fil à coudre
fil|boule crochet laine
nœud|attacher corde entrelacer
lunettes de vue|accessoire vêtements yeux
lunettes de soleil|lunettes noires
lunettes|lunettes de chimiste lunettes de labo lunettes de piscine
blouse blanche|docteur expérience expérimentation
gilet de sécurité|chantier fluo gilet jaune
cravate|chemise travail vêtements
T-shirt|bleu chemise courses
jean|bleu courses denim
foulard|cou froid glagla
gants|main vêtements
manteau|froid glagla veste
chaussettes|pieds vêtements
robe|courses jolie shopping
kimono|vêtements
sari|inde mode robe
maillot de bain une pièce|maillot une pièce
slip|maillot de bain slip de bain sous-vêtement
short|baignade caleçon maillot de bain
bikini|maillot de bain nager piscine
vêtements de femme|chemise chemisier courses
éventail|agiter chaleur charmer
porte-monnaie|accessoire courses sac à main
sac à main|accessoire courses shopping
pochette|accessoire sac sac à main
sacs de shopping|achats courses
cartable|sac sac à dos école
tong|claquettes mer plage
chaussure d’homme|accessoire coup de pied courses
chaussure de sport|accessoire athlétisme basket
chaussure de randonnée|camping chaussure de marche chaussures de chantier
chaussure plate|ballerine chaussure sans lacets chaussures plates
chaussure à talon haut|accessoire chaussure de femme courses
sandale de femme|chaussure chaussure de femme chaussure à talon
chaussons de danse|ballerines ballet chaussures
botte de femme|accessoire chaussure courses
peigne afro|cheveux démêler démêloir
couronne|accessoire famille royale monarchie
chapeau de femme|vêtements
haut de forme|accessoire chapeau haut-de-forme
toque universitaire|accessoire chapeau diplôme
casquette américaine|baseball cap casquette de baseball chapeau
casque militaire|armée guerre guerrier
casque de secouriste|assistance casque croix blanche casque de sauveteur
chapelet|accessoire collier perles
rouge à lèvres|cosmétiques maquillage rendez-vous
bague|alliance amour brillant
pierre précieuse|argent bijou diamant
muet|chut enceinte haut-parleur barré
volume des enceintes faible|haut-parleur haut-parleur d’enceinte son
volume des enceintes moyen|haut-parleur haut-parleur d’enceinte son
volume des enceintes élevé|fort haut-parleur haut-parleur d’enceinte
haut-parleur|communication fort message
porte-voix|encourager hourra manifestation
cor postal|cor de facteur facteur poste
cloche|clochette sonner
alarme désactivée|barrée cloche silence
partition|musique note
note de musique
notes de musique|partition
micro de studio|chant enregistrement microphone
curseur de niveau|musique
boutons de réglage|boutons de commande boutons de contrôle commande
micro|chanter karaoke karaoké
casque|musique son écouteur
radio|actualités communication loisirs
saxophone|instrument musique
trompette|instrument musique
trombone|brass instrument jazz
accordéon|bandonéon concert concertina
guitare|guitare électrique instrument musique
piano|clavier instrument musique
violon|instrument musique
banjo|cordes instrument instrument à cordes
batterie|baguette baguettes musique
djembé|battement conga instrument
maracas|cha cha cha danse danser
flûte|bois fanfare fifre
harpe|amour cupidon instrument
téléphone portable|communication smartphone
appel entrant|communication recevoir un appel smartphone
téléphone|téléphone rouge
combiné téléphonique|communication téléphone
bipeur|communication pager
fax|communication télécopieur
pile
pile faible|batterie batterie faible déchargé
câble avec fiche électrique|branché prise prise électrique
ordinateur portable|bureau travail
ordinateur de bureau|moniteur
imprimante|imprimer ordinateur
clavier|informatique ordinateur
souris d’ordinateur|informatique
boule de commande|informatique ordinateur souris à boule
disque d’ordinateur|minidisc
disquette|informatique ordinateur
CD|blu-ray disque dvd
DVD|blu-ray cd disque
abaque|boulier calcul calculation
caméra|cinéma film filmer
pellicule|bande cinéma film
projecteur cinématographique|film vidéo
clap|action film ça tourne
téléviseur|petit écran tv télévision
appareil photo|selfie vidéo
appareil photo avec flash
caméscope|caméra filmer vidéo
cassette vidéo|magnétoscope vhs vidéocassette
loupe orientée à gauche|agrandir chercher détective
loupe orientée à droite|agrandir chercher détective
bougie|chandelle lumière
ampoule|allumer bande dessinée bd
torche|lampe torche lampe électrique lumière
lampion rouge|japonais lanterne lumière
diya|diwali fête inde huile
carnet avec couverture|cahier livre école
livre fermé|apprendre enseignement lire
livre ouvert|apprendre bibliothèque enseignement
livre vert|apprendre bibliothèque enseignement
livre bleu|apprendre lecture lire
livre orange|apprendre lecture lire
livres|apprendre bibliothèque enseignement
carnet|cahier écrire
carnet de compte|cahier classeur grand livre
page enroulée|document
parchemin|papier
page|document
journal|actualités communication gros titres
journal roulé|actualités presse
signets|marque marqueur onglets
marque-page|marqueur signet
étiquette
pièce|argent euro fortune
sac plein d’argent|avare banque dollar
coffre au trésor|argent argenterie bijoux
billet en yens|argent billet de banque payer
billet en dollars|argent billet de banque payer
billet en euros|argent billet de banque payer
billet en livres|argent billet de banque payer
billet avec des ailes|argent billet de banque dollars
carte bancaire|argent banque carte de crédit
reçu|compta comptabilité comptable
courbe avec yen en hausse|banque croissance devise
enveloppe|courrier électronique e-mail lettre
e-mail|courriel courrier électronique lettre
message reçu|courriel courrier courrier électronique
enveloppe avec flèche|communication courriel courrier électronique
boîte d’envoi|courriel courrier électronique e-mail
boîte de réception|courriel courrier électronique e-mail
colis|boîte livraison paquet
boîte aux lettres fermée drapeau levé|courrier
boîte aux lettres fermée drapeau baissé|courrier
boîte aux lettres ouverte drapeau levé|courrier
boîte aux lettres ouverte drapeau baissé|courrier
boîte aux lettres|courrier poste
urne électorale|a voté bulletin de vote urne électorale avec un bulletin
crayon|crayon à papier gomme mine
stylo plume noir|écrire
stylo plume|écrire
stylo|stylo bille stylo-bille écrire
pinceau|peinture
crayon pastel|rouge
mémo|bloc-notes crayon écrire
porte-documents|accessoire bureau cartable
dossier|fichier répertoire
dossier ouvert|ouvrir ouvrir le dossier répertoire
intercalaires|classement classeur index
calendrier|date
éphéméride|agenda calendrier date
bloc-notes à spirale|bloc-notes à spirales cahier
calendrier à spirale|bloc-notes calendrier à spirales
carnet d’adresses|carte fiche index
graphique en hausse|croissance données haut
graphique en baisse|bas chute données
graphiques à barres|données
porte-bloc|fournitures liste presse-papiers
punaise|fournitures
épingle|carte emplacement fournitures
trombone|fournitures
trombones|fournitures
règle|fournitures mathématiques règle plate
équerre|fournitures mathématiques
ciseaux|couper découper fournitures
boîte à dossiers|classeur
meuble à dossiers|classement classer classeur
corbeille à papiers|poubelle
cadenas fermé|privé verrouiller verrouillé
cadenas ouvert|déverrouiller ouvrir
cadenas fermé avec stylo|cadenas avec un stylo plume confidentiel privé
cadenas fermé avec clé|cadenas avec une clé privé sécurisé
clé|mot de passe ouvrir serrure
clé ancienne|fermer indice serrure
marteau|outil réparer travaux
hache|bois bûcheron fendre
pioche|mine outil
marteau et pioche|burin marteau et burin outil
marteau et clé à molette|outil outils
dague|arme couteau poignard
épées croisées|arme armes
bombe|bande dessinée bd boum
boomerang|aborigène australie jeu
arc et flèche|archer astrologie horoscope
bouclier|arme
scie|bois outil scie à bois
clé à molette|outil travaux
tournevis|outil outillage
vis et écrou|boulon outil travaux
roue dentée|engrenage outil
serre-joint|compresser comprimer outil
balance à poids|astrologie horoscope justice
canne blanche|accessibilité aveugle déficient visuel
chaînons|chaîne maillons mousqueton
chaîne brisée|chaîne cassée chaîne rompue liberté
chaînes
crochet|accrocher appâter attraper
boîte à outils|caisse à outils coffre mécanique
aimant|aimanter attirer attraction
échelle|ascension barreau escabeau
pelle|bêche creuser trou
alambic|chimie outil
tube à essai|chimie chimiste expérience
boîte de pétri|bactérie bactériologie biologie
adn|biologie biologiste gène
microscope|expérience laboratoire outil
télescope|astronomie espace outil
antenne satellite|antenne parabolique parabole science
seringue|aiguille docteur malade
goutte de sang|don du sang menstruation menstruations
pilule|docteur gélule malade
sparadrap|bandage bobo médecine
béquille|accident aide blessé
stéthoscope|cœur diagnostic docteur
radiographie|cage thoracique docteur médical
porte|placard porte d’entrée
ascenseur|accessibilité descente monte-charge
miroir|beauté glace image
fenêtre|air frais cadre carreaux
lit|dormir hôtel
canapé et lampe|canapé avec une lampe
chaise|assis siège
toilettes|cabinets wc
ventouse|bouché déboucheur dégorgement
douche|eau pommeau de douche
baignoire|bain mousse
tapette à souris|appât apât fromage
rasoir|coupant lame raser
bouteille de lotion|après-shampoing crème hydratante crème pour le corps
épingle de sûreté|couche imperdable lange
balai|balais balayage ménage
panier|agriculture cueillette lessive
rouleau de papier|essuie-tout papier hygiénique papier toilette
seau|conteneur plage
savon|bain bulles lavage
bulles|propre savon sous l’eau
brosse à dents|brosser les dents dentaire hygiène
éponge|absorbante absorbe laver
extincteur|chaud feu fire
chariot|caddie courses panier
cigarette|cigarette allumée fumer fumeur
cercueil|enterrement mort obsèques
pierre tombale|cimetière enterrement funérailles
urne funéraire|cendres mort obsèques
mauvais œil|amulette l’oeil bleu mauvais oeil
main de Fatma|amulette chance hamsa
moai|moaï monolithe statue
pancarte|affiche grève manifestation
carte d’identité|justificatif papiers permis de conduire
distributeur de billets|argent banque dab
icône Poubelle|corbeille déchets jeter
eau potable|eau du robinet robinet
symbole Accès handicapés|fauteuil roulant mobilité réduite
symbole Toilettes hommes|symbole homme wc
symbole Toilettes femmes|symbole femme wc
panneau Toilettes|wc
symbole Bébé|espace de change
WC|toilettes
contrôle des passeports
douane|douanes
retrait des bagages|arrivée avion aéroport
consigne|bagages casier clé
symbole d’avertissement|attention
traversée d’enfants|circulation piétons école
sens interdit|circulation entrée interdite interdiction
symbole d’interdiction|entrée interdite interdit
vélos interdits|bicyclette interdiction
interdiction de fumer|cigarette barrée interdit interdit de fumer
dépôt d’ordures interdit|déchets interdiction ne pas jeter
eau non potable|imbuvable interdiction interdit
interdit aux piétons|interdiction
téléphones portables interdits|interdiction
18 ans et plus|dix-huit interdiction interdit
radioactif|radioactivité symbole
danger biologique|symbole
flèche haut|direction nord sens
flèche haut droite|direction nord-est sens
flèche droite|direction est sens
flèche bas droite|direction sens sud-est
flèche bas|direction sens sud
flèche bas gauche|direction sens sud-ouest
flèche gauche|direction ouest sens
flèche haut gauche|direction nord-ouest sens
flèche haut bas|flèche dans les deux sens
flèche gauche droite
flèche courbe gauche
flèche courbe droite
flèche courbe haut|flèche courbe vers la droite et le haut
flèche courbe bas
flèches dans le sens horaire|actualiser sens des aiguilles d’une montre symbole recharger
flèches dans le sens antihoraire|actualiser retour sens contraire des aiguilles d’une montre
flèche Retour|flèche vers la gauche
flèche Fin|flèche vers la gauche
flèche Activé|droite et gauche flèche dans les deux sens
flèche Bientôt
flèche En haut|flèche vers le haut
lieu de culte|prier religion
symbole de l’atome|athée
om|hindou religion
étoile de David|judaïsme juif juive
roue du Dharma|bouddhisme bouddhiste religion
yin yang|complémentaire religion tao
croix latine|chrétien chrétienne religion
croix orthodoxe|chrétien chrétienne religion
lune et étoile|islam musulman musulmane
symbole de paix|paix et amour peace and love
chandelier à sept branches|candélabre hanoucca hanoukka
étoile à 6 branches|chance judaïsme juif
khanda|deg tegh fateh foi khalsa
bélier zodiaque|astrologie horoscope
taureau|astrologie horoscope zodiaque
gémeaux|astrologie horoscope zodiaque
cancer|astrologie crabe horoscope
lion|astrologie horoscope zodiaque
vierge|astrologie horoscope zodiaque
balance|astrologie horoscope justice
scorpion zodiaque|astrologie horoscope
sagittaire|astrologie horoscope zodiaque
capricorne|astrologie chèvre horoscope
verseau|astrologie horoscope zodiaque
poissons|astrologie horoscope zodiaque
serpentaire|ophiuchus zodiaque
bouton lecture aléatoire|flèche flèches croisées
bouton répétition|bouton répéter flèche flèches en cercle
bouton répétition de la piste|flèche flèches en cercle avec n°1 répéter
bouton lecture|droite flèche lire
bouton avance rapide|double flèche flèche avance rapide
bouton piste suivante|bouton suivant double flèche scène suivante
bouton lecture/pause|flèche triangle
bouton retour|flèche gauche triangle
bouton retour rapide|double flèche flèche flèche retour rapide
bouton piste précédente|bouton précédent flèche scène précédente
petit triangle haut|bouton haut flèche
double flèche vers le haut|flèche double rapide
petit triangle bas|bouton bas flèche
double flèche vers le bas|flèche double rapide
bouton pause
bouton stop|carré
bouton enregistrer|cercle enregistrement point blanc
bouton éjecter
cinéma|caméra film
luminosité faible|brillance lumière soleil
luminosité élevée|brillance lumière soleil
barres de réseau|communication couverture portable
sans fil|connexion haut débit hotspot
mode vibreur|communication portable téléphone
téléphone éteint|portable éteindre
symbole de la femme
symbole de l’homme
symbole de la communauté transgenre
signe multiplier|* annuler croix noire
plus|+ addition ajouter
moins|- arithmétique mathématiques
signe diviser|algèbre division math
signe égal gras|mathématiques réponse égalité
infini|illimité universel éternité
double point d’exclamation|! !! ponctuation
points d’exclamation et d’interrogation|! !? ?
point d’interrogation rouge|? ponctuation question
point d’interrogation blanc|? ponctuation question
point d’exclamation blanc|! ponctuation surprise
point d’exclamation rouge|! ponctuation
ligne ondulée|ponctuation tiret trait d’union ondulé
conversion de devise|argent banque change
symbole dollar|argent devise espèces
caducée|docteur esculape médecine
symbole Recyclage
fleur de lys|blason fleur de lis reine
trident|ancre bateau fourche
badge nominatif
symbole japonais de débutant|chevron chevron jaune et vert
cercle rouge|0 anneau gros cercle
bouton coché|carré coche coche blanche
case cochée|bouton carré coche
coche|coche noire ok oui
croix|annuler croix rouge multiplication
bouton croix|multiplier vert ×
boucle|bouclette
double boucle
alternance|symbole
astérisque huit branches|* astérique astérique huit branches
étoile huit branches|* astérisque
éclat|* briller scintiller
symbole copyright|droits d’auteur propriété intellectuelle ©
marque déposée|marque commerciale ®
marque commerciale déposée|marque déposée tm
éclaboussure|holi peinture tache
touches : #
touches : *
touches : 0|zéro
touches : 1|un
touches : 2|deux
touches : 3|trois
touches : 4|quatre
touches : 5|cinq
touches : 6|six
touches : 7|sept
touches : 8|huit
touches : 9|neuf
touches : 10
majuscules|abcd alphabet latin lettres
minuscules|abcd alphabet latin lettre
saisie de chiffres|1234
saisie de symboles
alphabet latin|abc lettres saisie
groupe sanguin A
groupe sanguin AB
groupe sanguin B
bouton Effacer|cl icône effacer
bouton Cool|icône cool
bouton Gratuit|icône gratuit
source d’informations|guichet d’informations
bouton Identifiant|icône identifiant
m encerclé|cercle
bouton Nouveau|icône nouveau nouveauté
bouton Pas bien|bouton ng interdit mauvais
groupe sanguin O
bouton OK|icône ok
bouton P|panneau parking parking
bouton SOS|au secours icône sos à l’aide
bouton Vers le haut|icône nouveauté nouveau nouveauté
bouton VS|contre icône contre versus
bouton ici en japonais|idéogramme idéogramme katakana ici
bouton frais de service en japonais|idéogramme katakana
bouton montant mensuel en japonais|idéogramme
bouton pas gratuit en japonais|idéogramme payant
bouton réservé en japonais|idéogramme
bouton bonne affaire en japonais|idéogramme idéogramme avantage
bouton réduction en japonais|idéogramme rabais
bouton gratuit en japonais|idéogramme
bouton interdit en japonais|idéogramme idéogramme interdit
bouton accepter en japonais|acceptable idéogramme
bouton application en japonais|idéogramme idéogramme appliquer
bouton note pour réussir en japonais|idéogramme note de passage
bouton chambres disponibles en japonais|idéogramme idéogramme vide
bouton félicitations en japonais|idéogramme
bouton secret en japonais|idéogramme
bouton ouvert pour affaires en japonais|idéogramme
bouton complet en japonais|idéogramme idéogramme plénitude
disque rouge|cercle forme géométrique géométrie
disque orange|cercle forme géométrique géométrie
disque jaune|cercle forme géométrique géométrie
disque vert|cercle forme géométrique géométrie
disque bleu|cercle forme géométrique géométrie
disque violet|cercle forme géométrique géométrie
disque marron|brun cercle disque brun
disque noir|cercle forme géométrique géométrie
disque blanc|cercle forme géométrique géométrie
carré rouge|forme géométrique géométrie
carré orange|forme géométrique géométrie
carré jaune|forme géométrique géométrie
carré vert|forme géométrique géométrie
carré bleu|forme géométrique géométrie
carré violet|forme géométrique géométrie
carré marron|carré brun forme géométrique géométrie
grand carré noir|forme forme géométrique géométrie
grand carré blanc|forme géométrie
carré moyen noir|forme forme géométrique géométrie
carré moyen blanc|forme forme géométrique géométrie
carré petit moyen noir|forme géométrie
carré petit moyen blanc|forme géométrie
petit carré noir|forme forme géométrique géométrie
petit carré blanc|forme forme géométrique géométrie
grand losange orange|forme géométrique géométrie
grand losange bleu|forme géométrique grand losange orange géométrie
petit losange orange|forme géométrique géométrie
petit losange bleu|forme géométrique géométrie
triangle rouge pointant vers le haut|flèche forme géométrique géométrie
triangle rouge pointant vers le bas|flèche forme géométrie
diamant avec un point|bande dessinée bd dessin
bouton radio|forme géométrie géométrique
carré blanc|bouton forme géométrie
carré noir|bouton forme géométrie
drapeau à damier|course automobile formule 1 ligne d’arrivée
drapeau triangulaire|drapeau rouge fanion golf
drapeaux croisés|japonais
drapeau noir|drapeau qui flotte au vent
drapeau blanc|drapeau qui flotte au vent
drapeau arc-en-ciel|lgbt
drapeau transgenre|blanc bleu clair rose
drapeau de pirate|pillage piller trésor
drapeau : Île de l’Ascension|AC
drapeau : Andorre|AD
drapeau : Émirats arabes unis|AE
drapeau : Afghanistan
drapeau : Antigua-et-Barbuda|AG
drapeau : Anguilla|AI
drapeau : Albanie
drapeau : Arménie|AM
drapeau : Angola|AO
drapeau : Antarctique|AQ
drapeau : Argentine
drapeau : Samoa américaines|AS
drapeau : Autriche|AT
drapeau : Australie
drapeau : Aruba|AW
drapeau : Îles Åland|AX
drapeau : Azerbaïdjan
drapeau : Bosnie-Herzégovine|BA
drapeau : Barbade|BB
drapeau : Bangladesh|BD
drapeau : Belgique
drapeau : Burkina Faso|BF
drapeau : Bulgarie|BG
drapeau : Bahreïn|BH
drapeau : Burundi|BI
drapeau : Bénin|BJ
drapeau : Saint-Barthélemy|BL
drapeau : Bermudes|BM
drapeau : Brunei|BN
drapeau : Bolivie
drapeau : Pays-Bas caribéens|BQ
drapeau : Brésil
drapeau : Bahamas|BS
drapeau : Bhoutan|BT
drapeau : Île Bouvet|BV
drapeau : Botswana|BW
drapeau : Biélorussie|BY
drapeau : Belize|BZ
drapeau : Canada
drapeau : Îles Cocos|CC
drapeau : Congo-Kinshasa|CD
drapeau : République centrafricaine|CF
drapeau : Congo-Brazzaville|CG
drapeau : Suisse|CH
drapeau : Côte d’Ivoire|CI
drapeau : Îles Cook|CK
drapeau : Chili|CL
drapeau : Cameroun|CM
drapeau : Chine|CN
drapeau : Colombie
drapeau : Île Clipperton|CP
drapeau : Sercq
drapeau : Costa Rica|CR
drapeau : Cuba
drapeau : Cap-Vert|CV
drapeau : Curaçao|CW
drapeau : Île Christmas|CX
drapeau : Chypre|CY
drapeau : Tchéquie|CZ
drapeau : Allemagne|DE
drapeau : Diego Garcia|DG
drapeau : Djibouti
drapeau : Danemark|DK
drapeau : Dominique|DM
drapeau : République dominicaine
drapeau : Algérie|DZ
drapeau : Ceuta et Melilla
drapeau : Équateur|EC
drapeau : Estonie|EE
drapeau : Égypte|EG
drapeau : Sahara occidental|EH
drapeau : Érythrée|ER
drapeau : Espagne
drapeau : Éthiopie|ET
drapeau : Union européenne
drapeau : Finlande
drapeau : Fidji|FJ
drapeau : Îles Malouines|FK
drapeau : Micronésie|FM
drapeau : Îles Féroé|FO
drapeau : France
drapeau : Gabon
drapeau : Royaume-Uni|GB
drapeau : Grenade|GD
drapeau : Géorgie|GE
drapeau : Guyane française|GF
drapeau : Guernesey|GG
drapeau : Ghana
drapeau : Gibraltar
drapeau : Groenland|GL
drapeau : Gambie|GM
drapeau : Guinée|GN
drapeau : Guadeloupe|GP
drapeau : Guinée équatoriale|GQ
drapeau : Grèce
drapeau : Géorgie du Sud-et-les Îles Sandwich du Sud|GS
drapeau : Guatemala|GT
drapeau : Guam
drapeau : Guinée-Bissau|GW
drapeau : Guyana|GY
drapeau : R.A.S. chinoise de Hong Kong|HK
drapeau : Îles Heard-et-MacDonald|HM
drapeau : Honduras|HN
drapeau : Croatie|HR
drapeau : Haïti|HT
drapeau : Hongrie|HU
drapeau : Îles Canaries|IC
drapeau : Indonésie|ID
drapeau : Irlande|IE
drapeau : Israël|IL
drapeau : Île de Man|IM
drapeau : Inde
drapeau : Territoire britannique de l’océan Indien|IO
drapeau : Irak|IQ
drapeau : Iran
drapeau : Islande
drapeau : Italie
drapeau : Jersey
drapeau : Jamaïque|JM
drapeau : Jordanie
drapeau : Japon|JP
drapeau : Kenya
drapeau : Kirghizstan|KG
drapeau : Cambodge|KH
drapeau : Kiribati
drapeau : Comores|KM
drapeau : Saint-Christophe-et-Niévès|KN
drapeau : Corée du Nord|KP
drapeau : Corée du Sud|KR
drapeau : Koweït|KW
drapeau : Îles Caïmans|KY
drapeau : Kazakhstan|KZ
drapeau : Laos
drapeau : Liban|LB
drapeau : Sainte-Lucie|LC
drapeau : Liechtenstein
drapeau : Sri Lanka|LK
drapeau : Liberia|LR
drapeau : Lesotho|LS
drapeau : Lituanie|LT
drapeau : Luxembourg
drapeau : Lettonie|LV
drapeau : Libye|LY
drapeau : Maroc
drapeau : Monaco|MC
drapeau : Moldavie|MD
drapeau : Monténégro|ME
drapeau : Saint-Martin|MF
drapeau : Madagascar|MG
drapeau : Îles Marshall|MH
drapeau : Macédoine du Nord|MK
drapeau : Mali|ML
drapeau : Myanmar (Birmanie)|MM
drapeau : Mongolie|MN
drapeau : R.A.S. chinoise de Macao|MO
drapeau : Îles Mariannes du Nord|MP
drapeau : Martinique|MQ
drapeau : Mauritanie|MR
drapeau : Montserrat|MS
drapeau : Malte|MT
drapeau : Maurice|MU
drapeau : Maldives|MV
drapeau : Malawi|MW
drapeau : Mexique|MX
drapeau : Malaisie|MY
drapeau : Mozambique|MZ
drapeau : Namibie
drapeau : Nouvelle-Calédonie|NC
drapeau : Niger|NE
drapeau : Île Norfolk|NF
drapeau : Nigeria|NG
drapeau : Nicaragua
drapeau : Pays-Bas|NL
drapeau : Norvège
drapeau : Népal|NP
drapeau : Nauru|NR
drapeau : Niue|NU
drapeau : Nouvelle-Zélande|NZ
drapeau : Oman
drapeau : Panama
drapeau : Pérou
drapeau : Polynésie française|PF
drapeau : Papouasie-Nouvelle-Guinée|PG
drapeau : Philippines
drapeau : Pakistan|PK
drapeau : Pologne|PL
drapeau : Saint-Pierre-et-Miquelon|PM
drapeau : Îles Pitcairn|PN
drapeau : Porto Rico|PR
drapeau : Territoires palestiniens|PS
drapeau : Portugal|PT
drapeau : Palaos|PW
drapeau : Paraguay|PY
drapeau : Qatar
drapeau : La Réunion|RE
drapeau : Roumanie
drapeau : Serbie|RS
drapeau : Russie
drapeau : Rwanda
drapeau : Arabie saoudite
drapeau : Îles Salomon|SB
drapeau : Seychelles|SC
drapeau : Soudan|SD
drapeau : Suède|SE
drapeau : Singapour|SG
drapeau : Sainte-Hélène|SH
drapeau : Slovénie|SI
drapeau : Svalbard et Jan Mayen|SJ
drapeau : Slovaquie|SK
drapeau : Sierra Leone|SL
drapeau : Saint-Marin|SM
drapeau : Sénégal|SN
drapeau : Somalie
drapeau : Suriname|SR
drapeau : Soudan du Sud|SS
drapeau : Sao Tomé-et-Principe|ST
drapeau : Salvador|SV
drapeau : Saint-Martin (partie néerlandaise)|SX
drapeau : Syrie
drapeau : Eswatini|SZ
drapeau : Tristan da Cunha
drapeau : Îles Turques-et-Caïques|TC
drapeau : Tchad|TD
drapeau : Terres australes françaises|TF
drapeau : Togo|TG
drapeau : Thaïlande
drapeau : Tadjikistan|TJ
drapeau : Tokelau|TK
drapeau : Timor oriental|TL
drapeau : Turkménistan|TM
drapeau : Tunisie|TN
drapeau : Tonga
drapeau : Turquie|TR
drapeau : Trinité-et-Tobago|TT
drapeau : Tuvalu|TV
drapeau : Taïwan|TW
drapeau : Tanzanie|TZ
drapeau : Ukraine|UA
drapeau : Ouganda
drapeau : Îles mineures éloignées des États-Unis|UM
drapeau : Nations Unies
drapeau : États-Unis|US
drapeau : Uruguay|UY
drapeau : Ouzbékistan
drapeau : État de la Cité du Vatican
drapeau : Saint-Vincent-et-les Grenadines|VC
drapeau : Venezuela
drapeau : Îles Vierges britanniques|VG
drapeau : Îles Vierges des États-Unis
drapeau : Viêt Nam|VN
drapeau : Vanuatu|VU
drapeau : Wallis-et-Futuna|WF
drapeau : Samoa|WS
drapeau : Kosovo|XK
drapeau : Yémen|YE
drapeau : Mayotte|YT
drapeau : Afrique du Sud|ZA
drapeau : Zambie|ZM
drapeau : Zimbabwe|ZW
drapeau : Angleterre|gbeng
drapeau : Écosse|gbsct
drapeau : Pays de Galles|gbwls`;export{e as default};
