//! Principles: sets and their members, headings, maxims, and what is none.

use crate::stages::{check, check_entities};

#[test]
fn a_set_names_its_members() {
    check(
        "会议提出“三项原则”，包括“公平惠益”“公开透明”“风险预防”。",
        &["hasPrinciple(三项原则, 公平惠益)", "hasPrinciple(三项原则, 风险预防)"],
        &[],
    );
}

#[test]
fn a_numbered_set_with_a_colon_has_members() {
    check_entities(
        "中国提出“四点主张”：尊重科学、坚守公平、加强协作、惠及人民。",
        &["PrincipleSet 四点主张"],
        &[],
    );
}

#[test]
fn headings_under_a_set_are_its_principles() {
    check(
        "共享极地未来倡议\n\n一、基本原则\n\n1. 尊重科学规律\n\n各方应以科学为依据。\n\n2. 坚持和平利用\n\n极地只用于和平目的。\n\n二、行动建议\n\n1. 建设观测网\n\n各方可共建观测站。",
        &["hasPrinciple(基本原则, 尊重科学规律)", "hasPrinciple(基本原则, 坚持和平利用)"],
        &["hasPrinciple(基本原则, 建设观测网)"],
    );
}

#[test]
fn a_maxim_that_is_held_to_is_affirmed() {
    check(
        "坚持开放包容、互利共赢，推动海洋科研。",
        &["affirms(test, 开放包容)", "affirms(test, 互利共赢)"],
        &[],
    );
}

#[test]
fn a_maxim_that_is_upheld_is_affirmed() {
    check("我们秉持共商共建共享原则，推进绿色航运。", &["affirms(test, 共商共建共享)"], &[]);
}

#[test]
fn a_principle_that_is_followed_is_affirmed() {
    check("开展南极考察应遵循风险预防原则。", &["affirms(test, 风险预防原则)"], &[]);
}

#[test]
fn what_is_opposed_is_no_principle_of_the_source() {
    check(
        "我们反对单边主义和贸易保护主义。",
        &[],
        &["affirms(test, 单边主义)", "affirms(test, 贸易保护主义)"],
    );
}

#[test]
fn a_particular_act_that_is_held_to_is_no_principle() {
    check_entities("坚持推进长江大保护工作。", &[], &["Principle 推进长江大保护工作"]);
}

#[test]
fn a_fact_that_is_followed_is_no_principle() {
    check_entities("调查组遵循事实真相。", &[], &["Principle 事实真相"]);
}

#[test]
fn what_is_taken_as_a_principle_is_one() {
    check_entities("各方以平等协商为原则，制定渔业配额。", &["Principle 平等协商"], &[]);
}

#[test]
fn in_the_spirit_of_names_principles() {
    check_entities(
        "双方本着互利共赢、循序渐进的原则开展合作。",
        &["Principle 互利共赢", "Principle 循序渐进"],
        &[],
    );
}

#[test]
fn a_general_principle_is_none() {
    check_entities(
        "各方遵守共同原则和各种规范。",
        &[],
        &["Principle 共同原则", "Principle 各种规范"],
    );
}

#[test]
fn a_meetings_theme_is_affirmed_by_it() {
    check(
        "以“共建地球生命共同体”为主题的第二届生物多样性大会在昆明举行。",
        &["affirms(第二届生物多样性大会, 地球生命共同体)"],
        &[],
    );
}

#[test]
fn a_new_idea_is_proposed_by_who_says_it() {
    check(
        "1967年，马耳他首次提出“人类共同继承财产”原则。",
        &["proposed(马耳他, 人类共同继承财产)"],
        &[],
    );
}

#[test]
fn one_of_a_set_is_its_member() {
    check("平等互利是和平共处五项原则之一。", &["hasPrinciple(和平共处五项原则, 平等互利)"], &[]);
}

#[test]
fn a_principle_is_written_into_a_law() {
    check(
        "预防为主原则被写入《噪声污染防治法》。",
        &["affirms(噪声污染防治法, 预防为主原则)"],
        &[],
    );
}

#[test]
fn variants_of_one_principle_are_one() {
    check_entities(
        "我们坚持主权平等原则。主权平等是国际关系的基石。",
        &["Principle 主权平等原则"],
        &[],
    );
}

#[test]
fn a_news_report_affirms_nothing_itself() {
    check(
        "海南大学新闻网讯（记者 林小雨）会上，专家坚持开放包容原则。",
        &[],
        &["affirms(test, 开放包容)", "affirms(test, 开放包容原则)"],
    );
}

#[test]
fn international_law_that_applies_is_a_principle() {
    check_entities("国际法适用于外层空间。", &["Principle 国际法适用于外层空间"], &[]);
}

#[test]
fn a_set_lists_its_members_behind() {
    for sentence in [
        "蓝色倡议的三大目标，即永续利用、公平分享和开放合作，得到响应。",
        "文件提出三项原则：一是永续利用，二是公平分享，三是开放合作。",
        "论坛形成三点共识：（一）永续利用；（二）公平分享；（三）开放合作。",
        "公约的宗旨和原则，包括永续利用、公平分享、开放合作，不容更改。",
        "海洋三项原则（永续利用、公平分享、开放合作）历久弥新。",
    ] {
        check_entities(
            sentence,
            &["Principle 永续利用", "Principle 公平分享", "Principle 开放合作"],
            &[],
        );
    }
    check(
        "文件提出三项原则。其中“三项原则”分别是永续利用、公平分享以及开放合作。",
        &["hasPrinciple(三项原则, 永续利用)", "hasPrinciple(三项原则, 开放合作)"],
        &[],
    );
}

#[test]
fn a_set_lists_its_members_before() {
    check(
        "各方遵循永续利用、公平分享、开放合作三项原则。",
        &[
            "hasPrinciple(永续利用、公平分享、开放合作三项原则, 永续利用)",
            "hasPrinciple(永续利用、公平分享、开放合作三项原则, 开放合作)",
        ],
        &[],
    );
}

#[test]
fn what_a_number_does_not_count_is_no_member() {
    check_entities(
        "文件提出三项原则，包括挪威、冰岛和丹麦在内的各国均表支持，会议由三大机构主办：政府、企业、学界。",
        &["PrincipleSet 三项原则"],
        &["Principle 挪威", "Principle 政府", "Principle 企业"],
    );
    check("会议提出四项原则，即永续利用和公平分享。", &[], &["hasPrinciple(四项原则, 永续利用)"]);
}

#[test]
fn two_headed_principles_are_two() {
    check_entities(
        "《渔业协定》坚持代际公平原则、共同但有区别的责任原则和各自能力原则。",
        &["Principle 代际公平原则", "Principle 各自能力原则"],
        &[],
    );
}

#[test]
fn clauses_that_are_counted_behind_an_announcement_are_principles() {
    check_entities(
        "在实现目标时必须坚持以下原则：\n\n一是优先平衡核心价值与公民利益，兼顾各方。\n\n二是确保所有利益相关者通力合作，认识到安全的重要性。\n\n三是依法履行职责。\n\n四是公开透明。",
        &[
            "Principle 优先平衡核心价值与公民利益",
            "Principle 确保所有利益相关者通力合作",
            "Principle 依法履行职责",
        ],
        &[],
    );
}
