//! What is spoken of again by its kind, editions of a meeting, notes that list, names told by their
//! acronyms.

use crate::stages::{check, check_entities};

#[test]
fn a_document_is_spoken_of_again_by_its_kind() {
    check(
        "国家海洋局发布《深海采样指引》。该指引以信息公开、样本共享为原则。",
        &["affirms(深海采样指引, 信息公开)", "affirms(深海采样指引, 样本共享)"],
        &[],
    );
    check(
        "2019年6月，北极理事会通过《罗瓦涅米宣言》。宣言重申，恪守不干涉内政原则。",
        &["affirms(罗瓦涅米宣言, 不干涉内政原则)"],
        &[],
    );
    check(
        "2003年，国际海事组织通过《深海渔业公约》。同年9月，智利和秘鲁签署该公约。",
        &["signed(智利, 深海渔业公约)", "signed(秘鲁, 深海渔业公约)"],
        &[],
    );
    // Without one named before it names nothing.
    check_entities(
        "该协定尚未生效。宣言重申了立场。",
        &[],
        &["Treaty 该协定", "PolicyDocument 宣言"],
    );
}

#[test]
fn a_body_is_spoken_of_again_by_its_kind() {
    check(
        "2016年，“深海生物联合研究中心”在青岛揭牌。中心由中国海洋大学、奥斯陆大学共同组建。",
        &["established(奥斯陆大学, 深海生物联合研究中心)"],
        &[],
    );
}

#[test]
fn the_year_right_before_a_meeting_tells_its_edition() {
    check_entities(
        "2019年北方渔业峰会和2021年北方渔业峰会都在大连举行。",
        &["Event 2019年北方渔业峰会", "Event 2021年北方渔业峰会"],
        &["Event 北方渔业峰会"],
    );
    check(
        "2019年北极理事会部长级会议《罗瓦涅米声明》影响深远。",
        &["heldOn(2019年北极理事会部长级会议, 2019)"],
        &[],
    );
    // A day or month is when it was held, and an ordinal is name enough.
    check(
        "2018年4月全国渔业工作会议提出新要求。2020年第五届北方渔业论坛闭幕。",
        &["heldOn(全国渔业工作会议, 2018-04)", "heldOn(第五届北方渔业论坛, 2020)"],
        &[],
    );
}

#[test]
fn one_edition_is_the_meeting_named_without_its_year() {
    check(
        "2019年北极理事会峰会在奥斯陆举行。北极理事会峰会通过了《航运宣言》。",
        &["adopted(2019年北极理事会峰会, 航运宣言)", "heldIn(2019年北极理事会峰会, 奥斯陆)"],
        &[],
    );
}

#[test]
fn a_province_before_a_city_is_of_its_name() {
    check(
        "第五届稻作研讨会在江苏南京召开。第六届稻作研讨会在江苏召开。",
        &["heldIn(第五届稻作研讨会, 江苏南京)", "heldIn(第六届稻作研讨会, 江苏)"],
        &["heldIn(第五届稻作研讨会, 江苏)"],
    );
}

#[test]
fn an_acronym_behind_it_shows_a_name() {
    check(
        "热带食物科学中心（TFSC）高级科学家陈远出席第五届稻作论坛。",
        &["alsoKnownAs(热带食物科学中心, TFSC)", "affiliatedWith(陈远, 热带食物科学中心)"],
        &[],
    );
    check_entities("科学中心高级科学家出席会议。", &[], &["Organisation 科学中心"]);
}

#[test]
fn a_short_list_before_a_head_word_is_split() {
    check_entities(
        "各方应当遵循透明、协商一致和科学依据原则。",
        &["Principle 透明", "Principle 协商一致"],
        &[],
    );
    check_entities(
        "中国坚持国家不分大小、强弱、贫富一律平等的原则。",
        &[],
        &["Principle 强弱", "Principle 贫富一律平等"],
    );
}

