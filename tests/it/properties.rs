//! What holds of every text, however strange: the pipeline ends, its evidence stands in the text,
//! and the order of the sources does not matter.

use gongshi::model::Knowledge;
use proptest::{prelude::*, sample::select, test_runner::RngSeed};

use crate::stages::read;

/// Pieces of texts: names, verbs, marks, brackets without their like, numbers, layout.
fn piece() -> impl Strategy<Value = String> {
    let names = select(vec![
        "中国",
        "挪威",
        "世界卫生组织",
        "厦门大学",
        "法学院",
        "研究中心",
        "江云宝",
        "安东尼奥·",
        "O'Neill",
        "教授",
        "校长",
        "我校",
        "该中心",
        "第三届",
        "论坛",
        "国际研讨会",
        "倡议",
        "公约",
        "四项原则",
        "共商共建共享",
        "主权平等",
        "WHO",
        "英、德、法等国",
    ]);
    let words = select(vec![
        "主办",
        "出席",
        "签署",
        "发布",
        "提出",
        "坚持",
        "通过",
        "成立",
        "加入",
        "来自",
        "由",
        "与",
        "和",
        "以及",
        "的",
        "将",
        "未",
        "在",
        "上",
        "曾任",
        "以下简称",
        "亦即",
        "包括",
        "等",
    ]);
    let marks = select(vec![
        "，", "。", "、", "；", "：", "“", "”", "《", "》", "〈", "〉", "（", "）", "(", ")", "—",
        "·", "…", "！", " ", "\u{3000}", "|", "│", "①", "-", "／",
    ]);
    let numbers = select(vec![
        "2020年",
        "5月",
        "3日",
        "至",
        "二〇一七年",
        "十",
        "同年",
        "0",
        "99999999999999999999",
        "2021.03.15",
        "1—2",
        "第",
        "年",
        "月",
    ]);
    let layout = select(vec![
        "\n",
        "\n\n",
        "\n一、",
        "\n（一）",
        "\n1. ",
        "\n① ",
        "\n目录\n",
        "\n专栏1 ",
        "---\n",
        "title: ",
        "date: 2020\n",
        "与会专家名单\n",
        "\n1. 江云宝 厦门大学教授\n",
    ]);
    prop_oneof![
        3 => names.prop_map(str::to_owned),
        3 => words.prop_map(str::to_owned),
        3 => marks.prop_map(str::to_owned),
        1 => numbers.prop_map(str::to_owned),
        1 => layout.prop_map(str::to_owned),
        1 => "\\PC{1,3}",
        1 => "[一-鿿]{1,3}",
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..60).prop_map(|pieces| pieces.concat())
}

/// Asserts that all evidence and all first mentions stand in their documents.
fn assert_sound(knowledge: &Knowledge) {
    for fact in &knowledge.facts {
        let document = &knowledge.documents[fact.document];
        assert!(!fact.evidence.is_empty(), "a fact has evidence");
        for evidence in &fact.evidence {
            let (start, end) = (evidence.span.start(), evidence.span.end());
            let quote = document.text.get(start..end);
            assert!(quote.is_some_and(|quote| !quote.trim().is_empty()), "{start}..{end}");
        }
        assert!(fact.subject.index() < knowledge.entities.len());
    }
    for appearance in &knowledge.appearances {
        let document = &knowledge.documents[appearance.document];
        let first = appearance.first.map(|span| document.text.get(span.start()..span.end()));
        assert!(first.is_none_or(|text| text.is_some_and(|text| !text.is_empty())));
    }
    assert!(knowledge.entities.iter().all(|entity| !entity.label.trim().is_empty()));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 96,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(11),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_text_is_read_to_its_end(text in "\\PC{0,120}|(.|\n){0,120}") {
        assert_sound(&read(&[("any", &text)]));
    }

    #[test]
    fn evidence_stands_in_the_text(text in text()) {
        assert_sound(&read(&[("test", &text)]));
    }

    #[test]
    fn the_order_of_the_sources_does_not_matter(a in text(), b in text(), c in text()) {
        let (a, b, c) = (("a", a.as_str()), ("b", b.as_str()), ("c", c.as_str()));
        let expected = read(&[a, b, c]);
        prop_assert_eq!(&read(&[c, a, b]), &expected);
        prop_assert_eq!(&read(&[b, c, a]), &expected);
    }
}
