# draft
# מה שבעיה אומרת: כותרת לכל קוד, ופרטים לאלה שיש להם עוד מה לומר.
# ההודעה של קוד היא "problem-" והקוד עם מקפים; הפרטים הם "detail-" והסיבה.

problem-malformed = אי אפשר לקרוא את זה כבקשה.
problem-token-in-url = מקומו של אסימון אינו בכתובת: כתובות נשמרות ביומנים ובהיסטוריה.
problem-token-missing = לשם כך צריך להזדהות.
problem-token-expired = תוקף אישור הכניסה שלך פג; צריך אישור חדש.
problem-token-invalid = אישור הכניסה הזה לא תקף כאן.
problem-not-allowed = אין לך הרשאה לזה.
problem-muted = אין לך כרגע אפשרות לכתוב כאן.
problem-banned = אין לך כניסה לחדר הזה.
problem-locked = החדר נעול: רק צוות הניהול יכול לכתוב.
problem-edit-over = הזמן לעריכת ההודעה הזו עבר.
problem-refused = זה לא התקבל.
problem-origin-refused = הדף הזה לא רשאי להשתמש בצ'אט הזה.
problem-open-mode-is-local = הצ'אט הזה בניסיון ועונה רק למחשב הזה.
problem-not-found = אין כאן כלום, או שזה לא בשבילך.
problem-wrong-method = הכתובת הזו לא תומכת בזה.
problem-client-id-reused = הודעה אחרת כבר נשלחה עם אותו מזהה.
problem-deleted = ההודעה הזו נמחקה.
problem-name-taken = השם הזה כבר תפוס.
problem-room-deleted = החדר הזה נמחק.
problem-too-large = זה גדול מדי.
problem-unsupported-media = סוג התוכן הזה לא מתקבל כאן.
problem-invalid = משהו בבקשה לא תקין.
problem-too-long = הטקסט ארוך מדי.
problem-upgrade-needed = הכתובת הזו מדברת רק WebSocket.
problem-slow-down = מהר מדי; כדאי לחכות רגע.
problem-too-many = יותר מדי בבת אחת.
problem-internal = משהו השתבש אצלנו.
problem-store-away = משהו שהצ'אט צריך לא עונה כרגע; דבר לא נכתב.
problem-unknown = לא ידוע אם זה נשמר; אפשר לנסות שוב, זה לא יוכפל.
problem-draining = השרת מופעל מחדש; אפשר לנסות שוב עוד רגע.
problem-moved = לחדר יש עכשיו שם אחר.

detail-invalid-form = הצורה של { $what }: { $rule }.
detail-invalid-range = הערך של { $field } הוא מספר שלם מ-{ $min } עד { $max }.
detail-json-broken = החל משורה { $line }, עמודה { $column }, אי אפשר לקרוא את זה כ-JSON.
detail-json-ends = ה-JSON נגמר מוקדם מדי, בשורה { $line }, עמודה { $column }.
detail-field-missing = חסר השדה { $field }.
detail-field-twice = השדה { $field } מופיע פעמיים.
detail-field-unknown = אין שדה `{ $field }`; יש { $known }.
detail-field-misspelt = אין שדה `{ $field }`; אולי הכוונה היא `{ $meant }`?
detail-field-none = אין שדה `{ $field }`, וגם לא שום שדה אחר.
detail-field-choice = הערך של { $field } הוא אחד מאלה: { $known }; לא { $given }.
detail-field-choice-misspelt = הערך של { $field } הוא אחד מאלה: { $known }; לא { $given }. אולי הכוונה היא `{ $meant }`?
detail-field-text = הערך של { $field } הוא טקסט, לא { $given }.
detail-field-number = הערך של { $field } לא יכול להיות { $given }: הוא מספר שלם, 0 ומעלה.
detail-field-boolean = הערך של { $field } הוא true או false, לא { $given }.
detail-field-object = הערך של { $field } הוא אובייקט JSON, לא { $given }.
detail-invalid-body = אי אפשר לקרוא את זה: { $what }
detail-not-utf8 = מה שבקידוד אחוזים צריך להיות UTF-8.
detail-charset = גוף הבקשה צריך להיות ב-UTF-8.
detail-coding = גוף הבקשה לא יכול להיות דחוס.
detail-no-object = צריך אובייקט JSON.
detail-json-needed = הבקשה צריכה להיות JSON.
detail-form-needed = הטופס צריך להגיע כמו שדפדפן שולח אותו.
detail-rooms-asked = אפשר לבקש בבת אחת מחדר אחד עד { $max } חדרים.
detail-invalid-format = הערך של format הוא json, sse או text.
detail-invalid-zone = הערך של tz הוא שם של אזור זמן, למשל Europe/Madrid.
detail-one-position = אפשר לתת רק אחד מאלה: last, before, above, around או after.
detail-text-long =
    { $max ->
        [one] לכל היותר תו אחד.
        [two] לכל היותר שני תווים.
       *[other] לכל היותר { $max } תווים.
    }
