"""How pictures as files look: the rules of the site's stylesheet, written out."""

from __future__ import annotations

LIGHT = {
    "paper": "#fff",
    "text": "#1f1f1f",
    "ink": "#8b1e1e",
    "done": "#1d6b3a",
    "way": "#1f5a8c",
    "short": "#9a4a00",
    "mute": "#555",
    "part": "#665700",
    "late": "#7a2f6b",
    "miss": "#b3122f",
}
DARK = {
    "paper": "#29201e",
    "text": "#e6e6e6",
    "ink": "#f0a39c",
    "done": "#86d39f",
    "way": "#93c4f0",
    "short": "#f3b577",
    "mute": "#b9b9b9",
    "part": "#d9c866",
    "late": "#e3a8d6",
    "miss": "#ff9ba8",
}
"""The colours of the stylesheet of the site: programs for texts and drawings know no variables."""

SHAPES = """text{font:12px "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
.head{font-size:16px;font-weight:700}.key{font-size:12px}.foot{font-size:11px}.number{text-anchor:end}
.chart{text-anchor:middle}.chart text{font-size:14px;font-variant-numeric:tabular-nums}.narrow text{font-size:13px}
.pl-t-result,.pl-t-target,.pl-t-pace,.pl-t-goal-line,.pl-t-mean{font-weight:700;paint-order:stroke;stroke-width:3px}
path{fill:none}.pl-c-target{stroke-width:1.6}.pl-c-soft{fill-opacity:.3;stroke-width:1.5;stroke-dasharray:4 3}
.pl-c-base{fill-opacity:.55}.pl-c-pace{stroke-width:2;stroke-dasharray:6 4}.pl-c-goal-line{stroke-width:1.6}
.pl-c-mean{stroke-width:2.5;stroke-dasharray:10 3}.pl-c-bracket{stroke-width:1.5}
.pl-fill--incomplete{fill-opacity:.65}.pl-fill--overdue{fill-opacity:.45}.pl-fill--no-data{fill-opacity:.4}
.pl-fill--qualitative{fill-opacity:.2}.pl-fill--ended{fill-opacity:.1}"""
COLOURS = """.paper{{fill:{paper}}}text{{fill:{text}}}.foot{{fill:{mute}}}
.pl-t-result,.pl-t-target,.pl-t-pace,.pl-t-goal-line,.pl-t-mean{{stroke:{paper}}}
.pl-t-target,.pl-t-pace,.pl-t-goal-line{{fill:{ink}}}.pl-t-mean{{fill:{way}}}.pl-t-note{{fill:{mute}}}
.pl-c-result{{fill:{way}}}.pl-c-soft{{fill:{way};stroke:{way}}}.pl-c-base{{fill:{mute}}}
.pl-c-target{{fill:{paper};stroke:{ink}}}.pl-c-pace,.pl-c-goal-line{{stroke:{ink}}}.pl-c-mean{{stroke:{way}}}
.pl-c-axis{{stroke:{text}}}.pl-c-tick{{fill:{ink}}}.pl-c-bracket{{stroke:{mute}}}.pl-fill--reached{{fill:{done}}}.pl-fill--on-track{{fill:{way}}}
.pl-fill--behind{{fill:{short}}}.pl-fill--missed{{fill:{miss}}}.pl-fill--incomplete{{fill:{part}}}.pl-fill--overdue{{fill:{late}}}
.pl-fill--no-data,.pl-fill--qualitative,.pl-fill--ended{{fill:{mute}}}"""
NIGHT = "@media screen and (prefers-color-scheme:dark){"
STYLE = f"<style>{SHAPES}\n{COLOURS.format(**LIGHT)}\n{NIGHT}\n{COLOURS.format(**DARK)}\n}}</style>"
"""Print keeps the light palette."""
