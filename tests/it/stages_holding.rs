//! Meetings and those who hold them: what their names take in, who organises them, who meets whom.

use crate::stages::{check, check_entities, check_report};

#[test]
fn a_definition_within_the_name_of_a_meeting_is_stepped_over() {
    check_entities(
        "湄公河委员会（以下简称“湄委会”或“本组织”）成员国理事会第二十次会议在万象举行。",
        &["Event 湄公河委员会成员国理事会第二十次会议"],
        &["Event 成员国理事会第二十次会议"],
    );
    check_entities(
        "湄公河委员会成员国水利部长理事会第二十次会议在万象举行。",
        &["Event 湄公河委员会成员国水利部长理事会第二十次会议"],
        &[],
    );
}

#[test]
fn a_meeting_of_a_region_has_the_region_in_its_name() {
    check(
        "6月11日，由海南省红十字会主办的全省第五届急救大赛在海口举行。",
        &["organised(海南省红十字会, 全省第五届急救大赛)", "heldOn(全省第五届急救大赛, --06-11)"],
        &[],
    );
}

#[test]
fn who_attends_and_when_it_is_are_no_part_of_a_name() {
    check_entities(
        "国家有关部委领导，吉林省有关领导出席第十九届植物学年会开幕式。",
        &["Event 第十九届植物学年会"],
        &["Event 吉林省有关领导出席第十九届植物学年会"],
    );
    check_entities(
        "新华社利马5月27日电第九次智秘领导人会议在利马举行。",
        &[],
        &["Event 新华社利马5月27日电第九次智秘领导人会议"],
    );
    check_entities(
        "上海合作组织成员国元首理事会下次会议将在明年举行。",
        &[],
        &["Event 上海合作组织成员国元首理事会下次会议"],
    );
}

#[test]
fn a_year_opens_the_name_of_what_takes_place() {
    check(
        "2024年9月6日，2024年海洋倡议数字合作论坛在三亚举行。",
        &["heldOn(2024年海洋倡议数字合作论坛, 2024-09-06)"],
        &[],
    );
    check("各国在联合国2023年水事会议期间会面。", &["heldOn(联合国2023年水事会议, 2023)"], &[]);
    check_entities("2024年工作会议在三亚举行。", &[], &["Event 2024年工作会议"]);
}

#[test]
fn what_is_held_may_begin_with_another_meeting() {
    check(
        "2015年12月，联合国大会在纽约举行信息社会世界峰会成果审查高级别会议，通过第70/125号决议。",
        &[
            "heldIn(信息社会世界峰会成果审查高级别会议, 纽约)",
            "adopted(信息社会世界峰会成果审查高级别会议, 第70/125号决议)",
        ],
        &["heldIn(信息社会世界峰会, 纽约)"],
    );
    check(
        "1998年，国际电信联盟通过第73号决议，决定举办信息社会世界峰会。",
        &[],
        &["heldOn(信息社会世界峰会, 1998)", "organised(国际电信联盟, 信息社会世界峰会)"],
    );
}

#[test]
fn hosts_stand_beside_others_that_no_list_knows() {
    check_report(
        "此次论坛由海南大学主办，由中国海洋学会、三亚安全技术联盟、B.P商业伙伴联合主办。",
        &[
            "organised(海南大学, 第三届海商法论坛)",
            "organised(中国海洋学会, 第三届海商法论坛)",
            "organised(三亚安全技术联盟, 第三届海商法论坛)",
        ],
        &[],
    );
}

#[test]
fn persons_hold_a_meeting() {
    check(
        "智利总统博里奇、秘鲁总理骆清铭于2024年5月27日在智利圣地亚哥举行第九次智秘领导人会议。",
        &[
            "participatedIn(博里奇, 第九次智秘领导人会议)",
            "participatedIn(骆清铭, 第九次智秘领导人会议)",
            "heldOn(第九次智秘领导人会议, 2024-05-27)",
        ],
        &[],
    );
    check(
        "本报三亚7月5日电（记者 李明）在三亚举行的第三届海商法论坛引人注目。",
        &[],
        &["participatedIn(李明, 第三届海商法论坛)"],
    );
    check(
        "我们，挪威和冰岛，于2023年9月6日齐聚奥斯陆，共同出席第五届北极航运峰会。",
        &["heldOn(第五届北极航运峰会, 2023-09-06)", "heldIn(第五届北极航运峰会, 奥斯陆)"],
        &[],
    );
}

