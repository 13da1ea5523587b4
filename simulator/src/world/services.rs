//! The services as WeChat Pay's operations set them up: which sub-mode each has, and how much may be at risk.

/// The service whose orders the user confirms, service first and payment after (需确认, 先享).
pub const SERVICE_ID: &str = "2002000000000558128851361561536";
/// The service without confirmation (免确认).
pub const SERVICE_ID_NO_CONFIRM: &str = "2002000000000558128851361561537";
/// The service whose orders the user confirms, with a waived deposit (需确认, 先免).
pub const SERVICE_ID_WAIVE_FIRST: &str = "2002000000000558128851361561538";

/// How a service works. It cannot be told from its number, and no endpoint tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// 先享: an estimate, and the total may exceed it.
    EnjoyFirst,
    /// 先免: a deposit, and the total may not exceed it.
    WaiveFirst,
    /// 免确认: the user opened the service once and confirms no order.
    NoConfirm,
}

/// A service.
#[derive(Debug, Clone, Copy)]
pub struct Service {
    /// Its number.
    pub id: &'static str,
    /// How it works.
    pub mode: Mode,
    /// The most that may be at risk in one order, in fen. WeChat Pay publishes no such figure; these are the simulator's.
    pub ceiling: i64,
}

/// All there are.
pub const SERVICES: [Service; 3] = [
    Service { id: SERVICE_ID, mode: Mode::EnjoyFirst, ceiling: 100_000 },
    Service { id: SERVICE_ID_NO_CONFIRM, mode: Mode::NoConfirm, ceiling: 100_000 },
    Service { id: SERVICE_ID_WAIVE_FIRST, mode: Mode::WaiveFirst, ceiling: 50_000 },
];

impl Service {
    /// The one of this number.
    pub fn of(id: &str) -> Option<&'static Service> {
        SERVICES.iter().find(|service| service.id == id)
    }

    /// The names that `risk_fund` may have.
    pub fn risk_funds(&self) -> &'static [&'static str] {
        match self.mode {
            Mode::WaiveFirst => &["DEPOSIT", "ADVANCE", "CASH_DEPOSIT"],
            Mode::EnjoyFirst | Mode::NoConfirm => &["ESTIMATE_ORDER_COST"],
        }
    }

    /// The word for its mode.
    pub fn word(&self) -> &'static str {
        match self.mode {
            Mode::EnjoyFirst => "enjoy_first",
            Mode::WaiveFirst => "waive_first",
            Mode::NoConfirm => "no_confirm",
        }
    }
}
