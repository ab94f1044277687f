//! Bodies that are founded, merged, joined and staffed: when, by whom, and what only is proposed.

use crate::stages::{check, check_entities};

#[test]
fn each_body_of_a_list_has_the_date_at_its_place() {
    check(
        "南非冰川委员会、智利冰川委员会和秘鲁冰川委员会先后于2011年9月、2015年2月和2017年1月成立。",
        &[
            "establishedOn(南非冰川委员会, 2011-09)",
            "establishedOn(智利冰川委员会, 2015-02)",
            "establishedOn(秘鲁冰川委员会, 2017-01)",
        ],
        &["establishedOn(智利冰川委员会, 2017-01)", "establishedOn(秘鲁冰川委员会, 2011-09)"],
    );
    check(
        "南非冰川委员会、智利冰川委员会和秘鲁冰川委员会先后于2011年和2015年成立。",
        &[],
        &["establishedOn(南非冰川委员会, 2011)", "establishedOn(秘鲁冰川委员会, 2015)"],
    );
}

#[test]
fn a_series_meets_more_than_once() {
    check(
        "全球海洋会议于2011年和2015年举行。",
        &["heldOn(全球海洋会议, 2011)", "heldOn(全球海洋会议, 2015)"],
        &[],
    );
}

#[test]
fn what_was_founded_in_a_year_is_a_body() {
    for text in [
        "西部冰川实验室成立于1999年。",
        "西部冰川实验室是于1999年成立的一个学术组织。",
        "西部冰川实验室自1999年成立以来，发表了许多报告。",
    ] {
        check_entities(text, &["Organisation 西部冰川实验室"], &[]);
    }
    check("国际海冰中心建立于1958年9月。", &["establishedOn(国际海冰中心, 1958-09)"], &[]);
    check_entities("各地实验室条件好，有的实验室很大。", &[], &["* 各地实验室", "* 有的实验室"]);
}

#[test]
fn an_office_of_the_state_has_a_short_field() {
    check_entities("国家冰川局发布公告。", &["GovernmentBody 国家冰川局"], &[]);
    check_entities("国家机关和国家队参加活动。", &[], &["* 国家机关", "* 国家队"]);
}

#[test]
fn bodies_that_merge_found_one() {
    check(
        "2018年，北极航运学会与南极航运学会合并，宣告成立统一的国际极地航运联合会。",
        &[
            "established(北极航运学会, 国际极地航运联合会)",
            "established(南极航运学会, 国际极地航运联合会)",
        ],
        &[],
    );
}

#[test]
fn what_is_only_proposed_or_agreed_is_not_founded() {
    for text in [
        "挪威提出设立北极渔业工作组。",
        "双方同意设立北极渔业工作组。",
        "挪威提议成立北极渔业工作组。",
    ] {
        check(text, &[], &["established(挪威, 北极渔业工作组)"]);
    }
    check("挪威设立北极渔业工作组。", &["established(挪威, 北极渔业工作组)"], &[]);
}

#[test]
fn states_that_a_body_includes() {
    check(
        "湄公河委员会包括老挝、泰国、柬埔寨和越南。",
        &["memberOf(老挝, 湄公河委员会)", "memberOf(越南, 湄公河委员会)"],
        &[],
    );
    check(
        "越南是联合国安理会非常任理事国和世界贸易组织成员国。",
        &["memberOf(越南, 世界贸易组织)"],
        &[],
    );
    check(
        "越南不是联合国安理会常任理事国和世界贸易组织成员国。",
        &[],
        &["memberOf(越南, 世界贸易组织)"],
    );
}

#[test]
fn founders_at_a_place_and_on_a_day() {
    check(
        "东盟由印度尼西亚、泰国、新加坡于1967年8月8日在曼谷发起成立。",
        &["established(泰国, 东盟)", "establishedOn(东盟, 1967-08-08)"],
        &[],
    );
}

#[test]
fn a_body_that_acts_with_another_is_none_of_its_name() {
    check(
        "5月6日，国家海洋信息中心联合厦门大学近海研究所、海南大学主办的第三届海冰论坛在三亚举行。",
        &[
            "organised(国家海洋信息中心, 第三届海冰论坛)",
            "organised(厦门大学近海研究所, 第三届海冰论坛)",
        ],
        &["partOf(厦门大学近海研究所, 国家海洋信息中心)"],
    );
    check_entities("厦门大学海冰联合实验室揭牌。", &["University 厦门大学海冰联合实验室"], &[]);
}

