"""What an import says about a sheet, its rows and its cells."""

SENTENCES: dict[str, str] = {
    # the whole
    "import.no_ledger": "没有叫“{ledger}”的台账。",
    "import.empty": "“{file}”里没有可导入的内容。打开看看选对了工作表没有。",
    "import.staging_gone": "这次导入的预览已经不在了。请重新选择文件。",
    # the sheet
    "import.header_row": "表头认在第 {row} 行。",
    "import.header_rows": "表头认在第 {first}–{last} 行。",
    "import.header_guessed": "没有认出表头，暂按第 {row} 行是表头；请检查列的对应。",
    "import.no_label_column": "没有找到“{title}”这一列；请在列的对应里指定。",
    "import.ignored_blank": "忽略 {count} 行空行。",
    "import.ignored_total": "忽略 {count} 行小计或合计。",
    "import.ignored_note": "忽略 {count} 行表注。",
    "import.ignored_section": "忽略 {count} 行分段标题。",
    "import.ignored_repeated": "忽略 {count} 行重复的表头。",
    "import.ignored_form": "忽略 {count} 行：标题和内容并排，像一人一张的登记表。请改成一人一行的表再导入。",
    "import.hidden_taken": "原表有 {count} 行被隐藏（第 {rows} 行），已列入。",
    "import.hidden_skipped": "原表有 {count} 行被隐藏（第 {rows} 行），没有列入。",
    "import.hidden_columns": "原表有 {count} 列被隐藏，已列入。",
    "import.other_sheets": "读的是“{sheet}”。另有 {count} 张工作表没有读：{names}。要导入它们，请另选工作表再导入一次。",
    "import.columns_twice": "表里有几列写了两遍：{titles}。只认左边的一列，右边的按自有列保留。两份名单并排的，请改成上下接排。",
    "import.own_columns": "台账没有的列按自有列保留：{titles}。",
    "import.mapping_remembered": "列的对应按选定的来。",
    # rows left out
    "import.no_key": "没有{title}，不知道是哪一行。补上后再导入。",
    "import.skipped": "已选择不导入这一行。",
    # rows asked about
    "import.same_number_twice": "与第 {row} 行是同一个人或同一个号。留一行，或核对号码。",
    "import.same_row_twice": "与第 {row} 行重复。留一行，或改成能区分的内容。",
    "import.same_name_many": "台账里有几个“{text}”，分不清是哪一个。写上身份证号或证号，或在预览里选定。",
    "import.same_person_other_number": "台账里有同名同生日的“{text}”，身份证号不同。核对身份证号。",
    "import.number_of_other": "这个号码在台账里属于另一个人。核对号码和姓名。",
    "import.number_twice": "这个号码在前面的行里已经给了另一个人。核对号码。",
    # told
    "import.formula_unstored": "这一格是公式，没有存下结果，按空白处理。请先在 WPS 中打开并保存一次。",
    "import.number_of_other_name": "台账里这个身份证号的人叫“{old}”，这里写的是“{text}”。核对是改名还是写错了号。",
    "import.label_changed": "台账里这个号码写的是“{old}”，将改成“{text}”。核对是不是同一个。",
    "import.same_name_other_number": "台账里已有同名人员，身份证号不同，按两个人登记。",
    "import.differs_from_id": "“{text}”与身份证号里的不一致。核对后改正其中一个。",
    "import.range_split": "一格里的起止日期已分到两列。",
    "import.fed_without_key": "没有{title}，同一行的有关内容没有写入。补上后再导入。",
    "import.name_repeated": "名单里重复写了：{names}。只记一次。",
    "import.names_missing": "名单里写了“等”字，没有列全的人没有登记。",
}
