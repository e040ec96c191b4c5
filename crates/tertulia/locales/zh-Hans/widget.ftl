# draft
# 小组件说的话。文字在读者那边生成，一概不保存。

# 没有标题的房间的名称。$type 和 $id 说明它属于什么。
room-title = { $type } { $id } 的聊天
room-title-lobby = 大厅
log-label = 消息

# 聊天记录中的各行
joined = { $name } 加入了聊天
left = { $name } 离开了聊天
deleted-by-sender = 消息已删除
deleted-by-moderator = 消息已被管理员移除
edited = 已编辑
guest = 访客
system-label = 系统
notification-label = 通知
reaction-label = { $emoji }，{ $count } 人
unread-line = 新消息
go-to-quoted = 前往这条消息
quote-unknown = 更早的一条消息
message-gone = 这条消息已不在这里。

# 发送
sending = 正在发送
sent = 已发送
waiting = 等待发送
failed = 发送失败
failed-too-long = 这条消息太长了。
failed-muted = 你暂时不能在这里发言。
failed-locked = 这个房间已锁定。
failed-not-allowed = 你不能在这里发言。
failed-refused = 这条消息未被接受。
failed-given-up = 一天内未能发送。
failed-token = 请重新登录。
retry = 重试
discard = 放弃
outbox-full = 等待发送的消息太多，暂时不再接受新消息。
held = 你的消息正在等待审核。

# 输入框
write = 输入消息
send = 发送
too-long = 超出 { $count } 个字符
characters-left = 还可输入 { $count } 个字符
name-question = 怎么称呼你？
name-label = 你的名字
name-go = 继续
name-taken = 这个名字已被使用。
name-reserved = 这个名字会被当成网站自己的名字。
name-invalid = 请换一个名字。
name-failed = 操作失败，请再试一次。

writing-as = 以 { $name } 发言
name-change = 修改你的名字
slow-mode = 慢速模式：每 { $count } 秒一条消息
emoji-pick = 选择表情符号
emoji-search = 搜索表情符号
emoji-none = 没有找到。
emoji-recent = 最近使用
emoji-smileys = 笑脸与情感
emoji-people = 人物与身体
emoji-nature = 动物与自然
emoji-food = 食物与饮料
emoji-travel = 旅行与地点
emoji-activities = 活动
emoji-objects = 物品
emoji-symbols = 符号
emoji-flags = 旗帜
emoji-groups = 表情符号分组
emoji-tone = 肤色
tone-none = 无肤色
tone-light = 浅肤色
tone-medium-light = 中浅肤色
tone-medium = 中等肤色
tone-medium-dark = 中深肤色
tone-dark = 深肤色
suggestions = 建议
replying-to = 回复 { $name }
editing = 编辑
cancel = 取消

# 对消息和在房间里可以做的事
react = 回应
reply = 回复
more = 更多
edit = 编辑
copy-text = 复制文字
copy-link = 复制链接
copied = 已复制。
delete = 删除
deleting = 已删除。
undo = 撤销
ignore = 屏蔽此人
ignore-none = 重新显示 { $count } 位被屏蔽的人
mute-for = 禁言 { $count } 分钟
kick = 移出一分钟
ban = 封禁
muted = { $name } 暂时不能发言。
kicked = { $name } 已被移出一分钟。
banned = { $name } 已被封禁。
also-connection = 连同其网络连接，为期一天
in-force = 禁言与封禁
in-force-none = 这里没有人被禁言或封禁。
in-force-until = 截止：{ $time }
lift = 解除
delete-all = 删除此人的全部发言
delete-all-sure = 确定全部删除？
deleted-all = 已删除 { $count } 条消息
report = 举报
report-why = 有什么问题？（可选）
report-thanks = 谢谢。已告知管理员。
review = 待审核
review-waiting = { $count } 条消息待审核
review-none = 没有待审核的内容。
review-approve = 通过
review-reject = 拒绝
review-show = 显示
review-keep = 保留
reported-by = { $count } 人举报
lock = 锁定房间
unlock = 解锁房间
slow-label = 慢速模式
slow-off = 关闭慢速模式
slow-set = { $count } 秒
notify-on = 有新消息时通知我
notify-off = 不再通知
notify-refused = 你的浏览器不允许在这里发送通知。
close = 关闭
did-not-work = 操作失败，请再试一次。
not-loaded = 聊天的一部分未能加载。请重试，或重新加载页面。

# 找到方向
empty = 还没有消息
empty-hint = 来说第一句话吧。
beginning = 对话从这里开始。
loading-older = 正在加载更早的消息
new-messages = { $count } 条新消息
to-newest = 前往最新消息
people-here = { $count } 人在线
people-more = 还有 { $count } 人
typing-one = { $name } 正在输入…
typing-two = { $first } 和 { $second } 正在输入…
typing-many = 多人正在输入…

# 当前状况
state-connecting = 正在连接…
state-offline = 没有连接。你写的内容会保留，恢复后再发送。
state-signed-out = 登录后即可参与。
state-restricted = 你暂时不能参与这里的聊天。
state-restricted-until = 在 { $time } 之前，你不能参与这里的聊天。
state-muted = 你可以在这里阅读，但暂时不能发言。
state-muted-until = 你可以在这里阅读，{ $time } 起可以再发言。
state-why = 原因：{ $why }
state-locked = 这个房间已锁定。你可以阅读，但不能发言。
state-read-only = 你可以在这里阅读，但不能发言。
state-not-yours = 这个房间不对你开放。
state-deleted = 这个房间已删除。
state-page-refused = 这个页面不能使用这个聊天。
