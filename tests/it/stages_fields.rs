//! Texts of other fields: names that hold words, reports of meetings, notes in English.

use crate::stages::{check, check_entities};

/// What makes a text a report of a meeting.
fn report(text: &str) -> String {
    format!("第六届北方渔业论坛在大连举行\n\n第六届北方渔业论坛5月8日在大连举行。\n\n{text}")
}

#[track_caller]
fn check_report(text: &str, yields: &[&str], yields_not: &[&str]) {
    check(&report(text), yields, yields_not);
}

#[test]
fn a_transcribed_name_may_hold_characters_that_are_words_elsewhere() {
    check_entities(
        "塔吉克斯坦阿布-肯比大学和挪威奥拉夫·特吕格瓦松极地研究所派员参加。",
        &["University 塔吉克斯坦阿布-肯比大学", "Organisation 挪威奥拉夫·特吕格瓦松极地研究所"],
        &["Person 奥拉夫·特吕格瓦松"],
    );
}

#[test]
fn a_department_before_its_head_keeps_its_last_character() {
    check_report(
        "云南省水利厅厅长周建平致辞。",
        &["affiliatedWith(周建平, 云南省水利厅)", "position(周建平, 厅长)"],
        &[],
    );
}

#[test]
fn a_ministry_of_several_fields_is_one() {
    check(
        "2021年，乌干达渔业、土地与环境部和瑞典企业与创新部签署合作备忘录。",
        &["cooperatesWith(乌干达渔业、土地与环境部, 瑞典企业与创新部)"],
        &[],
    );
    check(
        "中国与奥地利数字化和交通部签署合作备忘录。",
        &["cooperatesWith(中国, 奥地利数字化和交通部)"],
        &["cooperatesWith(中国, 交通部)"],
    );
}

#[test]
fn a_quotation_may_begin_the_name_of_a_body() {
    check(
        "2018年，泰国加入“蓝色海湾”渔业科技联盟。",
        &["memberOf(泰国, 蓝色海湾渔业科技联盟)"],
        &[],
    );
}

#[test]
fn a_campus_is_no_other_university() {
    check_entities(
        "中国地质大学（武汉）教授李青山致辞。",
        &["University 中国地质大学（武汉）"],
        &["University 中国地质大学"],
    );
}

#[test]
fn a_count_of_universities_is_no_university() {
    check_entities("近200名大学校长齐聚大连。", &[], &["University 200名大学", "Person 齐聚大"]);
}

#[test]
fn an_ending_across_two_words_is_none() {
    check_entities("双方签订渔业技术合作协议。", &[], &["Organisation 渔业技术合作协"]);
}

#[test]
fn a_company_is_no_part_of_its_short_name() {
    check(
        "科大讯飞股份有限公司发布《语音技术白皮书》。",
        &["issued(科大讯飞股份有限公司, 语音技术白皮书)"],
        &["partOf(科大讯飞股份有限公司, 科大讯飞)"],
    );
}

#[test]
fn a_joint_body_is_of_no_one_state() {
    check(
        "2020年，中国—印度尼西亚海洋观测中心成立。",
        &["establishedOn(中国—印度尼西亚海洋观测中心, 2020)"],
        &["basedIn(中国—印度尼西亚海洋观测中心, 中国)"],
    );
}

#[test]
fn the_unit_of_a_second_post_stands_under_the_first_ones_university() {
    check_report(
        "中山大学海洋科学学院院长兼生态学院教授陈志明主持。",
        &[
            "affiliatedWith(陈志明, 中山大学生态学院)",
            "partOf(中山大学生态学院, 中山大学)",
            "position(陈志明, 院长)",
            "position(陈志明, 教授)",
        ],
        &["affiliatedWith(陈志明, 中山大学)"],
    );
}

#[test]
fn a_post_in_a_list_is_at_the_body_of_the_person_before() {
    check_report(
        "厦门大学法学院教授张立、副教授李沐参加了会议。",
        &["affiliatedWith(李沐, 厦门大学法学院)", "position(李沐, 副教授)"],
        &[],
    );
    check_report(
        "厦门大学校长张立、国务院总理李沐参加了会议。",
        &["affiliatedWith(李沐, 国务院)"],
        &["affiliatedWith(李沐, 厦门大学)"],
    );
}

#[test]
fn two_titles_joined_by_one_word_are_two() {
    check_report(
        "冰岛副总理兼外长西古尔松出席。",
        &["position(西古尔松, 外长)", "position(西古尔松, 副总理)"],
        &[],
    );
}

