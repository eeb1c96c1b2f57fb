#!/usr/bin/env python3
"""A small life in which whatever people's files say is in Cyrillic or Greek letters, so that each Latin word that wellmet shows of
it is one of its own.

  life.py FOLDER     writes the files there: people.vcf, calendar.ics, mail.mbox, Basic_LinkedInDataExport.zip
"""
import datetime
import email.message
import email.utils
import mailbox
import os
import sys
import zipfile

TODAY = "2026-11-22"
OWNER = ("Мара Линдквист", "mara@lindqvist.example")


class Person:
    def __init__(self, given, family, address, company, title, city):
        self.given, self.family, self.address = given, family, address
        self.company, self.title, self.city = company, title, city
        self.name = f"{given} {family}"
        self.profile = "https://www.linkedin.com/in/" + address.split("@")[0]


PEOPLE = {one.address.split("@")[0]: one for one in [
    Person("Анна", "Речная", "anna@reka.example", "Речной завод", "инженер данных", "Москва"),
    Person("Борис", "Лесной", "boris@les.example", "Лесной банк", "основатель", "Москва"),
    Person("Вера", "Горная", "vera@gora.example", "Горная школа", "директор", "Казань"),
    Person("Глеб", "Полев", "gleb@pole.example", "Речной завод", "механик", "Москва"),
    Person("Дарья", "Снежная", "darja@sneg.example", "Снежный дом", "юрист", "Омск"),
    Person("Егор", "Ветров", "jegor@veter.example", "Ветряная станция", "инженер", "Омск"),
    Person("Жанна", "Морская", "zhanna@more.example", "Морской порт", "капитан", "Сочи"),
    Person("Зоя", "Звёздная", "zoja@zvezda.example", "Звёздный театр", "режиссёр", "Казань"),
    Person("Νίκος", "Παπάς", "nikos@pontos.example", "Πόντος", "ιδρυτής", "Αθήνα"),
    Person("Ελένη", "Ηλιάδη", "eleni@ilios.example", "Ήλιος", "γιατρός", "Αθήνα"),
    Person("Σοφία", "Θάλασσα", "sofia@thalassa.example", "Θάλασσα", "μηχανικός", "Πάτρα"),
    Person("Иван", "Тихий", "ivan@tihij.example", "", "", ""),
    Person("Иван", "Тихий", "tihij@drugoj.example", "Другой завод", "слесарь", ""),
    Person("Пётр", "Громов", "gromov@groza.example", "Гроза", "кузнец", ""),
    Person("Пётр", "Громов", "pjotr@molnija.example", "Молния", "портной", ""),
    Person("Кира", "Новая", "kira@novaja.example", "Новая газета мод", "редактор", "Тула"),
]}


def vcards():
    out = []
    birthdays = {"anna": "1980-11-24", "nikos": "--1203"}
    notes = {"anna": "Любит сады", "boris": "Ищет инженера данных"}
    tags = {"gleb": "парус", "eleni": "музыка,парус"}
    for key, one in PEOPLE.items():
        lines = ["BEGIN:VCARD", "VERSION:3.0", f"FN:{one.name}", f"N:{one.family};{one.given};;;", f"EMAIL:{one.address}"]
        if one.company:
            lines += [f"ORG:{one.company}", f"TITLE:{one.title}"]
        if one.city:
            lines.append(f"ADR;TYPE=work:;;;{one.city};;;")
        if key in birthdays:
            lines.append(f"BDAY:{birthdays[key]}")
        if key in notes:
            lines.append(f"NOTE:{notes[key]}")
        if key in tags:
            lines.append(f"CATEGORIES:{tags[key]}")
        if key == "zoja":
            lines.append("TEL;TYPE=cell:+7 912 345-67-89")
        if key == "vera":
            lines.append("TEL;TYPE=cell:912 345-67-80")  # Of no country.
        out += lines + ["END:VCARD"]
    out += ["BEGIN:VCARD", "VERSION:3.0", "ORG:Водоканал", "EMAIL:info@vodokanal.example", "END:VCARD"]
    out += ["BEGIN:VCARD", "VERSION:3.0", "FN:Без адреса", "BDAY:1980-13-45", "END:VCARD"]
    return "\r\n".join(out) + "\r\n"


