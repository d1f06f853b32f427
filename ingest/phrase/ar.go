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
	{tag{does: vague, word: "several"}, "عدة | بضعة"}, {tag{does: vague, word: "a number of"}, "عدد من | عددا من | عدد آخر من"}, {tag{does: vague, word: "many"}, "عدد كبير من | عددا كبيرا من | العديد من | الكثير من"}, {tag{does: vague, word: "some"}, "بعض"},
	{tag{does: number | ofThem, n: 1}, "أحدهم | إحداهن | أحدهما | إحداهما | واحد منهم | واحدة منهم | واحدة منهن | أحد منهم"}, {tag{does: number | ofThem, n: 2}, "اثنان منهم | اثنتان منهن | اثنين منهم"},
	{tag{does: vague, word: "tens of thousands"}, "عشرات الآلاف من | عشرات آلاف | عشرات الآلاف"}, {tag{does: vague, word: "hundreds of thousands"}, "مئات الآلاف من | مئات الآلاف | مئات آلاف"}, {tag{does: vague, word: "several hundred"}, "بضع مئات | عدة مئات من | بضع مئات من"}, {tag{does: vague, word: "many"}, "أعداد كبيرة من | عدد غير قليل من"}, {tag{does: vague, word: unknownNumber}, "عدد غير معروف من | عدد غير محدد من | عددا غير معروف من | عدد لم يحدد من"}, {tag{does: vague, word: "several"}, "عدد غير قليل"},
	num(1_000_000, "مليون"), num(2_000_000, "مليونان | مليونين | مليوني"), num(30, "ثلاثون"), num(12, "دزينة"),
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
	{tag{does: before | after, hedge: casualty.AtLeastN}, "ما لايقل عن | بما لا يقل عن | على الاقل | كحد أدنى | ليس أقل من"}, {tag{does: before, hedge: casualty.MoreThan}, "أكثر من | يزيد على | ما يزيد | ما يربو على | ما ينوف على | فوق | يفوق | تجاوز"}, {tag{does: before, hedge: casualty.UpTo}, "كحد أقصى | ما لا يزيد عن | ما لا يزيد على | قد يصل إلى"}, {tag{does: before, hedge: casualty.About}, "ما يقدر ب | بحدود | في حدود | قرابة ال | نحو ال"}, {tag{does: after, hedge: casualty.UpTo}, "على الأكثر"},
}

