# What the widget says. Worded at the reader's side; nothing of it is stored.

# The name of a room that has no title. $type and $id name the thing that it belongs to.
room-title = Chat for { $type } { $id }
room-title-lobby = Lobby
log-label = Messages

# Lines of the log
joined = { $name } joined
left = { $name } left
deleted-by-sender = Message deleted
deleted-by-moderator = Message removed by a moderator
edited = edited
guest = guest
system-label = System
notification-label = Notice
reaction-label =
    { $count ->
        [one] { $emoji }, { $count } person
       *[other] { $emoji }, { $count } people
    }
unread-line = New
go-to-quoted = Go to this message
quote-unknown = An earlier message
message-gone = This message is no longer here.

# Sending
sending = Sending
sent = Sent
waiting = Waiting to be sent
failed = Not sent
failed-too-long = This message is too long.
failed-muted = You can't write here for now.
failed-locked = This room is locked.
failed-not-allowed = You may not write here.
failed-refused = This message was not accepted.
failed-given-up = Not sent within a day.
failed-token = Please sign in again.
retry = Try again
discard = Discard
outbox-full = So much waits to be sent that nothing more is taken for now.
held = Your message is waiting for review.

# The composer
write = Write a message
send = Send
too-long =
    { $count ->
        [one] { $count } character too many
       *[other] { $count } characters too many
    }
characters-left =
    { $count ->
        [one] { $count } character left
       *[other] { $count } characters left
    }
name-question = What should we call you?
name-label = Your name
name-go = Continue
name-taken = That name is taken.
name-reserved = This name would pass for the site's own.
name-invalid = Please choose another name.
name-failed = That didn't work. Please try again.

writing-as = As { $name }
name-change = Change your name
slow-mode =
    { $count ->
        [one] Slow mode: one message a second
       *[other] Slow mode: one message every { $count } seconds
    }
emoji-pick = Choose an emoji
emoji-search = Search emoji
emoji-none = None found.
emoji-recent = Recently used
emoji-smileys = Smileys and emotion
emoji-people = People and body
emoji-nature = Animals and nature
emoji-food = Food and drink
emoji-travel = Travel and places
emoji-activities = Activities
emoji-objects = Objects
emoji-symbols = Symbols
emoji-flags = Flags
emoji-groups = Groups of emoji
emoji-tone = Skin tone
tone-none = No skin tone
tone-light = Light skin tone
tone-medium-light = Medium-light skin tone
tone-medium = Medium skin tone
tone-medium-dark = Medium-dark skin tone
tone-dark = Dark skin tone
suggestions = Suggestions
replying-to = Replying to { $name }
editing = Edit
cancel = Cancel

# What can be done with a message, and in a room
react = React
reply = Reply
more = More
edit = Edit
copy-text = Copy text
copy-link = Copy link
copied = Copied.
delete = Delete
deleting = Deleted.
undo = Undo
ignore = Ignore this person
ignore-none =
    { $count ->
        [one] Show { $count } ignored person again
       *[other] Show { $count } ignored people again
    }
mute-for =
    { $count ->
        [one] Mute for { $count } minute
       *[other] Mute for { $count } minutes
    }
kick = Remove for a minute
ban = Ban
muted = { $name } is muted for now.
kicked = { $name } was removed for a minute.
banned = { $name } is banned.
also-connection = Also their connection, for a day
in-force = Muted and banned
in-force-none = Nobody is muted or banned here.
in-force-until = Until { $time }
lift = Lift
delete-all = Delete all they said
delete-all-sure = Really delete all of it?
deleted-all = Messages deleted: { $count }
report = Report
report-why = What is wrong with it? (optional)
report-thanks = Thank you. The moderators have been told.
review = For review
review-waiting =
    { $count ->
        [one] { $count } message to review
       *[other] { $count } messages to review
    }
review-none = Nothing is waiting for review.
review-approve = Approve
review-reject = Reject
review-show = Show
review-keep = Keep it
reported-by =
    { $count ->
        [one] Reported by { $count } person
       *[other] Reported by { $count } people
    }
lock = Lock the room
unlock = Unlock the room
slow-label = Slow mode
slow-off = No slow mode
slow-set =
    { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    }
notify-on = Notify me of new messages
notify-off = No more notifications
notify-refused = Your browser does not allow notifications here.
close = Close
did-not-work = That didn't work. Please try again.
not-loaded = Part of the chat could not be loaded. Please try again, or reload the page.

# Finding one's way
empty = No messages yet
empty-hint = Be the first to say something.
beginning = This is the beginning of the conversation.
loading-older = Loading older messages
new-messages =
    { $count ->
        [one] { $count } new message
       *[other] { $count } new messages
    }
to-newest = Go to the newest messages
people-here =
    { $count ->
        [one] { $count } person here
       *[other] { $count } people here
    }
people-more =
    { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
typing-one = { $name } is typing…
typing-two = { $first } and { $second } are typing…
typing-many = Several people are typing…

# How things stand
state-connecting = Connecting…
state-offline = No connection. What you write is kept, and sent when it is back.
state-signed-out = Sign in to take part.
state-restricted = You can't take part here for now.
state-restricted-until = You can't take part here until { $time }.
state-muted = You can read here, but not write for now.
state-muted-until = You can read here, and write again from { $time }.
state-why = Reason: { $why }
state-locked = This room is locked. You can read, but not write.
state-read-only = You can read here, but not write.
state-not-yours = This room is not open to you.
state-deleted = This room has been deleted.
state-page-refused = This page may not use this chat.
