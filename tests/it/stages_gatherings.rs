//! Reports as universities and ministries write them: meetings of two names, lists of who attended,
//! organising units, posts that lists share, names that run into words.

use crate::stages::{check, check_entities};

/// A report of a meeting on other subjects, with what its opening says.
const OPENING: &str =
    "第三届湿地修复论坛在盐城举行\n2023年5月8日，第三届湿地修复论坛在江苏盐城举行。";

/// Checks what a sentence of that report yields.
#[track_caller]
fn check_report(sentence: &str, yields: &[&str], yields_not: &[&str]) {
    check(&format!("{OPENING}\n{sentence}\n"), yields, yields_not);
}

#[test]
fn a_meeting_may_have_two_names() {
    let text = "2022年6月，首届稻作文明论坛暨第五届云岭农业论坛在昆明举行。首届稻作文明论坛吸引了来自泰国、缅甸的学者。";
    let both = "首届稻作文明论坛暨第五届云岭农业论坛";
    check(
        text,
        &[&format!("heldOn({both}, 2022-06)"), &format!("participatedIn(泰国, {both})")],
        &[],
    );
    check_entities(text, &[&format!("Event {both}")], &[]);
}

#[test]
fn what_stands_before_a_point_in_a_meeting_is_no_person() {
    check_entities("中国海洋论坛·极地专场在青岛举行。", &[], &["Person 坛·极", "Person 坛·极地"]);
}

#[test]
fn the_list_behind_the_verb_of_attending_attends() {
    check_report(
        "出席论坛的还有水利部副部长周明，南京大学教授李红、河海大学，以及荷兰等国。",
        &[
            "participatedIn(周明, 第三届湿地修复论坛)",
            "participatedIn(李红, 第三届湿地修复论坛)",
            "participatedIn(河海大学, 第三届湿地修复论坛)",
            "participatedIn(荷兰, 第三届湿地修复论坛)",
        ],
        // 南京大学 stands there as the body of a person.
        &["participatedIn(南京大学, 第三届湿地修复论坛)"],
    );
}

#[test]
fn who_failed_to_come_did_not_attend() {
    check_report(
        "未能出席论坛的专家有南京大学教授李红。",
        &[],
        &["participatedIn(李红, 第三届湿地修复论坛)"],
    );
}

#[test]
fn attendants_come_from_states_and_bodies() {
    check_report(
        "与会专家近百人，分别来自荷兰、肯尼亚和北京大学。",
        &[
            "participatedIn(荷兰, 第三届湿地修复论坛)",
            "participatedIn(肯尼亚, 第三届湿地修复论坛)",
            "participatedIn(北京大学, 第三届湿地修复论坛)",
        ],
        &[],
    );
}

#[test]
fn names_behind_bodies_make_a_list() {
    check_report(
        "河海大学林青、南京大学许岚、江苏省农业科学院周明分别就盐沼植被进行了交流探讨。",
        &[
            "affiliatedWith(林青, 河海大学)",
            "affiliatedWith(许岚, 南京大学)",
            "affiliatedWith(周明, 江苏省农业科学院)",
            "participatedIn(林青, 第三届湿地修复论坛)",
            "participatedIn(周明, 第三届湿地修复论坛)",
        ],
        &[],
    );
}

#[test]
fn organising_units_are_told_behind_their_role() {
    check_report(
        "主办单位为河海大学和盐城师范学院，承办单位为江苏省湿地保护协会。",
        &[
            "organised(河海大学, 第三届湿地修复论坛)",
            "organised(盐城师范学院, 第三届湿地修复论坛)",
            "organised(江苏省湿地保护协会, 第三届湿地修复论坛)",
        ],
        &[],
    );
}

#[test]
fn what_a_meeting_issues_is_of_its_day() {
    check_report(
        "论坛期间，荷兰发布《盐沼倡议》。",
        &["issuedOn(盐沼倡议, 2023-05-08)", "participatedIn(荷兰, 第三届湿地修复论坛)"],
        &[],
    );
    // What is said elsewhere of a document is not the meeting's.
    check_report("荷兰此前发布《盐沼倡议》。", &[], &["issuedOn(盐沼倡议, 2023-05-08)"]);
}

#[test]
fn a_more_exact_date_stands_for_a_vaguer_one() {
    check(
        "5月8日，2023年盐城湿地修复论坛在盐城举行。\n\ndate: 2023-05-09\n",
        &["heldOn(2023年盐城湿地修复论坛, 2023-05-08)"],
        &["heldOn(2023年盐城湿地修复论坛, 2023)"],
    );
}

#[test]
fn a_post_that_several_hold_is_shared_in_a_list() {
    check_report(
        "江苏省湿地保护协会副会长周明教授、李红教授主持会议。",
        &[
            "position(李红, 副会长)",
            "affiliatedWith(李红, 江苏省湿地保护协会)",
            "participatedIn(李红, 第三届湿地修复论坛)",
        ],
        &[],
    );
    // Of a president there is one.
    check_report("河海大学校长周明、李红出席会议。", &[], &["position(李红, 校长)"]);
}

