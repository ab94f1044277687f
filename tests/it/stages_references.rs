//! Notes and lists of references as journals print them.

use crate::stages::{check, check_entities};

/// Puts references under their head, behind an article.
fn article(references: &str) -> String {
    format!(
        "蓝色经济的法律框架\n\n内容提要：本文讨论蓝色经济。\n\n一、导论\n\n学界早有论述[1]。\n\n参考文献\n\n{references}"
    )
}

#[test]
fn an_article_by_the_standard() {
    check(
        &article("[1] 梁文清, 邓子墨．深海采矿规则研究[J]. 国际法研究, 2018, 34(5): 12-20."),
        &[
            "authored(梁文清, 深海采矿规则研究)",
            "authored(邓子墨, 深海采矿规则研究)",
            "publishedIn(深海采矿规则研究, 国际法研究)",
            "publishedOn(深海采矿规则研究, 2018)",
        ],
        &[],
    );
}

#[test]
fn a_journal_that_no_list_knows() {
    check(
        &article(
            "［3］林海生，等．潮汐与渔权：一项比较［J］．滨海大学学报（哲学社会科学版），2009（6）：1-9．",
        ),
        &[
            "authored(林海生, 潮汐与渔权：一项比较)",
            "publishedIn(潮汐与渔权：一项比较, 滨海大学学报（哲学社会科学版）)",
            "publishedOn(潮汐与渔权：一项比较, 2009)",
        ],
        &[],
    );
}

#[test]
fn foreign_authors_in_capitals() {
    let text = article(
        "[2] MOE K L,BERG O. Counting Nets: A Map of the Sea[M]. Oslo: Northern Press, 1991: 4-7.",
    );
    check(
        &text,
        &[
            "authored(MOE K L, Counting Nets: A Map of the Sea)",
            "authored(BERG O, Counting Nets: A Map of the Sea)",
            "publishedOn(Counting Nets: A Map of the Sea, 1991)",
        ],
        &[],
    );
    check_entities(&text, &["Organisation Northern Press"], &["Place Oslo"]);
}

#[test]
fn a_dot_after_an_initial_ends_no_list_of_names() {
    check(
        &article("[1] 卡尔·J.莫恩．冰上的法律[M]．林海生，邓子墨，译．北京：海洋出版社，2016．"),
        &["authored(卡尔·J.莫恩, 冰上的法律)", "publishedOn(冰上的法律, 2016)"],
        &["authored(林海生, 冰上的法律)"],
    );
    check(
        &article("[1] Moe K. L., Berg O. Ice and Law[J]. Polar Law Review, 2011, 3: 2."),
        &["authored(Berg O, Ice and Law)", "publishedIn(Ice and Law, Polar Law Review)"],
        &[],
    );
}

#[test]
fn a_newspaper_has_its_day() {
    check(
        &article("[4]林海生．北极航道开通[N]．人民日报，2014-02-28（1）．"),
        &[
            "authored(林海生, 北极航道开通)",
            "publishedIn(北极航道开通, 人民日报)",
            "publishedOn(北极航道开通, 2014-02-28)",
        ],
        &[],
    );
}

#[test]
fn a_day_in_brackets_is_the_day_of_reading() {
    let text = article(
        "[5]北极航道通航[EB/OL]．（2016-05-20）[2017-01-03]．http://www.example.cn/2015-03-01/a.html.\n\
         [6]南极站扩建[EB/OL]．[2018-01-03]．http://www.example.cn/2015-03-01/b.html.",
    );
    check(
        &text,
        &["publishedOn(北极航道通航, 2016-05-20)"],
        &["publishedOn(南极站扩建, 2018-01-03)", "publishedOn(南极站扩建, 2015-03-01)"],
    );
    check_entities(&text, &["ScholarlyWork 南极站扩建"], &[]);
}

