//! Persons: their names in every script, their posts before and behind, and traps of segmentation.

use crate::stages::{check, check_entities};

#[test]
fn a_post_stands_before_the_name() {
    check(
        "国家气候中心主任巢清尘介绍了极端天气的成因。",
        &["position(巢清尘, 主任)", "affiliatedWith(巢清尘, 国家气候中心)"],
        &[],
    );
}

#[test]
fn a_post_stands_behind_the_name() {
    check("会上，陆建华教授指出，海平面上升不可忽视。", &["position(陆建华, 教授)"], &[]);
}

#[test]
fn stacked_posts_are_each_held() {
    check(
        "中国工程院院士、天津大学校长金东寒出席第二届船舶动力论坛。",
        &[
            "position(金东寒, 院士)",
            "position(金东寒, 校长)",
            "affiliatedWith(金东寒, 中国工程院)",
            "affiliatedWith(金东寒, 天津大学)",
        ],
        &[],
    );
}

#[test]
fn a_former_post_is_given_without_its_former() {
    check(
        "世界银行前行长金墉出席第四届全球卫生论坛。",
        &["position(金墉, 行长)", "affiliatedWith(金墉, 世界银行)"],
        &["position(金墉, 前行长)"],
    );
}

#[test]
fn a_post_once_held_is_given_without_its_once() {
    check(
        "国家海洋局原副局长陈连增在第三届大洋论坛上致辞。",
        &["position(陈连增, 副局长)", "affiliatedWith(陈连增, 国家海洋局)"],
        &[],
    );
}

#[test]
fn a_career_lists_former_posts() {
    check(
        "苏纪兰，海洋学家。曾任国家海洋局第二海洋研究所所长、中国海洋学会理事长。",
        &[
            "position(苏纪兰, 所长)",
            "position(苏纪兰, 理事长)",
            "affiliatedWith(苏纪兰, 中国海洋学会)",
        ],
        &[],
    );
}

#[test]
fn posts_in_apposition_belong_to_the_name() {
    check(
        "顾文波，北京师范大学教授、地理科学学部副部长，长期研究冻土。",
        &["position(顾文波, 教授)", "affiliatedWith(顾文波, 北京师范大学)"],
        &[],
    );
}

#[test]
fn a_compound_surname_that_repeats_a_titles_end_is_whole() {
    let text = "兰州大学校长长孙文远出席第二届荒漠化论坛。";
    check(text, &["participatedIn(长孙文远, 第二届荒漠化论坛)", "position(长孙文远, 校长)"], &[]);
    check_entities(text, &[], &["Person 孙文远"]);
}

#[test]
fn a_surname_that_repeats_the_titles_last_character_stays() {
    let text = "国家气候中心主任任永强介绍了冰川监测的进展。";
    check(text, &["position(任永强, 主任)"], &[]);
    check_entities(text, &["Person 任永强"], &["Person 永强"]);
}

#[test]
fn a_surname_that_reads_as_a_verb_stays() {
    let text = "学会秘书长常建平表示，样本仍然不足。";
    check(text, &["position(常建平, 秘书长)"], &[]);
    check_entities(text, &["Person 常建平"], &[]);
}

#[test]
fn a_name_ends_before_a_verb() {
    check_entities(
        "西北大学校长郭立宏出席开幕式，考古学院院长陈靓主持。",
        &["Person 郭立宏", "Person 陈靓"],
        &[],
    );
}

#[test]
fn a_name_of_two_characters_ends_before_a_verb_of_saying() {
    check_entities("研究员方岩表示，数据已经公开。", &["Person 方岩"], &[]);
}

#[test]
fn a_name_with_a_point_is_one_person() {
    let text = "联合国秘书长安东尼奥·古特雷斯出席第三届海洋大会。";
    check(
        text,
        &["position(安东尼奥·古特雷斯, 秘书长)", "affiliatedWith(安东尼奥·古特雷斯, 联合国)"],
        &[],
    );
    check_entities(text, &["Person 安东尼奥·古特雷斯"], &[]);
}

#[test]
fn a_name_with_two_points_is_one_person() {
    let text = "世界贸易组织总干事恩戈齐·奥孔乔·伊韦阿拉发表讲话。";
    check(text, &["affiliatedWith(恩戈齐·奥孔乔·伊韦阿拉, 世界贸易组织)"], &[]);
    check_entities(text, &["Person 恩戈齐·奥孔乔·伊韦阿拉"], &[]);
}

