//! What is denied, planned, wished or asked for is no fact.

use crate::stages::check;

#[test]
fn what_is_to_be_is_no_fact() {
    check("印度尼西亚拟举办第四届红树林论坛。", &[], &["organised(印度尼西亚, 第四届红树林论坛)"]);
}

#[test]
fn a_future_act_is_no_fact() {
    check("明年，肯尼亚将签署《内罗毕除草公约》。", &[], &["signed(肯尼亚, 内罗毕除草公约)"]);
}

#[test]
fn a_wish_is_no_fact() {
    check("阿根廷愿与乌拉圭开展渔业合作。", &[], &["cooperatesWith(阿根廷, 乌拉圭)"]);
}

#[test]
fn a_duty_is_no_fact() {
    check(
        "各国应签署《公海生物多样性协定》，加拿大应批准《公海生物多样性协定》。",
        &[],
        &["signed(加拿大, 公海生物多样性协定)"],
    );
}

#[test]
fn what_was_not_done_is_no_fact() {
    check("美国未批准《联合国海洋法公约》。", &[], &["signed(美国, 联合国海洋法公约)"]);
}

#[test]
fn a_refusal_is_no_fact() {
    check("2011年，加拿大拒绝签署《京都议定书》。", &[], &["signed(加拿大, 京都议定书)"]);
}

#[test]
fn what_did_not_happen_is_no_fact() {
    check("以色列没有参加第八届水资源论坛。", &[], &["participatedIn(以色列, 第八届水资源论坛)"]);
}

#[test]
fn a_plan_is_no_membership() {
    check("埃塞俄比亚计划加入世界贸易组织。", &[], &["memberOf(埃塞俄比亚, 世界贸易组织)"]);
}

#[test]
fn an_application_is_no_membership() {
    check("阿尔及利亚申请加入新开发银行。", &[], &["memberOf(阿尔及利亚, 新开发银行)"]);
}

#[test]
fn a_hope_is_no_fact() {
    check("希腊希望主办第三届地中海论坛。", &[], &["organised(希腊, 第三届地中海论坛)"]);
}

#[test]
fn a_proposal_to_found_is_no_founding() {
    check("巴拿马建议设立热带雨林研究中心。", &[], &["established(巴拿马, 热带雨林研究中心)"]);
}

#[test]
fn a_condition_is_no_fact() {
    check(
        "如果土耳其签署《爱琴海渔业协定》，谈判即可结束。",
        &[],
        &["signed(土耳其, 爱琴海渔业协定)"],
    );
}

#[test]
fn what_is_proposed_counts_as_proposed() {
    check("2019年，斐济提出“蓝色太平洋”理念。", &["proposed(斐济, 蓝色太平洋)"], &[]);
}

#[test]
fn a_proposal_for_the_future_is_still_proposed() {
    check("萨摩亚提出《岛屿韧性倡议》，希望各方响应。", &["proposed(萨摩亚, 岛屿韧性倡议)"], &[]);
}

#[test]
fn a_call_to_sign_is_no_signing() {
    check("联合国环境规划署呼吁各国签署《汞公约》。", &[], &["signed(联合国环境规划署, 汞公约)"]);
}

#[test]
fn an_urged_act_is_no_fact() {
    check(
        "会议敦促澳大利亚加入《禁止深海采矿公约》。",
        &[],
        &["signed(澳大利亚, 禁止深海采矿公约)"],
    );
}

#[test]
fn leaving_is_no_membership() {
    check("2020年，美国退出世界卫生组织。", &[], &["memberOf(美国, 世界卫生组织)"]);
}

#[test]
fn a_cancelled_meeting_was_not_held() {
    check("2020年4月，第五届柑橘产业大会取消举办。", &[], &["heldOn(第五届柑橘产业大会, 2020-04)"]);
}

#[test]
fn preparing_a_meeting_is_not_holding_it() {
    check("摩洛哥筹备举办第六届绿洲论坛。", &[], &["organised(摩洛哥, 第六届绿洲论坛)"]);
}

#[test]
fn a_meeting_to_come_has_no_date() {
    check("第五届柑橘论坛将于2030年5月在赣州举行。", &[], &["heldOn(第五届柑橘论坛, 2030-05)"]);
}

#[test]
fn a_body_to_come_has_no_date() {
    check("亚洲湿地研究中心将于2030年成立。", &[], &["establishedOn(亚洲湿地研究中心, 2030)"]);
}

#[test]
fn a_document_to_come_has_no_issuer() {
    check(
        "《深海采矿规章》将由国际海底管理局发布。",
        &[],
        &["issued(国际海底管理局, 深海采矿规章)"],
    );
}

#[test]
fn what_was_done_before_a_plan_is_a_fact() {
    check("挪威签署《冷水珊瑚协定》，将继续支持科研。", &["signed(挪威, 冷水珊瑚协定)"], &[]);
}

#[test]
fn what_is_done_to_undo_is_not_done() {
    let issued = "adopted(国务院, 渔港管理条例)";
    check("2016年11月7日，国务院批准废止《渔港管理条例》。", &[], &[issued]);
    check(
        "2016年11月7日，国务院批准修改《渔港管理条例》。",
        &[],
        &[issued, "issuedOn(渔港管理条例, 2016-11-07)"],
    );
    check(
        "2021年6月，挪威和冰岛签署文件终止《挪威和冰岛关于渔业合作的协定》。",
        &[],
        &["signed(挪威, 挪威和冰岛关于渔业合作的协定)"],
    );
    check("挪威何时签署《公海生物多样性协定》？", &[], &["signed(挪威, 公海生物多样性协定)"]);
    check(
        "2016年11月7日，国务院印发了修订后的《渔港管理条例》。",
        &["issued(国务院, 渔港管理条例)", "issuedOn(渔港管理条例, 2016-11-07)"],
        &[],
    );
}

