package phrase

import "tollbook/casualty"

// arabic holds the words of Arabic. The verb comes first, a noun in the dual is
// two, units stand before tens, and particles are written with their word.
var arabic = &language{
	code: "ar", headFirst: true, verbFirst: true, unitsFirst: true, bare: true, uncased: true,
	fold:  foldArabic,
	shape: func(key []byte) (plural, verbal bool) { return true, false },
	cut:   cutArabic,
	short: "د م أ",
	rows:  slicesOf(numbersArabic, hedgesArabic, peopleArabic, thingsArabic, harmsArabic, grammarArabic, contextArabic),
}

var numbersArabic = []row{
	num(1, "واحد{,ا,ة} | إحدى | أحد"), num(2, "اثن{ان,ين,تان,تين} | إثن{ان,ين}"), num(3, "ثلاث{,ة}"), num(4, "أربع{,ة}"), num(5, "خمس{,ة}"), num(6, "ست{,ة}"), num(7, "سبع{,ة}"), num(8, "ثمان{ية,ي,} "), num(9, "تسع{,ة}"), num(10, "عشر{,ة}"),
	num(11, "{أحد,إحدى} عشر{,ة}"), num(12, "اثن{ا,ي,تا,تي} عشر{,ة}"), num(13, "ثلاث{,ة} عشر{,ة}"), num(14, "أربع{,ة} عشر{,ة}"), num(15, "خمس{,ة} عشر{,ة}"), num(16, "ست{,ة} عشر{,ة}"), num(17, "سبع{,ة} عشر{,ة}"), num(18, "ثماني{,ة} عشر{,ة}"), num(19, "تسع{,ة} عشر{,ة}"),
	num(20, "عشر{ون,ين}"), num(30, "ثلاث{ون,ين}"), num(40, "أربع{ون,ين}"), num(50, "خمس{ون,ين}"), num(60, "ست{ون,ين}"), num(70, "سبع{ون,ين}"), num(80, "ثمان{ون,ين}"), num(90, "تسع{ون,ين}"),
	num(200, "{مئتا,مائتا,مئتي,مائتي}{ن,}"), num(300, "ثلاث{مئة,مائة}"), num(400, "أربع{مئة,مائة}"), num(500, "خمس{مئة,مائة}"), num(600, "ست{مئة,مائة}"), num(700, "سبع{مئة,مائة}"), num(800, "ثمان{مئة,مائة,يمئة,يمائة}"), num(900, "تسع{مئة,مائة}"),
	{tag{does: times, n: 100, word: "hundred"}, "مئة | مائة"}, {tag{does: times, n: 1000, word: "thousand"}, "ألف{,ا} | آلاف"}, {tag{does: times, n: 1_000_000, word: "million"}, "مليون{,ا} | ملايين"}, num(2000, "ألفان | ألفين | ألفي"),
	{tag{does: vague, word: "tens"}, "عشرات | العشرات من"}, {tag{does: vague, word: "hundreds"}, "مئات | المئات من"}, {tag{does: vague, word: "thousands"}, "آلاف من | الآلاف من"},
	{tag{does: vague, word: "several"}, "عدة | بضعة | عدد من | عددا من"}, {tag{does: vague, word: "many"}, "عدد كبير من | عددا كبيرا من | العديد من | الكثير من"}, {tag{does: vague, word: "some"}, "بعض"},
}

var hedgesArabic = []row{
	{tag{does: before | after, hedge: casualty.AtLeastN}, "على الأقل | ما لا يقل عن | لا يقل عن | على أقل تقدير"},
	{tag{does: before, hedge: casualty.MoreThan}, "أكثر من | ما يزيد على | ما يزيد عن | يزيد عن | أزيد من | ما يفوق"},
	{tag{does: before, hedge: casualty.UpTo}, "ما يصل إلى | حتى | لا يزيد عن"},
	{tag{does: before, hedge: casualty.UpTo, word: fewer}, "أقل من"},
	{tag{does: before, hedge: casualty.About}, "نحو | حوالي | حوالى | قرابة | زهاء | ما يقارب | ما يقرب من | تقريبا"},
	{tag{does: after, hedge: casualty.About}, "تقريبا"},
	{tag{does: before, hedge: casualty.Exact}, "فقط | ما مجموعه"},
	{tag{does: after, hedge: casualty.AtLeastN}, "أو أكثر | فأكثر"},
	{tag{does: joins | and}, "أو"}, {tag{does: between}, "ما بين | بين"},
}