#[test]
fn who_acts_at_a_meeting_is_the_person_and_not_the_employer() {
    check(
        "在第五届渔业分论坛上，北京林业大学教授雷光春介绍了黄海湿地。",
        &["participatedIn(雷光春, 第五届渔业分论坛)"],
        &["participatedIn(北京林业大学, 第五届渔业分论坛)"],
    );
    check(
        "在第五届世界渔业大会上，冰岛提出新方案。",
        &["participatedIn(冰岛, 第五届世界渔业大会)"],
        &[],
    );
    check(
        "法国总统马克龙在巴黎联合国教科文组织总部举行的第八届互联网治理论坛上发起《巴黎网络倡议》。",
        &["proposed(马克龙, 巴黎网络倡议)", "participatedIn(马克龙, 第八届互联网治理论坛)"],
        &[],
    );
}

#[test]
fn a_list_of_attendants_may_begin_with_a_unit_of_the_school() {
    check_report(
        "校党委书记田辉，副校长吴立新，自然资源部第一海洋研究所所长李铁刚出席开幕式。",
        &["participatedIn(田辉, 第三届海商法论坛)", "participatedIn(吴立新, 第三届海商法论坛)"],
        &[],
    );
    check_report(
        "吴立新院士、道田丰教授和海洋研究所副所长洛巴诺夫分别作了题为《黑潮的变化》《海洋观测的未来》《深层水的形成》的特邀报告。",
        &[
            "participatedIn(洛巴诺夫, 第三届海商法论坛)",
            "authored(吴立新, 黑潮的变化)",
            "authored(道田丰, 海洋观测的未来)",
            "authored(洛巴诺夫, 深层水的形成)",
        ],
        &["authored(洛巴诺夫, 黑潮的变化)"],
    );
}

#[test]
fn the_theme_of_a_meeting_is_its_own() {
    check(
        "第三届海商法论坛在三亚举行，论坛主题为“携手共建海洋命运共同体”。",
        &["affirms(第三届海商法论坛, 海洋命运共同体)"],
        &["affirms(test, 海洋命运共同体)"],
    );
}

#[test]
fn a_report_on_a_meeting_is_no_other_meeting() {
    check_entities(
        "第三届海商法研讨会会议综述发表在《海洋季刊》上。",
        &["Event 第三届海商法研讨会"],
        &["Event 第三届海商法研讨会会议"],
    );
}

#[test]
fn hosts_are_told_by_their_role() {
    check(
        "第三届海商法论坛在三亚举行，海南大学为主办单位，三亚市人民政府为承办单位。",
        &["organised(海南大学, 第三届海商法论坛)", "organised(三亚市人民政府, 第三届海商法论坛)"],
        &[],
    );
    check(
        "会议确定第四届海商法论坛由大连海事大学承办。",
        &[],
        &["organised(大连海事大学, 第四届海商法论坛)"],
    );
}

#[test]
fn a_theme_stands_before_a_point_and_the_name() {
    check(
        "8月1日，渔业管理的数字化转型·江州论坛在海南大学举行。",
        &["heldOn(渔业管理的数字化转型·江州论坛, --08-01)"],
        &[],
    );
}

#[test]
fn when_and_where_a_meeting_is_attended() {
    check(
        "挪威首相骆清铭访问秘鲁，并于2018年6月9日至10日在利马出席第五届渔业大会。",
        &["heldOn(第五届渔业大会, 2018-06-09/2018-06-10)", "heldIn(第五届渔业大会, 利马)"],
        &[],
    );
    check_entities(
        "骆清铭在会见国民党荣誉主席连战时提出，双方应合作。",
        &["Person 连战"],
        &["Person 连战时"],
    );
}

