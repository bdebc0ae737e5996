//! Who is to see an event.

use alloc::sync::Arc;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::id::OperatorId;

/// The people who are to see an event.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipients {
    /// Whether the patron of the chat is among them.
    pub patron: bool,
    /// Which operators are.
    pub operators: Operators,
}

impl Recipients {
    /// The patron and one operator.
    pub(crate) const fn both(operator: OperatorId) -> Self {
        Self { patron: true, operators: Operators::one(operator) }
    }

    /// These operators, without the patron.
    pub(crate) fn staff(operators: impl IntoIterator<Item = OperatorId>) -> Self {
        Self { patron: false, operators: operators.into_iter().collect() }
    }

    pub(crate) const fn with_patron(mut self, patron: bool) -> Self {
        self.patron = patron;
        self
    }
}

/// A list of operators that costs no allocation where it is short, as it nearly always is.
///
/// On the wire it is an array.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Vec<OperatorId>", into = "Vec<OperatorId>")]
pub struct Operators(Few);

#[derive(Clone, Debug, Default, PartialEq)]
enum Few {
    #[default]
    None,
    One(OperatorId),
    Many(Arc<[OperatorId]>),
}

impl Operators {
    const fn one(operator: OperatorId) -> Self {
        Self(Few::One(operator))
    }

    /// The operators.
    #[must_use]
    pub fn as_slice(&self) -> &[OperatorId] {
        match &self.0 {
            Few::None => &[],
            Few::One(operator) => core::slice::from_ref(operator),
            Few::Many(operators) => operators,
        }
    }
}

impl FromIterator<OperatorId> for Operators {
    fn from_iter<I: IntoIterator<Item = OperatorId>>(operators: I) -> Self {
        let mut rest = operators.into_iter();
        let Some(first) = rest.next() else {
            return Self(Few::None);
        };
        let Some(second) = rest.next() else {
            return Self::one(first);
        };
        Self(Few::Many([first, second].into_iter().chain(rest).collect()))
    }
}

impl From<Vec<OperatorId>> for Operators {
    fn from(operators: Vec<OperatorId>) -> Self {
        operators.into_iter().collect()
    }
}

impl From<Operators> for Vec<OperatorId> {
    fn from(operators: Operators) -> Self {
        operators.as_slice().to_vec()
    }
}
