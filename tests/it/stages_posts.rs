//! Posts: stacked, gained, held by lists; and authors with the marks of their addresses.

use crate::stages::{check, check_entities};

#[test]
fn a_post_stands_before_the_body_right_before_a_name() {
    check(
        "中华医学会疝外科学组组长上海华东医院唐健雄教授到会。",
        &[
            "affiliatedWith(唐健雄, 中华医学会疝外科学组)",
            "affiliatedWith(唐健雄, 上海华东医院)",
            "position(唐健雄, 组长)",
        ],
        &[],
    );
    check(
        "黄有方任国际海洋学院院长，海南大学骆清铭教授到会。",
        &[],
        &["affiliatedWith(骆清铭, 国际海洋学院)", "position(骆清铭, 院长)"],
    );
}

#[test]
fn a_post_is_gained_by_more_verbs_than_one() {
    check(
        "2012年4月，经济学家尼尔斯·维尔德被任命为弗雷泽研究所执行主席，彼得·布朗为董事会主席。",
        &[
            "affiliatedWith(尼尔斯·维尔德, 弗雷泽研究所)",
            "position(尼尔斯·维尔德, 执行主席)",
            "position(彼得·布朗, 董事会主席)",
        ],
        &[],
    );
    check(
        "（林海生系西南政法大学法学院教授；赵雨晴系该院讲师。）",
        &["affiliatedWith(林海生, 西南政法大学法学院)", "position(林海生, 教授)"],
        &[],
    );
    check(
        "2018年，厦门大学设立极地航运研究中心，由智利的骆清铭任主任，任务由黄有方分配。",
        &["position(骆清铭, 主任)", "affiliatedWith(骆清铭, 极地航运研究中心)"],
        &["affiliatedWith(黄有方, 极地航运研究中心)"],
    );
    check(
        "1925年骆清铭接任黄有方成为基金会总裁。",
        &[],
        &["position(骆清铭, 黄有方成为基金会总裁)"],
    );
}

#[test]
fn people_of_a_body_are_called_by_a_word_for_them() {
    check(
        "最高人民法院领导张军、童建明、潘毅分别为十名法官颁奖。",
        &["affiliatedWith(张军, 最高人民法院)", "affiliatedWith(潘毅, 最高人民法院)"],
        &[],
    );
    check(
        "驻联合国人权理事会代表艾琳·多纳霍发言。",
        &[],
        &["affiliatedWith(艾琳·多纳霍, 联合国人权理事会)"],
    );
    check(
        "极地航运研究中心由骆清铭、黄有方、周秀英组成。",
        &["affiliatedWith(黄有方, 极地航运研究中心)"],
        &[],
    );
}

#[test]
fn a_second_post_at_another_whole_body_is_there() {
    check(
        "英国皇家科学院院士、南安普顿大学副校长温迪·霍尔到会。",
        &["affiliatedWith(温迪·霍尔, 南安普顿大学)", "affiliatedWith(温迪·霍尔, 英国皇家科学院)"],
        &[],
    );
    check(
        "武汉大学网络安全学院院长兼新闻传播学院教授骆清铭到会。",
        &["affiliatedWith(骆清铭, 武汉大学新闻传播学院)"],
        &[],
    );
}

#[test]
fn a_transcribed_name_behind_its_title_ends_before_a_conjunction() {
    check_entities(
        "前国务卿约翰·福斯特和卡特促进会总裁亨利·史密斯到会。",
        &["Person 约翰·福斯特", "Organisation 卡特促进会"],
        &["* 翰·福斯特和卡特促进会"],
    );
    check_entities(
        "出席的还有省人大常委会主任巴音朝鲁，市长刘长龙等。",
        &["Person 巴音朝鲁", "Person 刘长龙"],
        &["Person 巴音朝"],
    );
}

#[test]
fn authors_have_the_marks_of_their_addresses() {
    let head = "论深海采矿的规制\n\n林海生1 赵雨晴² 邓 慧1**\n\n1海南大学法学院²厦门大学南海研究院\n\n深海采矿的规则尚在形成之中。";
    check(
        head,
        &[
            "affiliatedWith(林海生, 海南大学法学院)",
            "affiliatedWith(赵雨晴, 厦门大学南海研究院)",
            "affiliatedWith(邓慧, 海南大学法学院)",
        ],
        &["affiliatedWith(赵雨晴, 海南大学法学院)", "affiliatedWith(林海生, 厦门大学南海研究院)"],
    );
    check(
        "论深海采矿的规制\n\n林海生 赵雨晴\n\n2海南大学的现状\n\n深海采矿的规则尚在形成之中。",
        &[],
        &["affiliatedWith(林海生, 海南大学)"],
    );
    check(
        "论深海采矿的规制\n\n● 林海生　赵雨晴\n\n深海采矿的规则尚在形成之中。",
        &["authored(林海生, test)", "authored(赵雨晴, test)"],
        &[],
    );
    check("三亚召开海洋会议\n\n作者：孙晓宁\n\n会议开得很好。", &[], &["position(孙晓宁, 作者)"]);
}

