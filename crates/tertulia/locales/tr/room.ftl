# draft
# Bir odanın düz metin olarak söylediği. Gün satırı dışında her satırın başında saat durur.

text-joined = { $name } katıldı
text-left = { $name } ayrıldı
text-edited = { $name } düzenledi: { $text }
text-deleted = (silindi)
text-deleted-by-sender = { $name } bir mesajı sildi ({ $time })
text-deleted-by-moderator = Bir moderatör, { $name } tarafından yazılan bir mesajı kaldırdı ({ $time })
text-nobody = biri
text-reset = Yukarıdakiler artık geçerli değil; oda şimdi böyle.
text-day = --- { $weekday } { $date } ---
weekday-1 = Pazartesi
weekday-2 = Salı
weekday-3 = Çarşamba
weekday-4 = Perşembe
weekday-5 = Cuma
weekday-6 = Cumartesi
weekday-7 = Pazar

# Betiksiz sayfa olarak bir oda.

# Başlığı olmayan bir odanın adı. $type ve $id, odanın ait olduğu şeyi adlandırır.
page-title = { $type } { $id } sohbeti
# Bir günün mesajlarının üstünde; $zone oradaki bütün saatlerin dilimidir.
page-day = { $weekday } { $date } ({ $zone })
page-empty = Henüz mesaj yok
page-empty-hint = İlk mesajı sen yaz.
page-older = Daha eski mesajlar
page-newest = En yeni mesajlara git
page-edited = düzenlendi
page-guest = konuk
page-deleted-by-sender = Mesaj silindi
page-deleted-by-moderator = Mesaj bir moderatör tarafından kaldırıldı
page-quoted = Daha eski bir mesaj
page-name = Adın
page-text = Bir mesaj yaz
page-send = Gönder
page-held = Mesajın görünmeden önce bir moderatör onu inceleyecek.
page-locked = Bu oda kilitli. Okuyabilirsin, ama yazamazsın.
page-unread = Yeni
page-read-only = Burada okuyabilirsin, ama yazamazsın.
page-signed-out = Katılmak için oturum aç.
page-beginning = Konuşma burada başlıyor.
page-notification = Bildirim
page-system = Sistem
page-sign-in = Bu odayı okumak için geldiğin sitede oturum aç; sohbet o zaman JavaScript gerektirir.