#[test]
fn a_thesis_names_its_university_and_no_publisher() {
    let text = article("[12]高海宁．潮间带制度研究（1921-1991）[D]．东北师范大学，2010．");
    check(
        &text,
        &[
            "authored(高海宁, 潮间带制度研究（1921-1991）)",
            "publishedOn(潮间带制度研究（1921-1991）, 2010)",
        ],
        &[],
    );
    check_entities(&text, &["University 东北师范大学"], &[]);
}

#[test]
fn a_chapter_has_a_book_with_editors() {
    check(
        &article(
            "[7] 林海生. 冰区的界线[C]//梁文清, 邓子墨. 极地法文集. 北京: 海洋出版社, 2012: 1-5.",
        ),
        &[
            "authored(林海生, 冰区的界线)",
            "publishedOn(冰区的界线, 2012)",
            "authored(梁文清, 极地法文集)",
        ],
        &["authored(梁文清, 冰区的界线)", "authored(林海生, 极地法文集)"],
    );
}

#[test]
fn a_body_in_the_place_of_the_author_has_issued_its_report() {
    check(
        &article("[8] 国家海洋局. 中国海洋发展报告[R]. 北京: 海洋出版社, 2015."),
        &["issued(国家海洋局, 中国海洋发展报告)", "issuedOn(中国海洋发展报告, 2015)"],
        &[],
    );
    check_entities(
        &article("[9] World Ocean Forum. The Blue Report 2020[R]. Geneva: WOF, 2020."),
        &[],
        &["Person World Ocean Forum"],
    );
}

#[test]
fn entries_without_a_code() {
    check(
        &article(
            "1 林海生.海洋生态与治理.北京：海洋出版社,2015.\n2 Moe K.Ocean Budget 2016.Polar System Data.\n2016,8:605-649.",
        ),
        &[
            "authored(林海生, 海洋生态与治理)",
            "publishedOn(海洋生态与治理, 2015)",
            "authored(Moe K, Ocean Budget 2016)",
            "publishedIn(Ocean Budget 2016, Polar System Data)",
            "publishedOn(Ocean Budget 2016, 2016)",
        ],
        &[],
    );
}

#[test]
fn the_year_behind_the_authors() {
    let text =
        article("Moe, K. L., & Berg, O. (2010). Rules for the ice. Polar Law Review, 3(2), 1-12.");
    check(
        &text,
        &[
            "publishedIn(Rules for the ice, Polar Law Review)",
            "publishedOn(Rules for the ice, 2010)",
        ],
        &[],
    );
    check_entities(&text, &["Person Moe, K. L.", "Person Berg, O."], &[]);
}

#[test]
fn several_entries_on_a_line() {
    check(
        &article(
            "[1]林海生．冰区的界线[J]．极地研究，2012（3）：4.[2]邓子墨．渔权新论[J]．极地研究，2013（1）：7.",
        ),
        &[
            "authored(邓子墨, 渔权新论)",
            "publishedOn(渔权新论, 2013)",
            "publishedOn(冰区的界线, 2012)",
        ],
        &["authored(邓子墨, 冰区的界线)"],
    );
}

#[test]
fn notes_in_brackets_in_the_style_of_law() {
    check(
        "蓝色经济的法律框架\n\n内容提要：本文讨论蓝色经济。\n\n一、导论\n\n学界早有论述。[1]\n\n[1] 参见林海生：《冰区的界线》，载《法学研究》2018年第5期，第12页。\n[2] [挪]莫恩：《冰上的法律》（第2版），邓子墨、梁文清译，法律出版社2010年版，第3页。",
        &[
            "authored(林海生, 冰区的界线)",
            "publishedIn(冰区的界线, 法学研究)",
            "authored(莫恩, 冰上的法律)",
            "publishedOn(冰上的法律, 2010)",
        ],
        &["authored(邓子墨, 冰上的法律)"],
    );
}

#[test]
fn a_day_of_access_is_no_date_of_publication() {
    check(
        "蓝色经济的法律框架\n\n内容提要：本文讨论蓝色经济。\n\n一、导论\n\n学界早有论述。[1]\n\n[1] 林海生：《冰区的界线》，海洋网，http://www.example.cn/a，2020年3月2日访问。",
        &["authored(林海生, 冰区的界线)"],
        &["publishedOn(冰区的界线, 2020-03-02)"],
    );
}

