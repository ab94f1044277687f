//! References with the year behind the authors, and what a title in prose is.

use crate::stages::{check, check_entities};

/// Puts references under their head, behind an article.
fn article(references: &str) -> String {
    format!(
        "蓝色经济的心理学\n\n内容提要：本文讨论蓝色经济。\n\n一、导论\n\n学界早有论述（梁文清，2018，p.3~7）。\n\n参考文献\n\n{references}"
    )
}

#[test]
fn a_book_and_an_article_with_the_year_behind_the_authors() {
    check(
        &article(
            "梁文清.(2014).潮汐研究.济南:海滨大学出版社.\n\n邓子墨,林海生.(2020).渔村的源与流.海滨大学学报教育科学版,(4),104-116.",
        ),
        &[
            "authored(梁文清, 潮汐研究)",
            "publishedOn(潮汐研究, 2014)",
            "authored(邓子墨, 渔村的源与流)",
            "authored(林海生, 渔村的源与流)",
            "publishedIn(渔村的源与流, 海滨大学学报教育科学版)",
            "publishedOn(渔村的源与流, 2020)",
        ],
        &["publishedIn(潮汐研究, 济南)"],
    );
}

#[test]
fn several_references_in_one_paragraph() {
    check(
        &article(
            "林海生.(2002).渔业的误区探析.极地通讯,(3),35-40.邓子墨.(1985).渔村史.北京：海滨教育出版社梁文清.(2020).潮汐论.极地学报,(4),10-16.",
        ),
        &[
            "authored(邓子墨, 渔村史)",
            "publishedOn(渔村史, 1985)",
            "authored(梁文清, 潮汐论)",
            "publishedIn(潮汐论, 极地学报)",
        ],
        &["authored(林海生, 渔村史)", "affiliatedWith(梁文清, 海滨教育出版社)"],
    );
}

#[test]
fn where_a_piece_first_appeared_and_where_it_stands() {
    check(
        &article(
            "林海生.(2015a).渔民与海(原载1919年2月1日《海潮》第一卷第二号).见邓子墨编,林海生文集:第一卷.北京:海滨大学出版社.",
        ),
        &[
            "authored(林海生, 渔民与海)",
            "publishedIn(渔民与海, 海潮)",
            "publishedOn(渔民与海, 1919-02-01)",
            "publishedOn(林海生文集, 2015)",
        ],
        &["authored(邓子墨, 渔民与海)"],
    );
}

#[test]
fn english_references_of_the_style() {
    check(
        &article("Moe, I., & Berg, K. P. (2010). Nets of the north. Journal of Ice, 3(2), 1-9."),
        &["publishedOn(Nets of the north, 2010)", "publishedIn(Nets of the north, Journal of Ice)"],
        &[],
    );
}

#[test]
fn whom_a_note_speaks_of_with_a_year_is_not_cited() {
    check_entities(
        &article("① 梁文清（2010）认为渔业繁荣. 其他学者不同意.\n\n② 见前文.\n\n③ 同上."),
        &[],
        &["ScholarlyWork 认为渔业繁荣"],
    );
}

#[test]
fn a_name_without_a_surname_beside_one_that_has_it() {
    check(
        &article("20 扎旺，林海生.潮汐与渔村的关系.民族海洋研究,2015,(6):98-107."),
        &["authored(扎旺, 潮汐与渔村的关系)", "authored(林海生, 潮汐与渔村的关系)"],
        &[],
    );
    check(
        &article("17 达旺·班珠.海冰史集.林海生译.北京:海滨教育出版社,1986."),
        &["authored(达旺·班珠, 海冰史集)", "publishedOn(海冰史集, 1986)"],
        &["authored(林海生, 海冰史集)"],
    );
}

#[test]
fn a_number_with_a_dot_in_a_title() {
    check(
        "冰区的规则\n\n规则存在争议。①学者意见不一。②另有看法。③\n\n① Karin Moe (ed.), Northern Manual 2.0 on the Law of Ice, Northern University Press, 2017, p. 12.\n② 梁文清：《冰区的界线》，载《海滨法学》2022年第2期，第283页。\n③ 同上。",
        &["authored(Karin Moe, Northern Manual 2.0 on the Law of Ice)"],
        &[],
    );
}