var peopleArabic = []row{
	{tag{does: person}, "شخص{ا,} | أشخاص | أفراد | فرد{ا,} | ناس | سكان | مواطن{ا,ين,ون} | أهالي | قروي{ا,ين} | نازح{ا,ين,ون} | لاجئ{ا,ين,ون} | عامل{ا,} | عمال | مزارع{ا,ين} | راع | رعاة | صياد{ا,ين} | سائق{ا,ين} | ركاب | راكب{ا,} | متظاهر{ا,ين,ون} | محتج{ا,ين,ون} | مصل{ين,يا,ون} | مهاجر{ا,ين,ون} | سجين{ا,} | سجناء | أسير{ا,} | أسرى | موظف{ا,ين,ون} | حارس{ا,} | حراس | أعضاء | عضو{ا,} | أقارب | إخوة | أشقاء | بالغ{ا,ين} | طالب{ا,} | طلاب | سائح{ا,} | سياح | زائر{ا,} | رجل أمن | رجال أمن | فلسطيني{ا,ين,ون,} | سوري{ا,ين,ون,} | لبناني{ا,ين,ون,} | عراقي{ا,ين,ون,} | يمني{ا,ين,ون,} | سوداني{ا,ين,ون,} | إسرائيلي{ا,ين,ون,} | آخر{ين,ون,}"},
	{tag{does: other}, "آخر{ين,ون,} | أخرى | إضافي{ين,ا}"},
	{tag{does: person | single}, "شخص | مواطن | فلسطيني | سوري | لبناني | عامل | مزارع | راع | سائق | نازح | لاجئ | سجين | أسير | موظف | حارس | عضو | طالب | متظاهر | مدير"},
	{tag{does: person | pair}, "شخصا{ن,} | شخصين | مواطنان | فلسطينيان | عاملا{ن,} | عاملين اثنين | أخوان | شقيقا{ن,} | شقيقين | آخران | سوريان | لبنانيان"},
	{tag{does: person, pop: casualty.Civilians}, "مدني{ا,ين,ون}"}, {tag{does: person | single, pop: casualty.Civilians}, "مدني | مدنية"}, {tag{does: person | pair, pop: casualty.Civilians}, "مدنيان"},
	{tag{does: person, group: casualty.Women}, "نساء | سيدات | نسوة | نساءا"}, {tag{does: person | single, group: casualty.Women}, "امرأة | سيدة | مسنة | أم | شابة | زوجة | مواطنة"}, {tag{does: person | pair, group: casualty.Women}, "امرأتا{ن,} | امرأتين | سيدتا{ن,} | سيدتين"},
	{tag{does: person, group: casualty.Men}, "رجال | رجلا | شبان | شباب{ا,} | شابا"}, {tag{does: person | single, group: casualty.Men}, "رجل | شاب | أب | مسن"}, {tag{does: person | pair, group: casualty.Men}, "رجلا{ن,} | رجلين | شابا{ن,} | شابين"},
	{tag{does: person, group: casualty.Children}, "أطفال | طفلا | قاصر{ين,ا} | رضع | فتيان"}, {tag{does: person | single, group: casualty.Children}, "طفل | رضيع | رضيعة | قاصر"}, {tag{does: person | pair, group: casualty.Children}, "طفلا{ن,} | طفلين | رضيعا{ن,}"},
	{tag{does: person, group: casualty.Girls}, "فتيات | طفلات"}, {tag{does: person | single, group: casualty.Girls}, "طفلة | فتاة"}, {tag{does: person | pair, group: casualty.Girls}, "طفلتا{ن,} | طفلتين | فتاتا{ن,} | فتاتين"},
	{tag{does: person | single, group: casualty.Boys}, "فتى"}, {tag{does: person, group: casualty.Elderly}, "مسنين | كبار السن"},
	{tag{does: person, group: casualty.Journalists}, "صحفي{ا,ين,ون} | صحافي{ا,ين,ون} | إعلامي{ا,ين,ون} | مصور{ا,ين}"}, {tag{does: person | single, group: casualty.Journalists}, "صحفي | صحافي | صحفية | صحافية | إعلامي | مصور"},
	{tag{does: person, group: casualty.HealthWorkers}, "مسعف{ا,ين,ون} | طبيبا | أطباء | ممرض{ا,ين}"}, {tag{does: person | single, group: casualty.HealthWorkers}, "مسعف | طبيب | طبيبة | ممرض | ممرضة"},
	{tag{does: person, group: casualty.AidWorkers}, "عمال إغاثة | موظف{ين,ي} إغاثة | عاملين إنسانيين"}, {tag{does: person | single, group: casualty.AidWorkers}, "عامل إغاثة"},
	{tag{does: person, group: casualty.Police}, "شرطي{ا,ين} | رجال شرطة | عناصر شرطة | ضباط شرطة"}, {tag{does: person | single, group: casualty.Police}, "شرطي"},
	{tag{does: person, group: casualty.Soldiers, pop: casualty.Combatants}, "جنود | جنديا | عسكري{ا,ين,ون} | ضباط | ضابطا"}, {tag{does: person | single, group: casualty.Soldiers, pop: casualty.Combatants}, "جندي | عسكري | ضابط"}, {tag{does: person | pair, group: casualty.Soldiers, pop: casualty.Combatants}, "جنديان | جنديين | ضابطا{ن,} | ضابطين"},
	{tag{does: person, pop: casualty.Combatants}, "مسلح{ا,ين,ون} | مقاتل{ا,ين,ون} | إرهابي{ا,ين,ون} | متمرد{ا,ين,ون}"}, {tag{does: person | single, pop: casualty.Combatants}, "مسلح | مقاتل | إرهابي"},
	{tag{does: person}, "عناصر | عنصرا | عناصره | عناصرها"}, {tag{does: person | single}, "عنصر"},
	{tag{does: person, group: casualty.Educators}, "معلم{ا,ين,ون} | مدرس{ا,ين} "}, {tag{does: person | single, group: casualty.Educators}, "معلم | معلمة | مدرس"},
}