#[test]
fn a_chapter_in_a_book_that_others_edited() {
    check(
        &article(
            "1.林海生：《冰区的界线》，载梁文清等编著：《极地法文集》，北京：时事出版社2017年版，第1页。",
        ),
        &[
            "authored(林海生, 冰区的界线)",
            "authored(梁文清, 极地法文集)",
            "publishedOn(冰区的界线, 2017)",
            "publishedOn(极地法文集, 2017)",
        ],
        &["authored(林海生, 极地法文集)"],
    );
}

#[test]
fn english_notes_of_lawyers() {
    check(
        &article(
            "1 Karin L. Moe, Law of the Ice, (Northern University Press, 6th edn, 2008), p. 224.\n\
             2 Ole Berg, “Who Sails?”, (1999) 10 Polar Journal of Law 435, p. 440.\n\
             3 Ida Moe, “Whose Nets?”, in O. Berg ed., The Nets of the North, (Northern University Press, 1981), pp. 75-76.\n\
             4 Ida Moe and Ole Berg, “New Hurdles”, Polar Times, 7 August 2002, B1.",
        ),
        &[
            "authored(Karin L. Moe, Law of the Ice)",
            "publishedOn(Law of the Ice, 2008)",
            "publishedIn(Who Sails?, Polar Journal of Law)",
            "publishedOn(Who Sails?, 1999)",
            "authored(O. Berg, The Nets of the North)",
            "publishedOn(Whose Nets?, 1981)",
            "publishedOn(New Hurdles, 2002-08-07)",
        ],
        &["authored(O. Berg, Whose Nets?)"],
    );
}

#[test]
fn a_note_that_says_the_same_again_states_nothing() {
    check_entities(
        "蓝色经济的法律框架\n\n内容提要：本文讨论蓝色经济。\n\n参考文献\n\n[1] 同上，第5页。\n[2] Ibid., p. 12.\n[3] 前引[1]，林海生文，第3页。",
        &[],
        &["* Ibid", "* 同上", "ScholarlyWork 林海生文"],
    );
}

#[test]
fn a_heading_with_a_number_is_no_note() {
    check_entities(
        "海洋论坛宣言\n\n一、原则\n\n1. 各方坚持共商共建共享的原则，第5页所列各项另行公布。\n\n2. 各方加强合作。",
        &[],
        &["ScholarlyWork *"],
    );
}

#[test]
fn numbers_of_references_do_not_cut_a_sentence() {
    check(
        "海洋治理述评\n\n2019年，世界气象组织[1-2]发布[3]《全球海况报告》[4]。\n\n参考文献\n\n[1] 林海生．冰区的界线[J]．极地研究，2012（3）：4.",
        &["issued(世界气象组织, 全球海况报告)"],
        &[],
    );
}

#[test]
fn a_title_that_a_note_cites_is_a_work_in_the_text() {
    check_entities(
        "海洋治理述评\n\n《冰上的渔网》一直有人读。\n\n参考文献\n\n[1] 林海生．冰上的渔网[M]．北京：海洋出版社，2012.",
        &["ScholarlyWork 冰上的渔网"],
        &["PolicyDocument 冰上的渔网"],
    );
}

#[test]
fn the_head_of_an_article_tells_where_its_authors_work() {
    check(
        "冰区的界线\n\n林海生1　邓子墨2\n\n（1.武汉大学 法学院，武汉 430072；2.中山大学 海洋学院，广州 510275）\n\n[摘要] 本文讨论冰区。\n\n冰区是海洋的一部分。",
        &["affiliatedWith(林海生, 武汉大学法学院)", "affiliatedWith(邓子墨, 中山大学海洋学院)"],
        &["affiliatedWith(林海生, 中山大学海洋学院)", "affiliatedWith(邓子墨, 武汉大学法学院)"],
    );
}

