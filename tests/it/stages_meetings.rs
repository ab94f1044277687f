//! Meetings: who took part, and proceedings with their sections.

use crate::stages::{check, check_entities};

#[test]
fn a_speaker_at_a_meeting_takes_part() {
    check(
        "古特雷斯秘书长在第六届海洋大会上指出，珊瑚正在白化。",
        &["participatedIn(古特雷斯, 第六届海洋大会)"],
        &[],
    );
}

#[test]
fn a_chair_takes_part() {
    check(
        "第五届冻土论坛由中国科学院研究员赖远明主持。",
        &["participatedIn(赖远明, 第五届冻土论坛)", "affiliatedWith(赖远明, 中国科学院)"],
        &[],
    );
}

#[test]
fn delegations_take_part() {
    check(
        "第二届地震预警论坛闭幕，日本、智利和墨西哥代表团与会。",
        &["participatedIn(日本, 第二届地震预警论坛)", "participatedIn(墨西哥, 第二届地震预警论坛)"],
        &[],
    );
}

#[test]
fn a_letter_is_no_participation() {
    check("印度总理莫迪向第二届瑜伽论坛致贺信。", &[], &["participatedIn(莫迪, 第二届瑜伽论坛)"]);
}

#[test]
fn organising_is_not_taking_part() {
    check("山东大学举办第二届考古论坛。", &[], &["participatedIn(山东大学, 第二届考古论坛)"]);
}

#[test]
fn who_proposes_at_a_meeting_takes_part() {
    check(
        "在第四届岛国论坛上，图瓦卢提出《数字国土倡议》。",
        &["participatedIn(图瓦卢, 第四届岛国论坛)", "proposed(图瓦卢, 数字国土倡议)"],
        &[],
    );
}

#[test]
fn a_heading_names_the_meeting_of_its_section() {
    check(
        "“海洋治理”系列国际研讨会成果汇编\n\n一、加强海洋法治建设\n\n2022年5月10日，中山大学举办“海洋法治的未来”国际研讨会。来自厦门大学、挪威极地研究所的专家参加，达成如下成果：\n\n1. 各方应坚持开放包容原则，共同维护海洋秩序。\n\n2. 加强数据共享。\n\n与会专家名单\n\n1. 梁思齐 厦门大学海洋与地球学院教授\n2. 韦小宁 中国极地研究中心副主任\n3. 何启明 中山大学法学院院长",
        &[
            "organised(中山大学, 海洋法治的未来国际研讨会)",
            "heldOn(海洋法治的未来国际研讨会, 2022-05-10)",
            "participatedIn(厦门大学, 海洋法治的未来国际研讨会)",
            "participatedIn(梁思齐, 海洋法治的未来国际研讨会)",
            "affirms(海洋法治的未来国际研讨会, 开放包容)",
            "position(何启明, 院长)",
        ],
        &[],
    );
}

#[test]
fn a_conference_of_parties_is_named_by_the_title_before_it() {
    let text = "1997年12月，《联合国气候变化框架公约》第三次缔约方大会通过《京都议定书》。";
    check(text, &["adopted(联合国气候变化框架公约第三次缔约方大会, 京都议定书)"], &[]);
}

#[test]
fn a_forum_by_its_number_alone_is_of_no_body() {
    check_entities(
        "北方港口联盟于2012年成立，首届论坛当年举办。",
        &[],
        &["Event 北方港口联盟首届论坛"],
    );
}
