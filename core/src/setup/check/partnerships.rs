//! Partnerships: between whom, and what they give.

use alloc::format;

use crate::command::Queues;
use crate::refusal::Limited;

use super::directory::{named_once, repeated};
use super::{Document, Findings};
use crate::setup::{Kind, SetupFault, SetupOddity, Side};

pub(super) fn two_institutions(document: &Document, findings: &mut Findings) {
    let partnerships = &document.setup.partnerships;
    for (number, partnership) in partnerships.iter().enumerate() {
        let path = format!("partnerships[{number}]");
        let [one, other] = &partnership.sides;
        for (number, side) in partnership.sides.iter().enumerate() {
            let path = format_args!("{path}.sides[{number}].institution");
            findings.institution(path, document, &side.institution);
        }
        if one.institution == other.institution {
            findings.fault(&path, SetupFault::OwnPartner);
        }
        if one.gives.is_empty() && other.gives.is_empty() {
            findings.oddity(&path, SetupOddity::EmptyPartnership);
        }
    }
    let pairs = partnerships.iter().map(|partnership| {
        let [one, other] = partnership.sides.each_ref().map(|side| &side.institution);
        (one.min(other), one.max(other))
    });
    for (number, first, _) in repeated(pairs) {
        let with = format!("partnerships[{first}]");
        findings.fault(format_args!("partnerships[{number}]"), SetupFault::SaidTwice { with });
    }
}

pub(super) fn grants(document: &Document, findings: &mut Findings) {
    for (number, partnership) in document.setup.partnerships.iter().enumerate() {
        for (side, of) in partnership.sides.iter().enumerate() {
            grants_of(
                document,
                findings,
                of,
                &format!("partnerships[{number}].sides[{side}].gives"),
            );
        }
    }
}

fn grants_of(document: &Document, findings: &mut Findings, side: &Side, path: &str) {
    let most = document.config.limits.grants;
    findings.no_more_than(path, side.gives.len(), most, Limited::Grants);
    for (number, grant) in side.gives.iter().enumerate() {
        if grant.cap == Some(0) {
            findings.oddity(format_args!("{path}[{number}].cap"), SetupOddity::CarriesNothing);
        }
        let Queues::Only { queues } = &grant.queues else { continue };
        let list = format!("{path}[{number}].queues.queues");
        findings.no_more_than(&list, queues.len(), most, Limited::Grants);
        for (number, id) in queues.iter().enumerate() {
            let path = format_args!("{list}[{number}]");
            if let Some(queue) = findings.queue(path, document, id) {
                let name = (Kind::Queue, id.as_str());
                findings.must_be_of(path, name, &queue.institution, &side.institution);
            }
        }
        named_once(findings, &list, queues);
    }
}