#[test]
fn a_transcribed_name_is_not_cut_where_a_chinese_one_would_end() {
    check_report(
        "联合国秘书长古特雷斯、挪威首相斯特勒参加会议。",
        &["participatedIn(古特雷斯, 第六届北方渔业论坛)"],
        &["participatedIn(古特雷, 第六届北方渔业论坛)"],
    );
}

#[test]
fn given_names_of_two_words_are_names() {
    check_report(
        "大连海洋大学教授陈向东、程以宁先后发言。",
        &[
            "participatedIn(陈向东, 第六届北方渔业论坛)",
            "participatedIn(程以宁, 第六届北方渔业论坛)",
        ],
        &[],
    );
}

#[test]
fn the_last_part_of_a_transcribed_name_is_the_same_person() {
    check_entities(
        "肯尼亚总统约瑟夫·奥廷加发表讲话。奥廷加总统感谢与会者。",
        &["Person 约瑟夫·奥廷加"],
        &[],
    );
    check(
        "肯尼亚总统约瑟夫·奥廷加发表讲话。奥廷加总统出席第三届湖区论坛。",
        &["participatedIn(约瑟夫·奥廷加, 第三届湖区论坛)"],
        &[],
    );
}

#[test]
fn who_speaks_in_a_report_takes_part_in_its_meeting() {
    check_report(
        "大连海洋大学教授王海峰指出，渔港需要统一标准。外交部发言人周文表示，中方重视合作。",
        &["participatedIn(王海峰, 第六届北方渔业论坛)"],
        &["participatedIn(周文, 第六届北方渔业论坛)"],
    );
    check_report(
        "1982年马耳他代表波尔格提出新方案。",
        &[],
        &["participatedIn(波尔格, 第六届北方渔业论坛)"],
    );
}

#[test]
fn organisers_without_their_meeting_are_those_of_the_report() {
    check_report(
        "会议为期两天，由大连海洋大学主办，烟台大学承办。",
        &["organised(大连海洋大学, 第六届北方渔业论坛)", "organised(烟台大学, 第六届北方渔业论坛)"],
        &[],
    );
}

#[test]
fn what_the_meeting_of_a_report_adopts_is_its_own() {
    check_report(
        "会议通过《大连渔业倡议》。会议商定2030年发表新报告。",
        &["adopted(第六届北方渔业论坛, 大连渔业倡议)"],
        &[],
    );
}

#[test]
fn parties_of_a_conference_take_part_in_it() {
    check(
        "2019年，首届深海安全峰会在挪威举行，加、丹、挪等12国及欧盟与会。",
        &["participatedIn(丹麦, 首届深海安全峰会)", "participatedIn(欧盟, 首届深海安全峰会)"],
        &[],
    );
}

#[test]
fn members_of_a_set_are_as_many_as_it_counts() {
    check(
        "他提出“三个坚持”，即坚持主权平等、坚持发展优先、坚持风险可控。",
        &["hasPrinciple(三个坚持, 坚持风险可控)", "hasPrinciple(三个坚持, 坚持主权平等)"],
        &["affirms(test, 坚持风险可控)"],
    );
    check(
        "他提出“四个坚持”，即坚持主权平等、坚持发展优先、坚持风险可控。",
        &[],
        &["hasPrinciple(四个坚持, 坚持风险可控)"],
    );
}

#[test]
fn a_listed_principle_is_not_cut_at_its_conjunctions() {
    check(
        "各方应坚持公平、共同但有区别的责任和各自能力原则。",
        &["affirms(test, 共同但有区别的责任和各自能力原则)", "affirms(test, 公平)"],
        &["affirms(test, 责任和各自能力原则)"],
    );
}

#[test]
fn what_a_demonstrative_points_at_is_no_principle() {
    check_entities("中国始终坚持这一理念。", &[], &["Principle 这一理念"]);
}

#[test]
fn ratifying_does_not_date_a_treaty() {
    check(
        "1996年，智利批准《南方渔业公约》。",
        &["signed(智利, 南方渔业公约)"],
        &["issuedOn(南方渔业公约, 1996)"],
    );
}

#[test]
fn the_day_of_entry_into_force_is_not_that_of_issue() {
    check(
        "自然资源部会同多部门出台《海岸线保护办法》并于2021年9月实施。",
        &[],
        &["issuedOn(海岸线保护办法, 2021-09)"],
    );
}

