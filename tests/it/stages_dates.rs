//! Dates of every shape, places and ordinal meetings.

use crate::stages::{check, check_entities, check_paper};

#[test]
fn a_day_is_iso() {
    check(
        "2016年4月22日，第二届地球日论坛在北京举行。",
        &["heldOn(第二届地球日论坛, 2016-04-22)"],
        &[],
    );
}

#[test]
fn a_month_is_no_more_precise() {
    check("2016年4月，第二届地球日论坛举行。", &["heldOn(第二届地球日论坛, 2016-04)"], &[]);
}

#[test]
fn a_range_of_days_is_an_interval() {
    check(
        "2018年9月3日至5日，第三届草原论坛在呼和浩特举行。",
        &["heldOn(第三届草原论坛, 2018-09-03/2018-09-05)", "heldIn(第三届草原论坛, 呼和浩特)"],
        &[],
    );
}

#[test]
fn a_range_across_months_is_an_interval() {
    check(
        "2018年9月29日至10月2日，第三届草原论坛举行。",
        &["heldOn(第三届草原论坛, 2018-09-29/2018-10-02)"],
        &[],
    );
}

#[test]
fn a_range_with_a_dash_is_an_interval() {
    check(
        "2019年6月11-13日，第四届盐湖资源论坛举行。",
        &["heldOn(第四届盐湖资源论坛, 2019-06-11/2019-06-13)"],
        &[],
    );
}

#[test]
fn chinese_numerals_are_read() {
    check(
        "二〇一七年五月十四日，第一届古籍论坛开幕。",
        &["heldOn(第一届古籍论坛, 2017-05-14)"],
        &[],
    );
}

#[test]
fn a_day_takes_its_year_from_the_sentence_before() {
    check(
        "2020年，第五届防灾论坛筹备就绪。8月6日，第五届防灾论坛在成都举行。",
        &["heldOn(第五届防灾论坛, 2020-08-06)"],
        &[],
    );
}

#[test]
fn a_year_is_never_guessed() {
    check(
        "8月6日，第五届防灾论坛在成都举行。",
        &["heldOn(第五届防灾论坛, --08-06)"],
        &["heldOn(第五届防灾论坛, 2020-08-06)", "heldOn(第五届防灾论坛, 2022-08-06)"],
    );
}

#[test]
fn the_same_year_is_the_year_named_before() {
    check(
        "2013年，荷兰举办第二届围海论坛。同年，荷兰发布《低地宣言》。",
        &["issuedOn(低地宣言, 2013)"],
        &[],
    );
}

#[test]
fn the_next_year_is_the_year_after() {
    check(
        "2013年，荷兰举办第二届围海论坛。次年，荷兰发布《低地宣言》。",
        &["issuedOn(低地宣言, 2014)"],
        &["issuedOn(低地宣言, 2013)"],
    );
}

#[test]
fn an_open_span_is_no_date() {
    check("自2015年以来，蒙古国举办第三届荒漠论坛。", &[], &["heldOn(第三届荒漠论坛, 2015)"]);
}

#[test]
fn a_date_behind_the_verb_counts() {
    check("第七届稀土论坛举办于2014年10月。", &["heldOn(第七届稀土论坛, 2014-10)"], &[]);
}

#[test]
fn a_date_in_parentheses_counts() {
    check(
        "第二届遗传资源论坛（2012年6月）讨论了惠益分享。",
        &["heldOn(第二届遗传资源论坛, 2012-06)"],
        &[],
    );
}

#[test]
fn a_founding_date_behind_its_preposition_counts() {
    check(
        "亚洲湿地研究中心于2009年2月2日在海口成立。",
        &["establishedOn(亚洲湿地研究中心, 2009-02-02)"],
        &[],
    );
}

#[test]
fn a_date_with_points_is_read() {
    check("2021.03.15，第三届牧区论坛举行。", &["heldOn(第三届牧区论坛, 2021-03-15)"], &[]);
}

#[test]
fn a_session_is_named_after_its_body() {
    check(
        "2003年，联合国教科文组织大会第32届会议通过《保护非物质文化遗产公约》。",
        &[
            "adopted(联合国教科文组织大会第32届会议, 保护非物质文化遗产公约)",
            "issuedOn(保护非物质文化遗产公约, 2003)",
        ],
        &[],
    );
}

#[test]
fn a_meeting_is_held_in_a_city() {
    check(
        "第二十三届国际植物学大会在马德里开幕。",
        &["heldIn(第二十三届国际植物学大会, 马德里)"],
        &[],
    );
}

#[test]
fn a_meeting_is_held_in_a_state() {
    check("第九届世界水论坛在塞内加尔召开。", &["heldIn(第九届世界水论坛, 塞内加尔)"], &[]);
}

#[test]
fn a_theme_in_quotation_marks_names_a_meeting() {
    check(
        "2022年3月，南京农业大学举办“数字乡村建设”国际研讨会。",
        &[
            "organised(南京农业大学, 数字乡村建设国际研讨会)",
            "heldOn(数字乡村建设国际研讨会, 2022-03)",
        ],
        &[],
    );
}