var peopleArabic = []row{
	{tag{does: person}, "شخص{ا,} | أشخاص | أفراد | فرد{ا,} | ناس | سكان | مواطن{ا,ين,ون} | أهالي | قروي{ا,ين} | نازح{ا,ين,ون} | لاجئ{ا,ين,ون} | عامل{ا,} | عمال | مزارع{ا,ين} | راع | رعاة | صياد{ا,ين} | سائق{ا,ين} | ركاب | راكب{ا,} | متظاهر{ا,ين,ون} | محتج{ا,ين,ون} | مصل{ين,يا,ون} | مهاجر{ا,ين,ون} | سجين{ا,} | سجناء | أسير{ا,} | أسرى | موظف{ا,ين,ون} | حارس{ا,} | حراس | أعضاء | عضو{ا,} | أقارب | إخوة | أشقاء | بالغ{ا,ين} | طالب{ا,} | طلاب | سائح{ا,} | سياح | زائر{ا,} | رجل أمن | رجال أمن | فلسطيني{ا,ين,ون,} | سوري{ا,ين,ون,} | لبناني{ا,ين,ون,} | عراقي{ا,ين,ون,} | يمني{ا,ين,ون,} | سوداني{ا,ين,ون,} | إسرائيلي{ا,ين,ون,} | آخر{ين,ون,}"},
	{tag{does: other}, "آخر{ين,ون,} | أخرى | إضافي{ين,ا}"},
	{tag{does: person | single}, "شخص | مواطن | فلسطيني | سوري | لبناني | عامل | مزارع | راع | سائق | نازح | لاجئ | سجين | أسير | موظف | حارس | عضو | طالب | متظاهر | مدير"},
	{tag{does: person | pair}, "شخصان | شخصين | مواطنان | فلسطينيان | عاملان | عاملين اثنين | أخوان | شقيقان | شقيقين | آخران | سوريان | لبنانيان"},
	{tag{does: person, pop: casualty.Civilians}, "مدني{ا,ين,ون}"}, {tag{does: person | single, pop: casualty.Civilians}, "مدني | مدنية"}, {tag{does: person | pair, pop: casualty.Civilians}, "مدنيان"},
	{tag{does: person, group: casualty.Women}, "نساء | سيدات | نسوة | نساءا"}, {tag{does: person | single, group: casualty.Women}, "امرأة | سيدة | مسنة | أم | شابة | زوجة | مواطنة"}, {tag{does: person | pair, group: casualty.Women}, "امرأتان | امرأتين | سيدتان | سيدتين"},
	{tag{does: person, group: casualty.Men}, "رجال | رجلا | شبان | شباب{ا,} | شابا"}, {tag{does: person | single, group: casualty.Men}, "رجل | شاب | أب | مسن"}, {tag{does: person | pair, group: casualty.Men}, "رجلان | رجلين | شابان | شابين"},
	{tag{does: person, group: casualty.Children}, "أطفال | طفلا | قاصر{ين,ا} | رضع | فتيان"}, {tag{does: person | single, group: casualty.Children}, "طفل | رضيع | رضيعة | قاصر"}, {tag{does: person | pair, group: casualty.Children}, "طفلان | طفلين | رضيعان"},
	{tag{does: person, group: casualty.Girls}, "فتيات | طفلات"}, {tag{does: person | single, group: casualty.Girls}, "طفلة | فتاة"}, {tag{does: person | pair, group: casualty.Girls}, "طفلتان | طفلتين | فتاتان | فتاتين"},
	{tag{does: person | single, group: casualty.Boys}, "فتى"}, {tag{does: person, group: casualty.Elderly}, "مسنين | كبار السن"},
	{tag{does: person, group: casualty.Journalists}, "صحفي{ا,ين,ون} | صحافي{ا,ين,ون} | إعلامي{ا,ين,ون} | مصور{ا,ين}"}, {tag{does: person | single, group: casualty.Journalists}, "صحفي | صحافي | صحفية | صحافية | إعلامي | مصور"},
	{tag{does: person, group: casualty.HealthWorkers}, "مسعف{ا,ين,ون} | طبيبا | أطباء | ممرض{ا,ين}"}, {tag{does: person | single, group: casualty.HealthWorkers}, "مسعف | طبيب | طبيبة | ممرض | ممرضة"},
	{tag{does: person, group: casualty.AidWorkers}, "عمال إغاثة | موظف{ين,ي} إغاثة | عاملين إنسانيين"}, {tag{does: person | single, group: casualty.AidWorkers}, "عامل إغاثة"},
	{tag{does: person, group: casualty.Police}, "شرطي{ا,ين} | رجال شرطة | عناصر شرطة | ضباط شرطة"}, {tag{does: person | single, group: casualty.Police}, "شرطي"},
	{tag{does: person, group: casualty.Soldiers, pop: casualty.Combatants}, "جنود | جنديا | عسكري{ا,ين,ون} | ضباط | ضابطا"}, {tag{does: person | single, group: casualty.Soldiers, pop: casualty.Combatants}, "جندي | عسكري | ضابط"}, {tag{does: person | pair, group: casualty.Soldiers, pop: casualty.Combatants}, "جنديان | جنديين | ضابطان | ضابطين"},
	{tag{does: person, pop: casualty.Combatants}, "مسلح{ا,ين,ون} | مقاتل{ا,ين,ون} | إرهابي{ا,ين,ون} | متمرد{ا,ين,ون}"}, {tag{does: person | single, pop: casualty.Combatants}, "مسلح | مقاتل | إرهابي"},
	{tag{does: person}, "عناصر | عنصرا | عناصره | عناصرها"}, {tag{does: person | single}, "عنصر"},
	{tag{does: person, group: casualty.Educators}, "معلم{ا,ين,ون} | مدرس{ا,ين} "}, {tag{does: person | single, group: casualty.Educators}, "معلم | معلمة | مدرس"},
	{tag{does: person}, "زملاء | زملائ{ه,ها,هم} | مرافق{ين,ين,ون} | مرافقي{ه,ها,هم} | أصدقاء | جيران | مدنيات | نازحات | معتصم{ين,ون} | معتمر{ين,ون} | حجاج | مصلين | مواطنات | طلبة | تلاميذ | تلميذا | مزارع{ات,ون} | تجار | تاجرا | باعة | بائعا | رعاة أغنام | عاملات | عمال مناجم | عمال بناء | موظفات | سائقون | ركابا | غرقى | محتجين | ناشط{ا,ين,ون} | محام{يا,ين,ون} | قاضيا | قضاة | رهبان | كهنة | أئمة | لاعب{ا,ين,ون} | قياد{يا,يين} | مسافر{ا,ين,ون} | مسلمين | مسيحيين | أجانب | أجنبيا | مصري{ا,ين,ون} | ليبي{ا,ين,ون} | تونسي{ا,ين,ون} | جزائري{ا,ين,ون} | مغربي{ا,ين,ون} | أردني{ا,ين,ون} | إيراني{ا,ين,ون} | تركي{ا,ين,ون} | أتراك | أكراد | كرديا | أفغاني{ا,ين,ون} | باكستاني{ا,ين,ون} | هندي{ا,ين} | صيني{ا,ين} | أمريكي{ا,ين,ون} | أميركي{ا,ين,ون} | روسي{ا,ين} | أوكراني{ا,ين,ون} | إثيوبي{ا,ين} | صومالي{ا,ين} | مرضى | مريضا | جيرانهم | كوادر | متطوع{ا,ين,ون} | عمالا | عنصر{ا,} | نفر{ا,} | نسمة | ضيوف | محتجز{ا,ين,ون} | سكانا | رعايا | قاصرون"},
	{tag{does: person | single}, "قيادي | قائد | مرافق | مرافقه | زميله | ناشط | ناشطة | محام | قاض | إمام | كاهن | لاعب | تاجر | بائع | تلميذ | تلميذة | طالبة | عاملة | موظفة | راعي أغنام | مصل | مسافر | أجنبي | مصري | ليبي | عراقية | سورية | فلسطينية | لبنانية | مواطنة | مريض | متطوع | متطوعة | نازحة | لاجئة | سوداني | يمني | صياد | حارس أمن | سائق سيارة | مزارعة | سجينة | راكب | مهندس | مهندسة | عمدة | مختار | رئيس بلدية | مسؤول محلي"},
	{tag{does: person | pair}, "مدنيتان | عنصران | عنصرين | موظفان | موظفين اثنين | طالبان جامعيان | طالبين اثنين | مزارعان | سائقان | حارسان | صيادان | نازحان | لاجئان | معتقلان | مقاتلان | قياديان | ناشطان | مهندسان | عراقيان | يمنيان | مصريان | سودانيان | مواطنين اثنين | تلميذان | متظاهران | مسنان"},
	{tag{does: person | pair, pop: casualty.Combatants}, "مسلحان | مسلحين اثنين | مقاتلان | مقاتلين اثنين | إرهابيان"}, {tag{does: person | pair, group: casualty.Journalists}, "صحفيان | صحافيان | صحفيين اثنين | صحافيين اثنين | مصوران | إعلاميان"}, {tag{does: person | pair, group: casualty.HealthWorkers}, "مسعفان | مسعفين اثنين | طبيبان | طبيبين | ممرضان"}, {tag{does: person | pair, group: casualty.Police}, "شرطيان | شرطيين اثنين | ضابطا شرطة | عنصرا شرطة"}, {tag{does: person | pair, group: casualty.Soldiers, pop: casualty.Combatants}, "عسكريان | عسكريين اثنين"}, {tag{does: person | pair, group: casualty.Educators}, "معلمان | مدرسان"}, {tag{does: person | pair, group: casualty.Elderly}, "مسنان | مسنين اثنين"},
	{tag{does: person | single, group: casualty.Women}, "زوجت{ه,ها,هما} | والدت{ه,ها,هم,هما} | أم{ه,ها,هم,هما} | شقيقت{ه,ها,هم,هما} | أخت{ه,ها,هم,هما} | ابنت{ه,ها,هم,هما} | جدت{ه,ها,هم,هما} | جدة | ابنة | أخت | شقيقة | عمة | خالة | حامل | عجوز | سيدة مسنة | امرأة مسنة | امرأة حامل"},
	{tag{does: person | single, group: casualty.Men}, "زوج{ها} | والد{ه,ها,هم,هما} | أب{وه,وها,يه,يها} | شقيق{ه,ها,هم,هما} | أخ{وه,وها,يه,يها} | نجل{ه,ها,هما} | ابن{ه,ها,هما} | جد{ه,ها,هما} | ابن | نجل | شقيق | أخ | زوج | والد | رجل مسن | عم{ه,ها} | خال{ه,ها}"},
	{tag{does: person | pair, group: casualty.Children}, "طفلا{ه,ها,هما} | طفلي{ه,ها,هما} | طفليهما"}, {tag{does: person | pair, group: casualty.Men}, "ابنا{ه,ها,هما} | نجلا{ه,ها,هما} | شقيقا{ه,ها} | ولدا{ه,ها,هما} | شابين اثنين"}, {tag{does: person | pair, group: casualty.Women}, "ابنتا{ه,ها,هما} | شقيقتا{ه,ها} | شقيقتان | شقيقتين | ابنتان | طفلتيهما"}, {tag{does: person | pair}, "والدا{ه,ها,هم,هما} | زوجان | زوجين"},
	{tag{does: person, group: casualty.Children}, "أطفال{ه,ها,هم,هما,هن} | أبناء | أبنائ{ه,ها,هم,هما} | أبناؤ{ه,ها,هم,هما} | أولاد | أولاد{ه,ها,هم,هما} | صبية | تلاميذ | قصر"}, {tag{does: person, group: casualty.Women}, "بنات | بنات{ه,ها,هم} | شابات | أمهات | زوجات"},
	{tag{does: person | single, group: casualty.Boys}, "صبي | فتى"}, {tag{does: person, group: casualty.Boys}, "صبيان | فتيان | فتى"}, {tag{does: person | pair, group: casualty.Boys}, "فتيان اثنان | صبيان اثنان"},
	{tag{does: person, group: casualty.AidWorkers}, "موظف{ين,ي} {الأمم المتحدة,الأونروا,أونروا} | عمال الإغاثة | عاملين في المجال الإنساني | عاملا إنسانيا | متطوعي الهلال الأحمر | متطوعي الدفاع المدني"}, {tag{does: person | single, group: casualty.AidWorkers}, "موظف في {الأونروا,الأمم المتحدة,منظمة} | موظف إغاثة | متطوع في الهلال الأحمر"}, {tag{does: person, group: casualty.HealthWorkers}, "كوادر طبية | عاملين صحيين | عاملا صحيا | طواقم طبية | ممرضات | طبيبات"},
	{tag{does: article | other}, "ثالث | ثالثة | رابع | رابعة | خامس"}, {tag{does: person, pop: casualty.Combatants}, "عناصر {الجيش,الميليشيات,التنظيم,داعش,قسد,النظام} | قوات النظام | ميليشياوي{ا,ين} | جهادي{ا,ين,ون} | حوثي{ا,ين,ون}"},
}