#[test]
fn a_note_on_the_author_tells_post_and_body() {
    check(
        "冰区的界线\n\n作者简介：林海生（1970-），男，湖北武汉人，武汉大学法学院教授，博士生导师，主要从事海洋法研究。\n\n[摘要] 本文讨论冰区。\n\n冰区是海洋的一部分。",
        &[
            "affiliatedWith(林海生, 武汉大学法学院)",
            "position(林海生, 教授)",
            "authored(林海生, 冰区的界线)",
        ],
        &[],
    );
}

#[test]
fn given_names_before_surnames() {
    check(
        &article(
            "[40] Robert D. Berg, Ida J. Moe. Revising the Map[EB/OL]. [2016-10-23]. http://example.org/a.",
        ),
        &["authored(Robert D. Berg, Revising the Map)", "authored(Ida J. Moe, Revising the Map)"],
        &[],
    );
    check_entities(
        &article("[41] Moe, Karin. Can Ice Sail?[J]. Polar Quarterly, 2014, 31(2): 31-33."),
        &["Person Moe, Karin", "ScholarlyWork Can Ice Sail?"],
        &["Person Karin"],
    );
}

#[test]
fn a_thesis_and_a_paper_have_no_periodical() {
    let text = article(
        "1 Karin W. Moe, “Ice After the War,” Ph.D. Dissertation, Oslo: Northern University, 1993, p. 2.\n\
         2 Ole Berg, “Ice and Trade,” Paper Prepared for a Project, No. 3, 1995.\n\
         3 汉斯·莫恩著，邓子墨等译：《冰上的政治》，法律出版社1993年版，第2页。",
    );
    check(
        &text,
        &[
            "authored(Karin W. Moe, Ice After the War)",
            "publishedOn(Ice After the War, 1993)",
            "publishedOn(Ice and Trade, 1995)",
        ],
        &["authored(邓子墨, 冰上的政治)"],
    );
    check_entities(&text, &[], &["Periodical *"]);
}

#[test]
fn an_entry_without_a_code() {
    check(
        &article(
            "1 梁文清.促进海洋治理的三大支柱.人民日报,2015-09-13.\n\n\
             2 Moe K L. From nets to sails. Polar Law Review,2012,379(9832): 2206-2211.\n\n\
             3 林海生.沿海“双循环”与渔港建设.滨海大学学报：哲学社会科学版,2016,69(4):5-12.",
        ),
        &[
            "authored(梁文清, 促进海洋治理的三大支柱)",
            "publishedIn(促进海洋治理的三大支柱, 人民日报)",
            "publishedOn(促进海洋治理的三大支柱, 2015-09-13)",
            "publishedIn(From nets to sails, Polar Law Review)",
            "authored(林海生, 沿海双循环与渔港建设)",
            "publishedIn(沿海双循环与渔港建设, 滨海大学学报：哲学社会科学版)",
        ],
        &[],
    );
}

#[test]
fn a_body_and_a_page_on_the_net() {
    check(
        &article(
            "1 International Seabed Authority.Counting the Nodules: A Map of the Sea. [2014-08-20]http://example.org/a.pdf.\n\n\
             2 梁文清.极地研究述评.极地研究,2012,3(4):1-9.",
        ),
        &["issued(国际海底管理局, Counting the Nodules: A Map of the Sea)"],
        &["publishedOn(Counting the Nodules: A Map of the Sea, 2014-08-20)"],
    );
}

#[test]
fn books_and_articles_in_english_behind_a_comma() {
    check(
        &article(
            "Ida Moe, If Not for Fish, for What? Northern Nets and Company, 2013.\n\
             Karl P. Berg, The Ice as Law, Northern University Press, 2005.\n\
             Ida Moe, ‘Rules for the Northern Ice’, 62 Polar Law Review 1179 (2010).",
        ),
        &[
            "authored(Ida Moe, If Not for Fish, for What?)",
            "authored(Karl P. Berg, The Ice as Law)",
            "publishedOn(The Ice as Law, 2005)",
            "publishedIn(Rules for the Northern Ice, Polar Law Review)",
        ],
        &["partOf(Northern University Press, Northern University)"],
    );
    check_entities(
        &article(
            "Ida Moe, Nets of the North, Northern Nets and Company, 2013.\nKarl P. Berg, The Ice as Law, Northern University Press, 2005.",
        ),
        &["Company Northern Nets and Company", "Organisation Northern University Press"],
        &[],
    );
}

