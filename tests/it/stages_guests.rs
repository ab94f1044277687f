//! Who speaks at a meeting and who is invited, in the words of news.

use crate::stages::{check, check_entities, check_report};

#[test]
fn who_gives_a_talk_takes_part() {
    for sentence in [
        "上海海事大学黄有方校长围绕港口的未来做了主旨演讲。",
        "上海海事大学校长黄有方作了精彩的报告。",
        "上海海事大学校长黄有方带来专题分享。",
        "上海海事大学校长黄有方发表了热情洋溢的致辞。",
    ] {
        check_report(sentence, &["participatedIn(黄有方, 第三届海商法论坛)"], &[]);
    }
    check_report(
        "上海海事大学校长黄有方没有作报告。",
        &[],
        &["participatedIn(黄有方, 第三届海商法论坛)"],
    );
    check_report(
        "上海海事大学校长黄有方作了一项重要决定，报告已经公布。",
        &[],
        &["participatedIn(黄有方, 第三届海商法论坛)"],
    );
}

#[test]
fn guests_whom_a_meeting_has_invited() {
    check_report(
        "圆桌讨论环节邀请海南大学教授骆清铭、中国远洋集团总裁周秀英展开对话。",
        &["participatedIn(骆清铭, 第三届海商法论坛)", "participatedIn(周秀英, 第三届海商法论坛)"],
        &[],
    );
    check_report(
        "论坛邀请到了海南大学教授骆清铭莅临指导。",
        &["participatedIn(骆清铭, 第三届海商法论坛)"],
        &[],
    );
    for sentence in [
        "海南大学邀请了挪威首相骆清铭来校访问。",
        "论坛邀请海南大学教授骆清铭担任顾问委员会主任。",
        "挪威首相骆清铭曾在联合国发表讲话。",
        "海南大学校长骆清铭做了多年的国际交流工作。",
        "海南大学校长骆清铭发表首份研究报告。",
    ] {
        check_report(sentence, &[], &["participatedIn(骆清铭, 第三届海商法论坛)"]);
    }
}

#[test]
fn whom_others_quote_from_elsewhere_takes_no_part() {
    check_report(
        "习近平主席强调，海洋是人类的家园。",
        &[],
        &["participatedIn(习近平, 第三届海商法论坛)"],
    );
}

#[test]
fn a_title_stands_behind_a_name() {
    check("2019年，骆清铭副院长当选国际海洋学院董事。", &["electedTo(骆清铭, 国际海洋学院)"], &[]);
    check(
        "会议选举海南大学教授骆清铭担任国际海洋学院院长。",
        &["electedTo(骆清铭, 国际海洋学院)"],
        &[],
    );
}

#[test]
fn a_remark_on_rank_stands_between_post_and_name() {
    check(
        "海南大学近海研究所党委书记、副主任（主持工作）骆清铭指出，规则应当透明。",
        &["position(骆清铭, 副主任)", "affiliatedWith(骆清铭, 海南大学近海研究所)"],
        &[],
    );
}

#[test]
fn what_a_group_is_falls_on_no_person_before() {
    check(
        "骆清铭指出规则重要。各馆工作人员是派出国的官方代表。",
        &[],
        &["position(骆清铭, 派出国的官方代表)"],
    );
    check(
        "海南大学教授骆清铭从事渔业研究。他是国际海洋学院院长。",
        &["position(骆清铭, 院长)"],
        &[],
    );
}

#[test]
fn a_wire_within_the_text_is_none_of_the_meeting() {
    check(
        "渔业近况\n\n新华社三亚8月15日电　第三届海冰论坛当日在三亚举行。",
        &["heldIn(第三届海冰论坛, 三亚)"],
        &["heldIn(新华社三亚8月15日电第三届海冰论坛, 三亚)"],
    );
    check_entities(
        "人民网北京3月4日电（记者 李明）第三届海冰论坛在三亚举行。",
        &["Event 第三届海冰论坛"],
        &["* 人民网北京3月4日电"],
    );
}

#[test]
fn the_press_in_a_row_of_bodies_is_one_of_them() {
    check_entities(
        "海南大学、光明网、中国远洋集团主办第三届海冰论坛。",
        &["Organisation 光明网"],
        &["Periodical 光明网"],
    );
}

#[test]
fn what_a_meeting_issues_tells_of_the_meeting() {
    check(
        "第五届北极航运峰会联合公报\n\n2020年11月30日，第五届北极航运峰会在奥斯陆举行。挪威首相骆清铭、丹麦首相黄有方出席会议。\n\n与会各方秉持开放包容、互利共赢。",
        &[
            "participatedIn(骆清铭, 第五届北极航运峰会)",
            "affirms(第五届北极航运峰会联合公报, 开放包容)",
        ],
        &[],
    );
    check_entities(
        "走向新的环境公约\n\n骆清铭\n\n摘要：本文讨论公约。\n\n关键词：公约；环境",
        &["ScholarlyWork 走向新的环境公约"],
        &[],
    );
    check_entities(
        "挪威和丹麦签署联合声明\n\n海南新闻网讯（记者 李明）挪威和丹麦5日签署联合声明。",
        &["ScholarlyWork 挪威和丹麦签署联合声明"],
        &[],
    );
}

#[test]
fn provinces_that_act_are_no_places() {
    check_entities("广东、甘肃等多个省下调了费率。", &[], &["Place 广东", "Place 甘肃"]);
    check_entities("会议在广东、甘肃等多个省举行。", &["Place 广东"], &[]);
}

#[test]
fn a_meeting_at_which_somebody_acts_does_not_act() {
    check(
        "挪威首相骆清铭在海滨大学举行的第三届海冰论坛上发起《海冰安全倡议》。",
        &[],
        &["proposed(第三届海冰论坛, 海冰安全倡议)"],
    );
    check("第三届海冰论坛发起《海冰安全倡议》。", &["proposed(第三届海冰论坛, 海冰安全倡议)"], &[]);
}

#[test]
fn who_takes_part_in_organising_organises() {
    check(
        "南开大学参与组织第四届深海治理论坛。",
        &["organised(南开大学, 第四届深海治理论坛)"],
        &["participatedIn(南开大学, 第四届深海治理论坛)"],
    );
}
