# draft
# ルームがプレーンテキストで伝えること。日付の行のほかは、各行の前に時刻がある。

text-joined = { $name } さんが参加しました
text-left = { $name } さんが退出しました
text-edited = { $name } が編集しました：{ $text }
text-deleted = （削除済み）
text-deleted-by-sender = { $name } がメッセージを削除しました（{ $time }）
text-deleted-by-moderator = モデレーターが { $name } のメッセージを削除しました（{ $time }）
text-nobody = 誰か
text-reset = 上の内容はもう正しくありません。今のルームは次のとおりです。
text-day = --- { $date } { $weekday } ---
weekday-1 = 月曜日
weekday-2 = 火曜日
weekday-3 = 水曜日
weekday-4 = 木曜日
weekday-5 = 金曜日
weekday-6 = 土曜日
weekday-7 = 日曜日

# スクリプトを使わないページとしてのルーム。

# タイトルのないルームの名前。$type と $id はルームが属するものを表す。
page-title = { $type } { $id } のチャット
# その日のメッセージの上。$zone はそこにあるすべての時刻のタイムゾーン。
page-day = { $date } { $weekday }（{ $zone }）
page-empty = メッセージはまだありません
page-empty-hint = 最初のひとことをどうぞ。
page-older = 以前のメッセージ
page-newest = 最新のメッセージへ
page-edited = 編集済み
page-guest = ゲスト
page-deleted-by-sender = 削除されたメッセージ
page-deleted-by-moderator = モデレーターが削除したメッセージ
page-quoted = 以前のメッセージ
page-name = 名前
page-text = メッセージを入力
page-send = 送信
page-held = メッセージは、モデレーターが確認してから表示されます。
page-locked = このルームはロックされています。閲覧できますが、書き込めません。
page-unread = 新着
page-read-only = 閲覧できますが、書き込めません。
page-signed-out = 参加するにはログインしてください。
page-beginning = ここが会話の始まりです。
page-notification = お知らせ
page-system = システム
page-sign-in = このルームを読むには、元のサイトでログインしてください。その場合、チャットには JavaScript が必要です。