#[test]
fn all_of_a_list_hold_the_post_behind_it() {
    check(
        "河海大学教授周明、南京大学教授李红、盐城师范学院教授林青担任顾问。",
        &["position(周明, 顾问)", "position(李红, 顾问)", "position(林青, 顾问)"],
        &[],
    );
}

#[test]
fn the_field_of_an_office_that_is_a_unit_is_no_part_of_the_title() {
    check(
        "国际湿地联盟（Wetlands Alliance）国际合作部门高级副主任周明致辞。",
        &["position(周明, 高级副主任)"],
        &["position(周明, 国际合作部门高级副主任)"],
    );
}

#[test]
fn an_envoy_has_no_body_but_a_seat() {
    check(
        "挪威常驻联合国代表安娜·贝格指出，湿地在消失。",
        &["position(安娜·贝格, 常驻联合国代表)"],
        &["affiliatedWith(安娜·贝格, 联合国)"],
    );
}

#[test]
fn an_office_names_no_ministry_and_what_somebody_was_no_body() {
    check_entities(
        "挪威外交部长安娜·贝格到访。肯尼亚时任环境部部长周明致辞。",
        &["Person 安娜·贝格", "Person 周明"],
        &["GovernmentBody 挪威外交部", "GovernmentBody 肯尼亚时任环境部"],
    );
}

#[test]
fn a_given_name_may_make_a_word_with_what_follows() {
    check_entities("河海大学教授林立显出席会议。", &["Person 林立显"], &[]);
    check_entities("河海大学教授周中和等专家致辞。", &["Person 周中和"], &["Person 周中"]);
    check_entities("周明、李红均表示同意。", &["Person 李红"], &["Person 李红均"]);
    check_entities("河海大学余青教授发言。", &["Person 余青"], &[]);
}

#[test]
fn what_is_no_person() {
    check_entities(
        "河海大学校长周明代表东道主致辞。副主任委员、顾问、成员参加会议。宣言还强调合作。",
        &[],
        &["Person 东道主", "Person 顾问", "Person 宣言"],
    );
}

#[test]
fn places_stand_within_transcribed_names() {
    check_entities("议会主席戴尼斯·科瓦奇致辞。", &["Person 戴尼斯·科瓦奇"], &["Person 戴尼斯"]);
    check_entities("总理马里斯·贝格到访。", &["Person 马里斯·贝格"], &["Country 马里"]);
    check_entities("主任马修·大卫·约翰逊致辞。", &["Person 马修·大卫·约翰逊"], &[]);
}

#[test]
fn a_verb_is_no_part_of_a_university() {
    check_entities(
        "要加快一流大学建设。周明诉北京大学一案已经审结。",
        &["University 北京大学"],
        &["University 加快一流大学", "University 周明诉北京大学"],
    );
}

#[test]
fn a_place_that_no_list_knows_is_one_where_something_is_held() {
    check(
        "2019年7月，第二届泥炭地论坛在俄罗斯沃洛格罗夫卡举行。",
        &["heldIn(第二届泥炭地论坛, 沃洛格罗夫卡)"],
        &[],
    );
    check_entities("来自江西、湖北的代表参加会议。", &[], &["Place 江西", "Place 湖北"]);
}

#[test]
fn a_report_tells_itself_by_what_its_persons_say() {
    check(
        "湿地与城市\n2023年5月8日，第三届湿地修复论坛在盐城举行。河海大学教授周明指出，盐沼应当保护。南京大学教授李红认为，应坚持生态优先。\n",
        &["participatedIn(周明, 第三届湿地修复论坛)", "participatedIn(李红, 第三届湿地修复论坛)"],
        // A speaker's words are not the source's.
        &["affirms(test, 生态优先)"],
    );
}

#[test]
fn a_title_is_without_its_wire_and_its_column() {
    check_entities(
        "新华社奥斯陆7月8日电 挪威和冰岛联合声明\n一、双方同意加强合作。\n",
        &["* 挪威和冰岛联合声明"],
        &[],
    );
    check(
        "新华社奥斯陆7月8日电 挪威和冰岛联合声明\n一、双方同意加强合作。\n",
        &["issued(挪威, test)", "issued(冰岛, test)"],
        &[],
    );
    check_entities(
        "湿地周刊 | 盐沼治理的三个难题\n文 | 河海大学教授 周明\n盐沼在消失。\n",
        &["ScholarlyWork 盐沼治理的三个难题"],
        &[],
    );
}

