# draft
# מה שחדר אומר כטקסט פשוט. לפני כל שורה, חוץ משורת היום, מופיעה השעה.

text-joined = { $name } הצטרף/ה
text-left = { $name } יצא/ה
text-edited = עריכה של { $name }: { $text }
text-deleted = (נמחקה)
text-deleted-by-sender = { $name } מחק/ה הודעה ({ $time })
text-deleted-by-moderator = צוות הניהול הסיר הודעה של { $name } ({ $time })
text-nobody = מישהו
text-reset = מה שלמעלה כבר לא נכון; כך נראה החדר עכשיו.
text-day = --- { $weekday } { $date } ---
weekday-1 = יום שני
weekday-2 = יום שלישי
weekday-3 = יום רביעי
weekday-4 = יום חמישי
weekday-5 = יום שישי
weekday-6 = יום שבת
weekday-7 = יום ראשון

# חדר כדף בלי סקריפט.

# השם של חדר בלי כותרת. $type ו-$id אומרים למה הוא שייך.
page-title = צ'אט: { $type } { $id }
# מעל ההודעות של יום; $zone הוא אזור הזמן של כל השעות שם.
page-day = { $weekday } { $date } ({ $zone })
page-empty = אין עדיין הודעות
page-empty-hint = אפשר להתחיל את השיחה.
page-older = הודעות ישנות יותר
page-newest = להודעות החדשות ביותר
page-edited = נערכה
page-guest = אורח/ת
page-deleted-by-sender = ההודעה נמחקה
page-deleted-by-moderator = ההודעה הוסרה על ידי צוות הניהול
page-quoted = הודעה קודמת
page-name = השם שלך
page-text = כתיבת הודעה
page-send = שליחה
page-held = צוות הניהול יבדוק את ההודעה שלך לפני שתופיע.
page-locked = החדר הזה נעול. אפשר לקרוא, אבל לא לכתוב.
page-unread = חדש
page-read-only = אפשר לקרוא כאן, אבל לא לכתוב.
page-signed-out = צריך להתחבר כדי להשתתף.
page-beginning = כאן מתחילה השיחה.
page-notification = התראה
page-system = מערכת
page-sign-in = כדי לקרוא את החדר הזה צריך להתחבר באתר שממנו באת; אחר כך הצ'אט צריך JavaScript.
