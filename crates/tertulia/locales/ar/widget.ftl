# draft
# ما تقوله الأداة. يُصاغ عند القارئ ولا يُحفظ منه شيء.

# اسم الغرفة التي لا عنوان لها. $type و$id يسمّيان ما تتبعه.
room-title = دردشة { $type } { $id }
room-title-lobby = الردهة
log-label = الرسائل

# أسطر المحادثة
joined = انضمام { $name }
left = مغادرة { $name }
deleted-by-sender = رسالة محذوفة
deleted-by-moderator = رسالة أزالها مشرف
edited = معدّلة
guest = ضيف
system-label = النظام
notification-label = إشعار
reaction-label =
    { $count ->
        [zero] { $emoji }، لا أحد
        [one] { $emoji }، شخص واحد
        [two] { $emoji }، شخصان
        [few] { $emoji }، { $count } أشخاص
        [many] { $emoji }، { $count } شخصًا
       *[other] { $emoji }، { $count } شخص
    }
unread-line = جديد
go-to-quoted = الانتقال إلى هذه الرسالة
quote-unknown = رسالة سابقة
message-gone = هذه الرسالة لم تعد موجودة هنا.

# الإرسال
sending = جارٍ الإرسال
sent = أُرسلت
waiting = في انتظار الإرسال
failed = لم تُرسل
failed-too-long = هذه الرسالة أطول من اللازم.
failed-muted = لا يمكنك الكتابة هنا في الوقت الحالي.
failed-locked = هذه الغرفة مقفلة.
failed-not-allowed = لا يُسمح لك بالكتابة هنا.
failed-refused = لم تُقبل هذه الرسالة.
failed-given-up = تعذّر الإرسال خلال يوم.
failed-token = سجّل الدخول من جديد.
retry = إعادة المحاولة
discard = تجاهل
outbox-full = رسائل كثيرة تنتظر الإرسال، فلا يُقبل المزيد الآن.
held = رسالتك في انتظار المراجعة.

# حقل الكتابة
write = اكتب رسالة
send = إرسال
too-long =
    { $count ->
        [zero] لا حروف زائدة
        [one] حرف واحد زائد
        [two] حرفان زائدان
        [few] { $count } أحرف زائدة
        [many] { $count } حرفًا زائدًا
       *[other] { $count } حرف زائد
    }
characters-left =
    { $count ->
        [zero] لم يبقَ أي حرف
        [one] بقي حرف واحد
        [two] بقي حرفان
        [few] بقيت { $count } أحرف
        [many] بقي { $count } حرفًا
       *[other] بقي { $count } حرف
    }
name-question = بأي اسم نناديك؟
name-label = اسمك
name-go = متابعة
name-taken = هذا الاسم مستخدم.
name-reserved = قد يُظن أن هذا الاسم اسم الموقع نفسه.
name-invalid = اختر اسمًا آخر من فضلك.
name-failed = لم ينجح ذلك. أعد المحاولة من فضلك.
writing-as = باسم { $name }
name-change = تغيير الاسم
slow-mode =
    { $count ->
        [zero] بلا وضع بطيء
        [one] الوضع البطيء: رسالة كل ثانية
        [two] الوضع البطيء: رسالة كل ثانيتين
        [few] الوضع البطيء: رسالة كل { $count } ثوانٍ
        [many] الوضع البطيء: رسالة كل { $count } ثانية
       *[other] الوضع البطيء: رسالة كل { $count } ثانية
    }
emoji-pick = اختيار رمز تعبيري
emoji-search = البحث عن رمز تعبيري
emoji-none = لا توجد نتائج.
emoji-recent = المستخدمة مؤخرًا
emoji-smileys = الوجوه والمشاعر
emoji-people = الأشخاص والجسم
emoji-nature = الحيوانات والطبيعة
emoji-food = الطعام والشراب
emoji-travel = السفر والأماكن
emoji-activities = الأنشطة
emoji-objects = الأشياء
emoji-symbols = الرموز
emoji-flags = الأعلام
emoji-groups = مجموعات الرموز التعبيرية
emoji-tone = لون البشرة
tone-none = بلا لون بشرة
tone-light = بشرة فاتحة
tone-medium-light = بشرة فاتحة متوسطة
tone-medium = بشرة متوسطة
tone-medium-dark = بشرة داكنة متوسطة
tone-dark = بشرة داكنة
suggestions = اقتراحات
replying-to = رد على { $name }
editing = تعديل
cancel = إلغاء

# ما يمكن فعله برسالة وفي غرفة
react = تفاعل
reply = رد
more = المزيد
edit = تعديل
copy-text = نسخ النص
copy-link = نسخ الرابط
copied = نُسخ.
delete = حذف
deleting = حُذفت.
undo = تراجع
ignore = تجاهل هذا الشخص
ignore-none =
    { $count ->
        [zero] إظهار المتجاهَلين من جديد
        [one] إظهار الشخص المتجاهَل من جديد
        [two] إظهار الشخصين المتجاهَلين من جديد
        [few] إظهار { $count } أشخاص متجاهَلين من جديد
        [many] إظهار { $count } شخصًا متجاهَلًا من جديد
       *[other] إظهار { $count } شخص متجاهَل من جديد
    }
