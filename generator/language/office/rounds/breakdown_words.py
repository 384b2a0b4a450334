"""The words of the forms by which targets are broken down, and what is said of those that come back."""

from __future__ import annotations

from typing import Final

SHEET: Final = "分解"
TITLE: Final = "指标分解表"
SUBTITLE: Final = "{plan}　填报单位：{unit}"
FACTS: Final = (
    ("填报单位", "{unit}"),
    ("规划（计划）", "{plan}"),
    ("分解的依据", "{document}"),
    ("要分解的目标", "{targets} 个"),
    ("要填的行", "{rows} 行"),
)
ANSWERS: Final = (
    ("填表人", "只留在这张表里，不进台账，也不公开"),
    ("联系电话", "同上"),
    ("审核人", "同上"),
)
HELP: Final = (
    "怎么填",
    "1. 只填有底色的格，别的格锁着，不用动；行不要增删。",
    "2. 每一行是一个镇街（单位）要达到的数，按“计量单位”填；已经分解过的填好了，照旧就不用动。",
    "3. 能相加的，右边随填随算：各单位合计多少，与整个地区相差多少。占比、增速、平均数不相加。",
    "4. 比较符空着，就和整个地区的一样；目标不是数的，写在“文字表述”里。",
    "5. 不承担这个指标的镇街空着。镇街都填了，合计还不到整个地区的，在“说明”里写一句原因。",
    "6. 填好后保存，原样发回，不用改文件名。",
)
COLUMNS: Final = (
    ("number", "序号", 6),
    ("name", "指标", 24),
    ("period", "目标期", 13),
    ("whole", "整个地区的目标", 14),
    ("measured", "镇街（单位）", 13),
    ("unit", "计量单位", 9),
    ("there", "已有的分解目标", 12),
    ("hint", "填报提示", 13),
)
ANSWER_COLUMNS: Final = (
    ("value", "分解目标", 12),
    ("comparator", "比较符", 9),
    ("text", "文字表述", 16),
    ("remark", "说明", 22),
)
SUM_COLUMNS: Final = (("各单位合计", 11), ("与整个地区相差", 11))
"""Columns: name in code, head, width in characters. The sums are formulas."""
INPUT_HELP: Final = {
    "value": ("分解目标", "按计量单位填数；不承担的空着"),
    "comparator": ("比较符", "空着就和整个地区的一样"),
    "text": ("文字表述", "目标不是数的，写在这里"),
    "remark": ("说明", "合计与整个地区对不上的，写明原因"),
}
ADDED: Final = "可以相加"
NOT_ADDED: Final = "不相加"
IN_WORDS: Final = "用文字写"
FILE_NAME: Final = "分解-{plan}-{unit}.xlsx"
LOCATOR: Final = "{unit}分解表 {cell}"
NOTE: Final = "分解说明：{remark}"

NO_ROUND: Final = "请写上是哪一轮填报；做分解表请加 --breakdown"
NO_DOCUMENT: Final = "请用 --document 写上分解的依据，是 documents.yml 里的一份文件；没有的，先在那里加上"
UNKNOWN_DOCUMENT: Final = "documents.yml 里没有“{document}”；请看看标识写对没有"
UNKNOWN_INDICATOR: Final = "台账里没有指标“{indicator}”；请看看标识写对没有"
NO_TERRITORIES: Final = "台账里没有镇街，没有可分解到的单位；请先写进 organizations/towns.yml"
NOTHING: Final = "没有要分解的：{since}起，没有目标期未满、有牵头单位的约束性指标；别的指标请用 --indicator 写明"
WRITTEN: Final = "写出 {count} 张分解表到 {folder}：目标 {targets} 个，{rows} 行"
WITHOUT_LEAD: Final = "没有牵头单位、无处可发的：{names}"
COLLECTIVE_LEAD: Final = "由统称牵头、不知道由谁来分解的：{names}"
TAKEN: Final = "{file}：收下，{unit}，填了 {filled} 行，新的分解目标 {targets} 个"

FINDINGS: Final = {
    "breakdown-document": ("错误", "分解的依据“{document}”不在 documents.yml 里；请先加上这份文件"),
    "breakdown-plan": ("错误", "是另一个规划（{plan}）的分解表，台账里没有它"),
    "breakdown-nothing": ("错误", "“{unit}”没有要分解的目标；是不是换了牵头单位，请用新发的表"),
    "part-there": ("疑点", "台账里已经分解为 {there}，这里填的是 {value}；改定目标要有新的文件，没有取"),
    "part-empty": ("疑点", "写了比较符或说明，没有填分解目标；请补上"),
    "part-words": ("疑点", "这个目标要用文字写，没有取；请填“文字表述”"),
    "parts-differ": ("疑点", "各单位合计 {total}，与整个地区的 {whole} 对不上；请核对，确实如此的写明说明"),
    "parts-short": ("疑点", "镇街都填了，合计 {total}，还不到整个地区的 {whole}；请核对，确实如此的写明说明"),
    "parts-unchecked": ("未能核对", "{names}没有填，合计 {total}，与整个地区的 {whole} 没有比对"),
    "parts-explained": ("提示", "合计 {total}，与整个地区的 {whole} 不同，有说明，照填的取：{remark}"),
}
"""Code → grade and sentence."""
AND_MORE: Final = "{names}等 {count} 个单位"
SHOWN: Final = 3
"""Units that a finding names."""