#[test]
fn counted_maxims_in_one_quotation_are_one_set() {
    check_entities(
        "2016年7月，会议提出“两个坚持、三个转变”。",
        &["PrincipleSet 两个坚持、三个转变"],
        &["Principle 两个坚持"],
    );
}

#[test]
fn posts_that_persons_are_elected_to() {
    check(
        "2021年2月，国家海洋信息中心的林海远和陈平川分别当选国际海洋学院董事和国际航运学会副会长。",
        &["position(林海远, 董事)", "position(陈平川, 副会长)", "electedTo(陈平川, 国际航运学会)"],
        &["position(林海远, 副会长)"],
    );
}

#[test]
fn reporters_between_parentheses_are_the_outlets() {
    check(
        "新华社大连5月8日电（记者林远、陈平）第六届北方渔业论坛8日在大连举行。",
        &["affiliatedWith(林远, 新华社)", "affiliatedWith(陈平, 新华社)", "position(陈平, 记者)"],
        &[],
    );
}

#[test]
fn a_memorandum_is_cooperation() {
    check(
        "2017年，挪威与秘鲁签署《关于渔业执法的谅解备忘录》。2018年，智利与秘鲁签署《关于引渡的条约》。",
        &["cooperatesWith(挪威, 秘鲁)"],
        &["cooperatesWith(智利, 秘鲁)"],
    );
}

#[test]
fn what_a_note_lists_is_of_the_set_that_the_text_counts() {
    check(
        "论深海治理\n\n林海远\n\n摘要：本文讨论深海治理。\n\n2019年，挪威提出了“三项原则”①。\n\n即秉持科学精神、兼顾养护利用、坚守公平正义。\n",
        &["hasPrinciple(三项原则, 秉持科学精神)", "hasPrinciple(三项原则, 坚守公平正义)"],
        &[],
    );
}

#[test]
fn what_gets_a_short_form_is_a_name() {
    check_entities(
        "渔业和港口工作座谈会（以下简称“座谈会”）在大连举行。渔业座谈会在大连举行。",
        &["Event 渔业和港口工作座谈会"],
        &["Event 渔业座谈会"],
    );
}

#[test]
fn the_committee_that_prepares_a_meeting_is_no_meeting() {
    check_entities(
        "第六届世界互联网大会组委会发布了通知。",
        &["Organisation 世界互联网大会组委会"],
        &["Event 第六届世界互联网大会组委会"],
    );
}

#[test]
fn a_title_that_the_text_calls_an_instrument_is_one_in_its_notes() {
    check_entities(
        "论深海治理\n\n林海远\n\n摘要：本文讨论深海治理。\n\n国务院新闻办公室发布《携手建设深海家园》白皮书。\n\n① 参见《携手建设深海家园》，新华网，2021年3月2日，https://example.org/a。\n",
        &["PolicyDocument 携手建设深海家园"],
        &["ScholarlyWork 携手建设深海家园"],
    );
}

#[test]
fn words_around_a_title_tell_a_work_from_a_periodical() {
    check_entities(
        "他2020年发表于《远洋问题》第6期的论文《深海责任的表达》影响很大，专著《海的转型》亦然。",
        &["Periodical 远洋问题", "ScholarlyWork 深海责任的表达", "ScholarlyWork 海的转型"],
        &[],
    );
}

#[test]
fn a_transcribed_name_ends_before_the_preposition_of_a_date() {
    check_entities("英国前外相威廉黑格于2011年发起会议。", &["Person 威廉黑格"], &[]);
}

#[test]
fn an_organ_of_a_body_that_no_list_knows_is_a_body() {
    check_entities(
        "国际水利协会执行理事会选出了主席。国际水利协会第九届理事会会议闭幕。",
        &["* 国际水利协会执行理事会", "Event 国际水利协会第九届理事会会议"],
        &["Event 国际水利协会执行理事会"],
    );
}

