//! `README.md` and `README.zh-CN.md` have the same sections in the same order, and in each section the same code,
//! commands, links, rows and points. The prose is free, and so are the comments in code.

use super::{link_targets, text};
use std::collections::BTreeSet;
use std::path::Path;

/// Each section in both languages, in order.
const SECTIONS: [(&str, &str); 10] = [
    ("Payscore", "Payscore"),
    ("Install", "安装"),
    ("First call", "快速接入"),
    ("Python", "Python"),
    ("JavaScript and TypeScript", "JavaScript 与 TypeScript"),
    ("Kotlin, Java and Rust", "Kotlin、Java 与 Rust"),
    ("Two commands", "两条命令"),
    ("Layout", "目录结构"),
    ("Documentation", "文档"),
    ("Contributing and security", "参与贡献与安全"),
];

/// What both languages must have alike in a section.
#[derive(Default)]
struct Section {
    level: usize,
    title: String,
    /// Fenced code, without comments and blank lines, behind its language.
    code: Vec<String>,
    /// Code within a line: commands, names, paths.
    words: BTreeSet<String>,
    links: BTreeSet<String>,
    rows: usize,
    points: usize,
}

fn sections(text: &str) -> Vec<Section> {
    let (mut sections, mut fence): (Vec<Section>, Option<String>) = (Vec::new(), None);
    for line in text.lines() {
        if let Some(title) = line.strip_prefix('#').filter(|_| fence.is_none()) {
            let level = 1 + title.chars().take_while(|letter| *letter == '#').count();
            let title = title.trim_start_matches('#').trim().to_owned();
            sections.push(Section { level, title, ..Section::default() });
            continue;
        }
        let Some(section) = sections.last_mut() else { continue };
        match (&mut fence, line.strip_prefix("```")) {
            (None, Some(language)) => fence = Some(format!("{language}\n")),
            (Some(_), Some(_)) => section.code.extend(fence.take()),
            (Some(code), None) => {
                let line = without_comment(code.lines().next().unwrap_or_default(), line);
                if !line.is_empty() {
                    code.push_str(&line);
                    code.push('\n');
                }
            }
            (None, None) => {
                section.words.extend(line.split('`').skip(1).step_by(2).map(str::to_owned));
                // The two name each other, and headings of their own.
                section
                    .links
                    .extend(link_targets(line).into_iter().filter(|to| !to.starts_with(['#', 'R'])).map(str::to_owned));
                section.rows += usize::from(line.starts_with('|'));
                section.points += usize::from(line.starts_with("* "));
            }
        }
    }
    sections
}

/// A line of code without its comment: what follows `//` or `#` at its beginning or behind a blank, outside of quotes.
fn without_comment(language: &str, line: &str) -> String {
    let (marker, mut quoted, mut code) = (if language == "js" { "//" } else { "#" }, false, String::new());
    for (at, letter) in line.char_indices() {
        if !quoted && line[at..].starts_with(marker) && !code.ends_with(|before: char| !before.is_whitespace()) {
            break;
        }
        quoted ^= letter == '"';
        code.push(letter);
    }
    code.trim_end().to_owned()
}

/// How the two differ, a sentence each.
fn differences(english: &str, chinese: &str) -> Vec<String> {
    let (english, chinese) = (sections(english), sections(chinese));
    let titles = |sections: &[Section]| sections.iter().map(|section| section.title.clone()).collect::<Vec<_>>();

    let mut found = Vec::new();
    for (name, has, needs) in [
        ("README.md", titles(&english), SECTIONS.iter().map(|(title, _)| *title).collect::<Vec<_>>()),
        ("README.zh-CN.md", titles(&chinese), SECTIONS.iter().map(|(_, title)| *title).collect()),
    ] {
        if has != needs {
            found.push(format!("{name} has the sections {has:?}; SECTIONS in documents/readme.rs has {needs:?}"));
        }
    }
    for (one, other) in english.iter().zip(&chinese) {
        let title = &one.title;
        let mut differ = |what: &str, differs: bool| {
            if differs {
                found.push(format!("{title}: the {what} differ"));
            }
        };
        differ("levels of the headings", one.level != other.level);
        differ("blocks of code", one.code != other.code);
        differ("words in code", one.words != other.words);
        differ("links", one.links != other.links);
        differ("numbers of table rows", one.rows != other.rows);
        differ("numbers of points", one.points != other.points);
    }
    found
}

fn both() -> (String, String) {
    (text(Path::new("README.md")), text(Path::new("README.zh-CN.md")))
}

#[test]
fn the_two_readmes_agree() {
    let (english, chinese) = both();
    assert_eq!(differences(&english, &chinese), Vec::<String>::new());
}

#[test]
fn whatever_drifts_is_named() {
    let (english, chinese) = both();
    let drifts = |from: &str, to: &str| {
        assert!(chinese.contains(from), "{from}");
        differences(&english, &chinese.replacen(from, to, 1))
    };
    assert_eq!(drifts("## 目录结构", "## 布局").len(), 1);
    assert_eq!(drifts("## 目录结构", "### 目录结构"), ["Layout: the levels of the headings differ"]);
    assert_eq!(drifts("amount: 10000", "amount: 100"), ["JavaScript and TypeScript: the blocks of code differ"]);
    assert_eq!(drifts("apt-get install gcc", "apt-get install clang"), ["Two commands: the blocks of code differ"]);
    assert_eq!(drifts("`--json`", "`--data`"), ["Two commands: the words in code differ"]);
    assert_eq!(drifts("(docs/rules.md)", "(docs/errors.md)"), ["Documentation: the links differ"]);
    assert_eq!(drifts("* 没有退款接口", "没有退款接口"), ["Payscore: the numbers of points differ"]);
    assert_eq!(drifts("| `xtask/` |", "`xtask/`"), ["Layout: the numbers of table rows differ"]);
    let (before, after) = chinese.split_once("## 文档").unwrap();
    let (documentation, after) = after.split_once("## 参与贡献与安全").unwrap();
    let swapped = format!("{before}## 参与贡献与安全{after}\n## 文档{documentation}");
    assert!(differences(&english, &swapped)[0].starts_with("README.zh-CN.md has the sections"));
    // Comments are prose.
    assert_eq!(drifts("# 创建订单", "# 一条注释"), Vec::<String>::new());
}
