//! Rules between the members of a request: what a rule says about itself, what it may look at, and where it reports
//! what breaks it. An operation's declaration lists the rules that bind it.

use super::Knowledge;
use crate::error::{Code, Evidence, Issue, Issues};
use crate::time::Timestamp;
use serde_json::{Map, Value};

/// A rule between members, or one that must know more than the request says.
pub struct CrossRule {
    /// Its name: stable, and the same in the tests, the inventory and the page of rules.
    pub id: &'static str,
    /// What must hold, in one sentence.
    pub says: &'static str,
    /// The code of the issue that it makes.
    pub code: Code,
    /// Where it comes from. `official` refuses, everything else advises.
    pub evidence: Evidence,
    /// Every member that it looks at, as the page of rules names it: `total_amount`, `time_range.end_time`,
    /// `post_payments[].amount`. `order.` stands before a member of the whole order, `settings.` before one of the
    /// merchant's settings; `now` is the time. `Facts` shows a rule nothing else, so that a mistyped name cannot
    /// switch a rule off unseen.
    pub reads: &'static [&'static str],
    pub(crate) check: fn(&Facts<'_>, &mut Breaches<'_>),
}

impl CrossRule {
    /// Adds an issue for everything that breaks this rule.
    pub(crate) fn apply(&self, params: &Map<String, Value>, knowledge: &Knowledge<'_>, issues: &mut Issues) {
        (self.check)(&Facts { rule: self, params, knowledge }, &mut Breaches { rule: self, issues });
    }

    fn may_read(&self, path: &str) -> bool {
        self.reads.contains(&path)
    }
}

/// What a rule may look at: the members that it declares.
pub(crate) struct Facts<'a> {
    rule: &'a CrossRule,
    params: &'a Map<String, Value>,
    knowledge: &'a Knowledge<'a>,
}

impl<'a> Facts<'a> {
    /// A member, by its path.
    pub(crate) fn value(&self, path: &str) -> Option<&'a Value> {
        debug_assert!(self.rule.may_read(path), "the rule {} does not declare that it reads {path}", self.rule.id);
        let (object, path) = match path.split_once('.') {
            Some(("order", path)) => (self.knowledge.order?, path),
            Some(("settings", path)) => (self.knowledge.settings, path),
            _ => (self.params, path),
        };
        let mut names = path.split('.');
        let first = object.get(names.next()?)?;
        names.try_fold(first, |value, name| value.get(name))
    }

    pub(crate) fn has(&self, path: &str) -> bool {
        self.value(path).is_some()
    }

    pub(crate) fn text(&self, path: &str) -> Option<&'a str> {
        self.value(path)?.as_str()
    }

    pub(crate) fn integer(&self, path: &str) -> Option<i64> {
        self.value(path)?.as_i64()
    }

    pub(crate) fn flag(&self, path: &str) -> Option<bool> {
        self.value(path)?.as_bool()
    }

    /// These members of each element of a list.
    pub(crate) fn elements<const N: usize>(
        &self,
        list: &'static str,
        members: [&'static str; N],
    ) -> impl Iterator<Item = [Option<&'a Value>; N]> + use<'a, N> {
        if cfg!(debug_assertions) {
            for path in members.map(|member| format!("{list}[].{member}")) {
                assert!(self.rule.may_read(&path), "the rule {} does not declare that it reads {path}", self.rule.id);
            }
        }
        let elements = self.params.get(list).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        elements.iter().map(move |element| members.map(|member| element.get(member)))
    }

    /// The time, as well as this machine knows it.
    pub(crate) fn now(&self) -> Option<Timestamp> {
        debug_assert!(self.rule.may_read("now"), "the rule {} does not declare that it reads the time", self.rule.id);
        self.knowledge.now
    }
}

/// Where a rule reports what breaks it.
pub(crate) struct Breaches<'a> {
    rule: &'a CrossRule,
    issues: &'a mut Issues,
}

impl Breaches<'_> {
    /// At this JSON pointer; `detail` says what is wrong, and the remedy.
    pub(crate) fn report(&mut self, pointer: &str, detail: impl Into<String>) {
        let rule = self.rule;
        self.issues.push(match rule.evidence {
            Evidence::Official => Issue::refusing(pointer, rule.code, detail),
            _ => Issue::advice(pointer, rule.code, rule.evidence.clone(), detail),
        });
    }

    /// At this JSON pointer, in the rule's own words.
    pub(crate) fn report_rule(&mut self, pointer: &str) {
        self.report(pointer, self.rule.says);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::INVALID_VALUE;
    use serde_json::json;

    fn apply(check: fn(&Facts<'_>, &mut Breaches<'_>), reads: &'static [&'static str], params: Value) -> Vec<Issue> {
        let rule = CrossRule {
            id: "a_rule",
            says: "It holds.",
            code: INVALID_VALUE,
            evidence: Evidence::Official,
            reads,
            check,
        };
        let Value::Object(params) = params else { return Vec::new() };
        let (mut issues, settings) = (Issues::default(), Map::new());
        rule.apply(&params, &Knowledge { now: None, order: None, settings: &settings }, &mut issues);
        issues.into_vec()
    }

    #[test]
    fn a_rule_reads_members_at_any_depth() {
        let check = |facts: &Facts<'_>, breaches: &mut Breaches<'_>| {
            let ends = facts.text("time_range.end_time").is_some();
            let amounts: Vec<_> =
                facts.elements("items", ["amount"]).map(|[amount]| amount.and_then(Value::as_i64)).collect();
            if ends && amounts == [Some(1), None] && facts.value("order.total_amount").is_none() {
                breaches.report_rule("/items");
            }
        };
        let reads = &["time_range.end_time", "items[].amount", "order.total_amount"];
        let found = apply(check, reads, json!({"time_range": {"end_time": "x"}, "items": [{"amount": 1}, {}]}));
        assert_eq!(found.iter().map(ToString::to_string).collect::<Vec<_>>(), ["/items: It holds."]);
        assert!(apply(check, reads, json!({"time_range": "x", "items": 5})).is_empty());
    }

    #[test]
    #[cfg(debug_assertions)]
    #[should_panic(expected = "does not declare that it reads time_rnage")]
    fn a_mistyped_member_is_no_silent_rule() {
        apply(|facts, _| _ = facts.has("time_rnage"), &["time_range"], json!({}));
    }

    #[test]
    #[cfg(debug_assertions)]
    #[should_panic(expected = "does not declare that it reads items[].amuont")]
    fn nor_is_a_mistyped_member_of_a_list() {
        apply(|facts, _| _ = facts.elements("items", ["amuont"]).count(), &["items[].amount"], json!({}));
    }
}
