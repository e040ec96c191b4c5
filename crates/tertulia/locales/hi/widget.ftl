# draft
# विजेट क्या कहता है। शब्द पढ़ने वाले की ओर बनते हैं; इनमें से कुछ भी सहेजा नहीं जाता।

# बिना शीर्षक वाले रूम का नाम। $type और $id बताते हैं कि वह किसका है।
room-title = { $type } { $id } की चैट
room-title-lobby = लॉबी
log-label = संदेश

# बातचीत की पंक्तियाँ
joined = { $name } ने चैट जॉइन की
left = { $name } ने चैट छोड़ी
deleted-by-sender = संदेश हटाया गया
deleted-by-moderator = मॉडरेटर ने संदेश हटाया
edited = एडिट किया
guest = मेहमान
system-label = सिस्टम
notification-label = सूचना
reaction-label =
    { $count ->
        [one] { $emoji }, { $count } व्यक्ति
       *[other] { $emoji }, { $count } लोग
    }
unread-line = नया
go-to-quoted = इस संदेश पर जाएँ
quote-unknown = पहले का एक संदेश
message-gone = यह संदेश अब यहाँ नहीं है।

# भेजना
sending = भेजा जा रहा है
sent = भेजा गया
waiting = भेजे जाने के इंतज़ार में
failed = नहीं भेजा गया
failed-too-long = यह संदेश बहुत लंबा है।
failed-muted = फ़िलहाल आप यहाँ लिख नहीं सकते।
failed-locked = यह रूम लॉक है।
failed-not-allowed = आपको यहाँ लिखने की अनुमति नहीं है।
failed-refused = यह संदेश स्वीकार नहीं हुआ।
failed-given-up = एक दिन के अंदर नहीं भेजा जा सका।
failed-token = कृपया फिर से साइन इन करें।
retry = फिर कोशिश करें
discard = छोड़ दें
outbox-full = इतना कुछ भेजे जाने के इंतज़ार में है कि फ़िलहाल और नहीं लिया जा सकता।
held = आपका संदेश समीक्षा के इंतज़ार में है।

# लिखने की जगह
write = संदेश लिखें
send = भेजें
too-long =
    { $count ->
        [one] { $count } अक्षर ज़्यादा है
       *[other] { $count } अक्षर ज़्यादा हैं
    }
characters-left =
    { $count ->
        [one] { $count } अक्षर बाकी है
       *[other] { $count } अक्षर बाकी हैं
    }
name-question = हम आपको किस नाम से बुलाएँ?
name-label = आपका नाम
name-go = आगे बढ़ें
name-taken = यह नाम पहले से लिया हुआ है।
name-reserved = यह नाम साइट का अपना नाम लग सकता है।
name-invalid = कृपया कोई और नाम चुनें।
name-failed = यह नहीं हो पाया। कृपया फिर कोशिश करें।

writing-as = { $name } के नाम से
name-change = अपना नाम बदलें
slow-mode = धीमा मोड: हर { $count } सेकंड में एक संदेश
emoji-pick = इमोजी चुनें
emoji-search = इमोजी खोजें
emoji-none = कुछ नहीं मिला।
emoji-recent = हाल ही में इस्तेमाल किए
emoji-smileys = चेहरे और भावनाएँ
emoji-people = लोग और शरीर
emoji-nature = जानवर और प्रकृति
emoji-food = खाना और पीना
emoji-travel = यात्रा और स्थान
emoji-activities = गतिविधियाँ
emoji-objects = वस्तुएँ
emoji-symbols = प्रतीक
emoji-flags = झंडे
emoji-groups = इमोजी के समूह
emoji-tone = त्वचा का रंग
tone-none = त्वचा का कोई रंग नहीं
tone-light = त्वचा का हल्का रंग
tone-medium-light = त्वचा का मध्यम-हल्का रंग
tone-medium = त्वचा का मध्यम रंग
tone-medium-dark = त्वचा का मध्यम-गहरा रंग
tone-dark = त्वचा का गहरा रंग
suggestions = सुझाव
replying-to = { $name } को जवाब
editing = एडिट
cancel = रद्द करें

