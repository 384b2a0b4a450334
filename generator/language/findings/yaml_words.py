"""What is wrong with the YAML of a file."""

from __future__ import annotations

from typing import Final

YAML_CONFLICT: Final = "这里留着 git 合并的记号，两边的改动还没有合好，留下要的，删去三行记号"
YAML_TAB: Final = "缩进用了制表符，应当用空格"
YAML_BLOCK: Final = "“{sign}”要加引号，否则表示下面另起一段文字"
YAML_PROBLEM: Final = "这一处不合 YAML 语法"
YAML_PROBLEMS: Final = {
    "mapping values are not allowed": "一行里有两个“键: 值”，或上一行的缩进不对",
    "could not find expected ':'": "键后面缺少半角冒号",
    "found unexpected end of stream": "引号或括号没有配对",
    "did not find expected ',' or": "方括号或花括号里缺少逗号，或没有配对",
    "did not find expected key": "缩进与同一层的键没有对齐",
    "did not find expected '-' indicator": "列表的“- ”没有对齐",
    "found character that cannot start any token": "值以特殊字符开头，应当加引号",
    "found unknown escape character": "双引号里的反斜杠写法不对，改用单引号",
    "block sequence entries are not allowed": "“- ”不能写在这里，应当另起一行",
    "found undefined tag handle": "不使用类型标记",
    "did not find expected alphabetic or numeric": "& 和 * 不能用在值的开头，应当加引号",
    "did not find expected <document start>": "缩进不对，或多出了内容",
}
"""Words of libyaml → what the editor should look at."""

UNREAD_BY_ENGINE: Final = "里面有 MkDocs 读不懂的地方：看看日期有没有写错，INHERIT 所指的文件对不对"
