"""How gdb shows Hubbub's values: strings, slices, unions, Maybe, runes, lists; and the context of a frame.

    gdb -x build/lib/hubbub/gdb/hubbub.py ./program

Adds the command `info context`: the context that is current in the selected frame, field by field.
"""

import gdb
import gdb.printing

LENGTH_MAX = 1 << 20
"""Bytes or elements beyond which a length is taken for garbage (a variable that has no value yet)."""


def text_of(value):
    """A String's text; None where there is none to be read."""
    length = int(value["length"])
    if length == 0:
        return ""
    if not 0 < length <= LENGTH_MAX or int(value["data"]) == 0:
        return None
    try:
        memory = gdb.selected_inferior().read_memory(int(value["data"]), length)
    except gdb.MemoryError:
        return None
    return memory.tobytes().decode("utf-8", "replace")


def quoted(text):
    """A text as a literal of the language."""
    names = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\0", "\\": "\\\\", '"': '\\"'}
    return '"' + "".join(names.get(letter, letter) for letter in text) + '"'


class StringPrinter:
    def __init__(self, value):
        self.value = value

    def to_string(self):
        text = text_of(self.value)
        return quoted(text) if text is not None else "<no string>"


class SlicePrinter:
    """The elements of a slice or a list."""

    def __init__(self, value):
        self.value = value

    def is_sound(self):
        length = int(self.value["length"])
        return 0 <= length <= LENGTH_MAX and (length == 0 or int(self.value["data"]) != 0)

    def to_string(self):
        if not self.is_sound():
            return "<no slice>"
        return None if int(self.value["length"]) > 0 else "{}"

    def children(self):
        if self.is_sound():
            for index in range(int(self.value["length"])):
                yield f"[{index}]", self.value["data"][index]

    def display_hint(self):
        return "array"


class RunePrinter:
    def __init__(self, value):
        self.value = value

    def to_string(self):
        number = int(self.value)
        if number > 0x10FFFF or 0xD800 <= number < 0xE000:
            return f"<no rune {number:#x}>"
        return repr(chr(number))


class UnionPrinter:
    """A union shows the member that is current."""

    def __init__(self, value):
        self.value = value
        cases = value.type.fields()[1:]
        tag = int(value["tag"])
        self.case = cases[tag] if tag < len(cases) else None

    def has_payload(self):
        return self.case is not None and self.case.type.sizeof > 0

    def to_string(self):
        if self.case is None:
            return f"<no member has the tag {int(self.value['tag'])}>"
        return None if self.has_payload() else "." + self.case.name

    def children(self):
        if self.has_payload():
            yield self.case.name, self.value[self.case]


def printer_for(value):
    """The printer of a value, if its type is one of ours."""
    kind = value.type.strip_typedefs()
    name = kind.name or ""
    if name == "Rune":
        return RunePrinter(value)
    if kind.code != gdb.TYPE_CODE_STRUCT:
        return None
    if name == "String":
        return StringPrinter(value)
    if name.startswith(("Slice{", "List.List{")):
        return SlicePrinter(value)
    fields = kind.fields()
    if fields and fields[0].name == "tag" and (fields[0].type.name or "").endswith(".tag"):
        return UnionPrinter(value)
    return None


class ContextCommand(gdb.Command):
    """The context that is current in the selected frame."""

    def __init__(self):
        super().__init__("info context", gdb.COMMAND_DATA)

    def invoke(self, argument, from_tty):
        frame = gdb.selected_frame()
        try:
            context = frame.read_var("context")
        except ValueError:
            raise gdb.GdbError("this frame has no context")
        if context.type.code != gdb.TYPE_CODE_PTR or context.type.target().code != gdb.TYPE_CODE_STRUCT:
            raise gdb.GdbError("this program says nothing about its context")
        for field in context.type.target().fields():
            shown = context[field.name].format_string(symbols=True)
            gdb.write(f"{field.name} = {shown}\n")


def register(objfile=None):
    gdb.printing.register_pretty_printer(objfile, printer_for, replace=True)


printer_for.name = "hubbub"
printer_for.enabled = True
register()
ContextCommand()