var thingsArabic = []row{
	{tag{does: thing}, "عام{,ا} | أعوام | سنة | سنوات | شهر{,ا} | أشهر | شهور | أسبوع{,ا} | أسابيع | يوم{,ا} | أيام | ساعة | ساعات | دقيقة | دقائق | ثانية | ثوان | كيلومتر{,ا,ات} | كلم | كم | متر{,ا} | أمتار | هكتار{,ا} | طن{,ا} | أطنان | كيلوغرام{,ا} | بالمئة | في المئة | بالمائة | في المائة | دولار{,ا} | ليرة | مرة | مرات | درجة | عامين | شهرين | يومين | ساعتين | سنتين | أسبوعين | مرتين"},
	{tag{does: thing}, "صاروخ{,ا} | صواريخ | صاروخين | غارة | غارات | غارتين | طائرة | طائرات | طائرتين | مسيرة | مسيرات | قذيفة | قذائف | قنبلة | قنابل | لغم{,ا} | ألغام | برميل | براميل | ضربة | ضربات | هجوم{,ا} | هجمات | انفجار{,ا} | انفجارات | عبوة | عبوات | رصاصة | رصاصات | هدفا | أهداف | شظايا"},
	{tag{does: thing}, "منزل{,ا} | منازل | بيت{,ا} | بيوت | مبنى | مبان | مدرسة | مدارس | مستشفى | مستشفيات | مسجد{,ا} | مساجد | مدينة | مدن | قرية | قرى | بلدة | بلدات | حي | أحياء | محافظة | محافظات | ولاية | دولة | دول | موقع{,ا} | مواقع | منطقة | مناطق | مخيم{,ا} | مخيمات | سيارة | سيارات | مركبة | مركبات | شاحنة | شاحنات | دبابة | دبابات | آلية | آليات | قارب{,ا} | قوارب | سفينة | عائلات | أسر | رأس | أبقار | أغنام | حالة | حالات | فريق{,ا} | فرق | مجموعة | مجموعات | شركة | خيمة | خيام | طراز | سرير | أسرة مستشفى | نقطة | نقاط"},
	{tag{does: thing, word: familyOf}, "عائلة | أسرة | عائلة مكونة | أسرة مكونة | عائلة مؤلفة | أسرة مؤلفة"}, {tag{does: thing}, "متطلبات | وحدة سكنية | وحدات سكنية | شقة | شقق | محلا | محال | محلات | متجر{ا,} | متاجر | مصنعا | مصانع | جسر{ا,} | جسور | كنيسة | كنائس | دراجة | دراجات | حافلة | حافلات | قطار | رشقة | رشقات | مداهمة | مداهمات | عملية | عمليات | مجزرة | مجازر | اشتباك | اشتباكات | حاجز{ا,} | حواجز | مستوطنة | مستوطنات | فدان{ا,} | دونم{ا,} | لتر{ا,} | كيلو | كجم | نقطة مراقبة | ملايين دولار | يورو | جنيه{ا,} | ريال{ا,} | دينار{ا,} | شيكل | قرش | بلاغ{ا,} | شكوى | حالة اعتقال | خروقات | خرقا | خرق | قاعدة | معسكر{ا,} | كتيبة | لواء | سرية | حزام ناري"},
}