#[test]
fn who_is_elected_and_who_was_first() {
    check(
        "大会选举产生新一届理事会，湿地研究所研究员詹仁斌当选理事长，海南大学教授江大勇、厦门大学教授徐星当选副理事长。",
        &["position(詹仁斌, 理事长)", "position(江大勇, 副理事长)", "position(徐星, 副理事长)"],
        &["position(詹仁斌, 副理事长)"],
    );
    check(
        "湿地学会成立于1929年8月31日，首任会长为孙云铸，是国际湿地联盟的团体会员。",
        &[
            "affiliatedWith(孙云铸, 湿地学会)",
            "position(孙云铸, 会长)",
            "memberOf(湿地学会, 国际湿地联盟)",
        ],
        &[],
    );
    check_entities(
        "湿地学会第十三届全国会员代表大会在三亚召开。",
        &["Event 湿地学会第十三届全国会员代表大会"],
        &["Person 代表大"],
    );
}

#[test]
fn what_is_still_to_come_is_no_post_and_no_attendance() {
    check("骆清铭未担任国际海洋学院院长。", &[], &["position(骆清铭, 院长)"]);
    check("海南大学教授骆清铭将出任国际海洋学院院长。", &[], &["position(骆清铭, 院长)"]);
    check(
        "挪威首相骆清铭将出席第五届北极航运峰会。",
        &[],
        &["participatedIn(骆清铭, 第五届北极航运峰会)"],
    );
}

#[test]
fn a_word_for_the_past_is_none_of_the_body() {
    check(
        "原国际海洋学院院长骆清铭现任海南大学校长。",
        &["affiliatedWith(骆清铭, 国际海洋学院)", "affiliatedWith(骆清铭, 海南大学)"],
        &[],
    );
    check_entities("他参观了原子能研究院。", &[], &["* 子能研究院"]);
}

#[test]
fn a_hyphen_joins_a_transcribed_name() {
    check(
        "世界海事大学校长多姆比亚-亨利、挪威王储哈康到会。",
        &["affiliatedWith(多姆比亚-亨利, 世界海事大学)"],
        &[],
    );
}

#[test]
fn titles_behind_names_share_the_body_before_the_first() {
    check(
        "海南大学张康之教授、马亮教授，厦门大学郝其宏研究员，暨南大学王磊副教授到会。",
        &[
            "affiliatedWith(马亮, 海南大学)",
            "affiliatedWith(郝其宏, 厦门大学)",
            "affiliatedWith(王磊, 暨南大学)",
        ],
        &["affiliatedWith(王磊, 厦门大学)", "affiliatedWith(郝其宏, 海南大学)"],
    );
    check(
        "渔业学院党委副书记刘海明、段鑫星教授、张长立教授到会。",
        &["position(张长立, 教授)"],
        &["position(张长立, 党委副书记)", "position(段鑫星, 党委副书记)"],
    );
    check_entities(
        "海南大学国际关系学院讲师宋亦明到会，学校正建设世界一流大学。",
        &["University 海南大学国际关系学院"],
        &["* 建设世界一流大学", "* 世界一流大学"],
    );
    check(
        "海南省渔业学会近海分会副主委陆嘉惠到会。",
        &["position(陆嘉惠, 副主委)", "affiliatedWith(陆嘉惠, 海南省渔业学会近海分会)"],
        &[],
    );
}

#[test]
fn somebody_acts_as_the_holder_of_a_post() {
    check(
        "作为海南大学第一任校长兼党委书记，骆清铭直接领导学校工作26年。",
        &[
            "position(骆清铭, 校长)",
            "position(骆清铭, 党委书记)",
            "affiliatedWith(骆清铭, 海南大学)",
        ],
        &["position(骆清铭, 第一任校长)"],
    );
    check_entities("作为联合国秘书长，应当公正。", &[], &["Person 应当公", "Person 应当"]);
    check("海南大学第三任校长骆清铭访问智利。", &["affiliatedWith(骆清铭, 海南大学)"], &[]);
}

#[test]
fn a_press_of_the_state_is_no_office() {
    check_entities(
        "中央文献出版社、国家图书馆出版社出版了文集。",
        &["Organisation 中央文献出版社", "Organisation 国家图书馆出版社"],
        &["GovernmentBody 中央文献出版社"],
    );
}

#[test]
fn who_is_elected_for_a_term_holds_the_post() {
    for post in ["第九届理事会理事长", "新一届理事会理事长", "理事长"] {
        check(
            &format!("关于近况的报告\n\n会议选举骆清铭为{post}，周秀英为副理事长。"),
            &["position(骆清铭, 理事长)", "position(周秀英, 副理事长)"],
            &[],
        );
    }
}

