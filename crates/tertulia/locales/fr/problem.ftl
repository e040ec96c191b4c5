# draft

problem-malformed = Ceci n’est pas lisible comme une requête.
problem-token-in-url = Un jeton n’a pas sa place dans une adresse : les journaux et les historiques la conservent.
problem-token-missing = Pour cela, il faut dire qui tu es.
problem-token-expired = Ton passe a expiré ; il en faut un nouveau.
problem-token-invalid = Ce passe n’est pas valable ici.
problem-not-allowed = Tu ne peux pas faire cela.
problem-muted = Tu ne peux pas écrire ici pour le moment.
problem-banned = Tu ne peux pas être dans ce salon.
problem-locked = Le salon est verrouillé : seule la modération peut écrire.
problem-edit-over = Le délai pour modifier ce message est passé.
problem-refused = Ceci n’a pas été accepté.
problem-origin-refused = Cette page ne peut pas utiliser ce chat.
problem-open-mode-is-local = Ce chat est à l’essai et ne répond qu’à cet ordinateur.
problem-not-found = Il n’y a rien ici, ou ce n’est pas pour toi.
problem-wrong-method = Cette adresse ne permet pas cela.
problem-client-id-reused = Un autre message a été envoyé sous le même identifiant.
problem-deleted = Ce message a été supprimé.
problem-name-taken = Quelqu’un porte déjà ce nom.
problem-room-deleted = Ce salon a été supprimé.
problem-too-large = C’est trop volumineux.
problem-unsupported-media = Ce type de contenu n’est pas accepté ici.
problem-invalid = Quelque chose ne va pas dans la requête.
problem-too-long = Le texte est trop long.
problem-upgrade-needed = Cette adresse ne parle que WebSocket.
problem-slow-down = Trop vite ; attends un instant.
problem-too-many = Trop à la fois.
problem-internal = Quelque chose s’est mal passé de notre côté.
problem-store-away = Quelque chose dont le chat a besoin ne répond pas pour le moment ; rien n’a été écrit.
problem-unknown = On ne sait pas si ceci a été enregistré ; réessaie, rien ne sera en double.
problem-draining = Le serveur redémarre ; réessaie dans un instant.
problem-moved = Le salon a un autre nom maintenant.

detail-invalid-form = Forme de { $what } : { $rule }.
detail-invalid-range = { $field } est un nombre entier de { $min } à { $max }.
detail-json-broken = À partir de la ligne { $line }, colonne { $column }, ceci ne se lit pas comme du JSON.
detail-json-ends = Le JSON s’arrête trop tôt, à la ligne { $line }, colonne { $column }.
detail-field-missing = Il manque { $field }.
detail-field-twice = { $field } est donné deux fois.
detail-field-unknown = Il n’y a pas de champ `{ $field }` ; il y a ceux-ci : { $known }.
detail-field-misspelt = Il n’y a pas de champ `{ $field }` ; voulais-tu dire `{ $meant }` ?
detail-field-none = Il n’y a pas de champ `{ $field }`, ni aucun autre.
detail-field-choice = { $field } est l’un de ceux-ci : { $known } ; pas { $given }.
detail-field-text = { $field } est un texte, pas { $given }.
detail-field-number = { $field } ne peut pas être { $given } : c’est un nombre entier à partir de 0.
detail-field-boolean = { $field } vaut true ou false, pas { $given }.
detail-field-object = { $field } est un objet JSON, pas { $given }.
detail-invalid-body = Ceci ne se lit pas : { $what }
detail-not-utf8 = Ce qui est encodé avec des pourcents doit être de l’UTF-8.
detail-charset = Le corps doit être en UTF-8.
detail-coding = Le corps ne peut pas être compressé.
detail-no-object = Il faut un objet JSON.
detail-json-needed = La requête doit être en JSON.
detail-form-needed = Le formulaire doit arriver comme un navigateur l’envoie.
detail-rooms-asked = Demande de 1 à { $max } salons à la fois.
detail-invalid-format = format vaut json, sse ou text.
detail-invalid-zone = tz est le nom d’un fuseau horaire, par exemple Europe/Madrid.
detail-one-position = Un seul de ceux-ci peut être donné : last, before, above, around ou after.
detail-text-long =
    { $max ->
        [one] { $max } caractère au plus.
       *[other] { $max } caractères au plus.
    }
