//! Deeds of bodies and states: who does the second deed, what is thought of one, since when a body is.

use crate::stages::{check, check_entities};

#[test]
fn who_does_the_first_deed_does_the_second() {
    check(
        "2023年，联合国组建高级别人工智能咨询机构并发布《治理人工智能》临时报告。",
        &["issued(联合国, 治理人工智能)", "established(联合国, 高级别人工智能咨询机构)"],
        &["issued(高级别人工智能咨询机构, 治理人工智能)"],
    );
    check("海南大学与厦门大学并发布《南海气象报告》。", &["issued(厦门大学, 南海气象报告)"], &[]);
}

#[test]
fn what_is_thought_of_a_deed_leaves_it_done() {
    check(
        "双方欢迎2023年6月19日通过的《国家管辖范围以外海洋协定》。",
        &["issuedOn(国家管辖范围以外海洋协定, 2023-06-19)"],
        &[],
    );
    check(
        "双方欢迎将于2024年6月19日通过的《国家管辖范围以外海洋协定》。",
        &[],
        &["issuedOn(国家管辖范围以外海洋协定, 2024-06-19)"],
    );
}

#[test]
fn a_span_of_time_begins_with_the_founding() {
    check("国际湿地联盟自2001年成立以来，成员众多。", &["establishedOn(国际湿地联盟, 2001)"], &[]);
    check("自2001年成立以来，国际湿地联盟成员众多。", &["establishedOn(国际湿地联盟, 2001)"], &[]);
    check(
        "国际湿地联盟自2001年成立以来举办了第三届湿地论坛。",
        &["establishedOn(国际湿地联盟, 2001)"],
        &["heldOn(第三届湿地论坛, 2001)"],
    );
    check_entities(
        "从1985年中国密码学会成立至今已有四十年。",
        &["Organisation 中国密码学会"],
        &["Organisation 国密码学会"],
    );
}

#[test]
fn two_found_a_body_together() {
    check(
        "2016年，越南水利大学与荷兰签署合作备忘录，共同成立三角洲治理研究中心。",
        &["established(荷兰, 三角洲治理研究中心)", "established(越南水利大学, 三角洲治理研究中心)"],
        &[],
    );
    check(
        "2004年，中国在新奥尔松建成“北极黄河科考站”。挪威和冰岛共同筹建的北极科学考察站正式运行。",
        &["established(中国, 北极黄河科考站)", "established(冰岛, 北极科学考察站)"],
        &[],
    );
}

#[test]
fn what_a_body_belongs_to() {
    check(
        "联合国粮农组织成立于1945年，下设渔业委员会和林业委员会。",
        &["partOf(渔业委员会, 联合国粮农组织)", "partOf(林业委员会, 联合国粮农组织)"],
        &[],
    );
    check(
        "三亚海洋信息中心是自然资源部直属的公益性事业单位。",
        &["partOf(三亚海洋信息中心, 自然资源部)"],
        &[],
    );
    check("海南大学是自然资源部的合作伙伴。", &[], &["partOf(海南大学, 自然资源部)"]);
}

#[test]
fn bodies_before_about_have_issued_a_document() {
    check(
        "落实《中共中央、国务院关于支持三亚全面深化改革的指导意见》要求。",
        &[
            "issued(中共中央, 中共中央、国务院关于支持三亚全面深化改革的指导意见)",
            "issued(国务院, 中共中央、国务院关于支持三亚全面深化改革的指导意见)",
        ],
        &[],
    );
    check(
        "《中国和智利关于铜矿开采的谅解备忘录》受到重视。",
        &[],
        &["issued(中国, 中国和智利关于铜矿开采的谅解备忘录)"],
    );
    check(
        "《外层空间条约》第二条规定的“不得据为己有”原则存有争议。",
        &["affirms(外层空间条约, 不得据为己有)"],
        &[],
    );
}

#[test]
fn words_that_are_no_names_of_bodies() {
    check_entities(
        "包郑照诉苍南县人民政府案影响深远。",
        &["GovernmentBody 苍南县人民政府"],
        &["* 包郑照诉苍南县人民政府"],
    );
    check_entities(
        "马克龙在巴黎联合国教科文组织总部发言，又到北京中国科学院参观。",
        &["InternationalOrganisation 联合国教科文组织", "Organisation 中国科学院"],
        &["* 巴黎联合国教科文组织", "* 北京中国科学院"],
    );
    check_entities("它是我国自然科学最高学术机构。", &[], &["* 自然科学最高学术机构"]);
    check_entities("世界水理事会跨国会员企业到会。", &[], &["* 世界水理事会跨国会"]);
    check_entities(
        "李铁刚说，第一海洋研究所愿与各方共享数据。",
        &["Organisation 第一海洋研究所"],
        &["Organisation 海洋研究所"],
    );
    check_entities("中国以“雪龙”号科考船为平台。", &[], &["Event 雪龙号科考"]);
}