detail-text-empty = אין בזה שום דבר שרואים.
detail-text-control = התו { $character } אסור.
detail-text-marks =
    { $max ->
        [one] לכל היותר סימן מצטרף אחד.
        [two] לכל היותר שני סימנים מצטרפים ברצף.
       *[other] לכל היותר { $max } סימנים מצטרפים ברצף.
    }
detail-name-character = התו { $character } אסור בשם.
detail-name-length = אורך שם הוא בין 1 ל-{ $max } תווים שרואים.
detail-sender-id = אורך מזהה השולח הוא בין 1 ל-{ $max } תווים, בלי תווי בקרה.
detail-avatar = תמונת פרופיל היא כתובת http או https באורך של { $max } תווים לכל היותר.
detail-data-size = השדה data הוא אובייקט JSON של { $max } בתים לכל היותר.
detail-signal-name = אורך שם של אות הוא בין 1 ל-{ $max } תווים: אות לטינית קטנה, ואחריה אותיות קטנות, ספרות או אחד מהתווים _ . -
detail-signals = החדר קיבל יותר מדי אותות בשנייה הזו.
detail-emoji = צריך אמוג'י אחד שלם, כמו שמקלדות שולחות.
detail-emoji-missing = צריך אמוג'י בכתובת, בפרמטר emoji, בקידוד אחוזים.
detail-reaction-kinds =
    { $max ->
        [one] להודעה יכול להיות סוג אחד של תגובות לכל היותר.
        [two] להודעה יכולים להיות שני סוגים של תגובות לכל היותר.
       *[other] להודעה יכולים להיות { $max } סוגים של תגובות לכל היותר.
    }
detail-reply-to-nothing = הערך של reply_to הוא מזהה של הודעה בחדר הזה.
detail-level-needed = לשם כך צריך את הרמה { $needs }.
detail-kind-made-by-server = רק השרת מודיע על הצטרפות ועל יציאה.
detail-room-not-made = עדיין אין חדר כזה. על האתר ליצור אותו תחילה.
detail-guests-not-welcome = אורחים לא יכולים לכתוב בחדר הזה.
detail-name-reserved = השם הזה עלול להיראות כשם של האתר עצמו.
detail-write-queue-full = יותר מדי הודעות ממתינות לשמירה.
detail-body-bytes = בבקשה יש לכל היותר { $max } בתים.
detail-rooms-open =
    { $max ->
        [one] לכל היותר חדר אחד יכול להיות פתוח בחיבור אחד.
        [two] לכל היותר שני חדרים יכולים להיות פתוחים בחיבור אחד.
       *[other] לכל היותר { $max } חדרים יכולים להיות פתוחים בחיבור אחד.
    }
