# What a problem says: a title for each code, and the details of those that have more to say.
# A code's message is "problem-" and the code with hyphens; details are "detail-" and the reason.

problem-malformed = This can't be read as a request.
problem-token-in-url = A token does not belong in an address, where logs and histories keep it.
problem-token-missing = You have to say who you are for this.
problem-token-expired = Your pass has run out; a new one is needed.
problem-token-invalid = This pass is not good here.
problem-not-allowed = You may not do this.
problem-muted = You can't write here for now.
problem-banned = You can't be in this room.
problem-locked = The room is locked: only moderators can write.
problem-edit-over = The time for changing this message is over.
problem-refused = This was refused.
problem-origin-refused = This page may not use this chat.
problem-open-mode-is-local = This chat is being tried out and answers this machine only.
problem-not-found = There is nothing here, or it is not for you.
problem-wrong-method = This address can't do that.
problem-client-id-reused = Another message was sent under the same id.
problem-deleted = This message was deleted.
problem-name-taken = Somebody has this name already.
problem-room-deleted = This room was deleted.
problem-too-large = This is too large.
problem-unsupported-media = This kind of content is not taken here.
problem-invalid = Something in the request is not right.
problem-too-long = The text is too long.
problem-upgrade-needed = This address speaks WebSocket only.
problem-slow-down = Too fast; wait a moment.
problem-too-many = Too many at once.
problem-internal = Something went wrong on our side.
problem-store-away = Something that the chat needs does not answer right now; nothing was written.
problem-unknown = It is not known whether this was written; try again, it will not be doubled.
problem-draining = The server is restarting; try again in a moment.
problem-moved = The room has another name now.

detail-invalid-form = { $what } has the form { $rule }.
detail-invalid-range = { $field } is a whole number from { $min } to { $max }.
detail-json-broken = From line { $line }, column { $column } on this can't be read as JSON.
detail-json-ends = The JSON ends too early, in line { $line }, column { $column }.
detail-field-missing = { $field } is missing.
detail-field-twice = { $field } is given twice.
detail-field-unknown = There is no field `{ $field }`; known are: { $known }.
detail-field-misspelt = There is no field `{ $field }`; did you mean `{ $meant }`?
detail-field-none = There is no field `{ $field }`, and no other either.
detail-field-choice = { $field } is one of { $known }, not { $given }.
detail-field-choice-misspelt = { $field } is one of { $known }, not { $given }; did you mean `{ $meant }`?
detail-field-text = { $field } is a text, not { $given }.
detail-field-number = { $field } can't be { $given }: it is a whole number from 0 up.
detail-field-boolean = { $field } is true or false, not { $given }.
detail-field-object = { $field } is a JSON object, not { $given }.
detail-invalid-body = This can't be read: { $what }
detail-not-utf8 = What is percent-encoded has to be UTF-8.
detail-charset = A body has to be in UTF-8.
detail-coding = A body can't be compressed.
detail-no-object = A JSON object is needed.
detail-json-needed = The request has to be JSON.
detail-form-needed = The form has to come as a browser sends it.
detail-rooms-asked = Ask for 1 to { $max } rooms at once.
detail-invalid-format = format is json, sse or text.
detail-invalid-zone = tz is the name of a time zone, for example Europe/Madrid.
detail-one-position = Only one of last, before, above, around and after can be given.
detail-text-long =
    { $max ->
        [one] At most { $max } character.
       *[other] At most { $max } characters.
    }
