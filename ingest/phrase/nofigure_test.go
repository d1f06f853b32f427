package phrase

import "testing"

// What is no figure, several sentences a rule.
func TestNoFigures(t *testing.T) {
	for _, tt := range []struct {
		rule      string
		sentences []string
	}{
		{"an age is no count", []string{
			"The victim was 45 years old.",
			"He died at the age of 45.",
			"A 45-year-old building collapsed.",
		}},
		{"a date or a time is no count", []string{
			"On 5 May the army killed time.",
			"The blast of July 14 was heard at 10:30, killing the silence.",
			"Seven days after the attack, the missing plane was found.",
		}},
		{"a distance, a weight or money is no count", []string{
			"The blast was heard 40 kilometres away.",
			"The firm lost $40 million and was badly hurt.",
			"Police seized 300 kilograms of explosives.",
		}},
		{"weapons and vehicles are no people", []string{
			"Air defences destroyed 60 drones and 4 missiles.",
			"Ten of the 12 drones were shot down.",
			"Five S-300 systems and 12 tanks were lost.",
		}},
		{"buildings and animals are no people", []string{
			"Fire destroyed 12 homes.",
			"The strike killed 16 donkeys and 300 sheep.",
			"12 dead trees were removed.",
		}},
		{"people rescued, freed or moved were not harmed", []string{
			"Some 300 people were rescued and 40 evacuated.",
			"Twenty hostages were freed.",
			"Two missiles hit a hospital; 14 patients were moved.",
		}},
		{"people merely present were not harmed", []string{
			"The company employs 4,500 people.",
			"Police deployed 3,000 officers after the killings.",
			"Some 5,000 people protested against the killing of a teenager.",
			"The ship with 14 crew sank; all survived.",
		}},
		{"what only looks like harm is no figure", []string{
			"The army said it had killed the power to 40,000 homes.",
			"Ticket prices rose to 12 dollars after the deadly blast.",
			"The injured striker missed 14 matches.",
			"Police seized 12 rifles and 340 rounds from the wounded gunman.",
			"The village of 2,300 people lies 14 km from the site of the killing.",
			"Rescuers saved 14 people and 3 dogs.",
			"Officials warned that up to 500 people could die.",
			"The number of dead was 14 higher than the day before.",
			"He killed 45 minutes in the museum.",
			"Some 70 per cent of the displaced are women.",
		}},
		{"a share is no count", []string{
			"Most of the victims were women; 70 percent were civilians.",
			"Half of the dead were soldiers.",
		}},
		{"a forecast is no count", []string{
			"The flood could displace 4 million people.",
			"The dam could kill up to 5,000 people if it broke.",
			"The flood will kill thousands, officials warned.",
		}},
		{"a threat or a plan is no count", []string{
			"He threatened to kill 20 prisoners.",
			"They plan to arrest 50 people.",
		}},
		{"a difference is no count", []string{
			"The number of wounded was 684 above the ministry's tally.",
			"The ministry's count is 120 higher than the army's.",
		}},
		{"harm pointed back to without a number is no figure", []string{
			"The injured list grew.",
			"He confirmed the deaths and injuries on his channel.",
			"The attack wounded national pride.",
			"Some of the wounded could not be reached.",
		}},
		{"a sentence of a court is no figure", []string{
			"The death penalty was imposed on three men.",
			"The court sentenced five men to death.",
			"Three men were charged with the murder of a shopkeeper.",
		}},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			for _, text := range tt.sentences {
				if figures := Read(text, Options{Language: "en"}); len(figures) > 0 {
					t.Errorf("%q: read %q, want nothing", text, said(figures))
				}
			}
		})
	}
}

// The same kinds in the other languages.
func TestNoFiguresInOtherLanguages(t *testing.T) {
	for language, sentences := range map[string][]string{
		"ru": {
			"Пожарные спасли 14 человек и двух собак.",
			"Могут погибнуть до 500 человек.",
			"Около 70 % переселенцев — женщины.",
			"Атака разрушила 12 домов, погибли 300 овец.",
			"В селе живут 2300 человек, оно в 14 км от места убийства.",
			"Ущерб оценён в 3 млн рублей.",
			"За сутки сбито 47 беспилотников.",
			"Эвакуированы 300 жителей, повреждены 12 домов.",
			"Спасены 15 человек.",
			"Ему было 45 лет.",
			"Взрыв прогремел в 10:30 в 12 километрах от города.",
		},
		"uk": {
			"Пожежники врятували 14 людей і двох собак.",
			"Можуть загинути до 500 людей.",
			"Близько 70 % переселенців — жінки.",
			"Атака зруйнувала 12 будинків, загинули 300 овець.",
			"У селі живуть 2300 людей, воно за 14 км від місця вбивства.",
			"Збито 47 безпілотників.",
			"Евакуювали 300 людей, пошкоджено 12 будинків.",
			"Врятовано 15 людей.",
			"Йому було 45 років.",
			"Вибух пролунав о 10:30 за 12 кілометрів від міста.",
		},
		"fr": {
			"Les pompiers ont sauvé 14 personnes et deux chiens.",
			"Jusqu'à 500 personnes pourraient mourir.",
			"Environ 70 % des déplacés sont des femmes.",
			"L'attaque a détruit 12 maisons et tué 300 moutons.",
			"Le village de 2 300 habitants se trouve à 14 km du lieu du massacre.",
			"Le dommage est estimé à 3 millions d'euros.",
			"L'armée a abattu 14 drones et détruit 3 véhicules.",
			"300 habitants ont été évacués.",
			"Quinze personnes ont été secourues.",
			"Il avait 45 ans.",
			"L'explosion a été entendue à 12 kilomètres.",
		},
		"es": {
			"Los bomberos rescataron a 14 personas y dos perros.",
			"Hasta 500 personas podrían morir.",
			"Cerca del 70 % de los desplazados son mujeres.",
			"El ataque destruyó 12 casas y mató 300 ovejas.",
			"El pueblo, de 2.300 habitantes, está a 14 km del lugar de la matanza.",
			"La policía incautó 12 fusiles y 340 cartuchos.",
			"El ejército derribó 14 drones.",
			"300 habitantes fueron evacuados.",
			"Quince personas fueron rescatadas.",
			"Tenía 45 años.",
			"La explosión se oyó a 12 kilómetros.",
		},
		"ar": {
			"أنقذ رجال الإطفاء 14 شخصاً وكلبين.",
			"قد يقتل ما يصل إلى 500 شخص.",
			"نحو 70 في المئة من النازحين نساء.",
			"دمر الهجوم 12 منزلاً ونفق 300 رأس غنم.",
			"يسكن القرية 2300 شخص وتبعد 14 كيلومتراً عن موقع الهجوم.",
			"صادرت الشرطة 12 بندقية و340 طلقة.",
			"أسقطت الدفاعات الجوية 14 طائرة مسيرة.",
			"تم إنقاذ 30 شخصاً وإجلاء 200.",
			"دمر القصف 12 منزلاً.",
			"كان عمره 45 عاماً.",
			"سمع الانفجار على بعد 12 كيلومتراً.",
		},
	} {
		for _, text := range sentences {
			t.Run(text, func(t *testing.T) {
				if figures := Read(text, Options{Language: language}); len(figures) > 0 {
					t.Errorf("read %q, want nothing", said(figures))
				}
			})
		}
	}
}