#[test]
fn a_quoted_list_shows_its_members() {
    check_entities(
        "中国愿本着“尊重、合作、共赢、可持续”的基本原则参与。",
        &["Principle 尊重", "Principle 合作", "Principle 共赢", "Principle 可持续"],
        &[],
    );
    check_entities(
        "应当坚持“数据主权”原则（林海生，2019）。",
        &["Principle 数据主权原则"],
        &["Principle 数据主权原则（林海生"],
    );
}

#[test]
fn a_year_before_a_title_is_the_title_s() {
    check(
        "1985年《海洋科技体制改革决定》指出了方向。",
        &["issuedOn(海洋科技体制改革决定, 1985)"],
        &[],
    );
    check("截至2022年《登记公约》共有72个缔约国。", &[], &["issuedOn(登记公约, 2022)"]);
    check(
        "1961年12月20日，联合国大会通过第1721（XVI）号决议。",
        &["adopted(联合国大会, 第1721号决议)"],
        &[],
    );
    check(
        "我国国防科学技术工业委员会与外交部联合发布《空间物体登记办法》。",
        &["issued(国防科学技术工业委员会, 空间物体登记办法)", "issued(外交部, 空间物体登记办法)"],
        &["issued(中国, 空间物体登记办法)"],
    );
    check_entities("1962年，和平利用外层空间委员会成立两个小组委员会。", &[], &["* 小组委员会"]);
}

#[test]
fn who_founds_with_others_and_who_joins() {
    check(
        "海洋法治研究联盟由海南大学牵头，联合厦门大学、中山大学等12所高校组建。",
        &["established(海南大学, 海洋法治研究联盟)", "established(中山大学, 海洋法治研究联盟)"],
        &[],
    );
    check(
        "海南大学发起成立海洋法治研究联盟，首批成员单位包括厦门大学、中山大学等高校。",
        &["memberOf(厦门大学, 海洋法治研究联盟)"],
        &["memberOf(海南大学, 海洋法治研究联盟)"],
    );
    check(
        "联合国大会2018年12月通过第73/27号决议，设立信息安全开放式工作组。",
        &["establishedOn(信息安全开放式工作组, 2018-12)"],
        &[],
    );
}

#[test]
fn two_issue_together_and_propose_together() {
    check(
        "外交部与国家网信办2017年3月1日共同发布《海洋合作战略》，提出和平、主权、共治、普惠四项基本原则。",
        &[
            "proposed(外交部, 和平、主权、共治、普惠四项基本原则)",
            "proposed(国家网信办, 和平、主权、共治、普惠四项基本原则)",
            "hasPrinciple(和平、主权、共治、普惠四项基本原则, 和平)",
        ],
        &[],
    );
    check_entities(
        "德国汉堡大学和平与安全政策研究所研究员骆清铭到会。",
        &["University 德国汉堡大学和平与安全政策研究所"],
        &["* 平与安全政策研究所"],
    );
}

#[test]
fn what_a_legislature_adopts_is_a_law() {
    check_entities(
        "第十二届全国人大常委会第七次会议通过《关于设立海洋日的决定》。国务院印发《关于推进渔业改革的决定》。",
        &["Law 关于设立海洋日的决定", "PolicyDocument 关于推进渔业改革的决定"],
        &[],
    );
}

#[test]
fn relations_are_built_on_a_list_of_principles() {
    check_entities(
        "智秘关系建立在相互尊重、平等，相互支持彼此核心利益，互不干涉内政、恪守国际法等原则基础上。",
        &["Principle 相互尊重", "Principle 平等", "Principle 恪守国际法", "Principle 互不干涉内政"],
        &[],
    );
}

#[test]
fn what_is_denied_planned_or_another_s_is_not_stated() {
    for (sentence, fact) in [
        ("国际湿地联盟不隶属于联合国环境规划署。", "partOf(国际湿地联盟, 联合国环境规划署)"),
        ("拟由海南大学举办的第五届航运峰会定于2027年召开。", "organised(海南大学, 第五届航运峰会)"),
        ("尚未正式由国务院发布的《海洋规划》引发关注。", "issued(国务院, 海洋规划)"),
        ("中国宣布加入《北极航运公约》。", "issued(中国, 北极航运公约)"),
        ("2021年《联合国海洋法公约》通过四十周年。", "issuedOn(联合国海洋法公约, 2021)"),
        ("会议决定2027年在三亚举办第六届航运峰会。", "heldOn(第六届航运峰会, 2027)"),
        ("骆清铭推荐黄有方接任国际海洋学院院长。", "position(黄有方, 院长)"),
        ("国际海洋学院下属秘书处及厦门大学共同主办论坛。", "partOf(厦门大学, 国际海洋学院)"),
        (
            "联合国大会通过《海洋决议》，成立于1972年的联合国环境规划署表示欢迎。",
            "established(联合国大会, 联合国环境规划署)",
        ),
    ] {
        check(sentence, &[], &[fact]);
    }
}

