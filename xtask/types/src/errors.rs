//! The page of error codes.

use payscore::error::CODES;

pub fn page() -> String {
    let mut page = String::from(
        "# Error codes\n\nGenerated from the table in `core/src/error/codes.rs`. A code is never renamed and never reused.\n\n\
         | code | kind | meaning | what to do |\n|---|---|---|---|\n",
    );
    for code in CODES {
        let cell = |text: &str| text.replace('|', "\\|");
        page += &format!("| `{}` | {} | {} | {} |\n", code.as_str(), code.kind(), cell(code.meaning()), cell(code.remedy()));
    }
    page
}
