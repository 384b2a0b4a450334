"""Which numbers belong to a person, whatever way they are written; codes, figures and offices' lines are none."""

from __future__ import annotations

import pytest

from generator.ledger.personal_data import find_kinds, half_shown, masked, masked_half, starred

PERSONS = {
    "mobile": [
        "13812345678",
        "电话13812345678转办",
        "138 1234 5678",
        "138-1234-5678",
        "138–1234–5678",
        "138 - 1234 - 5678",
        "138  1234  5678",
        "138_1234_5678",
        "138 12345678",
        "1381234 5678",
        "138 123 45678",
        "1381 234 5678",
        "1 3 8 1 2 3 4 5 6 7 8",
        "+8613812345678",
        "+86 138 1234 5678",
        "+86-138-1234-5678",
        "(+86)13812345678",
        "（+86）138-1234-5678",
        "008613812345678",
        "0086 138 1234 5678",
        "86 13812345678",
        "013812345678",
        "(138)12345678",
        "（138）1234 5678",
        "138.1234.5678",
        "138·1234·5678",
        "１３８１２３４５６７８",
        "１３８－１２３４－５６７８",
        "138１２３４5678",
        "𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖",
        "一三八一二三四五六七八",
        "幺三八 幺二三四 五六七八",
        "Phone13812345678",
        "tel:19912345678",
        "138~1234~5678",
        "138*1234*5678",
        "138|1234|5678",
        "138/1234/5678",
        "138:1234:5678",
        "138：1234：5678",
        "138\\1234\\5678",
        "138+1234+5678",
        "138#1234#5678",
        "壹叁捌壹贰叁肆伍陆柒捌",
        "联系人手机壹叁捌 壹贰叁肆 伍陆柒捌",
        "13812345678个人手机",
        "13812345678户主",
        "13812345678家长",
        "13812345678人事科",
        "13812345678万先生",
        "13812345678元旦前",
    ],
    "identity": [
        "11010519491231002X",
        "11010519491231002x",
        "110105 19491231 002X",
        "110105-19491231-002X",
        "1101 0519 4912 3100 2X",
        "110105.19491231.002X",
        "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X",
        "１１０１０５１９４９１２３１００２Ｘ",
        "身份证号：11010519491231002X。",
        "2016 11010519491231002X",
        "110105491231002",
        "110105 491231 002",
        "110105-491231-002",
        "１１０１０５４９１２３１００２",
        "身份证110105491231002",
    ],
    "bank": [
        "6222021234567890128",
        "6222 0212 3456 7890 128",
        "622202 1234567890128",
        "6222-0212-3456-7890-128",
        "6222.0212.3456.7890.128",
    ],
    "mail": [
        "a@b.cn",
        "zhangsan@mail.example",
        "zhangsan ＠ mail.example",
        "zhangsan(at)mail.example",
        "zhangsan【at】mail.example",
        "zhangsan [AT] mail [dot] example",
        "zhangsan#163.com",
        "zhangsan＃qq.com",
        "zhangsan at 163 dot com",
        "zhangsan艾特163.com",
        "zhangsan@163。com",
        "zhangsan@163点com",
        "张三@邮箱.中国",
    ],
    "chat": [
        "QQ：12345678",
        "QQ号12345678",
        "QQ 12345678",
        "qq12345678",
        "ＱＱ：１２３４５６７８",
        "QQ群：123456789",
        "扣扣号是12345678",
        "扣扣12345678",
        "Q Q：12345678",
        "微信：zhangsan1990",
        "微信号：zhang_san",
        "微信号 zhangsan",
        "微信号为 zhangsan",
        "加微信 zhang-san-90",
        "微信（ID：zhangsan）",
        "微信ID：wxid_ab12cd34",
        "WeChat: zhangsan",
        "wechat zhangsan90",
        "VX：zhangsan90",
        "vx:zhangsan90",
        "薇信号：zhangsan90",
        "支付宝账号：zhangsan90",
    ],
    "paper": [
        "护照E12345678",
        "护照号E1234 5678",
        "护照号码：G12345678",
        "护照号：EA1234567",
        "护照（E12345678）",
        "护照：e12345678",
        "护照编号为Ｅ１２３４５６７８",
        "港澳通行证C12345678",
        "台胞证号 T12345678",
        "passport No. E12345678",
    ],
    "plate": [
        "津A12345",
        "津A·12345",
        "津A 12345",
        "津 A12345",
        "津A-12345",
        "车牌津AB1234、冀B",
        "津A12B34",
        "津a12345",
        "津Ａ１２３４５",
        "津AD12345",
        "津A12345D",
        "京AF12345",
        "粤Z1234港",
        "津A1234学",
    ],
}
OTHERS = [
    "统一社会信用代码91120111MA05XXXX1Q",
    "12120111401401401X",
    "91110000802100433B",
    "911201116630742345",
    "索引号 000020200201802138",
    "11120111000184016K/2016-00007",
    "index_number: 110105491231002",
    "注册号：120111600123456",
    "纳税人识别号 110105491231002",
    "110105194912310021",
    "110105491331002",
    "990105491231002",
    "6222021234567890127",
    "津政发〔2016〕2号",
    "津西青政办发〔2016〕120号",
    "022-12345678",
    "022-27391234-801",
    "（022）27391234",
    "电话12345、400-810-1234、12345678",
    "value: 13812345678",
    "passage: 13812-13890, fingerprint: 13812345678abcde",
    "text_sha256: 13812345678aaa1d13812345678aaa1d13812345678aaa1d13812345678aaa1d",
    "138123456789",
    "13812345678901元",
    "总投资13812345678元",
    "13812345678.5",
    "138.1234 亩",
    "13812345678平方米",
    "13812345678立方米",
    "GDP13812345678美元",
    "13812345678公里",
    "13812345678株",
    "¥13812345678",
    "第13812345678号",
    "第一三八一二三四五六七八",
    "单价@100",
    "5#楼、126#变电站",
    "比例 150/2000/3000",
    "比例 150:2000:3000",
    "共 150+2000+1200 户",
    "15 16 17 18 19 20",
    "13-15-2016-2020-18",
    "2016 2017 2018 2019 2020",
    "第一三四五六七八九一二三四章",
    "微信公众号：xiqingfabu",
    "官方微信：tjxqfabu",
    "政务微信号：tjxqfabu",
    "微信用户12000人",
    "微信、微博和客户端 2016 年",
    "QQ 12000个群",
    "weixin.qq.com/s/abcdef123456",
    "WeChat official account",
    "id: wx-center-2016",
    "护照办理12345678本",
    "护照、通行证共办理 A 类 12345678 件",
    "津A股上市",
    "京B2-20160012",
    "津ICP备12345678号",
    "津公网安备12011102000123号",
    "青G3012高速",
    "新A1234",
    "津A2016001",
    "每年新增2016家，川流不息",
    "https://www.gov.example/t20160118_1234567.html",
    "2016-01-18T08:00:00+08:00",
    "2015年12345.67万元，比上年 13.8%",
    "v1.2.3 @ 2016",
]


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in PERSONS.items() for text in texts])
def test_a_number_of_a_person_is_known(kind: str, text: str) -> None:
    """Broken by blanks and hyphens, in full width, with the code of the country, behind the words that go with it."""
    assert [found for _, _, found in find_kinds(text)] == [kind]