#[test]
fn a_date_of_access_may_be_torn_in_two() {
    check(
        &article(
            "1 梁文清.极地研究述评.极地研究,2012,3(4):1-9.\n\n2 林海生.冰区的界线,[2017-11-\n\n12].http://example.org/a.pdf.\n\n3 邓子墨.潮汐与渔权.极地研究,2013,4(1):2-8.",
        ),
        &["authored(邓子墨, 潮汐与渔权)"],
        &[],
    );
}

#[test]
fn notes_in_hexagonal_brackets() {
    let text = "论登记制度\n\n沈砚秋*\n\n一、引言\n\n登记国保留管辖权。〔1〕各国应当登记。〔2〕规则尚在发展之中。〔3〕国家须负责任。〔4〕\n\n〔1〕参见贺其治：《外层空间法》，法律出版社1992年版，第88页。\n〔2〕同前注〔1〕，贺其治书，第90页。\n〔3〕林海生：“登记的边界”，《航天学报》2003年第4期；另见[美]安娜·莫：《登记法》，周秀英、马忠法等译，法律出版社2005年版。\n〔4〕骆清铭：《登记的规则》，海南大学2018年博士学位论文，第45页。\n\n* 海南大学法学院教授、空间法研究所所长，法学博士。";
    check(
        text,
        &[
            "authored(贺其治, 外层空间法)",
            "authored(林海生, 登记的边界)",
            "publishedIn(登记的边界, 航天学报)",
            "authored(安娜·莫, 登记法)",
            "authored(骆清铭, 登记的规则)",
            "affiliatedWith(沈砚秋, 海南大学法学院)",
            "position(沈砚秋, 所长)",
        ],
        &["position(沈砚秋, 法学博士)", "authored(周秀英, 登记法)"],
    );
    check_entities(text, &["Person 马忠法"], &["* 〔1〕"]);
}

#[test]
fn the_only_author_has_a_note_of_its_own() {
    let article = |note: &str| format!("论登记制度\n\n沈砚秋\n\n登记国保留管辖权。\n\n{note}");
    check(
        &article("（作者系海南大学法学院教授）"),
        &["affiliatedWith(沈砚秋, 海南大学法学院)", "position(沈砚秋, 教授)"],
        &[],
    );
    check(
        &article("（作者单位：海南大学法学院）"),
        &["affiliatedWith(沈砚秋, 海南大学法学院)"],
        &[],
    );
    check(
        &article("海南大学法学院教授骆清铭到会。"),
        &[],
        &["affiliatedWith(沈砚秋, 海南大学法学院)"],
    );
}

#[test]
fn an_address_has_a_space_before_the_school_and_a_province() {
    check(
        "论登记制度\n\n沈砚秋 林海生\n\n(中山大学 法学院, 广东 广州 510006)\n\n登记国保留管辖权。",
        &["affiliatedWith(沈砚秋, 中山大学法学院)", "affiliatedWith(林海生, 中山大学法学院)"],
        &[],
    );
}

#[test]
fn an_english_title_has_commas_before_volume_and_periodical() {
    let text = "论登记制度\n\n沈砚秋\n\n登记国保留管辖权。[1]各国应当登记。[2]\n\n[1] See Nora Lind, Ice Rights, Self-Defence and the Sea, 17 Journal of Polar Law 229 (2012).\n[2] Ole Berg, \"From Nets to Rules: A Map,\" Leiden Review of Law, vol. 30, no. 4 (2017), pp. 877-899.";
    check(
        text,
        &[
            "authored(Nora Lind, Ice Rights, Self-Defence and the Sea)",
            "authored(Ole Berg, From Nets to Rules: A Map)",
        ],
        &[],
    );
}

