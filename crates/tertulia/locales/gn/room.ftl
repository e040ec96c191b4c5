# draft

text-joined = Oike { $name }
text-left = Osẽ { $name }
text-edited = { $name } omoambue: { $text }
text-deleted = (oñembogue)
text-deleted-by-sender = { $name } ombogue peteĩ ñeʼẽmondo ({ $time })
text-deleted-by-moderator = Ohechakuaáva oipeʼa { $name } ñeʼẽmondo ({ $time })
text-nobody = peteĩ tapicha
text-reset = Yvate guive oĩva ndovaléi veima; koʼag̃a péicha oĩ ko koty.
text-day = --- { $weekday } { $date } ---
weekday-1 = arakõi
weekday-2 = araapy
weekday-3 = ararundy
weekday-4 = arapo
weekday-5 = arapoteĩ
weekday-6 = arapokõi
weekday-7 = arateĩ

page-title = { $type } { $id } ñomongeta
page-day = { $weekday } { $date } ({ $zone })
page-empty = Avave noñeʼẽi gueteri koʼápe.
page-older = Ñeʼẽmondo ymavegua
page-newest = Ñeʼẽmondo ipyahuvévape
page-edited = (oñemoambue)
page-guest = mbohupa
page-deleted-by-sender = Ñeʼẽmondo oñembogue
page-deleted-by-moderator = Ñeʼẽmondo oipeʼa ohechakuaáva
page-quoted = Ñeʼẽmondo ymavegua
page-name = Nde réra
page-text = Ñeʼẽmondo
page-send = Emondo
page-held = Ohechakuaáva ohecháta nde ñeʼẽmondo ojehechauka mboyve.
page-locked = Ko koty oñemboty.
page-sign-in = Emoñeʼẽ hag̃ua ko koty, eike nde rendápe reju haguépe; upéi ñomongeta oikotevẽ JavaScript.