def calendar():
    out = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ж//ж//RU", "X-WR-TIMEZONE:Europe/Berlin"]

    def event(number, day, title, people, status="ACCEPTED", hour=9):
        out.extend(["BEGIN:VEVENT", f"UID:{number}@kalender.example", f"DTSTART:{day:%Y%m%d}T{hour:02}0000Z",
                    f"DTEND:{day:%Y%m%d}T{hour + 1:02}0000Z", f"SUMMARY:{title}",
                    f"ORGANIZER;CN={OWNER[0]}:mailto:{OWNER[1]}", f"ATTENDEE;CN={OWNER[0]};PARTSTAT=ACCEPTED:mailto:{OWNER[1]}"])
        for key in people:
            out.append(f"ATTENDEE;CN={PEOPLE[key].name};PARTSTAT={status}:mailto:{PEOPLE[key].address}")
        out.append("END:VEVENT")

    number = 0
    for month in range(1, 13):
        event(number := number + 1, datetime.date(2025, month, 12), "Кофе", ["sofia"])
    for day, title, people in [(datetime.date(2026, 3, 4), "Обед в саду", ["anna"]), (datetime.date(2026, 9, 1), "Прогулка", ["anna"]),
                               (datetime.date(2026, 10, 20), "Встреча о заводе", ["anna", "gleb", "boris"]),
                               (datetime.date(2026, 11, 2), "Ужин", ["nikos"]), (datetime.date(2026, 11, 23), "Совет", ["vera"])]:
        event(number := number + 1, day, title, people)
    event(number := number + 1, datetime.date(2026, 8, 8), "Может быть театр", ["zoja"], status="TENTATIVE")
    out += ["BEGIN:VEVENT", "UID:nichts@kalender.example", "SUMMARY:Без времени", "END:VEVENT", "END:VCALENDAR"]
    return "\r\n".join(out) + "\r\n"


def letters():
    """(sender, receivers, day, subject, text); "" is the owner."""
    day = datetime.datetime(2025, 1, 7, 10)
    for month in range(14):  # A tie of long standing, which then went quiet.
        at = day + datetime.timedelta(days=30 * month)
        yield "sofia", [""], at, "Καλημέρα", "Τι κάνεις;"
        yield "", ["sofia"], at + datetime.timedelta(days=1), "Re: Καλημέρα", "Καλά."
    yield "", ["sofia"], datetime.datetime(2025, 5, 5, 9), "Спасибо за помощь", "Спасибо большое за помощь!"
    for week in range(12):
        at = datetime.datetime(2026, 8, 3, 10) + datetime.timedelta(days=7 * week)
        yield "anna", [""], at, "Сад", "Как дела с садом?"
        yield "", ["anna"], at + datetime.timedelta(hours=5), "Re: Сад", "Хорошо."
    for week in range(5):
        at = datetime.datetime(2026, 9, 1, 10) + datetime.timedelta(days=11 * week)
        yield "", ["boris"], at, "Банк", "Как банк?"
        yield "boris", [""], at + datetime.timedelta(hours=9), "Re: Банк", "Растёт. Мы ищем инженера данных."
    yield "gleb", ["", "anna"], datetime.datetime(2026, 10, 11, 8), "Завод и станки", "Станки стоят."
    yield "", ["gleb", "anna"], datetime.datetime(2026, 10, 12, 8), "Re: Завод и станки", "Понимаю."
    yield "vera", [""], datetime.datetime(2026, 11, 17, 8), "Школа", "Когда мы увидимся?"
    yield "nikos", ["", "eleni"], datetime.datetime(2026, 10, 2, 8), "Πλοία", "Καράβια."
    yield "", ["nikos", "eleni"], datetime.datetime(2026, 10, 3, 8), "Re: Πλοία", "Ναι."
    yield "eleni", [""], datetime.datetime(2026, 11, 5, 8), "Μουσική", "Έλα."
    yield "", ["eleni"], datetime.datetime(2026, 11, 6, 8), "Re: Μουσική", "Έρχομαι."
    yield "", ["darja"], datetime.datetime(2026, 11, 1, 8), "Договор", "Посмотрите?"
    yield "ivan", [""], datetime.datetime(2026, 7, 1, 8), "Тихо", "Тихо."
    yield "", ["ivan"], datetime.datetime(2026, 7, 2, 8), "Re: Тихо", "Тихо."
    yield "zhanna", [""], datetime.datetime(2023, 7, 1, 8), "Море", "Море."
    yield "", ["zhanna"], datetime.datetime(2023, 7, 2, 8), "Re: Море", "Море!"


