//! Addresses for callbacks: which ones WeChat Pay accepts, and which ones it can reach.

use std::net::{Ipv4Addr, Ipv6Addr};

/// Whether it is https with a host and a path, without a login, a query or a fragment, in at most 255 characters.
pub(super) fn is_complete(text: &str) -> bool {
    let Some((authority, path)) = parts(text) else { return false };
    let of_a_path = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~%!$&'()*+,;=:@".contains(&byte);
    text.len() <= 255 && is_host(authority) && path.len() > 1 && path.bytes().all(of_a_path)
}

/// Whether it can be reached from outside: neither on this machine nor in a private network.
pub(super) fn is_public(text: &str) -> bool {
    let Some((authority, _)) = parts(text) else { return false };
    let host = host_of(authority).to_ascii_lowercase();
    if let Some(inner) = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        return inner.parse::<Ipv6Addr>().is_ok_and(is_public_v6);
    }
    if let Ok(address) = host.parse::<Ipv4Addr>() {
        return is_public_v4(address);
    }
    let inner_names = [".localhost", ".local", ".internal", ".intranet", ".lan", ".home.arpa"];
    host.trim_end_matches('.').contains('.')
        && !inner_names.iter().any(|name| host.trim_end_matches('.').ends_with(name))
}

/// Authority and path; no query, no fragment.
fn parts(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix("https://")?;
    rest.find('/').and_then(|at| rest.split_at_checked(at))
}

fn is_host(authority: &str) -> bool {
    let (host, port) = (host_of(authority), authority.get(host_of(authority).len()..).unwrap_or_default());
    let right_port =
        port.is_empty() || port.strip_prefix(':').is_some_and(|port| port.parse::<u16>().is_ok_and(|port| port > 0));
    let name = || {
        let label = |label: &str| {
            !label.is_empty()
                && label.len() <= 63
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        host.strip_suffix('.').unwrap_or(host).split('.').all(label)
    };
    let bracketed = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    right_port && bracketed.map_or_else(name, |inner| inner.parse::<Ipv6Addr>().is_ok())
}

fn host_of(authority: &str) -> &str {
    let end = if authority.starts_with('[') {
        authority.find(']').map(|at| at.saturating_add(1))
    } else {
        authority.find(':')
    };
    end.and_then(|end| authority.get(..end)).unwrap_or(authority)
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let shared = matches!(address.octets(), [100, second, ..] if (64..128).contains(&second));
    let inner = address.is_private() || address.is_loopback() || address.is_link_local() || address.is_unspecified();
    !inner && !shared && !address.is_broadcast() && !address.is_multicast() && !address.is_documentation()
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    if let Some(mapped) = address.to_ipv4_mapped() {
        return is_public_v4(mapped);
    }
    let inner = address.is_loopback() || address.is_unspecified() || address.is_unique_local();
    !inner && !address.is_unicast_link_local() && !address.is_multicast()
}
