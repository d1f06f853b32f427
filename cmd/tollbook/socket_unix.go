//go:build unix

package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	"tollbook/store"
)

// A handover is a command as one process hands it to another. The caller's
// standard input, output and errors come with it as open files.
type handover struct {
	Args   []string `json:"args"`
	Author string   `json:"author"`
	Folder string   `json:"folder"`
}

// maxHandover bounds the message, in bytes.
const maxHandover = 1 << 20

// socketOf is where the server of a book listens for its owner: in a folder that
// nobody else can enter, under a name made of the book's path.
func socketOf(book string) (string, error) {
	path, err := filepath.Abs(book)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	base := os.Getenv("XDG_RUNTIME_DIR")
	if base == "" {
		base = os.TempDir()
	}
	folder := filepath.Join(base, "tollbook-"+strconv.Itoa(os.Getuid()))
	if err := os.Mkdir(folder, 0o700); err != nil && !errors.Is(err, os.ErrExist) {
		return "", err
	}
	sum := sha256.Sum256([]byte(path))
	return filepath.Join(folder, hex.EncodeToString(sum[:8])+".socket"), ownersOnly(folder)
}

// ownersOnly refuses a folder that somebody else made or can enter.
func ownersOnly(folder string) error {
	info, err := os.Lstat(folder)
	if err != nil {
		return err
	}
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok || !info.IsDir() || int(stat.Uid) != os.Getuid() || info.Mode().Perm()&0o077 != 0 {
		return fmt.Errorf("%s: want a folder of yours that nobody else can enter", folder)
	}
	return nil
}

// handOver gives the command to the server that has the book open, if one does.
func (a *app) handOver(ctx context.Context, args []string) (code error, done bool) {
	in, out, errw, ok := a.files()
	if !ok {
		return nil, false
	}
	path, err := socketOf(a.bookPath())
	if err != nil {
		return nil, false
	}
	conn, err := net.Dial("unix", path)
	if err != nil {
		return nil, false // nobody listens: the book is opened here
	}
	defer conn.Close()
	folder, err := os.Getwd()
	if err != nil {
		return err, true
	}
	message, err := json.Marshal(handover{Args: args, Author: a.who(), Folder: folder})
	if err != nil {
		return err, true
	}
	rights := syscall.UnixRights(int(in.Fd()), int(out.Fd()), int(errw.Fd()))
	if _, _, err := conn.(*net.UnixConn).WriteMsgUnix(append(message, '\n'), rights, nil); err != nil {
		return err, true
	}
	stop := context.AfterFunc(ctx, func() { conn.Close() }) // the server stops when the caller is gone
	defer stop()
	var ended exitCode
	if err := json.NewDecoder(conn).Decode(&ended); err != nil {
		if ctx.Err() != nil {
			return exitCode(exitFailed), true
		}
		return errors.New("the server that has the book open ended before the command did; look at the book with `tollbook check`"), true
	}
	if ended == exitDone {
		return nil, true
	}
	return ended, true
}

// files are the standard streams, where they are files that can be handed over.
func (a *app) files() (in, out, errw *os.File, ok bool) {
	in, inOK := a.in.(*os.File)
	out, outOK := a.out.(*os.File)
	errw, errOK := a.errw.(*os.File)
	return in, out, errw, inOK && outOK && errOK
}

// takeOver listens for commands of the book's owner until ctx ends.
func (a *app) takeOver(ctx context.Context, book *store.Book) error {
	path, err := socketOf(book.Path())
	if err != nil {
		return err
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err // one that a crash left: the book's lock is ours
	}
	listener, err := net.ListenUnix("unix", &net.UnixAddr{Name: path, Net: "unix"})
	if err != nil {
		return err
	}
	if err := os.Chmod(path, 0o600); err != nil {
		return errors.Join(err, listener.Close())
	}
	context.AfterFunc(ctx, func() { listener.Close() })
	go func() {
		for {
			conn, err := listener.AcceptUnix()
			if err != nil {
				return
			}
			go a.doFor(ctx, conn, book)
		}
	}()
	return nil
}

// doFor does one command for its caller.
func (a *app) doFor(ctx context.Context, conn *net.UnixConn, book *store.Book) {
	defer conn.Close()
	h, streams, err := received(conn)
	defer func() {
		for _, f := range streams {
			f.Close()
		}
	}()
	if err != nil || len(streams) != 3 {
		return
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	go func() { // the caller sends nothing more; when it goes, the command stops
		_, _ = conn.Read(make([]byte, 1))
		cancel()
	}()
	caller := &app{in: streams[0], out: streams[1], errw: streams[2], now: a.now, author: h.Author, given: book, folder: h.Folder}
	_ = json.NewEncoder(conn).Encode(caller.run(ctx, h.Args)) // the caller is gone: nobody to tell
}

// received reads a command and the open files that come with it.
func received(conn *net.UnixConn) (h handover, streams []*os.File, err error) {
	if err := conn.SetReadDeadline(time.Now().Add(10 * time.Second)); err != nil {
		return h, nil, err
	}
	message, rights := make([]byte, maxHandover), make([]byte, syscall.CmsgSpace(3*4))
	n, rn, _, _, err := conn.ReadMsgUnix(message, rights)
	if err != nil {
		return h, nil, err
	}
	parts, err := syscall.ParseSocketControlMessage(rights[:rn])
	if err != nil {
		return h, nil, err
	}
	for _, part := range parts {
		fds, err := syscall.ParseUnixRights(&part)
		if err != nil {
			return h, streams, err
		}
		for i, fd := range fds {
			syscall.CloseOnExec(fd)
			streams = append(streams, os.NewFile(uintptr(fd), []string{"input", "output", "errors"}[min(i, 2)]))
		}
	}
	text := message[:n]
	for len(text) > 0 && text[len(text)-1] != '\n' && len(text) < maxHandover {
		more, err := conn.Read(message[n:])
		if err != nil {
			return h, streams, err
		}
		n += more
		text = message[:n]
	}
	err = json.Unmarshal(text, &h)
	return h, streams, errors.Join(err, conn.SetReadDeadline(time.Time{}))
}
