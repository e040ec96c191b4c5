# draft
# समस्या क्या कहती है: हर कोड का एक शीर्षक, और जहाँ कहने को और कुछ हो वहाँ ब्योरा।
# कोड का संदेश "problem-" और हाइफ़न वाला कोड है; ब्योरा "detail-" और कारण है।

problem-malformed = इसे अनुरोध के रूप में पढ़ा नहीं जा सकता।
problem-token-in-url = टोकन पते में नहीं रखा जाता: पते लॉग और इतिहास में रह जाते हैं।
problem-token-missing = इसके लिए बताना होगा कि आप कौन हैं।
problem-token-expired = आपके ऐक्सेस पास की अवधि खत्म हो गई है; नया चाहिए।
problem-token-invalid = यह ऐक्सेस पास यहाँ मान्य नहीं है।
problem-not-allowed = आपको इसकी अनुमति नहीं है।
problem-muted = फ़िलहाल आप यहाँ लिख नहीं सकते।
problem-banned = आप इस रूम में नहीं आ सकते।
problem-locked = रूम लॉक है: सिर्फ़ मॉडरेटर लिख सकते हैं।
problem-edit-over = इस संदेश को बदलने का समय निकल गया है।
problem-refused = इसे स्वीकार नहीं किया गया।
problem-origin-refused = यह पेज इस चैट का इस्तेमाल नहीं कर सकता।
problem-open-mode-is-local = यह चैट अभी आज़माई जा रही है और सिर्फ़ इसी कंप्यूटर को जवाब देती है।
problem-not-found = यहाँ कुछ नहीं है, या यह आपके लिए नहीं है।
problem-wrong-method = यह पता ऐसा नहीं कर सकता।
problem-client-id-reused = इसी id से कोई और संदेश भेजा जा चुका है।
problem-deleted = यह संदेश हटा दिया गया है।
problem-name-taken = यह नाम पहले से किसी का है।
problem-room-deleted = यह रूम हटा दिया गया है।
problem-too-large = यह बहुत बड़ा है।
problem-unsupported-media = इस तरह की सामग्री यहाँ नहीं ली जाती।
problem-invalid = अनुरोध में कुछ ठीक नहीं है।
problem-too-long = टेक्स्ट बहुत लंबा है।
problem-upgrade-needed = यह पता सिर्फ़ WebSocket समझता है।
problem-slow-down = बहुत तेज़; थोड़ा रुकें।
problem-too-many = एक साथ बहुत ज़्यादा।
problem-internal = हमारी तरफ़ कुछ गड़बड़ हो गई।
problem-store-away = अभी संदेश सहेजे नहीं जा सकते; कुछ भी लिखा नहीं गया।
problem-unknown = पता नहीं कि यह लिखा गया या नहीं; फिर कोशिश करें, यह दो बार नहीं लिखा जाएगा।
problem-draining = सर्वर फिर से शुरू हो रहा है; थोड़ी देर में फिर कोशिश करें।
problem-moved = रूम का नाम अब कुछ और है।