# संदेश के साथ, और रूम में, क्या किया जा सकता है
react = प्रतिक्रिया दें
reply = जवाब दें
more = और
edit = एडिट करें
copy-text = टेक्स्ट कॉपी करें
copy-link = लिंक कॉपी करें
copied = कॉपी हो गया।
delete = हटाएँ
deleting = हटाया गया।
undo = वापस लाएँ
ignore = इस व्यक्ति को अनदेखा करें
ignore-none =
    { $count ->
        [one] अनदेखे { $count } व्यक्ति को फिर दिखाएँ
       *[other] अनदेखे { $count } लोगों को फिर दिखाएँ
    }
mute-for = { $count } मिनट के लिए म्यूट करें
kick = एक मिनट के लिए बाहर करें
ban = बैन करें
muted = { $name } फ़िलहाल म्यूट हैं।
kicked = { $name } को एक मिनट के लिए बाहर किया गया।
banned = { $name } पर बैन लगा दिया गया है।
also-connection = उनका कनेक्शन भी, एक दिन के लिए
in-force = जिन पर रोक है
in-force-none = यहाँ किसी पर रोक नहीं है।
in-force-until = { $time } तक
lift = रोक हटाएँ
delete-all = इनके सभी संदेश हटाएँ
delete-all-sure = सच में सब हटाएँ?
deleted-all = हटाए गए संदेश: { $count }
report = रिपोर्ट करें
report-why = इसमें क्या गलत है? (वैकल्पिक)
report-thanks = धन्यवाद। मॉडरेटर को बता दिया गया है।
review = समीक्षा के लिए
review-waiting =
    { $count ->
        [one] समीक्षा के लिए { $count } संदेश
       *[other] समीक्षा के लिए { $count } संदेश
    }
review-none = समीक्षा के लिए कुछ नहीं है।
review-approve = स्वीकार करें
review-reject = अस्वीकार करें
review-show = दिखाएँ
review-keep = रहने दें
reported-by =
    { $count ->
        [one] { $count } व्यक्ति ने रिपोर्ट किया
       *[other] { $count } लोगों ने रिपोर्ट किया
    }
lock = रूम लॉक करें
unlock = रूम अनलॉक करें
slow-label = धीमा मोड
slow-off = धीमा मोड नहीं
slow-set = { $count } सेकंड
notify-on = नए संदेशों की सूचना दें
notify-off = अब सूचना न दें
notify-refused = आपका ब्राउज़र यहाँ सूचनाओं की अनुमति नहीं देता।
close = बंद करें
did-not-work = यह नहीं हो पाया। कृपया फिर कोशिश करें।
not-loaded = चैट का एक हिस्सा लोड नहीं हो सका। फिर कोशिश करें, या पेज दोबारा लोड करें।

# रास्ता ढूँढना
empty = अभी कोई संदेश नहीं
empty-hint = पहली बात आप कहें।
beginning = बातचीत यहाँ से शुरू होती है।
loading-older = पुराने संदेश लोड हो रहे हैं
new-messages =
    { $count ->
        [one] { $count } नया संदेश
       *[other] { $count } नए संदेश
    }
to-newest = सबसे नए संदेशों पर जाएँ
people-here =
    { $count ->
        [one] यहाँ { $count } व्यक्ति
       *[other] यहाँ { $count } लोग
    }
people-more = और { $count } अन्य
typing-one = { $name } टाइप कर रहे हैं…
typing-two = { $first } और { $second } टाइप कर रहे हैं…
typing-many = कई लोग टाइप कर रहे हैं…

# हाल
state-connecting = कनेक्ट हो रहा है…
state-offline = कनेक्शन नहीं है। आप जो लिखेंगे वह रखा जाएगा, और कनेक्शन लौटने पर भेजा जाएगा।
state-signed-out = हिस्सा लेने के लिए साइन इन करें।
state-restricted = फ़िलहाल आप यहाँ हिस्सा नहीं ले सकते।
state-restricted-until = आप { $time } तक यहाँ हिस्सा नहीं ले सकते।
state-muted = आप यहाँ पढ़ सकते हैं, पर फ़िलहाल लिख नहीं सकते।
state-muted-until = आप यहाँ पढ़ सकते हैं, और { $time } से फिर लिख सकते हैं।
state-why = कारण: { $why }
state-locked = यह रूम लॉक है। आप पढ़ सकते हैं, पर लिख नहीं सकते।
state-read-only = आप यहाँ पढ़ सकते हैं, पर लिख नहीं सकते।
state-not-yours = यह रूम आपके लिए खुला नहीं है।
state-deleted = यह रूम हटा दिया गया है।
state-page-refused = यह पेज इस चैट का इस्तेमाल नहीं कर सकता।
