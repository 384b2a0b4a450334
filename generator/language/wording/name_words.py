"""Words in the names of units, and of persons and their posts, as documents print them."""

from __future__ import annotations

from typing import Final

BEFORE_NAMES: Final = "(?:其中|由|请|,|、|;|:)+"

AND_OTHERS: Final = "等(?:有关|相关)?(?:部门|单位|地区)?"
"""Words behind the last of the names that name nobody."""

JOINING_NAMES: Final = "和|与|及|以及|并|同"

UNIT_ENDINGS: Final = (
    "局委办部厅处站所院校镇乡街村联会社团队行馆台组司室厂场港署网县市区旗州盟班投",
    "(?<![本专学内外百])科|中心|公司|集团|街道|海关|科协|计生协|作协|[一二三四五六]中|国企|央企|森林公安|政府|政协|人大|部门|单位|企业|主体|机关|机构|银行|专班|大学|中学|小学|幼儿园|基地|各方|运营商|"
    "分行|支行|院校|平台|联盟|驻地|所在地|指挥部|委员会|管委会|办事处",
)
"""Characters, and words, with which the name of a unit ends."""

KINDS_OF_PLACES: Final = ("乡", "镇", "街", "街道", "乡镇", "镇街", "园区", "开发区")
"""Side by side behind 各 they are one collective: 各镇、街道."""

CLEAR_UNIT: Final = (
    "(?:局|委|办|部|厅|中心|海关|公司|集团|政府|街道|办事处|管委会|镇"
    "|乡|联|社|支队|大队|法院|检察院|分行|支行|单位|部门|管理处|园区)$"
)
"""With these ends what is a unit in a plain list (a regular expression); many a word ends with 会, 所 or 站."""

NO_UNITS: Final = (
    "政府",
    "企业",
    "社会",
    "全社会",
    "部门",
    "单位",
    "主体",
    "市场",
    "机关",
    "机构",
    "社区",
    "全区",
    "全县",
    "全市",
)
"""What ends like a name and names nobody."""

NO_NAME: Final = (
    "农业农村$|城乡$|^.?(?:市场|社区)$|(?:社会|自行|进行|执行|实行|推行|运行)$|[:。]"
    "|^(?:鼓励|支持|引导|动员|组织|推动|发动|确保|加强)"
)
"""What makes words no name of a unit (a regular expression)."""

EXPLAINING: Final = "不?含|包[括含]|即|指|如|例如|详?见|注"
"""With these begin parentheses that explain words and name nobody (a regular expression)."""

NOBODY: Final = ("无", "暂无", "没有", "-", "--", "—", "——", "/", "、", "空")
"""What stands where a cell names nobody."""

TITLE_SIGNS: Final = "★☆▲△●○◆◇■□※*▪"
"""Signs before names that mark some of them."""

PLAIN_POSTS: Final = "(?:副|常务副|代|党组|党委)?(?:[局县市区镇乡院校台站所队处科部社组]?长|主任|书记|主席|经理)"
"""Offices that may stand right behind the name of a person (a regular expression)."""

POSTS_BESIDE_NAMES: Final = "常委|委员|总经理|副总经理|董事长|调研员|总工|专员"
"""More of them, of which no unit is called so (a regular expression)."""

LONG_SURNAMES: Final = "欧阳|上官|司徒|司马|诸葛|皇甫|慕容|夏侯|令狐|尉迟|东方|公孙"

POST_ENDINGS: Final = "长|主任|书记|主席|委员|常委|成员|指挥|领导|调研员|专员|经理|负责人"
"""How the name of an office ends."""

SURNAMES: Final = (
    "赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严华金魏姜戚谢邹章苏潘葛范彭马任方袁唐薛贺倪汤罗郝安于傅"
    "齐康余顾孟黄穆萧尹姚邵汪毛宋庞熊纪项祝董梁杜阮蓝季贾江童颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍万柯卢莫丁邓"
    "洪石崔龚程陆段侯武刘龙叶黎白赖卓乔谭温曾沙关阎涂牛"
)
"""With these characters nearly all names of persons begin."""

NO_PERSON: Final = (
    "林业|金融|武装|高校|华侨|石油|石化|温泉|康养|文旅|文体|文化|方面|龙头|江河|高速|高铁|金控|安全|安监|安置|项目|纪检|章程|林场|严控|"
    "毛纺|包保|常规|成员|贺岁|余热|时限|计划|水利|施工|任务|温室|曾经|万家|和谐|方案|金属|田园|段长|路段|马路|蓝天|孔雀|花卉|苏区|余项"
)
"""What begins like the name of a person and is none (a regular expression)."""

CONTACT: Final = "下同|为牵头|联系人|负责人|责任人|联络员|经办人|电话|手机|[0-9]{7,}"
"""Words in brackets behind a unit that say how to reach somebody (a regular expression)."""