#[test]
fn who_stays_outside_is_no_party() {
    check(
        "《海上搜救协定》的非缔约国包括挪威和冰岛。",
        &[],
        &["signed(挪威, 海上搜救协定)", "signed(冰岛, 海上搜救协定)"],
    );
    check("北约（美国、俄罗斯）关系紧张。", &[], &["memberOf(俄罗斯, 北约)"]);
    check("欧盟（挪威、冰岛等非成员除外）提高关税。", &[], &["memberOf(挪威, 欧盟)"]);
    check("如果挪威作为欧盟成员，关税将取消。", &[], &["memberOf(挪威, 欧盟)"]);
    check(
        "湄公河委员会由越南资助、由泰国组成的秘书处负责。",
        &[],
        &["memberOf(泰国, 湄公河委员会)"],
    );
}

#[test]
fn who_stays_away_does_not_attend() {
    let event = "第三届国际渔业大会";
    let opening = "第三届国际渔业大会在三亚开幕。";
    for (sentence, who) in [
        ("拒绝出席会议的代表包括挪威首相骆清铭。", "骆清铭"),
        ("来自泰国、老挝的代表被拒绝参会。", "泰国"),
        ("商务部长骆清铭、黄有方被拒绝参加会议。", "黄有方"),
        ("会议邀请挪威首相骆清铭参加会议，但骆清铭因故缺席。", "骆清铭"),
        ("会议邀请了骆清铭教授作主题报告，但骆清铭教授因病缺席。", "骆清铭"),
        ("挪威首相骆清铭不会向第三届国际渔业大会发表视频致辞。", "骆清铭"),
    ] {
        let attends = format!("participatedIn({who}, {event})");
        check(&format!("{opening}{sentence}"), &[], &[&attends]);
    }
}

#[test]
fn who_talks_about_a_work_did_not_write_it() {
    let authored = "authored(周秀英, 深海法的边界何在)";
    check("周秀英教授围绕“深海法的边界何在”展开点评。", &[], &[authored]);
    check("周秀英教授就“深海法的边界何在”进行提问。", &[], &[authored]);
    check("周秀英教授以“深海法的边界何在”为题作主旨报告。", &[authored], &[]);
}

#[test]
fn what_is_denied_or_talked_about_is_not_affirmed() {
    for sentence in ["唐牧不赞成将网络主权写入规则。", "与会专家就网络主权进行了讨论。"]
    {
        check(sentence, &[], &["affirms(THIS, 网络主权)"]);
    }
}

#[test]
fn a_plan_may_be_a_text() {
    check(
        "本计划由海南省人民政府于2024年3月15日印发。国务院计划印发《渔港管理条例》。",
        &[],
        &["issued(国务院, 渔港管理条例)"],
    );
}

#[test]
fn what_a_clause_before_wishes_or_plans_is_not_done() {
    for (sentence, fact) in [
        ("中方建议成员国加强交流，适时举办第五届海洋论坛。", "organised(中国, 第五届海洋论坛)"),
        ("中方呼吁各方保持克制，并举办第五届海洋论坛。", "organised(中国, 第五届海洋论坛)"),
        ("中国希望与各国加强合作，加入湄公河委员会。", "memberOf(中国, 湄公河委员会)"),
        ("挪威将扩大援助，签署《极地公约》。", "signed(挪威, 极地公约)"),
        (
            "第五届海洋论坛将于2030年6月在三亚举行，发布《三亚宣言》。",
            "issued(第五届海洋论坛, 三亚宣言)",
        ),
    ] {
        check(&format!("关于近况的报告\n\n{sentence}"), &[], &[fact]);
    }
    for (sentence, fact) in [
        ("中方呼吁各方保持克制，并举办了第五届海洋论坛。", "organised(中国, 第五届海洋论坛)"),
        (
            "海南大学将国际法列为重点学科，成立海洋法研究中心。",
            "established(海南大学, 海洋法研究中心)",
        ),
        ("中国倡导平等协商，成功举办第五届海洋论坛。", "organised(中国, 第五届海洋论坛)"),
    ] {
        check(&format!("关于近况的报告\n\n{sentence}"), &[fact], &[]);
    }
}

#[test]
fn a_thing_that_is_intended_is_no_wish() {
    for (sentence, fact) in [
        ("挪威始终将和平放在首位，与智利签署《渔业合作协定》。", "signed(挪威, 渔业合作协定)"),
        ("挪威如期完成准备工作，举办第五届海洋论坛。", "organised(挪威, 第五届海洋论坛)"),
        ("挪威按照原定计划推进改革，加入《极地公约》。", "signed(挪威, 极地公约)"),
        ("外交部根据专家建议修改草案，发布《海洋合作战略》。", "issued(外交部, 海洋合作战略)"),
        (
            "湄公河委员会准备工作就绪，在三亚举行第五届海洋论坛。",
            "organised(湄公河委员会, 第五届海洋论坛)",
        ),
    ] {
        check(&format!("关于近况的报告\n\n{sentence}"), &[fact], &[]);
    }
    for sentence in ["挪威愿同智利共建极地研究中心。", "挪威与智利围绕共建极地研究中心交换意见。"]
    {
        check(
            &format!("关于近况的报告\n\n{sentence}"),
            &[],
            &["established(挪威, 极地研究中心)", "cooperatesWith(挪威, 智利)"],
        );
    }
}