var thingsArabic = []row{
	{tag{does: thing}, "عام{,ا} | أعوام | سنة | سنوات | شهر{,ا} | أشهر | شهور | أسبوع{,ا} | أسابيع | يوم{,ا} | أيام | ساعة | ساعات | دقيقة | دقائق | ثانية | ثوان | كيلومتر{,ا,ات} | كلم | كم | متر{,ا} | أمتار | هكتار{,ا} | طن{,ا} | أطنان | كيلوغرام{,ا} | بالمئة | في المئة | بالمائة | في المائة | دولار{,ا} | ليرة | مرة | مرات | درجة | عامين | شهرين | يومين | ساعتين | سنتين | أسبوعين | مرتين"},
	{tag{does: thing}, "صاروخ{,ا} | صواريخ | صاروخين | غارة | غارات | غارتين | طائرة | طائرات | طائرتين | مسيرة | مسيرات | قذيفة | قذائف | قنبلة | قنابل | لغم{,ا} | ألغام | برميل | براميل | ضربة | ضربات | هجوم{,ا} | هجمات | انفجار{,ا} | انفجارات | عبوة | عبوات | رصاصة | رصاصات | هدفا | أهداف | شظايا"},
	{tag{does: thing}, "منزل{,ا} | منازل | بيت{,ا} | بيوت | مبنى | مبان | مدرسة | مدارس | مستشفى | مستشفيات | مسجد{,ا} | مساجد | مدينة | مدن | قرية | قرى | بلدة | بلدات | حي | أحياء | محافظة | محافظات | ولاية | دولة | دول | موقع{,ا} | مواقع | منطقة | مناطق | مخيم{,ا} | مخيمات | سيارة | سيارات | مركبة | مركبات | شاحنة | شاحنات | دبابة | دبابات | آلية | آليات | قارب{,ا} | قوارب | سفينة | عائلة | عائلات | أسرة | أسر | رأس | أبقار | أغنام | حالة | حالات | فريق{,ا} | فرق | مجموعة | مجموعات | شركة | خيمة | خيام | طراز | سرير | أسرة مستشفى | نقطة | نقاط"},
}