var harmsArabic = []row{
	{tag{does: harmful | passive | active, harm: casualty.Killed}, "قتل{,ت,وا,ن} | يقتل | تقتل | قتل على الفور | اغتيل{,ت} | أعدم{,ت,وا} | ذبح{,ت}"},
	{tag{does: harmful | passive, harm: casualty.Killed}, "استشهد{,ت,وا} | توفي{,ت} | قضى | قضوا | قضت | مات{,ت,وا} | ارتقى | ارتقت | غرق{,ت,وا} | {مصرع,حتف}{ه,ها,هم,هن,هما}"},
	{tag{does: harmful | active, harm: casualty.Killed}, "أود{ى,ت} بحياة | أودى بحيا{ة,تهم} | يودي بحياة | راح ضحيته{,ا} | راح ضحيتها | راح{,ت} ضحية | حصد{,ت} أرواح | أسقط{,ت} قتلى"},
	{tag{does: harmful | event, harm: casualty.Killed}, "مقتل | استشهاد | وفاة | مصرع | موت | إعدام | ارتقاء | قتل"},
	{tag{does: harmful | harmed | toll, harm: casualty.Killed}, "قتلى | شهداء | وفيات | قتيلا | شهيدا | جثمانا"},
	{tag{does: harmful | harmed | event, harm: casualty.Killed}, "جثث | جثة | جثامين | جثتي"},
	{tag{does: whole | no, harm: casualty.Injured}, "لم يصب أحد {,بأذى}"}, {tag{does: whole | no, harm: casualty.Killed}, "لم يقتل أحد"},
	{tag{does: harmful | harmed | single, harm: casualty.Killed}, "قتيل | شهيد | قتيلة | شهيدة"}, {tag{does: harmful | harmed | pair, harm: casualty.Killed}, "قتيلان | قتيلين | شهيدان | شهيدين | جثتان | جثتين"},
	{tag{does: harmful | passive | active, harm: casualty.Injured}, "أصيب{,ت,وا} | جرح{,ت,وا} | يصاب | تصاب | أصاب{,ت}"},
	{tag{does: harmful | event, harm: casualty.Injured}, "إصابة | جرح"}, {tag{does: harmful | event | harmed, harm: casualty.Injured, word: affected}, "إصابات"},
	{tag{does: harmful | harmed | toll, harm: casualty.Injured}, "جرحى | مصاب{ين,ون,ا} | جريحا"}, {tag{does: harmful | harmed | single, harm: casualty.Injured}, "جريح | جريحة | مصاب | مصابة"}, {tag{does: harmful | harmed | pair, harm: casualty.Injured}, "جريحان | جريحين | مصابان"},
	{tag{does: person | victim}, "ضحايا | ضحية"}, {tag{does: harmful | harmed, harm: casualty.Casualties}, "ضحايا"}, {tag{does: harmful | passive, harm: casualty.Casualties}, "{ما,} بين {قتيل و جريح,قتلى و جرحى,شهيد و جريح,قتيل و مصاب,شهيد و مصاب}"}, {tag{does: harmful | event, harm: casualty.Casualties}, "خسائر بشرية | خسائر في الأرواح"},
	{tag{does: harmful | passive, harm: casualty.Missing}, "في عداد المفقودين | فقد{,ت,وا} | اختف{ى,ت,وا} | {لا,ما} {يزال,زال,يزالون} {مفقودا,مفقودين,تحت الأنقاض,تحت الركام} | تحت {الأنقاض,الركام,الردم} | عالق{ين,ون} تحت {الأنقاض,الركام}"},
	{tag{does: harmful | event, harm: casualty.Missing}, "فقدان | اختفاء"}, {tag{does: harmful | harmed | toll, harm: casualty.Missing}, "مفقود{ين,ون,ا}"},
	{tag{does: harmful | passive | active, harm: casualty.Detained}, "اعتقل{,ت,وا} | احتجز{,ت,وا} | أوقف{,ت} | أسر{,ت}"}, {tag{does: harmful | event, harm: casualty.Detained}, "اعتقال | توقيف | احتجاز | أسر"}, {tag{does: harmful | harmed, harm: casualty.Detained}, "معتقل{ين,ون,ا} | موقوف{ين,ا}"},
	{tag{does: harmful | passive | active, harm: casualty.Abducted}, "خطف{,ت,وا} | اختطف{,ت,وا}"}, {tag{does: harmful | event, harm: casualty.Abducted}, "خطف | اختطاف"}, {tag{does: harmful | harmed, harm: casualty.Abducted}, "مختطف{ين,ا,ون} | مخطوف{ين,ا,ون} | رهينة | رهائن"},
	{tag{does: harmful | passive | active, harm: casualty.Displaced}, "نزح{,ت,وا} | شرد{,ت} | هجر{,ت}"}, {tag{does: harmful | event, harm: casualty.Displaced}, "نزوح | تشريد | تهجير"},
	{tag{does: harmful | passive, harm: casualty.Killed}, "لقي{,ت} {مصرعه,مصرعها,حتفه,حتفها} | {ارتقى,ارتقت,يرتقي} | فارق{,ت} الحياة | فارقوا الحياة | قضوا نحبهم | قضى نحبه | لفظ أنفاسه | عثر على جثث | عثر على جثة | عثر على جثمان | يستشهد | تستشهد | لقوا {حتفهم,مصرعهم} | قتلا"}, {tag{does: harmful | active, harm: casualty.Killed}, "بحياة | بأرواح | أرواح | خلف{,ت} قتلى | حصد{,ت} | قتله | قتلهم | اغتال{,ت} | أعدم{,ت} | {تقتل,يقتل,قتلت,قتل}"}, {tag{does: harmful | event, harm: casualty.Killed}, "اغتيال | تصفية | قتل | مقتل نحو | إعدام"},
	{tag{does: harmful | harmed | toll, harm: casualty.Killed}, "قتيل{ا,} | شهيد{ا,} | ضحايا قتلى | موتى | شهداء"},
	{tag{does: harmful | passive | active, harm: casualty.Injured}, "جرح{,ت,وا} | يجرح | نقل{,ت,وا} إلى {المستشفى,مستشفى,المستشفيات,مستشفيات} | تعرض{,ت,وا} لإصابات | أصابت"}, {tag{does: harmful | harmed | toll, harm: casualty.Injured}, "مصابا | جريح{ا,} | إصابة"}, {tag{does: harmful | harmed | pair, harm: casualty.Injured}, "جريحتان | إصابتان | إصابتين | مصابان | مصابين اثنين"},
	{tag{does: harmful | passive, harm: casualty.Missing}, "{ما زال,ما يزال,لا يزال,ما زالوا,لا يزالون} {مفقودا,مفقودين,في عداد المفقودين,تحت الأنقاض,تحت الركام} | {في عداد المفقودين} | محاصر{ا,ين,ون} تحت {الأنقاض,الركام} | انقطع الاتصال ب"},
	{tag{does: harmful | active, harm: casualty.Detained}, "تعتقل | يعتقل | احتجزت | أوقفت | ألقت القبض على | ألقى القبض على | قبضت على"}, {tag{does: harmful | event, harm: casualty.Detained}, "القبض على | حملة اعتقالات طالت | اعتقالات"}, {tag{does: harmful | passive, harm: casualty.Detained}, "رهن الاعتقال | قيد الاحتجاز"},
	{tag{does: harmful | active, harm: casualty.Abducted}, "تختطف | يختطف | اقتاد{,ت,وا}"}, {tag{does: harmful | passive | active, harm: casualty.Displaced}, "شرد{,ت} | هجر{,ت} | أجبر{,ت} {,على النزوح} | اضطر{,ت} {,إلى النزوح} | فر{,ت,وا} من {منازلهم,ديارهم} | نزحت | تشرد{,ت}"}, {tag{does: harmful | harmed, harm: casualty.Displaced}, "مشرد{ين,ا,ون} | مهجر{ين,ا,ون}"},
	{tag{does: harmful | active, harm: casualty.Killed, word: peopleOnly}, "قض{ى,ت,وا} على | القضاء على | حيد{ت,وا} | تحييد"},
}