#[test]
fn maxims_before_an_aim_and_in_a_quoted_list() {
    check_entities(
        "各方将以坚持公开、透明、缔约方主导原则为前提开展谈判，遵循“减量化、再利用、资源化”原则，坚持人与自然和谐共生等。",
        &[
            "Principle 公开",
            "Principle 透明",
            "Principle 缔约方主导",
            "Principle 减量化",
            "Principle 再利用",
            "Principle 资源化",
            "Principle 人与自然和谐共生",
        ],
        &["Principle 人与自然", "Principle 谐共生等"],
    );
}

#[test]
fn a_letter_and_a_number_are_an_acronym() {
    check("七十七国集团（G77）发表声明。", &["alsoKnownAs(七十七国集团, G77)"], &[]);
    check(
        "2005年，世界湿地峰会（World Summit on Wetlands，WSW）在伊朗举行。",
        &["alsoKnownAs(世界湿地峰会, WSW)", "alsoKnownAs(世界湿地峰会, World Summit on Wetlands)"],
        &[],
    );
}

#[test]
fn meetings_are_named_after_titles_and_quotations() {
    check_entities(
        "《盐沼保护规程》国家标准发布会在南京举行。首届中国—挪威“蓝色伙伴”论坛在奥斯陆开幕。",
        &["Event 盐沼保护规程国家标准发布会", "* 盐沼保护规程", "Event 首届中国—挪威蓝色伙伴论坛"],
        &[],
    );
}

#[test]
fn a_memorandum_signed_on_a_day_is_signed_by_its_parties() {
    check(
        "《挪威海洋局与冰岛渔业部关于捕捞配额的谅解备忘录》于2017年8月1日签署。",
        &[
            "signed(挪威, 挪威海洋局与冰岛渔业部关于捕捞配额的谅解备忘录)",
            "signed(冰岛, 挪威海洋局与冰岛渔业部关于捕捞配额的谅解备忘录)",
            "issuedOn(挪威海洋局与冰岛渔业部关于捕捞配额的谅解备忘录, 2017-08-01)",
        ],
        &[],
    );
}

#[test]
fn the_report_of_a_meeting_proposes_what_the_meeting_does_not() {
    check("第八届湿地大会报告提出“以水定城”理念。", &[], &["proposed(第八届湿地大会, 以水定城)"]);
}

#[test]
fn a_body_and_the_same_without_its_state_are_one() {
    check_entities(
        "挪威环境部发布公告。环境部部长周明出席会议。",
        &["GovernmentBody 挪威环境部"],
        &[],
    );
    let knowledge = crate::stages::read(&[("test", "挪威环境部发布公告。环境部重申立场。")]);
    let bodies = knowledge.entities.iter().filter(|entity| entity.label.contains("环境部"));
    assert_eq!(bodies.count(), 1);
}

#[test]
fn who_is_only_spoken_of_did_not_attend() {
    check_report(
        "参加论坛的有关专家认为，挪威、冰岛和丹麦等国应承担责任。",
        &[],
        &["participatedIn(挪威, 第三届湿地修复论坛)"],
    );
    check_report(
        "与会专家指出，来自冰岛的船只扰乱了贸易。",
        &[],
        &["participatedIn(冰岛, 第三届湿地修复论坛)"],
    );
    check_report(
        "校党委学习周明主席重要讲话精神。",
        &[],
        &["participatedIn(周明, 第三届湿地修复论坛)"],
    );
    check_report(
        "周明在贺信中指出，盐沼应当保护。",
        &[],
        &["participatedIn(周明, 第三届湿地修复论坛)"],
    );
}

#[test]
fn another_edition_has_another_day() {
    check_report(
        "去年的论坛上，荷兰发布《盐沼蓝皮书》。",
        &[],
        &["issuedOn(盐沼蓝皮书, 2023-05-08)"],
    );
}

#[test]
fn a_post_of_which_there_is_one_is_not_shared() {
    check("国务院副总理周明、李红等参加会见。", &[], &["position(李红, 副总理)"]);
    check("理事长是周明，李红担任秘书长。", &[], &["position(周明, 秘书长)"]);
}

#[test]
fn all_who_stand_behind_由_propose() {
    check(
        "“蓝色伙伴”倡议由挪威和冰岛共同提出。",
        &["proposed(挪威, 蓝色伙伴)", "proposed(冰岛, 蓝色伙伴)"],
        &[],
    );
}

#[test]
fn an_essay_that_quotes_is_no_report() {
    check(
        "湿地与城市\n2021年，第三届湿地修复论坛闭幕之后，人们谈论盐沼。本文坚持生态优先。格里高利·贝格认为，盐沼在消失。安娜·科瓦奇指出，城市在扩张。\n",
        &[],
        &["participatedIn(格里高利·贝格, 第三届湿地修复论坛)"],
    );
}

#[test]
fn ministries_of_two_states_are_two() {
    let text = "挪威商务部将该公司列入清单。中国商务部表示反对。";
    let knowledge = crate::stages::read(&[("test", text)]);
    let bodies = knowledge.entities.iter().filter(|entity| entity.label.contains("商务部"));
    assert_eq!(bodies.count(), 2);
}