#[test]
fn other_words_with_the_characters_of_cues() {
    check_entities(
        "前瞻产业研究院发布《海洋报告》。海南大学和平安银行签约。",
        &["* 前瞻产业研究院", "University 海南大学"],
        &["* 瞻产业研究院", "* 海南大学和平安银行"],
    );
}

#[test]
fn a_speech_is_its_speaker_s() {
    for sentence in [
        "挪威首相骆清铭在利马出席第五届渔业大会并发表题为《冰与海的未来》的讲话。",
        "挪威首相骆清铭出席第五届渔业大会，发表题为《冰与海的未来》的重要讲话。",
    ] {
        check(
            &format!("关于近况的报告\n\n{sentence}"),
            &["issued(骆清铭, 冰与海的未来)", "participatedIn(骆清铭, 第五届渔业大会)"],
            &["issued(第五届渔业大会, 冰与海的未来)", "issued(挪威, 冰与海的未来)"],
        );
    }
    check(
        "关于近况的报告\n\n国务院新闻办公室发表题为《新时代的海洋》的白皮书。",
        &["issued(国务院新闻办公室, 新时代的海洋)"],
        &[],
    );
}

#[test]
fn who_is_taken_in_is_a_member() {
    check(
        "关于近况的报告\n\n湄公河委员会在吸收缅甸和不丹加入的新形势下发展。",
        &["memberOf(缅甸, 湄公河委员会)", "memberOf(不丹, 湄公河委员会)"],
        &[],
    );
    check(
        "关于近况的报告\n\n湄公河委员会拟接纳缅甸为正式成员国。",
        &[],
        &["memberOf(缅甸, 湄公河委员会)"],
    );
}

#[test]
fn membership_that_is_begun_or_asked_for() {
    for sentence in [
        "湄公河委员会启动接收缅甸为成员国的程序。",
        "湄公河委员会承诺接纳缅甸为成员国。",
        "湄公河委员会何时接纳缅甸为成员国仍不确定。",
    ] {
        check(&format!("关于近况的报告\n\n{sentence}"), &[], &["memberOf(缅甸, 湄公河委员会)"]);
    }
}

#[test]
fn a_meeting_at_which_something_is_proposed_proposes_nothing() {
    check(
        "帕劳总统林慧在太平洋渔业年会上提出鲨鱼保护倡议，到2022年在第三届海洋大会上提出四项原则。",
        &[],
        &["proposed(第三届海洋大会, 四项原则)"],
    );
}

#[test]
fn a_prized_work_and_a_talk_on_a_work_have_authors() {
    check(
        "林慧教授论文《深海渔业的边界》获海洋科学奖一等奖。",
        &["authored(林慧, 深海渔业的边界)"],
        &[],
    );
    check(
        "海南大学林慧教授以《海洋信息领域中的发展与应用》作主旨报告。",
        &["authored(林慧, 海洋信息领域中的发展与应用)"],
        &[],
    );
}

#[test]
fn what_is_signed_on_a_treaty_is_not_the_treaty() {
    for text in [
        "中国与智利签署《海洋渔业协定》升级议定书。",
        "中国和智利签署了关于落实《海洋渔业协定》的联合声明。",
        "双方签署了《中华人民共和国政府和智利共和国政府海洋渔业协定》实施备忘录。",
    ] {
        check(text, &[], &["signed(中国, 海洋渔业协定)", "signed(智利, 海洋渔业协定)"]);
    }
    check(
        "中国和智利签署了关于加强合作的《海洋渔业协定》。",
        &["signed(中国, 海洋渔业协定)", "signed(智利, 海洋渔业协定)"],
        &[],
    );
}

#[test]
fn who_proposes_is_told_within_a_clause_of_time_too() {
    check("由于帕劳提出“鲨鱼保护区”理念，各国响应。", &["proposed(帕劳, 鲨鱼保护区)"], &[]);
    check("在帕劳提出“鲨鱼保护区”理念后，各国响应。", &["proposed(帕劳, 鲨鱼保护区)"], &[]);
}