detail-pace-user-room = שלחת כאן יותר מדי הודעות ברצף.
detail-pace-user = שלחת יותר מדי הודעות ברצף.
detail-pace-room = בחדר הזה נכתב יותר מדי בבת אחת.
detail-pace-address = מהרשת שלך מגיעות יותר מדי הודעות בבת אחת.
detail-pace-guests = מהרשת שלך מגיעים יותר מדי אורחים בבת אחת.
detail-streams-of-address = מספר החיבורים הפתוחים מרשת אחת הוא { $max } לכל היותר.
detail-streams-of-user = מספר החיבורים הפתוחים לכל אדם הוא { $max } לכל היותר.
detail-rooms-of-address = מספר החדרים הפתוחים מרשת אחת הוא { $max } לכל היותר.
detail-filter-word = יש בזה מילה שלא משתמשים בה כאן.
detail-filter-link = אי אפשר לשלוח כאן קישורים.
detail-filter-name = אי אפשר להשתמש כאן בשם הזה.
detail-filter-edit = שינוי כזה היה דורש בדיקה; ההודעה נשארה כפי שהייתה.
detail-edit-held = הודעות כאן נבדקות תחילה, ואי אפשר לערוך אותן אחר כך; ההודעה נשארה כפי שהייתה.
detail-hook-words = { $words }
detail-hook-refused = האתר הזה לא מאפשר את ההודעה הזו.
detail-hook-away = הודעות כאן נבדקות קודם, וזה לא אפשרי כרגע. כדאי לנסות שוב עוד רגע.
detail-hook-busy = יותר מדי הודעות ממתינות לבדיקה.
detail-another-sender = כל החדרים בחיבור אחד שייכים לאותו שולח.
detail-hello-first = הדבר הראשון בחיבור צריך להיות hello.
detail-reference = אורך השדה ref הוא { $max } תווים לכל היותר.
detail-open-mode = מצב פתוח עונה רק לבקשות אל שם loopback שלא עברו דרך פרוקסי. כדי לשרת אחרים, יש להפעיל עם סוד: TERTULIA_SECRET או secret_file.
detail-origin-needed = בקשה שעוגייה ערבה לה צריכה Origin. מתוך תוכנה, עדיף לשלוח אסימון.
detail-keys-away = אי אפשר כרגע להביא את המפתחות שלפיהם נבדקים אסימונים.
detail-own-everywhere-needed = לשם כך צריך own על הכול.
detail-user-id = אורך מזהה המשתמש הוא בין 1 ל-{ $max } תווים, בלי תווי בקרה.
detail-origin = המקור { $origin } לא ברשימה. אפשר להוסיף אותו אל origins.
detail-origin-null = לדף שנפתח כקובץ, או בתוך ארגז חול, אין מקור. יש להגיש אותו משרת, למשל באמצעות python3 -m http.server, ולפתוח אותו שם.
detail-restricted-until = עד { $until }.
detail-restricted-why = { $why }
detail-restricted-until-why = עד { $until }: { $why }
detail-restricted-address = עד { $until }, לכל מי שמגיע בלי חשבון דרך החיבור הזה.
detail-address-of-guests = אפשר לכלול רק כתובת של אורחים: לאדם הזה יש חשבון באתר.
detail-address-unknown = לא ידועה כתובת של האורח הזה, ולכן אי אפשר לכלול אותה. אפשר לנסות בלעדיה.
detail-report-own = אי אפשר לדווח על הודעות שלך.
detail-reports-in-room = בחדר הזה כבר ממתין המספר המרבי של דיווחים ({ $max }). קודם צוות הניהול צריך לעבור עליהם.
detail-pace-reports = יותר מדי דיווחים בבת אחת. כדאי לנסות שוב מאוחר יותר.
detail-pace-unread = זה נשאל יותר מדי פעמים. כדאי לנסות שוב מאוחר יותר.
detail-restrictions = לכל היותר { $max } אנשים יכולים להיות מוגבלים בחדר אחד.
detail-until-past = הגבלה צריכה להסתיים בעתיד.
detail-kick-until = kick מסתיים מעצמו אחרי 60 שניות, ולכן הוא בא בלי until. עם mute ועם ban אפשר לקבוע סוף.
detail-room-exists = כבר יש חדר כזה.
detail-held-rejected = צוות הניהול לא אישר את ההודעה הזו.
detail-held-for-review = ההודעה ממתינה לאישור.
detail-held-by-sender = לכל היותר { $max } הודעות שלך יכולות להמתין לאישור.
detail-held-in-room = לכל היותר { $max } הודעות יכולות להמתין כאן לאישור.

# איך קוראים לחדר בלי כותרת.
room-name = צ'אט: { $type } { $id }
detail-before-or-user = צריך לבקש `before` או `user`, אחד מהשניים.
