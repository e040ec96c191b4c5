# draft
# ما تقوله المشكلة: عنوان لكل رمز، وتفاصيل لما يحتاج إلى مزيد من الشرح.

problem-malformed = لا يمكن قراءة هذا كطلب.
problem-token-in-url = لا مكان للرمز المميّز في العنوان، فالسجلات تحتفظ به.
problem-token-missing = عليك أن تعرّف بنفسك من أجل هذا.
problem-token-expired = انتهت صلاحية تصريحك، ويلزم تصريح جديد.
problem-token-invalid = هذا التصريح غير صالح هنا.
problem-not-allowed = لا يُسمح لك بهذا.
problem-muted = لا يمكنك الكتابة هنا في الوقت الحالي.
problem-banned = لا يمكنك دخول هذه الغرفة.
problem-locked = الغرفة مقفلة: الكتابة للمشرفين فقط.
problem-edit-over = انتهت المهلة لتعديل هذه الرسالة.
problem-refused = لم يُقبل هذا.
problem-origin-refused = لا يُسمح لهذه الصفحة باستخدام هذه الدردشة.
problem-open-mode-is-local = هذه الدردشة قيد التجربة ولا تجيب إلا هذا الجهاز.
problem-not-found = لا شيء هنا، أو أنه ليس لك.
problem-wrong-method = هذا العنوان لا يقبل ذلك.
problem-client-id-reused = أُرسلت رسالة أخرى بالمعرّف نفسه.
problem-deleted = حُذفت هذه الرسالة.
problem-name-taken = هذا الاسم مستخدم من قبل شخص آخر.
problem-room-deleted = حُذفت هذه الغرفة.
problem-too-large = هذا أكبر من اللازم.
problem-unsupported-media = لا يُقبل هنا هذا النوع من المحتوى.
problem-invalid = في الطلب خطأ ما.
problem-too-long = النص أطول من اللازم.
problem-upgrade-needed = هذا العنوان لا يتعامل إلا عبر WebSocket.
problem-slow-down = مهلًا، انتظر لحظة.
problem-too-many = العدد أكبر من المسموح في آن واحد.
problem-internal = حدث خطأ من جانبنا.
problem-store-away = شيء تحتاج إليه الدردشة لا يستجيب الآن، ولم يُكتب شيء.
problem-unknown = لا يُعرف هل حُفظ هذا أم لا. أعد المحاولة، فلن يتكرر.
problem-draining = الخادم يعيد التشغيل. أعد المحاولة بعد لحظة.
problem-moved = للغرفة اسم آخر الآن.

detail-invalid-form = صيغة { $what }: { $rule }.
detail-invalid-range = { $field } عدد صحيح من { $min } إلى { $max }.
detail-json-broken = ابتداءً من السطر { $line }، العمود { $column }، لا يمكن قراءة هذا بصيغة JSON.
detail-json-ends = ينتهي نص JSON قبل أوانه، في السطر { $line }، العمود { $column }.
detail-field-missing = الحقل { $field } ناقص.
detail-field-twice = ورد { $field } مرتين.
detail-field-unknown = لا يوجد حقل `{ $field }`؛ الحقول الموجودة: { $known }.
detail-field-misspelt = لا يوجد حقل `{ $field }`؛ هل تقصد `{ $meant }`؟
detail-field-none = لا يوجد حقل `{ $field }`، ولا أي حقل آخر.
detail-field-choice = قيمة { $field } واحدة مما يلي: { $known }، لا { $given }.
detail-field-choice-misspelt = قيمة { $field } واحدة مما يلي: { $known }، لا { $given }؛ هل تقصد `{ $meant }`؟
detail-field-text = قيمة { $field } نص، لا { $given }.
detail-field-number = قيمة { $field } لا يمكن أن تكون { $given }: إنها عدد صحيح من 0 فصاعدًا.
detail-field-boolean = قيمة { $field } إما true أو false، لا { $given }.
detail-field-object = قيمة { $field } كائن JSON، لا { $given }.
detail-invalid-body = لا يمكن قراءة هذا: { $what }
detail-not-utf8 = ما يُكتب مرمّزًا بالنسبة المئوية يجب أن يكون UTF-8.
detail-charset = يجب أن يكون محتوى الطلب بترميز UTF-8.
detail-coding = لا يمكن أن يكون محتوى الطلب مضغوطًا.
detail-no-object = يلزم كائن JSON.
detail-json-needed = يجب أن يكون الطلب بصيغة JSON.
detail-form-needed = يجب أن يصل النموذج كما يرسله المتصفح.
detail-rooms-asked = اطلب من غرفة واحدة إلى { $max } غرفة دفعة واحدة.
detail-invalid-format = قيمة format هي json أو sse أو text.
detail-invalid-zone = قيمة tz هي اسم منطقة زمنية، مثل Europe/Madrid.
detail-one-position = لا يمكن ذكر أكثر من واحد مما يلي: last وbefore وabove وaround وafter.
detail-text-long =
    { $max ->
        [zero] لا حروف.
        [one] حرف واحد على الأكثر.
        [two] حرفان على الأكثر.
        [few] { $max } أحرف على الأكثر.
        [many] { $max } حرفًا على الأكثر.
       *[other] { $max } حرف على الأكثر.
    }
