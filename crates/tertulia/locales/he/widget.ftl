# draft
# מה שהווידג'ט אומר. הניסוח נעשה אצל הקורא; דבר ממנו לא נשמר.

# השם של חדר בלי כותרת. $type ו-$id אומרים למה הוא שייך.
room-title = צ'אט: { $type } { $id }
room-title-lobby = לובי
log-label = הודעות

# שורות השיחה
joined = { $name } הצטרף/ה
left = { $name } יצא/ה
deleted-by-sender = ההודעה נמחקה
deleted-by-moderator = ההודעה הוסרה על ידי צוות הניהול
edited = נערכה
guest = אורח/ת
system-label = מערכת
notification-label = התראה
reaction-label =
    { $count ->
        [one] { $emoji }, אדם אחד
        [two] { $emoji }, שני אנשים
       *[other] { $emoji }, { $count } אנשים
    }
unread-line = חדש
go-to-quoted = מעבר להודעה הזו
quote-unknown = הודעה קודמת
message-gone = ההודעה הזו כבר לא כאן.

# שליחה
sending = בשליחה
sent = נשלחה
waiting = ממתינה לשליחה
failed = לא נשלחה
failed-too-long = ההודעה הזו ארוכה מדי.
failed-muted = אין לך כרגע אפשרות לכתוב כאן.
failed-locked = החדר הזה נעול.
failed-not-allowed = אין לך הרשאה לכתוב כאן.
failed-refused = ההודעה הזו לא התקבלה.
failed-given-up = לא נשלחה בתוך יממה.
failed-token = צריך להתחבר שוב.
retry = ניסיון נוסף
discard = ביטול ההודעה
outbox-full = יותר מדי הודעות ממתינות לשליחה, וכרגע אי אפשר להוסיף עוד.
held = ההודעה שלך ממתינה לאישור.

# תיבת הכתיבה
write = כתיבת הודעה
send = שליחה
too-long =
    { $count ->
        [one] תו אחד יותר מדי
        [two] שני תווים יותר מדי
       *[other] { $count } תווים יותר מדי
    }
characters-left =
    { $count ->
        [one] נשאר תו אחד
        [two] נשארו שני תווים
       *[other] נשארו { $count } תווים
    }
name-question = איך לקרוא לך?
name-label = השם שלך
name-go = המשך
name-taken = השם הזה תפוס.
name-reserved = השם הזה עלול להיראות כשם של האתר עצמו.
name-invalid = כדאי לבחור שם אחר.
name-failed = זה לא הצליח. אפשר לנסות שוב.

writing-as = בתור { $name }
name-change = שינוי השם
slow-mode =
    { $count ->
        [one] מצב איטי: הודעה בכל שנייה
        [two] מצב איטי: הודעה בכל שתי שניות
       *[other] מצב איטי: הודעה בכל { $count } שניות
    }
emoji-pick = בחירת אמוג'י
emoji-search = חיפוש אמוג'י
emoji-none = לא נמצא דבר.
emoji-recent = בשימוש לאחרונה
emoji-smileys = פרצופים ורגשות
emoji-people = אנשים וגוף
emoji-nature = חיות וטבע
emoji-food = אוכל ושתייה
emoji-travel = טיולים ומקומות
emoji-activities = פעילויות
emoji-objects = חפצים
emoji-symbols = סמלים
emoji-flags = דגלים
emoji-groups = קבוצות אמוג'י
emoji-tone = גוון עור
tone-none = ללא גוון עור
tone-light = גוון עור בהיר
tone-medium-light = גוון עור בהיר-בינוני
tone-medium = גוון עור בינוני
tone-medium-dark = גוון עור כהה-בינוני
tone-dark = גוון עור כהה
suggestions = הצעות
replying-to = תשובה אל { $name }
editing = עריכה
cancel = ביטול

# מה אפשר לעשות עם הודעה, ובחדר
react = תגובה באמוג'י
reply = תשובה
more = עוד
edit = עריכה
copy-text = העתקת הטקסט
copy-link = העתקת הקישור
copied = הועתק.
delete = מחיקה
deleting = נמחקה.
undo = שחזור
ignore = התעלמות מאדם זה
ignore-none =
    { $count ->
        [one] הצגת אדם אחד שהתעלמת ממנו
        [two] הצגת שני אנשים שהתעלמת מהם
       *[other] הצגת { $count } אנשים שהתעלמת מהם
    }
