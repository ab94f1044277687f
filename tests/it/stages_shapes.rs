//! Shapes of names and lists that news, plans, chronicles and bibliographies have.

use gongshi::model::Object;

use crate::stages::{RESOURCES, check, check_entities, check_report, read};

#[test]
fn a_list_of_attendants_goes_over_clauses() {
    check_report(
        "论坛开幕式上，自然资源部副部长骆清铭，青岛市委书记黄有方，海南大学校长周秀英先后致辞。",
        &[
            "participatedIn(骆清铭, 第三届海商法论坛)",
            "participatedIn(黄有方, 第三届海商法论坛)",
            "participatedIn(周秀英, 第三届海商法论坛)",
        ],
        &[],
    );
    check(
        "法国前总统奥朗德、巴基斯坦前总理阿齐兹，以及来自泰国、老挝的代表出席第五届海洋论坛。",
        &[
            "participatedIn(奥朗德, 第五届海洋论坛)",
            "participatedIn(阿齐兹, 第五届海洋论坛)",
            "participatedIn(泰国, 第五届海洋论坛)",
        ],
        &[],
    );
    // Who is elected in the clause before does not speak.
    check_report(
        "会议选举骆清铭，黄有方致辞。",
        &["participatedIn(黄有方, 第三届海商法论坛)"],
        &["participatedIn(骆清铭, 第三届海商法论坛)"],
    );
}

#[test]
fn others_without_names_end_a_list_of_attendants() {
    check_report(
        "复旦大学教授骆清铭、海南大学校长黄有方以及各界代表200余人参加会议。",
        &["participatedIn(骆清铭, 第三届海商法论坛)", "participatedIn(黄有方, 第三届海商法论坛)"],
        &[],
    );
    check_report(
        "骆清铭（复旦大学）、黄有方（海南大学）和周秀英（厦门大学）分别作报告。",
        &["participatedIn(骆清铭, 第三届海商法论坛)", "participatedIn(周秀英, 第三届海商法论坛)"],
        &[],
    );
    check_report(
        "会议邀请了复旦大学骆清铭教授、海南大学黄有方教授作主题报告。",
        &["participatedIn(骆清铭, 第三届海商法论坛)", "participatedIn(黄有方, 第三届海商法论坛)"],
        &[],
    );
}

#[test]
fn talks_are_given_respectively() {
    check_report(
        "复旦大学教授骆清铭、海南大学校长黄有方分别作了题为“航行自由的边界”和“港口国的责任”的报告。",
        &["authored(骆清铭, 航行自由的边界)", "authored(黄有方, 港口国的责任)"],
        &["authored(骆清铭, 港口国的责任)"],
    );
    check_report(
        "海南大学校长黄有方以“港口国的新责任”为主题作主旨报告。",
        &["authored(黄有方, 港口国的新责任)"],
        &[],
    );
    check_entities("论坛以“共享蓝色未来”为主题。", &[], &["ScholarlyWork 共享蓝色未来"]);
}

#[test]
fn what_takes_place_is_named_as_a_whole() {
    check(
        "12月7日，第八届“海上之路”园区建设峰会首次船舶安全专题论坛在北京举行。",
        &["heldIn(第八届“海上之路”园区建设峰会首次船舶安全专题论坛, 北京)"],
        &[],
    );
    check_entities(
        "海南省推进高质量发展重大项目签约仪式在三亚举行。",
        &["Event 海南省推进高质量发展重大项目签约仪式"],
        &[],
    );
    check_entities(
        "在“加强海事法律制度理论研究研讨会”上，骆清铭教授发言。",
        &["Event 加强海事法律制度理论研究研讨会"],
        &[],
    );
    // Who visits has a visit, but the visit has no name.
    check_entities(
        "由海南省海洋学会黄有方副会长访问三亚。",
        &[],
        &["Event 海南省海洋学会黄有方副会长访问"],
    );
}

