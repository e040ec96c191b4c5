# draft

room-title = Chat de { $type } { $id }
room-title-lobby = Salon principal
log-label = Messages

joined = { $name } a rejoint le salon
left = { $name } a quitté le salon
deleted-by-sender = Message supprimé
deleted-by-moderator = Message retiré par la modération
edited = modifié
guest = invité
system-label = Système
notification-label = Avis
reaction-label =
    { $count ->
        [one] { $emoji }, { $count } personne
       *[other] { $emoji }, { $count } personnes
    }
unread-line = Nouveau
go-to-quoted = Aller à ce message
quote-unknown = Un message plus ancien
message-gone = Ce message n’est plus ici.

sending = Envoi en cours
sent = Envoyé
waiting = En attente d’envoi
failed = Non envoyé
failed-too-long = Ce message est trop long.
failed-muted = Tu ne peux pas écrire ici pour le moment.
failed-locked = Ce salon est verrouillé.
failed-not-allowed = Tu ne peux pas écrire ici.
failed-refused = Ce message n’a pas été accepté.
failed-given-up = N’a pas pu être envoyé en un jour.
failed-token = Reconnecte-toi, s’il te plaît.
retry = Réessayer
discard = Abandonner
outbox-full = Tant de messages attendent d’être envoyés qu’aucun autre n’est accepté pour le moment.
held = Ton message est en attente de modération.

write = Écris un message
send = Envoyer
too-long =
    { $count ->
        [one] { $count } caractère de trop
       *[other] { $count } caractères de trop
    }
characters-left =
    { $count ->
        [one] Encore { $count } caractère
       *[other] Encore { $count } caractères
    }
name-question = Comment veux-tu qu’on t’appelle ?
name-label = Ton nom
name-go = Continuer
name-taken = Ce nom est déjà pris.
name-reserved = Ce nom pourrait passer pour celui du site.
name-invalid = Choisis un autre nom, s’il te plaît.
name-failed = Ça n’a pas marché. Réessaie.

writing-as = En tant que { $name }
name-change = Changer de nom
slow-mode =
    { $count ->
        [one] Mode lent : un message par seconde
       *[other] Mode lent : un message toutes les { $count } secondes
    }
emoji-pick = Choisir un emoji
emoji-search = Chercher un emoji
emoji-none = Aucun résultat.
emoji-recent = Utilisés récemment
emoji-smileys = Visages et émotions
emoji-people = Personnes et corps
emoji-nature = Animaux et nature
emoji-food = Nourriture et boissons
emoji-travel = Voyages et lieux
emoji-activities = Activités
emoji-objects = Objets
emoji-symbols = Symboles
emoji-flags = Drapeaux
emoji-groups = Groupes d’emojis
emoji-tone = Couleur de peau
tone-none = Couleur par défaut
tone-light = Peau claire
tone-medium-light = Peau moyennement claire
tone-medium = Peau légèrement mate
tone-medium-dark = Peau mate
tone-dark = Peau foncée
suggestions = Suggestions
replying-to = Réponse à { $name }
editing = Modifier
cancel = Annuler

react = Réagir
reply = Répondre
more = Plus
edit = Modifier
copy-text = Copier le texte
copy-link = Copier le lien
copied = Copié.
delete = Supprimer
deleting = Supprimé.
undo = Annuler
ignore = Ignorer cette personne
ignore-none =
    { $count ->
        [one] Réafficher { $count } personne ignorée
       *[other] Réafficher { $count } personnes ignorées
    }
mute-for =
    { $count ->
        [one] Rendre muet { $count } minute
       *[other] Rendre muet { $count } minutes
    }
kick = Exclure une minute
ban = Bannir
muted = { $name } ne peut plus écrire pour l’instant.
kicked = { $name } est hors du salon pour une minute.
banned = { $name } ne peut plus entrer.
also-connection = Sa connexion aussi, pour un jour
in-force = Muets et bannis
in-force-none = Personne n’est muet ni banni ici.
in-force-until = Jusqu’au { $time }
lift = Lever
delete-all = Supprimer tous ses messages
delete-all-sure = Vraiment tout supprimer ?
deleted-all = Messages supprimés : { $count }
report = Signaler
report-why = Qu’est-ce qui ne va pas ? (facultatif)
report-thanks = Merci. La modération a été prévenue.
review = À modérer
review-waiting =
    { $count ->
        [one] { $count } message à modérer
       *[other] { $count } messages à modérer
    }
review-none = Rien n’est à modérer.
review-approve = Approuver
review-reject = Rejeter
review-show = Afficher
review-keep = Garder
reported-by =
    { $count ->
        [one] Signalé par { $count } personne
       *[other] Signalé par { $count } personnes
    }
lock = Verrouiller le salon
unlock = Déverrouiller le salon
slow-label = Mode lent
slow-off = Sans mode lent
slow-set =
    { $count ->
        [one] { $count } seconde
       *[other] { $count } secondes
    }
notify-on = M’avertir des nouveaux messages
notify-off = Ne plus m’avertir
notify-refused = Ton navigateur ne permet pas les notifications ici.
close = Fermer
did-not-work = Ça n’a pas marché. Réessaie.
not-loaded = Une partie du chat n’a pas pu être chargée. Réessaie, ou recharge la page.

empty = Pas encore de messages
empty-hint = Lance la conversation.
beginning = La conversation commence ici.
loading-older = Chargement des messages plus anciens
new-messages =
    { $count ->
        [one] { $count } nouveau message
       *[other] { $count } nouveaux messages
    }
to-newest = Aller aux messages les plus récents
people-here =
    { $count ->
        [one] { $count } personne ici
       *[other] { $count } personnes ici
    }
people-more =
    { $count ->
        [one] et { $count } autre
       *[other] et { $count } autres
    }
typing-one = { $name } écrit…
typing-two = { $first } et { $second } écrivent…
typing-many = Plusieurs personnes écrivent…

state-connecting = Connexion…
state-offline = Pas de connexion. Ce que tu écris est gardé, et sera envoyé quand elle reviendra.
state-signed-out = Connecte-toi pour participer.
state-restricted = Tu ne peux pas participer ici pour le moment.
state-restricted-until = Tu ne peux pas participer ici avant le { $time }.
state-muted = Tu peux lire ici, mais pas écrire pour le moment.
state-muted-until = Tu peux lire ici, et écrire de nouveau à partir du { $time }.
state-why = Raison : { $why }
state-locked = Ce salon est verrouillé. Tu peux lire, mais pas écrire.
state-read-only = Tu peux lire ici, mais pas écrire.
state-not-yours = Tu n’as pas accès à ce salon.
state-deleted = Ce salon a été supprimé.
state-page-refused = Cette page ne peut pas utiliser ce chat.
