# ما تقوله الغرفة نصًّا. يسبق الوقت كل سطر ما عدا سطر اليوم.

text-joined = انضمام { $name }
text-left = مغادرة { $name }
text-edited = تعديل من { $name }: { $text }
text-deleted = (محذوفة)
text-deleted-by-sender = حذف رسالة من { $name } ({ $time })
text-deleted-by-moderator = أزال الإشراف رسالة من { $name } ({ $time })
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