#[test]
fn a_transliterated_name_without_point_is_known_by_its_post() {
    let text = "哥斯达黎加总统阿尔瓦拉多表示，雨林正在恢复。";
    check(text, &["position(阿尔瓦拉多, 总统)"], &[]);
    check_entities(text, &["Person 阿尔瓦拉多"], &[]);
}

#[test]
fn a_latin_name_with_diacritics_is_one_person() {
    let text = "奥斯陆大学教授 Bjørn Håkon Sæther 出席第五届种群生态学论坛。";
    check(
        text,
        &[
            "participatedIn(Bjørn Håkon Sæther, 第五届种群生态学论坛)",
            "affiliatedWith(Bjørn Håkon Sæther, 奥斯陆大学)",
        ],
        &[],
    );
    check_entities(text, &["Person Bjørn Håkon Sæther"], &[]);
}

#[test]
fn a_latin_name_with_initials_is_one_person() {
    check_entities(
        "墨尔本大学教授J. R. O'Neill指出，样本需要复核。",
        &["Person J. R. O'Neill"],
        &[],
    );
}

#[test]
fn a_roster_gives_name_body_and_title() {
    check(
        "与会专家名单\n\n1. 梁思齐 厦门大学海洋与地球学院教授\n2. 韦小宁 中国极地研究中心副主任\n3. Anna Lindqvist 瑞典气象水文研究所研究员",
        &[
            "position(梁思齐, 教授)",
            "affiliatedWith(梁思齐, 厦门大学海洋与地球学院)",
            "affiliatedWith(韦小宁, 中国极地研究中心)",
            "position(韦小宁, 副主任)",
            "affiliatedWith(Anna Lindqvist, 瑞典气象水文研究所)",
        ],
        &[],
    );
}

#[test]
fn a_deputy_is_not_shortened() {
    check(
        "外交部副部长马朝旭出席第六届北极合作论坛。",
        &["position(马朝旭, 副部长)", "affiliatedWith(马朝旭, 外交部)"],
        &["position(马朝旭, 部长)"],
    );
}

#[test]
fn a_title_with_its_field_is_one_title() {
    check(
        "中国疾病预防控制中心流行病学首席专家吴尊友作了报告。",
        &["position(吴尊友, 流行病学首席专家)", "affiliatedWith(吴尊友, 中国疾病预防控制中心)"],
        &[],
    );
}

#[test]
fn a_profession_is_no_post() {
    let text = "植物学家吴征镒撰写了《中国植被》一书。";
    check(text, &[], &["position(吴征镒, 植物学家)"]);
    check_entities(text, &["Person 吴征镒"], &[]);
}

#[test]
fn two_names_joined_by_and_are_two_persons() {
    check_entities(
        "研究员孟凡超和助理教授谢雨桐提出了新模型。",
        &["Person 孟凡超", "Person 谢雨桐"],
        &[],
    );
}

#[test]
fn a_name_shown_once_is_known_where_it_stands_alone() {
    check_entities(
        "海南大学校长骆清铭致辞。随后，骆清铭参观了实验室。",
        &["Person 骆清铭"],
        &["Person 骆清铭参"],
    );
}

#[test]
fn a_state_leader_has_no_state_as_body() {
    check(
        "肯尼亚总统鲁托出席第一届非洲气候峰会。",
        &["position(鲁托, 总统)", "participatedIn(鲁托, 第一届非洲气候峰会)"],
        &["affiliatedWith(鲁托, 肯尼亚)"],
    );
}

#[test]
fn a_reporter_in_the_byline_belongs_to_the_outlet() {
    let text = "浙江大学新闻网讯（通讯员 许知行 沈若兰）第三届农业遥感论坛昨日举行。";
    check(text, &["position(许知行, 通讯员)"], &[]);
    check_entities(text, &["Person 沈若兰"], &[]);
}

#[test]
fn a_word_that_looks_like_a_name_is_none() {
    check_entities(
        "主任要求各方高度重视海洋生态，校长希望同学们热爱自然。",
        &[],
        &["Person 高度重", "Person 高度", "Person 要求各"],
    );
}

#[test]
fn a_given_name_of_three_characters() {
    check_entities("助理总干事山田健一郎现场发言。", &["Person 山田健一郎"], &["Person 山田健一"]);
}

