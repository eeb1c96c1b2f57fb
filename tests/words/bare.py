#!/usr/bin/env python3
"""Nothing is said outside the catalogue: every command, in xx, on a life that is in other letters (life.py).

  bare.py WELLMET      each word in plain Latin letters, with the command and its line; ends with 'N commands, N lines with bare words'

In xx whatever the catalogue says is in strange letters. A word of two plain letters or more that is left is either typed (a command,
an option, VALUE, what follows `wellmet`), an address, a path, an id, a name in NAMES, or it is said outside the catalogue.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

here = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [here, os.path.join(here, "..", "faults")]
import life  # noqa: E402
import output  # noqa: E402

WELLMET = os.path.abspath(sys.argv[1])

# Names of things and places, which are the same in every language that is written in Latin letters.
NAMES = {"Russia", "Greece", "Moscow", "Kazan", "Tatarstan", "Republic", "Athens", "Attica", "Georgia", "United", "States", "of", "America",
         "Berlin", "Europe/Berlin", "Tula", "Tumen", "Jilin", "China", "bash", "zsh", "fish"}

# Of the life's people: a profile's name, and words in Latin letters, as what was searched for is compared.
NAMES |= {"anna", "inzener", "inzenera", "korabli", "mehanik", "mehanika", "stanki", "stroit", "zavod"}

TYPED = re.compile(r"(?:[\x21-\x7e…·]+(?: |$|(?=⟧)))+")
LEFT_OUT = [re.compile(pattern) for pattern in (
    r"(?<=⟧),? and (?=⟦)",                                    # ICU's own, of lists; xx has its English.
    r"(?<=[“ ])Re: ",                                         # Of a subject.
    r"\b[0-9a-f]{64}\b",                                      # A token.
    r"^ *\d+  \d{4}-\d\d-\d\d  [a-z-]+…?(?=  )",            # A change's command.
    r"(?<=: )[a-z_-]+(?:, [a-z_-]+)+(?=⟧)",                   # Values that may be typed.
    r"(?<=⟦имя: )(?:read|write|backup)\b",                    # What a token may do, likewise.
    r"(?<=: )eval (?:link|ties)(?=: )",                       # What is wrong there was typed.
    r"file is not a database|unable to open database file|No such file or directory",  # SQLite's, and the system's.
    r"(?<=ŵéļļɱéţ )[a-z-]+",                                  # A command that is filled into a sentence.
    r"^Subject: (?={{)|{{[a-z_]+}}",                          # What is typed in a letter's form.
    r"mailto:\S*", r"\S*://\S*", r"[\w.+-]+@[\w.-]+",                       # Addresses.
    r"(?<![\w-])--?[a-zA-Z][a-z-]*",                          # Options.
    r"\$?\b[A-Z][A-Z_]*\b…?",                                # VALUES and $VARIABLES.
    r"[\w~*./-]*/[\w./*-]*",                                  # Paths, and names of files.
    r"\b[\w-]+(?:\.[\w-]+)*\.(?:db[\w.-]*|vcf|ics|mbox|zip|csv|xml|json|md|eml|yaml|pem|key|txt|bin)\b",
    r"\bp[a-z0-9]{8}\b",                                      # Ids.
    r"\b(?:yes|no|hesitate|stranger|later)\b(?=[|⟧”;]|$)",   # Answers, as they are typed.
)]


def bare(command, text, what=""):
    """(number of the line, its bare words, the line) of each line that has some."""
    for number, line in enumerate(text.splitlines(), 1):
        rest = line
        if what == "help" and re.match("  (?:wellmet|python3|[.] <[(])", line):
            line = line[:2] + line[2:].partition("   ")[2]  # An example, and what is said of it.
            rest = line
        if what == "help":  # "  import   ⟦…⟧", "  PERSON   ⟦…⟧".
            rest = re.sub(r"^  [a-zA-Z_-]+(?: \S+)? +(?=⟦)", "", rest)
        rest = re.sub(r"\bwellmet\b(?: +|$|(?=⟧))" + f"(?:{TYPED.pattern})?", " ", rest)
        for pattern in LEFT_OUT:
            rest = pattern.sub(" ", rest)
        rest = re.sub(r"“([a-z]+)”", lambda echo: " " if echo.group(1) in command.split() else echo.group(), rest)
        rest = re.sub(r"⟦([a-z]+)⟧", lambda echo: " " if command.endswith(":" + echo.group(1)) else echo.group(), rest)  # Of a rule.
        words = [word for word in re.findall(r"[A-Za-z][A-Za-z’'/-]*[A-Za-z]", rest) if word not in NAMES and word != "wellmet"]
        if words:
            yield number, words, line


class Run:
    def __init__(self):
        self.commands = 0
        self.found = []
        self.env = {**os.environ, "LC_ALL": "xx", "HOME": os.getcwd(), "WELLMET_DB": "wellmet.db"}

    def call(self, *arguments, text="", dated=True):
        fixed = ["--as-of", life.TODAY] if dated else []
        done = subprocess.run([WELLMET, *arguments, *fixed], env=self.env, input=text, text=True,
                              capture_output=True, timeout=120)
        return done.stdout, done.stderr

    def numbered(self, place):
        """The number of "#piece.2", the second that `wellmet piece` lists."""
        command, which = place[1:].split(".")
        return re.findall(r"^ *(\d+)  ", self.call(command)[0], re.M)[int(which) - 1]

    def check(self, *arguments, text="", dated=True, what="", of=None):
        out, err = self.call(*arguments, text=text, dated=dated)
        assert out + err, f"{arguments}: says nothing"
        self.look(arguments, (of(out) if of else out) + err, what)

    def look(self, arguments, text, what=""):
        self.commands += 1
        command = " ".join(arguments)
        self.found += [(command, *one) for one in bare(command, text, what)]


def descriptions(script):
    """What a shell shows of a completion: its comment, and what stands in brackets or after -d or a colon."""
    return "\n".join(re.findall(r"^# .*", script, re.M) + re.findall(r"⟦[^⟧]*⟧", script) + re.findall(r" -d '([^']*)'", script))


def roff(page):
    """A manual page without what roff itself reads, and without examples, which are typed."""
    lines = []
    typed = False
    for line in page.splitlines():
        typed = (typed or line == ".nf") and line != ".fi"
        if not typed and not re.match("[.][a-z]", line) or line.startswith("# "):
            line = re.sub(r"\\f[A-Z]|\\&", "", line.replace("\\-", "-"))
            lines.append(re.sub(r"^\.[A-Z]+ ?", "", line))
    return "\n".join(lines)


def restore(name="before.db"):
    for tail in ("", "-wal", "-shm"):
        if os.path.exists("wellmet.db" + tail):
            os.remove("wellmet.db" + tail)
    shutil.copy(name, "wellmet.db")


def every_command(run):
    """As tests/faults/output.py runs them; their helps; the manual page; completions."""
    words = {"person": "anna@reka.example", "other": "boris@les.example", "handle": "https://www.linkedin.com/in/anna"}
    own = {"ask": ["инженер"], "offer": ["Корабли"], "tag": ["парус", "{person}"], "slots": ["life/calendar.ics"],
           "import": ["life/people.vcf"], "trip": ["Москва", "3..5", "May"], "demo": ["./other"], "log": ["met", "{person}", "чай"]}
    for name, arguments in output.COMMANDS.items():
        if name in ("export", "serve", "completion", "man", "eval"):
            continue
        restore()
        shutil.rmtree("./other", ignore_errors=True)
        given = [one.format(**words) for one in own.get(name, arguments)]
        first = {"take-back": "let-go", "unexempt": "exempt"}.get(name)
        if first:
            run.call(first, words["person"])
        if "--json" in given:
            given.remove("--json")
        of = (lambda text: "") if name in ("calendar", "invite") and given[-1] == "-" else None
        run.check(name, *given, of=of)
    for name in output.COMMANDS:
        run.check(name, "--help", what="help")
    run.check("--help", what="help")
    run.check("man", of=roff)
    for shell in ("bash", "zsh", "fish"):
        run.check("completion", shell, of=descriptions)


STORY = [
    ["status"], ["people"], ["people", "--limit", "3"], ["people", "никто"], ["people", "--organisations"], ["people", "--let-go"],
    ["today"], ["today", "--minutes", "1"], ["today", "--quiet"], ["why", "1"], ["why", "2"], ["why", "3"], ["why", "4"],
    *([["show", one.address] for one in life.PEOPLE.values()]), ["show", "info@vodokanal.example"], ["show", "pxparcdmu"],
    ["show", "anna@reka.example", "--facts", "--timeline", "0"], ["show", "gromov@groza.example", "--facts"],
    ["show", "kira@novaja.example", "--facts", "--timeline", "1"],
    *([["brief", key] for key in ("anna@reka.example", "boris@les.example", "sofia@thalassa.example", "darja@sneg.example")]),
    ["review"], ["review", "1", "later"], ["review", "2", "no"], ["review"],
    ["triage", "--list"], ["triage", "--list", "--limit", "2"], ["triage"],
    ["refer", "anna@reka.example", "yes"], ["refer", "vera@gora.example", "yes"], ["refer", "sofia@thalassa.example", "no"],
    ["refer", "zoja@zvezda.example", "none"], ["show", "anna@reka.example"], ["show", "vera@gora.example"],
    ["show", "sofia@thalassa.example"], ["triage", "--list"],
    ["log", "helped", "gleb@pole.example", "станки"], ["log", "got-help", "boris@les.example", "деньги"],
    ["log", "introduced", "anna@reka.example", "boris@les.example"], ["log", "was-introduced", "vera@gora.example", "gleb@pole.example"],
    ["log", "referred", "anna@reka.example"], ["log", "was-referred", "anna@reka.example"], ["log", "shared", "anna@reka.example"],
    ["log", "engaged", "anna@reka.example"], ["log", "thanked", "anna@reka.example"], ["log", "called", "nikos@pontos.example"],
    ["log", "asked", "anna@reka.example", "совет"], ["log", "was-asked", "gleb@pole.example", "совет"],
    ["log", "wrote", "darja@sneg.example"], ["log", "note", "darja@sneg.example", "Ищет механика"],
    ["show", "anna@reka.example", "--timeline", "0"], ["favour"], ["favour", "anna@reka.example"], ["favour", "darja@sneg.example"],
    ["offer", "станки и механика"], ["offer", "корабли"], ["offer"], ["offer", "--remove", "#offer.2"], ["offer", "--remove", "9"],
    ["need", "boris@les.example", "механик"], ["need", "eleni@ilios.example", "музыка"], ["need"], ["need", "--helped", "#need.1"],
    ["need", "--met", "#need.1"], ["need", "--remove", "7"], ["need", "--yes", "3"], ["need"], ["today"], ["why", "1"], ["why", "2"],
    ["ask", "инженер"], ["ask", "никогда"], ["ask"],
    ["intro"], ["intro", "anna@reka.example", "nikos@pontos.example", "корабли"], ["intro"], ["intro", "#intro.1", "--asked", "anna@reka.example"],
    ["intro", "#intro.1"], ["intro", "#intro.1", "--agreed", "anna@reka.example"],
    ["intro", "#intro.1", "--agreed", "nikos@pontos.example"], ["intro"], ["today"], ["intro", "#intro.1", "--made"], ["intro"],
    ["intro", "#intro.1", "--came", "работают вместе"], ["intro"], ["intro", "#intro.1"],
    ["intro", "gleb@pole.example", "eleni@ilios.example"], ["intro", "#intro.2", "--declined", "eleni@ilios.example"], ["intro"], ["intro", "5"],
    ["market"], ["market", "try", "title:инженер"], ["market", "add", "завод", "company:завод", "no-title:директор"], ["market"],
    ["market", "show", "завод"], ["market", "add", "город", "city:москва"], ["market", "add", "третий", "any:банк"], ["me"],
    ["market", "try", "seniority:leads"], ["market", "try", "title:никто"], ["market", "remove", "город"], ["market", "remove", "город"],
    ["path", "gleb@pole.example"], ["path", "завод"], ["path", "anna@reka.example"], ["path", "darja@sneg.example"], ["path", "title:юрист"],
    ["focus"], ["focus", "--limit", "1"], ["focus", "--let-go"], ["focus", "--worklist"], ["status"],
    ["take-back", "zhanna@more.example"],
    ["let-go", "zhanna@more.example"], ["focus", "--worklist"], ["people", "--let-go"], ["show", "zhanna@more.example"],
    ["take-back", "zhanna@more.example"], ["take-back", "zhanna@more.example"], ["exempt", "darja@sneg.example"],
    ["show", "darja@sneg.example"], ["exempt", "darja@sneg.example"], ["unexempt", "darja@sneg.example"],
    ["organisation", "jegor@veter.example"], ["organisation", "--not", "jegor@veter.example"], ["tag", "парус", "anna@reka.example"],
    ["tag", "парус", "anna@reka.example"], ["tag", "--not", "парус", "anna@reka.example"], ["communities"], ["communities", "--limit", "1"],
    ["merge", "gromov@groza.example", "pjotr@molnija.example"], ["split", "gromov@groza.example", "pjotr@molnija.example"],
    ["trip"], ["trip", "Москва", "3..5", "May"], ["trip", "Сочи", "3..5", "May"], ["trip", "Тюмень", "3..5", "May"], ["trip", "Казань", "2027-05-03"], ["trip", "Athens", "3..5", "May"],
    ["trip", "Πάτρα", "3..5", "May"], ["slots", "life/calendar.ics"], ["slots", "life/calendar.ics", "--hours", "9-10", "--length", "120"],
    ["invite"], ["invite", "anna@reka.example", "--at", "9 Dec 14:00", "--zone", "Berlin", "--output", "a.ics"],
    ["invite", "anna@reka.example", "--at", "9 Dec 14:00", "--zone", "Berlin", "--output", "a.ics"],
    ["invite", "anna@reka.example", "gleb@pole.example", "--at", "9 Dec 14:00", "--zone", "Berlin", "--sent", "--title", "Обед"],
    ["invite", "anna@reka.example", "--slots", "life/calendar.ics"], ["invite", "anna@reka.example"], ["invite"],
    ["invite", "gleb@pole.example", "--at", "10 Dec 14:00", "--zone", "Berlin", "--sent"], ["invite", "--not", "#invite.2"],
    ["invite", "--as-of", "2026-12-12"], ["invite", "--met", "#invite.1", "--as-of", "2026-12-12"], ["invite", "--met", "9"],
    ["invite", "anna@reka.example", "--at", "9 Dec 15:00", "--zone", "Berlin"],
    ["invite", "anna@reka.example", "--slots", "life/calendar.ics", "--sent"], ["piece"], ["piece", "add", "Как строить станки", "--text", "станки механика завод инженер"],
    ["piece", "add", "Без слов"], ["piece", "add", "./texts"], ["piece", "add", "./texts"], ["piece"], ["piece", "show", "#piece.1"],
    ["share", "#piece.1"], ["share", "#piece.1", "gleb@pole.example"], ["share", "#piece.1", "anna@reka.example", "vera@gora.example"],
    ["share", "#piece.1"], ["share", "#piece.1", "anna@reka.example"], ["piece", "show", "#piece.1"], ["share", "#piece.3"],
    ["share", "#piece.4", "nikos@pontos.example", "--output", "letters"], ["piece", "remove", "#piece.2"], ["piece", "show", "77"], ["piece"],
    ["me", "--topics", "станки"], ["me", "--add", "mara@drugoe.example"], ["me", "--region", "RU"], ["me"],
    ["me", "--remove", "mara@drugoe.example"], ["me", "--add", "чепуха"], ["me", "--region", "чепуха"],
    ["done", "1", "получилось"], ["skip", "1"], ["later", "1", "2027-01-01"], ["done", "99"], ["today"], ["report"], ["report", "--quarters", "2"],
    ["report", "--since", "2026-11-01"], ["history"], ["undo"], ["undo", "2"], ["undo", "999"], ["history"], ["check"], ["check", "--verbose"],
    ["today", "--verbose"], ["calendar", "w.ics"], ["calendar", "life/mail.mbox"], ["backup", "copy.db"], ["backup", "life/mail.mbox"],
    ["restore", "copy.db"], ["restore", "life/mail.mbox"], ["demo", "./made", "--people", "20"],
    ["import", "life"], ["import", "life", "--dry-run"], ["import", "life/none.vcf"], ["import", "odd"], ["import", "odd/foreign.bin"],
    ["import", "texts/empty"], ["eval", "link", "--data", "rows.csv", "--out", "clusters.csv"],
    # Mistakes. What is typed wrongly is in other letters, too.
    ["чепуха"], ["todoy"], ["people", "--limit", "чепуха"], ["people", "--чепуха"], ["people", "--sort"], ["show"], ["show", "никто"],
    ["show", "иван"], ["show", "громов"], ["people", "--rung", "чепуха"], ["people", "--sort", "чепуха"], ["people", "--standing", "чепуха"],
    ["people", "--missing", "чепуха"], ["people", "--market", "чепуха"], ["log", "чепуха", "anna@reka.example"],
    ["log", "met", "anna@reka.example", "--on", "чепуха"], ["refer", "anna@reka.example", "чепуха"], ["later", "1", "чепуха"],
    ["review", "1"], ["review", "1", "чепуха"], ["review", "99", "yes"], ["trip", "Москва"], ["trip", "Москва", "чепуха"],
    ["trip", "чепуха", "3..5", "May"], ["trip", "Москва", "2020-01-01"], ["slots", "нет.ics"], ["slots", "life/calendar.ics", "--days", "99"],
    ["slots", "life/calendar.ics", "--hours", "чепуха"], ["slots", "life/calendar.ics", "--from", "чепуха"],
    ["slots", "life/calendar.ics", "--from", "2020-01-01"], ["slots", "life/calendar.ics", "--zone", "чепуха"],
    ["market", "чепуха"], ["market", "add", "завод"], ["market", "add", "завод", "чепуха:завод"], ["piece", "чепуха"],
    ["share"], ["share", "1", "--letter", "нет.txt"], ["export", "--format", "чепуха"], ["completion", "чепуха"], ["eval", "чепуха"],
    ["eval", "link"], ["eval", "ties"], ["serve", "--scope", "read"], ["serve", "--port", "99999"], ["serve", "--link"], ["serve", "--tokens"], ["serve", "--token", "имя", "--scope", "чепуха"],
    ["serve", "--token", "имя", "--scope", "read"], ["serve", "--tokens"], ["serve", "--revoke", "имя"], ["serve", "--revoke", "имя"],
    ["serve", "--cert", "нет"], ["serve", "--listen", "чепуха"],
    ["report", "--since", "чепуха"], ["report", "--since", "2030-01-01"], ["--as-of", "чепуха"], ["need", "anna@reka.example"],
    ["need", "anna@reka.example", "сад", "--met", "1"], ["intro", "anna@reka.example"], ["offer", "сад", "--remove", "1"],
    ["today", "сегодня"], ["done"], ["done", "чепуха"], ["merge", "anna@reka.example", "anna@reka.example"],
    ["split", "anna@reka.example", "чепуха@чепуха.example"], ["invite", "anna@reka.example", "--at", "чепуха", "--output", "b.ics"],
    ["invite", "--at", "9 Dec 14:00"], ["undo", "чепуха"], ["restore", "нет.db"],
]


def a_story(run):
    """One after another, so that there is something to say; then what goes wrong."""
    restore()
    os.makedirs("texts", exist_ok=True)
    for name, text in (("a.md", "# Механика и станки\n\nСтанки, механика, завод, инженер, дом.\n"), ("b.md", "# Корабли\n\nКорабли и море.\n")):
        with open(os.path.join("texts", name), "w", encoding="utf-8") as out:
            out.write(text)
    os.makedirs("odd", exist_ok=True)
    with open("odd/foreign.bin", "wb") as out:
        out.write(bytes(range(256)))
    with open("odd/cut.vcf", "w", encoding="utf-8") as out:
        out.write("BEGIN:VCARD\nVERSION:3.0\nFN:Дом\nTEL:1\n")
    os.makedirs("texts/empty")
    with open("rows.csv", "w", encoding="utf-8") as out:
        out.write("rid,имя\n" + "".join(f"{i},Лицо {i % 20}\n" for i in range(40)))
    for arguments in STORY:
        given = [run.numbered(one) if one.startswith("#") else one for one in arguments]
        run.check(*given, text="yhuqnsl" if given == ["triage"] else "", dated="--as-of" not in given)
    # Data files that are none.
    for name, content in (("empty", b""), ("noise", os.urandom(5000)), ("sqlite", b"SQLite format 3\0" + bytes(4000))):
        with open("wellmet.db", "wb") as out:
            out.write(content)
        run.check("status")
    os.remove("wellmet.db")
    run.check("status")
    run.check("import", "life/people.vcf")
    for arguments in (["today"], ["report"], ["need"], ["show", "anna@reka.example"], ["me"], ["check"], ["communities"], ["triage", "--list"],
                      ["offer"], ["favour"], ["review"], ["trip"], ["focus"], ["path", "anna@reka.example"]):
        run.check(*arguments)


def main():
    folder = tempfile.mkdtemp()
    home = os.getcwd()
    os.chdir(folder)
    try:
        life.write("life")
        run = Run()
        run.check("import", "life")
        run.check("backup", "before.db")
        every_command(run)
        a_story(run)
    finally:
        os.chdir(home)
        shutil.rmtree(folder)
    for command, number, words, line in run.found:
        print(f"wellmet {command}: line {number}: {' '.join(words)}: {line.strip()}")
    print(f"{run.commands} commands, {len(run.found)} lines with bare words")
    sys.exit(1 if run.found or run.commands < 300 else 0)


if __name__ == "__main__":
    main()
