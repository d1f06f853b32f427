package phrase

// labelled ties a number to the word of harm that heads it as a label: "Killed:
// 14; injured: 52".
func (r *reader) labelled() {
	for p := range r.preds {
		pred := &r.preds[p]
		if pred.linked || pred.aux >= 0 || r.markAt(pred.to) != ':' && !isHyphen(r.markAt(pred.to)) || !r.opens(pred.from) {
			continue
		}
		if k := r.startsQuantity(pred.to + 1); k >= 0 && r.free(k) && (r.quantities[k].head == bareHead || r.quantities[k].head == personHead) {
			r.tie(k, p)
		}
	}
}

// opens tells whether unit i begins a line or a part of it, number and mark before
// it aside.
func (r *reader) opens(i int) bool {
	return i == 0 || r.markAt(i-1) != 0 || r.is(i-1, and)
}
