//! Lives told in lines of years, whose subject the first line names.

use crate::stages::{check, check_entities};

fn life(lines: &str) -> String {
    format!("骆清铭简历\n\n骆清铭，男，1935年6月生，海南三亚人，海南大学名誉校长。\n\n{lines}")
}

#[test]
fn who_opens_a_life_by_birth_or_sex() {
    for opening in [
        "骆清铭，男，1935年6月生，海南三亚人，海南大学名誉校长。",
        "骆清铭（1935年6月— ），海南三亚人，海南大学名誉校长。",
        "骆清铭（1935—2010），海南三亚人，海南大学名誉校长。",
    ] {
        check(
            &format!("人物\n\n{opening}"),
            &["position(骆清铭, 名誉校长)", "affiliatedWith(骆清铭, 海南大学)"],
            &[],
        );
    }
    check_entities("人物\n\n高质量（2035年目标）已经确定。", &[], &["Person 高质量"]);
}

#[test]
fn lines_of_years_give_the_posts_of_who_was_named() {
    check(
        &life(
            "1956年至1958年厦门大学助教。\n\n1958年在挪威任教授，1960年回国后历任武汉大学副教授、系主任。\n\n1994年至1997年化学工业部副部长（1996年12月）。\n\n现任中国海洋学会理事长、厦门大学名誉教授。",
        ),
        &[
            "affiliatedWith(骆清铭, 厦门大学)",
            "position(骆清铭, 助教)",
            "affiliatedWith(骆清铭, 武汉大学)",
            "position(骆清铭, 副部长)",
            "affiliatedWith(骆清铭, 化学工业部)",
            "position(骆清铭, 理事长)",
        ],
        &["position(骆清铭, 回国后历任武汉大学副教授)"],
    );
}

#[test]
fn a_line_about_another_or_of_other_things_gives_no_post() {
    check(
        &life(
            "其父为海南大学教授骆明远。\n\n1956年至1958年厦门大学学习。\n\n1998年中国海洋学会成立，海南大学校长出席。\n\n1999年拟任厦门大学校长。",
        ),
        &[],
        &["position(骆清铭, 教授)", "affiliatedWith(骆清铭, 厦门大学)", "position(骆清铭, 校长)"],
    );
    // Without a life before it, a line of years has no subject.
    check("大事记\n\n1956年至1958年厦门大学助教。", &[], &["position(厦门大学, 助教)"]);
}