detail-text-empty = Il ne contient rien de visible.
detail-text-control = Le caractère { $character } n’est pas permis.
detail-text-marks = { $max } signes combinants de suite au plus.
detail-name-character = Le caractère { $character } n’est pas permis dans un nom.
detail-name-length = Un nom a de 1 à { $max } caractères visibles.
detail-sender-id = L’identifiant d’un expéditeur a de 1 à { $max } caractères, sans caractères de contrôle.
detail-avatar = Un avatar est une adresse http ou https de { $max } caractères au plus.
detail-data-size = data est un objet JSON de { $max } octets au plus.
detail-signal-name = Le nom d’un signal a de 1 à { $max } caractères : une lettre minuscule, puis des minuscules, des chiffres, _, . et -.
detail-signals = Le salon a reçu trop de signaux dans cette seconde.
detail-emoji = Il faut un seul emoji entier, tel que les claviers l’envoient.
detail-emoji-missing = Il faut un emoji dans l’adresse : ?emoji=, avec l’encodage-pourcent.
detail-reaction-kinds = Un message accepte { $max } sortes de réactions au plus.
detail-reply-to-nothing = reply_to est l’identifiant d’un message de ce salon.
detail-level-needed = Il faut pour cela le niveau { $needs }.
detail-kind-made-by-server = Seul le serveur annonce les arrivées et les départs.
detail-room-not-made = Ce salon n’existe pas encore. Le site doit d’abord le créer.
detail-guests-not-welcome = Les invités ne peuvent pas écrire dans ce salon.
detail-name-reserved = Ce nom pourrait passer pour celui du site.
detail-write-queue-full = Trop de messages attendent d’être enregistrés.
detail-body-bytes = Une requête a { $max } octets au plus.
detail-rooms-open =
    { $max ->
        [one] { $max } salon ouvert au plus par connexion.
       *[other] { $max } salons ouverts au plus par connexion.
    }
detail-pace-user-room = Tu envoies trop de messages de suite pour ce salon.
detail-pace-user = Tu envoies trop de messages de suite.
detail-pace-room = On parle trop à la fois dans ce salon.
detail-pace-address = Trop de messages à la fois viennent de ton réseau.
detail-pace-guests = Trop d’invités à la fois viennent de ton réseau.
detail-streams-of-address = { $max } connexions ouvertes au plus depuis un même réseau.
detail-streams-of-user = { $max } connexions ouvertes au plus par personne.
detail-rooms-of-address = { $max } salons ouverts au plus depuis un même réseau.
detail-filter-word = Il contient un mot qui ne s’emploie pas ici.
detail-filter-link = On ne peut pas envoyer de liens ici.
detail-filter-name = Ce nom ne peut pas servir ici.
detail-filter-edit = Ainsi modifié, il faudrait le relire ; il reste comme il était.
detail-edit-held = Ce qui se dit ici est relu avant et ne peut plus être modifié ensuite ; il reste comme il était.
detail-hook-words = { $words }
detail-hook-refused = Ce site ne veut pas que cela soit dit.
detail-hook-away = Ce qui se dit ici est relu d’abord, et ce n’est pas possible en ce moment. Réessaie dans un instant.
detail-hook-busy = Trop de messages attendent d’être relus.
detail-another-sender = Tous les salons d’une connexion sont d’un même expéditeur.
detail-hello-first = Le premier message de la connexion doit être hello.
detail-reference = ref a { $max } caractères au plus.
detail-open-mode = Le mode ouvert ne répond qu’aux requêtes adressées à un nom de loopback et passées par aucun proxy. Pour servir d’autres personnes, démarre avec un secret : TERTULIA_SECRET ou secret_file.
detail-origin-needed = Une requête garantie par un cookie a besoin d’un Origin. Depuis un programme, envoie plutôt un jeton.
detail-keys-away = Les clés qui servent à vérifier les jetons ne peuvent pas être obtenues pour le moment.
detail-own-everywhere-needed = Il faut pour cela own sur tout.
detail-user-id = L’identifiant d’un utilisateur a de 1 à { $max } caractères, sans caractères de contrôle.
detail-origin = { $origin } n’est pas dans la liste. Ajoute-le à origins.
detail-origin-null = Une page ouverte comme fichier, ou dans un bac à sable, n’a pas d’origine. Sers-la, par exemple avec python3 -m http.server, et ouvre-la là.
detail-restricted-until = Jusqu’à : { $until }.
detail-restricted-why = { $why }
detail-restricted-until-why = Jusqu’à : { $until }. { $why }
detail-restricted-address = Jusqu’à : { $until }, pour tous ceux qui viennent sans compte par cette connexion.
detail-address-of-guests = Seule l’adresse d’invités peut être incluse : cette personne est membre du site.
detail-address-unknown = Aucune adresse de cet invité n’est connue, elle ne peut donc pas être incluse. Essaie sans elle.
detail-report-own = On ne signale pas ce qu’on a dit soi-même.
detail-reports-in-room = Dans ce salon attendent autant de signalements que possible ({ $max }). La modération doit d’abord les voir.
detail-pace-reports = Trop de signalements à la fois. Réessaie plus tard.
detail-pace-unread = Cela a été demandé trop souvent. Réessaie plus tard.
detail-restrictions = Un salon peut avoir { $max } personnes restreintes au plus.
detail-until-past = La fin d’une restriction doit être dans l’avenir.
detail-kick-until = Un kick prend fin de lui-même au bout de 60 secondes : il va sans until. Avec mute et ban, une fin peut être donnée.
detail-room-exists = Un tel salon existe déjà.
detail-held-rejected = La modération n’a pas laissé passer ce message.
detail-held-for-review = Il attend d’être relu.
detail-held-by-sender = { $max } de tes messages au plus peuvent attendre d’être relus.
detail-held-in-room = { $max } messages au plus peuvent attendre ici d’être relus.

room-name = Chat de { $type } { $id }
detail-before-or-user = Demande `before` ou `user`, l’un des deux.