#[test]
fn the_amendment_of_a_treaty_is_a_treaty() {
    check(
        "挪威批准《〈北方海域防污公约〉哈默修正案》。",
        &["signed(挪威, 北方海域防污公约哈默修正案)"],
        &[],
    );
}

#[test]
fn founders_may_stand_behind_the_founded() {
    check(
        "北极航运研究中心由奥斯陆大学、赫尔辛基大学于2016年共同组建。",
        &["established(赫尔辛基大学, 北极航运研究中心)"],
        &[],
    );
}

#[test]
fn several_other_names_may_share_a_parenthesis() {
    check(
        "北方大学联盟（Northern University Alliance，简称NUA）总部在大连。",
        &[
            "alsoKnownAs(北方大学联盟, NUA)",
            "alsoKnownAs(北方大学联盟, Northern University Alliance)",
        ],
        &[],
    );
}

#[test]
fn a_note_in_english_names_authors_title_and_periodical() {
    let text = "渔港的边界\n\n渔港需要法律。① 冰区也要规则。② 渔船要登记。③\n\n① 张海：《渔港的法律》，载《海洋研究》2019年第2期。\n② Anna de Vries and Tom O’Neil, “Rules for the Ice,” Polar Law Review, Vol. 3, No. 2, 2018, p. 12.\n③ 李青：《渔船的登记》，载《海洋研究》2020年第1期。\n";
    check(
        text,
        &[
            "authored(Tom O’Neil, Rules for the Ice)",
            "publishedIn(Rules for the Ice, Polar Law Review)",
            "publishedOn(Rules for the Ice, 2018)",
        ],
        &[],
    );
}

#[test]
fn a_title_behind_a_person_is_not_the_next_ones() {
    check_report(
        "张平教授、厦门大学校长王立出席会议。",
        &["position(王立, 校长)", "position(张平, 教授)"],
        &["position(王立, 教授)"],
    );
    check_report(
        "学会由李岩任会长，副会长王芳出席会议。",
        &["position(王芳, 副会长)"],
        &["position(王芳, 会长)"],
    );
}

#[test]
fn what_is_joined_is_what_was_founded() {
    check(
        "2022年，冰岛发起“北方观测联盟”，德国、荷兰等国随即加入。",
        &["memberOf(荷兰, 北方观测联盟)"],
        &[],
    );
    check(
        "新华社柏林6月2日电（记者 陈立）北方航运联盟邀请丹麦加入。",
        &[],
        &["memberOf(丹麦, 新华社)", "memberOf(丹麦, 北方航运联盟)"],
    );
}

#[test]
fn another_meeting_in_the_sentence_is_the_one_that_adopts() {
    check_report(
        "1972年，瑞典主办了首届国际水资源大会，会议通过《河流宣言》。",
        &["adopted(首届国际水资源大会, 河流宣言)"],
        &["adopted(第六届北方渔业论坛, 河流宣言)"],
    );
}

#[test]
fn a_pronoun_is_the_person_named_last() {
    check_report(
        "帕劳总统惠普斯出席第六届北方渔业论坛。他在演讲中首次提出“鲨鱼保护区”理念。",
        &["proposed(惠普斯, 鲨鱼保护区)"],
        &["proposed(第六届北方渔业论坛, 鲨鱼保护区)"],
    );
}

#[test]
fn others_words_are_not_the_sources() {
    check("有学者主张坚持互利共赢的原则。", &[], &["affirms(test, 互利共赢)"]);
    check("实践中并未遵循该原则。", &[], &["affirms(test, 该原则)"]);
}

#[test]
fn who_is_no_party_any_more_has_not_signed() {
    check("作为《南极条约》的缔约国，智利主张保护南极环境。", &["signed(智利, 南极条约)"], &[]);
    check("不再作为《南极条约》的缔约国，智利减少了投入。", &[], &["signed(智利, 南极条约)"]);
}

#[test]
fn a_predecessor_does_not_date_the_founding() {
    check(
        "烟台大学海洋医院的前身是1892年创办的北方医院。",
        &[],
        &["establishedOn(烟台大学海洋医院, 1892)"],
    );
}

#[test]
fn two_transcribed_names_with_a_verb_between_are_two() {
    check_entities(
        "约瑟夫·奈反驳了马丁·雅克的看法。",
        &["Person 约瑟夫·奈"],
        &["Person 约瑟夫·奈反驳了马丁·雅克"],
    );
}
