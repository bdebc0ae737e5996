//! Partnerships: proposed by one institution, agreed by the other, ended by either.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::hours::OwnHours;
use crate::id::{InstitutionId, ProposalId, QueueId};

/// Proposes a partnership to another institution, or other terms for the one that lives.
///
/// Given by an institution. A later proposal of the same institution replaces its earlier one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProposePartnership {
    /// With whom.
    pub with: InstitutionId,
    /// On which terms, as the proposer sees them.
    pub terms: Terms,
}

/// Agrees to a proposal of the other institution: from now on its terms hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AcceptPartnership {
    /// With whom.
    pub with: InstitutionId,
    /// Which proposal, so that nobody agrees to terms that they have not seen.
    pub proposal: ProposalId,
}

/// Declines a proposal of the other institution, or takes back one's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclinePartnership {
    /// With whom.
    pub with: InstitutionId,
    /// Which proposal.
    pub proposal: ProposalId,
}

/// Ends a partnership, at once and without asking.
///
/// Offers and transfers across are withdrawn in the same step; chats in progress follow
/// [`Terms::on_end`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndPartnership {
    /// With whom.
    pub with: InstitutionId,
}

/// Lists an institution that looks for partners: an open proposal with its terms.
///
/// Institutions that see listings may answer it. Given again, it replaces the terms.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PostListing {
    /// The terms that it offers, as the lister sees them. What it asks for cannot name queues,
    /// since they would be those of a partner who is not known yet.
    pub terms: Terms,
}

/// Takes one's listing back. Proposals that answered it stay.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WithdrawListing {}

/// Says whether an institution sees the listings of others, and may answer them. It does until it
/// says no.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeeListings {
    /// Whether it does.
    pub sees: bool,
}

/// Answers the listing of another institution: its terms become a proposal to the lister, who
/// accepts or declines it like any other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerListing {
    /// Whose listing.
    pub of: InstitutionId,
}

/// What two institutions agree on, as the one that proposes it sees it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Terms {
    /// What the proposer lets the other do.
    #[serde(default)]
    pub gives: Vec<Grant>,
    /// What the other lets the proposer do.
    #[serde(default)]
    pub asks: Vec<Grant>,
    /// What becomes of chats in progress when a grant that carries them ends. Default: they finish.
    #[serde(default)]
    pub on_end: EndRule,
}

/// One right inside a partnership, on queues of the institution that gives it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// What the partner may do.
    pub right: Right,
    /// On which queues of the giver. Default: all.
    #[serde(default)]
    pub queues: Queues,
    /// The most chats at once that it carries across. For the right to staff: chats whose origin is
    /// one of its queues, and which the partner's staff answer, or have a place reserved for; at the
    /// cap those are as good as busy. For the right to transfer: chats of the partner's patrons that
    /// wait here, are answered here or in company from here, or are being transferred here. It means
    /// nothing for transcripts and presence.
    /// Default: as many as come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<u32>,
    /// When something new may cross by it; what crossed before goes on. It means nothing for
    /// transcripts. Default: always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<OwnHours>,
}

impl Grant {
    /// This right on all queues, without a cap and at all hours.
    #[must_use]
    pub const fn of(right: Right) -> Self {
        Self { right, queues: Queues::All, cap: None, hours: None }
    }
}

/// What a grant lets the partner do.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(expecting = "a table with a `type`, such as `staff`")]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum Right {
    /// Transfer patrons to the giver's queues, and to the operators assigned to them.
    Transfer,
    /// Answer the giver's chats: its operators may be rung by levels of the giver's queues.
    Staff,
    /// See the presence of the giver's operators who are assigned to its queues, without a
    /// subscription ([`Router::colleagues`](crate::Router::colleagues)).
    SeePresence,
    /// Read the transcripts of the giver's chats when they answer them. Without this right the
    /// partner reads as with [`View::FromNow`].
    Transcript {
        /// How much of them.
        view: View,
    },
}

/// How much of a chat an operator of a partner sees.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum View {
    /// What is written from the hand-over on, and not who the patron is.
    FromNow,
    /// Everything, but not who the patron is.
    Masked,
    /// Everything, and who the patron is.
    Full,
}

/// Which queues of an institution.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(expecting = "a table with a `type`, such as `all`")]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum Queues {
    /// All, those of later too.
    #[default]
    All,
    /// These.
    Only {
        /// Which ones.
        queues: Vec<QueueId>,
    },
}

/// What becomes of a chat in progress at a partner when the grant that carries it ends.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum EndRule {
    /// It goes on to its end where it is.
    #[default]
    Finish,
    /// It returns to its origin queue, at its old place in line.
    Return,
}