mute-for =
    { $count ->
        [zero] بلا كتم
        [one] كتم لدقيقة
        [two] كتم لدقيقتين
        [few] كتم لمدة { $count } دقائق
        [many] كتم لمدة { $count } دقيقة
       *[other] كتم لمدة { $count } دقيقة
    }
kick = إخراج لدقيقة
ban = حظر
muted = { $name }: تم الكتم مؤقتًا.
kicked = { $name }: تم الإخراج لدقيقة.
banned = { $name }: تم الحظر.
also-connection = وكذلك اتصاله، ليوم واحد
in-force = المكتومون والمحظورون
in-force-none = لا أحد مكتوم أو محظور هنا.
in-force-until = حتى { $time }
lift = رفع القيد
delete-all = حذف كل رسائل هذا الشخص
delete-all-sure = هل تريد حذف الكل حقًا؟
deleted-all = الرسائل المحذوفة: { $count }
report = إبلاغ
report-why = ما المشكلة فيها؟ (اختياري)
report-thanks = شكرًا. تم إبلاغ المشرفين.
review = للمراجعة
review-waiting =
    { $count ->
        [zero] لا رسائل للمراجعة
        [one] رسالة واحدة للمراجعة
        [two] رسالتان للمراجعة
        [few] { $count } رسائل للمراجعة
        [many] { $count } رسالة للمراجعة
       *[other] { $count } رسالة للمراجعة
    }
review-none = لا شيء في انتظار المراجعة.
review-approve = قبول
review-reject = رفض
review-show = عرض
review-keep = إبقاء
reported-by =
    { $count ->
        [zero] لم يبلّغ عنها أحد
        [one] بلّغ عنها شخص واحد
        [two] بلّغ عنها شخصان
        [few] بلّغ عنها { $count } أشخاص
        [many] بلّغ عنها { $count } شخصًا
       *[other] بلّغ عنها { $count } شخص
    }
lock = قفل الغرفة
unlock = فتح قفل الغرفة
slow-label = الوضع البطيء
slow-off = بلا وضع بطيء
slow-set =
    { $count ->
        [zero] بلا ثوانٍ
        [one] ثانية واحدة
        [two] ثانيتان
        [few] { $count } ثوانٍ
        [many] { $count } ثانية
       *[other] { $count } ثانية
    }
notify-on = أعلِمني بالرسائل الجديدة
notify-off = إيقاف الإشعارات
notify-refused = متصفحك لا يسمح بالإشعارات هنا.
close = إغلاق
did-not-work = لم ينجح ذلك. أعد المحاولة من فضلك.
not-loaded = تعذّر تحميل جزء من الدردشة. أعد المحاولة أو أعد تحميل الصفحة.

# التنقل
empty = لا توجد رسائل بعد
empty-hint = كن أول من يكتب.
beginning = هنا تبدأ المحادثة.
loading-older = جارٍ تحميل رسائل أقدم
new-messages =
    { $count ->
        [zero] لا رسائل جديدة
        [one] رسالة جديدة واحدة
        [two] رسالتان جديدتان
        [few] { $count } رسائل جديدة
        [many] { $count } رسالة جديدة
       *[other] { $count } رسالة جديدة
    }
to-newest = إلى أحدث الرسائل
people-here =
    { $count ->
        [zero] لا أحد هنا
        [one] شخص واحد هنا
        [two] شخصان هنا
        [few] { $count } أشخاص هنا
        [many] { $count } شخصًا هنا
       *[other] { $count } شخص هنا
    }
people-more =
    { $count ->
        [zero] ولا أحد آخر
        [one] وواحد آخر
        [two] واثنان آخران
        [few] و{ $count } آخرون
        [many] و{ $count } آخر
       *[other] و{ $count } آخر
    }
typing-one = { $name } يكتب…
typing-two = { $first } و{ $second } يكتبان…
typing-many = عدة أشخاص يكتبون…

# الحالة
state-connecting = جارٍ الاتصال…
state-offline = لا يوجد اتصال. ما تكتبه يُحفظ ويُرسل عند عودة الاتصال.
state-signed-out = سجّل الدخول للمشاركة.
state-restricted = لا يمكنك المشاركة هنا في الوقت الحالي.
state-restricted-until = لا يمكنك المشاركة هنا حتى { $time }.
state-muted = يمكنك القراءة هنا، لكن لا يمكنك الكتابة الآن.
state-muted-until = يمكنك القراءة هنا، والكتابة من جديد بعد { $time }.
state-why = السبب: { $why }
state-locked = هذه الغرفة مقفلة. يمكنك القراءة دون الكتابة.
state-read-only = يمكنك القراءة هنا دون الكتابة.
state-not-yours = هذه الغرفة غير متاحة لك.
state-deleted = حُذفت هذه الغرفة.
state-page-refused = لا يُسمح لهذه الصفحة باستخدام هذه الدردشة.