#[test]
fn a_meeting_without_a_name_is_none() {
    check_entities("双方举行了多次会议和若干研讨会。", &[], &["* 多次会议", "* 若干研讨会"]);
}

#[test]
fn a_meeting_of_two_states_is_a_meeting() {
    let text = "2017年6月，中英海洋法对话在伦敦举行。";
    check(text, &["heldIn(中英海洋法对话, 伦敦)", "heldOn(中英海洋法对话, 2017-06)"], &[]);
    check_entities(text, &["Event 中英海洋法对话"], &[]);
}

#[test]
fn a_chronicle_takes_the_year_of_its_title() {
    let entries = "1月2日 国务院印发《海洋规划》，提出到2030年建成网络。\n\n2月7日 国务院印发《湿地规划》。到2019年6月，成效明显。\n\n2月27日 第七次渔业大会通过《海洋日决定》。\n\n同日 第三届湿地论坛通过《湿地日决定》。\n\n3月4日 国务院印发《航道规划》。\n\n4月9日 国务院印发《港口规划》。";
    check(
        &format!("海洋大事记（2014年）\n\n{entries}"),
        &[
            "issuedOn(海洋规划, 2014-01-02)",
            "issuedOn(湿地规划, 2014-02-07)",
            "heldOn(第三届湿地论坛, 2014-02-27)",
            "issuedOn(港口规划, 2014-04-09)",
        ],
        &["issuedOn(湿地规划, 2030-02-07)", "issuedOn(航道规划, 2019-03-04)"],
    );
    // Without a year above, none is guessed from what the entries tell of later years.
    check(
        &format!("海洋大事记\n\n{entries}"),
        &["issuedOn(湿地规划, --02-07)", "issuedOn(港口规划, --04-09)"],
        &["issuedOn(湿地规划, 2030-02-07)", "issuedOn(港口规划, 2019-04-09)"],
    );
    // An entry with its own year tells that of those behind it.
    check(
        &format!("海洋大事记\n\n2013年12月1日 国务院印发《水文规划》。\n\n{entries}"),
        &["issuedOn(海洋规划, 2013-01-02)"],
        &[],
    );
}

#[test]
fn a_day_of_what_follows_is_none_of_the_meeting() {
    check(
        "关于近况的报告\n\n2019年5月6日，第五届渔业大会开幕，将于5月8日闭幕。",
        &["heldOn(第五届渔业大会, 2019-05-06)"],
        &["heldOn(第五届渔业大会, 2019-05-08)"],
    );
    check(
        "关于近况的报告\n\n2019年5月6日，第五届渔业大会召开，定于2020年6月发布《渔业宣言》。",
        &["heldOn(第五届渔业大会, 2019-05-06)"],
        &["heldOn(第五届渔业大会, 2020-06)"],
    );
}

#[test]
fn a_year_that_is_reached_holds_for_what_follows() {
    check(
        "关于近况的报告\n\n2001年，智利加入《极地公约》。截至2015年，该公约有40个缔约方。12月16日，第二届渔业大会在利马举行。",
        &["heldOn(第二届渔业大会, 2015-12-16)"],
        &[],
    );
    check(
        "关于近况的报告\n\n2021年6月30日，挪威首相骆清铭在利马以视频方式出席第五届渔业大会。",
        &["participatedIn(骆清铭, 第五届渔业大会)"],
        &["heldIn(第五届渔业大会, 利马)"],
    );
}

#[test]
fn the_address_of_a_page_and_the_work_before_date_nothing() {
    check_paper(
        "各国多次表明立场。①\n\n① 外交部：《中国关于海洋治理的立场文件》，2021年12月14日，https://www.example.org/2019-03-01/t20211214_1.shtml；外交部：《中国关于极地治理的立场文件》。",
        &["issuedOn(中国关于海洋治理的立场文件, 2021-12-14)"],
        &[
            "issuedOn(中国关于极地治理的立场文件, 2021-12-14)",
            "issuedOn(中国关于海洋治理的立场文件, 2019-03-01)",
        ],
    );
}

#[test]
fn a_meeting_told_with_its_time_behind() {
    check(
        "海洋治理国际研讨会由海南大学举办，时间为2022年6月28日。",
        &["organised(海南大学, 海洋治理国际研讨会)", "heldOn(海洋治理国际研讨会, 2022-06-28)"],
        &[],
    );
    check(
        "2022年4月28日，海南大学以“海洋法治”为主题举办国际研讨会。",
        &["organised(海南大学, 海洋法治国际研讨会)", "heldOn(海洋法治国际研讨会, 2022-04-28)"],
        &[],
    );
}

#[test]
fn a_year_that_is_planned_is_not_that_of_what_is_told() {
    check(
        "第二届深海论坛拟于2035年在厦门举办。5月20日，第三届海商法论坛在三亚举行。",
        &["heldIn(第三届海商法论坛, 三亚)"],
        &["heldOn(第三届海商法论坛, 2035-05-20)"],
    );
}

#[test]
fn a_year_behind_a_verb_of_the_past_is_told_and_no_plan() {
    check(
        "2010年，学会成立。该规划制定于2013年5月，6月20日国务院批准《海洋发展规划》。",
        &["issuedOn(海洋发展规划, 2013-06-20)"],
        &[],
    );
}