#[test]
fn what_prints_something_is_a_periodical() {
    check_entities(
        "他在《海潮》第一卷第二号发表《渔民与海》一文，又在《浪花》上，刊登了两篇随笔。",
        &["Periodical 海潮", "Periodical 浪花"],
        &[],
    );
    check_entities("他在《海洋行动计划》发表后表示欢迎。", &["PolicyDocument 海洋行动计划"], &[]);
}

#[test]
fn works_that_are_translated_or_called_so() {
    check_entities(
        "他翻译了麦克唐纳的《渔民心理学》，另有《潮汐辩证》、《海冰训诂》等哲学著作。",
        &["ScholarlyWork 渔民心理学", "ScholarlyWork 潮汐辩证", "ScholarlyWork 海冰训诂"],
        &[],
    );
}

#[test]
fn two_short_forms_in_one_definition() {
    check(
        "国际海冰组织（以下简称“海冰组织”或“本组织”）召开会议。",
        &["alsoKnownAs(国际海冰组织, 海冰组织)"],
        &[],
    );
}

#[test]
fn who_says_a_thing_is_no_part_of_the_principle() {
    check_entities("挪威主张这一原则适用于冰区。", &[], &["Principle 挪威主张"]);
}

#[test]
fn authors_named_in_the_text_with_a_year() {
    check_entities(
        "张明海（2019）指出，渔业在变化。已有研究谈到它（林海生，1998，p.302；邓子墨，1985）。",
        &["Person 张明海", "Person 林海生", "Person 邓子墨"],
        &[],
    );
    check_entities("梁文清（1896~1950）是渔业史学者。", &["Person 梁文清"], &[]);
    check_entities(
        "文革（1966—1976）时期，高峰（2010）的成果，康熙帝（1661—1722）在位。",
        &[],
        &["Person 文革", "Person 高峰", "Person 康熙帝"],
    );
}

#[test]
fn what_a_scholar_says_something_in_is_a_work() {
    check("林海生教授在《大洋战略》中认为，渔业在变化。", &["authored(林海生, 大洋战略)"], &[]);
    check_entities("挪威在《大洋战略》中承诺减排。", &["PolicyDocument 大洋战略"], &[]);
}

#[test]
fn a_body_and_its_members_as_authors() {
    check(
        &article(
            "[2] 海南省渔业研究中心课题组，梁文清，邓子墨，等．渔村的思考与对策［J］．海滨经济，2015（4）：11-17.",
        ),
        &[
            "authored(梁文清, 渔村的思考与对策)",
            "issued(海南省渔业研究中心课题组, 渔村的思考与对策)",
            "publishedIn(渔村的思考与对策, 海滨经济)",
        ],
        &[],
    );
}

#[test]
fn a_postcode_of_macao_ends_an_address() {
    check_entities(
        "海冰传播问题研究\n\n赵恒煜1,2\n\n1澳门科技大学 澳门 999078 ²广东省社会科学院广州 510635\n\n摘要：本文讨论海冰。",
        &["University 澳门科技大学", "Organisation 广东省社会科学院"],
        &[],
    );
}

#[test]
fn what_an_office_issues_is_no_work_and_no_periodical() {
    check("国务院印发《渔业指南》、《渔业纲要》等教材。", &["issued(国务院, 渔业纲要)"], &[]);
    check_entities(
        "出版署颁布《渔业出版条例》、《渔业音像条例》等报刊管理法规。",
        &["Law 渔业出版条例"],
        &["Periodical 渔业出版条例", "Periodical 渔业音像条例"],
    );
    check_entities("国务院公布《行动方案》第二期。", &["PolicyDocument 行动方案"], &[]);
}

#[test]
fn a_periodical_in_title_marks_behind_a_dot() {
    check(
        &article("林海生.(2019).渔业博弈态势与因应.《极地安全》,(2),33-36."),
        &["authored(林海生, 渔业博弈态势与因应)", "publishedIn(渔业博弈态势与因应, 极地安全)"],
        &[],
    );
}
