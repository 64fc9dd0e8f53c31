"""What Brython does otherwise than Python, mended where the page meets it.

Each fix says the smallest expressions that show the fault. ``tests/build/test_fixes.py`` runs them on stock Brython,
where they must fail, and on the mended one. A fix whose expressions no longer fail on a new Brython is to be taken
away.
"""

from typing import NamedTuple

NO_REPORT = "none found (searched on 2026-11-30)"
UPSTREAM = "https://github.com/brython-dev/brython/"


class Fix(NamedTuple):
    """Passages of ``brython.js`` with what replaces them, each found once, and the expressions that they mend."""

    name: str
    says: str
    expressions: tuple
    report: str
    substitutions: tuple


FIXES = (
    Fix("texts made by methods",
        "A text that a method made counts a character beyond U+FFFF once, as a text written in the source does.",
        (r"len('x\U0001f600'.replace('x', ''))", r"'x\U0001f600'.replace('x', '')[0]", r"'\U0001f600 '.strip()[:1]",
         r"[len(sign) for sign in 'a\U0001f600']", r"'\U0001f600a '.strip().find('a')"),
        UPSTREAM + "pull/2831 and pull/2921, merged: the same of formatted texts and of find",
        (("function conv_str(obj){if(typeof obj=='string'){return obj}",
          "function conv_str(obj){if(typeof obj=='string'){return /[\\ud800-\\udbff]/.test(obj)? $B.String(obj):obj}"),
         ('if(is_list ||typeof obj=="string"){item=',
          'if(is_list ||(typeof obj=="string" && ! /[\\ud800-\\udbff]/.test(obj))){item='))),
    Fix("partition",
        "A text is parted where the separator is, though a character beyond U+FFFF stands before it or in it.",
        (r"'\U0001f600ab'.partition('b')", r"'\U0001f600\xa0'.partition('\U0001f600')"),
        NO_REPORT,
        (("return _b_.tuple.$factory([chars.slice(0,i).join(''),sep,chars.slice(i+sep.length).join('')])",
          "return _b_.tuple.$factory([_self.substring(0,i),sep,_self.substring(i+sep.length)])"),)),
    Fix("endswith",
        "The end that is asked for may hold a character beyond U+FFFF.",
        (r"''.endswith('\U0001f600')", r"'\U0001f600b'.endswith('\U0001f600b')"),
        UPSTREAM + "pull/2922, merged: the same of startswith",
        (("suffix=suffix.ob_type ? suffix.$brython_value :suffix\nif(suffix.length <=s.length &&\n"
          "s.slice(s.length-suffix.length).join('')==suffix){return true}}",
          "if(s.join('').endsWith(to_string(suffix))){return true}}"),)),
    Fix("keys beyond U+FFFF",
        "A dict finds a key with a character beyond U+FFFF, whether the text was written in the source or made.",
        (r"{'\U0001f600': 1}['\U0001f600 '.strip()]", r"[held[key] for held in [{'\U0001f600': 1}] for key in held]"),
        NO_REPORT,
        (("dict.$setitem=function(self,key,value,$hash,from_setdefault){",
          "dict.$setitem=function(self,key,value,$hash,from_setdefault){if(key instanceof "
          "String){key=key.valueOf()}\n"),)),
    Fix("deleted keys",
        "A text deleted from a dict that has other keys than texts is gone.",
        ("(lambda held: (held.pop('a'), held.get('a')))({'a': 1, 2: 3})",),
        NO_REPORT,
        (("if(lookup.found){self[TABLE][lookup.hash].splice(lookup.rank,1)",
          "if(lookup.found){if($B.is_str(key)){delete self[key]}\nself[TABLE][lookup.hash].splice(lookup.rank,1)"),)),
    Fix("str() of a text",
        "str() of a text is that text: no zero width space is put before an accent that no letter carries.",
        (r"[ord(sign) for sign in str('\U0001f600\u0301')]",),
        NO_REPORT,
        (("_b_.str.tp_str=function(self){self=to_string(self)\n",
          "_b_.str.tp_str=function(self){return to_string(self)\n"),)),
    Fix("undefined",
        "What JavaScript gives as undefined to a function is None.",
        ("pyobj2jsobj(lambda value: value is None)(UNDEFINED)",),
        UPSTREAM + "pull/2949, open, and issues/2272",
        (("args[i]=jsobj2pyobj(arguments[i])",
          "args[i]=arguments[i]===undefined ? _b_.None : jsobj2pyobj(arguments[i])"),)),
)
