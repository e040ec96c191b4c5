//! The page of commands, held to the binary's own help.

use std::process::Command;

/// What there is to type, by the first column under the help's heading `Commands:`.
fn commands_of(help: &str) -> Vec<String> {
    let list = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    list.filter_map(|line| line.split_whitespace().next()).filter(|word| *word != "help").map(str::to_owned).collect()
}

#[test]
fn each_command_has_its_row() {
    let output = Command::new(env!("CARGO_BIN_EXE_tertulia")).arg("--help").output().expect("runs");
    let commands = commands_of(&String::from_utf8(output.stdout).expect("is text"));
    assert!(commands.len() > 10, "{commands:?}");
    let page = crate::read("docs/src/operating/commands.md");
    let rows: Vec<&str> = page.lines().filter(|line| line.starts_with("| `tertulia")).collect();
    for command in &commands {
        let named = [format!("`tertulia {command}`"), format!("`tertulia {command} ")];
        assert!(rows.iter().any(|row| named.iter().any(|name| row.contains(name))), "{command}");
    }
}
