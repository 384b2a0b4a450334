"""Words about new records: doubts that stand beside them, and files that are in the way."""

from typing import Final

DOUBT: Final = "疑点：{doubt}（来处：{place}）"
"""A comment line at a record."""
PROJECTS: Final = "项目"
"""What the file of the projects of a plan is called, before it is put into pinyin."""
FILE_IN_THE_WAY: Final = (
    "{file} 里已经有别的内容，什么都没有写；请先把它移走或改名，再运行这条命令；要改已有的记录，请直接改这个文件"
)
FOLDER_IN_THE_WAY: Final = "{file} 应当是一个文件，现在是目录，什么都没有写；请先把它移走，再运行这条命令"
WAITING: Final = "另一条命令正在往 {folder} 写，等它做完再开始"
ENDED: Final = "上一条命令写到一半被中断，已经替它写完：{file} 等 {count} 个文件"
TAKEN_BACK: Final = "上一条命令还没写完就被中断，台账和文件都没有动，剩下的半成品已经清掉；那条命令请再做一次"
CHANGED_SINCE: Final = (
    "上一条命令被中断以后，{file} 又改过，没有动它；那条命令要写的内容在 {new}，请对照着改好，再把它删去"
)
MASK: Final = "（号码已略去）"
"""Stands for the number of a person."""
PERSONAL: Final = "这里有像手机号、身份证号、银行卡号或邮箱的号码，没有写进台账；台账和网站不收个人信息"
RANGE_TURNED: Final = "“{text}”的上下限颠倒了"
OVER_HUNDRED: Final = "“{text}”超过 100%，占比不会这样大"
AGAINST_BASE: Final = "目标是 {target}，起点是 {base}，方向和“{direction}”相反"
TITLE_TWICE: Final = "和前面的一项同名（{other}），请看是不是同一项"
TASK_TWICE: Final = "和前面的一项（{other}）名称、单位、时限都一样，多半是重复"
INDICATOR_TWICE: Final = "前面已有一个指标也叫“{name}”，请在名称里写出差别；是同一个数，就不要其中一条"
QUOTED: Final = "“{text}”"
BEFORE_PLAN: Final = "完成时限“{due}”早于规划的开始年份 {start}"
PARTS_DIFFER: Final = "各单位的数加起来是 {parts}，总数写的是 {whole}"
ORGAN: Final = (
    "(?P<level>[省市区县旗州](?:委(?=[\u3400-\u9fff]{3,}))?)(?P<body>[\u3400-\u9fff]{1,9}?)"
    "(?P<end>委员会|办公室|研究院|管理局|分局|支队|大队|中心|集团|公司|协会|学会|总工会|联合会|局|委|办|院|部|会|社|站|所|处|队)"
)
"""The name of an organ of a place: level, what it is for, what it is (a regular expression)."""