#[test]
fn a_centre_of_the_state_is_one_by_its_name() {
    check_entities(
        "国家渔业资源监测中心在大连建成。区域监测中心在大连建成。",
        &["GovernmentBody 国家渔业资源监测中心"],
        &["* 区域监测中心"],
    );
}

#[test]
fn a_meeting_is_told_by_its_number_in_a_series() {
    check(
        "2019年9月，第三届深海治理论坛在大连举行。第五届论坛于2021年8月改在青岛举行。",
        &[
            "heldIn(第三届深海治理论坛, 大连)",
            "heldIn(第五届深海治理论坛, 青岛)",
            "heldOn(第五届深海治理论坛, 2021-08)",
        ],
        &["heldIn(第三届深海治理论坛, 青岛)"],
    );
    // Without a series before it, it names nothing.
    check_entities("第五届论坛在青岛举行。", &[], &["Event 第五届论坛"]);
}

#[test]
fn a_parenthesis_gives_an_acronym_and_a_short_form() {
    check(
        "西部荒漠研究院（英文简称WDI，下称“研究院”）成立。2016年，研究院发布《荒漠修复蓝皮书》。",
        &["issued(西部荒漠研究院, 荒漠修复蓝皮书)", "alsoKnownAs(西部荒漠研究院, WDI)"],
        &[],
    );
    check(
        "大会通过《关于渔工目标和宗旨的宣言》（即《利马宣言》）。《2007年渔业劳工公约》（第188号公约）生效。",
        &[
            "alsoKnownAs(关于渔工目标和宗旨的宣言, 利马宣言)",
            "alsoKnownAs(2007年渔业劳工公约, 第188号公约)",
            "issuedOn(2007年渔业劳工公约, 2007)",
        ],
        &[],
    );
}

#[test]
fn of_states_with_one_short_form_the_one_named_in_full_is_meant() {
    check_entities(
        "中国和乌兹别克斯坦发表联合声明。中乌联合委员会举行会议。",
        &["Country 乌兹别克斯坦"],
        &["Country 乌克兰"],
    );
    check_entities("中乌联合委员会举行会议，乌克兰代表出席。", &["Country 乌克兰"], &[]);
}

#[test]
fn posts_between_commas_go_on_over_a_degree() {
    check(
        "林海远，海南大学法学院副教授，法学博士，中国海洋学会理事。",
        &[
            "position(林海远, 副教授)",
            "position(林海远, 理事)",
            "affiliatedWith(林海远, 中国海洋学会)",
        ],
        &["position(林海远, 法学博士)"],
    );
}

#[test]
fn a_meeting_spoken_of_by_its_kind_is_the_subject() {
    check(
        "首届极地安全峰会开幕，挪威、丹麦的代表出席。论坛发表《极地宣言》。",
        &["issued(首届极地安全峰会, 极地宣言)"],
        &["issued(挪威, 极地宣言)", "issued(丹麦, 极地宣言)"],
    );
}

#[test]
fn a_measure_before_a_title_is_no_ministry() {
    check_entities("研究所发布我国首部《渔业蓝皮书》。", &[], &["GovernmentBody 我国首部"]);
}

#[test]
fn the_field_of_a_ministry_may_hold_a_conjunction() {
    check_entities(
        "蒙古国环境与旅游部发布公告。中国外交部和商务部发布公告。",
        &["GovernmentBody 蒙古国环境与旅游部", "GovernmentBody 商务部"],
        &["GovernmentBody 中国外交部和商务部"],
    );
}

#[test]
fn partners_of_a_proposal_cooperate_with_the_first() {
    check(
        "2024年，冰岛又与秘鲁、智利共同发起《蓝色粮食倡议》。",
        &["cooperatesWith(冰岛, 秘鲁)", "proposed(智利, 蓝色粮食倡议)"],
        &["cooperatesWith(秘鲁, 智利)"],
    );
}

