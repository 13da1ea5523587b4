//! Refuses calls from pages of another origin, and from pages whose name was made to point here (DNS rebinding). The
//! keys are published, so the simulated endpoints need this as much as the control interface.

use hyper::header::{HOST, HeaderMap, ORIGIN};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

/// The names of this simulator.
#[derive(Debug)]
pub struct Guard {
    address: SocketAddr,
    allowed: Vec<String>,
}

impl Guard {
    /// For a server at this address; `allowed` are further names under which it may be called.
    pub fn new(address: SocketAddr, allowed: Vec<String>) -> Guard {
        Guard { address, allowed }
    }

    /// Where clients on this machine reach it.
    pub fn base_url(&self) -> String {
        let ip = match self.address.ip() {
            IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
            IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
            ip => ip,
        };
        format!("http://{}", SocketAddr::new(ip, self.address.port()))
    }

    /// The status and the reason if a request must not be served. `authority` is that of a target in absolute form.
    pub fn refuses(&self, headers: &HeaderMap, authority: Option<&str>) -> Option<(u16, String)> {
        let all = |name: &hyper::header::HeaderName| -> Vec<String> {
            headers
                .get_all(name)
                .iter()
                .map(|value| String::from_utf8_lossy(value.as_bytes()).trim().to_owned())
                .collect()
        };
        let hosts = all(&HOST);
        let [host] = hosts.as_slice() else { return Some((400, "exactly one Host header is needed".to_owned())) };
        if let Some(foreign) = [Some(host.as_str()), authority].into_iter().flatten().find(|name| !self.is_ours(name)) {
            let known = self.base_url();
            let foreign: String = foreign.chars().filter(|c| c.is_ascii_graphic()).take(100).collect();
            return Some((
                403,
                format!("{foreign} is not this simulator: call {known}, or start it with --allow-host {foreign}"),
            ));
        }
        let own = |origin: &String| origin.strip_prefix("http://").is_some_and(|authority| self.is_ours(authority));
        if !all(&ORIGIN).iter().all(own) {
            return Some((403, "a page of another origin may not call the simulator".to_owned()));
        }
        let site = |value: &String| matches!(value.as_str(), "same-origin" | "none");
        if !all(&hyper::header::HeaderName::from_static("sec-fetch-site")).iter().all(site) {
            return Some((403, "a page of another site may not call the simulator".to_owned()));
        }
        None
    }

    fn is_ours(&self, authority: &str) -> bool {
        if self.allowed.iter().any(|allowed| allowed.eq_ignore_ascii_case(authority)) {
            return true;
        }
        let (name, port) = match authority.rsplit_once(':') {
            Some((name, port)) if !port.ends_with(']') => (name, port.parse().ok()),
            _ => (authority, Some(80)),
        };
        if port != Some(self.address.port()) {
            return false;
        }
        let literal = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
        let address = literal
            .parse()
            .is_ok_and(|ip: IpAddr| ip.is_loopback() || (ip == self.address.ip() && !ip.is_unspecified()));
        address
            || name.eq_ignore_ascii_case("localhost")
            || self.allowed.iter().any(|allowed| allowed.eq_ignore_ascii_case(name))
    }
}

#[cfg(test)]
mod tests {
    use super::Guard;
    use hyper::header::{HeaderMap, HeaderName, HeaderValue};

    fn refused(headers: &[(&'static str, &'static str)], authority: Option<&str>) -> Option<u16> {
        let guard = Guard::new("127.0.0.1:4711".parse().unwrap(), vec!["simulator".to_owned(), "box:9".to_owned()]);
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        guard.refuses(&map, authority).map(|(status, _)| status)
    }

    #[test]
    fn only_this_simulators_names_are_hosts() {
        for ours in [
            "127.0.0.1:4711",
            "localhost:4711",
            "LOCALHOST:4711",
            "[::1]:4711",
            "127.9.9.9:4711",
            "simulator:4711",
            "simulator",
            "box:9",
        ] {
            assert_eq!(refused(&[("host", ours)], None), None, "{ours}");
        }
        for foreign in [
            "evil.example:4711",
            "localhost",
            "localhost:4712",
            "localhost.evil.example:4711",
            "localhost.:4711",
            "127.0.0.1.evil.example:4711",
            "127.0.0.1:4711@evil.example",
            "evil.example@127.0.0.1:4711",
            "10.0.0.1:4711",
            "0.0.0.0:4711",
            "[::1]",
            "[::2]:4711",
            "box",
            "box:4711",
            "",
            ":4711",
        ] {
            assert_eq!(refused(&[("host", foreign)], None), Some(403), "{foreign}");
        }
        assert_eq!(refused(&[], None), Some(400));
        assert_eq!(refused(&[("host", "localhost:4711"), ("host", "localhost:4711")], None), Some(400));
        assert_eq!(refused(&[("host", "localhost:4711")], Some("evil.example")), Some(403));
    }

    #[test]
    fn a_wider_address_is_no_name() {
        let guard = Guard::new("0.0.0.0:4711".parse().unwrap(), Vec::new());
        assert_eq!(guard.base_url(), "http://127.0.0.1:4711");
        assert!(guard.is_ours("127.0.0.1:4711") && !guard.is_ours("0.0.0.0:4711") && !guard.is_ours("10.0.0.1:4711"));
        let guard = Guard::new("10.0.0.1:4711".parse().unwrap(), Vec::new());
        assert!(guard.is_ours("10.0.0.1:4711"));
    }

    #[test]
    fn no_page_of_another_origin_is_answered() {
        let host = ("host", "localhost:4711");
        for (name, value, expected) in [
            ("origin", "http://localhost:4711", None),
            ("origin", "http://127.0.0.1:4711", None),
            ("origin", "http://localhost:3000", Some(403)),
            ("origin", "https://localhost:4711", Some(403)),
            ("origin", "http://evil.example", Some(403)),
            ("origin", "null", Some(403)),
            ("origin", "", Some(403)),
            ("sec-fetch-site", "same-origin", None),
            ("sec-fetch-site", "none", None),
            ("sec-fetch-site", "same-site", Some(403)),
            ("sec-fetch-site", "cross-site", Some(403)),
        ] {
            assert_eq!(refused(&[host, (name, value)], None), expected, "{name}: {value}");
        }
        assert_eq!(
            refused(&[host, ("origin", "http://localhost:4711"), ("origin", "http://evil.example")], None),
            Some(403)
        );
    }
}