#[test]
fn an_editor_s_role_is_no_other_name() {
    let text = article(
        "[1] Schmitt M N (Ed.). Manual of the Sea[M]. Oxford: Hart, 2017.\n[2] Lind N (Ed.). Rules of the Sea[M]. Oxford: Hart, 2015.",
    );
    check(
        &text,
        &["authored(Lind N, Rules of the Sea)"],
        &["alsoKnownAs(Schmitt M N, Ed.)", "authored(Schmitt M N, Rules of the Sea)"],
    );
}

#[test]
fn english_notes_with_chinese_commas() {
    let text = "第11期\n\n论制度竞争\n\n沈砚秋 林海生\n\n【关键词】制度\n【作者简介】沈砚秋，海南大学法学院讲师；林海生，厦门大学南海研究院助理研究员。\n\n制度竞争并不稳定。①各国态度不一。②规则尚在发展之中。③\n\n① Tyler Moe，“Deference in Ｒegime Complexes，” Polar Organization，Vol．72，No．3，2018，pp．561－590．\n② Nora W．Lind and Ole Berg，“The Ｒegime for Ice，” pp．277－309; Ida Moe，“The Ｒegime for Nets，”Planning of Ports: Policy，Vol．30，No．4，2012，pp．571－590．\n③ Anna Vik and Olav Stokke，eds．，Managing Ice Ｒegimes，Oslo: Fram Press，2011，p．3．";
    check(
        text,
        &[
            "authored(Tyler Moe, Deference in Regime Complexes)",
            "publishedIn(Deference in Regime Complexes, Polar Organization)",
            "authored(Nora W.Lind, The Regime for Ice)",
            "authored(Ida Moe, The Regime for Nets)",
            "authored(Olav Stokke, Managing Ice Regimes)",
            "affiliatedWith(林海生, 厦门大学南海研究院)",
        ],
        &["authored(Ida Moe, The Regime for Ice)"],
    );
}

#[test]
fn a_starred_note_of_somebody_else_is_no_post_of_the_author() {
    let article = |note: &str| format!("论登记制度\n\n沈砚秋\n\n登记国保留管辖权。\n\n{note}");
    for note in [
        "* 厦门大学校长黄有方亦持此说。",
        "* 国际海洋学院院长、厦门大学校长均未出席。",
        "作者系海南大学教授黄有方的学生。",
    ] {
        check(
            &article(note),
            &[],
            &["position(沈砚秋, 校长)", "position(沈砚秋, 院长)", "position(沈砚秋, 教授)"],
        );
    }
    let two = "论登记制度\n\n沈砚秋 林海生\n\n登记国保留管辖权。\n\n（作者单位：海南大学法学院；厦门大学商学院）";
    check(
        two,
        &["affiliatedWith(沈砚秋, 海南大学法学院)", "affiliatedWith(林海生, 厦门大学商学院)"],
        &["affiliatedWith(林海生, 海南大学法学院)"],
    );
}

#[test]
fn a_reference_said_again_in_another_language_is_one_work() {
    for again in [
        "(Shen Yanqiu. The Rules of Polar Ports[J]. Polar Law Review, 2014, (6): 17-21.)",
        " Shen Yanqiu. The Rules of Polar Ports[J]. Polar Law Review, 2014, (6): 17-21.",
    ] {
        check(
            &article(&format!("[1] 沈砚秋.极地港口的规则[J].极地法评论，2014（6）：17-21.{again}")),
            &[
                "authored(沈砚秋, 极地港口的规则)",
                "publishedIn(极地港口的规则, 极地法评论)",
                "publishedOn(极地港口的规则, 2014)",
            ],
            &[
                "authored(Shen Yanqiu, The Rules of Polar Ports)",
                "publishedIn(The Rules of Polar Ports, Polar Law Review)",
            ],
        );
    }
    // Another work of another year, behind a Chinese one.
    check(
        &article(
            "[1] 沈砚秋.极地港口的规则[J].极地法评论，2014（6）：17-21. Moe T. Ports of Ice[J]. Polar Law Review, 2016, (2): 3-9.",
        ),
        &["authored(沈砚秋, 极地港口的规则)", "publishedIn(Ports of Ice, Polar Law Review)"],
        &[],
    );
}