#[test]
fn posts_stand_in_parentheses_behind_a_name() {
    check(
        "执笔人：林海远（海南大学法学院研究员）、陈平川（Chen Pingchuan，三亚学院副校长）、黄有方（上海海事大学）。",
        &[
            "affiliatedWith(林海远, 海南大学法学院)",
            "position(林海远, 研究员)",
            "position(陈平川, 副校长)",
            "affiliatedWith(黄有方, 上海海事大学)",
        ],
        &["affiliatedWith(黄有方, 海南大学法学院)"],
    );
}

#[test]
fn the_members_of_a_set_stand_before_its_count() {
    check(
        "2024年，挪威提出“预防为先、科技赋能、守望相助”三点主张。",
        &["hasPrinciple(三点主张, 科技赋能)", "proposed(挪威, 三点主张)"],
        &[],
    );
    // Two are not three.
    check_entities(
        "挪威提出“预防为先、科技赋能”三点主张。",
        &[],
        &["PrincipleSet 预防为先、科技赋能三点主张"],
    );
}

#[test]
fn sessions_of_assemblies_are_numbered_without_a_prefix() {
    check_entities(
        "十四届全国人大二次会议通过了决议，第十三届全国人大常委会第十次会议闭幕。",
        &["Event 十四届全国人大二次会议", "Event 第十三届全国人大常委会第十次会议"],
        &["Event 全国人大二次会议"],
    );
}

#[test]
fn the_body_that_a_sentence_is_about_is_spoken_of_again() {
    check(
        "国家海洋局与美国海岸警卫局开展合作。该局举办第五届极地航运论坛。",
        &["organised(国家海洋局, 第五届极地航运论坛)"],
        &["organised(美国海岸警卫局, 第五届极地航运论坛)"],
    );
}

#[test]
fn two_principles_with_their_head_words_are_two() {
    check_entities(
        "该条约确立了不得据为己有原则和适当顾及原则。",
        &["Principle 适当顾及原则"],
        &["Principle 不得据为己有原则和适当顾及原则"],
    );
}

#[test]
fn the_head_of_a_roster_names_nobody() {
    check_entities(
        "与会专家名单\n\n姓名 单位 职务\n1. 林海远 海南大学教授\n2. 陈平川 三亚学院教授\n3. 黄有方 上海海事大学校长",
        &["Person 林海远"],
        &["Person 姓名"],
    );
}

#[test]
fn sets_that_are_named_by_a_count_alone_are_two() {
    check(
        "《海洋宣言》重申“开放、包容”两项原则。《极地宣言》重申“保密、排他”两项原则。",
        &["affirms(海洋宣言, 包容)", "hasPrinciple(保密、排他两项原则, 排他)"],
        &["hasPrinciple(开放、包容两项原则, 排他)", "hasPrinciple(保密、排他两项原则, 包容)"],
    );
}

#[test]
fn a_bare_kind_of_treaty_is_of_that_kind_and_a_series_is_numbered() {
    check(
        "《生物多样性公约》与《巴黎协定》都很重要。2018年11月，公约第十四次缔约方大会在埃及召开。",
        &[],
        &["heldIn(巴黎协定第十四次缔约方大会, 埃及)"],
    );
    check(
        "首届海洋论坛由秘鲁主办。博鳌亚洲论坛由中国发起。第三届论坛于2019年在利马举行。",
        &["heldIn(第三届海洋论坛, 利马)"],
        &["heldIn(第三届博鳌亚洲论坛, 利马)"],
    );
}

#[test]
fn what_is_denied_is_not_proposed_and_what_follows_a_title_may_be_dated_instead() {
    check(
        "冰岛未在第五届世界渔业大会上提出《可持续渔业倡议》。挪威、芬兰反对宣布成立国际湿地联盟。",
        &[],
        &["proposed(冰岛, 可持续渔业倡议)", "established(挪威, 国际湿地联盟)"],
    );
    check(
        "2024年12月《电子商务法》执法检查启动。智利早已批准1979年《月球协定》。",
        &["issuedOn(月球协定, 1979)"],
        &["issuedOn(电子商务法, 2024-12)"],
    );
}
