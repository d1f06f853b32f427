package fetch

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"syscall"
	"time"
)

// A door lets requests out to public addresses only. Through a proxy the name is
// resolved there, so that nobody near learns of it; what is no name, or one that
// only a network within knows, is refused here.
type door struct {
	Options
	proxy func(*http.Request) (*url.URL, error)
}

// RoundTrip sends one request, also each that a redirect asks for.
func (d door) RoundTrip(r *http.Request) (*http.Response, error) {
	through, err := d.proxy(r)
	if err != nil {
		return nil, err
	}
	dialer := &net.Dialer{Timeout: 15 * time.Second}
	if through == nil {
		dialer.ControlContext = d.control
	} else if !d.named(r.URL) {
		return nil, errNotPublic
	}
	transport := &http.Transport{
		Proxy: http.ProxyURL(through), DialContext: dialer.DialContext,
		DisableKeepAlives: true, DisableCompression: true, MaxResponseHeaderBytes: maxHeaders, ForceAttemptHTTP2: true,
		TLSHandshakeTimeout: 15 * time.Second,
	}
	return transport.RoundTrip(r)
}

// control refuses a connection by the address that a name was resolved to, at the
// last moment before it is made: a name that answers otherwise the second time
// gains nothing.
func (d door) control(_ context.Context, _, resolved string, _ syscall.RawConn) error {
	if at, err := netip.ParseAddrPort(resolved); err != nil || !d.public(at) {
		return errNotPublic
	}
	return nil
}

// named tells whether an address may be asked of a proxy.
func (d door) named(u *url.URL) bool {
	host := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
	if ip, err := netip.ParseAddr(host); err == nil {
		return d.public(netip.AddrPortFrom(ip, 0))
	}
	last := host[strings.LastIndexByte(host, '.')+1:]
	digits := last == "" || last[0] >= '0' && last[0] <= '9' // other spellings of an address: no domain begins so
	return strings.Contains(host, ".") && !digits && !slices.ContainsFunc(within, func(end string) bool { return strings.HasSuffix(host, end) })
}

// within are the ends of names that are only known within a network.
var within = []string{".localhost", ".local", ".internal", ".lan", ".home.arpa", ".intranet", ".corp", ".home"}

// public tells whether an address belongs to nobody's own network.
func (o Options) public(at netip.AddrPort) bool {
	if slices.Contains(o.Allowed, at) {
		return true
	}
	ip := at.Addr().Unmap().WithZone("")
	if at.Addr().Zone() != "" || !ip.IsGlobalUnicast() || ip.IsPrivate() {
		return false
	}
	return !slices.ContainsFunc(reserved, func(p netip.Prefix) bool { return p.Contains(ip) })
}

// reserved are networks that are no public ones beside those that net/netip
// knows, from the registries of special addresses of IANA (RFC 6890 and later).
var reserved = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("192.0.2.0/24"), netip.MustParsePrefix("192.88.99.0/24"), netip.MustParsePrefix("198.18.0.0/15"),
	netip.MustParsePrefix("198.51.100.0/24"), netip.MustParsePrefix("203.0.113.0/24"), netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("::/96"), netip.MustParsePrefix("64:ff9b::/96"), netip.MustParsePrefix("64:ff9b:1::/48"), netip.MustParsePrefix("100::/64"),
	netip.MustParsePrefix("2001::/23"), netip.MustParsePrefix("2001:db8::/32"), netip.MustParsePrefix("2002::/16"),
	netip.MustParsePrefix("3fff::/20"), netip.MustParsePrefix("5f00::/16"), netip.MustParsePrefix("fec0::/10"),
}
