//! Known gaps: what the program does today where it should do better; each test says what.

use crate::stages::{check, check_entities};

// The second school is 南京大学环境学院.
#[test]
fn a_school_behind_another_school_lacks_its_university() {
    check_entities(
        "论坛由南京大学大气科学学院、环境学院主办。",
        &["University 南京大学大气科学学院"],
        &["University 南京大学环境学院"],
    );
}

// 网络 is no ending of bodies, for it ends too many ordinary words.
#[test]
fn a_network_is_no_body() {
    check(
        "东南亚国家海洋观测网络（以下简称“海观网”）于2013年成立。",
        &[],
        &["alsoKnownAs(东南亚国家海洋观测网络, 海观网)"],
    );
}
