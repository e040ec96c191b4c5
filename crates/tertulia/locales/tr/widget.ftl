# draft
# Widget'ın söylediği. Sözler okuyanın tarafında kurulur; hiçbiri saklanmaz.

# Başlığı olmayan bir odanın adı. $type ve $id, odanın ait olduğu şeyi adlandırır.
room-title = { $type } { $id } sohbeti
room-title-lobby = Lobi
log-label = Mesajlar

# Konuşmanın satırları
joined = { $name } katıldı
left = { $name } ayrıldı
deleted-by-sender = Mesaj silindi
deleted-by-moderator = Mesaj bir moderatör tarafından kaldırıldı
edited = düzenlendi
guest = konuk
system-label = Sistem
notification-label = Bildirim
reaction-label = { $emoji }, { $count } kişi
unread-line = Yeni
go-to-quoted = Bu mesaja git
quote-unknown = Daha eski bir mesaj
message-gone = Bu mesaj artık burada yok.

# Gönderme
sending = Gönderiliyor
sent = Gönderildi
waiting = Gönderilmeyi bekliyor
failed = Gönderilemedi
failed-too-long = Bu mesaj çok uzun.
failed-muted = Şimdilik buraya yazamazsın.
failed-locked = Bu oda kilitli.
failed-not-allowed = Buraya yazamazsın.
failed-refused = Bu mesaj kabul edilmedi.
failed-given-up = Bir gün içinde gönderilemedi.
failed-token = Lütfen yeniden oturum aç.
retry = Yeniden dene
discard = Vazgeç
outbox-full = Gönderilmeyi bekleyen o kadar çok şey var ki şimdilik yenisi alınmıyor.
held = Mesajın onay bekliyor.

# Yazma alanı
write = Bir mesaj yaz
send = Gönder
too-long = { $count } karakter fazla
characters-left = { $count } karakter kaldı
name-question = Sana nasıl seslenelim?
name-label = Adın
name-go = Devam et
name-taken = Bu ad alınmış.
name-reserved = Bu ad, sitenin kendi adı sanılabilir.
name-invalid = Lütfen başka bir ad seç.
name-failed = Olmadı. Lütfen yeniden dene.

writing-as = { $name } olarak
name-change = Adını değiştir
slow-mode =
    { $count ->
        [one] Yavaş mod: saniyede bir mesaj
       *[other] Yavaş mod: { $count } saniyede bir mesaj
    }
emoji-pick = Emoji seç
emoji-search = Emoji ara
emoji-none = Bulunamadı.
emoji-recent = Son kullanılanlar
emoji-smileys = Yüzler ve duygular
emoji-people = İnsanlar ve vücut
emoji-nature = Hayvanlar ve doğa
emoji-food = Yiyecek ve içecek
emoji-travel = Seyahat ve yerler
emoji-activities = Etkinlikler
emoji-objects = Nesneler
emoji-symbols = Semboller
emoji-flags = Bayraklar
emoji-groups = Emoji grupları
emoji-tone = Ten rengi
tone-none = Ten rengi yok
tone-light = Açık ten rengi
tone-medium-light = Orta açık ten rengi
tone-medium = Orta ten rengi
tone-medium-dark = Orta koyu ten rengi
tone-dark = Koyu ten rengi
suggestions = Öneriler
replying-to = Yanıt: { $name }
editing = Düzenleme
cancel = İptal

# Bir mesajla ve bir odada yapılabilecekler
react = Tepki ver
reply = Yanıtla
more = Daha fazla
edit = Düzenle
copy-text = Metni kopyala
copy-link = Bağlantıyı kopyala
copied = Kopyalandı.
delete = Sil
deleting = Silindi.
undo = Geri al
ignore = Bu kişiyi yok say
ignore-none = Yok sayılan { $count } kişiyi göster
mute-for = { $count } dakika sustur
kick = Bir dakikalığına çıkar
ban = Yasakla
muted = { $name } şimdilik susturuldu.
kicked = { $name } bir dakikalığına çıkarıldı.
banned = { $name } yasaklandı.
also-connection = Bağlantısı da, bir günlüğüne
in-force = Susturulan ve yasaklananlar
in-force-none = Burada susturulan ya da yasaklanan yok.
in-force-until = Bitiş: { $time }
lift = Kaldır
delete-all = Bu kişinin tüm mesajlarını sil
delete-all-sure = Gerçekten hepsi silinsin mi?
deleted-all = Silinen mesajlar: { $count }
report = Şikayet et
report-why = Sorun ne? (isteğe bağlı)
report-thanks = Teşekkürler. Moderatörlere haber verildi.
review = İncelenecekler
review-waiting = { $count } mesaj incelenmeyi bekliyor
review-none = İncelenecek bir şey yok.
review-approve = Onayla
review-reject = Reddet
review-show = Göster
review-keep = Kalsın
reported-by = { $count } kişi şikayet etti
lock = Odayı kilitle
unlock = Odanın kilidini aç
slow-label = Yavaş mod
slow-off = Yavaş mod kapalı
slow-set = { $count } saniye
notify-on = Yeni mesajları bana bildir
notify-off = Artık bildirme
notify-refused = Tarayıcın burada bildirimlere izin vermiyor.
close = Kapat
did-not-work = Olmadı. Lütfen yeniden dene.
not-loaded = Sohbetin bir bölümü yüklenemedi. Yeniden dene ya da sayfayı yenile.

# Yolunu bulmak
empty = Henüz mesaj yok
empty-hint = İlk mesajı sen yaz.
beginning = Konuşma burada başlıyor.
loading-older = Daha eski mesajlar yükleniyor
new-messages = { $count } yeni mesaj
to-newest = En yeni mesajlara git
people-here = Burada { $count } kişi var
people-more = ve { $count } kişi daha
typing-one = { $name } yazıyor…
typing-two = { $first } ve { $second } yazıyor…
typing-many = Birkaç kişi yazıyor…

# Durumlar
state-connecting = Bağlanıyor…
state-offline = Bağlantı yok. Yazdıkların saklanır ve bağlantı gelince gönderilir.
state-signed-out = Katılmak için oturum aç.
state-restricted = Şimdilik buraya katılamazsın.
state-restricted-until = Şimdilik buraya katılamazsın. Yeniden katılabileceğin zaman: { $time }.
state-muted = Burada okuyabilirsin, ama şimdilik yazamazsın.
state-muted-until = Burada okuyabilirsin. Yeniden yazabileceğin zaman: { $time }.
state-why = Neden: { $why }
state-locked = Bu oda kilitli. Okuyabilirsin, ama yazamazsın.
state-read-only = Burada okuyabilirsin, ama yazamazsın.
state-not-yours = Bu oda sana açık değil.
state-deleted = Bu oda silindi.
state-page-refused = Bu sayfa bu sohbeti kullanamaz.
