# What a room says as plain text. In front of each line but the day's stands the time.

text-joined = { $name } joined
text-left = { $name } left
text-edited = { $name } edited: { $text }
text-deleted = (deleted)
text-deleted-by-sender = { $name } deleted a message ({ $time })
text-deleted-by-moderator = A moderator removed a message by { $name } ({ $time })
text-nobody = someone
text-reset = What stands above no longer holds; this is how the room is now.
text-day = --- { $weekday } { $date } ---
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
