//! What identifies an order or an authorisation in this mode.

use super::OrderRef;
use crate::protocol::{AnyDraft, IdentityMember, identity_of_draft};

/// WeChat Pay's key of an order is `mchid`, `sub_mchid` and `out_order_no`; the others are fixed when the order is
/// created.
#[rustfmt::skip]
pub(crate) const IDENTITY: &[IdentityMember] = &[
    IdentityMember { name: "mchid", what: "merchant" },
    IdentityMember { name: "sub_mchid", what: "sub-merchant" },
    IdentityMember { name: "out_order_no", what: "order" },
    IdentityMember { name: "authorization_code", what: "authorisation" },
    IdentityMember { name: "service_id", what: "service" },
    IdentityMember { name: "channel_id", what: "channel" },
    IdentityMember { name: "appid", what: "AppID" },
    IdentityMember { name: "sub_appid", what: "sub-merchant's AppID" },
];

/// The identity of the order that a draft is about.
pub(crate) fn order_ref_of_draft(draft: &AnyDraft) -> OrderRef {
    let named = identity_of_draft(draft);
    let mut order = OrderRef::new(named("out_order_no").unwrap_or_default());
    order.mchid = named("mchid");
    order.service_id = named("service_id");
    order.appid = named("appid");
    order.sub_mchid = named("sub_mchid");
    order.sub_appid = named("sub_appid");
    order.channel_id = named("channel_id");
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acquiring::{Order, Permissions};
    use crate::schema::{ModelInfo, Rule};
    use std::collections::BTreeSet;

    /// `Identity` says how a member is read and checked, `IDENTITY` what is compared: they are the same members.
    #[test]
    fn what_is_compared_is_what_the_models_declare_as_identity() {
        let declared = |info: &'static ModelInfo| {
            let fields =
                info.fields.iter().filter(|field| field.rules.iter().any(|rule| matches!(rule, Rule::Identity)));
            fields.map(|field| field.name)
        };
        let models = [Order::INFO, OrderRef::INFO, Permissions::INFO];
        let declared: BTreeSet<&str> = models.into_iter().flat_map(declared).collect();
        let compared: BTreeSet<&str> = IDENTITY.iter().map(|member| member.name).collect();
        assert_eq!(declared, compared);
    }
}