#[test]
fn the_term_of_an_office_ends_no_chain_of_posts() {
    check(
        "关于近况的报告\n\n海南大学校长、第十三届全国人大代表骆清铭出席会议。",
        &["position(骆清铭, 校长)", "affiliatedWith(骆清铭, 海南大学)", "position(骆清铭, 代表)"],
        &[],
    );
}

#[test]
fn posts_are_held_by_being_appointed_and_by_being() {
    check(
        "高岚和林慧教授受聘海南大学海洋研究中心学术委员会委员和首席专家。",
        &[
            "affiliatedWith(高岚, 海南大学海洋研究中心学术委员会)",
            "position(高岚, 委员)",
            "position(林慧, 首席专家)",
        ],
        &[],
    );
    check(
        "林慧教授为湄公河委员会专家组成员。",
        &["affiliatedWith(林慧, 湄公河委员会专家组)", "position(林慧, 成员)"],
        &[],
    );
    check("林慧教授为海南大学学术委员会委员之一。", &["position(林慧, 委员)"], &[]);
    check(
        "林慧教授为海南大学发展作出贡献。",
        &[],
        &["affiliatedWith(林慧, 海南大学)", "position(林慧, 大学)"],
    );
    check(
        "海南大学林慧教授为南开大学校长高岚颁发聘书。",
        &["position(高岚, 校长)"],
        &["affiliatedWith(林慧, 南开大学)", "position(林慧, 校长高岚)"],
    );
}

#[test]
fn what_something_is_makes_no_post_of_who_speaks() {
    check(
        "校长高岚在致辞中指出，这次会议是各国专家学者和研究人员进行交流的平台。",
        &["position(高岚, 校长)"],
        &["position(高岚, 研究人员)", "position(高岚, 各国专家学者)"],
    );
}

#[test]
fn the_end_of_a_bodys_name_is_no_part_of_a_post() {
    check(
        "南开大学讲席教授、中国特色社会主义经济建设协同创新中心主任林慧出席会议。",
        &["position(林慧, 主任)", "position(林慧, 讲席教授)"],
        &["position(林慧, 特色社会主义经济建设协同创新中心主任)"],
    );
    check(
        "工业和信息化部装备二司司长林慧致辞。",
        &[
            "affiliatedWith(林慧, 工业和信息化部装备二司)",
            "partOf(工业和信息化部装备二司, 工业和信息化部)",
        ],
        &["affiliatedWith(林慧, 工业和信息化部)"],
    );
    check(
        "论坛由党委常委、副校长林慧主持。",
        &["position(林慧, 党委常委)"],
        &["position(林慧, 常委)"],
    );
}

#[test]
fn a_post_at_a_project_or_at_a_part_without_a_name_is_not_at_the_body_before() {
    check(
        "由教育部重大攻关项目首席专家、南开大学人口研究所教授林慧领衔。",
        &["affiliatedWith(林慧, 南开大学人口研究所)", "position(林慧, 首席专家)"],
        &["affiliatedWith(林慧, 教育部)"],
    );
    check(
        "林慧教授担任国家发改委“十三五”规划专家委员会委员。",
        &[],
        &["affiliatedWith(林慧, 国家发改委)"],
    );
    check(
        "林慧教授为海南大学学术委员会六位委员之一。",
        &["position(林慧, 委员)"],
        &["position(林慧, 六位委员)"],
    );
}

#[test]
fn posts_go_on_behind_one_that_a_verb_tells_of() {
    check(
        "林慧，厦门大学教授，兼任中国海洋学会理事，海南省法学会会长。",
        &["affiliatedWith(林慧, 海南省法学会)", "position(林慧, 会长)", "position(林慧, 教授)"],
        &["position(林慧, 中国海洋学会理事)"],
    );
    check(
        "林慧，1998年任厦门大学讲师。",
        &["position(林慧, 讲师)"],
        &["position(林慧, 1998年任厦门大学讲师)"],
    );
    check(
        "林慧教授受聘担任厦门大学名誉院长。",
        &["position(林慧, 名誉院长)"],
        &["position(林慧, 担任厦门大学名誉院长)"],
    );
    check(
        "会长林慧为中国海洋学会副会长、秘书长颁发证书。",
        &["position(林慧, 会长)"],
        &["affiliatedWith(林慧, 中国海洋学会)", "position(林慧, 副会长)"],
    );
}

#[test]
fn a_post_since_a_year_and_a_post_in_projects() {
    check(
        "林慧，2001年至今任外交部条法司司长。",
        &["position(林慧, 司长)", "affiliatedWith(林慧, 外交部条法司)"],
        &["position(林慧, 2001年至今任外交部条法司司长)"],
    );
    check("世界银行高级项目经理林慧参加第三届海洋大会。", &["affiliatedWith(林慧, 世界银行)"], &[]);
}
