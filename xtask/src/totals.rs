//! What passed, failed and was skipped, over everything that ran; and the counts in which the languages must agree.

use crate::run::{Done, run, step, target};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// How many checks passed, failed and were skipped.
#[derive(Default)]
pub struct Totals {
    passed: usize,
    failed: usize,
    skipped: usize,
}

/// Where each language's runners note how much they executed: a file per language and thing, `python.scenarios`.
pub fn counts() -> PathBuf {
    target().join("counts")
}

impl Totals {
    /// One check that passes or fails as a whole.
    pub fn check(&mut self, what: &str, command: Command) {
        self.result(what, step(what, || run(command)));
    }

    /// The same, of something that was done already.
    pub fn result(&mut self, what: &str, result: Done) {
        match result {
            Ok(()) => self.passed += 1,
            Err(problem) => self.fail(what, &problem),
        }
    }

    /// A test runner whose closing lines say how many passed and failed: cargo's, pytest's, node's, Maven's, or our
    /// own.
    pub fn counted(&mut self, what: &str, mut command: Command) {
        command.env("PAYSCORE_COUNTS", counts()).stdin(Stdio::null()).stderr(Stdio::inherit());
        let output = step(what, || command.output().map_err(|error| error.to_string()));
        let Ok(output) = output else { return self.fail(what, "it does not start") };
        let text = String::from_utf8_lossy(&output.stdout);
        print!("{text}");
        let before = (self.passed, self.failed);
        for line in text.lines() {
            self.add(line);
        }
        if !output.status.success() && self.failed == before.1 {
            self.fail(what, &output.status.to_string());
        } else if (self.passed, self.failed) == before {
            self.fail(what, "it ran no test");
        }
    }

    fn add(&mut self, line: &str) {
        // Node: `# pass 12`; Maven sums up in the line that ends without a class name.
        if let Some(rest) = line.strip_prefix("# ").or_else(|| line.strip_prefix("ℹ ")) {
            for (word, count) in
                [("pass ", &mut self.passed), ("fail ", &mut self.failed), ("skipped ", &mut self.skipped)]
            {
                *count += rest.strip_prefix(word).and_then(|number| number.parse::<usize>().ok()).unwrap_or(0);
            }
        } else if let Some((_, rest)) = line.split_once("Tests run: ").filter(|_| !line.contains("Time elapsed")) {
            let all = |word| number_after(rest, word);
            let ran = rest.split(',').next().and_then(|number| number.parse::<usize>().ok()).unwrap_or(0);
            let (failed, skipped) = (all("Failures: ") + all("Errors: "), all("Skipped: "));
            self.failed += failed;
            self.skipped += skipped;
            self.passed += ran.saturating_sub(failed + skipped);
        } else if line.contains(" passed") || line.contains(" failed") {
            self.passed += number_before(line, " passed");
            self.failed += number_before(line, " failed");
            self.skipped += number_before(line, " skipped");
        }
    }

    /// What this machine cannot have: why, and the command that installs it.
    pub fn skip(&mut self, what: &str, remedy: &str) {
        println!("skipped: {what} ({remedy})");
        self.skipped += 1;
    }

    pub fn fail(&mut self, what: &str, problem: &str) {
        println!("FAILED: {what}: {problem}");
        self.failed += 1;
    }

    /// Every language ran as many scenarios, steps, known answers and bad inputs as every other.
    pub fn agree(&mut self, languages: &[&str]) {
        let mut found: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
        let mut whats = BTreeSet::new();
        for entry in std::fs::read_dir(counts()).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if let Some((language, what)) = name.split_once('.') {
                let count = std::fs::read_to_string(entry.path()).unwrap_or_default().trim().to_owned();
                whats.insert(what.to_owned());
                found.entry(what.to_owned()).or_default().insert(language.to_owned(), count);
            }
        }
        if whats.is_empty() {
            return self.fail("the counts", "no language noted any");
        }
        for what in whats {
            let of = |language: &str| found.get(&what).and_then(|counts| counts.get(language)).cloned();
            let counts: Vec<String> = languages
                .iter()
                .map(|language| format!("{language} {}", of(language).unwrap_or("none".to_owned())))
                .collect();
            let first = languages.first().and_then(|language| of(language));
            let agree = first.is_some() && languages.iter().all(|language| of(language) == first);
            let line = counts.join(", ");
            println!("{what}: {line}");
            self.result(
                &format!("every language ran the same number of {what}"),
                if agree { Ok(()) } else { Err(line) },
            );
        }
    }

    /// Prints the last line.
    pub fn close(self) -> Done {
        println!("{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped);
        if self.failed == 0 { Ok(()) } else { Err(String::new()) }
    }
}

fn number_before(line: &str, word: &str) -> usize {
    let digits = |text: &str| {
        text.chars().rev().take_while(char::is_ascii_digit).collect::<Vec<_>>().into_iter().rev().collect::<String>()
    };
    line.find(word).map(|at| digits(&line[..at])).and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

fn number_after(line: &str, word: &str) -> usize {
    let rest = line.split_once(word).map_or("", |(_, rest)| rest);
    rest.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap_or(0)
}
