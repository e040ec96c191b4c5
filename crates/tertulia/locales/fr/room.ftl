# draft

text-joined = { $name } a rejoint le salon
text-left = { $name } a quitté le salon
text-edited = { $name } a modifié : { $text }
text-deleted = (supprimé)
text-deleted-by-sender = { $name } a supprimé un message ({ $time })
text-deleted-by-moderator = La modération a retiré un message de { $name } ({ $time })
text-nobody = quelqu’un
text-reset = Ce qui précède n’est plus valable ; voici le salon maintenant.
text-day = --- { $weekday } { $date } ---
weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche

page-title = Chat de { $type } { $id }
page-day = { $weekday } { $date } ({ $zone })
page-empty = Rien n’a encore été dit ici.
page-older = Messages plus anciens
page-newest = Aux messages les plus récents
page-edited = (modifié)
page-guest = invité
page-deleted-by-sender = Message supprimé
page-deleted-by-moderator = Message retiré par la modération
page-quoted = Un message plus ancien
page-name = Ton nom
page-text = Message
page-send = Envoyer
page-held = La modération relit ton message avant qu’il apparaisse.
page-locked = Ce salon est verrouillé.
page-sign-in = Pour lire ce salon, connecte-toi sur le site d’où tu viens ; le chat a alors besoin de JavaScript.
