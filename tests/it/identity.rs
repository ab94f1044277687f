//! Who is who across documents: one name, one person or two; one body under two names.

use gongshi::{
    model::{Entity, Knowledge},
    rdf::{BASE, Iris},
};

use crate::stages::{RESOURCES, holds, read};

const DEAN: (&str, &str) = ("coast", "厦门大学海洋与地球学院院长江云宝出席第六届蓝碳论坛。");
const PROFESSOR: (&str, &str) = ("reef", "2020年，厦门大学教授江云宝当选国际珊瑚学会理事。");
const SURGEON: (&str, &str) = ("heart", "四川大学华西医院教授江云宝主持第三届心脏外科论坛。");

/// The entities of a class that bear a name.
fn named<'a>(knowledge: &'a Knowledge, class: &str, name: &str) -> Vec<&'a Entity> {
    let class = RESOURCES.ontology.class(class).expect("a class of the ontology");
    let bears = |entity: &&Entity| {
        entity.class == class
            && (entity.label == name || entity.aliases.iter().any(|alias| alias == name))
    };
    knowledge.entities.iter().filter(bears).collect()
}

fn reasons<'a>(knowledge: &'a Knowledge, name: &str) -> Vec<&'a str> {
    let about = knowledge.merges.iter().filter(|merge| merge.name.starts_with(name));
    about.map(|merge| merge.reason.as_str()).collect()
}

#[test]
fn one_name_at_one_university_is_one_person() {
    let knowledge = read(&[DEAN, PROFESSOR]);
    let persons = named(&knowledge, "Person", "江云宝");
    assert_eq!(persons.len(), 1, "{persons:?}");
    assert_eq!(persons[0].distinction, None);
    assert_eq!(reasons(&knowledge, "江云宝").len(), 1, "{:?}", knowledge.merges);
    assert!(holds(&knowledge, "position(江云宝, 院长)"));
    assert!(holds(&knowledge, "electedTo(江云宝, 国际珊瑚学会)"));
}

#[test]
fn one_name_at_two_institutions_is_two_persons() {
    let knowledge = read(&[DEAN, SURGEON]);
    let persons = named(&knowledge, "Person", "江云宝");
    assert_eq!(persons.len(), 2, "{persons:?}");
    let told: Vec<_> = persons.iter().map(|person| person.distinction.as_deref()).collect();
    assert!(told.iter().all(Option::is_some) && told[0] != told[1], "{told:?}");
    let iris = Iris::new(BASE).expect("the base is an IRI");
    assert_ne!(iris.entity("Person", persons[0]), iris.entity("Person", persons[1]));
    assert_eq!(reasons(&knowledge, "江云宝"), Vec::<&str>::new());
}

#[test]
fn three_documents_of_one_name_are_two_persons_in_any_order() {
    let orders = [
        [DEAN, PROFESSOR, SURGEON],
        [SURGEON, PROFESSOR, DEAN],
        [PROFESSOR, SURGEON, DEAN],
        [SURGEON, DEAN, PROFESSOR],
    ];
    let expected = read(&orders[0]);
    assert_eq!(named(&expected, "Person", "江云宝").len(), 2);
    for order in &orders[1..] {
        assert_eq!(read(order), expected);
    }
}

#[test]
fn one_name_without_institution_is_not_joined() {
    let speaker = ("radio", "江云宝表示，海草床正在恢复。");
    let knowledge = read(&[DEAN, speaker]);
    assert_eq!(named(&knowledge, "Person", "江云宝").len(), 2);
}

#[test]
fn one_high_office_is_one_person() {
    let knowledge = read(&[
        ("spring", "坦桑尼亚总统苏卢胡出席第二届湖区论坛。"),
        ("autumn", "坦桑尼亚总统苏卢胡在第五届水塔峰会上致辞。"),
    ]);
    assert_eq!(named(&knowledge, "Person", "苏卢胡").len(), 1);
}

#[test]
fn full_name_and_listed_acronym_are_one_body_across_documents() {
    let knowledge = read(&[
        ("first", "2019年，世界气象组织发布《全球气候状况声明》。"),
        ("second", "WMO主办第三届台风论坛。"),
    ]);
    assert_eq!(named(&knowledge, "InternationalOrganisation", "世界气象组织").len(), 1);
    assert!(holds(&knowledge, "organised(世界气象组织, 第三届台风论坛)"));
}

#[test]
fn a_body_of_one_name_is_one_across_documents() {
    let knowledge = read(&[
        ("first", "2015年，四川大学成立高原生态研究中心。"),
        ("second", "高原生态研究中心主办第三届草甸论坛。"),
    ]);
    assert!(holds(&knowledge, "organised(高原生态研究中心, 第三届草甸论坛)"));
    assert!(holds(&knowledge, "established(四川大学, 高原生态研究中心)"));
    let bodies = named(&knowledge, "Organisation", "高原生态研究中心");
    assert_eq!(bodies.len(), 1, "{bodies:?}");
}

#[test]
fn an_acronym_that_one_document_defines_means_nothing_in_another() {
    let knowledge = read(&[
        ("first", "国际潮汐观测联盟（ITOU）发布《潮汐年报》。"),
        ("second", "ITOU主办第三届潮汐能论坛。"),
    ]);
    assert!(holds(&knowledge, "alsoKnownAs(国际潮汐观测联盟, ITOU)"));
    assert!(!holds(&knowledge, "organised(国际潮汐观测联盟, 第三届潮汐能论坛)"));
}

#[test]
fn a_short_state_and_its_full_name_are_one_across_documents() {
    let knowledge = read(&[
        ("first", "中法航天合作不断深化。"),
        ("second", "法国加入东南亚友好合作论坛秘书处。"),
    ]);
    assert_eq!(named(&knowledge, "Country", "法国").len(), 1);
}

#[test]
fn a_meeting_of_one_name_is_one_across_documents() {
    let knowledge = read(&[
        ("first", "第六届蓝碳论坛由厦门大学主办。"),
        ("second", "2021年5月，第六届蓝碳论坛在厦门举行。"),
    ]);
    assert_eq!(named(&knowledge, "Event", "第六届蓝碳论坛").len(), 1);
    assert!(holds(&knowledge, "organised(厦门大学, 第六届蓝碳论坛)"));
    assert!(holds(&knowledge, "heldOn(第六届蓝碳论坛, 2021-05)"));
}