#[test]
fn general_words_are_a_topic_together() {
    check_entities(
        "2023年9月16日，第三届网络治理国际研讨会在厦门举行。",
        &["Event 第三届网络治理国际研讨会"],
        &[],
    );
    check("9月16日，2023年网络安全论坛在厦门举行。", &["heldIn(2023年网络安全论坛, 厦门)"], &[]);
    check_entities(
        "第三届国际论坛在厦门举行，2024年国际工作会议在三亚举行。",
        &[],
        &["Event 第三届国际论坛", "Event 2024年国际工作会议"],
    );
}

#[test]
fn a_roster_has_remarks_behind_names() {
    let text = "网络治理研讨会专家名单\n\n第三届海商法论坛与会专家：\n\n周宁远 海南大学法学院教授\n\n陆建平（女） 厦门大学南海研究院教授\n\n汉斯·韦伯(Hans Weber) 德国马克斯·普朗克研究所高级研究员\n\n吴彤 上海海事大学副教授\n\n李青山 复旦大学法学院副教授\n";
    check(
        text,
        &[
            "affiliatedWith(陆建平, 厦门大学南海研究院)",
            "affiliatedWith(周宁远, 海南大学法学院)",
            "affiliatedWith(李青山, 复旦大学法学院)",
            "position(汉斯·韦伯, 高级研究员)",
        ],
        &[],
    );
}

#[test]
fn a_regular_session_may_be_defined_in_its_midst() {
    for body in [
        "湄公河委员会（以下简称“湄委会”或“本组织”）",
        "上海合作组织（以下简称“上合组织”或“本组织”）",
    ] {
        let plain = body.split('（').next().unwrap_or_default();
        let meeting = format!("{plain}成员国水利部长理事会例行会议");
        check(
            &format!(
                "2018年4月24日，{body}成员国水利部长理事会例行会议在万象举行。挪威水利部长骆清铭出席会议。"
            ),
            &[
                &format!("heldIn({meeting}, 万象)"),
                &format!("heldOn({meeting}, 2018-04-24)"),
                &format!("participatedIn(骆清铭, {meeting})"),
            ],
            &[],
        );
    }
}

#[test]
fn two_meetings_of_one_list_have_their_own_places_and_days() {
    check(
        "部长们回顾了2017年5月在万象举行的湄公河委员会成员国政府首脑（总理）理事会会议和2017年6月在三亚举行的湄公河委员会成员国元首理事会会议成果。",
        &[
            "heldIn(湄公河委员会成员国政府首脑理事会会议, 万象)",
            "heldIn(湄公河委员会成员国元首理事会会议, 三亚)",
            "heldOn(湄公河委员会成员国元首理事会会议, 2017-06)",
        ],
        &[
            "heldIn(湄公河委员会成员国政府首脑理事会会议, 三亚)",
            "heldOn(湄公河委员会成员国政府首脑理事会会议, 2017-06)",
        ],
    );
    check(
        "为筹备将于2018年6月在三亚举行的第三次海洋大会，部长们研究了任务。",
        &[],
        &["heldOn(第三次海洋大会, 2018-06)", "heldIn(第三次海洋大会, 三亚)"],
    );
}