#[test]
fn offices_and_states_meet() {
    check(
        "2014年9月19日，中欧两局第八次局长会议在慕尼黑举行。",
        &["heldIn(中欧两局第八次局长会议, 慕尼黑)"],
        &[],
    );
    check_entities(
        "上合组织成员国元首理事会会议取得成果。",
        &["Event 上合组织成员国元首理事会会议"],
        &[],
    );
    check_entities("与会者熟悉联合国大会议事规则。", &[], &["Event 联合国大会议"]);
    check_entities("第十四届全国政协委员骆清铭发言。", &[], &["Event 第十四届全国政协"]);
    check_entities("10月9日，中共十七届三中全会召开。", &["Event 中共十七届三中全会"], &[]);
}

#[test]
fn a_city_by_one_character_is_where_a_meeting_is_held() {
    check("第五届海洋论坛在沪举行。", &["heldIn(第五届海洋论坛, 沪)"], &[]);
    check_entities(
        "新华社北京6月1日电 中共中央印发《海洋规划》。",
        &["GovernmentBody 中共中央"],
        &["Place 北京"],
    );
    check_entities("论坛在三亚会展中心举行。", &["Place 三亚"], &["Organisation 三亚会展中心"]);
    check("维也纳海洋峰会讨论了渔业。", &["heldIn(维也纳海洋峰会, 维也纳)"], &[]);
}

#[test]
fn a_meeting_with_offices_is_a_body() {
    check(
        "国际渔业大会秘书长骆清铭表示，要合作。",
        &["affiliatedWith(骆清铭, 国际渔业大会)", "position(骆清铭, 秘书长)"],
        &["participatedIn(骆清铭, 国际渔业大会)"],
    );
}

#[test]
fn units_by_number_and_behind_a_post_are_of_their_body() {
    check(
        "重庆市检察院第二分院检察五部副主任骆清铭出席。",
        &["affiliatedWith(骆清铭, 重庆市检察院第二分院检察五部)", "position(骆清铭, 副主任)"],
        &[],
    );
    check(
        "英国皇家科学院院士、皇家工程院院士骆清铭发言。",
        &["affiliatedWith(骆清铭, 皇家工程院)"],
        &["partOf(皇家工程院, 英国皇家科学院)"],
    );
    check(
        "北京大学海洋学院院长、博雅特聘教授骆清铭认为应当合作。",
        &["affiliatedWith(骆清铭, 北京大学海洋学院)", "position(骆清铭, 博雅特聘教授)"],
        &[],
    );
    check(
        "联合国驻印尼协调员办公室主任约翰逊出席。",
        &["affiliatedWith(约翰逊, 联合国驻印尼协调员办公室)"],
        &[],
    );
}

#[test]
fn posts_are_taken_and_shared() {
    check(
        "全国人大代表骆清铭、黄有方参加座谈。",
        &["position(黄有方, 代表)", "affiliatedWith(黄有方, 全国人大)"],
        &[],
    );
    check(
        "骆清铭任国际海洋学会会长，黄有方任秘书长。",
        &["position(黄有方, 秘书长)"],
        &["position(黄有方, 劳任怨)"],
    );
    check(
        "美国商务部长骆家辉、能源部长朱棣文出席。",
        &["position(朱棣文, 能源部长)"],
        &["position(朱棣文, 部长)"],
    );
    check_entities("校领导骆清铭、黄有方参加会议。", &["Person 骆清铭", "Person 黄有方"], &[]);
    check_entities("国家海洋局一级巡视员丁杰出席会议。", &["Person 丁杰"], &["Person 丁杰出"]);
}

#[test]
fn transcribed_names_may_end_with_any_character() {
    check_entities(
        "前总干事弗朗西斯·高锐出席会议。",
        &["Person 弗朗西斯·高锐"],
        &["Person 弗朗西斯·高"],
    );
    check_entities("总统侯赛因、总理莫迪出席。", &["Person 侯赛因"], &["Person 侯赛"]);
    check_entities("总统贝拉克・奥巴马访问中国。", &["Person 贝拉克・奥巴马"], &[]);
}

