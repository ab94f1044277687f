//! Documents: who issued, signed, adopted them, what they say, and works in notes.

use crate::stages::{check, check_entities, check_paper};

#[test]
fn a_body_issues_a_document() {
    check(
        "2020年7月，世界气象组织发布《全球气候状况声明》。",
        &["issued(世界气象组织, 全球气候状况声明)", "issuedOn(全球气候状况声明, 2020-07)"],
        &[],
    );
}

#[test]
fn nested_marks_belong_to_the_title() {
    check(
        "2006年，农业部发布《关于贯彻〈国际植物保护公约〉的意见》。",
        &["issued(农业部, 关于贯彻国际植物保护公约的意见)"],
        &[],
    );
}

#[test]
fn a_draft_is_not_adopted() {
    check(
        "会议讨论了《全球塑料条约》草案。",
        &[],
        &["adopted(全球塑料条约, 草案)", "adopted(会议, 全球塑料条约)"],
    );
}

#[test]
fn a_passive_issue_has_its_date_and_no_issuer() {
    check(
        "2013年9月，《大气污染防治行动计划》出台。",
        &["issuedOn(大气污染防治行动计划, 2013-09)"],
        &[],
    );
}

#[test]
fn an_agent_behind_the_document_issued_it() {
    check(
        "《极地水域船舶航行安全规则》由国际海事组织发布。",
        &["issued(国际海事组织, 极地水域船舶航行安全规则)"],
        &[],
    );
}

#[test]
fn an_agent_behind_the_meeting_organised_it() {
    check(
        "第八届沙漠论坛由内蒙古大学主办，由兰州大学承办。",
        &["organised(内蒙古大学, 第八届沙漠论坛)", "organised(兰州大学, 第八届沙漠论坛)"],
        &[],
    );
}

#[test]
fn who_stands_in_a_treatys_title_signed_it() {
    check(
        "2009年，《中国和新西兰关于海洋科技合作的协定》签署。",
        &[
            "signed(中国, 中国和新西兰关于海洋科技合作的协定)",
            "signed(新西兰, 中国和新西兰关于海洋科技合作的协定)",
        ],
        &[],
    );
}

#[test]
fn ratifying_is_signing() {
    check("2016年9月，巴西批准《巴黎协定》。", &["signed(巴西, 巴黎协定)"], &[]);
}

#[test]
fn acceding_to_a_treaty_is_signing_it() {
    check(
        "1992年，蒙古国加入《拉姆萨尔公约》。",
        &["signed(蒙古国, 拉姆萨尔公约)"],
        &["memberOf(蒙古国, 拉姆萨尔公约)"],
    );
}

#[test]
fn a_meeting_adopts_a_declaration() {
    check(
        "2012年6月，联合国可持续发展大会通过《我们希望的未来》。",
        &["adopted(联合国可持续发展大会, 我们希望的未来)"],
        &[],
    );
}

#[test]
fn a_summit_adopts_what_its_sentence_names() {
    check(
        "2014年，第三届小岛屿国家会议在阿皮亚召开，会议通过《萨摩亚途径宣言》。",
        &["adopted(第三届小岛屿国家会议, 萨摩亚途径宣言)", "heldIn(第三届小岛屿国家会议, 阿皮亚)"],
        &[],
    );
}

#[test]
fn a_joint_statement_is_issued_by_both() {
    check(
        "2014年11月，中国与美国共同发表《中美气候变化联合声明》。",
        &["issued(中国, 中美气候变化联合声明)", "issued(美国, 中美气候变化联合声明)"],
        &[],
    );
}

#[test]
fn a_joint_statement_of_short_states_is_named_after_them() {
    let text = "2021年4月，中法发布联合声明。";
    check(text, &["issued(法国, 中法联合声明)"], &[]);
    check_entities(text, &["PolicyDocument 中法联合声明"], &[]);
}

#[test]
fn a_documents_speech_is_its_own() {
    check(
        "《生物多样性共享倡议》呼吁各国坚持公平惠益、合作共赢原则。",
        &["affirms(生物多样性共享倡议, 合作共赢)"],
        &[],
    );
}

#[test]
fn a_document_reaffirms_a_principle() {
    check("《外空合作宣言》重申了和平利用原则。", &["affirms(外空合作宣言, 和平利用原则)"], &[]);
}

#[test]
fn a_documents_attributive_is_its_own() {
    check(
        "《海洋法公约》确立的航行自由原则应得到维护。",
        &["affirms(海洋法公约, 航行自由原则)"],
        &[],
    );
}

#[test]
fn an_author_before_a_colon_wrote_the_work() {
    check(
        "蓝色经济的法律框架\n\n内容提要：本文讨论蓝色经济。\n\n一、导论\n\n学界早有论述。①\n\n① 梁文清：《公海保护区的法律地位》，载《中国海洋法评论》2019年第2期，第15页。",
        &[
            "authored(梁文清, 公海保护区的法律地位)",
            "publishedIn(公海保护区的法律地位, 中国海洋法评论)",
            "publishedOn(公海保护区的法律地位, 2019)",
        ],
        &[],
    );
}

#[test]
fn several_authors_each_wrote_the_work() {
    check(
        "蓝色经济的法律框架\n\n内容提要：本文讨论蓝色经济。\n\n一、导论\n\n学界早有论述。①\n\n① 梁文清、邓子墨：《深海采矿规则研究》，载《国际法研究》2021年第4期。",
        &[
            "authored(梁文清, 深海采矿规则研究)",
            "authored(邓子墨, 深海采矿规则研究)",
            "publishedOn(深海采矿规则研究, 2021)",
        ],
        &[],
    );
}

#[test]
fn a_news_item_has_its_day() {
    check(
        "蓝色经济的法律框架\n\n内容提要：本文讨论蓝色经济。\n\n一、导论\n\n学界早有论述。①\n\n① 《我国完成首次北极科考》，载《光明日报》2018年9月27日。",
        &[
            "publishedIn(我国完成首次北极科考, 光明日报)",
            "publishedOn(我国完成首次北极科考, 2018-09-27)",
        ],
        &[],
    );
}

#[test]
fn a_book_has_its_author_and_year() {
    check("1962年，生物学家卡森出版《寂静的春天》一书。", &["publishedOn(寂静的春天, 1962)"], &[]);
}

#[test]
fn a_law_is_a_law() {
    let text = "2020年12月，全国人民代表大会常务委员会通过《长江保护法》。";
    check(text, &["adopted(全国人民代表大会常务委员会, 长江保护法)"], &[]);
    check_entities(text, &["Law 长江保护法"], &[]);
}

#[test]
fn two_ministries_issue_together() {
    check(
        "2018年5月，生态环境部会同自然资源部印发《自然保护地监督办法》。",
        &["issued(生态环境部, 自然保护地监督办法)", "issued(自然资源部, 自然保护地监督办法)"],
        &[],
    );
}

#[test]
fn a_body_before_title_marks_issued_it() {
    check(
        "世界知识产权组织《传统知识指南》可供参考。",
        &["issued(世界知识产权组织, 传统知识指南)"],
        &[],
    );
}

#[test]
fn a_document_with_the_title_of_the_source_and_another_kind_is_another() {
    check_paper(
        "2019年，挪威发布《极地活动白皮书》行动倡议。",
        &["issued(挪威, 极地活动白皮书行动倡议)"],
        &["issued(挪威, 极地活动白皮书)"],
    );
}
