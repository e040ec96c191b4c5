# draft
# ウィジェットの言葉。読む人の側で組み立てられ、何も保存されない。

# タイトルのないルームの名前。$type と $id はルームが属するものを表す。
room-title = { $type } { $id } のチャット
room-title-lobby = ロビー
log-label = メッセージ

# ログの各行
joined = { $name } さんが参加しました
left = { $name } さんが退出しました
deleted-by-sender = 削除されたメッセージ
deleted-by-moderator = モデレーターが削除したメッセージ
edited = 編集済み
guest = ゲスト
system-label = システム
notification-label = お知らせ
reaction-label = { $emoji }、{ $count } 人
unread-line = 新着
go-to-quoted = このメッセージへ移動
quote-unknown = 以前のメッセージ
message-gone = このメッセージはもうここにありません。

# 送信
sending = 送信中
sent = 送信済み
waiting = 送信待ち
failed = 送信失敗
failed-too-long = このメッセージは長すぎます。
failed-muted = 今はここに書き込めません。
failed-locked = このルームはロックされています。
failed-not-allowed = ここには書き込めません。
failed-refused = このメッセージは受け付けられませんでした。
failed-given-up = 1 日以内に送信できませんでした。
failed-token = もう一度ログインしてください。
retry = 再試行
discard = 破棄
outbox-full = 送信待ちが多いため、今はこれ以上受け付けられません。
held = メッセージは確認待ちです。

# 入力欄
write = メッセージを入力
send = 送信
too-long = { $count } 文字オーバー
characters-left = 残り { $count } 文字
name-question = お名前は？
name-label = 名前
name-go = 続ける
name-taken = その名前は使われています。
name-reserved = この名前はサイト自身の名前と間違われるおそれがあります。
name-invalid = 別の名前を選んでください。
name-failed = うまくいきませんでした。もう一度お試しください。

writing-as = { $name } として
name-change = 名前を変える
slow-mode = 低速モード：{ $count } 秒に 1 件
emoji-pick = 絵文字を選ぶ
emoji-search = 絵文字を検索
emoji-none = 見つかりません。
emoji-recent = 最近使った絵文字
emoji-smileys = 顔と感情
emoji-people = 人と体
emoji-nature = 動物と自然
emoji-food = 食べ物と飲み物
emoji-travel = 旅行と場所
emoji-activities = 活動
emoji-objects = 物
emoji-symbols = 記号
emoji-flags = 旗
emoji-groups = 絵文字のグループ
emoji-tone = 肌の色
tone-none = 肌の色なし
tone-light = 薄い肌色
tone-medium-light = やや薄い肌色
tone-medium = 中間の肌色
tone-medium-dark = やや濃い肌色
tone-dark = 濃い肌色
suggestions = 候補
replying-to = { $name } さんに返信中
editing = 編集
cancel = キャンセル

# メッセージやルームに対してできること
react = リアクション
reply = 返信
more = その他
edit = 編集
copy-text = テキストをコピー
copy-link = リンクをコピー
copied = コピーしました。
delete = 削除
deleting = 削除しました。
undo = 元に戻す
ignore = この人を非表示
ignore-none = 非表示の { $count } 人を再表示
mute-for = { $count } 分間ミュート
kick = 1 分間退出させる
ban = 追放
muted = { $name } さんはミュート中です。
kicked = { $name } さんを 1 分間退出させました。
banned = { $name } さんは追放されています。
also-connection = 接続元も、1 日間
in-force = 制限されている人
in-force-none = 制限されている人はいません。
in-force-until = 期限：{ $time }
lift = 解除
delete-all = この人の発言をすべて削除
delete-all-sure = 本当にすべて削除しますか？
deleted-all = 削除したメッセージ：{ $count }
report = 報告
report-why = 何が問題ですか？（任意）
report-thanks = ありがとうございます。モデレーターに伝えました。
review = 確認待ち
review-waiting = 確認待ちのメッセージ { $count } 件
review-none = 確認待ちのメッセージはありません。
review-approve = 承認
review-reject = 却下
review-show = 表示
review-keep = そのままにする
reported-by = { $count } 人が報告
lock = ルームをロック
unlock = ロックを解除
slow-label = 低速モード
slow-off = 低速モードなし
slow-set = { $count } 秒
notify-on = 新しいメッセージを通知する
notify-off = 通知をやめる
notify-refused = お使いのブラウザーはここでの通知を許可していません。
close = 閉じる
did-not-work = うまくいきませんでした。もう一度お試しください。
not-loaded = チャットの一部を読み込めませんでした。もう一度試すか、ページを再読み込みしてください。

# 見て回る
empty = メッセージはまだありません
empty-hint = 最初のひとことをどうぞ。
beginning = ここが会話の始まりです。
loading-older = 以前のメッセージを読み込み中
new-messages = 新着メッセージ { $count } 件
to-newest = 最新のメッセージへ
people-here = { $count } 人が参加中
people-more = ほか { $count } 人
typing-one = { $name } さんが入力中…
typing-two = { $first } さんと { $second } さんが入力中…
typing-many = 数人が入力中…

# 状況
state-connecting = 接続中…
state-offline = オフラインです。書いた内容は保存され、接続が戻ると送信されます。
state-signed-out = 参加するにはログインしてください。
state-restricted = 今はここに参加できません。
state-restricted-until = { $time } まで、ここに参加できません。
state-muted = 閲覧できますが、今は書き込めません。
state-muted-until = 閲覧できます。{ $time } からまた書き込めます。
state-why = 理由：{ $why }
state-locked = このルームはロックされています。閲覧できますが、書き込めません。
state-read-only = 閲覧できますが、書き込めません。
state-not-yours = このルームにアクセスする権限がありません。
state-deleted = このルームは削除されました。
state-page-refused = このページではこのチャットを使えません。
