package phrase

import "testing"

func TestArabicSentences(t *testing.T) {
	testSentences(t, "ar", []sentenceTest{
		{"قتل ثلاثة أشخاص وأصيب سبعة آخرون في قصف على المدينة.", "killed 3; injured 7"},
		{"أسفر الهجوم عن مقتل 12 شخصاً بينهم طفلان وإصابة أكثر من 40 بجروح.", "killed 12; killed 2 subset children; injured more than 40"},
		{"ارتفعت حصيلة القتلى إلى 34، بينهم ثلاث نساء.", "killed 34; killed 3 subset women"},
		{"ارتفع عدد الجرحى إلى 112.", "injured 112"},
		{"لم تقع إصابات.", "casualties denied"},
		{"لم يصب أحد بأذى.", "injured denied"},
		{"لم ترد أنباء عن وقوع إصابات.", "casualties not_reported"},
		{"سقط القصف دون وقوع إصابات.", "casualties denied"},
		{"قتل ما لا يقل عن 15 مدنياً.", "killed at least 15 civilians"},
		{"قتل رجل وزوجته وطفلاهما.", "killed 4"},
		{"أصيب خمسة وعشرون شخصاً.", "injured 25"},
		{"قتل ثلاثة عشر جندياً وجرح عشرات.", "killed 13 soldiers combatants; injured tens soldiers combatants"},
		{"استشهد فلسطينيان وأصيب آخرون.", "killed 2; injured stated without a number"},
		{"استشهد شاب برصاص الجيش.", "killed 1 men"},
		{"أصيبت امرأة بجروح خطيرة.", "injured 1 women serious"},
		{"نزح أكثر من 12 ألف شخص.", "displaced more than 12,000"},
		{"نزحت 300 عائلة.", ""},
		{"اعتقلت القوات 20 فلسطينياً.", "detained 20"},
		{"خطف مسلحون 30 طالباً.", "abducted 30"},
		{"فقد ثمانية أشخاص.", "missing 8"},
		{"لا يزال خمسة أشخاص تحت الأنقاض.", "missing 5"},
		{"انتشلت فرق الإنقاذ جثث خمسة عمال.", "killed 5"},
		{"انتشال جثتي طفلين من تحت الركام.", "killed 2 children"},
		{"أسقطت الدفاعات الجوية 14 طائرة مسيرة.", ""},
		{"تم إنقاذ 30 شخصاً وإجلاء 200.", ""},
		{"منذ بداية الحرب قتل أكثر من 60 ألف شخص.", "killed more than 60,000 cumulative"},
		{"بلغ عدد الشهداء 62 ألفاً و192 منذ السابع من أكتوبر.", "killed 62,192 cumulative"},
		{"من بين القتلى أربعة أطفال.", "killed 4 subset children"},
		{"قتل ما بين 30 و40 شخصاً.", "killed 30 to 40"},
		{"مقتل وإصابة 14 شخصاً في انفجار.", "casualties 14"},
		{"قتيل وثلاثة جرحى في حادث سير", "killed 1; injured 3"},
		{"قال مدير المستشفى إن المستشفى استقبل جثامين 9 شهداء و20 مصاباً.", "killed 9; injured 20"},
		{"قتل 5 وأصيب 10، حالة ثلاثة منهم خطيرة.", "killed 5; injured 10; injured 3 subset serious"},
		{"قتل 3 من عناصر الجيش.", "killed 3 combatants"},
	})
}
