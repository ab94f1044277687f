//! Who does it: elided subjects, pronouns, short forms that the text defines.

use crate::stages::{check, check_entities, check_paper};

#[test]
fn a_clause_without_subject_goes_on_with_the_one_before() {
    check(
        "2018年，葡萄牙举办第二届大西洋论坛，发布《深海生态倡议》。",
        &["organised(葡萄牙, 第二届大西洋论坛)", "issued(葡萄牙, 深海生态倡议)"],
        &[],
    );
}

#[test]
fn a_second_verb_has_the_same_subject() {
    check(
        "智利设立安第斯冰川研究所，并与韩国签署合作备忘录。",
        &["established(智利, 安第斯冰川研究所)", "cooperatesWith(智利, 韩国)"],
        &[],
    );
}

#[test]
fn a_states_white_paper_speaks_for_the_state() {
    check_paper(
        "中国高度重视极地。中国积极参与极地治理。中国建成多个科考站。中国重视生态保护。中国提供公共产品。\n\n积极参与国际合作。2017年，举办第四十届南极条约协商会议。发布《绿色考察倡议》。",
        &["organised(中国, 第四十届南极条约协商会议)", "issued(中国, 绿色考察倡议)"],
        &[],
    );
}

#[test]
fn a_text_that_speaks_for_nobody_yields_no_subject() {
    check(
        "2017年，举办第四十届南极条约协商会议。",
        &[],
        &["organised(中国, 第四十届南极条约协商会议)"],
    );
}

#[test]
fn that_meeting_is_the_one_before() {
    check(
        "第三届湿地论坛在武汉举行。该论坛由武汉大学主办。",
        &["organised(武汉大学, 第三届湿地论坛)"],
        &[],
    );
}

#[test]
fn this_session_is_the_one_before() {
    check(
        "第六届丝路考古大会在西安开幕。本届大会由西北大学承办。",
        &["organised(西北大学, 第六届丝路考古大会)", "heldIn(第六届丝路考古大会, 西安)"],
        &[],
    );
}

#[test]
fn that_centre_is_the_one_before() {
    check(
        "2016年，四川大学成立喜马拉雅生态研究中心。该中心与尼泊尔科学院开展合作。",
        &[
            "established(四川大学, 喜马拉雅生态研究中心)",
            "cooperatesWith(喜马拉雅生态研究中心, 尼泊尔科学院)",
        ],
        &[],
    );
}

#[test]
fn a_defined_short_form_is_another_name() {
    check(
        "东南亚海洋观测联盟（以下简称“海观盟”）于2013年成立。",
        &["alsoKnownAs(东南亚海洋观测联盟, 海观盟)"],
        &[],
    );
}

#[test]
fn a_defined_short_form_acts_as_the_body() {
    check(
        "国际山地综合发展研究中心（以下简称“山地中心”）设在尼泊尔。2019年，山地中心发布《兴都库什评估报告》。",
        &["issued(国际山地综合发展研究中心, 兴都库什评估报告)"],
        &[],
    );
}

#[test]
fn an_acronym_in_parentheses_is_another_name() {
    check(
        "国际干旱研究联合会（IFDR）发布《旱灾评估指南》。",
        &["alsoKnownAs(国际干旱研究联合会, IFDR)", "issued(国际干旱研究联合会, 旱灾评估指南)"],
        &[],
    );
}

#[test]
fn an_acronym_alone_stands_for_the_body() {
    check(
        "国际潮汐观测联盟（ITOU）成立于2005年。2016年，ITOU举办第三届潮汐能论坛。",
        &["organised(国际潮汐观测联盟, 第三届潮汐能论坛)"],
        &[],
    );
}

#[test]
fn that_is_to_say_gives_another_name() {
    check(
        "《关于持久性有机污染物的公约》，亦即“斯德哥尔摩公约”，于2004年生效。",
        &["alsoKnownAs(关于持久性有机污染物的公约, 斯德哥尔摩公约)"],
        &[],
    );
}

#[test]
fn a_listed_acronym_is_the_full_name() {
    check_entities("WTO举办第十二届部长级会议。", &["InternationalOrganisation WTO"], &[]);
}

#[test]
fn a_document_by_its_kind_alone_is_the_one_before() {
    check_entities(
        "2021年，联合国教科文组织发布《开放科学建议书》。《建议书》坚持公平共享原则。",
        &["PolicyDocument 开放科学建议书"],
        &[],
    );
}

#[test]
fn our_country_is_china() {
    check("我国于1996年批准《联合国海洋法公约》。", &["signed(中国, 联合国海洋法公约)"], &[]);
}

#[test]
fn our_university_is_the_one_spoken_of() {
    check(
        "河海大学主办第二届水利史论坛。我校校长徐辉致辞。",
        &["position(徐辉, 校长)", "affiliatedWith(徐辉, 河海大学)"],
        &[],
    );
}

#[test]
fn both_sides_are_the_two_named_before() {
    check(
        "2015年，冰岛与新加坡举行会谈，双方签署《北极航运合作谅解备忘录》。",
        &["signed(冰岛, 北极航运合作谅解备忘录)", "signed(新加坡, 北极航运合作谅解备忘录)"],
        &[],
    );
}

#[test]
fn both_sides_of_a_joint_statement_are_its_parties() {
    check(
        "智利和挪威关于深化海洋合作的联合声明\n\n一、双方签署《极地科考合作协定》，双方重申坚持互利共赢的原则。",
        &["signed(智利, 极地科考合作协定)", "signed(挪威, 极地科考合作协定)"],
        &["signed(智利, 智利和挪威关于深化海洋合作的联合声明)"],
    );
}