detail-text-empty = ليس في النص ما يُرى.
detail-text-control = الحرف { $character } غير مسموح به.
detail-text-marks =
    { $max ->
        [zero] لا علامات مركّبة.
        [one] علامة مركّبة واحدة على الأكثر.
        [two] علامتان مركّبتان متتاليتان على الأكثر.
        [few] { $max } علامات مركّبة متتالية على الأكثر.
        [many] { $max } علامة مركّبة متتالية على الأكثر.
       *[other] { $max } علامة مركّبة متتالية على الأكثر.
    }
detail-name-character = الحرف { $character } غير مسموح به في الاسم.
detail-name-length = طول الاسم من 1 إلى { $max } من الحروف المرئية.
detail-sender-id = طول معرّف المرسل من 1 إلى { $max } من الحروف، من غير محارف تحكم.
detail-avatar = الصورة الرمزية عنوان http أو https لا يتجاوز طوله { $max } من الحروف.
detail-data-size = الحقل data كائن JSON لا يتجاوز { $max } بايت.
detail-emoji = يلزم رمز تعبيري واحد كامل، كما ترسله لوحات المفاتيح.
detail-emoji-missing = يلزم رمز تعبيري في العنوان، مرمّزًا بالنسبة المئوية: ?emoji=
detail-reaction-kinds =
    { $max ->
        [zero] لا تقبل الرسالة تفاعلات.
        [one] تقبل الرسالة تفاعلًا واحدًا على الأكثر.
        [two] تقبل الرسالة تفاعلين مختلفين على الأكثر.
        [few] تقبل الرسالة { $max } تفاعلات مختلفة على الأكثر.
        [many] تقبل الرسالة { $max } تفاعلًا مختلفًا على الأكثر.
       *[other] تقبل الرسالة { $max } تفاعل مختلف على الأكثر.
    }
detail-reply-to-nothing = قيمة reply_to هي معرّف رسالة في هذه الغرفة.
detail-level-needed = يلزم لهذا المستوى { $needs }.
detail-kind-made-by-server = الخادم وحده يعلن من انضم ومن غادر.
detail-room-not-made = لا توجد هذه الغرفة بعد. على الموقع أن ينشئها أولًا.
detail-guests-not-welcome = لا يمكن للضيوف الكتابة في هذه الغرفة.
detail-name-reserved = قد يُظن أن هذا الاسم اسم الموقع نفسه.
detail-write-queue-full = رسائل كثيرة تنتظر الحفظ.
detail-body-bytes = لا يتجاوز الطلب { $max } بايت.
detail-rooms-open =
    { $max ->
        [zero] لا يمكن فتح غرف على هذا الاتصال.
        [one] غرفة واحدة مفتوحة على الأكثر لكل اتصال.
        [two] غرفتان مفتوحتان على الأكثر لكل اتصال.
        [few] { $max } غرف مفتوحة على الأكثر لكل اتصال.
        [many] { $max } غرفة مفتوحة على الأكثر لكل اتصال.
       *[other] { $max } غرفة مفتوحة على الأكثر لكل اتصال.
    }
