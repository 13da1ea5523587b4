//! Addresses that WeChat Pay calls (`notify_url`): what is wrong with one, as far as the text shows it.
//!
//! Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090709> (https, directly reachable, no parameters), and the
//! sibling pages (a full path, no login, no intranet address).

use crate::text::is_stray;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// What is wrong with a callback address.
pub(crate) enum Problem {
    /// WeChat Pay cannot call the address as it stands.
    Refused(&'static str),
    /// The address probably cannot be reached from outside.
    Doubtful(&'static str),
}

/// The first thing that is wrong with a callback address.
pub(crate) fn callback_problem(address: &str) -> Option<Problem> {
    let Some(rest) = address.strip_prefix("https://") else {
        return Some(Problem::Refused("a complete address that begins with https:// is needed."));
    };
    if address.contains(['?', '#']) || address.chars().any(is_stray) {
        return Some(Problem::Refused(
            "the address may have no query, fragment or blank: WeChat Pay calls it as it stands.",
        ));
    }
    if address.contains(['\\', '"', '<', '>', '^', '`', '{', '|', '}']) {
        return Some(Problem::Refused(
            "the address has characters that are not allowed in an address: percent-encode them.",
        ));
    }
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    if authority.contains('@') {
        return Some(Problem::Refused(
            "the address has a user or a password before its host: WeChat Pay logs in nowhere.",
        ));
    }
    let Some(host) = host(authority) else {
        return Some(Problem::Refused("the address has no host, or its port is not a number from 1 to 65535."));
    };
    if !is_public(&host) {
        return Some(Problem::Doubtful(
            "the host belongs to a private network or to this machine: WeChat Pay cannot reach it.",
        ));
    }
    if path.is_empty() {
        return Some(Problem::Doubtful("the address has no path: WeChat Pay asks for a full path, not just a domain."));
    }
    None
}

/// The host of `host:port`, in lower case and without a dot at its end.
fn host(authority: &str) -> Option<String> {
    let (host, port) = match authority.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((host, rest)) => (host, rest.strip_prefix(':').or(rest.is_empty().then_some("443"))?),
        None => authority.split_once(':').unwrap_or((authority, "443")),
    };
    let port_is_one = port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0);
    let host = host.strip_suffix('.').unwrap_or(host).to_lowercase();
    (port_is_one && !host.is_empty()).then_some(host)
}

/// Whether a host may be reached from outside, as far as its name shows.
fn is_public(host: &str) -> bool {
    if let Ok(address) = host.parse::<IpAddr>() {
        return match address {
            IpAddr::V4(address) => is_public_v4(address),
            IpAddr::V6(address) => address.to_ipv4_mapped().map_or_else(|| is_public_v6(address), is_public_v4),
        };
    }
    let Some((_, last)) = host.rsplit_once('.') else { return false };
    let private = [
        "local",
        "localhost",
        "localdomain",
        "internal",
        "intranet",
        "private",
        "corp",
        "home",
        "lan",
        "test",
        "invalid",
    ];
    // A last part that begins with a digit is an older spelling of an address (0x7f.1), not a name.
    let number = last.starts_with(|c: char| c.is_ascii_digit());
    !(private.contains(&last) || number || host.ends_with(".home.arpa"))
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let shared = a == 100 && (64..128).contains(&b);
    let reserved = a == 0 || a >= 240 || (a == 192 && b == 0 && c == 0) || (a == 198 && (b == 18 || b == 19));
    !(address.is_loopback()
        || address.is_private()
        || address.is_link_local()
        || address.is_multicast()
        || address.is_documentation()
        || shared
        || reserved)
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let [first, ..] = address.segments();
    let unique_local = first & 0xfe00 == 0xfc00;
    let link_local = first & 0xffc0 == 0xfe80;
    !(address.is_loopback() || address.is_unspecified() || address.is_multicast() || unique_local || link_local)
}

#[cfg(test)]
mod tests {
    use super::{Problem, callback_problem};

    fn judged(address: &str) -> &'static str {
        match callback_problem(address) {
            None => "good",
            Some(Problem::Doubtful(_)) => "doubtful",
            Some(Problem::Refused(_)) => "refused",
        }
    }

    #[test]
    fn an_address_that_cannot_be_called_is_refused() {
        for address in [
            "http://shop.example/n",
            "shop.example/n",
            "https://shop.example/n?a=b",
            "https://shop.example/n#a",
            "https://shop.example/ n",
            "https://user:word@shop.example/n",
            "https:///n",
            "https://shop.example:0/n",
            "https://shop.example:65536/n",
            "https://shop.example/{id}",
        ] {
            assert_eq!(judged(address), "refused", "{address}");
        }
    }

    #[test]
    fn an_address_that_nobody_outside_reaches_is_doubtful() {
        for host in ["localhost", "shop", "shop.local", "10.0.0.1", "172.31.0.1", "192.168.1.1", "100.64.0.1", "0x7f.1"]
        {
            assert_eq!(judged(&format!("https://{host}/n")), "doubtful", "{host}");
        }
        for host in ["[::1]", "[fd00::1]", "[fe80::1]", "[::ffff:10.0.0.1]"] {
            assert_eq!(judged(&format!("https://{host}/n")), "doubtful", "{host}");
        }
        assert_eq!(judged("https://shop.example"), "doubtful", "no path");
    }

    #[test]
    fn a_public_address_is_good() {
        for host in ["shop.example", "SHOP.example.:8443", "8.8.8.8", "172.32.0.1", "[2400:3200::1]:443"] {
            assert_eq!(judged(&format!("https://{host}/notify")), "good", "{host}");
        }
    }
}