detail-invalid-form = { $what } का रूप: { $rule }
detail-invalid-range = { $field } का मान { $min } से { $max } तक की पूर्ण संख्या है।
detail-invalid-body = { $what }
detail-no-object = एक JSON ऑब्जेक्ट चाहिए।
detail-json-needed = अनुरोध JSON में होना चाहिए।
detail-form-needed = फ़ॉर्म वैसे ही आना चाहिए जैसे ब्राउज़र भेजता है।
detail-rooms-asked = एक बार में 1 से { $max } रूम माँगें।
detail-asked-twice = कोई पैरामीटर दो बार आया है।
detail-invalid-format = format का मान json, sse या text है।
detail-invalid-zone = tz किसी समय-क्षेत्र का नाम है, जैसे Europe/Madrid।
detail-one-position = last, before, above, around और after में से एक ही दिया जा सकता है।
detail-text-long = ज़्यादा से ज़्यादा { $max } अक्षर।
detail-text-empty = इसमें दिखने लायक कुछ नहीं है।
detail-text-control = अक्षर { $character } की अनुमति नहीं है।
detail-text-marks = लगातार ज़्यादा से ज़्यादा { $max } संयोजक चिह्न।
detail-name-character = नाम में अक्षर { $character } की अनुमति नहीं है।
detail-name-length = नाम में 1 से { $max } दिखने वाले अक्षर होते हैं।
detail-sender-id = भेजने वाले की id में 1 से { $max } अक्षर होते हैं, कोई कंट्रोल अक्षर नहीं।
detail-avatar = अवतार ज़्यादा से ज़्यादा { $max } अक्षरों का http या https पता है।
detail-data-size = data ज़्यादा से ज़्यादा { $max } बाइट का JSON ऑब्जेक्ट है।
detail-signal-name = सिग्नल के नाम में 1 से { $max } अक्षर होते हैं: पहले छोटा लैटिन अक्षर, फिर छोटे लैटिन अक्षर, अंक, _, . और -।
detail-signals = इस सेकंड में रूम को बहुत ज़्यादा सिग्नल मिले।
detail-emoji = एक पूरा इमोजी चाहिए, जैसा कीबोर्ड भेजते हैं।
detail-emoji-missing = पते में एक इमोजी चाहिए: ?emoji=, प्रतिशत-एन्कोडिंग में।
detail-reaction-kinds = एक संदेश पर ज़्यादा से ज़्यादा { $max } तरह की प्रतिक्रियाएँ हो सकती हैं।
detail-reply-to-nothing = reply_to इसी रूम के किसी संदेश की id है।
detail-level-needed = इसके लिए { $needs } स्तर चाहिए।
detail-kind-made-by-server = कौन आया और कौन गया, यह सिर्फ़ सर्वर बताता है।
detail-room-not-made = ऐसा रूम अभी नहीं है। पहले साइट को उसे बनाना होगा।
detail-guests-not-welcome = मेहमान इस रूम में नहीं लिख सकते।
detail-name-reserved = यह नाम साइट का अपना नाम लग सकता है।
detail-write-queue-full = बहुत सारे संदेश सहेजे जाने के इंतज़ार में हैं।
detail-body-bytes = एक अनुरोध में ज़्यादा से ज़्यादा { $max } बाइट होते हैं।
detail-rooms-open =
    { $max ->
        [one] एक कनेक्शन पर ज़्यादा से ज़्यादा { $max } रूम खुला रह सकता है।
       *[other] एक कनेक्शन पर ज़्यादा से ज़्यादा { $max } रूम खुले रह सकते हैं।
    }
