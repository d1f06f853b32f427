package main

import (
	"io"

	"github.com/spf13/cobra"

	"tollbook/exports"
)

func (a *app) templateCommand() *cobra.Command {
	var out string
	var force bool
	cmd := &cobra.Command{
		Use:   "template --out FILE.xlsx",
		Short: "Write an empty workbook to fill in by hand and import: drop-downs, an example, instructions",
		Long: `Write an empty workbook to fill in by hand and import: drop-downs, an example, instructions.

Fill in its sheet Reports, then: tollbook import FILE.xlsx --preset template --source NAME`,
		Example: `  tollbook template --out reports.xlsx`,
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if err := writeWhole(out, force, func(w io.Writer) error { return exports.Template(w, program()) }); err != nil {
				return err
			}
			a.printf("Wrote %s. Fill in the sheet %s, then: tollbook import %s --preset template --source NAME --dry-run\n", out, exports.TemplateSheet, out)
			return nil
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "the file to write (required)")
	cmd.Flags().BoolVar(&force, "force", false, "replace the file if it is there")
	_ = cmd.MarkFlagRequired("out")
	return cmd
}
