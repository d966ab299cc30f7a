"""Sentences about class hours."""

SENTENCES: dict[str, str] = {
    "hours.term": "{category} {hours}",
    "hours.sum": "{terms} = {total} 学时",
    "hours.nothing": "没有计入的学时",
    "hours.aside": "；{terms} 学时不计入",
}
