# draft
# ما تقوله الغرفة نصًّا. يسبق الوقت كل سطر ما عدا سطر اليوم.

text-joined = انضمام { $name }
text-left = مغادرة { $name }
text-edited = تعديل من { $name }: { $text }
text-deleted = (محذوفة)
text-deleted-by-sender = حذف رسالة من { $name } ({ $time })
text-deleted-by-moderator = أزال مشرف رسالة من { $name } ({ $time })
text-nobody = شخص ما
text-reset = لم يعد ما سبق صحيحًا، وهذه هي الغرفة الآن.
text-day = --- { $weekday } { $date } ---
weekday-1 = الاثنين
weekday-2 = الثلاثاء
weekday-3 = الأربعاء
weekday-4 = الخميس
weekday-5 = الجمعة
weekday-6 = السبت
weekday-7 = الأحد

# الغرفة صفحةً بلا برنامج نصي.

# اسم غرفة بلا عنوان. $type و $id يسمّيان ما تتبعه.
page-title = دردشة { $type } { $id }
# فوق رسائل اليوم؛ $zone هي المنطقة الزمنية لكل أوقاته.
page-day = { $weekday } { $date } ({ $zone })
page-empty = لا توجد رسائل بعد
page-empty-hint = كن أول من يكتب.
page-older = رسائل أقدم
page-newest = إلى أحدث الرسائل
page-edited = معدّلة
page-guest = ضيف
page-deleted-by-sender = رسالة محذوفة
page-deleted-by-moderator = رسالة أزالها مشرف
page-quoted = رسالة سابقة
page-name = اسمك
page-text = اكتب رسالة
page-send = إرسال
page-held = سيراجع مشرف رسالتك قبل ظهورها.
page-locked = هذه الغرفة مقفلة. يمكنك القراءة دون الكتابة.
page-unread = جديد
page-read-only = يمكنك القراءة هنا دون الكتابة.
page-signed-out = سجّل الدخول للمشاركة.
page-beginning = هنا تبدأ المحادثة.
page-notification = إشعار
page-system = النظام
page-sign-in = لقراءة هذه الغرفة سجّل الدخول في الموقع الذي جئت منه؛ تحتاج الدردشة عندئذ إلى JavaScript.