detail-pace-user-room = رسائلك المتتالية هنا أكثر من المسموح.
detail-pace-user = رسائلك المتتالية أكثر من المسموح.
detail-pace-room = ما يُكتب في هذه الغرفة في آن واحد أكثر من المسموح.
detail-pace-address = الرسائل الواردة من شبكتك في آن واحد أكثر من المسموح.
detail-pace-guests = الضيوف القادمون من شبكتك في آن واحد أكثر من المسموح.
detail-streams-of-address = الحد الأقصى للاتصالات المفتوحة من شبكة واحدة هو { $max }.
detail-streams-of-user = الحد الأقصى للاتصالات المفتوحة لشخص واحد هو { $max }.
detail-rooms-of-address = الحد الأقصى للغرف المفتوحة من شبكة واحدة هو { $max }.
detail-filter-word = فيها كلمة غير مقبولة هنا.
detail-filter-link = لا يمكن إرسال الروابط هنا.
detail-filter-name = لا يمكن استخدام هذا الاسم هنا.
detail-filter-edit = هذا التعديل يحتاج إلى مراجعة، فبقيت الرسالة كما كانت.
detail-edit-held = ما يُقال هنا يُراجَع أولًا، فلا يمكن تغيير ما نُشر؛ بقيت الرسالة كما كانت.
detail-hook-words = { $words }
detail-hook-refused = لا يسمح هذا الموقع بهذه الرسالة.
detail-hook-away = تُراجَع الرسائل هنا أولًا، وهذا غير ممكن الآن. أعد المحاولة بعد قليل.
detail-hook-busy = رسائل كثيرة تنتظر المراجعة.
detail-another-sender = غرف الاتصال الواحد كلها لمرسل واحد.
detail-hello-first = يجب أن تكون أول رسالة في الاتصال hello.
detail-reference = لا يتجاوز طول ref { $max } من الحروف.
detail-open-mode = لا يجيب الوضع المفتوح إلا الطلبات الموجهة إلى اسم loopback والتي لم تمر بوسيط. لخدمة الآخرين شغّل الخادم بسرّ: TERTULIA_SECRET أو secret_file.
detail-origin = الأصل { $origin } غير مدرج. أضفه إلى origins.
detail-origin-null = الصفحة التي تُفتح كملف، أو داخل بيئة معزولة، ليس لها أصل. قدّمها عبر خادم، مثلًا بالأمر python3 -m http.server، وافتحها هناك.
detail-room-exists = هذه الغرفة موجودة من قبل.
detail-signal-name = طول اسم الإشارة من 1 إلى { $max } من الحروف: حرف لاتيني صغير، ثم حروف صغيرة وأرقام و _ و . و -.
detail-signals = تلقت الغرفة إشارات أكثر من اللازم في هذه الثانية.
detail-origin-needed = الطلب الذي تضمنه ملفات تعريف الارتباط يحتاج إلى Origin. من برنامج، أرسل رمزًا مميّزًا بدلًا من ذلك.
detail-keys-away = لا يمكن الآن جلب المفاتيح التي تُفحَص بها الرموز المميّزة.
detail-own-everywhere-needed = يلزم لهذا own على كل شيء.
detail-user-id = طول معرّف المستخدم من 1 إلى { $max } من الحروف، من غير محارف تحكم.
detail-restricted-until = حتى { $until }.
detail-restricted-why = { $why }
detail-restricted-until-why = حتى { $until }: { $why }
detail-restricted-address = حتى { $until }، لكل من يأتي بلا حساب عبر هذا الاتصال.
detail-address-of-guests = لا يمكن تضمين عنوان غير عناوين الضيوف: هذا مستخدم من مستخدمي الموقع.
detail-address-unknown = لا يُعرف عنوان لهذا الضيف، فلا يمكن تضمينه. جرّب من دونه.
detail-report-own = لا يمكنك الإبلاغ عن رسائلك.
detail-reports-in-room = في هذه الغرفة أقصى ما يمكن من البلاغات المنتظرة ({ $max })، وعلى مشرفيها النظر فيها أولًا.
detail-pace-reports = بلاغات كثيرة دفعة واحدة. أعد المحاولة بعد حين.
detail-pace-unread = سُئل عن هذا مرات كثيرة. أعد المحاولة بعد حين.
detail-restrictions = لا يتجاوز عدد المقيّدين في غرفة واحدة { $max }.
detail-until-past = يجب أن تكون نهاية التقييد في المستقبل.
detail-kick-until = الطرد القصير (kick) ينتهي وحده بعد 60 ثانية، فلا يُعطى معه until. مع mute وban يمكن تحديد نهاية.

# اسم الغرفة التي لا عنوان لها.
room-name = دردشة { $type } { $id }
detail-held-rejected = لم يسمح مشرف بنشر هذه الرسالة.
detail-held-for-review = تنتظر الرسالة المراجعة.
detail-held-by-sender = الحد الأقصى لرسائلك التي تنتظر المراجعة هو { $max }.
detail-held-in-room = الحد الأقصى للرسائل التي تنتظر المراجعة هنا هو { $max }.
detail-before-or-user = اطلب `before` أو `user`، أحدهما فقط.