#[test]
fn a_law_within_a_name_does_not_begin_it() {
    check_entities(
        "双方设立中德数据法研究中心。",
        &["Organisation 中德数据法研究中心"],
        &["* 数据法研究中心"],
    );
}

#[test]
fn kinds_of_bodies_and_postcodes_are_no_names() {
    check_entities("企业有有限责任公司和股份有限公司。", &[], &["* 有限责任公司和股份有限公司"]);
    check_entities(
        "冰川的变化\n\n骆清铭 （北京100875北京师范大学地理学院）",
        &["University 北京师范大学"],
        &["* 北京100875北京师范大学"],
    );
}

#[test]
fn a_set_of_a_kind_is_no_body() {
    check_entities(
        "数十个渔业组织和四大渔业集团参加。",
        &[],
        &["* 数十个渔业组织", "* 四大渔业集团"],
    );
    check_entities("第四大渔业集团公司参加。", &[], &["* 四大渔业集团公司"]);
}

#[test]
fn a_verb_before_a_body_is_none_of_its_name() {
    check_entities(
        "整合海南大学渔业学院，走访渔业学会。",
        &["University 海南大学渔业学院"],
        &["* 整合海南大学渔业学院", "* 走访渔业学会"],
    );
}

#[test]
fn a_verb_of_composition_is_no_group() {
    check("2019年，北极渔业工作组成立。", &["establishedOn(北极渔业工作组, 2019)"], &[]);
    check_entities("由15国专家组成的委员会开会。", &[], &["* 15国专家组"]);
    check_entities("海南省疾控中心专家组成员骆清铭到会。", &["* 海南省疾控中心专家组"], &[]);
    check("国际湿地联盟位于奥斯陆，成立于1954年。", &["establishedOn(国际湿地联盟, 1954)"], &[]);
}

#[test]
fn what_stands_near_a_verb_of_founding_was_not_founded() {
    check(
        "2003年，海南大学教授骆清铭成立家庭后进入国际海洋学院工作。",
        &[],
        &["establishedOn(国际海洋学院, 2003)"],
    );
    check("海南大学发布报告，成立于1954年的规则有效。", &[], &["establishedOn(海南大学, 1954)"]);
    check(
        "北极航运学会与南极航运学会合并办公，成为教育部的下属。",
        &[],
        &["established(北极航运学会, 教育部)"],
    );
    check("欧盟包括挪威、瑞士、冰岛在内的伙伴国参加会议。", &[], &["memberOf(挪威, 欧盟)"]);
    check("国务院同意设立海南渔业管理委员会。", &["established(国务院, 海南渔业管理委员会)"], &[]);
    check(
        "第三届海冰论坛根据2011年和2015年的决议举行。",
        &[],
        &["heldOn(第三届海冰论坛, 2011)", "heldOn(第三届海冰论坛, 2015)"],
    );
}

#[test]
fn what_several_build_together() {
    check(
        "关于近况的报告\n\n海南大学、厦门大学与卑尔根大学共建北极研究联合实验室。",
        &[
            "established(海南大学, 北极研究联合实验室)",
            "established(卑尔根大学, 北极研究联合实验室)",
            "cooperatesWith(海南大学, 卑尔根大学)",
            "cooperatesWith(厦门大学, 卑尔根大学)",
        ],
        &[],
    );
    check(
        "关于近况的报告\n\n海南大学拟与厦门大学共建北极研究联合实验室。",
        &[],
        &["established(海南大学, 北极研究联合实验室)", "cooperatesWith(海南大学, 厦门大学)"],
    );
}

#[test]
fn who_approves_is_not_founded() {
    check("该中心于2022年获教育部批准设立。", &[], &["establishedOn(教育部, 2022)"]);
    check(
        "成立于2001年的南开大学海洋研究中心开展研究。",
        &["establishedOn(南开大学海洋研究中心, 2001)"],
        &[],
    );
}