detail-pace-user-room = लगातार आपके इतने संदेश यहाँ के लिए बहुत ज़्यादा हैं।
detail-pace-user = लगातार आपके इतने संदेश बहुत ज़्यादा हैं।
detail-pace-room = इस रूम में एक साथ बहुत ज़्यादा लिखा जा रहा है।
detail-pace-address = आपके नेटवर्क से एक साथ बहुत ज़्यादा संदेश आ रहे हैं।
detail-pace-guests = आपके नेटवर्क से एक साथ बहुत ज़्यादा मेहमान आ रहे हैं।
detail-streams-of-address = एक नेटवर्क से खुले कनेक्शन: ज़्यादा से ज़्यादा { $max }।
detail-streams-of-user = एक व्यक्ति के खुले कनेक्शन: ज़्यादा से ज़्यादा { $max }।
detail-rooms-of-address = एक नेटवर्क से खुले रूम: ज़्यादा से ज़्यादा { $max }।
detail-filter-word = इसमें एक शब्द है जो यहाँ इस्तेमाल नहीं होता।
detail-filter-link = यहाँ लिंक नहीं भेजे जा सकते।
detail-filter-name = यह नाम यहाँ इस्तेमाल नहीं किया जा सकता।
detail-filter-edit = इस बदलाव की समीक्षा करनी पड़ती; संदेश जैसा था वैसा ही रहा।
detail-hook-words = { $words }
detail-hook-refused = यह साइट नहीं चाहती कि यह कहा जाए।
detail-hook-away = यहाँ जो कहा जाता है उसे पहले देखा जाता है, और अभी यह नहीं हो सकता। थोड़ी देर में फिर कोशिश करें।
detail-hook-busy = बहुत सारे संदेश देखे जाने का इंतज़ार कर रहे हैं।
detail-another-sender = एक कनेक्शन के सारे रूम एक ही भेजने वाले के होते हैं।
detail-hello-first = कनेक्शन में सबसे पहले hello आना चाहिए।
detail-reference = ref में ज़्यादा से ज़्यादा { $max } अक्षर होते हैं।
detail-open-mode = ओपन मोड सिर्फ़ उन अनुरोधों का जवाब देता है जो loopback नाम पर और बिना प्रॉक्सी के आए हों। औरों के लिए चलाना हो तो सीक्रेट के साथ शुरू करें: TERTULIA_SECRET या secret_file।
detail-origin-needed = कुकी के भरोसे आए अनुरोध में Origin चाहिए। प्रोग्राम से भेजना हो तो टोकन भेजें।
detail-keys-away = टोकन जाँचने वाली कुंजियाँ अभी नहीं मिल पा रही हैं।
detail-own-everywhere-needed = इसके लिए हर चीज़ पर own चाहिए।
detail-user-id = उपयोगकर्ता की id में 1 से { $max } अक्षर होते हैं, कोई कंट्रोल अक्षर नहीं।
detail-origin = { $origin } सूची में नहीं है। इसे origins में जोड़ें।
detail-origin-null = फ़ाइल के रूप में या सैंडबॉक्स में खोले गए पेज का कोई ऑरिजिन नहीं होता। इसे सर्वर से दें, जैसे python3 -m http.server से, और वहीं खोलें।
detail-restricted-until = { $until } तक।
detail-restricted-why = { $why }
detail-restricted-until-why = { $until } तक: { $why }
detail-restricted-address = { $until } तक, उन सबके लिए जो इस कनेक्शन से बिना खाते के आते हैं।
detail-address-of-guests = सिर्फ़ मेहमानों का पता शामिल किया जा सकता है: इस व्यक्ति का साइट पर खाता है।
detail-address-unknown = इस मेहमान का कोई पता मालूम नहीं है, इसलिए उसे शामिल नहीं किया जा सकता। उसके बिना कोशिश करें।
detail-report-own = अपनी ही कही बात की शिकायत कोई नहीं करता।
detail-reports-in-room = इस रूम में जितनी हो सकती हैं उतनी शिकायतें ({ $max }) पहले से इंतज़ार में हैं। पहले मॉडरेटर उन्हें देखेंगे।
detail-pace-reports = एक साथ बहुत सारी शिकायतें। कुछ देर बाद फिर कोशिश करें।
detail-pace-unread = यह बहुत बार पूछा गया है। कुछ देर बाद फिर कोशिश करें।
detail-restrictions = एक रूम में ज़्यादा से ज़्यादा { $max } लोगों पर पाबंदी हो सकती है।
detail-until-past = पाबंदी का अंत आने वाले समय में होना चाहिए।
detail-kick-until = kick 60 सेकंड बाद अपने आप ख़त्म हो जाता है, इसलिए उसके साथ until नहीं दिया जाता। mute और ban के साथ अंत दिया जा सकता है।
detail-room-exists = ऐसा रूम पहले से है।
detail-held-rejected = किसी मॉडरेटर ने इस संदेश को आगे नहीं जाने दिया।
detail-held-for-review = यह समीक्षा के इंतज़ार में है।
detail-held-by-sender = समीक्षा के इंतज़ार में आपके ज़्यादा से ज़्यादा { $max } संदेश रह सकते हैं।
detail-held-in-room = समीक्षा के इंतज़ार में यहाँ ज़्यादा से ज़्यादा { $max } संदेश रह सकते हैं।

# बिना शीर्षक वाले रूम का नाम।
room-name = { $type } { $id } की चैट
detail-before-or-user = `before` या `user` माँगें, दोनों में से एक।