#[test]
fn a_note_within_the_text_cites_like_one_below_it() {
    check(
        "关于登记的报告\n\n学界早有论述（参见沈砚秋：《极地港口的规则》，《海洋法评论》2012年第3期；林海生：《海上登记》，海洋出版社2003年版）。",
        &[
            "authored(沈砚秋, 极地港口的规则)",
            "publishedIn(极地港口的规则, 海洋法评论)",
            "authored(林海生, 海上登记)",
            "publishedOn(海上登记, 2003)",
        ],
        &[],
    );
    check(
        "关于登记的报告\n\n登记国负有责任。\n\n② 沈砚秋：《极地港口的规则》，法律出版社2010年版、韩荣璋、林海生：《冰与灯》，海洋出版社1998年版。\n",
        &["authored(韩荣璋, 冰与灯)", "authored(林海生, 冰与灯)", "publishedOn(冰与灯, 1998)"],
        &["authored(沈砚秋, 冰与灯)"],
    );
}

#[test]
fn works_that_are_given_as_examples() {
    check_entities(
        "关于近况的报告\n\n另有一些作品涉及此事，如《极地之光》、《冰上的人》等。",
        &["ScholarlyWork 极地之光", "ScholarlyWork 冰上的人"],
        &[],
    );
    // In a list what is known of one title holds for those beside it.
    check_entities(
        "关于近况的报告\n\n主要成果有：《极地之光》、《冰上的人》、《极地行动计划》等（沈砚秋：《冰上的人》，法律出版社2010年版）。",
        &["ScholarlyWork 极地之光", "ScholarlyWork 冰上的人", "PolicyDocument 极地行动计划"],
        &[],
    );
    check_entities(
        "关于近况的报告\n\n峰会的主要成果有：《冰上的人》、《三亚宣言》等。",
        &["PolicyDocument 冰上的人"],
        &[],
    );
}

#[test]
fn another_work_of_the_year_is_no_translation() {
    check(
        &article(
            "[1] 沈砚秋. 海洋秩序[M]. 北京: 法律出版社, 2015; Moe T. Ports of Ice[M]. Oslo: Fram Press, 2015.",
        ),
        &["authored(沈砚秋, 海洋秩序)", "authored(Moe T, Ports of Ice)"],
        &[],
    );
}

#[test]
fn a_name_of_three_words_is_no_title() {
    check(
        &article(
            "[1] Karin Vik Moe, Ole Stig Berg, The Rules of the Sea, Polar Law Review, Vol. 3, 2001.",
        ),
        &["authored(Ole Stig Berg, The Rules of the Sea)"],
        &[],
    );
}

#[test]
fn a_full_name_in_brackets_is_no_note() {
    check(
        "关于近况的报告\n\n智利加入《极地公约》（全称：《极地水域航行安全公约》，1992年3月订立）。",
        &["signed(智利, 极地公约)"],
        &["publishedOn(极地水域航行安全公约, 1992-03)"],
    );
    check_entities(
        "关于近况的报告\n\n《海洋年度报告》编委周秀英出席，外交部2017年发布的文件有《海洋之光》。",
        &["PolicyDocument 海洋年度报告", "PolicyDocument 海洋之光"],
        &["Periodical 海洋年度报告", "ScholarlyWork 海洋之光"],
    );
}

#[test]
fn a_periodical_and_its_issue_carry_a_work() {
    for sentence in [
        "《海洋法评论》2015年第2期刊发了海南大学教授骆清铭的《论北极航道》一文。",
        "海南大学教授骆清铭在《海洋法评论》2015年第2期发表《论北极航道》一文。",
    ] {
        check(
            &format!("关于近况的报告\n\n{sentence}"),
            &[
                "authored(骆清铭, 论北极航道)",
                "publishedIn(论北极航道, 海洋法评论)",
                "publishedOn(论北极航道, 2015)",
            ],
            &[],
        );
    }
}
