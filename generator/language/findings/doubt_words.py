"""The words of doubts: values that look wrong and may be right."""

from __future__ import annotations

from typing import Final

DOUBTS: Final[dict[str, tuple[str, str]]] = {
    "printed-unit": (
        "原文表述“{text}”里的单位是“{printed}”，指标的单位是“{unit}”",
        "看看是不是换算错了，或者取错了指标",
    ),
    "other-number": ("原文表述“{text}”里，带单位“{unit}”的数是 {other}，不是 {value}", "看看是不是取错了数"),
    "magnitude": ("数值 {value} 约是{other} {reference} 的 {times}", "看看小数点和单位"),
    "share-above": ("“{name}”以 % 计，数值 {value} 超过了 100", "看看小数点，或者是不是增长的幅度"),
    "negative-count": ("“{name}”的数值 {value} 是负数", "看看符号，或者是不是增减的数"),
    "negative-fall": ("“{name}”已经说是下降，数值 {value} 又是负数", "看看符号；真是不降反升的，照原文写"),
    "sum-falls": ("累计数 {value} 比 {period} 的 {before} 还小", "看看是不是只是这一段的数，或者统计口径变了"),
    "year-above-sum": ("当年的数 {value} 大于累计的 {total}", "看看计数方式，或者累计是从哪一年算起"),
    "part-above": ("一个单位的数 {value} 大于整个地区的 {whole}", "看看单位和口径"),
    "parts-above": ("各镇街合计 {total}，大于整个地区的 {value}", "看看各镇街的数，或者有没有重复"),
    "parts-beyond": (
        "分解到单位的目标值合计 {total}，超过整个地区的 {whole}",
        "看看各单位的目标值；差得不多的，也可能是文件四舍五入",
    ),
    "parts-all-off": ("各镇街的目标值都比整个地区的 {whole} {how}，加权平均达不到", "看看各镇街的目标值和口径"),
    "repeated": ("数值 {value} 与 {period} 的一字不差", "看看是不是抄了上一期的数"),
    "milestone-late": ("节点的时限 {value} 晚于任务的完成时限 {due}", "看看是哪一个写错了"),
    "plan-length": ("{kind}从 {start} 年到 {value} 年，有 {count} 年", "看看年份"),
    "due-outside": ("完成时限 {value} 不在规划期 {start}—{end} 之内", "看看年份"),
    "target-late": ("达到时限 {value} 不在目标期 {start}—{end} 之内", "看看年份"),
    "drafted-late": ("成文日期 {value} 晚于落款或发布的 {day}", "看看是哪一个写错了"),
    "unit-odd": ("计量单位“{value}”不常见，和常见的只差一个字", "看看是不是写错了字"),
    "indicator-twice": (
        "同一规划里有两个指标都叫“{value}”（另一个是 {other}），读者分不清",
        "在名称里写出差别，或在 relations 里写明两者的关系",
    ),
    "turned-text": ("原文表述“{text}”说的是{way}，后面的数 {value} 却不是这样", "看看两个数是不是写反了"),
    "title-twice": ("“{title}”的“{value}”和 {other} 的一样", "看看是不是录了两遍"),
    "text-unfinished": ("“{value}”像是先占个位置，还没有写", "看看是不是忘了写"),
    "bracket-half": ("“{value}”里的 {pair} 只有一半", "看看是不是漏了字，或者文字没有录完"),
    "progress-state": ("完成比例是 {value}，状态却是 {state}", "看看是哪一个写错了"),
    "number-year": ("文号“{value}”的年份和文件的日期 {day} 对不上", "看看是哪一个写错了"),
    "number-form": ("文号“{value}”的写法不常见", "看看年份是不是在〔〕里，后面是不是有号数，例如 〔2016〕7号"),
    "from-value": ("原文表述“{text}”里，{value} 是原来的数", "看看数值是不是应当写 {second}"),
    "yearly-level": (
        "原文表述“{value}”说的是年均，指标的计量方式却是 {measure}",
        "看看计量方式是不是年均增速",
    ),
    "measure-words": (
        "原文表述“{value}”说的是{said}，指标的计量方式却是 {measure}",
        "看看计量方式，或者是不是取错了指标",
    ),
    "measure-name": ("“{name}”说的是{said}，计量方式却是 {value}", "看看计量方式，或者改名称"),
    "period-words": ("原文表述“{value}”说的是到 {said} 月为止，时期却是 {period}", "看看时期，或者是不是取错了数"),
    "year-words": ("原文表述“{value}”说的是 {said} 年，时期却是 {period}", "看看年份，或者是不是取错了数"),
    "unit-name": ("名称“{name}”里的单位是“{printed}”，单位却写着“{value}”", "看看是哪一个写错了，数值和它相差多少倍"),
    "unit-rate": ("“{name}”是一个比率，单位却是“{value}”", "看看单位，或者改名称"),
    "summary-figure": (
        "摘要里写着 {told}，任务的指标“{name}”却没有这个目标值",
        "看看是摘要写错了，还是目标值录错了",
    ),
    "basis-words": ("原文表述“{value}”说的是{said}，计数方式却是 {basis}", "看看计数方式"),
    "start-beyond": (
        "同一份文件里，开始以前就是 {base}，目标值却是 {value}，方向是 {direction}",
        "看看两个数和方向；原文确实定得比原来低（或高）的，登记理由",
    ),
    "third-party": ("评估方是“{name}”，第三方却写着 {value}", "看看是不是应当写 {expected}"),
    "heading-number": ("标题编号“{value}”排在“{before}”的后面", "看看编号是不是写重了，或者次序反了"),
    "heading-gap": ("标题编号从“{before}”跳到“{value}”", "看看中间是不是漏了标题；有意不收录的，登记理由"),
    "report-plan": (
        "进展属于规划 {own}，所指的“{value}”却属于规划 {plan}",
        "看看是不是指错了；说的是哪份规划，就写哪份规划",
    ),
    "result-plan": ("这是填报轮次的文件，“{value}”却是另一份规划 {plan} 的指标", "看看指标是不是写错了"),
    "answer-unasked": ("“{name}”在这一轮的规划里没有任务和指标，也没有分解的目标", "看看单位是不是写错了"),
    "remark-unasked": ("“{name}”与这一条所属的规划没有关系", "看看单位是不是写错了"),
    "grace-long": ("宽限天数 {value} 超过了两个月", "看看是不是多写了一位"),
    "round-long": ("一轮填报从开始到截止有 {days} 天", "看看截止日期 {value} 的年份和月份"),
    "round-late": ("时期 {period} 过了一年多，{value} 才开始填报", "看看是哪一个写错了"),
    "weight-above": ("分值 {value} 超过了 100，占了全部分值的一半以上", "看看小数点"),
    "name-joined": ("单位名称“{value}”里有“{sign}”，像是几个单位", "一个单位写一条；确实是一个单位的，登记理由"),
    "investment-above": ("年度投资 {value} 大于总投资 {total}", "看看两个数的单位是不是相同"),
    "progress-above": ("完成比例 {value} 超过了 100，状态却是 {state}", "看看是不是超额完成"),
    "change-id": (
        "已经公开的记录“{name}”（标识 {value}）没有了",
        "是改了标识的，改回去，它的网址有人在用；是误删的，补回来",
    ),
    "change-gone": ("已经公开的数 {value}（{tag}）没有了", "看看是不是误删；文件更正的，改数，不要删"),
    "change-meaning": (
        "“{name}”已经公开的{column}是“{before}”，现在是“{value}”",
        "看看是不是改错了；含义变了的，另立一个指标，用 replaced_by 连起来",
    ),
    "change-sign": ("已经公开的数是 {before}（{tag}），现在是 {value}，正负相反", "看看符号"),
    "change-size": ("已经公开的数是 {before}（{tag}），现在是 {value}，相差十倍以上", "看看小数点和单位"),
    "change-many": (
        "上次公开（{value}）的 {total} 个数里，改动和删去的有 {count} 个，超过了 {share}%",
        "看看是不是取错了文件，或者整列错了位",
    ),
}
"""What looks wrong and may be right: code → (what looks wrong, what to look at)."""
