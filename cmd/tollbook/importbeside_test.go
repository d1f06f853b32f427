package main

import (
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// BenchmarkImportBesidePostgreSQL imports a table with its indexes, journal and
// versions, and has PostgreSQL COPY the same rows into one table with indexes on
// day, place and source, both durably, in turn. It reports the median of the ratios
// of time, and that of the processor's time of the import for a thousand rows. It
// needs PostgreSQL's programs.
//
//	go test ./cmd/tollbook -run '^$' -bench ImportBesidePostgreSQL -benchtime 1x
func BenchmarkImportBesidePostgreSQL(b *testing.B) {
	const rows, pairs = 100_000, 5
	folder := b.TempDir()
	server := startPostgres(b, folder)
	largeCSV(b, filepath.Join(folder, "m.csv"), rows)
	for b.Loop() {
		var ratios, cpu []float64
		for range pairs {
			_ = os.Remove(filepath.Join(folder, "b.tollbook"))
			cmd := benchCommand(b, folder, importing("m.csv")...)
			start := time.Now()
			out, err := cmd.CombinedOutput()
			ours := time.Since(start)
			if err != nil || !strings.Contains(string(out), thousands(rows)+"  added") {
				b.Fatalf("%v: %s", err, out)
			}
			theirs := server.copy(b, rows)
			ratios = append(ratios, ours.Seconds()/theirs.Seconds())
			cpu = append(cpu, (cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime()).Seconds()*1000/(rows/1000))
		}
		slices.Sort(ratios)
		slices.Sort(cpu)
		b.ReportMetric(ratios[pairs/2], "times-COPY")
		b.ReportMetric(cpu[pairs/2], "cpu-ms/1000rows")
	}
}

func benchCommand(b *testing.B, folder string, args ...string) *exec.Cmd {
	b.Helper()
	self, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	cmd := exec.Command(self, args...)
	cmd.Dir = folder
	cmd.Env = append(os.Environ(), asCommand+"=1", "TOLLBOOK_AUTHOR=A. Researcher", "HOME="+folder)
	return cmd
}

// A postgres is a server of its own in a folder, reached over a socket there.
type postgres struct{ folder, as string }

func startPostgres(b *testing.B, folder string) postgres {
	b.Helper()
	for _, program := range []string{"initdb", "pg_ctl", "psql"} {
		if _, err := exec.LookPath(program); err != nil {
			b.Skipf("PostgreSQL is not installed: %v", err)
		}
	}
	p := postgres{folder: folder}
	if os.Geteuid() == 0 { // which PostgreSQL refuses to be
		if _, err := user.Lookup("postgres"); err != nil {
			b.Skip("this is root, and there is no user postgres to start PostgreSQL as")
		}
		p.as = "postgres"
		for dir := folder; dir != os.TempDir() && dir != "/"; dir = filepath.Dir(dir) {
			if err := os.Chmod(dir, 0o777); err != nil {
				b.Fatal(err)
			}
		}
	}
	p.run(b, "initdb", "-D", folder+"/pg", "-A", "trust", "-U", "bench")
	p.run(b, "pg_ctl", "-D", folder+"/pg", "-w", "-l", folder+"/pg.log", "-o", "-k "+folder+" -c listen_addresses=", "start")
	b.Cleanup(func() { p.run(b, "pg_ctl", "-D", folder+"/pg", "-m", "immediate", "stop") })
	return p
}

func (p postgres) run(b *testing.B, args ...string) string {
	b.Helper()
	if p.as != "" {
		args = append([]string{"setpriv", "--reuid", p.as, "--regid", p.as, "--clear-groups"}, args...)
	}
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = p.folder
	out, err := cmd.Output()
	if err != nil {
		b.Fatalf("%v: %v", args, err)
	}
	return string(out)
}

func (p postgres) copy(b *testing.B, rows int) time.Duration {
	b.Helper()
	psql := func(sql string) string {
		return p.run(b, "psql", "-h", p.folder, "-U", "bench", "-d", "postgres", "-qtA", "-c", sql)
	}
	psql("drop table if exists m; create table m (id text primary key, day date, place text, province text, low int, high int, injured text, source text); create index on m (day, place); create index on m (source)")
	start := time.Now()
	psql("\\copy m from '" + p.folder + "/m.csv' with (format csv, header)")
	spent := time.Since(start)
	if n := strings.TrimSpace(psql("select count(*) from m")); n != fmt.Sprint(rows) {
		b.Fatalf("COPY brought %s rows", n)
	}
	return spent
}
