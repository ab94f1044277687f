//! What news in running prose has: rows of names, units, outlets, addresses, documents without marks.

use crate::stages::{check, check_entities, check_report};

#[test]
fn names_in_a_row_show_each_other() {
    check_entities(
        "韩志明、黄飞宏、谌玉琴等参加上述活动。",
        &["Person 韩志明", "Person 黄飞宏", "Person 谌玉琴"],
        &[],
    );
    check_entities("吴季宁、周政隆陪同会见。", &["Person 吴季宁", "Person 周政隆"], &[]);
    check_entities(
        "学会向韩志明、黄飞宏、张华文、艾威、姜平春、何志高颁发证书。",
        &["Person 韩志明", "Person 艾威", "Person 何志高"],
        &[],
    );
    // Of a row, one may have characters that are words elsewhere.
    check_entities(
        "副主席和主席团成员李明程、付中文、林用牧、沈招云为获奖者颁奖。",
        &["Person 林用牧", "Person 沈招云"],
        &[],
    );
    check_entities("渔业、矿业、航运、旅游参加统计。", &[], &["Person 渔业", "Person 航运"]);
}

#[test]
fn names_behind_the_places_that_they_are_from() {
    check_entities(
        "代表有：上海的李大可、李汉文，北京的张国平、刘仁杰。",
        &["Person 李大可", "Person 李汉文", "Person 张国平", "Person 刘仁杰"],
        &[],
    );
    check_entities("他谈到上海的高楼。", &[], &["Person 高楼"]);
}

#[test]
fn a_name_may_hold_what_is_a_word_elsewhere() {
    check_entities("常务副主席王和祯致开幕词。", &["Person 王和祯"], &[]);
    check_entities("研究所所长柴家科教授到会。", &["Person 柴家科"], &["Person 柴家"]);
    check_entities("区长肖文高等嘉宾出席论坛。", &["Person 肖文高"], &["Person 肖文"]);
    check_entities("海南大学荣誉院长李建国出席。", &["Person 李建国"], &["Person 荣誉"]);
    check_entities(
        "协会会长哈立德・阿不都拉・曼苏尔发言。",
        &["Person 哈立德・阿不都拉・曼苏尔"],
        &[],
    );
}

#[test]
fn a_post_goes_on_in_parentheses() {
    check("海洋中心副站长（执行站长）石晓明研究员作了介绍。", &["position(石晓明, 研究员)"], &[]);
    check_report(
        "海南大学副校（院）长李季民致辞。",
        &["position(李季民, 副校（院）长)", "participatedIn(李季民, 第三届海商法论坛)"],
        &[],
    );
    check(
        "联合组长为Anna Berg（国际海道测量组织主席）。",
        &["position(Anna Berg, 主席)", "affiliatedWith(Anna Berg, 国际海道测量组织)"],
        &[],
    );
}

#[test]
fn a_form_of_address_is_no_post() {
    check("王大海和夫人李小云出席宴会。", &[], &["position(李小云, 夫人)"]);
}

#[test]
fn a_name_before_its_title_behind_a_unit() {
    check_report(
        "海口市人民医院医保处王茹文副主任介绍了《渔民的健康与保险》。",
        &["position(王茹文, 副主任)", "affiliatedWith(王茹文, 海口市人民医院医保处)"],
        &[],
    );
    check_entities(
        "我院胡元三教授、智绪文教授作了演示。",
        &["Person 胡元三", "Person 智绪文"],
        &[],
    );
    check_entities(
        "主任王茹文介绍了《渔民的健康与保险》。",
        &["ScholarlyWork 渔民的健康与保险"],
        &["PolicyDocument 渔民的健康与保险"],
    );
}

#[test]
fn a_grade_is_none_of_the_body() {
    check(
        "海南省公安厅副厅级侦察员吕海江致辞。",
        &["affiliatedWith(吕海江, 海南省公安厅)", "position(吕海江, 副厅级侦察员)"],
        &[],
    );
}

#[test]
fn outlets_and_the_press_of_a_wire() {
    check_entities(
        "央视网消息（新闻联播）：沿海合作论坛在江州举行。",
        &["Organisation 央视网"],
        &["Organisation 央视"],
    );
    check_entities(
        "沿海合作论坛落幕。\n（来源：外交部网站）",
        &["Periodical 外交部网站"],
        &["GovernmentBody 外交部"],
    );
    check_entities("人民网海口3月4日电（季健文）会议召开。", &["Person 季健文"], &[]);
    check_entities(
        "本次研讨会由人民日报理论部主办。",
        &["Organisation 人民日报", "Organisation 人民日报理论部"],
        &[],
    );
}

#[test]
fn the_address_of_an_article_holds_its_authors() {
    check(
        "沿海渔业的现状与走向\n\n石晓明 林大海海南大学图书馆海口 570228\n\n摘要：本文讨论沿海渔业。",
        &[
            "affiliatedWith(石晓明, 海南大学图书馆)",
            "affiliatedWith(林大海, 海南大学图书馆)",
            "partOf(海南大学图书馆, 海南大学)",
        ],
        &[],
    );
    check(
        "沿海渔业的现状与走向\n\n石晓明**林大海（海南大学 法学院，海口 570228）\n\n摘要：本文讨论沿海渔业。",
        &["affiliatedWith(石晓明, 海南大学法学院)", "affiliatedWith(林大海, 海南大学法学院)"],
        &[],
    );
    check_entities("会议编号 570228，海南大学到会。", &["University 海南大学"], &[]);
}

