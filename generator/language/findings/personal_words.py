"""Words beside which the number of a person stands, and those beside which it is a code (regular expressions)."""

from __future__ import annotations

from typing import Final

from generator.language.document_words import BEHIND_A_FIGURE

_DIGITS: Final = "〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖"
_NUMERALS: Final = f"{_DIGITS}十百千万亿拾佰仟"
_FROM_THREE: Final = "三四五六七八九叁肆伍陆柒捌玖"
MOBILE_IN_WORDS: Final = (
    f"[一幺壹](?<![第{_NUMERALS}][一幺壹])[{_FROM_THREE}](?:[- \u3000]?[{_DIGITS}]){{9}}(?![{_NUMERALS}])"
)
"""The number of a mobile phone in Chinese numerals."""
MEASURED: Final = f"(?! ?{BEHIND_A_FIGURE})"
"""Behind a number of a person stands no unit of a figure."""
COUNTED: Final = f"(?! ?(?:{BEHIND_A_FIGURE}|[年月日次条篇期名座]))"
"""Behind a short one stands nothing that is counted, either."""

CHAT: Final = "[微薇威]信|[Ww]e[Cc]hat|WECHAT|[Vv]信|[Qq]{2}|扣扣|支付宝|钉钉"
"""Programs in which a person is known by a number or a name."""
CHAT_IN_SHORT: Final = "[Vv][Xx]|[Ww][Xx]"
"""The same as people shorten them; other things may be called so, too."""
OFFICIAL: Final = "(?<!官方)(?<!公众)(?<!政务)(?<!单位)"
"""Before the name of such a program: it is an office's own."""
CALLED: Final = "(?:[ (]?(?:号码?|账号|帐号|群号?|[Ii][Dd])[:为是=(“\"'「 ]{0,3}|[ )]?[:=是为] ?[“\"'「]?)"
"""Behind the name of such a program: what says that a number follows."""
PAPERS: Final = "护照|通行证|回乡证|台胞证|居留证|[Pp]assport|PASSPORT"
"""Papers of a person whose number begins with a letter."""
PAPER_CALLED: Final = r"(?:(?:证件)?号码?|编号|[Nn][Oo]\.?|[Nn]umber|[:为是=(“\"'「 ]){0,5}"
PROVINCES: Final = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
"""Signs with which the plate of a vehicle begins."""
PLATE_ENDS: Final = "港澳挂学"
CODES: Final = r"(?:注册号|登记号|识别号|税号|编号|代码|索引号|文号|index_number|doc_number|site_code)\W{0,6}$"
"""Before a number that is a code of something else."""
EXTENSIONS: Final = "转|分机"
"""Before the extension of an office's line."""
AT_IN_WORDS: Final = "艾特"
DOT_IN_WORDS: Final = "[。点]"
"""How the signs of an address of mail are written in words (regular expressions)."""
MAIL_HOSTS: Final = (
    "163|126|qq|sina|139|189|wo|gmail|hotmail|outlook|live|sohu|tom|foxmail|yeah|aliyun|icloud|yahoo|msn|21cn"
)
"""Where persons have their mail (a regular expression)."""
MAY_BE_MAIL: Final = f"[#＃艾](?:特|{MAIL_HOSTS})"
QQ: Final = "扣扣"
_LETTER: Final = "[A-Za-z\uff21-\uff3a\uff41-\uff5a]"
FIRST_SIGNS: Final = f"一幺壹微薇威VvＶｖQqＱｑWwＷｗ扣支钉护通回台居P{PROVINCES}"
"""Signs with which all these begin; what begins with ``passport`` is looked for by itself."""
NEXT_SIGNS: Final = (
    f"(?<=[一幺壹])[{_FROM_THREE}][- \u3000]?[{_DIGITS}]"
    "|信| ?[QqＱｑXxＸｘ]|[EeＥｅ][CcＣｃ]|扣|付宝|钉|照|行证|乡证|胞证|留证|assport|ASSPORT"
    f"|(?<=[{PROVINCES}]) ?{_LETTER}"
)
"""What follows one of those signs. It may let through what is none: each form is looked at then."""
