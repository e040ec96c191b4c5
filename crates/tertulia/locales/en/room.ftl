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

# A room as a page without a script.

# The name of a room that has no title. $type and $id name the thing that it belongs to.
page-title = Chat for { $type } { $id }
# Above a day's messages; $zone is the time zone of all times there.
page-day = { $weekday } { $date } ({ $zone })
page-empty = No messages yet
page-empty-hint = Be the first to say something.
page-older = Older messages
page-newest = To the newest messages
page-edited = edited
page-guest = guest
page-deleted-by-sender = Message deleted
page-deleted-by-moderator = Message removed by a moderator
page-quoted = An earlier message
page-name = Your name
page-text = Write a message
page-send = Send
page-held = A moderator looks at your message before it appears.
page-locked = This room is locked. You can read, but not write.
page-unread = New
page-read-only = You can read here, but not write.
page-signed-out = Sign in to take part.
page-beginning = This is the beginning of the conversation.
page-notification = Notice
page-system = System
page-sign-in = To read this room, sign in where you came from; the chat then needs JavaScript.