#[test]
fn a_byline_has_each_author_behind_a_body() {
    check(
        "沿海渔业的现状与走向\n\n文 | 海南大学法学院 石晓明；复旦大学管理学院 林大海\n\n一、引言\n\n沿海渔业正在变化。",
        &["affiliatedWith(石晓明, 海南大学法学院)", "affiliatedWith(林大海, 复旦大学管理学院)"],
        &[],
    );
}

#[test]
fn documents_without_marks_behind_a_verb_or_before_an_acronym() {
    check_entities(
        "会议启动绿色渔港使者计划和“一带一路”海洋观测合作计划。",
        &["PolicyDocument 绿色渔港使者计划", "PolicyDocument 一带一路海洋观测合作计划"],
        &[],
    );
    check_entities("他谈到国际湿地观测计划（IWOP）。", &["PolicyDocument 国际湿地观测计划"], &[]);
    check_entities(
        "协会启动了这项工作计划，发起系列绿色行动倡议，今后需要出台渔村供水计划。",
        &[],
        &["* 这项工作计划", "* 系列绿色行动倡议", "* 渔村供水计划"],
    );
}

#[test]
fn meetings_of_the_whole_state() {
    check_entities(
        "他在中央第六次渔业工作座谈会、全国民族团结进步表彰大会上讲话。",
        &["Event 中央第六次渔业工作座谈会", "Event 全国民族团结进步表彰大会"],
        &[],
    );
}

#[test]
fn an_ordinal_belongs_to_its_own_meeting() {
    check_entities(
        "他出席上海合作组织成员国元首理事会第十七次会议和阿斯塔纳专项世博会。",
        &["Event 上海合作组织成员国元首理事会第十七次会议", "Event 阿斯塔纳专项世博会"],
        &[],
    );
    check_entities(
        "第三届“一带一路”国际合作高峰论坛渔业高级别论坛在海口举办。",
        &["Event 第三届一带一路国际合作高峰论坛渔业高级别论坛"],
        &[],
    );
}

#[test]
fn the_second_headline_begins_another_report() {
    check(
        "第三届海商法论坛在三亚举行\n\n海南新闻网讯（记者 李明）第三届海商法论坛在三亚举行。黄有方先后致辞。\n\n\
         第五届渔业论坛在海口举行\n\n周秀英教授致辞。",
        &["participatedIn(周秀英, 第五届渔业论坛)"],
        &["participatedIn(周秀英, 第三届海商法论坛)"],
    );
}

#[test]
fn who_holds_an_office_acts_and_not_the_body() {
    check("联合国秘书长提出《渔业契约》。", &[], &["proposed(联合国, 渔业契约)"]);
    check("习近平访问泰国并出席第五届渔业论坛。", &[], &["participatedIn(泰国, 第五届渔业论坛)"]);
}

#[test]
fn what_a_state_founds_is_an_organ_of_it() {
    check_entities(
        "国务院成立渔业科学规划委员会。",
        &["GovernmentBody 渔业科学规划委员会"],
        &["Organisation 渔业科学规划委员会"],
    );
    check_entities("印度渔业监管委员会发布报告。", &["GovernmentBody 印度渔业监管委员会"], &[]);
    check_entities("意大利国家研究委员会派员参加。", &["Organisation 意大利国家研究委员会"], &[]);
}

#[test]
fn what_stands_around_a_body_is_none_of_its_name() {
    check_entities(
        "通过分析海南渔业研究所的案例，可以考虑和出版社合作。",
        &["Organisation 海南渔业研究所"],
        &["* 分析海南渔业研究所", "* 考虑和出版社"],
    );
    check_entities("该校4月海南大学挂牌。", &["University 海南大学"], &["* 4月海南大学"]);
    check_entities(
        "联盟的雏形——中国渔业学会成立，加拿大慈善机构认可了它。",
        &["Organisation 中国渔业学会"],
        &["* 雏形——中国渔业学会", "* 加拿大慈善机构"],
    );
    check_entities(
        "北京市第一中级人民法院作出判决。",
        &["GovernmentBody 北京市第一中级人民法院"],
        &["* 中级人民法院"],
    );
}

#[test]
fn principles_announced_for_the_next_paragraphs() {
    check_entities(
        "渔业发展始终把握以下原则。\n\n全国统筹。各地服从全国一盘棋。\n\n节约优先。各地实行节约。\n\n防范风险。各地先立后破。",
        &["Principle 全国统筹", "Principle 节约优先", "Principle 防范风险"],
        &["* 把握以下原则"],
    );
}

#[test]
fn the_works_of_a_profile() {
    check(
        "渔业学者石晓明简介\n\n主要著作有《潮汐与渔村》、《冰上的渔网》。\n\n主要论著\n\n1．石晓明．《潮汐与渔村》．海南海洋出版社，1955年．\n\n2．石晓明．《冰上的渔网》．海南海洋出版社，1959年．",
        &["authored(石晓明, 潮汐与渔村)", "publishedOn(冰上的渔网, 1959)"],
        &[],
    );
    check_entities(
        "其主要著作有《潮汐与渔村》、《冰上的渔网》。",
        &["ScholarlyWork 冰上的渔网"],
        &[],
    );
}
