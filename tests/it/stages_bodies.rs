//! Bodies: nested names, states in them, who founded them, who belongs to them.

use crate::stages::{check, check_entities};

#[test]
fn a_school_is_part_of_its_university() {
    check(
        "2021年，华中科技大学同济医学院举办第三届公共卫生论坛。",
        &[
            "partOf(华中科技大学同济医学院, 华中科技大学)",
            "organised(华中科技大学同济医学院, 第三届公共卫生论坛)",
        ],
        &[],
    );
}

#[test]
fn each_level_of_a_name_is_part_of_the_next() {
    check(
        "论坛由中山大学海洋科学学院近海生态研究中心承办。",
        &[
            "partOf(中山大学海洋科学学院近海生态研究中心, 中山大学海洋科学学院)",
            "partOf(中山大学海洋科学学院, 中山大学)",
        ],
        &[],
    );
}

#[test]
fn a_name_that_begins_with_a_state_is_based_there() {
    check(
        "澳大利亚海洋科学研究所参加第二届珊瑚礁论坛。",
        &[
            "basedIn(澳大利亚海洋科学研究所, 澳大利亚)",
            "participatedIn(澳大利亚海洋科学研究所, 第二届珊瑚礁论坛)",
        ],
        &[],
    );
}

#[test]
fn a_city_in_a_name_tells_no_state() {
    check(
        "大连海事大学主办第九届航运法论坛。",
        &["organised(大连海事大学, 第九届航运法论坛)"],
        &["basedIn(大连海事大学, 中国)"],
    );
}

#[test]
fn a_states_own_body_is_based_in_it() {
    check("中国气象科学研究院发布《台风年鉴》。", &["basedIn(中国气象科学研究院, 中国)"], &[]);
}

#[test]
fn an_organ_belongs_to_its_organisation() {
    check(
        "世界贸易组织下设的贸易与环境委员会负责审议。",
        &["partOf(贸易与环境委员会, 世界贸易组织)"],
        &[],
    );
}

#[test]
fn a_founding_has_its_year_and_founder() {
    check(
        "2015年，清华大学成立全球可持续发展研究院。",
        &[
            "established(清华大学, 全球可持续发展研究院)",
            "establishedOn(全球可持续发展研究院, 2015)",
        ],
        &[],
    );
}

#[test]
fn a_founding_without_founder_has_its_month() {
    check(
        "2019年3月，国际竹藤研究院在昆明揭牌成立。",
        &["establishedOn(国际竹藤研究院, 2019-03)"],
        &[],
    );
}

#[test]
fn two_founders_both_established() {
    check(
        "2012年，新加坡与丹麦共同成立亚洲航运研究中心。",
        &[
            "established(新加坡, 亚洲航运研究中心)",
            "established(丹麦, 亚洲航运研究中心)",
            "cooperatesWith(新加坡, 丹麦)",
        ],
        &[],
    );
}

#[test]
fn joining_makes_a_member() {
    check("2016年，阿富汗加入世界贸易组织。", &["memberOf(阿富汗, 世界贸易组织)"], &[]);
}

#[test]
fn a_member_state_in_apposition_is_a_member() {
    check("泰国是湄公河委员会成员国。", &["memberOf(泰国, 湄公河委员会)"], &[]);
}

#[test]
fn a_memorandum_makes_cooperation() {
    check(
        "2018年，中国科学院与法国国家科学研究中心签署合作备忘录。",
        &["cooperatesWith(中国科学院, 法国国家科学研究中心)"],
        &[],
    );
}

#[test]
fn cooperation_in_a_field_is_cooperation() {
    check("挪威与智利在鲑鱼养殖领域开展合作。", &["cooperatesWith(挪威, 智利)"], &[]);
}

#[test]
fn a_pair_of_short_states_cooperates() {
    check("中法航天合作不断深化。", &["cooperatesWith(中国, 法国)"], &[]);
}

#[test]
fn being_elected_names_the_body() {
    check(
        "2020年，复旦大学教授沈国明当选国际大气科学协会副主席。",
        &["electedTo(沈国明, 国际大气科学协会)", "affiliatedWith(沈国明, 复旦大学)"],
        &[],
    );
}

#[test]
fn an_elected_office_is_no_affiliation_of_the_body_before() {
    check("蒋家明当选国际水文协会理事。", &["electedTo(蒋家明, 国际水文协会)"], &[]);
}

#[test]
fn a_general_noun_is_no_body() {
    check_entities(
        "各国政府、有关国际组织和科研机构应加强合作。",
        &[],
        &["* 国际组织", "* 科研机构", "* 有关国际组织"],
    );
}

#[test]
fn a_ministry_of_a_state_is_based_there() {
    check(
        "2019年，越南自然资源与环境部发布《红河三角洲规划》。",
        &["basedIn(越南自然资源与环境部, 越南)", "issued(越南自然资源与环境部, 红河三角洲规划)"],
        &[],
    );
}

#[test]
fn the_centre_of_two_universities_is_established_by_both() {
    check(
        "2014年，同济大学与联合国环境规划署共同建立环境与可持续发展学院。",
        &[
            "established(同济大学, 环境与可持续发展学院)",
            "established(联合国环境规划署, 环境与可持续发展学院)",
        ],
        &[],
    );
}

#[test]
fn a_working_group_is_a_body() {
    check(
        "2011年，国际民航组织设立航空碳减排工作组。",
        &["established(国际民航组织, 航空碳减排工作组)", "establishedOn(航空碳减排工作组, 2011)"],
        &[],
    );
}

#[test]
fn firms_are_companies() {
    let text = "华为公司与马来西亚电信公司签署谅解备忘录。";
    check(text, &["cooperatesWith(华为公司, 马来西亚电信公司)"], &[]);
    check_entities(text, &["Company 华为公司"], &[]);
}

#[test]
fn to_stand_is_no_station() {
    check_entities(
        "关于近况的报告\n\n湄公河委员会站在和平一边，并建成三亚深海观测站。",
        &["InternationalOrganisation 湄公河委员会"],
        &["* 湄公河委员会站"],
    );
}

#[test]
fn words_that_hold_an_ending_or_a_preposition_are_not_cut() {
    check_entities(
        "盛斌为海南自贸港专家咨询委员会委员。",
        &["Organisation 海南自贸港专家咨询委员会"],
        &["Organisation 贸港专家咨询委员会"],
    );
    check_entities(
        "中心承担教育部社科项目，推动海南大学人文社科领域发展。",
        &["University 海南大学"],
        &["GovernmentBody 教育部社", "University 海南大学人文社"],
    );
    check_entities(
        "来自行业学会协会的代表参会。",
        &[],
        &["Organisation 行业学会协会", "Organisation 行业学会"],
    );
    check_entities("林慧任大会组委会主席。", &[], &["Organisation 大会组委会"]);
    check_entities(
        "湄公河论坛组委会公布名单，论坛组委会主席林慧致辞。",
        &["Organisation 湄公河论坛组委会"],
        &[],
    );
}