var harmsArabic = []row{
	{tag{does: harmful | passive | active, harm: casualty.Killed}, "قتل{,ت,وا,ن} | يقتل | تقتل | قتل على الفور | اغتيل{,ت} | أعدم{,ت,وا} | ذبح{,ت}"},
	{tag{does: harmful | passive, harm: casualty.Killed}, "استشهد{,ت,وا} | توفي{,ت} | قضى | قضوا | قضت | مات{,ت,وا} | ارتقى | ارتقت | غرق{,ت,وا} | {مصرع,حتف}{ه,ها,هم,هن,هما}"},
	{tag{does: harmful | active, harm: casualty.Killed}, "أود{ى,ت} بحياة | أودى بحيا{ة,تهم} | يودي بحياة | راح ضحيته{,ا} | راح ضحيتها | راح{,ت} ضحية | حصد{,ت} أرواح | أسقط{,ت} قتلى"},
	{tag{does: harmful | event, harm: casualty.Killed}, "مقتل | استشهاد | وفاة | مصرع | موت | إعدام | ارتقاء | قتل"},
	{tag{does: harmful | harmed | toll, harm: casualty.Killed}, "قتلى | شهداء | وفيات | قتيلا | شهيدا | جثمانا"},
	{tag{does: harmful | harmed | event, harm: casualty.Killed}, "جثث | جثة | جثامين | جثتي"},
	{tag{does: whole | no, harm: casualty.Injured}, "لم يصب أحد {,بأذى}"}, {tag{does: whole | no, harm: casualty.Killed}, "لم يقتل أحد"},
	{tag{does: harmful | harmed | single, harm: casualty.Killed}, "قتيل | شهيد | قتيلة | شهيدة"}, {tag{does: harmful | harmed | pair, harm: casualty.Killed}, "قتيلا{ن,} | قتيلين | شهيدان | شهيدين | جثتا{ن,} | جثتين"},
	{tag{does: harmful | passive | active, harm: casualty.Injured}, "أصيب{,ت,وا} | جرح{,ت,وا} | يصاب | تصاب | أصاب{,ت}"},
	{tag{does: harmful | event, harm: casualty.Injured}, "إصابة | جرح"}, {tag{does: harmful | event | harmed, harm: casualty.Injured, word: affected}, "إصابات"},
	{tag{does: harmful | harmed | toll, harm: casualty.Injured}, "جرحى | مصاب{ين,ون,ا} | جريحا"}, {tag{does: harmful | harmed | single, harm: casualty.Injured}, "جريح | جريحة | مصاب | مصابة"}, {tag{does: harmful | harmed | pair, harm: casualty.Injured}, "جريحا{ن,} | جريحين | مصابان"},
	{tag{does: person | victim}, "ضحايا | ضحية"}, {tag{does: harmful | harmed, harm: casualty.Casualties}, "ضحايا"}, {tag{does: harmful | passive, harm: casualty.Casualties}, "{ما,} بين {قتيل وجريح,قتلى وجرحى,شهيد وجريح,قتيل ومصاب,شهيد ومصاب}"}, {tag{does: harmful | event, harm: casualty.Casualties}, "خسائر بشرية | خسائر في الأرواح"},
	{tag{does: harmful | passive, harm: casualty.Missing}, "في عداد المفقودين | فقد{,ت,وا} | اختف{ى,ت,وا} | {لا,ما} {يزال,زال,يزالون} {مفقودا,مفقودين,تحت الأنقاض,تحت الركام} | تحت {الأنقاض,الركام,الردم} | عالق{ين,ون} تحت {الأنقاض,الركام}"},
	{tag{does: harmful | event, harm: casualty.Missing}, "فقدان | اختفاء"}, {tag{does: harmful | harmed | toll, harm: casualty.Missing}, "مفقود{ين,ون,ا}"},
	{tag{does: harmful | passive | active, harm: casualty.Detained}, "اعتقل{,ت,وا} | احتجز{,ت,وا} | أوقف{,ت} | أسر{,ت}"}, {tag{does: harmful | event, harm: casualty.Detained}, "اعتقال | توقيف | احتجاز | أسر"}, {tag{does: harmful | harmed, harm: casualty.Detained}, "معتقل{ين,ون,ا} | موقوف{ين,ا}"},
	{tag{does: harmful | passive | active, harm: casualty.Abducted}, "خطف{,ت,وا} | اختطف{,ت,وا}"}, {tag{does: harmful | event, harm: casualty.Abducted}, "خطف | اختطاف"}, {tag{does: harmful | harmed, harm: casualty.Abducted}, "مختطف{ين,ا,ون} | مخطوف{ين,ا,ون} | رهينة | رهائن"},
	{tag{does: harmful | passive | active, harm: casualty.Displaced}, "نزح{,ت,وا} | شرد{,ت} | هجر{,ت}"}, {tag{does: harmful | event, harm: casualty.Displaced}, "نزوح | تشريد | تهجير"},
}

