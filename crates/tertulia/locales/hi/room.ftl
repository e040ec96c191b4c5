# draft
# रूम सादे टेक्स्ट में क्या कहता है। दिन वाली पंक्ति को छोड़ हर पंक्ति के आगे समय होता है।

text-joined = { $name } ने चैट जॉइन की
text-left = { $name } ने चैट छोड़ी
text-edited = { $name } ने एडिट किया: { $text }
text-deleted = (हटाया गया)
text-deleted-by-sender = { $name } ने एक संदेश हटाया ({ $time })
text-deleted-by-moderator = मॉडरेटर ने { $name } का एक संदेश हटाया ({ $time })
text-nobody = कोई
text-reset = ऊपर जो है वह अब सही नहीं है; रूम अब ऐसा है।
text-day = --- { $weekday } { $date } ---
weekday-1 = सोमवार
weekday-2 = मंगलवार
weekday-3 = बुधवार
weekday-4 = गुरुवार
weekday-5 = शुक्रवार
weekday-6 = शनिवार
weekday-7 = रविवार

# बिना स्क्रिप्ट के पेज के रूप में रूम।

# बिना शीर्षक वाले रूम का नाम। $type और $id बताते हैं कि वह किसका है।
page-title = { $type } { $id } की चैट
# एक दिन के संदेशों के ऊपर; $zone वहाँ के सभी समयों का समय-क्षेत्र है।
page-day = { $weekday } { $date } ({ $zone })
page-empty = अभी कोई संदेश नहीं
page-empty-hint = पहली बात आप कहें।
page-older = पुराने संदेश
page-newest = सबसे नए संदेशों पर
page-edited = एडिट किया
page-guest = मेहमान
page-deleted-by-sender = संदेश हटाया गया
page-deleted-by-moderator = मॉडरेटर ने संदेश हटाया
page-quoted = पहले का एक संदेश
page-name = आपका नाम
page-text = संदेश लिखें
page-send = भेजें
page-held = दिखने से पहले मॉडरेटर आपका संदेश देखेंगे।
page-locked = यह रूम लॉक है। आप पढ़ सकते हैं, पर लिख नहीं सकते।
page-unread = नया
page-read-only = आप यहाँ पढ़ सकते हैं, पर लिख नहीं सकते।
page-signed-out = हिस्सा लेने के लिए साइन इन करें।
page-beginning = बातचीत यहाँ से शुरू होती है।
page-notification = सूचना
page-system = सिस्टम
page-sign-in = यह रूम पढ़ने के लिए उस साइट पर साइन इन करें जहाँ से आप आए हैं; तब चैट को JavaScript चाहिए।
