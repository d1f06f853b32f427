package main

import (
	"runtime/debug"

	"github.com/spf13/cobra"

	"tollbook/aggregate"
	"tollbook/ingest"
)

// Version is the program's version; a release build sets it.
var Version = "0.1.0"

func program() string { return "tollbook " + Version }

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the versions of the program, its reader of texts, its methods and their lexicons",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			a.printf("%s\nreader  %s\n", program(), ingest.Reader)
			for _, m := range aggregate.Methods {
				a.printf("method  %s, lexicon %s\n", m, m.Lexicon)
			}
			if info, ok := debug.ReadBuildInfo(); ok {
				a.printf("built with %s\n", info.GoVersion)
			}
			return nil
		},
	}
}
