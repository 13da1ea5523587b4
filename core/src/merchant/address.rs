//! The address to which requests go: a scheme, a host, perhaps a port, and nothing else. It is put before every target,
//! so anything more would be sent but not signed.

use std::net::{Ipv4Addr, Ipv6Addr};

/// An address, taken apart.
pub(super) struct Address<'a> {
    pub(super) is_https: bool,
    host: &'a str,
}

/// Takes an address apart, without its closing slashes. The error says what is wrong with it.
pub(super) fn parse(address: &str) -> Result<Address<'_>, &'static str> {
    let (is_https, rest) = match (address.strip_prefix("https://"), address.strip_prefix("http://")) {
        (Some(rest), _) => (true, rest),
        (_, Some(rest)) => (false, rest),
        _ => return Err("give `https://host`, in lower case, without a path."),
    };
    if rest.contains('@') {
        return Err("an address with a user name is never needed: give `https://host`.");
    }
    if rest.contains(['/', '?', '#']) {
        return Err("give `https://host`, without a path, a query or a fragment.");
    }
    let end = if rest.starts_with('[') { rest.find(']').and_then(|at| at.checked_add(1)) } else { rest.find(':') };
    let (host, port) = rest.split_at_checked(end.unwrap_or(rest.len())).unwrap_or((rest, ""));
    if !(port.is_empty() || port.strip_prefix(':').is_some_and(is_port)) {
        return Err("only a port may follow the host, `:1` to `:65535`.");
    }
    let literal = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    let good = literal.map_or_else(|| is_name(host), |literal| literal.parse::<Ipv6Addr>().is_ok());
    if good {
        Ok(Address { is_https, host })
    } else {
        Err("its host is not valid: give `https://host`, in ASCII, without blanks.")
    }
}

impl Address<'_> {
    /// Whether the address is on this machine.
    pub(super) fn is_loopback(&self) -> bool {
        self.host == "localhost"
            || self.host == "[::1]"
            || self.host.parse::<Ipv4Addr>().is_ok_and(|ip| ip.is_loopback())
    }
}

fn is_port(digits: &str) -> bool {
    digits.bytes().all(|byte| byte.is_ascii_digit()) && digits.parse::<u16>().is_ok_and(|port| port > 0)
}

fn is_name(host: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
            && !label.starts_with('-')
    };
    host.len() <= 253 && host.split('.').all(is_label)
}