detail-text-empty = There is nothing to see in it.
detail-text-control = The character { $character } is not allowed.
detail-text-marks = At most { $max } combining marks in a row.
detail-name-character = The character { $character } is not allowed in a name.
detail-name-length = A name has 1 to { $max } characters that can be seen.
detail-sender-id = A sender's id has 1 to { $max } characters, and no control characters.
detail-avatar = An avatar is an http or https address of at most { $max } characters.
detail-data-size = data is a JSON object of at most { $max } bytes.
detail-signal-name = A signal's name has 1 to { $max } characters: a small letter, then small letters, digits, _, . and -.
detail-signals = The room was signalled too often in this second.
detail-emoji = One whole emoji is needed, as keyboards send it.
detail-emoji-missing = An emoji is needed, in the address: ?emoji=, percent-encoded.
detail-reaction-kinds = A message has at most { $max } kinds of reactions.
detail-reply-to-nothing = reply_to is the id of a message in this room.
detail-level-needed = This needs the level { $needs }.
detail-kind-made-by-server = Joins and leaves are told by the server alone.
detail-room-not-made = There is no such room yet. The site has to make it first.
detail-guests-not-welcome = Guests can't write in this room.
detail-name-reserved = This name would pass for the site's own.
detail-write-queue-full = Too many messages are waiting to be stored.
detail-body-bytes = A request has at most { $max } bytes.
detail-rooms-open =
    { $max ->
        [one] At most { $max } room can be open on one connection.
       *[other] At most { $max } rooms can be open on one connection.
    }
detail-pace-user-room = So many messages of yours in a row are too many here.
detail-pace-user = So many messages of yours in a row are too many.
detail-pace-room = Too much is said in this room at once.
detail-pace-address = Too many messages come from your network at once.
detail-pace-guests = Too many guests come from your network at once.
detail-streams-of-address = At most { $max } connections can be open from one network.
detail-streams-of-user = At most { $max } connections of one person can be open.
detail-rooms-of-address = At most { $max } rooms can be open from one network.
detail-filter-word = There is a word in it that is not used here.
detail-filter-link = Links can't be sent here.
detail-filter-name = This name can't be used here.
detail-filter-edit = Changed like this it would have to be reviewed; it stays as it was.
detail-edit-held = What is said here is reviewed first, and can't be changed afterwards; it stays as it was.
detail-hook-words = { $words }
detail-hook-refused = This site does not want it to be said.
detail-hook-away = What is said here is looked at first, and that can't be done right now. Try again in a moment.
detail-hook-busy = Too many messages are waiting to be looked at.
detail-another-sender = All rooms of one connection are one sender's.
detail-hello-first = The first frame has to be hello.
detail-reference = ref has at most { $max } characters.
detail-open-mode = Open mode answers requests to a loopback name that came through no proxy. To serve others, start with a secret: TERTULIA_SECRET or secret_file.
detail-origin-needed = A request that a cookie vouches for needs an Origin. From a program, send a token instead.
detail-keys-away = The keys by which tokens are checked can't be fetched right now.
detail-own-everywhere-needed = This needs own on everything.
detail-user-id = A user's id has 1 to { $max } characters, and no control characters.
detail-origin = { $origin } is not on the list. Add it to origins.
detail-origin-null = A page that is opened as a file, or in a sandbox, has no origin. Serve it, for example by python3 -m http.server, and open it there.
detail-restricted-until = Until { $until }.
detail-restricted-why = { $why }
detail-restricted-until-why = Until { $until }: { $why }
detail-restricted-address = Until { $until }, for everybody without an account who comes by this connection.
detail-address-of-guests = The address of guests alone can be included: this is a user of the site.
detail-address-unknown = No address of this guest is known, so it can't be included. Try it without.
detail-report-own = Nobody reports what they said themselves.
detail-reports-in-room = In this room as many reports wait as may ({ $max }). Its moderators have to look through them first.
detail-pace-reports = So many reports at once. Try again in a while.
detail-pace-unread = This was asked too often. Try again in a while.
detail-restrictions = At most { $max } people can be restricted in one room.
detail-until-past = The end of a restriction lies in the future.
detail-kick-until = A kick ends by itself after 60 seconds: it goes without until. With mute and ban an end can be given.
detail-room-exists = There is such a room already.
detail-held-rejected = A moderator did not let this message through.
detail-held-for-review = It waits for review.
detail-held-by-sender = At most { $max } of your messages can wait for review.
detail-held-in-room = At most { $max } messages can wait for review here.

# What a room without a title is called.
room-name = Chat for { $type } { $id }
detail-before-or-user = Ask for `before` or for `user`, one of the two.