#[test]
fn firms_of_a_list_are_known_by_the_others() {
    check_entities(
        "华为、蓝讯通、西门子、诺维信投资等跨国企业代表参加会议。",
        &["Company 蓝讯通", "Company 诺维信投资"],
        &[],
    );
    check_entities("蓝讯通、诺维信投资等项目启动。", &[], &["Company 诺维信投资"]);
}

#[test]
fn a_body_may_be_named_after_a_periodical() {
    check(
        "第三届海商法论坛由《海洋学报》编辑部主办。",
        &["organised(海洋学报编辑部, 第三届海商法论坛)"],
        &[],
    );
}

#[test]
fn a_document_may_have_no_marks() {
    check(
        "欧盟委员会和美国司法部签署关于人工智能竞争的联合声明。",
        &["signed(美国司法部, 关于人工智能竞争的联合声明)"],
        &[],
    );
}

#[test]
fn what_bodies_agree_they_sign_and_not_their_states() {
    check(
        "会后，双方签署了《厦门大学—东京大学双边合作2015年度工作计划》。",
        &["signed(厦门大学, 厦门大学—东京大学双边合作2015年度工作计划)"],
        &[],
    );
    check(
        "海洋集团、渔业集团分别与三亚学院、海南大学签署合作协议。",
        &[],
        &["cooperatesWith(三亚学院, 海南大学)"],
    );
}

#[test]
fn a_chronicle_takes_the_year_above() {
    check(
        "2008年\n\n9月14日　国务院印发《海洋规划》。2010年2月，规划完成。\n\n2009年\n\n3月17日　国务院印发《渔业规划》。",
        &["issuedOn(海洋规划, 2008-09-14)", "issuedOn(渔业规划, 2009-03-17)"],
        &[],
    );
    check_entities("9月14日中共中央印发《海洋规划》。", &[], &["Country 日本"]);
}

#[test]
fn paragraphs_open_with_the_members_of_a_set() {
    check(
        "渔业规划\n\n一、总体要求\n\n（二）基本原则。\n\n坚持永续利用。把资源放在第一位，加强保护。\n\n坚持公平分享。正确把握关系，完善制度。\n\n二、主要任务\n\n加强建设。推进各项工作。\n",
        &["hasPrinciple(基本原则, 永续利用)", "hasPrinciple(基本原则, 公平分享)"],
        &["hasPrinciple(基本原则, 加强建设)"],
    );
}

#[test]
fn bibliographies_need_no_numbers() {
    let text = "海洋法的边界\n\n著作类\n资中筠：《海洋的归宿》，海洋出版社2011年版。\n期刊论文类\n高丙中：“海洋社会的合法性问题”，载《中国社会科学》2000年第2期。\n";
    check(
        text,
        &[
            "authored(资中筠, 海洋的归宿)",
            "authored(高丙中, 海洋社会的合法性问题)",
            "publishedIn(海洋社会的合法性问题, 中国社会科学)",
        ],
        &[],
    );
}

#[test]
fn what_is_founded_is_a_body() {
    check(
        "外交部于2013年6月设立海洋事务办公室。",
        &["established(外交部, 海洋事务办公室)", "establishedOn(海洋事务办公室, 2013-06)"],
        &[],
    );
    check("智利设立南极科学中心。", &["established(智利, 南极科学中心)"], &[]);
    check_entities("国务院成立专门工作小组。", &[], &["* 专门工作小组"]);
}

#[test]
fn a_state_before_a_meeting_is_its_attribute() {
    check(
        "《渔港保护法》由中华人民共和国第十三届全国人民代表大会常务委员会第三十次会议于2021年8月20日通过。",
        &[],
        &["adopted(中国, 渔港保护法)"],
    );
}

#[test]
fn a_treaty_is_named_within_its_principles() {
    check_entities(
        "双方认为，联合国宪章宗旨和原则必须得到遵守。",
        &["Treaty 联合国宪章", "Principle 联合国宪章宗旨和原则"],
        &[],
    );
}

