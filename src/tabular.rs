//! Cells of text tables: one way for the answers to questions and for rankings.

use comfy_table::{CellAlignment, ContentArrangement, Table, presets::ASCII_MARKDOWN};

/// Puts a text on one line: a tab or a line break would tear a table apart.
pub(crate) fn one_line(text: &str) -> String {
    text.replace(|c: char| c.is_control(), " ")
}

/// Writes a Markdown table. Columns from `numbers` on are aligned to the right.
pub(crate) fn markdown(
    heads: &[&str],
    rows: impl IntoIterator<Item = Vec<String>>,
    numbers: usize,
) -> String {
    let mut table = Table::new();
    table.load_style(ASCII_MARKDOWN);
    table.set_content_arrangement(ContentArrangement::Disabled);
    table.set_header(heads.iter().map(|head| markdown_cell(head)));
    for row in rows {
        table.add_row(row.iter().map(|cell| markdown_cell(cell)));
    }
    for column in table.column_iter_mut().skip(numbers) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    let text = table.trim_fmt();
    // The line below the head says how columns are aligned; comfy-table leaves that out.
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if let Some(rule) = lines.get_mut(1) {
        *rule = aligned_rule(rule, numbers);
    }
    lines.join("\n")
}

/// Ends the dashes of the columns from `numbers` on with a colon.
fn aligned_rule(rule: &str, numbers: usize) -> String {
    let columns = rule.trim_matches('|').split('|').enumerate().map(|(position, dashes)| {
        let dash = dashes.strip_suffix('-').filter(|_| position >= numbers);
        dash.map_or_else(|| dashes.to_owned(), |dashes| format!("{dashes}:"))
    });
    format!("|{}|", columns.collect::<Vec<_>>().join("|"))
}

/// Escapes what Markdown would take for a mark; line breaks become `<br>`.
fn markdown_cell(text: &str) -> String {
    let mut cell = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => cell.push_str("<br>"),
            '\\' | '|' | '*' | '_' | '`' | '<' | '>' | '[' | ']' | '~' | '&' => {
                cell.push('\\');
                cell.push(c);
            }
            c if c.is_control() => cell.push(' '),
            c => cell.push(c),
        }
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_markdown_stay_text() {
        assert_eq!(markdown_cell("a|b\\|*c*\n[d]\te"), r"a\|b\\\|\*c\*<br>\[d\] e");
    }

    #[test]
    fn columns_of_numbers_say_so_below_their_head() {
        let text = markdown(&["甲", "n"], [vec!["x".to_owned(), "12".to_owned()]], 1);
        assert_eq!(text, "| 甲 |  n |\n|----|---:|\n| x  | 12 |");
    }
}