@pytest.mark.parametrize("text", OTHERS)
def test_other_numbers_are_no_hits(text: str) -> None:
    """Codes of units, index numbers, numbers of documents, figures, lines and accounts of offices."""
    assert [*find_kinds(text)] == []


@pytest.mark.parametrize("text", [text for texts in PERSONS.values() for text in texts])
def test_nothing_of_it_is_left(text: str) -> None:
    """Not where it is left out, not under stars; of a half the ends alone: at most five signs, at most half."""
    long = f"甲，{text}，乙\n丙"
    assert not [*find_kinds(masked(long, "（略）"))]
    assert not [*find_kinds(starred(long))]
    assert len(starred(long)) == len(long)
    assert not [*find_kinds(masked_half(long))]
    ((start, end, _),) = find_kinds(long)
    shown = half_shown(long[start:end])
    assert len(shown.replace("*", "")) <= min(5, (end - start + 1) // 2)


def test_two_in_one_line() -> None:
    """Each is told of, with its place."""
    text = "王某 13812345678，证号 11010519491231002X；车 津A12345"
    assert [(text[a:b], kind) for a, b, kind in find_kinds(text)] == [
        ("13812345678", "mobile"),
        ("11010519491231002X", "identity"),
        ("津A12345", "plate"),
    ]
