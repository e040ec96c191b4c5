# draft
# 房间以纯文本说的话。除了日期那一行，每行前面都有时间。

text-joined = { $name } 加入了聊天
text-left = { $name } 离开了聊天
text-edited = { $name } 修改为：{ $text }
text-deleted = （已删除）
text-deleted-by-sender = { $name } 删除了一条消息（{ $time }）
text-deleted-by-moderator = 管理员移除了 { $name } 的一条消息（{ $time }）
text-nobody = 有人
text-reset = 以上内容已不再有效；房间现在是这样的。
text-day = --- { $date } { $weekday } ---
weekday-1 = 星期一
weekday-2 = 星期二
weekday-3 = 星期三
weekday-4 = 星期四
weekday-5 = 星期五
weekday-6 = 星期六
weekday-7 = 星期日

# 不带脚本的房间页面。

# 没有标题的房间的名称。$type 和 $id 说明它属于什么。
page-title = { $type } { $id } 的聊天
# 在一天的消息上方；$zone 是那里所有时间的时区。
page-day = { $date } { $weekday }（{ $zone }）
page-empty = 还没有消息
page-empty-hint = 来说第一句话吧。
page-older = 更早的消息
page-newest = 前往最新消息
page-edited = 已编辑
page-guest = 访客
page-deleted-by-sender = 消息已删除
page-deleted-by-moderator = 消息已被管理员移除
page-quoted = 更早的一条消息
page-name = 你的名字
page-text = 输入消息
page-send = 发送
page-held = 管理员审核后，你的消息才会显示。
page-locked = 这个房间已锁定。你可以阅读，但不能发言。
page-unread = 新消息
page-read-only = 你可以在这里阅读，但不能发言。
page-signed-out = 登录后即可参与。
page-beginning = 对话从这里开始。
page-notification = 通知
page-system = 系统
page-sign-in = 要阅读这个房间，请在来源网站登录；之后聊天需要 JavaScript。
