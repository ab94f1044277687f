//! Rosters in prose: members with their posts behind a colon, leaders and delegates who attend, headlines
//! that say who was there.

use crate::stages::{check, check_entities, check_report};

#[test]
fn posts_stand_behind_a_name_and_a_colon() {
    let roster =
        |line: &str| format!("海洋食品标准委员会名单\n\n{line}\n\n骆清铭教授：海南大学副校长");
    check(
        &roster("周秀英教授：中国海洋学会理事长、海南大学食品学院院长、厦门大学"),
        &[
            "position(周秀英, 理事长)",
            "position(周秀英, 院长)",
            "affiliatedWith(周秀英, 中国海洋学会)",
            "affiliatedWith(周秀英, 厦门大学)",
            "position(骆清铭, 副校长)",
        ],
        &["affiliatedWith(周秀英, 海南大学)"],
    );
    check(
        &roster("林 慧院士：海南大学校长，《海洋食品》杂志主编"),
        &["position(林慧, 校长)", "affiliatedWith(林慧, 海南大学)", "position(林慧, 主编)"],
        &[],
    );
    check_entities(
        &roster("林 慧院士：《海洋食品》杂志主编、《Ocean Food》副主编"),
        &["Periodical 海洋食品", "Periodical Ocean Food"],
        &["PolicyDocument 海洋食品"],
    );
    // What somebody says behind a colon is no post.
    check(
        &roster("周秀英教授：代表的职责是为海洋发声。"),
        &[],
        &["position(周秀英, 代表)", "position(周秀英, 代表的职责)"],
    );
    check(&roster("据周秀英教授：海南大学校长"), &[], &["position(周秀英, 校长)"]);
}

#[test]
fn a_body_before_its_office_is_nobody() {
    check_entities(
        "海洋食品标准委员会\n\n院士、吉林大学校长\n\n委员会讨论了标准。",
        &[],
        &["Person 吉林大学"],
    );
}

#[test]
fn leaders_and_delegates_attend_in_one_list() {
    let sentence =
        "挪威首相骆清铭、智利总统沈砚秋，观察员国秘鲁领导人，以及湄公河委员会秘书长李明等参加。";
    check_report(
        sentence,
        &[
            "participatedIn(骆清铭, 第三届海商法论坛)",
            "participatedIn(沈砚秋, 第三届海商法论坛)",
            "participatedIn(李明, 第三届海商法论坛)",
        ],
        &[],
    );
    check_report(
        "挪威首相骆清铭、智利总统沈砚秋和秘鲁代表以及湄公河委员会秘书长等参加。",
        &[
            "participatedIn(骆清铭, 第三届海商法论坛)",
            "participatedIn(沈砚秋, 第三届海商法论坛)",
            "participatedIn(秘鲁, 第三届海商法论坛)",
        ],
        &[],
    );
    check_report(
        "挪威首相骆清铭、智利总统沈砚秋和秘鲁代表以及湄公河委员会秘书长等未参加。",
        &[],
        &["participatedIn(骆清铭, 第三届海商法论坛)", "participatedIn(秘鲁, 第三届海商法论坛)"],
    );
}

#[test]
fn who_takes_part_in_what_is_told_of() {
    for words in ["参与了讨论", "参与了会议", "参与论坛"] {
        check_report(
            &format!("海南大学教授周秀英、厦门大学教授骆清铭等{words}。"),
            &[
                "participatedIn(周秀英, 第三届海商法论坛)",
                "participatedIn(骆清铭, 第三届海商法论坛)",
            ],
            &[],
        );
    }
    check_report(
        "海南大学教授周秀英、厦门大学教授骆清铭等参与了投票。",
        &[],
        &["participatedIn(周秀英, 第三届海商法论坛)"],
    );
}

#[test]
fn a_headline_below_the_name_of_a_broadcast() {
    let news = |line: &str| {
        format!(
            "海上新闻（20240705）\n\n骆清铭出席第五届渔业大会\n\n利马7月4日电，当地时间7月4日上午，挪威首相骆清铭在利马国家宫出席第五届渔业大会。{line}"
        )
    };
    check(
        &news("智利总统沈砚秋、秘鲁总统林海生等参加。"),
        &[
            "participatedIn(骆清铭, 第五届渔业大会)",
            "participatedIn(沈砚秋, 第五届渔业大会)",
            "heldIn(第五届渔业大会, 利马)",
            "heldOn(第五届渔业大会, 2024-07-04)",
        ],
        &[],
    );
    check(
        &news("智利总统沈砚秋、秘鲁总统林海生等没有参加。"),
        &[],
        &["participatedIn(沈砚秋, 第五届渔业大会)"],
    );
}

#[test]
fn a_predecessor_has_the_post_without_the_word() {
    check(
        "海南大学前任校长周秀英出席论坛。",
        &["position(周秀英, 校长)", "affiliatedWith(周秀英, 海南大学)"],
        &["position(周秀英, 前任校长)"],
    );
}

#[test]
fn what_a_speaker_says_behind_a_colon_is_no_post() {
    for line in [
        "骆清铭：联合国秘书长，我们支持。",
        "骆清铭：上海合作组织，金砖国家，二十国集团，这些平台很重要。",
        "骆清铭：中国海洋学会、海南大学都是会员。",
    ] {
        check(
            &format!("关于近况的报告\n\n{line}"),
            &[],
            &[
                "position(骆清铭, 秘书长)",
                "affiliatedWith(骆清铭, 联合国)",
                "affiliatedWith(骆清铭, 上海合作组织)",
                "affiliatedWith(骆清铭, 中国海洋学会)",
            ],
        );
    }
}

#[test]
fn delegates_of_whom_something_else_is_told() {
    for sentence in [
        "李明会见了柬埔寨代表、老挝代表，并出席论坛。",
        "中方介绍，柬埔寨代表、老挝代表此前宣布退出，其余各方照常出席。",
    ] {
        check_report(
            sentence,
            &[],
            &["participatedIn(柬埔寨, 第三届海商法论坛)", "participatedIn(老挝, 第三届海商法论坛)"],
        );
    }
    check_report(
        "周秀英、骆清铭参与会议组织工作。",
        &[],
        &["participatedIn(周秀英, 第三届海商法论坛)"],
    );
}
