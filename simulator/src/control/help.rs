//! The help that the control interface prints, and the command.

use super::rows;
use crate::common::{ControlRow, FAULTS};
use crate::world::switches;

/// How wide a line of the help is at most, in characters.
const WIDTH: usize = 100;

/// Requests of the control interface, faults, switches.
pub(crate) fn help() -> String {
    let requests = rows().map(|row| (request_line(row), row.about.to_owned()));
    let faults = FAULTS.iter().map(|(name, about)| ((*name).to_owned(), (*about).to_owned()));
    let switches = switches().map(|switch| {
        (
            format!("{} = {}", switch.name, switch.default_value()),
            format!("{}: {}", switch.values.join(" | "), switch.about),
        )
    });
    [
        section("The control interface", "", requests),
        section(
            "Faults",
            "POST /_simulator/faults, or the header Payscore-Simulator-Fault of one request: name; member=value; … \
             What is slow or cut needs the command: in-process the answer is dropped instead.",
            faults,
        ),
        section("Switches", "What is not proven about WeChat Pay.", switches),
    ]
    .concat()
}

fn request_line(row: &ControlRow) -> String {
    format!("{:<4} /_simulator{}", row.method, row.path)
}

fn section(title: &str, about: &str, rows: impl Iterator<Item = (String, String)>) -> String {
    let about = wrap(about, "  ");
    let rows: String = rows.map(|(name, about)| format!("  {name}\n{}", wrap(&about, "      "))).collect();
    format!("{title}\n{about}{rows}\n")
}

/// In lines of at most [`WIDTH`] characters; each begins with `margin`.
fn wrap(text: &str, margin: &str) -> String {
    let mut out = String::new();
    let mut used = 0_usize;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if used == 0 || used.saturating_add(length) >= WIDTH {
            out.push_str(if used == 0 { "" } else { "\n" });
            out.push_str(margin);
            used = margin.len();
        } else {
            out.push(' ');
            used = used.saturating_add(1);
        }
        out.push_str(word);
        used = used.saturating_add(length);
    }
    if used > 0 {
        out.push('\n');
    }
    out
}