var grammarArabic = []row{
	{tag{does: and}, "و | ف | بالإضافة إلى | إضافة إلى | فضلا عن | إلى جانب"},
	{tag{does: including}, "بينهم | بينهن | من بينهم | من بينهن | بينها | من بينها | بما في ذلك | بمن فيهم | منهم | بينهما | من ضمنهم"}, {tag{does: ofThem}, "منهم | منهن | من بينهم"},
	{tag{does: among}, "من بين | بين | ضمن | في عداد"},
	{tag{does: of}, "من"}, {tag{does: skip}, "لا {يزال,تزال,يزالون} | ما {زال,زالت,زالوا}"},
	{tag{does: clause, word: bringing}, "{لترتفع,لتصل,ليصل,ليرتفع,لترفع,ليرفع}"},
	{tag{does: no}, "لا | لا توجد | لم يبلغ عن | لم يعلن عن | لم يجر الإبلاغ عن | لم تقع | لم تسجل | لم يسجل | لم يسفر عن | لم تسفر عن | لم ترد أنباء عن | لم ترد تقارير عن"}, {tag{does: nobody}, "لا أحد"}, {tag{does: without}, "دون | بدون | من دون | دون وقوع | دون تسجيل | دون أن يسفر عن | دون أن تسفر عن | دون الإبلاغ عن"},
	{tag{does: not}, "وليس | ليس | بدلا من"}, {tag{does: relative}, "الذي | التي | الذين | اللذين"},
	{tag{does: preposition}, "في | على | إلى | عن | مع | بعد | قبل | خلال | قرب | تحت | فوق | عند | لدى | جراء | إثر | ب | ل"},
	{tag{does: clause}, "أن | إن | بأن | عندما | حين | حيث | لكن | بينما | كما | لأن | فيما | إذا"},
	{tag{does: auxiliary | skip}, "كان | كانت | كانوا | يكون | قد | تم | جرى"},
	{tag{does: skip}, "أيضا | كذلك | آنفا | حتى الآن | على الفور | لاحقا | سقوط | وقوع | متأثرا | متأثرين | بجروح | بجراح | بجروح متفاوتة | بجراح متفاوتة | جميعهم"},
	{tag{does: serious | skip}, "بجروح خطيرة | بجروح خطرة | بجراح خطيرة | حالتهم خطيرة | حالته خطيرة | في حالة خطيرة | بحالة خطيرة | في حالة حرجة | بحالة حرجة | إصابات خطيرة | خطيرة | حرجة"},
	{tag{does: reported | skip}, "تسجيل | الإبلاغ | أنباء عن"},
	{tag{does: verb}, "أنقذ{,ت,وا} | إنقاذ | إجلاء | أجلي{,ت} | أخلي{,ت} | أفرج | إفراج | نجا | نجوا | يعيش | تعيش | يسكن | دمر{,ت} | تدمير | اعترض{,ت} | أسقط{,ت} | إسقاط"},
	{tag{does: verb | say}, "قال{,ت} | أعلن{,ت} | أفاد{,ت} | أكد{,ت} | ذكر{,ت} | أوضح{,ت} | أضاف{,ت} | صرح{,ت} | أشار{,ت} | نقل{,ت} | كشف{,ت} | تحدث{,ت}"},
	{tag{does: accordingTo}, "بحسب | حسب | وفق | وفقا ل | وفق ما {ذكر,ذكرت,أفاد,أفادت,أعلن,أعلنت} | نقلا عن"},
	{tag{does: office, word: oneSpeaker}, "مدير | محافظ | وزير | رئيس | ناطق | متحدث | مسؤول | مصدر"},
	{tag{does: month}, "كانون الثاني | شباط | آذار | نيسان | أيار | حزيران | تموز | آب | أيلول | تشرين الأول | تشرين الثاني | كانون الأول | يناير | فبراير | مارس | {أبريل,إبريل} | مايو | يونيو | يوليو | أغسطس | سبتمبر | أكتوبر | نوفمبر | ديسمبر"},
	{tag{does: weekday}, "{الاثنين,الإثنين} | الثلاثاء | الأربعاء | الخميس | الجمعة | السبت | الأحد"},
}

