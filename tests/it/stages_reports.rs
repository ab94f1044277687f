//! Reports of meetings of bodies of states, joint statements: what sessions, members and parties
//! look like.

use crate::stages::{check, check_entities};

fn report(text: &str) -> String {
    format!("第六届北方渔业论坛在大连举行\n\n第六届北方渔业论坛5月8日在大连举行。\n\n{text}")
}

#[test]
fn a_body_founded_in_a_year_has_it_behind_the_verb() {
    check(
        "北太湖渔业协会成立于1987年，总部设在挪威。",
        &["establishedOn(北太湖渔业协会, 1987)", "basedIn(北太湖渔业协会, 挪威)"],
        &[],
    );
}

#[test]
fn the_session_of_a_body_defines_its_short_name() {
    check(
        "海洋测绘委员会（以下简称“海测委”）第九届会议于2021年5月在里斯本召开。海测委主席林远致辞。",
        &[
            "alsoKnownAs(海洋测绘委员会, 海测委)",
            "heldIn(海洋测绘委员会第九届会议, 里斯本)",
            "affiliatedWith(林远, 海洋测绘委员会)",
        ],
        &["heldOn(海测委, 2021-05)"],
    );
}

#[test]
fn an_assembly_without_an_ordinal_is_an_organ_of_its_body() {
    check_entities(
        "国际海事组织大会通过决议。国际海事组织第三十三届大会在伦敦开幕。",
        &["InternationalOrganisation 国际海事组织大会", "Event 国际海事组织第三十三届大会"],
        &["Event 国际海事组织大会"],
    );
}

#[test]
fn a_first_meeting_bears_its_ordinal_and_a_first_deed_does_not() {
    check_entities(
        "2015年，北极理事会首次部长级会议在挪威举行。美国首次参加北极论坛。",
        &["Event 北极理事会首次部长级会议"],
        &["Event 美国首次参加北极论坛"],
    );
}

#[test]
fn who_becomes_a_member_or_is_a_party_is_one() {
    check(
        "秘鲁于1995年1月成为世界贸易组织第99个成员。老挝和泰国均为《湿地公约》缔约国。",
        &["memberOf(秘鲁, 世界贸易组织)", "signed(老挝, 湿地公约)", "signed(泰国, 湿地公约)"],
        &[],
    );
    check("秘鲁有望成为世界贸易组织第170个成员。", &[], &["memberOf(秘鲁, 世界贸易组织)"]);
}

#[test]
fn third_organisers_are_organisers() {
    check(
        &report("论坛由大连海事大学主办，辽宁大学承办，挪威海洋研究所、冰岛大学协办。"),
        &[
            "organised(大连海事大学, 第六届北方渔业论坛)",
            "organised(辽宁大学, 第六届北方渔业论坛)",
            "organised(挪威海洋研究所, 第六届北方渔业论坛)",
            "organised(冰岛大学, 第六届北方渔业论坛)",
        ],
        &[],
    );
}

#[test]
fn what_delegates_say_shows_that_they_attend() {
    check(
        &report("智利代表呼吁尽快定稿，摩洛哥和南非的代表表示支持。埃及未派代表。"),
        &["participatedIn(智利, 第六届北方渔业论坛)", "participatedIn(南非, 第六届北方渔业论坛)"],
        &["participatedIn(埃及, 第六届北方渔业论坛)"],
    );
}

#[test]
fn a_meeting_that_is_only_scheduled_was_not_held() {
    check(
        "第七届北方渔业论坛暂定于2027年3月在内罗毕举行。",
        &[],
        &["heldOn(第七届北方渔业论坛, 2027-03)", "heldIn(第七届北方渔业论坛, 内罗毕)"],
    );
}

#[test]
fn an_organ_of_several_states_is_international() {
    check_entities(
        "中哈跨界水资源联合委员会和南太平洋渔业委员会派员观察。",
        &[
            "InternationalOrganisation 中哈跨界水资源联合委员会",
            "InternationalOrganisation 南太平洋渔业委员会",
        ],
        &[],
    );
}

#[test]
fn a_surname_before_a_listed_body_or_a_school_is_no_person() {
    check_entities(
        "原国务院法制办公室副主任周建平、海南大学商学院教授李青山出席。",
        &["Person 周建平", "Person 李青山", "University 海南大学商学院"],
        &["Person 原国务", "Person 商学院"],
    );
}

#[test]
fn a_visit_to_a_place_is_no_meeting() {
    check_entities("林远在河北唐山考察时提出倡议。", &[], &["Event 河北唐山考察"]);
}