#[test]
fn a_topic_names_a_meeting_that_takes_place_or_is_attended() {
    check(
        "2022年6月8日，海洋法治研讨会在青岛举行。高岚出席研讨会并致辞。",
        &[
            "heldIn(海洋法治研讨会, 青岛)",
            "heldOn(海洋法治研讨会, 2022-06-08)",
            "participatedIn(高岚, 海洋法治研讨会)",
        ],
        &[],
    );
    check(
        "由南开大学主办的网络法学术研讨会于2020年5月3日在天津召开。",
        &[
            "organised(南开大学, 网络法学术研讨会)",
            "heldOn(网络法学术研讨会, 2020-05-03)",
            "heldIn(网络法学术研讨会, 天津)",
        ],
        &[],
    );
    check("本报讯 数据安全治理论坛日前在杭州举行。", &["heldIn(数据安全治理论坛, 杭州)"], &[]);
    check(
        "海南大学教授高岚受邀参加渔业补贴改革论坛并致辞。",
        &["participatedIn(高岚, 渔业补贴改革论坛)"],
        &[],
    );
    check("复旦大学举办了数字贸易规则论坛。", &["organised(复旦大学, 数字贸易规则论坛)"], &[]);
    check_entities(
        "6月1日至3日，渔业资源养护论坛暨第三届海洋法年会在杭州举办。",
        &["Event 渔业资源养护论坛暨第三届海洋法年会"],
        &[],
    );
    check_entities("会上，法学院召开生态文明理论研讨会。", &["Event 生态文明理论研讨会"], &[]);
}

#[test]
fn what_counts_or_points_at_meetings_names_none() {
    for (text, none) in [
        ("学院举办了国际学术研讨会。", "国际学术研讨会"),
        ("企业家研讨会在北京举行。", "企业家研讨会"),
        ("该校举办多个渔业资源养护论坛。", "多个渔业资源养护论坛"),
        ("有关渔业资源的研讨会在北京举行。", "渔业资源的研讨会"),
        ("复旦大学成功举办五届数字贸易论坛。", "五届数字贸易论坛"),
        ("他们在各地参加类似海洋治理论坛，收获很大。", "类似海洋治理论坛"),
        ("学校领导出席研讨会。", "研讨会"),
        ("海洋治理论坛的作用值得重视。", "海洋治理论坛"),
        ("学院组织培训班和海洋治理论坛。", "培训班和海洋治理论坛"),
    ] {
        check_entities(text, &[], &[&format!("Event {none}")]);
    }
    // What is planned is named, and has not taken place.
    check(
        "数据安全治理论坛将于2022年9月在杭州举办。",
        &[],
        &["heldIn(数据安全治理论坛, 杭州)", "heldOn(数据安全治理论坛, 2022-09)"],
    );
}

#[test]
fn a_theme_names_a_meeting_only_where_nobody_in_it_acts() {
    for (text, none) in [
        ("外交部以“中国与世界”为主题举办论坛。", "中国与世界论坛"),
        ("2023年世界互联网大会以“数字新时代”为主题召开论坛。", "数字新时代论坛"),
        ("学校计划以“共享海洋”为主题举办论坛。", "共享海洋论坛"),
        ("各支部围绕“不忘初心”主题召开座谈会。", "不忘初心座谈会"),
        ("当晚海洋治理论坛在厦门举行。", "当晚海洋治理论坛"),
        ("厦门大学举办公众参与网络治理研讨会。", "网络治理研讨会"),
        ("林慧教授参加市委组织部人才工作研讨会。", "部人才工作研讨会"),
        ("教育改革论坛和数字经济论坛在北京举行。", "教育改革论坛和数字经济论坛"),
    ] {
        check_entities(text, &[], &[&format!("Event {none}")]);
    }
}

#[test]
fn two_verbs_of_holding_have_one_object() {
    check(
        "2021年5月，自然资源部组织举办海洋经济形势研讨会。",
        &["organised(自然资源部, 海洋经济形势研讨会)", "heldOn(海洋经济形势研讨会, 2021-05)"],
        &[],
    );
    check(
        "第四届深海治理论坛在厦门举行，主题为海洋治理，时间为2022年6月28日。",
        &["heldOn(第四届深海治理论坛, 2022-06-28)"],
        &[],
    );
    check(
        "第二届深海论坛闭幕，第三届深海论坛由厦门大学承办，时间为2024年6月。",
        &["heldOn(第三届深海论坛, 2024-06)"],
        &["heldOn(第二届深海论坛, 2024-06)"],
    );
}