var contextArabic = []row{
	{tag{does: toll, harm: casualty.Killed}, "حصيلة القتلى | حصيلة الشهداء | عدد القتلى | عدد الشهداء | حصيلة الضحايا | عدد الضحايا"}, {tag{does: toll, harm: casualty.Injured}, "عدد الجرحى | عدد المصابين | حصيلة الجرحى"}, {tag{does: toll}, "عدد | حصيلة"},
	{tag{does: reaches}, "إلى | بلغ{,ت} | وصل{,ت} إلى | ارتفع{,ت} إلى | لتصل إلى | ليصل إلى"}, {tag{does: withdrawn}, "بدلا من | وليس | بعد أن كان | مقابل"}, {tag{does: formerly}, "سابقا | في وقت سابق | حصيلة سابقة"},
	{tag{does: cumulative}, "منذ {بداية,بدء,اندلاع,مطلع} {الحرب,العام,الثورة,العدوان,الصراع,الأزمة,الهجوم,العمليات} | هذا العام | خلال العام | منذ السابع من {أكتوبر,تشرين الأول} | خلال الشهر {الماضي,الجاري}"},
	{tag{does: since}, "منذ"}, {tag{does: began}, "بداية | بدء | اندلاع | حرب | ثورة | انطلاق | مطلع"}, {tag{does: force, pop: casualty.Combatants}, "جيش | ميليشيا"}, {tag{does: superlative}, "الأكبر | الأسوأ | الأكثر دموية | أول"}, {tag{does: year}, "في عام | خلال عام | عام | في العام"},
	{tag{does: elsewhere}, "العام الماضي | الشهر الماضي | الأسبوع الماضي | في هجوم سابق | في حادث منفصل"}, {tag{does: aside}, "اقرأ أيضا | اقرأ المزيد"}, {tag{does: every}, "جميعهم | كلهم"},
}