mute-for =
    { $count ->
        [one] השתקה לדקה
        [two] השתקה לשתי דקות
       *[other] השתקה ל-{ $count } דקות
    }
kick = הסרה לדקה
ban = חסימה
muted = { $name }: הכתיבה חסומה לעת עתה.
kicked = { $name }: מחוץ לחדר לדקה.
banned = { $name }: הכניסה חסומה.
also-connection = גם החיבור, ליום אחד
in-force = מושתקים וחסומים
in-force-none = אין כאן מושתקים או חסומים.
in-force-until = עד { $time }
lift = ביטול
delete-all = מחיקת כל ההודעות של אדם זה
delete-all-sure = באמת למחוק הכול?
deleted-all = הודעות שנמחקו: { $count }
report = דיווח
report-why = מה לא בסדר? (לא חובה)
report-thanks = תודה. צוות הניהול קיבל על כך הודעה.
review = לבדיקה
review-waiting =
    { $count ->
        [one] הודעה אחת לבדיקה
        [two] שתי הודעות לבדיקה
       *[other] { $count } הודעות לבדיקה
    }
review-none = אין מה לבדוק.
review-approve = אישור
review-reject = דחייה
review-show = הצגה
review-keep = להשאיר
reported-by =
    { $count ->
        [one] אדם אחד דיווח
        [two] שני אנשים דיווחו
       *[other] { $count } אנשים דיווחו
    }
lock = נעילת החדר
unlock = פתיחת החדר
slow-label = מצב איטי
slow-off = בלי מצב איטי
slow-set =
    { $count ->
        [one] שנייה אחת
        [two] שתי שניות
       *[other] { $count } שניות
    }
notify-on = התראה על הודעות חדשות
notify-off = בלי התראות
notify-refused = הדפדפן שלך לא מאפשר כאן התראות.
close = סגירה
did-not-work = זה לא הצליח. אפשר לנסות שוב.
not-loaded = לא ניתן היה לטעון חלק מהצ'אט. כדאי לנסות שוב, או לטעון את הדף מחדש.

# להתמצא
empty = אין עדיין הודעות
empty-hint = אפשר להתחיל את השיחה.
beginning = כאן מתחילה השיחה.
loading-older = הודעות ישנות יותר נטענות
new-messages =
    { $count ->
        [one] הודעה חדשה אחת
        [two] שתי הודעות חדשות
       *[other] { $count } הודעות חדשות
    }
to-newest = להודעות החדשות ביותר
people-here =
    { $count ->
        [one] אדם אחד כאן
        [two] שני אנשים כאן
       *[other] { $count } אנשים כאן
    }
people-more =
    { $count ->
        [one] ועוד אחד
        [two] ועוד שניים
       *[other] ועוד { $count }
    }
typing-one = { $name } מקליד/ה…
typing-two = { $first } ו-{ $second } מקלידים…
typing-many = כמה אנשים מקלידים…

# מצב הדברים
state-connecting = מתחברים…
state-offline = אין חיבור. מה שייכתב יישמר, ויישלח כשהחיבור יחזור.
state-signed-out = צריך להתחבר כדי להשתתף.
state-restricted = אין לך כרגע אפשרות להשתתף כאן.
state-restricted-until = אין לך אפשרות להשתתף כאן עד { $time }.
state-muted = אפשר לקרוא כאן, אבל כרגע לא לכתוב.
state-muted-until = אפשר לקרוא כאן. אפשר יהיה לכתוב שוב: { $time }.
state-why = סיבה: { $why }
state-locked = החדר הזה נעול. אפשר לקרוא, אבל לא לכתוב.
state-read-only = אפשר לקרוא כאן, אבל לא לכתוב.
state-not-yours = אין לך גישה לחדר הזה.
state-deleted = החדר הזה נמחק.
state-page-refused = הדף הזה לא רשאי להשתמש בצ'אט הזה.
