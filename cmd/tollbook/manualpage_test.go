package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tollbook/aggregate"
	"tollbook/server"
)

// manual is docs/manual.md: every command and flag, from the commands themselves.
func manual(root *cobra.Command) string {
	var b strings.Builder
	b.WriteString("# Manual\n\n" +
		"Every command and flag, made from the program's own help. Exit codes: 0 done; 1 failed; 2 wrong usage; 3 done, with problems that a\n" +
		"person must look at. Errors say where, what was found and what is wanted. A command that fails leaves the book as it was.\n\n" +
		"Every command takes these flags:\n\n")
	manualFlags(&b, root.PersistentFlags())
	b.WriteString("\n`tollbook completion bash|zsh|fish|powershell` prints a completion script for your shell.\n")
	for _, cmd := range root.Commands() {
		if cmd.Name() != "help" && cmd.Name() != "completion" {
			manualCommand(&b, cmd)
		}
	}
	b.WriteString("\n## Addresses that tollbook serve answers\n\n| address | what an account needs |\n|---|---|\n")
	for _, route := range server.Routes() {
		fmt.Fprintf(&b, "| `%s %s` | %s |\n", route.Method, route.Path, route.May)
	}
	b.WriteString("\n## Methods\n\nTheir rules, sources and worked examples are in [methods.md](methods.md).\n\n| method | lexicon | rule |\n|---|---|---|\n")
	for _, m := range aggregate.Methods {
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", m, m.Lexicon, m.Sentence)
	}
	return b.String()
}

func manualCommand(b *strings.Builder, cmd *cobra.Command) {
	fmt.Fprintf(b, "\n## %s\n\n%s.\n\n", cmd.CommandPath(), cmd.Short)
	if _, rest, ok := strings.Cut(cmd.Long, "\n\n"); ok {
		fmt.Fprintf(b, "```text\n%s\n```\n\n", strings.TrimSpace(rest))
	}
	fmt.Fprintf(b, "    %s%s\n", strings.TrimSuffix(cmd.CommandPath(), cmd.Name()), cmd.Use)
	if cmd.Example != "" {
		fmt.Fprintf(b, "\nFor example:\n\n```\n%s\n```\n", strings.ReplaceAll(strings.TrimSpace(cmd.Example), "\n  ", "\n"))
	}
	if cmd.LocalNonPersistentFlags().HasFlags() {
		b.WriteString("\n")
		manualFlags(b, cmd.LocalNonPersistentFlags())
	}
	for _, below := range cmd.Commands() {
		manualCommand(b, below)
	}
}

func manualFlags(b *strings.Builder, flags *pflag.FlagSet) {
	b.WriteString("| flag | what | default |\n|---|---|---|\n")
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Name == "help" {
			return
		}
		usual := f.DefValue
		if usual == "false" || usual == "[]" {
			usual = ""
		}
		fmt.Fprintf(b, "| `--%s` | %s | %s |\n", f.Name, strings.ReplaceAll(f.Usage, "|", "\\|"), usual)
	})
}
