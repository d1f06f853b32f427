// Command pocketbase serves the rows of a file of JSON lines with PocketBase, as the
// load test's yardstick: pocketbase DIR ROWS ADDRESS. Anybody may read and write.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"log"
	"os"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"
)

// fields are the columns of a claim, all text.
var fields = []string{"document", "source", "incident", "status", "harm", "count", "quote"}

func main() {
	dir, rows, address := os.Args[1], os.Args[2], os.Args[3]
	os.Args = []string{os.Args[0], "serve", "--http=" + address} // by which PocketBase tells whether to open its data
	app := pocketbase.NewWithConfig(pocketbase.Config{DefaultDataDir: dir, HideStartBanner: true})
	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		if err := fill(e.App, rows); err != nil {
			return err
		}
		return e.Next()
	})
	if err := app.Start(); err != nil {
		log.Fatal(err)
	}
}

func fill(app core.App, rows string) error {
	claims := core.NewBaseCollection("claims")
	for _, name := range fields {
		claims.Fields.Add(&core.TextField{Name: name})
	}
	claims.ListRule, claims.ViewRule = types.Pointer(""), types.Pointer("")
	claims.CreateRule, claims.UpdateRule = types.Pointer(""), types.Pointer("")
	claims.AddIndex("claims_incident", false, "incident", "")
	if err := app.Save(claims); err != nil {
		return err
	}
	file, err := os.Open(rows)
	if err != nil {
		return err
	}
	defer file.Close()
	return app.RunInTransaction(func(tx core.App) error {
		lines := bufio.NewScanner(file)
		for n := 1; lines.Scan(); n++ {
			row := dbx.Params{"id": fmt.Sprintf("claim%010d", n)}
			if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
				return err
			}
			if _, err := tx.DB().Insert("claims", row).Execute(); err != nil {
				return err
			}
		}
		return lines.Err()
	})
}