#[test]
fn a_denial_is_no_given_name() {
    check_entities(
        "海南大学研究员张莉未出席会议，研究员李明未参加会议。",
        &["Person 张莉", "Person 李明"],
        &["Person 张莉未", "Person 李明未"],
    );
}

#[test]
fn a_minister_s_office_names_no_ministry() {
    for (state, country) in [("中国", "中国"), ("俄", "俄罗斯"), ("俄罗斯联邦", "俄罗斯")]
    {
        check_entities(
            &format!("关于近况的报告\n\n{state}外交部长骆清铭访问智利。"),
            &["Person 骆清铭", &format!("Country {country}")],
            &[
                &format!("GovernmentBody {state}外交部"),
                &format!("Event {state}外交部长骆清铭访问"),
            ],
        );
    }
    check_entities(
        "关于近况的报告\n\n俄罗斯联邦外交部发言人骆清铭表示欢迎。",
        &["GovernmentBody 俄罗斯联邦外交部"],
        &[],
    );
}

#[test]
fn a_single_character_before_an_office_is_a_state() {
    check_entities(
        "关于近况的报告\n\n俄总统骆清铭会见法外长周秀英，德总理表示欢迎。",
        &["Country 俄罗斯", "Country 法国", "Country 德国"],
        &[],
    );
    check_entities(
        "关于近况的报告\n\n法官和德育处长访问智利。",
        &[],
        &["Country 法国", "Country 德国"],
    );
}

#[test]
fn names_behind_bodies_whom_a_verb_shows() {
    check(
        "关于近况的报告\n\n武汉大学国际法研究所周秀英、海南大学法学院邓子墨先后发言。",
        &["affiliatedWith(周秀英, 武汉大学国际法研究所)", "affiliatedWith(邓子墨, 海南大学法学院)"],
        &[],
    );
    check_entities(
        "关于近况的报告\n\n武汉大学法学院、海南大学法学院先后发言。",
        &[],
        &["Person 先后发"],
    );
}

#[test]
fn a_particle_may_be_a_surname() {
    check(
        "关于近况的报告\n\n周秀英任会长，许文韬任秘书长。",
        &["position(许文韬, 秘书长)", "position(周秀英, 会长)"],
        &["position(文韬, 秘书长)"],
    );
    check_entities(
        "关于近况的报告\n\n曾任会长，何时出席，余下的人任秘书长。",
        &[],
        &["Person 何时", "Person 余下的"],
    );
}

#[test]
fn an_adverb_and_an_adjective_are_nobody() {
    check(
        "关于近况的报告\n\n海南大学教授周秀英长期从教，曾两度担任海南大学校长。",
        &["position(周秀英, 校长)"],
        &["position(曾两度, 校长)"],
    );
    check_entities("关于近况的报告\n\n作为学校校长，高质量完成工作。", &[], &["Person 高质量"]);
    check_entities("关于近况的报告\n\n会上，韩总理出席论坛。", &[], &["Country 韩国"]);
    check(
        "关于近况的报告\n\n作为海洋学会理事长，骆清铭的继任者，周秀英出席会议。",
        &[],
        &["position(骆清铭, 理事长)"],
    );
}

#[test]
fn a_unit_of_a_university_is_nobody() {
    check(
        "关于近况的报告\n\n武汉大学边海院教授骆清铭出席会议。",
        &["affiliatedWith(骆清铭, 武汉大学边海院)", "position(骆清铭, 教授)"],
        &["position(边海院, 教授)"],
    );
}

#[test]
fn a_listed_title_begins_within_what_looks_like_a_name() {
    check(
        "海南大学高岚教授代中国工程院院士林慧教授作题为《深海装备》的发言。",
        &["position(林慧, 教授)", "affiliatedWith(高岚, 海南大学)"],
        &["affiliatedWith(代中国, 海南大学)", "position(代中国, 教授)"],
    );
}

#[test]
fn a_particle_between_two_sounds_is_a_sound() {
    check(
        "挪威船级社副总裁奥利维亚·卡地亚作题为《减排》的主旨发言。",
        &["position(奥利维亚·卡地亚, 副总裁)", "authored(奥利维亚·卡地亚, 减排)"],
        &["position(奥利维亚·卡, 副总裁)"],
    );
}

#[test]
fn no_transcribed_name_begins_within_a_title() {
    check(
        "中国工程院院士林忠钦教授发言。",
        &["position(林忠钦, 院士)", "affiliatedWith(林忠钦, 中国工程院)"],
        &["position(士林忠钦, 教授)"],
    );
}