var grammarArabic = []row{
	{tag{does: and}, "و | ف | بالإضافة إلى | إضافة إلى | فضلا عن | إلى جانب"},
	{tag{does: including}, "بينهم | بينهن | من بينهم | من بينهن | بينها | من بينها | بما في ذلك | بمن فيهم | منهم | بينهما | من ضمنهم"}, {tag{does: ofThem}, "منهم | منهن | من بينهم"},
	{tag{does: among}, "من بين | بين | ضمن | في عداد"},
	{tag{does: of}, "من"}, {tag{does: skip}, "لا {يزال,تزال,يزالون} | ما {زال,زالت,زالوا}"},
	{tag{does: clause, word: bringing}, "{لترتفع,لتصل,ليصل,ليرتفع,لترفع,ليرفع}"},
	{tag{does: no}, "لا | لا توجد | لم تقع | لم يسفر عن | لم تسفر عن | لم يسفر | لم تسفر | لم يسقط | لم تسقط | لم يؤد | لم تؤد | لم يخلف | لم تخلف | لم يوقع | لم توقع | لم يتسبب | لم تتسبب | لم يكن هناك | لم تكن هناك | ليس هناك | لا يوجد | ما من"}, {tag{does: no | reported}, "لم يبلغ عن | لم يعلن عن | لم يجر الإبلاغ عن | لم تسجل | لم يسجل | لم يتم تسجيل | لم يجر تسجيل | لم ترد أنباء عن | لم ترد تقارير عن | لم ترد أي أنباء عن | لم ترد معلومات عن | لم ترد | لم يفد عن | لم تتوفر معلومات عن | لم يرد"}, {tag{does: nobody}, "لا أحد"}, {tag{does: without}, "دون | بدون | من دون | دون وقوع | دون أن يسفر عن | دون أن تسفر عن"}, {tag{does: without}, "عدم وقوع | عدم سقوط | عدم وجود | بعدم وقوع"}, {tag{does: without | reported}, "عدم تسجيل | دون تسجيل | دون الإبلاغ عن | من دون تسجيل | دون أنباء عن"},
	{tag{does: not}, "وليس | ليس | بدلا من"}, {tag{does: relative}, "الذي | التي | الذين | اللذين"},
	{tag{does: preposition}, "في | على | إلى | عن | مع | بعد | قبل | خلال | قرب | تحت | فوق | عند | لدى | جراء | إثر | ب | ل"},
	{tag{does: clause}, "أن | إن | بأن | عندما | حين | حيث | لكن | بينما | كما | لأن | فيما | إذا"},
	{tag{does: auxiliary | skip}, "كان | كانت | كانوا | يكون | قد | تم | جرى"},
	{tag{does: skip | thereIs}, "سقوط | وقوع"}, {tag{does: skip}, "أيضا | كذلك | آنفا | حتى الآن | على الفور | لاحقا | متأثرا | متأثرين | بجروح | بجراح | بجروح متفاوتة | بجراح متفاوتة | جميعهم"},
	{tag{does: serious | skip}, "بجروح خطيرة | بجروح خطرة | بجراح خطيرة | حالتهم خطيرة | حالته خطيرة | في حالة خطيرة | بحالة خطيرة | في حالة حرجة | بحالة حرجة | إصابات خطيرة | خطيرة | حرجة"},
	{tag{does: reported | skip}, "تسجيل | الإبلاغ | أنباء عن"},
	{tag{does: verb}, "أنقذ{,ت,وا} | إنقاذ | إجلاء | أجلي{,ت} | أخلي{,ت} | أفرج | إفراج | نجا | نجوا | يعيش | تعيش | يسكن | دمر{,ت} | تدمير | اعترض{,ت} | أسقط{,ت} | إسقاط"},
	{tag{does: verb | say}, "قال{,ت} | أعلن{,ت} | أفاد{,ت} | أكد{,ت} | ذكر{,ت} | أوضح{,ت} | أضاف{,ت} | صرح{,ت} | أشار{,ت} | نقل{,ت} | كشف{,ت} | تحدث{,ت}"},
	{tag{does: accordingTo}, "بحسب | حسب | وفق | وفقا ل | نقلا عن"}, {tag{does: accordingTo | say}, "{وفق,بحسب,حسب} ما {ذكر,ذكرت,أفاد,أفادت,أعلن,أعلنت,أكد,أكدت,قال,قالت}"},
	{tag{does: office, word: oneSpeaker}, "مدير | محافظ | وزير | رئيس | ناطق | متحدث | مسؤول | مصدر"},
	{tag{does: month}, "كانون الثاني | شباط | آذار | نيسان | أيار | حزيران | تموز | آب | أيلول | تشرين الأول | تشرين الثاني | كانون الأول | يناير | فبراير | مارس | {أبريل,إبريل} | مايو | يونيو | يوليو | أغسطس | سبتمبر | أكتوبر | نوفمبر | ديسمبر"},
	{tag{does: weekday}, "{الاثنين,الإثنين} | الثلاثاء | الأربعاء | الخميس | الجمعة | السبت | الأحد"},
	{tag{does: thereIs}, "سقط | خلف{,ت} | أوقع{,ت} | سقطت | هناك | أوقعا"}, {tag{does: including}, "من بينهما | بينهم أيضا | بينهما | ومن بينهم | بينهن"}, {tag{does: preposition}, "بـ | ضد | وسط | أثناء | لدى | نتيجة | بسبب | بفعل | من جراء | بواسطة | داخل | خارج | شمال | جنوب | شرق | غرب | وسط"},
	{tag{does: serious | skip}, "بجروح {بليغة,بالغة,حرجة,خطيرة جدا} | بجراح {بالغة,بليغة,خطرة,حرجة} | جروحهم خطيرة | إصابته خطيرة | إصابتهم خطيرة | إصابته حرجة | حالته حرجة | حالتهم حرجة | بحال الخطر | في العناية المركزة | في العناية الفائقة | {وصفت,وصف} {حالته,حالتهم,إصابته,إصابتهم,جراحه,جراحهم} {بالخطيرة,بالحرجة,بالخطرة} | حالة {أحدهم,بعضهم} خطيرة"}, {tag{does: skip}, "بجروح طفيفة | بجراح طفيفة | بإصابات مختلفة | بجروح مختلفة | بجراح مختلفة | بجروح متوسطة | إصابات متفاوتة | بإصابات متفاوتة | بالاختناق | بالرصاص | برصاص | بشظايا | معظمهم | غالبيتهم | أيضا | فورا | تأثرا | متأثرا بجراحه | متأثرة بجراحها | متأثرين بجراحهم | لحد الآن"},
	{tag{does: say, word: disputed}, "نف{ى,ت} {صحة,الأنباء,التقارير,ما تردد,مقتل,أن,الأنباء التي تحدثت,الأنباء عن} {,عن,حول,أنباء}"}, {tag{does: every}, "جميعا | كلهن | جميعهن"},
	{tag{does: skip, word: relativeDay, n: today}, "اليوم"}, {tag{does: skip, word: relativeDay, n: yesterday}, "أمس | البارحة"}, {tag{does: skip, word: relativeDay, n: dayBefore}, "أول أمس"}, {tag{does: skip, word: relativeDay, n: overnight}, "الليلة الماضية"},
	{tag{does: modal}, "قد {يقتل,تقتل,يودي,تودي,يموت,تموت,ينزح,يصاب,يتسبب في مقتل}"},
}

