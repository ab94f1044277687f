//! Lists: every member takes part in what is said of the list, and no neighbour does.

use crate::stages::{check, check_entities};

#[test]
fn each_body_after_coming_from_takes_part() {
    check(
        "2021年5月，第三届极地科学论坛在青岛举行。来自中山大学、同济大学和挪威极地研究所的学者参加讨论。",
        &[
            "participatedIn(中山大学, 第三届极地科学论坛)",
            "participatedIn(同济大学, 第三届极地科学论坛)",
            "participatedIn(挪威极地研究所, 第三届极地科学论坛)",
        ],
        &["participatedIn(青岛, 第三届极地科学论坛)"],
    );
}

#[test]
fn short_states_share_one_head() {
    check(
        "第二届气候融资峰会在内罗毕举行，英、德、法等国的代表出席。",
        &[
            "participatedIn(英国, 第二届气候融资峰会)",
            "participatedIn(德国, 第二届气候融资峰会)",
            "participatedIn(法国, 第二届气候融资峰会)",
        ],
        &[],
    );
}

#[test]
fn a_list_that_ends_in_as_well_as_keeps_its_last_member() {
    check(
        "第五届卫星应用大会由哈尔滨工业大学、南京大学以及中国科学院联合主办。",
        &[
            "organised(哈尔滨工业大学, 第五届卫星应用大会)",
            "organised(南京大学, 第五届卫星应用大会)",
            "organised(中国科学院, 第五届卫星应用大会)",
        ],
        &[],
    );
}

#[test]
fn joint_hosts_cooperate_with_the_first() {
    check(
        "中山大学、云南大学和广西大学联合主办第四届跨境河流论坛。",
        &["cooperatesWith(中山大学, 云南大学)", "cooperatesWith(中山大学, 广西大学)"],
        &["cooperatesWith(云南大学, 广西大学)"],
    );
}

#[test]
fn the_second_of_two_posts_is_at_the_first_ones_university() {
    check(
        "厦门大学教授、海洋与地球学院院长江云宝出席第六届蓝碳论坛。",
        &[
            "participatedIn(江云宝, 第六届蓝碳论坛)",
            "position(江云宝, 教授)",
            "position(江云宝, 院长)",
            "affiliatedWith(江云宝, 厦门大学)",
        ],
        &[],
    );
}

#[test]
fn states_in_a_list_each_sign() {
    check(
        "2010年10月，肯尼亚、乌干达、卢旺达签署《尼罗河流域合作框架协定》。",
        &[
            "signed(肯尼亚, 尼罗河流域合作框架协定)",
            "signed(乌干达, 尼罗河流域合作框架协定)",
            "signed(卢旺达, 尼罗河流域合作框架协定)",
            "issuedOn(尼罗河流域合作框架协定, 2010-10)",
        ],
        &[],
    );
}

#[test]
fn documents_in_a_list_are_each_issued() {
    check(
        "2017年，国家卫生健康委员会发布《健康口岸建设指南》和《慢性病防治行动计划》。",
        &[
            "issued(国家卫生健康委员会, 健康口岸建设指南)",
            "issued(国家卫生健康委员会, 慢性病防治行动计划)",
            "issuedOn(慢性病防治行动计划, 2017)",
        ],
        &[],
    );
}

#[test]
fn meetings_in_a_list_are_each_attended() {
    check(
        "巴西出席第二届雨林峰会、第三届生物燃料论坛。",
        &["participatedIn(巴西, 第二届雨林峰会)", "participatedIn(巴西, 第三届生物燃料论坛)"],
        &[],
    );
}

#[test]
fn a_conjunction_inside_one_body_does_not_cut_it() {
    let text = "第七届植物健康论坛由联合国粮食及农业组织主办。";
    check(text, &["organised(联合国粮食及农业组织, 第七届植物健康论坛)"], &[]);
    check_entities(text, &["InternationalOrganisation 联合国粮食及农业组织"], &[]);
}

#[test]
fn states_and_organisations_mix_in_one_list() {
    check(
        "在第二届疫苗公平论坛上，南非、印度尼西亚和世界卫生组织共同发起《疫苗公平倡议》。",
        &[
            "proposed(南非, 疫苗公平倡议)",
            "proposed(印度尼西亚, 疫苗公平倡议)",
            "proposed(世界卫生组织, 疫苗公平倡议)",
            "participatedIn(印度尼西亚, 第二届疫苗公平论坛)",
        ],
        &[],
    );
}

#[test]
fn people_in_a_list_share_one_post() {
    check(
        "浙江大学教授陈海燕、林国栋出席第三届文物保护论坛。",
        &[
            "participatedIn(陈海燕, 第三届文物保护论坛)",
            "participatedIn(林国栋, 第三届文物保护论坛)",
        ],
        &[],
    );
}

#[test]
fn states_that_take_their_name_from_a_direction_are_not_cut() {
    let text = "第八届渔业补贴会议召开，东帝汶、巴布亚新几内亚、新西兰和几内亚比绍的代表出席。";
    check(text, &["participatedIn(巴布亚新几内亚, 第八届渔业补贴会议)"], &[]);
    check_entities(
        text,
        &["Country 东帝汶", "Country 巴布亚新几内亚", "Country 几内亚比绍"],
        &["Country 几内亚"],
    );
}

#[test]
fn members_are_listed_before_their_organisation() {
    check(
        "秘鲁、智利和墨西哥是太平洋联盟成员国。",
        &[
            "memberOf(秘鲁, 太平洋联盟)",
            "memberOf(智利, 太平洋联盟)",
            "memberOf(墨西哥, 太平洋联盟)",
        ],
        &[],
    );
}

#[test]
fn quoted_maxims_in_a_row_are_each_a_principle() {
    check_entities(
        "会议提出“和平利用”“合作共赢”理念。",
        &["Principle 和平利用", "Principle 合作共赢"],
        &[],
    );
}

#[test]
fn all_of_a_list_of_objects_are_meant() {
    for text in [
        "越南签署了《海洋合作协定》和《渔业合作协定》。",
        "越南签署《海洋合作协定》、《渔业合作协定》。",
    ] {
        check(text, &["signed(越南, 海洋合作协定)", "signed(越南, 渔业合作协定)"], &[]);
    }
    check(
        "厦门大学举办首届海洋论坛和首届极地论坛。",
        &["organised(厦门大学, 首届海洋论坛)", "organised(厦门大学, 首届极地论坛)"],
        &[],
    );
    check(
        "越南参与首届海洋论坛和首届极地论坛。",
        &["participatedIn(越南, 首届海洋论坛)", "participatedIn(越南, 首届极地论坛)"],
        &[],
    );
    check(
        "中国政府与越南政府签署《中越北部湾划界协定》和《北部湾渔业合作协定》补充议定书。",
        &["signed(越南, 中越北部湾划界协定)"],
        &["signed(越南, 北部湾渔业合作协定)"],
    );
}
