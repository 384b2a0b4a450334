"""Words of the command ``init``, and those that a new place has because of its level."""

from __future__ import annotations

from typing import Final

TITLE: Final = "{name}规划任务台账"
"""The title of a new site."""

LEVELS_SAID: Final = {"市": "地级市"}
"""What may be written for a level, and stands for one of them."""

LEVEL_ENDINGS: Final = (("自治县", "自治县"), ("县", "县"), ("旗", "旗"), ("市", "地级市"), ("", "区"))
"""How the name of a place ends → its level, the first that fits."""

SHORT: Final = {"区": "区", "县": "县", "县级市": "市", "自治县": "县", "旗": "旗", "地级市": "市"}
"""Level of the place → what the names of its departments begin with."""

_ORDINARY: Final = ("青禾镇", "柳塘镇", "望山乡"), ("镇", "乡"), "镇"
_URBAN: Final = ("青禾镇", "柳塘镇", "望山街道"), ("镇", "街道"), "镇"
TOWNS: Final = {
    "区": _URBAN,
    "县": _ORDINARY,
    "县级市": _URBAN,
    "自治县": _ORDINARY,
    "旗": _ORDINARY,
    "地级市": (("青禾区", "柳塘区", "望山县"), ("县区", "县区"), "区"),
}
"""Level of the place → three made-up territories, the kinds of the first two and of the third, the word for one."""

DONE: Final = "已在 {folder} 建好{what}：{name}，级别是{level}，{count} 个文件。"
EMPTY_START: Final = "空的台账"
DEMO_START: Final = "演示台账，内容全是编造的"
CITY_TAKEN: Final = "没有写 --level，按地级市建；是县级市的，把 data/site.yml 里的 level 改为 县级市"
NEXT_STEPS: Final = "接着，进到这个目录里，先看 README.md；检查用 {program} check，预览用 {program} serve --open"

BAD_NAME: Final = "地区名称“{name}”不能用；请写 2 到 20 个字的名称，不带空格和标点，例如 --name 某某区"
BAD_FOLDER: Final = "目录名“{name}”在 Windows 上不能用，什么都没有写；请换一个名字"
NOT_EMPTY: Final = "目录 {folder} 里已有别的内容，什么都没有写；请换一个空目录"
NOT_A_FOLDER: Final = "{folder} 不是目录，什么都没有写；请换一个名字"
NOT_WRITTEN: Final = "不能写 {file}：{reason}；没有建成，什么都没有留下"