var contextArabic = []row{
	{tag{does: reported | skip, word: recording}, "{سجل,وثق}{,ت} | أحصت | أحصى | رصدت"},
	{tag{does: toll, harm: casualty.Killed}, "حصيلة القتلى | حصيلة الشهداء | عدد القتلى | عدد الشهداء | حصيلة الضحايا | عدد الضحايا"}, {tag{does: toll, harm: casualty.Injured}, "عدد الجرحى | عدد المصابين | حصيلة الجرحى"}, {tag{does: toll}, "عدد | حصيلة"},
	{tag{does: reaches}, "إلى | بلغ{,ت} | وصل{,ت} إلى | ارتفع{,ت} إلى | لتصل إلى | ليصل إلى"}, {tag{does: withdrawn}, "بدلا من | وليس | بعد أن كان | مقابل"}, {tag{does: formerly}, "سابقا | في وقت سابق | حصيلة سابقة"},
	{tag{does: cumulative}, "منذ {بداية,بدء,اندلاع,مطلع} {الحرب,العام,الثورة,العدوان,الصراع,الأزمة,الهجوم,العمليات} | هذا العام | خلال العام | منذ السابع من {أكتوبر,تشرين الأول} | خلال الشهر {الماضي,الجاري}"},
	{tag{does: since}, "منذ"}, {tag{does: began}, "بداية | بدء | اندلاع | حرب | ثورة | انطلاق | مطلع"}, {tag{does: force, pop: casualty.Combatants}, "جيش | ميليشيا"}, {tag{does: superlative}, "الأكبر | الأسوأ | الأكثر دموية | أول"}, {tag{does: year}, "في عام | خلال عام | عام | في العام"},
	{tag{does: elsewhere}, "العام الماضي | الشهر الماضي | الأسبوع الماضي | في هجوم سابق | في حادث منفصل"}, {tag{does: aside}, "اقرأ أيضا | اقرأ المزيد"}, {tag{does: every}, "جميعهم | كلهم"},
	{tag{does: formerly, word: superseded}, "حصيلة سابقة | حصيلة أولية سابقة | الحصيلة السابقة | حصيلة أعلن عنها سابقا | في وقت سابق أعلن | كانت الحصيلة"}, {tag{does: toll, harm: casualty.Killed}, "عدد قتلى | عدد شهداء | حصيلة قتلى | حصيلة شهداء | عدد الوفيات | عدد ضحايا | حصيلة ضحايا | حصيلة الوفيات"}, {tag{does: toll, harm: casualty.Injured}, "عدد المصابين | عدد الإصابات | عدد الجرحى | عدد جرحى | حصيلة المصابين"}, {tag{does: toll, harm: casualty.Missing}, "عدد المفقودين"}, {tag{does: toll}, "الحصيلة"},
	{tag{does: cumulative}, "منذ {بداية,بدء,اندلاع,مطلع,انطلاق} {الحرب,العام,الثورة,العدوان,الصراع,الأزمة,الهجوم,العمليات,حرب,النزاع,القتال,المعارك,السنة,العام الجاري} | منذ {يناير,فبراير,مارس,أبريل,مايو,يونيو,يوليو,أغسطس,سبتمبر,أكتوبر,نوفمبر,ديسمبر} | منذ 7 {أكتوبر,تشرين الأول} | خلال {العام,السنة} {الماضي,الماضية,الجاري,الجارية} | هذه السنة"}, {tag{does: elsewhere}, "قبل {أسبوع,شهر,عام,يومين,أيام,أسبوعين,شهرين} | في وقت سابق من هذا {الشهر,الأسبوع} | ردا على"},
	{tag{does: reaches | before, hedge: casualty.MoreThan}, "تجاوز{,ت} | فاق{,ت}"}, {tag{does: toll, harm: casualty.Displaced}, "عدد النازحين | أعداد النازحين | عدد المهجرين | عدد اللاجئين"},
}