def mail(path):
    box = mailbox.mbox(path)

    def who(key):
        return OWNER if key == "" else (PEOPLE[key].name, PEOPLE[key].address)

    for number, (sender, receivers, at, subject, text) in enumerate(letters()):
        one = email.message.EmailMessage()
        one["From"] = email.utils.formataddr(who(sender), charset="utf-8")
        one["To"] = ", ".join(email.utils.formataddr(who(key), charset="utf-8") for key in receivers)
        one["Date"] = email.utils.format_datetime(at.replace(tzinfo=datetime.timezone.utc))
        one["Message-ID"] = f"<{number}@pisma.example>"
        if subject.startswith("Re: "):
            one["In-Reply-To"] = f"<{number - 1}@pisma.example>"
        one["Subject"] = subject
        one.set_content(text)
        box.add(one)
    broken = email.message.EmailMessage()
    broken["From"] = email.utils.formataddr(who("anna"), charset="utf-8")
    broken["To"] = OWNER[1]
    broken["Subject"] = "Без даты"
    broken.set_content("Сад.")
    box.add(broken)
    box.flush()
    box.close()


def linkedin(path):
    def row(*cells):
        return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells) + "\r\n"

    given, family = OWNER[0].split()
    me = "https://www.linkedin.com/in/mara"
    connections = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\r\n"
    for key, one in PEOPLE.items():
        if key not in ("ivan", "tihij"):
            title = "главный редактор" if key == "kira" else one.title
            connections += row(one.given, one.family, one.profile, one.address if key == "anna" else "", one.company, title,
                               "08 Feb 2022")
    messages = ("CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,"
                "ATTACHMENTS,IS MESSAGE DRAFT\r\n")

    def message(talk, sender, receiver, at, text):
        name, url = (OWNER[0], me) if sender == "" else (PEOPLE[sender].name, PEOPLE[sender].profile)
        to, to_url = (OWNER[0], me) if receiver == "" else (PEOPLE[receiver].name, PEOPLE[receiver].profile)
        return row(talk, "", name, url, to, to_url, at, "", text, "INBOX", "", "No")

    messages += message("c1", "kira", "", "2026-10-01 09:30:00 UTC", "Добрый день")
    messages += message("c1", "", "kira", "2026-10-02 09:30:00 UTC", "Добрый")
    messages += message("c2", "jegor", "", "2026-11-12 09:30:00 UTC", "Вы дома?")
    messages += message("c3", "", "zoja", "2026-09-12 09:30:00 UTC", "Спасибо за помощь!")
    messages += message("c3", "zoja", "", "2026-09-13 09:30:00 UTC", "Не за что")
    received = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\r\n"
    for key in ("sofia", "zoja", "anna"):
        one = PEOPLE[key]
        received += row(one.given, one.family, one.company, one.title, "Хорошо работает.", "2025-06-01 10:00:00 UTC", "VISIBLE")
    given_out = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\r\n"
    for key in ("sofia", "anna", "kira"):
        one = PEOPLE[key]
        given_out += row(one.given, one.family, one.company, one.title, "Хорошо работает.", "2025-09-01 10:00:00 UTC", "VISIBLE")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Profile.csv", "First Name,Last Name,Maiden Name,Address,Birth Date,Headline\r\n" +
                         row(given, family, "", "", "", "Основатель"))
        archive.writestr("Email Addresses.csv", "Email Address,Confirmed,Primary,Updated On\r\n" + row(OWNER[1], "Yes", "Yes", "1/2/20"))
        archive.writestr("Connections.csv", connections)
        archive.writestr("messages.csv", messages)
        archive.writestr("Recommendations_Received.csv", received)
        archive.writestr("Recommendations_Given.csv", given_out)


def write(folder):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "people.vcf"), "w", encoding="utf-8", newline="") as out:
        out.write(vcards())
    with open(os.path.join(folder, "calendar.ics"), "w", encoding="utf-8", newline="") as out:
        out.write(calendar())
    mail(os.path.join(folder, "mail.mbox"))
    linkedin(os.path.join(folder, "Basic_LinkedInDataExport.zip"))


if __name__ == "__main__":
    write(sys.argv[1])