#[test]
fn a_number_behind_a_body_may_count_something_else() {
    let first = |class: &str, name: &str| format!("{class} {name}");
    check_entities(
        "海南大学新增三处校区，国务院共有八部门参与，海南省检察院查封三处房产。",
        &["University 海南大学", "GovernmentBody 国务院"],
        &[&first("University", "海南大学新增三处"), &first("GovernmentBody", "国务院共有八部")],
    );
    check_entities(
        "骆清铭任最高人民检察院检察五部主任。",
        &["GovernmentBody 最高人民检察院检察五部"],
        &[],
    );
}

#[test]
fn a_paragraph_with_a_year_of_its_own_ends_the_chronicle() {
    check(
        "2008年\n\n9月14日　国务院印发《海洋规划》。\n\n2015年3月1日，国务院印发《渔业规划》。\n\n5月6日，国务院印发《港口规划》。",
        &["issuedOn(海洋规划, 2008-09-14)", "issuedOn(港口规划, 2015-05-06)"],
        &["issuedOn(港口规划, 2008-05-06)"],
    );
}

#[test]
fn a_number_without_a_mark_is_no_item() {
    check_entities(
        "二、基本原则\n\n一切国家都有权平等参与。渔业是共同的。\n\n三国领导人多次会晤。渔业是共同的。\n\n十年来成果丰硕。渔业是共同的。",
        &[],
        &["Principle 切国家都有权平等参与", "Principle 国领导人多次会晤", "Principle 年来成果丰硕"],
    );
}

#[test]
fn labels_and_roles_are_no_authors() {
    check_entities(
        "原标题：《海洋强国之路》\n\n[1] [英]马尔科姆·肖著：《国际法》，海洋出版社2009年版，第3页。",
        &["Person 马尔科姆·肖"],
        &["Person 原标题", "Person 马尔科姆·肖著"],
    );
}

#[test]
fn a_name_may_begin_like_a_pronoun() {
    check(
        "本溪市海洋渔业研究所与海南大学签署合作备忘录。",
        &["cooperatesWith(本溪市海洋渔业研究所, 海南大学)"],
        &[],
    );
}

#[test]
fn an_attitude_is_no_part_of_a_meeting() {
    check_entities("日本反对海洋大会于6月1日举行。", &[], &["Event 日本反对海洋大会"]);
}

#[test]
fn epithets_are_no_titles() {
    check(
        "出席论坛的有海南大学校长骆清铭、学界泰斗院士黄有方。",
        &["position(骆清铭, 校长)"],
        &["position(黄有方, 学界泰斗院士)"],
    );
}

#[test]
fn a_by_line_goes_on_in_parentheses_below() {
    check(
        "深海规则的由来\n\n孟庆元\n\n（武汉大学国际法研究所教授）\n\n内容提要：本文讨论深海的规则。\n\n一、引言\n\n规则是共同的。",
        &["affiliatedWith(孟庆元, 武汉大学国际法研究所)", "position(孟庆元, 教授)"],
        &[],
    );
}

#[test]
fn who_takes_part_carries_the_body_named_with() {
    let knowledge = read(&[(
        "test",
        "2023年11月18日，清华大学教授苏若兰、厦门大学副教授林书衡出席第三届海商法论坛。\n\n会上，苏若兰指出，规则是共同的。",
    )]);
    let attends = RESOURCES.ontology.relation("participatedIn");
    let label = |object: &Object| match object {
        Object::Entity(id) => knowledge.entities[id.index()].label.clone(),
        Object::Literal(literal) => literal.as_str().to_owned(),
    };
    let told: Vec<_> = (knowledge.facts.iter())
        .filter(|fact| Some(fact.relation) == attends)
        .map(|fact| {
            let values: Vec<String> = fact.qualifiers.iter().map(|q| label(&q.value)).collect();
            (knowledge.entities[fact.subject.index()].label.clone(), values)
        })
        .collect();
    let who = |name: &str, values: [&str; 2]| (name.to_owned(), values.map(str::to_owned).to_vec());
    for expected in [who("苏若兰", ["清华大学", "教授"]), who("林书衡", ["厦门大学", "副教授"])]
    {
        assert!(told.contains(&expected), "{expected:?} in {told:?}");
    }
}
